/** The axes all charts of a report share, so that they can be laid over one another. */
import { nsPerMinute } from "../../core/time.ts";
import { clockTimes, hairline, mutedInk, roundNumbers } from "./chart.ts";
import { formatClock, formatPrice } from "./format.ts";
import type { OrderReport } from "./order-report.ts";

/** The stretch of time and of prices that every chart of a report shows. */
export interface ReportFrame {
  readonly fromNs: number;
  readonly toNs: number;
  readonly lowTicks: number;
  readonly highTicks: number;
}

/** The order's interval with a little before and after; every price seen or traded in it. */
export function computeFrame(report: OrderReport): ReportFrame {
  const { startNs, endNs } = report.parent;
  const marginNs = Math.max((endNs - startNs) * 0.02, 1e9);
  const fromNs = Math.max(0, startNs - marginNs);
  const toNs = endNs + marginNs;
  let lowTicks = Number.POSITIVE_INFINITY;
  let highTicks = Number.NEGATIVE_INFINITY;
  const include = (ticks: number | undefined): void => {
    if (ticks === undefined || !Number.isFinite(ticks)) return;
    if (ticks < lowTicks) lowTicks = ticks;
    if (ticks > highTicks) highTicks = ticks;
  };
  const { timeNs, bidTicks, askTicks } = report.market;
  for (let index = 0; index < timeNs.length; index++) {
    if (timeNs[index]! < fromNs || timeNs[index]! > toNs) continue;
    include(bidTicks[index]);
    include(askTicks[index]);
  }
  for (const run of report.runs) {
    include(run.benchmarks.arrivalMidTicks);
    for (const fill of run.fills) include(fill.priceTicks);
  }
  const paddingTicks = Math.max((highTicks - lowTicks) * 0.04, 1);
  return { fromNs, toNs, lowTicks: lowTicks - paddingTicks, highTicks: highTicks + paddingTicks };
}

/** Wall-clock time along the bottom. */
export function timeAxis(
  frame: Pick<ReportFrame, "fromNs" | "toNs">,
  options: { readonly count: number; readonly gridIndex?: number; readonly isBare?: boolean },
): object {
  const { fromNs, toNs } = frame;
  const customValues = clockTimes(fromNs, toNs, options.count);
  const isFine = (customValues[1] ?? 0) - (customValues[0] ?? 0) < nsPerMinute;
  return {
    type: "value",
    gridIndex: options.gridIndex ?? 0,
    min: fromNs,
    max: toNs,
    splitLine: { show: false },
    axisLine: { lineStyle: { color: mutedInk } },
    axisTick: { show: options.isBare !== true, customValues, lineStyle: { color: mutedInk } },
    axisLabel: {
      show: options.isBare !== true,
      customValues,
      color: mutedInk,
      fontSize: 11,
      formatter: (value: number) => formatClock(value).slice(0, isFine ? 8 : 5),
    },
  };
}

/** A vertical axis of round numbers with hairlines across. */
export function valueAxis(options: {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly format: (value: number) => string;
  readonly gridIndex?: number;
  readonly smallestStep?: number;
}): object {
  const { low, high, count, format, gridIndex = 0, smallestStep = 0 } = options;
  const customValues = roundNumbers(low, high, count, smallestStep);
  return {
    type: "value",
    gridIndex,
    min: low,
    max: high,
    axisLine: { show: false },
    // The hairlines stand at the ticks, which are there but not drawn.
    axisTick: { show: false, customValues },
    splitLine: { show: true, lineStyle: { color: hairline } },
    axisLabel: { customValues, color: mutedInk, fontSize: 11, formatter: format },
  };
}

/** Prices in currency units; the data stay in ticks. */
export function priceAxis(
  frame: ReportFrame,
  options: { readonly tickSize: number; readonly count: number },
): object {
  return valueAxis({
    low: frame.lowTicks,
    high: frame.highTicks,
    count: options.count,
    smallestStep: 1,
    format: (ticks) => formatPrice(ticks, options.tickSize),
  });
}
