/**
 * How often each value was seen, in bounded memory, for quantiles of samples that are not kept.
 *
 * Whole numbers below 8,192 are counted each for itself. Above, every power of two is cut into 8,192
 * bins, so a bin is 0.012 % of its values wide; each bin knows the sum of what fell into it and stands
 * for its mean, which makes round numbers exact there too. (The bins of HdrHistogram, Tene 2012.)
 */
import { assert, InvariantError } from "../../core/assert.ts";

const binsPerOctave = 8192;
const octaves = 41;
const largestValue = binsPerOctave * 2 ** (octaves - 1) - 1;
/** By octave: what brings its values to [8,192, 16,384), and those of the first to themselves. */
const scales = Float64Array.from({ length: octaves }, (_, at) => 2 ** -Math.max(0, at - 1));

interface Octave {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
}

/** The values below which a share of the sample lies: type 7 of Hyndman & Fan 1996. */
export interface Quantiles {
  readonly p1: number;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
}

export class ValueHistogram {
  count = 0;
  sum = 0;
  readonly #octaves: (Octave | undefined)[] = [];
  /** Sum of squared distances from the mean (Welford 1962). */
  #squares = 0;

  /** @throws InvariantError unless the value is from 0 to 9e15 */
  add(value: number): void {
    if (!(value >= 0 && value <= largestValue)) refuse(value);
    const before = this.count === 0 ? value : this.sum / this.count;
    this.count++;
    this.sum += value;
    this.#squares += (value - before) * (value - this.sum / this.count);
    const at = octaveOf(value);
    const { counts, sums } = this.#octaves[at] ?? this.#openOctave(at);
    const bin = Math.floor(value * scales[at]!) & (binsPerOctave - 1);
    counts[bin]!++;
    sums[bin]! += value;
  }

  /** NaN while nothing was counted. */
  get mean(): number {
    return this.sum / this.count;
  }

  /** Standard deviation over mean, with the deviation of the sample itself; NaN without values. */
  get coefficientOfVariation(): number {
    return Math.sqrt(this.#squares / this.count) / this.mean;
  }

  /** Share of the values that are this whole number below 8,192. */
  shareOf(value: number): number {
    assert(Number.isInteger(value) && value < binsPerOctave, "small whole numbers have own bins");
    return (this.#octaves[0]?.counts[value] ?? 0) / this.count;
  }

  /** Undefined while nothing was counted. */
  quantiles(): Quantiles | undefined {
    if (this.count === 0) return undefined;
    const shares = [0.01, 0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
    const [p1 = 0, p5 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0, p95 = 0, p99 = 0] =
      this.quantilesAt(shares);
    return { p1, p5, p25, p50, p75, p90, p95, p99 };
  }

  /** @param shares from 0 to 1 */
  quantilesAt(shares: readonly number[]): readonly number[] {
    assert(this.count > 0, "a quantile is of at least one value");
    const bins = [...this.bins()];
    let seen = 0;
    const ends = bins.map(({ count }) => (seen += count));
    const valueAt = (rank: number): number => bins[ends.findIndex((end) => rank < end)]!.value;
    return shares.map((share) => {
      const position = (this.count - 1) * share;
      const below = Math.floor(position);
      const low = valueAt(below);
      const part = position - below;
      return part === 0 ? low : low + part * (valueAt(below + 1) - low);
    });
  }

  /** The bins that hold anything, rising; `value` is the mean of what is in the bin. */
  *bins(): Generator<{ readonly value: number; readonly count: number }> {
    for (const octave of this.#octaves) {
      if (octave === undefined) continue;
      const { counts, sums } = octave;
      for (let bin = 0; bin < binsPerOctave; bin++) {
        const count = counts[bin]!;
        if (count > 0) yield { value: sums[bin]! / count, count };
      }
    }
  }

  #openOctave(at: number): Octave {
    while (this.#octaves.length < at) this.#octaves.push(undefined);
    const octave = {
      counts: new Float64Array(binsPerOctave),
      sums: new Float64Array(binsPerOctave),
    };
    this.#octaves[at] = octave;
    return octave;
  }
}

/** 0 below 8,192, then one more for every doubling. */
function octaveOf(value: number): number {
  if (value < binsPerOctave) return 0;
  // Below 2^53, in two halves of whole numbers.
  if (value < 2 ** 31) return 19 - Math.clz32(value);
  return 50 - Math.clz32(value / 2 ** 31);
}

/** Apart, so that the message is only written when the rule does not hold: values come often. */
function refuse(value: number): never {
  throw new InvariantError(`Invariant: a counted value is from 0 to 9e15, was ${value}`);
}
