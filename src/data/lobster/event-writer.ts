/** Fills one event block again and again, and never tears a record apart. */
import {
  createEventBlock,
  type EventBlock,
  type EventKind,
  eventFlag,
} from "../../market/event-block.ts";
import type { Side } from "../../market/side.ts";

/** Room that a usual record fits into; a block is handed over when less is left. */
const recordReserve = 64;

export class EventWriter {
  /** Grows (is replaced by a larger one) when a single record does not fit into what is left. */
  block: EventBlock;
  /** Time of the record being written, nanoseconds since midnight. */
  timeNs = 0;

  constructor(capacity: number) {
    this.block = createEventBlock(capacity + recordReserve);
  }

  get isFull(): boolean {
    return this.block.length > this.block.capacity - recordReserve;
  }

  emit(
    kind: EventKind,
    side: Side,
    orderId: number,
    priceTicks: number,
    lots: number,
    flags: number,
  ): void {
    if (this.block.length === this.block.capacity) this.#grow();
    const block = this.block;
    const row = block.length++;
    block.venueTimeNs[row] = this.timeNs;
    block.localTimeNs[row] = this.timeNs;
    block.kind[row] = kind;
    block.side[row] = side;
    block.orderId[row] = orderId;
    block.priceTicks[row] = priceTicks;
    block.quantityLots[row] = lots;
    block.flags[row] = flags;
  }

  endRecord(): void {
    this.block.flags[this.block.length - 1]! |= eventFlag.endOfRecord;
  }

  clear(): void {
    this.block.length = 0;
  }

  #grow(): void {
    const old = this.block;
    const grown = createEventBlock(2 * old.capacity);
    grown.venueTimeNs.set(old.venueTimeNs);
    grown.localTimeNs.set(old.localTimeNs);
    grown.kind.set(old.kind);
    grown.side.set(old.side);
    grown.orderId.set(old.orderId);
    grown.priceTicks.set(old.priceTicks);
    grown.quantityLots.set(old.quantityLots);
    grown.flags.set(old.flags);
    grown.length = old.length;
    this.block = grown;
  }
}
