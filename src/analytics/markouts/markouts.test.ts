import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { buy, sell } from "../../market/side.ts";
import {
  estimateMarkouts,
  estimateReversion,
  markoutHorizonsNs,
  sumMarkouts,
  sumReversion,
} from "./markouts.ts";
import { createFill, createOrder, createPath, second } from "./markouts-fixture.ts";
import { type MeasuredOrder, ordersForInterval } from "./measured-order.ts";

/** The market of docs/models/markouts.md: 10,000, 10,003 from second 101, 9,996 from second 160. */
const path = createPath(
  [
    [0, 10_000],
    [101, 10_003],
    [160, 9996],
  ],
  1000,
);
/** 10 lots rested at 9,999 at second 100; 30 lots taken at 10,002 at second 150. */
const fills = [
  createFill(),
  createFill({
    ...{ timeNs: 150 * second, lots: 30, priceTicks: 10_002, midTicks: 10_003 },
    liquidity: "removed",
  }),
];

const markoutsOf = (orders: readonly MeasuredOrder[], liquidity?: "added" | "removed") =>
  estimateMarkouts(
    orders.map((order) => sumMarkouts(order, liquidity)),
    1,
  );
const meansOf = (orders: readonly MeasuredOrder[], liquidity?: "added" | "removed") =>
  markoutsOf(orders, liquidity).map(({ markoutBps }) => markoutBps?.mean);
const reversionOf = (order: MeasuredOrder) => estimateReversion([sumReversion(order)], 1);
const at = (horizonNs: number): number => markoutHorizonsNs.indexOf(horizonNs);
const expectClose = (found: number | undefined, expected: number): void =>
  ok(found !== undefined && Math.abs(found - expected) < 1e-9, `${found}, expected ${expected}`);

describe("markouts", () => {
  test("are what a hand computes, fill by fill", () => {
    const passive = meansOf([createOrder(path, fills)], "added");
    // (10,000 − 9,999)/9,999 at the fill and 100 ms on, then 4 ticks, and −3 from second 160.
    for (const horizon of [0, 1e8]) expectClose(passive[at(horizon)], 1e4 / 9999);
    for (const horizon of [1, 5, 10, 30]) expectClose(passive[at(horizon * second)], 4e4 / 9999);
    expectClose(passive[at(60 * second)], -3e4 / 9999);
    expectClose(passive[at(900 * second)], -3e4 / 9999);
    const aggressive = meansOf([createOrder(path, fills)], "removed");
    for (const horizon of [0, 1, 5]) expectClose(aggressive[at(horizon * second)], 1e4 / 10_002);
    expectClose(aggressive[at(10 * second)], -6e4 / 10_002);
  });

  test("weigh fills by their notional", () => {
    const all = meansOf([createOrder(path, fills)]);
    const notional = 10 * 9999 + 30 * 10_002;
    expectClose(all[at(second)], ((10 * 4 + 30 * 1) / notional) * 1e4);
    expectClose(all[at(10 * second)], ((10 * 4 - 30 * 6) / notional) * 1e4);
  });

  test("turn their sign with the side, to the bit in a mirrored market", () => {
    const bought = createOrder(path, fills);
    const sold = createOrder(path, fills, sell);
    const negated = meansOf([sold]).map((mean) => mean && -mean);
    deepEqual(negated, meansOf([bought]));
  });

  test("leave out fills whose market is not known so long", () => {
    const short = createPath([[0, 10_000]], 155);
    const points = markoutsOf([createOrder(short, fills)]);
    deepEqual(
      [5, 10, 30, 60].map((horizon) => points[at(horizon * second)]?.markoutBps?.lots),
      [40, 10, 10, undefined],
    );
  });

  test("have no interval for few orders, one that covers the mean for many", () => {
    const few = Array.from({ length: ordersForInterval - 1 }, () => createOrder(path, fills));
    equal(markoutsOf(few)[1]?.markoutBps?.ci95, undefined);
    const many = Array.from({ length: 40 }, (_, order) => {
      const moved = createPath(
        [
          [0, 10_000],
          [101, 10_000 + ((order * 7) % 11) - 5],
        ],
        1000,
      );
      return createOrder(moved, fills);
    });
    const { mean, ci95, orders } = markoutsOf(many)[at(second)]!.markoutBps!;
    equal(orders, 40);
    ok(ci95 !== undefined && ci95[0] < mean && mean < ci95[1] && ci95[1] - ci95[0] > 0.1);
    deepEqual(markoutsOf(many), markoutsOf(many));
  });

  test("add up over instruments by what their ticks are worth", () => {
    // The same order with ticks a hundred times as dear weighs a hundred times as much.
    const dear = { ...createOrder(path, [fills[0]!], buy), tickValue: 100 };
    const cheap = createOrder(path, [fills[0]!], sell);
    expectClose(meansOf([dear, cheap])[at(second)], ((4e4 / 9999) * 99) / 101);
  });

  test("refuse a fill that is none", () => {
    const bad = createOrder(path, [createFill({ priceTicks: Number.NaN })]);
    throws(() => meansOf([bad]), { message: /a fill price is positive, was NaN/ });
  });
});

describe("realised spreads", () => {
  test("are the effective spread less twice the move of the mid", () => {
    const points = markoutsOf([createOrder(path, [fills[0]!])]);
    const realised = (horizonNs: number) => points[at(horizonNs)]?.realisedSpreadBps?.mean;
    expectClose(realised(0), -2);
    // Earned 2 against the mid at the fill; the mid then went 3 our way: −2 − 6.
    expectClose(realised(second), -8);
    // And 4 against us: −2 + 8.
    expectClose(realised(60 * second), 6);
  });
});

describe("reversion", () => {
  test("is the move of the mid after the last fill, towards our side positive", () => {
    const points = reversionOf(createOrder(path, fills));
    const mean = (horizonNs: number) =>
      points.find((point) => point.horizonNs === horizonNs)?.reversionBps?.mean;
    // From 10,003 at second 150.
    equal(mean(5 * second), 0);
    expectClose(mean(10 * second), (-7 / 10_003) * 1e4);
    equal(mean(3600 * second), undefined);
    const sold = reversionOf(createOrder(path, fills, sell));
    expectClose(
      sold.find((point) => point.horizonNs === 10 * second)?.reversionBps?.mean,
      (7 / 10_003) * 1e4,
    );
  });

  test("begins once everything at the last fill's moment has happened", () => {
    const moved = createPath(
      [
        [0, 10_000],
        [100, 10_004],
        [101, 10_001],
      ],
      1000,
    );
    const [, oneSecond] = reversionOf(createOrder(moved, [createFill()]));
    expectClose(oneSecond?.reversionBps?.mean, (-3 / 10_004) * 1e4);
  });

  test("has nothing to say of an order without fills", () => {
    const points = reversionOf(createOrder(path, []));
    ok(points.every(({ reversionBps }) => reversionBps === undefined));
  });
});
