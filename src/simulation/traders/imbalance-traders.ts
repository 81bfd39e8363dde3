/**
 * Imbalance traders: people who see which side of the book is heavier and take the lighter one
 * before it goes (the tactical traders of Cheridito & Weiss, arXiv 2507.06345, with a wire).
 *
 * Candidates come at a fixed rate; one is taken up with a probability that rises with the size of
 * the imbalance. Its order takes the far touch in the direction of the imbalance, at the price
 * seen, and arrives after the latency: too late when others were faster.
 */
import { z } from "zod";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { timeInForce } from "../../market/order.ts";
import { ask, bid, buy, oppositeSide, sell } from "../../market/side.ts";
import { lots, nonNegative, positive } from "../worlds/fields.ts";
import { CandidateClock } from "./candidate-clock.ts";
import { drawLots, orderSizesSchema } from "./order-sizes.ts";
import { OrderWire, wireLatencySchema } from "./order-wire.ts";
import type { MarketFloor, Population } from "./population.ts";

export const imbalanceSchema = z.strictObject({
  kind: z.literal("imbalance"),
  name: z.string().default("imbalance"),
  /** Looks a second at activity 1; each is an order with the probability |imbalance|^steepness. */
  rate: positive,
  steepness: nonNegative,
  /** Ticks of each side that are looked at, from its touch. */
  levels: lots,
  /** Lots k ticks from the touch count e^(−damping·k). */
  damping: nonNegative,
  sizes: orderSizesSchema,
  /** No order is larger than this share of the far touch, rounded up. */
  touchShareMax: z.number().positive().max(1),
  latency: wireLatencySchema,
});
export type ImbalanceParameters = z.infer<typeof imbalanceSchema>;

/** Decision, two for the size; one spare. */
const markCount = 4;
/** These traders need not tell their orders apart. */
const anyTag = 0;

export class ImbalanceTraders implements Population {
  readonly name: string;
  nextNs = Number.POSITIVE_INFINITY;
  readonly #parameters: ImbalanceParameters;
  readonly #wire: OrderWire;
  readonly #dampings: Float64Array;
  readonly #looks: CandidateClock;

  constructor(parameters: ImbalanceParameters, name: string, ownerId: number) {
    const { latency, levels, damping } = parameters;
    this.name = name;
    this.#parameters = parameters;
    this.#wire = new OrderWire({ latency, ownerId, name: `${name}/latency`, tags: 1 });
    this.#dampings = Float64Array.from({ length: levels }, (_, k) => Math.exp(-damping * k));
    this.#looks = new CandidateClock(name, markCount);
  }

  open(floor: MarketFloor, seed: number, nowNs: number): void {
    const { businessClock } = floor.conditions;
    this.#looks.open(businessClock, seed, nowNs, this.#parameters.rate);
    this.#wire.open(seed);
    this.#schedule();
  }

  act(floor: MarketFloor): void {
    if (this.#wire.nextNs <= this.#looks.nextNs) this.#wire.deliver(floor);
    else this.#look(floor);
    this.#schedule();
  }

  save(writer: StateWriter): void {
    this.#looks.save(writer);
    this.#wire.save(writer);
  }

  load(reader: StateReader): void {
    this.#looks.load(reader);
    this.#wire.load(reader);
    this.#schedule();
  }

  #schedule(): void {
    this.nextNs = Math.min(this.#looks.nextNs, this.#wire.nextNs);
  }

  #look(floor: MarketFloor): void {
    const look = this.#looks.passed;
    const marks = this.#looks.pass(floor.conditions.businessClock);
    const decision = marks.uniform();
    const { steepness, sizes, touchShareMax } = this.#parameters;
    const imbalance = this.#readImbalance(floor);
    if (imbalance === 0 || decision >= Math.abs(imbalance) ** steepness) return;
    const side = imbalance > 0 ? buy : sell;
    const far = floor.engine.book.levels[oppositeSide(side)];
    const lots = Math.min(
      drawLots(sizes, marks),
      Math.ceil(touchShareMax * far.lots[far.bestSlot]),
    );
    this.#wire.depart(floor.nowNs, look);
    const lifetime = timeInForce.immediateOrCancel;
    this.#wire.submit(anyTag, side, far.priceOf(far.bestSlot), lots, lifetime);
  }

  /** (bids − asks) / (bids + asks) of damped lots; 0 while a side is empty. */
  #readImbalance(floor: MarketFloor): number {
    const { levels } = floor.engine.book;
    if (levels[bid].bestSlot < 0 || levels[ask].bestSlot < 0) return 0;
    const bids = levels[bid].weighLots(levels[bid].bestKey, this.#dampings);
    const asks = levels[ask].weighLots(levels[ask].bestKey, this.#dampings);
    return bids + asks === 0 ? 0 : (bids - asks) / (bids + asks);
  }
}
