/** What was left to do over time: where half and nine tenths of the episodes were. */
import { type ReportFrame, timeAxis, valueAxis } from "./axes.ts";
import { type Chart, policyColour } from "./chart.ts";
import type { EvaluatedPolicy } from "./evaluation-report.ts";
import { formatNumber } from "./format.ts";
import type { Column } from "./order-report.ts";
import type { CustomSeriesApi } from "./price-chart.ts";

/** The stretch of time that the charts of an evaluation show. */
export type TimeFrame = Pick<ReportFrame, "fromNs" | "toNs">;

export function buildInventoryBandChart(
  { policy, inventory }: EvaluatedPolicy,
  options: { readonly index: number; readonly frame: TimeFrame; readonly width: number },
): Chart {
  const { index, frame, width } = options;
  const { timeNs, q05, q25, q50, q75, q95, mean } = inventory;
  const colour = policyColour(index);
  return {
    key: `bands-${index}`,
    label: `Share of the order still to be filled by ${policy} over time, over all episodes`,
    width,
    height: 214,
    option: {
      grid: { left: 42, right: 14, top: 8, bottom: 26 },
      xAxis: timeAxis(frame, { count: width > 400 ? 7 : 4 }),
      yAxis: valueAxis({
        low: 0,
        high: 1.03,
        count: 6,
        format: (share) => `${formatNumber(share * 100)}%`,
      }),
      series: [
        bandSeries(timeNs, { low: q05, high: q95, colour, opacity: 0.2 }),
        bandSeries(timeNs, { low: q25, high: q75, colour, opacity: 0.35 }),
        lineSeries(timeNs, q50, { color: colour, width: 2 }),
        lineSeries(timeNs, mean, { color: "var(--ink)", width: 1, type: [3, 3] }),
      ],
    },
  };
}

interface Band {
  readonly low: Column;
  readonly high: Column;
  readonly colour: string;
  readonly opacity: number;
}

/** The area between two lines: along the upper one, and back along the lower. */
function bandSeries(timeNs: Column, { low, high, colour, opacity }: Band): object {
  const rows = Array.from({ length: timeNs.length }, (_, row) => row);
  return {
    type: "custom",
    silent: true,
    clip: true,
    data: rows.length === 0 ? [] : [[timeNs[0]!, 0]],
    encode: { x: 0, y: 1 },
    renderItem: (_: unknown, api: CustomSeriesApi) => ({
      type: "polygon",
      shape: {
        points: [
          ...rows.map((row) => api.coord([timeNs[row]!, high[row]!])),
          ...rows.toReversed().map((row) => api.coord([timeNs[row]!, low[row]!])),
        ],
      },
      style: { fill: colour, opacity },
    }),
    z: 2,
  };
}

function lineSeries(timeNs: Column, values: Column, lineStyle: object): object {
  return {
    type: "line",
    silent: true,
    showSymbol: false,
    emphasis: { disabled: true },
    data: Array.from({ length: timeNs.length }, (_, row) => [timeNs[row]!, values[row]!]),
    lineStyle,
    z: 3,
  };
}
