/** What must hold before an evaluation is drawn: a chart shows no trace of a number left out. */
import { assert } from "../../core/assert.ts";
import type { EvaluatedPolicy, EvaluationReport, PairedComparison } from "./evaluation-report.ts";
import type { Column } from "./order-report.ts";

/** @throws InvariantError naming the rule that does not hold */
export function checkEvaluation(report: EvaluationReport): void {
  const { policies, parent, episodes, baseline } = report;
  const names = new Set(policies.map(({ policy }) => policy));
  assert(policies.length > 0, "a report has at least one policy");
  assert(names.size === policies.length, "the policies of a report have different names");
  assert(parent.startNs < parent.endNs, "an order ends after it starts");
  assert(episodes > 0, `an evaluation has at least one episode, had ${episodes}`);
  for (const policy of policies) {
    checkPolicy(policy, episodes);
    if (policy.paired === undefined) continue;
    assert(names.has(baseline), `the baseline is one of the policies, was ${baseline}`);
    assert(policy.policy !== baseline, "the baseline is not compared with itself");
    checkPaired(policy.paired, episodes);
  }
}

function checkPolicy(policy: EvaluatedPolicy, episodes: number): void {
  checkColumn("costs", policy.costsBps, episodes);
  checkInterval(policy.ci95);
  checkFinite("mean and CVaR", [policy.mean, policy.standardError, policy.cvar95Bps]);
  const { timeNs, ...bands } = policy.inventory;
  checkColumn("times of the inventory", timeNs, timeNs.length);
  for (const band of Object.values(bands)) checkColumn("inventory", band, timeNs.length);
  const { participationProfile: profile } = policy;
  checkFinite("interval of participation", [profile.intervalNs]);
  checkColumn("times of participation", profile.timeNs, profile.timeNs.length);
  checkColumn("participation", profile.share, profile.timeNs.length);
}

function checkPaired(paired: PairedComparison, episodes: number): void {
  checkColumn("paired differences", paired.differencesBps, episodes);
  checkInterval(paired.ci95);
  checkInterval(paired.bootstrap95);
  checkFinite("paired mean", [paired.mean, paired.standardError]);
  checkFinite("p-values", [paired.pValue, paired.holmPValue]);
}

function checkColumn(name: string, column: Column, length: number): void {
  assert(column.length === length, `${name}: expected ${length} numbers, found ${column.length}`);
  checkFinite(name, column);
}

function checkFinite(name: string, numbers: Column): void {
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at];
    assert(Number.isFinite(number), `${name}: numbers are finite, found ${number}`);
  }
}

function checkInterval([low, high]: readonly [number, number]): void {
  checkFinite("interval", [low, high]);
  assert(low <= high, `an interval runs upwards, was ${low} to ${high}`);
}
