/** A confidence interval for a mean difference of cases that may depend on their neighbours. */
import { assert } from "../assert.ts";
import type { RandomSource } from "../random/random-source.ts";
import { computePairedDifferences } from "./paired-differences.ts";
import type { ConfidenceInterval } from "./paired-t.ts";
import { computeSortedQuantile, sortValues } from "./quantiles.ts";

export interface BlockBootstrapOptions {
  /** The only source of chance: the same draws give the same interval. */
  readonly random: RandomSource;
  /** Neighbouring cases that are drawn together, from 1 (independent cases) to all. */
  readonly blockLength: number;
  /** Samples drawn, at least 100; 2000 unless given. */
  readonly resamples?: number;
  /** Of the interval, strictly between 0 and 1; 0.95 unless given. */
  readonly level?: number;
}

/**
 * The percentile interval of the mean of `first - second` by the circular block bootstrap.
 *
 * Politis & Romano 1992: blocks start anywhere and wrap around, so that every case is drawn
 * equally often; the last block is cut so that a sample has as many cases as the original.
 *
 * @throws InvariantError on unequal lengths, fewer than 2 pairs, a value that is not finite, or
 *   an option out of range
 */
export function computeBlockBootstrap(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: BlockBootstrapOptions,
): ConfidenceInterval {
  const { random, blockLength, resamples = 2000, level = 0.95 } = options;
  const differences = computePairedDifferences(first, second);
  const count = differences.length;
  assert(
    Number.isInteger(blockLength) && blockLength >= 1 && blockLength <= count,
    "a block is a whole number of cases, at least one and at most all",
  );
  assert(Number.isInteger(resamples) && resamples >= 100, "a bootstrap has at least 100 resamples");
  assert(level > 0 && level < 1, "a confidence level lies strictly between 0 and 1");

  const sums = computeCircularSums(differences, blockLength);
  const means = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    let sum = 0;
    for (let left = count; left > 0; left -= blockLength) {
      const start = Math.floor(random.uniform() * count);
      sum += sums[start + Math.min(left, blockLength)] - sums[start];
    }
    means[resample] = sum / count;
  }
  const sorted = sortValues(means);
  return {
    low: computeSortedQuantile(sorted, (1 - level) / 2),
    high: computeSortedQuantile(sorted, (1 + level) / 2),
    level,
  };
}

/** Running sums past the end by one block, so that any block is one subtraction. */
function computeCircularSums(values: Float64Array, blockLength: number): Float64Array {
  const sums = new Float64Array(values.length + blockLength + 1);
  for (let at = 0; at < values.length + blockLength; at++) {
    sums[at + 1] = sums[at] + values[at % values.length];
  }
  return sums;
}
