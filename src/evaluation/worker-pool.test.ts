import { deepEqual, equal, match, ok, rejects, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InvariantError } from "../core/assert.ts";
import { InputError, OutsideError, UsageError } from "../core/trouble.ts";
import { runInPool, servePool } from "./worker-pool.ts";
import type { FixtureResult, FixtureSetup } from "./worker-pool-fixture.ts";

const workerFile = new URL("./worker-pool-fixture.ts", import.meta.url);
const taskCount = 12;

interface PoolRun {
  readonly setup?: Partial<FixtureSetup>;
  readonly workers?: number;
  readonly taskCount?: number;
  readonly workerFile?: URL;
  readonly onResult?: (task: number) => void;
}

/** Runs the fixture and gives results by task, and how often each task and the setup was begun. */
async function runFixture(run: PoolRun = {}) {
  const tasks = run.taskCount ?? taskCount;
  const counts = new Int32Array(new SharedArrayBuffer(4 * (tasks + 1)));
  const results: FixtureResult[] = [];
  await runInPool<FixtureSetup, FixtureResult>({
    workerFile: run.workerFile ?? workerFile,
    setup: { third: "square", counts, ...run.setup },
    taskCount: tasks,
    workers: run.workers ?? 2,
    onResult: (task, result) => {
      run.onResult?.(task);
      equal(results[task], undefined);
      results[task] = result;
    },
  });
  return { results, begun: [...counts.subarray(0, -1)], setups: counts.at(-1) };
}

/** The error that the run ends with; no worker may outlive it. */
async function failFixture(run: PoolRun): Promise<unknown> {
  const error = await runFixture(run).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  deepEqual(liveWorkers(), []);
  return error;
}

/** A running worker holds a message port. */
function liveWorkers(): readonly string[] {
  return process.getActiveResourcesInfo().filter((name) => name === "MessagePort");
}

describe("runInPool", () => {
  for (const workers of [1, 2, 3]) {
    test(`gives the same results with ${workers} at work, each task done once`, async () => {
      const { results, begun, setups } = await runFixture({ workers });
      deepEqual(
        results.map(({ square }) => square),
        Array.from({ length: taskCount }, (_, task) => task * task),
      );
      deepEqual(begun, new Array(taskCount).fill(1));
      equal(setups, workers);
      deepEqual(liveWorkers(), []);
    });
  }

  test("waits for tasks that answer later", async () => {
    const { results, begun } = await runFixture({ setup: { isLazy: true } });
    deepEqual([results.length, begun], [taskCount, new Array(taskCount).fill(1)]);
    equal(results[11]?.square, 121);
  });

  test("gives the next task to whoever is free", async () => {
    // Task 3 ends when all others have begun: only the other worker can have done those after it.
    const { results } = await runFixture({ setup: { third: "wait for the others" } });
    const after = new Set(results.slice(4).map(({ thread }) => thread));
    equal(after.size, 1);
    ok(!after.has(results[3]?.thread ?? 0));
  });

  test("starts no more workers than there are tasks, and none for none", async () => {
    equal((await runFixture({ taskCount: 2, workers: 5 })).setups, 2);
    const { results, setups } = await runFixture({ taskCount: 0, workers: 5 });
    deepEqual([results, setups], [[], 0]);
  });

  test("moves buffers instead of copying them", async () => {
    const { results } = await runFixture({ workers: 1 });
    deepEqual(
      results.map(({ column }) => [...column]),
      Array.from({ length: taskCount }, (_, task) => new Array(4).fill(task)),
    );
    deepEqual(
      results.map(({ previousLength }) => previousLength),
      [undefined, ...new Array(taskCount - 1).fill(0)],
    );
  });

  test("keeps the class of our errors, their words and the stack of their thread", async () => {
    const invariant = await failFixture({ setup: { third: "break a rule" } });
    ok(invariant instanceof InvariantError);
    equal(invariant.message, "Invariant: three is a crowd");
    match(invariant.stack ?? "", /doThird.*worker-pool-fixture\.ts/);

    const usage = await failFixture({ setup: { third: "be called wrongly" } });
    ok(usage instanceof UsageError);
    equal(usage.message, "call me differently");

    const outside = await failFixture({ setup: { third: "meet the outside" } });
    ok(outside instanceof OutsideError && outside.cause instanceof Error);
    deepEqual([outside.code, outside.canRetry, outside.message], ["GONE", true, "nothing there"]);
    deepEqual([outside.cause.name, outside.cause.message], ["TypeError", "deep"]);
  });

  test("gives bad input as an error of the outside, and anything else as an error", async () => {
    const input = await failFixture({ setup: { third: "read bad input" } });
    ok(input instanceof OutsideError && !(input instanceof InputError));
    deepEqual([input.code, input.canRetry], ["BAD_INPUT", false]);
    equal(input.message, "a.csv:2: found x, expected a number");

    const bug = await failFixture({ setup: { third: "call what is none" } });
    ok(bug instanceof Error);
    deepEqual([bug.name, bug.message], ["TypeError", "no function"]);

    const word = await failFixture({ setup: { third: "throw a word" } });
    ok(word instanceof Error);
    equal(word.message, "a word");
  });

  test("stops tasks that would never end when another fails", async () => {
    const error = await failFixture({
      setup: { third: "break a rule", othersSpin: true },
      workers: 4,
    });
    ok(error instanceof InvariantError);
  });

  test("fails when a setup fails or cannot be copied", async () => {
    const error = await failFixture({ setup: { failsAtSetup: true } });
    ok(error instanceof InvariantError);
    equal(error.message, "Invariant: a setup is as it should be");
    const counts = (() => 0) as unknown as FixtureSetup["counts"];
    equal(((await failFixture({ setup: { counts } })) as Error).name, "DataCloneError");
  });

  test("fails when a result cannot be copied", async () => {
    const error = await failFixture({ setup: { third: "give a function" } });
    ok(error instanceof Error);
    match(error.message, /could not be cloned/);
  });

  test("fails when a worker ends by itself, and says which and where", async () => {
    const error = await failFixture({ setup: { third: "exit" }, workers: 1 });
    ok(error instanceof OutsideError);
    deepEqual([error.code, error.canRetry], ["WORKER_EXITED", false]);
    equal(error.message, "worker 0 (last task 3) exited with code 5, expected it to serve on");
  });

  test("fails when a worker's file serves nothing or is not there", async () => {
    const idle = await failFixture({ workerFile: new URL("data:text/javascript,0"), workers: 1 });
    ok(idle instanceof OutsideError);
    equal(idle.message, "worker 0 (last task 0) exited with code 0, expected it to serve on");
    const missing = await failFixture({
      workerFile: new URL("./no-such-worker.ts", import.meta.url),
    });
    ok(missing instanceof OutsideError);
    equal(missing.code, "WORKER_FAILED");
    match(missing.message, /no-such-worker\.ts/);
  });

  test("fails when a worker breaks outside of its tasks", async () => {
    const error = await failFixture({ setup: { third: "break later" }, workers: 1 });
    ok(error instanceof OutsideError && error.cause instanceof Error);
    deepEqual([error.code, error.canRetry], ["WORKER_FAILED", false]);
    match(error.message, /last task \d+\) broke outside.*nothing breaks unseen/);
  });

  test("ends with what the receiver of results threw, and hands over no more", async () => {
    const received: number[] = [];
    const trouble = new UsageError("enough");
    const onResult = (task: number): void => {
      received.push(task);
      if (received.length === 2) throw trouble;
    };
    equal(await failFixture({ onResult, workers: 3 }), trouble);
    equal(received.length, 2);
  });

  test("refuses numbers of tasks and workers out of range", async () => {
    for (const workers of [0, -1, 1.5, Number.NaN]) {
      await rejects(runFixture({ workers }), InvariantError);
    }
    const request = { workerFile, setup: {}, workers: 1, onResult: () => {} };
    for (const tasks of [-1, 0.5, Number.NaN]) {
      await rejects(runInPool({ ...request, taskCount: tasks }), InvariantError);
    }
  });
});

describe("servePool", () => {
  test("works in a worker thread alone", () => {
    throws(() => servePool(() => () => ({ result: 0 })), InvariantError);
  });
});
