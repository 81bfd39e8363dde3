/** Where the mid went after fills, on a scale of horizons rather than of time. */
import type { ExecutionQuality } from "../markouts/execution-quality.ts";
import { horizonName, type MarkoutPoint } from "../markouts/markouts.ts";
import { valueAxis } from "./axes.ts";
import { type Chart, mutedInk, policyColour } from "./chart.ts";
import { formatNumber } from "./format.ts";

/** Beyond a minute a single order's markouts are the market's drift, and would flatten the rest. */
const shownNsMax = 60e9;

type Named = readonly [index: number, quality: ExecutionQuality];

/** Solid lines with rings for what rested, dashed with discs for what took. */
export function buildMarkoutChart(named: readonly Named[]): Chart {
  const curves = named.flatMap(([index, quality]) => [
    { index, points: shown(quality.passiveMarkouts), isPassive: true },
    { index, points: shown(quality.aggressiveMarkouts), isPassive: false },
  ]);
  const values = curves.flatMap(({ points }) =>
    points.flatMap(({ markoutBps }) => (markoutBps === undefined ? [] : [markoutBps.mean])),
  );
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const padding = Math.max((high - low) * 0.08, 0.01);
  const decimals = high - low < 1 ? 2 : 1;
  return {
    key: "markouts",
    label:
      "Markouts in basis points by horizon, one line a policy, resting fills and fills that took apart",
    width: 1040,
    height: 300,
    option: {
      grid: { left: 52, right: 24, top: 12, bottom: 28 },
      xAxis: horizonAxis(curves[0]?.points ?? []),
      yAxis: valueAxis({
        low: low - padding,
        high: high + padding,
        count: 6,
        format: (bps) => formatNumber(bps, decimals),
      }),
      series: curves.map(({ index, points, isPassive }) => ({
        type: "line",
        silent: true,
        emphasis: { disabled: true },
        symbol: "circle",
        symbolSize: 6.5,
        data: points.map(({ markoutBps }) => markoutBps?.mean ?? "-"),
        lineStyle: {
          color: policyColour(index),
          width: 1.8,
          type: isPassive ? "solid" : [5, 4],
        },
        itemStyle: {
          color: isPassive ? "var(--card)" : policyColour(index),
          borderColor: policyColour(index),
          borderWidth: 1.5,
        },
      })),
    },
  };
}

function shown(points: readonly MarkoutPoint[]): readonly MarkoutPoint[] {
  return points.filter(({ horizonNs }) => horizonNs <= shownNsMax);
}

function horizonAxis(points: readonly MarkoutPoint[]): object {
  return {
    type: "category",
    boundaryGap: false,
    data: points.map(({ horizonNs }) => horizonName(horizonNs)),
    axisLine: { onZero: true, lineStyle: { color: mutedInk } },
    axisTick: { show: false },
    axisLabel: { color: mutedInk, fontSize: 11, interval: 0 },
  };
}
