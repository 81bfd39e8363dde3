/**
 * Noise and tactical traders of the Cheridito–Weiss worlds: one superposed stream of events.
 *
 * At each event they look at the book, draw the time to the next event from the total rate they
 * see, draw what happens, and do it at once. Tactical traders are the same with rates that lean
 * with the book's imbalance. Waiting times, kinds and sizes come from streams of their own, one
 * draw an event each, so that two runs on one seed draw the same numbers event by event. (The
 * publication draws the wait from the rate it sees; so this population does not thin.)
 */
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { nsPerSecond } from "../../core/time.ts";
import { createNewOrder, type NewOrder, orderType } from "../../market/order.ts";
import { ask, bid, buy, type Side, sell } from "../../market/side.ts";
import type { MarketFloor, Population } from "../traders/population.ts";
import { EventDraws } from "./event-draws.ts";
import type { NoiseParameters } from "./parameters.ts";
import { SideLook } from "./side-look.ts";

/** How long noise traders wait after they have refilled an empty side. */
const refillWaitNs = 1000;

export class NoiseTraders implements Population {
  readonly name: string;
  nextNs = Number.POSITIVE_INFINITY;
  readonly #parameters: NoiseParameters;
  readonly #ownerId: number;
  readonly #draws: EventDraws;
  readonly #order: NewOrder;
  readonly #marketOrder: NewOrder;
  readonly #limitRates: Float64Array;
  readonly #cancelRates: Float64Array;
  /** Factors of the two pressures at the last look. */
  #up = 1;
  #down = 1;
  readonly #bids: SideLook;
  readonly #asks: SideLook;
  readonly #limitRateSum: number;

  constructor(parameters: NoiseParameters, name: string, ownerId: number) {
    this.name = name;
    this.#parameters = parameters;
    this.#ownerId = ownerId;
    this.#draws = new EventDraws(parameters);
    this.#order = createNewOrder({
      ...{ orderId: 1, ownerId, side: bid, priceTicks: 0, quantityLots: 1 },
    });
    this.#marketOrder = createNewOrder({
      ...{ orderId: 1, ownerId, side: bid, priceTicks: 0, quantityLots: 1 },
      type: orderType.market,
    });
    this.#limitRates = Float64Array.from(parameters.limitRates);
    this.#cancelRates = Float64Array.from(parameters.cancelRates);
    const { tactical } = parameters;
    const dampings = Float64Array.from({ length: tactical?.levels ?? 0 }, (_, k) =>
      Math.exp(-(tactical?.damping ?? 0) * k),
    );
    this.#bids = new SideLook(bid, this.#cancelRates, dampings);
    this.#asks = new SideLook(ask, this.#cancelRates, dampings);
    this.#limitRateSum = parameters.limitRates.reduce((sum, rate) => sum + rate, 0);
  }

  open(_floor: MarketFloor, seed: number, nowNs: number): void {
    this.#draws.open(seed);
    this.#forgetLooks();
    this.nextNs = nowNs;
  }

  act(floor: MarketFloor): void {
    const { levels } = floor.engine.book;
    const bids = levels[bid];
    const asks = levels[ask];
    const row = this.#draws.next();
    if (bids.count === 0 || asks.count === 0) {
      this.#refillEmptySide(floor);
      this.nextNs += refillWaitNs;
      return;
    }
    const bidTicks = -bids.bestKey;
    const askTicks = asks.bestKey;
    const total = this.#readRates(floor, bidTicks, askTicks);
    this.nextNs += Math.round((this.#draws.waits[row]! / total) * nsPerSecond);
    this.#act(floor, this.#draws.kinds[row]! * total, this.#draws.lots[row]!, bidTicks, askTicks);
  }

  save(writer: StateWriter): void {
    writer.number(this.nextNs);
    this.#draws.save(writer);
  }

  load(reader: StateReader): void {
    this.nextNs = reader.number();
    this.#draws.load(reader);
    this.#forgetLooks();
  }

  #forgetLooks(): void {
    this.#bids.forget();
    this.#asks.forget();
  }

  #refillEmptySide(floor: MarketFloor): void {
    const { refillLots, homeBidTicks } = this.#parameters;
    const [bids, asks] = floor.engine.book.levels;
    if (bids.count === 0) {
      const isLone = asks.count === 0;
      this.#submit(floor, bid, isLone ? homeBidTicks : asks.bestKey - 1, refillLots);
    } else {
      this.#submit(floor, ask, -bids.bestKey + 1, refillLots);
    }
  }

  /** Looks at the book; returns the sum of all rates. */
  #readRates(floor: MarketFloor, bidTicks: number, askTicks: number): number {
    const { marketRate, tactical } = this.#parameters;
    const { book } = floor.engine;
    const bids = this.#bids;
    const asks = this.#asks;
    bids.look(book, -askTicks);
    asks.look(book, bidTicks);
    if (tactical !== undefined) {
      const sum = bids.dampedLots + asks.dampedLots;
      const imbalance = sum === 0 ? 0 : (bids.dampedLots - asks.dampedLots) / sum;
      const lean = tactical.imbalanceFactor * imbalance;
      // (|lean| ± lean) / 2 is the larger of 0 and ±lean, without a branch nobody can predict.
      this.#up = tactical.rateFactor * (1 + (Math.abs(lean) + lean) / 2);
      this.#down = tactical.rateFactor * (1 + (Math.abs(lean) - lean) / 2);
    }
    // Buying pressure: market buys, new bids, cancels of asks. Selling pressure: the mirror.
    const entering = (marketRate + this.#limitRateSum) * (this.#up + this.#down);
    return entering + this.#down * bids.cancelRate + this.#up * asks.cancelRate;
  }

  /**
   * Does what lies at `point` on the line of all rates: market buys, market sells, new bids, new
   * asks, cancels of bids, cancels of asks.
   */
  #act(floor: MarketFloor, point: number, lots: number, bidTicks: number, askTicks: number): void {
    const { marketRate } = this.#parameters;
    const limitRate = this.#limitRateSum;
    const up = this.#up;
    const down = this.#down;
    let left = point;
    if (left < marketRate * (up + down)) {
      this.#sweep(floor, left < marketRate * up ? buy : sell, lots);
      return;
    }
    left -= marketRate * (up + down);
    if (left < limitRate * up) {
      this.#submit(floor, bid, askTicks - distanceAt(left / up, this.#limitRates), lots);
      return;
    }
    left -= limitRate * up;
    if (left < limitRate * down) {
      this.#submit(floor, ask, bidTicks + distanceAt(left / down, this.#limitRates), lots);
      return;
    }
    left -= limitRate * down;
    const bidCancelRate = down * this.#bids.cancelRate;
    if (left < bidCancelRate) {
      const distance = this.#cancelDistance(floor, bid, askTicks, left / down);
      this.#cancelFromBack(floor, bid, askTicks - distance, lots);
      return;
    }
    left -= bidCancelRate;
    const distance = this.#cancelDistance(floor, ask, bidTicks, left / up);
    this.#cancelFromBack(floor, ask, bidTicks + distance, lots);
  }

  #cancelDistance(floor: MarketFloor, side: Side, oppositeTicks: number, point: number): number {
    const levels = floor.engine.book.levels[side];
    return levels.findWeight(oppositeTicks * levels.sign + 1, this.#cancelRates, point) + 1;
  }

  #sweep(floor: MarketFloor, side: Side, lots: number): void {
    const order = this.#marketOrder;
    order.side = side;
    order.quantityLots = lots;
    floor.submit(order);
  }

  #submit(floor: MarketFloor, side: Side, priceTicks: number, lots: number): void {
    const order = this.#order;
    order.side = side;
    order.priceTicks = priceTicks;
    order.quantityLots = lots;
    floor.submit(order);
  }

  /** Takes lots off the youngest noise orders at a price; may find nothing. */
  #cancelFromBack(floor: MarketFloor, side: Side, priceTicks: number, lots: number): void {
    const { engine } = floor;
    const { book } = engine;
    const level = book.levels[side].find(priceTicks * book.levels[side].sign);
    let left = lots;
    let slot = level < 0 ? -1 : book.lastDisplayed(side, level);
    while (slot >= 0 && left > 0) {
      const before = book.previous[slot];
      if (book.owners[slot] === this.#ownerId) {
        const taken = Math.min(left, book.openLots[slot]);
        engine.reduceSlot(slot, taken);
        left -= taken;
      }
      slot = before;
    }
  }
}

/** The distance, from 1, at which the running sum of rates passes a point. */
function distanceAt(point: number, rates: Float64Array): number {
  let left = point;
  let at = 0;
  for (; at < rates.length - 1; at++) {
    left -= rates[at]!;
    if (left < 0) break;
  }
  return at + 1;
}
