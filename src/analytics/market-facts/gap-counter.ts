/** Times between one thing and the next. */
import type { GapFacts, LifeFacts } from "./market-facts.ts";
import { type Quantiles, ValueHistogram } from "./value-histogram.ts";

const msNs = 1e6;
const secondNs = 1e9;

export class GapCounter {
  readonly #histogram = new ValueHistogram();
  #lastNs = Number.NaN;
  #belowMillisecond = 0;

  note(timeNs: number): void {
    const gapNs = timeNs - this.#lastNs;
    this.#lastNs = timeNs;
    if (Number.isNaN(gapNs)) return;
    this.#histogram.add(gapNs);
    if (gapNs < msNs) this.#belowMillisecond++;
  }

  /** Undefined before the second. */
  facts(): GapFacts | undefined {
    const histogram = this.#histogram;
    const quantiles = histogram.quantiles();
    if (quantiles === undefined) return undefined;
    return {
      mean: histogram.mean / secondNs,
      coefficientOfVariation: histogram.coefficientOfVariation,
      quantiles: toSeconds(quantiles),
      zeroShare: histogram.shareOf(0),
      belowMillisecondShare: this.#belowMillisecond / histogram.count,
    };
  }
}

/** How long things last. */
export class LifeCounter {
  readonly #histogram = new ValueHistogram();
  #within100ms = 0;
  #within1s = 0;

  note(lifeNs: number): void {
    this.#histogram.add(lifeNs);
    if (lifeNs <= 100 * msNs) this.#within100ms++;
    if (lifeNs <= secondNs) this.#within1s++;
  }

  facts(): LifeFacts | undefined {
    const { count } = this.#histogram;
    const quantiles = this.#histogram.quantiles();
    if (quantiles === undefined) return undefined;
    return {
      quantiles: toSeconds(quantiles),
      within100msShare: this.#within100ms / count,
      within1sShare: this.#within1s / count,
    };
  }
}

function toSeconds(quantiles: Quantiles): Quantiles {
  const { p1, p5, p25, p50, p75, p90, p95, p99 } = quantiles;
  return {
    p1: p1 / secondNs,
    p5: p5 / secondNs,
    p25: p25 / secondNs,
    p50: p50 / secondNs,
    p75: p75 / secondNs,
    p90: p90 / secondNs,
    p95: p95 / secondNs,
    p99: p99 / secondNs,
  };
}
