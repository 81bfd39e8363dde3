/** What fills came to after they were done: markouts, spreads, and what rested. */
import type { ExecutionQuality } from "../markouts/execution-quality.ts";
import { horizonName } from "../markouts/markouts.ts";
import type { Estimate } from "../markouts/measured-order.ts";
import { renderChart } from "./chart.ts";
import { swatch } from "./comparison-table.ts";
import { absent, formatBps, formatNumber, formatShare } from "./format.ts";
import { type Html, html } from "./html.ts";
import { buildMarkoutChart } from "./markout-chart.ts";

interface Measured {
  readonly index: number;
  readonly policy: string;
  readonly quality: ExecutionQuality;
}

/** Policies in the order of their colours. */
interface MeasuredRuns {
  readonly runs: readonly { readonly policy: string; readonly quality?: ExecutionQuality }[];
}

/** Nothing where no policy was measured, or none traded. */
export function renderExecutionQuality(report: MeasuredRuns): Html {
  const measured = report.runs.flatMap(({ policy, quality }, index) =>
    quality === undefined || quality.filledLots === 0 ? [] : [{ index, policy, quality }],
  );
  if (measured.length === 0) return html``;
  const chart = buildMarkoutChart(measured.map(({ index, quality }) => [index, quality]));
  const names = measured.map(({ index, policy }) => html`<li>${swatch(index)}${policy}</li>`);
  return html`<h2>What came after the fills</h2>
<p class="lead">Markouts: how far the mid went our way after each fill, in bps of its price, weighted by
notional. Positive is good for us. Rings and solid lines: fills of resting orders, which earn the spread
and are picked off; discs and dashes: fills that took.</p>
<figure class="card"><ul class="legend">${names}</ul>
<div class="scroll"><div class="wide">${renderChart(chart)}</div></div></figure>
<div class="card" style="margin-top:1rem">${markoutTable(measured)}
<p class="small">After the end: the mid against that of the last fill; negative came back. Beyond a minute
the numbers of one order are mostly the market's own drift.</p></div>
<div class="card" style="margin-top:1rem">${spreadTable(measured)}
<p class="small">Spread: twice the distance of the price from the mid; positive is paid, negative earned.
Realised: the same against the mid 10 s later. Capture: 1 is half the spread earned, −1 half of it paid.
Saved: against paying the far touch. Distances are from the displayed near touch when an order came there.</p></div>`;
}

function markoutTable(measured: readonly Measured[]): Html {
  const horizons =
    measured[0]?.quality.markouts.map(({ horizonNs }) => horizonName(horizonNs)) ?? [];
  const rows = measured.flatMap(({ index, policy, quality }) => {
    const name = html`${swatch(index)}${policy}`;
    const groups = [
      ["rested", quality.passiveMarkouts],
      ["took", quality.aggressiveMarkouts],
    ] as const;
    return [
      ...groups.flatMap(([group, points]) => {
        const lots = points[0]?.markoutBps?.lots;
        const cells = points.map(({ markoutBps }) => estimateCell(markoutBps));
        return lots === undefined ? [] : [tableRow(name, [group, formatNumber(lots)], cells)];
      }),
      tableRow(
        name,
        ["after the end", ""],
        [
          html`<td></td>`,
          ...quality.reversion.map(({ reversionBps }) => estimateCell(reversionBps)),
        ],
      ),
    ];
  });
  return html`<div class="scroll"><table>
<thead><tr><td colspan="3"></td><th colspan="${horizons.length}" scope="colgroup">Markout, bps</th></tr>
<tr><th scope="col">Policy</th><th scope="col">Fills</th><th scope="col">Lots</th>
${horizons.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function tableRow(name: Html, words: readonly string[], cells: readonly Html[]): Html {
  return html`<tr><th scope="row">${name}</th>${words.map((word) => html`<td>${word}</td>`)}${cells}</tr>`;
}

/** The mean, and under it the interval where there is one. */
function estimateCell(estimate: Estimate | undefined): Html {
  if (estimate === undefined) return html`<td>${absent}</td>`;
  const { mean, ci95 } = estimate;
  const interval =
    ci95 === undefined
      ? html``
      : html`<br><small>${formatBps(ci95[0])} … ${formatBps(ci95[1])}</small>`;
  return html`<td>${formatBps(mean)}${interval}</td>`;
}

function spreadTable(measured: readonly Measured[]): Html {
  const rows = measured.flatMap(({ index, policy, quality }) => {
    const { spreads, markouts, resting } = quality;
    const realised = markouts.find(({ horizonNs }) => horizonNs === 10e9)?.realisedSpreadBps;
    const head = [
      formatBps(spreads.effectiveSpreadBps?.mean),
      formatBps(realised?.mean),
      formatBps(spreads.spreadCapture?.mean),
      formatBps(spreads.improvementBps?.mean),
      formatShare(spreads.mix.added),
      formatShare(spreads.mix.auction),
    ];
    const bands = resting.map((row) => [
      row.distance,
      formatNumber(row.placements),
      formatNumber(row.lots),
      formatShare(row.fillRate),
      row.secondsToFill === undefined ? absent : formatNumber(row.secondsToFill, 1),
      formatNumber(row.secondsRested, 1),
    ]);
    const [first = [absent, "", "", "", "", ""], ...others] = bands;
    return [
      tableRow(html`${swatch(index)}${policy}`, [...head, ...first], []),
      ...others.map((band) => tableRow(html``, [...head.map(() => ""), ...band], [])),
    ];
  });
  return html`<div class="scroll"><table>
<thead><tr><td></td><th colspan="6" scope="colgroup">Fills</th><th colspan="6" scope="colgroup">What rested</th></tr>
<tr><th scope="col">Policy</th><th scope="col">Spread<small>bps</small></th>
<th scope="col">Realised<small>bps, 10 s</small></th><th scope="col">Capture<small>of half a spread</small></th>
<th scope="col">Saved<small>bps</small></th><th scope="col">Passive<small>% of filled</small></th>
<th scope="col">Auction<small>% of filled</small></th><th scope="col">Distance</th>
<th scope="col">Orders</th><th scope="col">Lots</th><th scope="col">Filled<small>% of lots</small></th>
<th scope="col">To fill<small>s, mean</small></th><th scope="col">Rested<small>s, mean</small></th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
