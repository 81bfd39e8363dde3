/**
 * The random numbers of the noise traders' events: how long to wait, what to do, how many lots.
 *
 * Three streams, one draw each an event, so that two runs on one seed draw the same numbers event
 * by event. They are drawn for many events in a row, which is faster than one by one; what has
 * been drawn ahead is drawn again after `load`.
 */
import {
  createRandomStream,
  type RandomStream,
  streamId,
} from "../../core/random/random-stream.ts";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { computeNormalQuantile } from "../../core/statistics/normal-quantile.ts";
import type { NoiseParameters } from "./parameters.ts";

/** Events that are drawn for at once. */
const rows = 32;
const waitStream = streamId("cw-noise-wait");
const kindStream = streamId("cw-noise-kind");
const sizeStream = streamId("cw-noise-size");
/** Equal parts of [0, 1), each with the size at which the search for its points begins. */
const sizeCells = 256;

export class EventDraws {
  /** By row: exponential with mean 1. */
  readonly waits = new Float64Array(rows);
  /** By row: uniform. */
  readonly kinds = new Float64Array(rows);
  /** By row: round(1 + |N(0, σ)|), within 1 and the most. */
  readonly lots = new Int32Array(rows);
  readonly #points = new Float64Array(rows);
  readonly #sizeShares: Float64Array;
  readonly #sizeStarts: Int32Array;
  #seed = 0;
  #waitStream: RandomStream = createRandomStream(0, waitStream);
  #kindStream: RandomStream = createRandomStream(0, kindStream);
  #sizeStream: RandomStream = createRandomStream(0, sizeStream);
  /** The row after that of the event at hand. */
  #row = rows;

  constructor(parameters: NoiseParameters) {
    const shares = computeSizeShares(parameters);
    this.#sizeShares = shares;
    this.#sizeStarts = Int32Array.from({ length: sizeCells }, (_, cell) =>
      sizeAt(cell / sizeCells, shares, 1),
    );
  }

  open(seed: number): void {
    this.#seed = seed;
    this.#waitStream = createRandomStream(seed, waitStream);
    this.#kindStream = createRandomStream(seed, kindStream);
    this.#sizeStream = createRandomStream(seed, sizeStream);
    this.#row = rows;
  }

  /** @returns the row of the next event */
  next(): number {
    if (this.#row === rows) this.#fill();
    return this.#row++;
  }

  save(writer: StateWriter): void {
    writer.number(this.#seed);
    writer.number(this.#waitStream.index - (rows - this.#row));
  }

  load(reader: StateReader): void {
    this.open(reader.number());
    const index = reader.number();
    this.#waitStream.seek(index);
    this.#kindStream.seek(index);
    this.#sizeStream.seek(index);
  }

  #fill(): void {
    const { waits, kinds, lots } = this;
    const points = this.#points;
    this.#waitStream.fillUniform(waits);
    this.#kindStream.fillUniform(kinds);
    this.#sizeStream.fillUniform(points);
    for (let row = 0; row < rows; row++) {
      const point = points[row]!;
      waits[row] = -Math.log1p(-waits[row]!);
      lots[row] = sizeAt(point, this.#sizeShares, this.#sizeStarts[(point * sizeCells) | 0]!);
    }
    this.#row = 0;
  }
}

/** The first size, from a start that is not above it, whose share lies above a point. */
function sizeAt(point: number, shares: Float64Array, start: number): number {
  let lots = start;
  while (point >= shares[lots]!) lots++;
  return lots;
}

/**
 * Probability that round(1 + |N(0, σ)|), within 1 and the most, is at most k, at index k.
 *
 * 1 + |X| < k + ½ has probability 2Φ((k − ½)/σ) − 1; Φ is found by halving on its inverse.
 */
function computeSizeShares({ sizeSigma, sizeMax }: NoiseParameters): Float64Array {
  const shares = new Float64Array(sizeMax + 1);
  for (let lots = 1; lots < sizeMax; lots++) {
    let low = 0.5;
    let high = 1;
    for (let step = 0; step < 52; step++) {
      const middle = (low + high) / 2;
      if (computeNormalQuantile(middle) < (lots - 0.5) / sizeSigma) low = middle;
      else high = middle;
    }
    shares[lots] = 2 * low - 1;
  }
  shares[sizeMax] = 1;
  return shares;
}
