/** One thread of an `InferencePool` as its pool sees it. */
import { Worker } from "node:worker_threads";
import { OutsideError } from "../../core/trouble.ts";
import type { OnnxValue } from "../onnx/onnx-model.ts";
import type { Feeds, Results } from "./inference.ts";
import { buffersOf, createError, type FromWorker, type WorkerTerms } from "./inference-messages.ts";

/** A request and how to settle it. */
export interface Request {
  readonly feeds: Feeds;
  readonly resolve: (results: Results) => void;
  readonly reject: (error: Error) => void;
}

/** What a worker says to its pool, apart from answers. */
export interface PoolWorkerTerms extends WorkerTerms {
  readonly workerFile: URL;
  /** Has answered, and can be given the next request. */
  readonly onFree: (worker: PoolWorker) => void;
  /** Has ended although nobody ended it; its request is rejected already. */
  readonly onDeath: (worker: PoolWorker, error: OutsideError) => void;
}

export class PoolWorker {
  inputs: readonly OnnxValue[] = [];
  outputs: readonly OnnxValue[] = [];
  readonly #terms: PoolWorkerTerms;
  readonly #worker: Worker;
  readonly #ready = Promise.withResolvers<PoolWorker>();
  #request: Request | undefined;
  #isReady = false;
  #isEnding = false;
  /** What it broke with, before it exits. */
  #error: Error | undefined;

  private constructor(terms: PoolWorkerTerms) {
    this.#terms = terms;
    const { bytes, options, workerFile } = terms;
    this.#worker = new Worker(workerFile, { workerData: { bytes, options } });
    this.#worker.on("message", (message: FromWorker) => this.#receive(message));
    this.#worker.on("error", (error: Error) => {
      this.#error = error;
    });
    this.#worker.on("exit", (code) => this.#exit(code));
  }

  /**
   * Starts a thread and waits until it has opened the network.
   *
   * @throws OutsideError as `openInference`, or `WORKER_EXITED`
   */
  static async start(terms: PoolWorkerTerms): Promise<PoolWorker> {
    const worker = new PoolWorker(terms);
    try {
      return await worker.#ready.promise;
    } catch (error) {
      await worker.end();
      throw error;
    }
  }

  /** Gives it a request; it must be free. */
  take(request: Request): void {
    this.#request = request;
    this.#worker.postMessage(request.feeds, buffersOf(request.feeds));
  }

  /** Ends the thread in the middle of what it does, without a word to the pool. */
  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#worker.terminate();
  }

  /** Rejects the request that it works at. */
  rejectRequest(error: Error): void {
    this.#request?.reject(error);
    this.#request = undefined;
  }

  #receive(message: FromWorker): void {
    switch (message.kind) {
      case "ready":
        this.inputs = message.inputs;
        this.outputs = message.outputs;
        this.#isReady = true;
        this.#ready.resolve(this);
        return;
      case "unready":
        this.#ready.reject(createError(message.trouble));
        return;
      case "done":
        this.#request?.resolve(message.results);
        break;
      case "failed":
        this.#request?.reject(createError(message.trouble));
        break;
      default:
        message satisfies never;
    }
    this.#request = undefined;
    if (!this.#isEnding) this.#terms.onFree(this);
  }

  #exit(code: number): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    const why = this.#error === undefined ? `exited with code ${code}` : this.#error.message;
    const error = new OutsideError("WORKER_EXITED", `an inference worker ended: ${why}`, {
      canRetry: true,
      ...(this.#error === undefined ? {} : { cause: this.#error }),
    });
    this.#ready.reject(error);
    this.rejectRequest(error);
    if (this.#isReady) this.#terms.onDeath(this, error);
  }
}
