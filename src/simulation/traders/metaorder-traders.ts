/**
 * Other institutions: each works one large order at a time, in small pieces, on one side, until it
 * is done. Sizes follow a power law, and so the signs of trades have a long memory (Lillo, Mike &
 * Farmer 2005). See docs/models/metaorder-traders.md.
 *
 * Orders arrive whatever the market does. The pieces of all of them are one stream of candidates at
 * the fixed rate that there would be if every place were taken by the fastest; a candidate points
 * to a place and is accepted by the pace of the order there.
 */
import { z } from "zod";
import { drawPoisson } from "../../core/random/distributions.ts";
import type { RandomSource } from "../../core/random/random-source.ts";
import { createRandomStream, streamId } from "../../core/random/random-stream.ts";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { nsPerHour, nsPerSecond } from "../../core/time.ts";
import { createNewOrder, type NewOrder, timeInForce } from "../../market/order.ts";
import { buy, oppositeSide, type Side, sell } from "../../market/side.ts";
import { duration, lots, nonNegative, positive, share } from "../worlds/fields.ts";
import { dayNs } from "./activity-curve.ts";
import { CandidateClock } from "./candidate-clock.ts";
import { ExpiringOrders } from "./expiring-orders.ts";
import { computeMeanLots } from "./mean-lots.ts";
import { drawLots, orderSizesSchema } from "./order-sizes.ts";
import type { MarketFloor, Population } from "./population.ts";
import { computeMoment, type PowerLaw, quantileOf } from "./power-law.ts";

export const metaorderSchema = z
  .strictObject({
    kind: z.literal("metaorders"),
    name: z.string().default("metaorders"),
    /** New metaorders an hour, at activity 1. */
    arrivalsPerHour: positive,
    /** Metaorders at work at one time, at most. */
    capacity: lots,
    /** Whole size: P(larger than x) falls like x^−this. */
    tailIndex: positive,
    sizeMin: lots,
    sizeMax: lots,
    /** Lots that the market trades on a day of average activity: what the pace is a share of. */
    dayLots: positive,
    /** Each works at a share of the market's volume that is drawn evenly between these. */
    participationMin: positive.max(1),
    participationMax: positive.max(1),
    /** Sizes of child orders. */
    childSizes: orderSizesSchema,
    /** The chance that a child pays the spread. */
    takeShare: share,
    /** Children that rest are cancelled after this time. */
    patience: duration,
    /** Times the metaorders expected at work that are at work when a run begins. */
    initialShare: nonNegative.default(1),
  })
  .refine(({ sizeMin, sizeMax }) => sizeMin <= sizeMax, {
    path: ["sizeMax"],
    error: "expected at least sizeMin",
  })
  .refine((terms) => terms.participationMin <= terms.participationMax, {
    path: ["participationMax"],
    error: "expected at least participationMin",
  });
export type MetaorderParameters = z.infer<typeof metaorderSchema>;

/** Side, size, participation; one spare. */
const arrivalMarkCount = 4;
/** Place and pace, whether it pays, and two for the size. */
const childMarkCount = 4;

export class MetaorderTraders implements Population {
  readonly name: string;
  nextNs = Number.POSITIVE_INFINITY;
  /** Metaorders that found every place taken, since the run began. */
  droppedArrivals = 0;
  readonly #parameters: MetaorderParameters;
  readonly #arrivals: CandidateClock;
  readonly #children: CandidateClock;
  readonly #resting = new ExpiringOrders();
  readonly #takeOrder: NewOrder;
  readonly #restOrder: NewOrder;
  readonly #childrenPerSecondMax: number;
  readonly #sizes: PowerLaw;
  readonly #participations: PowerLaw;
  // By place.
  readonly #sides: Uint8Array;
  /** Lots neither traded nor in a child that rests; 0 in a free place. */
  readonly #leavesLots: Float64Array;
  /** Pace as a share of the fastest. */
  readonly #paces: Float64Array;
  /** Children that rest. */
  readonly #restingChildren: Int32Array;

  constructor(parameters: MetaorderParameters, name: string, ownerId: number) {
    const { capacity, tailIndex, participationMin, participationMax, dayLots } = parameters;
    const terms = { orderId: 1, ownerId, side: buy, priceTicks: 1, quantityLots: 1 } as const;
    const lotsPerSecondMax = (participationMax * dayLots) / (dayNs / nsPerSecond);
    this.name = name;
    this.#parameters = parameters;
    this.#arrivals = new CandidateClock(`${name}/arrivals`, arrivalMarkCount);
    this.#children = new CandidateClock(`${name}/children`, childMarkCount);
    this.#takeOrder = createNewOrder({ ...terms, timeInForce: timeInForce.immediateOrCancel });
    this.#restOrder = createNewOrder(terms);
    this.#childrenPerSecondMax = lotsPerSecondMax / computeMeanLots(parameters.childSizes);
    this.#sizes = { exponent: tailIndex + 1, from: parameters.sizeMin, to: parameters.sizeMax };
    this.#participations = { exponent: 0, from: participationMin, to: participationMax };
    this.#sides = new Uint8Array(capacity);
    this.#leavesLots = new Float64Array(capacity);
    this.#paces = new Float64Array(capacity);
    this.#restingChildren = new Int32Array(capacity);
  }

  /** Metaorders at work. */
  get activeCount(): number {
    let count = 0;
    for (let place = 0; place < this.#sides.length; place++) if (this.#isTaken(place)) count++;
    return count;
  }

  /** Signed lots that are still to be traded, resting children not counted; buys are positive. */
  get leavesLots(): number {
    return this.#leavesLots.reduce((sum, leaves, place) => {
      return sum + (this.#sides[place] === buy ? leaves : -leaves);
    }, 0);
  }

  /** Metaorders expected at work at any time, were each to keep its pace. */
  get expectedActive(): number {
    const { arrivalsPerHour, dayLots } = this.#parameters;
    const meanShareOfDay =
      (computeMoment(this.#sizes, 1) * computeMoment(this.#participations, -1)) / dayLots;
    return arrivalsPerHour * (dayNs / nsPerHour) * meanShareOfDay;
  }

  open(floor: MarketFloor, seed: number, nowNs: number): void {
    const { arrivalsPerHour, capacity } = this.#parameters;
    const { businessClock } = floor.conditions;
    const arrivalsPerSecond = (arrivalsPerHour * nsPerSecond) / nsPerHour;
    const childrenPerSecond = capacity * this.#childrenPerSecondMax;
    this.#arrivals.open(businessClock, seed, nowNs, arrivalsPerSecond);
    this.#children.open(businessClock, seed, nowNs, childrenPerSecond);
    this.#resting.clear();
    this.#leavesLots.fill(0);
    this.#restingChildren.fill(0);
    this.#startInitial(seed);
    this.#findNext();
  }

  act(floor: MarketFloor): void {
    const nowNs = this.nextNs;
    if (this.#resting.nextNs === nowNs) this.#endChild(floor);
    else if (this.#arrivals.nextNs === nowNs) this.#arrive(floor);
    else this.#considerChild(floor, nowNs);
    this.#findNext();
  }

  save(writer: StateWriter): void {
    writer.column([this.nextNs, this.droppedArrivals]);
    for (const column of this.#columns()) writer.column(column);
    this.#arrivals.save(writer);
    this.#children.save(writer);
    this.#resting.save(writer);
  }

  load(reader: StateReader): void {
    this.nextNs = reader.number();
    this.droppedArrivals = reader.number();
    for (const column of this.#columns()) reader.column(column);
    this.#arrivals.load(reader);
    this.#children.load(reader);
    this.#resting.load(reader);
  }

  #columns(): readonly (Uint8Array | Float64Array | Int32Array)[] {
    return [this.#sides, this.#leavesLots, this.#paces, this.#restingChildren];
  }

  #findNext(): void {
    const candidateNs = Math.min(this.#arrivals.nextNs, this.#children.nextNs);
    this.nextNs = Math.min(candidateNs, this.#resting.nextNs);
  }

  #isTaken(place: number): boolean {
    return this.#leavesLots[place] > 0 || this.#restingChildren[place] > 0;
  }

  /**
   * A stationary start: what somebody finds who looks at any moment. The number is Poisson; the
   * longer an order takes the likelier it is to be found, in proportion; and what it has left is
   * evenly between nothing and all of it (the inspection paradox of renewal theory; Cox 1962).
   */
  #startInitial(seed: number): void {
    const counts = createRandomStream(seed, streamId(`${this.name}/initial-count`));
    const marks = createRandomStream(seed, streamId(`${this.name}/initial-marks`));
    const found = drawPoisson(counts, this.expectedActive * this.#parameters.initialShare);
    // An order's time at work is its size over its pace.
    const sizes = { ...this.#sizes, exponent: this.#sizes.exponent - 1 };
    const participations = { ...this.#participations, exponent: this.#participations.exponent + 1 };
    const started = Math.min(found, this.#sides.length);
    this.droppedArrivals = found - started;
    for (let place = 0; place < started; place++) {
      this.#start(place, marks, sizes, participations);
      const leaves = Math.round(this.#leavesLots[place] * marks.uniform());
      this.#leavesLots[place] = Math.max(1, leaves);
    }
  }

  /**
   * Arrival n looks for a place from place n on: so in two markets on one seed orders keep their
   * places although they end at different times.
   */
  #arrive(floor: MarketFloor): void {
    const capacity = this.#sides.length;
    const home = this.#arrivals.passed % capacity;
    const marks = this.#arrivals.pass(floor.conditions.businessClock);
    let place = home;
    while (this.#isTaken(place)) {
      place = (place + 1) % capacity;
      if (place === home) {
        this.droppedArrivals++;
        return;
      }
    }
    this.#start(place, marks, this.#sizes, this.#participations);
  }

  #start(place: number, marks: RandomSource, sizes: PowerLaw, participations: PowerLaw): void {
    this.#sides[place] = marks.uniform() < 0.5 ? buy : sell;
    this.#leavesLots[place] = Math.round(quantileOf(sizes, marks.uniform()));
    const participation = quantileOf(participations, marks.uniform());
    this.#paces[place] = participation / this.#participations.to;
  }

  #considerChild(floor: MarketFloor, nowNs: number): void {
    const { childSizes, takeShare } = this.#parameters;
    const marks = this.#children.pass(floor.conditions.businessClock);
    // One uniform says which place, and with what is left of it whether the candidate is accepted.
    const point = marks.uniform() * this.#sides.length;
    const place = Math.floor(point);
    const leaves = this.#leavesLots[place];
    if (leaves === 0) return;
    if (point - place >= this.#paces[place]) return;
    const takes = marks.uniform() < takeShare;
    const childLots = Math.min(drawLots(childSizes, marks), leaves);
    if (takes) this.#take(floor, place, childLots);
    else this.#rest(floor, place, childLots, nowNs);
  }

  /** Takes what the far touch shows and no more, never a side's last level; so it trades wholly. */
  #take(floor: MarketFloor, place: number, childLots: number): void {
    const side = this.#sides[place] as Side;
    const far = floor.engine.book.levels[oppositeSide(side)];
    const touch = far.bestSlot;
    if (touch < 0 || far.next(touch) < 0 || far.lots[touch] === 0) return;
    const taken = Math.min(childLots, far.lots[touch]);
    this.#takeOrder.side = side;
    this.#takeOrder.priceTicks = far.priceOf(touch);
    this.#takeOrder.quantityLots = taken;
    floor.submit(this.#takeOrder);
    this.#leavesLots[place] -= taken;
  }

  #rest(floor: MarketFloor, place: number, childLots: number, nowNs: number): void {
    const side = this.#sides[place] as Side;
    const near = floor.engine.book.levels[side];
    if (near.bestSlot < 0) return;
    this.#restOrder.side = side;
    this.#restOrder.priceTicks = near.priceOf(near.bestSlot);
    this.#restOrder.quantityLots = childLots;
    const orderId = floor.submit(this.#restOrder);
    this.#resting.add(orderId, nowNs + this.#parameters.patience, place);
    this.#leavesLots[place] -= childLots;
    this.#restingChildren[place]++;
  }

  /** What a child did not get goes back to its metaorder. */
  #endChild(floor: MarketFloor): void {
    const { book } = floor.engine;
    const place = this.#resting.firstNote;
    const orderId = this.#resting.firstOrderId;
    this.#resting.dropFirst();
    this.#restingChildren[place]--;
    const slot = book.index.get(orderId);
    if (slot < 0) return;
    this.#leavesLots[place] += book.leavesOf(slot);
    floor.engine.cancel(orderId);
  }
}
