import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { eventFlag } from "../../market/event-block.ts";
import { createInstrument } from "../../market/instrument.ts";
import { blockOf, type FixtureEvent, openNs } from "./facts-fixture.ts";
import { regularSession } from "./facts-session.ts";
import type { FactsGranularity, MarketFacts } from "./market-facts.ts";
import { MarketFactsMeter } from "./market-facts-meter.ts";

function measure(
  events: readonly FixtureEvent[],
  options: { granularity?: FactsGranularity; levels?: number } = {},
): MarketFacts {
  const meter = new MarketFactsMeter({
    instrument: createInstrument({ symbol: "TEST" }),
    session: regularSession("America/New_York"),
    levels: options.levels ?? 5,
    granularity: options.granularity ?? "orders",
  });
  meter.apply(blockOf(events));
  return meter.finish();
}

/** 100 bid for 10, 102 asked with 20. */
const opening: readonly FixtureEvent[] = [
  [0, "add", "bid", 100, 10, { id: 1, isOpen: true }],
  [0, "add", "ask", 102, 20, { id: 2 }],
];
/** So that the span has a length. */
const end: FixtureEvent = [100, "hiddenExecute", "ask", 102, 1];

const near = (found: number | undefined, expected: number): void =>
  ok(found !== undefined && Math.abs(found - expected) < 1e-9, `${found} for ${expected}`);

describe("MarketFactsMeter: time", () => {
  test("weighs the spread by the time it stood", () => {
    const { spread, span } = measure([...opening, [75, "add", "bid", 101, 5, { id: 3 }], end]);
    equal(span.minutes, 100 / 60);
    near(spread?.timeWeightedTicks, 2 * 0.75 + 1 * 0.25);
    near(spread?.oneTickTimeShare, 0.25);
    near(spread?.timeWeightedBps, 0.75 * (2 / 101) * 1e4 + 0.25 * (1 / 101.5) * 1e4);
  });

  test("counts locked and crossed time apart from the spread", () => {
    const { spread } = measure([
      ...opening,
      [40, "add", "bid", 102, 5, { id: 3 }],
      [50, "add", "bid", 103, 5, { id: 4 }],
      [70, "remove", "bid", 103, 5, { id: 4 }],
      [70, "remove", "bid", 102, 5, { id: 3 }],
      [80, "remove", "bid", 100, 10, { id: 1 }],
      end,
    ]);
    near(spread?.timeWeightedTicks, 2);
    near(spread?.lockedTimeShare, 0.1);
    near(spread?.crossedTimeShare, 0.2);
    near(spread?.oneSidedTimeShare, 0.2);
  });

  test("measures the regular session only, with the book as it came into it", () => {
    const { spread, records, span, orders } = measure([
      [-100, "add", "bid", 100, 10, { id: 1 }],
      [-99, "add", "ask", 102, 20, { id: 2 }],
      [1, "add", "bid", 99, 7, { id: 3 }],
      [23_399, "reduce", "bid", 99, 2, { id: 3 }],
      [23_401, "add", "bid", 101, 9, { id: 4 }],
    ]);
    deepEqual([records, span.recordsOutside], [2, 3]);
    equal(span.fromNs, openNs);
    equal(span.minutes, 390);
    near(spread?.timeWeightedTicks, 2);
    near(orders?.submissionsPerMinute, 1 / 390);
  });

  test("ends with the recording where that ends early", () => {
    const { span, halfHours } = measure([...opening, [3600, "reduce", "bid", 100, 1, { id: 1 }]]);
    equal(span.minutes, 60);
    near(halfHours[0]?.recordsPerMinute, 1 / 30);
  });

  test("cuts what stood at the half hours", () => {
    const { halfHours } = measure([
      ...opening,
      [900, "add", "bid", 101, 5, { id: 3 }],
      [3000, "reduce", "bid", 100, 1, { id: 1 }],
    ]);
    near(halfHours[0]?.spreadTicks, 1.5);
    near(halfHours[1]?.spreadTicks, 1);
  });
});

describe("MarketFactsMeter: orders and trades", () => {
  test("takes trades of one time and side for one incoming order", () => {
    const { marketOrders, trades } = measure([
      ...opening,
      [10, "add", "ask", 103, 50, { id: 3 }],
      [20, "execute", "ask", 102, 20, { id: 2 }],
      [20, "execute", "ask", 103, 5, { id: 3 }],
      [20, "execute", "bid", 100, 4, { id: 1 }],
      [30, "execute", "ask", 103, 45, { id: 3 }],
      end,
    ]);
    equal(trades?.count, 5);
    equal(trades.sizeLots.count, 4);
    near(trades.hiddenShare, 1 / 75);
    equal(marketOrders?.count, 3);
    near(marketOrders.sizeLots.mean, 74 / 3);
    near(marketOrders.buyShare, 2 / 3);
    // 25 of 20 shown, 4 of 10, 45 of 45.
    near(marketOrders.takesTouchShare, 2 / 3);
  });

  test("takes what one message did to standing depth for one message", () => {
    const standing = eventFlag.standing;
    const { orders, trades } = measure([
      ...opening,
      [10, "execute", "ask", 102, 3, { id: -1, flags: standing, isOpen: true }],
      [10, "execute", "ask", 102, 4, { id: -2, flags: standing }],
      end,
    ]);
    near(orders?.executionsPerMinute, 1 / (100 / 60));
    equal(trades?.sizeLots.mean, 7);
  });

  test("places new orders against the best of their own side", () => {
    const { orders } = measure([
      ...opening,
      [1, "add", "bid", 101, 1, { id: 3 }],
      [2, "add", "bid", 101, 1, { id: 4 }],
      [3, "add", "ask", 103, 1, { id: 5 }],
      [4, "add", "ask", 107, 1, { id: 6 }],
      end,
    ]);
    deepEqual(
      orders?.placement.filter(({ share }) => share > 0).map(({ place }) => place),
      ["inside the spread", "at the best", "1 tick", "2–5"],
    );
  });

  test("tells how long orders lived, by how they ended", () => {
    const { orders } = measure([
      ...opening,
      [1, "add", "bid", 99, 5, { id: 3 }],
      [2, "add", "ask", 105, 5, { id: 4 }],
      [3.5, "remove", "bid", 99, 5, { id: 3 }],
      [12, "execute", "ask", 105, 5, { id: 4 }],
      end,
    ]);
    equal(orders?.deletedAfter?.quantiles.p50, 2.5);
    equal(orders.executedAfter?.quantiles.p50, 10);
    equal(orders.deletedAfter.within1sShare, 0);
  });

  test("follows the mid in the direction of incoming orders", () => {
    const { marketOrders } = measure([
      ...opening,
      [1, "execute", "ask", 102, 20, { id: 2 }],
      [1, "add", "ask", 104, 5, { id: 3 }],
      [2, "execute", "bid", 100, 5, { id: 1 }],
      end,
    ]);
    // From 101 before the first to 102 before the second, and a buyer came.
    deepEqual(marketOrders?.response, [{ lag: 1, ticks: 1 }]);
  });
});

describe("MarketFactsMeter: other recordings", () => {
  test("takes quotes of one time for one change", () => {
    const quotes: readonly FixtureEvent[] = [
      [0, "level", "bid", 100, 10],
      [0, "level", "ask", 101, 10],
      [5, "level", "bid", 100, 0],
      [5, "level", "bid", 99, 10],
      [5, "level", "bid", 99, 0],
      [5, "level", "bid", 100, 10],
      [50, "trade", "ask", 101, 10, { flags: eventFlag.inferredSide }],
    ];
    const joined = measure(quotes, { granularity: "quotes", levels: 1 });
    equal(joined.price?.changesPerMinute, 0);
    equal(joined.marketOrders?.isSideInferred, true);
    const each = measure(quotes, { granularity: "levels", levels: 1 });
    ok(each.price!.changesPerMinute > 0);
    equal(each.orders, undefined);
  });

  test("goes by trades where there are no quotes", () => {
    const minutes = Array.from(
      { length: 40 },
      (_, at): FixtureEvent => [60 * at + 30, "trade", "ask", 100 + (at % 2), 100],
    );
    const facts = measure(minutes, { granularity: "trades" });
    equal(facts.spread, undefined);
    equal(facts.depth, undefined);
    deepEqual([facts.price?.of, facts.price?.highTicks], ["trade", 101]);
    const bars = measure(minutes, { granularity: "bars" });
    equal(bars.marketOrders, undefined);
    ok(bars.returns.length > 0 && bars.returns.every(({ seconds }) => seconds >= 60));
  });

  test("keeps auctions out of trades, volumes and prices", () => {
    const { trades, halfHours } = measure([
      ...opening,
      [1, "cross", "bid", 250, 5000],
      [2, "execute", "ask", 102, 5, { id: 2 }],
      end,
    ]);
    equal(trades?.auctionLots, 5000);
    equal(trades.lots, 6);
    equal(halfHours[0]?.lots, 6);
  });

  test("gives the deviation of returns over the clock", () => {
    const steps = Array.from(
      { length: 200 },
      (_, at): FixtureEvent => [at + 0.5, "level", "bid", at % 2 === 0 ? 9998 : 9999, 10],
    );
    const events = steps.flatMap((step, at): FixtureEvent[] =>
      at === 0 ? [step] : [[step[0], "level", "bid", steps[at - 1]![3], 0, { isOpen: true }], step],
    );
    const { returns } = measure([[0, "level", "ask", 10_000, 10], ...events], {
      granularity: "levels",
    });
    const second = returns.find(({ seconds }) => seconds === 1);
    ok(Math.abs(second!.deviationBps - 0.5) < 0.01, `${second!.deviationBps}`);
    ok(second!.autocorrelation! < -0.98);
    equal(second!.zeroShare, 0);
  });
});
