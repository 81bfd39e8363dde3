/** How long orders that came within the recording lived, by how they ended. */
import { OrderIndex } from "../../market/order-index.ts";
import { grown } from "../../market/price-levels.ts";
import { LifeCounter } from "./gap-counter.ts";
import type { LifeFacts } from "./market-facts.ts";

/** Memory holds the orders that rest, no others. */
export class OrderLives {
  readonly #index = new OrderIndex();
  #bornNs = new Float64Array(1024);
  #leaves = new Float64Array(1024);
  readonly #free: number[] = [];
  #used = 0;
  readonly #deleted = new LifeCounter();
  readonly #executed = new LifeCounter();

  submit(orderId: number, lots: number, timeNs: number): void {
    if (orderId === 0 || this.#index.get(orderId) >= 0) return;
    if (this.#used === this.#bornNs.length) this.#grow();
    const slot = this.#free.pop() ?? this.#used++;
    this.#bornNs[slot] = timeNs;
    this.#leaves[slot] = lots;
    this.#index.set(orderId, slot);
  }

  /** Lots left without a trade and without the order's end. */
  reduce(orderId: number, lots: number): void {
    const slot = this.#find(orderId);
    if (slot >= 0) this.#take(orderId, slot, lots);
  }

  delete(orderId: number, timeNs: number): void {
    const slot = this.#find(orderId);
    if (slot < 0) return;
    this.#deleted.note(timeNs - this.#bornNs[slot]!);
    this.#forget(orderId, slot);
  }

  /** Every execution counts, of an order executed in parts too. */
  execute(orderId: number, lots: number, timeNs: number): void {
    const slot = this.#find(orderId);
    if (slot < 0) return;
    this.#executed.note(timeNs - this.#bornNs[slot]!);
    this.#take(orderId, slot, lots);
  }

  deletedFacts(): LifeFacts | undefined {
    return this.#deleted.facts();
  }

  executedFacts(): LifeFacts | undefined {
    return this.#executed.facts();
  }

  #find(orderId: number): number {
    return orderId === 0 ? -1 : this.#index.get(orderId);
  }

  #take(orderId: number, slot: number, lots: number): void {
    this.#leaves[slot]! -= lots;
    if (this.#leaves[slot]! <= 0) this.#forget(orderId, slot);
  }

  #forget(orderId: number, slot: number): void {
    this.#index.delete(orderId);
    this.#free.push(slot);
  }

  #grow(): void {
    this.#bornNs = grown(this.#bornNs);
    this.#leaves = grown(this.#leaves);
  }
}
