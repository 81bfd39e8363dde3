import assert from "node:assert/strict";
import { test } from "node:test";
import { InvariantError } from "../../core/assert.ts";
import { nsPerMinute } from "../../core/time.ts";
import { bps, type QuantityLots } from "../../core/units.ts";
import { buy } from "../../market/side.ts";
import type { DepthHeatmap, OrderReport, PolicyRun, ReportFill } from "./order-report.ts";
import { renderOrderReport } from "./render-order-report.ts";

const startNs = 600 * nsPerMinute;
const endNs = 660 * nsPerMinute;
const lots = (value: number): QuantityLots => value as QuantityLots;

function buildHeatmap(columns: number): DepthHeatmap {
  const rows = 20;
  const depth = (offset: number): Float64Array =>
    Float64Array.from({ length: columns * rows }, (_, cell) => (cell % rows) * 10 + offset);
  return {
    startNs,
    columnNs: (endNs - startNs) / Math.max(columns, 1),
    columns,
    basePriceTicks: 9990,
    rowTicks: 1,
    rows,
    bidLots: depth(0),
    askLots: depth(-50),
  };
}

const minutes = Array.from({ length: 60 }, (_, minute) => startNs + minute * nsPerMinute);
const fills: readonly ReportFill[] = minutes.map((timeNs, minute) => ({
  timeNs,
  priceTicks: 10_000 + (minute % 3),
  lots: 10,
  liquidity: minute % 2 === 0 ? "added" : "removed",
}));

function buildRun(policy: string, changes: Partial<PolicyRun> = {}): PolicyRun {
  return {
    policy,
    description: "one slice a minute",
    shortfall: {
      form: "perold",
      impactSource: "none",
      totalBps: bps(3.5),
      partsBps: {
        delay: bps(0),
        spread: bps(-0.5),
        drift: bps(4),
        opportunity: bps(0),
        fees: bps(0),
      },
      filledLots: lots(600),
    },
    benchmarks: {
      arrivalMidTicks: 10_000.5,
      averagePriceTicks: 10_001,
      arrivalSlippageBps: bps(0.5),
      vwapSlippageBps: bps(-1),
      twapSlippageBps: bps(1),
      closeSlippageBps: bps(2),
      participation: 0.1,
      passiveShare: 0.5,
      filledLots: lots(600),
      completion: 1,
    },
    childOrders: { submitted: 60, postOnlyRejects: 2 },
    divergence: { events: 12, counts: { missingOrders: 12 } },
    hash: "0123abcd",
    inventory: { timeNs: minutes, remainingLots: minutes.map((_, minute) => 590 - 10 * minute) },
    schedule: { timeNs: [startNs, endNs], remainingLots: [600, 0] },
    fills,
    workingOrders: [{ fromNs: startNs, toNs: startNs + nsPerMinute, priceTicks: 9999, lots: 10 }],
    participation: {
      intervalNs: nsPerMinute,
      timeNs: minutes,
      ownLots: minutes.map(() => 10),
      marketLots: minutes.map(() => 90),
    },
    heatmap: buildHeatmap(30),
    ...changes,
  };
}

function buildReport(runs: readonly PolicyRun[]): OrderReport {
  return {
    title: "600 lots of TEST",
    generatedBy: "metaorder replay --quantity 600",
    source: { path: "test.csv", description: "A test", isSynthetic: true, events: 1000 },
    instrument: { symbol: "TEST", tickSize: 0.01 },
    parent: { side: buy, quantityLots: 600, startNs, endNs, participationCap: 0.25 },
    notes: ["This market is synthetic."],
    news: [{ timeNs: startNs + 30 * nsPerMinute, label: "news" }],
    market: {
      timeNs: minutes,
      bidTicks: minutes.map((_, minute) => (minute === 7 ? Number.NaN : 10_000)),
      askTicks: minutes.map(() => 10_001),
      cumulativeVolumeLots: minutes.map((_, minute) => minute * 100),
    },
    runs,
  };
}

/** A whole page, with nothing fetched and nothing that is not a number or a word. */
function assertPage(page: string): void {
  assert.ok(page.startsWith("<!doctype html>") && page.endsWith("</html>\n"));
  assert.doesNotMatch(page, /https?:|NaN|undefined|Infinity|\[object/);
  assert.doesNotMatch(page, /<script|<link|<iframe|@import|url\((?!#)/i);
  for (const [, target] of page.matchAll(/(?:href|src)="([^"]{0,22})/g)) {
    assert.equal(target, "data:image/png;base64,");
  }
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, "ids are unique on the page");
}

test("a report of one run is a page that needs nothing but itself", () => {
  const page = renderOrderReport(buildReport([buildRun("twap")]));
  assertPage(page);
  assert.match(page, /<b>twap<\/b> cost 3.50 bps of arrival notional\./);
  assert.match(page, /One order on one path is one draw/);
  assert.match(page, /This market is synthetic\./);
});

test("a report of five runs names the cheapest and the dearest", () => {
  const runs = ["a", "b", "c", "d", "e"].map((policy, index) => {
    const run = buildRun(policy);
    return { ...run, shortfall: { ...run.shortfall, totalBps: bps((index * 3) % 5) } };
  });
  const page = renderOrderReport(buildReport(runs));
  assertPage(page);
  assert.match(page, /<b>a<\/b> cost least, 0.00 bps/);
  assert.match(page, /<b>d<\/b> cost most, 4.00 bps/);
  assert.equal(page.match(/<tr class="least">/g)?.length, 1);
});

test("a policy that cost least by not finishing does not stand alone", () => {
  const finished = buildRun("slow");
  const unfinished = buildRun("idle", {
    shortfall: { ...finished.shortfall, totalBps: bps(-2) },
    benchmarks: { ...finished.benchmarks, completion: 0.5 },
  });
  const page = renderOrderReport(buildReport([finished, unfinished, buildRun("slower")]));
  assert.match(page, /<b>idle<\/b> cost least, −2.00 bps \(a saving\)/);
  assert.match(page, /Of those that finished, <b>slow<\/b> cost least, 3.50 bps\./);
  assert.match(page, /Not finished: idle \(50.0% filled\)/);
});

test("the same input gives the same bytes", () => {
  const build = (): string => renderOrderReport(buildReport([buildRun("twap"), buildRun("vwap")]));
  assert.equal(build(), build());
});

test("a run without a fill and without a trade is drawn and said", () => {
  const run = buildRun("idle", {
    fills: [],
    workingOrders: [],
    inventory: { timeNs: [startNs], remainingLots: [600] },
    participation: { intervalNs: nsPerMinute, timeNs: [], ownLots: [], marketLots: [] },
    benchmarks: {
      ...buildRun("idle").benchmarks,
      averagePriceTicks: undefined,
      arrivalSlippageBps: undefined,
      vwapSlippageBps: undefined,
      twapSlippageBps: undefined,
      closeSlippageBps: undefined,
      participation: undefined,
      passiveShare: undefined,
      filledLots: lots(0),
      completion: 0,
    },
  });
  const page = renderOrderReport(buildReport([run]));
  assertPage(page);
  assert.match(page, /Not finished: idle \(0\.0% filled\)/);
});

test("an empty book and an empty market are drawn without depth", () => {
  const { heatmap, ...withoutHeatmap } = buildRun("vwap");
  const runs = [buildRun("twap", { heatmap: buildHeatmap(0) }), withoutHeatmap];
  const market = { timeNs: [], bidTicks: [], askTicks: [], cumulativeVolumeLots: [] };
  const page = renderOrderReport({ ...buildReport(runs), market });
  assertPage(page);
  assert.doesNotMatch(page, /<image/);
  assert.equal(page.match(/No depth was recorded/g)?.length, 2);
});

test("text from outside cannot become markup", () => {
  const evil = `"><script>alert(1)</script><img src=x onerror='y'>&zr0-c0`;
  const run = buildRun(evil, { description: evil, hash: evil, childOrders: { [evil]: 1 } });
  const report = buildReport([run, buildRun("twap")]);
  const page = renderOrderReport({
    ...report,
    title: evil,
    generatedBy: evil,
    notes: [evil],
    news: [{ timeNs: startNs + nsPerMinute, label: evil }],
    source: { ...report.source, path: evil, description: evil, date: evil, sha256: evil },
    instrument: { symbol: evil, tickSize: 0.01 },
  });
  assert.doesNotMatch(page, /<script|<img|onerror='/);
  assertPage(page);
});

test("a report that cannot be drawn truthfully is refused", () => {
  const report = buildReport([buildRun("twap")]);
  const { shortfall } = buildRun("twap");
  const nan = Number.NaN as typeof shortfall.totalBps;
  const faulty: readonly OrderReport[] = [
    { ...report, runs: [] },
    { ...report, parent: { ...report.parent, endNs: startNs } },
    buildReport([buildRun("twap", { shortfall: { ...shortfall, totalBps: nan } })]),
    buildReport([buildRun("twap", { heatmap: { ...buildHeatmap(30), columns: 31 } })]),
    buildReport([
      buildRun("twap", {
        participation: { intervalNs: 1, timeNs: [1], ownLots: [1], marketLots: [] },
      }),
    ]),
    buildReport([buildRun("twap", { inventory: { timeNs: [startNs], remainingLots: [] } })]),
  ];
  for (const fault of faulty) assert.throws(() => renderOrderReport(fault), InvariantError);
});
