/**
 * The plainest book that follows a LOBSTER reader's events: maps of orders and of totals per
 * price. It refuses what cannot happen, so that it tests the events as well as the totals.
 */
import { strict as assert } from "node:assert";
import { eventFlag, eventKind, type MarketEvent } from "../../src/market/event-block.ts";
import { ask, bid, type Side } from "../../src/market/side.ts";

interface PlainOrder {
  readonly side: Side;
  readonly priceTicks: number;
  lots: number;
}

export class LobsterPlainBook {
  readonly orders = new Map<number, PlainOrder>();
  readonly #totals = [new Map<number, number>(), new Map<number, number>()] as const;
  /** Prices with lots, ascending for asks and descending for bids: best first. */
  readonly #prices: readonly [number[], number[]] = [[], []];

  apply(event: MarketEvent): void {
    switch (event.kind) {
      case eventKind.add:
      case eventKind.reveal:
        this.#enter(event);
        break;
      case eventKind.remove: {
        const isWhole = this.orders.get(event.orderId)?.lots === event.quantityLots;
        assert(isWhole || event.flags & eventFlag.standing, "a known order is removed whole");
        this.#leave(event);
        break;
      }
      case eventKind.reduce:
      case eventKind.execute:
      case eventKind.withdraw:
        this.#leave(event);
        break;
      default:
        assert(event.kind <= eventKind.status, `a kind that leaves the book alone: ${event.kind}`);
    }
  }

  /** The best levels of a side as price and lots in turn; short when there are fewer. */
  takeBest(side: Side, levels: number): number[] {
    const best: number[] = [];
    for (const price of this.#prices[side].slice(0, levels)) {
      best.push(price, this.#totals[side].get(price)!);
    }
    return best;
  }

  /** The best levels as a row of an orderbook file without its line end; `tick` in file units. */
  formatRow(levels: number, tick: number): string {
    const asks = this.takeBest(ask, levels);
    const bids = this.takeBest(bid, levels);
    let row = "";
    for (let level = 0; level < levels; level++) {
      const [askPrice, askLots, bidPrice, bidLots] = [
        asks[2 * level],
        asks[2 * level + 1],
        bids[2 * level],
        bids[2 * level + 1],
      ];
      row += level === 0 ? "" : ",";
      row += askPrice === undefined ? "9999999999,0" : `${askPrice * tick},${askLots}`;
      row += bidPrice === undefined ? ",-9999999999,0" : `,${bidPrice * tick},${bidLots}`;
    }
    return row;
  }

  #enter(event: MarketEvent): void {
    const { side, orderId, priceTicks, quantityLots: lots } = event;
    assert(lots > 0, "what comes has lots");
    assert(!this.orders.has(orderId), `an id that comes is new: ${orderId}`);
    assert(orderId > 0 === (event.kind === eventKind.add), "lumps have negative ids, orders not");
    this.orders.set(orderId, { side, priceTicks, lots });
    const totals = this.#totals[side];
    const total = totals.get(priceTicks);
    if (total === undefined)
      this.#prices[side].splice(this.#indexOf(side, priceTicks), 0, priceTicks);
    totals.set(priceTicks, (total ?? 0) + lots);
  }

  #leave(event: MarketEvent): void {
    const { side, orderId, priceTicks, quantityLots: lots } = event;
    const order = this.orders.get(orderId);
    assert(order !== undefined, `an id that leaves is there: ${orderId}`);
    assert(order.side === side && order.priceTicks === priceTicks, "an order stays where it is");
    assert(lots > 0 && lots <= order.lots, `${orderId} has the ${lots} lots that leave`);
    order.lots -= lots;
    if (order.lots === 0) this.orders.delete(orderId);
    const totals = this.#totals[side];
    const total = totals.get(priceTicks)! - lots;
    totals.set(priceTicks, total);
    if (total > 0) return;
    totals.delete(priceTicks);
    this.#prices[side].splice(this.#indexOf(side, priceTicks), 1);
  }

  #indexOf(side: Side, priceTicks: number): number {
    const prices = this.#prices[side];
    const sign = side === bid ? -1 : 1;
    let low = 0;
    let high = prices.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sign * (prices[middle]! - priceTicks) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
