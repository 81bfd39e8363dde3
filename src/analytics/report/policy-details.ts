/** Everything about one policy's run that the comparison has no room for. */
import { assert } from "../../core/assert.ts";
import type { ImpactSource, ShortfallForm } from "../shortfall.ts";
import type { ReportFrame } from "./axes.ts";
import { renderChart } from "./chart.ts";
import { swatch } from "./comparison-table.ts";
import {
  absent,
  camelCaseToWords,
  formatBps,
  formatNumber,
  formatPrice,
  formatShare,
} from "./format.ts";
import { buildHeatmapChart } from "./heatmap-chart.ts";
import { type Html, html } from "./html.ts";
import type { OrderReport, PolicyRun } from "./order-report.ts";

const formTitles: Readonly<Record<ShortfallForm, string>> = {
  perold: "Perold's form: unfilled lots are marked from the decision.",
  kissell: "Kissell's form: unfilled lots are marked from the release.",
};

const impactTitles: Readonly<Record<ImpactSource, string>> = {
  twin: "Impact from a second run of the same market without our order.",
  propagator: "Impact from a propagator model.",
  mechanical: "Impact is the mechanical change of the book only.",
  none: "No estimate of impact: the drift is ours and the market's together.",
};

export function renderPolicyDetails(report: OrderReport, index: number, frame: ReportFrame): Html {
  const run = report.runs[index];
  assert(run !== undefined, "details are of a run of the report");
  return html`<details${index === 0 ? html` open` : ""}>
<summary>${swatch(index)}<b>${run.policy}</b> <span>${run.description}</span></summary>
${renderBook(report, index, frame)}
<div class="facts">
${renderList("Cost", costFacts(report, run))}
${renderList("Benchmarks", benchmarkFacts(report, run))}
${renderList("Child orders", countFacts(run.childOrders))}
${renderList("Divergence, events", divergenceFacts(run))}
</div>
<p class="small">${formTitles[run.shortfall.form]} ${impactTitles[run.shortfall.impactSource]}
Hash of the run: <code>${run.hash}</code></p>
</details>`;
}

function renderBook(report: OrderReport, index: number, frame: ReportFrame): Html {
  const { chart, fullLots } = buildHeatmapChart(report, index, frame);
  const key =
    fullLots === undefined
      ? html`No depth was recorded for this run.`
      : html`<span class="ramp bid"></span> bids and <span class="ramp ask"></span> asks, from 1 to
${formatNumber(fullLots)} lots and more a cell, logarithmic.`;
  return html`<figure><div class="scroll"><div class="wide">${renderChart(chart)}</div></div>
<figcaption>Order book under this policy: price against time of day. ${key} Lines: our resting
orders. Discs: fills that took liquidity; rings: fills of resting orders.</figcaption></figure>`;
}

type Fact = readonly [name: string, value: string];

function renderList(title: string, facts: readonly Fact[]): Html {
  const rows = facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`);
  return html`<section><h4>${title}</h4><dl>${rows}</dl></section>`;
}

function costFacts(report: OrderReport, { shortfall }: PolicyRun): readonly Fact[] {
  const unfilled = report.parent.quantityLots - shortfall.filledLots;
  return [
    ["total, bps", formatBps(shortfall.totalBps)],
    ["filled, lots", formatNumber(shortfall.filledLots)],
    ["unfilled, lots", formatNumber(unfilled)],
  ];
}

function benchmarkFacts(report: OrderReport, { benchmarks }: PolicyRun): readonly Fact[] {
  const { tickSize } = report.instrument;
  const { averagePriceTicks } = benchmarks;
  const average =
    averagePriceTicks === undefined ? absent : formatPrice(averagePriceTicks, tickSize, 2);
  return [
    ["average price", average],
    ["arrival mid", formatPrice(benchmarks.arrivalMidTicks, tickSize, 2)],
    ["against arrival, bps", formatBps(benchmarks.arrivalSlippageBps)],
    ["against VWAP, bps", formatBps(benchmarks.vwapSlippageBps)],
    ["against TWAP, bps", formatBps(benchmarks.twapSlippageBps)],
    ["against close, bps", formatBps(benchmarks.closeSlippageBps)],
    ["participation", formatShare(benchmarks.participation)],
    ["passive", formatShare(benchmarks.passiveShare)],
  ];
}

function countFacts(counts: Readonly<Record<string, number>>): readonly Fact[] {
  return Object.entries(counts).map(([name, count]) => [
    camelCaseToWords(name),
    formatNumber(count),
  ]);
}

function divergenceFacts({ divergence }: PolicyRun): readonly Fact[] {
  if (divergence === undefined) return [["not a replay", absent]];
  return [["all", formatNumber(divergence.events)], ...countFacts(divergence.counts)];
}
