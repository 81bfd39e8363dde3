import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { TwinPath } from "../../src/evaluation/index.ts";
import { openWorld } from "../support/world-fixture.ts";

const { world, createMarket } = openWorld("cw/noise", { policies: "twap" });
const { start } = world.session;
const { end } = world.order;

describe("the path of a twin", () => {
  const twin = new TwinPath();
  const market = createMarket();
  market.open(5);
  const openingMid = market.midTicks;
  twin.record(market, end);

  test("knows the mid just before any time, as a market run to there does", () => {
    const other = createMarket();
    other.open(5);
    equal(twin.midBefore(start), openingMid);
    for (let part = 1; part <= 20; part++) {
      const timeNs = Math.round(start + (part / 20) * (end - start));
      other.runTo(timeNs);
      equal(twin.midBefore(timeNs), other.midTicks);
    }
  });

  test("lists changes only, in order, between two times", () => {
    const changes = [...twin.changes(start, end)];
    ok(changes.length > 20);
    for (const [at, { timeNs, midTicks }] of changes.entries()) {
      const before = changes[at - 1] ?? { timeNs: start, midTicks: openingMid };
      ok(timeNs >= before.timeNs && midTicks !== before.midTicks);
    }
    const half = (start + end) / 2;
    const parts = [...twin.changes(start, half), ...twin.changes(half - 1, end)];
    deepEqual(parts, changes);
  });

  test("stands still where there is no twin", () => {
    const still = new TwinPath();
    still.standStill(start, 100.5);
    deepEqual(
      [start - 1, start, end].map((timeNs) => still.midBefore(timeNs)),
      [100.5, 100.5, 100.5],
    );
    deepEqual([...still.changes(start, end)], []);
  });
});
