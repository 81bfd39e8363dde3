/**
 * What is known of the orders that rest: side, price and lots by order id, in typed arrays.
 *
 * Memory follows the orders that rest, not those that were ever seen.
 */
import { OrderIndex } from "../../market/order-index.ts";
import type { Side } from "../../market/side.ts";

const initialSlots = 1 << 10;

export class OrderTable {
  /** By slot. */
  priceTicks = new Float64Array(initialSlots);
  /** By slot: lots that still rest. */
  lots = new Float64Array(initialSlots);
  readonly #index = new OrderIndex();
  #sides = new Uint8Array(initialSlots);
  #free = new Int32Array(initialSlots);
  #freeCount = 0;
  #used = 0;

  /** Orders that rest. */
  get size(): number {
    return this.#index.size;
  }

  /** @returns the slot, −1 for an order that does not rest */
  find(orderId: number): number {
    return this.#index.get(orderId);
  }

  sideOf(slot: number): Side {
    return this.#sides[slot] as Side;
  }

  /** Takes in an order whose id is not 0 and not in use. */
  add(orderId: number, side: Side, priceTicks: number, lots: number): void {
    if (this.#freeCount === 0 && this.#used === this.lots.length) this.#grow();
    const slot = this.#freeCount > 0 ? this.#free[--this.#freeCount] : this.#used++;
    this.#sides[slot] = side;
    this.priceTicks[slot] = priceTicks;
    this.lots[slot] = lots;
    this.#index.set(orderId, slot);
  }

  /** Takes lots off an order that rests and has them; with the last one it is gone. */
  take(orderId: number, slot: number, lots: number): void {
    this.lots[slot] -= lots;
    if (this.lots[slot] > 0) return;
    this.#index.delete(orderId);
    this.#free[this.#freeCount++] = slot;
  }

  #grow(): void {
    const slots = 2 * this.lots.length;
    const widen = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const wide = new Float64Array(slots);
      wide.set(old);
      return wide;
    };
    this.priceTicks = widen(this.priceTicks);
    this.lots = widen(this.lots);
    const sides = new Uint8Array(slots);
    sides.set(this.#sides);
    this.#sides = sides;
    const free = new Int32Array(slots);
    free.set(this.#free);
    this.#free = free;
  }
}
