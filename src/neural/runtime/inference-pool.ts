/** A network on several threads, so that long runs do not hold up the one that asks. */
import { assert } from "../../core/assert.ts";
import { OutsideError } from "../../core/trouble.ts";
import type { OnnxValue } from "../onnx/onnx-model.ts";
import { checkFeeds } from "./feeds.ts";
import type { FeedData, Feeds, Inference, Results } from "./inference.ts";
import type { OpenOptions } from "./open-inference.ts";
import { PoolWorker, type Request } from "./pool-worker.ts";

export interface PoolOptions extends OpenOptions {
  /** Threads, each with a session of its own; 1. */
  readonly workers?: number;
  /** Serves as `inference-worker.ts` does, which it is; another one for tests. */
  readonly workerFile?: URL;
}

/**
 * Requests go to the first free worker in the order in which they came. A worker that dies takes
 * one request with it and is replaced; a replacement that dies is not.
 *
 * Unlike a session, a pool keeps what it is fed: an array that fills its buffer moves to the thread
 * and is empty afterwards, one that is part of a larger buffer is copied. What is refused stays.
 */
export class InferencePool implements Inference {
  readonly #bytes: Uint8Array;
  readonly #options: PoolOptions;
  readonly #workers = new Set<PoolWorker>();
  readonly #free: PoolWorker[] = [];
  readonly #waiting: Request[] = [];
  /** Threads that are being started in place of others. */
  readonly #starting = new Set<Promise<void>>();
  #first: PoolWorker | undefined;
  /** Why there is no thread any more. */
  #end: Error | undefined;
  #closed: Promise<void> | undefined;

  private constructor(bytes: Uint8Array, options: PoolOptions) {
    this.#bytes = bytes;
    this.#options = options;
  }

  /**
   * Waits until every thread is ready. Where one cannot be, none is left running. A pool keeps the
   * process alive until it is closed.
   *
   * @throws OutsideError as `openInference`, or `WORKER_EXITED` where a thread ends by itself
   */
  static async open(bytes: Uint8Array, options: PoolOptions = {}): Promise<InferencePool> {
    const { workers = 1 } = options;
    assert(Number.isInteger(workers) && workers >= 1, "a pool has at least one worker");
    const pool = new InferencePool(bytes, options);
    const starts = Array.from({ length: workers }, () => pool.#start("first"));
    const failed = (await Promise.allSettled(starts)).find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") {
      await pool.close();
      throw failed.reason;
    }
    return pool;
  }

  get inputs(): readonly OnnxValue[] {
    return this.#first?.inputs ?? [];
  }

  get outputs(): readonly OnnxValue[] {
    return this.#first?.outputs ?? [];
  }

  /**
   * @throws OutsideError as every engine, `WORKER_EXITED` where the thread died (this may be tried
   *   again) or none is left, `POOL_CLOSED` where the pool was closed before the answer
   */
  async run(feeds: Feeds): Promise<Results> {
    assert(this.#closed === undefined, "a pool is open while it runs");
    if (this.#end !== undefined) throw this.#end;
    checkFeeds(this.inputs, feeds, this.#options);
    const { promise, resolve, reject } = Promise.withResolvers<Results>();
    this.#waiting.push({ feeds: moveFeeds(feeds), resolve, reject });
    this.#handOut();
    return promise;
  }

  /** Rejects what waits and what is under way, and ends all threads. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const message = "the inference pool was closed before it had answered";
    const error = new OutsideError("POOL_CLOSED", message, { canRetry: false });
    for (const worker of this.#workers) worker.rejectRequest(error);
    this.#rejectWaiting(error);
    await Promise.all([...this.#workers].map((worker) => worker.end()));
    await Promise.all(this.#starting);
  }

  async #start(turn: "first" | "replacement"): Promise<void> {
    const { workerFile = new URL("./inference-worker.ts", import.meta.url) } = this.#options;
    const { workers: _, workerFile: __, ...options } = this.#options;
    const worker = await PoolWorker.start({
      ...{ bytes: this.#bytes, options, workerFile },
      onFree: (free) => {
        this.#free.push(free);
        this.#handOut();
      },
      onDeath: (dead, error) => this.#lose(dead, error, turn),
    });
    if (this.#closed !== undefined) {
      await worker.end();
      return;
    }
    this.#first ??= worker;
    this.#workers.add(worker);
    this.#free.push(worker);
    this.#handOut();
  }

  #handOut(): void {
    while (this.#free.length > 0) {
      const request = this.#waiting.shift();
      if (request === undefined) return;
      this.#free.shift()?.take(request);
    }
  }

  #lose(worker: PoolWorker, error: Error, turn: "first" | "replacement"): void {
    this.#workers.delete(worker);
    const place = this.#free.indexOf(worker);
    if (place >= 0) this.#free.splice(place, 1);
    if (turn === "replacement" || this.#closed !== undefined) {
      this.#endIfAlone(error);
      return;
    }
    const starting = this.#start("replacement").catch((reason: Error) => {
      this.#starting.delete(starting);
      this.#endIfAlone(reason);
    });
    this.#starting.add(starting);
    void starting.then(() => this.#starting.delete(starting));
  }

  #endIfAlone(error: Error): void {
    if (this.#workers.size > 0 || this.#starting.size > 0) return;
    this.#end = error;
    this.#rejectWaiting(error);
  }

  #rejectWaiting(error: Error): void {
    for (const request of this.#waiting.splice(0)) request.reject(error);
  }
}

/** Takes the columns over at once, so that nobody writes into them while they wait. */
function moveFeeds(feeds: Feeds): Feeds {
  const buffers = Object.values(feeds).map(({ buffer }) => buffer);
  const entries = Object.entries(feeds).map(([name, column]): [string, FeedData] => {
    const { buffer, byteLength } = column;
    const isAlone = buffers.indexOf(buffer) === buffers.lastIndexOf(buffer);
    if (!(buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && isAlone)) {
      return [name, column.slice()];
    }
    const Column = column.constructor as new (buffer: ArrayBuffer) => FeedData;
    return [name, new Column(buffer.transfer())];
  });
  return Object.fromEntries(entries);
}
