/**
 * From the rows of many episodes to what can be said about policies: costs, their parts, and
 * differences on common seeds.
 */
import { assert } from "../core/assert.ts";
import { createXoshiro128 } from "../core/random/xoshiro128.ts";
import { computeBlockBootstrap } from "../core/statistics/block-bootstrap.ts";
import { computeHolmAdjusted } from "../core/statistics/holm.ts";
import { createOnlineMoments, type OnlineMoments } from "../core/statistics/online-moments.ts";
import { computePairedSampleSize } from "../core/statistics/paired-sample-size.ts";
import { type ConfidenceInterval, computePairedT } from "../core/statistics/paired-t.ts";
import { computeExpectedShortfall } from "../core/statistics/quantiles.ts";
import { computeStudentTQuantile } from "../core/statistics/student-t.ts";
import { columnOf, type EpisodeField, type EpisodeRows, episodeRowLength } from "./episode-row.ts";

/** Low and high end of a 95 % interval. */
export type Interval95 = readonly [low: number, high: number];

/** What one policy did over all episodes, as it goes to JSON. Costs are positive when they hurt. */
export interface PolicyResult {
  readonly policy: string;
  readonly description: string;
  readonly episodes: number;
  readonly shortfallBps: {
    readonly mean: number;
    readonly standardError: number;
    /** Of the mean, by Student's t. */
    readonly ci95: Interval95;
    readonly sd: number;
  };
  /** Means of the parts of the shortfall, in bps. */
  readonly parts: {
    readonly delay: number;
    readonly spread: number;
    readonly impact: number;
    readonly timing: number;
    readonly opportunity: number;
    readonly fees: number;
  };
  /** Mean shortfall of the dearest 5 % of episodes. */
  readonly cvar95Bps: number;
  /** Means over episodes, 0 to 1. */
  readonly completion: number;
  readonly participation: number;
  readonly passiveShare: number;
  /** Mean over episodes. */
  readonly childOrders: number;
  /** Higher is better. */
  readonly rewardTicksPerLot?: {
    readonly mean: number;
    readonly standardError: number;
    readonly sd: number;
  };
  /** Absent for the baseline itself, and everywhere when no policy is called like it. */
  readonly pairedVsTwapBps?: PairedResult;
}

/** Shortfall of the policy less that of the baseline, seed by seed: negative is cheaper. */
export interface PairedResult {
  readonly mean: number;
  readonly standardError: number;
  /** Of the mean, by the paired t. */
  readonly ci95: Interval95;
  /** Of the mean, by the bootstrap. */
  readonly bootstrap95: Interval95;
  /** Two-sided paired t. */
  readonly pValue: number;
  /** The same, adjusted by Holm for all policies that are compared with the baseline. */
  readonly holmPValue: number;
  /** Episodes in which the policy was cheaper; ties are none. */
  readonly wins: number;
  /** Variance of the difference over that of independent runs; absent where no cost varies. */
  readonly varianceRatio?: number;
  /** Episodes to find a mean difference of `effectBps` (5 % one-sided, power 80 %). */
  readonly episodesNeeded?: number;
}

export interface ComparePoliciesOptions {
  /** Name of the policy that the others are compared with. */
  readonly baseline: string;
  /** Of the bootstrap's draws alone. */
  readonly seed: number;
  /** The difference worth finding, positive. */
  readonly effectBps?: number;
  /** Whether the rows' `rewardTicksPerLot` means something. */
  readonly hasReward: boolean;
}

/** Keeps the bootstrap of one policy at about a tenth of a second (measured: 4.5 ns a draw). */
const bootstrapDrawsMax = 20_000_000;

/**
 * Compares policies on the same seeds.
 *
 * Differences that are all equal have no variance: their intervals are a point (the bootstrap's up
 * to rounding) and the p-value is 1 when they are 0, else 0.
 *
 * @param rows one entry a policy, with different names; row n of each is the same seed
 * @returns in the order given
 * @throws InvariantError on fewer than 2 episodes, unequal numbers of episodes, equal names, a
 *   value that is not finite, or an option out of range
 */
export function comparePolicies(
  rows: readonly EpisodeRows[],
  options: ComparePoliciesOptions,
): readonly PolicyResult[] {
  assertComparable(rows);
  const baseline = rows.find(({ policy }) => policy === options.baseline);
  const results = rows.map((policyRows) => summarise(policyRows, options.hasReward));
  if (baseline === undefined) return results;
  const baselineCosts = columnOf(baseline, "shortfallBps");
  const others = rows.filter((policyRows) => policyRows !== baseline);
  const paired = others.map((policyRows) =>
    compareCosts(columnOf(policyRows, "shortfallBps"), baselineCosts, options),
  );
  const holmPValues = computeHolmAdjusted(paired.map(({ pValue }) => pValue));
  const pairedOf = new Map(
    others.map(({ policy }, at) => [policy, { ...paired[at]!, holmPValue: holmPValues[at]! }]),
  );
  return results.map((result) => {
    const pairedVsTwapBps = pairedOf.get(result.policy);
    return pairedVsTwapBps === undefined ? result : { ...result, pairedVsTwapBps };
  });
}

function assertComparable(rows: readonly EpisodeRows[]): void {
  const names = new Set(rows.map(({ policy }) => policy));
  assert(names.size === rows.length, "policies that are compared have different names");
  for (const { policy, values } of rows) {
    const episodes = values.length / episodeRowLength;
    assert(Number.isInteger(episodes), `the rows of ${policy} are whole`);
    assert(episodes >= 2, `a comparison has at least 2 episodes, ${policy} has ${episodes}`);
    assert(
      values.length === rows[0]!.values.length,
      `policies that are compared played equally often, ${policy} ${episodes} times`,
    );
  }
}

function summarise(rows: EpisodeRows, hasReward: boolean): PolicyResult {
  const costs = columnOf(rows, "shortfallBps");
  const { count, mean, standardError, sd } = momentsOf(costs);
  const halfWidth = computeStudentTQuantile(0.975, count - 1) * standardError;
  const meanOf = (field: EpisodeField): number => momentsOf(columnOf(rows, field)).mean;
  const summary = {
    policy: rows.policy,
    description: rows.description,
    episodes: count,
    shortfallBps: { mean, standardError, ci95: [mean - halfWidth, mean + halfWidth] as const, sd },
    parts: {
      delay: meanOf("delayBps"),
      spread: meanOf("spreadBps"),
      impact: meanOf("impactBps"),
      timing: meanOf("timingBps"),
      opportunity: meanOf("opportunityBps"),
      fees: meanOf("feesBps"),
    },
    cvar95Bps: computeExpectedShortfall(costs, 0.05),
    completion: meanOf("completion"),
    participation: meanOf("participation"),
    passiveShare: meanOf("passiveShare"),
    childOrders: meanOf("childOrders"),
  };
  if (!hasReward) return summary;
  const reward = momentsOf(columnOf(rows, "rewardTicksPerLot"));
  return {
    ...summary,
    rewardTicksPerLot: {
      mean: reward.mean,
      standardError: reward.standardError,
      sd: reward.sd,
    },
  };
}

/**
 * Everything but Holm's adjustment, which needs the other policies.
 *
 * Episodes differ by their seeds alone, and seeds are independent, so nothing ties an episode to
 * its neighbour: a block is one episode, and the circular block bootstrap is the ordinary one.
 * Each policy's bootstrap begins with the same draws, so that its interval does not depend on
 * which policies stand beside it. It has 2000 resamples up to 10,000 episodes, beyond that as
 * many as 20 million draws allow, at least 100.
 */
function compareCosts(
  costs: Float64Array,
  baselineCosts: Float64Array,
  options: ComparePoliciesOptions,
): Omit<PairedResult, "holmPValue"> {
  const { n, meanDifference, standardError, interval, pValue } = computePairedT(
    costs,
    baselineCosts,
  );
  const resamples = Math.max(100, Math.min(2000, Math.floor(bootstrapDrawsMax / n)));
  const random = createXoshiro128(options.seed);
  const bootstrap = { random, blockLength: 1, resamples };
  const differenceVariance = standardError ** 2 * n;
  const independentVariance = momentsOf(costs).variance + momentsOf(baselineCosts).variance;
  return {
    mean: meanDifference,
    standardError,
    ci95: endsOf(interval),
    bootstrap95: endsOf(computeBlockBootstrap(costs, baselineCosts, bootstrap)),
    pValue,
    wins: costs.reduce((wins, cost, at) => (cost < baselineCosts[at]! ? wins + 1 : wins), 0),
    ...(independentVariance === 0
      ? {}
      : { varianceRatio: differenceVariance / independentVariance }),
    ...(options.effectBps === undefined
      ? {}
      : {
          episodesNeeded: computePairedSampleSize({
            differenceVariance,
            effect: options.effectBps,
          }),
        }),
  };
}

function endsOf({ low, high }: ConfidenceInterval): Interval95 {
  return [low, high];
}

function momentsOf(values: Float64Array): OnlineMoments {
  const moments = createOnlineMoments();
  for (const value of values) moments.add(value);
  return moments;
}
