/** Mean, spread and shape of numbers that are seen once and not kept. */
import { assert } from "../assert.ts";

/**
 * Running moments; each property asserts that enough has been added for it to exist.
 *
 * Welford's update to the fourth moment, and merging, after Pébay 2008 ("Formulas for robust,
 * one-pass parallel computation of covariances and arbitrary-order statistical moments").
 */
export interface OnlineMoments {
  readonly count: number;
  /** From one value. */
  readonly mean: number;
  /** Unbiased (n - 1), from two values. */
  readonly variance: number;
  /** Standard deviation, from two values. */
  readonly sd: number;
  /** Of the mean: sd / √n, from two values. */
  readonly standardError: number;
  /** m3 / m2^1.5 with the moments of the sample itself; values must differ. */
  readonly skewness: number;
  /** m4 / m2² - 3 with the moments of the sample itself; values must differ. */
  readonly excessKurtosis: number;
  /** @throws InvariantError unless `value` is finite */
  add(value: number): void;
  /** Adds everything the other has seen; the other is left as it is. */
  merge(other: OnlineMoments): void;
  /** The sums of powers of distances from the mean, for merging. */
  centralSums(): CentralSums;
}

/** Σ(x - mean)^k for k = 2, 3, 4. */
export interface CentralSums {
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
}

class PowerSums implements OnlineMoments {
  count = 0;
  private average = 0;
  private second = 0;
  private third = 0;
  private fourth = 0;

  get mean(): number {
    assert(this.count >= 1, "a mean has at least one value");
    return this.average;
  }

  get variance(): number {
    assert(this.count >= 2, "a variance has at least two values");
    return this.second / (this.count - 1);
  }

  get sd(): number {
    return Math.sqrt(this.variance);
  }

  get standardError(): number {
    return Math.sqrt(this.variance / this.count);
  }

  get skewness(): number {
    assert(this.second > 0, "a skewness has values that differ");
    return (Math.sqrt(this.count) * this.third) / this.second ** 1.5;
  }

  get excessKurtosis(): number {
    assert(this.second > 0, "a kurtosis has values that differ");
    return (this.count * this.fourth) / (this.second * this.second) - 3;
  }

  add(value: number): void {
    assert(Number.isFinite(value), "a value of a sample is finite");
    const before = this.count;
    const count = before + 1;
    const delta = value - this.average;
    const step = delta / count;
    const step2 = step * step;
    const term = delta * step * before;
    this.fourth +=
      term * step2 * (count * count - 3 * count + 3) +
      6 * step2 * this.second -
      4 * step * this.third;
    this.third += term * step * (count - 2) - 3 * step * this.second;
    this.second += term;
    this.average += step;
    this.count = count;
  }

  merge(other: OnlineMoments): void {
    if (other.count === 0) return;
    const { second, third, fourth } = other.centralSums();
    const [ours, theirs] = [this.count, other.count];
    const count = ours + theirs;
    const delta = other.mean - this.average;
    const step = delta / count;
    const step2 = step * step;
    const product = ours * theirs;
    this.fourth +=
      fourth +
      product * (ours * ours - product + theirs * theirs) * delta * step * step2 +
      6 * step2 * (ours * ours * second + theirs * theirs * this.second) +
      4 * step * (ours * third - theirs * this.third);
    this.third +=
      third +
      product * (ours - theirs) * delta * step2 +
      3 * step * (ours * second - theirs * this.second);
    this.second += second + product * delta * step;
    this.average += step * theirs;
    this.count = count;
  }

  centralSums(): CentralSums {
    return { second: this.second, third: this.third, fourth: this.fourth };
  }
}

/** Moments of nothing yet. */
export function createOnlineMoments(): OnlineMoments {
  return new PowerSums();
}
