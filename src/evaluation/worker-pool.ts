/**
 * Numbered tasks over threads.
 *
 * A worker gets its next task when it has given back the last one, so that a long task holds up
 * nobody. Which worker does which task is chance; a task knows its number and nothing else, so the
 * results are the same for any number of workers.
 */
import { parentPort, Worker, workerData } from "node:worker_threads";
import { assert, InvariantError } from "../core/assert.ts";
import { OutsideError, UsageError } from "../core/trouble.ts";

export interface PoolRequest<Setup, Result> {
  /** A module that calls `servePool` with the same two types. */
  readonly workerFile: URL;
  /** What `structuredClone` can copy; every worker gets it once. */
  readonly setup: Setup;
  /** Tasks are numbered from 0. */
  readonly taskCount: number;
  /** At least 1; no more are started than there are tasks. */
  readonly workers: number;
  /** Called in the main thread, once a task, in any order. What it throws ends the pool. */
  readonly onResult: (task: number, result: Result) => void;
}

/** What a task gives back. Buffers in `transfer` move to the main thread instead of being copied. */
export interface TaskOutcome<Result> {
  readonly result: Result;
  readonly transfer?: readonly ArrayBuffer[];
}

type FromWorker<Result> =
  | { readonly kind: "done"; readonly task: number; readonly result: Result }
  | { readonly kind: "failed"; readonly trouble: Trouble };

/** An error as it crosses threads, where a structured clone would lose its class and its fields. */
interface Trouble {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of an `OutsideError`. */
  readonly outside?: { readonly code: string; readonly canRetry: boolean };
  readonly cause?: Trouble;
}

/**
 * Runs all tasks and resolves when every result has been handed over. However it ends, all workers
 * are stopped before it does, in the middle of their tasks where need be.
 *
 * An error of a task, or of the worker's setup, ends the pool. It arrives with its message, the
 * stack of its thread and its causes; `InvariantError`, `UsageError` and `OutsideError` (with
 * `code` and `canRetry`) keep their class, an `InputError` becomes the `OutsideError` it extends,
 * anything else an `Error`.
 *
 * @throws the first such error, or what `onResult` threw
 * @throws OutsideError `WORKER_FAILED` when a worker breaks outside of its tasks (its file is not
 *   there, it is out of memory), `WORKER_EXITED` when it ends by itself
 * @throws InvariantError on a number of tasks or workers out of range
 */
export async function runInPool<Setup, Result>(request: PoolRequest<Setup, Result>): Promise<void> {
  const { workerFile, setup, taskCount, workers: workersMax } = request;
  assert(Number.isInteger(taskCount) && taskCount >= 0, "a pool has a whole number of tasks");
  assert(Number.isInteger(workersMax) && workersMax >= 1, "a pool has at least one worker");
  const workers: Worker[] = [];
  try {
    while (workers.length < Math.min(workersMax, taskCount)) {
      workers.push(new Worker(workerFile, { workerData: setup }));
    }
    await handOutTasks(workers, request);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function handOutTasks<Setup, Result>(
  workers: readonly Worker[],
  { taskCount, onResult }: PoolRequest<Setup, Result>,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let tasksStarted = 0;
  let tasksDone = 0;
  let isOver = taskCount === 0;
  if (isOver) resolve();
  const fail = (error: unknown): void => {
    isOver = true;
    reject(error);
  };
  const lastTasks: number[] = [];
  const handOut = (index: number): void => {
    if (tasksStarted === taskCount) return;
    lastTasks[index] = tasksStarted;
    workers[index]!.postMessage(tasksStarted++);
  };
  const receive = (index: number, message: FromWorker<Result>): void => {
    if (isOver) return;
    try {
      if (message.kind === "failed") throw createError(message.trouble);
      onResult(message.task, message.result);
      if (++tasksDone === taskCount) resolve();
      else handOut(index);
    } catch (error) {
      fail(error);
    }
  };
  for (const [index, worker] of workers.entries()) {
    const describeWorker = (): string => `worker ${index} (last task ${lastTasks[index]})`;
    worker.on("message", (message) => receive(index, message));
    worker.on("error", (error: Error) => {
      const message = `${describeWorker()} broke outside of its tasks: ${error.message}`;
      fail(new OutsideError("WORKER_FAILED", message, { canRetry: false, cause: error }));
    });
    worker.on("exit", (code) => {
      const message = `${describeWorker()} exited with code ${code}, expected it to serve on`;
      fail(new OutsideError("WORKER_EXITED", message, { canRetry: false }));
    });
    handOut(index);
  }
  return promise;
}

/**
 * Called once in the worker file: makes the function that does tasks, then does what the pool asks
 * for, one task after the other.
 *
 * @throws InvariantError in the main thread
 */
export function servePool<Setup, Result>(
  createTask: (
    setup: Setup,
  ) => (task: number) => TaskOutcome<Result> | Promise<TaskOutcome<Result>>,
): void {
  const port = parentPort;
  assert(port !== null, "a pool is served in a worker thread");
  const post = (message: FromWorker<Result>, transfer: readonly ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  const fail = (error: unknown): void => post({ kind: "failed", trouble: describeTrouble(error) });
  try {
    const doTask = createTask(workerData as Setup);
    port.on("message", async (task: number) => {
      try {
        const { result, transfer } = await doTask(task);
        post({ kind: "done", task, result }, transfer);
      } catch (error) {
        fail(error);
      }
    });
  } catch (error) {
    fail(error);
  }
}

function describeTrouble(error: unknown): Trouble {
  if (!(error instanceof Error)) {
    return { name: "Error", message: String(error), stack: undefined };
  }
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    stack,
    ...(error instanceof OutsideError
      ? { outside: { code: error.code, canRetry: error.canRetry } }
      : {}),
    ...(cause === undefined ? {} : { cause: describeTrouble(cause) }),
  };
}

function createError(trouble: Trouble): Error {
  const { name, message, stack, outside } = trouble;
  const options = trouble.cause === undefined ? {} : { cause: createError(trouble.cause) };
  let error: Error;
  if (outside !== undefined) {
    error = new OutsideError(outside.code, message, { canRetry: outside.canRetry, ...options });
  } else if (name === "InvariantError") error = new InvariantError(message, options);
  else if (name === "UsageError") error = new UsageError(message, options);
  else error = Object.assign(new Error(message, options), { name });
  if (stack !== undefined) error.stack = stack;
  return error;
}
