/**
 * The published result table of Cheridito & Weiss, cell by cell (10,000 episodes there).
 *
 * Here 1,500 episodes a cell; `metaorder evaluate --world cw/… --lots … --episodes 10000` gives the
 * full number, docs/models/cheridito-weiss.md its results. A cell agrees when the means are within
 * three standard errors of their difference, and the standard deviation within 5 % at full number;
 * with n = 1,500 its own standard error is 1.8 %, so 3 of them are added.
 */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { evaluatePublishedWorld } from "../../src/evaluation/index.ts";
import { runCheriditoWeissEpisode } from "../../src/simulation/cheridito-weiss/heuristics.ts";
import { cheriditoWeissWorlds } from "../../src/simulation/cheridito-weiss/parameters.ts";
import { CheriditoWeissWorld } from "../../src/simulation/cheridito-weiss/world.ts";
import { runCli } from "../support/run-cli.ts";

const publishedEpisodes = 10_000;
const episodes = 1_500;
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

describe("the worlds of Cheridito & Weiss", () => {
  for (const world of ["noise", "tactical", "strategic"] as const) {
    for (const lots of [20, 60] as const) {
      test(`cw/${world} with ${lots} lots gives the published rewards`, () => {
        const { policies } = evaluatePublishedWorld({
          parameters: cheriditoWeissWorlds[world],
          policies: ["submit-and-leave", "twap"],
          lots,
          episodes,
          firstSeed: 1,
        });
        for (const { policy, rewardTicksPerLot, pairedVsTwap } of policies) {
          const cell = published.find(
            (row) => row[0] === world && row[1] === lots && row[2] === policy,
          );
          ok(cell !== undefined);
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
          if (pairedVsTwap === undefined) continue;
          ok(
            pairedVsTwap.varianceRatio <= varianceRatioMax[world],
            `${pairedVsTwap.varianceRatio}`,
          );
        }
      });
    }
  }

  test("open with the published book and keep both sides of it", () => {
    const world = new CheriditoWeissWorld(cheriditoWeissWorlds.strategic, 3);
    deepEqual([world.bestTicks(0), world.bestTicks(1)], [1000, 1001]);
    equal(world.engine.book.orderCount, 60);
    for (let seconds = -10; seconds <= 150; seconds += 10) {
      world.advanceTo(seconds);
      ok(world.bestTicks(0) < world.bestTicks(1));
    }
  });

  test("give the same episode for the same seed, also on a used engine", () => {
    const { tactical } = cheriditoWeissWorlds;
    const { engine } = new CheriditoWeissWorld(tactical, 9);
    const first = runCheriditoWeissEpisode(tactical, "twap", 20, 5);
    deepEqual(runCheriditoWeissEpisode(tactical, "twap", 20, 5, engine), first);
    const others = [6, 7, 8].map((seed) => runCheriditoWeissEpisode(tactical, "twap", 20, seed));
    ok(others.some(({ events }) => events !== first.events));
  });

  test("are evaluated by command, twice the same, and a wrong name is refused", () => {
    const args = ["evaluate", "--world", "cw/noise", "--episodes", "50", "--json"];
    const { code, stdout } = runCli(...args);
    equal(code, 0);
    const document = JSON.parse(stdout);
    deepEqual(document.seeds, { from: 1, to: 50 });
    equal(document.policies[0].policy, "submit-and-leave");
    equal(runCli(...args).stdout, stdout);
    const wrong = runCli("evaluate", "--world", "cw/quiet");
    equal(wrong.code, 2);
    match(wrong.stderr, /--world: found cw\/quiet, expected one of cw\/noise, cw\/tactical/);
    equal(runCli("evaluate", "--world", "cw/noise", "--lots", "25").code, 2);
    equal(runCli("evaluate", "--world", "cw/noise", "--episodes", "1").code, 2);
  });
});
