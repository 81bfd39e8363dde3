/** What is kept of one parent order of a list: plain data that a line of JSON holds without loss. */
import type { OrderMeasures, ShortfallParts } from "../analytics/index.ts";
import type { Instrument } from "../market/instrument.ts";
import { sideName } from "../market/side.ts";
import type { ReplayOutcome, ReplayRequest, WorkedPolicy } from "./replay-order.ts";

/** One policy's work on one order. Costs in bps of arrival notional, positive hurts. */
export interface PolicyOutcome {
  readonly policy: string;
  readonly description: string;
  readonly costBps: number;
  readonly partsBps: ShortfallParts;
  readonly filledLots: number;
  /** 0 to 1. */
  readonly completion: number;
  /** Of all lots traded during the order; absent where nobody traded. */
  readonly participation?: number;
  /** Of the lots filled; absent where none were. */
  readonly passiveShare?: number;
  readonly vwapSlippageBps?: number;
  readonly childOrders: number;
  /** Recorded events that could not happen as recorded. */
  readonly divergedEvents: number;
  /** Of every report and decision: equal where two runs were the same. */
  readonly hash: string;
  readonly measures: OrderMeasures;
}

export interface OrderOutcome {
  readonly instrument: Instrument;
  /** `YYYY-MM-DD` of the recording. */
  readonly date: string;
  readonly side: "buy" | "sell";
  readonly quantityLots: number;
  readonly startNs: number;
  readonly endNs: number;
  readonly urgency: string;
  readonly arrivalMidTicks: number;
  /** Quantity times arrival mid, in the currency of the prices. */
  readonly notional: number;
  /** Lots that others traded from the order's start to its end, and in the whole recording. */
  readonly intervalLots: number;
  readonly recordingLots: number;
  /** Of the recording. */
  readonly events: number;
  readonly policies: readonly PolicyOutcome[];
}

/** The part of a replay that a list of orders keeps. */
export function condenseReplay(
  { parent, source: { instrument } }: Pick<ReplayRequest, "parent" | "source">,
  date: string,
  outcome: ReplayOutcome,
): OrderOutcome {
  const { side, quantityLots, startNs, endNs, urgency } = parent;
  const { arrivalMidTicks, events, traded, policies } = outcome;
  const lotValue = arrivalMidTicks * instrument.tickSize * instrument.lotSize;
  return {
    ...{ instrument, date, side: sideName(side), quantityLots, startNs, endNs, urgency },
    ...{ arrivalMidTicks, notional: quantityLots * lotValue, events, ...traded },
    policies: policies.map(condensePolicy),
  };
}

function condensePolicy({ run, shortfall, benchmarks, measures }: WorkedPolicy): PolicyOutcome {
  const { participation, passiveShare, vwapSlippageBps } = benchmarks;
  return {
    policy: run.policy.name,
    description: run.policy.description,
    costBps: shortfall.totalBps,
    partsBps: shortfall.partsBps,
    filledLots: benchmarks.filledLots,
    completion: benchmarks.completion,
    ...(participation === undefined ? {} : { participation }),
    ...(passiveShare === undefined ? {} : { passiveShare }),
    ...(vwapSlippageBps === undefined ? {} : { vwapSlippageBps }),
    childOrders: run.state.totals.orders,
    divergedEvents: run.venue.divergence?.events ?? 0,
    hash: run.hash,
    measures,
  };
}
