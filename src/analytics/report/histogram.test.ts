import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../../core/assert.ts";
import { computeHistogramScale, countBeyond, countBins, rangeOf } from "./histogram.ts";

test("bins are centred on round multiples and cover every value", () => {
  const scale = computeHistogramScale([[-3, 0, 5]], []);
  assert.equal(scale.width, 0.5);
  assert.deepEqual(rangeOf(scale), { low: -3.75, high: 5.75 });
  const counts = countBins([-3, 0, 0.2, 5], scale);
  assert.equal(counts[7], 2, "0 and 0.2 share the bin around zero");
});

test("equal values are one bin in the middle", () => {
  const samples = [[2, 2, 2 + 1e-15]];
  const scale = computeHistogramScale(samples, [2]);
  const counts = countBins(samples[0]!, scale);
  assert.equal(counts.length, 17);
  assert.equal(counts[8], 3);
});

test("two far values of many are counted at the end and do not stretch the scale", () => {
  const near = Array.from({ length: 998 }, (_, index) => (index % 100) / 10);
  const samples = [[...near, 500, -500]];
  const scale = computeHistogramScale(samples, []);
  const { low, high } = rangeOf(scale);
  assert.ok(low > -2 && high < 12, `${low} to ${high}`);
  assert.equal(countBeyond(samples, scale), 2);
});

test("what must be shown is on the scale, and no value is lost", () => {
  const values = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.integer({ min: -100, max: 100 }), (sample, shown) => {
      const scale = computeHistogramScale([sample], [shown]);
      const { low, high } = rangeOf(scale);
      assert.ok(low < shown && shown < high);
      const counted = countBins(sample, scale).reduce((sum, count) => sum + count, 0);
      assert.equal(counted, sample.length);
      assert.ok(scale.count <= 200, `${scale.count} bins`);
    }),
  );
});

test("a histogram of no values, or of what is not a number, is refused", () => {
  assert.throws(() => computeHistogramScale([[]], []), InvariantError);
  assert.throws(() => computeHistogramScale([[1, Number.NaN]], []), InvariantError);
  const scale = computeHistogramScale([[1, 2]], []);
  assert.throws(() => countBins([Number.NaN], scale), InvariantError);
});
