/** Our orders at a simulated or replayed venue: which stand where, and how much of each is done. */
import type { LimitOrderBook } from "../market/limit-order-book.ts";
import { ask, bid, type Side } from "../market/side.ts";
import type { ClientOrderId } from "../market/venue.ts";

/** Engine ids of our orders lie above every recorded id. */
const firstOwnId = 2 ** 52;
/** Owner of our orders in the engine; recorded orders have owner 0. */
export const ownOwnerId = 1;

export interface OwnOrder {
  readonly clientOrderId: ClientOrderId;
  readonly engineId: number;
  readonly side: Side;
  /** Whole quantity as last asked for, filled lots included. */
  totalLots: number;
  filledLots: number;
  /**
   * Lots that left its price level out of sight since it came there; they may have stood ahead.
   */
  unseenLots: number;
  /** Lots that came into sight ahead of it since; they may have come later. */
  revealedLots: number;
}

export function engineIdOf(clientOrderId: ClientOrderId): number {
  return firstOwnId + clientOrderId;
}

export function isOwnId(engineId: number): boolean {
  return engineId >= firstOwnId;
}

export class OwnOrderLedger {
  readonly #orders = new Map<number, OwnOrder>();
  readonly #resting: [number[], number[]] = [[], []];
  readonly #book: LimitOrderBook;

  constructor(book: LimitOrderBook) {
    this.#book = book;
  }

  add(clientOrderId: ClientOrderId, side: Side, totalLots: number): OwnOrder {
    const engineId = engineIdOf(clientOrderId);
    const order: OwnOrder = {
      clientOrderId,
      engineId,
      side,
      totalLots,
      filledLots: 0,
      unseenLots: 0,
      revealedLots: 0,
    };
    this.#orders.set(engineId, order);
    return order;
  }

  get(engineId: number): OwnOrder | undefined {
    return this.#orders.get(engineId);
  }

  /** Every order that is known, as plain values. */
  list(): readonly OwnOrder[] {
    return [...this.#orders.values()];
  }

  restore(orders: readonly OwnOrder[]): void {
    this.#orders.clear();
    for (const order of orders) this.#orders.set(order.engineId, { ...order });
    this.refresh();
  }

  /** Engine ids of our resting orders on one side, in the order in which they would trade. */
  resting(side: Side): readonly number[] {
    return this.#resting[side];
  }

  /** Re-reads which of our orders rest, and in what order; after anything that may change it. */
  refresh(): void {
    const { index } = this.#book;
    this.#resting[bid].length = 0;
    this.#resting[ask].length = 0;
    for (const { engineId, side } of this.#orders.values()) {
      if (index.get(engineId) >= 0) this.#resting[side].push(engineId);
      else this.#orders.delete(engineId);
    }
    this.#sort(this.#resting[bid]);
    this.#sort(this.#resting[ask]);
  }

  /** By insertion: a handful of orders, mostly in order already. */
  #sort(engineIds: number[]): void {
    for (let at = 1; at < engineIds.length; at++) {
      const engineId = engineIds[at]!;
      let place = at;
      for (; place > 0 && this.#tradesBefore(engineId, engineIds[place - 1]!); place--) {
        engineIds[place] = engineIds[place - 1]!;
      }
      engineIds[place] = engineId;
    }
  }

  #tradesBefore(first: number, second: number): boolean {
    const { index, keys, placements } = this.#book;
    const a = index.get(first);
    const b = index.get(second);
    return keys[a] === keys[b] ? placements[a] < placements[b] : keys[a] < keys[b];
  }
}
