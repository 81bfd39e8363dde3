import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InvariantError } from "../assert.ts";
import { drawNormal } from "../random/distributions.ts";
import { createRandomStream, streamId } from "../random/random-stream.ts";
import { computePairedT } from "./paired-t.ts";

// Student 1908, "The probable error of a mean": hours of sleep gained by ten patients with two
// drugs; R's `sleep` data set. t.test(paired = TRUE): t = -4.0621, p = 0.002833, mean -1.58, 95 %
// interval -2.4598858 to -0.7001142.
const drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe("computePairedT", () => {
  test("gives R's result on Student's sleep data", () => {
    const result = computePairedT(drug1, drug2);
    equal(result.n, 10);
    equal(result.degreesOfFreedom, 9);
    equal(result.meanDifference.toFixed(2), "-1.58");
    equal(result.t.toFixed(4), "-4.0621");
    equal(result.pValue.toFixed(6), "0.002833");
    equal(result.interval.low.toFixed(7), "-2.4598858");
    equal(result.interval.high.toFixed(7), "-0.7001142");
    equal(result.interval.level, 0.95);
  });

  test("turns its signs when the samples change places", () => {
    const [one, other] = [computePairedT(drug1, drug2), computePairedT(drug2, drug1)];
    equal(one.t, -other.t);
    equal(one.pValue, other.pValue);
    equal(one.interval.low, -other.interval.high);
  });

  test("has an interval that touches 0 at the level 1 - p", () => {
    const { pValue } = computePairedT(drug1, drug2);
    const { interval } = computePairedT(drug1, drug2, { level: 1 - pValue });
    ok(Math.abs(interval.high) < 1e-9, `high ${interval.high}`);
  });

  test("finds no difference between equal samples, and certainty in a constant one", () => {
    const equalSamples = computePairedT([1, 2, 3], [1, 2, 3]);
    deepEqual([equalSamples.t, equalSamples.pValue], [0, 1]);
    deepEqual(equalSamples.interval, { low: 0, high: 0, level: 0.95 });
    const constant = computePairedT([2, 3, 4], [1, 2, 3]);
    deepEqual([constant.t, constant.pValue], [Number.POSITIVE_INFINITY, 0]);
    deepEqual(constant.interval, { low: 1, high: 1, level: 0.95 });
  });

  // 2000 tests of a true null reject at 5 % with standard error sqrt(0.05 x 0.95 / 2000) = 0.0049;
  // the bound is 4 of them.
  test("rejects a true null as often as it says", () => {
    const random = createRandomStream(5, streamId("paired-t test"));
    let rejections = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const sample = (): number[] => Array.from({ length: 8 }, () => drawNormal(random));
      if (computePairedT(sample(), sample()).pValue < 0.05) rejections++;
    }
    ok(Math.abs(rejections / 2000 - 0.05) < 4 * 0.0049, `rejected ${rejections} of 2000`);
  });

  test("refuses fewer than two pairs, unequal lengths, NaN and a bad level", () => {
    throws(() => computePairedT([1], [2]), InvariantError);
    throws(() => computePairedT([1, 2], [1, 2, 3]), InvariantError);
    throws(() => computePairedT([1, Number.NaN], [1, 2]), InvariantError);
    for (const level of [0, 1, 95, Number.NaN]) {
      throws(() => computePairedT([1, 2], [2, 1], { level }), InvariantError);
    }
  });
});
