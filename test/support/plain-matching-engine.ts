/**
 * The second implementation of the matching contract: plain objects in plain arrays, no index, no
 * bitmap, every rule spelled out on its own. Slow and easy to read; it exists to disagree with the
 * fast engine when one of them is wrong.
 */
import { chooseUncross } from "../../src/market/auction.ts";
import { computeStateHash, type RestingOrder } from "../../src/market/book-hash.ts";
import {
  defaultMatchingRules,
  type MatchingEngine,
  type MatchingRules,
  type Phase,
  phase,
} from "../../src/market/matching-contract.ts";
import {
  cancelCode,
  display,
  type NewOrder,
  orderType,
  refusalCode,
  timeInForce,
} from "../../src/market/order.ts";
import { priceTicksLimit } from "../../src/market/price-levels.ts";
import { ReportRing, reportKind } from "../../src/market/report-ring.ts";
import { buy, type Side, sell } from "../../src/market/side.ts";

interface PlainOrder {
  terms: NewOrder;
  open: number;
  reserve: number;
}

export class PlainMatchingEngine implements MatchingEngine {
  readonly reports = new ReportRing();
  readonly rules: MatchingRules;
  sequence = 0;
  phase: Phase = phase.continuous;
  /** All resting orders of one side in the order in which they came to their present rank. */
  orders: [PlainOrder[], PlainOrder[]] = [[], []];

  constructor(options: { rules?: Partial<MatchingRules> } = {}) {
    this.rules = { ...defaultMatchingRules, ...options.rules };
  }

  submit(order: NewOrder): void {
    const reason = this.refusal(order);
    if (reason !== undefined) {
      this.report(reportKind.orderReject, order, order.quantityLots, refusalCode[reason]);
    } else {
      this.report(reportKind.orderAck, order, order.quantityLots, 0);
      this.enter({ ...order });
    }
    this.sequence++;
  }

  cancel(orderId: number): void {
    const found = this.find(orderId);
    if (found === undefined) {
      this.reject(reportKind.cancelReject, orderId, "unknownOrder");
    } else {
      this.report(
        reportKind.cancelAck,
        found.terms,
        found.open + found.reserve,
        cancelCode.requested,
      );
      this.drop(found);
    }
    this.sequence++;
  }

  replace(orderId: number, priceTicks: number, quantityLots: number): void {
    const found = this.find(orderId);
    const reason = this.replaceRefusal(found, priceTicks, quantityLots);
    if (found === undefined || reason !== undefined) {
      this.reject(reportKind.modifyReject, orderId, reason ?? "unknownOrder");
    } else {
      const leaves = found.open + found.reserve;
      const isMarket = found.terms.type === orderType.market;
      const isSamePrice = isMarket || found.terms.priceTicks === priceTicks;
      const keepsRank =
        this.rules.replaceKeepsRank === "sizeDown" && isSamePrice && quantityLots < leaves;
      if (keepsRank) this.lower(found, leaves - quantityLots);
      else {
        this.drop(found);
        this.enter({ ...found.terms, priceTicks, quantityLots });
      }
      this.reports.write(
        reportKind.modifyAck,
        this.sequence,
        orderId,
        found.terms.side,
        priceTicks,
        quantityLots,
        0,
        0,
      );
    }
    this.sequence++;
  }

  setPhase(next: Phase, referencePriceTicks: number): void {
    const before = this.phase;
    const gathered = before === phase.call || before === phase.halted;
    if (gathered && (next === phase.continuous || next === phase.closed)) {
      this.uncross(referencePriceTicks);
    }
    this.phase = next;
    this.sequence++;
  }

  stateHash(): string {
    return computeStateHash(this.phase, this.restingOrders());
  }

  restingOrders(): RestingOrder[] {
    return [...this.ranked(buy), ...this.ranked(sell)].map(({ terms, open, reserve }) => ({
      orderId: terms.orderId,
      ownerId: terms.ownerId,
      side: terms.side,
      type: terms.type,
      priceTicks: terms.type === orderType.market ? 0 : terms.priceTicks,
      openLots: open,
      reserveLots: reserve,
      peakLots: terms.display === display.iceberg ? terms.displayLots : 0,
      timeInForce: terms.timeInForce,
      display: terms.display,
      isPostOnly: terms.isPostOnly,
    }));
  }

  snapshot(): ArrayBuffer {
    const text = JSON.stringify([this.sequence, this.phase, this.orders]);
    return new TextEncoder().encode(text).slice().buffer;
  }

  restore(snapshot: ArrayBuffer): void {
    const saved = JSON.parse(new TextDecoder().decode(snapshot));
    [this.sequence, this.phase, this.orders] = saved;
    this.reports.releaseAll();
  }

  /** One side as it trades: waiting market orders, best price first, displayed before hidden. */
  ranked(side: Side): PlainOrder[] {
    const urgency = ({ terms }: PlainOrder): number =>
      terms.type === orderType.market ? Number.NEGATIVE_INFINITY : this.worth(terms);
    const isHidden = ({ terms }: PlainOrder): number =>
      terms.type === orderType.limit && terms.display === display.hidden ? 1 : 0;
    return [...this.orders[side]].sort((a, b) => {
      if (urgency(a) !== urgency(b)) return urgency(a) < urgency(b) ? -1 : 1;
      return isHidden(a) - isHidden(b); // equal: the sort keeps the order of arrival
    });
  }

  /** Lower trades first. */
  private worth(terms: NewOrder): number {
    return terms.side === buy ? -terms.priceTicks : terms.priceTicks;
  }

  private refusal(order: NewOrder): keyof typeof refusalCode | undefined {
    if (this.phase === phase.halted) return "marketHalted";
    if (this.phase === phase.closed) return "marketClosed";
    if (!Number.isSafeInteger(order.quantityLots) || order.quantityLots <= 0) return "badQuantity";
    if (order.type === orderType.limit && !isPrice(order.priceTicks)) return "badPrice";
    if (order.display === display.iceberg) {
      const immediate =
        order.timeInForce === timeInForce.immediateOrCancel ||
        order.timeInForce === timeInForce.fillOrKill;
      const fits = order.displayLots > 0 && order.displayLots <= order.quantityLots;
      const isWhole = Number.isSafeInteger(order.displayLots);
      if (order.type === orderType.market || immediate || !fits || !isWhole) {
        return "badDisplayQuantity";
      }
    }
    if (this.find(order.orderId) !== undefined) return "duplicateOrderId";
    const continuous = this.phase === phase.continuous;
    if (order.timeInForce === timeInForce.auction) {
      return continuous ? "notInThisPhase" : undefined;
    }
    if (order.timeInForce !== timeInForce.day) return continuous ? undefined : "notInThisPhase";
    if (!order.isPostOnly) return undefined;
    if (order.type === orderType.market) return "badPrice";
    return continuous && this.crosses(order, order.priceTicks) ? "wouldCross" : undefined;
  }

  private replaceRefusal(
    found: PlainOrder | undefined,
    priceTicks: number,
    quantityLots: number,
  ): keyof typeof refusalCode | undefined {
    if (found === undefined) return "unknownOrder";
    if (this.phase === phase.halted) return "marketHalted";
    if (this.phase === phase.closed) return "marketClosed";
    if (!Number.isSafeInteger(quantityLots) || quantityLots <= 0) return "badQuantity";
    if (found.terms.type === orderType.limit && !isPrice(priceTicks)) return "badPrice";
    const continuous = this.phase === phase.continuous;
    if (found.terms.isPostOnly && continuous && this.crosses(found.terms, priceTicks)) {
      return "wouldCross";
    }
    return undefined;
  }

  private crosses({ side }: NewOrder, priceTicks: number): boolean {
    return this.orders[side === buy ? sell : buy].some(({ terms }) =>
      side === buy ? terms.priceTicks <= priceTicks : terms.priceTicks >= priceTicks,
    );
  }

  private enter(order: NewOrder): void {
    if (this.phase === phase.call) {
      this.rest(order, order.quantityLots);
      return;
    }
    if (order.timeInForce === timeInForce.fillOrKill && !this.canFillWhole(order)) {
      this.report(reportKind.cancelAck, order, order.quantityLots, cancelCode.notFilledWhole);
      return;
    }
    let left = order.quantityLots;
    while (left > 0) {
      const [best] = this.tradable(order);
      if (best === undefined) break;
      if (this.isOwn(order, best)) {
        const mode = this.rules.selfTradePrevention;
        const code = cancelCode.selfTradePrevention;
        if (mode === "decrement") {
          const lots = Math.min(best.open, left);
          this.report(reportKind.cancelAck, best.terms, lots, code);
          this.report(reportKind.cancelAck, order, lots, code);
          this.lower(best, lots);
          left -= lots;
          continue;
        }
        if (mode !== "cancelNewest") {
          this.report(reportKind.cancelAck, best.terms, best.open + best.reserve, code);
          this.drop(best);
        }
        if (mode === "cancelOldest") continue;
        this.report(reportKind.cancelAck, order, left, code);
        return;
      }
      const lots = Math.min(best.open, left);
      left -= lots;
      this.reports.write(
        reportKind.trade,
        this.sequence,
        best.terms.orderId,
        best.terms.side,
        best.terms.priceTicks,
        lots,
        order.orderId,
        0,
      );
      this.fill(best, lots);
    }
    if (left === 0) return;
    if (order.timeInForce !== timeInForce.day) {
      this.report(reportKind.cancelAck, order, left, cancelCode.immediateRemainder);
    } else if (order.type === orderType.market) {
      this.report(reportKind.cancelAck, order, left, cancelCode.marketRemainder);
    } else this.rest(order, left);
  }

  /** Opposite orders within the limit of an incoming order, in the order in which they trade. */
  private tradable(order: NewOrder): PlainOrder[] {
    return this.ranked(order.side === buy ? sell : buy).filter(({ terms }) => {
      if (order.type === orderType.market) return true;
      return order.side === buy
        ? terms.priceTicks <= order.priceTicks
        : terms.priceTicks >= order.priceTicks;
    });
  }

  private isOwn(order: NewOrder, other: PlainOrder): boolean {
    return (
      this.rules.selfTradePrevention !== "none" &&
      order.ownerId !== 0 &&
      order.ownerId === other.terms.ownerId
    );
  }

  private canFillWhole(order: NewOrder): boolean {
    const others = this.tradable(order);
    const mayMeetOwn = this.rules.selfTradePrevention === "cancelOldest";
    let missing = order.quantityLots;
    for (const price of new Set(others.map(({ terms }) => terms.priceTicks))) {
      const level = others.filter(({ terms }) => terms.priceTicks === price);
      const firstOwn = level.findIndex((other) => this.isOwn(order, other));
      const lotsOf = (orders: PlainOrder[], withReserve: boolean): number =>
        orders
          .filter((other) => !this.isOwn(order, other))
          .reduce((lots, { open, reserve }) => lots + open + (withReserve ? reserve : 0), 0);
      if (firstOwn >= 0 && !mayMeetOwn) {
        // Only what stands before the own order, and of icebergs only what shows.
        return missing <= 0 || lotsOf(level.slice(0, firstOwn), false) >= missing;
      }
      missing -= lotsOf(level, true);
      if (missing <= 0) return true;
    }
    return false;
  }

  private rest(order: NewOrder, lots: number): void {
    const open = order.display === display.iceberg ? Math.min(order.displayLots, lots) : lots;
    this.orders[order.side].push({ terms: order, open, reserve: lots - open });
  }

  private fill(order: PlainOrder, lots: number): void {
    order.open -= lots;
    if (order.open > 0) return;
    this.drop(order);
    if (order.reserve === 0) return;
    order.open = Math.min(order.terms.displayLots, order.reserve);
    order.reserve -= order.open;
    this.orders[order.terms.side].push(order);
  }

  private lower(order: PlainOrder, lots: number): void {
    if (lots >= order.open + order.reserve) {
      this.drop(order);
      return;
    }
    const fromReserve = Math.min(lots, order.reserve);
    order.reserve -= fromReserve;
    order.open -= lots - fromReserve;
  }

  private uncross(referencePriceTicks: number): void {
    const all = [...this.orders[buy], ...this.orders[sell]];
    const limits = all.filter(({ terms }) => terms.type === orderType.limit);
    const prices = [...new Set(limits.map(({ terms }) => terms.priceTicks))].sort((a, b) => a - b);
    if (prices.length === 0) prices.push(referencePriceTicks);
    const sum = (orders: PlainOrder[]): number =>
      orders.reduce((lots, order) => lots + order.open + order.reserve, 0);
    const isWilling = (price: number) => (order: PlainOrder) => {
      if (order.terms.type === orderType.market) return true;
      if (order.terms.side === buy) return order.terms.priceTicks >= price;
      return order.terms.priceTicks <= price;
    };
    const { priceTicks, lots } = chooseUncross(
      prices.map((price) => ({
        priceTicks: price,
        demandLots: sum(this.orders[buy].filter(isWilling(price))),
        supplyLots: sum(this.orders[sell].filter(isWilling(price))),
      })),
      referencePriceTicks,
    );
    for (let left = lots; left > 0; ) {
      const buyer = this.ranked(buy)[0]!;
      const seller = this.ranked(sell)[0]!;
      const traded = Math.min(left, buyer.open, seller.open);
      this.reports.write(
        reportKind.auctionTrade,
        this.sequence,
        buyer.terms.orderId,
        buy,
        priceTicks,
        traded,
        seller.terms.orderId,
        0,
      );
      this.fill(buyer, traded);
      this.fill(seller, traded);
      left -= traded;
    }
    for (const side of [buy, sell] as const) {
      for (const order of this.ranked(side)) {
        const isOver =
          order.terms.type === orderType.market || order.terms.timeInForce === timeInForce.auction;
        if (!isOver) continue;
        const leaves = order.open + order.reserve;
        this.report(reportKind.cancelAck, order.terms, leaves, cancelCode.auctionRemainder);
        this.drop(order);
      }
    }
  }

  private find(orderId: number): PlainOrder | undefined {
    return [...this.orders[buy], ...this.orders[sell]].find(
      ({ terms }) => terms.orderId === orderId,
    );
  }

  private drop(order: PlainOrder): void {
    const { side } = order.terms;
    this.orders[side] = this.orders[side].filter((other) => other !== order);
  }

  private report(
    kind: (typeof reportKind)[keyof typeof reportKind],
    order: NewOrder,
    lots: number,
    code: number,
  ): void {
    const isCancelledMarket = order.type === orderType.market && kind === reportKind.cancelAck;
    const price = isCancelledMarket ? 0 : order.priceTicks;
    this.reports.write(kind, this.sequence, order.orderId, order.side, price, lots, 0, code);
  }

  private reject(
    kind: (typeof reportKind)[keyof typeof reportKind],
    orderId: number,
    reason: keyof typeof refusalCode,
  ): void {
    this.reports.write(kind, this.sequence, orderId, 0, 0, 0, 0, refusalCode[reason]);
  }
}

function isPrice(priceTicks: number): boolean {
  return Number.isInteger(priceTicks) && Math.abs(priceTicks) < priceTicksLimit;
}
