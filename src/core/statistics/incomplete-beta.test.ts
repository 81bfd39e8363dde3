import { equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../assert.ts";
import { computeIncompleteBeta } from "./incomplete-beta.ts";

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const shape = fc.double({ min: 0.05, max: 500, noNaN: true });

function chooses(n: number, k: number): number {
  return k === 0 ? 1 : (chooses(n, k - 1) * (n - k + 1)) / k;
}

describe("computeIncompleteBeta", () => {
  // I_p(k, n - k + 1) is the chance of at least k successes in n (DLMF 8.17.5).
  test("gives the tail of the binomial distribution for whole shapes", () => {
    fc.assert(
      fc.property(unit, fc.integer({ min: 1, max: 25 }), fc.nat(24), (p, n, below) => {
        const k = Math.min(n, below + 1);
        let tail = 0;
        for (let j = k; j <= n; j++) tail += chooses(n, j) * p ** j * (1 - p) ** (n - j);
        return Math.abs(computeIncompleteBeta(p, k, n - k + 1) - tail) < 1e-12;
      }),
    );
  });

  test("gives x^a when b is 1", () => {
    fc.assert(
      fc.property(unit, shape, (x, a) => Math.abs(computeIncompleteBeta(x, a, 1) - x ** a) < 1e-12),
    );
  });

  test("mirrors: I_x(a, b) + I_{1-x}(b, a) = 1", () => {
    const eighths = fc.integer({ min: 0, max: 2 ** 20 }).map((k) => k * 2 ** -20);
    fc.assert(
      fc.property(eighths, shape, shape, (x, a, b) => {
        const sum = computeIncompleteBeta(x, a, b) + computeIncompleteBeta(1 - x, b, a);
        return Math.abs(sum - 1) < 1e-12;
      }),
    );
  });

  test("stays between 0 and 1 and converges for shapes up to a million", () => {
    for (const size of [1e3, 1e5, 1e6]) {
      const half = computeIncompleteBeta(0.5, size, size);
      ok(Math.abs(half - 0.5) < 1e-8, `I_0.5(${size}, ${size}) is ${half}`);
    }
    equal(computeIncompleteBeta(0, 2, 3), 0);
    equal(computeIncompleteBeta(1, 2, 3), 1);
  });

  test("refuses arguments out of range", () => {
    for (const bad of [-0.1, 1.1, Number.NaN]) {
      throws(() => computeIncompleteBeta(bad, 1, 1), InvariantError);
    }
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      throws(() => computeIncompleteBeta(0.5, bad, 1), InvariantError);
      throws(() => computeIncompleteBeta(0.5, 1, bad), InvariantError);
    }
  });
});
