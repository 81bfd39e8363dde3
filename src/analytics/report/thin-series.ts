/**
 * Fewer points, the same picture.
 *
 * Within each bucket of time the first, the lowest, the highest and the last sample are kept, and
 * these four are all that a line chart can show of the bucket (M4: Jugel et al., VLDB 2014).
 */
import type { Column } from "./order-report.ts";

/** A point of a chart: time and value, null where there is no value. */
export type ChartPoint = readonly [timeNs: number, value: number | null];

interface ThinningWindow {
  readonly fromNs: number;
  readonly toNs: number;
  readonly buckets: number;
}

/**
 * The points of a step series inside a window.
 *
 * The value in force when the window opens is put at its left edge, and the last value is carried
 * to its right edge.
 */
export function thinStepSeries(
  timeNs: Column,
  values: Column,
  window: ThinningWindow,
): readonly ChartPoint[] {
  const first = firstIndexAfter(timeNs, window.fromNs);
  const end = firstIndexAfter(timeNs, window.toNs);
  const points: ChartPoint[] = [];
  if (first > 0) points.push([window.fromNs, toValue(values[first - 1])]);
  for (const index of keptIndices(timeNs, values, { ...window, first, end })) {
    points.push([timeNs[index]!, toValue(values[index])]);
  }
  const last = points.at(-1);
  if (last !== undefined && last[0] < window.toNs) points.push([window.toNs, last[1]]);
  return points;
}

function keptIndices(
  timeNs: Column,
  values: Column,
  range: ThinningWindow & { readonly first: number; readonly end: number },
): readonly number[] {
  const { fromNs, toNs, buckets, first, end } = range;
  const kept: number[] = [];
  const bucketNs = (toNs - fromNs) / buckets;
  let start = first;
  while (start < end) {
    const bucket = Math.floor((timeNs[start]! - fromNs) / bucketNs);
    let stop = start;
    let lowest = start;
    let highest = start;
    while (stop < end && Math.floor((timeNs[stop]! - fromNs) / bucketNs) === bucket) {
      if (!(values[stop]! >= values[lowest]!)) lowest = stop;
      if (!(values[stop]! <= values[highest]!)) highest = stop;
      stop++;
    }
    kept.push(...new Set([start, lowest, highest, stop - 1].toSorted((a, b) => a - b)));
    start = stop;
  }
  return kept;
}

/** The index of the first sample later than `limitNs`. */
function firstIndexAfter(timeNs: Column, limitNs: number): number {
  let low = 0;
  let high = timeNs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeNs[middle]! <= limitNs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toValue(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
