/** The paired t test: did the first do better than the second on the same cases? */
import { assert } from "../assert.ts";
import { createOnlineMoments } from "./online-moments.ts";
import { computePairedDifferences } from "./paired-differences.ts";
import { computeStudentTCdf, computeStudentTQuantile } from "./student-t.ts";

/** A range that covers the truth with the probability `level`. */
export interface ConfidenceInterval {
  readonly low: number;
  readonly high: number;
  /** For example 0.95. */
  readonly level: number;
}

/** All in the unit of the samples; the difference is first minus second. */
export interface PairedT {
  readonly n: number;
  readonly meanDifference: number;
  /** Standard error of the mean difference. */
  readonly standardError: number;
  /** 0 when all pairs are equal; infinite when all differ by the same amount. */
  readonly t: number;
  readonly degreesOfFreedom: number;
  /** Two-sided: the chance of a t at least this far from 0 were there no difference. */
  readonly pValue: number;
  readonly interval: ConfidenceInterval;
}

/**
 * Student's test of the mean difference (Student 1908).
 *
 * @param options.level of the confidence interval, strictly between 0 and 1; 0.95 unless given
 * @throws InvariantError unless the lengths are equal, at least 2, and every value finite
 */
export function computePairedT(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: { readonly level?: number } = {},
): PairedT {
  const { level = 0.95 } = options;
  assert(level > 0 && level < 1, "a confidence level lies strictly between 0 and 1");
  const moments = createOnlineMoments();
  for (const difference of computePairedDifferences(first, second)) moments.add(difference);
  const { count: n, mean: meanDifference, standardError } = moments;
  const degreesOfFreedom = n - 1;
  const t = meanDifference === 0 ? 0 : meanDifference / standardError;
  const halfWidth = computeStudentTQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  return {
    n,
    meanDifference,
    standardError,
    t,
    degreesOfFreedom,
    pValue: 2 * computeStudentTCdf(-Math.abs(t), degreesOfFreedom),
    interval: { low: meanDifference - halfWidth, high: meanDifference + halfWidth, level },
  };
}
