import { equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../../core/assert.ts";
import { computeQuantile } from "../../core/statistics/quantiles.ts";
import { ValueHistogram } from "./value-histogram.ts";

const shares = [0, 0.01, 0.25, 0.5, 0.9, 1];

function histogramOf(values: readonly number[]): ValueHistogram {
  const histogram = new ValueHistogram();
  for (const value of values) histogram.add(value);
  return histogram;
}

describe("ValueHistogram", () => {
  test("gives the exact quantiles of small whole numbers", () => {
    const values = fc.array(fc.integer({ min: 0, max: 8191 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(values, (sample) => {
        const found = histogramOf(sample).quantilesAt(shares);
        for (const [at, share] of shares.entries()) {
          ok(Math.abs(found[at]! - computeQuantile(sample, share)) < 1e-9, `${share}`);
        }
      }),
    );
  });

  test("is within a bin's width of the quantiles of any others", () => {
    const values = fc.array(fc.double({ min: 8192, max: 8e15, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (sample) => {
        const found = histogramOf(sample).quantilesAt(shares);
        for (const [at, share] of shares.entries()) {
          const exact = computeQuantile(sample, share);
          ok(Math.abs(found[at]! / exact - 1) < 1.3e-4, `${share}: ${found[at]} for ${exact}`);
        }
      }),
    );
  });

  test("keeps large round numbers as they are", () => {
    const histogram = histogramOf([97_000, 97_000, 97_000, 313_300]);
    equal(histogram.quantilesAt([0.5])[0], 97_000);
    equal(histogram.quantilesAt([1])[0], 313_300);
  });

  test("tells mean, variation and shares", () => {
    const histogram = histogramOf([2, 4, 4, 4, 5, 5, 7, 9]);
    equal(histogram.mean, 5);
    ok(Math.abs(histogram.coefficientOfVariation - 2 / 5) < 1e-12);
    equal(histogram.shareOf(4), 3 / 8);
  });

  test("has no quantiles before the first value, and refuses what it cannot count", () => {
    equal(new ValueHistogram().quantiles(), undefined);
    throws(() => histogramOf([-1]), InvariantError);
    throws(() => histogramOf([Number.NaN]), InvariantError);
    throws(() => histogramOf([1e16]), InvariantError);
  });
});
