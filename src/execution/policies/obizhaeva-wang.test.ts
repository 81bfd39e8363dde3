import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { durationNs, type TimeNs } from "../../core/units.ts";
import { createObservation, createParent, seconds } from "../execution-fixture.ts";
import { createObizhaevaWangPolicy, type ImpactDecay } from "./obizhaeva-wang.ts";

const options = { sliceNs: durationNs(seconds(100)), placement: "touch" } as const;
/** The schedule of the usual order lasts 995 seconds: this half-life makes ρT = 3. */
const halfLifeNs = durationNs(Math.round((Math.LN2 / 3) * 995e9));

/** Lots paid for and lots that rest at each time, had everything before been filled in time. */
function follow(decay: ImpactDecay, times: readonly number[]): (readonly [number, number])[] {
  const policy = createObizhaevaWangPolicy("obizhaeva-wang", decay, options);
  let state = policy.initialState();
  let filledLots = 0;
  return times.map((time) => {
    const nowNs = seconds(time);
    const seen = createObservation({ nowNs, filledLots, remainingLots: 1000 - filledLots });
    const answer = policy.decide(state, seen);
    state = policy.decodeState(policy.encodeState(answer.state));
    const { crossLots, resting } = answer.decision;
    const rested = resting.reduce((sum, { lots }) => sum + lots, 0);
    filledLots += crossLots + rested;
    return [crossLots, rested];
  });
}

describe("obizhaeva-wang", () => {
  test("pays for a fifth, works three fifths evenly, and pays for a fifth, where ρT = 3", () => {
    const found = follow({ halfLifeNs }, [100, 200, 300, 1000, 1095]);
    // The even rate is 600 lots over 995 seconds: 60.3 a slice.
    deepEqual(found.slice(0, 3), [
      [200, 60],
      [0, 61],
      [0, 60],
    ]);
    // The slices that were not asked about are paid for with the last one begun.
    equal(found[3]![0] + found[3]![1], 800 - 381);
    deepEqual(found[4], [200, 0]);
  });

  test("takes longer to come to the end the slower impact fades", () => {
    const blocks = [60, 600, 6000].map((halfLife) => {
      const [[block] = [0]] = follow({ halfLifeNs: durationNs(halfLife * 1e9) }, [100]);
      return block;
    });
    // 1000/(2 + ln 2 · 995/half-life).
    deepEqual(blocks, [74, 318, 473]);
  });

  test("solves a power law, and solves it anew when the end is amended", () => {
    const policy = createObizhaevaWangPolicy("ow", { halfLifeNs, exponent: 0.5 }, options);
    const first = policy.decide(policy.initialState(), createObservation({ nowNs: seconds(100) }));
    ok(first.decision.crossLots > 100 && first.decision.crossLots < 300);
    const parent = createParent({ endNs: seconds(400) as TimeNs });
    const shorter = createObservation({ nowNs: seconds(150), parent });
    const fresh = policy.decide(policy.initialState(), shorter).decision;
    deepEqual(policy.decide(first.state, shorter).decision.crossLots, fresh.crossLots);
    // Less time for impact to fade: more of it in the blocks.
    ok(fresh.crossLots > first.decision.crossLots);
  });

  test("says what it assumes", () => {
    const describe = (decay: ImpactDecay) =>
      createObizhaevaWangPolicy("ow", decay, options).description;
    const fiveMinutes = durationNs(300e9);
    equal(
      describe({ halfLifeNs: fiveMinutes }),
      "blocks at both ends: impact fades exponentially, half of it in 300 s",
    );
    equal(
      describe({ halfLifeNs: fiveMinutes, exponent: 0.5 }),
      "blocks at both ends: impact fades as a power of 0.5, half of it in 300 s",
    );
  });
});
