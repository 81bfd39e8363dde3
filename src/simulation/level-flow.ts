/**
 * Recorded price levels and trades applied to a matching engine in which our orders stand too.
 *
 * The engine holds orders; the recording knows totals. So what others show at a price is kept as
 * orders of nobody: what is added stands last, what trades goes from the front, ours in their turn,
 * and what goes without a trade goes from behind us or from ahead as a queue model says. The rules
 * for what the recording can no longer do because of us are those of `recorded-flow.ts`:
 *
 * - A recorded trade is an incoming order for its lots: ours trade where they have priority, and no
 *   more than was traded. What ours took leaves the others too, whose record it was.
 * - Lots we took are gone until the record takes them away.
 * - A level that comes across one of our orders meets it first.
 * - Quotes are told when they change, not after every trade, and may be of another venue than the
 *   trade: what traded is gone from the front, and until a quote says otherwise as much stands behind.
 */

import { assert } from "../core/assert.ts";
import { DepthBook } from "../market/depth-book.ts";
import { type EventBlock, eventKind } from "../market/event-block.ts";
import type { FastMatchingEngine } from "../market/matching-engine.ts";
import { createNewOrder } from "../market/order.ts";
import { bid, oppositeSide, type Side } from "../market/side.ts";
import type { QueueModel } from "./queue-model.ts";
import { createDivergence, type OwnOrders, recordedOwnerId } from "./recorded-flow.ts";

/** Ids of the orders that stand for what a level shows; others than a recording's own. */
const firstLevelId = 2 ** 51;

/** Totals of levels are told after every trade; quotes only when they change. */
export type ShownDepth = "levels" | "quotes";

export interface LevelOwner extends OwnOrders {
  /** Lots left a price without a trade; where they stood is not known. */
  noteUnseen(side: Side, priceTicks: number, lots: number): void;
}

const createStandIn = (): { price: number; lots: number } => ({ price: Number.NaN, lots: 0 });

export class LevelFlow {
  readonly divergence = createDivergence();
  readonly #engine: FastMatchingEngine;
  readonly #own: LevelOwner;
  readonly #model: QueueModel;
  readonly #shows: ShownDepth;
  /** By side: lots that stand behind in the place of what traded at the quote. */
  readonly #standIns = [createStandIn(), createStandIn()] as const;
  /** What the recording shows, whatever became of it here. */
  readonly #recorded = new DepthBook({ windowTicks: 1024 });
  readonly #order = createNewOrder({
    ...{ orderId: 1, ownerId: recordedOwnerId, side: bid, priceTicks: 0, quantityLots: 1 },
  });
  #nextId = firstLevelId;
  /** Part of a lot that the model has not been given yet. */
  #carry = 0;

  constructor(
    engine: FastMatchingEngine,
    own: LevelOwner,
    model: QueueModel,
    shows: ShownDepth = "levels",
  ) {
    this.#engine = engine;
    this.#own = own;
    this.#model = model;
    this.#shows = shows;
  }

  /** @returns lots of a recorded trade that found nobody here; they traded all the same */
  apply(block: EventBlock, row: number): number {
    const side = block.side[row] as Side;
    const price = block.priceTicks[row];
    const lots = block.quantityLots[row];
    const kind = block.kind[row];
    if (kind === eventKind.trade) return this.#trade(side, price, lots);
    assert(kind === eventKind.level, `a level-2 event is a level or a trade, was of kind ${kind}`);
    this.#setLevel(side, price, lots);
    return 0;
  }

  #setLevel(side: Side, price: number, lots: number): void {
    const change = lots - this.#recorded.lotsAt(side, price);
    this.#recorded.set(side, price, lots);
    if (change > 0) this.#add(side, price, change);
    else if (change < 0) this.#cancel(side, price, -change);
  }

  #add(side: Side, price: number, lots: number): void {
    const absorbed = this.#meetOurs(oppositeSide(side), price, lots);
    if (absorbed > 0) {
      this.divergence.events++;
      this.divergence.absorbedLots += absorbed;
    }
    if (absorbed < lots) this.#placeLast(side, price, lots - absorbed);
  }

  #placeLast(side: Side, price: number, lots: number): void {
    const order = this.#order;
    order.orderId = this.#nextId++;
    order.side = side;
    order.priceTicks = price;
    order.quantityLots = lots;
    this.#engine.placeLast(order);
  }

  #cancel(side: Side, price: number, cancelled: number): void {
    const lots = cancelled - this.#takeStandIn(side, price, cancelled);
    const { ahead, behind, hasOurs } = this.#lotsAround(side, price);
    if (ahead + behind < lots) {
      this.divergence.events++;
      this.divergence.missingCancelLots += lots - ahead - behind;
    }
    const left = Math.min(lots, ahead + behind);
    if (!hasOurs) {
      this.#takeFromBack(side, price, left);
      return;
    }
    this.#own.noteUnseen(side, price, left);
    const exact = left * this.#model.shareBehind(ahead, behind) + this.#carry;
    const fromBehind = Math.min(behind, Math.max(left - ahead, Math.round(exact)));
    this.#carry = Math.max(-1, Math.min(1, exact - fromBehind));
    this.#takeFromBack(side, price, fromBehind);
    this.#takeFromFront(side, price, left - fromBehind);
  }

  #trade(side: Side, price: number, lots: number): number {
    const engine = this.#engine;
    const { book } = engine;
    const recorded = this.#recorded.lotsAt(side, price);
    this.#recorded.set(side, price, Math.max(0, recorded - lots));
    let left = lots - this.#meetOurs(side, price, lots, true);
    let ours = lots - left;
    let others = 0;
    for (
      let slot = this.#head(side, price);
      left > 0 && slot >= 0;
      slot = this.#head(side, price)
    ) {
      const isOther = book.owners[slot] === recordedOwnerId;
      const traded = engine.executeResting(book.ids[slot], left, this.#nextId++);
      if (traded === 0) break;
      if (isOther) others += traded;
      else ours += traded;
      left -= traded;
    }
    if (ours > 0) {
      this.divergence.events++;
      this.divergence.displacedLots += ours;
      this.#takeFromFront(side, price, Math.min(ours, Math.max(0, recorded - others)));
    }
    // What the recording did not show there either traded out of sight.
    const missing = Math.min(left, Math.max(0, recorded - ours - others));
    if (missing > 0) {
      this.divergence.events++;
      this.divergence.unfilledLots += missing;
    }
    if (this.#shows === "quotes") this.#standIn(side, price, Math.min(lots, recorded));
    return left - missing;
  }

  /** The quote still shows what it showed: as much as traded comes to stand last. */
  #standIn(side: Side, price: number, lots: number): void {
    if (lots === 0) return;
    this.#recorded.set(side, price, this.#recorded.lotsAt(side, price) + lots);
    this.#placeLast(side, price, lots);
    const standIn = this.#standIns[side];
    if (standIn.price !== price) standIn.lots = 0;
    standIn.price = price;
    standIn.lots += lots;
  }

  /** A smaller quote after a trade: what stood in for the traded lots goes, and it stood last. */
  #takeStandIn(side: Side, price: number, lots: number): number {
    const standIn = this.#standIns[side];
    if (standIn.price !== price) return 0;
    const taken = Math.min(lots, standIn.lots);
    standIn.lots -= taken;
    this.#takeFromBack(side, price, taken);
    return taken;
  }

  /** Our orders of a side trade with somebody who comes to a price: better ones only, or all. */
  #meetOurs(side: Side, price: number, lots: number, isBetterOnly = false): number {
    const own = this.#own.resting(side);
    if (own.length === 0) return 0;
    const { book } = this.#engine;
    const limitKey = price * book.levels[side].sign;
    let left = lots;
    for (const id of [...own]) {
      for (let slot = book.index.get(id); left > 0 && slot >= 0; slot = book.index.get(id)) {
        const key = book.keys[slot];
        if (key > limitKey || (isBetterOnly && key === limitKey)) break;
        left -= this.#engine.executeResting(id, left, this.#nextId++);
      }
    }
    return lots - left;
  }

  #head(side: Side, price: number): number {
    const { book } = this.#engine;
    const level = book.levels[side].find(price * book.levels[side].sign);
    return level < 0 ? -1 : book.headOf(side, level);
  }

  /** Lots of others at a price, ahead of the first of ours there and behind it. */
  #lotsAround(
    side: Side,
    price: number,
  ): { readonly ahead: number; readonly behind: number; readonly hasOurs: boolean } {
    const { book } = this.#engine;
    let [ahead, behind, hasOurs] = [0, 0, false];
    for (let slot = this.#head(side, price); slot >= 0; slot = book.after(slot)) {
      if (book.owners[slot] !== recordedOwnerId) hasOurs = true;
      else if (hasOurs) behind += book.openLots[slot];
      else ahead += book.openLots[slot];
    }
    return { ahead, behind, hasOurs };
  }

  #takeFromFront(side: Side, price: number, lots: number): void {
    const { book } = this.#engine;
    let left = lots;
    let slot = this.#head(side, price);
    while (left > 0 && slot >= 0) {
      const next = book.after(slot);
      if (book.owners[slot] === recordedOwnerId) left -= this.#reduce(slot, left);
      slot = next;
    }
  }

  #takeFromBack(side: Side, price: number, lots: number): void {
    const { book } = this.#engine;
    const level = book.levels[side].find(price * book.levels[side].sign);
    let left = lots;
    let slot = level < 0 ? -1 : book.lastDisplayed(side, level);
    while (left > 0 && slot >= 0) {
      const before = book.previous[slot];
      if (book.owners[slot] === recordedOwnerId) left -= this.#reduce(slot, left);
      slot = before;
    }
  }

  #reduce(slot: number, lots: number): number {
    const taken = Math.min(lots, this.#engine.book.openLots[slot]);
    this.#engine.reduceSlot(slot, taken);
    return taken;
  }
}
