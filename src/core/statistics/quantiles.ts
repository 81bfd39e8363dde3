/** Exact quantiles and the mean of the worst part of a sample. */
import { assert } from "../assert.ts";

/**
 * A copy in rising order.
 *
 * @throws InvariantError unless there is at least one value and all are finite
 */
export function sortValues(values: ArrayLike<number>): Float64Array {
  assert(values.length > 0, "a sample has at least one value");
  const sorted = Float64Array.from(values);
  assert(sorted.every(Number.isFinite), "the values of a sample are finite");
  return sorted.sort();
}

/**
 * The quantile by linear interpolation between order statistics: type 7 of Hyndman & Fan 1996,
 * the default of R and NumPy.
 *
 * @param sorted from `sortValues`
 * @param probability from 0 (the minimum) to 1 (the maximum)
 * @throws InvariantError on an empty sample or a probability out of range
 */
export function computeSortedQuantile(sorted: Float64Array, probability: number): number {
  assert(sorted.length > 0, "a sample has at least one value");
  assert(probability >= 0 && probability <= 1, "a probability lies between 0 and 1");
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}

/** The quantile (type 7) of values in any order; sorts a copy. */
export function computeQuantile(values: ArrayLike<number>, probability: number): number {
  return computeSortedQuantile(sortValues(values), probability);
}

/**
 * The mean of the worst (largest) share of costs, also called expected shortfall: CVaR95 is a
 * share of 0.05.
 *
 * Where the share cuts through a value, that value counts in part (Acerbi & Tasche 2002), so the
 * result is continuous in the share, and a share of 1 gives the mean.
 *
 * @param costs positive hurts; any unit, which is that of the result
 * @param share of the sample, above 0 and up to 1
 * @throws InvariantError on an empty sample, a value that is not finite, or a share out of range
 */
export function computeExpectedShortfall(costs: ArrayLike<number>, share: number): number {
  assert(share > 0 && share <= 1, "a share lies above 0 and up to 1");
  const sorted = sortValues(costs);
  const weight = sorted.length * share;
  const wholeCount = Math.floor(weight);
  let sum = 0;
  for (let rank = 1; rank <= wholeCount; rank++) sum += sorted[sorted.length - rank];
  if (wholeCount < sorted.length) {
    sum += (weight - wholeCount) * sorted[sorted.length - 1 - wholeCount];
  }
  return sum / weight;
}
