import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../assert.ts";
import { computeLogGamma } from "../statistics/log-gamma.ts";
import { createOnlineMoments } from "../statistics/online-moments.ts";
import {
  drawExponential,
  drawGamma,
  drawIndex,
  drawNormal,
  drawPareto,
  drawPoisson,
} from "./distributions.ts";
import type { RandomSource } from "./random-source.ts";
import { createRandomStream } from "./random-stream.ts";

const count = 50_000;
const seed = 20_260_701;

const drawMany = (drawOne: (random: RandomSource) => number): Float64Array => {
  const random = createRandomStream(seed, 1);
  return Float64Array.from({ length: count }, () => drawOne(random));
};

/** A source that gives these uniforms, to reach the ends of the range. */
const sourceOf = (...uniforms: number[]): RandomSource => ({
  uint32: () => 0,
  uniform: () => uniforms.shift() ?? Number.NaN,
});

/**
 * Mean within 5 standard errors (sd / √n), variance within 5 of its own: σ² √((κ + 2) / n), where κ
 * is the excess kurtosis.
 */
function expectMoments(
  values: Float64Array,
  expected: { mean: number; variance: number; excessKurtosis: number },
): void {
  const moments = createOnlineMoments();
  for (const value of values) moments.add(value);
  const { mean, variance, excessKurtosis } = expected;
  const meanError = Math.sqrt(variance / count);
  const varianceError = variance * Math.sqrt((excessKurtosis + 2) / count);
  ok(Math.abs(moments.mean - mean) < 5 * meanError, `mean ${moments.mean}, theory ${mean}`);
  ok(
    Math.abs(moments.variance - variance) < 5 * varianceError,
    `variance ${moments.variance}, theory ${variance}`,
  );
}

/**
 * The greatest distance between the sample's distribution function and the true one stays below
 * 1.95 / √n, which a true sample passes 999 times in 1000 (Kolmogorov).
 */
function expectDistribution(values: Float64Array, cdf: (value: number) => number): void {
  const sorted = values.slice().sort();
  let distance = 0;
  sorted.forEach((value, rank) => {
    const theory = cdf(value);
    distance = Math.max(distance, theory - rank / count, (rank + 1) / count - theory);
  });
  ok(distance < 1.95 / Math.sqrt(count), `Kolmogorov distance ${distance}`);
}

/** Φ by its series (Abramowitz & Stegun 26.2.10); good for the sizes a sample of this length has. */
function normalCdf(value: number): number {
  let term = value;
  let sum = value;
  for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
    term *= (value * value) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-value * value) / 2)) / Math.sqrt(2 * Math.PI);
}

/** The regularised lower incomplete gamma function by its series (A & S 6.5.29). */
function gammaCdf(value: number, shape: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= value / (shape + k);
    sum += term;
  }
  return sum * Math.exp(shape * Math.log(value) - value - computeLogGamma(shape));
}

describe("drawExponential", () => {
  test("follows the exponential distribution with mean 1", () => {
    const values = drawMany(drawExponential);
    expectMoments(values, { mean: 1, variance: 1, excessKurtosis: 6 });
    expectDistribution(values, (value) => -Math.expm1(-value));
  });

  test("is 0 at the smallest uniform and finite at the largest", () => {
    equal(drawExponential(sourceOf(0)), 0);
    equal(drawExponential(sourceOf(1 - 2 ** -53)), 53 * Math.LN2);
  });
});

describe("drawNormal", () => {
  test("follows the standard normal distribution", () => {
    const values = drawMany(drawNormal);
    expectMoments(values, { mean: 0, variance: 1, excessKurtosis: 0 });
    expectDistribution(values, normalCdf);
  });

  test("gives opposite values for opposite cells, finite to the last", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (cell) => {
        const low = drawNormal(sourceOf(cell * 2 ** -53));
        const high = drawNormal(sourceOf((2 ** 53 - 1 - cell) * 2 ** -53));
        return low === -high && Math.abs(low) < 8.3;
      }),
    );
    ok(drawNormal(sourceOf(0)) < -8.2);
  });

  test("takes one uniform a draw", () => {
    const random = createRandomStream(1, 1);
    drawNormal(random);
    equal(random.index, 1);
  });
});

describe("drawGamma", () => {
  for (const shape of [0.3, 1, 2.5, 40]) {
    test(`follows the gamma distribution of shape ${shape}`, () => {
      const values = drawMany((random) => drawGamma(random, shape));
      expectMoments(values, { mean: shape, variance: shape, excessKurtosis: 6 / shape });
      expectDistribution(values, (value) => gammaCdf(value, shape));
    });
  }

  test("refuses a shape that is not positive and finite", () => {
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      throws(() => drawGamma(sourceOf(0.5), bad), InvariantError);
    }
  });
});

describe("drawPareto", () => {
  test("follows the Pareto distribution from 1", () => {
    const values = drawMany((random) => drawPareto(random, 1.5));
    expectDistribution(values, (value) => 1 - value ** -1.5);
  });

  test("has the moments of theory where its tail is thin enough for them", () => {
    const a = 10;
    const values = drawMany((random) => drawPareto(random, a));
    const excessKurtosis = (6 * (a ** 3 + a ** 2 - 6 * a - 2)) / (a * (a - 3) * (a - 4));
    const variance = a / ((a - 1) ** 2 * (a - 2));
    expectMoments(values, { mean: a / (a - 1), variance, excessKurtosis });
  });

  test("refuses a tail index that is not positive", () => {
    throws(() => drawPareto(sourceOf(0.5), 0), InvariantError);
    throws(() => drawPareto(sourceOf(0.5), Number.NaN), InvariantError);
  });
});

describe("drawPoisson", () => {
  for (const mean of [0.2, 3, 9.99, 10, 30, 1000]) {
    test(`has mean and variance ${mean}`, () => {
      const values = drawMany((random) => drawPoisson(random, mean));
      ok(values.every((value) => Number.isInteger(value) && value >= 0));
      expectMoments(values, { mean, variance: mean, excessKurtosis: 1 / mean });
    });
  }

  // A count of n p has standard error sqrt(n p (1 - p)).
  for (const mean of [5, 12]) {
    test(`gives each count around ${mean} its own share, within five standard errors`, () => {
      const values = drawMany((random) => drawPoisson(random, mean));
      for (let number = 0; number <= 2 * mean; number++) {
        const share = Math.exp(number * Math.log(mean) - mean - computeLogGamma(number + 1));
        const seen = values.filter((value) => value === number).length;
        const error = Math.sqrt(count * share * (1 - share));
        ok(
          Math.abs(seen - count * share) < 5 * error + 1,
          `${number}: ${seen} of ${count * share}`,
        );
      }
    });
  }

  test("is 0 for a mean of 0", () => {
    equal(drawPoisson(sourceOf(0), 0), 0);
    equal(drawPoisson(sourceOf(0.999), 0), 0);
  });

  test("refuses a mean that is negative, NaN or too large", () => {
    for (const bad of [-1, Number.NaN, 1e16]) {
      throws(() => drawPoisson(sourceOf(0.5), bad), InvariantError);
    }
  });
});

describe("drawIndex", () => {
  // A count of n p has standard error sqrt(n p (1 - p)).
  test("gives each index its weight, within five standard errors", () => {
    const weights = [1, 0, 4, 2, 0, 3];
    let total = 0;
    const cumulative = weights.map((weight) => (total += weight));
    const values = drawMany((random) => drawIndex(random, cumulative));
    weights.forEach((weight, index) => {
      const seen = values.filter((value) => value === index).length;
      const share = weight / total;
      const error = Math.sqrt(count * share * (1 - share));
      ok(Math.abs(seen - count * share) <= 5 * error, `index ${index}: ${seen}`);
    });
  });

  test("never gives an index of weight 0, at the ends neither", () => {
    const cumulative = [0, 0, 1, 1, 2, 2];
    deepEqual(
      [0, 0.25, 0.5, 1 - 2 ** -53].map((uniform) => drawIndex(sourceOf(uniform), cumulative)),
      [2, 2, 4, 4],
    );
  });

  test("refuses weights without a positive finite total", () => {
    for (const bad of [[], [0, 0], [1, Number.NaN], [1, Number.POSITIVE_INFINITY]]) {
      throws(() => drawIndex(sourceOf(0.5), bad), InvariantError);
    }
  });
});
