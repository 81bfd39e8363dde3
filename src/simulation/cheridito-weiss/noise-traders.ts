/**
 * Noise and tactical traders of the Cheridito–Weiss worlds: one superposed stream of events.
 *
 * At each event they look at the book, draw the time to the next event from the total rate they
 * see, draw what happens, and do it at once. Tactical traders are the same with rates that lean
 * with the book's imbalance. Waiting times, kinds and sizes come from streams of their own, one
 * draw an event each, so that two runs on one seed draw the same numbers event by event.
 */
import { createRandomStream, streamId } from "../../core/random/random-stream.ts";
import { computeNormalQuantile } from "../../core/statistics/normal-quantile.ts";
import type { FastMatchingEngine } from "../../market/matching-engine.ts";
import { createNewOrder, type NewOrder, timeInForce } from "../../market/order.ts";
import { ask, bid, buy, oppositeSide, type Side, sell } from "../../market/side.ts";
import type { CheriditoWeissParameters } from "./parameters.ts";

/** Owners in the engine; the order under test has another. */
export const worldOwner = { initial: 1, noise: 2, strategic: 3 } as const;

/** How long noise traders wait after they have refilled an empty side. */
const refillWaitSeconds = 1e-6;

export class NoiseTraders {
  /** When the next event is due. */
  nextSeconds: number;
  /** Events so far. */
  events = 0;
  readonly #engine: FastMatchingEngine;
  readonly #parameters: CheriditoWeissParameters;
  readonly #takeId: () => number;
  readonly #waits;
  readonly #kinds;
  readonly #sizes;
  readonly #order: NewOrder = createNewOrder({
    orderId: 1,
    ownerId: worldOwner.noise,
    side: bid,
    priceTicks: 0,
    quantityLots: 1,
  });
  readonly #limitRates: Float64Array;
  readonly #cancelRates: Float64Array;
  /** Probability of a size up to k lots, at index k. */
  readonly #sizeShares: Float64Array;
  /** What the last look at the book gave: factors of the two pressures, sums of cancel rates. */
  #up = 1;
  #down = 1;
  #bidCancelRate = 0;
  #askCancelRate = 0;
  /** Lots by distance from the opposite touch, and from the own one; scratch. */
  readonly #bidLots: Float64Array;
  readonly #askLots: Float64Array;
  readonly #depth: Float64Array;
  readonly #dampings: Float64Array;
  readonly #limitRateSum: number;

  constructor(
    engine: FastMatchingEngine,
    parameters: CheriditoWeissParameters,
    seed: number,
    takeId: () => number,
  ) {
    this.#engine = engine;
    this.#parameters = parameters;
    this.#takeId = takeId;
    this.nextSeconds = parameters.startSeconds;
    this.#waits = createRandomStream(seed, streamId("cw-noise-wait"));
    this.#kinds = createRandomStream(seed, streamId("cw-noise-kind"));
    this.#sizes = createRandomStream(seed, streamId("cw-noise-size"));
    this.#limitRates = Float64Array.from(parameters.limitRates);
    this.#cancelRates = Float64Array.from(parameters.cancelRates);
    this.#sizeShares = sizeSharesOf(parameters);
    this.#bidLots = new Float64Array(parameters.limitRates.length);
    this.#askLots = new Float64Array(parameters.limitRates.length);
    this.#depth = new Float64Array(parameters.openingLots.length);
    this.#limitRateSum = parameters.limitRates.reduce((sum, rate) => sum + rate, 0);
    const damping = parameters.tactical?.damping ?? 0;
    this.#dampings = Float64Array.from(parameters.openingLots, (_, k) => Math.exp(-damping * k));
  }

  /** Does one event and sets the time of the next. */
  act(): void {
    this.events++;
    const { book } = this.#engine;
    const bidKey = book.levels[bid].bestKey;
    const askKey = book.levels[ask].bestKey;
    const wait = this.#waits.uniform();
    const kind = this.#kinds.uniform();
    const lots = this.#drawLots();
    if (book.levels[bid].count === 0 || book.levels[ask].count === 0) {
      this.#refillEmptySide();
      this.nextSeconds += refillWaitSeconds;
      return;
    }
    const total = this.#readRates(-bidKey, askKey);
    this.nextSeconds += -Math.log1p(-wait) / total;
    this.#act(kind * total, lots, -bidKey, askKey);
  }

  #drawLots(): number {
    const point = this.#sizes.uniform();
    let lots = 1;
    while (point >= this.#sizeShares[lots]) lots++;
    return lots;
  }

  #refillEmptySide(): void {
    const { book } = this.#engine;
    const lots = this.#parameters.openingLots[0];
    const { bestBidTicks, bestAskTicks } = this.#parameters;
    if (book.levels[bid].count === 0) {
      const isLone = book.levels[ask].count === 0;
      this.#submit(bid, isLone ? bestBidTicks : book.levels[ask].bestKey - 1, lots);
    } else {
      this.#submit(ask, -book.levels[bid].bestKey + 1, lots);
    }
    // Both sides empty: the other one is refilled at the next event.
    if (book.levels[ask].count === 0 && book.levels[bid].count === 0) {
      this.#submit(ask, bestAskTicks, lots);
    }
  }

  /** Looks at the book; returns the sum of all rates. */
  #readRates(bidTicks: number, askTicks: number): number {
    const { marketRate, tactical } = this.#parameters;
    const bidLots = this.#bidLots;
    const askLots = this.#askLots;
    this.#engine.book.levels[bid].readLots(1 - askTicks, bidLots);
    this.#engine.book.levels[ask].readLots(bidTicks + 1, askLots);
    if (tactical !== undefined) {
      const lean = tactical.imbalanceFactor * this.#imbalance(bidTicks, askTicks);
      this.#up = tactical.rateFactor * (1 + Math.max(0, lean));
      this.#down = tactical.rateFactor * (1 + Math.max(0, -lean));
    }
    const cancelRates = this.#cancelRates;
    let bidCancels = 0;
    let askCancels = 0;
    for (let at = 0; at < cancelRates.length; at++) {
      bidCancels += cancelRates[at] * bidLots[at];
      askCancels += cancelRates[at] * askLots[at];
    }
    // Buying pressure: market buys, new bids, cancels of asks. Selling pressure: the mirror.
    this.#bidCancelRate = this.#down * bidCancels;
    this.#askCancelRate = this.#up * askCancels;
    const entering = (marketRate + this.#limitRateSum) * (this.#up + this.#down);
    return entering + this.#bidCancelRate + this.#askCancelRate;
  }

  /** (B − A)/(B + A) of the lots by damped distance from their own touch. */
  #imbalance(bidTicks: number, askTicks: number): number {
    const reach = this.#dampings.length - (askTicks - bidTicks) + 1;
    const bids = this.#dampedLots(bid, reach);
    const asks = this.#dampedLots(ask, reach);
    return bids + asks === 0 ? 0 : (bids - asks) / (bids + asks);
  }

  #dampedLots(side: Side, reach: number): number {
    const levels = this.#engine.book.levels[side];
    const depth = this.#depth;
    const dampings = this.#dampings;
    levels.readLots(levels.bestKey, depth);
    const end = Math.min(reach, depth.length);
    let lots = 0;
    for (let distance = 0; distance < end; distance++) lots += dampings[distance] * depth[distance];
    return lots;
  }

  /**
   * Does what lies at `point` on the line of all rates: market buys, market sells, new bids, new
   * asks, cancels of bids, cancels of asks.
   */
  #act(point: number, lots: number, bidTicks: number, askTicks: number): void {
    const { marketRate } = this.#parameters;
    const limitRate = this.#limitRateSum;
    const up = this.#up;
    const down = this.#down;
    let left = point;
    if (left < marketRate * (up + down)) {
      this.#sweep(left < marketRate * up ? buy : sell, lots);
      return;
    }
    left -= marketRate * (up + down);
    if (left < limitRate * up) {
      this.#submit(bid, askTicks - distanceAt(left / up, this.#limitRates), lots);
      return;
    }
    left -= limitRate * up;
    if (left < limitRate * down) {
      this.#submit(ask, bidTicks + distanceAt(left / down, this.#limitRates), lots);
      return;
    }
    left -= limitRate * down;
    if (left < this.#bidCancelRate) {
      const distance = distanceAt(left / down, this.#cancelRates, this.#bidLots);
      this.#cancelFromBack(bid, askTicks - distance, lots);
      return;
    }
    left -= this.#bidCancelRate;
    const distance = distanceAt(left / up, this.#cancelRates, this.#askLots);
    this.#cancelFromBack(ask, bidTicks + distance, lots);
  }

  #sweep(side: Side, lots: number): void {
    const order = this.#order;
    order.timeInForce = timeInForce.immediateOrCancel;
    const opposite = this.#engine.book.levels[oppositeSide(side)];
    let slot = opposite.bestSlot;
    // As far as the book goes: the worst price is that of its last level.
    for (let next = opposite.next(slot); next >= 0; next = opposite.next(slot)) slot = next;
    this.#submit(side, opposite.priceOf(slot), lots);
    order.timeInForce = timeInForce.day;
  }

  #submit(side: Side, priceTicks: number, lots: number): void {
    const order = this.#order;
    order.orderId = this.#takeId();
    order.side = side;
    order.priceTicks = priceTicks;
    order.quantityLots = lots;
    this.#engine.submit(order);
  }

  /** Takes lots off the youngest noise orders at a price; may find nothing. */
  #cancelFromBack(side: Side, priceTicks: number, lots: number): void {
    const { book } = this.#engine;
    const level = book.levels[side].find(priceTicks * book.levels[side].sign);
    let left = lots;
    let slot = level < 0 ? -1 : book.lastDisplayed(side, level);
    while (slot >= 0 && left > 0) {
      const before = book.previous[slot];
      if (book.owners[slot] === worldOwner.noise) {
        const taken = Math.min(left, book.openLots[slot]);
        this.#engine.reduce(book.ids[slot], taken);
        left -= taken;
      }
      slot = before;
    }
  }
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

const knownSizeShares = new WeakMap<CheriditoWeissParameters, Float64Array>();

/** Computed once for a world, not once for an episode. */
function sizeSharesOf(parameters: CheriditoWeissParameters): Float64Array {
  const known = knownSizeShares.get(parameters) ?? computeSizeShares(parameters);
  knownSizeShares.set(parameters, known);
  return known;
}

/**
 * Probability that round(1 + |N(0, σ)|), within 1 and the most, is at most k, at index k.
 *
 * 1 + |X| < k + ½ has probability 2Φ((k − ½)/σ) − 1; Φ is found by halving on its inverse.
 */
function computeSizeShares({ sizeSigma, sizeMax }: CheriditoWeissParameters): Float64Array {
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
