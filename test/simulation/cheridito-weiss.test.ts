/**
 * The published result table of Cheridito & Weiss, cell by cell (10,000 episodes there).
 *
 * Here 1,000 episodes a cell; `metaorder evaluate --world cw/… --lots … --episodes 10000` gives the
 * full number, docs/models/cheridito-weiss.md its results. A cell agrees when the means are within
 * three standard errors of their difference, and the standard deviation within 5 % at full number;
 * with n = 1,000 its own standard error is 2.2 %, so 3 of them are added.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import {
  columnOf,
  comparePolicies,
  type EpisodeRows,
  episodeRowLength,
  fieldAt,
} from "../../src/evaluation/index.ts";
import { sellAsPublished } from "../support/published-seller.ts";
import { openWorld, type WorldFixture } from "../support/world-fixture.ts";

const publishedEpisodes = 10_000;
const episodes = 1_000;
/** World, lots, policy, mean and standard deviation of the reward, in ticks a lot. */
const published = [
  ["noise", 20, "submit-and-leave", 0.52, 1.19],
  ["noise", 20, "twap", -0.06, 0.94],
  ["noise", 60, "submit-and-leave", -1.09, 1.34],
  ["noise", 60, "twap", -1.4, 0.98],
  ["tactical", 20, "submit-and-leave", 0.1, 1.43],
  ["tactical", 20, "twap", 0.48, 0.68],
  ["tactical", 60, "submit-and-leave", -3.36, 0.99],
  ["tactical", 60, "twap", -0.96, 0.95],
  ["strategic", 20, "submit-and-leave", -1.64, 2.95],
  ["strategic", 20, "twap", -0.36, 3.03],
  ["strategic", 60, "submit-and-leave", -2.51, 3.67],
  ["strategic", 60, "twap", -1.45, 3.46],
] as const;
const varianceRatioMax = { noise: 0.65, tactical: 0.65, strategic: 0.05 } as const;

/** Rows of both heuristics over the first seeds. */
function playEpisodes({ evaluator, request }: WorldFixture, count: number): EpisodeRows[] {
  const rows = request.policies.map(({ name, description }) => ({
    policy: name,
    description,
    values: new Float64Array(count * episodeRowLength),
  }));
  for (let episode = 0; episode < count; episode++) {
    const values = evaluator.evaluateSeed(episode + 1);
    for (const [at, { values: column }] of rows.entries()) {
      const row = values.subarray(at * episodeRowLength, (at + 1) * episodeRowLength);
      column.set(row, episode * episodeRowLength);
    }
  }
  return rows;
}

describe("the worlds of Cheridito & Weiss", () => {
  for (const world of ["noise", "tactical", "strategic"] as const) {
    for (const lots of [20, 60] as const) {
      test(`cw/${world} with ${lots} lots gives the published rewards`, () => {
        const quantity = String(lots);
        const fixture = openWorld(`cw/${world}`, { policies: "submit-and-leave,twap", quantity });
        const rows = playEpisodes(fixture, episodes);
        const results = comparePolicies(rows, { baseline: "twap", seed: 1, hasReward: true });
        for (const [at, { policy, rewardTicksPerLot }] of results.entries()) {
          const cell = published.find(
            (row) => row[0] === world && row[1] === lots && row[2] === policy,
          );
          ok(cell !== undefined && rewardTicksPerLot !== undefined);
          const [, , , mean, sd] = cell;
          const { standardError } = rewardTicksPerLot;
          const bound = 3 * Math.hypot(standardError, sd / Math.sqrt(publishedEpisodes));
          const distance = Math.abs(rewardTicksPerLot.mean - mean);
          ok(distance < bound, `${policy}: ${rewardTicksPerLot.mean} against ${mean} ± ${bound}`);
          const ratio = rewardTicksPerLot.sd / sd;
          ok(
            Math.abs(ratio - 1) < 0.05 + 3 / Math.sqrt(2 * episodes),
            `${policy}: sd ratio ${ratio}`,
          );
          const policyRows = rows[at];
          ok(policyRows !== undefined);
          ok(columnOf(policyRows, "completion").every((share) => share === 1));
        }
        const varianceRatio = results[0]?.pairedVsTwapBps?.varianceRatio ?? Number.NaN;
        ok(varianceRatio <= varianceRatioMax[world], `${varianceRatio}`);
      });
    }
  }

  test("give the worker's policies what the heuristics give straight on the market", () => {
    for (const world of ["noise", "tactical", "strategic"]) {
      const fixture = openWorld(`cw/${world}`, { policies: "submit-and-leave,twap" });
      const { parent } = fixture.request;
      const market = fixture.createMarket();
      for (let seed = 1; seed <= 40; seed++) {
        const values = fixture.evaluator.evaluateSeed(seed);
        for (const [at, heuristic] of (["submit-and-leave", "twap"] as const).entries()) {
          market.open(seed);
          const direct = sellAsPublished(market, heuristic, 20, parent);
          const worked = values[at * episodeRowLength + fieldAt("rewardTicksPerLot")];
          ok(Math.abs(direct - (worked ?? Number.NaN)) < 1e-9, `${world} ${heuristic} ${seed}`);
        }
      }
    }
  });

  test("open with the published book and keep both sides of it", () => {
    const { world, createMarket } = openWorld("cw/strategic", { policies: "twap" });
    const market = createMarket();
    market.open(3);
    deepEqual([market.bestTicks(0), market.bestTicks(1)], [1000, 1001]);
    equal(market.engine.book.orderCount, 60);
    while (market.nextNs <= world.order.end) {
      market.stepAlone();
      ok(market.bestTicks(0) < market.bestTicks(1));
    }
  });

  test("carry out a division of what is left at the published decision times", () => {
    // A10: everything at the first level, decided anew every 15 s, is one lot a tick from the bid.
    const shares = "allocation:shares=0/1/0/0/0/0/0";
    const fixture = openWorld("cw/noise", { policies: `${shares},allocation:shares=1/0/0` });
    fixture.evaluator.runTwin(4);
    const [level, now] = fixture.request.policies;
    ok(level !== undefined && now !== undefined);
    const episode = fixture.evaluator.openEpisode(level, 4);
    const { startNs, endNs } = fixture.request.parent;
    for (let decision = 0; decision < 10; decision++) {
      const time = startNs + (decision * (endNs - startNs)) / 10;
      episode.advanceTo(time);
      const bidTicks = episode.market.bestTicks(0);
      episode.advanceTo(time + 1);
      const resting = episode.run.state.children.filter(({ status }) => status === "working");
      ok(resting.every(({ priceTicks }) => priceTicks === bidTicks + 1));
      const lots = resting.reduce((sum, child) => sum + child.totalLots - child.filledLots, 0);
      equal(lots, episode.remainingLots);
    }
    episode.finish();
    equal(episode.remainingLots, 0);
    const paying = fixture.evaluator.openEpisode(now, 4);
    paying.advanceTo(startNs + 1);
    equal(paying.remainingLots, 0);
  });
});
