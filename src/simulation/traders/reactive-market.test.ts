/** Noise traders, market makers and imbalance traders together, in one market. */
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { createOnlineMoments, type OnlineMoments } from "../../core/statistics/online-moments.ts";
import { nsPerSecond } from "../../core/time.ts";
import { buy, oppositeSide, type Side, sell } from "../../market/side.ts";
import type { SimulatedMarket } from "../simulated-market.ts";
import { createEvenClock } from "./business-clock.ts";
import { ImbalanceTraders } from "./imbalance-traders.ts";
import { createStillMarket, expectConserved, runToMinute, startNs } from "./market-fixture.ts";
import { MarketMakers } from "./market-makers.ts";
import { NoiseTraders } from "./noise-traders.ts";
import type { Conditions, Population } from "./population.ts";
import { exampleImbalance, exampleMakers, exampleNoise, SteadyTrader } from "./traders-fixture.ts";

function createWholeMarket(
  others: readonly Population[] = [],
  conditions?: Partial<Conditions>,
): SimulatedMarket {
  const populations = [
    new NoiseTraders(exampleNoise, "noise", 10),
    new MarketMakers(exampleMakers, "makers", 11),
    new ImbalanceTraders(exampleImbalance, "imbalance", 12),
    ...others,
  ];
  return createStillMarket(populations, conditions);
}

/** The mid at these minutes. */
function readMids(market: SimulatedMarket, seed: number, minutes: readonly number[]): number[] {
  market.open(seed);
  return minutes.map((minute) => {
    runToMinute(market, minute);
    return market.midTicks;
  });
}

function momentsOf(values: readonly number[]): OnlineMoments {
  const moments = createOnlineMoments();
  for (const value of values) moments.add(value);
  return moments;
}

describe("a market of noise traders, makers and imbalance traders", () => {
  test("stays quoted on both sides for half an hour, and no lot is lost", () => {
    for (const seed of [1, 2, 3]) {
      const market = createWholeMarket();
      market.open(seed);
      market.watch();
      runToMinute(market, 30);
      const { twoSidedNs, othersTrades } = market.activity;
      ok(twoSidedNs > 0.999 * 30 * 60 * nsPerSecond, `seed ${seed}: ${twoSidedNs}`);
      ok(othersTrades > 200, `seed ${seed}: ${othersTrades} trades`);
      expectConserved(market);
    }
  });

  test("stays quoted when people are busy and careful", () => {
    const market = createWholeMarket([], { businessClock: createEvenClock(6), caution: 3 });
    market.open(4);
    runToMinute(market, 10);
    ok(market.activity.twoSidedNs > 0.999 * 600 * nsPerSecond);
    expectConserved(market);
  });

  test("has a wider spread while caution is high", () => {
    const meanSpread = (caution: number): number => {
      const market = createWholeMarket([], { caution });
      market.open(5);
      runToMinute(market, 5);
      let sum = 0;
      for (let second = 0; second < 600; second++) {
        market.runTo(startNs + (300 + second) * nsPerSecond);
        sum += market.bestTicks(sell) - market.bestTicks(buy);
      }
      return sum / 600;
    };
    const [usual, careful] = [meanSpread(1), meanSpread(3)];
    ok(usual > 1.2 && usual < 2.5, `usual ${usual}`);
    ok(careful > 2 * usual, `careful ${careful}, usual ${usual}`);
  });

  test("gives the same trades for the same seed and others for another", () => {
    const hashOf = (seed: number): string => {
      const market = createWholeMarket();
      market.open(seed);
      runToMinute(market, 5);
      return market.hash;
    };
    equal(hashOf(7), hashOf(7));
    notEqual(hashOf(7), hashOf(8));
  });

  test("goes on from a saved state as if nothing had happened", () => {
    const options = { lots: 700, everyNs: 7 * nsPerSecond, minutes: 20 };
    const one = createWholeMarket([new SteadyTrader(options)]);
    one.open(9);
    // Moments at which commands are under way are among these.
    for (const minute of [3, 3.001, 3.7, 5]) {
      runToMinute(one, minute);
      const writer = new StateWriter();
      one.save(writer);
      const other = createWholeMarket([new SteadyTrader(options)]);
      other.open(1);
      const reader = new StateReader(writer.finish());
      other.load(reader);
      reader.end();
      runToMinute(one, minute + 0.5);
      runToMinute(other, minute + 0.5);
      equal(other.hash, one.hash);
      equal(other.engine.stateHash(), one.engine.stateHash());
      deepEqual(other.lotAccount, one.lotAccount);
    }
  });

  test("goes on from a state saved while a maker's commands are under way", () => {
    const one = createWholeMarket();
    one.open(10);
    runToMinute(one, 1);
    const { nowNs } = one;
    const other = createWholeMarket();
    for (let step = 0; step < 40; step++) {
      one.runTo(one.nextNs + 1);
      const writer = new StateWriter();
      one.save(writer);
      other.load(new StateReader(writer.finish()));
      one.runTo(nowNs + 5 * nsPerSecond);
      other.runTo(nowNs + 5 * nsPerSecond);
      equal(other.engine.stateHash(), one.engine.stateHash());
      one.load(new StateReader(writer.finish()));
    }
  });

  // Sixteen seeds, each beside its twin without the trader; bounds in standard errors of the mean.
  for (const [name, side] of [
    ["buyer", buy],
    ["seller", sell],
  ] as const) {
    test(`a steady ${name} moves the mid, ever less, and it comes back in part`, () => {
      const [middles, ends, afters]: number[][] = [[], [], []];
      for (let seed = 1; seed <= 16; seed++) {
        const minutes = [15, 30, 60];
        const trader = new SteadyTrader({ side: side as Side, lots: 1000, minutes: 30 });
        const market = createWholeMarket([trader]);
        const mids = readMids(market, seed, minutes);
        expectConserved(market);
        const twins = readMids(createWholeMarket(), seed, minutes);
        const sign = side === buy ? 1 : -1;
        middles!.push(sign * (mids[0]! - twins[0]!));
        ends!.push(sign * (mids[1]! - twins[1]!));
        afters!.push(sign * (mids[2]! - twins[2]!));
      }
      const end = momentsOf(ends!);
      // First half less second half of the programme.
      const concavity = momentsOf(middles!.map((middle, at) => 2 * middle - ends![at]!));
      const reversion = momentsOf(ends!.map((impact, at) => impact - afters![at]!));
      const after = momentsOf(afters!);
      const seen = `${end.mean}, ${concavity.mean}, ${reversion.mean}, ${after.mean} ticks`;
      ok(end.mean > 5 * end.standardError, seen);
      ok(concavity.mean > 2 * concavity.standardError, seen);
      ok(reversion.mean > 2 * reversion.standardError, seen);
      ok(after.mean > 2 * after.standardError, seen);
    });
  }

  // Huberman & Stanzl 2004. Each seed is met both ways round: the market's own moves cancel.
  test("pays nobody for a round trip, large or small", () => {
    for (const lots of [250, 1000, 4000]) {
      const losses: number[] = [];
      for (let seed = 1; seed <= 8; seed++) {
        let lostTicks = 0;
        for (const side of [buy, sell] as const) {
          const half = { lots, minutes: 15 };
          const there = new SteadyTrader({ ...half, side });
          const back = new SteadyTrader({ ...half, side: oppositeSide(side), afterMinutes: 15 });
          const market = createWholeMarket([there, back]);
          const [midTicks = Number.NaN] = readMids(market, seed, [31]);
          for (const trader of [there, back]) {
            lostTicks += trader.paidTicks - trader.heldLots * midTicks;
          }
        }
        losses.push(lostTicks / (2 * 30 * lots));
      }
      const { mean, standardError } = momentsOf(losses);
      ok(mean > 3 * standardError, `${lots} lots: ${mean} ± ${standardError} ticks a lot`);
    }
  });
});
