import { deepEqual, ok, throws } from "node:assert/strict";
import { test } from "node:test";
import { InvariantError } from "../core/assert.ts";
import { createVolumeCurve } from "../market/volume-curve.ts";
import { fitVolumeCurve, leaveOut, measureCurve } from "./volume-curve-fit.ts";

const hourNs = 3600e9;
const buckets = { fromNs: 10 * hourNs, toNs: 14 * hourNs, bucketNs: hourNs };
const even = createVolumeCurve([10 * hourNs, 14 * hourNs], [1]);
const day = (date: string, ...lots: number[]) => ({ date, lots });
const near = (found: number, expected: number): void =>
  ok(Math.abs(found - expected) < 1e-12, `found ${found}, expected ${expected}`);

test("two days weigh as much as the generic curve, whatever their volumes", () => {
  const days = [day("2026-01-05", 4, 3, 3, 10), day("2026-01-06", 600, 200, 200, 1000)];
  const { shares, edgesNs } = fitVolumeCurve(days, buckets, even);
  // Means 0.25, 0.125, 0.125, 0.5; inside, both neighbours are equal, so nothing is smoothed away.
  for (const [bucket, mean] of [0.25, 0.125, 0.125, 0.5].entries()) {
    near(shares[bucket]!, (mean + 0.25) / 2);
  }
  deepEqual([edgesNs[0], edgesNs[4]], [10 * hourNs, 14 * hourNs]);
});

test("a bucket inside is smoothed across its neighbours, the first and the last are not", () => {
  const six = { ...buckets, toNs: 16 * hourNs };
  const evenSix = createVolumeCurve([10 * hourNs, 16 * hourNs], [1]);
  const { shares } = fitVolumeCurve([day("2026-01-05", 30, 0, 20, 0, 0, 50)], six, evenSix);
  const generic = 1 / 6;
  near(shares[0]!, (0.3 + 2 * generic) / 3);
  near(shares[5]!, (0.5 + 2 * generic) / 3);
  const inside = shares.slice(1, 5).map((share) => 3 * share - 2 * generic);
  near(
    inside.reduce((sum, share) => sum + share, 0),
    0.2,
  );
  ok(inside.every((share) => share > 0));
  ok(inside[1]! > inside[0]! && inside[1]! > inside[2]! && inside[2]! > inside[3]!);
});

test("a day is judged by the curve of the others", () => {
  const days = [day("2026-01-05", 1, 1, 1, 1), day("2026-01-06", 1, 0, 0, 3)];
  const [first, second] = leaveOut(days, buckets, even);
  // The first day is the generic curve; the other's curve is (1, 0, 0, 3) / 4 a third of the way to it.
  deepEqual(first!.generic, { meanAbsolute: 0, misplaced: 0 });
  near(first!.fitted.misplaced, 0.5 / 3);
  near(first!.fitted.meanAbsolute, 1 / 3 / 4);
  near(second!.fitted.misplaced, 0.5);
  deepEqual(second!.fitted, second!.generic);
  deepEqual(leaveOut(days.slice(1), buckets, even), []);
});

test("a curve that ends elsewhere is judged by what it has in the session", () => {
  const longer = createVolumeCurve([0, 10 * hourNs, 14 * hourNs], [12, 2]);
  near(measureCurve(longer, day("2026-01-05", 1, 1, 1, 1), buckets).misplaced, 0);
});

test("refuses a day without volume and buckets that do not divide the session", () => {
  const empty = [day("2026-01-05", 0, 0, 0, 0)];
  throws(() => fitVolumeCurve(empty, buckets, even), InvariantError);
  throws(() => fitVolumeCurve([], buckets, even), InvariantError);
  const odd = { ...buckets, bucketNs: 0.7 * hourNs };
  throws(() => fitVolumeCurve([day("2026-01-05", 1)], odd, even), InvariantError);
});
