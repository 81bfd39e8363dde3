/**
 * Noise and tactical traders of the Cheridito–Weiss worlds: one superposed stream of events.
 *
 * At each event they look at the book, draw the time to the next event from the total rate they
 * see, draw what happens, and do it at once. Tactical traders are the same with rates that lean
 * with the book's imbalance. Waiting times, kinds and sizes come from streams of their own, one
 * draw an event each, so that two runs on one seed draw the same numbers event by event.
 */
import { drawNormal } from "../../core/random/distributions.ts";
import { createRandomStream, streamId } from "../../core/random/random-stream.ts";
import type { FastMatchingEngine } from "../../market/matching-engine.ts";
import { createNewOrder, type NewOrder, timeInForce } from "../../market/order.ts";
import { ask, bid, oppositeSide, type Side } from "../../market/side.ts";
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
  /** Rates of everything that can happen, in the order in which `#act` reads them. */
  readonly #rates: Float64Array;
  readonly #levels: number;
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
    this.#levels = parameters.limitRates.length;
    this.#rates = new Float64Array(2 + 4 * this.#levels);
    this.#bidLots = new Float64Array(this.#levels);
    this.#askLots = new Float64Array(this.#levels);
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
    const { sizeSigma, sizeMax } = this.#parameters;
    const size = 1 + Math.abs(sizeSigma * drawNormal(this.#sizes));
    return Math.round(Math.min(sizeMax, Math.max(1, size)));
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

  /** Writes the rate of every kind of event and returns their sum. */
  #readRates(bidTicks: number, askTicks: number): number {
    const { marketRate, limitRates, cancelRates, tactical } = this.#parameters;
    const rates = this.#rates;
    const levels = this.#levels;
    const bidLots = this.#bidLots;
    const askLots = this.#askLots;
    this.#engine.book.levels[bid].readLots(1 - askTicks, bidLots);
    this.#engine.book.levels[ask].readLots(bidTicks + 1, askLots);
    let up = 1;
    let down = 1;
    if (tactical !== undefined) {
      const lean = tactical.imbalanceFactor * this.#imbalance(bidTicks, askTicks);
      up = tactical.rateFactor * (1 + Math.max(0, lean));
      down = tactical.rateFactor * (1 + Math.max(0, -lean));
    }
    // Buying pressure: market buys, new bids, cancels of asks. Selling pressure: the mirror.
    rates[0] = marketRate * up;
    rates[1] = marketRate * down;
    let total = rates[0] + rates[1] + this.#limitRateSum * (up + down);
    for (let at = 0; at < levels; at++) {
      rates[2 + at] = limitRates[at] * up;
      rates[2 + levels + at] = limitRates[at] * down;
      const bidCancels = cancelRates[at] * bidLots[at] * down;
      const askCancels = cancelRates[at] * askLots[at] * up;
      rates[2 + 2 * levels + at] = bidCancels;
      rates[2 + 3 * levels + at] = askCancels;
      total += bidCancels + askCancels;
    }
    return total;
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

  /** Does what lies at `point` on the line of all rates. */
  #act(point: number, lots: number, bidTicks: number, askTicks: number): void {
    const rates = this.#rates;
    const levels = this.#levels;
    let left = point;
    let kind = 0;
    while (kind < rates.length - 1 && left >= rates[kind]) left -= rates[kind++];
    if (kind < 2) {
      this.#sweep(kind as Side, lots);
      return;
    }
    const group = Math.floor((kind - 2) / levels);
    const distance = ((kind - 2) % levels) + 1;
    const side = (group & 1) as Side;
    const price = side === bid ? askTicks - distance : bidTicks + distance;
    if (group < 2) this.#submit(side, price, lots);
    else this.#cancelFromBack(side, price, lots);
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
