/** How many pairs it takes to see a difference of a given size. */
import { assert } from "../assert.ts";
import { computeNormalQuantile } from "./normal-quantile.ts";
import { computeStudentTQuantile } from "./student-t.ts";

/** From this many pairs on Student's t asks for no more than one or two pairs beyond the normal. */
const manyPairs = 1000;

export interface PairedSampleSizeOptions {
  /** Variance of the differences of the pairs, from 0; in the unit of `effect` squared. */
  readonly differenceVariance: number;
  /** The mean difference that is to be found, positive whichever way it points. */
  readonly effect: number;
  /** Chance of finding a difference where there is none, one-sided; 0.05 unless given. */
  readonly alpha?: number;
  /** Chance of finding a difference of this size, above `alpha`; 0.8 unless given. */
  readonly power?: number;
}

/**
 * Pairs a one-sided paired t test needs to find a mean difference of `effect`.
 *
 * The smallest n with n ≥ (z_{1-α} + z_power)² · Var / δ², which is 6.18 · Var / δ² at the usual α
 * and power. Below 1000 pairs both quantiles are Student's with n - 1 degrees of freedom, counting
 * up from the normal n: about one pair more in common cases, rather too many than too few.
 *
 * @returns a whole number, at least 2
 * @throws InvariantError on an option out of range, or a result too large to be counted
 */
export function computePairedSampleSize(options: PairedSampleSizeOptions): number {
  const { differenceVariance, effect, alpha = 0.05, power = 0.8 } = options;
  assert(
    differenceVariance >= 0 && Number.isFinite(differenceVariance),
    `a variance is finite and not negative, was ${differenceVariance}`,
  );
  assert(effect > 0, `an effect to be found is positive, was ${effect}`);
  assert(alpha > 0 && alpha < power && power < 1, "0 < alpha < power < 1");
  const variance = differenceVariance / effect / effect;
  const normalSum = computeNormalQuantile(1 - alpha) + computeNormalQuantile(power);
  let count = Math.max(2, Math.ceil(normalSum ** 2 * variance));
  assert(Number.isSafeInteger(count), "a sample size can be counted");
  while (count < manyPairs) {
    const freedom = count - 1;
    const sum =
      computeStudentTQuantile(1 - alpha, freedom) + computeStudentTQuantile(power, freedom);
    if (count >= sum ** 2 * variance) break;
    count++;
  }
  return count;
}
