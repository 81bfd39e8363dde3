/** How far a market order of the simulated traders may reach (venues call it a collar). */
import type { PriceLevels } from "../../market/price-levels.ts";

/**
 * The worst key an order may take: within the collar, and never a side's last level.
 *
 * @returns below the best key when the side has only one level
 */
export function computeCollarKey(levels: PriceLevels, collarTicks: number): number {
  const limitKey = levels.bestKey + collarTicks;
  let slot = levels.bestSlot;
  let next = levels.next(slot);
  while (next >= 0 && levels.keys[next] <= limitKey) {
    slot = next;
    next = levels.next(slot);
  }
  return next < 0 ? levels.keys[slot] - 1 : limitKey;
}
