/** Histograms of several policies below one another, on one scale. */
import { type Chart, ink } from "./chart.ts";
import { bpsAxis, nameMarginPixels, policyAxis } from "./cost-axes.ts";
import { formatBps } from "./format.ts";
import { countBins, type HistogramScale, rangeOf } from "./histogram.ts";
import type { Column } from "./order-report.ts";
import type { CustomSeriesApi } from "./price-chart.ts";
import { zeroLine } from "./waterfall-chart.ts";

const rowPixels = 88;
/** Above the highest bar of a row, for the words at the marks. */
const headroomPixels = 20;
/** Right of the drawing area, for the words of a mark at its end. */
const markMarginPixels = 92;

/** A value worth seeing: an upright line with its name and number to one side. */
export interface DistributionMark {
  readonly name: string;
  readonly bps: number;
  /** Of the line, where its words stand. */
  readonly side: "left" | "right";
  readonly line: "solid" | "dashed";
}

export interface DistributionRow {
  readonly policy: string;
  readonly colour: string;
  readonly valuesBps: Column;
  readonly marks: readonly DistributionMark[];
}

/** Every row's highest bar has one height: shapes are compared, not counts. */
export function buildDistributionChart(options: {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly DistributionRow[];
  readonly scale: HistogramScale;
}): Chart {
  const { key, title, rows, scale } = options;
  const range = rangeOf(scale);
  const plotHeight = rows.length * rowPixels;
  return {
    key,
    label: `${title} in basis points: ${rows.map(describe).join("; ")}`,
    width: 1040,
    height: plotHeight + 34,
    option: {
      grid: { left: nameMarginPixels, right: markMarginPixels, top: 4, height: plotHeight },
      xAxis: bpsAxis(range),
      yAxis: policyAxis(rows.map(({ policy }) => policy)),
      series: [...(range.low < 0 && range.high > 0 ? [zeroLine()] : []), rowSeries(rows, scale)],
    },
  };
}

function describe({ policy, marks }: DistributionRow): string {
  return `${policy} ${marks.map(({ name, bps }) => `${name} ${formatBps(bps)}`).join(", ")}`;
}

function rowSeries(rows: readonly DistributionRow[], scale: HistogramScale): object {
  const { low } = rangeOf(scale);
  return {
    type: "custom",
    silent: true,
    data: rows.map((_, row) => [low, row]),
    encode: { x: 0, y: 1 },
    renderItem: ({ dataIndex }: { readonly dataIndex: number }, api: CustomSeriesApi) => {
      const row = rows[dataIndex]!;
      const at = (bps: number): number => api.coord([bps, dataIndex])[0] ?? 0;
      const baseline = (api.coord([low, dataIndex])[1] ?? 0) + rowPixels / 2 - 0.5;
      return {
        type: "group",
        children: [
          {
            type: "polygon",
            shape: { points: outline(countBins(row.valuesBps, scale), scale, at, baseline) },
            style: { fill: row.colour, opacity: 0.75 },
          },
          {
            type: "line",
            shape: { x1: at(low), y1: baseline, x2: at(rangeOf(scale).high), y2: baseline },
            style: { stroke: "var(--hairline)", lineWidth: 1 },
          },
          ...row.marks.flatMap((mark) => drawMark(mark, at(mark.bps), baseline)),
        ],
      };
    },
  };
}

/** The bars as one shape, from the left end of the base line to its right end. */
function outline(
  counts: readonly number[],
  scale: HistogramScale,
  at: (bps: number) => number,
  baseline: number,
): readonly (readonly [x: number, y: number])[] {
  const pixelsPerCount = (rowPixels - headroomPixels) / Math.max(...counts);
  const tops = counts.flatMap((count, bin) => {
    const y = baseline - count * pixelsPerCount;
    const left = (scale.first + bin - 0.5) * scale.width;
    return [[at(left), y] as const, [at(left + scale.width), y] as const];
  });
  const { low, high } = rangeOf(scale);
  return [[at(low), baseline], ...tops, [at(high), baseline]];
}

function drawMark(mark: DistributionMark, x: number, baseline: number): readonly object[] {
  const top = baseline - rowPixels + 6;
  const isLeft = mark.side === "left";
  return [
    {
      type: "line",
      shape: { x1: x, y1: top, x2: x, y2: baseline },
      style: { stroke: ink, lineWidth: 1.2, lineDash: mark.line },
    },
    {
      type: "text",
      style: {
        text: `${mark.name} ${formatBps(mark.bps)}`,
        x: isLeft ? x - 4 : x + 4,
        y: top + 5,
        align: isLeft ? "right" : "left",
        verticalAlign: "middle",
        fill: ink,
        // A halo keeps the words readable on lines and bars.
        stroke: "var(--card)",
        lineWidth: 3,
        fontSize: 11,
      },
    },
  ];
}
