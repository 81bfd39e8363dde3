/**
 * Informed traders: people who know what the instrument is worth, roughly and a little late, and
 * trade towards it when the price is far enough from it to pay. See docs/models/informed-traders.md.
 *
 * The urgent pay the spread, the others rest at or inside the touch for a while. Candidates come at
 * a fixed rate of the business clock; the gap between worth and price decides who trades.
 */
import { z } from "zod";
import { assert } from "../../core/assert.ts";
import { drawExponential, drawNormal } from "../../core/random/distributions.ts";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { nsPerSecond } from "../../core/time.ts";
import { createNewOrder, type NewOrder, timeInForce } from "../../market/order.ts";
import { buy, oppositeSide, type Side, sell } from "../../market/side.ts";
import { duration, nonNegative, positive, share } from "../worlds/fields.ts";
import { CandidateClock } from "./candidate-clock.ts";
import { computeCollarKey } from "./collar.ts";
import { ExpiringOrders } from "./expiring-orders.ts";
import { drawLots, orderSizesSchema } from "./order-sizes.ts";
import type { MarketFloor, Population } from "./population.ts";

export const informedSchema = z.strictObject({
  kind: z.literal("informed"),
  name: z.string().default("informed"),
  /** Looks at the price a second, at activity 1; a look becomes an order where it pays. */
  rate: positive,
  /** Standard deviation of the error with which one of them sees the fundamental, in ticks. */
  noiseTicks: nonNegative,
  /** They trade when their gain to the far touch, at what they see, is larger than this. */
  thresholdTicks: nonNegative,
  sizes: orderSizesSchema,
  /** The chance that one pays the spread. */
  urgentShare: share,
  /** Of those who do not: the chance to rest one tick inside a spread that has room. */
  insideShare: share,
  /** Those who pay take nothing farther than this from the far touch. */
  collarTicks: z.int().min(0),
  /** Those who rest cancel after this time. */
  patience: duration,
  /** They know what the fundamental was so long ago; exponential with this mean. */
  delayMean: duration,
  /** Nobody is later than this. */
  delayMax: duration,
});
export type InformedParameters = z.infer<typeof informedSchema>;

/** How often they write down the fundamental. */
const sampleNs = nsPerSecond;
/** Delay, error, urgency, inside, and two for the size. */
const markCount = 6;

export class InformedTraders implements Population {
  readonly name: string;
  nextNs = Number.POSITIVE_INFINITY;
  readonly #parameters: InformedParameters;
  readonly #candidates: CandidateClock;
  readonly #resting = new ExpiringOrders();
  readonly #takeOrder: NewOrder;
  readonly #restOrder: NewOrder;
  /** Sample n of the fundamental, taken at open + n · sampleNs, at n modulo the length. */
  readonly #history: Float64Array;
  #openNs = 0;
  #samples = 0;

  constructor(parameters: InformedParameters, name: string, ownerId: number) {
    const terms = { orderId: 1, ownerId, side: buy, priceTicks: 1, quantityLots: 1 } as const;
    this.name = name;
    this.#parameters = parameters;
    this.#candidates = new CandidateClock(name, markCount);
    this.#takeOrder = createNewOrder({ ...terms, timeInForce: timeInForce.immediateOrCancel });
    this.#restOrder = createNewOrder(terms);
    this.#history = new Float64Array(Math.ceil(parameters.delayMax / sampleNs) + 2);
  }

  open(floor: MarketFloor, seed: number, nowNs: number): void {
    const { businessClock, fundamentalTicks } = floor.conditions;
    assert(!Number.isNaN(fundamentalTicks), "informed traders live in a market with a fundamental");
    this.#candidates.open(businessClock, seed, nowNs, this.#parameters.rate);
    this.#resting.clear();
    this.#openNs = nowNs;
    this.#samples = 0;
    this.#sample(fundamentalTicks);
    this.#findNext();
  }

  act(floor: MarketFloor): void {
    const nowNs = this.nextNs;
    if (this.#resting.nextNs === nowNs) this.#cancelFirst(floor);
    else if (this.#nextSampleNs() === nowNs) this.#sample(floor.conditions.fundamentalTicks);
    else this.#consider(floor, nowNs);
    this.#findNext();
  }

  save(writer: StateWriter): void {
    writer.column([this.nextNs, this.#openNs, this.#samples]);
    writer.column(this.#history);
    this.#candidates.save(writer);
    this.#resting.save(writer);
  }

  load(reader: StateReader): void {
    this.nextNs = reader.number();
    this.#openNs = reader.number();
    this.#samples = reader.number();
    reader.column(this.#history);
    this.#candidates.load(reader);
    this.#resting.load(reader);
  }

  #findNext(): void {
    const ordersNs = Math.min(this.#candidates.nextNs, this.#resting.nextNs);
    this.nextNs = Math.min(ordersNs, this.#nextSampleNs());
  }

  #nextSampleNs(): number {
    return this.#openNs + this.#samples * sampleNs;
  }

  #sample(fundamentalTicks: number): void {
    this.#history[this.#samples++ % this.#history.length] = fundamentalTicks;
  }

  /** The last sample that was not younger than the delay; the first one before there is such. */
  #known(nowNs: number, delayNs: number): number {
    const asked = Math.floor((nowNs - delayNs - this.#openNs) / sampleNs);
    const oldest = Math.max(0, this.#samples - this.#history.length);
    return this.#history[Math.max(asked, oldest) % this.#history.length];
  }

  #consider(floor: MarketFloor, nowNs: number): void {
    const { noiseTicks, thresholdTicks, sizes, urgentShare, insideShare } = this.#parameters;
    const { delayMean, delayMax } = this.#parameters;
    const marks = this.#candidates.pass(floor.conditions.businessClock);
    const [bids, asks] = floor.engine.book.levels;
    if (bids.bestSlot < 0 || asks.bestSlot < 0) return;
    const delayNs = Math.min(delayMean * drawExponential(marks), delayMax);
    const worthTicks = this.#known(nowNs, delayNs) + noiseTicks * drawNormal(marks);
    const isAbove = worthTicks - asks.bestKey > thresholdTicks;
    const isBelow = -bids.bestKey - worthTicks > thresholdTicks;
    if (!isAbove && !isBelow) return;
    const side = isAbove ? buy : sell;
    const isUrgent = marks.uniform() < urgentShare;
    const isInside = marks.uniform() < insideShare;
    const lots = drawLots(sizes, marks);
    if (isUrgent) this.#take(floor, side, worthTicks, lots);
    else this.#rest(floor, side, isInside ? 1 : 0, lots, nowNs);
  }

  /** Pays up to the collar, never more than the instrument is worth, never a side's last level. */
  #take(floor: MarketFloor, side: Side, worthTicks: number, lots: number): void {
    const far = floor.engine.book.levels[oppositeSide(side)];
    const collarKey = computeCollarKey(far, this.#parameters.collarTicks);
    const limitKey = Math.min(collarKey, Math.floor(worthTicks * far.sign));
    if (limitKey < far.bestKey) return;
    this.#takeOrder.side = side;
    this.#takeOrder.priceTicks = limitKey * far.sign;
    this.#takeOrder.quantityLots = lots;
    floor.submit(this.#takeOrder);
  }

  #rest(floor: MarketFloor, side: Side, insideTicks: number, lots: number, nowNs: number): void {
    const near = floor.engine.book.levels[side];
    const far = floor.engine.book.levels[oppositeSide(side)];
    const roomTicks = far.bestKey + near.bestKey - 1;
    this.#restOrder.side = side;
    this.#restOrder.priceTicks = (near.bestKey - Math.min(insideTicks, roomTicks)) * near.sign;
    this.#restOrder.quantityLots = lots;
    this.#resting.add(floor.submit(this.#restOrder), nowNs + this.#parameters.patience);
  }

  #cancelFirst(floor: MarketFloor): void {
    const orderId = this.#resting.firstOrderId;
    this.#resting.dropFirst();
    if (floor.engine.book.index.get(orderId) >= 0) floor.engine.cancel(orderId);
  }
}
