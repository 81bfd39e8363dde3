/**
 * A streaming hash of numbers, to say in sixteen letters that two runs did the same.
 *
 * Not cryptographic. Two 32-bit lanes with the block and final mixing of MurmurHash3 (Appleby
 * 2011, x86_32 and the first lane of x86_128), so that plain integer arithmetic is enough.
 */
import { assert } from "./assert.ts";

export interface Hasher {
  /**
   * Adds the bits of a double; -0 counts as 0.
   *
   * @throws InvariantError on NaN
   */
  addNumber(value: number): void;
  /**
   * Adds a whole number; differs from `addNumber` of the same value.
   *
   * @throws InvariantError unless `value` is a safe integer
   */
  addInteger(value: number): void;
  /** Adds a text with its length, so that "ab", "c" and "a", "bc" differ. */
  addText(text: string): void;
  /** What has been added so far as 16 hex digits; adding may go on afterwards. */
  hex(): string;
  /** The same hash cut to an exact integer from 0 to 2^53 - 1. */
  integer53(): number;
  /** Everything there is to save: three 32-bit integers. */
  state(): readonly [number, number, number];
  /** Goes on from a state. */
  restore(state: readonly [number, number, number]): void;
}

const double = new Float64Array(1);
const doubleWords = new Uint32Array(double.buffer);

class TwoLaneHasher implements Hasher {
  private lane0 = 0x2f0b4c47;
  private lane1 = 0x5bd1e995;
  private wordCount = 0;

  addNumber(value: number): void {
    assert(!Number.isNaN(value), "a hashed number is not NaN");
    double[0] = value + 0; // -0 + 0 is 0
    this.addWord(doubleWords[0]);
    this.addWord(doubleWords[1]);
  }

  addInteger(value: number): void {
    assert(Number.isSafeInteger(value), "a hashed integer is a safe integer");
    this.addWord(value | 0);
    this.addWord(Math.floor(value / 2 ** 32) ^ 0x55555555);
  }

  addText(text: string): void {
    this.addWord(text.length);
    for (let at = 0; at < text.length; at++) this.addWord(text.charCodeAt(at));
  }

  hex(): string {
    const [high, low] = this.finish();
    return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
  }

  integer53(): number {
    const [high, low] = this.finish();
    return (high >>> 11) * 2 ** 32 + low;
  }

  state(): readonly [number, number, number] {
    return [this.lane0, this.lane1, this.wordCount];
  }

  restore(state: readonly [number, number, number]): void {
    [this.lane0, this.lane1, this.wordCount] = state;
  }

  private addWord(word: number): void {
    const mixed0 = Math.imul(rotateLeft(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
    const mixed1 = Math.imul(rotateLeft(Math.imul(word, 0x239b961b), 16), 0xab0e9789);
    this.lane0 = (Math.imul(rotateLeft(this.lane0 ^ mixed0, 13), 5) + 0xe6546b64) | 0;
    this.lane1 = (Math.imul(rotateLeft(this.lane1 ^ mixed1, 19), 5) + 0x561ccd1b) | 0;
    this.wordCount = (this.wordCount + 1) | 0;
  }

  /** Crosses the lanes as x86_128 does, so that each output word sees both. */
  private finish(): readonly [high: number, low: number] {
    const sum0 = (this.lane0 ^ this.wordCount) + (this.lane1 ^ this.wordCount);
    const sum1 = (this.lane1 ^ this.wordCount) + sum0;
    const mixed0 = finalMix(sum0 | 0);
    const mixed1 = finalMix(sum1 | 0);
    const high = (mixed0 + mixed1) | 0;
    return [high >>> 0, (mixed1 + high) >>> 0];
  }
}

/** A hasher that has seen nothing yet. */
export function createHasher(): Hasher {
  return new TwoLaneHasher();
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function finalMix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
