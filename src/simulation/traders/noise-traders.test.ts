import { equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { createOnlineMoments } from "../../core/statistics/online-moments.ts";
import { nsPerSecond } from "../../core/time.ts";
import { buy, sell } from "../../market/side.ts";
import { createEvenClock } from "./business-clock.ts";
import { countLots, createStillMarket, runToMinute, startNs } from "./market-fixture.ts";
import { NoiseTraders, noiseTradersSchema } from "./noise-traders.ts";
import { exampleNoise, SteadyTrader } from "./traders-fixture.ts";

const ownerId = 10;
/** Mean number of orders that rest while nothing trades. */
const meanResting = (2 * exampleNoise.limitRate) / exampleNoise.cancelRate;

describe("noise traders", () => {
  test("meet the same candidates in two markets that differ by a big trade", () => {
    const countCandidates = (lots: number): number => {
      const noise = new NoiseTraders(exampleNoise, "noise", ownerId);
      // While the opening book stands: a side that is emptied would be refilled, one act more.
      const trader = new SteadyTrader({ lots, everyNs: nsPerSecond, minutes: 0.02 });
      const market = createStillMarket([noise, trader]);
      market.open(3);
      runToMinute(market, 10);
      // The market counts the acts of all: one of them is the trader's.
      return market.events + noise.nextNs;
    };
    equal(countCandidates(6000), countCandidates(1));
  });

  test("forget a small trade: later the same orders rest in the same queues", () => {
    const restingAfter = (lots: number): string => {
      const noise = new NoiseTraders(exampleNoise, "noise", ownerId);
      const trader = new SteadyTrader({ lots, everyNs: 10 * nsPerSecond, minutes: 0.2 });
      const market = createStillMarket([noise, trader]);
      market.open(3);
      runToMinute(market, 10);
      return market.engine.stateHash();
    };
    equal(restingAfter(100), restingAfter(1));
  });

  test("take the opening book over and cancel it", () => {
    const noise = new NoiseTraders(exampleNoise, "noise", ownerId);
    const market = createStillMarket([noise]);
    market.open(1);
    equal(countLots(market, buy, 2) + countLots(market, sell, 2), 80_000);
    runToMinute(market, 2);
    equal(countLots(market, buy, 2) + countLots(market, sell, 2), 0);
  });

  test("leave the orders of others alone", () => {
    const noise = new NoiseTraders({ ...exampleNoise, marketRate: 0 }, "noise", ownerId);
    const market = createStillMarket([noise]);
    market.open(1);
    const [bids] = market.engine.book.levels;
    const order = { orderId: 1, ownerId: 77, side: buy, type: 0, timeInForce: 0 } as const;
    const rest = { display: 0, displayLots: 0, isPostOnly: false } as const;
    market.submit({ ...order, ...rest, priceTicks: -bids.bestKey, quantityLots: 500 });
    runToMinute(market, 20);
    equal(countLots(market, buy, 77), 500);
  });

  test("rest as many orders as come in the time that one stays", () => {
    // Without market orders nothing trades, and the orders that rest are a Poisson number of mean
    // 2 · limitRate / cancelRate. Looks 12 mean lives apart share nothing, so the mean of 200 has the
    // standard error √(mean / 200). Bound: 5.
    const noise = new NoiseTraders({ ...exampleNoise, marketRate: 0 }, "noise", ownerId);
    const market = createStillMarket([noise]);
    market.open(11);
    runToMinute(market, 5);
    let sum = 0;
    for (let look = 0; look < 200; look++) {
      market.runTo(startNs + (300 + 30 * look) * nsPerSecond);
      sum += market.engine.book.orderCount;
    }
    const bound = 5 * Math.sqrt(meanResting / 200);
    ok(Math.abs(sum / 200 - meanResting) < bound, `${sum / 200} orders of ${meanResting}`);
  });

  test("act as often as activity says", () => {
    // Orders of 20 minutes at activity 2 are a Poisson number of mean 2 · 2 · limitRate · 1200 s,
    // with its root as standard error. Bound: 5.
    const parameters = { ...exampleNoise, marketRate: 0 };
    const noise = new NoiseTraders(parameters, "noise", ownerId);
    const market = createStillMarket([noise], { businessClock: createEvenClock(2) });
    market.open(2);
    const before = market.takeOrderId();
    runToMinute(market, 20);
    const seen = market.takeOrderId() - before - 1;
    const expected = 2 * 2 * exampleNoise.limitRate * 1200;
    ok(Math.abs(seen - expected) < 5 * Math.sqrt(expected), `${seen} of ${expected}`);
    // They go as fast as they come: as many rest, the root of that is one standard deviation.
    const { orderCount } = market.engine.book;
    const bound = 5 * Math.sqrt(meanResting);
    ok(Math.abs(orderCount - meanResting) < bound, `${orderCount} orders`);
  });

  test("buy and sell alike", () => {
    // The mean move of the mid in 20 minutes over 32 seeds. Bound: 4 standard errors.
    const moves = createOnlineMoments();
    for (let seed = 1; seed <= 32; seed++) {
      const market = createStillMarket([new NoiseTraders(exampleNoise, "noise", ownerId)]);
      market.open(seed);
      runToMinute(market, 20);
      moves.add(market.midTicks - 10_000);
    }
    const { mean, standardError } = moves;
    ok(Math.abs(mean) < 4 * standardError, `mean ${mean}, standard error ${standardError}`);
  });

  test("refill a side that is empty", () => {
    const noise = new NoiseTraders(exampleNoise, "noise", ownerId);
    const trader = new SteadyTrader({ lots: 50_000, everyNs: nsPerSecond, minutes: 1 });
    const market = createStillMarket([noise, trader]);
    market.open(6);
    market.watch();
    runToMinute(market, 2);
    ok(market.activity.ownLots === 0 && market.activity.othersLots > 40_000);
    ok(market.activity.twoSidedNs > 0.9 * 120 * nsPerSecond, `${market.activity.twoSidedNs}`);
    ok(!Number.isNaN(market.bestTicks(buy)) && !Number.isNaN(market.bestTicks(sell)));
  });

  test("refuse a largest distance below the smallest", () => {
    throws(() => noiseTradersSchema.parse({ ...exampleNoise, distanceTicksMax: 2 }), /largest/);
  });
});
