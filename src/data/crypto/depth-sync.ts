/**
 * A book from a snapshot and the changes around it.
 *
 * The snapshot is asked for while the changes already stream, so it comes late: changes in front of
 * it are kept, those that it already holds are dropped, and the rest follows (Binance, "How to manage
 * a local order book correctly"). A change must follow the one before (in futures its `pu`); where it
 * does not, something was lost. The book goes on all the same, as every change says a level's whole
 * quantity, and the gap is noted.
 */
import { ask, bid } from "../../market/side.ts";
import type { Tape } from "../rows/tape.ts";
import type { PricePair } from "./json-line.ts";
import type { PairLevels } from "./pair-levels.ts";

export interface DepthChange {
  readonly previousId: number;
  readonly lastId: number;
  readonly bids: readonly PricePair[];
  readonly asks: readonly PricePair[];
}

/** Changes that wait for a snapshot; the oldest go first. At ten a second, seven minutes. */
const waitingMax = 4096;

export class DepthSync {
  /** Id of the last change that is in the book; undefined before the snapshot. */
  lastId: number | undefined;
  readonly #tape: Tape;
  readonly #levels: PairLevels;
  readonly #waiting: DepthChange[] = [];

  constructor(tape: Tape, levels: PairLevels) {
    this.#tape = tape;
    this.#levels = levels;
  }

  /** @returns whether the book is that of the change now */
  change(change: DepthChange): boolean {
    if (this.lastId === undefined) {
      this.#waiting.push(change);
      if (this.#waiting.length > waitingMax) {
        this.#waiting.shift();
        this.#tape.run.note("missing-snapshot");
      }
      return false;
    }
    if (change.lastId <= this.lastId) {
      this.#tape.run.note("stale-update");
      return false;
    }
    if (change.previousId > this.lastId) this.#tape.run.note("gap");
    this.lastId = change.lastId;
    this.#levels.change(bid, change.bids);
    this.#levels.change(ask, change.asks);
    this.#tape.endRecord();
    return true;
  }

  /** The whole book as of an id. One that is older than ours tells nothing. */
  snapshot(lastId: number, bids: readonly PricePair[], asks: readonly PricePair[]): void {
    if (this.lastId !== undefined && lastId <= this.lastId) {
      this.#tape.run.note("stale-update");
      return;
    }
    this.lastId = lastId;
    this.#levels.replace(bid, bids);
    this.#levels.replace(ask, asks);
    this.#tape.endRecord();
    for (const change of this.#waiting) this.change(change);
    this.#waiting.length = 0;
  }

  /** No snapshot came for what still waits. */
  end(): void {
    for (const _ of this.#waiting) this.#tape.run.note("missing-snapshot");
    this.#waiting.length = 0;
  }
}
