/**
 * What we believe stands in the book: orders with an id, and lumps of depth without one, in
 * queues per price level.
 *
 * Entries live in columns and are linked by index, so that an order costs no object. A positive
 * id is an order of the file; a negative one is a lump that we named ourselves.
 */
import { assert } from "../../core/assert.ts";
import type { Side } from "../../market/side.ts";

/** No entry. */
export const none = -1;

/** First and last entry of a queue, oldest first. */
export interface Queue {
  first: number;
  last: number;
}

export interface BelievedLevel {
  readonly side: Side;
  readonly priceTicks: number;
  /** All that stands here: known orders and lumps. */
  lots: number;
  /** Orders whose submission we saw. */
  readonly known: Queue;
  /** Depth that stood before we could see it; ahead of the known orders. */
  readonly lumps: Queue;
  /**
   * Ids that are in no queue but may yet be named by the file (see `StandingDepth`); forgotten
   * with the level.
   */
  ghostIds: number[] | undefined;
}

export function createBelievedLevel(side: Side, priceTicks: number): BelievedLevel {
  return {
    side,
    priceTicks,
    lots: 0,
    known: { first: none, last: none },
    lumps: { first: none, last: none },
    ghostIds: undefined,
  };
}

export class QueuePool {
  id = new Float64Array(1024);
  lots = new Float64Array(1024);
  next = new Int32Array(1024);
  #previous = new Int32Array(1024);
  readonly #level: BelievedLevel[] = [];
  readonly #entryOf = new Map<number, number>();
  #used = 0;
  #firstFree = none;

  /** The entry of an order of the file, or `none`. */
  find(orderId: number): number {
    return this.#entryOf.get(orderId) ?? none;
  }

  levelOf(entry: number): BelievedLevel {
    return this.#level[entry]!;
  }

  /** Appends an order (positive id) or a lump (negative id) to its level, and counts its lots there. */
  append(level: BelievedLevel, id: number, lots: number): void {
    const entry = this.#allocate();
    const queue = id > 0 ? level.known : level.lumps;
    this.id[entry] = id;
    this.lots[entry] = lots;
    this.next[entry] = none;
    this.#previous[entry] = queue.last;
    this.#level[entry] = level;
    if (queue.last === none) queue.first = entry;
    else this.next[queue.last] = entry;
    queue.last = entry;
    level.lots += lots;
    if (id > 0) this.#entryOf.set(id, entry);
  }

  /** Takes lots out of an entry and its level; an entry without lots is gone. */
  take(entry: number, lots: number): void {
    const left = this.lots[entry]! - lots;
    assert(lots > 0 && left >= 0, "an entry never gives more lots than it has");
    this.lots[entry] = left;
    this.#level[entry]!.lots -= lots;
    if (left === 0) this.#free(entry);
  }

  #allocate(): number {
    const reused = this.#firstFree;
    if (reused !== none) {
      this.#firstFree = this.next[reused]!;
      return reused;
    }
    if (this.#used === this.id.length) this.#grow();
    return this.#used++;
  }

  #free(entry: number): void {
    const id = this.id[entry]!;
    const level = this.#level[entry]!;
    const queue = id > 0 ? level.known : level.lumps;
    const previous = this.#previous[entry]!;
    const next = this.next[entry]!;
    if (previous === none) queue.first = next;
    else this.next[previous] = next;
    if (next === none) queue.last = previous;
    else this.#previous[next] = previous;
    if (id > 0) this.#entryOf.delete(id);
    this.next[entry] = this.#firstFree;
    this.#firstFree = entry;
  }

  #grow(): void {
    const size = 2 * this.id.length;
    const longer = <Column extends Float64Array | Int32Array>(
      old: Column,
      grown: Column,
    ): Column => {
      grown.set(old);
      return grown;
    };
    this.id = longer(this.id, new Float64Array(size));
    this.lots = longer(this.lots, new Float64Array(size));
    this.next = longer(this.next, new Int32Array(size));
    this.#previous = longer(this.#previous, new Int32Array(size));
  }
}
