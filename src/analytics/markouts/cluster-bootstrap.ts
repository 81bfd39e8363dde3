/** A confidence interval for a ratio of sums over cases that come in clusters. */
import { assert } from "../../core/assert.ts";
import type { RandomSource } from "../../core/random/random-source.ts";
import { computeSortedQuantile, sortValues } from "../../core/statistics/quantiles.ts";

/** What a cluster adds to the numerator and to the denominator; parent orders are clusters. */
export interface ClusterSums {
  readonly numerator: number;
  /** Positive. */
  readonly denominator: number;
}

/**
 * The 95 % percentile interval of Σ numerators / Σ denominators, whole clusters drawn with
 * replacement (Davison & Hinkley, *Bootstrap Methods and their Application*, 1997, §3.8): fills of
 * one order share its market, so they are drawn together or not at all.
 *
 * @throws InvariantError on fewer than 2 clusters, a denominator that is not positive, or fewer
 *   than 100 resamples
 */
export function computeClusterBootstrap(
  clusters: readonly ClusterSums[],
  options: { readonly random: RandomSource; readonly resamples?: number },
): readonly [low: number, high: number] {
  const { random, resamples = 2000 } = options;
  const count = clusters.length;
  assert(count >= 2, `a bootstrap has at least 2 clusters, was given ${count}`);
  assert(resamples >= 100, "a bootstrap has at least 100 resamples");
  const numerators = Float64Array.from(clusters, ({ numerator }) => numerator);
  const denominators = Float64Array.from(clusters, ({ denominator }) => denominator);
  assert(
    denominators.every((value) => value > 0),
    "a cluster has a positive denominator",
  );
  const ratios = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    let [numerator, denominator] = [0, 0];
    for (let drawn = 0; drawn < count; drawn++) {
      const cluster = Math.floor(random.uniform() * count);
      numerator += numerators[cluster]!;
      denominator += denominators[cluster]!;
    }
    ratios[resample] = numerator / denominator;
  }
  const sorted = sortValues(ratios);
  return [computeSortedQuantile(sorted, 0.025), computeSortedQuantile(sorted, 0.975)];
}
