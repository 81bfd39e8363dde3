import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { tradingStatus } from "../../market/event-block.ts";
import { type BookFaultFacts, BookFaults } from "./book-faults.ts";
import { blockOf, type FixtureEvent, openNs } from "./facts-fixture.ts";
import { regularSession } from "./facts-session.ts";

function check(events: readonly FixtureEvent[], timeZone = "America/New_York"): BookFaultFacts {
  const faults = new BookFaults(regularSession(timeZone));
  faults.apply(blockOf(events));
  return faults.facts();
}

const opening: readonly FixtureEvent[] = [
  [0, "add", "bid", 100, 10, { id: 1, isOpen: true }],
  [0, "add", "ask", 102, 20, { id: 2 }],
];

describe("BookFaults", () => {
  test("tells how often the book was crossed and locked, when first, and for how long", () => {
    const { crossed, locked, open } = check([
      ...opening,
      [10, "add", "bid", 102, 5, { id: 3 }],
      [12, "add", "bid", 103, 5, { id: 4 }],
      [17, "remove", "bid", 103, 5, { id: 4 }],
      [18, "remove", "bid", 102, 5, { id: 3 }],
      [20, "add", "ask", 99, 5, { id: 5 }],
      [21, "remove", "ask", 99, 5, { id: 5 }],
    ]);
    deepEqual(crossed, { count: 2, firstNs: openNs + 12e9, heldNs: 6e9, longestNs: 5e9 });
    deepEqual(locked, { count: 2, firstNs: openNs + 10e9, heldNs: 3e9, longestNs: 2e9 });
    equal(open.heldNs, 12e9);
  });

  test("looks at the book where a record ends, not within it", () => {
    const { crossed } = check([
      ...opening,
      [10, "add", "bid", 103, 5, { id: 3, isOpen: true }],
      [10, "remove", "ask", 102, 20, { id: 2, isOpen: true }],
      [10, "add", "ask", 104, 20, { id: 4 }],
      [20, "reduce", "ask", 104, 1, { id: 4 }],
    ]);
    equal(crossed.count, 0);
  });

  test("lets books cross outside the session and while trading is halted", () => {
    const { crossed, halts, haltCount, outsideSession } = check([
      [-10, "add", "bid", 105, 10, { id: 1 }],
      [-9, "add", "ask", 102, 20, { id: 2 }],
      [-8, "remove", "bid", 105, 10, { id: 1 }],
      [1, "status", "bid", 0, tradingStatus.halted],
      [2, "add", "bid", 105, 10, { id: 3 }],
      [5, "status", "bid", 0, tradingStatus.quoting],
      [8, "remove", "bid", 105, 10, { id: 3 }],
      [9, "status", "bid", 0, tradingStatus.trading],
    ]);
    equal(crossed.count, 0);
    equal(haltCount, 1);
    deepEqual(halts, [{ fromNs: openNs + 1e9, toNs: openNs + 9e9 }]);
    deepEqual(outsideSession, { count: 3, firstNs: openNs - 10e9 });
  });

  test("knows a half day by when it ends", () => {
    const oneOClock = 3.5 * 3600;
    const last: FixtureEvent = [oneOClock - 1, "reduce", "bid", 100, 1, { id: 1 }];
    equal(check([...opening, last]).halfDayEndNs, openNs + (oneOClock - 1) * 1e9);
    equal(check([...opening, [600, "reduce", "bid", 100, 1, { id: 1 }]]).halfDayEndNs, undefined);
    equal(check([...opening, last], "UTC").halfDayEndNs, undefined);
  });

  test("names auctions and the longest silence", () => {
    const { auctions, auctionCount, longestSilence } = check([
      ...opening,
      [1, "cross", "bid", 101, 500],
      [300, "reduce", "bid", 100, 1, { id: 1 }],
      [301, "reduce", "bid", 100, 1, { id: 1 }],
    ]);
    equal(auctionCount, 1);
    deepEqual(auctions, [{ timeNs: openNs + 1e9, priceTicks: 101, lots: 500 }]);
    deepEqual(longestSilence, { fromNs: openNs + 1e9, toNs: openNs + 300e9 });
  });

  test("has nothing to say of nothing", () => {
    const { events, firstNs, crossed } = check([]);
    deepEqual([events, firstNs, crossed.count], [0, undefined, 0]);
  });
});
