import { deepEqual, equal, notEqual, ok, rejects } from "node:assert/strict";
import { describe, test } from "node:test";
import { InvariantError } from "../../core/assert.ts";
import { floatsOf, type Inference } from "./inference.ts";
import {
  closeResults,
  createDensePolicy,
  createLookup,
  createRecurrentPolicy,
  drawFeeds,
} from "./network-fixture.ts";
import { openInference } from "./open-inference.ts";
import { PlainSession } from "./plain-session.ts";
import { NetworkSession } from "./session.ts";

const engines = ["onnx", "plain"] as const;

async function withEngine(
  engine: (typeof engines)[number],
  bytes: Uint8Array,
  use: (inference: Inference) => unknown,
): Promise<void> {
  const inference = await openInference(bytes, { engine });
  try {
    await use(inference);
  } finally {
    await inference.close();
  }
}

describe("ONNX Runtime and the plain engine agree on", () => {
  const networks = [
    ["a dense policy", createDensePolicy()],
    ["a batch", createDensePolicy({ batch: 17, seed: 5 })],
    ["an LSTM", createRecurrentPolicy("lstm", "run")],
    ["an unrolled LSTM", createRecurrentPolicy("lstm", "unroll")],
    ["a GRU", createRecurrentPolicy("gru", "run")],
    ["an unrolled GRU", createRecurrentPolicy("gru", "unroll")],
  ] as const;
  for (const [name, network] of networks) {
    test(name, async () => {
      const session = await NetworkSession.open(network.bytes);
      const fromGraph = new PlainSession(network);
      const fromFile = PlainSession.open(network.bytes);
      deepEqual(fromGraph.inputs, session.inputs);
      deepEqual(fromGraph.outputs, session.outputs);
      deepEqual(fromFile.inputs, session.inputs);
      deepEqual(fromFile.outputs, session.outputs);
      for (const seed of [1, 2, 3]) {
        const feeds = drawFeeds(session, seed);
        const results = await session.run(feeds);
        closeResults(results, fromGraph.runSync(feeds));
        closeResults(results, await fromFile.run(feeds));
      }
      await session.close();
    });
  }

  test("two threads as on one", async () => {
    const { bytes } = createDensePolicy({ batch: 64 });
    const one = await NetworkSession.open(bytes);
    const two = await NetworkSession.open(bytes, { threads: 2 });
    const feeds = drawFeeds(one, 4);
    closeResults(await two.run(feeds), await one.run(feeds), 1e-6);
    await Promise.all([one.close(), two.close()]);
  });
});

for (const engine of engines) {
  describe(`an inference by ${engine}`, () => {
    test("gives fresh arrays, and leaves what it is fed as it is", async () => {
      await withEngine(engine, createDensePolicy().bytes, async (inference) => {
        const feeds = drawFeeds(inference, 1);
        const copy = structuredClone(feeds);
        const first = await inference.run(feeds);
        const logits = floatsOf(first, "logits").slice();
        floatsOf(first, "logits").fill(7);
        const second = await inference.run(feeds);
        notEqual(second.logits, first.logits);
        deepEqual(second.logits, logits);
        deepEqual(feeds, copy);
      });
    });

    test("takes whole numbers in 32 and 64 bits, and truth", async () => {
      await withEngine(engine, createLookup(), async (inference) => {
        const table = Float32Array.of(0, 1, 10, 11, 20, 21, 30, 31);
        const truth = Uint8Array.of(0, 1);
        for (const places of [Int32Array.of(3, 0, 2), BigInt64Array.of(3n, 0n, 2n)]) {
          const results = await inference.run({ table, places, truth });
          deepEqual(results.rows, Float32Array.of(30, 31, 0, 1, 20, 21));
          deepEqual(results.numbers, Float32Array.of(0, 1));
          deepEqual(results.same, BigInt64Array.of(3n, 0n, 2n));
        }
      });
    });

    test("refuses what does not fit, by name", async () => {
      await withEngine(engine, createLookup(), async (inference) => {
        const fits = {
          table: new Float32Array(8),
          places: new Int32Array(3),
          truth: new Uint8Array(2),
        };
        await inference.run(fits);
        const cases = [
          [
            { table: undefined },
            /^feed table: found nothing, expected Float32Array for float32 \[4,2\]$/,
          ],
          [{ table: new Float32Array(7) }, /^feed table: found 7 elements, expected 8 for float32/],
          [
            { table: new Float64Array(8) },
            /^feed table: found Float64Array, expected Float32Array/,
          ],
          [{ table: [0, 0, 0, 0, 0, 0, 0, 0] }, /^feed table: found Array, expected Float32Array/],
          [
            { places: new Float32Array(3) },
            /expected BigInt64Array or Int32Array for int64 \[3\]$/,
          ],
          [{ truth: Uint8Array.of(1, 2) }, /^feed truth: found 2 at element 1, expected 0 or 1$/],
          [{ tabel: new Float32Array(8) }, /^feeds: found tabel, expected places, table, truth$/],
        ] as const;
        for (const [wrong, message] of cases) {
          const feeds = { ...fits, ...wrong } as unknown as typeof fits;
          await rejects(inference.run(feeds), { code: "FEED_REFUSED", canRetry: false, message });
        }
      });
    });

    test("refuses numbers that are none", async () => {
      await withEngine(engine, createDensePolicy().bytes, async (inference) => {
        for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
          const observation = Float32Array.of(1, 2, 3, wrong, 5, 6);
          await rejects(inference.run({ observation }), {
            code: "NOT_FINITE",
            message: `feed observation: found ${wrong} at element 3, expected finite numbers`,
          });
        }
      });
      const open = await openInference(createDensePolicy().bytes, { engine, refusesNaN: false });
      const observation = new Float32Array(6).fill(Number.NaN);
      ok(floatsOf(await open.run({ observation }), "value").every(Number.isNaN));
      await open.close();
    });

    test("says where a run fails", async () => {
      await withEngine(engine, createLookup(), async (inference) => {
        const feeds = { table: new Float32Array(8), truth: new Uint8Array(2) };
        await rejects(inference.run({ ...feeds, places: Int32Array.of(0, 9, 0) }), {
          code: "RUN_FAILED",
        });
        await inference.run({ ...feeds, places: Int32Array.of(0, 1, 0) });
      });
    });

    test("refuses files that are broken, cut or foreign", async () => {
      const { bytes } = createDensePolicy();
      const broken = bytes.slice();
      broken.fill(0xff, 200, 240);
      const files = [
        new Uint8Array(0),
        new TextEncoder().encode("<html>not found</html>"),
        bytes.subarray(0, bytes.length - 1),
        bytes.subarray(0, 400),
        broken,
      ];
      for (const file of files) {
        const message = /^the network file is refused: /;
        await rejects(openInference(file, { engine }), { code: "MODEL_REFUSED", message });
      }
    });

    test("runs what was asked for before it was closed, and nothing after", async () => {
      const inference = await openInference(createDensePolicy().bytes, { engine });
      const running = inference.run(drawFeeds(inference, 1));
      const closing = inference.close();
      await rejects(inference.run(drawFeeds(inference, 1)), InvariantError);
      equal(floatsOf(await running, "value").length, 1);
      await closing;
      await inference.close();
    });
  });
}
