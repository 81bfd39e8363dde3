import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../core/assert.ts";
import type { QuantityLots, TimeNs } from "../core/units.ts";
import { buy, oppositeSide, type Side, sell } from "../market/side.ts";
import {
  type BenchmarkFill,
  type BenchmarkOrder,
  compareWithBenchmarks,
  createIntervalBenchmarks,
  type IntervalBenchmarkAccumulator,
} from "./benchmarks.ts";

const lots = (value: number): QuantityLots => value as QuantityLots;
const ns = (value: number): TimeNs => value as TimeNs;

/** The interval [100, 200] around an arrival mid of 1,000 ticks. */
function openInterval(): IntervalBenchmarkAccumulator {
  return createIntervalBenchmarks({ startNs: ns(100), endNs: ns(200), arrivalMidTicks: 1000 });
}

test("the VWAP weighs others' trades by their lots and leaves our own out", () => {
  const interval = openInterval();
  interval.onTrade(100, 1001, 10, false);
  interval.onTrade(150, 1050, 500, true);
  interval.onTrade(200, 1004, 20, false);
  const found = interval.read();
  assert.equal(found.vwapOffsetTicks, 3); // (10·1 + 20·4) / 30
  assert.equal(found.marketLots, 30);
  assert.equal(found.ownLots, 500);
});

test("trades outside the interval do not count", () => {
  const interval = openInterval();
  interval.onTrade(99, 1100, 10, false);
  interval.onTrade(201, 1100, 10, false);
  interval.onTrade(201, 1100, 10, true);
  const found = interval.read();
  assert.equal(found.vwapOffsetTicks, undefined);
  assert.deepEqual([found.marketLots, found.ownLots], [0, 0]);
});

test("the time-weighted mid holds each mid until the next and the last to the end", () => {
  const interval = openInterval();
  interval.onMid(50, 1002); // in force at the start
  interval.onMid(120, 1004);
  interval.onMid(180, 1010);
  interval.onMid(250, 9999); // after the end
  const found = interval.read();
  assert.equal(found.twapOffsetTicks, 4.8); // (20·2 + 60·4 + 20·10) / 100
  assert.equal(found.closeOffsetTicks, 10);
});

test("reading does not end the gathering, and without a mid the arrival mid is in force", () => {
  const interval = openInterval();
  assert.equal(interval.read().twapOffsetTicks, 0);
  interval.onMid(150, 1002);
  assert.equal(interval.read().twapOffsetTicks, 1);
  interval.onMid(200, 1004);
  const found = interval.read();
  assert.deepEqual([found.twapOffsetTicks, found.closeOffsetTicks], [1, 4]);
});

test("an order is held against every benchmark in basis points of the arrival mid", () => {
  const order: BenchmarkOrder = {
    side: buy,
    quantityLots: lots(50),
    fills: [
      { lots: lots(10), priceTicks: 1001, liquidity: "added" },
      { lots: lots(20), priceTicks: 1004, liquidity: "removed" },
      { lots: lots(10), priceTicks: 1007, liquidity: "auction" },
    ],
  };
  const found = compareWithBenchmarks(order, {
    arrivalMidTicks: 1000,
    vwapOffsetTicks: 3,
    twapOffsetTicks: 5,
    closeOffsetTicks: 10,
    marketLots: 160,
    ownLots: 40,
  });
  assert.deepEqual(found, {
    arrivalMidTicks: 1000,
    averagePriceTicks: 1004, // (10·1 + 20·4 + 10·7) / 40 above 1,000
    arrivalSlippageBps: 40,
    vwapSlippageBps: 10,
    twapSlippageBps: -10,
    closeSlippageBps: -60,
    participation: 0.2, // 40 of 200
    passiveShare: 0.25, // 10 of 40
    filledLots: 40,
    completion: 0.8,
  });
});

test("an order without a fill, in a market without a trade, has no slippage and no shares", () => {
  const found = compareWithBenchmarks(
    { side: sell, quantityLots: lots(50), fills: [] },
    openInterval().read(),
  );
  assert.deepEqual(found, {
    arrivalMidTicks: 1000,
    averagePriceTicks: undefined,
    arrivalSlippageBps: undefined,
    vwapSlippageBps: undefined,
    twapSlippageBps: undefined,
    closeSlippageBps: undefined,
    participation: undefined,
    passiveShare: undefined,
    filledLots: 0,
    completion: 0,
  });
});

test("a mirrored market gives the same bits", () => {
  const arrivalMidTicks = 5000.5;
  const halfTicks = fc.integer({ min: 8000, max: 12_000 }).map((halves) => halves / 2);
  const event = fc.record({
    gapNs: fc.integer({ min: 0, max: 20 }),
    priceTicks: halfTicks,
    lots: fc.integer({ min: 1, max: 1000 }),
    kind: fc.constantFrom("mid", "own", "market"),
  });
  const fill = fc.record({
    lots: fc.integer({ min: 1, max: 1000 }).map(lots),
    priceTicks: halfTicks,
    liquidity: fc.constantFrom("added" as const, "removed" as const, "auction" as const),
  });
  const compute = (
    side: Side,
    events: readonly { gapNs: number; priceTicks: number; lots: number; kind: string }[],
    fills: readonly BenchmarkFill[],
    reflect: (ticks: number) => number,
  ) => {
    const interval = createIntervalBenchmarks({
      startNs: ns(100),
      endNs: ns(200),
      arrivalMidTicks,
    });
    let timeNs = 60;
    for (const { gapNs, priceTicks, lots: count, kind } of events) {
      timeNs += gapNs;
      if (kind === "mid") interval.onMid(timeNs, reflect(priceTicks));
      else interval.onTrade(timeNs, reflect(priceTicks), count, kind === "own");
    }
    const order = {
      side,
      quantityLots: lots(1e6),
      fills: fills.map((one) => ({ ...one, priceTicks: reflect(one.priceTicks) })),
    };
    const { averagePriceTicks, ...rest } = compareWithBenchmarks(order, interval.read());
    return rest;
  };
  fc.assert(
    fc.property(
      fc.constantFrom<Side>(buy, sell),
      fc.array(event),
      fc.array(fill),
      (side, events, fills) => {
        const seen = compute(side, events, fills, (ticks) => ticks);
        const mirrored = compute(
          oppositeSide(side),
          events,
          fills,
          (ticks) => 2 * arrivalMidTicks - ticks,
        );
        assert.deepStrictEqual(mirrored, seen);
      },
    ),
    { numRuns: 1000 },
  );
});

test("what is out of order or not a number is refused", () => {
  const interval = openInterval();
  interval.onMid(150, 1000);
  const order: BenchmarkOrder = { side: buy, quantityLots: lots(10), fills: [] };
  const fill: BenchmarkFill = { lots: lots(10), priceTicks: 1000, liquidity: "added" };
  const faulty: readonly (() => void)[] = [
    () => interval.onMid(149, 1000),
    () => interval.onMid(Number.NaN, 1000),
    () => interval.onMid(151, Number.NaN),
    () => interval.onTrade(149, 1000, 1, false),
    () => interval.onTrade(160, Number.NaN, 1, false),
    () => interval.onTrade(160, 1000, 0, false),
    () => interval.onTrade(160, 1000, Number.NaN, true),
    () => createIntervalBenchmarks({ startNs: ns(2), endNs: ns(2), arrivalMidTicks: 1 }),
    () => createIntervalBenchmarks({ startNs: ns(1), endNs: ns(2), arrivalMidTicks: Number.NaN }),
    () => compareWithBenchmarks({ ...order, quantityLots: lots(0) }, interval.read()),
    () =>
      compareWithBenchmarks({ ...order, quantityLots: lots(9), fills: [fill] }, interval.read()),
    () =>
      compareWithBenchmarks(
        { ...order, fills: [{ ...fill, priceTicks: Number.NaN }] },
        interval.read(),
      ),
  ];
  for (const refuse of faulty) assert.throws(refuse, InvariantError, String(refuse));
});
