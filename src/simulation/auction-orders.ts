/**
 * Our on-open and on-close orders at a replayed venue: they wait beside the book for the recorded
 * auction, which is one print of a price and of lots.
 *
 * Who bid what in that auction is not recorded, so how it would have ended with our lots in it
 * cannot be known. The rule: our orders trade at the recorded price, up to `auctionShareMax` of the
 * recorded lots, in the place of others' lots; the price stays. What is beyond that share, or beyond
 * an order's limit, is not filled and is cancelled, as on-close orders are.
 */
import { orderType } from "../market/order.ts";
import { buy, sideSign } from "../market/side.ts";
import type { ClientOrderId, SubmitCommand } from "../market/venue.ts";

/** Own share of the recorded auction's lots up to which its price is taken to stay what it was. */
const auctionShareMax = 0.1;

export interface WaitingOrder {
  readonly clientOrderId: ClientOrderId;
  readonly side: SubmitCommand["side"];
  /** Undefined: at any price. */
  readonly limitTicks: number | undefined;
  readonly lots: number;
}

/** What the auction did with one order. */
export interface AuctionResult extends WaitingOrder {
  readonly filledLots: number;
  /** A price between ticks is rounded against us. */
  readonly fillTicks: number;
}

export class AuctionOrders {
  #waiting: WaitingOrder[] = [];

  /** In the order in which they came. */
  get waiting(): readonly WaitingOrder[] {
    return this.#waiting;
  }

  has(clientOrderId: ClientOrderId): boolean {
    return this.#waiting.some((order) => order.clientOrderId === clientOrderId);
  }

  add({ clientOrderId, side, type, priceTicks, quantityLots: lots }: SubmitCommand): void {
    const limitTicks = type === orderType.market ? undefined : priceTicks;
    this.#waiting.push({ clientOrderId, side, limitTicks, lots });
  }

  /** Takes an order away; undefined when it does not wait. */
  remove(clientOrderId: ClientOrderId): WaitingOrder | undefined {
    const found = this.#waiting.find((order) => order.clientOrderId === clientOrderId);
    this.#waiting = this.#waiting.filter((order) => order !== found);
    return found;
  }

  /** The recorded auction: nobody waits any more. First come, first served. */
  uncross(priceTicks: number, printedLots: number): readonly AuctionResult[] {
    let room = Math.floor(auctionShareMax * printedLots);
    const results = this.#waiting.map((order) => {
      const { limitTicks, side, lots } = order;
      const isAllowed = limitTicks === undefined || sideSign(side) * (limitTicks - priceTicks) >= 0;
      const filledLots = isAllowed ? Math.min(lots, room) : 0;
      room -= filledLots;
      const fillTicks = side === buy ? Math.ceil(priceTicks) : Math.floor(priceTicks);
      return { ...order, filledLots, fillTicks };
    });
    this.#waiting = [];
    return results;
  }

  restore(waiting: readonly WaitingOrder[]): void {
    this.#waiting = [...waiting];
  }
}
