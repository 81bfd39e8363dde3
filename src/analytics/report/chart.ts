/**
 * Charts as SVG text, drawn by Apache ECharts without a browser.
 *
 * Colours are CSS custom properties, so that one drawing serves light, dark and paper. The
 * drawing is static: what ECharts adds for a mouse is taken out, which also makes its names the
 * same from run to run.
 */
import { CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, MarkLineComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { escapeHtml, type Html, rawHtml } from "./html.ts";

use([LineChart, ScatterChart, CustomChart, GridComponent, MarkLineComponent, SVGRenderer]);

/** One drawing: its size in CSS pixels, what it shows in words, and the ECharts option. */
export interface Chart {
  /** Unique on the page; letters, digits and hyphens. */
  readonly key: string;
  /** Read to those who cannot see the drawing. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly option: EChartsCoreOption;
}

export const ink = "var(--ink)";
export const mutedInk = "var(--muted)";
export const hairline = "var(--hairline)";

/** The colour of a policy, by its place in the report; seven colours, then again from the first. */
export function policyColour(index: number): string {
  return `var(--policy-${index % 7})`;
}

export function renderChart(chart: Chart): Html {
  const { width, height } = chart;
  const canvas = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    canvas.setOption({
      animation: false,
      textStyle: { fontFamily: "inherit", color: ink },
      backgroundColor: "transparent",
      ...chart.option,
    });
    return rawHtml(settle(canvas.renderToSVGString(), chart));
  } finally {
    canvas.dispose();
  }
}

/** Takes out what belongs to a live chart and gives every name a stable, page-wide unique prefix. */
function settle(svg: string, chart: Chart): string {
  const label = escapeHtml(chart.label);
  return svg
    .replace(/<style\s*>.*?<\/style>/s, "")
    .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, "")
    .replace(/(id="|url\(#)zr\d+-/g, `$1${chart.key}-`)
    .replaceAll("<image ", '<image preserveAspectRatio="none" ')
    .replace(
      /^<svg [^>]*>/,
      () =>
        `<svg viewBox="0 0 ${chart.width} ${chart.height}" width="${chart.width}" role="img" aria-label="${label}">`,
    )
    .replace(/\n+/g, "\n");
}

/** Round numbers from `low` to `high`, about `count` of them, at steps of 1, 2 or 5 times ten to n. */
export function roundNumbers(
  low: number,
  high: number,
  count: number,
  smallestStep = 0,
): readonly number[] {
  return multiplesOf(roundStep(low, high, count, smallestStep), low, high);
}

/** The step between round numbers: at least `smallestStep`, about `count` of them in the range. */
export function roundStep(low: number, high: number, count: number, smallestStep = 0): number {
  const rough = Math.max((high - low) / count, smallestStep, Number.MIN_VALUE);
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * ([1, 2, 5].find((factor) => factor * magnitude >= rough) ?? 10);
  return Math.max(step, smallestStep);
}

const clockStepsSeconds = [1, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400];

/** Whole clock times between two times, at most `count` of them. */
export function clockTimes(fromNs: number, toNs: number, count: number): readonly number[] {
  const seconds = clockStepsSeconds.find((step) => (toNs - fromNs) / (step * 1e9) <= count);
  return multiplesOf((seconds ?? 28800) * 1e9, fromNs, toNs);
}

/** The multiples of `step` within [low, high]. */
function multiplesOf(step: number, low: number, high: number): readonly number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, index) => (first + index) * step,
  );
}
