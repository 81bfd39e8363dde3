import { equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InvariantError } from "../assert.ts";
import { drawNormal } from "../random/distributions.ts";
import { createXoshiro128 } from "../random/xoshiro128.ts";
import { createOnlineMoments } from "./online-moments.ts";
import { computePairedSampleSize } from "./paired-sample-size.ts";
import { computeStudentTQuantile } from "./student-t.ts";

/** Share of 4000 one-sided tests at 5 % that find a difference of `effect` in units of one sd. */
function measurePower(effect: number, pairs: number): number {
  const random = createXoshiro128(17);
  const critical = computeStudentTQuantile(0.95, pairs - 1);
  let found = 0;
  for (let trial = 0; trial < 4000; trial++) {
    const moments = createOnlineMoments();
    for (let pair = 0; pair < pairs; pair++) moments.add(effect + drawNormal(random));
    if (moments.mean > critical * moments.standardError) found++;
  }
  return found / 4000;
}

describe("computePairedSampleSize", () => {
  // Appendix D of the project's notes on learning: the variance of a difference is the variance
  // ratio times the sum of two variances. It rounds its results and gives a range for the sd of
  // the first three worlds, of which one value is taken here, hence 3 %.
  const rows: readonly (readonly [string, number, number, number, number])[] = [
    ["C-W noise 60", 1.18, 0.59, 0.05, 4100],
    ["C-W tactical 20", 1.13, 0.55, 0.05, 3500],
    ["C-W strategic 60", 3.58, 0.018, 0.05, 1150],
    ["ABIDES-like, ratio 0.1", 20, 0.1, 1, 500],
    ["ABIDES-like, ratio 0.5", 20, 0.5, 1, 2500],
    ["ABIDES-like, independent", 20, 1, 1, 4900],
  ];
  for (const [world, sd, ratio, effect, expected] of rows) {
    test(`gives the ${expected} of the appendix for ${world}`, () => {
      const count = computePairedSampleSize({ differenceVariance: ratio * 2 * sd * sd, effect });
      ok(Math.abs(count / expected - 1) < 0.03, `${count}`);
    });
  }

  test("is 6.18 variances over the squared effect", () => {
    equal(computePairedSampleSize({ differenceVariance: 1e6, effect: 1 }), 6_182_558);
    equal(computePairedSampleSize({ differenceVariance: 4e6, effect: 2 }), 6_182_558);
  });

  // By the noncentral t distribution, integrated numerically, the power is 0.8 at 7.73 and at 26.14
  // pairs; the normal formula alone would say 6.18 and 24.73.
  test("agrees with the exact power where Student's t counts", () => {
    equal(computePairedSampleSize({ differenceVariance: 1, effect: 1 }), 8);
    equal(computePairedSampleSize({ differenceVariance: 1, effect: 0.5 }), 27);
  });

  // A share of 4000 has a standard error of 0.0063 at 0.8; the lower bound is 4 of them, the upper
  // leaves room for the power of the last whole pair.
  test("finds the effect as often as it says", () => {
    for (const [effect, above] of [
      [1.5, 0.09],
      [1, 0.05],
      [0.5, 0.04],
      [0.25, 0.03],
    ] as const) {
      const pairs = computePairedSampleSize({ differenceVariance: 1, effect });
      const power = measurePower(effect, pairs);
      ok(power > 0.8 - 4 * 0.0063 && power < 0.8 + above, `${effect}: ${pairs} pairs, ${power}`);
    }
  });

  test("asks for more when less may go wrong", () => {
    const usual = computePairedSampleSize({ differenceVariance: 9, effect: 1 });
    ok(computePairedSampleSize({ differenceVariance: 9, effect: 1, alpha: 0.01 }) > usual);
    ok(computePairedSampleSize({ differenceVariance: 9, effect: 1, power: 0.95 }) > usual);
    ok(computePairedSampleSize({ differenceVariance: 9, effect: 0.9 }) > usual);
  });

  test("never asks for fewer than two pairs", () => {
    equal(computePairedSampleSize({ differenceVariance: 0, effect: 1 }), 2);
    equal(computePairedSampleSize({ differenceVariance: 1, effect: 1e6 }), 2);
  });

  test("refuses options out of range and what cannot be counted", () => {
    const compute = (options: object) => () =>
      computePairedSampleSize({ differenceVariance: 1, effect: 1, ...options });
    for (const differenceVariance of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      throws(compute({ differenceVariance }), InvariantError);
    }
    for (const effect of [0, -1, Number.NaN]) throws(compute({ effect }), InvariantError);
    for (const alpha of [0, 0.8, 1, Number.NaN]) throws(compute({ alpha }), InvariantError);
    for (const power of [0.05, 1, Number.NaN]) throws(compute({ power }), InvariantError);
    throws(compute({ effect: 1e-9 }), InvariantError);
  });
});
