/**
 * Market events as columns of numbers: the one shape in which recorded, simulated and live
 * markets travel.
 *
 * A block holds up to `capacity` events; row `i` of every column belongs together. Nothing here
 * allocates per event, and a column can go to a book, a file or a tensor as it is. Order-by-order
 * sources use the kinds `add` to `hiddenExecute`; sources that know only price levels use `level`
 * and `trade`.
 */
import { assert } from "../core/assert.ts";
import type { Instrument } from "./instrument.ts";
import type { Side } from "./side.ts";

/** What happened. The quantity and price columns mean what the line says. */
export const eventKind = {
  /** A limit order came to rest: id, side, price, quantity. */
  add: 1,
  /** A resting order lost `quantity` lots to a partial cancel and kept its rank. */
  reduce: 2,
  /** A resting order was deleted; quantity is what it still had. */
  remove: 3,
  /** A resting displayed order traded `quantity` lots at its price; side is that of the resting order. */
  execute: 4,
  /** A hidden order traded; it has no id and its price may lie between ticks. */
  hiddenExecute: 5,
  /** A cross (auction) print of `quantity` lots. */
  cross: 6,
  /** The trading status changed; the quantity column holds a `tradingStatus` code. */
  status: 7,
  /**
   * Depth that stood before we could see it came into sight: an order id of its own (negative,
   * given by the reader), queued ahead of everything seen at its price.
   */
  reveal: 8,
  /**
   * Lots of a known order went away while it was out of sight. Which order it was is the reader's
   * guess (the youngest first); the level's total is exact.
   */
  withdraw: 9,
  /** A price level now shows `quantity` lots in all (0: the level is gone). */
  level: 10,
  /** A trade whose resting order is not known; side is that of the resting order. */
  trade: 11,
} as const;
export type EventKind = (typeof eventKind)[keyof typeof eventKind];

/** Codes in the quantity column of a `status` event. */
export const tradingStatus = { halted: 0, quoting: 1, trading: 2 } as const;

/** Bits of the `flags` column. */
export const eventFlag = {
  /** Last event of its record in the source: the book now equals the source's book. */
  endOfRecord: 1,
  /** The source named an order that stood before the recording began. */
  standing: 2,
  /** The source does not say which side rested; the one given is the reader's conclusion. */
  inferredSide: 4,
} as const;

/** One row, for edges and tests; hot code reads the columns. */
export interface MarketEvent {
  readonly kind: EventKind;
  readonly venueTimeNs: number;
  readonly localTimeNs: number;
  readonly side: Side;
  readonly orderId: number;
  readonly priceTicks: number;
  readonly quantityLots: number;
  readonly flags: number;
}

export interface EventBlock {
  readonly capacity: number;
  /** Rows in use. */
  length: number;
  /** When it happened at the venue, nanoseconds since midnight. */
  readonly venueTimeNs: Float64Array;
  /** When it could be known here; equal to the venue time until a latency model adds to it. */
  readonly localTimeNs: Float64Array;
  readonly kind: Uint8Array;
  /** Side of the resting order (0 bid, 1 ask). */
  readonly side: Uint8Array;
  /** Exact integers below 2^53; 0 where the source gives none, negative for revealed depth. */
  readonly orderId: Float64Array;
  /** Whole ticks, except for hidden executions between ticks. */
  readonly priceTicks: Float64Array;
  readonly quantityLots: Float64Array;
  readonly flags: Uint8Array;
}

export function createEventBlock(capacity: number): EventBlock {
  assert(Number.isInteger(capacity) && capacity > 0, "a block has room for at least one event");
  return {
    capacity,
    length: 0,
    venueTimeNs: new Float64Array(capacity),
    localTimeNs: new Float64Array(capacity),
    kind: new Uint8Array(capacity),
    side: new Uint8Array(capacity),
    orderId: new Float64Array(capacity),
    priceTicks: new Float64Array(capacity),
    quantityLots: new Float64Array(capacity),
    flags: new Uint8Array(capacity),
  };
}

/** Appends one row. For readers and tests; the object need not outlive the call. */
export function appendEvent(block: EventBlock, event: MarketEvent): void {
  assert(block.length < block.capacity, "a block never grows past its capacity");
  const row = block.length++;
  block.venueTimeNs[row] = event.venueTimeNs;
  block.localTimeNs[row] = event.localTimeNs;
  block.kind[row] = event.kind;
  block.side[row] = event.side;
  block.orderId[row] = event.orderId;
  block.priceTicks[row] = event.priceTicks;
  block.quantityLots[row] = event.quantityLots;
  block.flags[row] = event.flags;
}

/** Reads one row back as an object. */
export function readEvent(block: EventBlock, row: number): MarketEvent {
  assert(row >= 0 && row < block.length, "a row that is read has been written");
  return {
    kind: block.kind[row] as EventKind,
    venueTimeNs: block.venueTimeNs[row]!,
    localTimeNs: block.localTimeNs[row]!,
    side: block.side[row] as Side,
    orderId: block.orderId[row]!,
    priceTicks: block.priceTicks[row]!,
    quantityLots: block.quantityLots[row]!,
    flags: block.flags[row]!,
  };
}

/**
 * A recorded market: blocks in time order, each valid until the next one is asked for.
 *
 * Readers reuse one block, so memory does not grow with the recording.
 */
export interface MarketEventSource {
  readonly instrument: Instrument;
  blocks(): AsyncIterable<EventBlock>;
}
