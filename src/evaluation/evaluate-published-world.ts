/**
 * The heuristics of a published world over many episodes: rewards, and differences on common seeds.
 *
 * Every policy meets the same seeds. Before any number is given the market must have been valid: a
 * seller who could not sell exactly his lots makes the whole evaluation fail.
 */
import { assert } from "../core/assert.ts";
import { createHasher } from "../core/hash.ts";
import { createOnlineMoments } from "../core/statistics/online-moments.ts";
import { computePairedT } from "../core/statistics/paired-t.ts";
import { computeExpectedShortfall } from "../core/statistics/quantiles.ts";
import { OutsideError } from "../core/trouble.ts";
import { FastMatchingEngine } from "../market/matching-engine.ts";
import {
  type CheriditoWeissHeuristic,
  runCheriditoWeissEpisode,
} from "../simulation/cheridito-weiss/heuristics.ts";
import type { CheriditoWeissParameters } from "../simulation/cheridito-weiss/parameters.ts";

export interface PublishedWorldRequest {
  readonly parameters: CheriditoWeissParameters;
  readonly policies: readonly CheriditoWeissHeuristic[];
  readonly lots: number;
  /** At least 2. */
  readonly episodes: number;
  /** Episodes use this seed and those that follow. */
  readonly firstSeed: number;
  readonly onProgress?: (episodes: number, events: number) => void;
}

export interface PublishedPolicyResult {
  readonly policy: CheriditoWeissHeuristic;
  /** Ticks a lot over the best bid at the start; higher is better for the seller. */
  readonly rewardTicksPerLot: {
    readonly mean: number;
    readonly standardError: number;
    readonly sd: number;
  };
  /** Mean of the worst 5 % of rewards. */
  readonly cvar95TicksPerLot: number;
  /** Reward less that of `twap` on the same seeds; absent for twap itself or without it. */
  readonly pairedVsTwap?: {
    readonly mean: number;
    readonly standardError: number;
    readonly ci95: readonly [number, number];
    /** Episodes with the higher reward. */
    readonly wins: number;
    /** Variance of the paired difference over that of independent runs. */
    readonly varianceRatio: number;
  };
}

export interface PublishedWorldResult {
  readonly policies: readonly PublishedPolicyResult[];
  /** Events of noise traders over all policies. */
  readonly events: number;
  /** 16 hexadecimal digits over every reward. */
  readonly hash: string;
}

/** @throws OutsideError `INVALID_MARKET` naming the seed of an episode that did not sell its lots */
export function evaluatePublishedWorld(request: PublishedWorldRequest): PublishedWorldResult {
  const { policies, episodes } = request;
  assert(episodes >= 2, "an evaluation has at least two episodes");
  const rewards = policies.map(() => new Float64Array(episodes));
  const engine = new FastMatchingEngine({ windowTicks: 1024 });
  let events = 0;
  for (let episode = 0; episode < episodes; episode++) {
    for (const [index, policy] of policies.entries()) {
      events += playEpisode(request, policy, episode, rewards[index] ?? [], engine);
    }
    request.onProgress?.(episode + 1, events);
  }
  const hasher = createHasher();
  for (const column of rewards) for (const reward of column) hasher.addNumber(reward);
  const twap = rewards[policies.indexOf("twap")];
  return {
    policies: policies.map((policy, index) => summarise(policy, rewards[index] ?? [], twap)),
    events,
    hash: hasher.hex(),
  };
}

/** @returns the episode's events */
function playEpisode(
  request: PublishedWorldRequest,
  policy: CheriditoWeissHeuristic,
  episode: number,
  rewards: Float64Array | number[],
  engine: FastMatchingEngine,
): number {
  const { parameters, lots, firstSeed } = request;
  const seed = firstSeed + episode;
  const played = runCheriditoWeissEpisode(parameters, policy, lots, seed, engine);
  if (played.soldLots !== lots) {
    const message = `invalid market: with seed ${seed} ${policy} sold ${played.soldLots} lots, expected ${lots}`;
    throw new OutsideError("INVALID_MARKET", message, { canRetry: false });
  }
  rewards[episode] = played.rewardTicksPerLot;
  return played.events;
}

function summarise(
  policy: CheriditoWeissHeuristic,
  rewards: Float64Array | number[],
  twap: Float64Array | undefined,
): PublishedPolicyResult {
  const moments = momentsOf(rewards);
  const { mean, standardError, sd } = moments;
  const result = {
    policy,
    rewardTicksPerLot: { mean, standardError, sd },
    cvar95TicksPerLot: -computeExpectedShortfall(
      Array.from(rewards, (reward) => -reward),
      0.05,
    ),
  };
  if (twap === undefined || policy === "twap") return result;
  const paired = computePairedT(rewards, twap);
  const independent = moments.variance + momentsOf(twap).variance;
  const differences = momentsOf(Array.from(rewards, (reward, at) => reward - (twap[at] ?? 0)));
  const wins = Array.from(rewards).filter((reward, at) => reward > (twap[at] ?? 0)).length;
  return {
    ...result,
    pairedVsTwap: {
      mean: differences.mean,
      standardError: differences.standardError,
      ci95: [paired.interval.low, paired.interval.high],
      wins,
      varianceRatio: differences.variance / independent,
    },
  };
}

function momentsOf(values: ArrayLike<number>): ReturnType<typeof createOnlineMoments> {
  const moments = createOnlineMoments();
  for (let at = 0; at < values.length; at++) moments.add(values[at] ?? Number.NaN);
  return moments;
}
