/**
 * A market that reacts: populations of traders, and whoever else comes, in one matching engine.
 *
 * The market's owner drives it: `step` lets the next trader act, `observe` takes in what the engine
 * said, whoever caused it. The order of events is total: by time, then by the place of the
 * population in the world; an order under test comes before all of them. The whole state is one
 * buffer, and the run hash sees every trade.
 */
import { assert } from "../core/assert.ts";
import { createHasher, type Hasher } from "../core/hash.ts";
import type { StateReader, StateWriter } from "../core/state-buffer.ts";
import type { TimeNs } from "../core/units.ts";
import { FastMatchingEngine } from "../market/matching-engine.ts";
import { createNewOrder, type NewOrder } from "../market/order.ts";
import { reportField, reportKind } from "../market/report-ring.ts";
import { ask, bid, oppositeSide, type Side } from "../market/side.ts";
import { isOwnId } from "./own-order-ledger.ts";
import type { Conditions, MarketFloor, Population } from "./traders/population.ts";

/** One level of a book somebody has seen. */
export interface SeenLevel {
  readonly priceTicks: number;
  readonly lots: number;
}

/** The book a market opens with; the best level of each side first. */
export interface OpeningBook {
  readonly bids: readonly SeenLevel[];
  readonly asks: readonly SeenLevel[];
}

/** Conditions, and the population that makes them. */
export interface Nature extends Population, Conditions {
  /** News of this run, out or still to come: for telling results apart, not for policies. */
  readonly newsDrawn?: readonly { readonly timeNs: number; readonly kind: string }[];
}

export interface SimulatedMarketPlan {
  /** When traders begin. */
  readonly startNs: TimeNs;
  readonly opening: OpeningBook;
  /** Acts before all others. */
  readonly nature: Nature;
  /** In the order in which they act at equal times. */
  readonly populations: readonly Population[];
}

/** Owner of the orders of an opening book. */
export const openingOwnerId = 2;

/** Lots by what became of them, over all orders of a market. */
export interface LotAccount {
  readonly sentLots: number;
  /** Counted once for each of the two orders of a trade. */
  readonly tradedLots: number;
  readonly cancelledLots: number;
  readonly rejectedLots: number;
  readonly restingLots: number;
}

/** What a market has done since `watch`. */
export interface MarketActivity {
  /** Lots of the trades in which we had no part. */
  readonly othersLots: number;
  /** Trades in which we had no part. */
  readonly othersTrades: number;
  readonly ownLots: number;
  /** Nanoseconds in which both sides were quoted. */
  readonly twoSidedNs: number;
}

export class SimulatedMarket implements MarketFloor {
  readonly engine = new FastMatchingEngine({ recordsTouches: true, windowTicks: 1024 });
  readonly conditions: Conditions;
  readonly plan: SimulatedMarketPlan;
  nowNs = 0;
  midTicks = Number.NaN;
  /** Acts of the populations so far. */
  events = 0;
  readonly #populations: readonly Population[];
  readonly #listeners: readonly Population[];
  /** Filled again and again for every level of an opening book. */
  readonly #openingOrder = createNewOrder({
    ...{ orderId: 1, ownerId: openingOwnerId, side: bid, priceTicks: 0, quantityLots: 1 },
  });
  #next: Population;
  #nextNs = Number.POSITIVE_INFINITY;
  #nextOrderId = 1;
  #seen = 0;
  #hasher: Hasher = createHasher();
  #sentLots = 0;
  #tradedLots = 0;
  #cancelledLots = 0;
  #rejectedLots = 0;
  #othersLots = 0;
  #othersTrades = 0;
  #ownLots = 0;
  #twoSidedNs = 0;
  #observedNs = 0;
  #isTwoSided = false;

  constructor(plan: SimulatedMarketPlan) {
    this.plan = plan;
    this.conditions = plan.nature;
    this.#populations = [plan.nature, ...plan.populations];
    this.#listeners = this.#populations.filter(({ onTrade }) => onTrade !== undefined);
    this.#next = plan.nature;
  }

  /** Begins the run of a seed with the opening book of the plan. */
  open(seed: number): void {
    this.openAt(this.plan.startNs, this.plan.opening, seed);
  }

  /**
   * Begins a run at any moment from a book that somebody has seen. Nothing of an earlier run is
   * left: a fork for a decision starts here, from what can be observed.
   */
  openAt(nowNs: number, book: OpeningBook, seed: number): void {
    this.#clear(nowNs);
    for (const level of book.bids) this.#place(bid, level);
    for (const level of book.asks) this.#place(ask, level);
    this.observe(nowNs);
    this.engine.reports.releaseAll();
    this.#seen = this.engine.reports.written;
    for (const population of this.#populations) population.open(this, seed, nowNs);
    this.#findNext();
  }

  /** When a trader acts next; Infinity when nobody ever does again. */
  get nextNs(): number {
    return this.#nextNs;
  }

  /** Lets the next trader act. The owner calls `observe`, or settles, before anything else. */
  step(): void {
    assert(this.#nextNs >= this.nowNs, "a market's time does not go back");
    this.nowNs = this.#nextNs;
    this.events++;
    this.#next.act(this);
    this.#findNext();
  }

  /** One step of a market with nobody but its traders. */
  stepAlone(): void {
    this.step();
    this.observe(this.nowNs);
    this.engine.reports.releaseAll();
    this.engine.book.touchedCount = 0;
  }

  /** Runs alone until just before a time. */
  runTo(timeNs: number): void {
    while (this.#nextNs < timeNs) this.stepAlone();
  }

  /** Takes in what the engine has said since the last call; its owner releases the reports. */
  observe(timeNs: number): void {
    const { reports } = this.engine;
    this.nowNs = timeNs;
    if (this.#isTwoSided) this.#twoSidedNs += timeNs - this.#observedNs;
    this.#observedNs = timeNs;
    for (let index = this.#seen; index < reports.written; index++) {
      const lots = reports.read(index, reportField.quantityLots);
      switch (reports.read(index, reportField.kind)) {
        case reportKind.orderAck:
          this.#sentLots += lots;
          break;
        case reportKind.trade:
          this.#observeTrade(timeNs, index, lots);
          break;
        case reportKind.cancelAck:
          this.#cancelledLots += lots;
          break;
        case reportKind.orderReject:
          this.#sentLots += lots;
          this.#rejectedLots += lots;
          break;
        default:
      }
    }
    this.#seen = reports.written;
    const bids = this.engine.book.levels[bid];
    const asks = this.engine.book.levels[ask];
    this.#isTwoSided = bids.bestSlot >= 0 && asks.bestSlot >= 0;
    if (this.#isTwoSided) this.midTicks = (asks.bestKey - bids.bestKey) / 2;
  }

  /** A replace changed the lots of an order: so many more were sent, fewer where negative. */
  noteResize(lots: number): void {
    this.#sentLots += lots;
  }

  /** Counts activity from here on. */
  watch(): void {
    this.#othersLots = 0;
    this.#othersTrades = 0;
    this.#ownLots = 0;
    this.#twoSidedNs = 0;
    this.#observedNs = this.nowNs;
  }

  get activity(): MarketActivity {
    return {
      othersLots: this.#othersLots,
      othersTrades: this.#othersTrades,
      ownLots: this.#ownLots,
      twoSidedNs: this.#twoSidedNs,
    };
  }

  /** News of this run, out or still to come. */
  get newsDrawn(): readonly { readonly timeNs: number; readonly kind: string }[] {
    return this.plan.nature.newsDrawn ?? [];
  }

  /** Lots traded since the opening. */
  get tradedLots(): number {
    return this.#tradedLots / 2;
  }

  /** Every lot that was ever sent, and where it is now. */
  get lotAccount(): LotAccount {
    let restingLots = 0;
    for (const side of [bid, ask] as const) {
      const levels = this.engine.book.levels[side];
      for (let slot = levels.bestSlot; slot >= 0; slot = levels.next(slot)) {
        restingLots += levels.lots[slot];
      }
    }
    return {
      sentLots: this.#sentLots,
      tradedLots: this.#tradedLots,
      cancelledLots: this.#cancelledLots,
      rejectedLots: this.#rejectedLots,
      restingLots,
    };
  }

  /** 16 hexadecimal digits over every trade. */
  get hash(): string {
    return this.#hasher.hex();
  }

  bestTicks(side: Side): number {
    const { bestSlot, bestKey, sign } = this.engine.book.levels[side];
    return bestSlot < 0 ? Number.NaN : bestKey * sign;
  }

  takeOrderId(): number {
    return this.#nextOrderId++;
  }

  submit(order: NewOrder): number {
    order.orderId = this.#nextOrderId++;
    this.engine.submit(order);
    return order.orderId;
  }

  save(writer: StateWriter): void {
    writer.column(this.#numbers());
    writer.column(this.#hasher.state());
    writer.bytes(new Uint8Array(this.engine.snapshot()));
    for (const population of this.#populations) population.save(writer);
  }

  load(reader: StateReader): void {
    this.#setNumbers(reader);
    this.#hasher.restore([reader.number(), reader.number(), reader.number()]);
    this.engine.restore(reader.bytes().buffer);
    this.engine.book.touchedCount = 0;
    this.#seen = this.engine.reports.written;
    for (const population of this.#populations) population.load(reader);
    this.#findNext();
  }

  #numbers(): number[] {
    return [
      ...[this.nowNs, this.midTicks, this.events, this.#nextOrderId],
      ...[this.#sentLots, this.#tradedLots, this.#cancelledLots, this.#rejectedLots],
      ...[this.#othersLots, this.#othersTrades, this.#ownLots, this.#twoSidedNs],
      ...[this.#observedNs, this.#isTwoSided ? 1 : 0],
    ];
  }

  #setNumbers(reader: StateReader): void {
    this.nowNs = reader.number();
    this.midTicks = reader.number();
    this.events = reader.number();
    this.#nextOrderId = reader.number();
    this.#sentLots = reader.number();
    this.#tradedLots = reader.number();
    this.#cancelledLots = reader.number();
    this.#rejectedLots = reader.number();
    this.#othersLots = reader.number();
    this.#othersTrades = reader.number();
    this.#ownLots = reader.number();
    this.#twoSidedNs = reader.number();
    this.#observedNs = reader.number();
    this.#isTwoSided = reader.number() === 1;
  }

  #clear(nowNs: number): void {
    const { engine } = this;
    engine.book.clear();
    engine.book.touchedCount = 0;
    engine.reports.releaseAll();
    this.#seen = engine.reports.written;
    this.nowNs = nowNs;
    this.midTicks = Number.NaN;
    this.events = 0;
    this.#nextOrderId = 1;
    this.#hasher = createHasher();
    this.#sentLots = 0;
    this.#tradedLots = 0;
    this.#cancelledLots = 0;
    this.#rejectedLots = 0;
    this.#isTwoSided = false;
    this.watch();
  }

  #place(side: Side, { priceTicks, lots }: SeenLevel): void {
    const order = this.#openingOrder;
    order.side = side;
    order.priceTicks = priceTicks;
    order.quantityLots = lots;
    this.submit(order);
  }

  #findNext(): void {
    let next = this.#populations[0] ?? this.#next;
    let nextNs = next.nextNs;
    for (let at = 1; at < this.#populations.length; at++) {
      const candidateNs = this.#populations[at]!.nextNs;
      if (candidateNs < nextNs) {
        next = this.#populations[at]!;
        nextNs = candidateNs;
      }
    }
    this.#next = next;
    this.#nextNs = nextNs;
  }

  #observeTrade(timeNs: number, index: number, lots: number): void {
    const { reports } = this.engine;
    const makerId = reports.read(index, reportField.orderId);
    const takerId = reports.read(index, reportField.contraId);
    const priceTicks = reports.read(index, reportField.priceTicks);
    const makerSide = reports.read(index, reportField.side) as Side;
    this.#tradedLots += 2 * lots;
    if (isOwnId(makerId) || isOwnId(takerId)) {
      this.#ownLots += lots;
    } else {
      this.#othersLots += lots;
      this.#othersTrades++;
    }
    this.#hasher.addNumber(timeNs);
    this.#hasher.addNumber(makerSide === bid ? priceTicks : -priceTicks);
    this.#hasher.addNumber(lots);
    for (const listener of this.#listeners) {
      listener.onTrade?.(timeNs, oppositeSide(makerSide), priceTicks, lots);
    }
  }
}
