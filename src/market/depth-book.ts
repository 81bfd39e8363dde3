/** A book by price level: what a level-2 feed lets one know. */
import { noKey, PriceLevels, type WindowOptions } from "./price-levels.ts";
import { ask, bid, type Side } from "./side.ts";

export class DepthBook {
  readonly levels: readonly [PriceLevels, PriceLevels];

  constructor(options: WindowOptions = {}) {
    this.levels = [new PriceLevels(bid, options), new PriceLevels(ask, options)];
  }

  /** Says how many lots a price shows now; 0 takes the level away. */
  set(side: Side, priceTicks: number, lots: number): void {
    const levels = this.levels[side];
    const key = priceTicks * levels.sign;
    if (lots > 0) {
      // First the slot: `acquire` may replace the column by a longer one.
      const slot = levels.acquire(key);
      levels.lots[slot] = lots;
      return;
    }
    const slot = levels.find(key);
    if (slot >= 0) levels.release(slot);
  }

  /** @returns NaN when the side is empty */
  bestTicks(side: Side): number {
    const { bestKey, sign } = this.levels[side];
    return bestKey === noKey ? Number.NaN : bestKey * sign;
  }

  /** Lots at the best price, 0 when the side is empty. */
  bestLots(side: Side): number {
    const { bestSlot, lots } = this.levels[side];
    return bestSlot < 0 ? 0 : lots[bestSlot];
  }

  /** Middle of the best bid and ask in ticks, a multiple of one half; NaN when a side is empty. */
  midTicks(): number {
    return (this.bestTicks(bid) + this.bestTicks(ask)) / 2;
  }

  /** Lots at one price, 0 where nothing shows. */
  lotsAt(side: Side, priceTicks: number): number {
    const levels = this.levels[side];
    const slot = levels.find(priceTicks * levels.sign);
    return slot < 0 ? 0 : levels.lots[slot];
  }

  /** The best `count` levels of a side, best first, as [price, lots]. */
  top(side: Side, count: number): (readonly [number, number])[] {
    const levels = this.levels[side];
    const found: [number, number][] = [];
    for (let slot = levels.bestSlot; slot >= 0 && found.length < count; slot = levels.next(slot)) {
      found.push([levels.priceOf(slot), levels.lots[slot]]);
    }
    return found;
  }
}
