import { equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { nsPerSecond } from "../../core/time.ts";
import { ask, bid, buy, type Side, sell } from "../../market/side.ts";
import type { SimulatedMarket } from "../simulated-market.ts";
import { countLots, createStillMarket, runToMinute, startNs } from "./market-fixture.ts";
import { MarketMakers, type MarketMakersParameters } from "./market-makers.ts";
import { exampleMakers, SteadyTrader } from "./traders-fixture.ts";

const ownerId = 11;
const learnsNothing: MarketMakersParameters["learning"] = {
  ...exampleMakers.learning,
  permanentTicksPerLot: 0,
  fading: exampleMakers.learning.fading.map((part) => ({ ...part, ticks: 0 })),
};
const single: MarketMakersParameters = { ...exampleMakers, makers: 1, halfSpreadTicks: 3 };

/** Best price of the makers' own orders on a side. */
function quoteOf(market: SimulatedMarket, side: Side): number {
  const { book } = market.engine;
  const levels = book.levels[side];
  for (let level = levels.bestSlot; level >= 0; level = levels.next(level)) {
    for (let slot = book.headOf(side, level); slot >= 0; slot = book.after(slot)) {
      if (book.owners[slot] === ownerId) return levels.priceOf(level);
    }
  }
  return Number.NaN;
}

describe("market makers", () => {
  test("quote every level of both sides around the mid at which they begin", () => {
    const market = createStillMarket([new MarketMakers(exampleMakers, "makers", ownerId)]);
    market.open(1);
    runToMinute(market, 1);
    const { makers, levels, lots } = exampleMakers;
    equal(countLots(market, bid, ownerId), makers * levels * lots);
    equal(countLots(market, ask, ownerId), makers * levels * lots);
    equal(quoteOf(market, bid) + quoteOf(market, ask), 20_000);
  });

  test("quote lower with more inventory, and higher when they are short", () => {
    const after = (side: Side): [inventory: number, bidTicks: number, askTicks: number] => {
      const parameters = { ...single, skewTicksPerLot: 0.002, learning: learnsNothing };
      const makers = new MarketMakers(parameters, "makers", ownerId);
      const trader = new SteadyTrader({ side, lots: 9000, minutes: 0.5 });
      const market = createStillMarket([makers, trader]);
      market.open(2);
      runToMinute(market, 1);
      return [makers.inventoryOf(0), quoteOf(market, bid), quoteOf(market, ask)];
    };
    const [long, short] = [after(sell), after(buy)];
    ok(long[0] > 0 && short[0] < 0, `${long[0]}, ${short[0]}`);
    equal(long[0], -short[0]);
    ok(long[1] < short[1] && long[2] < short[2], `${long}, ${short}`);
  });

  test("hold what they bought less what they sold, to the lot", () => {
    const makers = new MarketMakers(exampleMakers, "makers", ownerId);
    const trader = new SteadyTrader({ lots: 900, everyNs: nsPerSecond / 3, minutes: 0.3 });
    const market = createStillMarket([makers, trader]);
    market.open(3);
    runToMinute(market, 1);
    // Nobody else is there: what the trader bought came from the opening book or from the makers.
    const { tradedLots } = market.lotAccount;
    const openingLots = 40_000 - countLots(market, ask, 2);
    let inventory = 0;
    for (let maker = 0; maker < exampleMakers.makers; maker++)
      inventory += makers.inventoryOf(maker);
    equal(-inventory, tradedLots / 2 - openingLots);
    ok(inventory < -1000, `${inventory}`);
  });

  test("withdraw the side that would add to an inventory at its limit", () => {
    const parameters = { ...single, halfSpreadTicks: 1, inventoryLotsMax: 300 };
    const makers = new MarketMakers(parameters, "makers", ownerId);
    const trader = new SteadyTrader({ side: sell, lots: 6000, minutes: 0.5 });
    const market = createStillMarket([makers, trader]);
    market.open(4);
    runToMinute(market, 1);
    ok(makers.inventoryOf(0) >= 300);
    equal(countLots(market, bid, ownerId), 0);
    equal(countLots(market, ask, ownerId), single.levels * single.lots);
  });

  test("follow the flow they absorb, up and down, and never trade with themselves", () => {
    const makers = new MarketMakers({ ...exampleMakers, halfSpreadTicks: 0 }, "makers", ownerId);
    const everyNs = nsPerSecond;
    const market = createStillMarket([
      makers,
      new SteadyTrader({ lots: 200, everyNs, minutes: 1 }),
      new SteadyTrader({ side: sell, lots: 400, everyNs: 2 * everyNs + 1, minutes: 4 }),
    ]);
    market.open(5);
    // Take the opening book away, so that makers are alone.
    for (const { orderId, ownerId: owner } of market.engine.restingOrders()) {
      if (owner === 2) market.engine.cancel(orderId);
    }
    const quotes: number[] = [];
    for (const minute of [0.1, 1, 4]) {
      runToMinute(market, minute);
      ok(market.bestTicks(ask) > market.bestTicks(bid));
      quotes.push(quoteOf(market, bid));
    }
    // Balanced flow in the first minute, then selling alone.
    ok(Math.abs(quotes[1]! - quotes[0]!) < 3 && quotes[2]! < quotes[1]! - 5, `${quotes}`);
    let inventory = 0;
    for (let maker = 0; maker < exampleMakers.makers; maker++) {
      inventory += makers.inventoryOf(maker);
    }
    const boughtLots = 60 * 200;
    const soldLots = 400 * Math.floor((240 * everyNs) / (2 * everyNs + 1));
    equal(inventory, soldLots - boughtLots);
    equal(market.lotAccount.tradedLots, 2 * (soldLots + boughtLots));
  });

  test("never fall silent, whatever is taken from them", () => {
    const makers = new MarketMakers(exampleMakers, "makers", ownerId);
    const populations = [
      makers,
      new SteadyTrader({ lots: 3000, everyNs: 20 * nsPerSecond, minutes: 10 }),
      new SteadyTrader({ side: sell, lots: 3000, everyNs: 20 * nsPerSecond, minutes: 10 }),
    ];
    const market = createStillMarket(populations);
    market.open(6);
    for (let minute = 1; minute <= 12; minute++) {
      runToMinute(market, minute);
      ok(makers.nextNs < market.nowNs + 60 * nsPerSecond);
    }
    ok(countLots(market, bid, ownerId) > 0 && countLots(market, ask, ownerId) > 0);
  });

  test("arrive later with a later latency", () => {
    const firstQuoteNs = (floor: number): number => {
      const latency = { floor, mean: floor + 1000 } as MarketMakersParameters["latency"];
      const market = createStillMarket([
        new MarketMakers({ ...single, latency }, "makers", ownerId),
      ]);
      market.open(7);
      while (Number.isNaN(quoteOf(market, bid))) market.runTo(market.nextNs + 1);
      return market.nowNs - startNs;
    };
    const [near, far] = [firstQuoteNs(100_000), firstQuoteNs(5_000_000)];
    equal(far - near, 4_900_000);
    ok(near > 100_000 && near < 120_000, `${near}`);
  });
});
