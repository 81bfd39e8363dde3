/**
 * The orders that stand in a recorded order-by-order market: what is needed to say of every change
 * what it did, and nothing of orders that are gone.
 */
import { eventKind } from "../../market/event-block.ts";
import { OrderIndex } from "../../market/order-index.ts";
import { grown } from "../../market/price-levels.ts";
import type { Side } from "../../market/side.ts";
import type { Tape } from "../rows/tape.ts";

const initialOrders = 1 << 10;

export class StandingOrders {
  // One column a property, by slot.
  sides = new Uint8Array(initialOrders);
  priceTicks = new Float64Array(initialOrders);
  lots = new Float64Array(initialOrders);
  /** Lots that traded and whose removal from the book is still to come. */
  filledLots = new Float64Array(initialOrders);
  ids = new Float64Array(initialOrders);
  readonly #index = new OrderIndex();
  readonly #tape: Tape;
  readonly #free: number[] = [];
  #used = 0;

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  get count(): number {
    return this.#index.size;
  }

  /** @returns the slot, −1 when the id does not stand */
  find(id: number): number {
    return this.#index.get(id);
  }

  /** An order comes to rest. One of the same id is removed first, and noted. */
  add(id: number, side: Side, priceTicks: number, lots: number, flags: number): number {
    const known = this.find(id);
    if (known >= 0) {
      this.#tape.run.note("repeated-order");
      this.remove(known);
    }
    const slot = this.#free.pop() ?? this.#takeFresh();
    this.#index.set(id, slot);
    this.ids[slot] = id;
    this.sides[slot] = side;
    this.priceTicks[slot] = priceTicks;
    this.lots[slot] = lots;
    this.filledLots[slot] = 0;
    this.#tape.addToBook(side, priceTicks, lots);
    this.#tape.emit(eventKind.add, side, id, priceTicks, lots, flags);
    return slot;
  }

  /** Takes lots off an order that were cancelled: all of them remove it. */
  reduce(slot: number, lots: number): void {
    if (lots >= this.lots[slot]!) this.remove(slot);
    else this.#take(eventKind.reduce, slot, lots);
  }

  /** Takes away what an order still has. */
  remove(slot: number): void {
    this.#take(eventKind.remove, slot, this.lots[slot]!);
  }

  /** Lots of an order trade: at most those it has. */
  execute(slot: number, lots: number): void {
    this.#take(eventKind.execute, slot, lots);
  }

  clear(): void {
    for (let slot = 0; slot < this.#used; slot++) if (this.ids[slot] !== 0) this.remove(slot);
  }

  #take(
    kind: typeof eventKind.reduce | typeof eventKind.remove | typeof eventKind.execute,
    slot: number,
    lots: number,
  ): void {
    const side = this.sides[slot] as Side;
    const id = this.ids[slot]!;
    const priceTicks = this.priceTicks[slot]!;
    this.lots[slot]! -= lots;
    this.#tape.addToBook(side, priceTicks, -lots);
    this.#tape.emit(kind, side, id, priceTicks, lots, 0);
    if (this.lots[slot]! > 0) return;
    this.#index.delete(id);
    this.ids[slot] = 0;
    this.#free.push(slot);
  }

  #takeFresh(): number {
    if (this.#used === this.ids.length) this.#grow();
    return this.#used++;
  }

  #grow(): void {
    this.sides = grown(this.sides);
    this.priceTicks = grown(this.priceTicks);
    this.lots = grown(this.lots);
    this.filledLots = grown(this.filledLots);
    this.ids = grown(this.ids);
  }
}
