import { equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../assert.ts";
import { createOnlineMoments, type OnlineMoments } from "./online-moments.ts";

function momentsOf(values: readonly number[]): OnlineMoments {
  const moments = createOnlineMoments();
  for (const value of values) moments.add(value);
  return moments;
}

function sumOfPowers(values: readonly number[], power: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** power, 0);
}

const isClose = (actual: number, expected: number, scale: number): boolean =>
  Math.abs(actual - expected) <= 1e-9 * scale;

/** Eighths, so that equal values stay equal and sums stay exact. */
const values = fc.array(
  fc.integer({ min: -8000, max: 8000 }).map((eighths) => eighths / 8),
  { minLength: 2, maxLength: 60 },
);

describe("createOnlineMoments", () => {
  test("equals the two-pass formulas", () => {
    fc.assert(
      fc.property(values, (sample) => {
        fc.pre(new Set(sample).size > 1);
        const moments = momentsOf(sample);
        const n = sample.length;
        const second = sumOfPowers(sample, 2);
        ok(isClose(moments.mean, sample.reduce((sum, value) => sum + value) / n, 1000));
        ok(isClose(moments.variance, second / (n - 1), 1e6));
        ok(isClose(moments.sd ** 2, moments.variance, 1e6));
        ok(isClose(moments.standardError, Math.sqrt(second / (n - 1) / n), 1000));
        const skewness = (Math.sqrt(n) * sumOfPowers(sample, 3)) / second ** 1.5;
        ok(isClose(moments.skewness, skewness, 100));
        ok(isClose(moments.excessKurtosis, (n * sumOfPowers(sample, 4)) / second ** 2 - 3, 100));
      }),
    );
  });

  test("gives the textbook's moments of 2, 4, 4, 4, 5, 5, 7, 9", () => {
    const moments = momentsOf([2, 4, 4, 4, 5, 5, 7, 9]);
    equal(moments.count, 8);
    equal(moments.mean, 5);
    ok(isClose(moments.variance, 32 / 7, 1));
    ok(isClose(moments.skewness, 42 / 64, 1));
    ok(isClose(moments.excessKurtosis, (8 * 356) / 32 ** 2 - 3, 1));
  });

  test("merges to what one pass over both would have seen", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true })), values, (a, b) => {
        fc.pre(new Set([...a, ...b]).size > 1);
        const merged = momentsOf(a);
        merged.merge(momentsOf(b));
        const whole = momentsOf([...a, ...b]);
        fc.pre(whole.sd > 1e-3);
        equal(merged.count, whole.count);
        ok(isClose(merged.mean, whole.mean, 1000));
        ok(isClose(merged.variance, whole.variance, 1e6));
        ok(isClose(merged.skewness, whole.skewness, 100));
        ok(isClose(merged.excessKurtosis, whole.excessKurtosis, 100));
      }),
    );
  });

  test("merges nothing into anything without a change", () => {
    const moments = momentsOf([1, 2, 4]);
    moments.merge(createOnlineMoments());
    equal(moments.mean, 7 / 3);
    equal(moments.count, 3);
  });

  test("keeps its digits far from zero", () => {
    const moments = momentsOf([4, 7, 13, 16].map((value) => value + 1e9));
    equal(moments.variance, 30);
  });

  test("refuses NaN and infinities, and moments that do not exist yet", () => {
    const moments = createOnlineMoments();
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      throws(() => moments.add(bad), InvariantError);
    }
    throws(() => moments.mean, InvariantError);
    moments.add(3);
    equal(moments.mean, 3);
    throws(() => moments.variance, InvariantError);
    throws(() => moments.standardError, InvariantError);
    moments.add(3);
    equal(moments.variance, 0);
    throws(() => moments.skewness, InvariantError);
    throws(() => moments.excessKurtosis, InvariantError);
  });
});
