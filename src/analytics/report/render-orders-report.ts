/** The report of a list of replayed orders as one page that needs nothing but itself. */
import { shortfallPartNames } from "../shortfall.ts";
import { policyColour, renderChart } from "./chart.ts";
import { swatch } from "./comparison-table.ts";
import { buildDistributionChart } from "./distribution-chart.ts";
import { renderExecutionQuality } from "./execution-quality-section.ts";
import {
  absent,
  formatBps,
  formatBpsInterval,
  formatNumber,
  formatPValue,
  formatShare,
} from "./format.ts";
import { computeHistogramScale, countBeyond } from "./histogram.ts";
import { type Html, html } from "./html.ts";
import type {
  OrdersBreakdown,
  OrdersPaired,
  OrdersPolicy,
  OrdersReport,
  OrdersSummary,
} from "./orders-report.ts";
import { renderPage } from "./page.ts";
import { buildPairedChart } from "./paired-chart.ts";
import { judgePaired } from "./paired-verdict.ts";
import { partTitles } from "./waterfall-chart.ts";

/** More rows than this are left to the JSON. */
const rowsMax = 500;

/** No scripts, no requests, the same bytes for the same input. */
export function renderOrdersReport(report: OrdersReport): string {
  const { summary } = report;
  return renderPage(
    report.title,
    html`${renderHeader(report)}
${summary === undefined ? "" : renderSummary(summary)}
${renderFailures(report)}
${renderRows(report)}
<h2>Where this comes from</h2>
<p class="small">Method and limits: docs/guides/replay-orders.md. Made by:</p>
<pre><code>${report.generatedBy}</code></pre>`,
  );
}

function renderHeader({ title, summary, failures, notes }: OrdersReport): Html {
  const kicker =
    summary === undefined
      ? ["Replayed orders"]
      : [
          "Replayed orders",
          count(summary.orders, "order"),
          count(summary.days, "day"),
          count(summary.instruments, "instrument"),
        ];
  const failed =
    failures.length === 0 || summary === undefined
      ? ""
      : ` ${count(failures.length, "order")} could not be replayed.`;
  return html`<header>
<p class="kicker">${kicker.join(" · ")}</p>
<h1>${title}</h1>
<p class="headline">${summary === undefined ? "No order could be replayed." : describe(summary)}${failed}</p>
<p class="small">Positive is a cost, negative a saving, in basis points (bps) of arrival notional.</p>
<ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>
</header>`;
}

function describe({ policies, baseline }: OrdersSummary): string {
  const costs = policies.map(({ policy, mean }) => `${policy} ${formatBps(mean)}`).join(", ");
  const tests = policies.flatMap(({ policy, paired }) =>
    paired?.test === undefined ? [] : [{ policy, ...paired, ...paired.test }],
  );
  const text = `Mean cost in bps: ${costs}.`;
  if (policies.length < 2) return text;
  const told = tests.filter((one) => judgePaired(one) !== "open");
  if (tests.length === 0) return `${text} Too few days to tell any difference from chance.`;
  if (told.length === 0) return `${text} No difference from ${baseline} can be told from chance.`;
  const verdicts = told.map((one) => `${one.policy} is ${judgePaired(one)}`);
  return `${text} Against ${baseline}: ${verdicts.join(", ")}.`;
}

function renderSummary(summary: OrdersSummary): Html {
  const { policies } = summary;
  const descriptions = policies.map(
    ({ policy, description }) =>
      html`<dt>${policy}</dt><dd style="text-align:left">${description}</dd>`,
  );
  return html`<h2>What it cost</h2>
<p class="lead">Implementation shortfall over orders, with 95 % intervals by the bootstrap over days. By
notional: each order weighs its arrival notional. Worst tenth: the mean of the dearest 10 % of orders.</p>
<div class="card">${renderCostTable(policies)}</div>
<dl class="small">${descriptions}</dl>
${renderDistribution(policies)}
${policies.length > 1 ? renderPairs(summary) : ""}
<h2>Where it came from</h2>
<p class="lead">Mean cost in bps by group of orders. Groups are small and many: some differ by chance.</p>
<div class="pairs">${summary.breakdowns.map((one) => renderBreakdown(one, policies))}</div>
${renderExecutionQuality({ runs: policies })}`;
}

function renderCostTable(policies: readonly OrdersPolicy[]): Html {
  const parts = shortfallPartNames.filter((name) =>
    policies.some((policy) => formatBps(policy.parts[name] ?? 0) !== "0.00"),
  );
  const made =
    parts.length === 0 ? "" : html`<th colspan="${parts.length}" scope="colgroup">made of</th>`;
  const rows = policies.map(
    (one, index) => html`<tr>
<th scope="row">${swatch(index)}${one.policy}</th><td>${formatNumber(one.orders)}</td>
${meanCell(one.mean, one.ci95)}${meanCell(one.weightedMean, one.weightedCi95)}
<td>${formatBps(one.sd)}</td><td>${formatBps(one.worstDecile)}</td>
${parts.map((name) => html`<td>${formatBps(one.parts[name])}</td>`)}
<td>${formatBps(one.vwapSlippageBps)}</td><td>${formatShare(one.completion)}</td>
<td>${formatShare(one.participation)}</td><td>${formatShare(one.passiveShare)}</td>
</tr>`,
  );
  return html`<div class="scroll"><table>
<thead><tr><td colspan="2"></td><th colspan="4" scope="colgroup">Cost</th>${made}
<th colspan="4" scope="colgroup">Execution</th></tr>
<tr><th scope="col">Policy</th><th scope="col">Orders</th>
<th scope="col">Mean<small>bps</small></th><th scope="col">By notional<small>bps</small></th>
<th scope="col">sd<small>bps</small></th><th scope="col">Worst tenth<small>bps</small></th>
${parts.map((name) => html`<th scope="col">${partTitles[name]}<small>bps</small></th>`)}
<th scope="col">vs VWAP<small>bps</small></th><th scope="col">Completion<small>% of order</small></th>
<th scope="col">Share<small>% of volume</small></th><th scope="col">Passive<small>% of filled</small></th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** The mean, and under it the interval where there is one. */
function meanCell(mean: number, ci95: readonly [number, number] | undefined): Html {
  const interval = ci95 === undefined ? "" : html`<br><small>${formatBpsInterval(ci95)}</small>`;
  return html`<td><b>${formatBps(mean)}</b>${interval}</td>`;
}

function renderDistribution(policies: readonly OrdersPolicy[]): Html {
  const samples = policies.map(({ costsBps }) => costsBps);
  const shown = policies.flatMap(({ mean, worstDecile }) => [mean, worstDecile]);
  const scale = computeHistogramScale(samples, shown);
  const beyond = countBeyond(samples, scale);
  const chart = buildDistributionChart({
    key: "costs",
    title: "Distribution of costs",
    scale,
    rows: policies.map(({ policy, costsBps, mean, worstDecile }, index) => ({
      policy,
      colour: policyColour(index),
      valuesBps: costsBps,
      marks: [
        { name: "mean", bps: mean, side: "left", line: "solid" },
        { name: "worst tenth", bps: worstDecile, side: "right", line: "dashed" },
      ],
    })),
  });
  const caption =
    beyond === 0
      ? ""
      : html`<figcaption>Counted in the outermost bars: ${count(beyond, "value")} beyond the scale.</figcaption>`;
  return html`<h2>Distribution of costs</h2>
<p class="lead">One value an order, one scale for all policies, in bps; the highest bar of each has the same height.</p>
<figure class="card"><div class="scroll"><div class="wide">${renderChart(chart)}</div></div>${caption}</figure>`;
}

function renderPairs({ policies, baseline }: OrdersSummary): Html {
  const rows = policies.map(({ policy, paired }, index) =>
    paired === undefined ? html`` : pairedRow(html`${swatch(index)}${policy}`, paired),
  );
  const drawn = policies.map(({ policy, paired }) =>
    paired?.test === undefined
      ? { policy }
      : { policy, paired: { mean: paired.mean, ...paired.test } },
  );
  const chart = drawn.some(({ paired }) => paired !== undefined)
    ? html`<figure class="card" style="margin-top:1rem"><div class="scroll"><div class="wide">
${renderChart(buildPairedChart({ policies: drawn, baseline }))}</div></div>
<figcaption>Left of zero: cheaper than ${baseline}, in bps. Dot and coloured line: mean and 95 % interval of
Student's t by day; thin line below: 95 % interval of the bootstrap over days.</figcaption></figure>`
    : "";
  return html`<h2>Against ${baseline} on the same orders</h2>
<p class="lead">Cost less that of ${baseline}, order by order: negative is cheaper. p-values take orders of one
day as one draw and are adjusted for the number of policies (Holm), not for how often you looked.</p>
<div class="card"><div class="scroll"><table>
<thead><tr><td colspan="2"></td><th colspan="4" scope="colgroup">Difference</th>
<th colspan="3" scope="colgroup">Told from chance</th><td></td></tr>
<tr><th scope="col">Policy</th><th scope="col">Orders</th><th scope="col">Mean ± se<small>bps</small></th>
<th scope="col">By notional<small>bps</small></th><th scope="col">95 %, t by day<small>bps</small></th>
<th scope="col">95 %, bootstrap<small>bps</small></th><th scope="col">p</th><th scope="col">p, adjusted</th>
<th scope="col">Verdict<small>at 5 %</small></th><th scope="col">Cheaper in</th></tr></thead>
<tbody>${rows}</tbody></table></div></div>${chart}`;
}

function pairedRow(name: Html, paired: OrdersPaired): Html {
  const { orders, mean, weightedMean, wins, test } = paired;
  const verdict = test === undefined ? "too few days" : judgePaired(test);
  const cells =
    test === undefined
      ? [absent, absent, absent, absent]
      : [
          formatBpsInterval(test.ci95),
          formatBpsInterval(test.bootstrap95),
          formatPValue(test.pValue),
          formatPValue(test.holmPValue),
        ];
  const error = test === undefined ? "" : ` ± ${formatBps(test.standardError)}`;
  return html`<tr><th scope="row">${name}</th><td>${formatNumber(orders)}</td>
<td><b>${formatBps(mean)}</b>${error}</td><td>${formatBps(weightedMean)}</td>
${cells.map((cell) => html`<td>${cell}</td>`)}
<td>${verdict === "open" ? "cannot be told" : verdict}</td>
<td>${formatNumber(wins)} (${formatNumber((wins / orders) * 100)}%)</td></tr>`;
}

function renderBreakdown(
  { title, groups }: OrdersBreakdown,
  policies: readonly OrdersPolicy[],
): Html {
  const rows = groups.map(
    ({ name, orders, days, cells }) => html`<tr><th scope="row">${name}</th>
<td>${formatNumber(orders)}</td><td>${formatNumber(days)}</td>
${cells.map((cell) => html`<td>${formatBps(cell?.mean)}</td>`)}</tr>`,
  );
  return html`<div class="card"><h4>By ${title}</h4><div class="scroll"><table>
<thead><tr><td colspan="3"></td><th colspan="${policies.length}" scope="colgroup">Mean cost, bps</th></tr>
<tr><th scope="col"></th><th scope="col">Orders</th><th scope="col">Days</th>
${policies.map(({ policy }, index) => html`<th scope="col" style="white-space:normal">${swatch(index)}${policy}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div></div>`;
}

function renderFailures({ failures }: OrdersReport): Html {
  if (failures.length === 0) return html``;
  const rows = failures.map(
    ({ id, reason }) =>
      html`<tr><th scope="row">${id}</th><td style="text-align:left;white-space:normal">${reason}</td></tr>`,
  );
  return html`<h2>Not replayed</h2>
<p class="lead">These orders are in none of the numbers above.</p>
<div class="card"><table><tbody>${rows}</tbody></table></div>`;
}

function renderRows({ rows, summary }: OrdersReport): Html {
  if (summary === undefined) return html``;
  const shown = rows.slice(0, rowsMax).map(
    ({ id, text, costsBps }) => html`<tr><th scope="row">${id}</th>
<td style="text-align:left;white-space:normal">${text}</td>
${costsBps.map((cost) => html`<td>${formatBps(cost)}</td>`)}</tr>`,
  );
  const more =
    rows.length > rowsMax
      ? html`<p class="small">The first ${rowsMax} of ${formatNumber(rows.length)}; --json has all.</p>`
      : "";
  return html`<h2>Order by order</h2>
<details><summary>${count(rows.length, "order")} <span>with what each policy cost, bps</span></summary>
<div class="scroll"><table><thead>
<tr><td colspan="2"></td><th colspan="${summary.policies.length}" scope="colgroup">Cost, bps</th></tr>
<tr><th scope="col">Order</th><th scope="col" style="text-align:left">What</th>
${summary.policies.map(({ policy }, index) => html`<th scope="col">${swatch(index)}${policy}</th>`)}</tr></thead>
<tbody>${shown}</tbody></table></div>${more}</details>`;
}

function count(number: number, noun: string): string {
  return `${formatNumber(number)} ${noun}${number === 1 ? "" : "s"}`;
}
