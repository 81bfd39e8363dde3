/** The report of an evaluation as one page of hypertext that needs nothing but itself. */
import { sideName } from "../../market/side.ts";
import { policyColour, renderChart } from "./chart.ts";
import { checkEvaluation } from "./check-evaluation.ts";
import { swatch } from "./comparison-table.ts";
import { buildDistributionChart } from "./distribution-chart.ts";
import { renderEvaluationCostTable } from "./evaluation-cost-table.ts";
import { renderEvaluationHeadline } from "./evaluation-headline.ts";
import type { EvaluationReport, ValidityCheck } from "./evaluation-report.ts";
import { formatCount, formatNumber } from "./format.ts";
import { computeHistogramScale, countBeyond, type HistogramScale } from "./histogram.ts";
import { type Html, html } from "./html.ts";
import { buildInventoryBandChart, type TimeFrame } from "./inventory-band-chart.ts";
import type { Column } from "./order-report.ts";
import { renderPage } from "./page.ts";
import { buildPairedChart } from "./paired-chart.ts";
import { renderPairedTable } from "./paired-table.ts";
import { buildParticipationProfileChart } from "./participation-profile-chart.ts";

/**
 * Renders an evaluation as one HTML file: no scripts, no requests, the same bytes for the same input.
 *
 * @throws InvariantError when the report has no policy, columns of unequal length, an interval that
 *   is upside down, or a number that is not finite
 */
export function renderEvaluationReport(report: EvaluationReport): string {
  checkEvaluation(report);
  const hasPairs = report.policies.some((policy) => policy.paired !== undefined);
  return renderPage(
    report.title,
    html`${renderHeader(report)}
${renderCosts(report)}
${hasPairs ? renderPairs(report) : ""}
${renderCostDistribution(report)}
${hasPairs ? renderDifferenceDistribution(report) : ""}
${renderInventory(report)}
${renderParticipation(report)}
${renderValidity(report.validity)}
${renderProvenance(report)}`,
  );
}

function renderHeader(report: EvaluationReport): Html {
  const { instrument, parent, world, episodes } = report;
  const kicker = [
    "Evaluation",
    instrument.symbol,
    world.name,
    `${formatNumber(episodes)} episodes`,
  ];
  const notes = report.notes.map((note) => html`<li>${note}</li>`);
  return html`<header>
<p class="kicker">${kicker.join(" · ")}</p>
<h1>${report.title}</h1>
<p class="headline">${renderEvaluationHeadline(report)}</p>
<p class="small">The order: ${sideName(parent.side)} ${formatNumber(parent.quantityLots)} lots.
Positive is a cost, negative a saving, in basis points (bps) of arrival notional. One
episode is one generated market; every policy meets the same ones.</p>
${notes.length > 0 ? html`<ul class="notes">${notes}</ul>` : ""}
</header>`;
}

function renderCosts(report: EvaluationReport): Html {
  const descriptions = report.policies.map(
    ({ policy, description }) =>
      html`<dt>${policy}</dt><dd style="text-align:left">${description}</dd>`,
  );
  const reward = report.policies.some((policy) => policy.rewardTicksPerLot !== undefined)
    ? " The reward is that of the published world: higher is better."
    : "";
  return html`<h2>What it cost</h2>
<p class="lead">Implementation shortfall, mean over episodes ± its standard error, and the means of
its parts; a part that is zero everywhere is left out. CVaR 95 is the mean of the worst 5 %.${reward}</p>
<div class="card">${renderEvaluationCostTable(report)}</div>
<dl class="small">${descriptions}</dl>`;
}

function renderPairs(report: EvaluationReport): Html {
  const { baseline } = report;
  return html`<h2>Against ${baseline} on the same seeds</h2>
<p class="lead">Cost of each policy less that of ${baseline}, episode by episode: negative is cheaper. A
difference is told where the adjusted p-value is below 0.05 and both intervals lie on one side of
zero; anything else may be chance.</p>
<div class="card">${renderPairedTable(report)}</div>
<figure class="card" style="margin-top:1rem"><div class="scroll"><div class="wide">
${renderChart(buildPairedChart(report))}</div></div>
<figcaption>Left of zero: cheaper than ${baseline}, in bps. Dot and coloured line: mean and 95 %
interval of the paired t; thin line below: 95 % interval of the block bootstrap.</figcaption></figure>`;
}

function renderCostDistribution({ policies }: EvaluationReport): Html {
  const samples = policies.map((policy) => policy.costsBps);
  const scale = computeHistogramScale(
    samples,
    policies.flatMap(({ mean, cvar95Bps }) => [mean, cvar95Bps]),
  );
  const chart = buildDistributionChart({
    key: "costs",
    title: "Distribution of costs",
    scale,
    rows: policies.map(({ policy, costsBps, mean, cvar95Bps }, index) => ({
      policy,
      colour: policyColour(index),
      valuesBps: costsBps,
      marks: [
        { name: "mean", bps: mean, side: "left", line: "solid" },
        { name: "CVaR 95", bps: cvar95Bps, side: "right", line: "dashed" },
      ],
    })),
  });
  return html`<h2>Distribution of costs</h2>
<p class="lead">One scale for all policies, in bps; the highest bar of each has the same height.</p>
<figure class="card"><div class="scroll"><div class="wide">${renderChart(chart)}</div></div>
${describeBeyond(samples, scale)}</figure>`;
}

function renderDifferenceDistribution({ policies, baseline }: EvaluationReport): Html {
  const rows = policies.flatMap(({ policy, paired }, index) =>
    paired === undefined ? [] : [{ policy, paired, colour: policyColour(index) }],
  );
  const samples = rows.map(({ paired }) => paired.differencesBps);
  const scale = computeHistogramScale(samples, [0, ...rows.map(({ paired }) => paired.mean)]);
  const chart = buildDistributionChart({
    key: "differences",
    title: `Distribution of paired differences from ${baseline}`,
    scale,
    rows: rows.map(({ policy, paired, colour }) => ({
      policy,
      colour,
      valuesBps: paired.differencesBps,
      marks: [
        {
          name: "mean",
          bps: paired.mean,
          side: paired.mean < 0 ? "left" : "right",
          line: "solid",
        },
      ],
    })),
  });
  return html`<h2>Distribution of paired differences</h2>
<p class="lead">Cost less that of ${baseline} on the same seed, in bps; left of zero are the episodes in
which the policy was cheaper.</p>
<figure class="card"><div class="scroll"><div class="wide">${renderChart(chart)}</div></div>
${describeBeyond(samples, scale)}</figure>`;
}

function describeBeyond(samples: readonly Column[], scale: HistogramScale): Html {
  const beyond = countBeyond(samples, scale);
  if (beyond === 0) return html``;
  return html`<figcaption>Counted in the outermost bars: ${formatCount(beyond)}
${beyond === 1 ? "value" : "values"} beyond the scale.</figcaption>`;
}

function renderInventory(report: EvaluationReport): Html {
  const frame = computeTimeFrame(report);
  const isPaired = report.policies.length % 2 === 0 && report.policies.length % 3 !== 0;
  const width = isPaired ? 520 : 340;
  const cards = report.policies.map(
    (policy, index) => html`<figure class="card"><h3>${swatch(index)}${policy.policy}</h3>
${renderChart(buildInventoryBandChart(policy, { index, frame, width }))}</figure>`,
  );
  return html`<h2>What was left to do</h2>
<p class="lead">Share of the order still to be filled. Light: 5 to 95 % of the episodes; darker: 25 to
75 %; line: the median; dashed: the mean.</p>
<div class="${isPaired ? "pairs" : "triples"}">${cards}</div>`;
}

function renderParticipation(report: EvaluationReport): Html {
  const { policies } = report;
  // In a market without others there is no volume to have a share of.
  if (policies.every(({ participation }) => !((participation ?? 0) > 0))) return html``;
  const names = policies.map(({ policy }, index) => html`<li>${swatch(index)}${policy}</li>`);
  const chart = buildParticipationProfileChart(policies, computeTimeFrame(report));
  return html`<h2>Share of the volume</h2>
<p class="lead">Own lots over all lots traded in each interval, mean over episodes.</p>
<figure class="card"><ul class="legend">${names}</ul>
<div class="scroll"><div class="wide">${renderChart(chart)}</div></div></figure>`;
}

/** The order's interval with a little before and after. */
function computeTimeFrame({ parent: { startNs, endNs } }: EvaluationReport): TimeFrame {
  const marginNs = (endNs - startNs) * 0.02;
  return { fromNs: Math.max(0, startNs - marginNs), toNs: endNs + marginNs };
}

function renderValidity(validity: readonly ValidityCheck[]): Html {
  const items = validity.map(({ rule, found, isMet }) => {
    const mark = isMet
      ? html`<b style="color:var(--saving)">✓ met</b>`
      : html`<b style="color:var(--cost)">✗ not met</b>`;
    return html`<li>${mark} ${rule}: ${found}</li>`;
  });
  return html`<h2>Was the market valid?</h2>
<p class="lead">Rules that a market must keep before any cost measured in it is believed.</p>
${items.length > 0 ? html`<ul class="card" style="list-style:none;margin:0">${items}</ul>` : html`<p>No rule was checked.</p>`}`;
}

function renderProvenance(report: EvaluationReport): Html {
  const { world, seeds, instrument } = report;
  return html`<h2>Where this comes from</h2>
<p class="small">World ${world.name}: ${world.description}. Tick ${String(instrument.tickSize)}.
Seeds ${String(seeds.from)} to ${String(seeds.to)}. Hash <code>${world.hash}</code>.</p>
<p class="small">Made by:</p>
<pre><code>${report.generatedBy}</code></pre>`;
}
