/** Sizes of orders or trades, in lots. */
import type { SizeFacts } from "./market-facts.ts";
import { ValueHistogram } from "./value-histogram.ts";

/** Bars to a factor of ten. */
const barsPerDecade = 8;

export class SizeCounter {
  readonly #histogram = new ValueHistogram();
  readonly #roundLotLots: number;
  #roundLots = 0;
  #oddLots = 0;

  constructor(roundLotLots: number) {
    this.#roundLotLots = roundLotLots;
  }

  get count(): number {
    return this.#histogram.count;
  }

  get sum(): number {
    return this.#histogram.sum;
  }

  note(lots: number): void {
    this.#histogram.add(lots);
    if (lots === this.#roundLotLots) this.#roundLots++;
    else if (lots < this.#roundLotLots) this.#oddLots++;
  }

  facts(): SizeFacts | undefined {
    const histogram = this.#histogram;
    const quantiles = histogram.quantiles();
    if (quantiles === undefined) return undefined;
    const { count, mean } = histogram;
    return {
      count,
      mean,
      quantiles,
      roundLotShare: this.#roundLots / count,
      oddLotShare: this.#oddLots / count,
      distribution: this.#distribution(),
    };
  }

  /** Shares by factors of 10^(1/8): bar i holds lots from 10^(i/8). */
  #distribution(): SizeFacts["distribution"] {
    const bars: number[] = [];
    for (const { value, count } of this.#histogram.bins()) {
      const bar = value < 1 ? 0 : Math.floor(Math.log10(value) * barsPerDecade + 1e-9);
      while (bars.length <= bar) bars.push(0);
      bars[bar]! += count / this.#histogram.count;
    }
    return bars.map((share, bar) => ({ lots: 10 ** (bar / barsPerDecade), share }));
  }
}
