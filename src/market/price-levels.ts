/**
 * The occupied price levels of one side of a book: find a price, find the best, walk to worse.
 *
 * Prices are held as keys, `price` on the ask side and `−price` on the bid side, so that the lower
 * key is the better price on both and one code path serves buying and selling. Keys near the touch
 * lie in a window: an array from key to level with a two-level bitmap over it (one bit a key, one
 * summary bit a word), so the next occupied level is found by counting zeros, not by scanning.
 * Keys worse than the window wait in a sorted list. A price that needs the window makes it wider,
 * up to a bound, and beyond that makes it move; so swinging prices do not push it to and fro, and a
 * stub quote at 199,999 dollars costs one entry of the list.
 */
import { assert } from "../core/assert.ts";
import { ask, type Side } from "./side.ts";

/** Above every key: the best key of an empty side. */
export const noKey = 0x7fffffff;
/** Prices at or beyond this many ticks from zero are refused. */
export const priceTicksLimit = 0x3fffffff;

/** Window sizes in ticks, powers of two. */
export interface WindowOptions {
  /** At first. */
  readonly windowTicks?: number;
  /** What it may grow to. */
  readonly windowTicksMax?: number;
}

const defaultWindowTicks = 1 << 13;
const defaultWindowTicksMax = 1 << 17;
const initialLevels = 256;

export class PriceLevels {
  readonly side: Side;
  /** Key times sign is the price in ticks. */
  readonly sign: 1 | -1;
  /** Key of the best level, `noKey` when the side is empty. */
  bestKey = noKey;
  /** Slot of the best level, −1 when the side is empty. */
  bestSlot = -1;
  /** Levels in use. */
  count = 0;
  /** By slot: the key of the level. */
  keys = new Int32Array(initialLevels);
  /** By slot: displayed lots; kept by the owner of the book. */
  lots: Float64Array;

  /** `lots` with a 0 before it: by slot + 1, as in `#slotAt`, so that an empty level reads 0. */
  #lotsOrNone = new Float64Array(1 + initialLevels);
  readonly #windowTicksMax: number;
  #windowTicks: number;
  #base = 0;
  /** Slot + 1 by key − base; 0 where the level is empty. */
  #slotAt: Int32Array;
  #bits: Int32Array;
  #summary: Int32Array;
  /** Slots of keys at or beyond the window's end, best first. */
  #far = new Int32Array(64);
  #farCount = 0;
  #free = new Int32Array(initialLevels);
  #freeCount = 0;

  constructor(side: Side, options: WindowOptions = {}) {
    const windowTicks = options.windowTicks ?? defaultWindowTicks;
    this.#windowTicksMax = Math.max(windowTicks, options.windowTicksMax ?? defaultWindowTicksMax);
    for (const ticks of [windowTicks, this.#windowTicksMax]) {
      const isPowerOfTwo = (ticks & (ticks - 1)) === 0;
      assert(
        ticks >= 1024 && isPowerOfTwo,
        `a price window is a power of two from 1024, was ${ticks}`,
      );
    }
    this.lots = this.#lotsOrNone.subarray(1);
    this.side = side;
    this.sign = side === ask ? 1 : -1;
    this.#windowTicks = windowTicks;
    this.#slotAt = new Int32Array(windowTicks);
    this.#bits = new Int32Array(windowTicks >> 5);
    this.#summary = new Int32Array(windowTicks >> 10);
    for (let slot = initialLevels - 1; slot >= 0; slot--) this.#free[this.#freeCount++] = slot;
  }

  /** Slots that exist; arrays kept beside this one must be at least as long. */
  get capacity(): number {
    return this.keys.length;
  }

  priceOf(slot: number): number {
    return (this.keys[slot] * this.sign) | 0;
  }

  /** @returns the slot of the level at this key, −1 when nothing is there */
  find(key: number): number {
    const offset = key - this.#base;
    if (offset >= 0 && offset < this.#windowTicks) return this.#slotAt[offset] - 1;
    if (this.#farCount === 0 || offset < 0) return -1;
    const place = this.#farPlace(key);
    const slot = place < this.#farCount ? this.#far[place] : -1;
    return slot >= 0 && this.keys[slot] === key ? slot : -1;
  }

  /** Σ weight · displayed lots at `key`, `key + 1`, … for the first `count` weights. */
  weighLots(key: number, weights: Float64Array, count = weights.length): number {
    const offset = key - this.#base;
    if (offset < 0 || offset + count > this.#windowTicks) {
      return this.#weighBeyond(key, weights, count);
    }
    const slotAt = this.#slotAt;
    const lots = this.#lotsOrNone;
    // Two sums, so that one addition need not wait for the other. No branch for empty levels: which
    // ones are is hard to predict, and adding 0 is exact.
    let even = 0;
    let odd = 0;
    const paired = count & ~1;
    for (let at = 0; at < paired; at += 2) {
      even += weights[at] * lots[slotAt[offset + at]];
      odd += weights[at + 1] * lots[slotAt[offset + at + 1]];
    }
    if (paired < count) even += weights[paired] * lots[slotAt[offset + paired]];
    return even + odd;
  }

  /** The same where not all keys lie in the window; apart, so that the usual case is inlined. */
  #weighBeyond(key: number, weights: Float64Array, count: number): number {
    const lots = this.#lotsOrNone;
    // The same two sums: where the window lies must not show in the last digit.
    const sums = [0, 0];
    for (let at = 0; at < count; at++) sums[at & 1] += weights[at] * lots[this.find(key + at) + 1];
    return sums[0] + sums[1];
  }

  /**
   * Where a point lies on the line of weight · displayed lots at `key`, `key + 1`, …: the index of
   * the weight, the last one for a point beyond the line.
   */
  findWeight(key: number, weights: Float64Array, point: number): number {
    const last = weights.length - 1;
    let left = point;
    let at = 0;
    for (; at < last; at++) {
      left -= weights[at] * this.#lotsOrNone[this.find(key + at) + 1];
      if (left < 0) break;
    }
    return at;
  }

  /** Finds the level at this key or makes an empty one. */
  acquire(key: number): number {
    const found = this.find(key);
    if (found >= 0) return found;
    if (this.#freeCount === 0) this.#grow();
    const slot = this.#free[--this.#freeCount];
    this.keys[slot] = key;
    this.lots[slot] = 0;
    this.count++;
    this.#moveWindowFor(key);
    this.#place(slot, key);
    if (key < this.bestKey) {
      this.bestKey = key;
      this.bestSlot = slot;
    }
    return slot;
  }

  /** Gives an emptied level back. */
  release(slot: number): void {
    const key = this.keys[slot];
    const offset = key - this.#base;
    this.count--;
    this.#free[this.#freeCount++] = slot;
    if (offset < this.#windowTicks) {
      this.#slotAt[offset] = 0;
      const word = offset >> 5;
      this.#bits[word] &= ~(1 << (offset & 31));
      if (this.#bits[word] === 0) this.#summary[word >> 5] &= ~(1 << (word & 31));
    } else {
      const place = this.#farPlace(key);
      this.#far.copyWithin(place, place + 1, this.#farCount--);
    }
    if (slot === this.bestSlot) this.#findBest(offset);
  }

  /** @returns the slot of the next worse level, −1 after the last */
  next(slot: number): number {
    const key = this.keys[slot];
    const offset = key - this.#base;
    if (offset < this.#windowTicks) {
      const inWindow = this.#nextOccupied(offset + 1);
      if (inWindow >= 0) return this.#slotAt[inWindow] - 1;
      return this.#farCount > 0 ? this.#far[0] : -1;
    }
    const place = this.#farPlace(key) + 1;
    return place < this.#farCount ? this.#far[place] : -1;
  }

  /** Empties the side. */
  clear(): void {
    for (let slot = this.bestSlot; slot >= 0; slot = this.bestSlot) this.release(slot);
  }

  /** The window stays where it is when it empties: the market often comes back to it at once. */
  #findBest(from: number): void {
    const offset = this.#nextOccupied(from);
    if (offset >= 0) {
      this.bestSlot = this.#slotAt[offset] - 1;
      this.bestKey = offset + this.#base;
    } else if (this.#farCount > 0) {
      this.bestSlot = this.#far[0];
      this.bestKey = this.keys[this.bestSlot];
    } else {
      this.bestSlot = -1;
      this.bestKey = noKey;
    }
  }

  /** First occupied offset at or after `from`, −1 when there is none in the window. */
  #nextOccupied(from: number): number {
    if (from >= this.#windowTicks) return -1;
    let word = from >> 5;
    const rest = this.#bits[word] & (-1 << (from & 31));
    if (rest !== 0) return (word << 5) + 31 - Math.clz32(rest & -rest);
    word++;
    let summaryWord = word >> 5;
    if (summaryWord >= this.#summary.length) return -1;
    let words = this.#summary[summaryWord] & (-1 << (word & 31));
    while (words === 0) {
      if (++summaryWord >= this.#summary.length) return -1;
      words = this.#summary[summaryWord];
    }
    word = (summaryWord << 5) + 31 - Math.clz32(words & -words);
    const bits = this.#bits[word];
    return (word << 5) + 31 - Math.clz32(bits & -bits);
  }

  /**
   * Brings the window to a key that needs it: a better price than the window holds, or a worse one
   * once the best price has drifted into the window's far half or beyond it. A quarter of the
   * window stays free for better prices, so this is rare.
   */
  #moveWindowFor(key: number): void {
    const quarter = this.#windowTicks >> 2;
    const offset = key - this.#base;
    if (this.count === 1) {
      if (offset < 0 || offset > 2 * quarter) this.#rebase(key - quarter);
    } else if (offset < 0) {
      const end = this.#base + this.#windowTicks;
      this.#growWindow(end - (key - quarter));
      this.#rebase(key - (this.#windowTicks >> 2));
    } else if (offset >= this.#windowTicks && this.bestKey - this.#base > 2 * quarter) {
      const best = Math.min(key, this.bestKey);
      this.#growWindow(key + quarter - best);
      this.#rebase(best - (this.#windowTicks >> 2));
    }
  }

  /** Makes the window wide enough for a span of ticks, if the bound allows that span. */
  #growWindow(span: number): void {
    let ticks = this.#windowTicks;
    while (ticks < span && ticks < this.#windowTicksMax) ticks *= 2;
    if (ticks < span || ticks === this.#windowTicks) return;
    const slots = this.#takeAll();
    this.#windowTicks = ticks;
    this.#slotAt = new Int32Array(ticks);
    this.#bits = new Int32Array(ticks >> 5);
    this.#summary = new Int32Array(ticks >> 10);
    for (const slot of slots) this.#place(slot, this.keys[slot]);
  }

  #rebase(base: number): void {
    const slots = this.#takeAll();
    this.#bits.fill(0);
    this.#summary.fill(0);
    this.#base = base;
    for (const slot of slots) this.#place(slot, this.keys[slot]);
  }

  /** Takes every placed level out of window and list, to be placed anew. */
  #takeAll(): number[] {
    const slots: number[] = [];
    for (let offset = this.#nextOccupied(0); offset >= 0; offset = this.#nextOccupied(offset + 1)) {
      slots.push(this.#slotAt[offset] - 1);
      this.#slotAt[offset] = 0;
    }
    for (let place = 0; place < this.#farCount; place++) slots.push(this.#far[place]);
    this.#farCount = 0;
    return slots;
  }

  #place(slot: number, key: number): void {
    const offset = key - this.#base;
    if (offset < this.#windowTicks) {
      const word = offset >> 5;
      this.#slotAt[offset] = slot + 1;
      this.#bits[word] |= 1 << (offset & 31);
      this.#summary[word >> 5] |= 1 << (word & 31);
      return;
    }
    if (this.#farCount === this.#far.length) this.#far = grown(this.#far);
    const place = this.#farPlace(key);
    this.#far.copyWithin(place + 1, place, this.#farCount++);
    this.#far[place] = slot;
  }

  /** Where a key stands, or would stand, in the far list. */
  #farPlace(key: number): number {
    let low = 0;
    let high = this.#farCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.keys[this.#far[middle]] < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #grow(): void {
    const before = this.keys.length;
    this.keys = grown(this.keys);
    const lots = new Float64Array(1 + this.keys.length);
    lots.set(this.#lotsOrNone);
    this.#lotsOrNone = lots;
    this.lots = lots.subarray(1);
    this.#free = grown(this.#free);
    for (let slot = this.keys.length - 1; slot >= before; slot--) {
      this.#free[this.#freeCount++] = slot;
    }
  }
}

/** A copy of twice the length, the new half zero. */
export function grown<Column extends Int32Array | Float64Array | Uint8Array>(
  column: Column,
): Column {
  const larger = new (column.constructor as new (length: number) => Column)(column.length * 2);
  larger.set(column);
  return larger;
}
