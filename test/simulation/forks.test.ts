/** Twins, forks for measurement and forks for a decision (DESIGN §4, "A world is a value"). */
import { deepEqual, equal, notEqual, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { nsPerSecond } from "../../src/core/time.ts";
import { Episode, forkForDecision } from "../../src/evaluation/index.ts";
import { openWorld, type WorldFixture } from "../support/world-fixture.ts";

const worlds = [
  ["cw/strategic", { policies: "twap", quantity: "60" }],
  ["house", { policies: "twap:placement=peg", quantity: "30000", end: "10:04:00" }],
] as const;

function openEpisode({ evaluator, request }: WorldFixture, seed: number): Episode {
  evaluator.runTwin(seed);
  const [policy] = request.policies;
  ok(policy !== undefined);
  return evaluator.openEpisode(policy, seed);
}

/** What an episode came to: every command and fill, every trade of the market, every order in it. */
function finish(episode: Episode): readonly string[] {
  episode.finish();
  return [episode.run.hash, episode.market.hash, episode.market.engine.stateHash()];
}

describe("a twin run", () => {
  test("is the market of an episode whose order never trades", () => {
    const fixture = openWorld("cw/tactical", {
      ...{ policies: "house-twap", side: "sell", limit: "90", set: ["completion=corridor"] },
    });
    const episode = openEpisode(fixture, 3);
    episode.finish();
    equal(episode.run.venue.fills.length, 0);
    const alone = fixture.createMarket();
    alone.open(3);
    alone.runTo(fixture.request.parent.endNs + 1);
    equal(episode.market.hash, alone.hash);
    equal(episode.market.events, alone.events);
  });
});

describe("a fork for measurement", () => {
  for (const [name, options] of worlds) {
    test(`goes on in ${name} as the run it was taken from, in another market too`, () => {
      const fixture = openWorld(name, options);
      const { startNs, endNs } = fixture.request.parent;
      const whole = finish(openEpisode(fixture, 5));
      for (const share of [0, 0.37, 0.8]) {
        const episode = openEpisode(fixture, 5);
        episode.advanceTo(startNs + share * (endNs - startNs));
        const snapshot = episode.snapshot();
        deepEqual(finish(episode), whole);
        const fork = new Episode({ ...episode.setup, market: fixture.createMarket(), seed: 99 });
        fork.restore(snapshot);
        deepEqual(finish(fork), whole);
      }
    });
  }
  test("is one buffer, and a cut one is refused", () => {
    const fixture = openWorld("cw/noise", { policies: "twap" });
    const episode = openEpisode(fixture, 1);
    const snapshot = episode.snapshot();
    throws(() => episode.restore(snapshot.slice(0, 4096)), { name: "InvariantError" });
  });
});

describe("a fork for a decision", () => {
  for (const [name, options] of worlds) {
    test(`in ${name} depends on what was seen, not on what is hidden`, () => {
      const outcomes = [11, 12].map((seed) => {
        const fixture = openWorld(name, options);
        const episode = openEpisode(fixture, seed);
        // The opening books are the same; streams, intentions and directions are not.
        episode.run.deliverFeed(episode.market.nowNs + nsPerSecond);
        return finish(forkForDecision(episode, fixture.createMarket(), 777));
      });
      deepEqual(outcomes[0], outcomes[1]);
    });
  }
  test("shares no future event with the run it was taken from", () => {
    const fixture = openWorld("cw/tactical", { policies: "twap" });
    const episode = openEpisode(fixture, 11);
    episode.advanceTo(fixture.request.parent.startNs + 40 * nsPerSecond);
    episode.run.deliverFeed(episode.market.nowNs);
    const fork = forkForDecision(episode, fixture.createMarket(), 12);
    const [truth, guess] = [episode, fork].map(({ market }) => {
      const times = new Set<number>();
      while (market.nextNs <= fixture.request.parent.endNs) {
        market.stepAlone();
        times.add(market.nowNs);
      }
      return times;
    });
    ok(truth !== undefined && guess !== undefined && truth.size > 500 && guess.size > 500);
    // The first event is due at once in the fork; not one draw's time falls on another's.
    equal([...guess].filter((time) => truth.has(time)).length, 0);
  });
  test("shows the book as it was seen, with our orders behind, and comes to its end", () => {
    const fixture = openWorld("cw/noise", { policies: "submit-and-leave", quantity: "20" });
    const episode = openEpisode(fixture, 2);
    episode.advanceTo(fixture.request.parent.startNs + 5 * nsPerSecond);
    const { run, market } = episode;
    run.deliverFeed(market.nowNs);
    const before = run.view.depth.top(1, 20);
    const fork = forkForDecision(episode, fixture.createMarket(), 3);
    const { levels } = fork.market.engine.book;
    const after = before.map(([price]) => [price, levels[1].lots[levels[1].find(price)]]);
    deepEqual(after, before);
    equal(fork.run.state.totals.filledLots, run.state.totals.filledLots);
    const [child] = fork.run.state.children;
    ok(child !== undefined);
    finish(fork);
    equal(fork.run.state.totals.filledLots, 20);
  });
  test("needs a market and a seed of its own", () => {
    const fixture = openWorld("cw/noise", { policies: "twap" });
    const episode = openEpisode(fixture, 2);
    throws(() => forkForDecision(episode, episode.market, 3), /a market of its own/);
    throws(() => forkForDecision(episode, fixture.createMarket(), 2), /streams of its own/);
    notEqual(episode.market, fixture.createMarket());
  });
});
