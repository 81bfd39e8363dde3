import { equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { createNewOrder } from "../../market/order.ts";
import { ask, bid, buy, type Side, sell } from "../../market/side.ts";
import type { SimulatedMarket } from "../simulated-market.ts";
import { type ImbalanceParameters, ImbalanceTraders } from "./imbalance-traders.ts";
import { createStillMarket, runToMinute, startNs } from "./market-fixture.ts";
import { exampleImbalance } from "./traders-fixture.ts";

const ownerId = 12;

function createMarket(parameters: Partial<ImbalanceParameters> = {}): SimulatedMarket {
  return createStillMarket([
    new ImbalanceTraders({ ...exampleImbalance, ...parameters }, "imbalance", ownerId),
  ]);
}

/** One more order at the touch. */
function addLots(market: SimulatedMarket, side: Side, lots: number): void {
  const priceTicks = market.bestTicks(side);
  const fields = { orderId: 1, ownerId: 77, side, priceTicks, quantityLots: lots };
  market.submit(createNewOrder(fields));
}

describe("imbalance traders", () => {
  test("do nothing while the sides are equal", () => {
    const market = createMarket({ steepness: 1 });
    market.open(1);
    runToMinute(market, 5);
    equal(market.activity.othersLots, 0);
    ok(market.events > 50);
  });

  for (const [heavy, light] of [
    [bid, ask],
    [ask, bid],
  ] as const) {
    test(`take the ${light === ask ? "ask" : "bid"} when the other side is heavier`, () => {
      const market = createMarket();
      market.open(2);
      addLots(market, heavy, 20_000);
      const before = market.engine.book.levels[light].count;
      runToMinute(market, 5);
      ok(market.activity.othersLots > 1000, `${market.activity.othersLots}`);
      ok(market.engine.book.levels[light].count < before);
      equal(market.bestTicks(heavy), heavy === bid ? 9999 : 10_001);
      const { sentLots, tradedLots, cancelledLots, restingLots } = market.lotAccount;
      equal(sentLots, tradedLots + cancelledLots + restingLots);
    });
  }

  test("act the more often the larger the imbalance is", () => {
    // With an exponent of 1 the chance is |imbalance|: 2/3 of the touch for five times the lots of
    // one level, e^−65 of the deeper ones. The first order of 400 seeds comes after a mean of
    // 1 / (rate · |imbalance|); standard error mean / √400. Bound: 5 standard errors.
    const meanSeconds = (extraLots: number): number => {
      let sum = 0;
      for (let seed = 1; seed <= 400; seed++) {
        const market = createMarket({ steepness: 1, damping: 65 });
        market.open(seed);
        addLots(market, bid, extraLots);
        while (market.activity.othersLots === 0) market.runTo(market.nextNs + 1);
        sum += (market.nowNs - startNs) / 1e9;
      }
      return sum / 400;
    };
    for (const extraLots of [1000, 8000]) {
      const expected = 1 / (exampleImbalance.rate * (extraLots / (extraLots + 4000)));
      const seen = meanSeconds(extraLots);
      ok(Math.abs(seen - expected) < (5 * expected) / 20, `${seen} s of ${expected} s`);
    }
  });

  test("pay no more than the price they saw, and come too late when it is gone", () => {
    const latency = { floor: 3e9, mean: 3e9 } as ImbalanceParameters["latency"];
    const market = createMarket({ latency, rate: 50 });
    market.open(3);
    addLots(market, bid, 20_000);
    market.runTo(startNs + 2e9);
    // Orders are under way; somebody else takes the whole touch.
    const fields = { orderId: 1, ownerId: 78, priceTicks: 10_001, quantityLots: 2000 };
    market.submit(createNewOrder({ ...fields, side: buy }));
    market.observe(market.nowNs);
    equal(market.bestTicks(sell), 10_002);
    market.watch();
    market.runTo(startNs + 4e9);
    equal(market.activity.othersLots, 0);
    ok(market.lotAccount.cancelledLots > 0);
  });
});
