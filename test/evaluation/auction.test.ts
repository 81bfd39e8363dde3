/** On-open and on-close orders over a recorded day: the auction is a print of the recording. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { quantityLots, timeNs } from "../../src/core/units.ts";
import type { WorkedOutcome, WorkedPolicy } from "../../src/evaluation/index.ts";
import { eventKind, type MarketEvent } from "../../src/market/event-block.ts";
import { bid } from "../../src/market/side.ts";
import { createSyntheticDay } from "../../src/simulation/synthetic-day.ts";
import { createEventSource, readAllEvents } from "../support/event-sources.ts";
import { createParent, hourNs, replayForTest } from "../support/replay-request.ts";

const auctionNs = timeNs(10.5 * hourNs);
const quantity = 20_000;
const close = "close:at=10:30,volume=30000,lead=5m,placement=cross";
let events: MarketEvent[] = [];

before(async () => {
  events = await readAllEvents(createSyntheticDay({ endNs: timeNs(10.75 * hourNs) }, 3));
});

/** The day with an auction a second after its time; 9,990 ticks is as good a price as any. */
function withPrint(lots: number): MarketEvent[] {
  const printNs = auctionNs + 1e9;
  const print: MarketEvent = {
    ...{ kind: eventKind.cross, venueTimeNs: printNs, localTimeNs: printNs, side: bid },
    ...{ orderId: 0, priceTicks: 9990, quantityLots: lots, flags: 0 },
  };
  const next = events.findIndex(({ venueTimeNs }) => venueTimeNs > printNs);
  return [...events.slice(0, next), print, ...events.slice(next)];
}

async function replay(recorded: readonly MarketEvent[], policy: string): Promise<WorkedPolicy> {
  const outcome: WorkedOutcome = await replayForTest(createEventSource(recorded), {
    policies: [policy],
    latency: "1ms",
    parent: createParent({
      ...{ quantityLots: quantityLots(quantity), endNs: timeNs(10.55 * hourNs) },
    }),
  });
  return outcome.policies[0]!;
}

function auctionFills({ run }: WorkedPolicy) {
  return run.venue.fills
    .filter(({ liquidity }) => liquidity === "auction")
    .map(({ lots, priceTicks, venueTimeNs }) => [lots, priceTicks, venueTimeNs]);
}

describe("close, in a replay", () => {
  test("is filled in the print at its price, and is done before it but for its part", async () => {
    const worked = await replay(withPrint(50_000), close);
    deepEqual(auctionFills(worked), [[3000, 9990, auctionNs + 1e9]]);
    equal(worked.benchmarks.completion, 1);
    const { fills } = worked.run.venue;
    const before = fills.filter(({ venueTimeNs }) => venueTimeNs < auctionNs);
    equal(
      before.reduce((sum, { lots }) => sum + lots, 0),
      quantity - 3000,
    );
    equal(fills.length, before.length + 1);
    deepEqual(worked.quality.spreads.mix.auction, 3000 / quantity);
    ok((worked.run.venue.divergence?.displacedLots ?? 0) >= 3000);
  });

  test("gets a tenth of a smaller print, and pays for what the auction cancelled", async () => {
    const worked = await replay(withPrint(12_345), close);
    deepEqual(auctionFills(worked), [[1234, 9990, auctionNs + 1e9]]);
    equal(worked.benchmarks.completion, 1);
    const after = worked.run.venue.fills.filter(({ venueTimeNs }) => venueTimeNs > auctionNs + 1e9);
    equal(
      after.reduce((sum, { lots }) => sum + lots, 0),
      3000 - 1234,
    );
  });

  test("is left with its part where no auction comes before the order's end", async () => {
    const worked = await replay(events, close);
    deepEqual(auctionFills(worked), []);
    equal(worked.benchmarks.filledLots, quantity - 3000);
    const { sentLots, filledLots, cancelledLots, rejectedLots } = worked.run.state.totals;
    equal(sentLots, filledLots + cancelledLots + rejectedLots);
  });

  test("counts its lots of the print once, as its own", async () => {
    const [alone, ours] = await Promise.all([
      replay(withPrint(50_000), "twap:placement=cross"),
      replay(withPrint(50_000), close),
    ]);
    const volume = ({ benchmarks }: WorkedPolicy): number =>
      benchmarks.filledLots / (benchmarks.participation ?? Number.NaN);
    // What others traded differs by what our orders changed, not by another auction.
    ok(Math.abs(volume(ours) - volume(alone)) < 5000, `${volume(ours)} and ${volume(alone)}`);
  });
});

describe("open, in a replay", () => {
  test("waits for the print, and works the rest after it", async () => {
    const worked = await replay(
      withPrint(50_000),
      "open:at=10:30,volume=30000,placement=cross,by=twap",
    );
    deepEqual(auctionFills(worked), [[3000, 9990, auctionNs + 1e9]]);
    equal(worked.benchmarks.completion, 1);
  });
});
