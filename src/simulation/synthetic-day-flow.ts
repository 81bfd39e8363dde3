/**
 * Traders of little intelligence around a fundamental price: the order flow of a synthetic day.
 *
 * Limit orders, market orders and cancels are superposed Poisson streams whose rates depend on the
 * book (Cont, Stoikov & Talreja 2010; Daniels, Farmer, Gillemot, Iori & Smith 2003), simulated by
 * drawing the next event of them all (Gillespie 1977). Between steps of the fundamental the rates
 * are constant, and an exponential wait has no memory, so a wait that would pass the step is
 * dropped there and drawn anew.
 */
import { assert } from "../core/assert.ts";
import { drawExponential, drawNormal } from "../core/random/distributions.ts";
import { createRandomStream, type RandomStream, streamId } from "../core/random/random-stream.ts";
import { nsPerSecond } from "../core/time.ts";
import { FastMatchingEngine } from "../market/matching-engine.ts";
import { createNewOrder, type NewOrder, timeInForce } from "../market/order.ts";
import { grown } from "../market/price-levels.ts";
import { reportField, reportKind } from "../market/report-ring.ts";
import { ask, bid, buy, oppositeSide, type Side, sell, sideSign } from "../market/side.ts";
import {
  computeActivity,
  computeCaution,
  Fundamental,
  fundamentalStepNs,
} from "./synthetic-day-fundamental.ts";
import { openOf, type SyntheticDayParameters, sessionNsOf } from "./synthetic-day-parameters.ts";

/** Limit orders that stand before the burn-in. */
const initialOrders = 200;
/** A side is never cancelled or traded down below this many price levels. */
const levelsMin = 2;
/** Far orders are cancelled at most this many times as soon as near ones. */
const cancelFactorMax = 4;
/** Stale quotes are cancelled no faster than at this many ticks. */
const staleTicksMax = 4;
/** A market order gives up this many ticks beyond the touch (venues call it a collar). */
const collarTicks = 4;
/** Share of market orders that are limit orders at the opposite touch, whose remainder rests. */
const restingTakerShare = 0.3;
/** Share of cancels that take only half of the order. */
const partialCancelShare = 0.08;

// Sizes: odd lots, single round lots, and a lognormal number of round lots.
const oddLotShare = 0.12;
const roundLotShare = 0.55;
const roundLot = 100;
const medianRoundLots = 2.2;
const roundLotsDeviation = 0.85;
const roundLotsMax = 50;
/** Rough mean of what a market order trades, and how many orders' worth of belief it is given. */
const priorTradedLots = 150;
const priorTakers = 200;

export class SyntheticFlow {
  /** When the message that `advance` last gave to the engine came; whole nanoseconds. */
  timeNs: number;
  #engine = new FastMatchingEngine();
  readonly #parameters: SyntheticDayParameters;
  readonly #fundamental: Fundamental;
  readonly #arrivals: RandomStream;
  readonly #sizes: RandomStream;
  readonly #signs: RandomStream;
  readonly #prices: RandomStream;
  readonly #lifetimes: RandomStream;
  readonly #order: NewOrder = createNewOrder({
    orderId: 1,
    side: buy,
    priceTicks: 1,
    quantityLots: 1,
  });
  #nextOrderId = 1;
  /** Ids that may rest, in no order; one that no longer rests is dropped when it is met. */
  #liveIds = new Float64Array(1024);
  #liveCount = 0;
  #lastSide: Side = buy;
  #takers = priorTakers;
  #takenLots = priorTakers * priorTradedLots;
  /** State of the present step of the fundamental. */
  #nowNs: number;
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
    this.timeNs = Math.ceil(this.#nowNs);
    const steps = Math.floor((this.#nowNs - openNs) / fundamentalStepNs);
    this.#stepEndNs = openNs + steps * fundamentalStepNs;
    this.#beginStep();
    this.#burnIn();
  }

  /** The market's own book; the reports of a message stay until the next one. */
  get engine(): FastMatchingEngine {
    return this.#engine;
  }

  /**
   * Gives the next message that changes the market to the engine.
   *
   * @returns false when none comes before `untilNs`; the market then stands at that time
   */
  advance(untilNs: number): boolean {
    const { reports } = this.#engine;
    reports.releaseAll();
    while (reports.written === reports.released) {
      const limitRate = (this.#parameters.dailyLimitOrders * this.#activity) / this.#sessionSeconds;
      const takerRate = limitRate * this.#takersPerLimitOrder;
      const cancelRate =
        (this.#liveCount * cancelFactorMax * this.#activity * nsPerSecond) /
        this.#parameters.meanLifetimeNs;
      const staleBidRate = this.#staleRate(bid);
      const staleAskRate = this.#staleRate(ask);
      const total = limitRate + takerRate + cancelRate + staleBidRate + staleAskRate;
      const waitNs = (drawExponential(this.#arrivals) * nsPerSecond) / total;
      const nextNs = this.#nowNs + waitNs;
      if (nextNs >= Math.min(this.#stepEndNs, untilNs)) {
        if (untilNs <= this.#stepEndNs) {
          this.#nowNs = untilNs;
          return false;
        }
        this.#beginStep();
        continue;
      }
      this.#nowNs = nextNs;
      this.timeNs = Math.floor(nextNs);
      let pick = this.#arrivals.uniform() * total;
      if (pick < limitRate) this.#enterLimitOrder();
      else if ((pick -= limitRate) < takerRate) this.#enterMarketOrder();
      else if ((pick -= takerRate) < cancelRate) this.#cancelSome();
      else this.#cancelStale((pick -= cancelRate) < staleBidRate ? bid : ask);
    }
    return true;
  }
}
