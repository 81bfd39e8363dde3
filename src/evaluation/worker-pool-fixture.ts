/** A worker for the pool's test: does as its setup says. Counters are shared with the test. */
import { threadId } from "node:worker_threads";
import { assert, InvariantError } from "../core/assert.ts";
import { InputError, OutsideError, UsageError } from "../core/trouble.ts";
import { servePool, type TaskOutcome } from "./worker-pool.ts";

export interface FixtureSetup {
  /** What task 3 does; every other task gives its square. */
  readonly third:
    | "square"
    | "wait for the others"
    | "break a rule"
    | "meet the outside"
    | "read bad input"
    | "be called wrongly"
    | "call what is none"
    | "throw a word"
    | "exit"
    | "break later"
    | "give a function";
  /** Whether other tasks never end. */
  readonly othersSpin?: boolean;
  readonly failsAtSetup?: boolean;
  /** Answers come as promises that are kept later. */
  readonly isLazy?: boolean;
  /** One number a task: how many times it was begun; then how many setups there were. */
  readonly counts: Int32Array<SharedArrayBuffer>;
}

export interface FixtureResult {
  readonly square: number;
  readonly thread: number;
  /** Filled with the task's number. */
  readonly column: Float64Array;
  /** Length of this worker's previous column: 0 once its buffer has moved. */
  readonly previousLength: number | undefined;
}

servePool<FixtureSetup, FixtureResult>((setup) => {
  const { counts } = setup;
  const taskCount = counts.length - 1;
  Atomics.add(counts, taskCount, 1);
  assert(setup.failsAtSetup !== true, "a setup is as it should be");
  let previous: Float64Array | undefined;
  const answer = (task: number): TaskOutcome<FixtureResult> => {
    const column = new Float64Array(4).fill(task);
    const result = {
      square: task * task,
      thread: threadId,
      column,
      previousLength: previous?.length,
    };
    previous = column;
    return { result, transfer: [column.buffer] };
  };
  return (task) => {
    Atomics.add(counts, task, 1);
    if (task === 3) doThird(setup);
    else if (setup.othersSpin) for (;;);
    if (task === 3 && setup.third === "give a function") {
      return { result: { ...answer(task).result, square: (() => 9) as unknown as number } };
    }
    return setup.isLazy
      ? new Promise((resolve) => setImmediate(resolve, answer(task)))
      : answer(task);
  };
});

function doThird({ third, counts }: FixtureSetup): void {
  switch (third) {
    case "square":
    case "give a function":
      return;
    case "wait for the others":
      // Until all have begun.
      while (counts.subarray(0, -1).some((_, task) => Atomics.load(counts, task) === 0));
      return;
    case "break a rule":
      throw new InvariantError("Invariant: three is a crowd");
    case "meet the outside":
      throw new OutsideError("GONE", "nothing there", {
        canRetry: true,
        cause: new TypeError("deep"),
      });
    case "read bad input":
      throw new InputError({ path: "a.csv", line: 2 }, { found: "x", expected: "a number" });
    case "be called wrongly":
      throw new UsageError("call me differently");
    case "call what is none":
      throw new TypeError("no function");
    case "throw a word":
      throw "a word";
    case "break later":
      queueMicrotask(() => assert(false, "nothing breaks unseen"));
      return;
    default:
      third satisfies "exit";
      process.exit(5);
  }
}
