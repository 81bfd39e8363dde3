/**
 * xoshiro128**: the generator for work where only speed counts, such as bootstraps.
 *
 * Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators"; period 2^128 - 1.
 * Where runs must meet the same draws, use `random-stream.ts`.
 */
import { assert } from "../assert.ts";
import type { RandomSource } from "./random-source.ts";

/** The four words of the state, each from 0 to 2^32 - 1, not all 0. */
export type Xoshiro128State = readonly [number, number, number, number];

export interface Xoshiro128 extends RandomSource {
  state(): Xoshiro128State;
  /** @throws InvariantError unless `state` is four 32-bit words that are not all 0 */
  restore(state: Xoshiro128State): void;
}

const twoToMinus53 = 2 ** -53;

class Xoshiro128StarStar implements Xoshiro128 {
  private word0 = 0;
  private word1 = 0;
  private word2 = 0;
  private word3 = 0;

  state(): Xoshiro128State {
    return [this.word0 >>> 0, this.word1 >>> 0, this.word2 >>> 0, this.word3 >>> 0];
  }

  restore(state: Xoshiro128State): void {
    const isWord = (word: number): boolean => word === word >>> 0;
    assert(state.length === 4 && state.every(isWord), "a state is four 32-bit words");
    assert(
      state.some((word) => word !== 0),
      "a state is not all zeros",
    );
    this.word0 = state[0] | 0;
    this.word1 = state[1] | 0;
    this.word2 = state[2] | 0;
    this.word3 = state[3] | 0;
  }

  uint32(): number {
    const times5 = Math.imul(this.word1, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9);
    const shifted = this.word1 << 9;
    this.word2 ^= this.word0;
    this.word3 ^= this.word1;
    this.word1 ^= this.word2;
    this.word0 ^= this.word3;
    this.word2 ^= shifted;
    this.word3 = (this.word3 << 11) | (this.word3 >>> 21);
    return result >>> 0;
  }

  uniform(): number {
    const high = this.uint32() >>> 5;
    const low = this.uint32() >>> 6;
    return (high * 2 ** 26 + low) * twoToMinus53;
  }
}

/**
 * A generator seeded from one number.
 *
 * The state comes from splitmix32, as the authors advise: a Weyl sequence (Steele, Lea & Flood
 * 2014) through a 32-bit finaliser of Wellons' hash-prospector. One sequence starts at the seed's
 * low word and gives words 0 and 2; its third step, combined with the seed's high word, starts the
 * one that gives words 1 and 3. Different seeds give different states, and no seed gives the
 * forbidden all-zero state.
 *
 * @throws InvariantError unless `seed` is a safe integer from 0
 */
export function createXoshiro128(seed: number): Xoshiro128 {
  assert(Number.isSafeInteger(seed) && seed >= 0, "a seed is a safe integer from 0");
  const low = splitMix32(seed | 0);
  const [word0, word2] = [low(), low()];
  const high = splitMix32(low() ^ (seed / 2 ** 32));
  const generator = new Xoshiro128StarStar();
  generator.restore([word0, high(), word2, high()]);
  return generator;
}

function splitMix32(start: number): () => number {
  let weyl = start | 0;
  return () => {
    weyl = (weyl + 0x9e3779b9) | 0;
    let mixed = Math.imul(weyl ^ (weyl >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}
