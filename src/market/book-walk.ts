/** Every resting order in a fixed order: what hashing, saving and checking a book have in common. */
import type { LimitOrderBook } from "./limit-order-book.ts";
import { ask, bid } from "./side.ts";

/**
 * Visits bids, then asks; on each side the waiting market orders first, then the levels from the
 * best to the worst; within a level in the order in which the orders trade.
 */
export function forEachOrder(book: LimitOrderBook, visit: (slot: number) => void): void {
  for (const side of [bid, ask] as const) {
    for (let slot = book.waitingHead[side]; slot >= 0; slot = book.next[slot]) visit(slot);
    const levels = book.levels[side];
    for (let level = levels.bestSlot; level >= 0; level = levels.next(level)) {
      for (let slot = book.headOf(side, level); slot >= 0; slot = book.after(slot)) visit(slot);
    }
  }
}
