/** Trades as they were printed. */
import { GapCounter } from "./gap-counter.ts";
import type { TradeFacts } from "./market-facts.ts";
import { SizeCounter } from "./size-counter.ts";

export class TradeMeter {
  readonly #sizes: SizeCounter;
  readonly #gaps = new GapCounter();
  #hidden = 0;
  #hiddenLots = 0;
  #auctionLots = 0;

  constructor(roundLotLots: number) {
    this.#sizes = new SizeCounter(roundLotLots);
  }

  note(lots: number, timeNs: number): void {
    this.#sizes.note(lots);
    this.#gaps.note(timeNs);
  }

  noteHidden(lots: number, timeNs: number): void {
    this.#hidden++;
    this.#hiddenLots += lots;
    this.#gaps.note(timeNs);
  }

  noteAuction(lots: number): void {
    this.#auctionLots += lots;
  }

  facts(minutes: number): TradeFacts | undefined {
    const sizeLots = this.#sizes.facts();
    if (sizeLots === undefined) return undefined;
    const lots = this.#sizes.sum + this.#hiddenLots;
    const count = this.#sizes.count + this.#hidden;
    return {
      count,
      perMinute: count / minutes,
      lots,
      hiddenShare: this.#hiddenLots / lots,
      auctionLots: this.#auctionLots,
      sizeLots,
      gaps: this.#gaps.facts(),
    };
  }
}
