import { deepEqual, equal, notDeepEqual, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { durationNs, quantityLots } from "../../core/units.ts";
import { createObservation, createParent, seconds } from "../execution-fixture.ts";
import type { Observation } from "../observation.ts";
import { createRandomPolicy } from "./random.ts";

const slices = 10;
const quantity = 1_000_000;
/** Ten slices of 99.5 seconds: the line ends 5 seconds before the order. */
const options = { sliceNs: durationNs(seconds(99.5)), placement: "cross" } as const;
const parent = createParent({ quantityLots: quantityLots(quantity) });

/** Lots of each slice of an order that is filled at once whenever it crosses. */
function slicesOf(seed: number, fields: Partial<Observation> = {}): number[] {
  const policy = createRandomPolicy("random", seed, options);
  let state = policy.initialState();
  let filledLots = 0;
  return Array.from({ length: slices }, (_, slice) => {
    const nowNs = seconds(100 + 99.5 * slice);
    const remainingLots = quantity - filledLots;
    const seen = createObservation({ parent, ...fields, nowNs, filledLots, remainingLots });
    const answer = policy.decide(state, seen);
    state = policy.decodeState(policy.encodeState(answer.state));
    filledLots += answer.decision.crossLots;
    return answer.decision.crossLots;
  });
}

describe("a random policy", () => {
  test("has done everything by the end of its last slice, whatever the seed", () => {
    for (let seed = 0; seed < 200; seed++) {
      const lots = slicesOf(seed);
      ok(lots.every((slice) => slice >= 0));
      equal(
        lots.reduce((sum, slice) => sum + slice, 0),
        quantity,
      );
    }
  });

  test("draws the same again for one seed and one order, and others for another of either", () => {
    deepEqual(slicesOf(3), slicesOf(3));
    notDeepEqual(slicesOf(3), slicesOf(4));
    notDeepEqual(slicesOf(3), slicesOf(3, { midTicks: 1000.5 }));
    notDeepEqual(slicesOf(3), slicesOf(3, { parent: { ...parent, parentId: "P2" } }));
  });

  test("spreads evenly over everything that adds up: each slice with the mean and variance of a simplex", () => {
    const orders = 4000;
    const sums = new Float64Array(slices);
    const squares = new Float64Array(slices);
    for (let seed = 0; seed < orders; seed++) {
      for (const [slice, lots] of slicesOf(seed).entries()) {
        const share = lots / quantity;
        sums[slice]! += share;
        squares[slice]! += share * share;
      }
    }
    // A share of ten is Beta(1, 9): mean 1/10, variance 9/1100, fourth central moment 3.7e-4.
    const meanError = Math.sqrt(9 / 1100 / orders);
    const varianceError = Math.sqrt((3.7e-4 - (9 / 1100) ** 2) / orders);
    for (let slice = 0; slice < slices; slice++) {
      const mean = sums[slice]! / orders;
      const variance = squares[slice]! / orders - mean * mean;
      ok(Math.abs(mean - 0.1) < 4.5 * meanError, `mean of slice ${slice}: ${mean}`);
      ok(Math.abs(variance - 9 / 1100) < 4.5 * varianceError, `variance ${slice}: ${variance}`);
    }
  });

  test("goes on where it would be when it was held up, and owes what it missed", () => {
    const policy = createRandomPolicy("random", 8, options);
    const seen = (slice: number) =>
      createObservation({ parent, nowNs: seconds(100 + 99.5 * slice) });
    const first = policy.decide(policy.initialState(), seen(0));
    const late = policy.decide(first.state, seen(6)).decision.crossLots;
    const upTo = slicesOf(8)
      .slice(0, 7)
      .reduce((sum, lots) => sum + lots, 0);
    equal(late, upTo);
  });

  test("keeps its draws when the order is amended within a slice", () => {
    const policy = createRandomPolicy("random", 8, options);
    const first = policy.decide(
      policy.initialState(),
      createObservation({ parent, nowNs: seconds(100) }),
    );
    const half = { ...parent, quantityLots: quantityLots(quantity / 2) };
    const amended = policy.decide(
      first.state,
      createObservation({ parent: half, nowNs: seconds(150) }),
    );
    equal(amended.decision.crossLots, Math.round(first.decision.crossLots / 2));
  });
});
