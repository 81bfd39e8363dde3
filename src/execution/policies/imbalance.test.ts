import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { durationNs } from "../../core/units.ts";
import { sell } from "../../market/side.ts";
import { createObservation, createParent, seconds } from "../execution-fixture.ts";
import type { Observation } from "../observation.ts";
import { createImbalancePolicy } from "./imbalance.ts";

const options = {
  sliceNs: durationNs(seconds(100)),
  tolerance: 0.05,
  threshold: 0.5,
  hysteresis: 0.2,
  everyNs: durationNs(seconds(1)),
};
const policy = createImbalancePolicy("imbalance", options);

/** Decides at one observation after another, and says what was paid for and what rests. */
function decideAll(seen: readonly Partial<Observation>[]): (readonly [number, number])[] {
  let state = policy.initialState();
  return seen.map((fields) => {
    const answer = policy.decide(state, createObservation({ nowNs: seconds(100), ...fields }));
    state = answer.state;
    const { crossLots, resting } = answer.decision;
    return [crossLots, resting.reduce((sum, { lots }) => sum + lots, 0)];
  });
}

describe("an imbalance policy", () => {
  test("rests while the queues are even or for it, and pays for the slice when they are against it", () => {
    const found = decideAll([
      { touchImbalance: -0.9 },
      { touchImbalance: 0.49 },
      { touchImbalance: 0.5 },
    ]);
    // 101 lots are due in the first slice, 100 stand at the far touch.
    deepEqual(found, [
      [0, 101],
      [0, 101],
      [100, 1],
    ]);
  });

  test("keeps paying until the imbalance has fallen by the hysteresis", () => {
    const levels = [0.6, 0.35, 0.29, 0.4, 0.5];
    const paid = decideAll(levels.map((touchImbalance) => ({ touchImbalance })));
    deepEqual(
      paid.map(([crossLots]) => crossLots > 0),
      [true, true, false, false, true],
    );
  });

  test("pays no deeper than the far touch", () => {
    const thin = { touchImbalance: 0.9, farDepth: [{ priceTicks: 1001, lots: 7 }] };
    deepEqual(decideAll([thin]), [[7, 94]]);
    deepEqual(decideAll([{ ...thin, farDepth: [], farTouchTicks: undefined }]), [[0, 101]]);
  });

  test("pays for a lag first, out of the same depth", () => {
    const lagging = { nowNs: seconds(300), touchImbalance: 0.9, filledLots: 140 };
    // 61 lots behind the line at 201; of the 101 of this slice 39 more find something at the touch.
    deepEqual(decideAll([lagging]), [[100, 62]]);
  });

  test("buys and sells alike: imbalance is seen from the order's own side", () => {
    const parent = createParent({ side: sell });
    deepEqual(
      decideAll([{ parent, touchImbalance: 0.9, nearTouchTicks: 1001, farTouchTicks: 999 }]),
      [[100, 1]],
    );
  });

  test("looks as often as it was told to", () => {
    const seen = createObservation({ nowNs: seconds(100) });
    equal(policy.decide(policy.initialState(), seen).decision.nextDecisionNs, seconds(101));
    const often = createImbalancePolicy("imbalance", { ...options, everyNs: durationNs(25e7) });
    const { decision } = often.decide(often.initialState(), seen);
    equal(decision.nextDecisionNs, seconds(100.25));
  });
});
