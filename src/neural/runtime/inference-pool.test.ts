import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { describe, test } from "node:test";
import { setEnvironmentData } from "node:worker_threads";
import { InvariantError } from "../../core/assert.ts";
import { floatsOf, type Results } from "./inference.ts";
import { InferencePool, type PoolOptions } from "./inference-pool.ts";
import { shared, signals } from "./inference-worker-fixture.ts";
import { createDensePolicy, createRecurrentPolicy, drawFeeds } from "./network-fixture.ts";
import { openInference } from "./open-inference.ts";

const { bytes } = createDensePolicy();
const workerFile = new URL("./inference-worker-fixture.ts", import.meta.url);

/** A pool whose workers obey signals; `column` is what they share with the test. */
async function openFixture(options: PoolOptions & { readonly startsMax?: number } = {}) {
  const { startsMax = 100, ...rest } = options;
  const column = new Int32Array(new SharedArrayBuffer(16));
  column[shared.max] = startsMax;
  setEnvironmentData(shared.name, column as unknown as string);
  const pool = await InferencePool.open(bytes, { engine: "plain", workerFile, ...rest });
  return { pool, column };
}

/** Feeds whose first number is a signal, or none. */
function feed(first: number): { observation: Float32Array } {
  return { observation: new Float32Array(6).fill(first) };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** A running worker holds a message port. */
function liveWorkers(): readonly string[] {
  return process.getActiveResourcesInfo().filter((name) => name === "MessagePort");
}

describe("an inference pool", () => {
  for (const engine of ["onnx", "plain"] as const) {
    test(`gives what one session gives, by ${engine}`, async () => {
      const network = createRecurrentPolicy("lstm", "run");
      const single = await openInference(network.bytes, { engine });
      const pool = await InferencePool.open(network.bytes, { engine, workers: 2 });
      deepEqual(pool.inputs, single.inputs);
      deepEqual(pool.outputs, single.outputs);
      const expected: Results[] = [];
      const running: Promise<Results>[] = [];
      for (let seed = 0; seed < 20; seed++) {
        expected.push(await single.run(drawFeeds(single, seed)));
        running.push(pool.run(drawFeeds(pool, seed)));
      }
      deepEqual(await Promise.all(running), expected);
      await single.close();
      await pool.close();
      deepEqual(liveWorkers(), []);
    });
  }

  test("answers in the order of the questions", async () => {
    const { pool } = await openFixture();
    const order: number[] = [];
    const running = Array.from({ length: 10 }, async (_, at) => {
      await pool.run(feed(at));
      order.push(at);
    });
    await Promise.all(running);
    deepEqual(order, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    await pool.close();
  });

  test("goes on with the others while one is held up", async () => {
    const { pool, column } = await openFixture({ workers: 2 });
    const order: number[] = [];
    const ask = async (first: number): Promise<void> => {
      await pool.run(feed(first));
      order.push(first);
    };
    const running = [ask(signals.wait), ask(1), ask(2), ask(3)];
    await Promise.all(running.slice(1));
    deepEqual(order, [1, 2, 3]);
    Atomics.store(column, shared.gate, 1);
    await running[0];
    await pool.close();
  });

  test("takes whole buffers over, and copies parts of them", async () => {
    const { pool } = await openFixture();
    const whole = new Float32Array(6).fill(1);
    const larger = new Float32Array(12).fill(1);
    const part = larger.subarray(6);
    const results = [pool.run({ observation: whole }), pool.run({ observation: part })];
    deepEqual([whole.length, part.length, larger.length], [0, 6, 12]);
    part.fill(9);
    const [first, second] = await Promise.all(results);
    deepEqual(first, second);
    // A refused feed stays.
    const wrong = new Float32Array(5);
    await rejects(pool.run({ observation: wrong }), { code: "FEED_REFUSED" });
    const none = new Float32Array(6).fill(Number.NaN);
    await rejects(pool.run({ observation: none }), { code: "NOT_FINITE" });
    deepEqual([wrong.length, none.length], [5, 6]);
    await pool.close();
  });

  for (const [signal, message] of [
    [signals.exit, "an inference worker ended: exited with code 5"],
    [signals.throw, "an inference worker ended: broken on purpose"],
  ] as const) {
    test(`replaces a worker once: ${message}`, async () => {
      const { pool, column } = await openFixture();
      const died = { code: "WORKER_EXITED", canRetry: true, message };
      // What waits behind the one that dies is answered by the replacement.
      const running = [pool.run(feed(signal)), pool.run(feed(1))];
      await rejects(running[0], died);
      equal(floatsOf(await running[1], "logits").length, 3);
      equal(column[shared.started], 2);
      const more = [pool.run(feed(signal)), pool.run(feed(1))];
      for (const one of await Promise.allSettled(more)) {
        ok(one.status === "rejected" && one.reason.message === message);
      }
      await rejects(pool.run(feed(1)), died);
      equal(column[shared.started], 2);
      await pool.close();
      deepEqual(liveWorkers(), []);
    });
  }

  test("goes on with fewer workers where a replacement cannot start", async () => {
    const { pool, column } = await openFixture({ workers: 2, startsMax: 2 });
    await rejects(pool.run(feed(signals.exit)), { code: "WORKER_EXITED" });
    await until(() => column[shared.started] === 3);
    equal(floatsOf(await pool.run(feed(1)), "logits").length, 3);
    await pool.close();
    deepEqual(liveWorkers(), []);
  });

  test("that is closed rejects what is under way and what waits", async () => {
    const { pool, column } = await openFixture({ workers: 2 });
    const running = [signals.wait, signals.wait, 1, 2].map((first) => pool.run(feed(first)));
    const settled = Promise.allSettled(running);
    await until(() => Atomics.load(column, shared.waiting) === 2);
    await pool.close();
    for (const one of await settled) {
      ok(one.status === "rejected");
      equal(one.reason.code, "POOL_CLOSED");
    }
    await rejects(pool.run(feed(1)), InvariantError);
    await pool.close();
    deepEqual(liveWorkers(), []);
  });

  test("is closed while a replacement starts", async () => {
    const { pool } = await openFixture();
    await rejects(pool.run(feed(signals.exit)), { code: "WORKER_EXITED" });
    const waiting = rejects(pool.run(feed(1)), { code: "POOL_CLOSED" });
    await pool.close();
    await waiting;
    deepEqual(liveWorkers(), []);
  });

  test("does not open where a worker cannot start", async () => {
    await rejects(InferencePool.open(bytes.subarray(0, 300), { workers: 2 }), {
      code: "MODEL_REFUSED",
      message: /^the network file is refused: /,
    });
    await rejects(openFixture({ workers: 3, startsMax: 2 }), {
      code: "WORKER_EXITED",
      message: "an inference worker ended: exited with code 7",
    });
    const missing = new URL("./nowhere.ts", import.meta.url);
    await rejects(InferencePool.open(bytes, { workerFile: missing }), {
      code: "WORKER_EXITED",
      message: /^an inference worker ended: Cannot find module/,
    });
    deepEqual(liveWorkers(), []);
  });
});
