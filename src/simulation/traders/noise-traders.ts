/**
 * Noise traders: people who come, wait and go for reasons of their own (zero intelligence: Daniels,
 * Farmer, Gillemot, Iori & Smith 2003; Cont, Stoikov & Talreja 2010).
 *
 * Limit orders and market orders are one stream of candidates at a fixed rate of the business
 * clock, each with the same number of marks. A limit order's lifetime is one of them, exponential in
 * business time: so each order dies at one rate wherever it stands, and in two markets on one seed
 * the same order is cancelled at the same moment.
 */
import { z } from "zod";
import { assert } from "../../core/assert.ts";
import { drawExponential } from "../../core/random/distributions.ts";
import {
  createRandomStream,
  type RandomStream,
  streamId,
} from "../../core/random/random-stream.ts";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { createNewOrder, type NewOrder, timeInForce } from "../../market/order.ts";
import { ask, bid, buy, oppositeSide, type Side, sell } from "../../market/side.ts";
import { openingOwnerId } from "../simulated-market.ts";
import { lots, nonNegative, positive, ticks } from "../worlds/fields.ts";
import { CandidateClock } from "./candidate-clock.ts";
import { computeCollarKey } from "./collar.ts";
import { ExpiringOrders } from "./expiring-orders.ts";
import { drawLots, orderSizesSchema, roundLotLots } from "./order-sizes.ts";
import type { MarketFloor, Population } from "./population.ts";
import { type PowerLaw, quantileOf } from "./power-law.ts";

export const noiseTradersSchema = z
  .strictObject({
    kind: z.literal("noise"),
    name: z.string().default("noise"),
    /** Limit orders a second and side, at activity 1. */
    limitRate: positive,
    /** Market orders a second and side, at activity 1. */
    marketRate: nonNegative,
    /** Cancels a second for each order that rests, at activity 1. */
    cancelRate: positive,
    /** Density of the distance from the opposite touch: distance^−this, between the two below. */
    distanceExponent: positive,
    /** Below 2, people step right behind the opposite touch; then the spread closes to one tick. */
    distanceTicksMin: z.number().min(1),
    /** More than the smallest. */
    distanceTicksMax: ticks,
    /** A market order takes nothing farther than this from the far touch. */
    collarTicks: z.int().min(0),
    sizes: orderSizesSchema,
    /** Lots that refill an empty side. */
    refillLots: lots,
  })
  .refine(
    ({ distanceTicksMin, distanceTicksMax }) => distanceTicksMax > distanceTicksMin,
    "expected a largest distance above the smallest",
  );
export type NoiseTradersParameters = z.infer<typeof noiseTradersSchema>;

/** Kind, distance, lifetime, and two for the size; one spare. */
const markCount = 6;
/** The opening book is taken over in about this many pieces at most. */
const openingPiecesMax = 96;

export class NoiseTraders implements Population {
  readonly name: string;
  nextNs = Number.POSITIVE_INFINITY;
  readonly #parameters: NoiseTradersParameters;
  readonly #restOrder: NewOrder;
  readonly #takeOrder: NewOrder;
  readonly #candidates: CandidateClock;
  /** What rests and when it is cancelled; the note is how many lots go. */
  readonly #resting = new ExpiringOrders();
  /** Distance in ticks, not yet whole. */
  readonly #distances: PowerLaw;

  constructor(parameters: NoiseTradersParameters, name: string, ownerId: number) {
    const terms = { orderId: 1, ownerId, side: buy, priceTicks: 1, quantityLots: 1 } as const;
    this.name = name;
    this.#parameters = parameters;
    this.#candidates = new CandidateClock(name, markCount);
    this.#restOrder = createNewOrder(terms);
    this.#takeOrder = createNewOrder({ ...terms, timeInForce: timeInForce.immediateOrCancel });
    this.#distances = {
      exponent: parameters.distanceExponent,
      from: parameters.distanceTicksMin,
      to: parameters.distanceTicksMax,
    };
  }

  open(floor: MarketFloor, seed: number, nowNs: number): void {
    assert(!Number.isNaN(floor.midTicks), "noise traders begin in a market with a price");
    const { limitRate, marketRate } = this.#parameters;
    const { businessClock } = floor.conditions;
    this.#candidates.open(businessClock, seed, nowNs, 2 * (limitRate + marketRate));
    this.#resting.clear();
    this.#adoptOpening(floor, createRandomStream(seed, streamId(`${this.name}/opening`)));
    this.#findNext();
  }

  act(floor: MarketFloor): void {
    const [bids, asks] = floor.engine.book.levels;
    if (bids.bestSlot < 0 || asks.bestSlot < 0) this.#refill(floor);
    if (this.#resting.nextNs <= this.#candidates.nextNs) this.#cancelFirst(floor);
    else this.#arrive(floor);
    this.#findNext();
  }

  save(writer: StateWriter): void {
    this.#candidates.save(writer);
    this.#resting.save(writer);
  }

  load(reader: StateReader): void {
    this.#candidates.load(reader);
    this.#resting.load(reader);
    this.#findNext();
  }

  #findNext(): void {
    this.nextNs = Math.min(this.#candidates.nextNs, this.#resting.nextNs);
  }

  /** A candidate does what lies at its first mark on the line of all rates. */
  #arrive(floor: MarketFloor): void {
    const { limitRate, marketRate, sizes } = this.#parameters;
    const marks = this.#candidates.pass(floor.conditions.businessClock);
    const point = marks.uniform() * 2 * (limitRate + marketRate);
    const distanceMark = marks.uniform();
    const lifetime = drawExponential(marks);
    const lots = drawLots(sizes, marks);
    if (point < 2 * limitRate) {
      const side = point < limitRate ? buy : sell;
      this.#rest(floor, side, this.#limitPrice(floor, side, distanceMark), lots, lifetime);
    } else {
      this.#take(floor, point < 2 * limitRate + marketRate ? buy : sell, lots);
    }
  }

  /**
   * Behind the opposite touch: so no order crosses, and a spread that has opened is filled by the
   * same law that fills the book. The distance is a bounded power law, by inversion, times caution,
   * rounded down.
   */
  #limitPrice(floor: MarketFloor, side: Side, mark: number): number {
    const distance = quantileOf(this.#distances, mark) * floor.conditions.caution;
    const distanceTicks = Math.max(1, Math.floor(distance));
    const { levels } = floor.engine.book;
    return (distanceTicks - levels[oppositeSide(side)].bestKey) * levels[side].sign;
  }

  /** @param lifetime in mean lifetimes */
  #rest(floor: MarketFloor, side: Side, priceTicks: number, lots: number, lifetime: number): void {
    if (priceTicks < 1) return;
    const order = this.#restOrder;
    order.side = side;
    order.priceTicks = priceTicks;
    order.quantityLots = lots;
    this.#endAfter(floor, floor.submit(order), lots, lifetime);
  }

  #endAfter(floor: MarketFloor, orderId: number, lots: number, lifetime: number): void {
    const { businessClock } = floor.conditions;
    const seconds = businessClock.secondsAt(floor.nowNs) + lifetime / this.#parameters.cancelRate;
    this.#resting.add(orderId, Math.round(businessClock.timeAt(seconds)), lots);
  }

  #cancelFirst(floor: MarketFloor): void {
    // An order that has traded is gone: then nothing happens.
    floor.engine.reduce(this.#resting.firstOrderId, this.#resting.firstNote);
    this.#resting.dropFirst();
  }

  #take(floor: MarketFloor, side: Side, lots: number): void {
    const far = floor.engine.book.levels[oppositeSide(side)];
    const limitKey = computeCollarKey(far, this.#parameters.collarTicks);
    if (limitKey < far.bestKey) return;
    const order = this.#takeOrder;
    order.side = side;
    order.priceTicks = limitKey * far.sign;
    order.quantityLots = lots;
    floor.submit(order);
  }

  /** Orders of the mean lifetime on an empty side, a tick from the last mid, never across. */
  #refill(floor: MarketFloor): void {
    const { refillLots } = this.#parameters;
    const [bids, asks] = floor.engine.book.levels;
    if (bids.bestSlot < 0) {
      const priceTicks = Math.min(Math.floor(floor.midTicks - 1), asks.bestKey - 1);
      this.#rest(floor, bid, Math.max(1, priceTicks), refillLots, 1);
    }
    if (asks.bestSlot < 0) {
      const priceTicks = Math.max(Math.ceil(floor.midTicks + 1), 1 - bids.bestKey);
      this.#rest(floor, ask, priceTicks, refillLots, 1);
    }
  }

  /**
   * Takes over the book that stands: nobody else would ever cancel it. An order there is a whole
   * level, many people's, so it goes in pieces. Both sides from the touch outwards, in turn.
   */
  #adoptOpening(floor: MarketFloor, random: RandomStream): void {
    const [bids, asks] = floor.engine.book.levels;
    let standingLots = 0;
    for (const side of floor.engine.book.levels) {
      for (let at = side.bestSlot; at >= 0; at = side.next(at)) standingLots += side.lots[at];
    }
    const pieceLots = Math.max(roundLotLots, Math.ceil(standingLots / openingPiecesMax));
    let bidLevel = bids.bestSlot;
    let askLevel = asks.bestSlot;
    while (bidLevel >= 0 || askLevel >= 0) {
      if (bidLevel >= 0) this.#adoptLevel(floor, bid, bidLevel, pieceLots, random);
      if (askLevel >= 0) this.#adoptLevel(floor, ask, askLevel, pieceLots, random);
      bidLevel = bidLevel >= 0 ? bids.next(bidLevel) : -1;
      askLevel = askLevel >= 0 ? asks.next(askLevel) : -1;
    }
  }

  #adoptLevel(
    floor: MarketFloor,
    side: Side,
    level: number,
    pieceLots: number,
    random: RandomStream,
  ): void {
    const { book } = floor.engine;
    for (let slot = book.headOf(side, level); slot >= 0; slot = book.after(slot)) {
      if (book.owners[slot] !== openingOwnerId) continue;
      for (let left = book.openLots[slot]; left > 0; left -= pieceLots) {
        this.#endAfter(floor, book.ids[slot], Math.min(left, pieceLots), drawExponential(random));
      }
    }
  }
}
