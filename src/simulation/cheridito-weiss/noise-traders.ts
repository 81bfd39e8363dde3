/**
 * Noise and tactical traders of the Cheridito–Weiss worlds: one superposed stream of events.
 *
 * At each event they look at the book, draw the time to the next event from the total rate they
 * see, draw what happens, and do it at once. Tactical traders are the same with rates that lean
 * with the book's imbalance. Waiting times, kinds and sizes come from streams of their own, one
 * draw an event each, so that two runs on one seed draw the same numbers event by event. (The
 * publication draws the wait from the rate it sees; so this population does not thin.)
 */
import {
  createRandomStream,
  type RandomStream,
  streamId,
} from "../../core/random/random-stream.ts";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { computeNormalQuantile } from "../../core/statistics/normal-quantile.ts";
import { nsPerSecond } from "../../core/time.ts";
import { createNewOrder, type NewOrder, orderType } from "../../market/order.ts";
import { ask, bid, buy, type Side, sell } from "../../market/side.ts";
import type { MarketFloor, Population } from "../traders/population.ts";
import type { NoiseParameters } from "./parameters.ts";

/** How long noise traders wait after they have refilled an empty side. */
const refillWaitNs = 1000;
const sizeCells = 256;

/** What the last look at the book gave, and at which book that was. */
interface SideLook {
  /** Count of changes of the side's book, and the other side's touch, when it was looked at. */
  changes: number;
  oppositeKey: number;
  /** Σ cancel rate · lots, by distance from the opposite touch. */
  cancelRate: number;
  /** Σ damping^k · lots, by distance from the own touch. */
  dampedLots: number;
}

export class NoiseTraders implements Population {
  readonly name: string;
  nextNs = Number.POSITIVE_INFINITY;
  readonly #parameters: NoiseParameters;
  readonly #ownerId: number;
  #waits: RandomStream;
  #kinds: RandomStream;
  #sizes: RandomStream;
  readonly #order: NewOrder;
  readonly #marketOrder: NewOrder;
  readonly #limitRates: Float64Array;
  readonly #cancelRates: Float64Array;
  /** Probability of a size up to k lots, at index k. */
  readonly #sizeShares: Float64Array;
  /** By 256th of a draw: the smallest size it can be, where the search begins. */
  readonly #sizeStarts: Uint16Array;
  /** Factors of the two pressures at the last look. */
  #up = 1;
  #down = 1;
  readonly #looks: readonly [SideLook, SideLook];
  /** Lots by distance from the opposite touch; scratch. */
  readonly #lots: Float64Array;
  readonly #dampings: Float64Array;
  readonly #limitRateSum: number;

  constructor(parameters: NoiseParameters, name: string, ownerId: number) {
    this.name = name;
    this.#parameters = parameters;
    this.#ownerId = ownerId;
    [this.#waits, this.#kinds, this.#sizes] = streamsOf(0);
    this.#order = createNewOrder({
      ...{ orderId: 1, ownerId, side: bid, priceTicks: 0, quantityLots: 1 },
    });
    this.#marketOrder = createNewOrder({
      ...{ orderId: 1, ownerId, side: bid, priceTicks: 0, quantityLots: 1 },
      type: orderType.market,
    });
    this.#limitRates = Float64Array.from(parameters.limitRates);
    this.#cancelRates = Float64Array.from(parameters.cancelRates);
    const sizeShares = computeSizeShares(parameters);
    this.#sizeShares = sizeShares;
    this.#sizeStarts = Uint16Array.from({ length: sizeCells }, (_, cell) =>
      sizeAt(cell / sizeCells, sizeShares, 1),
    );
    this.#looks = [createLook(), createLook()];
    this.#lots = new Float64Array(parameters.limitRates.length);
    const { tactical } = parameters;
    this.#dampings = Float64Array.from({ length: tactical?.levels ?? 0 }, (_, k) =>
      Math.exp(-(tactical?.damping ?? 0) * k),
    );
    this.#limitRateSum = parameters.limitRates.reduce((sum, rate) => sum + rate, 0);
  }

  open(_floor: MarketFloor, seed: number, nowNs: number): void {
    [this.#waits, this.#kinds, this.#sizes] = streamsOf(seed);
    this.#forgetLooks();
    this.nextNs = nowNs;
  }

  act(floor: MarketFloor): void {
    const { levels } = floor.engine.book;
    const bids = levels[bid];
    const asks = levels[ask];
    const wait = this.#waits.uniform();
    const kind = this.#kinds.uniform();
    const lots = this.#drawLots();
    if (bids.count === 0 || asks.count === 0) {
      this.#refillEmptySide(floor);
      this.nextNs += refillWaitNs;
      return;
    }
    const bidTicks = -bids.bestKey;
    const askTicks = asks.bestKey;
    const total = this.#readRates(floor, bidTicks, askTicks);
    this.nextNs += Math.round((-Math.log1p(-wait) / total) * nsPerSecond);
    this.#act(floor, kind * total, lots, bidTicks, askTicks);
  }

  save(writer: StateWriter): void {
    writer.column([this.nextNs, this.#waits.index, this.#kinds.index, this.#sizes.index]);
    writer.number(this.#waits.seed);
  }

  load(reader: StateReader): void {
    this.nextNs = reader.number();
    const indices = [reader.number(), reader.number(), reader.number()] as const;
    [this.#waits, this.#kinds, this.#sizes] = streamsOf(reader.number());
    this.#waits.seek(indices[0]);
    this.#kinds.seek(indices[1]);
    this.#sizes.seek(indices[2]);
    this.#forgetLooks();
  }

  #forgetLooks(): void {
    for (const look of this.#looks) look.changes = Number.NaN;
  }

  #drawLots(): number {
    const point = this.#sizes.uniform();
    return sizeAt(point, this.#sizeShares, this.#sizeStarts[(point * sizeCells) | 0]);
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
    const bids = this.#look(floor, bid, bidTicks, askTicks);
    const asks = this.#look(floor, ask, bidTicks, askTicks);
    if (tactical !== undefined) {
      const sum = bids.dampedLots + asks.dampedLots;
      const imbalance = sum === 0 ? 0 : (bids.dampedLots - asks.dampedLots) / sum;
      const lean = tactical.imbalanceFactor * imbalance;
      this.#up = tactical.rateFactor * (1 + Math.max(0, lean));
      this.#down = tactical.rateFactor * (1 + Math.max(0, -lean));
    }
    // Buying pressure: market buys, new bids, cancels of asks. Selling pressure: the mirror.
    const entering = (marketRate + this.#limitRateSum) * (this.#up + this.#down);
    return entering + this.#down * bids.cancelRate + this.#up * asks.cancelRate;
  }

  /** Looks at a side, unless nothing that matters has changed since the last look. */
  #look(floor: MarketFloor, side: Side, bidTicks: number, askTicks: number): SideLook {
    const { book } = floor.engine;
    const look = this.#looks[side];
    const oppositeKey = side === bid ? -askTicks : bidTicks;
    if (look.changes === book.changes[side] && look.oppositeKey === oppositeKey) return look;
    look.changes = book.changes[side];
    look.oppositeKey = oppositeKey;
    const levels = book.levels[side];
    look.cancelRate = levels.weighLots(oppositeKey + 1, this.#cancelRates);
    const levelCount = this.#dampings.length;
    if (levelCount > 0) {
      const reach = Math.min(levelCount, levelCount - (askTicks - bidTicks) + 1);
      look.dampedLots = levels.weighLots(levels.bestKey, this.#dampings, Math.max(0, reach));
    }
    return look;
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
    const bidCancelRate = down * this.#looks[bid].cancelRate;
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
    levels.readLots(oppositeTicks * levels.sign + 1, this.#lots);
    return distanceAt(point, this.#cancelRates, this.#lots);
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
        engine.reduce(book.ids[slot], taken);
        left -= taken;
      }
      slot = before;
    }
  }
}

function createLook(): SideLook {
  return { changes: Number.NaN, oppositeKey: 0, cancelRate: 0, dampedLots: 0 };
}

function streamsOf(seed: number): [waits: RandomStream, kinds: RandomStream, sizes: RandomStream] {
  return [
    createRandomStream(seed, streamId("cw-noise-wait")),
    createRandomStream(seed, streamId("cw-noise-kind")),
    createRandomStream(seed, streamId("cw-noise-size")),
  ];
}

/** The distance, from 1, at which the running sum of rates (times lots) passes a point. */
function distanceAt(point: number, rates: Float64Array, lots?: Float64Array): number {
  let left = point;
  let at = 0;
  for (; at < rates.length - 1; at++) {
    left -= lots === undefined ? rates[at] : rates[at] * lots[at];
    if (left < 0) break;
  }
  return at + 1;
}

/** The size at a point of the distribution, searched upwards. */
function sizeAt(point: number, shares: Float64Array, start: number): number {
  let lots = start;
  while (point >= shares[lots]) lots++;
  return lots;
}

/**
 * Probability that round(1 + |N(0, σ)|), within 1 and the most, is at most k, at index k.
 *
 * 1 + |X| < k + ½ has probability 2Φ((k − ½)/σ) − 1; Φ is found by halving on its inverse.
 */
function computeSizeShares({ sizeSigma, sizeMax }: NoiseParameters): Float64Array {
  const shares = new Float64Array(sizeMax + 1);
  for (let lots = 1; lots < sizeMax; lots++) {
    let low = 0.5;
    let high = 1;
    for (let step = 0; step < 52; step++) {
      const middle = (low + high) / 2;
      if (computeNormalQuantile(middle) < (lots - 0.5) / sizeSigma) low = middle;
      else high = middle;
    }
    shares[lots] = 2 * low - 1;
  }
  shares[sizeMax] = 1;
  return shares;
}
