/**
 * Incoming orders that traded at once: trades of one time and one side are one order. Trades against
 * hidden orders are left out, since their side is often a guess.
 */
import { ask, type Side } from "../../market/side.ts";
import type { FactsBook } from "./facts-book.ts";
import { GapCounter } from "./gap-counter.ts";
import type { MarketOrderFacts } from "./market-facts.ts";
import { SeriesMemory } from "./series-memory.ts";
import { SizeCounter } from "./size-counter.ts";

const memoryLags = [1, 2, 3, 5, 10, 20, 50, 100, 200] as const;
const responseLags = [1, 2, 5, 10, 20, 50, 100] as const;
const responseLagMax = 100;

export class MarketOrderMeter {
  /** Signed lots of finished orders so far; a buyer's are positive. */
  signedLots = 0;
  readonly #sizes: SizeCounter;
  readonly #gaps = new GapCounter();
  readonly #memory = new SeriesMemory(memoryLags);
  /** Of the latest orders: sign, and mid before it. */
  readonly #signs = new Float64Array(responseLagMax);
  readonly #mids = new Float64Array(responseLagMax);
  readonly #moves = new Float64Array(responseLags.length);
  readonly #moveCounts = new Float64Array(responseLags.length);
  #orders = 0;
  #trades = 0;
  #buys = 0;
  #takesTouch = 0;
  #touchKnown = 0;
  #isSideInferred = false;
  // The order that trades may still be added to.
  #timeNs = Number.NaN;
  #side: Side = ask;
  #lots = 0;
  #touchLots = 0;

  constructor(roundLotLots: number) {
    this.#sizes = new SizeCounter(roundLotLots);
  }

  /**
   * @param side that rested
   * @param book as it was before the trade
   */
  note(side: Side, lots: number, timeNs: number, book: FactsBook): void {
    this.#trades++;
    if (timeNs === this.#timeNs && side === this.#side) {
      this.#lots += lots;
      return;
    }
    this.finish();
    this.#timeNs = timeNs;
    this.#side = side;
    this.#lots = lots;
    this.#touchLots = side === ask ? book.askLots : book.bidLots;
    this.#begin(side === ask ? 1 : -1, book.midTicks);
  }

  noteInferredSide(): void {
    this.#isSideInferred = true;
  }

  /** Time moved on: nothing more can be added to the order at hand. */
  finish(): void {
    if (this.#lots === 0) return;
    this.#sizes.note(this.#lots);
    this.signedLots += this.#side === ask ? this.#lots : -this.#lots;
    if (this.#touchLots > 0) {
      this.#touchKnown++;
      if (this.#lots >= this.#touchLots) this.#takesTouch++;
    }
    this.#lots = 0;
  }

  facts(minutes: number): MarketOrderFacts | undefined {
    this.finish();
    const sizeLots = this.#sizes.facts();
    if (sizeLots === undefined) return undefined;
    const correlations = this.#memory.autocorrelations();
    return {
      count: this.#orders,
      perMinute: this.#orders / minutes,
      tradesPerOrder: this.#trades / this.#orders,
      buyShare: this.#buys / this.#orders,
      isSideInferred: this.#isSideInferred,
      sizeLots,
      gaps: this.#gaps.facts(),
      takesTouchShare: this.#touchKnown === 0 ? undefined : this.#takesTouch / this.#touchKnown,
      signMemory: memoryLags.flatMap((lag, at) => {
        const autocorrelation = correlations[at];
        return autocorrelation === undefined ? [] : [{ lag, autocorrelation }];
      }),
      response: responseLags.flatMap((lag, at) => {
        const count = this.#moveCounts[at]!;
        return count === 0 ? [] : [{ lag, ticks: this.#moves[at]! / count }];
      }),
    };
  }

  #begin(sign: number, midTicks: number): void {
    this.#gaps.note(this.#timeNs);
    this.#memory.add(sign);
    if (sign > 0) this.#buys++;
    for (let at = 0; at < responseLags.length; at++) {
      const lag = responseLags[at]!;
      if (lag > this.#orders) break;
      const before = (this.#orders - lag) % responseLagMax;
      const move = this.#signs[before]! * (midTicks - this.#mids[before]!);
      if (Number.isNaN(move)) continue;
      this.#moves[at]! += move;
      this.#moveCounts[at]!++;
    }
    this.#signs[this.#orders % responseLagMax] = sign;
    this.#mids[this.#orders % responseLagMax] = midTicks;
    this.#orders++;
  }
}
