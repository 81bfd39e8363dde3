/** The report of one parent order as one page of hypertext that needs nothing but itself. */
import { assert } from "../../core/assert.ts";
import { formatDuration } from "../../core/time.ts";
import { durationNs } from "../../core/units.ts";
import { sideName } from "../../market/side.ts";
import { computeFrame } from "./axes.ts";
import { renderChart } from "./chart.ts";
import { renderComparisonTable, swatch } from "./comparison-table.ts";
import { renderExecutionQuality } from "./execution-quality-section.ts";
import { formatClock, formatNumber, formatPrice, formatShare } from "./format.ts";
import { renderHeadline } from "./headline.ts";
import { type Html, html } from "./html.ts";
import { buildInventoryChart } from "./inventory-chart.ts";
import { computeFillScale } from "./marks.ts";
import type { OrderReport } from "./order-report.ts";
import { renderPage } from "./page.ts";
import { renderPolicyDetails } from "./policy-details.ts";
import { buildPriceChart, findHighestParticipation, type SharedScales } from "./price-chart.ts";
import { buildWaterfallChart, findCostRange } from "./waterfall-chart.ts";

/**
 * Renders a report as one HTML file: no scripts, no requests, the same bytes for the same input.
 *
 * @throws InvariantError when the report has no run, an empty interval, or a number to be printed
 *   that is not finite
 */
export function renderOrderReport(report: OrderReport): string {
  const { parent, runs } = report;
  assert(runs.length > 0, "a report has at least one run");
  assert(parent.startNs < parent.endNs, "an order ends after it starts");
  const scales: SharedScales = {
    frame: computeFrame(report),
    fills: computeFillScale(report, { buckets: 60, keepPrices: false }),
    highestParticipation: findHighestParticipation(report),
  };
  return renderPage(
    report.title,
    html`${renderHeader(report)}
${renderCosts(report)}
${renderMarkets(report, scales)}
${renderInventory(report, scales)}
${renderExecutionQuality(report)}
<h2>Each policy in detail</h2>
<p class="lead">The order book it worked in, and the counts behind the table.</p>
${runs.map((_, index) => renderPolicyDetails(report, index, scales.frame))}
${renderProvenance(report)}`,
  );
}

function renderHeader(report: OrderReport): Html {
  const { source, instrument, parent } = report;
  const kicker = [
    "Parent order report",
    instrument.symbol,
    source.date ?? "",
    source.isSynthetic ? "synthetic market" : "recorded market",
  ].filter((word) => word !== "");
  const notes = report.notes.map((note) => html`<li>${note}</li>`);
  return html`<header>
<p class="kicker">${kicker.join(" · ")}</p>
<h1>${report.title}</h1>
<p class="headline">${renderHeadline(report)}</p>
<p class="small">${describeParent(report)} Positive is a cost, negative a saving, in basis points
(bps) of arrival notional: ${formatNumber(parent.quantityLots)} lots at the mid at release.</p>
${notes.length > 0 ? html`<ul class="notes">${notes}</ul>` : ""}
</header>`;
}

function describeParent({ parent, instrument }: OrderReport): string {
  const { limitPriceTicks, participationCap } = parent;
  const limit =
    limitPriceTicks === undefined
      ? "no limit price"
      : `limit ${formatPrice(limitPriceTicks, instrument.tickSize)}`;
  const cap =
    participationCap === undefined
      ? "no participation cap"
      : `participation at most ${formatShare(participationCap)} of volume`;
  return `The order: ${sideName(parent.side)} ${formatNumber(parent.quantityLots)} lots, ${limit}, ${cap}.`;
}

function renderCosts(report: OrderReport): Html {
  const range = findCostRange(report);
  const cards = report.runs.map(
    (run, index) => html`<figure class="card"><h3>${swatch(index)}${run.policy}</h3>
${renderChart(buildWaterfallChart(report, index, range))}</figure>`,
  );
  return html`<h2>What it cost</h2>
<p class="lead">Implementation shortfall against the mid at the decision, and its parts, which add up to it.</p>
<div class="card">${renderComparisonTable(report)}</div>
<h2>Where the cost came from</h2>
<p class="lead">From zero to the total, in bps; one scale for all policies.
<i class="swatch" style="background:var(--cost)"></i>cost
<i class="swatch" style="background:var(--saving);margin-left:1em"></i>saving</p>
<div class="triples">${cards}</div>`;
}

function renderMarkets(report: OrderReport, scales: SharedScales): Html {
  const cards = report.runs.map(
    (run, index) => html`<figure class="card"><h3>${swatch(index)}${run.policy}</h3>
${renderChart(buildPriceChart(report, index, scales))}</figure>`,
  );
  const market = report.source.isSynthetic ? "market without us" : "recorded market";
  return html`<h2>Where each policy traded</h2>
<p class="lead">Above: price; grey lines are bid and ask of the ${market}. Discs took liquidity, rings
rested, diamonds traded in an auction; fills within ${formatDuration(durationNs(scales.fills.bucketNs))} are one mark at their
average price, its area the number of lots (largest: ${formatNumber(scales.fills.largestLots)}).
Below: own lots in % of all lots traded in each interval.</p>
<div class="pairs">${cards}</div>`;
}

function renderInventory(report: OrderReport, scales: SharedScales): Html {
  const names = report.runs.map((run, index) => html`<li>${swatch(index)}${run.policy}</li>`);
  const chart = buildInventoryChart(report, scales.frame, { width: 1040, height: 320 });
  return html`<h2>What was left to do</h2>
<p class="lead">Unfilled lots over time, against each policy's own schedule.</p>
<figure class="card"><ul class="legend">${names}<li><i class="dash"></i>schedule</li></ul>
<div class="scroll"><div class="wide">${renderChart(chart)}</div></div></figure>`;
}

function renderProvenance(report: OrderReport): Html {
  const { source, instrument, market } = report;
  const { cumulativeVolumeLots: volume } = market;
  const traded = volume.length > 0 ? volume[volume.length - 1]! - volume[0]! : 0;
  const first = market.timeNs.length > 0 ? formatClock(market.timeNs[0]!) : "";
  const last =
    market.timeNs.length > 0 ? formatClock(market.timeNs[market.timeNs.length - 1]!) : "";
  const span =
    first === ""
      ? "no market sample"
      : `${formatNumber(traded)} lots traded from ${first} to ${last}`;
  const digest = source.sha256 === undefined ? "" : html` SHA-256 <code>${source.sha256}</code>.`;
  return html`<h2>Where this comes from</h2>
<p class="small">${source.description}. File <code>${source.path}</code>, ${formatNumber(source.events)} events;
${span}; tick ${String(instrument.tickSize)}.${digest}</p>
<p class="small">Made by:</p>
<pre><code>${report.generatedBy}</code></pre>`;
}
