import { equal, notEqual, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { createOnlineMoments } from "../../core/statistics/online-moments.ts";
import { nsPerHour } from "../../core/time.ts";
import { timeNs } from "../../core/units.ts";
import { type Side, sideSign } from "../../market/side.ts";
import type { SimulatedMarket } from "../simulated-market.ts";
import { createEvenClock } from "./business-clock.ts";
import {
  createMarketOf,
  createNature,
  createOpeningBook,
  expectNothingRefused,
  expectRepeatable,
  runToMinute,
} from "./market-fixture.ts";
import { MetaorderTraders, metaorderSchema } from "./metaorder-traders.ts";
import type { Population } from "./population.ts";
import { computeMoment } from "./power-law.ts";
import { stillNature } from "./still-nature.ts";
import { exampleMetaorders, Refiller } from "./traders-fixture.ts";

const createTraders = (terms: Parameters<typeof exampleMetaorders>[0] = {}): MetaorderTraders =>
  new MetaorderTraders(exampleMetaorders(terms), "metaorders", 10);

/** Nobody but metaorders and somebody who refills a deep book. */
const createDeepMarket = (traders: MetaorderTraders, heard?: SignRecorder): SimulatedMarket =>
  createMarketOf(createNature(), [traders, new Refiller(1000), ...(heard ? [heard] : [])]);

/** Writes down the sign of every aggressive order and the lots that trade. */
class SignRecorder implements Population {
  readonly name = "recorder";
  readonly nextNs = Number.POSITIVE_INFINITY;
  readonly signs: number[] = [];
  lots = 0;
  #lastNs = 0;

  open(): void {
    this.signs.length = 0;
    this.lots = 0;
  }

  act(): void {}
  save(): void {}
  load(): void {}

  onTrade(timeNs: number, side: Side, _priceTicks: number, lots: number): void {
    this.lots += lots;
    if (timeNs !== this.#lastNs) this.signs.push(sideSign(side));
    this.#lastNs = timeNs;
  }
}

/** Autocorrelation of signs over several runs of two hours each; their mean is 0 by symmetry. */
function measureMemory(
  traders: MetaorderTraders,
  lags: readonly number[],
): { readonly correlations: readonly number[]; readonly standardError: number } {
  const heard = new SignRecorder();
  const market = createDeepMarket(traders, heard);
  const products = lags.map(() => 0);
  let pairs = 0;
  for (let seed = 0; seed < 8; seed++) {
    market.open(seed);
    runToMinute(market, 120);
    expectNothingRefused(market);
    const { signs } = heard;
    pairs += signs.length;
    lags.forEach((lag, at) => {
      for (let n = lag; n < signs.length; n++) products[at] += signs[n] * signs[n - lag];
    });
  }
  const correlations = products.map((product) => product / pairs);
  // Signs without memory have a standard error of 1 / √n.
  return { correlations, standardError: 1 / Math.sqrt(pairs) };
}

describe("metaorders", () => {
  test("give the signs of trades a long memory", () => {
    const { correlations, standardError } = measureMemory(createTraders(), [1, 10, 30]);
    for (const found of correlations) ok(found > 4 * standardError, `${correlations}`);
    ok(correlations[0] > correlations[2]);
  });

  test("give them none when each is one child", () => {
    const traders = createTraders({ sizeMin: 1, sizeMax: 1, arrivalsPerHour: 500 });
    const { correlations, standardError } = measureMemory(traders, [1, 10, 30]);
    for (const found of correlations) ok(Math.abs(found) < 4 * standardError, `${correlations}`);
  });

  test("buy as often as they sell, and start as many as run at any time", () => {
    const traders = createTraders();
    const market = createDeepMarket(traders);
    const counts = createOnlineMoments();
    const leaves = createOnlineMoments();
    const seeds = 1000;
    for (let seed = 0; seed < seeds; seed++) {
      market.open(seed);
      counts.add(traders.activeCount);
      leaves.add(traders.leavesLots);
    }
    // A Poisson count has a standard error of √(mean / n).
    const { expectedActive } = traders;
    ok(Math.abs(counts.mean - expectedActive) < 4 * Math.sqrt(expectedActive / seeds));
    ok(Math.abs(leaves.mean) < 4 * Math.sqrt(leaves.variance / seeds));
  });

  test("keep their pace: as many run after an hour, and the volume is the arrivals' size", () => {
    const heard = new SignRecorder();
    const traders = createTraders({ takeShare: 1, sizeMax: 20_000 });
    const market = createDeepMarket(traders, heard);
    const counts = createOnlineMoments();
    const volumes = createOnlineMoments();
    for (let seed = 0; seed < 40; seed++) {
      market.open(seed);
      runToMinute(market, 60);
      counts.add(traders.activeCount);
      volumes.add(heard.lots);
    }
    const { expectedActive } = traders;
    const meanLots = computeMoment({ exponent: 2.5, from: 1000, to: 20_000 }, 1);
    ok(Math.abs(counts.mean - expectedActive) < 4 * Math.sqrt(expectedActive / 40));
    const error = Math.sqrt(volumes.variance / 40);
    ok(Math.abs(volumes.mean - 40 * meanLots) < 4 * error, `${volumes.mean}, error ${error}`);
  });

  test("trade faster when the market is busier", () => {
    const lotsAt = (activity: number): number => {
      const heard = new SignRecorder();
      const nature = { ...stillNature, businessClock: createEvenClock(activity) };
      const traders = createTraders({ takeShare: 1, sizeMax: 20_000 });
      const market = createMarketOf(nature, [traders, new Refiller(1000), heard]);
      let lots = 0;
      for (let seed = 0; seed < 20; seed++) {
        market.open(seed);
        runToMinute(market, 60);
        lots += heard.lots;
      }
      return lots;
    };
    const ratio = lotsAt(3) / lotsAt(1);
    ok(ratio > 2.2 && ratio < 4, `three times the activity made ${ratio} times the volume`);
  });

  test("get back what a child that rested did not trade", () => {
    const traders = createTraders({ takeShare: 0, arrivalsPerHour: 0.001, initialShare: 1e5 });
    const market = createMarketOf(createNature(), [traders]);
    market.open(6);
    const leavesLots = traders.leavesLots;
    const { activeCount } = traders;
    ok(activeCount > 0);
    runToMinute(market, 30);
    const resting = market.engine.restingOrders().filter(({ ownerId }) => ownerId === 10);
    const signed = resting.reduce(
      (sum, { side, openLots }) => sum + sideSign(side as Side) * openLots,
      0,
    );
    equal(traders.leavesLots + signed, leavesLots);
    equal(traders.activeCount, activeCount);
    ok(market.lotAccount.cancelledLots > 0);
    expectNothingRefused(market);
  });

  test("take no more than the far touch shows, and never the last level", () => {
    const market = createMarketOf(
      createNature(),
      [createTraders({ takeShare: 1 })],
      createOpeningBook(3, 300),
    );
    market.open(2);
    runToMinute(market, 120);
    const [bids, asks] = market.engine.book.levels;
    equal(bids.count, 1);
    equal(asks.count, 1);
    expectNothingRefused(market);
  });

  test("count those that find no place", () => {
    const traders = createTraders({ capacity: 2, initialShare: 0 });
    const market = createDeepMarket(traders);
    market.open(3);
    runToMinute(market, 60);
    ok(traders.activeCount <= 2);
    // 40 arrive in the hour; two at a time take about eight minutes each.
    ok(traders.droppedArrivals > 10 && traders.droppedArrivals < 40);
  });

  test("are the same twice, and when they are saved and loaded on the way", () => {
    expectRepeatable(() => createDeepMarket(createTraders()), 30);
  });

  test("begin in mid-session from what is usual, not from what was", () => {
    const traders = createTraders();
    const market = createDeepMarket(traders);
    const hashes = new Set<string>();
    for (const seed of [1, 2]) {
      market.openAt(timeNs(11.5 * nsPerHour), createOpeningBook(), seed);
      ok(traders.activeCount > 0);
      market.runTo(12 * nsPerHour);
      expectNothingRefused(market);
      notEqual(market.lotAccount.tradedLots, 0);
      hashes.add(market.hash);
    }
    equal(hashes.size, 2);
  });

  test("refuse bounds in the wrong order", () => {
    const found = metaorderSchema.safeParse({
      ...exampleMetaorders(),
      patience: "1s",
      sizeMax: 10,
    });
    equal(found.error?.issues[0]?.message, "expected at least sizeMin");
  });
});
