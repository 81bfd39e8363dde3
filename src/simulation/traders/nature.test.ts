import { deepEqual, equal, notEqual, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InvariantError } from "../../core/assert.ts";
import { createOnlineMoments } from "../../core/statistics/online-moments.ts";
import { nsPerHour, nsPerMinute, nsPerSecond } from "../../core/time.ts";
import { timeNs } from "../../core/units.ts";
import { InformedTraders } from "./informed-traders.ts";
import {
  createMarketOf,
  createNature,
  createOpeningBook,
  expectRepeatable,
  runToMinute,
  session,
} from "./market-fixture.ts";
import { Nature, natureSchema } from "./nature.ts";
import { expectedNewsReturn } from "./news.ts";
import { exampleInformed, Refiller } from "./traders-fixture.ts";

const badNews = {
  time: "11:00",
  mixture: [
    { share: 0.5, kind: "none", return: 0 },
    { share: 0.3, kind: "bad", return: -0.01, returnSd: 0.002 },
    { share: 0.2, kind: "good", return: 0.015, returnSd: 0.002 },
  ],
  activitySurge: 5,
  surgeDecay: "4m",
  caution: 2,
  cautionDecay: "1m",
};

/** Fundamental, activity and caution at every minute of an hour. */
function readHour(nature: Nature, populations: readonly (Refiller | InformedTraders)[]): number[] {
  const market = createMarketOf(nature, populations);
  market.open(5);
  const seen: number[] = [];
  for (let minute = 0; minute <= 60; minute++) {
    runToMinute(market, minute);
    seen.push(nature.fundamentalTicks, nature.activity, nature.caution);
  }
  return seen;
}

describe("the fundamental", () => {
  test("has the variance of a day over a day, and is a martingale", () => {
    const day = { startNs: timeNs(9.5 * nsPerHour), endNs: timeNs(16 * nsPerHour) };
    const terms = { fundamentalTicks: 10_000, dailyVolatility: 0.02, step: "1m" };
    const nature = new Nature(natureSchema.parse(terms), day);
    const market = createMarketOf(nature);
    const returns = createOnlineMoments();
    const ratios = createOnlineMoments();
    const count = 600;
    for (let seed = 0; seed < count; seed++) {
      market.openAt(day.startNs, createOpeningBook(), seed);
      market.runTo(day.endNs + 1);
      returns.add(Math.log(nature.fundamentalTicks / 10_000));
      ratios.add(nature.fundamentalTicks / 10_000);
    }
    // Standard errors: σ² √(2 / n) of the variance, σ / √n of the mean; bounds at four of them.
    ok(Math.abs(returns.variance - 0.0004) < 4 * 0.0004 * Math.sqrt(2 / count));
    ok(Math.abs(ratios.mean - 1) < 4 * (0.02 / Math.sqrt(count)));
  });

  test("drifts when it is asked to", () => {
    const nature = createNature({ driftBpsPerHour: 20 });
    const market = createMarketOf(nature);
    market.open(1);
    runToMinute(market, 90);
    ok(Math.abs(nature.fundamentalTicks - 10_000 * Math.exp(0.003)) < 0.01);
  });

  test("does not depend on what traders do", () => {
    const terms = { dailyVolatility: 0.02, news: [{ ...badNews, time: "10:20" }] };
    const traders = new InformedTraders(exampleInformed(), "informed", 10);
    deepEqual(
      readHour(createNature(terms), []),
      readHour(createNature(terms), [traders, new Refiller(200)]),
    );
  });

  test("is the same when it is saved and loaded on the way", () => {
    const news = [badNews, { ...badNews, time: { from: "10:10", until: "10:40" } }];
    expectRepeatable(() => createMarketOf(createNature({ dailyVolatility: 0.02, news })), 60);
  });
});

describe("activity", () => {
  test("follows the curve and is 1 on average over a day", () => {
    const day = { startNs: timeNs(9.5 * nsPerHour), endNs: timeNs(16 * nsPerHour) };
    const terms = { fundamentalTicks: 10_000, dailyVolatility: 0.02, step: "1m" };
    const nature = new Nature(natureSchema.parse(terms), day);
    const market = createMarketOf(nature);
    market.openAt(day.startNs, createOpeningBook(), 1);
    let sum = 0;
    for (let minute = 0; minute < 390; minute++) {
      market.runTo(day.startNs + minute * nsPerMinute + 1);
      sum += nature.activity;
    }
    ok(Math.abs(sum / 390 - 1) < 1e-9);
  });

  test("adds up over pieces of news, from the step after each on", () => {
    const second = { ...badNews, time: "11:00:00.5" };
    const nature = createNature({ news: [badNews, second] });
    const market = createMarketOf(nature);
    market.open(1);
    const { businessClock } = nature;
    equal(businessClock.activityAt(11 * nsPerHour + nsPerSecond - 1), 6);
    const later = 1 + 5 * Math.exp(-1 / 240) + 5 * Math.exp(-0.5 / 240);
    ok(Math.abs(businessClock.activityAt(11 * nsPerHour + nsPerSecond) - later) < 1e-9);
    market.runTo(11 * nsPerHour + nsPerSecond + 1);
    equal(nature.activity, businessClock.activityAt(11 * nsPerHour + nsPerSecond));
  });

  test("surges with news and falls by the factor e, as caution does", () => {
    const nature = createNature({ news: [badNews] });
    const market = createMarketOf(nature);
    market.open(1);
    market.runTo(11 * nsPerHour);
    deepEqual([nature.activity, nature.caution], [1, 1]);
    market.runTo(11 * nsPerHour + 1);
    deepEqual([nature.activity, nature.caution], [6, 3]);
    market.runTo(11 * nsPerHour + 4 * nsPerMinute + 1);
    ok(Math.abs(nature.activity - (1 + 5 / Math.E)) < 1e-9);
    ok(Math.abs(nature.caution - (1 + 2 * Math.exp(-4))) < 1e-9);
  });
});

describe("news", () => {
  test("comes in the kinds of the mixture, as often as they say", () => {
    const nature = createNature({ news: [badNews] });
    const market = createMarketOf(nature);
    const counts: Record<string, number> = {};
    const badReturns = createOnlineMoments();
    const count = 3000;
    for (let seed = 0; seed < count; seed++) {
      market.open(seed);
      for (const { kind, logReturn } of nature.newsDrawn) {
        counts[kind] = (counts[kind] ?? 0) + 1;
        if (kind === "bad") badReturns.add(Math.expm1(logReturn));
      }
    }
    for (const { share, kind } of badNews.mixture) {
      // Standard error of a share: √(p (1 − p) / n).
      const error = Math.sqrt((share * (1 - share)) / count);
      ok(Math.abs((counts[kind] ?? 0) / count - share) < 4 * error, kind);
    }
    ok(Math.abs(badReturns.mean + 0.01) < 4 * (0.002 / Math.sqrt(badReturns.count)));
  });

  test("moves the fundamental at once, at its own time between two steps", () => {
    const mixture = [{ share: 1, kind: "bad", return: -0.01 }];
    const nature = createNature({ news: [{ ...badNews, time: "11:00:00.5", mixture }] });
    const market = createMarketOf(nature);
    market.open(1);
    market.runTo(11 * nsPerHour + nsPerSecond / 2);
    equal(nature.fundamentalTicks, 10_000);
    market.runTo(11 * nsPerHour + nsPerSecond / 2 + 1);
    ok(Math.abs(nature.fundamentalTicks - 9900) < 1e-6);
  });

  test("falls evenly within its window", () => {
    const nature = createNature({
      news: [{ ...badNews, time: { from: "10:30", until: "11:30" } }],
    });
    const market = createMarketOf(nature);
    const times = createOnlineMoments();
    const count = 2000;
    for (let seed = 0; seed < count; seed++) {
      market.open(seed);
      times.add(((nature.newsDrawn[0]?.timeNs ?? Number.NaN) - 10.5 * nsPerHour) / nsPerHour);
    }
    // A uniform has mean ½ and variance 1/12.
    ok(Math.abs(times.mean - 0.5) < 4 * Math.sqrt(1 / 12 / count));
    ok(Math.abs(times.variance - 1 / 12) < 0.01);
  });

  test("moves the price by what the mixtures say on average", () => {
    const still = { fundamentalTicks: 10_000, dailyVolatility: 0.02 };
    const certain = { ...badNews, mixture: [{ share: 1, kind: "bad", return: -0.01 }] };
    equal(expectedNewsReturn(natureSchema.parse(still)), 0);
    equal(expectedNewsReturn(natureSchema.parse({ ...still, news: [badNews] })), 0);
    const both = expectedNewsReturn(natureSchema.parse({ ...still, news: [certain, certain] }));
    ok(Math.abs(both - (0.99 ** 2 - 1)) < 1e-12);
  });
});

describe("a run that begins in mid-session", () => {
  const news = [
    { ...badNews, time: "10:30" },
    { ...badNews, time: "12:00" },
  ];
  const seen = {
    bids: [{ priceTicks: 9899, lots: 500 }],
    asks: [{ priceTicks: 9904, lots: 500 }],
  };
  const nowNs = timeNs(10.5 * nsPerHour + nsPerMinute + 123);

  test("starts from the mid and forgets news that are out, not their excitement", () => {
    const nature = createNature({ dailyVolatility: 0.02, news });
    const market = createMarketOf(nature);
    market.openAt(nowNs, seen, 77);
    equal(nature.fundamentalTicks, 9901.5);
    deepEqual(
      nature.newsDrawn.map(({ timeNs }) => timeNs),
      [12 * nsPerHour],
    );
    ok(nature.activity > 4 && nature.caution > 1);
    market.runTo(nowNs + nsPerMinute);
    ok(Math.abs(nature.fundamentalTicks - 9901.5) < 60);
    notEqual(nature.fundamentalTicks, 9901.5);
  });

  test("goes another way than the run it came from when its seed is another", () => {
    const kinds = new Set<string>();
    const ends = new Set<number>();
    for (let seed = 0; seed < 30; seed++) {
      const nature = createNature({ dailyVolatility: 0.02, news });
      const market = createMarketOf(nature);
      market.openAt(nowNs, seen, seed);
      market.runTo(session.endNs);
      kinds.add(nature.newsDrawn[0]?.kind ?? "");
      ends.add(nature.fundamentalTicks);
    }
    equal(kinds.size, 3);
    equal(ends.size, 30);
  });

  test("takes the one best price when a side is empty", () => {
    const nature = createNature();
    createMarketOf(nature).openAt(nowNs, { ...seen, asks: [] }, 1);
    equal(nature.fundamentalTicks, 9899);
  });

  test("is refused before the session", () => {
    const market = createMarketOf(createNature());
    throws(() => market.openAt(timeNs(9 * nsPerHour), seen, 1), InvariantError);
  });
});

describe("a nature that cannot be", () => {
  const refusal = (terms: Record<string, unknown>): string => {
    const found = natureSchema.safeParse({ fundamentalTicks: 100, dailyVolatility: 0, ...terms });
    return (
      found.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join() ?? ""
    );
  };

  test("is refused with its reason", () => {
    const mixture = [{ share: 0.5, kind: "bad", return: 0 }];
    equal(
      refusal({ news: [{ ...badNews, mixture }] }),
      "news.0.mixture: expected shares that add up to 1",
    );
    equal(
      refusal({ news: [{ ...badNews, time: "25:00" }] }),
      'news.0.time: expected a time of day such as "11:00", or from and until',
    );
    ok(refusal({ news: [{ ...badNews, time: { from: "11:00", until: "10:00" } }] }).length > 0);
    equal(refusal({ step: "0s" }), "step: expected a step above 0");
  });
});
