/** What a report of an evaluation is made from: policies over many seeds, paired. Plain values. */
import type { Side } from "../../market/side.ts";
import type { ShortfallPartName } from "../shortfall.ts";
import type { Column } from "./order-report.ts";

/** A mean over episodes with what chance did to it. */
export interface EstimatedMean {
  readonly mean: number;
  readonly standardError: number;
  /** Standard deviation of one episode. */
  readonly sd: number;
}

/** One policy less the baseline, seed by seed, in bps; negative is cheaper than the baseline. */
export interface PairedComparison {
  /** One a seed, in the order of the seeds. */
  readonly differencesBps: Column;
  readonly mean: number;
  readonly standardError: number;
  /** Of Student's paired t. */
  readonly ci95: readonly [low: number, high: number];
  /** Of the block bootstrap. */
  readonly bootstrap95: readonly [low: number, high: number];
  readonly pValue: number;
  /** Adjusted for all comparisons of the report (Holm 1979). */
  readonly holmPValue: number;
  /** Seeds on which the policy cost less than the baseline. */
  readonly wins: number;
  /** Variance of the difference over that of independent runs; absent where no cost varies. */
  readonly varianceRatio?: number;
  /** Episodes to find a mean difference as small as the report's `effectBps`, and printed with it. */
  readonly episodesNeeded?: number;
}

/** The share of the order still to be filled, 0 to 1, over episodes, at each of the times. */
export interface InventoryBands {
  readonly timeNs: Column;
  readonly q05: Column;
  readonly q25: Column;
  readonly q50: Column;
  readonly q75: Column;
  readonly q95: Column;
  readonly mean: Column;
}

/** Own lots over all lots traded, by interval: the mean over episodes, 0 to 1. */
export interface ParticipationProfile {
  /** The start of each interval. */
  readonly timeNs: Column;
  readonly intervalNs: number;
  readonly share: Column;
}

/** One policy over all seeds. Costs are shortfalls in bps; positive hurts. */
export interface EvaluatedPolicy {
  readonly policy: string;
  readonly description: string;
  /** One a seed, in the order of the seeds. */
  readonly costsBps: Column;
  readonly mean: number;
  readonly standardError: number;
  readonly ci95: readonly [low: number, high: number];
  /** Mean of the worst 5 % of costs. */
  readonly cvar95Bps: number;
  readonly completion: number;
  /** Undefined where nothing traded. */
  readonly participation: number | undefined;
  /** Undefined where nothing was filled. */
  readonly passiveShare: number | undefined;
  /** Mean parts of the shortfall, in bps. */
  readonly parts: Readonly<Partial<Record<ShortfallPartName, number>>>;
  /** Of a published world, as it is defined there: higher is better. */
  readonly rewardTicksPerLot?: EstimatedMean;
  /** Absent for the baseline itself, or where it was not evaluated. */
  readonly paired?: PairedComparison;
  readonly inventory: InventoryBands;
  readonly participationProfile: ParticipationProfile;
}

/** A rule that a market must keep before any number of it is believed. */
export interface ValidityCheck {
  readonly rule: string;
  readonly found: string;
  readonly isMet: boolean;
}

/** Everything `renderEvaluationReport` needs; text is escaped there. */
export interface EvaluationReport {
  readonly title: string;
  /** The command line that made the report, printed so that it can be run again. */
  readonly generatedBy: string;
  readonly world: { readonly name: string; readonly description: string; readonly hash: string };
  readonly instrument: { readonly symbol: string; readonly tickSize: number };
  readonly parent: {
    readonly side: Side;
    readonly quantityLots: number;
    readonly startNs: number;
    readonly endNs: number;
  };
  /** First and last seed, both included. */
  readonly seeds: { readonly from: number; readonly to: number };
  /** The length of every column of costs. */
  readonly episodes: number;
  /** Caveats, printed at the top. */
  readonly notes: readonly string[];
  readonly validity: readonly ValidityCheck[];
  /** The smallest difference worth finding; absent where none was named. */
  readonly effectBps?: number;
  /** The policy that paired differences refer to. */
  readonly baseline: string;
  /** At least one; names differ. */
  readonly policies: readonly EvaluatedPolicy[];
}
