/** What came of a list of orders: tables, JSON, and what a report is made from. */
import colors from "picocolors";
import type {
  OrdersPaired,
  OrdersPolicy,
  OrdersReport,
  OrdersSummary,
} from "../analytics/report/orders-report.ts";
import { judgePaired } from "../analytics/report/paired-verdict.ts";
import { shortfallPartNames } from "../analytics/shortfall.ts";
import { formatTimeOfDay } from "../core/time.ts";
import type { TimeNs } from "../core/units.ts";
import { daysForInterval } from "../evaluation/replay-orders-summary.ts";
import { qualityJson, qualityText } from "./quality-output.ts";
import type { ListedOrder } from "./replay-orders-list.ts";
import type { StoredResult } from "./replay-orders-store.ts";
import { createTable } from "./table.ts";

export interface ResultOfOrder {
  readonly order: ListedOrder;
  readonly result: StoredResult;
}

export interface OrdersResult {
  readonly list: string;
  readonly results: readonly ResultOfOrder[];
  /** Undefined where every order failed. */
  readonly summary: OrdersSummary | undefined;
  readonly notes: readonly string[];
}

/** What the numbers are not; the same words in the table, the JSON and the report. */
export function ordersNotes(
  results: readonly ResultOfOrder[],
  summary: OrdersSummary | undefined,
  { impact }: { readonly impact: string },
): string[] {
  const notes = [
    `The recorded markets do not react to our orders (--impact ${impact}): costs of large orders are too low unless a propagator is asked for, and then they rest on its parameters.`,
    "Each order is replayed alone: orders of one day and instrument do not see one another.",
  ];
  if (summary === undefined) return notes;
  notes.push(
    summary.days < daysForInterval
      ? `${summary.days} ${summary.days === 1 ? "day" : "days"}: no intervals, as ${daysForInterval} are needed to say how days vary. This describes these days and claims nothing about others.`
      : `Intervals draw whole days (${summary.days}), as orders of one day share its market. They know of no day that is not in the list.`,
  );
  if (summary.policies.length > 2) {
    notes.push(
      "Several policies on the same days: the best of them looks better than it is. Choose on some days and judge on others.",
    );
  }
  if (summary.policies.some(({ orders }) => orders < summary.orders)) {
    notes.push(
      "Not every policy worked every order: means stand for different orders; differences compare the same ones.",
    );
  }
  const unfinished = summary.policies.filter(({ completion }) => completion < 1);
  if (unfinished.length > 0) {
    const names = unfinished.map(({ policy }) => policy).join(", ");
    notes.push(`Not always finished: ${names}; what was left is marked at the mid at the end.`);
  }
  const estimated = new Set(
    results.flatMap(({ result }) =>
      result.kind === "done" && result.recording.queues !== "exact"
        ? [result.recording.queues]
        : [],
    ),
  );
  if (estimated.size > 0) {
    const models = [...estimated].join(", ");
    notes.push(
      `Places in the queue are estimated (${models}) where a recording holds no orders; \`metaorder data queues\` says how wrong that is.`,
    );
  }
  return notes;
}

export function ordersText({ list, results, summary, notes }: OrdersResult): string {
  const failed = results.filter(({ result }) => result.kind === "failed");
  const head = `${list}: ${plural(results.length, "order")}, ${results.length - failed.length} replayed`;
  const parts = [
    summary === undefined
      ? head
      : `${head}, ${plural(summary.days, "day")}, ${plural(summary.instruments, "instrument")}`,
    ...(summary === undefined ? [] : summaryTables(summary)),
    ...failed.map(({ order, result }) => failureText(order, result)),
    ...notes.map((note) => colors.dim(note)),
  ];
  const quality = summary === undefined ? "" : qualityText(summary.policies);
  return `${parts.join("\n")}\n${quality}`;
}

function failureText(order: ListedOrder, result: StoredResult): string {
  const reason = result.kind === "failed" ? result.reason : "";
  return `${colors.red("not replayed")} ${nameOf(order)}: ${reason}`;
}

/** An id, and the line where it is not its own name. */
function nameOf({ id, line }: ListedOrder): string {
  return id === `line ${line}` ? id : `${id} (line ${line})`;
}

function summaryTables(summary: OrdersSummary): string[] {
  const tables = [costTable(summary.policies)];
  if (summary.policies.some(({ paired }) => paired !== undefined))
    tables.push(pairedTable(summary));
  tables.push(breakdownTable(summary));
  return tables;
}

function costTable(policies: readonly OrdersPolicy[]): string {
  const parts = shortfallPartNames.filter((name) =>
    policies.some((policy) => (policy.parts[name] ?? 0) !== 0),
  );
  const table = createTable([
    ...["policy", "orders", "mean cost", "95 %", "by notional", "95 %", "sd", "worst 10 %"],
    ...[...parts, "vs VWAP", "done", "of volume", "passive"],
  ]);
  for (const one of policies) {
    table.push([
      ...[one.policy, one.orders, bps(one.mean), interval(one.ci95), bps(one.weightedMean)],
      ...[interval(one.weightedCi95), bps(one.sd), bps(one.worstDecile)],
      ...parts.map((name) => bps(one.parts[name])),
      ...[bps(one.vwapSlippageBps), percent(one.completion), percent(one.participation)],
      percent(one.passiveShare),
    ]);
  }
  return table.toString();
}

function pairedTable({ policies, baseline }: OrdersSummary): string {
  const table = createTable([
    ...[`less ${baseline}`, "orders", "mean", "se", "95 %, t by day", "bootstrap", "by notional"],
    ...["p", "p, Holm", "cheaper in", "verdict"],
  ]);
  for (const { policy, paired } of policies) {
    if (paired !== undefined) table.push([policy, ...pairedCells(paired)]);
  }
  return table.toString();
}

function pairedCells({ orders, mean, weightedMean, wins, test }: OrdersPaired): string[] {
  const verdict = test === undefined ? "too few days" : judgePaired(test);
  return [
    ...[String(orders), bps(mean), bps(test?.standardError), interval(test?.ci95)],
    ...[interval(test?.bootstrap95), bps(weightedMean)],
    ...[test?.pValue.toFixed(3) ?? "–", test?.holmPValue.toFixed(3) ?? "–"],
    ...[`${wins} of ${orders}`, verdict === "open" ? "cannot be told" : verdict],
  ];
}

/** Dimensions in which the orders differ; the others would repeat the first table. */
function breakdownTable({ breakdowns, policies }: OrdersSummary): string {
  const table = createTable(
    ["by", "group", "orders", "days", ...policies.map(({ policy }) => policy)],
    2,
  );
  for (const { title, groups } of breakdowns) {
    if (groups.length < 2) continue;
    for (const [at, { name, orders, days, cells }] of groups.entries()) {
      const word = at === 0 ? title.replace(/,.*/, "") : "";
      table.push([word, name, orders, days, ...cells.map((cell) => bps(cell?.mean))]);
    }
  }
  return table.toString();
}

/** The document of `--json`: every order with what each policy made of it, then the summary. */
export function ordersJson({ list, results, summary, notes }: OrdersResult): unknown {
  return {
    list,
    orders: results.map(({ order, result }) => ({
      id: order.id,
      line: order.line,
      data: order.dataText,
      ...resultJson(result),
    })),
    summary: summary === undefined ? null : summaryJson(summary),
    notes,
  };
}

function resultJson(result: StoredResult): object {
  if (result.kind === "failed") return result;
  const { key, kind, recording, outcome } = result;
  const { arrivalMidTicks, policies, startNs, endNs, ...rest } = outcome;
  const price = arrivalMidTicks * outcome.instrument.tickSize;
  return {
    ...{ key, kind, recording, ...rest },
    ...{ start: clock(startNs), end: clock(endNs), arrivalMid: Number(price.toPrecision(12)) },
    policies: policies.map(({ measures: _, description: __, ...one }) => one),
  };
}

function summaryJson(summary: OrdersSummary): object {
  const policies = summary.policies.map(({ quality, costsBps, paired, ...one }) => ({
    ...one,
    costsBps: Array.from(costsBps),
    ...(paired === undefined
      ? {}
      : { paired: { ...paired, differencesBps: Array.from(paired.differencesBps) } }),
    quality: qualityJson(quality),
  }));
  return { ...summary, policies };
}

export function ordersReport(
  { list, results, summary, notes }: OrdersResult,
  generatedBy: string,
): OrdersReport {
  const policies = summary?.policies ?? [];
  return {
    title: `Orders of ${list}`,
    generatedBy,
    notes,
    summary,
    rows: results.flatMap(({ order, result }) => {
      if (result.kind === "failed") return [];
      const { outcome } = result;
      const costs = new Map(outcome.policies.map(({ policy, costBps }) => [policy, costBps]));
      return [
        {
          id: order.id,
          text: describeOrder(result),
          costsBps: policies.map(({ policy }) => costs.get(policy)),
        },
      ];
    }),
    failures: results.flatMap(({ order, result }) =>
      result.kind === "failed" ? [{ id: nameOf(order), reason: result.reason }] : [],
    ),
  };
}

function describeOrder({ outcome }: StoredResult & { readonly kind: "done" }): string {
  const { side, quantityLots, instrument, date, startNs, endNs, intervalLots } = outcome;
  const lots = quantityLots.toLocaleString("en-US");
  const quantity = instrument.lotSize === 1 ? lots : `${lots} lots of ${instrument.lotSize}`;
  const share = intervalLots === 0 ? "–" : percent(quantityLots / intervalLots);
  return `${side} ${quantity} ${instrument.symbol}, ${date}, ${clock(startNs)} – ${clock(endNs)}, ${share} of the volume`;
}

function clock(timeNs: number): string {
  return formatTimeOfDay(timeNs as TimeNs);
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

function bps(value: number | undefined): string {
  if (value === undefined) return "–";
  const text = value.toFixed(2);
  return text === "-0.00" ? "0.00" : text;
}

function interval(ends: readonly [number, number] | undefined): string {
  return ends === undefined ? "–" : `${bps(ends[0])} … ${bps(ends[1])}`;
}

function percent(share: number | undefined): string {
  return share === undefined ? "–" : `${(share * 100).toFixed(1)} %`;
}
