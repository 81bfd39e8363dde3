/** The report of a training as one page that needs nothing but itself. */
import { assert } from "../../core/assert.ts";
import { policyColour, renderChart } from "./chart.ts";
import { formatNumber } from "./format.ts";
import { type Html, html } from "./html.ts";
import { buildCurveChart, buildScoreChart } from "./learning-curve-chart.ts";
import { renderPage } from "./page.ts";
import type { TrainingReport } from "./training-report.ts";

/** @throws InvariantError where there is no validation or a number is not finite */
export function renderTrainingReport(report: TrainingReport): string {
  check(report);
  const { title, description, facts, generatedBy, curves, decisions } = report;
  const cards = curves.map(
    (curve) => html`<figure class="card"><h3>${curve.name}</h3>
${renderChart(buildCurveChart(curve, decisions))}
<figcaption>${curve.what}</figcaption></figure>`,
  );
  return renderPage(
    title,
    html`<header>
<p class="kicker">Training · seed ${String(report.seed)} · ${formatNumber(decisions)} decisions</p>
<h1>${title}</h1>
<p class="headline">${renderHeadline(report)}</p>
<p class="small">${description}</p>
</header>
<h2>What it learnt</h2>
<p class="lead">Score in ${report.scoreUnit}; higher is better. Grey: episodes it learnt from, exploration
included. Line with bars: the policy at its best on validation seeds, ± two standard errors; the ring is
the one that was kept. Dashed: baselines on the same seeds.</p>
<figure class="card">${renderLegend(report)}<div class="scroll"><div class="wide">
${renderChart(buildScoreChart(report))}</div></div></figure>
<h2>How it learnt</h2>
<div class="triples">${cards}</div>
<h2>Where this comes from</h2>
<dl class="small">${facts.map(([name, value]) => html`<dt>${name}</dt><dd style="text-align:left">${value}</dd>`)}</dl>
<p class="small">Made by:</p>
<pre><code>${generatedBy}</code></pre>`,
  );
}

function check({ played, validations, curves, decisions }: TrainingReport): void {
  assert(validations.length > 0, "a training has been looked at");
  const numbers = [
    decisions,
    ...validations.flatMap(({ score, standardError }) => [score, standardError]),
    ...[played, ...curves].flatMap((curve) => [...curve.decisions, ...curve.values]),
  ];
  assert(numbers.every(Number.isFinite), "the numbers of a training are finite");
}

function renderHeadline({ validations, baselines, scoreUnit }: TrainingReport): Html {
  const [first] = validations;
  const best = validations.filter(({ isBest }) => isBest).at(-1) ?? first!;
  const score = (value: number): string => value.toFixed(3).replace("-", "−");
  const beside = baselines.map(({ policy, score: level }) => `${policy} ${score(level)}`);
  return html`The policy that was kept scores <b>${score(best.score)}</b> ± ${best.standardError.toFixed(3)}
${scoreUnit} on the validation seeds, after ${formatNumber(best.decisions)} decisions; untrained it was
${score(first!.score)}.${beside.length === 0 ? "" : ` On the same seeds: ${beside.join(", ")}.`}`;
}

function renderLegend({ baselines }: TrainingReport): Html {
  const items = baselines.map(
    ({ policy }, at) =>
      html`<li><i class="swatch" style="background:${policyColour(at + 1)}"></i>${policy}</li>`,
  );
  return html`<ul class="legend"><li><i class="swatch" style="background:${policyColour(0)}"></i>learnt</li>${items}</ul>`;
}
