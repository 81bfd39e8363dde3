/** Curves over the decisions of a training. */
import { valueAxis } from "./axes.ts";
import { type Chart, mutedInk, policyColour, roundNumbers } from "./chart.ts";
import { formatNumber } from "./format.ts";
import type { LearningCurve, TrainingReport } from "./training-report.ts";

type Point = readonly [decisions: number, value: number];

/** Points drawn of one curve; more would not be seen. */
const pointsMax = 300;

/** The score: of episodes that were learnt from, and on the validation seeds with their errors. */
export function buildScoreChart(report: TrainingReport): Chart {
  const { played, validations, baselines, scoreUnit } = report;
  const bands = validations.flatMap(({ score, standardError: se }) => [score - se, score + se]);
  const levels = baselines.map(({ score }) => score);
  const range = rangeOf([...thin(played).map(([, value]) => value), ...bands, ...levels]);
  const points = validations.map(({ decisions, score }): Point => [decisions, score]);
  const best = validations.filter(({ isBest }) => isBest).at(-1);
  return {
    key: "score",
    label: `Score in ${scoreUnit} by decisions: of episodes played while learning, and on validation seeds`,
    width: 1040,
    height: 320,
    option: {
      grid: { left: 64, right: 16, top: 10, bottom: 30 },
      xAxis: decisionAxis(report.decisions),
      yAxis: numberAxis(range),
      series: [
        line(thin(played), mutedInk, 1.2),
        ...validations.map(({ decisions, score, standardError: se }) =>
          line(
            [
              [decisions, score - 2 * se],
              [decisions, score + 2 * se],
            ],
            policyColour(0),
            1,
          ),
        ),
        { ...line(points, policyColour(0), 1.8), symbol: "circle", symbolSize: 5 },
        ...(best === undefined ? [] : [dot([best.decisions, best.score])]),
        ...levels.map((score, at) =>
          line(
            [
              [0, score],
              [report.decisions, score],
            ],
            policyColour(at + 1),
            1.2,
            [5, 4],
          ),
        ),
      ],
    },
  };
}

/** One curve of its own. */
export function buildCurveChart(curve: LearningCurve, decisions: number): Chart {
  const points = thin(curve);
  return {
    key: `curve-${curve.name.replace(/[^a-z0-9]+/gi, "-")}`,
    label: `${curve.what} by decisions`,
    width: 340,
    height: 200,
    option: {
      grid: { left: 56, right: 12, top: 8, bottom: 28 },
      xAxis: decisionAxis(decisions, 3),
      yAxis: numberAxis(rangeOf(points.map(([, value]) => value)), 4),
      series: [line(points, policyColour(0), 1.5)],
    },
  };
}

/** Means of neighbours, so that what is drawn is what there was. */
function thin({ decisions, values }: LearningCurve): Point[] {
  const width = Math.max(1, Math.ceil(values.length / pointsMax));
  const points: Point[] = [];
  for (let from = 0; from < values.length; from += width) {
    const part = values.slice(from, from + width);
    const last = Math.min(from + width, values.length) - 1;
    points.push([decisions[last]!, part.reduce((sum, value) => sum + value, 0) / part.length]);
  }
  return points;
}

function rangeOf(values: readonly number[]): { low: number; high: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const padding = Math.max((high - low) * 0.06, Math.abs(high) * 1e-3, 1e-9);
  return { low: low - padding, high: high + padding };
}

function numberAxis(range: { low: number; high: number }, count = 6): object {
  const step = (range.high - range.low) / count;
  const decimals = Math.min(Math.max(0, Math.ceil(-Math.log10(step))), 6);
  return valueAxis({ ...range, count, format: (value) => formatNumber(value, decimals) });
}

function decisionAxis(decisions: number, count = 8): object {
  const customValues = roundNumbers(0, decisions, count);
  return {
    type: "value",
    min: 0,
    max: decisions,
    splitLine: { show: false },
    // At the bottom, wherever zero lies.
    axisLine: { onZero: false, lineStyle: { color: mutedInk } },
    axisTick: { customValues, lineStyle: { color: mutedInk } },
    axisLabel: { customValues, color: mutedInk, fontSize: 11, formatter: shortNumber },
  };
}

function shortNumber(value: number): string {
  if (value >= 1e6) return `${formatNumber(value / 1e6, value % 1e6 === 0 ? 0 : 1)} M`;
  return value >= 1000 ? `${formatNumber(value / 1000)} k` : formatNumber(value);
}

function line(
  data: readonly Point[],
  colour: string,
  width: number,
  dash?: readonly number[],
): object {
  return {
    type: "line",
    silent: true,
    symbol: "none",
    emphasis: { disabled: true },
    data,
    lineStyle: { color: colour, width, ...(dash === undefined ? {} : { type: dash }) },
    itemStyle: { color: colour },
  };
}

function dot(at: Point): object {
  return {
    type: "scatter",
    silent: true,
    data: [at],
    symbolSize: 11,
    itemStyle: { color: "var(--card)", borderColor: policyColour(0), borderWidth: 2.5 },
    z: 5,
  };
}
