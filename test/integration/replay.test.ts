/** The replay as a whole: leaks, mirror, conservation, determinism, queues and divergence. */
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { before, describe, test } from "node:test";
import { type PriceTicks, priceTicks, quantityLots, timeNs } from "../../src/core/units.ts";
import type { WorkedOutcome } from "../../src/evaluation/index.ts";
import type { MarketEvent } from "../../src/market/event-block.ts";
import { buy, sell } from "../../src/market/side.ts";
import { createSyntheticDay } from "../../src/simulation/synthetic-day.ts";
import {
  createEventSource,
  mirrorEvents,
  poisonAfter,
  readAllEvents,
} from "../support/event-sources.ts";
import { createParent, hourNs, replayForTest } from "../support/replay-request.ts";

const policies = [
  "twap",
  "vwap:placement=peg",
  "pov:rate=0.3,placement=improve",
  "almgren-chriss:risk-aversion=1e-4",
  "twap:placement=cross",
  "vwap:placement=passive",
];
const latency = "feed=2ms~5ms,entry=1ms,response=1ms~2ms";

let events: MarketEvent[] = [];

before(async () => {
  const day = createSyntheticDay({ endNs: timeNs(10.75 * hourNs) }, 3);
  events = await readAllEvents(day);
});

/** What a run did, without what names it. */
function results(outcome: WorkedOutcome): unknown[] {
  return outcome.policies.map(({ run, shortfall, benchmarks }) => ({
    policy: run.policy.name,
    shortfall,
    slippage: [
      benchmarks.vwapSlippageBps,
      benchmarks.twapSlippageBps,
      benchmarks.closeSlippageBps,
      benchmarks.participation,
      benchmarks.passiveShare,
    ],
    lots: run.venue.fills.map(({ lots, venueTimeNs, liquidity }) => [lots, venueTimeNs, liquidity]),
    totals: run.state.totals,
    divergence: run.venue.divergence,
  }));
}

describe("a replayed order", () => {
  for (const delay of ["0s", latency]) {
    test(`in the mirrored market gives the mirrored result to the bit (latency ${delay})`, async () => {
      const parent = createParent();
      const straight = await replayForTest(createEventSource(events), {
        policies,
        latency: delay,
        parent,
      });
      const mirrored = await replayForTest(
        createEventSource(mirrorEvents(events, straight.arrivalMidTicks)),
        { policies, latency: delay, parent: { ...parent, side: buy } },
      );
      equal(mirrored.arrivalMidTicks, straight.arrivalMidTicks);
      deepEqual(results(mirrored), results(straight));
      for (const [index, { run }] of straight.policies.entries()) {
        const other = mirrored.policies[index]?.run.venue.fills ?? [];
        deepEqual(
          other.map((fill) => 2 * straight.arrivalMidTicks - fill.priceTicks),
          run.venue.fills.map((fill) => fill.priceTicks),
        );
      }
    });
    test(`does the same before t whatever comes after t (latency ${delay})`, async () => {
      const t = 10.2 * hourNs;
      const options = { policies, latency: delay };
      const clean = await replayForTest(createEventSource(events), options);
      const poisoned = await replayForTest(createEventSource(poisonAfter(events, t)), options);
      const fillsBefore = (outcome: WorkedOutcome): unknown[] =>
        outcome.policies.map(({ run }) => run.venue.fills.filter((fill) => fill.venueTimeNs <= t));
      const decided = (outcome: WorkedOutcome): unknown[] =>
        outcome.policies.map(({ run }) =>
          run.recorder.commands().filter(({ timeNs }) => timeNs <= t),
        );
      ok(clean.policies.some(({ run }) => run.venue.fills.some((fill) => fill.venueTimeNs > t)));
      deepEqual(fillsBefore(poisoned), fillsBefore(clean));
      deepEqual(decided(poisoned), decided(clean));
      notEqual(poisoned.policies[0]?.run.hash, clean.policies[0]?.run.hash);
    });
  }

  test("conserves shares and completes, whatever the policy, side, size or latency", async () => {
    for (const side of [buy, sell] as const) {
      for (const quantity of [1, 777, 150_000]) {
        const parent = createParent({ side, quantityLots: quantityLots(quantity) });
        const outcome = await replayForTest(createEventSource(events), {
          policies,
          latency,
          parent,
        });
        for (const { run, benchmarks } of outcome.policies) {
          // The run itself asserts sent = filled + resting + cancelled + rejected.
          equal(benchmarks.filledLots, quantity, `${run.policy.name}, ${quantity}`);
          equal(run.state.totals.filledLots, quantity);
        }
      }
    }
  });

  test("never trades beyond its limit, in either direction", async () => {
    const free = await replayForTest(createEventSource(events));
    const middle = Math.round(free.arrivalMidTicks);
    for (const [side, limit] of [
      [sell, middle + 3],
      [buy, middle - 3],
    ] as const) {
      const parent = createParent({ side, limitPriceTicks: priceTicks(limit) as PriceTicks });
      const outcome = await replayForTest(createEventSource(events), { policies, parent });
      for (const { run } of outcome.policies) {
        const isWithin = (price: number): boolean =>
          side === sell ? price >= limit : price <= limit;
        ok(
          run.venue.fills.every((fill) => isWithin(fill.priceTicks)),
          run.policy.name,
        );
      }
    }
  });

  test("keeps its participation cap, but for one child", async () => {
    const parent = createParent({ quantityLots: quantityLots(200_000), participationCap: 0.1 });
    const outcome = await replayForTest(createEventSource(events), { policies, parent });
    for (const { run, benchmarks } of outcome.policies) {
      ok((benchmarks.participation ?? 1) <= 0.1 + 0.002, run.policy.name);
      ok(benchmarks.completion < 1);
      // What was left is an opportunity cost at the end's mid, and only that.
      ok(run.state.totals.filledLots < parent.quantityLots);
    }
  });

  test("gives the same hash in another process", async () => {
    const script = `
      import { createSyntheticDay } from "./src/simulation/synthetic-day.ts";
      import { replayForTest } from "./test/support/replay-request.ts";
      const day = createSyntheticDay({ endNs: 10.75 * 3600e9 }, 3);
      const outcome = await replayForTest(day, ${JSON.stringify({ policies, latency })});
      console.log(JSON.stringify(outcome.policies.map(({ run }) => run.hash)));`;
    const args = ["--input-type=module-typescript", "-e", script];
    const other = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
    const here = await replayForTest(createEventSource(events), { policies, latency });
    deepEqual(
      other,
      here.policies.map(({ run }) => run.hash),
    );
    equal(new Set(other).size, policies.length);
  });

  test("another seed gives another path of latencies and another hash", async () => {
    const hash = async (seed: number): Promise<string | undefined> =>
      (await replayForTest(createEventSource(events), { latency: "1ms~9ms", seed })).policies[0]
        ?.run.hash;
    notEqual(await hash(1), await hash(2));
    equal(await hash(2), await hash(2));
  });
});
