import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { loadWorld } from "../../src/cli/world-file.ts";
import { createOnlineMoments } from "../../src/core/statistics/online-moments.ts";
import { comparePolicies } from "../../src/evaluation/compare-policies.ts";
import {
  columnOf,
  type EpisodeRows,
  episodeRowLength,
  inventoryOffset,
  inventoryPoints,
} from "../../src/evaluation/episode-row.ts";
import {
  evaluateLinear,
  evaluateLinearChunk,
  linearChunk,
} from "../../src/evaluation/evaluate-linear.ts";
import {
  closedForm,
  createLinearSchedule,
  type LinearSchedule,
} from "../../src/evaluation/linear-schedule.ts";
import type { LinearWorld } from "../../src/simulation/worlds/world.ts";

const { world } = loadWorld("linear") as { readonly world: LinearWorld };

function schedule(text: string, of: LinearWorld = world): LinearSchedule {
  const created = createLinearSchedule(of, text);
  ok(created.kind === "created", text);
  return created.schedule;
}

/** What a refusal says. */
function reason(text: string, of: LinearWorld = world): string {
  const refused = createLinearSchedule(of, text);
  return refused.kind === "refused" ? refused.reason : "created";
}

/** Dollars of expected cost plus λ times dollars squared of variance. */
function objective(text: string, lambda: number): number {
  const { meanBps, sdBps } = closedForm(world, schedule(text).lotsByStep);
  const notional = (world.order.quantity * world.price) / 1e4;
  return meanBps * notional + lambda * (sdBps * notional) ** 2;
}

const optimum = "almgren-chriss:risk-aversion";
const schedules = [
  "twap",
  `${optimum}=1e-7`,
  `${optimum}=1e-6`,
  `${optimum}=1e-5`,
  "immediate",
].map((text) => schedule(text));
const episodes = 20_000;
const rows = evaluateLinear(world, schedules, { seed: 1, episodes });

/** Every row of a policy, as the bytes of its numbers. */
const bytesOf = ({ values }: EpisodeRows): Buffer => Buffer.from(values.buffer);

describe("a linear world", () => {
  test("is the paper's example with its time run five times as fast", () => {
    // Equations 5 and 8 with the numbers of Table 1, in days.
    const { meanBps, sdBps } = closedForm(world, schedule("twap").lotsByStep);
    const impact = 0.5 * 2.5e-7 * 1e12 + (2.5e-6 - 0.5 * 2.5e-7) * (1e12 / 5);
    ok(Math.abs(meanBps - ((impact + 0.0625e6) / 50e6) * 1e4) < 1e-9);
    const variance = 0.95 ** 2 * 1e12 * (0.8 ** 2 + 0.6 ** 2 + 0.4 ** 2 + 0.2 ** 2);
    ok(Math.abs(sdBps - (Math.sqrt(variance) / 50e6) * 1e4) < 1e-4);
  });

  for (const [at, { policy, lotsByStep }] of schedules.entries()) {
    test(`costs ${policy} what the closed form says`, () => {
      const moments = createOnlineMoments();
      for (const cost of columnOf(rows[at]!, "shortfallBps")) moments.add(cost);
      const { meanBps, sdBps } = closedForm(world, lotsByStep);
      // Selling everything at once bears no risk: what is left is rounding.
      ok(Math.abs(moments.mean - meanBps) <= 3 * moments.standardError + 1e-9);
      ok(Math.abs(moments.sd - sdBps) <= 0.05 * sdBps + 1e-9);
    });
  }

  for (const lambda of [1e-7, 1e-6, 1e-5]) {
    test(`has the least E + λV under almgren-chriss at λ = ${lambda}`, () => {
      const best = objective(`${optimum}=${lambda}`, lambda);
      for (const other of ["twap", "immediate", `${optimum}=${2 * lambda}`]) {
        ok(best < objective(other, lambda), other);
      }
    });
  }

  test("splits a cost into parts that add up, impact being certain", () => {
    for (const policy of rows) {
      const [cost, spread, impact, timing] = (
        ["shortfallBps", "spreadBps", "impactBps", "timingBps"] as const
      ).map((field) => columnOf(policy, field));
      for (let row = 0; row < 100; row++) {
        ok(Math.abs(cost![row]! - spread![row]! - impact![row]! - timing![row]!) < 1e-9);
        deepEqual([spread![row], impact![row]], [spread![0], impact![0]]);
      }
    }
    // Without risk the price has no say.
    ok(columnOf(rows.at(-1)!, "timingBps").every((part) => Math.abs(part) < 1e-9));
  });

  test("notes what is held between the steps", () => {
    const shares = (policy: EpisodeRows): Float64Array =>
      policy.values.subarray(inventoryOffset, inventoryOffset + inventoryPoints);
    const line = shares(rows[0]!);
    for (const [point, left] of line.entries()) ok(Math.abs(left - (1 - point / 48)) < 1e-12);
    const atOnce = shares(rows.at(-1)!);
    ok(Math.abs(atOnce[1]! - (1 - 5 / 48)) < 1e-12, "the first step takes a fifth of the time");
    ok(atOnce.subarray(10).every((left) => left === 0));
  });

  test("gives the same rows whatever order its chunks are computed in", () => {
    const request = { seed: 5, episodes: 2 * linearChunk + 100 };
    const whole = evaluateLinear(world, schedules, request);
    for (const chunk of [2, 0, 1]) {
      const part = evaluateLinearChunk(world, schedules, request, chunk);
      const rowsLength = schedules.length * episodeRowLength;
      equal(part.length, (chunk === 2 ? 100 : linearChunk) * rowsLength);
      for (const [at, { values }] of whole.entries()) {
        const from = chunk * linearChunk * episodeRowLength;
        const first = part.subarray(at * episodeRowLength, (at + 1) * episodeRowLength);
        deepEqual(values.subarray(from, from + episodeRowLength), first);
      }
    }
  });

  test("changes no trajectory when more are asked for", () => {
    const few = evaluateLinear(world, schedules, { seed: 1, episodes: 1500 });
    for (const [at, policy] of few.entries()) {
      const bytes = bytesOf(policy);
      ok(bytes.equals(bytesOf(rows[at]!).subarray(0, bytes.length)));
    }
  });

  test("costs a buyer what it costs a seller", () => {
    const buying: LinearWorld = { ...world, order: { ...world.order, side: "buy" } };
    const bought = evaluateLinear(buying, schedules, { seed: 1, episodes: 1000 });
    const sold = evaluateLinear(world, schedules, { seed: 1, episodes: 1000 });
    deepEqual(bought.map(bytesOf), sold.map(bytesOf));
  });

  test("compares its policies on common draws", () => {
    const options = { baseline: "twap", seed: 1, hasReward: false };
    const [, gentle, , , atOnce] = comparePolicies(rows, options);
    const pair = gentle!.pairedVsTwapBps!;
    // κ is small at λ = 1e-7, so the two differ little on the same draws.
    ok(pair.varianceRatio! < 0.01, `${pair.varianceRatio}`);
    const [expected, base] = [schedules[1]!, schedules[0]!].map(
      ({ lotsByStep }) => closedForm(world, lotsByStep).meanBps,
    );
    ok(Math.abs(pair.mean - (expected! - base!)) < 3 * pair.standardError);
    ok(atOnce!.shortfallBps.sd < 1e-9);
  });

  test("refuses schedules it does not know", () => {
    const names = "twap, almgren-chriss, immediate";
    equal(reason("vwap"), `found the policy "vwap", expected one of ${names}`);
    equal(reason("twap:slice=1m"), 'found the option "slice=1m" of twap, expected none');
    for (const option of [
      "risk-aversion=",
      "risk-aversion=-1",
      "risk-aversion=x",
      "slice=1m",
      "",
    ]) {
      const expected = "expected risk-aversion= and a number from 0";
      equal(reason(`almgren-chriss:${option}`), `found the option "${option}", ${expected}`);
    }
  });

  test("refuses every schedule where selling faster would be cheaper", () => {
    const upsideDown: LinearWorld = { ...world, temporaryImpact: 1e-4 };
    equal(
      reason("twap", upsideDown),
      "found a temporary impact of 0.0001, expected more than 0.000585, half the permanent impact of a step",
    );
  });

  test("refuses lots that are not its order's", () => {
    const lotsByStep = new Float64Array(world.steps);
    throws(() => closedForm(world, lotsByStep), /a linear schedule adds up to its order/);
    throws(() => closedForm(world, lotsByStep.subarray(1)), /lots for each of 5 steps/);
  });
});
