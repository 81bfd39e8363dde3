/**
 * Traders for tests: examples for a 100-dollar stock that trades two million shares a day, somebody
 * who trades at fixed times, and somebody who always refills the book.
 */
import type { z } from "zod";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { nsPerMinute, nsPerSecond } from "../../core/time.ts";
import { createNewOrder, type NewOrder, timeInForce } from "../../market/order.ts";
import { ask, bid, buy, type Side } from "../../market/side.ts";
import { type ImbalanceParameters, imbalanceSchema } from "./imbalance-traders.ts";
import { type InformedParameters, informedSchema } from "./informed-traders.ts";
import { type MarketMakersParameters, marketMakersSchema } from "./market-makers.ts";
import { type MetaorderParameters, metaorderSchema } from "./metaorder-traders.ts";
import { type NoiseTradersParameters, noiseTradersSchema } from "./noise-traders.ts";
import type { MarketFloor, Population } from "./population.ts";

export const exampleNoise: NoiseTradersParameters = noiseTradersSchema.parse({
  kind: "noise",
  limitRate: 2,
  marketRate: 0.12,
  cancelRate: 0.1,
  distanceExponent: 1.6,
  distanceTicksMin: 2,
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
  levels: 5,
  levelTicks: 1,
  lots: 200,
  halfSpreadTicks: 1,
  requoteTicks: 0,
  skewTicksPerLot: 0.0003,
  inventoryLotsMax: 20_000,
  reversion: "1h",
  learning: {
    sizeExponent: 0.4,
    permanentTicksPerLot: 0.00001,
    fading: [
      { ticks: 0.7, unitLots: 300, time: "1m" },
      { ticks: 1.3, unitLots: 1000, time: "10m" },
      { ticks: 4, unitLots: 5000, time: "90m" },
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
    arrivalsPerHour: 40,
    capacity: 32,
    tailIndex: 1.5,
    sizeMin: 1000,
    sizeMax: 100_000,
    dayLots: 2_000_000,
    participationMin: 0.02,
    participationMax: 0.15,
    childSizes: { medianLots: 110, logDeviation: 0.7, roundLotShare: 0.6, lotsMax: 2000 },
    takeShare: 0.6,
    patience: "30s",
    ...terms,
  });
}

/** Trades the same number of lots at fixed times, at any price. */
export class SteadyTrader implements Population {
  readonly name = "steady";
  nextNs = Number.POSITIVE_INFINITY;
  readonly #order: NewOrder;
  readonly #everyNs: number;
  readonly #lastsNs: number;
  #untilNs = 0;

  constructor(terms: { side?: Side; lots: number; everyNs?: number; minutes: number }) {
    const { side = buy, lots, everyNs = 30 * nsPerSecond, minutes } = terms;
    const fields = { orderId: 1, ownerId: 900, side, quantityLots: lots };
    const lifetime = { timeInForce: timeInForce.immediateOrCancel };
    this.#order = createNewOrder({ ...fields, ...lifetime, priceTicks: side === buy ? 99_999 : 1 });
    this.#everyNs = everyNs;
    this.#lastsNs = minutes * nsPerMinute;
  }

  open(_floor: MarketFloor, _seed: number, nowNs: number): void {
    this.#untilNs = nowNs + this.#lastsNs;
    this.nextNs = nowNs + this.#everyNs;
  }

  act(floor: MarketFloor): void {
    floor.submit(this.#order);
    const next = this.nextNs + this.#everyNs;
    this.nextNs = next <= this.#untilNs ? next : Number.POSITIVE_INFINITY;
  }

  save(writer: StateWriter): void {
    writer.column([this.nextNs, this.#untilNs]);
  }

  load(reader: StateReader): void {
    this.nextNs = reader.number();
    this.#untilNs = reader.number();
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
