import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { priceTicks, quantityLots, timeNs } from "../../src/core/units.ts";
import { eventKind, tradingStatus } from "../../src/market/event-block.ts";
import { display, orderType, timeInForce } from "../../src/market/order.ts";
import { buy, type Side, sell } from "../../src/market/side.ts";
import type { SubmitCommand } from "../../src/market/venue.ts";
import { expectBook } from "../support/draw-book.ts";
import { createReplayHarness, type ReplayHarness } from "../support/replay-harness.ts";
import { runVenueSuite } from "../support/venue-suite.ts";

runVenueSuite("the replay venue", () => createReplayHarness());
runVenueSuite("the replay venue behind a slow wire", () =>
  createReplayHarness("feed=1ms,entry=2ms~4ms,response=3ms"),
);

const { add, execute, reduce, remove, hiddenExecute, reveal, withdraw, status } = eventKind;
let clock = 1e9;

/** One of our limit orders, sent and arrived. */
function weRest(harness: ReplayHarness, id: number, side: Side, price: number, lots: number): void {
  const command: SubmitCommand = {
    kind: "submit",
    clientOrderId: id,
    side,
    type: orderType.limit,
    timeInForce: timeInForce.day,
    priceTicks: priceTicks(price),
    quantityLots: quantityLots(lots),
    display: display.full,
    displayLots: quantityLots(0),
    isPostOnly: false,
  };
  harness.venue.send(command, timeNs(clock));
  harness.advanceTo(timeNs(++clock));
}

function ourFills(harness: ReplayHarness): number[][] {
  return harness.venue.fills.map(({ lots, priceTicks }) => [lots, priceTicks]);
}

/** Three recorded asks of 10 at 100, ids 1 to 3, and 50 bid at 95. */
function market(): ReplayHarness {
  const harness = createReplayHarness();
  for (const id of [1, 2, 3]) harness.record(add, sell, id, 100, 10);
  harness.record(add, buy, 9, 95, 50);
  return harness;
}

describe("recorded flow without orders of ours", () => {
  test("hits the named order even when it is not the first in the queue", () => {
    const harness = market();
    harness.record(execute, sell, 2, 100, 4);
    expectBook(
      harness.venue.engine,
      `   | 100 | 10 6 10
       50 | 95 |`,
    );
    equal(harness.venue.divergence.events, 0);
  });
  test("puts revealed depth ahead of everything seen at its price", () => {
    const harness = market();
    harness.record(reveal, sell, -1, 100, 25);
    expectBook(harness.venue.engine, "| 100 | 25 10 10 10\n50 | 95 |");
  });
});

describe("recorded flow and an order of ours", () => {
  test("a recorded trade passes us while we stand behind its order", () => {
    const harness = market();
    weRest(harness, 1, sell, 100, 20);
    harness.record(execute, sell, 1, 100, 10);
    deepEqual(ourFills(harness), []);
    equal(harness.venue.queuePosition(1)?.aheadLots, 20);
  });
  test("a delete ahead of us moves us up by its lots only", () => {
    // Nautilus #4370: any delete cleared the whole queue ahead.
    const harness = market();
    weRest(harness, 1, sell, 100, 20);
    harness.record(remove, sell, 2, 100, 10);
    harness.record(reduce, sell, 3, 100, 4);
    deepEqual(harness.venue.queuePosition(1), { aheadLots: 16, aheadLotsMin: 16, isExact: true });
  });
  test("an order behind us that the record trades gives way to us, and still leaves its record", () => {
    const harness = market();
    weRest(harness, 1, sell, 100, 6);
    harness.record(add, sell, 4, 100, 10);
    harness.record(execute, sell, 4, 100, 8);
    deepEqual(ourFills(harness), [[6, 100]]);
    // 2 of the 8 lots reach order 4; the record says 8 are gone from it.
    expectBook(harness.venue.engine, "| 100 | 10 10 10 2\n50 | 95 |");
    equal(harness.venue.divergence.displacedLots, 6);
    deepEqual(harness.tape, [
      [100, 6, true],
      [100, 2, false],
    ]);
  });
  test("our better price trades first, at our price", () => {
    const harness = market();
    weRest(harness, 1, sell, 98, 6);
    harness.record(execute, sell, 1, 100, 10);
    deepEqual(ourFills(harness), [[6, 98]]);
    expectBook(harness.venue.engine, "| 100 | 10 10\n50 | 95 |");
  });
  test("lots we took are not there for the record: its trade goes to the next, then unfilled", () => {
    // Nautilus #5017 and #2564: consumed liquidity was used again.
    const harness = market();
    weRest(harness, 1, buy, 100, 15);
    deepEqual(ourFills(harness), [
      [10, 100],
      [5, 100],
    ]);
    expectBook(harness.venue.engine, "| 100 | 5 10\n50 | 95 |");
    harness.record(execute, sell, 1, 100, 10);
    expectBook(harness.venue.engine, "| 100 | 5\n50 | 95 |");
    harness.record(execute, sell, 2, 100, 10);
    const { divergence } = harness.venue;
    deepEqual([divergence.consumedLots, divergence.unfilledLots], [15, 5]);
    expectBook(harness.venue.engine, "50 | 95 |");
  });
  test("a recorded cancel of lots we took does nothing and is counted", () => {
    const harness = market();
    weRest(harness, 1, buy, 100, 15);
    harness.record(remove, sell, 1, 100, 10);
    harness.record(remove, sell, 2, 100, 10);
    expectBook(harness.venue.engine, "| 100 | 10\n50 | 95 |");
    equal(harness.venue.divergence.missingCancelLots, 15);
  });
  test("a recorded limit order that meets ours trades with it before it rests", () => {
    const harness = market();
    weRest(harness, 1, buy, 97, 6);
    harness.record(add, sell, 4, 97, 10);
    deepEqual(ourFills(harness), [[6, 97]]);
    expectBook(
      harness.venue.engine,
      `  | 100 | 10 10 10
         |  97 | 4
      50 |  95 | `,
    );
    equal(harness.venue.divergence.absorbedLots, 6);
  });
  test("a hidden trade gives way to our displayed order at its price or better, not beyond", () => {
    const harness = market();
    weRest(harness, 1, sell, 98, 6);
    harness.record(hiddenExecute, sell, 0, 97.5, 10);
    deepEqual(ourFills(harness), []);
    harness.record(hiddenExecute, sell, 0, 98.5, 10);
    deepEqual(ourFills(harness), [[6, 98]]);
    deepEqual(harness.tape, [
      [97.5, 10, false],
      [98, 6, true],
      [98.5, 4, false],
    ]);
  });
  test("a hidden trade at our price waits until everything displayed ahead of us is gone", () => {
    const harness = market();
    weRest(harness, 1, sell, 100, 6);
    harness.record(hiddenExecute, sell, 0, 100, 10);
    deepEqual(ourFills(harness), []);
    for (const id of [1, 2, 3]) harness.record(remove, sell, id, 100, 10);
    harness.record(hiddenExecute, sell, 0, 100, 10);
    deepEqual(ourFills(harness), [[6, 100]]);
    deepEqual([harness.venue.divergence.events, harness.venue.divergence.displacedLots], [1, 6]);
  });
  test("depth that comes into sight across our order meets it, and is counted", () => {
    const harness = market();
    weRest(harness, 1, buy, 98, 6);
    harness.record(reveal, sell, -1, 98, 10);
    deepEqual(ourFills(harness), [[6, 98]]);
    equal(harness.venue.divergence.absorbedLots, 6);
  });
  test("partial fills are booked one by one and add up", () => {
    // hftbacktest #316: partial fills never reached the position.
    const harness = market();
    weRest(harness, 1, sell, 98, 30);
    for (const lots of [7, 8, 9]) harness.record(execute, sell, 1, 100, lots);
    deepEqual(ourFills(harness), [
      [7, 98],
      [8, 98],
      [9, 98],
    ]);
    const reports = harness.advanceTo(timeNs(++clock));
    deepEqual(
      reports.flatMap((report) => (report.kind === "filled" ? [report.leavesLots] : [])),
      [23, 15, 6],
    );
  });
  test("two orders of ours never fill from the same lots", () => {
    const harness = market();
    weRest(harness, 1, sell, 98, 6);
    weRest(harness, 2, sell, 98, 6);
    harness.record(execute, sell, 1, 100, 9);
    deepEqual(ourFills(harness), [
      [6, 98],
      [3, 98],
    ]);
  });
  test("the twin keeps the recorded market, and fills remember both mids", () => {
    const harness = market();
    weRest(harness, 1, sell, 98, 6);
    harness.record(execute, sell, 1, 100, 4);
    const [fill] = harness.venue.fills;
    deepEqual([fill?.midTicks, fill?.unperturbedMidTicks], [96.5, 97.5]);
    expectBook(harness.recorded.engine, "| 100 | 6 10 10\n50 | 95 |");
  });
});

describe("queue position", () => {
  test("is bounded, not exact, once depth of unknown age came in front of us", () => {
    const harness = market();
    weRest(harness, 1, sell, 100, 20);
    harness.record(reveal, sell, -1, 100, 25);
    deepEqual(harness.venue.queuePosition(1), { aheadLots: 55, aheadLotsMin: 30, isExact: false });
  });
  test("is bounded once lots left its price unseen", () => {
    const harness = market();
    weRest(harness, 1, sell, 100, 20);
    harness.record(withdraw, sell, 3, 100, 10);
    deepEqual(harness.venue.queuePosition(1), { aheadLots: 20, aheadLotsMin: 10, isExact: false });
    for (const id of [1, 2]) harness.record(execute, sell, id, 100, 10);
    weRest(harness, 2, sell, 99, 5);
    harness.record(add, buy, 20, 100, 25);
    deepEqual(
      harness.venue.fills.map(({ clientOrderId, hasExactQueue }) => [clientOrderId, hasExactQueue]),
      [
        [2, true],
        [1, false],
      ],
    );
  });
  test("stays bounded when a smaller size keeps the rank", () => {
    const harness = market();
    weRest(harness, 1, sell, 100, 20);
    harness.record(withdraw, sell, 3, 100, 10);
    const smaller = { priceTicks: priceTicks(100), quantityLots: quantityLots(5) };
    harness.venue.send({ kind: "replace", clientOrderId: 1, ...smaller }, timeNs(clock));
    harness.advanceTo(timeNs(++clock));
    deepEqual(harness.venue.queuePosition(1), { aheadLots: 20, aheadLotsMin: 10, isExact: false });
  });
  test("is not known for an order that does not rest", () => {
    equal(market().venue.queuePosition(5), undefined);
  });
});

describe("a recorded halt", () => {
  test("without orders of ours leaves crossing recorded orders to the record", () => {
    const harness = market();
    harness.record(status, buy, 0, 0, tradingStatus.halted);
    harness.record(status, buy, 0, 0, tradingStatus.quoting);
    harness.record(add, buy, 10, 101, 10);
    harness.record(status, buy, 0, 0, tradingStatus.trading);
    harness.record(execute, sell, 1, 100, 10);
    harness.record(remove, buy, 10, 101, 10);
    equal(harness.venue.divergence.events, 0);
    expectBook(harness.venue.engine, "| 100 | 10 10\n50 | 95 |");
  });
  test("refuses our orders and replaces, takes our cancels, and ends", () => {
    const harness = market();
    weRest(harness, 1, sell, 101, 5);
    harness.record(status, buy, 0, 0, tradingStatus.halted);
    weRest(harness, 2, sell, 101, 5);
    const asked = { kind: "replace", clientOrderId: 1, quantityLots: quantityLots(3) } as const;
    harness.venue.send({ ...asked, priceTicks: priceTicks(99) }, timeNs(clock));
    harness.venue.send({ kind: "cancel", clientOrderId: 1 }, timeNs(clock));
    harness.record(status, buy, 0, 0, tradingStatus.quoting);
    const during = harness.advanceTo(timeNs(++clock));
    ok(during.every((report) => report.kind !== "filled"));
    harness.record(status, buy, 0, 0, tradingStatus.trading);
    weRest(harness, 3, sell, 95, 5);
    deepEqual(ourFills(harness), [[5, 95]]);
  });
});
