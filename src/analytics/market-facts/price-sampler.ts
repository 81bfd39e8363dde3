/** The price at every second, from which returns at all scales follow. */
import { grown } from "../../market/price-levels.ts";
import type { PriceFacts, PricePath, ReturnFacts, SignaturePoint } from "./market-facts.ts";
import { SeriesMemory } from "./series-memory.ts";

const stepNs = 1e9;
const openingSeconds = 60;
const returnSeconds = [1, 10, 60, 300] as const;
const signatureSeconds = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 900] as const;

/** One number a second: a day is 0.7 MB at most. */
export class PriceSampler {
  readonly #of: "mid" | "trade";
  readonly #secondsPerYear: number;
  #ticks = new Float64Array(4096);
  #count = 0;
  #fromNs = Number.NaN;
  #price = Number.NaN;
  #open = Number.NaN;
  #low = Number.POSITIVE_INFINITY;
  #high = Number.NEGATIVE_INFINITY;
  #changes = 0;
  #hasBegun = false;

  constructor(of: "mid" | "trade", secondsPerYear: number) {
    this.#of = of;
    this.#secondsPerYear = secondsPerYear;
  }

  /**
   * The first point of the clock.
   *
   * @param hasBegun whether the market was seen before; else the first return is that of its opening
   */
  start(fromNs: number, hasBegun: boolean): void {
    this.#fromNs = fromNs;
    this.#hasBegun = hasBegun;
  }

  /** Time moved on to before `timeNs`: the price so far stood at every second on the way. */
  passTime(timeNs: number): void {
    while (this.#fromNs + this.#count * stepNs < timeNs) {
      if (this.#count === this.#ticks.length) this.#ticks = grown(this.#ticks);
      this.#ticks[this.#count++] = this.#price;
    }
  }

  /** The price is this now; what is not a number is no news. */
  note(ticks: number): void {
    if (Number.isNaN(ticks) || ticks === this.#price) return;
    if (Number.isNaN(this.#price)) this.#begin(ticks);
    else this.#changes++;
    this.#price = ticks;
    if (ticks < this.#low) this.#low = ticks;
    if (ticks > this.#high) this.#high = ticks;
  }

  /** A market that opens within the first seconds has had its first price from the beginning. */
  #begin(ticks: number): void {
    this.#open = ticks;
    if (this.#count <= openingSeconds) this.#ticks.fill(ticks, 0, this.#count);
  }

  facts(minutes: number): PriceFacts | undefined {
    if (Number.isNaN(this.#price)) return undefined;
    return {
      of: this.#of,
      openTicks: this.#open,
      closeTicks: this.#price,
      lowTicks: this.#low,
      highTicks: this.#high,
      changesPerMinute: this.#changes / minutes,
    };
  }

  path(): PricePath {
    return { fromNs: this.#fromNs, stepNs, ticks: this.#ticks.slice(0, this.#count) };
  }

  returns(): readonly ReturnFacts[] {
    return returnSeconds.flatMap((seconds) => {
      const facts = describeReturns(this.returnsOver(seconds), seconds, this.#secondsPerYear);
      return facts === undefined ? [] : [facts];
    });
  }

  signature(): readonly SignaturePoint[] {
    return signatureSeconds.flatMap((seconds) => {
      const returns = this.returnsOver(seconds);
      if (returns.length < 20) return [];
      const { deviation } = momentsOf(returns);
      return [
        { seconds, annualisedVolatility: deviation * Math.sqrt(this.#secondsPerYear / seconds) },
      ];
    });
  }

  /** Deviation of one-minute returns within a stretch; undefined with fewer than ten. */
  volatilityBps(fromNs: number, toNs: number): number | undefined {
    const indexOf = (timeNs: number): number => Math.round((timeNs - this.#fromNs) / stepNs);
    const returns = this.returnsOver(60, indexOf(fromNs), Math.min(indexOf(toNs) + 1, this.#count));
    return returns.length < 10 ? undefined : momentsOf(returns).deviation * 1e4;
  }

  /**
   * Logarithmic returns over whole steps of a clock. Unless told otherwise the first is left out where
   * the recording begins in it.
   */
  returnsOver(
    seconds: number,
    fromIndex = this.#hasBegun ? 0 : seconds,
    endIndex = this.#count,
  ): Float64Array {
    const found: number[] = [];
    let previous = Number.NaN;
    for (let at = fromIndex; at < endIndex; at += seconds) {
      const price = this.#ticks[at]!;
      if (price > 0 && previous > 0) found.push(Math.log(price / previous));
      previous = price;
    }
    return Float64Array.from(found);
  }
}

function describeReturns(
  returns: Float64Array,
  seconds: number,
  secondsPerYear: number,
): ReturnFacts | undefined {
  if (returns.length < 10) return undefined;
  const { deviation, excessKurtosis } = momentsOf(returns);
  return {
    seconds,
    count: returns.length,
    deviationBps: deviation * 1e4,
    excessKurtosis,
    autocorrelation: firstAutocorrelation(returns),
    absoluteAutocorrelation: firstAutocorrelation(returns.map(Math.abs)),
    zeroShare: returns.filter((value) => value === 0).length / returns.length,
    annualisedVolatility: deviation * Math.sqrt(secondsPerYear / seconds),
  };
}

/** The deviation of the sample itself, and its fourth moment over the square of the second less 3. */
function momentsOf(values: Float64Array): {
  readonly deviation: number;
  readonly excessKurtosis: number | undefined;
} {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let second = 0;
  let fourth = 0;
  for (const value of values) {
    const square = (value - mean) ** 2;
    second += square;
    fourth += square * square;
  }
  return {
    deviation: Math.sqrt(second / values.length),
    excessKurtosis: second === 0 ? undefined : (values.length * fourth) / second ** 2 - 3,
  };
}

function firstAutocorrelation(values: Float64Array): number | undefined {
  const memory = new SeriesMemory([1]);
  for (const value of values) memory.add(value);
  return memory.autocorrelations()[0];
}
