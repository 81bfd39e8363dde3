import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { durationNs, priceTicks, quantityLots, timeNs } from "../../src/core/units.ts";
import { measureQueueError } from "../../src/evaluation/index.ts";
import { eventKind, type MarketEventSource } from "../../src/market/event-block.ts";
import { display, orderType, timeInForce } from "../../src/market/order.ts";
import { ask, bid, buy, type Side, sell } from "../../src/market/side.ts";
import { cutToLevels } from "../../src/simulation/cut-to-levels.ts";
import {
  logQueue,
  parseQueueModel,
  powerQueue,
  type QueueModel,
  riskAverseQueue,
} from "../../src/simulation/queue-model.ts";
import { RecordedMarket } from "../../src/simulation/recorded-market.ts";
import { createSyntheticDay } from "../../src/simulation/synthetic-day.ts";
import { expectBook } from "../support/draw-book.ts";
import { createReplayHarness, type ReplayHarness } from "../support/replay-harness.ts";

const { level, trade } = eventKind;
let clock = 1e9;

/** 30 offered at 100 and 50 bid at 95, as levels. */
function market(queues: QueueModel = powerQueue(1)): ReplayHarness {
  const harness = createReplayHarness("0s", { kind: "mechanical" }, queues);
  harness.record(level, sell, 0, 100, 30);
  harness.record(level, buy, 0, 95, 50);
  return harness;
}

function weRest(harness: ReplayHarness, id: number, side: Side, price: number, lots: number): void {
  harness.venue.send(
    {
      ...{ kind: "submit", clientOrderId: id, side, type: orderType.limit, isPostOnly: false },
      ...{ timeInForce: timeInForce.day, priceTicks: priceTicks(price) },
      ...{ quantityLots: quantityLots(lots), display: display.full, displayLots: quantityLots(0) },
    },
    timeNs(clock),
  );
  harness.advanceTo(timeNs(++clock));
}

const ourFills = (harness: ReplayHarness): number[][] =>
  harness.venue.fills.map(({ lots, priceTicks: price }) => [lots, price]);

describe("a recording of price levels", () => {
  test("is what the levels say, for whoever has no order in it", () => {
    const harness = market();
    harness.record(level, sell, 0, 100, 12);
    harness.record(level, sell, 0, 101, 7);
    harness.record(trade, sell, 0, 100, 12);
    harness.record(level, sell, 0, 100, 0);
    harness.record(level, buy, 0, 95, 60);
    expectBook(harness.venue.engine, "| 101 | 7\n50 10 | 95 |");
    deepEqual(harness.tape, [[100, 12, false]]);
    equal(harness.venue.divergence.events, 0);
    equal(harness.recorded.midTicks, 98);
  });

  test("keeps levels that cross as they were told, until the next row sorts them out", () => {
    const harness = market();
    harness.record(level, buy, 0, 100, 5);
    equal(harness.tape.length, 0);
    harness.record(level, sell, 0, 100, 0);
    expectBook(harness.venue.engine, "5 | 100 |\n50 | 95 |");
  });
});

describe("an order of ours among price levels", () => {
  test("a trade at our price does not fill more than traded, and not before its turn", () => {
    const harness = market();
    weRest(harness, 1, sell, 100, 8);
    harness.record(level, sell, 0, 100, 45);
    harness.record(trade, sell, 0, 100, 20);
    deepEqual(ourFills(harness), []);
    harness.record(level, sell, 0, 100, 25);
    // 10 stood ahead of us still: of 13 traded, 3 are ours.
    harness.record(trade, sell, 0, 100, 13);
    deepEqual(ourFills(harness), [[3, 100]]);
    harness.record(level, sell, 0, 100, 12);
    // What was ours did leave the others, whose trade it was: 12 are left, all behind us.
    expectBook(harness.venue.engine, "| 100 | 5 12\n50 | 95 |");
    const { displacedLots, missingCancelLots } = harness.venue.divergence;
    deepEqual([displacedLots, missingCancelLots], [3, 0]);
  });

  test("a deletion ahead of us moves us up as the model says", () => {
    const left = (queues: QueueModel): number | undefined => {
      const harness = market(queues);
      weRest(harness, 1, sell, 100, 8);
      harness.record(level, sell, 0, 100, 40);
      // 30 ahead and 10 behind: 20 go without a trade.
      harness.record(level, sell, 0, 100, 20);
      equal(harness.venue.queuePosition(1)?.isExact, false);
      return harness.venue.queuePosition(1)?.aheadLots;
    };
    // All 10 behind, then 10 ahead.
    equal(left(riskAverseQueue), 20);
    // Evenly: a quarter of 20 behind.
    equal(left(powerQueue(1)), 15);
    // 10³ against 30³: a 28th of 20, 0.7.
    equal(left(powerQueue(3)), 11);
    // log 11 against log 31: 0.411 of 20, 8.2.
    equal(left(logQueue), 18);
  });

  test("better prices of ours trade first, and a level that comes across ours meets it", () => {
    const harness = market();
    weRest(harness, 1, sell, 98, 5);
    harness.record(trade, sell, 0, 100, 7);
    deepEqual(ourFills(harness), [[5, 98]]);
    weRest(harness, 2, sell, 97, 4);
    harness.record(level, buy, 0, 97, 9);
    deepEqual(ourFills(harness)[1], [4, 97]);
    equal(harness.venue.divergence.absorbedLots, 4);
    expectBook(harness.venue.engine, "| 100 | 23\n5 | 97 |\n50 | 95 |");
  });

  test("lots we took are not used twice", () => {
    const harness = market();
    weRest(harness, 1, buy, 100, 20);
    deepEqual(ourFills(harness), [[20, 100]]);
    harness.record(trade, sell, 0, 100, 15);
    equal(harness.venue.divergence.unfilledLots, 5);
    harness.record(level, sell, 0, 100, 15);
    expectBook(harness.venue.engine, "50 | 95 |");
  });

  test("a trade of lots that never showed is printed and leaves us alone behind the rest", () => {
    const harness = market();
    weRest(harness, 1, sell, 101, 5);
    harness.record(trade, sell, 0, 99, 40);
    deepEqual(harness.tape, [[99, 40, false]]);
    deepEqual(ourFills(harness), []);
  });
});

describe("a queue model", () => {
  test("is named in words", () => {
    for (const name of ["risk-averse", "log", "power:n=2", "power:n=0.5"]) {
      equal(parseQueueModel(name)?.name, name);
    }
    equal(parseQueueModel("power")?.name, "power:n=3");
    for (const name of ["", "power:n=0", "power:n=x", "powers"])
      equal(parseQueueModel(name), undefined);
  });
});

describe("an order-by-order day cut to price levels", () => {
  const day: MarketEventSource = createSyntheticDay({ endNs: timeNs(9.75 * 3600e9) }, 3);

  test("shows the same book at every moment", async () => {
    const [whole, cut] = [new RecordedMarket(), new RecordedMarket()];
    const seen = new Map<number, number[]>();
    const look = (market: RecordedMarket): number[] => [
      market.bestTicks(bid),
      market.bestTicks(ask),
    ];
    for await (const block of day.blocks()) {
      for (let row = 0; row < block.length; row++) {
        whole.apply(block, row);
        seen.set(block.venueTimeNs[row]!, look(whole));
      }
    }
    let last = Number.NaN;
    let compared = 0;
    for await (const block of cutToLevels(day).blocks()) {
      for (let row = 0; row < block.length; row++) {
        const time = block.venueTimeNs[row]!;
        if (time !== last && seen.has(last)) {
          deepEqual(look(cut), seen.get(last), `at ${last}`);
          compared++;
        }
        cut.apply(block, row);
        last = time;
      }
    }
    ok(compared > 1000, `${compared}`);
    equal(cut.tradedLots, whole.tradedLots);
  });

  test("tells fills by its queue models within the printed error", async () => {
    const errors = await measureQueueError(day, [riskAverseQueue, powerQueue(1)], {
      startNs: timeNs(9.55 * 3600e9),
      endNs: timeNs(9.74 * 3600e9),
      everyNs: durationNs(5e9),
      restNs: durationNs(30e9),
    });
    ok(errors.probes > 100 && errors.trueFillRate > 0.05 && errors.trueFillRate < 0.95);
    for (const { fillRate, agreement, tooEarly, missed } of errors.models) {
      ok(Math.abs(agreement + tooEarly + missed - 1) < 1e-12);
      ok(Math.abs(fillRate - errors.trueFillRate - tooEarly + missed) < 1e-12);
      ok(agreement > 0.7, `${agreement}`);
    }
  });
});

describe("a recording of quotes, told when they change and not after a trade", () => {
  const quotes = (): ReplayHarness => {
    const harness = createReplayHarness("0s", { kind: "mechanical" }, powerQueue(1), "quotes");
    harness.record(level, sell, 0, 100, 30);
    harness.record(level, buy, 0, 95, 50);
    return harness;
  };

  test("a trade of all that is shown leaves the quote where it is", () => {
    const harness = quotes();
    harness.record(trade, sell, 0, 100, 30);
    expectBook(harness.venue.engine, "| 100 | 30\n50 | 95 |");
    ok(harness.recorded.isTwoSided);
    harness.record(trade, sell, 0, 100, 500);
    expectBook(harness.venue.engine, "| 100 | 30\n50 | 95 |");
    equal(harness.venue.divergence.events, 0);
  });

  test("what traded stood ahead of us, what stands in for it behind", () => {
    const harness = quotes();
    weRest(harness, 1, sell, 100, 8);
    harness.record(trade, sell, 0, 100, 20);
    equal(harness.venue.queuePosition(1)?.aheadLots, 10);
    expectBook(harness.venue.engine, "| 100 | 10 8 20\n50 | 95 |");
    // The quote tells of the trade at last: nobody ahead of us was cancelled.
    harness.record(level, sell, 0, 100, 10);
    equal(harness.venue.queuePosition(1)?.aheadLots, 10);
    expectBook(harness.venue.engine, "| 100 | 10 8\n50 | 95 |");
    harness.record(trade, sell, 0, 100, 14);
    deepEqual(ourFills(harness), [[4, 100]]);
  });
});
