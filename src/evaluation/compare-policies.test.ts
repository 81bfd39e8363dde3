import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InvariantError } from "../core/assert.ts";
import { drawNormal } from "../core/random/distributions.ts";
import { createXoshiro128 } from "../core/random/xoshiro128.ts";
import { computePairedSampleSize } from "../core/statistics/paired-sample-size.ts";
import { comparePolicies } from "./compare-policies.ts";
import { type EpisodeField, type EpisodeRows, episodeRowLength, fieldAt } from "./episode-row.ts";

type Columns = Partial<Record<EpisodeField, readonly number[]>>;

/** Rows with these costs; fields that are not given are 0. */
function createRows(
  policy: string,
  shortfallBps: readonly number[],
  columns: Columns = {},
): EpisodeRows {
  const values = new Float64Array(shortfallBps.length * episodeRowLength);
  for (const [field, column] of Object.entries({ ...columns, shortfallBps })) {
    for (const [row, value] of column.entries()) {
      values[row * episodeRowLength + fieldAt(field as EpisodeField)] = value;
    }
  }
  return { policy, description: `how ${policy} works`, values };
}

const options = { baseline: "twap", seed: 1, hasReward: false };

/** Compares one policy with twap on these costs. */
function compareWithTwap(costs: readonly number[], twapCosts: readonly number[], effectBps = 1) {
  const rows = [createRows("twap", twapCosts), createRows("rival", costs)];
  const paired = comparePolicies(rows, { ...options, effectBps })[1]?.pairedVsTwapBps;
  ok(paired !== undefined);
  return paired;
}

/** Costs of n episodes: a world all policies share, and a part of one's own. */
function drawCosts(seed: number, own: { readonly mean: number; readonly sd: number }): number[] {
  const world = createXoshiro128(99);
  const noise = createXoshiro128(seed);
  return Array.from(
    { length: 400 },
    () => 10 + 5 * drawNormal(world) + own.mean + own.sd * drawNormal(noise),
  );
}

describe("comparePolicies", () => {
  test("gives cost, its spread and its tail", () => {
    const [result] = comparePolicies([createRows("twap", [4, 2, 3, 1, 10])], options);
    equal(result?.policy, "twap");
    equal(result?.description, "how twap works");
    equal(result?.episodes, 5);
    const { mean, sd, standardError, ci95 } = result?.shortfallBps ?? {};
    // sd² = (0 + 4 + 1 + 9 + 36) / 4; t for 4 degrees of freedom at 97.5 % is 2.7764451.
    deepEqual([mean, sd], [4, Math.sqrt(12.5)]);
    equal(standardError?.toFixed(12), Math.sqrt(2.5).toFixed(12));
    equal(ci95?.[0].toFixed(6), (4 - 2.7764451 * Math.sqrt(2.5)).toFixed(6));
    equal(ci95?.[1].toFixed(6), (4 + 2.7764451 * Math.sqrt(2.5)).toFixed(6));
    equal(result?.cvar95Bps, 10);
  });

  test("averages the parts and the manners of working", () => {
    const rows = createRows("twap", [1, 3], {
      delayBps: [1, 2],
      spreadBps: [3, 4],
      impactBps: [5, 6],
      timingBps: [-7, -8],
      opportunityBps: [0, 1],
      feesBps: [0.5, 0.5],
      completion: [1, 0.5],
      participation: [0.1, 0.2],
      passiveShare: [0.25, 0.75],
      childOrders: [10, 13],
    });
    const [result] = comparePolicies([rows], options);
    deepEqual(result?.parts, {
      delay: 1.5,
      spread: 3.5,
      impact: 5.5,
      timing: -7.5,
      opportunity: 0.5,
      fees: 0.5,
    });
    equal(result?.completion, 0.75);
    ok(Math.abs((result?.participation ?? 0) - 0.15) < 1e-15);
    equal(result?.passiveShare, 0.5);
    equal(result?.childOrders, 11.5);
  });

  test("gives a reward only where there is one", () => {
    const rows = [createRows("twap", [1, 2], { rewardTicksPerLot: [-2, -4] })];
    deepEqual(comparePolicies(rows, { ...options, hasReward: true })[0]?.rewardTicksPerLot, {
      mean: -3,
      standardError: 1,
      sd: Math.SQRT2,
    });
    equal("rewardTicksPerLot" in (comparePolicies(rows, options)[0] ?? {}), false);
    const bare = [createRows("twap", [1, 2], { rewardTicksPerLot: [Number.NaN, 0] })];
    equal(comparePolicies(bare, options).length, 1);
    throws(() => comparePolicies(bare, { ...options, hasReward: true }), InvariantError);
  });

  test("compares everyone with the baseline but the baseline itself", () => {
    const rows = ["vwap", "twap", "pov"].map((name, at) => createRows(name, [1, 2 + at, 4]));
    const results = comparePolicies(rows, options);
    deepEqual(
      results.map(({ policy, pairedVsTwapBps }) => [policy, pairedVsTwapBps !== undefined]),
      [
        ["vwap", true],
        ["twap", false],
        ["pov", true],
      ],
    );
    const without = comparePolicies(rows, { ...options, baseline: "close" });
    ok(without.every((result) => !("pairedVsTwapBps" in result)));
    deepEqual(comparePolicies([], options), []);
  });

  test("subtracts the baseline, so that cheaper is negative, and ties are no wins", () => {
    const paired = compareWithTwap([1, 5, 3, 0], [2, 5, 2, 4]);
    equal(paired.mean, -1);
    equal(paired.wins, 2);
    ok(paired.ci95[0] < -1 && paired.ci95[1] > -1);
    ok(paired.bootstrap95[0] < -1 && paired.bootstrap95[1] > -1);
    equal(paired.holmPValue, paired.pValue);
  });

  // The paired variance is that of the policies' own parts alone, 2 x 1² of 2 x (5² + 1²); with 400
  // episodes such a ratio is known to about a tenth of itself.
  test("sees a small difference through a noisy world that both met", () => {
    const paired = compareWithTwap(
      drawCosts(2, { mean: -0.5, sd: 1 }),
      drawCosts(1, { mean: 0, sd: 1 }),
      0.25,
    );
    ok(paired.pValue < 1e-6, `p ${paired.pValue}`);
    ok(paired.ci95[1] < 0 && paired.bootstrap95[1] < 0);
    const width = paired.ci95[1] - paired.ci95[0];
    for (const end of [0, 1] as const) {
      ok(Math.abs(paired.bootstrap95[end] - paired.ci95[end]) < 0.1 * width);
    }
    ok(Math.abs((paired.varianceRatio ?? 0) / (2 / 52) - 1) < 0.4, `${paired.varianceRatio}`);
    const differenceVariance = paired.standardError ** 2 * 400;
    const needed = computePairedSampleSize({ differenceVariance, effect: 0.25 });
    equal(paired.episodesNeeded, needed);
  });

  test("asks for a number of episodes only when an effect is named", () => {
    const rows = [createRows("twap", [1, 2]), createRows("rival", [2, 1])];
    const [, rival] = comparePolicies(rows, options);
    ok(rival?.pairedVsTwapBps !== undefined && !("episodesNeeded" in rival.pairedVsTwapBps));
    throws(() => comparePolicies(rows, { ...options, effectBps: 0 }), InvariantError);
    throws(() => comparePolicies(rows, { ...options, effectBps: Number.NaN }), InvariantError);
  });

  test("adjusts p-values for all that are compared, whatever the order of the rows", () => {
    const rows = [
      createRows("late", drawCosts(3, { mean: 0.1, sd: 1 })),
      createRows("twap", drawCosts(1, { mean: 0, sd: 1 })),
      createRows("cheap", drawCosts(2, { mean: -0.3, sd: 1 })),
      createRows("equal", drawCosts(4, { mean: 0, sd: 1 })),
    ];
    const pairedOf = (policy: string, among: readonly EpisodeRows[]) => {
      const results = comparePolicies(among, options);
      const paired = results.find((result) => result.policy === policy)?.pairedVsTwapBps;
      ok(paired !== undefined);
      return paired;
    };
    const cheap = pairedOf("cheap", rows);
    equal(cheap.holmPValue, 3 * cheap.pValue);
    for (const policy of ["late", "equal"]) {
      const { pValue, holmPValue } = pairedOf(policy, rows);
      ok(holmPValue >= pValue && holmPValue <= 1, policy);
    }
    deepEqual(pairedOf("cheap", rows.toReversed()), cheap);
    const alone = pairedOf("cheap", rows.slice(1, 3));
    deepEqual(alone, { ...cheap, holmPValue: cheap.pValue });
  });

  test("is certain, and never NaN, when all differences are equal", () => {
    const same = compareWithTwap([1, 2, 4], [1, 2, 4]);
    deepEqual(same, {
      mean: 0,
      standardError: 0,
      ci95: [0, 0],
      bootstrap95: [0, 0],
      pValue: 1,
      holmPValue: 1,
      wins: 0,
      varianceRatio: 0,
      episodesNeeded: 2,
    });
    const cheaper = compareWithTwap([1, 2, 4], [2, 3, 5]);
    deepEqual([cheaper.pValue, cheaper.holmPValue, cheaper.wins], [0, 0, 3]);
    deepEqual(cheaper.ci95, [-1, -1]);
    deepEqual(cheaper.bootstrap95, [-1, -1]);
    // Equal but for rounding.
    const almost = compareWithTwap([0.1, 0.2, 1e9], [0.1 + 0.3, 0.2 + 0.3, 1e9 + 0.3]);
    ok(almost.pValue < 1e-6);
    ok(Object.values(almost).flat().every(Number.isFinite));
  });

  test("leaves the variance ratio out when no cost varies", () => {
    for (const costs of [
      [3, 3, 3],
      [2, 2, 2],
    ]) {
      const paired = compareWithTwap(costs, [3, 3, 3]);
      ok(!("varianceRatio" in paired));
      equal(paired.pValue, costs[0] === 3 ? 1 : 0);
      ok(Object.values(paired).flat().every(Number.isFinite));
    }
  });

  test("goes through JSON unchanged and is the same for the same seed", () => {
    const rows = [createRows("twap", [1, 2, 7]), createRows("rival", [2, 1, 5])];
    const results = comparePolicies(rows, { ...options, effectBps: 1, hasReward: true });
    deepEqual(JSON.parse(JSON.stringify(results)), results);
    deepEqual(comparePolicies(rows, { ...options, effectBps: 1, hasReward: true }), results);
    const [, other] = comparePolicies(rows, { ...options, seed: 2 });
    equal(other?.pairedVsTwapBps?.pValue, results[1]?.pairedVsTwapBps?.pValue);
  });

  test("refuses rows that cannot be compared", () => {
    const twap = createRows("twap", [1, 2]);
    const refuse = (...rows: EpisodeRows[]) =>
      throws(() => comparePolicies(rows, options), InvariantError);
    refuse(createRows("twap", [1]));
    refuse(createRows("twap", []));
    refuse(twap, twap);
    refuse(twap, createRows("rival", [1, 2, 3]));
    refuse(twap, { ...createRows("rival", [1, 2]), values: twap.values.slice(1) });
    refuse(twap, createRows("rival", [1, Number.NaN]));
    refuse(createRows("twap", [1, 2], { completion: [1, Number.NaN] }));
  });
});
