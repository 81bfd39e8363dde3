/** Marks that several charts share: fills, vertical moments, horizontal prices, steps. */
import { ink, mutedInk } from "./chart.ts";
import { mergeFills } from "./merge-fills.ts";
import type { NewsMarker, OrderReport, ReportFill } from "./order-report.ts";
import type { ChartPoint } from "./thin-series.ts";

/** How fills are drawn, the same in every chart of one kind. */
export interface FillScale {
  /** Fills this near in time are joined. */
  readonly bucketNs: number;
  /** Whether only fills at one price are joined. */
  readonly keepPrices: boolean;
  /** The lots of the largest mark. */
  readonly largestLots: number;
}

const largestDiameterPixels = 20;
const smallestDiameterPixels = 4.5;

/** The area of a mark grows with its lots. */
function fillDiameter(lots: number, scale: FillScale): number {
  const diameter = largestDiameterPixels * Math.sqrt(lots / scale.largestLots);
  return Math.max(smallestDiameterPixels, diameter);
}

/** One scale for all policies of a report; `buckets` is how finely the order's time is cut. */
export function computeFillScale(
  report: OrderReport,
  options: { readonly buckets: number; readonly keepPrices: boolean },
): FillScale {
  const { startNs, endNs } = report.parent;
  const { buckets, keepPrices } = options;
  const bucketNs = (endNs - startNs) / buckets;
  let largestLots = 1;
  for (const run of report.runs) {
    for (const fill of mergeFills(run.fills, { bucketNs, keepPrices })) {
      largestLots = Math.max(largestLots, fill.lots);
    }
  }
  return { bucketNs, keepPrices, largestLots };
}

/** Filled discs where we took, rings where we rested, diamonds for auctions. */
export function fillSeries(
  fills: readonly ReportFill[],
  options: { readonly scale: FillScale; readonly colour: string; readonly halo: string },
): readonly object[] {
  const { scale, colour, halo } = options;
  const style = {
    added: { symbol: "circle", itemStyle: { color: halo, borderColor: colour, borderWidth: 1.5 } },
    removed: {
      symbol: "circle",
      itemStyle: { color: colour, borderColor: halo, borderWidth: 0.6 },
    },
    auction: {
      symbol: "diamond",
      itemStyle: { color: colour, borderColor: halo, borderWidth: 0.6 },
    },
  };
  const merged = mergeFills(fills, scale).toSorted((a, b) => b.lots - a.lots);
  return (["removed", "auction", "added"] as const).map((liquidity) => ({
    ...style[liquidity],
    type: "scatter",
    silent: true,
    emphasis: { disabled: true },
    data: merged
      .filter((fill) => fill.liquidity === liquidity)
      .map((fill) => [fill.timeNs, fill.priceTicks, fill.lots]),
    symbolSize: (point: readonly number[]) => fillDiameter(point[2] ?? 0, scale),
    z: 4,
  }));
}

/** A line that holds each value until the next; nulls leave gaps. */
export function stepSeries(
  points: readonly ChartPoint[],
  style: { readonly colour: string; readonly width: number; readonly dash?: readonly number[] },
): object {
  return {
    type: "line",
    step: "end",
    silent: true,
    showSymbol: false,
    emphasis: { disabled: true },
    data: points.map(([time, value]) => [time, value ?? "-"]),
    lineStyle: { color: style.colour, width: style.width, type: style.dash ?? "solid" },
    z: 3,
  };
}

interface Moment {
  readonly timeNs: number;
  readonly label: string;
}

interface Level {
  readonly value: number;
  readonly label: string;
}

/** Thin dashed lines with a word at their end: moments run upwards, levels across. */
export function markLines(lines: {
  readonly moments?: readonly Moment[];
  readonly levels?: readonly Level[];
}): object {
  const moments = (lines.moments ?? []).map(({ timeNs, label }) => ({
    xAxis: timeNs,
    label: { formatter: () => label, position: "end", distance: 3 },
  }));
  const levels = (lines.levels ?? []).map(({ value, label }) => ({
    yAxis: value,
    label: { formatter: () => label, position: "insideEndTop" },
  }));
  return {
    type: "line",
    silent: true,
    data: [],
    markLine: {
      silent: true,
      symbol: "none",
      lineStyle: { color: mutedInk, width: 1, type: [2, 3] },
      label: { color: ink, fontSize: 10.5, textBorderColor: "var(--card)", textBorderWidth: 3 },
      data: [...moments, ...levels],
    },
    z: 2,
  };
}

/** Start and end of the order, and the news. */
export function orderMoments(report: OrderReport): readonly Moment[] {
  const news: readonly NewsMarker[] = report.news ?? [];
  return [
    { timeNs: report.parent.startNs, label: "" },
    { timeNs: report.parent.endNs, label: "" },
    ...news,
  ];
}
