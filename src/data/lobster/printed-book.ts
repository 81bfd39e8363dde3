/** A plain order-by-order book that knows only what a LOBSTER row needs: totals per price. */
import { assert } from "../../core/assert.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import { dummyPrice } from "./book-row.ts";

interface StandingOrder {
  readonly side: Side;
  readonly priceTicks: number;
  lots: number;
}

interface PrintedLevel {
  readonly priceTicks: number;
  lots: number;
}

export class PrintedBook {
  readonly #levels: number;
  readonly #tickFileUnits: number;
  readonly #orders = new Map<number, StandingOrder>();
  /** Per side, best first. */
  readonly #sides: readonly [PrintedLevel[], PrintedLevel[]] = [[], []];

  constructor(levels: number, tickFileUnits: number) {
    this.#levels = levels;
    this.#tickFileUnits = tickFileUnits;
  }

  /** @returns whether the order's level is among the best N after the addition */
  add(
    orderId: number,
    order: { readonly side: Side; readonly priceTicks: number; readonly lots: number },
  ): boolean {
    assert(
      orderId > 0 && !this.#orders.has(orderId),
      `an order id is positive and new, was ${orderId}`,
    );
    assert(order.lots > 0, "an order has at least one lot");
    this.#orders.set(orderId, { ...order });
    const levels = this.#sides[order.side];
    const index = indexOf(levels, order.side, order.priceTicks);
    const level = levels[index];
    if (level?.priceTicks === order.priceTicks) level.lots += order.lots;
    else levels.splice(index, 0, { priceTicks: order.priceTicks, lots: order.lots });
    return index < this.#levels;
  }

  /** @returns whether the order's level is among the best N before the lots go */
  take(orderId: number, lots: number): boolean {
    const order = this.#orders.get(orderId);
    assert(order !== undefined, `an order that loses lots is standing, was ${orderId}`);
    assert(lots > 0 && lots <= order.lots, `an order loses lots that it has, was ${lots}`);
    order.lots -= lots;
    if (order.lots === 0) this.#orders.delete(orderId);
    const levels = this.#sides[order.side];
    const index = indexOf(levels, order.side, order.priceTicks);
    levels[index]!.lots -= lots;
    if (levels[index]!.lots === 0) levels.splice(index, 1);
    return index < this.#levels;
  }

  lotsOf(orderId: number): number {
    return this.#orders.get(orderId)?.lots ?? 0;
  }

  /** The best N levels as a row of an orderbook file, with its line end. */
  formatRow(): string {
    const fields: number[] = [];
    for (let level = 0; level < this.#levels; level++) {
      const asked = this.#sides[ask][level];
      const offered = this.#sides[bid][level];
      fields.push(asked === undefined ? dummyPrice : asked.priceTicks * this.#tickFileUnits);
      fields.push(asked?.lots ?? 0);
      fields.push(offered === undefined ? -dummyPrice : offered.priceTicks * this.#tickFileUnits);
      fields.push(offered?.lots ?? 0);
    }
    return `${fields.join(",")}\n`;
  }
}

/** Where a price stands, or would stand, in levels ordered from the best. */
function indexOf(levels: readonly PrintedLevel[], side: Side, priceTicks: number): number {
  let low = 0;
  let high = levels.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const price = levels[middle]!.priceTicks;
    if (side === ask ? price < priceTicks : price > priceTicks) low = middle + 1;
    else high = middle;
  }
  return low;
}
