/** What a worked order looks like to people (a table) and to programs (JSON). */
import colors from "picocolors";
import { shortfallPartNames } from "../analytics/index.ts";
import { formatDuration, formatTimeOfDay } from "../core/time.ts";
import type { DurationNs } from "../core/units.ts";
import type { Granularity } from "../data/recording.ts";
import type { WorkedOutcome, WorkedPolicy } from "../evaluation/index.ts";
import type { ParentOrder } from "../execution/index.ts";
import type { Instrument } from "../market/instrument.ts";
import { sideName } from "../market/side.ts";
import type { LatencySpec, LegLatency } from "../simulation/latency.ts";
import type { VenueFill } from "../simulation/order-gateway.ts";
import { impactText } from "./impact-option.ts";
import type { OrderRequest } from "./order-options.ts";
import { qualityJson, qualityText } from "./quality-output.ts";
import { createTable } from "./table.ts";

/** Where the market came from. */
export interface SourceSummary {
  readonly path: string;
  readonly events: number;
  /** Of the stored bytes of that file, or over the parameters and seed of a generated day. */
  readonly sha256: string;
  /** The file of the printed books beside it, where the format has one. */
  readonly orderbook?: { readonly path: string; readonly sha256: string };
  readonly isSynthetic: boolean;
  /** All stored files, where they are more than one and not a pair of LOBSTER's. */
  readonly files?: readonly { readonly path: string; readonly sha256: string }[];
  /** Of a recorded market. */
  readonly recording?: RecordingSummary;
}

/** What a recording tells, and what had to be assumed beside it. */
export interface RecordingSummary {
  readonly format: string;
  readonly granularity: Granularity;
  readonly date: string;
  readonly timeZone: string;
  /** `exact`, or the model that says where our orders stand in queues of which only totals are known. */
  readonly queues: string;
  readonly volumeCurve: string;
}

/** A worked order, ready to be shown. */
export interface WorkedOrder {
  readonly source: SourceSummary;
  readonly instrument: Instrument;
  readonly request: OrderRequest;
  readonly outcome: WorkedOutcome;
}

/** The document of `--json`; prices in currency, quantities in shares, costs in basis points. */
export function toJson({ source, instrument, request, outcome }: WorkedOrder): unknown {
  const price = (ticks: number | undefined): number | null =>
    ticks === undefined ? null : Number((ticks * instrument.tickSize).toPrecision(12));
  return {
    source,
    instrument: {
      symbol: instrument.symbol,
      tickSize: instrument.tickSize,
      lotSize: instrument.lotSize,
    },
    parent: parentJson(request.parent, instrument),
    latency: latencyText(request.latency),
    ...(request.impact === undefined ? {} : { impact: request.impact }),
    seed: request.seed,
    policies: outcome.policies.map(({ run, shortfall, benchmarks, quality }) => ({
      policy: run.policy.name,
      filledQuantity: benchmarks.filledLots,
      completion: benchmarks.completion,
      averagePrice: price(benchmarks.averagePriceTicks),
      arrivalMid: price(outcome.arrivalMidTicks),
      shortfallBps: shortfall.totalBps,
      parts: shortfall.partsBps,
      impactSource: shortfall.impactSource,
      form: shortfall.form,
      vwapSlippageBps: benchmarks.vwapSlippageBps ?? null,
      twapSlippageBps: benchmarks.twapSlippageBps ?? null,
      closeSlippageBps: benchmarks.closeSlippageBps ?? null,
      participation: benchmarks.participation ?? null,
      passiveShare: benchmarks.passiveShare ?? null,
      exactQueueShare: exactQueueShare(run.venue.fills),
      quality: qualityJson(quality),
      childOrders: run.state.totals,
      divergence: run.venue.divergence,
      hash: run.hash,
    })),
  };
}

/** Of the lots filled while resting, those whose place in the queue was known exactly. */
function exactQueueShare(fills: readonly VenueFill[]): number | null {
  let [exact, passive] = [0, 0];
  for (const { liquidity, lots, hasExactQueue } of fills) {
    if (liquidity !== "added") continue;
    passive += lots;
    if (hasExactQueue) exact += lots;
  }
  return passive === 0 ? null : exact / passive;
}

function parentJson(parent: ParentOrder, { tickSize }: Instrument): unknown {
  const { limitPriceTicks, participationCap, decisionNs, maximumChildLots } = parent;
  return {
    side: sideName(parent.side),
    quantity: parent.quantityLots,
    start: formatTimeOfDay(parent.startNs),
    end: formatTimeOfDay(parent.endNs),
    decision: formatTimeOfDay(decisionNs ?? parent.startNs),
    limit: limitPriceTicks === undefined ? null : Number((limitPriceTicks * tickSize).toFixed(9)),
    participationCap: participationCap ?? null,
    urgency: parent.urgency,
    minimumChild: parent.minimumChildLots,
    maximumChild: maximumChildLots ?? null,
  };
}

/** The table and the lines around it. */
export function toText(worked: WorkedOrder): string {
  const { source, instrument, request, outcome } = worked;
  const { parent } = request;
  const arrival = (outcome.arrivalMidTicks * instrument.tickSize).toFixed(3);
  const head = [
    `${sideName(parent.side)} ${quantityText(parent, instrument)} ${instrument.symbol}` +
      `  ${formatTimeOfDay(parent.startNs)} – ${formatTimeOfDay(parent.endNs)}` +
      `  arrival mid ${arrival}  latency ${latencyText(request.latency)}${
        request.impact === undefined ? "" : `  impact ${impactText(request.impact)}`
      }`,
    colors.dim(
      `${source.isSynthetic ? "SYNTHETIC market" : "recorded market"} ${source.path}, ` +
        `${source.events.toLocaleString("en-US")} events, sha256 ${source.sha256.slice(0, 16)}…`,
    ),
    ...(source.recording === undefined ? [] : [colors.dim(recordingText(source.recording))]),
  ];
  const qualities = outcome.policies.map(({ run, quality }) => ({
    policy: run.policy.name,
    quality,
  }));
  const cost = `${costTable(worked)}\n${readingNotes(worked).join("\n")}\n`;
  return `${head.join("\n")}\n${cost}${qualityText(qualities)}`;
}

/** Lots, and what they are where a lot is not one share or contract. */
function quantityText({ quantityLots }: ParentOrder, { lotSize }: Instrument): string {
  const lots = quantityLots.toLocaleString("en-US");
  if (lotSize === 1) return lots;
  return `${lots} lots of ${lotSize} = ${Number((quantityLots * lotSize).toPrecision(12))}`;
}

const granularityTexts: Readonly<Record<Granularity, string>> = {
  orders: "order by order",
  levels: "price levels and trades",
  quotes: "best quotes and trades",
  trades: "trades",
  bars: "bars",
};

function recordingText(recording: RecordingSummary): string {
  const { format, granularity, date, timeZone, queues, volumeCurve } = recording;
  const place =
    queues === "exact"
      ? "places in the queue from the recorded orders"
      : `places in the queue estimated (${queues})`;
  return `${format}, ${granularityTexts[granularity]}: ${place}; ${date}, clock ${timeZone}; volume curve: ${volumeCurve}`;
}

function costTable({ outcome, instrument }: WorkedOrder): string {
  // Parts that are nothing for every policy only take room; the JSON has them all.
  const parts = shortfallPartNames.filter((name) =>
    outcome.policies.some(({ shortfall }) => (shortfall.partsBps[name] ?? 0) !== 0),
  );
  const table = createTable([
    ...["policy", "cost", ...parts, "vs VWAP", "avg price", "done"],
    ...["of volume", "passive", "children", "diverged"],
  ]);
  const cheapest = Math.min(...outcome.policies.map(({ shortfall }) => shortfall.totalBps));
  for (const replayed of outcome.policies) {
    const { shortfall, run } = replayed;
    const cost = bps(shortfall.totalBps);
    table.push([
      run.policy.name,
      shortfall.totalBps === cheapest ? colors.green(cost) : cost,
      ...parts.map((name) => bps(shortfall.partsBps[name])),
      ...performanceCells(replayed, instrument),
    ]);
  }
  return table.toString();
}

function performanceCells({ benchmarks, run }: WorkedPolicy, instrument: Instrument): string[] {
  const { averagePriceTicks: average } = benchmarks;
  return [
    bps(benchmarks.vwapSlippageBps),
    average === undefined ? "–" : (average * instrument.tickSize).toFixed(4),
    completionText(benchmarks.completion),
    percent(benchmarks.participation),
    percent(benchmarks.passiveShare),
    String(run.state.totals.orders),
    run.venue.divergence?.events.toLocaleString("en-US") ?? "–",
  ];
}

/** What the reader must know to read the table rightly. */
function readingNotes({ source, outcome, request }: WorkedOrder): string[] {
  const notes = [
    `Basis points of arrival notional (${request.form === "perold" ? "Perold" : "Kissell"} form); ` +
      `positive is a cost. impact: ${displacementText(request)}; timing: the rest of its move.`,
    "diverged: recorded events that could not happen as recorded because of us. " +
      "vs VWAP: against all trades of the replayed market but ours.",
  ];
  const exact = outcome.policies
    .map(({ run }) => exactQueueShare(run.venue.fills))
    .filter((share) => share !== null);
  if (exact.some((share) => share < 1)) {
    const least = percent(Math.min(...exact));
    notes.push(
      `Passive lots whose place in the queue was known exactly: from ${least}; else bounded.`,
    );
  }
  const unfinished = outcome.policies.filter(({ benchmarks }) => benchmarks.completion < 1);
  if (unfinished.length > 0) {
    const names = unfinished.map(({ run }) => run.policy.name).join(", ");
    notes.push(`Not finished: ${names}; what was left is marked at the mid at the end.`);
  }
  notes.push(
    source.isSynthetic
      ? "One order on one generated path that does not react to us: a demonstration, not a claim of skill."
      : "One order on one recorded path that does not react to us: one draw, not a claim of skill.",
  );
  return notes.map((note) => colors.dim(note));
}

function displacementText({ impact }: OrderRequest): string {
  return impact?.kind === "propagator"
    ? "what our trades moved the mid by, mechanically and by the propagator"
    : "our mechanical displacement of the mid";
}

function bps(value: number | undefined): string {
  if (value === undefined) return "–";
  const text = value.toFixed(2);
  return text === "-0.00" ? "0.00" : text;
}

function percent(share: number | undefined): string {
  return share === undefined ? "–" : `${(share * 100).toFixed(1)} %`;
}

/** Rounded down, so that 100 % means all of it. */
function completionText(share: number): string {
  return percent(Math.floor(share * 1000) / 1000);
}

function latencyText({ feed, entry, response }: LatencySpec): string {
  const leg = (model: LegLatency): string =>
    model.kind === "constant"
      ? formatDuration(model.durationNs)
      : `${formatDuration(model.floorNs)}~${formatDuration(model.meanNs as DurationNs)}`;
  const legs = [leg(feed), leg(entry), leg(response)];
  if (legs.every((text) => text === legs[0])) return legs[0] ?? "";
  return `feed=${legs[0]},entry=${legs[1]},response=${legs[2]}`;
}
