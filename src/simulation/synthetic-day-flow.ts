/**
 * Traders of little intelligence around a fundamental price: the order flow of a synthetic day.
 *
 * Limit orders, market orders and cancels are superposed Poisson streams whose rates depend on the
 * book (Cont, Stoikov & Talreja 2010; Daniels, Farmer, Gillemot, Iori & Smith 2003), simulated by
 * drawing the next event of them all (Gillespie 1977). Between steps of the fundamental the rates
 * depend on the book only, and an exponential wait has no memory, so a wait that would pass the end
 * of the step is dropped there and drawn anew.
 */
import { drawExponential } from "../core/random/distributions.ts";
import { createRandomStream, type RandomStream, streamId } from "../core/random/random-stream.ts";
import { nsPerSecond } from "../core/time.ts";
import { FastMatchingEngine } from "../market/matching-engine.ts";
import { createNewOrder, type NewOrder, timeInForce } from "../market/order.ts";
import { grown, type PriceLevels } from "../market/price-levels.ts";
import { reportField, reportKind } from "../market/report-ring.ts";
import { ask, bid, buy, oppositeSide, type Side, sell } from "../market/side.ts";
import {
  computeActivity,
  computeCaution,
  Fundamental,
  fundamentalStepNs,
} from "./synthetic-day-fundamental.ts";
import { openOf, type SyntheticDayParameters, sessionNsOf } from "./synthetic-day-parameters.ts";
import { drawOrderLots } from "./synthetic-day-sizes.ts";

/** Limit orders that stand before the burn-in. */
const initialOrders = 200;
/** Far orders are cancelled at most this many times as soon as near ones. */
const cancelFactorMax = 4;
/** The rate of stale cancels stops to rise at this many ticks. */
const staleTicksMax = 4;
/** A market order takes nothing beyond this many ticks from the touch (venues call it a collar). */
const collarTicks = 4;
/** Share of market orders that are really limit orders at the far touch; what is left rests. */
const restingTakerShare = 0.3;
/** Share of cancels that take only a part of the order. */
const partialCancelShare = 0.08;
/** First guess of what a market order trades, and how many orders' worth of evidence it is. */
const priorTakenLots = 150;
const priorTakers = 200;

export class SyntheticFlow {
  /** When the message that `advance` last gave to the engine came; whole nanoseconds. */
  timeNs = 0;
  #engine = new FastMatchingEngine();
  readonly #parameters: SyntheticDayParameters;
  readonly #fundamental: Fundamental;
  readonly #arrivals: RandomStream;
  readonly #sizes: RandomStream;
  readonly #signs: RandomStream;
  readonly #prices: RandomStream;
  readonly #lifetimes: RandomStream;
  /** Filled for every order; the engine keeps no reference. */
  readonly #order: NewOrder = createNewOrder({
    orderId: 1,
    side: buy,
    priceTicks: 1,
    quantityLots: 1,
  });
  #nextOrderId = 1;
  /** Ids that may rest, in no order; one that no longer does is dropped when it is met. */
  #liveIds = new Float64Array(1024);
  #liveCount = 0;
  #lastTakerSide: Side = buy;
  #takers = priorTakers;
  #takenLots = priorTakers * priorTakenLots;
  #nowNs: number;
  /** The present step of the fundamental. */
  #stepEndNs: number;
  #fundamentalTicks = 0;
  #activity = 0;
  #caution = 1;

  constructor(parameters: SyntheticDayParameters, seed: number) {
    const stream = (purpose: string): RandomStream =>
      createRandomStream(seed, streamId(`synthetic-day/${purpose}`));
    this.#parameters = parameters;
    this.#fundamental = new Fundamental(parameters, seed);
    this.#arrivals = stream("arrivals");
    this.#sizes = stream("sizes");
    this.#signs = stream("signs");
    this.#prices = stream("prices");
    this.#lifetimes = stream("lifetimes");
    const openNs = openOf(parameters);
    this.#nowNs = parameters.startNs - parameters.burnInNs;
    const stepsDone = Math.floor((this.#nowNs - openNs) / fundamentalStepNs);
    this.#stepEndNs = openNs + stepsDone * fundamentalStepNs;
    this.#beginStep();
    for (let order = 0; order < initialOrders; order++) this.#enterLimitOrder();
    while (this.advance(parameters.startNs));
    this.#renumber();
    this.timeNs = parameters.startNs;
  }

  /** The market's own book; its reports are those of the message given last. */
  get engine(): FastMatchingEngine {
    return this.#engine;
  }

  /**
   * Gives the next message that changes the book to the engine.
   *
   * @returns false when none comes before `untilNs`; the market then stands there
   */
  advance(untilNs: number): boolean {
    const { reports } = this.#engine;
    reports.releaseAll();
    while (reports.written === reports.released) {
      const staleBidRate = this.#staleRate(bid);
      const staleAskRate = this.#staleRate(ask);
      const staleRate = staleBidRate + staleAskRate;
      const cancelRate = this.#cancelRate();
      const takerRate = this.#takerRate();
      const limitRate = this.#limitRate();
      const totalRate = staleRate + cancelRate + takerRate + limitRate;
      const waitNs = (drawExponential(this.#arrivals) * nsPerSecond) / totalRate;
      const endNs = Math.min(this.#stepEndNs, untilNs);
      if (this.#nowNs + waitNs >= endNs) {
        this.#nowNs = endNs;
        if (endNs === untilNs) return false;
        this.#beginStep();
        continue;
      }
      this.#nowNs += waitNs;
      const pick = this.#arrivals.uniform() * totalRate;
      if (pick < staleBidRate) this.#cancelStale(bid);
      else if (pick < staleRate) this.#cancelStale(ask);
      else if (pick < staleRate + cancelRate) this.#cancelOne();
      else if (pick < staleRate + cancelRate + takerRate) this.#takeLiquidity();
      else this.#enterLimitOrder();
    }
    this.timeNs = Math.floor(this.#nowNs);
    return true;
  }

  #beginStep(): void {
    const parameters = this.#parameters;
    this.#activity = computeActivity(parameters, this.#stepEndNs);
    this.#caution = computeCaution(parameters, this.#stepEndNs);
    this.#fundamentalTicks = this.#fundamental.priceTicksAt(this.#stepEndNs);
    this.#stepEndNs += fundamentalStepNs;
  }

  // Rates, all a second.

  #limitRate(): number {
    return this.#perSecond(this.#parameters.dailyLimitOrders);
  }

  /** As many as it takes, at what one has traded on average so far. */
  #takerRate(): number {
    return this.#perSecond((this.#parameters.dailyVolumeLots * this.#takers) / this.#takenLots);
  }

  #perSecond(dailyCount: number): number {
    return (dailyCount * this.#activity * nsPerSecond) / sessionNsOf(this.#parameters);
  }

  /** Every order at the highest rate there is; `#cancelOne` thins (Lewis & Shedler 1979). */
  #cancelRate(): number {
    const perOrder = (cancelFactorMax * nsPerSecond) / this.#parameters.meanLifetimeNs;
    return this.#liveCount * perOrder * this.#activity;
  }

  /** Rises with the ticks by which the touch stands nearer to the fundamental than anyone would. */
  #staleRate(side: Side): number {
    const { halfSpreadTicks, staleCancelsPerSecond } = this.#parameters;
    const levels = this.#engine.book.levels[side];
    if (levels.count < 2) return 0;
    const nearestKey = this.#fundamentalTicks * levels.sign + halfSpreadTicks * this.#caution;
    const staleTicks = Math.min(nearestKey - levels.bestKey, staleTicksMax);
    return staleTicks > 0 ? staleCancelsPerSecond * staleTicks * this.#activity : 0;
  }

  // What traders do.

  /** A limit order at a geometric distance from the fundamental, behind the far touch at least. */
  #enterLimitOrder(): void {
    const { halfSpreadTicks, meanDistanceTicks } = this.#parameters;
    const side = this.#signs.uniform() < 0.5 ? buy : sell;
    const { levels } = this.#engine.book;
    const { sign } = levels[side];
    const beyondTicks = meanDistanceTicks * drawExponential(this.#prices);
    const distanceTicks = this.#caution * (halfSpreadTicks + beyondTicks);
    const wishKey = Math.ceil(this.#fundamentalTicks * sign + distanceTicks);
    // The far touch in keys of this side; an empty far side is infinitely far.
    const farKey = -levels[oppositeSide(side)].bestKey;
    const priceTicks = Math.max(wishKey, farKey + 1) * sign;
    this.#submit(side, Math.max(priceTicks, 1), timeInForce.day);
  }

  #takeLiquidity(): void {
    const side = this.#drawTakerSide();
    const far = this.#engine.book.levels[oppositeSide(side)];
    const limitKey = computeCollarKey(far);
    const isResting = this.#prices.uniform() < restingTakerShare;
    if (limitKey < far.bestKey) return;
    this.#takers++;
    if (isResting) this.#submit(side, far.bestKey * far.sign, timeInForce.day);
    else this.#submit(side, limitKey * far.sign, timeInForce.immediateOrCancel);
    this.#takenLots += this.#tradedLots();
  }

  /** Often the side of the one before; else rather towards the fundamental. */
  #drawTakerSide(): Side {
    const { signPersistence, leanPerTick } = this.#parameters;
    const repeats = this.#signs.uniform() < signPersistence;
    const chance = this.#signs.uniform();
    if (repeats) return this.#lastTakerSide;
    const { levels } = this.#engine.book;
    const midTicks = (levels[ask].bestKey - levels[bid].bestKey) / 2;
    const logOdds = leanPerTick * (this.#fundamentalTicks - midTicks);
    this.#lastTakerSide = chance < 1 / (1 + Math.exp(-logOdds)) ? buy : sell;
    return this.#lastTakerSide;
  }

  #submit(side: Side, priceTicks: number, lifetime: NewOrder["timeInForce"]): void {
    const order = this.#order;
    order.orderId = this.#nextOrderId++;
    order.side = side;
    order.priceTicks = priceTicks;
    order.quantityLots = drawOrderLots(this.#sizes);
    order.timeInForce = lifetime;
    this.#engine.submit(order);
    if (this.#engine.book.index.get(order.orderId) >= 0) this.#addLive(order.orderId);
  }

  /** Takes an order at random, and cancels it the sooner the farther it is from the fundamental. */
  #cancelOne(): void {
    const { book } = this.#engine;
    const at = Math.floor(this.#lifetimes.uniform() * this.#liveCount);
    const chance = this.#lifetimes.uniform() * cancelFactorMax;
    const slot = book.index.get(this.#liveIds[at]);
    if (slot < 0) {
      this.#liveIds[at] = this.#liveIds[--this.#liveCount];
      return;
    }
    const awayTicks = Math.abs(book.priceOf(slot) - this.#fundamentalTicks);
    if (chance < 1 + awayTicks / this.#parameters.farDistanceTicks) this.#cancel(slot);
  }

  /** The oldest order at the touch goes: it was quoted when the fundamental was elsewhere. */
  #cancelStale(side: Side): void {
    const { book } = this.#engine;
    const orderId = book.ids[book.headOf(side, book.levels[side].bestSlot)];
    this.#engine.cancel(orderId);
  }

  #cancel(slot: number): void {
    const { book } = this.#engine;
    if (book.levels[book.sides[slot]].count < 2) return;
    const part = Math.floor(book.openLots[slot] / 2);
    const isPartial = this.#lifetimes.uniform() < partialCancelShare && part > 0;
    if (isPartial) this.#engine.reduce(book.ids[slot], part);
    else this.#engine.cancel(book.ids[slot]);
  }

  #tradedLots(): number {
    const { reports } = this.#engine;
    let lots = 0;
    for (let index = reports.released; index < reports.written; index++) {
      if (reports.read(index, reportField.kind) === reportKind.trade) {
        lots += reports.read(index, reportField.quantityLots);
      }
    }
    return lots;
  }

  #addLive(orderId: number): void {
    if (this.#liveCount === this.#liveIds.length) this.#liveIds = grown(this.#liveIds);
    this.#liveIds[this.#liveCount++] = orderId;
  }

  /** The same book in a new engine, with ids from 1 in the order in which orders would trade. */
  #renumber(): void {
    const resting = this.#engine.restingOrders();
    this.#engine = new FastMatchingEngine();
    this.#nextOrderId = 1;
    this.#liveCount = 0;
    const order = this.#order;
    order.timeInForce = timeInForce.day;
    for (const { side, priceTicks, openLots } of resting) {
      order.orderId = this.#nextOrderId++;
      order.side = side as Side;
      order.priceTicks = priceTicks;
      order.quantityLots = openLots;
      this.#engine.submit(order);
      this.#addLive(order.orderId);
    }
    this.#engine.reports.releaseAll();
  }
}

/** The worst key a market order may take: within the collar, and never a side's last level. */
function computeCollarKey(levels: PriceLevels): number {
  const limitKey = levels.bestKey + collarTicks;
  let slot = levels.bestSlot;
  let next = levels.next(slot);
  while (next >= 0 && levels.keys[next] <= limitKey) {
    slot = next;
    next = levels.next(slot);
  }
  return next < 0 ? levels.keys[slot] - 1 : limitKey;
}
