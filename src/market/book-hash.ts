/** The resting orders as anyone may see them, and the state hash over them. */
import { createHasher } from "../core/hash.ts";
import { forEachOrder } from "./book-walk.ts";
import type { LimitOrderBook } from "./limit-order-book.ts";
import { orderType } from "./order.ts";

/** One resting order; its rank is its place in the list. */
export interface RestingOrder {
  readonly orderId: number;
  readonly ownerId: number;
  readonly side: number;
  readonly type: number;
  /** 0 for market orders. */
  readonly priceTicks: number;
  /** Lots that can trade in its present turn. */
  readonly openLots: number;
  /** Lots of an iceberg not yet shown. */
  readonly reserveLots: number;
  /** Lots an iceberg shows at a time, 0 for others. */
  readonly peakLots: number;
  readonly timeInForce: number;
  readonly display: number;
  readonly isPostOnly: boolean;
}

/** Every resting order in the order of `forEachOrder`: an allocation each, for edges and tests. */
export function listOrders(book: LimitOrderBook): RestingOrder[] {
  const orders: RestingOrder[] = [];
  forEachOrder(book, (slot) => {
    orders.push({
      orderId: book.ids[slot],
      ownerId: book.owners[slot],
      side: book.sides[slot],
      type: book.types[slot],
      priceTicks: book.types[slot] === orderType.market ? 0 : book.priceOf(slot),
      openLots: book.openLots[slot],
      reserveLots: book.reserveLots[slot],
      peakLots: book.peakLots[slot],
      timeInForce: book.timesInForce[slot],
      display: book.displays[slot],
      isPostOnly: book.postOnly[slot] === 1,
    });
  });
  return orders;
}

/**
 * 16 hexadecimal digits over the phase and every resting order, its terms, what it has left and
 * its rank. Two engines with equal hashes behave alike from here on.
 */
export function computeStateHash(phase: number, orders: readonly RestingOrder[]): string {
  const hasher = createHasher();
  hasher.addNumber(phase);
  for (const order of orders) {
    hasher.addNumber(order.orderId);
    hasher.addNumber(order.ownerId);
    hasher.addNumber(order.priceTicks);
    hasher.addNumber(order.openLots);
    hasher.addNumber(order.reserveLots);
    hasher.addNumber(order.peakLots);
    const terms = order.side + 2 * order.type + 4 * Number(order.isPostOnly);
    hasher.addNumber(terms + 8 * order.timeInForce + 64 * order.display);
  }
  return hasher.hex();
}
