/** Paired differences as dots with their intervals, against the line of no difference. */
import { type Chart, ink, mutedInk, policyColour } from "./chart.ts";
import { bpsAxis, nameMarginPixels, policyAxis } from "./cost-axes.ts";
import type { PairedComparison } from "./evaluation-report.ts";
import { formatBps } from "./format.ts";
import type { CustomSeriesApi } from "./price-chart.ts";
import { zeroLine } from "./waterfall-chart.ts";

const rowPixels = 48;

type DrawnPair = Pick<PairedComparison, "mean" | "ci95" | "bootstrap95">;

interface Row {
  readonly policy: string;
  readonly colour: string;
  readonly paired: DrawnPair;
}

/** Policies in the order of their colours; those without a pair are left out. */
interface PairedPolicies {
  readonly policies: readonly { readonly policy: string; readonly paired?: DrawnPair }[];
  readonly baseline: string;
}

export function buildPairedChart({ policies, baseline }: PairedPolicies): Chart {
  const rows = policies.flatMap(({ policy, paired }, index) =>
    paired === undefined ? [] : [{ policy, paired, colour: policyColour(index) }],
  );
  const plotHeight = rows.length * rowPixels;
  return {
    key: "paired",
    label: `Cost less that of ${baseline} in basis points: ${describe(rows)}`,
    width: 1040,
    height: plotHeight + 36,
    option: {
      grid: { left: nameMarginPixels, right: 24, top: 6, height: plotHeight },
      xAxis: bpsAxis(findRange(rows)),
      yAxis: policyAxis(rows.map(({ policy }) => policy)),
      series: [zeroLine(), whiskerSeries(rows)],
    },
  };
}

function describe(rows: readonly Row[]): string {
  return rows
    .map(({ policy, paired: { mean, ci95 } }) => {
      return `${policy} ${formatBps(mean)}, from ${formatBps(ci95[0])} to ${formatBps(ci95[1])}`;
    })
    .join("; ");
}

/** Zero included, with room at both ends. */
function findRange(rows: readonly Row[]): { low: number; high: number } {
  const ends = rows.flatMap(({ paired }) => [...paired.ci95, ...paired.bootstrap95, paired.mean]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const padding = Math.max((high - low) * 0.08, 0.01);
  return { low: low - padding, high: high + padding };
}

/** Above, the dot with Student's interval and the number; below it, the bootstrap's interval. */
function whiskerSeries(rows: readonly Row[]): object {
  return {
    type: "custom",
    silent: true,
    data: rows.map(({ paired }, row) => [paired.mean, row]),
    encode: { x: 0, y: 1 },
    renderItem: ({ dataIndex }: { readonly dataIndex: number }, api: CustomSeriesApi) => {
      const { paired, colour } = rows[dataIndex]!;
      const at = (bps: number): number => api.coord([bps, dataIndex])[0] ?? 0;
      const y = (api.coord([0, dataIndex])[1] ?? 0) + 3;
      return {
        type: "group",
        children: [
          ...whisker({ from: at(paired.ci95[0]), to: at(paired.ci95[1]), y, colour, width: 2.5 }),
          ...whisker({
            from: at(paired.bootstrap95[0]),
            to: at(paired.bootstrap95[1]),
            y: y + 11,
            colour: mutedInk,
            width: 1,
          }),
          {
            type: "circle",
            shape: { cx: at(paired.mean), cy: y, r: 5 },
            style: { fill: colour, stroke: "var(--card)", lineWidth: 1.5 },
          },
          meanText(paired.mean, at(paired.mean), y - 9),
        ],
      };
    },
  };
}

interface Whisker {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly colour: string;
  readonly width: number;
}

/** A line with a short stroke across each end. */
function whisker({ from, to, y, colour, width }: Whisker): readonly object[] {
  const style = { stroke: colour, lineWidth: width };
  const line = (x1: number, y1: number, x2: number, y2: number): object => ({
    type: "line",
    shape: { x1, y1, x2, y2 },
    style,
  });
  return [line(from, y, to, y), line(from, y - 3.5, from, y + 3.5), line(to, y - 3.5, to, y + 3.5)];
}

function meanText(mean: number, x: number, y: number): object {
  return {
    type: "text",
    style: {
      text: formatBps(mean),
      x,
      y,
      align: "center",
      verticalAlign: "bottom",
      fill: ink,
      stroke: "var(--card)",
      lineWidth: 3,
      fontSize: 11.5,
    },
  };
}
