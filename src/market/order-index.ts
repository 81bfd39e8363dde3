/**
 * From order id to slot: open addressing with linear probing on typed arrays.
 *
 * Deleting shifts the following entries back instead of leaving marks, so the table never decays
 * and its size follows the orders that rest, not the orders that were ever seen. Ids are exact
 * integers below 2^53 in magnitude, not 0; only their low 32 bits are hashed (feeds count upward,
 * so the high bits hardly differ).
 */
import { assert } from "../core/assert.ts";

const initialCapacity = 1 << 10;
/** 2^32 / golden ratio, Knuth's multiplicative hashing (TAOCP 3, §6.4). */
const goldenMultiplier = 0x9e3779b1 | 0;

export class OrderIndex {
  #ids = new Float64Array(initialCapacity);
  #slots = new Int32Array(initialCapacity);
  #shift = 32 - 10;
  #mask = initialCapacity - 1;
  #count = 0;

  get size(): number {
    return this.#count;
  }

  /** @returns the slot, −1 when the id is not present */
  get(id: number): number {
    const ids = this.#ids;
    let at = Math.imul(id | 0, goldenMultiplier) >>> this.#shift;
    for (;;) {
      const found = ids[at];
      if (found === id) return this.#slots[at];
      if (found === 0) return -1;
      at = (at + 1) & this.#mask;
    }
  }

  /** Adds an id that is not present. */
  set(id: number, slot: number): void {
    assert(id !== 0, "an order id is not 0");
    if (this.#count * 2 >= this.#mask) this.#grow();
    let at = Math.imul(id | 0, goldenMultiplier) >>> this.#shift;
    while (this.#ids[at] !== 0) at = (at + 1) & this.#mask;
    this.#ids[at] = id;
    this.#slots[at] = slot;
    this.#count++;
  }

  /** Removes an id that is present. */
  delete(id: number): void {
    const ids = this.#ids;
    const mask = this.#mask;
    let hole = Math.imul(id | 0, goldenMultiplier) >>> this.#shift;
    while (ids[hole] !== id) {
      assert(ids[hole] !== 0, "an id that is deleted is present");
      hole = (hole + 1) & mask;
    }
    this.#count--;
    for (let at = (hole + 1) & mask; ids[at] !== 0; at = (at + 1) & mask) {
      const home = Math.imul(ids[at] | 0, goldenMultiplier) >>> this.#shift;
      // The entry may move back only if its home does not lie behind the hole.
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        ids[hole] = ids[at];
        this.#slots[hole] = this.#slots[at];
        hole = at;
      }
    }
    ids[hole] = 0;
  }

  clear(): void {
    this.#ids.fill(0);
    this.#count = 0;
  }

  #grow(): void {
    const ids = this.#ids;
    const slots = this.#slots;
    this.#ids = new Float64Array(ids.length * 2);
    this.#slots = new Int32Array(ids.length * 2);
    this.#mask = ids.length * 2 - 1;
    this.#shift--;
    this.#count = 0;
    for (let at = 0; at < ids.length; at++) if (ids[at] !== 0) this.set(ids[at], slots[at]);
  }
}
