/**
 * The house world, quickly: wide bounds around what docs/models/house.md tells. Few seeds, so a bound
 * is at least three standard errors from the measured mean; bench/house-facts.ts measures properly.
 */
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { StateReader, StateWriter } from "../../src/core/state-buffer.ts";
import { createOnlineMoments } from "../../src/core/statistics/online-moments.ts";
import { nsPerMinute, nsPerSecond } from "../../src/core/time.ts";
import { ask, bid } from "../../src/market/side.ts";
import type { SimulatedMarket } from "../../src/simulation/simulated-market.ts";
import { expectConserved } from "../../src/simulation/traders/market-fixture.ts";
import { Nature } from "../../src/simulation/traders/nature.ts";
import { openWorld } from "../support/world-fixture.ts";

const firstSeed = 100_001;
const house = openWorld("house", { policies: "twap" });
const { start, end } = house.world.order;

function saveOf(market: SimulatedMarket): ArrayBuffer {
  const writer = new StateWriter();
  market.save(writer);
  return writer.finish();
}

describe("the house world", () => {
  test("has the spread, the depth and the volume it is meant to have", () => {
    const [spreads, depths, volumes] = [0, 1, 2].map(() => createOnlineMoments());
    ok(spreads !== undefined && depths !== undefined && volumes !== undefined);
    const market = house.createMarket();
    const [bids, asks] = market.engine.book.levels;
    for (let seed = firstSeed; seed < firstSeed + 6; seed++) {
      market.open(seed);
      market.runTo(start);
      market.watch();
      for (let timeNs = start + nsPerSecond; timeNs <= end; timeNs += nsPerSecond) {
        market.runTo(timeNs);
        spreads.add(market.bestTicks(ask) - market.bestTicks(bid));
        depths.add(((bids.lots[bids.bestSlot] ?? 0) + (asks.lots[asks.bestSlot] ?? 0)) / 2);
      }
      volumes.add(market.activity.othersLots);
      ok(market.activity.twoSidedNs > 0.999 * (end - start), `seed ${seed}`);
      expectConserved(market);
    }
    ok(spreads.mean > 1.4 && spreads.mean < 2.5, `spread ${spreads.mean} ticks`);
    ok(depths.mean > 500 && depths.mean < 1500, `touch ${depths.mean} lots`);
    ok(volumes.mean > 450_000 && volumes.mean < 1_100_000, `volume ${volumes.mean} lots`);
  });

  test("has most of the news in the price after two minutes", () => {
    const market = house.createMarket();
    const { nature } = market.plan;
    ok(nature instanceof Nature);
    const [moves, news] = [createOnlineMoments(), createOnlineMoments()];
    for (let seed = firstSeed; seed < firstSeed + 12; seed++) {
      market.open(seed);
      const drawn = nature.newsDrawn[0];
      if (drawn === undefined || drawn.kind === "none") continue;
      const { timeNs, logReturn } = drawn;
      ok(drawn.kind === "bad" ? logReturn < 0.002 : logReturn > -0.002, `${seed}: ${logReturn}`);
      market.runTo(timeNs - 1);
      const before = market.midTicks;
      market.runTo(timeNs + 2 * nsPerMinute);
      moves.add(Math.sign(logReturn) * Math.log(market.midTicks / before));
      news.add(Math.abs(logReturn));
    }
    // Two minutes of a market that news have woken up: a standard deviation of some 0.2 %.
    const error = 0.002 / Math.sqrt(news.count);
    const seen = `${moves.mean} of ${news.mean} ± ${error}, ${news.count} times`;
    ok(news.count >= 3 && Math.abs(moves.mean - news.mean) < 4 * error, seen);
    ok(moves.mean > 0.4 * news.mean, seen);
  });

  test("lets nobody sell for nothing, and a larger order costs more", () => {
    const costOf = (quantity: string): number => {
      const { evaluator, request } = openWorld("house", { policies: "twap", quantity });
      const [policy] = request.policies;
      ok(policy !== undefined);
      const costs = createOnlineMoments();
      for (let seed = firstSeed; seed < firstSeed + 3; seed++) {
        evaluator.runTwin(seed);
        const episode = evaluator.openEpisode(policy, seed);
        const arrival = episode.arrive();
        episode.finish();
        equal(episode.remainingLots, 0);
        expectConserved(episode.market);
        const { partsBps } = evaluator.account(episode, arrival);
        costs.add(partsBps.spread + (partsBps.impact ?? 0) + partsBps.delay);
      }
      return costs.mean;
    };
    const [whole, fifth] = [costOf("500000"), costOf("100000")];
    ok(whole > 25 && whole < 90, `${whole} bps`);
    ok(fifth > 3 && fifth < whole - 10, `${fifth} bps, ${whole} bps for all`);
  });

  test("gives the same trades for a seed, saved and loaded on the way too", () => {
    const runTo = (market: SimulatedMarket, minute: number): SimulatedMarket => {
      market.runTo(start + minute * nsPerMinute);
      return market;
    };
    const [whole, parted, loaded] = [0, 1, 2].map(() => house.createMarket());
    ok(whole !== undefined && parted !== undefined && loaded !== undefined);
    for (const market of [whole, parted]) market.open(firstSeed);
    loaded.open(firstSeed + 1);
    // The news come after an hour.
    runTo(whole, 70);
    notEqual(runTo(loaded, 5).hash, runTo(parted, 5).hash);
    const reader = new StateReader(saveOf(runTo(parted, 59)));
    loaded.load(reader);
    reader.end();
    equal(runTo(loaded, 70).hash, whole.hash);
    equal(runTo(parted, 70).hash, whole.hash);
    deepEqual(saveOf(loaded), saveOf(whole));
  });
});
