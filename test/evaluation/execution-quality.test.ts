/** What a replay measures of its fills: a case by hand, and the laws that hold in any. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { horizonName } from "../../src/analytics/index.ts";
import { quantityLots, timeNs } from "../../src/core/units.ts";
import type { WorkedOutcome } from "../../src/evaluation/index.ts";
import { eventKind, type MarketEvent } from "../../src/market/event-block.ts";
import { ask, bid, type Side, sell } from "../../src/market/side.ts";
import { createSyntheticDay } from "../../src/simulation/synthetic-day.ts";
import { createEventSource } from "../support/event-sources.ts";
import { createParent, hourNs, replayForTest } from "../support/replay-request.ts";

const expectClose = (found: number | undefined, expected: number, within = 1e-9): void =>
  ok(found !== undefined && Math.abs(found - expected) < within, `${found}, expected ${expected}`);

describe("a sell of ten lots that rests at the ask and is taken five seconds later", () => {
  const at = (seconds: number): number => 10 * hourNs + seconds * 1e9;
  const row = (seconds: number, orderId: number, side: Side, price: number, lots: number) => ({
    ...{ kind: eventKind.add, venueTimeNs: at(seconds), localTimeNs: at(seconds) },
    ...{ side, orderId, priceTicks: price, quantityLots: lots, flags: 0 },
  });
  const events: MarketEvent[] = [
    row(1, 1, bid, 999, 100),
    row(2, 2, ask, 1001, 100),
    { ...row(12, 2, ask, 1001, 100), kind: eventKind.execute },
    // Takes our ten lots and is gone: bid 999, no ask.
    row(15, 3, bid, 1001, 10),
    row(15.05, 4, ask, 1004, 50),
    row(20, 5, bid, 1002, 50),
    row(40, 6, ask, 1003, 50),
  ];
  let outcome: WorkedOutcome;

  before(async () => {
    outcome = await replayForTest(createEventSource(events), {
      policies: ["submit-and-leave"],
      parent: createParent({
        ...{ side: sell, quantityLots: quantityLots(10) },
        ...{ startNs: timeNs(at(10)), endNs: timeNs(at(70)) },
      }),
    });
  });

  test("has the markouts a hand computes", () => {
    const { markouts } = outcome.policies[0]!.quality;
    const found = Object.fromEntries(
      markouts.map(({ horizonNs, markoutBps }) => [horizonName(horizonNs), markoutBps?.mean]),
    );
    // Sold at 1,001; the mid was 1,000, then 1,001.5, from second 20 on 1,003.
    expectClose(found["at fill"], 1e4 / 1001);
    expectClose(found["100ms"], -0.5e4 / 1001);
    expectClose(found["1s"], -0.5e4 / 1001);
    expectClose(found["5s"], -2e4 / 1001);
    expectClose(found["10s"], -2e4 / 1001);
    // The recording ends at second 40, with the mid at 1,002.5 as its last word.
    equal(found["30s"], undefined);
  });

  test("earned half the spread, at the touch, after five seconds", () => {
    const { spreads, resting, reversion } = outcome.policies[0]!.quality;
    equal(spreads.spreadCapture?.mean, 1);
    expectClose(spreads.effectiveSpreadBps?.mean, -20);
    expectClose(spreads.improvementBps?.mean, 20);
    deepEqual(spreads.mix, { added: 1, removed: 0, auction: 0 });
    deepEqual(resting, [
      {
        ...{ distance: "touch", placements: 1, lots: 10, filledLots: 10, fillRate: 1 },
        ...{ secondsToFill: 5, secondsRested: 5 },
      },
    ]);
    // At the last fill the ask is empty: the mid of 1,000 stands; a second later it is 1,001.5.
    const oneSecond = reversion.find(({ horizonNs }) => horizonNs === 1e9);
    expectClose(oneSecond?.reversionBps?.mean, -15);
  });
});

describe("orders over a generated day", () => {
  const policies = ["twap", "peg", "imbalance", "twap:placement=cross", "pov:placement=improve"];
  let outcome: WorkedOutcome;
  const parent = createParent();

  before(async () => {
    const day = createSyntheticDay({ endNs: timeNs(11 * hourNs) }, 3);
    outcome = await replayForTest(day, { policies, parent, latency: "1ms" });
  });

  test("pay half the effective spread the cost account books as spread", () => {
    for (const { run, shortfall, quality } of outcome.policies) {
      const midTicksLots = run.venue.fills.reduce(
        (sum, fill) => sum + fill.lots * fill.midTicks,
        0,
      );
      const spreadBps = (quality.spreads.effectiveSpreadBps?.mean ?? Number.NaN) / 2;
      const arrivalNotional = parent.quantityLots * outcome.arrivalMidTicks;
      const booked = shortfall.partsBps.spread * arrivalNotional;
      expectClose((spreadBps * midTicksLots) / arrivalNotional, booked / arrivalNotional);
    }
  });

  test("find every resting fill among what rested, and no other", () => {
    for (const { run, quality } of outcome.policies) {
      let passive = 0;
      for (const { lots, liquidity } of run.venue.fills) if (liquidity === "added") passive += lots;
      const filled = quality.resting.reduce((sum, row) => sum + row.filledLots, 0);
      equal(filled, passive, run.policy.name);
    }
  });

  test("start below zero where they took, and above it where they rested", () => {
    for (const { run, quality } of outcome.policies) {
      const took = quality.aggressiveMarkouts[0]?.markoutBps?.mean;
      const rested = quality.passiveMarkouts[0]?.markoutBps?.mean;
      ok(took === undefined || took < 0, `${run.policy.name}: ${took}`);
      ok(rested === undefined || rested > 0, `${run.policy.name}: ${rested}`);
    }
  });

  test("are measured the same again", async () => {
    const day = createSyntheticDay({ endNs: timeNs(11 * hourNs) }, 3);
    const again = await replayForTest(day, { policies, parent, latency: "1ms" });
    deepEqual(
      again.policies.map(({ quality }) => quality),
      outcome.policies.map(({ quality }) => quality),
    );
  });
});
