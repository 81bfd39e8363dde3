import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { sell } from "../../market/side.ts";
import { combineMeasures, measureOrder } from "./execution-quality.ts";
import { createFill, createOrder, createPath, second } from "./markouts-fixture.ts";

const path = createPath(
  [
    [0, 10_000],
    [101, 10_003],
  ],
  170,
);
const placement = { distanceTicks: 0, lots: 40, filledLots: 10, filledLotNs: 50 * second };
const bought = {
  ...createOrder(path, [createFill()]),
  placements: [{ ...placement, restedNs: 9 * second }],
};
const sold = createOrder(path, [createFill({ lots: 30, liquidity: "removed" })], sell);

describe("the quality of many orders", () => {
  test("is made of sums that cross threads", () => {
    for (const order of [bought, sold]) {
      const sums = measureOrder(order);
      deepEqual(structuredClone(sums), sums);
      deepEqual(JSON.parse(JSON.stringify(sums)), sums);
    }
  });

  test("keeps what rested and what took apart, and both in all", () => {
    const quality = combineMeasures([bought, sold].map(measureOrder), { seed: 1 });
    deepEqual([quality.orders, quality.filledLots], [2, 40]);
    const atOneSecond = [quality.markouts, quality.passiveMarkouts, quality.aggressiveMarkouts].map(
      (points) => {
        const { mean, lots, orders } = points.find(({ horizonNs }) => horizonNs === second)!
          .markoutBps!;
        return [Math.round(mean * 9999) / 1e4, lots, orders];
      },
    );
    // Four ticks gained on 10 lots, four lost on 30.
    deepEqual(atOneSecond, [
      [-2, 40, 2],
      [4, 10, 1],
      [-4, 30, 1],
    ]);
    equal(quality.resting[0]?.fillRate, 0.25);
  });

  test("has nothing to say of no orders", () => {
    const quality = combineMeasures([], { seed: 1 });
    deepEqual([quality.orders, quality.filledLots, quality.resting], [0, 0, []]);
    equal(quality.spreads.spreadCapture, undefined);
  });
});
