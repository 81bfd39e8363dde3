/** The result in one paragraph of plain words. */
import { assert } from "../../core/assert.ts";
import { sideName } from "../../market/side.ts";
import { formatBps, formatClock, formatCount, formatNumber, formatShare } from "./format.ts";
import { type Html, html } from "./html.ts";
import type { OrderReport, PolicyRun } from "./order-report.ts";

/** What was done, which policy cost least, and what that does not show. */
export function renderHeadline(report: OrderReport): Html {
  return html`${describeTask(report)} ${describeCost(report)} ${describeRest(report)} ${caveat(report)}`;
}

function describeTask({ parent, instrument, runs, source }: OrderReport): string {
  const market = source.isSynthetic ? "a synthetic market" : "the same recorded market";
  const lots = formatNumber(parent.quantityLots);
  const policies = runs.length === 1 ? "one policy" : `${formatCount(runs.length)} policies`;
  return (
    `A ${sideName(parent.side)} order for ${lots} lots of ${instrument.symbol}, worked from ` +
    `${formatClock(parent.startNs)} to ${formatClock(parent.endNs)} by ${policies} on ${market}.`
  );
}

function describeCost({ runs }: OrderReport): Html {
  const [best, ...others] = runs.toSorted((a, b) => a.shortfall.totalBps - b.shortfall.totalBps);
  assert(best !== undefined, "a report has at least one run");
  const cost = formatBps(best.shortfall.totalBps);
  const dearest = others.at(-1);
  if (dearest === undefined) {
    return html`<b>${best.policy}</b> cost ${describeBps(best)} of arrival notional.`;
  }
  if (cost === formatBps(dearest.shortfall.totalBps)) {
    return html`Every policy cost ${describeBps(best)} of arrival notional.`;
  }
  const finished = [best, ...others].find(isFinished);
  const correction =
    finished === undefined || finished === best
      ? ""
      : html` Of those that finished, <b>${finished.policy}</b> cost least, ${describeBps(finished)}.`;
  return html`<b>${best.policy}</b> cost least, ${describeBps(best)} of arrival notional;
<b>${dearest.policy}</b> cost most, ${describeBps(dearest)}.${correction}`;
}

function describeBps({ shortfall }: PolicyRun): string {
  const cost = formatBps(shortfall.totalBps);
  return cost.startsWith("−") ? `${cost} bps (a saving)` : `${cost} bps`;
}

function isFinished({ benchmarks }: PolicyRun): boolean {
  return benchmarks.completion === 1;
}

function describeRest({ runs }: OrderReport): string {
  const unfinished = runs.filter((run) => !isFinished(run));
  if (unfinished.length === 0) return "";
  const list = unfinished
    .map((run) => `${run.policy} (${formatShare(run.benchmarks.completion)} filled)`)
    .join(", ");
  return `Not finished: ${list}; what was left is marked at the mid at the end.`;
}

function caveat({ runs }: OrderReport): string {
  return runs.length === 1
    ? "One order on one path is one draw: it says what happened, not how good the policy is."
    : "One order on one path is one draw: the differences below say what happened here, " +
        "not which policy is better.";
}
