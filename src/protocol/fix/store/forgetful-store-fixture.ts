/**
 * A disk for tests that keeps what was acknowledged and nothing else.
 *
 * A killed process proves the order of things, not that they were durable: the kernel still writes
 * what it was given. This disk forgets all of it, as a power cut does at its worst.
 */
import { OutsideError } from "../../../core/trouble.ts";
import { createMemoryStore, type MemoryStore } from "./memory-store.ts";
import type { SessionStore, UnitOfWork } from "./session-store.ts";

/** What the disk needs of a clock; nothing is ever cancelled. */
export type Schedule = (delayMs: number, work: () => void) => void;

export interface ForgetfulDisk {
  /** A store on what the disk remembers; the one before, if any, is dead. */
  mount(): SessionStore;
  /** Everything unacknowledged is gone, and the promises of it stay open for ever. */
  crash(): void;
  /** From now on every unit fails. */
  breakDown(): void;
}

/** @param drawDelayMs how long a unit takes until it is durable; drawn for each unit */
export function createForgetfulDisk(schedule: Schedule, drawDelayMs: () => number): ForgetfulDisk {
  const durable: Remembered[] = [];
  let mounted: ForgetfulStore | undefined;
  let isBroken = false;
  return {
    mount() {
      mounted?.kill();
      const isDown = (): boolean => isBroken;
      mounted = new ForgetfulStore({ durable, schedule, drawDelayMs, isDown });
      return mounted;
    },
    crash() {
      mounted?.kill();
      mounted = undefined;
    },
    breakDown() {
      isBroken = true;
    },
  };
}

/** In the order in which it became durable. */
type Remembered =
  | { readonly kind: "open"; readonly session: string; readonly nowMs: number }
  | { readonly kind: "unit"; readonly unit: UnitOfWork };

interface DiskTerms {
  readonly durable: Remembered[];
  readonly schedule: Schedule;
  readonly drawDelayMs: () => number;
  readonly isDown: () => boolean;
}

class ForgetfulStore implements SessionStore {
  readonly #terms: DiskTerms;
  /** What its process sees: everything, acknowledged or not. */
  readonly #visible: MemoryStore = createMemoryStore();
  /** Not acknowledged yet, in order. */
  readonly #pending: { unit: UnitOfWork; settled: PromiseWithResolvers<void>; isDue: boolean }[] =
    [];
  #isDead = false;
  #end: OutsideError | undefined;

  constructor(terms: DiskTerms) {
    this.#terms = terms;
    for (const entry of terms.durable) {
      if (entry.kind === "open") this.#visible.open(entry.session, entry.nowMs);
      else this.#visible.commit(entry.unit);
    }
  }

  async open(session: string, nowMs: number) {
    this.#terms.durable.push({ kind: "open", session, nowMs });
    return this.#visible.open(session, nowMs);
  }

  commit(unit: UnitOfWork): Promise<void> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    this.#visible.commit(unit);
    const entry = { unit, settled: Promise.withResolvers<void>(), isDue: false };
    this.#pending.push(entry);
    this.#terms.schedule(this.#terms.drawDelayMs(), () => {
      entry.isDue = true;
      this.#acknowledge();
    });
    return entry.settled.promise;
  }

  async readOutbound(session: string, from: number, to: number) {
    return this.#visible.readOutbound(session, from, to);
  }

  async readInbound(session: string, limit: number) {
    return this.#visible.readInbound(session, limit);
  }

  async readAttachments(afterId: number, limit: number) {
    return this.#visible.readAttachments(afterId, limit);
  }

  async close(): Promise<void> {
    while (this.#pending.length > 0) await this.#pending[0]!.settled.promise;
    this.#end ??= new OutsideError("STORE_CLOSED", "the store is closed", { canRetry: false });
  }

  kill(): void {
    this.#isDead = true;
  }

  /** In the order of the calls: a unit waits for those before it. */
  #acknowledge(): void {
    if (this.#isDead) return;
    if (this.#terms.isDown()) this.#fail();
    while (this.#pending[0]?.isDue) {
      const { unit, settled } = this.#pending.shift()!;
      this.#terms.durable.push({ kind: "unit", unit });
      settled.resolve();
    }
  }

  #fail(): void {
    this.#end ??= new OutsideError("STORE_FAILED", "the simulated disk broke", { canRetry: false });
    for (const { settled } of this.#pending.splice(0)) settled.reject(this.#end);
  }
}
