import assert from "node:assert/strict";
import { test } from "node:test";
import { InvariantError } from "../../core/assert.ts";
import { nsPerMinute } from "../../core/time.ts";
import { buy } from "../../market/side.ts";
import type { EvaluatedPolicy, EvaluationReport, PairedComparison } from "./evaluation-report.ts";
import { renderEvaluationReport } from "./render-evaluation-report.ts";

const startNs = 600 * nsPerMinute;
const endNs = 660 * nsPerMinute;
const minutes = Array.from({ length: 61 }, (_, minute) => startNs + minute * nsPerMinute);
const episodes = 40;

/** `episodes` values around a mean, always the same. */
const spread = (mean: number): readonly number[] =>
  Array.from({ length: episodes }, (_, episode) => mean + ((episode * 7) % 11) - 5);

function buildPolicy(policy: string, changes: Partial<EvaluatedPolicy> = {}): EvaluatedPolicy {
  const left = (share: number) => minutes.map((_, minute) => share * (1 - minute / 60));
  return {
    policy,
    description: "one slice a minute",
    costsBps: spread(4),
    mean: 4.125,
    standardError: 0.5,
    ci95: [3.11, 5.14],
    cvar95Bps: 9.25,
    completion: 1,
    participation: 0.083,
    passiveShare: 0.617,
    parts: { delay: 0, spread: 1.25, impact: 2.875 },
    inventory: {
      timeNs: minutes,
      q05: left(0.8),
      q25: left(0.9),
      q50: left(0.95),
      q75: left(0.97),
      q95: left(1),
      mean: left(0.94),
    },
    participationProfile: {
      timeNs: minutes.slice(0, 60),
      intervalNs: nsPerMinute,
      share: minutes.slice(0, 60).map((_, minute) => 0.08 + (minute % 3) / 100),
    },
    ...changes,
  };
}

function buildPair(changes: Partial<PairedComparison> = {}): PairedComparison {
  return {
    differencesBps: spread(-1.5),
    mean: -1.5,
    standardError: 0.25,
    ci95: [-2.01, -0.99],
    bootstrap95: [-1.98, -1.02],
    pValue: 0.0001,
    holmPValue: 0.0004,
    wins: 31,
    varianceRatio: 0.123,
    episodesNeeded: 1234,
    ...changes,
  };
}

function buildReport(policies: readonly EvaluatedPolicy[]): EvaluationReport {
  return {
    title: "Ways to buy 600 lots",
    generatedBy: "metaorder evaluate --episodes 40",
    world: { name: "day/calm", description: "A test day", hash: "0123abcd" },
    instrument: { symbol: "TEST", tickSize: 0.01 },
    parent: { side: buy, quantityLots: 600, startNs, endNs },
    seeds: { from: 7, to: 46 },
    episodes,
    notes: ["This market is synthetic."],
    validity: [{ rule: "Every order is filled", found: "80 of 80", isMet: true }],
    baseline: "twap",
    policies,
  };
}

const twap = buildPolicy("twap");
const pov = buildPolicy("pov", { paired: buildPair(), completion: 0.975 });

/** A whole page, with nothing fetched and nothing that is not a number or a word. */
function assertPage(page: string): void {
  assert.ok(page.startsWith("<!doctype html>") && page.endsWith("</html>\n"));
  assert.doesNotMatch(page, /https?:|NaN|undefined|Infinity|\[object/);
  assert.doesNotMatch(page, /<script|<link|<iframe|<img|@import|src=|href=|url\((?!#)/i);
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, "ids are unique on the page");
}

test("the page holds the numbers it was given", () => {
  const page = renderEvaluationReport({ ...buildReport([twap, pov]), effectBps: 0.25 });
  assertPage(page);
  for (const text of [
    "<b>4.13</b> ± 0.50",
    "3.11 … 5.14",
    "9.25",
    "61.7%",
    "<b>−1.50</b> ± 0.25",
    "−2.01 … −0.99",
    "−1.98 … −1.02",
    "&lt; 0.001",
    "31 (78%)",
    "0.123",
    "1,234",
    "for 0.25 bps",
    "Seeds 7 to 46",
    "<code>0123abcd</code>",
    "metaorder evaluate --episodes 40",
    "✓ met</b> Every order is filled: 80 of 80",
    "This market is synthetic.",
  ]) {
    assert.ok(page.includes(text), `the page says ${text}`);
  }
});

test("a part that is zero for every policy has no column and the reward has one if given", () => {
  const page = renderEvaluationReport(buildReport([twap, pov]));
  assert.match(page, /Impact<small>/);
  assert.doesNotMatch(page, /Delay<small>|Fees<small>|ticks a lot/);
  const reward = { mean: -1.2345, standardError: 0.05, sd: 3.25 };
  const rewarded = buildPolicy("twap", { rewardTicksPerLot: reward });
  assert.match(renderEvaluationReport(buildReport([rewarded, pov])), /−1\.234 ± 0\.050/);
});

test("the headline names what can be told, with its interval as the sentence runs", () => {
  const page = renderEvaluationReport(buildReport([twap, pov]));
  assert.match(page, /<b>twap<\/b> cost 4\.13 bps \(95 % interval 3\.11 to 5\.14\)/);
  assert.match(
    page,
    /<b>pov<\/b> cost 1\.50 bps less than twap\s\(95 % interval 0\.99 to 2\.01\)\./,
  );
  assert.doesNotMatch(page, /No difference/);
  assert.match(page, /Not always finished: pov \(97\.5% filled on average\)/);
});

test("the headline does not claim what may be chance", () => {
  const open = buildPair({ mean: 0.2, ci95: [-0.3, 0.7], bootstrap95: [-0.2, 0.6], holmPValue: 1 });
  const dear = buildPair({ mean: 2, ci95: [1, 3], bootstrap95: [1.1, 2.9] });
  const page = renderEvaluationReport(
    buildReport([twap, buildPolicy("vwap", { paired: open }), buildPolicy("is", { paired: dear })]),
  );
  assert.match(
    page,
    /No difference from twap can be told for vwap \(difference 0\.20 bps, 95 % interval −0\.30 to 0\.70\)/,
  );
  assert.match(
    page,
    /<b>is<\/b> cost 2\.00 bps more than twap\s\(95 % interval 1\.00 to 3\.00\)\./,
  );
  assert.match(page, /<td>cannot be told<\/td>/);
});

test("a market that is not valid is said first", () => {
  const validity = [{ rule: "Spreads are as published", found: "twice as wide", isMet: false }];
  const page = renderEvaluationReport({ ...buildReport([twap, pov]), validity });
  assert.match(
    page,
    /class="headline"><b>The market was not valid:<\/b> Spreads are as published \(found: twice as wide\)/,
  );
  assert.match(page, /✗ not met<\/b> Spreads are as published/);
});

test("one policy without pairs is a page without a comparison", () => {
  const page = renderEvaluationReport({ ...buildReport([pov, twap].slice(1)), baseline: "vwap" });
  assertPage(page);
  assert.match(page, /by one policy in day\/calm over 40 episodes\./);
  assert.doesNotMatch(page, /Against|paired differences|No difference/);
});

test("a mean below zero is called a saving", () => {
  const saving = buildPolicy("twap", { mean: -2, ci95: [-3, -1] });
  const page = renderEvaluationReport(buildReport([saving]));
  assert.match(page, /cost −2\.00 bps \(a saving; 95 % interval −3\.00 to −1\.00\)/);
});

test("two policies without pairs are both in the headline", () => {
  const page = renderEvaluationReport({
    ...buildReport([twap, buildPolicy("vwap")]),
    baseline: "is",
  });
  assertPage(page);
  assert.match(page, /<b>twap<\/b> cost 4\.13 bps .* on average, <b>vwap<\/b> 4\.13 bps/);
});

test("costs and differences that are all equal are drawn", () => {
  const flat = { costsBps: new Float64Array(episodes), mean: 0, standardError: 0 };
  const policy = { ...flat, ci95: [0, 0], cvar95Bps: 0, parts: {} } as const;
  const { varianceRatio, episodesNeeded, ...pair } = buildPair();
  const paired = {
    ...pair,
    differencesBps: new Float64Array(episodes),
    ...({ mean: 0, standardError: 0, ci95: [0, 0], bootstrap95: [0, 0] } as const),
    ...{ pValue: 1, holmPValue: 1, wins: 0 },
  };
  const page = renderEvaluationReport(
    buildReport([buildPolicy("twap", policy), buildPolicy("pov", { ...policy, paired })]),
  );
  assertPage(page);
  assert.match(page, /No difference from twap can be told for pov/);
  assert.equal(page.match(/<td>–<\/td>/g)?.length, 1, "no variance ratio");
});

test("two episodes are enough for a page", () => {
  const paired = buildPair({ differencesBps: [-1, -2], wins: 2 });
  const policies = [
    { ...twap, costsBps: [3, 5] },
    { ...pov, costsBps: [2, 3], paired },
  ];
  const page = renderEvaluationReport({
    ...buildReport(policies),
    episodes: 2,
    seeds: { from: 1, to: 2 },
  });
  assertPage(page);
  assert.match(page, /over the same 2 episodes\./);
});

test("a policy that never traded has no participation and an empty profile", () => {
  const idle = buildPolicy("idle", {
    ...{ participation: undefined, passiveShare: undefined, completion: 0 },
    inventory: { timeNs: [], q05: [], q25: [], q50: [], q75: [], q95: [], mean: [] },
    participationProfile: { timeNs: [], intervalNs: nsPerMinute, share: [] },
  });
  const page = renderEvaluationReport(buildReport([idle]));
  assertPage(page);
  assert.match(page, /idle \(0\.0% filled on average\)/);
});

test("values far beyond the rest are counted and said", () => {
  const differencesBps = Array.from({ length: 400 }, (_, index) => (index % 20) / 10);
  const far = { ...pov, costsBps: differencesBps, paired: buildPair({ differencesBps }) };
  const costsBps = [...differencesBps.slice(1), 5000];
  const page = renderEvaluationReport({
    ...buildReport([{ ...twap, costsBps }, far]),
    episodes: 400,
  });
  assert.match(page, /Counted in the outermost bars: one\svalue beyond the scale\./);
});

test("the same report gives the same bytes, whatever was rendered before", () => {
  const build = (): string => renderEvaluationReport(buildReport([twap, pov]));
  const first = build();
  renderEvaluationReport(buildReport([twap]));
  assert.equal(build(), first);
});

test("text from outside cannot become markup", () => {
  const evil = `"><script>alert(1)</script>{a|b}<img onerror='y'>&zr0-c0`;
  const page = renderEvaluationReport({
    ...buildReport([
      buildPolicy(evil, { description: evil }),
      buildPolicy("pov", { paired: buildPair() }),
    ]),
    ...{ title: evil, generatedBy: evil, notes: [evil], baseline: evil },
    world: { name: evil, description: evil, hash: evil },
    instrument: { symbol: evil, tickSize: 0.01 },
    validity: [{ rule: evil, found: evil, isMet: false }],
  });
  assertPage(page);
  assert.doesNotMatch(page, /onerror='/);
});

test("a report that cannot be drawn truthfully is refused", () => {
  const nan = Number.NaN;
  const report = buildReport([twap, pov]);
  const withPolicy = (changes: Partial<EvaluatedPolicy>): EvaluationReport =>
    buildReport([buildPolicy("twap", changes), pov]);
  const withPair = (changes: Partial<PairedComparison>): EvaluationReport =>
    buildReport([twap, { ...pov, paired: buildPair(changes) }]);
  const { inventory, participationProfile: profile } = twap;
  const faulty: readonly EvaluationReport[] = [
    { ...report, policies: [] },
    { ...report, episodes: 41 },
    { ...report, baseline: "vwap" },
    { ...report, baseline: "pov" },
    { ...report, parent: { ...report.parent, endNs: startNs } },
    buildReport([twap, twap]),
    withPolicy({ costsBps: spread(nan) }),
    withPolicy({ mean: nan }),
    withPolicy({ standardError: Number.POSITIVE_INFINITY }),
    withPolicy({ ci95: [5, 3] }),
    withPolicy({ cvar95Bps: nan }),
    withPolicy({ parts: { impact: nan } }),
    withPolicy({ completion: nan }),
    withPolicy({ rewardTicksPerLot: { mean: nan, standardError: 0, sd: 0 } }),
    withPolicy({ inventory: { ...inventory, q95: [1] } }),
    withPolicy({ inventory: { ...inventory, mean: minutes.map(() => nan) } }),
    withPolicy({ participationProfile: { ...profile, share: minutes.map(() => nan) } }),
    withPair({ differencesBps: [1] }),
    withPair({ bootstrap95: [nan, nan] }),
    withPair({ holmPValue: nan }),
    withPair({ varianceRatio: nan }),
    withPair({ wins: nan }),
  ];
  for (const [index, fault] of faulty.entries()) {
    assert.throws(() => renderEvaluationReport(fault), InvariantError, `fault ${index}`);
  }
});
