/**
 * A durable store: one SQLite file for all sessions, written by a thread of its own.
 *
 * Group commit. Units of work that come in while the writer is busy wait, and go into its next
 * transaction together: one sync of the disk carries as many units as arrived during the one before.
 */
import { Worker } from "node:worker_threads";
import { assert } from "../../../core/assert.ts";
import { OutsideError } from "../../../core/trouble.ts";
import type {
  SessionStore,
  StoredAttachment,
  StoredMessage,
  StoredSession,
  UnitOfWork,
} from "./session-store.ts";
import type { Answer, Job, WriterTerms } from "./sqlite-messages.ts";
import { UnitBatch } from "./unit-batch.ts";

export interface SqliteStoreOptions {
  /**
   * How many received messages are kept, of all sessions together; the oldest go first.
   *
   * @defaultValue 1,000,000
   */
  readonly inboundMax?: number;
  /** Most units of one transaction. @defaultValue 4,096 */
  readonly batchUnitsMax?: number;
  /** A transaction is closed when it has as many bytes. @defaultValue 4 MiB */
  readonly batchBytesMax?: number;
}

/** Counts of a store's life, for the log and for benches. */
export interface SqliteStoreCounts {
  readonly units: number;
  readonly transactions: number;
}

export interface SqliteStore extends SessionStore {
  readonly counts: SqliteStoreCounts;
  commit(unit: UnitOfWork): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a store, or makes a new one where there is no file.
 *
 * @throws OutsideError `STORE_LOCKED` where another process has it, `STORE_VERSION`,
 *   `STORE_FOREIGN`, `STORE_DAMAGED`, `STORE_NOT_OPENED`, each with the path
 */
export async function openSqliteStore(
  path: string,
  options: SqliteStoreOptions = {},
): Promise<SqliteStore> {
  const store = new ThreadedStore(path, options);
  await store.opened;
  return store;
}

const workerFile = new URL("./sqlite-store-worker.ts", import.meta.url);

/** Units that share a transaction, and so a promise. */
interface WaitingBatch {
  readonly units: UnitBatch;
  readonly settled: PromiseWithResolvers<void>;
}

interface PostedJob {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: OutsideError) => void;
}

class ThreadedStore implements SqliteStore {
  readonly opened: Promise<unknown>;
  readonly #path: string;
  readonly #worker: Worker;
  readonly #batchUnitsMax: number;
  readonly #batchBytesMax: number;
  readonly #ids = new Map<string, number>();
  /** Given to the writer, not answered yet, in order. */
  readonly #posted: PostedJob[] = [];
  /** Not given to the writer yet. */
  readonly #waiting: WaitingBatch[] = [];
  #batchesPosted = 0;
  #isFlushPlanned = false;
  #closing: Promise<void> | undefined;
  /** Why nothing is taken any more. */
  #end: OutsideError | undefined;
  #units = 0;
  #transactions = 0;

  constructor(path: string, options: SqliteStoreOptions) {
    const { inboundMax = 1_000_000, batchUnitsMax = 4096, batchBytesMax = 4 << 20 } = options;
    assert(inboundMax >= 0 && batchUnitsMax >= 1 && batchBytesMax >= 1, "bounds are positive");
    this.#path = path;
    this.#batchUnitsMax = batchUnitsMax;
    this.#batchBytesMax = batchBytesMax;
    const workerData: WriterTerms = { path, inboundMax };
    this.#worker = new Worker(workerFile, { workerData, execArgv: [] });
    this.#worker.on("message", (answer: Answer) => this.#receive(answer));
    this.#worker.on("error", (error) => this.#fail(`its writer broke: ${error.message}`, error));
    this.#worker.on("exit", (code) => this.#fail(`its writer exited with code ${code}`));
    this.opened = new Promise((resolve, reject) => this.#posted.push({ resolve, reject }));
  }

  get counts(): SqliteStoreCounts {
    return { units: this.#units, transactions: this.#transactions };
  }

  async open(session: string, nowMs: number): Promise<StoredSession> {
    const answer = await this.#ask({ kind: "open", session, nowMs });
    assert(answer.kind === "opened", "a session is answered with its numbers");
    const { id, ...stored } = answer.session;
    this.#ids.set(session, id);
    return stored;
  }

  commit(unit: UnitOfWork): Promise<void> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const batch = this.#batchWithRoom();
    batch.units.add(this.#idOf(unit.session), unit);
    this.#units++;
    // At the end of this turn: what one read of a socket brought goes together.
    if (this.#batchesPosted === 0 && !this.#isFlushPlanned) {
      this.#isFlushPlanned = true;
      queueMicrotask(() => {
        this.#isFlushPlanned = false;
        if (this.#batchesPosted === 0) this.#postNextBatch();
      });
    }
    return batch.settled.promise;
  }

  async readOutbound(session: string, from: number, to: number): Promise<readonly StoredMessage[]> {
    return this.#askMessages({ kind: "outbound", sessionId: this.#idOf(session), from, to });
  }

  async readInbound(session: string, limit: number): Promise<readonly StoredMessage[]> {
    return this.#askMessages({ kind: "inbound", sessionId: this.#idOf(session), limit });
  }

  async readAttachments(afterId: number, limit: number): Promise<readonly StoredAttachment[]> {
    const answer = await this.#ask({ kind: "attachments", afterId, limit });
    assert(answer.kind === "attachments", "attachments are answered with attachments");
    return answer.attachments;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const closed = this.#end === undefined ? this.#ask({ kind: "close" }) : undefined;
    this.#end ??= new OutsideError("STORE_CLOSED", `${this.#path} is closed`, { canRetry: false });
    try {
      await closed;
    } finally {
      await this.#worker.terminate();
    }
  }

  async #askMessages(job: Job): Promise<readonly StoredMessage[]> {
    const answer = await this.#ask(job);
    assert(answer.kind === "messages", "messages are answered with messages");
    return answer.messages;
  }

  /** The writer works in order, so units that were committed before go before. */
  #ask(job: Job): Promise<Answer> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    while (this.#waiting.length > 0) this.#postNextBatch();
    return this.#post(job, []);
  }

  #post(job: Job, transfer: ArrayBuffer[]): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#posted.push({ resolve, reject });
      this.#worker.postMessage(job, transfer);
    });
  }

  #batchWithRoom(): WaitingBatch {
    const last = this.#waiting.at(-1);
    const hasRoom =
      last !== undefined &&
      last.units.count < this.#batchUnitsMax &&
      last.units.length < this.#batchBytesMax;
    if (hasRoom) return last;
    const batch = { units: new UnitBatch(), settled: Promise.withResolvers<void>() };
    this.#waiting.push(batch);
    return batch;
  }

  #postNextBatch(): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) return;
    const { units, settled } = waiting;
    this.#batchesPosted++;
    this.#transactions++;
    const batch = units.take();
    this.#posted.push({
      resolve: () => {
        this.#batchesPosted--;
        if (this.#batchesPosted === 0) this.#postNextBatch();
        settled.resolve();
      },
      reject: settled.reject,
    });
    this.#worker.postMessage({ kind: "units", batch, length: units.length }, [batch]);
  }

  #receive(answer: Answer): void {
    if (answer.kind === "failed") {
      const { code, message, canRetry } = answer.trouble;
      this.#endAll(new OutsideError(code, message, { canRetry }));
    } else this.#posted.shift()?.resolve(answer);
  }

  #fail(what: string, cause?: unknown): void {
    const options = cause === undefined ? { canRetry: false } : { canRetry: false, cause };
    this.#endAll(new OutsideError("STORE_FAILED", `${this.#path}: ${what}`, options));
  }

  /** Fails everything that is under way, and everything that comes later. */
  #endAll(error: OutsideError): void {
    this.#end ??= error;
    for (const job of this.#posted.splice(0)) job.reject(error);
    for (const batch of this.#waiting.splice(0)) batch.settled.reject(error);
    void this.#worker.terminate();
  }

  #idOf(session: string): number {
    const id = this.#ids.get(session);
    assert(id !== undefined, "a session is opened before it is used");
    return id;
  }
}
