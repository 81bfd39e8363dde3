/** One policy on the market: bid and ask with its fills above, its share of the volume below. */
import { assert } from "../../core/assert.ts";
import { priceAxis, type ReportFrame, timeAxis, valueAxis } from "./axes.ts";
import { type Chart, policyColour } from "./chart.ts";
import { formatNumber } from "./format.ts";
import { type FillScale, fillSeries, markLines, orderMoments, stepSeries } from "./marks.ts";
import type { OrderReport, ParticipationSeries, PolicyRun } from "./order-report.ts";
import { thinStepSeries } from "./thin-series.ts";

const width = 520;
const left = 56;
const right = 12;
const buckets = 340;
const quoteGrey = "var(--quote)";

export interface SharedScales {
  readonly frame: ReportFrame;
  readonly fills: FillScale;
  /** The top of every participation axis, 0 to 1. */
  readonly highestParticipation: number;
}

export function buildPriceChart(report: OrderReport, index: number, scales: SharedScales): Chart {
  const run = report.runs[index];
  assert(run !== undefined, "a chart is of a run of the report");
  const { frame } = scales;
  const grids = [
    { left, right, top: 22, height: 208 },
    { left, right, top: 254, height: 64 },
  ];
  return {
    key: `price-${index}`,
    label: `Bid and ask of the recorded market with the fills of ${run.policy}, and its participation below`,
    width,
    height: 344,
    option: {
      grid: grids,
      xAxis: [
        timeAxis(frame, { count: 7, isBare: true }),
        timeAxis(frame, { count: 7, gridIndex: 1 }),
      ],
      yAxis: [
        priceAxis(frame, { tickSize: report.instrument.tickSize, count: 5 }),
        valueAxis({
          low: 0,
          high: scales.highestParticipation,
          count: 2,
          format: (share) => `${formatNumber(share * 100)}%`,
          gridIndex: 1,
        }),
      ],
      series: [
        ...quoteSeries(report, frame),
        markLines({ moments: orderMoments(report), levels: priceLevels(report, run, frame) }),
        ...fillSeries(run.fills, {
          scale: scales.fills,
          colour: policyColour(index),
          halo: "var(--card)",
        }),
        ...participationSeries(report, run, policyColour(index)),
      ],
    },
  };
}

/** The highest share any policy reached in any interval, or the cap, with a little air. */
export function findHighestParticipation(report: OrderReport): number {
  let highest = report.parent.participationCap ?? 0;
  for (const run of report.runs) {
    const { timeNs } = run.participation;
    for (let row = 0; row < timeNs.length; row++) {
      highest = Math.max(highest, shareOf(run.participation, row));
    }
  }
  return Math.min(Math.max(highest * 1.15, 0.02), 1);
}

function shareOf(series: ParticipationSeries, row: number): number {
  const own = series.ownLots[row]!;
  const total = own + series.marketLots[row]!;
  assert(own >= 0 && total >= own, "volumes of an interval are numbers from 0");
  return total > 0 ? own / total : 0;
}

function quoteSeries(report: OrderReport, frame: ReportFrame): readonly object[] {
  const { timeNs, bidTicks, askTicks } = report.market;
  return [bidTicks, askTicks].map((column) =>
    stepSeries(thinStepSeries(timeNs, column, { ...frame, buckets }), {
      colour: quoteGrey,
      width: 0.9,
    }),
  );
}

function priceLevels(
  report: OrderReport,
  run: PolicyRun,
  frame: ReportFrame,
): readonly { value: number; label: string }[] {
  const { limitPriceTicks } = report.parent;
  const levels = [{ value: run.benchmarks.arrivalMidTicks, label: "arrival mid" }];
  const isLimitInSight =
    limitPriceTicks !== undefined &&
    limitPriceTicks > frame.lowTicks &&
    limitPriceTicks < frame.highTicks;
  return isLimitInSight ? [...levels, { value: limitPriceTicks, label: "limit" }] : levels;
}

function participationSeries(
  report: OrderReport,
  run: PolicyRun,
  colour: string,
): readonly object[] {
  const { timeNs, intervalNs } = run.participation;
  const rows = Array.from({ length: timeNs.length }, (_, row) => [
    timeNs[row]!,
    shareOf(run.participation, row),
    timeNs[row]! + intervalNs,
  ]);
  const axes = { xAxisIndex: 1, yAxisIndex: 1 };
  const { participationCap } = report.parent;
  const cap = participationCap === undefined ? [] : [{ value: participationCap, label: "cap" }];
  return [
    { ...axes, ...barSeries(rows, colour) },
    { ...markLines({ moments: orderMoments({ ...report, news: [] }), levels: cap }), ...axes },
  ];
}

/** Bars of exactly their interval's width: [from, height, to]. */
function barSeries(rows: readonly (readonly number[])[], colour: string): object {
  return {
    type: "custom",
    silent: true,
    clip: true,
    data: rows.filter((row) => (row[1] ?? 0) > 0),
    encode: { x: [0, 2], y: 1 },
    renderItem: (_: unknown, api: CustomSeriesApi) => {
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
      const [end = 0, base = 0] = api.coord([api.value(2), 0]);
      const barWidth = Math.max(end - x - 0.6, 0.6);
      return {
        type: "rect",
        shape: { x, y, width: barWidth, height: base - y },
        style: { fill: colour, opacity: 0.8 },
      };
    },
  };
}

/** What ECharts hands to a custom series for placing its shapes. */
export interface CustomSeriesApi {
  value(dimension: number): number;
  coord(point: readonly number[]): readonly number[];
}
