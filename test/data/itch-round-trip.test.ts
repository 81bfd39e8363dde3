/** Markets written as ITCH and read back are the same, event by event and column by column. */
import { deepEqual, equal, rejects } from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { openItch } from "../../src/data/itch/open-itch.ts";
import { writeItch } from "../../src/data/itch/write-itch.ts";
import { openLobster } from "../../src/data/lobster/open-lobster.ts";
import {
  eventFlag,
  eventKind,
  type MarketEvent,
  tradingStatus,
} from "../../src/market/event-block.ts";
import { createInstrument, type Instrument } from "../../src/market/instrument.ts";
import { ask, bid } from "../../src/market/side.ts";
import { createEventSource, readAllEvents } from "../support/event-sources.ts";
import { sharedFolder } from "../support/shared-folder.ts";

async function createFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "itch-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const lobsterFolder = join(sharedFolder, "lobster");
const skip = existsSync(lobsterFolder) ? false : `no ${lobsterFolder}`;
const days = [
  "AMZN_2012-06-21_34200000_57600000_message_5.csv.gz",
  "AMZN_2012-06-21_34200000_57600000_message_1.csv.gz",
  "AAPL_2012-06-21_34200000_57600000_message_1.csv.gz",
  "AAPL_2012-06-21_HEAD_message_10.csv.gz",
] as const;

for (const name of days) {
  test(`${name} written as ITCH and read back is identical`, { skip }, async (t) => {
    const folder = await createFolder(t);
    const source = await openLobster(join(lobsterFolder, name));
    const written = await writeItch(source, join(folder, `${source.date}.itch`));
    const recording = await openItch(written.path);
    deepEqual(recording.instrument, source.instrument);
    equal(recording.date, source.date);
    const events = await readAllEvents(recording);
    equal(events.length, written.events);
    deepEqual(events, await readAllEvents(source));
    equal(recording.rows, written.messages);
    // Hidden orders trade between ticks; nothing else is out of order.
    const { hiddenExecutionsOffGrid } = source.counts;
    deepEqual(
      recording.findings.list().map(({ rule, count }) => [rule, count]),
      hiddenExecutionsOffGrid > 0 ? [["off-grid", hiddenExecutionsOffGrid]] : [],
    );
  });
}

const common = { side: bid, priceTicks: 100, flags: eventFlag.endOfRecord } as const;

/** Events of every kind that orders have, in records of one event and of several. */
function createEvents(): MarketEvent[] {
  const rows: Partial<MarketEvent>[] = [
    { kind: eventKind.reveal, orderId: -1, quantityLots: 50, flags: 0 },
    { kind: eventKind.reveal, orderId: -2, quantityLots: 30, side: ask, priceTicks: 105 },
    { kind: eventKind.add, orderId: 7, quantityLots: 20 },
    { kind: eventKind.reduce, orderId: 7, quantityLots: 5 },
    // A reduction of all that an order has, and a removal of a part of what stood before.
    { kind: eventKind.reduce, orderId: 7, quantityLots: 15 },
    { kind: eventKind.remove, orderId: -1, quantityLots: 10, flags: 3 },
    { kind: eventKind.withdraw, orderId: -1, quantityLots: 10, flags: 0 },
    { kind: eventKind.execute, orderId: -1, quantityLots: 5, flags: 2 },
    { kind: eventKind.execute, orderId: -1, quantityLots: 25, flags: 3 },
    { kind: eventKind.withdraw, orderId: -2, quantityLots: 30, side: ask, priceTicks: 105 },
    { kind: eventKind.hiddenExecute, orderId: 0, quantityLots: 3, priceTicks: 102.55, side: ask },
    { kind: eventKind.hiddenExecute, orderId: 77, quantityLots: 3, priceTicks: 101 },
    { kind: eventKind.cross, orderId: 0, quantityLots: 5_000_000_000, priceTicks: 102, side: ask },
    { kind: eventKind.cross, orderId: 0, quantityLots: 0, priceTicks: 0 },
    { kind: eventKind.status, orderId: 0, quantityLots: tradingStatus.halted, priceTicks: 0 },
    { kind: eventKind.status, orderId: 0, quantityLots: tradingStatus.quoting, priceTicks: 0 },
    {
      kind: eventKind.status,
      orderId: 0,
      quantityLots: tradingStatus.trading,
      priceTicks: 0,
      side: ask,
    },
    {
      kind: eventKind.add,
      orderId: 2 ** 52 - 1,
      quantityLots: 2 ** 32 - 1,
      priceTicks: 42_949_672,
    },
    { kind: eventKind.reveal, orderId: -(2 ** 52) + 1, quantityLots: 1, priceTicks: 1 },
  ];
  return rows.map((row, index) => {
    const venueTimeNs = 34_200_000_000_001 + index;
    return { ...common, venueTimeNs, localTimeNs: venueTimeNs, ...row } as MarketEvent;
  });
}

test("every kind, flag and side comes back as it was", async (t) => {
  const folder = await createFolder(t);
  const events = createEvents();
  for (const name of ["2020-01-02.itch", "2020-01-02.itch.gz", "2020-01-02.itch.zst"]) {
    const path = join(folder, name);
    const written = await writeItch(createEventSource(events), path);
    deepEqual(await readAllEvents(await openItch(path)), events);
    equal(written.events, events.length);
    // Seven messages frame them: O, R, S, Q, M, E, C.
    equal(written.messages, events.length + 7);
  }
});

test("system events frame the day in order of time, whenever the first event comes", async (t) => {
  const folder = await createFolder(t);
  const at = (hours: number, orderId: number): MarketEvent => {
    const venueTimeNs = hours * 3600e9;
    const quantityLots = 1;
    return {
      ...common,
      kind: eventKind.add,
      orderId,
      quantityLots,
      venueTimeNs,
      localTimeNs: venueTimeNs,
    };
  };
  for (const hours of [[1], [4, 9.5, 16, 20, 23.5], []]) {
    const events = hours.map((hour, index) => at(hour, index + 1));
    const path = join(folder, "2020-01-02.itch");
    await writeItch(createEventSource(events), path);
    const recording = await openItch(path);
    deepEqual(await readAllEvents(recording), events);
    deepEqual(recording.findings.list(), []);
    equal(recording.counts.of("S"), 6);
  }
});

test("without our notes the same file is plain ITCH: another reader sees the same book", async (t) => {
  const folder = await createFolder(t);
  const path = join(folder, "2020-01-02.itch");
  const events = createEvents();
  await writeItch(createEventSource(events), path);
  const bytes = await readFile(path);
  bytes.writeUInt16BE(0, 5); // The tracking number of the first message.
  const plainPath = join(folder, "2020-01-03.itch");
  await writeFile(plainPath, bytes);
  const plain = await readAllEvents(await openItch(plainPath, { hiddenSide: "printed" }));
  const entries: readonly number[] = [eventKind.add, eventKind.reveal];
  const prints: readonly number[] = [eventKind.hiddenExecute, eventKind.cross, eventKind.status];
  const change = ({ kind, quantityLots }: MarketEvent): number => {
    if (prints.includes(kind)) return 0;
    return entries.includes(kind) ? quantityLots : -quantityLots;
  };
  deepEqual(plain.map(change), events.map(change));
  deepEqual(
    plain.map(({ priceTicks, quantityLots }) => [priceTicks, quantityLots]),
    events.map(({ priceTicks, quantityLots }) => [priceTicks, quantityLots]),
  );
});

const refused: readonly (readonly [string, Partial<MarketEvent>, RegExp])[] = [
  ["a level", { kind: eventKind.level }, /messages for orders, not for the kind 10/],
  ["a price that ITCH cannot hold", { priceTicks: 42_949_673 }, /up to 429,496\.7295/],
  [
    "a price between its units",
    { kind: eventKind.hiddenExecute, priceTicks: 1 / 3 },
    /whole number of 0\.0001/,
  ],
  ["an id beyond 2^52", { orderId: 2 ** 52 }, /an order id lies within 2\^52 of 0/],
  ["an order of nothing", { quantityLots: 0 }, /1 to 2\^32 - 1 shares, was 0/],
  ["a part of a nanosecond", { venueTimeNs: 0.5 }, /a nanosecond of its day, was 0\.5/],
  ["a time past the day", { venueTimeNs: 25 * 3600e9 }, /a nanosecond of its day/],
  [
    "a trade of an order that is not there",
    { kind: eventKind.execute, orderId: 9 },
    /is standing, was 9/,
  ],
];

for (const [name, change, rule] of refused) {
  test(`${name} is refused, and no file stays`, async (t) => {
    const folder = await createFolder(t);
    const add = { ...common, kind: eventKind.add, orderId: 1, quantityLots: 10 };
    const event = { ...add, venueTimeNs: 1e9, localTimeNs: 1e9, ...change };
    await rejects(writeItch(createEventSource([event]), join(folder, "2020-01-02.itch")), rule);
    deepEqual(await readdir(folder), []);
  });
}

const instruments: readonly (readonly [string, Partial<Instrument>, RegExp])[] = [
  ["a long name", { symbol: "TOOLONGNAME" }, /up to 8 characters/],
  ["a tick that is too fine", { tickSize: 0.00001 }, /a whole number of 0\.0001/],
  ["a lot that is no share", { lotSize: 0.1 }, /one share, was 0\.1/],
];

for (const [name, change, rule] of instruments) {
  test(`an instrument with ${name} is refused`, async (t) => {
    const folder = await createFolder(t);
    const instrument = createInstrument({ symbol: "TEST", ...change });
    const path = join(folder, "2020-01-02.itch");
    await rejects(writeItch(createEventSource([], instrument), path), rule);
    deepEqual(await readdir(folder), []);
  });
}
