import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../assert.ts";
import { computeHolmAdjusted } from "./holm.ts";

/** Holm 1979 as a procedure: from the smallest on, reject while p ≤ α / (tests left). */
function rejectStepDown(pValues: readonly number[], alpha: number): boolean[] {
  const order = pValues.map((_, test) => test).sort((a, b) => pValues[a] - pValues[b]);
  const rejected = pValues.map(() => false);
  for (const [rank, test] of order.entries()) {
    if ((pValues.length - rank) * pValues[test] > alpha) break;
    rejected[test] = true;
  }
  return rejected;
}

describe("computeHolmAdjusted", () => {
  // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
  test("adjusts four tests as R does", () => {
    deepEqual(computeHolmAdjusted([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02]);
  });

  // The 15 end points of Neuhaus et al. 1992, worked in Benjamini & Hochberg 1995: control of
  // the family-wise error at 5 % rejects the three smallest.
  test("rejects three of the fifteen end points of the thrombolysis trial", () => {
    const pValues = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const adjusted = computeHolmAdjusted(pValues);
    deepEqual(
      adjusted.slice(0, 5).map((value) => Number(value.toFixed(4))),
      [0.0015, 0.0056, 0.0247, 0.114, 0.2211],
    );
    equal(adjusted.filter((value) => value <= 0.05).length, 3);
  });

  test("rejects what the step-down procedure rejects, at any level", () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), unit, (pValues, alpha) => {
        fc.pre(alpha < 1);
        const rejected = computeHolmAdjusted(pValues).map((value) => value <= alpha);
        deepEqual(rejected, rejectStepDown(pValues, alpha));
      }),
    );
  });

  test("leaves a single test as it is, and none as none", () => {
    deepEqual(computeHolmAdjusted([0.03]), [0.03]);
    deepEqual(computeHolmAdjusted([]), []);
  });

  test("refuses p-values out of range", () => {
    for (const bad of [-0.01, 1.01, Number.NaN]) {
      throws(() => computeHolmAdjusted([0.5, bad]), InvariantError);
    }
  });
});
