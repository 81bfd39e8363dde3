/** The axes of charts that lay policies below one another on one scale of costs. */
import { valueAxis } from "./axes.ts";
import { ink, roundStep } from "./chart.ts";
import { formatNumber } from "./format.ts";

/** Left of the drawing area, for the names of policies. */
export const nameMarginPixels = 150;

/** Costs along the bottom, in bps, with the decimals that its round numbers need. */
export function bpsAxis(range: { readonly low: number; readonly high: number }): object {
  const count = 10;
  const step = roundStep(range.low, range.high, count);
  const decimals = Math.min(Math.max(0, -Math.floor(Math.log10(step) + 1e-9)), 9);
  return valueAxis({ ...range, count, format: (value) => formatNumber(value, decimals) });
}

/** One row a policy, the first on top. */
export function policyAxis(names: readonly string[]): object {
  return {
    type: "category",
    inverse: true,
    data: names,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: ink,
      fontSize: 12.5,
      lineHeight: 14,
      interval: 0,
      width: nameMarginPixels - 16,
      overflow: "truncate",
      // A line for each option. A name is text: without this, ECharts reads {…} in it as a style.
      formatter: (name: string) => name.replace(/[:,]/g, "$&\n"),
    },
  };
}
