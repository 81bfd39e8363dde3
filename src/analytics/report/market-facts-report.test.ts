import { doesNotMatch, equal, match, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { createInstrument } from "../../market/instrument.ts";
import { blockOf, type FixtureEvent } from "../market-facts/facts-fixture.ts";
import { regularSession } from "../market-facts/facts-session.ts";
import type { FactsGranularity } from "../market-facts/market-facts.ts";
import { MarketFactsMeter } from "../market-facts/market-facts-meter.ts";
import { type MarketFactsReport, renderMarketFactsReport } from "./market-facts-report.ts";

const instrument = createInstrument({ symbol: "A<B" });

/** Two hours in which an order comes, trades and goes every ten seconds. */
function orders(): readonly FixtureEvent[] {
  const cycle = Array.from({ length: 720 }, (_, at): readonly FixtureEvent[] => {
    const seconds = 10 * at + 1;
    const price = 1002 + (at % 5);
    const id = 10 + at;
    return [
      [seconds, "add", "ask", price, 100, { id }],
      [seconds + 3, "execute", "ask", price, 40, { id }],
      [seconds + 6, "remove", "ask", price, 60, { id }],
    ];
  });
  return [
    [0, "add", "bid", 1000, 300, { id: 1, isOpen: true }],
    [0, "add", "ask", 1010, 200, { id: 2 }],
    ...cycle.flat(),
  ];
}

function trades(): readonly FixtureEvent[] {
  return Array.from(
    { length: 120 },
    (_, at): FixtureEvent => [60 * at, "trade", at % 3 === 0 ? "bid" : "ask", 1000 + (at % 7), 100],
  );
}

function report(granularity: FactsGranularity, events: readonly FixtureEvent[]): MarketFactsReport {
  const session = regularSession("America/New_York");
  const meter = new MarketFactsMeter({ instrument, session, levels: 5, granularity });
  meter.apply(blockOf(events));
  return {
    title: "A<B, 2026-01-05",
    generatedBy: "metaorder data describe",
    source: {
      ...{ format: "csv", granularity, date: "2026-01-05", timeZone: "America/New_York" },
      paths: ["day.csv"],
      rows: events.length,
    },
    instrument,
    facts: meter.finish(),
    findings: [{ rule: "off-grid", count: 3, meaning: "a price between ticks" }],
  };
}

describe("renderMarketFactsReport", () => {
  test("is one page that needs nothing, escaped, without numbers that are none", () => {
    const page = renderMarketFactsReport(report("orders", orders()));
    match(page, /^<!doctype html>[\s\S]*<\/html>\s*$/);
    match(page, /A&lt;B, 2026-01-05/);
    doesNotMatch(page, /A<B|<script|NaN|undefined|Infinity/);
    equal(page, renderMarketFactsReport(report("orders", orders())));
  });

  test("draws the day, the shapes and the moves of an order-by-order market", () => {
    const page = renderMarketFactsReport(report("orders", orders()));
    for (const label of [
      "The mid over the day",
      "Volume by half hour",
      "Time-weighted spread in ticks by half hour",
      "Deviation of one-minute returns in bps by half hour",
      "Share of time by spread in ticks",
      "Time-weighted size by level",
      "Sizes of trades, and of new orders",
      "Annualised volatility by sampling interval",
      "Mean move of the mid",
    ]) {
      ok(page.includes(`aria-label="${label}`), label);
    }
    match(page, /off-grid/);
  });

  for (const granularity of ["trades", "bars"] as const) {
    test(`draws what ${granularity} can tell, and no more`, () => {
      const page = renderMarketFactsReport(report(granularity, trades()));
      ok(page.includes('aria-label="The trade over the day"'));
      ok(page.includes('aria-label="Volume by half hour"'));
      for (const label of ["Share of time by spread", "Time-weighted size by level"]) {
        ok(!page.includes(label), label);
      }
      doesNotMatch(page, /NaN|undefined|Infinity/);
    });
  }
});
