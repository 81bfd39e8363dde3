/**
 * How a session's volume is spread over the day.
 *
 * A curve is a share for each bin between rising edges; inside a bin volume is taken to flow
 * evenly, so the cumulative share is piecewise linear.
 */
import { assert } from "../core/assert.ts";
import { nsPerMinute } from "../core/time.ts";
import { type TimeNs, timeNs } from "../core/units.ts";

export interface VolumeCurve {
  /** Bin edges in nanoseconds since midnight, one more than there are shares. */
  readonly edgesNs: readonly TimeNs[];
  /** Share of the session's volume in each bin; they add up to 1. */
  readonly shares: readonly number[];
}

/** @throws InvariantError unless edges rise and shares are not negative and not all zero */
export function createVolumeCurve(
  edgesNs: readonly number[],
  volumes: readonly number[],
): VolumeCurve {
  assert(edgesNs.length === volumes.length + 1, "a curve has one more edge than bins");
  assert(
    edgesNs.every((edge, at) => at === 0 || edge > (edgesNs[at - 1] ?? edge)),
    "the edges of a volume curve rise",
  );
  const total = volumes.reduce((sum, volume) => sum + volume, 0);
  const hasEnd = total < Number.POSITIVE_INFINITY;
  assert(
    volumes.every((volume) => volume >= 0) && total > 0 && hasEnd,
    "volumes are finite, not negative, not all 0",
  );
  return { edgesNs: edgesNs.map(timeNs), shares: volumes.map((volume) => volume / total) };
}

/** Share of the session's volume that has traded by `time`, from 0 to 1. */
export function cumulativeShare(curve: VolumeCurve, time: number): number {
  let share = 0;
  for (let bin = 0; bin < curve.shares.length; bin++) {
    const from = curve.edgesNs[bin]!;
    const to = curve.edgesNs[bin + 1]!;
    if (time <= from) break;
    share += curve.shares[bin]! * Math.min(1, (time - from) / (to - from));
  }
  return Math.min(1, share);
}

/**
 * The thirteen half hours from 09:30 to 16:00 of US stocks: mean over 16 stock-days (SPY, BAC,
 * IBM, AIG, 4 to 9 October 2013), measured on one-minute trade bars.
 */
export const usEquityVolumeCurve: VolumeCurve = createVolumeCurve(
  Array.from({ length: 14 }, (_, bin) => (9.5 * 60 + 30 * bin) * nsPerMinute),
  [0.13, 0.091, 0.075, 0.067, 0.064, 0.053, 0.047, 0.049, 0.049, 0.062, 0.056, 0.068, 0.189],
);
