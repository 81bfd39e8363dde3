/**
 * Recorded order-by-order events applied to a matching engine in which our orders stand too.
 *
 * Without orders of ours this reproduces the recorded book exactly. With them, one rule settles
 * what the recording can no longer do:
 *
 * - A recorded trade is an incoming order for its lots at its price. It meets our orders first
 *   wherever they have priority (better price, or same price and ahead in the queue), then the
 *   recorded order; if that has too little left because we took it, the rest trades with whatever
 *   else stands at that price or better, or goes unfilled.
 * - A recorded order never outlives its record: lots that the record says traded or were cancelled
 *   leave the book even when somebody else's were taken instead.
 * - A recorded order that we traded with is smaller from then on; later cancels of lots that are
 *   no longer there do nothing.
 * - A recorded limit order that meets one of ours trades with it before it rests.
 * - A recorded hidden trade gives way to our displayed orders at a better price, and at its own
 *   price to those that stand first in the queue.
 *
 * So the replayed book differs from the recorded one by our own orders and by the lots we took,
 * and every such difference is counted in `Divergence`.
 */
import { assert } from "../core/assert.ts";
import { type EventBlock, eventKind, tradingStatus } from "../market/event-block.ts";
import { phase } from "../market/matching-contract.ts";
import type { FastMatchingEngine } from "../market/matching-engine.ts";
import { createNewOrder, display, type NewOrder, timeInForce } from "../market/order.ts";
import { reportField, reportKind } from "../market/report-ring.ts";
import { ask, bid, oppositeSide, type Side } from "../market/side.ts";

/** What the recording could not do as recorded because of our orders; in lots but for `events`. */
export interface Divergence {
  /** Recorded events that did not happen as recorded. */
  events: number;
  /** Traded lots of the record, hidden trades among them, that our resting orders took instead. */
  displacedLots: number;
  /** Lots of recorded limit orders that traded with ours when they came in or came into sight. */
  absorbedLots: number;
  /** Recorded trades that found nothing left to trade with. */
  unfilledLots: number;
  /** Recorded cancels of lots that were no longer there. */
  missingCancelLots: number;
}

export function createDivergence(): Divergence {
  return {
    events: 0,
    displacedLots: 0,
    absorbedLots: 0,
    unfilledLots: 0,
    missingCancelLots: 0,
  };
}

/** The taker id of recorded incoming orders, which the recording does not name. */
const unnamedOrderId = -1e15;
/** Owner of recorded orders; ours have another. */
export const recordedOwnerId = 0;

/** Which of our orders stand in the book; asked on every recorded trade. */
export interface OwnOrders {
  /** Ids of our resting orders on one side, in the order in which they would trade. */
  resting(side: Side): readonly number[];
}

/** Of a recording that nobody of ours takes part in. */
export const nobody: OwnOrders = { resting: () => [] };

export class RecordedFlow {
  readonly divergence = createDivergence();
  readonly #engine: FastMatchingEngine;
  readonly #own: OwnOrders;
  readonly #order: NewOrder = createNewOrder({
    orderId: 1,
    ownerId: recordedOwnerId,
    side: bid,
    priceTicks: 0,
    quantityLots: 1,
  });
  /** Where a re-opening auction of our orders would be anchored. */
  #lastTradeTicks = 0;
  /** Ids of incoming recorded orders that trade at once; never in use by a resting order. */
  #nextTakerId = unnamedOrderId;

  constructor(engine: FastMatchingEngine, own: OwnOrders) {
    this.#engine = engine;
    this.#own = own;
  }

  /** Applies one recorded event; trades and cancels appear as the engine's reports. */
  apply(block: EventBlock, row: number): void {
    const side = block.side[row] as Side;
    const id = block.orderId[row];
    const price = block.priceTicks[row];
    const lots = block.quantityLots[row];
    switch (block.kind[row]) {
      case eventKind.add:
        this.#add(id, side, price, lots);
        return;
      case eventKind.reduce:
      case eventKind.withdraw:
      case eventKind.remove:
        this.#cancel(id, lots);
        return;
      case eventKind.execute:
        this.#execute(id, side, price, lots);
        return;
      case eventKind.hiddenExecute:
        this.#executeHidden(side, price, lots);
        return;
      case eventKind.reveal:
        this.#reveal(id, side, price, lots);
        return;
      case eventKind.status:
        this.#setStatus(lots);
        return;
      case eventKind.cross:
        return;
      default:
        assert(false, `a replayed event is order by order, was of kind ${block.kind[row]}`);
    }
  }

  #fill(id: number, side: Side, price: number, lots: number): NewOrder {
    const order = this.#order;
    order.orderId = id;
    order.side = side;
    order.priceTicks = price;
    order.quantityLots = lots;
    order.timeInForce = timeInForce.day;
    return order;
  }

  #add(id: number, side: Side, price: number, lots: number): void {
    this.#absorb(this.#fill(id, side, price, lots));
  }

  #reveal(id: number, side: Side, price: number, lots: number): void {
    const opposite = this.#engine.book.levels[oppositeSide(side)];
    const order = this.#fill(id, side, price, lots);
    // Depth that comes into sight across one of our orders meets it like a new order would.
    if (opposite.bestKey <= price * opposite.sign) this.#absorb(order);
    else this.#engine.placeFirst(order);
  }

  /** A recorded order comes in; what it trades with ours is counted. */
  #absorb(order: NewOrder): void {
    const before = this.#engine.reports.written;
    this.#engine.submit(order);
    const absorbed = this.#tradedSince(before);
    if (absorbed > 0) this.divergence.events++;
    this.divergence.absorbedLots += absorbed;
  }

  /** A hidden order stands behind everything displayed at its price, ours and others'. */
  #executeHidden(side: Side, price: number, lots: number): void {
    let toOurs = this.#tradeWithBetter(side, price, lots);
    const { book } = this.#engine;
    const level = book.levels[side].find(price * book.levels[side].sign);
    for (const id of [...this.#own.resting(side)]) {
      const slot = book.index.get(id);
      const isFirst = level >= 0 && slot >= 0 && book.headOf(side, level) === slot;
      if (toOurs === lots || !isFirst || book.displays[slot] === display.hidden) continue;
      toOurs += this.#engine.executeResting(id, lots - toOurs, this.#takerId());
    }
    if (toOurs === 0) return;
    this.divergence.events++;
    this.divergence.displacedLots += toOurs;
  }

  #cancel(id: number, lots: number): void {
    const slot = this.#engine.book.index.get(id);
    const there = slot < 0 ? 0 : this.#engine.book.leavesOf(slot);
    if (there < lots) {
      this.divergence.events++;
      this.divergence.missingCancelLots += lots - there;
    }
    this.#engine.reduce(id, lots);
  }

  #execute(id: number, side: Side, price: number, lots: number): void {
    const engine = this.#engine;
    this.#lastTradeTicks = price;
    let left = lots - this.#tradeWithBetter(side, price, lots);
    left -= this.#tradeWithOwnAhead(id, side, price, left);
    const toOurs = lots - left;
    left -= left > 0 ? engine.executeResting(id, left, this.#takerId()) : 0;
    if (toOurs > 0 || left > 0) this.divergence.events++;
    if (toOurs > 0) {
      this.divergence.displacedLots += toOurs;
      engine.reduce(id, toOurs);
    }
    if (left > 0) this.divergence.unfilledLots += left - this.#tradeAtOrBetter(side, price, left);
  }

  /** Lots of ours that stand at a better price than `price` trade first. */
  #tradeWithBetter(side: Side, price: number, lots: number): number {
    const own = this.#own.resting(side);
    if (own.length === 0) return 0;
    const { book } = this.#engine;
    const limitKey = price * book.levels[side].sign;
    let left = lots;
    for (const id of [...own]) {
      for (let slot = book.index.get(id); left > 0 && slot >= 0; slot = book.index.get(id)) {
        if (book.keys[slot] >= limitKey) break;
        left -= this.#engine.executeResting(id, left, this.#takerId());
      }
    }
    return lots - left;
  }

  /** Our orders at the traded price that stand ahead of the recorded one trade before it. */
  #tradeWithOwnAhead(id: number, side: Side, price: number, lots: number): number {
    const own = this.#own.resting(side);
    if (own.length === 0 || lots === 0) return 0;
    const { book } = this.#engine;
    const key = price * book.levels[side].sign;
    const recorded = book.index.get(id);
    if (recorded < 0) return 0;
    const ahead = own.filter((ownId) => {
      const slot = book.index.get(ownId);
      return book.keys[slot] === key && book.isAhead(slot, recorded);
    });
    let left = lots;
    for (const ownId of ahead) {
      if (left > 0) left -= this.#engine.executeResting(ownId, left, this.#takerId());
    }
    return lots - left;
  }

  /** What the recorded order no longer has trades with whatever stands at its price or better. */
  #tradeAtOrBetter(side: Side, price: number, lots: number): number {
    const before = this.#engine.reports.written;
    const order = this.#fill(this.#takerId(), oppositeSide(side), price, lots);
    order.timeInForce = timeInForce.immediateOrCancel;
    this.#engine.submit(order);
    return this.#tradedSince(before);
  }

  #tradedSince(before: number): number {
    const { reports } = this.#engine;
    let lots = 0;
    for (let index = before; index < reports.written; index++) {
      if (reports.read(index, reportField.kind) === reportKind.trade) {
        lots += reports.read(index, reportField.quantityLots);
      }
    }
    return lots;
  }

  #setStatus(status: number): void {
    if (status !== tradingStatus.trading) {
      this.#engine.setPhase(phase.call, this.#lastTradeTicks);
    } else if (this.#own.resting(bid).length + this.#own.resting(ask).length > 0) {
      this.#engine.setPhase(phase.continuous, this.#lastTradeTicks);
    } else {
      // Recorded orders that cross in the call are moved by the record alone.
      this.#engine.phase = phase.continuous;
    }
  }

  #takerId(): number {
    return this.#nextTakerId--;
  }
}
