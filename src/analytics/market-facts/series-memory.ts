/** How a series remembers itself: its autocorrelations at some lags, from one pass over it. */
import { assert } from "../../core/assert.ts";

/**
 * Autocorrelation of a series that is seen once: the mean of (x[t] − m)(x[t+k] − m) over its pairs,
 * over the variance, with m the mean of the whole series. Holds as many values as the largest lag.
 */
export class SeriesMemory {
  count = 0;
  readonly #lags: readonly number[];
  readonly #ring: Float64Array;
  /** By lag: Σ x[t] x[t+k]. */
  readonly #products: Float64Array;
  /** The first values, as many as the largest lag: what a lagged sum does not begin with. */
  readonly #first: number[] = [];
  #sum = 0;
  #squares = 0;

  constructor(lags: readonly number[]) {
    assert(lags.length > 0 && lags.every((lag) => lag > 0), "lags are positive");
    this.#lags = lags;
    this.#ring = new Float64Array(Math.max(...lags));
    this.#products = new Float64Array(lags.length);
  }

  add(value: number): void {
    const ring = this.#ring;
    for (let at = 0; at < this.#lags.length; at++) {
      const lag = this.#lags[at]!;
      if (lag > this.count) break;
      this.#products[at]! += value * ring[(this.count - lag) % ring.length]!;
    }
    if (this.#first.length < ring.length) this.#first.push(value);
    ring[this.count % ring.length] = value;
    this.count++;
    this.#sum += value;
    this.#squares += value * value;
  }

  /** One for each lag; undefined where the series is too short for it, or constant. */
  autocorrelations(): readonly (number | undefined)[] {
    const { count } = this;
    const mean = this.#sum / count;
    const spread = this.#squares - count * mean * mean;
    return this.#lags.map((lag, at) => {
      if (lag >= count || !(spread > 1e-12 * this.#squares)) return undefined;
      const early = this.#sum - this.#lastSum(lag);
      const late = this.#sum - this.#firstSum(lag);
      const covariance = this.#products[at]! - mean * (early + late) + (count - lag) * mean * mean;
      return (covariance / (count - lag)) * (count / spread);
    });
  }

  #firstSum(values: number): number {
    return this.#first.slice(0, values).reduce((sum, value) => sum + value, 0);
  }

  #lastSum(values: number): number {
    let sum = 0;
    for (let back = 1; back <= values; back++) {
      sum += this.#ring[(this.count - back) % this.#ring.length]!;
    }
    return sum;
  }
}
