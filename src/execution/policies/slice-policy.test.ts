import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { durationNs } from "../../core/units.ts";
import { createObservation, createParent, seconds } from "../execution-fixture.ts";
import { createTwapPolicy } from "./scheduled.ts";

const twap = createTwapPolicy("twap", { sliceNs: durationNs(seconds(100)), placement: "touch" });
const at = (time: number, parent = createParent()) =>
  createObservation({ parent, nowNs: seconds(time) });

describe("a sliced policy", () => {
  test("rests what a slice is to do, and crosses what an earlier one left", () => {
    const first = twap.decide(twap.initialState(), at(100));
    equal(first.decision.crossLots, 0);
    const restLots = first.decision.resting[0]?.lots ?? 0;
    // The schedule of 1,000 lots over 1,000 seconds ends five seconds early.
    equal(restLots, Math.round((1000 * 100) / 995));
    const second = twap.decide(first.state, at(200));
    equal(second.decision.crossLots, restLots);
  });

  test("sets a new goal at once when the order is amended within a slice", () => {
    const first = twap.decide(twap.initialState(), at(100));
    const same = twap.decide(first.state, at(150));
    deepEqual(same.decision.resting, first.decision.resting);
    const shorter = createParent({ endNs: seconds(300) });
    const amended = twap.decide(same.state, at(150, shorter));
    const before = first.decision.resting[0]?.lots ?? 0;
    ok((amended.decision.resting[0]?.lots ?? 0) > 4 * before);
  });

  test("owes everything once its schedule is over", () => {
    const { decision } = twap.decide(twap.initialState(), at(1099));
    equal(decision.crossLots, 1000);
  });
});

describe("the touch placement", () => {
  test("moves its price when the market has gone through it, and only then", () => {
    const first = twap.decide(twap.initialState(), at(100));
    const price = first.decision.resting[0]?.priceTicks ?? 0;
    const moved = (near: number, far: number) =>
      twap.decide(
        first.state,
        createObservation({ nowNs: seconds(150), nearTouchTicks: near, farTouchTicks: far }),
      ).decision.resting[0]?.priceTicks;
    // The order buys: a market that rises leaves it behind, one that falls comes through it.
    equal(moved(price + 5, price + 7), price);
    equal(moved(price - 3, price), price - 3);
  });
});
