/**
 * Market data on its way from the venue to us: rows of an `EventBlock` in a ring, each with the
 * time at which it arrives. First in, first out; the ring doubles rather than lose a row.
 */
import { assert } from "../core/assert.ts";
import type { StateReader, StateWriter } from "../core/state-buffer.ts";
import { createEventBlock, type EventBlock, type EventKind } from "../market/event-block.ts";

const columns = [
  "kind",
  "venueTimeNs",
  "localTimeNs",
  "side",
  "priceTicks",
  "quantityLots",
] as const;

export class MarketDataFeed {
  #block: EventBlock;
  #mask: number;
  #head = 0;
  #tail = 0;

  constructor(capacity = 1 << 12) {
    assert((capacity & (capacity - 1)) === 0, "a feed's capacity is a power of two");
    this.#block = createEventBlock(capacity);
    this.#mask = capacity - 1;
  }

  /** Rows on the way. */
  get size(): number {
    return this.#tail - this.#head;
  }

  publish(
    kind: EventKind,
    venueTimeNs: number,
    localTimeNs: number,
    side: number,
    priceTicks: number,
    lots: number,
  ): void {
    if (this.#tail - this.#head > this.#mask) this.#grow();
    const row = this.#tail++ & this.#mask;
    const block = this.#block;
    block.kind[row] = kind;
    block.venueTimeNs[row] = venueTimeNs;
    block.localTimeNs[row] = localTimeNs;
    block.side[row] = side;
    block.priceTicks[row] = priceTicks;
    block.quantityLots[row] = lots;
  }

  /** Hands every row that has arrived by `localTimeNs` to the receiver, once, in order. */
  deliver(localTimeNs: number, receiver: { apply(block: EventBlock, row: number): void }): void {
    while (this.#head < this.#tail) {
      const row = this.#head & this.#mask;
      if (this.#block.localTimeNs[row] > localTimeNs) return;
      receiver.apply(this.#block, row);
      this.#head++;
    }
  }

  /** Loses whatever is on the way. */
  clear(): void {
    this.#head = 0;
    this.#tail = 0;
  }

  save(writer: StateWriter): void {
    writer.number(this.size);
    for (let at = this.#head; at < this.#tail; at++) {
      for (const column of columns) writer.number(this.#block[column][at & this.#mask]);
    }
  }

  load(reader: StateReader): void {
    this.#head = 0;
    this.#tail = 0;
    for (let left = reader.number(); left > 0; left--) {
      if (this.#tail > this.#mask) this.#grow();
      for (const column of columns) this.#block[column][this.#tail] = reader.number();
      this.#tail++;
    }
  }

  #grow(): void {
    const larger = createEventBlock(this.#block.capacity * 2);
    const count = this.size;
    for (let at = 0; at < count; at++) {
      const from = (this.#head + at) & this.#mask;
      for (const column of columns) larger[column][at] = this.#block[column][from];
    }
    this.#block = larger;
    this.#mask = larger.capacity - 1;
    this.#head = 0;
    this.#tail = count;
  }
}
