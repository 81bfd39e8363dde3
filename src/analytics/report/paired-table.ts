/** Each policy against the baseline on the same seeds, one row each. */
import { swatch } from "./comparison-table.ts";
import type { EvaluationReport, PairedComparison } from "./evaluation-report.ts";
import { absent, formatBps, formatBpsInterval, formatNumber, formatPValue } from "./format.ts";
import { type Html, html } from "./html.ts";
import { judgePaired, type PairedVerdict } from "./paired-verdict.ts";

const verdictTitles: Readonly<Record<PairedVerdict, string>> = {
  cheaper: "cheaper",
  dearer: "dearer",
  open: "cannot be told",
};

export function renderPairedTable(report: EvaluationReport): Html {
  const rows = report.policies.map(({ policy, paired }, index) => {
    if (paired === undefined) return html``;
    return html`<tr>
<th scope="row">${swatch(index)}${policy}</th>
${differenceCells(paired)}
${testCells(paired)}
${pairingCells(paired, report)}
</tr>`;
  });
  return html`<div class="scroll"><table>
${renderHead(report)}
<tbody>
${rows}
</tbody></table></div>`;
}

function renderHead({ episodes, effectBps }: EvaluationReport): Html {
  const needed =
    effectBps === undefined
      ? ""
      : html`
<th scope="col">Episodes needed<small>for ${formatBps(effectBps)} bps</small></th>`;
  return html`<thead>
<tr><td></td><th colspan="3" scope="colgroup">Difference</th>
<th colspan="3" scope="colgroup">Told from chance</th>
<th colspan="${effectBps === undefined ? 2 : 3}" scope="colgroup">Pairs</th></tr>
<tr><th scope="col">Policy</th>
<th scope="col">Mean ± se<small>bps</small></th>
<th scope="col">95 %, paired t<small>bps</small></th>
<th scope="col">95 %, bootstrap<small>bps</small></th>
<th scope="col">p<small>paired t</small></th>
<th scope="col">p, adjusted<small>Holm</small></th>
<th scope="col">Verdict<small>at 5 %</small></th>
<th scope="col">Cheaper in<small>of ${formatNumber(episodes)} episodes</small></th>
<th scope="col">Variance ratio<small>to independent</small></th>${needed}</tr>
</thead>`;
}

function differenceCells({ mean, standardError, ci95, bootstrap95 }: PairedComparison): Html {
  return html`<td><b>${formatBps(mean)}</b> ± ${formatBps(standardError)}</td>
<td>${formatBpsInterval(ci95)}</td>
<td>${formatBpsInterval(bootstrap95)}</td>`;
}

function testCells(paired: PairedComparison): Html {
  return html`<td>${formatPValue(paired.pValue)}</td>
<td>${formatPValue(paired.holmPValue)}</td>
<td>${verdictTitles[judgePaired(paired)]}</td>`;
}

function pairingCells(paired: PairedComparison, report: EvaluationReport): Html {
  const { wins, varianceRatio, episodesNeeded } = paired;
  const { episodes, effectBps } = report;
  const needed = episodesNeeded === undefined ? absent : formatNumber(episodesNeeded);
  return html`<td>${formatNumber(wins)} (${formatNumber((wins / episodes) * 100)}%)</td>
<td>${varianceRatio === undefined ? absent : formatNumber(varianceRatio, 3)}</td>
${effectBps === undefined ? "" : html`<td>${needed}</td>`}`;
}
