/**
 * Mean and deviation of columns that keep coming, for scaling what a network sees (Chan, Golub &
 * LeVeque 1979: two sets are merged without loss).
 */
import type { StateReader, StateWriter } from "../core/state-buffer.ts";

/** Values further than this many deviations from the mean are taken for this far. */
export const scaledMax = 10;
/** Deviations below this are taken for 1: a feature that never moves stays 0. */
const deviationMin = 1e-6;

export class RunningMoments {
  readonly size: number;
  count = 0;
  readonly mean: Float64Array;
  /** Sums of squared distances from the mean. */
  readonly squares: Float64Array;

  constructor(size: number) {
    this.size = size;
    this.mean = new Float64Array(size);
    this.squares = new Float64Array(size);
  }

  /** Takes in rows of a matrix; `keeps` says which. */
  addRows(rows: Float32Array, keeps: (row: number) => boolean): void {
    const { size, mean, squares } = this;
    for (let row = 0; row * size < rows.length; row++) {
      if (!keeps(row)) continue;
      this.count++;
      for (let at = 0; at < size; at++) {
        const value = rows[row * size + at];
        const away = value - mean[at];
        mean[at] += away / this.count;
        squares[at] += away * (value - mean[at]);
      }
    }
  }

  deviation(at: number): number {
    const deviation = this.count < 2 ? 0 : Math.sqrt(this.squares[at] / this.count);
    return deviation > deviationMin ? deviation : 1;
  }

  /** What rows are scaled with. */
  scaling(): Scaling {
    const deviations = Float32Array.from(this.mean, (_, at) => this.deviation(at));
    return { mean: Float32Array.from(this.mean), deviation: deviations };
  }

  save(writer: StateWriter): void {
    writer.number(this.count);
    writer.column(this.mean);
    writer.column(this.squares);
  }

  load(reader: StateReader): void {
    this.count = reader.number();
    reader.column(this.mean);
    reader.column(this.squares);
  }
}

/** How rows are scaled: less the mean, over the deviation, within ±10. */
export interface Scaling {
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** Scales so many rows from one column into another. */
export function scaleRows(
  { mean, deviation }: Scaling,
  from: Float32Array,
  into: Float32Array,
  rows = from.length / mean.length,
): void {
  const size = mean.length;
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < size; at++) {
      const place = row * size + at;
      const value = (from[place] - mean[at]) / deviation[at];
      into[place] = Math.max(-scaledMax, Math.min(scaledMax, value));
    }
  }
}
