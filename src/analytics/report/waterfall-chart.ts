/** How the parts of one policy's cost add up to its total. */
import { assert } from "../../core/assert.ts";
import { type ShortfallPartName, shortfallPartNames } from "../shortfall.ts";
import { valueAxis } from "./axes.ts";
import { type Chart, ink, mutedInk } from "./chart.ts";
import { formatBps, formatNumber } from "./format.ts";
import type { OrderReport, PolicyRun } from "./order-report.ts";
import type { CustomSeriesApi } from "./price-chart.ts";

const width = 340;
const rowPixels = 23;

/** What each part is called in tables and charts. */
export const partTitles: Readonly<Record<ShortfallPartName, string>> = {
  delay: "Delay",
  spread: "Spread",
  impact: "Impact",
  timing: "Timing",
  drift: "Price drift",
  opportunity: "Opportunity",
  fees: "Fees",
};

interface Step {
  readonly title: string;
  readonly fromBps: number;
  readonly toBps: number;
  readonly shownBps: number;
  readonly colour: string;
}

/** One scale for all policies of a report, zero included. */
export function findCostRange(report: OrderReport): { low: number; high: number } {
  const ends = report.runs.flatMap(buildSteps).flatMap((step) => [step.fromBps, step.toBps]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const span = Math.max(high - low, 0.01);
  // Room for the numbers, which stand to the right of the bars.
  return { low: low - span * 0.02, high: high + span * 0.24 };
}

export function buildWaterfallChart(
  report: OrderReport,
  index: number,
  range: { readonly low: number; readonly high: number },
): Chart {
  const run = report.runs[index];
  assert(run !== undefined, "a chart is of a run of the report");
  const steps = buildSteps(run);
  return {
    key: `waterfall-${index}`,
    label: `Parts of the cost of ${run.policy} in basis points: ${describe(steps)}`,
    width,
    height: steps.length * rowPixels + 34,
    option: {
      grid: { left: 82, right: 8, top: 6, bottom: 28 },
      xAxis: {
        ...valueAxis({
          ...range,
          count: 4,
          format: (value) => formatNumber(value, decimals(range)),
        }),
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: steps.map((step) => step.title),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: ink, fontSize: 12, interval: 0 },
      },
      series: [barSeries(steps), zeroLine()],
    },
  };
}

function decimals(range: { readonly low: number; readonly high: number }): number {
  const step = (range.high - range.low) / 4;
  return step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
}

function describe(steps: readonly Step[]): string {
  return steps.map((step) => `${step.title} ${formatBps(step.shownBps)}`).join(", ");
}

function buildSteps(run: PolicyRun): readonly Step[] {
  const { partsBps, totalBps } = run.shortfall;
  const steps: Step[] = [];
  let sum = 0;
  for (const name of shortfallPartNames) {
    const part = partsBps[name];
    if (part === undefined) continue;
    const colour = formatBps(part) === "0.00" ? mutedInk : signColour(part);
    steps.push({
      title: partTitles[name],
      fromBps: sum,
      toBps: sum + part,
      shownBps: part,
      colour,
    });
    sum += part;
  }
  return [
    ...steps,
    { title: "Total", fromBps: 0, toBps: totalBps, shownBps: totalBps, colour: ink },
  ];
}

function signColour(cost: number): string {
  return cost < 0 ? "var(--saving)" : "var(--cost)";
}

/** Rectangles from running sum to running sum, with the number to the right. */
function barSeries(steps: readonly Step[]): object {
  return {
    type: "custom",
    silent: true,
    data: steps.map((step, row) => [step.fromBps, step.toBps, row]),
    encode: { x: [0, 1], y: 2 },
    renderItem: (params: { readonly dataIndex: number }, api: CustomSeriesApi) => {
      const step = steps[params.dataIndex]!;
      const [from = 0, y = 0] = api.coord([step.fromBps, params.dataIndex]);
      const [to = 0] = api.coord([step.toBps, params.dataIndex]);
      return {
        type: "group",
        children: [
          {
            type: "rect",
            shape: {
              x: Math.min(from, to) - (from === to ? 0.5 : 0),
              y: y - 7,
              width: Math.max(Math.abs(to - from), 1),
              height: 14,
            },
            style: { fill: step.colour },
          },
          {
            type: "text",
            style: {
              text: formatBps(step.shownBps),
              x: Math.max(from, to) + 4,
              y,
              align: "left",
              verticalAlign: "middle",
              fill: ink,
              // A halo keeps the number readable on the zero line.
              stroke: "var(--card)",
              lineWidth: 3,
              fontSize: 11.5,
              fontWeight: step.title === "Total" ? "bold" : "normal",
            },
          },
        ],
      };
    },
  };
}

/** A thin upright line where the cost is zero. */
export function zeroLine(): object {
  return {
    type: "line",
    data: [],
    silent: true,
    markLine: {
      silent: true,
      z: 1,
      symbol: "none",
      label: { show: false },
      lineStyle: { color: mutedInk, width: 1, type: "solid" },
      data: [{ xAxis: 0 }],
    },
  };
}
