import { equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../assert.ts";
import { computeNormalQuantile } from "./normal-quantile.ts";
import { computeStudentTCdf, computeStudentTQuantile } from "./student-t.ts";

describe("computeStudentTQuantile", () => {
  // The usual printed table (for example NIST/SEMATECH e-Handbook 1.3.6.7.2).
  test("gives the published table to its three decimals", () => {
    const table: [degreesOfFreedom: number, at95: number, at975: number, at995: number][] = [
      [1, 6.314, 12.706, 63.657],
      [2, 2.92, 4.303, 9.925],
      [5, 2.015, 2.571, 4.032],
      [10, 1.812, 2.228, 3.169],
      [30, 1.697, 2.042, 2.75],
      [120, 1.658, 1.98, 2.617],
    ];
    for (const [degreesOfFreedom, ...values] of table) {
      [0.95, 0.975, 0.995].forEach((probability, column) => {
        const quantile = computeStudentTQuantile(probability, degreesOfFreedom);
        equal(quantile.toFixed(3), values[column].toFixed(3), `df ${degreesOfFreedom}`);
      });
    }
  });

  test("is Cauchy's with one degree of freedom, normal with very many", () => {
    for (const probability of [1e-6, 0.01, 0.3, 0.6, 0.99]) {
      const cauchy = Math.tan(Math.PI * (probability - 0.5));
      ok(Math.abs(computeStudentTQuantile(probability, 1) / cauchy - 1) < 1e-9);
      const normal = computeNormalQuantile(probability);
      ok(Math.abs(computeStudentTQuantile(probability, 1e7) / normal - 1) < 1e-5);
    }
  });

  test("undoes the cdf, and turns its sign with the tail", () => {
    const degreesOfFreedom = fc.double({ min: 0.5, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), degreesOfFreedom, (p, df) => {
        const quantile = computeStudentTQuantile(p, df);
        ok(Math.abs(computeStudentTCdf(quantile, df) / p - 1) < 1e-9);
        if (1 - (1 - p) === p) ok(computeStudentTQuantile(1 - p, df) === -quantile);
      }),
    );
    equal(computeStudentTQuantile(0.5, 3), 0);
  });

  test("refuses arguments out of range", () => {
    for (const bad of [0, 1, -0.1, Number.NaN]) {
      throws(() => computeStudentTQuantile(bad, 5), InvariantError);
    }
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      throws(() => computeStudentTQuantile(0.9, bad), InvariantError);
    }
  });
});

describe("computeStudentTCdf", () => {
  // Closed forms: 1/2 + atan(t)/π for one degree of freedom, 1/2 + t / (2 √(2 + t²)) for two.
  test("equals the closed forms for one and two degrees of freedom", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e3, max: 1e3, noNaN: true }), (t) => {
        ok(Math.abs(computeStudentTCdf(t, 1) - (0.5 + Math.atan(t) / Math.PI)) < 1e-14);
        ok(Math.abs(computeStudentTCdf(t, 2) - (0.5 + t / (2 * Math.sqrt(2 + t * t)))) < 1e-14);
      }),
    );
  });

  test("reaches 0 and 1 at infinity, and 1/2 at 0", () => {
    equal(computeStudentTCdf(Number.NEGATIVE_INFINITY, 4), 0);
    equal(computeStudentTCdf(Number.POSITIVE_INFINITY, 4), 1);
    equal(computeStudentTCdf(0, 4), 0.5);
  });

  test("refuses NaN", () => {
    throws(() => computeStudentTCdf(Number.NaN, 4), InvariantError);
    throws(() => computeStudentTCdf(1, Number.NaN), InvariantError);
  });
});
