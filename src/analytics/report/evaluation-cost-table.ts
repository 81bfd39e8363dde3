/** What each policy cost over all episodes, one row each. */
import { type ShortfallPartName, shortfallPartNames } from "../shortfall.ts";
import { swatch } from "./comparison-table.ts";
import type { EvaluatedPolicy, EvaluationReport } from "./evaluation-report.ts";
import { absent, formatBps, formatBpsInterval, formatNumber, formatShare } from "./format.ts";
import { type Html, html } from "./html.ts";
import { partTitles } from "./waterfall-chart.ts";

export function renderEvaluationCostTable({ policies }: EvaluationReport): Html {
  const parts = shortfallPartNames.filter((name) =>
    policies.some((policy) => formatBps(policy.parts[name] ?? 0) !== "0.00"),
  );
  const hasReward = policies.some((policy) => policy.rewardTicksPerLot !== undefined);
  const rows = policies.map(
    (policy, index) => html`<tr>
<th scope="row">${swatch(index)}${policy.policy}</th>
${costCells(policy)}
${parts.map((name) => html`<td>${formatBps(policy.parts[name])}</td>`)}
${executionCells(policy)}${hasReward ? rewardCells(policy) : ""}
</tr>`,
  );
  return html`<div class="scroll"><table>
${renderHead(parts, hasReward)}
<tbody>
${rows}
</tbody></table></div>`;
}

function renderHead(parts: readonly ShortfallPartName[], hasReward: boolean): Html {
  const made =
    parts.length === 0 ? "" : html`<th colspan="${parts.length}" scope="colgroup">made of</th>`;
  const reward = hasReward ? html`<th colspan="2" scope="colgroup">Reward</th>` : "";
  return html`<thead>
<tr><td></td><th colspan="3" scope="colgroup">Cost</th>${made}
<th colspan="3" scope="colgroup">Execution</th>${reward}</tr>
<tr><th scope="col">Policy</th>
<th scope="col">Mean ± se<small>bps</small></th>
<th scope="col">95 % interval<small>bps</small></th>
<th scope="col">CVaR 95<small>bps</small></th>
${parts.map((name) => html`<th scope="col">${partTitles[name]}<small>bps</small></th>`)}
<th scope="col">Completion<small>% of order</small></th>
<th scope="col">Participation<small>% of volume</small></th>
<th scope="col">Passive<small>% of filled</small></th>
${hasReward ? rewardTitles : ""}</tr>
</thead>`;
}

const rewardTitles = html`<th scope="col">Mean ± se<small>ticks a lot</small></th>
<th scope="col">sd<small>ticks a lot</small></th>`;

function costCells({ mean, standardError, ci95, cvar95Bps }: EvaluatedPolicy): Html {
  return html`<td><b>${formatBps(mean)}</b> ± ${formatBps(standardError)}</td>
<td>${formatBpsInterval(ci95)}</td>
<td>${formatBps(cvar95Bps)}</td>`;
}

function executionCells({ completion, participation, passiveShare }: EvaluatedPolicy): Html {
  return html`<td>${formatShare(completion)}</td>
<td>${formatShare(participation)}</td>
<td>${formatShare(passiveShare)}</td>`;
}

function rewardCells({ rewardTicksPerLot: reward }: EvaluatedPolicy): Html {
  if (reward === undefined) return html`<td>${absent}</td><td>${absent}</td>`;
  return html`<td>${formatNumber(reward.mean, 3)} ± ${formatNumber(reward.standardError, 3)}</td>
<td>${formatNumber(reward.sd, 3)}</td>`;
}
