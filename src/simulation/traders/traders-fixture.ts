/**
 * Traders for tests: examples for a 100-dollar stock that trades two million shares a day, somebody
 * who trades at fixed times, and somebody who always refills the book.
 */
import type { z } from "zod";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { nsPerMinute, nsPerSecond } from "../../core/time.ts";
import { createNewOrder, type NewOrder, timeInForce } from "../../market/order.ts";
import { ask, bid, buy, type Side, sideSign } from "../../market/side.ts";
import { type ImbalanceParameters, imbalanceSchema } from "./imbalance-traders.ts";
import { type InformedParameters, informedSchema } from "./informed-traders.ts";
import { type MarketMakersParameters, marketMakersSchema } from "./market-makers.ts";
import { type MetaorderParameters, metaorderSchema } from "./metaorder-traders.ts";
import { type NoiseTradersParameters, noiseTradersSchema } from "./noise-traders.ts";
import type { MarketFloor, Population } from "./population.ts";

export const exampleNoise: NoiseTradersParameters = noiseTradersSchema.parse({
  kind: "noise",
  limitRate: 2,
  marketRate: 0.14,
  cancelRate: 0.4,
  distanceExponent: 1.6,
  distanceTicksMin: 2.5,
  distanceTicksMax: 40,
  collarTicks: 4,
  sizes: { medianLots: 110, logDeviation: 0.8, roundLotShare: 0.6, lotsMax: 3000 },
  refillLots: 200,
});

export const exampleMakers: MarketMakersParameters = marketMakersSchema.parse({
  kind: "market-makers",
  makers: 4,
  interval: "500ms",
  latency: { floor: "200us", mean: "500us" },
  latencyStep: "300us",
  levels: 4,
  levelTicks: 1,
  lots: 250,
  halfSpreadTicks: 1,
  requoteTicks: 0,
  skewTicksPerLot: 0.00001,
  inventoryLotsMax: 1_000_000,
  reversion: "4h",
  learning: {
    sizeExponent: 0.25,
    permanentTicksPerLot: 0.000005,
    fading: [
      { ticks: 1, unitLots: 500, time: "1m" },
      { ticks: 1.2, unitLots: 800, time: "10m" },
      { ticks: 3.5, unitLots: 800, time: "2h" },
    ],
  },
});

export const exampleImbalance: ImbalanceParameters = imbalanceSchema.parse({
  kind: "imbalance",
  rate: 0.5,
  steepness: 2,
  levels: 3,
  damping: 0.65,
  sizes: { medianLots: 110, logDeviation: 0.8, roundLotShare: 0.6, lotsMax: 2000 },
  touchShareMax: 0.5,
  latency: { floor: "300us", mean: "1ms" },
});

export function exampleInformed(
  terms: Partial<z.input<typeof informedSchema>> = {},
): InformedParameters {
  return informedSchema.parse({
    kind: "informed",
    rate: 1,
    noiseTicks: 2,
    thresholdTicks: 1,
    sizes: { medianLots: 150, logDeviation: 0.8, roundLotShare: 0.6, lotsMax: 2000 },
    urgentShare: 0.5,
    insideShare: 0.5,
    collarTicks: 3,
    patience: "20s",
    delayMean: "15s",
    delayMax: "1m",
    ...terms,
  });
}

export function exampleMetaorders(
  terms: Partial<z.input<typeof metaorderSchema>> = {},
): MetaorderParameters {
  return metaorderSchema.parse({
    kind: "metaorders",
    arrivalsPerHour: 20,
    capacity: 32,
    tailIndex: 1.5,
    sizeMin: 2000,
    sizeMax: 40_000,
    dayLots: 2_000_000,
    participationMin: 0.05,
    participationMax: 0.3,
    childSizes: { medianLots: 110, logDeviation: 0.7, roundLotShare: 0.6, lotsMax: 2000 },
    takeShare: 0.7,
    patience: "30s",
    ...terms,
  });
}

interface SteadyTerms {
  readonly side?: Side;
  readonly lots: number;
  readonly everyNs?: number;
  /** Begins so long after the market has opened, and goes on for so long. */
  readonly afterMinutes?: number;
  readonly minutes: number;
}

/** Trades the same number of lots at fixed times, at any price. */
export class SteadyTrader implements Population {
  readonly name = "steady";
  nextNs = Number.POSITIVE_INFINITY;
  /** What has been bought, less what has been sold, and what was paid for it. */
  heldLots = 0;
  paidTicks = 0;
  readonly #order: NewOrder;
  readonly #terms: Required<SteadyTerms>;
  #takenNs = 0;
  #untilNs = 0;

  constructor(terms: SteadyTerms) {
    this.#terms = { side: buy, everyNs: 30 * nsPerSecond, afterMinutes: 0, ...terms };
    const { side, lots } = this.#terms;
    const fields = { orderId: 1, ownerId: 900, side, quantityLots: lots };
    const lifetime = { timeInForce: timeInForce.immediateOrCancel };
    this.#order = createNewOrder({ ...fields, ...lifetime, priceTicks: side === buy ? 99_999 : 1 });
  }

  open(_floor: MarketFloor, _seed: number, nowNs: number): void {
    const { everyNs, afterMinutes, minutes } = this.#terms;
    const fromNs = nowNs + afterMinutes * nsPerMinute;
    this.heldLots = 0;
    this.paidTicks = 0;
    this.#untilNs = fromNs + minutes * nsPerMinute;
    this.nextNs = fromNs + everyNs;
  }

  act(floor: MarketFloor): void {
    this.#takenNs = this.nextNs;
    floor.submit(this.#order);
    const next = this.nextNs + this.#terms.everyNs;
    this.nextNs = next <= this.#untilNs ? next : Number.POSITIVE_INFINITY;
  }

  onTrade(timeNs: number, side: Side, priceTicks: number, lots: number): void {
    if (timeNs !== this.#takenNs || side !== this.#terms.side) return;
    this.heldLots += sideSign(side) * lots;
    this.paidTicks += sideSign(side) * lots * priceTicks;
  }

  save(writer: StateWriter): void {
    writer.column([this.nextNs, this.#untilNs, this.heldLots, this.paidTicks, this.#takenNs]);
  }

  load(reader: StateReader): void {
    this.nextNs = reader.number();
    this.#untilNs = reader.number();
    this.heldLots = reader.number();
    this.paidTicks = reader.number();
    this.#takenNs = reader.number();
  }
}

/** Keeps ten levels a side at their lots, next to wherever the mid is, buy and sell alike. */
export class Refiller implements Population {
  readonly name = "refiller";
  nextNs = Number.POSITIVE_INFINITY;
  readonly #order: NewOrder = createNewOrder({
    ...{ orderId: 1, ownerId: 900, side: buy, priceTicks: 1, quantityLots: 1 },
  });
  readonly #levelLots: number;

  constructor(levelLots: number) {
    this.#levelLots = levelLots;
  }

  open(_floor: MarketFloor, _seed: number, nowNs: number): void {
    this.nextNs = nowNs + 200e6;
  }

  act(floor: MarketFloor): void {
    const { midTicks } = floor;
    for (let depth = 1; depth <= 10; depth++) {
      this.#fill(floor, bid, Math.ceil(midTicks) - depth);
      this.#fill(floor, ask, Math.floor(midTicks) + depth);
    }
    this.nextNs += 200e6;
  }

  save(writer: StateWriter): void {
    writer.number(this.nextNs);
  }

  load(reader: StateReader): void {
    this.nextNs = reader.number();
  }

  #fill(floor: MarketFloor, side: Side, priceTicks: number): void {
    const levels = floor.engine.book.levels[side];
    const level = levels.find(priceTicks * levels.sign);
    const missing = this.#levelLots - (level < 0 ? 0 : levels.lots[level]);
    if (missing <= 0) return;
    this.#order.side = side;
    this.#order.priceTicks = priceTicks;
    this.#order.quantityLots = missing;
    floor.submit(this.#order);
  }
}
