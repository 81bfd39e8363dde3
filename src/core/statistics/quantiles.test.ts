import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../assert.ts";
import {
  computeExpectedShortfall,
  computeQuantile,
  computeSortedQuantile,
  sortValues,
} from "./quantiles.ts";

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
  minLength: 1,
  maxLength: 50,
});
const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe("computeQuantile", () => {
  // R: quantile(c(1, 2, 4, 8, 16), c(0, .1, .25, .5, .9, 1)) is 1, 1.4, 2, 4, 12.8, 16.
  test("gives what R's default gives", () => {
    const sample = [16, 1, 8, 2, 4];
    const probabilities = [0, 0.1, 0.25, 0.5, 0.9, 1];
    deepEqual(
      probabilities.map((p) => Number(computeQuantile(sample, p).toPrecision(12))),
      [1, 1.4, 2, 4, 12.8, 16],
    );
    equal(computeQuantile([10, 20], 0.5), 15);
    equal(computeQuantile([7], 0.3), 7);
  });

  test("rises with the probability and stays within the sample", () => {
    fc.assert(
      fc.property(values, unit, unit, (sample, first, second) => {
        const sorted = sortValues(sample);
        const [low, high] = [Math.min(first, second), Math.max(first, second)];
        const lowQuantile = computeSortedQuantile(sorted, low);
        const slack = 1e-9;
        ok(lowQuantile <= computeSortedQuantile(sorted, high) + slack);
        ok(lowQuantile >= sorted[0] && lowQuantile <= sorted[sorted.length - 1] + slack);
      }),
    );
  });

  test("leaves its input in the order it came", () => {
    const sample = [3, 1, 2];
    computeQuantile(sample, 0.5);
    deepEqual(sample, [3, 1, 2]);
  });

  test("refuses an empty sample, values that are not finite and probabilities out of range", () => {
    throws(() => computeQuantile([], 0.5), InvariantError);
    throws(() => computeQuantile([1, Number.NaN], 0.5), InvariantError);
    throws(() => computeQuantile([1, Number.POSITIVE_INFINITY], 0.5), InvariantError);
    for (const bad of [-0.1, 1.1, Number.NaN]) {
      throws(() => computeQuantile([1, 2], bad), InvariantError);
    }
    throws(() => computeSortedQuantile(new Float64Array(0), 0.5), InvariantError);
  });
});

describe("computeExpectedShortfall", () => {
  test("is the mean of the largest costs", () => {
    const costs = Array.from({ length: 100 }, (_, at) => ((at * 37) % 100) + 1);
    equal(computeExpectedShortfall(costs, 0.05), 98);
    equal(computeExpectedShortfall(costs, 0.01), 100);
    equal(computeExpectedShortfall(costs, 1), 50.5);
  });

  test("counts a value that the share cuts through in part", () => {
    // 2.5 of 10: the two worst whole, the third by half.
    const costs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    equal(computeExpectedShortfall(costs, 0.25), (10 + 9 + 8 / 2) / 2.5);
    equal(computeExpectedShortfall([5, 1], 0.1), 5);
  });

  // Rockafellar & Uryasev 2000: the least over c of c + mean((x - c)+) / share, reached at a value.
  test("equals the minimum of Rockafellar and Uryasev", () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, (costs, part) => {
        const objective = (c: number): number =>
          c + costs.reduce((sum, x) => sum + Math.max(0, x - c), 0) / costs.length / part;
        const least = Math.min(...costs.map(objective));
        ok(Math.abs(computeExpectedShortfall(costs, part) - least) < 1e-6);
      }),
    );
  });

  test("refuses an empty sample, NaN and a share out of range", () => {
    throws(() => computeExpectedShortfall([], 0.05), InvariantError);
    throws(() => computeExpectedShortfall([Number.NaN], 0.05), InvariantError);
    for (const bad of [0, -0.1, 1.1, Number.NaN]) {
      throws(() => computeExpectedShortfall([1, 2], bad), InvariantError);
    }
  });
});
