import { ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../assert.ts";
import { computeLogGamma } from "./log-gamma.ts";

describe("computeLogGamma", () => {
  test("gives ln n! for whole numbers", () => {
    let logFactorial = 0;
    for (let n = 1; n <= 60; n++) {
      logFactorial += Math.log(n);
      ok(Math.abs(computeLogGamma(n + 1) - logFactorial) < 1e-12, `${n}!`);
    }
  });

  // Γ(1/2) = √π; the others from C's lgamma.
  test("gives known values between and far out", () => {
    ok(Math.abs(computeLogGamma(0.5) - Math.log(Math.PI) / 2) < 1e-14);
    ok(Math.abs(computeLogGamma(1e-5) - 11.512919692895824) < 1e-13);
    ok(Math.abs(computeLogGamma(100) - 359.1342053695754) < 1e-12);
    ok(Math.abs(computeLogGamma(1e6) / 12815504.569147611 - 1) < 1e-15);
  });

  test("obeys Γ(x + 1) = x Γ(x)", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e4, noNaN: true }), (x) => {
        const left = computeLogGamma(x + 1);
        const right = computeLogGamma(x) + Math.log(x);
        return Math.abs(left - right) <= 1e-13 * (1 + Math.abs(computeLogGamma(x)));
      }),
    );
  });

  test("refuses what is not positive and finite", () => {
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      throws(() => computeLogGamma(bad), InvariantError);
    }
  });
});
