/** A replay venue driven by hand: one recorded event at a time. */
import { type TimeNs, timeNs } from "../../src/core/units.ts";
import {
  appendEvent,
  createEventBlock,
  type EventKind,
  eventKind,
} from "../../src/market/event-block.ts";
import { oppositeSide, type Side } from "../../src/market/side.ts";
import type { ExecutionReport } from "../../src/market/venue.ts";
import { createCalendarQueue } from "../../src/simulation/calendar-queue.ts";
import { createLatency } from "../../src/simulation/latency.ts";
import type { ShownDepth } from "../../src/simulation/level-flow.ts";
import { MarketDataFeed } from "../../src/simulation/market-data-feed.ts";
import { parseLatency } from "../../src/simulation/parse-latency.ts";
import { type QueueModel, riskAverseQueue } from "../../src/simulation/queue-model.ts";
import { RecordedMarket } from "../../src/simulation/recorded-market.ts";
import { type ReplayImpact, ReplayVenue } from "../../src/simulation/replay-venue.ts";
import type { VenueHarness } from "./venue-suite.ts";

export interface ReplayHarness extends VenueHarness {
  readonly venue: ReplayVenue;
  readonly recorded: RecordedMarket;
  /** What the public sees; `apply` of nobody yet. */
  readonly feed: MarketDataFeed;
  /** Trades of the replayed market as [price, lots, ours]. */
  readonly tape: (readonly [number, number, boolean])[];
  /** Applies one recorded event, to the replay and to the recorded twin. */
  record(kind: EventKind, side: Side, orderId: number, price: number, lots: number): void;
}

export function createReplayHarness(
  latencyText = "0s",
  impact: ReplayImpact = { kind: "mechanical" },
  queues: QueueModel = riskAverseQueue,
  shows: ShownDepth = "levels",
): ReplayHarness {
  const spec = parseLatency(latencyText);
  if (spec.kind === "refused") throw new Error(spec.reason);
  const recorded = new RecordedMarket(shows);
  const queue = createCalendarQueue();
  const feed = new MarketDataFeed();
  const tape: [number, number, boolean][] = [];
  const venue = new ReplayVenue({
    latency: createLatency(spec, 1),
    queue,
    feed,
    impact,
    queues,
    shows,
    unperturbed: recorded,
    tape: { onTrade: (_, price, lots, isOwn) => tape.push([price, lots, isOwn]) },
  });
  let now = 0;
  let nextId = 1;
  const record: ReplayHarness["record"] = (kind, side, orderId, price, lots) => {
    const block = createEventBlock(1);
    const times = { venueTimeNs: now, localTimeNs: now };
    const event = { kind, side, orderId, priceTicks: price, quantityLots: lots, flags: 0 };
    appendEvent(block, { ...event, ...times });
    venue.applyRecorded(block, 0);
    recorded.apply(block, 0);
  };
  const advanceTo = (time: TimeNs): readonly ExecutionReport[] => {
    now = time;
    while (queue.peekTimeNs() <= time) {
      queue.pop();
      venue.processArrivals(timeNs(queue.poppedTimeNs));
    }
    return venue.takeReports(time);
  };
  return {
    venue,
    recorded,
    feed,
    tape,
    record,
    advanceTo,
    othersRest: (side, price, lots) => record(eventKind.add, side, nextId++, price, lots),
    othersTake: (side, price, lots) => {
      // A recorded incoming limit order: it meets what stands, and what it cannot is gone again.
      const id = nextId++;
      record(eventKind.add, oppositeSide(side), id, price, lots);
      record(eventKind.remove, oppositeSide(side), id, price, lots);
    },
  };
}
