import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { durationNs } from "../../core/units.ts";
import { createObservation, createParent, seconds } from "../execution-fixture.ts";
import type { Decision } from "../policy.ts";
import { createPegPolicy } from "./peg.ts";

/** 1,000 lots over 1,000 seconds whose line ends 5 seconds early: 101 lots each 100 seconds. */
const peg = createPegPolicy("peg", { sliceNs: durationNs(seconds(100)), tolerance: 0.05 });

function decideAt(time: number, filledLots: number, fields: object = {}): Decision {
  const seen = { nowNs: seconds(time), filledLots, remainingLots: 1000 - filledLots, ...fields };
  return peg.decide(peg.initialState(), createObservation(seen)).decision;
}

describe("a peg", () => {
  test("rests what the slice is to do and what is behind, and pays for nothing, while it lags little", () => {
    // The line stands at 201 when the third slice begins, and at 302 when it ends.
    const { resting, crossLots } = decideAt(300, 151);
    deepEqual([resting, crossLots], [[{ priceTicks: 999, lots: 302 - 151 }], 0]);
  });

  test("pays back to its line once it lags by more than the tolerance", () => {
    const { resting, crossLots } = decideAt(300, 150);
    deepEqual([resting, crossLots], [[{ priceTicks: 999, lots: 302 - 201 }], 201 - 150]);
  });

  test("follows the near touch within a slice", () => {
    const first = peg.decide(peg.initialState(), createObservation({ nowNs: seconds(300) }));
    const moved = createObservation({ nowNs: seconds(301), nearTouchTicks: 1003 });
    equal(peg.decide(first.state, moved).decision.resting[0]?.priceTicks, 1003);
    equal(first.decision.nextDecisionNs, seconds(301));
  });

  test("owes everything once its time is over, whatever it tolerates", () => {
    equal(decideAt(1096, 999).crossLots, 1);
    equal(decideAt(1096, 0).crossLots, 1000);
  });

  test("pays at every slice with no tolerance, as a pegged twap does", () => {
    const strict = createPegPolicy("peg", { sliceNs: durationNs(seconds(100)), tolerance: 0 });
    const seen = createObservation({
      parent: createParent(),
      nowNs: seconds(300),
      filledLots: 200,
    });
    equal(strict.decide(strict.initialState(), seen).decision.crossLots, 1);
  });
});
