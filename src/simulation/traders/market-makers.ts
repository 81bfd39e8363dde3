/**
 * Market makers: people who quote both sides around what they think the price is.
 *
 * All share one reference: a slow anchor plus what order flow has taught them (`flow-memory.ts`).
 * Each leans his own quotes against his inventory (Avellaneda & Stoikov 2008: the reservation price
 * falls by a constant for each lot held), and stops buying, or selling, at a limit. Each looks at
 * the book at moments of his own, sees it as it is then, and what he sends arrives after his own
 * latency: the whole delay of his round trip lies on the way to the market.
 *
 * Makers quote again at every look, for ever: a side that was filled or refused is quoted at the
 * next one. Cancels of a look travel before its orders and orders never trade on arrival, so a
 * maker does not meet himself.
 */
import { z } from "zod";
import { assert } from "../../core/assert.ts";
import {
  createRandomStream,
  type RandomStream,
  streamId,
} from "../../core/random/random-stream.ts";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { timeInForce } from "../../market/order.ts";
import { ask, bid, buy, oppositeSide, type Side, sell } from "../../market/side.ts";
import { duration, lots, nonNegative, share, ticks } from "../worlds/fields.ts";
import { FlowMemory, flowMemorySchema } from "./flow-memory.ts";
import { OrderWire, wireLatencySchema } from "./order-wire.ts";
import type { MarketFloor, Population } from "./population.ts";

export const marketMakersSchema = z.strictObject({
  kind: z.literal("market-makers"),
  name: z.string().default("makers"),
  makers: z.int().min(1),
  /** Mean time between two looks of one maker. */
  interval: duration,
  /** Of the first, fastest maker. */
  latency: wireLatencySchema,
  /** Each maker is slower than the one before by this. */
  latencyStep: duration,
  /** Price levels a side. */
  levels: z.int().min(1),
  levelTicks: ticks,
  /** Lots a level. */
  lots,
  /** From the reservation price to the first level, before rounding outwards; times caution. */
  halfSpreadTicks: nonNegative,
  /** An order stays while its price is no farther than this from the one wished for. */
  requoteTicks: z.int().min(0),
  /** The reservation price falls by this for each lot held. */
  skewTicksPerLot: nonNegative,
  /** At this inventory the side that would add to it is withdrawn. */
  inventoryLotsMax: lots,
  /** Of the fundamental's moves, the part that is public: the reference follows it at once. */
  publicShare: share.default(0),
  /** The reference returns to the mid by the factor e in this time. */
  reversion: duration,
  learning: flowMemorySchema,
});
export type MarketMakersParameters = z.infer<typeof marketMakersSchema>;

export class MarketMakers implements Population {
  readonly name: string;
  nextNs = Number.POSITIVE_INFINITY;
  readonly #parameters: MarketMakersParameters;
  readonly #memory: FlowMemory;
  /** By maker; an order's tag is side · levels + level. */
  readonly #wires: readonly OrderWire[];
  readonly #inventories: Float64Array;
  /** By maker and tag: open lots at the last look. */
  readonly #openLots: Float64Array;
  /** By maker and tag: the price of the order that was sent last. */
  readonly #quotes: Float64Array;
  /** By tag, scratch: the price wished for, NaN for none. */
  readonly #wishes: Float64Array;
  readonly #tags: number;
  #waits: RandomStream;
  #picks: RandomStream;
  #lookNs = Number.POSITIVE_INFINITY;
  /** Somebody has traded since fills were counted. */
  #mayHaveTraded = false;
  /** Reference price without what flow has taught. */
  #anchorTicks = Number.NaN;
  #anchoredNs = 0;
  /** The fundamental at the last look; NaN in a market without one. */
  #fundamentalTicks = Number.NaN;

  constructor(parameters: MarketMakersParameters, name: string, ownerId: number) {
    const { makers, levels, latency, latencyStep } = parameters;
    const tags = 2 * levels;
    this.name = name;
    this.#parameters = parameters;
    this.#tags = tags;
    this.#memory = new FlowMemory(parameters.learning);
    this.#wires = Array.from({ length: makers }, (_, maker) => {
      const slower = maker * latencyStep;
      const own = { floor: latency.floor + slower, mean: latency.mean + slower } as typeof latency;
      return new OrderWire({ latency: own, ownerId, name: `${name}/latency/${maker}`, tags });
    });
    this.#inventories = new Float64Array(makers);
    this.#openLots = new Float64Array(makers * tags);
    this.#quotes = new Float64Array(makers * tags);
    this.#wishes = new Float64Array(tags);
    this.#waits = this.#stream(0, "waits");
    this.#picks = this.#stream(0, "picks");
  }

  open(floor: MarketFloor, seed: number, nowNs: number): void {
    assert(!Number.isNaN(floor.midTicks), "makers begin in a market with a price");
    this.#waits = this.#stream(seed, "waits");
    this.#picks = this.#stream(seed, "picks");
    for (const wire of this.#wires) wire.open(seed);
    this.#memory.open(nowNs);
    this.#inventories.fill(0);
    this.#openLots.fill(0);
    this.#anchorTicks = floor.midTicks;
    this.#anchoredNs = nowNs;
    this.#fundamentalTicks = floor.conditions.fundamentalTicks;
    this.#lookNs = nowNs;
    this.#mayHaveTraded = false;
    this.#schedule();
  }

  act(floor: MarketFloor): void {
    if (this.nextNs === this.#lookNs) this.#look(floor);
    else this.#deliver(floor);
    this.#schedule();
  }

  onTrade(): void {
    this.#mayHaveTraded = true;
  }

  /** Lots a maker holds, as far as he has seen; negative when he is short. */
  inventoryOf(maker: number): number {
    return this.#inventories[maker];
  }

  save(writer: StateWriter): void {
    writer.column([this.#waits.seed, this.#waits.index, this.#picks.index]);
    writer.number(this.#mayHaveTraded ? 1 : 0);
    writer.column([this.#lookNs, this.#anchorTicks, this.#anchoredNs, this.#fundamentalTicks]);
    writer.column(this.#inventories);
    writer.column(this.#openLots);
    writer.column(this.#quotes);
    this.#memory.save(writer);
    for (const wire of this.#wires) wire.save(writer);
  }

  load(reader: StateReader): void {
    const seed = reader.number();
    this.#waits = this.#stream(seed, "waits");
    this.#picks = this.#stream(seed, "picks");
    this.#waits.seek(reader.number());
    this.#picks.seek(reader.number());
    this.#mayHaveTraded = reader.number() === 1;
    this.#lookNs = reader.number();
    this.#anchorTicks = reader.number();
    this.#anchoredNs = reader.number();
    this.#fundamentalTicks = reader.number();
    reader.column(this.#inventories);
    reader.column(this.#openLots);
    reader.column(this.#quotes);
    this.#memory.load(reader);
    for (const wire of this.#wires) wire.load(reader);
    this.#schedule();
  }

  #stream(seed: number, purpose: string): RandomStream {
    return createRandomStream(seed, streamId(`${this.name}/${purpose}`));
  }

  #schedule(): void {
    let nextNs = this.#lookNs;
    for (const wire of this.#wires) if (wire.nextNs < nextNs) nextNs = wire.nextNs;
    this.nextNs = nextNs;
  }

  #look(floor: MarketFloor): void {
    const look = this.#waits.index;
    const { makers, interval } = this.#parameters;
    const pick = Math.floor(this.#picks.uniform() * makers);
    const wait = -Math.log1p(-this.#waits.uniform());
    // When the market opens everybody looks at once.
    const maker = look < makers ? look : pick;
    if (look >= makers - 1) this.#lookNs += Math.round((wait * interval) / makers);
    this.#learn(floor);
    this.#wish(floor, maker);
    this.#requote(floor, maker, look);
  }

  #deliver(floor: MarketFloor): void {
    this.#learn(floor);
    for (let maker = 0; maker < this.#wires.length; maker++) {
      const wire = this.#wires[maker];
      if (wire.nextNs !== this.nextNs) continue;
      wire.deliver(floor);
      this.#readOpenLots(floor, maker);
    }
  }

  /**
   * Counts what all makers have bought and sold since the last time, and learns from the sum: the
   * net flow that they had to absorb. What others trade among themselves teaches nothing.
   */
  #learn(floor: MarketFloor): void {
    if (!this.#mayHaveTraded) return;
    this.#mayHaveTraded = false;
    let boughtLots = 0;
    for (let maker = 0; maker < this.#wires.length; maker++) {
      boughtLots += this.#countFills(floor, maker);
    }
    if (boughtLots === 0) return;
    const aggressorSide = boughtLots > 0 ? sell : buy;
    this.#memory.addTrade(floor.nowNs, aggressorSide, Math.abs(boughtLots));
  }

  /**
   * What has gone from a maker's orders since they were seen last was traded: cancels are seen.
   *
   * @returns lots bought less lots sold
   */
  #countFills(floor: MarketFloor, maker: number): number {
    const { levels } = this.#parameters;
    const first = maker * this.#tags;
    let boughtLots = 0;
    for (let tag = 0; tag < this.#tags; tag++) {
      const seenLots = this.#openLots[first + tag];
      if (seenLots === 0) continue;
      const openLots = this.#openLotsOf(floor, maker, tag);
      const filledLots = seenLots - openLots;
      boughtLots += tag < levels ? filledLots : -filledLots;
      this.#openLots[first + tag] = openLots;
    }
    this.#inventories[maker] += boughtLots;
    return boughtLots;
  }

  #readOpenLots(floor: MarketFloor, maker: number): void {
    const first = maker * this.#tags;
    for (let tag = 0; tag < this.#tags; tag++) {
      this.#openLots[first + tag] = this.#openLotsOf(floor, maker, tag);
    }
  }

  #openLotsOf(floor: MarketFloor, maker: number, tag: number): number {
    const { book } = floor.engine;
    const orderId = this.#wires[maker].orderIds[tag];
    const slot = orderId === 0 ? -1 : book.index.get(orderId);
    return slot < 0 ? 0 : book.openLots[slot];
  }

  /** The reference of all makers, after the anchor has moved: with public news, and to the mid. */
  #readReference(floor: MarketFloor): number {
    const learntTicks = this.#memory.ticksAt(floor.nowNs);
    const passedNs = floor.nowNs - this.#anchoredNs;
    const returned = -Math.expm1(-passedNs / this.#parameters.reversion);
    this.#anchoredNs = floor.nowNs;
    this.#learnPublic(floor.conditions.fundamentalTicks);
    this.#anchorTicks += returned * (floor.midTicks - learntTicks - this.#anchorTicks);
    return this.#anchorTicks + learntTicks;
  }

  #learnPublic(fundamentalTicks: number): void {
    const move = fundamentalTicks - this.#fundamentalTicks;
    if (move !== 0 && !Number.isNaN(move)) this.#anchorTicks += this.#parameters.publicShare * move;
    this.#fundamentalTicks = fundamentalTicks;
  }

  /** Writes the prices a maker wishes for. */
  #wish(floor: MarketFloor, maker: number): void {
    const { halfSpreadTicks, skewTicksPerLot, inventoryLotsMax } = this.#parameters;
    const heldLots = this.#inventories[maker];
    const bounded = Math.max(-inventoryLotsMax, Math.min(heldLots, inventoryLotsMax));
    const reservationTicks = this.#readReference(floor) - skewTicksPerLot * bounded;
    const offsetTicks = halfSpreadTicks * floor.conditions.caution;
    const bidKey = heldLots < inventoryLotsMax ? offsetTicks - reservationTicks : Number.NaN;
    const askKey = heldLots > -inventoryLotsMax ? offsetTicks + reservationTicks : Number.NaN;
    this.#wishSide(floor, bid, Math.ceil(bidKey));
    this.#wishSide(floor, ask, Math.ceil(askKey));
  }

  /** A ladder from a key on, behind the far touch at least; none where the key is NaN. */
  #wishSide(floor: MarketFloor, side: Side, firstKey: number): void {
    const { levels, levelTicks } = this.#parameters;
    const far = floor.engine.book.levels[oppositeSide(side)];
    const { sign } = floor.engine.book.levels[side];
    const key = Math.max(firstKey, 1 - far.bestKey);
    for (let level = 0; level < levels; level++) {
      const priceTicks = (key + level * levelTicks) * sign;
      this.#wishes[side * levels + level] = priceTicks >= 1 ? priceTicks : Number.NaN;
    }
  }

  /** Sends what it takes to have what is wished for: every cancel first, then the orders. */
  #requote(floor: MarketFloor, maker: number, look: number): void {
    const { levels, lots } = this.#parameters;
    const wire = this.#wires[maker];
    const wishes = this.#wishes;
    const first = maker * this.#tags;
    wire.depart(floor.nowNs, look);
    for (let tag = 0; tag < this.#tags; tag++) {
      if (this.#isLeftAlone(maker, tag)) wishes[tag] = Number.NaN;
      else if (this.#openLots[first + tag] > 0) wire.cancel(tag);
    }
    for (let tag = 0; tag < this.#tags; tag++) {
      if (Number.isNaN(wishes[tag])) continue;
      this.#quotes[first + tag] = wishes[tag];
      wire.submit(tag, tag < levels ? bid : ask, wishes[tag], lots, timeInForce.day);
    }
  }

  /** A maker does not touch what is still under way, nor an order that stands near its wish. */
  #isLeftAlone(maker: number, tag: number): boolean {
    if (this.#wires[maker].pending[tag] > 0) return true;
    const at = maker * this.#tags + tag;
    const distanceTicks = Math.abs(this.#quotes[at] - this.#wishes[tag]);
    return this.#openLots[at] > 0 && distanceTicks <= this.#parameters.requoteTicks;
  }
}
