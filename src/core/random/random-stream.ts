/**
 * The project's random streams: every draw is a function of (seed, stream, index) alone.
 *
 * A draw is 64 random bits. Draw `index` is half `index % 2` of the Philox block whose counter is
 * (floor(index / 2), stream) under the key `seed`. So two runs on one seed meet the same numbers
 * whatever happens in between, streams never run out of step, and the whole state of a stream is
 * its index.
 */
import { assert } from "../assert.ts";
import { createHasher } from "../hash.ts";
import { philox4x32 } from "./philox.ts";
import type { RandomSource } from "./random-source.ts";

/**
 * One stream, read in order. Every call to `uint32` or `uniform` takes one index, and at one index
 * `uint32` gives the first 32 bits of what `uniform` gives.
 */
export interface RandomStream extends RandomSource {
  /** Of the run. */
  readonly seed: number;
  /** The index of the next draw: with the seed, all there is to save. */
  readonly index: number;
  /**
   * Goes to any draw, forwards or back.
   *
   * @throws InvariantError unless `index` is a safe integer from 0
   */
  seek(index: number): void;
  /** Fills a column with the next draws, as `uniform` would give them one by one. */
  fillUniform(column: Float64Array): void;
}

const twoTo32 = 2 ** 32;
const twoToMinus53 = 2 ** -53;
const scratch = new Uint32Array(4);

const countRule = "a seed, a stream and an index are safe integers from 0";

/**
 * One draw without a stream object.
 *
 * @param seed of the run, a safe integer from 0
 * @param stream a safe integer from 0, from `streamId`
 * @param index of the draw, a safe integer from 0
 * @returns a multiple of 2^-53 in [0, 1); equal to `uniform` of the stream at this index
 * @throws InvariantError unless all three are safe integers from 0
 */
export function draw(seed: number, stream: number, index: number): number {
  assert(isCount(seed) && isCount(stream) && isCount(index), countRule);
  const block = Math.floor(index / 2);
  const offset = index === block * 2 ? 0 : 2;
  scratch[0] = block;
  scratch[1] = block / twoTo32;
  scratch[2] = stream;
  scratch[3] = stream / twoTo32;
  philox4x32(scratch, seed, seed / twoTo32);
  return joinWords(scratch[offset], scratch[offset + 1]);
}

class PhiloxStream implements RandomStream {
  readonly seed: number;
  private readonly key0: number;
  private readonly key1: number;
  private readonly stream: number;
  private readonly words = new Uint32Array(4);
  /** Words of the block already given: 0, 2 or 4. */
  private offset = 4;
  private nextBlock = 0;

  constructor(seed: number, stream: number) {
    this.seed = seed;
    this.key0 = seed | 0;
    this.key1 = (seed / twoTo32) | 0;
    this.stream = stream;
  }

  get index(): number {
    return this.nextBlock * 2 - (4 - this.offset) / 2;
  }

  seek(index: number): void {
    assert(isCount(index), countRule);
    this.nextBlock = Math.floor(index / 2);
    this.offset = 4;
    if (index > this.nextBlock * 2) {
      this.refill();
      this.offset = 2;
    }
  }

  uint32(): number {
    if (this.offset === 4) this.refill();
    const word = this.words[this.offset];
    this.offset += 2;
    return word;
  }

  uniform(): number {
    if (this.offset === 4) this.refill();
    const offset = this.offset;
    this.offset = offset + 2;
    return joinWords(this.words[offset], this.words[offset + 1]);
  }

  fillUniform(column: Float64Array): void {
    const { words } = this;
    const { length } = column;
    let at = 0;
    if (this.offset === 2 && length > 0) column[at++] = this.uniform();
    // Whole blocks, both halves at once.
    for (; at + 1 < length; at += 2) {
      this.refill();
      this.offset = 4;
      column[at] = joinWords(words[0], words[1]);
      column[at + 1] = joinWords(words[2], words[3]);
    }
    if (at < length) column[at] = this.uniform();
  }

  private refill(): void {
    const { words, nextBlock } = this;
    words[0] = nextBlock;
    words[1] = nextBlock / twoTo32;
    words[2] = this.stream;
    words[3] = this.stream / twoTo32;
    philox4x32(words, this.key0, this.key1);
    this.nextBlock = nextBlock + 1;
    this.offset = 0;
  }
}

/**
 * A stream from its first draw.
 *
 * @param seed of the run
 * @param stream from `streamId`
 * @throws InvariantError unless both are safe integers from 0
 */
export function createRandomStream(seed: number, stream: number): RandomStream {
  assert(isCount(seed) && isCount(stream), countRule);
  return new PhiloxStream(seed, stream);
}

/**
 * The number of a named stream: `streamId("noise-trader", 3)`.
 *
 * The hash of `hash.ts` over the purpose and the numbers, in order, cut to 53 bits. With ten
 * thousand streams in a run, the chance that any two share a number is below 1e-8.
 *
 * @param purpose what the draws are for
 * @param numbers which one: agent, venue, population; safe integers
 */
export function streamId(purpose: string, ...numbers: readonly number[]): number {
  const hasher = createHasher();
  hasher.addText(purpose);
  for (const number of numbers) hasher.addInteger(number);
  return hasher.integer53();
}

function joinWords(high: number, low: number): number {
  return (high * 2 ** 21 + (low >>> 11)) * twoToMinus53;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
