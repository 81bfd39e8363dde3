/**
 * What the matching engine says, as rows of eight numbers in a ring.
 *
 * The engine appends, one consumer releases what it has read; the ring doubles rather than lose a
 * report. Eight doubles are one cache line a report, and nothing is allocated while it runs.
 */
import { assert } from "../core/assert.ts";

/** The first six codes are those of the public matching benchmark's report lines. */
export const reportKind = {
  /** The order was taken; price and quantity as asked. */
  orderAck: 0,
  /** Order `orderId` rested and traded with the incoming order `contraId`, at the resting price. */
  trade: 1,
  /** Lots left the market untraded; `code` is a `cancelCode`. */
  cancelAck: 2,
  /** The replace was done; price and quantity as asked. */
  modifyAck: 3,
  cancelReject: 4,
  modifyReject: 5,
  /** The new order was refused; `code` is a `refusalCode`. */
  orderReject: 6,
  /** Buy order `orderId` and sell order `contraId` met in an auction. */
  auctionTrade: 7,
} as const;
export type ReportKind = (typeof reportKind)[keyof typeof reportKind];

/** Columns of one report. */
export const reportField = {
  kind: 0,
  /** Number of the message that caused it, from 0. */
  sequence: 1,
  orderId: 2,
  side: 3,
  priceTicks: 4,
  quantityLots: 5,
  /** Trades: the other order. */
  contraId: 6,
  /** Reason code of rejects and cancels. */
  code: 7,
} as const;

const stride = 8;

export class ReportRing {
  /** Reports written since the beginning. */
  written = 0;
  /** Reports the consumer has released. */
  released = 0;
  #rows: Float64Array;
  #mask: number;

  constructor(capacity = 1 << 10) {
    assert((capacity & (capacity - 1)) === 0, "a ring's capacity is a power of two");
    this.#rows = new Float64Array(capacity * stride);
    this.#mask = capacity - 1;
  }

  /** Appends one report; used by engines only. */
  write(
    kind: ReportKind,
    sequence: number,
    orderId: number,
    side: number,
    priceTicks: number,
    quantityLots: number,
    contraId: number,
    code: number,
  ): void {
    if (this.written - this.released > this.#mask) this.#grow();
    const at = (this.written++ & this.#mask) * stride;
    const rows = this.#rows;
    rows[at] = kind;
    rows[at + 1] = sequence;
    rows[at + 2] = orderId;
    rows[at + 3] = side;
    rows[at + 4] = priceTicks;
    rows[at + 5] = quantityLots;
    rows[at + 6] = contraId;
    rows[at + 7] = code;
  }

  /** Reads one column of report number `index` (`released` ≤ index < `written`). */
  read(index: number, field: number): number {
    return this.#rows[(index & this.#mask) * stride + field];
  }

  /** Forgets everything read so far. */
  releaseAll(): void {
    this.released = this.written;
  }

  #grow(): void {
    const larger = new Float64Array(this.#rows.length * 2);
    const mask = larger.length / stride - 1;
    for (let index = this.released; index < this.written; index++) {
      const from = (index & this.#mask) * stride;
      larger.set(this.#rows.subarray(from, from + stride), (index & mask) * stride);
    }
    this.#rows = larger;
    this.#mask = mask;
  }
}
