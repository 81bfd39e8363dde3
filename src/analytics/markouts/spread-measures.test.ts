import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { sell } from "../../market/side.ts";
import { createFill, createOrder, createPath } from "./markouts-fixture.ts";
import type { MeasuredFill } from "./measured-order.ts";
import { estimateSpreads, sumSpreads } from "./spread-measures.ts";

const path = createPath([[0, 10_000]], 1000);
const measure = (fills: readonly MeasuredFill[], side?: typeof sell) => {
  const found = estimateSpreads([sumSpreads(createOrder(path, fills, side))], 1);
  const { effectiveSpreadBps, spreadCapture, improvementBps } = found;
  return [effectiveSpreadBps, spreadCapture, improvementBps].map((estimate) => estimate?.mean);
};

describe("a fill against the touch of its moment", () => {
  // Buying with the mid at 10,000 and a spread of 4: bid 9,998, ask 10,002.
  const buying = (priceTicks: number): (number | undefined)[] =>
    measure([createFill({ priceTicks, spreadTicks: 4 })]);

  test("earns half the spread at the near touch, pays it at the far touch, and more beyond", () => {
    deepEqual(buying(9998), [-4, 1, 4]);
    deepEqual(buying(10_000), [0, 0, 2]);
    deepEqual(buying(10_002), [4, -1, 0]);
    deepEqual(buying(10_006), [12, -3, -4]);
  });

  test("is mirrored for a sell", () => {
    const selling = (priceTicks: number) =>
      measure([createFill({ priceTicks, spreadTicks: 4 })], sell);
    deepEqual(selling(10_002), [-4, 1, 4]);
    deepEqual(selling(9994), [12, -3, -4]);
  });

  test("counts by its lots, and its half-spread by its own spread", () => {
    const fills = [
      createFill({ lots: 30, priceTicks: 9999, spreadTicks: 2 }),
      createFill({ lots: 10, priceTicks: 10_005, spreadTicks: 10 }),
    ];
    // 30·1 − 10·5 ticks of 30·1 + 10·5 half-spread ticks.
    const [effective, capture] = measure(fills);
    ok(Math.abs((effective ?? 0) - (2e4 * 20) / 40 / 10_000) < 1e-9);
    equal(capture, -20 / 80);
  });

  test("has no capture where every spread was nothing", () => {
    deepEqual(measure([createFill({ priceTicks: 10_000, spreadTicks: 0 })]), [0, undefined, 0]);
  });
});

describe("the mix of fills", () => {
  test("counts auctions, and nothing else does", () => {
    const fills = [
      createFill({ lots: 10 }),
      createFill({ lots: 20, liquidity: "removed", priceTicks: 10_001 }),
      createFill({ lots: 70, liquidity: "auction", priceTicks: 9000 }),
    ];
    const { mix, effectiveSpreadBps } = estimateSpreads([sumSpreads(createOrder(path, fills))], 1);
    deepEqual(mix, { added: 0.1, removed: 0.2, auction: 0.7 });
    equal(effectiveSpreadBps?.lots, 30);
    ok(Math.abs((effectiveSpreadBps?.mean ?? 0) - 2 * ((20 - 10) / 30)) < 1e-9);
  });

  test("is nothing where nothing was filled", () => {
    const { mix, spreadCapture } = estimateSpreads([sumSpreads(createOrder(path, []))], 1);
    deepEqual([mix, spreadCapture], [{ added: 0, removed: 0, auction: 0 }, undefined]);
  });
});
