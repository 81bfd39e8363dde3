/** Several samples counted into the same bins, so that their shapes can be laid over one another. */
import { assert } from "../../core/assert.ts";
import { computeSortedQuantile, sortValues } from "../../core/statistics/quantiles.ts";
import { roundStep } from "./chart.ts";
import type { Column } from "./order-report.ts";

/** Bins of one round width, centred on its multiples, so that what is exactly zero stays at zero. */
export interface HistogramScale {
  readonly width: number;
  /** The first bin is centred on `first · width`. */
  readonly first: number;
  readonly count: number;
}

/**
 * One scale for all samples.
 *
 * A few far values must not press everything else together: where the whole range is more than half
 * as wide again as the middle 99 %, the scale ends with the latter and the outermost bins hold what
 * lies beyond.
 *
 * @param shown values that must be on the scale whatever the samples are
 * @throws InvariantError unless there is a sample and all values are finite
 */
export function computeHistogramScale(
  samples: readonly Column[],
  shown: readonly number[],
): HistogramScale {
  const longest = Math.max(...samples.map((sample) => sample.length));
  const sorted = sortValues(samples.flatMap((sample) => Array.from(sample)));
  const whole = [computeSortedQuantile(sorted, 0), computeSortedQuantile(sorted, 1)] as const;
  const middle = [
    computeSortedQuantile(sorted, 0.005),
    computeSortedQuantile(sorted, 0.995),
  ] as const;
  const isLongTailed = whole[1] - whole[0] > 1.5 * (middle[1] - middle[0]);
  const [from, to] = isLongTailed && middle[0] < middle[1] ? middle : whole;
  const low = Math.min(from, ...shown);
  const high = Math.max(to, ...shown);
  // Equal values differ by rounding at most; they are one bin in the middle.
  const isPoint = high - low <= 1e-9 * Math.max(1, Math.abs(low));
  const bins = Math.min(60, Math.max(16, Math.round(2 * Math.sqrt(longest))));
  const width = isPoint ? 0.1 : roundStep(low, high, bins);
  const margin = isPoint ? 8 : 1;
  const first = Math.round(low / width) - margin;
  return { width, first, count: Math.round(high / width) + margin - first + 1 };
}

/** The values covered, from the left edge of the first bin to the right edge of the last. */
export function rangeOf({ width, first, count }: HistogramScale): { low: number; high: number } {
  return { low: (first - 0.5) * width, high: (first + count - 0.5) * width };
}

/** How many values fall into each bin; what lies beyond the scale is counted at its end. */
export function countBins(values: Column, scale: HistogramScale): readonly number[] {
  const counts = new Array<number>(scale.count).fill(0);
  for (let at = 0; at < values.length; at++) {
    const bin = Math.round(values[at]! / scale.width) - scale.first;
    assert(Number.isFinite(bin), `the values of a histogram are finite, found ${values[at]}`);
    const inside = Math.min(Math.max(bin, 0), scale.count - 1);
    counts[inside] = counts[inside]! + 1;
  }
  return counts;
}

/** How many values of all samples lie beyond the scale. */
export function countBeyond(samples: readonly Column[], scale: HistogramScale): number {
  const { low, high } = rangeOf(scale);
  const isBeyond = (value: number): boolean => value < low || value > high;
  return samples.reduce((sum, sample) => sum + Array.from(sample).filter(isBeyond).length, 0);
}
