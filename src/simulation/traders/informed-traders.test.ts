import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InvariantError } from "../../core/assert.ts";
import { nsPerMinute, nsPerSecond } from "../../core/time.ts";
import { timeNs } from "../../core/units.ts";
import { ask, bid } from "../../market/side.ts";
import { SimulatedMarket } from "../simulated-market.ts";
import { InformedTraders } from "./informed-traders.ts";
import {
  createMarketOf,
  createNature,
  createOpeningBook,
  expectNothingRefused,
  expectRepeatable,
  runToMinute,
  session,
} from "./market-fixture.ts";
import type { Nature } from "./nature.ts";
import { stillNature } from "./still-nature.ts";
import { exampleInformed, Refiller } from "./traders-fixture.ts";

const ownerId = 10;

const createTraders = (terms: Parameters<typeof exampleInformed>[0] = {}): InformedTraders =>
  new InformedTraders(exampleInformed(terms), "informed", ownerId);

/** Levels of 200 lots, refilled: a price that can be moved. */
const createThinMarket = (nature: Nature, traders: InformedTraders): SimulatedMarket =>
  createMarketOf(nature, [traders, new Refiller(200)], createOpeningBook(60, 200));

/** One piece of news of a certain size at 10:05. */
const certainNews = (simpleReturn: number): Record<string, unknown> => ({
  time: "10:05",
  mixture: [{ share: 1, kind: "news", return: simpleReturn }],
});

describe("informed traders", () => {
  test("bring the price to the fundamental after news, not at once but in minutes", () => {
    for (const jump of [-0.003, 0.003]) {
      const nature = createNature({ news: [certainNews(jump)] });
      const market = createThinMarket(nature, createTraders());
      market.open(3);
      runToMinute(market, 5);
      const beforeTicks = market.midTicks;
      ok(Math.abs(beforeTicks - 10_000) < 4);
      const movedShareAt = (seconds: number): number => {
        market.runTo(session.startNs + (300 + seconds) * nsPerSecond);
        return (market.midTicks - beforeTicks) / (10_000 * jump);
      };
      ok(movedShareAt(3) < 0.5, `moved ${movedShareAt(3)} after 3 s`);
      ok(movedShareAt(180) > 0.75, `moved ${movedShareAt(180)} after 180 s`);
      ok(movedShareAt(600) < 1.15, `moved ${movedShareAt(600)} after 600 s`);
      expectNothingRefused(market);
    }
  });

  test("leave the price alone when it is right", () => {
    const market = createThinMarket(createNature(), createTraders({ noiseTicks: 0 }));
    market.open(3);
    runToMinute(market, 30);
    equal(market.lotAccount.tradedLots, 0);
    equal(market.midTicks, 10_000);
  });

  test("mirror themselves when worth lies below the price instead of above", () => {
    const [up, down] = [10_012, 9988].map((fundamentalTicks) => {
      const traders = createTraders({ noiseTicks: 0 });
      const market = createThinMarket(createNature({ fundamentalTicks }), traders);
      market.open(8);
      return market;
    });
    for (let minute = 1; minute <= 20; minute++) {
      for (const market of [up!, down!]) runToMinute(market, minute);
      equal(up!.midTicks - 10_000, 10_000 - down!.midTicks);
      deepEqual(up!.lotAccount, down!.lotAccount);
    }
    ok(up!.midTicks > 10_008);
  });

  test("never take the last level of a side, and never pay more than they see", () => {
    const nature = createNature({ fundamentalTicks: 10_004.5 });
    const traders = createTraders({ noiseTicks: 0, urgentShare: 1, collarTicks: 50 });
    const market = createMarketOf(nature, [traders]);
    market.open(1);
    runToMinute(market, 60);
    // Threshold one tick: they take offers below 10,003.5 and may reach up to 10,004.
    ok(market.bestTicks(ask) >= 10_004 && market.bestTicks(ask) <= 10_005);
    const thin = createMarketOf(
      createNature({ fundamentalTicks: 9000 }),
      [createTraders()],
      createOpeningBook(2),
    );
    thin.open(1);
    runToMinute(thin, 60);
    equal(thin.bestTicks(bid), 9998);
    expectNothingRefused(thin);
  });

  test("cancel what has not traded when their patience ends", () => {
    const nature = createNature({ fundamentalTicks: 10_050 });
    const patient = { urgentShare: 0, insideShare: 0, patience: "10s", noiseTicks: 0 };
    const market = createMarketOf(nature, [createTraders({ ...patient, rate: 1 })]);
    market.open(2);
    runToMinute(market, 60);
    const resting = market.engine.restingOrders().filter((order) => order.ownerId === ownerId);
    // About 3,600 orders in the hour, Poisson of mean 10 in the last ten seconds: more than 30
    // has a probability below 1e-6.
    ok(resting.length > 0 && resting.length <= 30);
    ok(market.lotAccount.cancelledLots > 100_000);
    equal(market.bestTicks(bid), 9999);
    expectNothingRefused(market);
  });

  test("rest one tick inside a spread that has room", () => {
    const nature = createNature({ fundamentalTicks: 10_050 });
    const inside = { urgentShare: 0, insideShare: 1, noiseTicks: 0 };
    const market = createMarketOf(nature, [createTraders(inside)]);
    market.open(2);
    runToMinute(market, 1);
    deepEqual([market.bestTicks(bid), market.bestTicks(ask)], [10_000, 10_001]);
  });

  test("are the same twice, and when they are saved and loaded on the way", () => {
    const news = [certainNews(0.003)];
    const create = (): SimulatedMarket =>
      createThinMarket(createNature({ dailyVolatility: 0.02, news }), createTraders());
    expectRepeatable(create, 20);
  });

  test("begin in mid-session knowing the mid and nothing else", () => {
    const nature = createNature({ fundamentalTicks: 12_000 });
    const market = createThinMarket(nature, createTraders({ noiseTicks: 0 }));
    market.open(4);
    runToMinute(market, 10);
    ok(market.midTicks > 10_005);
    const later = createThinMarket(nature, createTraders({ noiseTicks: 0 }));
    later.openAt(timeNs(session.startNs + 10 * nsPerMinute), createOpeningBook(20, 200), 4);
    runToMinute(later, 20);
    equal(later.lotAccount.tradedLots, 0);
    equal(later.midTicks, 10_000);
  });

  test("are refused by a market without a fundamental", () => {
    const market = new SimulatedMarket({
      ...{ startNs: session.startNs, opening: createOpeningBook() },
      ...{ nature: stillNature, populations: [createTraders()] },
    });
    throws(() => market.open(1), InvariantError);
  });
});
