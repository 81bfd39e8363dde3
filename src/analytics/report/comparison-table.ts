/** The policies side by side, one row each. */
import { type ShortfallPartName, shortfallPartNames } from "../shortfall.ts";
import { policyColour } from "./chart.ts";
import { absent, formatBps, formatNumber, formatShare } from "./format.ts";
import { type Html, html, rawHtml } from "./html.ts";
import type { OrderReport, PolicyRun } from "./order-report.ts";
import { partTitles } from "./waterfall-chart.ts";

export function renderComparisonTable(report: OrderReport): Html {
  const parts = shortfallPartNames.filter((name) =>
    report.runs.some((run) => run.shortfall.partsBps[name] !== undefined),
  );
  const { low, high } = findBarRange(report);
  const cheapest = Math.min(...report.runs.map((run) => run.shortfall.totalBps));
  const rows = report.runs.map((run, index) => {
    const isCheapest = report.runs.length > 1 && run.shortfall.totalBps === cheapest;
    const rowClass = isCheapest ? "least" : "";
    return html`<tr class="${rowClass}">
<th scope="row">${swatch(index)}${run.policy}</th>
<td class="total">${formatBps(run.shortfall.totalBps)}</td>
<td class="bar">${costBar(run.shortfall.totalBps, low, high)}</td>
${partCells(run, parts)}
${resultCells(run)}
</tr>`;
  });
  return html`<div class="scroll"><table>
<thead>
<tr><td></td><th colspan="2" scope="colgroup">Cost</th>
<th colspan="${parts.length}" scope="colgroup">made of</th>
<th colspan="5" scope="colgroup">Execution</th></tr>
<tr><th scope="col">Policy</th><th scope="col">Total<small>bps</small></th><th aria-hidden="true"></th>
${parts.map((name) => html`<th scope="col">${partTitles[name]}<small>bps</small></th>`)}
<th scope="col">vs VWAP<small>bps</small></th>
<th scope="col">Participation<small>% of volume</small></th>
<th scope="col">Passive<small>% of filled</small></th>
<th scope="col">Completion<small>% of order</small></th>
<th scope="col">Divergence<small>events</small></th></tr>
</thead>
<tbody>
${rows}
</tbody></table></div>`;
}

/** A square in the policy's colour. */
export function swatch(index: number): Html {
  return rawHtml(`<i class="swatch" style="background:${policyColour(index)}"></i>`);
}

function partCells(run: PolicyRun, parts: readonly ShortfallPartName[]): readonly Html[] {
  return parts.map((name) => html`<td>${formatBps(run.shortfall.partsBps[name])}</td>`);
}

function resultCells({ benchmarks, divergence }: PolicyRun): Html {
  const diverged = divergence === undefined ? absent : formatNumber(divergence.events);
  return html`<td>${formatBps(benchmarks.vwapSlippageBps)}</td>
<td>${formatShare(benchmarks.participation)}</td>
<td>${formatShare(benchmarks.passiveShare)}</td>
<td>${formatShare(benchmarks.completion)}</td>
<td>${diverged}</td>`;
}

function findBarRange(report: OrderReport): { low: number; high: number } {
  const totals = report.runs.map((run) => run.shortfall.totalBps);
  return { low: Math.min(0, ...totals), high: Math.max(0, ...totals) };
}

/** A bar from zero, to the right a cost, to the left a saving. */
function costBar(cost: number, low: number, high: number): Html {
  const span = Math.max(high - low, Number.MIN_VALUE);
  const start = ((Math.min(0, cost) - low) / span) * 100;
  const width = (Math.abs(cost) / span) * 100;
  const kind = cost < 0 ? "saving" : "cost";
  return rawHtml(
    `<span class="track"><i class="${kind}" style="left:${start.toFixed(1)}%;width:${width.toFixed(1)}%"></i></span>`,
  );
}
