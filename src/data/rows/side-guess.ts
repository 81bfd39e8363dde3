/**
 * Which side rested in a trade, where the source does not say.
 *
 * Lee & Ready 1991: above the mid the buyer came in, below it the seller (quote rule); at the mid,
 * and without quotes, a higher price than the last different one says buyer, a lower one seller
 * (tick rule). It is analysis, not data: rows that rest on it carry `eventFlag.inferredSide`.
 */
import { ask, bid, type Side } from "../../market/side.ts";

export class SideGuess {
  #lastTicks = Number.NaN;
  /** What the tick rule says of a trade at an unchanged price; before any change, a sale. */
  #side: Side = bid;

  /** By the tick rule alone. */
  atTick(priceTicks: number): Side {
    if (priceTicks > this.#lastTicks) this.#side = ask;
    else if (priceTicks < this.#lastTicks) this.#side = bid;
    this.#lastTicks = priceTicks;
    return this.#side;
  }

  /** By the quote rule, then by the tick rule; the mid may be NaN. Call it for every trade. */
  atMid(priceTicks: number, midTicks: number): Side {
    const byTick = this.atTick(priceTicks);
    if (priceTicks > midTicks) return ask;
    return priceTicks < midTicks ? bid : byTick;
  }
}
