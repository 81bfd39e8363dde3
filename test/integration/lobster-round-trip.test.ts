/** A random valid market written as a LOBSTER pair and read back. */
import { deepEqual, equal } from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { openLobster, writeLobster } from "../../src/data/index.ts";
import {
  appendEvent,
  createEventBlock,
  type EventKind,
  eventFlag,
  eventKind,
  type MarketEvent,
  type MarketEventSource,
  readEvent,
  tradingStatus,
} from "../../src/market/event-block.ts";
import { createInstrument } from "../../src/market/instrument.ts";
import type { Side } from "../../src/market/side.ts";
import { LobsterPlainBook } from "../support/lobster-plain-book.ts";

/** What a step would like to do; made valid against the book when it is played. */
const step = fc.record({
  wish: fc.integer({ min: 0, max: 19 }),
  side: fc.constantFrom<Side>(0, 1),
  distance: fc.integer({ min: 0, max: 8 }),
  lots: fc.integer({ min: 1, max: 5 }),
  pick: fc.nat(1000),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Bids stand from 100 ticks down, asks from 101 up: never crossed. */
function playSteps(steps: readonly Step[]): MarketEvent[] {
  const book = new LobsterPlainBook();
  const events: MarketEvent[] = [];
  for (const [index, { wish, side, distance, lots, pick }] of steps.entries()) {
    const venueTimeNs = 34_200e9 + index * 1001;
    const play = (kind: EventKind, event: Partial<MarketEvent>): void => {
      const whole = { side, orderId: 0, priceTicks: 0, quantityLots: lots, ...event };
      const played = { ...whole, kind, venueTimeNs, localTimeNs: venueTimeNs, flags: 1 };
      book.apply(played);
      events.push(played);
    };
    const standing = [...book.orders];
    const chosen = standing[pick % Math.max(1, standing.length)];
    if (wish === 0) play(eventKind.hiddenExecute, { priceTicks: 100.5 });
    else if (wish === 1) play(eventKind.status, { side: 1, quantityLots: tradingStatus.halted });
    else if (wish < 11 || chosen === undefined) {
      const priceTicks = side === 0 ? 100 - distance : 101 + distance;
      play(eventKind.add, { orderId: index + 1, priceTicks });
    } else {
      const [orderId, order] = chosen;
      const named = { orderId, side: order.side, priceTicks: order.priceTicks };
      const some = Math.min(lots, order.lots);
      if (wish < 15) play(eventKind.remove, { ...named, quantityLots: order.lots });
      else play(wish < 17 ? eventKind.reduce : eventKind.execute, { ...named, quantityLots: some });
    }
  }
  return events;
}

function createSource(events: readonly MarketEvent[]): MarketEventSource {
  return {
    instrument: createInstrument({ symbol: "TEST" }),
    async *blocks() {
      const block = createEventBlock(events.length);
      for (const event of events) appendEvent(block, event);
      yield block;
    },
  };
}

async function readBack(
  events: readonly MarketEvent[],
  levels: number,
): Promise<{ readonly read: MarketEvent[]; readonly rows: number; readonly omitted: number }> {
  const directory = await mkdtemp(join(tmpdir(), "lobster-"));
  try {
    const written = await writeLobster(createSource(events), {
      directory,
      date: "2012-06-21",
      levels,
      storage: "plain",
    });
    const { rows, omitted } = written;
    const read: MarketEvent[] = [];
    if (rows === 0) return { read, rows, omitted };
    for await (const block of (await openLobster(directory)).blocks()) {
      for (let row = 0; row < block.length; row++) read.push(readEvent(block, row));
    }
    return { read, rows, omitted };
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** The best levels after each event that a file of so many levels shows. */
function drawShownBooks(events: readonly MarketEvent[], levels: number): string[] {
  const book = new LobsterPlainBook();
  const rows: string[] = [];
  for (const event of events) {
    const isInSight = (): boolean =>
      book
        .takeBest(event.side, levels)
        .some((price, at) => at % 2 === 0 && price === event.priceTicks);
    const wasInSight = isInSight();
    book.apply(event);
    if (event.kind > eventKind.execute || wasInSight || isInSight()) {
      rows.push(book.formatRow(levels, 100));
    }
  }
  return rows;
}

test("a written market read back shows the same best levels after every record", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 150 }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, levels) => {
        const events = playSteps(steps);
        const { read, rows, omitted } = await readBack(events, levels);
        equal(rows + omitted, events.length);
        const book = new LobsterPlainBook();
        const shown: string[] = [];
        for (const event of read) {
          book.apply(event);
          if (event.flags & eventFlag.endOfRecord) shown.push(book.formatRow(levels, 100));
        }
        deepEqual(shown, drawShownBooks(events, levels));
      },
    ),
    { numRuns: 150 },
  );
});

test("with room for every level the events come back as they were", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 150 }), async (steps) => {
      const events = playSteps(steps);
      const { read, omitted } = await readBack(events, 10);
      equal(omitted, 0);
      deepEqual(read, events);
    }),
    { numRuns: 60 },
  );
});
