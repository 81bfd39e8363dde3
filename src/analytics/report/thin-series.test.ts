import assert from "node:assert/strict";
import { test } from "node:test";
import { thinStepSeries } from "./thin-series.ts";

test("the value in force opens the window and the last value closes it", () => {
  const points = thinStepSeries([0, 5, 20], [1, 2, 3], { fromNs: 4, toNs: 10, buckets: 6 });
  assert.deepEqual(points, [
    [4, 1],
    [5, 2],
    [10, 2],
  ]);
});

test("each bucket keeps its first, lowest, highest and last sample", () => {
  const timeNs = [0, 1, 2, 3, 4, 5, 6];
  const values = [5, 6, 9, 6, 1, 6, 7];
  const points = thinStepSeries(timeNs, values, { fromNs: -1, toNs: 6, buckets: 1 });
  assert.deepEqual(points, [
    [0, 5],
    [2, 9],
    [4, 1],
    [5, 6],
    [6, 7],
  ]);
});

test("what is not a number becomes a gap and an empty series stays empty", () => {
  const window = { fromNs: 0, toNs: 2, buckets: 2 };
  assert.deepEqual(thinStepSeries([1], [Number.NaN], window), [
    [1, null],
    [2, null],
  ]);
  assert.deepEqual(thinStepSeries([], [], window), []);
});

test("a long series keeps its extremes in few points", () => {
  const count = 100_000;
  const timeNs = Float64Array.from({ length: count }, (_, index) => index);
  const values = timeNs.map((time) => Math.sin(time / 7000) + (time === 54_321 ? 9 : 0));
  const points = thinStepSeries(timeNs, values, { fromNs: 0, toNs: count, buckets: 100 });
  assert.ok(points.length <= 402, `${points.length} points`);
  assert.ok(points.some(([time]) => time === 54_321));
});
