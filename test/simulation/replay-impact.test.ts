import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { durationNs, priceTicks, quantityLots, type TimeNs, timeNs } from "../../src/core/units.ts";
import { MarketView } from "../../src/features/market-view.ts";
import { eventKind } from "../../src/market/event-block.ts";
import { display, orderType, timeInForce } from "../../src/market/order.ts";
import { ask, bid, buy, type Side, sell } from "../../src/market/side.ts";
import { type ImpactKernel, OwnImpact, squareRootKernel } from "../../src/simulation/own-impact.ts";
import type { ReplayImpact } from "../../src/simulation/replay-venue.ts";
import { expectBook } from "../support/draw-book.ts";
import { createReplayHarness, type ReplayHarness } from "../support/replay-harness.ts";

const { add, execute, remove } = eventKind;
const second = 1e9;
/** A quarter of a tick a lot, after two seconds, halved after three more. */
const kernel: ImpactKernel = {
  ...{ ticksPerLot: 0.25, exponent: 0.5 },
  ...{ relaxationNs: durationNs(second), delayNs: durationNs(2 * second) },
};

/** A harness with its clock: three asks of 10 at 100, ids 1 to 3, bids of 50 at 95 and of 9 at 94. */
class Market {
  readonly harness: ReplayHarness;
  #now = 10 * second;
  #orders = 0;

  constructor(impact: ReplayImpact) {
    this.harness = createReplayHarness("0s", impact);
    this.at(10 * second);
    for (const id of [1, 2, 3]) this.harness.record(add, sell, id, 100, 10);
    this.harness.record(add, buy, 9, 95, 50);
    this.harness.record(add, buy, 10, 94, 9);
  }

  at(time: number): void {
    this.#now = time;
    this.harness.advanceTo(time as TimeNs);
  }

  send(side: Side, price: number, lots: number): number {
    const clientOrderId = ++this.#orders;
    this.harness.venue.send(
      {
        ...{ kind: "submit", clientOrderId, side, type: orderType.limit, isPostOnly: false },
        ...{ timeInForce: timeInForce.day, priceTicks: priceTicks(price) },
        ...{
          quantityLots: quantityLots(lots),
          display: display.full,
          displayLots: quantityLots(0),
        },
      },
      timeNs(this.#now),
    );
    this.at(this.#now + 1);
    return clientOrderId;
  }

  get fills(): number[][] {
    return this.harness.venue.fills.map(({ lots, priceTicks: price }) => [lots, price]);
  }

  /** What somebody sees who has listened from the beginning. */
  seen(view: MarketView): number[][] {
    this.harness.feed.deliver(Number.POSITIVE_INFINITY, view);
    return [bid, ask].map((side) => view.depth.top(side as Side, 9).flat());
  }
}

describe("a recorded market that does not feel us", () => {
  test("puts back what we took, each order where it stood", () => {
    const market = new Market({ kind: "none" });
    market.send(buy, 100, 15);
    deepEqual(market.fills, [
      [10, 100],
      [5, 100],
    ]);
    expectBook(market.harness.venue.engine, "| 100 | 10 10 10\n50 | 95 |\n9 | 94 |");
    // The record goes on as if nobody had been there.
    market.harness.record(execute, sell, 1, 100, 10);
    market.harness.record(remove, sell, 2, 100, 10);
    const { events, consumedLots, restoredLots, unfilledLots } = market.harness.venue.divergence;
    deepEqual([events, consumedLots, restoredLots, unfilledLots], [0, 15, 15, 0]);
    expectBook(market.harness.venue.engine, "| 100 | 10\n50 | 95 |\n9 | 94 |");
  });

  test("still gives what trades to those who stand first, us among them", () => {
    const market = new Market({ kind: "none" });
    market.send(sell, 99, 4);
    market.harness.record(execute, sell, 1, 100, 10);
    deepEqual(market.fills, [[4, 99]]);
    expectBook(market.harness.venue.engine, "| 100 | 10 10\n50 | 95 |\n9 | 94 |");
  });
});

describe("a recorded market that is seen to move", () => {
  test("falls for a seller, after the delay, by whole ticks against him, and comes back", () => {
    const market = new Market({ kind: "propagator", kernel, side: sell });
    const view = new MarketView();
    market.seen(view);
    market.send(sell, 95, 6);
    deepEqual(market.fills, [[6, 95]]);
    market.at(11.9 * second);
    market.harness.record(add, sell, 20, 101, 1);
    equal(market.harness.venue.midTicks, 97.5);
    // 6 lots of a quarter tick: 1.5 ticks, which are 2 against us.
    market.at(12.1 * second);
    market.harness.record(add, sell, 21, 101, 1);
    equal(market.harness.venue.midTicks, 95.5);
    deepEqual(market.seen(view), [
      [93, 44, 92, 9],
      [98, 30, 99, 2],
    ]);
    // After 3 s more 0.75 ticks are left; nothing is ever less than a tick until it is gone.
    market.at(15.1 * second);
    market.harness.record(remove, sell, 21, 101, 1);
    equal(market.harness.venue.midTicks, 96.5);
    equal(market.harness.venue.divergence.shiftTicks, -2);
    equal(market.harness.recorded.midTicks, 97.5, "the record itself has not moved");
  });

  test("fills at the prices that are seen", () => {
    const market = new Market({ kind: "propagator", kernel, side: buy });
    market.send(buy, 100, 4);
    market.at(12.5 * second);
    // 100 is a tick below the offer now; 101 is it.
    market.send(buy, 100, 3);
    market.send(buy, 101, 3);
    deepEqual(market.fills, [
      [4, 100],
      [3, 101],
    ]);
    const { midTicks, unperturbedMidTicks } = market.harness.venue.fills[1]!;
    deepEqual([midTicks, unperturbedMidTicks], [100.5, 97.5]);
  });

  test("moves away from our resting order, and comes back to it as to a new one", () => {
    const market = new Market({ kind: "propagator", kernel, side: sell });
    const view = new MarketView();
    market.send(sell, 100, 5);
    market.send(sell, 95, 4);
    market.at(12.5 * second);
    market.harness.record(add, sell, 20, 103, 1);
    // What stood at 100 is seen at 99; ours is still at 100, alone, and hears nothing of it.
    deepEqual(market.seen(view)[1], [99, 30, 100, 5, 102, 1]);
    const reports = market.harness.venue.takeReports(timeNs(13 * second));
    ok(!reports.some(({ kind }) => kind === "replaced" || kind === "cancelled"));
    market.harness.record(execute, sell, 1, 100, 10);
    deepEqual(market.fills, [[4, 95]]);
  });
});

describe("the impact of our own trades", () => {
  test("fades as a power of time", () => {
    const impact = new OwnImpact({ ...kernel, ticksPerLot: 1 });
    impact.add(0, 8);
    equal(impact.ticksAt(2 * second - 1), 0);
    for (const seconds of [0, 1, 3, 8, 99, 9999]) {
      const expected = 8 / Math.sqrt(1 + seconds);
      const found = impact.ticksAt((2 + seconds) * second);
      ok(Math.abs(found / expected - 1) < 2e-3, `${seconds}: ${found}, ${expected}`);
    }
  });

  test("of orders of one participation is the square root of their size", () => {
    const day = { volatilityTicks: 200, volumeLots: 2e6, durationNs: durationNs(23_400 * second) };
    const terms = { exponent: 0.5, relaxationNs: durationNs(second), delayNs: durationNs(0) };
    const scaled = squareRootKernel(0.8, terms, day);
    for (const share of [0.005, 0.01, 0.04]) {
      // A tenth of what is traded, lot by lot.
      const lasts = (share / 0.1) * 23_400;
      const impact = new OwnImpact(scaled);
      const lots = share * 2e6;
      const steps = 4000;
      for (let step = 0; step < steps; step++) {
        const time = (lasts * step * second) / steps;
        impact.ticksAt(time);
        impact.add(time, lots / steps);
      }
      const expected = 0.8 * 200 * Math.sqrt(share);
      const found = impact.ticksAt(lasts * second);
      ok(Math.abs(found / expected - 1) < 0.03, `${share}: ${found}, ${expected}`);
    }
  });
});
