/** The result of an evaluation in one paragraph: what can be told from chance, and what cannot. */
import { assert } from "../../core/assert.ts";
import { sideName } from "../../market/side.ts";
import type { EvaluatedPolicy, EvaluationReport, PairedComparison } from "./evaluation-report.ts";
import { formatBps, formatClock, formatCount, formatNumber, formatShare } from "./format.ts";
import { type Html, html } from "./html.ts";
import { judgePaired } from "./paired-verdict.ts";

export function renderEvaluationHeadline(report: EvaluationReport): Html {
  return html`${describeValidity(report)} ${describeTask(report)} ${describeCost(report)}
${describeDifferences(report)} ${describeUnfinished(report)}`;
}

/** A market that breaks its own rules comes first: nothing after it can be believed. */
function describeValidity({ validity }: EvaluationReport): Html {
  const broken = validity.filter((check) => !check.isMet);
  if (broken.length === 0) return html``;
  const rules = broken.map(({ rule, found }) => `${rule} (found: ${found})`).join("; ");
  return html`<b>The market was not valid:</b> ${rules}. The costs below are no evidence.`;
}

function describeTask({ parent, instrument, policies, world, episodes }: EvaluationReport): string {
  const count = policies.length === 1 ? "one policy" : `${formatCount(policies.length)} policies`;
  const same = policies.length === 1 ? "" : "the same ";
  const noun = episodes === 1 ? "episode" : "episodes";
  return (
    `A ${sideName(parent.side)} order for ${formatNumber(parent.quantityLots)} lots of ` +
    `${instrument.symbol}, worked from ${formatClock(parent.startNs)} to ` +
    `${formatClock(parent.endNs)} by ${count} in ${world.name} over ${same}` +
    `${formatNumber(episodes)} ${noun}.`
  );
}

/** The baseline's own cost, or where there is none, every policy's. */
function describeCost({ policies, baseline }: EvaluationReport): Html {
  const compared = policies.filter(({ policy }) => policy === baseline);
  const hasPairs = policies.some(({ paired }) => paired !== undefined);
  const [first, ...others] = hasPairs ? compared : policies;
  assert(first !== undefined, "a paired difference has its baseline among the policies");
  const rest = others.map((policy) => html`, <b>${policy.policy}</b> ${describeMean(policy)}`);
  return html`<b>${first.policy}</b> cost ${describeMean(first)} of arrival notional on average${rest}.`;
}

function describeMean({ mean, ci95 }: EvaluatedPolicy): string {
  const cost = formatBps(mean);
  const saving = cost.startsWith("−") ? "a saving; " : "";
  return `${cost} bps (${saving}95 % interval ${formatBps(ci95[0])} to ${formatBps(ci95[1])})`;
}

interface Compared {
  readonly policy: string;
  readonly paired: PairedComparison;
}

function describeDifferences({ policies, baseline }: EvaluationReport): Html {
  const compared = policies
    .flatMap(({ policy, paired }) => (paired === undefined ? [] : [{ policy, paired }]))
    .toSorted((a, b) => a.paired.mean - b.paired.mean);
  const open = compared.filter(({ paired }) => judgePaired(paired) === "open");
  const told = compared.filter(({ paired }) => judgePaired(paired) !== "open");
  return html`${told.map((one) => describeTold(one, baseline))}${describeOpen(open, baseline)}`;
}

/** In the direction in which the sentence runs: less or more, both as positive numbers. */
function describeTold({ policy, paired }: Compared, baseline: string): Html {
  const isCheaper = judgePaired(paired) === "cheaper";
  const [low, high] = isCheaper ? [-paired.ci95[1], -paired.ci95[0]] : paired.ci95;
  const difference = formatBps(Math.abs(paired.mean));
  return html`<b>${policy}</b> cost ${difference} bps ${isCheaper ? "less" : "more"} than ${baseline}
(95 % interval ${formatBps(low)} to ${formatBps(high)}). `;
}

function describeOpen(open: readonly Compared[], baseline: string): Html {
  if (open.length === 0) return html``;
  const list = open
    .map(({ policy, paired: { mean, ci95 } }) => {
      const interval = `${formatBps(ci95[0])} to ${formatBps(ci95[1])}`;
      return `${policy} (difference ${formatBps(mean)} bps, 95 % interval ${interval})`;
    })
    .join("; ");
  return html`No difference from ${baseline} can be told for ${list}.`;
}

function describeUnfinished({ policies }: EvaluationReport): string {
  const unfinished = policies.filter(({ completion }) => completion < 1);
  if (unfinished.length === 0) return "";
  const list = unfinished
    .map(({ policy, completion }) => `${policy} (${formatShare(completion)} filled on average)`)
    .join(", ");
  return `Not always finished: ${list}; the cost of what was left is in the numbers.`;
}
