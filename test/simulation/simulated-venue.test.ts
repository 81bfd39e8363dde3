/** The simulated venue passes the suite that every venue passes. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { priceTicks, quantityLots, type TimeNs, timeNs } from "../../src/core/units.ts";
import { createNewOrder, display, orderType, timeInForce } from "../../src/market/order.ts";
import { oppositeSide, sell } from "../../src/market/side.ts";
import type { ExecutionReport } from "../../src/market/venue.ts";
import { createCalendarQueue } from "../../src/simulation/calendar-queue.ts";
import { createLatency } from "../../src/simulation/latency.ts";
import { MarketDataFeed } from "../../src/simulation/market-data-feed.ts";
import { parseLatency } from "../../src/simulation/parse-latency.ts";
import { SimulatedMarket } from "../../src/simulation/simulated-market.ts";
import { SimulatedVenue } from "../../src/simulation/simulated-venue.ts";
import { stillNature } from "../../src/simulation/traders/still-nature.ts";
import { runVenueSuite, type VenueHarness } from "../support/venue-suite.ts";

interface SimulatedHarness extends VenueHarness {
  readonly venue: SimulatedVenue;
  readonly market: SimulatedMarket;
}

/** A market whose only trader is the test. */
function createSimulatedHarness(latencyText = "0s"): SimulatedHarness {
  const spec = parseLatency(latencyText);
  if (spec.kind === "refused") throw new Error(spec.reason);
  const market = new SimulatedMarket({
    ...{ startNs: timeNs(0), opening: { bids: [], asks: [] } },
    ...{ nature: stillNature, populations: [] },
  });
  market.open(1);
  const queue = createCalendarQueue();
  const venue = new SimulatedVenue(market, {
    ...{ latency: createLatency(spec, 1), queue, feed: new MarketDataFeed() },
    ...{ unperturbed: { midTicks: 100 }, tape: { onTrade: () => undefined } },
  });
  let now = timeNs(0);
  const act = (order: Parameters<typeof createNewOrder>[0]): void => {
    market.submit(createNewOrder(order));
    venue.settle(now);
  };
  const advanceTo = (time: TimeNs): readonly ExecutionReport[] => {
    while (queue.peekTimeNs() <= time) {
      queue.pop();
      venue.processArrivals(timeNs(queue.poppedTimeNs));
    }
    now = time;
    return venue.takeReports(time);
  };
  return {
    venue,
    market,
    advanceTo,
    othersRest: (side, price, lots) =>
      act({ orderId: 1, ownerId: 9, side, priceTicks: price, quantityLots: lots }),
    othersTake: (side, price, lots) => {
      const terms = { orderId: 1, ownerId: 9, side: oppositeSide(side), priceTicks: price };
      act({ ...terms, quantityLots: lots, timeInForce: timeInForce.immediateOrCancel });
    },
  };
}

runVenueSuite("the simulated venue", () => createSimulatedHarness());
runVenueSuite("the simulated venue behind a slow wire", () =>
  createSimulatedHarness("feed=1ms,entry=2ms~4ms,response=3ms"),
);

describe("the simulated venue", () => {
  test("accounts for every lot, ours replaced and cancelled among them", () => {
    const { venue, market, advanceTo, othersRest, othersTake } = createSimulatedHarness();
    othersRest(sell, 101, 500);
    let now = 1e9;
    const send = (command: Parameters<SimulatedVenue["send"]>[0]): void => {
      venue.send(command, timeNs(now));
      now += 1e9;
      advanceTo(timeNs(now));
    };
    send({
      ...{ kind: "submit", clientOrderId: 1, side: sell, type: orderType.limit },
      ...{ timeInForce: timeInForce.day, priceTicks: priceTicks(100) },
      ...{ quantityLots: quantityLots(100), display: display.full },
      ...{ displayLots: quantityLots(0), isPostOnly: false },
    });
    othersTake(sell, 100, 30);
    const replace = { kind: "replace", clientOrderId: 1 } as const;
    send({ ...replace, priceTicks: priceTicks(100), quantityLots: quantityLots(80) });
    send({ ...replace, priceTicks: priceTicks(101), quantityLots: quantityLots(140) });
    othersTake(sell, 101, 520);
    send({ kind: "cancel", clientOrderId: 1 });
    const { sentLots, tradedLots, cancelledLots, rejectedLots, restingLots } = market.lotAccount;
    // Others 500 + 30 + 520, ours 100, then 20 fewer, then 60 more.
    equal(sentLots, 1050 + 140);
    deepEqual([tradedLots, cancelledLots, rejectedLots, restingLots], [1100, 90, 0, 0]);
    equal(sentLots, tradedLots + cancelledLots + rejectedLots + restingLots);
    const { ownLots, othersLots } = market.activity;
    deepEqual([ownLots, othersLots], [50, 500]);
  });
});
