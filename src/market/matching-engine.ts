/**
 * A price-time priority matching engine for one instrument.
 *
 * Messages go in one by one, reports come out through a ring. Trades print at the price of the
 * order that rested. Each message gets one number (`sequence`), which its reports carry. The
 * contract, `MatchingEngine`, is also met by a plain second implementation in `test/support`, and
 * both pass one suite and give equal state hashes on random message streams.
 */
import { computeUncross } from "./auction.ts";
import { computeStateHash, listOrders, type RestingOrder } from "./book-hash.ts";
import { restoreBook, snapshotBook } from "./book-snapshot.ts";
import { LimitOrderBook, type LimitOrderBookOptions } from "./limit-order-book.ts";
import {
  defaultMatchingRules,
  type MatchingEngine,
  type MatchingRules,
  type Phase,
  phase,
} from "./matching-contract.ts";
import {
  cancelCode,
  display,
  type NewOrder,
  orderType,
  type RefusalReason,
  refusalCode,
  timeInForce,
} from "./order.ts";
import { noKey, priceTicksLimit } from "./price-levels.ts";
import { ReportRing, reportKind } from "./report-ring.ts";
import { buy, type Side, sell } from "./side.ts";

export interface MatchingEngineOptions extends LimitOrderBookOptions {
  readonly rules?: Partial<MatchingRules>;
}

export class FastMatchingEngine implements MatchingEngine {
  readonly reports = new ReportRing();
  readonly book: LimitOrderBook;
  readonly rules: MatchingRules;
  sequence = 0;
  phase: Phase = phase.continuous;

  /** Re-entry of a replaced order; one object for the life of the engine. */
  readonly #entry: NewOrder = {
    orderId: 0,
    ownerId: 0,
    side: buy,
    type: orderType.limit,
    timeInForce: timeInForce.day,
    priceTicks: 0,
    quantityLots: 0,
    display: display.full,
    displayLots: 0,
    isPostOnly: false,
  };
  /** Set by a match that self-trade prevention ended: the incoming order goes no further. */
  #isTakerStopped = false;
  readonly #preventsSelfTrades: boolean;

  constructor(options: MatchingEngineOptions = {}) {
    this.rules = { ...defaultMatchingRules, ...options.rules };
    this.#preventsSelfTrades = this.rules.selfTradePrevention !== "none";
    this.book = new LimitOrderBook(options);
  }

  submit(order: NewOrder): void {
    const refusal = this.#refusalOf(order);
    if (refusal !== "none") {
      this.#write(
        reportKind.orderReject,
        order.orderId,
        order.side,
        order.priceTicks,
        order.quantityLots,
        0,
        refusalCode[refusal],
      );
      this.sequence++;
      return;
    }
    const { orderId, side, priceTicks, quantityLots } = order;
    this.#write(reportKind.orderAck, orderId, side, priceTicks, quantityLots, 0, 0);
    this.#enter(order);
    this.sequence++;
  }

  cancel(orderId: number): void {
    const slot = this.book.index.get(orderId);
    if (slot < 0) {
      this.#write(reportKind.cancelReject, orderId, 0, 0, 0, 0, refusalCode.unknownOrder);
    } else {
      this.#cancelSlot(slot, cancelCode.requested);
    }
    this.sequence++;
  }

  replace(orderId: number, priceTicks: number, quantityLots: number): void {
    const slot = this.book.index.get(orderId);
    const refusal = this.#replaceRefusalOf(slot, priceTicks, quantityLots);
    if (refusal !== "none") {
      this.#write(reportKind.modifyReject, orderId, 0, 0, 0, 0, refusalCode[refusal]);
    } else {
      this.#replaceSlot(slot, priceTicks, quantityLots);
    }
    this.sequence++;
  }

  setPhase(next: Phase, referencePriceTicks: number): void {
    const mayHaveGathered = this.phase === phase.call || this.phase === phase.halted;
    const ends = next === phase.continuous || next === phase.closed;
    if (mayHaveGathered && ends) this.#uncross(referencePriceTicks);
    this.phase = next;
    this.sequence++;
  }

  stateHash(): string {
    return computeStateHash(this.phase, this.restingOrders());
  }

  restingOrders(): RestingOrder[] {
    return listOrders(this.book);
  }

  snapshot(): ArrayBuffer {
    return snapshotBook(this.book, [this.sequence, this.phase]);
  }

  restore(snapshot: ArrayBuffer): void {
    const [sequence, savedPhase] = restoreBook(this.book, snapshot);
    this.sequence = sequence;
    this.phase = savedPhase as Phase;
    this.reports.releaseAll();
  }

  // What a replayed or simulated market needs beside the messages of traders. Each counts as one
  // message, like those above.

  /** Puts an order that stood before it could be seen ahead of everything at its price. */
  placeFirst(order: NewOrder): void {
    this.book.place(order, order.quantityLots, "first");
    this.sequence++;
  }

  /** Puts an order behind everything at its price, whatever it would trade with. */
  placeLast(order: NewOrder): void {
    this.book.place(order, order.quantityLots, "last");
    this.sequence++;
  }

  /** Takes lots off a resting order without a trade and without touching its rank. */
  reduce(orderId: number, lots: number): void {
    const slot = this.book.index.get(orderId);
    if (slot < 0) this.sequence++;
    else this.reduceSlot(slot, lots);
  }

  /** The same for who has found the order in the book already. */
  reduceSlot(slot: number, lots: number): void {
    const { book } = this;
    const taken = Math.min(lots, book.leavesOf(slot));
    if (taken > 0) {
      const price = book.priceOf(slot);
      const code = cancelCode.withdrawn;
      this.#write(reportKind.cancelAck, book.ids[slot], book.sides[slot], price, taken, 0, code);
      this.#lower(slot, taken);
    }
    this.sequence++;
  }

  /** Trades against one named resting order, whatever its rank; returns the lots traded. */
  executeResting(orderId: number, lots: number, takerId: number): number {
    const slot = this.book.index.get(orderId);
    const traded = slot < 0 ? 0 : Math.min(lots, this.book.openLots[slot]);
    if (traded > 0) this.#trade(slot, traded, takerId);
    this.sequence++;
    return traded;
  }

  #write(
    kind: (typeof reportKind)[keyof typeof reportKind],
    orderId: number,
    side: number,
    priceTicks: number,
    lots: number,
    contraId: number,
    code: number,
  ): void {
    this.reports.write(kind, this.sequence, orderId, side, priceTicks, lots, contraId, code);
  }

  #refusalOf(order: NewOrder): RefusalReason {
    if (this.phase === phase.halted) return "marketHalted";
    if (this.phase === phase.closed) return "marketClosed";
    if (!(Number.isSafeInteger(order.quantityLots) && order.quantityLots > 0)) return "badQuantity";
    if (order.type === orderType.limit && !isPrice(order.priceTicks)) return "badPrice";
    if (order.display === display.iceberg && !isDisplay(order)) return "badDisplayQuantity";
    if (this.book.index.get(order.orderId) >= 0) return "duplicateOrderId";
    if (order.timeInForce !== timeInForce.day || order.isPostOnly)
      return this.#specialRefusal(order);
    return "none";
  }

  /** Orders that are more than a day order: each fits some phases only. */
  #specialRefusal(order: NewOrder): RefusalReason {
    const isContinuous = this.phase === phase.continuous;
    if (order.timeInForce === timeInForce.auction) return isContinuous ? "notInThisPhase" : "none";
    if (order.timeInForce !== timeInForce.day) return isContinuous ? "none" : "notInThisPhase";
    if (order.type === orderType.market) return "badPrice";
    return isContinuous && this.#wouldCross(order.side, order.priceTicks) ? "wouldCross" : "none";
  }

  #wouldCross(side: Side, priceTicks: number): boolean {
    const opposite = this.book.levels[side ^ 1];
    return opposite.bestKey <= priceTicks * opposite.sign;
  }

  /** The limit of an incoming order in keys of the side it trades against. */
  #limitKey(order: NewOrder): number {
    if (order.type === orderType.market) return noKey - 1;
    return order.priceTicks * this.book.levels[order.side ^ 1].sign;
  }

  #enter(order: NewOrder): void {
    const { quantityLots } = order;
    if (this.phase === phase.call) {
      this.book.place(order, quantityLots, "last");
      return;
    }
    const limitKey = this.#limitKey(order);
    if (order.timeInForce === timeInForce.fillOrKill && !this.#canFillWhole(order, limitKey)) {
      this.#cancelRemainder(order, quantityLots, cancelCode.notFilledWhole);
      return;
    }
    const left = this.#match(order, quantityLots, limitKey);
    if (left === 0) return;
    if (this.#isTakerStopped) {
      this.#cancelRemainder(order, left, cancelCode.selfTradePrevention);
    } else if (order.timeInForce !== timeInForce.day) {
      this.#cancelRemainder(order, left, cancelCode.immediateRemainder);
    } else if (order.type === orderType.market) {
      this.#cancelRemainder(order, left, cancelCode.marketRemainder);
    } else {
      this.book.place(order, left, "last");
    }
  }

  #cancelRemainder(order: NewOrder, lots: number, code: number): void {
    const price = order.type === orderType.market ? 0 : order.priceTicks;
    this.#write(reportKind.cancelAck, order.orderId, order.side, price, lots, 0, code);
  }

  /** Trades an incoming order against the opposite side as far as its limit; returns what is left. */
  #match(order: NewOrder, lots: number, limitKey: number): number {
    const { book } = this;
    const opposite = (order.side ^ 1) as Side;
    const levels = book.levels[opposite];
    let left = lots;
    this.#isTakerStopped = false;
    while (left > 0 && levels.bestKey <= limitKey) {
      const slot = book.headOf(opposite, levels.bestSlot);
      if (this.#isOwn(slot, order.ownerId)) {
        left = this.#preventSelfTrade(slot, order, left);
        if (this.#isTakerStopped) return left;
        continue;
      }
      const open = book.openLots[slot];
      const traded = Math.min(open, left);
      left -= traded;
      this.#trade(slot, traded, order.orderId);
    }
    return left;
  }

  /** One trade against a resting order, reported. */
  #trade(slot: number, lots: number, takerId: number): void {
    const { book } = this;
    const side = book.sides[slot];
    this.#write(reportKind.trade, book.ids[slot], side, book.priceOf(slot), lots, takerId, 0);
    this.#takeTraded(slot, lots);
  }

  /** What a trade empties leaves the book or shows its next part. */
  #takeTraded(slot: number, lots: number): void {
    const { book } = this;
    if (lots < book.openLots[slot]) book.takeOpen(slot, lots);
    else if (book.reserveLots[slot] === 0) book.remove(slot);
    else {
      book.takeOpen(slot, lots);
      book.refill(slot);
    }
  }

  /** @returns what the incoming order has left; sets `#isTakerStopped` when it goes no further */
  #preventSelfTrade(slot: number, order: NewOrder, left: number): number {
    const code = cancelCode.selfTradePrevention;
    const mode = this.rules.selfTradePrevention;
    if (mode === "decrement") {
      const lots = Math.min(this.book.openLots[slot], left);
      const { ids, sides } = this.book;
      const price = this.book.priceOf(slot);
      this.#write(reportKind.cancelAck, ids[slot], sides[slot], price, lots, 0, code);
      this.#cancelRemainder(order, lots, code);
      this.#lower(slot, lots);
      return left - lots;
    }
    if (mode !== "cancelNewest") this.#cancelSlot(slot, code);
    this.#isTakerStopped = mode !== "cancelOldest";
    return left;
  }

  /**
   * Whether enough can be traded at once. Shares of the same owner do not count; where the order
   * would meet them before it is filled, it cannot be.
   */
  #canFillWhole(order: NewOrder, limitKey: number): boolean {
    const { book } = this;
    const opposite = (order.side ^ 1) as Side;
    const levels = book.levels[opposite];
    let missing = order.quantityLots;
    for (let level = levels.bestSlot; level >= 0; level = levels.next(level)) {
      if (levels.keys[level] > limitKey) return false;
      if (this.#stopsAt(opposite, level, order.ownerId)) {
        return this.#openBeforeOwn(opposite, level, order.ownerId) >= missing;
      }
      for (let slot = book.headOf(opposite, level); slot >= 0; slot = book.after(slot)) {
        if (!this.#isOwn(slot, order.ownerId)) missing -= book.leavesOf(slot);
      }
      if (missing <= 0) return true;
    }
    return false;
  }

  /**
   * Lots of a level that trade before an order of this owner is met; of icebergs only what shows,
   * for their next part queues behind it.
   */
  #openBeforeOwn(side: Side, level: number, ownerId: number): number {
    const { book } = this;
    let lots = 0;
    for (
      let slot = book.headOf(side, level);
      !this.#isOwn(slot, ownerId);
      slot = book.after(slot)
    ) {
      lots += book.openLots[slot];
    }
    return lots;
  }

  #isOwn(slot: number, ownerId: number): boolean {
    return this.#preventsSelfTrades && ownerId !== 0 && this.book.owners[slot] === ownerId;
  }

  /** Whether an order of the same owner at a level would end the incoming order. */
  #stopsAt(side: Side, level: number, ownerId: number): boolean {
    const { book } = this;
    if (this.rules.selfTradePrevention === "cancelOldest") return false;
    for (let slot = book.headOf(side, level); slot >= 0; slot = book.after(slot)) {
      if (this.#isOwn(slot, ownerId)) return true;
    }
    return false;
  }

  #cancelSlot(slot: number, code: number): void {
    const { book } = this;
    const isMarket = book.types[slot] === orderType.market;
    const price = isMarket ? 0 : book.priceOf(slot);
    const leaves = book.leavesOf(slot);
    this.#write(reportKind.cancelAck, book.ids[slot], book.sides[slot], price, leaves, 0, code);
    book.remove(slot);
  }

  /** Takes lots off an order, its unseen part first; at nothing left the order goes. */
  #lower(slot: number, lots: number): void {
    const { book } = this;
    if (lots >= book.leavesOf(slot)) {
      book.remove(slot);
      return;
    }
    const fromReserve = Math.min(lots, book.reserveLots[slot]);
    book.reserveLots[slot] -= fromReserve;
    if (lots > fromReserve) book.takeOpen(slot, lots - fromReserve);
  }

  #replaceRefusalOf(slot: number, priceTicks: number, quantityLots: number): RefusalReason {
    if (slot < 0) return "unknownOrder";
    if (this.phase === phase.halted) return "marketHalted";
    if (this.phase === phase.closed) return "marketClosed";
    if (!(Number.isSafeInteger(quantityLots) && quantityLots > 0)) return "badQuantity";
    const { book } = this;
    if (book.types[slot] === orderType.limit && !isPrice(priceTicks)) return "badPrice";
    const mustNotCross = book.postOnly[slot] === 1 && this.phase === phase.continuous;
    if (mustNotCross && this.#wouldCross(book.sides[slot] as Side, priceTicks)) return "wouldCross";
    return "none";
  }

  #replaceSlot(slot: number, priceTicks: number, quantityLots: number): void {
    const { book } = this;
    const orderId = book.ids[slot];
    const side = book.sides[slot] as Side;
    const isMarket = book.types[slot] === orderType.market;
    const leaves = book.leavesOf(slot);
    const isSizeDown =
      this.rules.replaceKeepsRank === "sizeDown" &&
      quantityLots < leaves &&
      (isMarket || book.priceOf(slot) === priceTicks);
    if (isSizeDown) {
      this.#lower(slot, leaves - quantityLots);
    } else {
      const entry = this.#entry;
      entry.orderId = orderId;
      entry.ownerId = book.owners[slot];
      entry.side = side;
      entry.type = book.types[slot] as NewOrder["type"];
      entry.timeInForce = book.timesInForce[slot] as NewOrder["timeInForce"];
      entry.priceTicks = priceTicks;
      entry.quantityLots = quantityLots;
      entry.display = book.displays[slot] as NewOrder["display"];
      entry.displayLots = book.peakLots[slot];
      entry.isPostOnly = book.postOnly[slot] === 1;
      book.remove(slot);
      this.#enter(entry);
    }
    this.#write(reportKind.modifyAck, orderId, side, priceTicks, quantityLots, 0, 0);
  }

  /** Trades what can trade at one price, then lets go of what was meant for the auction only. */
  #uncross(referencePriceTicks: number): void {
    const { book } = this;
    const { priceTicks, lots } = computeUncross(book, referencePriceTicks);
    let left = lots;
    while (left > 0) {
      const buyer = firstInAuction(book, buy);
      const seller = firstInAuction(book, sell);
      const traded = Math.min(left, book.openLots[buyer], book.openLots[seller]);
      const { ids } = book;
      this.#write(reportKind.auctionTrade, ids[buyer], buy, priceTicks, traded, ids[seller], 0);
      this.#takeTraded(buyer, traded);
      this.#takeTraded(seller, traded);
      left -= traded;
    }
    this.#cancelAuctionRemainders(buy);
    this.#cancelAuctionRemainders(sell);
  }

  #cancelAuctionRemainders(side: Side): void {
    const { book } = this;
    const code = cancelCode.auctionRemainder;
    while (book.waitingHead[side] >= 0) this.#cancelSlot(book.waitingHead[side], code);
    const levels = book.levels[side];
    let level = levels.bestSlot;
    while (level >= 0) {
      const nextLevel = levels.next(level);
      for (let slot = book.headOf(side, level); slot >= 0; ) {
        const after = book.after(slot);
        if (book.timesInForce[slot] === timeInForce.auction) this.#cancelSlot(slot, code);
        slot = after;
      }
      level = nextLevel;
    }
  }
}

/** The order that trades next on one side of an auction: market orders, then the best price. */
function firstInAuction(book: LimitOrderBook, side: Side): number {
  const waiting = book.waitingHead[side];
  return waiting >= 0 ? waiting : book.headOf(side, book.levels[side].bestSlot);
}

function isPrice(priceTicks: number): boolean {
  return Number.isInteger(priceTicks) && Math.abs(priceTicks) < priceTicksLimit;
}

function isDisplay(order: NewOrder): boolean {
  return (
    order.type === orderType.limit &&
    order.timeInForce !== timeInForce.immediateOrCancel &&
    order.timeInForce !== timeInForce.fillOrKill &&
    Number.isSafeInteger(order.displayLots) &&
    order.displayLots > 0 &&
    order.displayLots <= order.quantityLots
  );
}
