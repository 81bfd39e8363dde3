import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  type PriceTicks,
  priceTicks,
  type QuantityLots,
  quantityLots,
  type TimeNs,
} from "../core/units.ts";
import { createParent, seconds } from "./execution-fixture.ts";
import { amendParentOrder, checkParentOrder, type ParentOrder } from "./parent-order.ts";

const lots = (value: number): QuantityLots => value as QuantityLots;
const time = (value: number): TimeNs => value as TimeNs;
const price = (value: number): PriceTicks => value as PriceTicks;

describe("checkParentOrder", () => {
  test("accepts an order with everything in it, unchanged", () => {
    const parent = createParent({
      limitPriceTicks: priceTicks(1010),
      decisionNs: seconds(90),
      participationCap: 0.1,
      maximumChildLots: quantityLots(50),
    });
    deepEqual(checkParentOrder(parent), { kind: "accepted", parent });
  });

  const refusals: readonly (readonly [string, Partial<ParentOrder>, string])[] = [
    ["no lots", { quantityLots: lots(0) }, "expected a quantity of at least 1 lot, was 0"],
    ["half a lot", { quantityLots: lots(1.5) }, "expected a quantity of at least 1 lot, was 1.5"],
    [
      "NaN lots",
      { quantityLots: lots(Number.NaN) },
      "expected a quantity of at least 1 lot, was NaN",
    ],
    [
      "a limit price that is no number",
      { limitPriceTicks: price(Number.NaN) },
      "expected a limit price in whole ticks, was NaN",
    ],
    [
      "a limit price between ticks",
      { limitPriceTicks: price(1000.5) },
      "expected a limit price in whole ticks, was 1000.5",
    ],
    [
      "an end at its start",
      { startNs: time(5), endNs: time(5) },
      "expected an end after the start, was from 5 to 5 ns",
    ],
    [
      "a start before midnight",
      { startNs: time(-1), endNs: time(5) },
      "expected an end after the start, was from -1 to 5 ns",
    ],
    [
      "a NaN end",
      { startNs: time(5), endNs: time(Number.NaN) },
      "expected an end after the start, was from 5 to NaN ns",
    ],
    [
      "an end that never comes",
      { startNs: time(5), endNs: time(Number.POSITIVE_INFINITY) },
      "expected an end after the start, was from 5 to Infinity ns",
    ],
    [
      "a decision after the start",
      { decisionNs: time(100e9 + 1) },
      "expected a decision no later than the start, was 100000000001 ns",
    ],
    [
      "a NaN decision",
      { decisionNs: time(Number.NaN) },
      "expected a decision no later than the start, was NaN ns",
    ],
    [
      "a cap of nothing",
      { participationCap: 0 },
      "expected a participation cap above 0 and below 1, was 0",
    ],
    [
      "a cap of everything",
      { participationCap: 1 },
      "expected a participation cap above 0 and below 1, was 1",
    ],
    [
      "a NaN cap",
      { participationCap: Number.NaN },
      "expected a participation cap above 0 and below 1, was NaN",
    ],
    [
      "a minimum child of nothing",
      { minimumChildLots: lots(0) },
      "expected a minimum child of at least 1 lot, was 0",
    ],
    [
      "a maximum child below the minimum",
      { minimumChildLots: lots(10), maximumChildLots: lots(9) },
      "expected a maximum child of at least the minimum 10, was 9",
    ],
    [
      "a NaN maximum child",
      { maximumChildLots: lots(Number.NaN) },
      "expected a maximum child of at least the minimum 1, was NaN",
    ],
  ];
  for (const [what, fields, reason] of refusals) {
    test(`refuses ${what}`, () => {
      deepEqual(checkParentOrder(createParent(fields)), { kind: "refused", reason });
    });
  }
});

describe("amendParentOrder", () => {
  test("takes any quantity from what is committed, and no smaller one", () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 2000 }), (committed, quantity) => {
        const outcome = amendParentOrder(
          createParent(),
          { quantityLots: quantityLots(quantity) },
          committed,
        );
        equal(outcome.kind, quantity >= committed ? "accepted" : "refused");
      }),
    );
  });

  test("changes what it names and nothing else", () => {
    const change = { endNs: seconds(500), urgency: "high", participationCap: 0.2 } as const;
    deepEqual(amendParentOrder(createParent(), change, 0), {
      kind: "accepted",
      parent: createParent(change),
    });
  });

  test("refuses less than is filled or out, and says how much that is", () => {
    deepEqual(amendParentOrder(createParent(), { quantityLots: quantityLots(299) }, 300), {
      kind: "refused",
      reason: "expected at least the 300 lots already filled or out, was 299",
    });
  });

  test("refuses a change to an order that could not have been given", () => {
    deepEqual(amendParentOrder(createParent(), { endNs: seconds(100) }, 0), {
      kind: "refused",
      reason: "expected an end after the start, was from 100000000000 to 100000000000 ns",
    });
    deepEqual(amendParentOrder(createParent(), { quantityLots: lots(Number.NaN) }, 0), {
      kind: "refused",
      reason: "expected a quantity of at least 1 lot, was NaN",
    });
  });
});
