/**
 * A volume curve from days that were seen: the mean of the days' shares, smoothed a little, and drawn
 * towards a curve that is known beforehand by as much as few days are worth.
 *
 *     ŝ_b = (n m_b + k g_b) / (n + k)
 *
 * m is the mean over the n days of each bucket's share of its day, smoothed across neighbours by a
 * Gaussian; g the generic curve, and k the days it counts for. The first and the last bucket are left out
 * of the smoothing, as giver and taker: the open and the close are not like their neighbours. What else
 * was tried, and the errors out of sample, stand in docs/guides/replay-orders.md.
 */
import { assert } from "../core/assert.ts";
import { createVolumeCurve, cumulativeShare, type VolumeCurve } from "../market/volume-curve.ts";

/** Equal buckets over a session. */
export interface CurveBuckets {
  readonly fromNs: number;
  readonly toNs: number;
  /** Divides the session. */
  readonly bucketNs: number;
}

/** Lots that traded on one day, by bucket. */
export interface DayVolume {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly lots: readonly number[];
}

/** How far a curve was from a day. */
export interface CurveError {
  /** Mean over buckets of |share expected − share traded|. */
  readonly meanAbsolute: number;
  /** Half the sum of the same: the part of the day's volume that was expected at another time. */
  readonly misplaced: number;
}

export interface LeftOutDay {
  readonly date: string;
  /** Of the curve fitted to the other days. */
  readonly fitted: CurveError;
  readonly generic: CurveError;
}

/** How many days the generic curve counts for. */
const genericDays = 2;
/** Of the Gaussian, in buckets, and how far it reaches. */
const smoothingBuckets = 1.2;
const smoothingReach = 2;

export function countBuckets({ fromNs, toNs, bucketNs }: CurveBuckets): number {
  const count = (toNs - fromNs) / bucketNs;
  assert(Number.isInteger(count) && count >= 1, "buckets divide a session");
  return count;
}

/** @param days at least one, each with volume */
export function fitVolumeCurve(
  days: readonly DayVolume[],
  buckets: CurveBuckets,
  generic: VolumeCurve,
): VolumeCurve {
  assert(days.length > 0, "a curve is fitted to at least one day");
  const means = new Array<number>(countBuckets(buckets)).fill(0);
  for (const { lots } of days) {
    for (const [bucket, share] of toShares(lots).entries()) means[bucket]! += share / days.length;
  }
  const smooth = smoothInside(means);
  const weight = days.length / (days.length + genericDays);
  const known = sharesOf(generic, buckets);
  return createVolumeCurve(
    edgesOf(buckets),
    smooth.map((share, bucket) => weight * share + (1 - weight) * known[bucket]!),
  );
}

/** Adds up to what went in; the first and the last value stay as they are. */
function smoothInside(values: readonly number[]): number[] {
  const last = values.length - 1;
  const inside = values.map((_, at) =>
    at === 0 || at === last ? values[at]! : blurAt(values, at),
  );
  const sumInside = (list: readonly number[]): number =>
    list.slice(1, -1).reduce((sum, one) => sum + one, 0);
  const scale = sumInside(inside) === 0 ? 1 : sumInside(values) / sumInside(inside);
  return inside.map((value, at) => (at === 0 || at === last ? value : value * scale));
}

function blurAt(values: readonly number[], at: number): number {
  let [sum, weights] = [0, 0];
  for (let off = -smoothingReach; off <= smoothingReach; off++) {
    const other = at + off;
    if (other < 1 || other > values.length - 2) continue;
    const weight = Math.exp(-0.5 * (off / smoothingBuckets) ** 2);
    sum += weight * values[other]!;
    weights += weight;
  }
  return sum / weights;
}

/** Each day against the curve of the others; none with fewer than two days. */
export function leaveOut(
  days: readonly DayVolume[],
  buckets: CurveBuckets,
  generic: VolumeCurve,
): readonly LeftOutDay[] {
  if (days.length < 2) return [];
  return days.map((day, at) => {
    const others = days.filter((_, other) => other !== at);
    return {
      date: day.date,
      fitted: measureCurve(fitVolumeCurve(others, buckets, generic), day, buckets),
      generic: measureCurve(generic, day, buckets),
    };
  });
}

export function measureCurve(
  curve: VolumeCurve,
  { lots }: DayVolume,
  buckets: CurveBuckets,
): CurveError {
  const expected = sharesOf(curve, buckets);
  const traded = toShares(lots);
  let sum = 0;
  for (const [bucket, share] of traded.entries()) sum += Math.abs(expected[bucket]! - share);
  return { meanAbsolute: sum / traded.length, misplaced: sum / 2 };
}

/** A curve's shares of the session, bucket by bucket; even where it has nothing there. */
function sharesOf(curve: VolumeCurve, buckets: CurveBuckets): number[] {
  const edges = edgesOf(buckets);
  const shares = edges
    .slice(1)
    .map((edge, bucket) => cumulativeShare(curve, edge) - cumulativeShare(curve, edges[bucket]!));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (total > 0 ? share / total : 1 / shares.length));
}

function toShares(lots: readonly number[]): number[] {
  const total = lots.reduce((sum, one) => sum + one, 0);
  assert(total > 0, "a day of a volume curve has volume");
  return lots.map((one) => one / total);
}

function edgesOf(buckets: CurveBuckets): number[] {
  const { fromNs, bucketNs } = buckets;
  return Array.from({ length: countBuckets(buckets) + 1 }, (_, at) => fromNs + at * bucketNs);
}
