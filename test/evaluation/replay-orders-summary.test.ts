/** Costs of many orders, by hand. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { measureOrder, TouchPath } from "../../src/analytics/index.ts";
import { bps } from "../../src/core/units.ts";
import type { OrderOutcome } from "../../src/evaluation/replay-orders-outcome.ts";
import { summariseOrders } from "../../src/evaluation/replay-orders-summary.ts";
import { createInstrument } from "../../src/market/instrument.ts";
import { buy } from "../../src/market/side.ts";

const hourNs = 3600e9;
const measures = measureOrder({ side: buy, fills: [], path: new TouchPath(), placements: [] });

function order(
  costs: Readonly<Record<string, number>>,
  changes: Partial<OrderOutcome> = {},
): OrderOutcome {
  return {
    instrument: createInstrument({ symbol: "ABC" }),
    date: "2026-01-05",
    side: "buy",
    quantityLots: 100,
    startNs: 10 * hourNs,
    endNs: 11 * hourNs,
    urgency: "normal",
    arrivalMidTicks: 10_000,
    notional: 10_000,
    intervalLots: 1000,
    recordingLots: 10_000,
    events: 1,
    ...changes,
    policies: Object.entries(costs).map(([policy, cost]) => ({
      ...{ policy, description: policy, costBps: cost, filledLots: 100, completion: 1 },
      partsBps: { delay: bps(0), spread: bps(cost), opportunity: bps(0), fees: bps(0) },
      ...{ participation: 0.1, childOrders: 2, divergedEvents: 0, hash: "", measures },
    })),
  };
}

/** Days of January 2026. */
const onDay = (number: number): string => `2026-01-${String(number).padStart(2, "0")}`;

describe("a summary of orders", () => {
  test("weighs orders alike, and by notional", () => {
    const orders = [
      order({ twap: 2 }, { notional: 30_000 }),
      order({ twap: 10 }, { notional: 10_000 }),
    ];
    const [twap] = summariseOrders(orders, { seed: 1 }).policies;
    equal(twap!.mean, 6);
    equal(twap!.weightedMean, 4);
    equal(twap!.worstDecile, 10);
    ok(Math.abs(twap!.sd! - Math.sqrt(32)) < 1e-12);
    equal(twap!.parts.spread, 6);
    deepEqual([...Array.from(twap!.costsBps)], [2, 10]);
    // One day says nothing of how days vary.
    equal(twap!.ci95, undefined);
    equal(twap!.passiveShare, undefined);
  });

  test("compares policies on the orders that both worked", () => {
    const orders = [
      order({ twap: 2, pov: 1 }),
      order({ twap: 100 }),
      order({ twap: 4, pov: 7 }, { notional: 30_000 }),
    ];
    const { baseline, policies } = summariseOrders(orders, { seed: 1 });
    equal(baseline, "twap");
    const paired = policies[1]!.paired!;
    deepEqual([...Array.from(paired.differencesBps)], [-1, 3]);
    deepEqual([paired.orders, paired.mean, paired.wins], [2, 1, 1]);
    equal(paired.weightedMean, 2);
    equal(paired.test, undefined);
    equal(policies[0]!.paired, undefined);
  });

  test("draws whole days: twenty orders of one day are one draw", () => {
    const copies = (count: number): OrderOutcome[] =>
      Array.from({ length: 6 }, (_, day) => day).flatMap((day) =>
        Array.from({ length: count }, () =>
          order({ twap: 0, pov: [3, -1, 2, 2, -2, 5][day]! }, { date: onDay(day + 5) }),
        ),
      );
    const once = summariseOrders(copies(1), { seed: 1 }).policies[1]!.paired!.test!;
    const often = summariseOrders(copies(20), { seed: 1 }).policies[1]!.paired!.test!;
    // The standard error of six numbers: sd / √6.
    const values = [3, -1, 2, 2, -2, 5];
    const variance = values.reduce((sum, value) => sum + (value - 1.5) ** 2, 0) / 5;
    ok(Math.abs(once.standardError - Math.sqrt(variance / 6)) < 1e-12);
    ok(Math.abs(often.standardError - once.standardError) < 1e-9);
    ok(Math.abs(often.pValue - once.pValue) < 1e-9);
    // Intervals of the same days, up to rounding of the sums.
    ok(Math.abs(often.bootstrap95[0] - once.bootstrap95[0]) < 1e-9);
  });

  test("adjusts p-values for every policy that is compared", () => {
    const orders = [1, 3, 2, 4, 2, 3].map((cost, day) =>
      order({ twap: 0, pov: cost, vwap: cost - 2 }, { date: onDay(day + 5) }),
    );
    const { policies } = summariseOrders(orders, { seed: 1 });
    const [, pov, vwap] = policies.map(({ paired }) => paired?.test);
    ok(Math.abs(pov!.holmPValue - 2 * pov!.pValue) < 1e-12);
    ok(vwap!.holmPValue >= vwap!.pValue && vwap!.pValue > pov!.pValue);
  });

  test("breaks down by instrument, side, size, duration and urgency", () => {
    const orders = [
      order({ twap: 1 }, { intervalLots: 100_000 }),
      order({ twap: 3 }, { side: "sell", endNs: 10.1 * hourNs, intervalLots: 0 }),
      order({ twap: 8 }, { instrument: createInstrument({ symbol: "AAA" }), urgency: "high" }),
    ];
    const { breakdowns } = summariseOrders(orders, { seed: 1 });
    const told = breakdowns.map(({ groups }) =>
      groups.map(({ name, cells }) => [name, cells[0]?.mean]),
    );
    deepEqual(told, [
      [
        ["AAA", 8],
        ["ABC", 2],
      ],
      [
        ["buy", 4.5],
        ["sell", 3],
      ],
      [
        ["below 1 %", 1],
        ["10 to 25 %", 8],
        ["no volume", 3],
      ],
      [
        ["below 15 min", 3],
        ["1 to 3 h", 4.5],
      ],
      [
        ["normal", 2],
        ["high", 8],
      ],
      [["2026-01-05", 4]],
    ]);
  });
});
