/** Databento's own fixtures and a holiday session of E-mini S&P 500, read whole. */
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import {
  countFindings,
  drawEvents,
  readRecording,
  storeFile,
  trimRows,
} from "../../src/data/crypto/recording-fixture.ts";
import { fixtureMidnight, orderBytes } from "../../src/data/dbn/dbn-fixture.ts";
import { openDbn } from "../../src/data/dbn/open-dbn.ts";
import { DepthBook } from "../../src/market/depth-book.ts";
import { eventFlag, eventKind, type MarketEvent } from "../../src/market/event-block.ts";
import { ask, bid, type Side } from "../../src/market/side.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const folder = join(sharedFolder, "cme-l3");
const fixtures = join(folder, "dbn-fixtures");
const skip = existsSync(fixtures) ? false : `no ${fixtures}`;
const names = skip === false ? readdirSync(fixtures).sort() : [];
const quarter = { tickSize: 0.25 };

/** 13:00 of 28 December 2020 in UTC, where most of the fixtures begin. */
const oneOClock = 46_800_000_000_000;

/**
 * By schema: what every file of it tells, whatever its version; ticks are quarters. Decoded by hand
 * from the bytes of the files of version 2, with Python's `struct` and the layout of Databento's docs.
 */
const expected: Readonly<Record<string, string>> = {
  "bbo-1m": `
    level bid: 18 @ 14809; level ask: 13 @ 14811
    level bid: 0 @ 14809; level bid: 15 @ 14818; level ask: 0 @ 14811; level ask: 22 @ 14820
    level bid: 0 @ 14818; level bid: 7 @ 14816; level ask: 0 @ 14820; level ask: 7 @ 14817
    level bid: 0 @ 14816; level bid: 10 @ 14817; level ask: 0 @ 14817; level ask: 18 @ 14819
  `,
  "bbo-1s": `
    level bid: 18 @ 14809; level ask: 13 @ 14811
    level bid: 0 @ 14809; level bid: 2 @ 14810; level ask: 10 @ 14811
    level bid: 0 @ 14810; level bid: 20 @ 14809; level ask: 11 @ 14811
    level bid: 0 @ 14809; level bid: 2 @ 14810
  `,
  "cbbo-1s": "level bid: 24 @ 14881; level ask: 11 @ 14882\nlevel ask: 12 @ 14882\n",
  "cmbp-1": "level bid: 24 @ 14881; level ask: 11 @ 14882\nlevel ask: 12 @ 14882\n",
  definition: "",
  imbalance: "",
  mbo: "",
  "mbp-1": "level bid: 24 @ 14881; level ask: 11 @ 14882\nlevel ask: 12 @ 14882\n",
  "ohlcv-1d": "",
  "ohlcv-1h": "trade bid?: 9385 @ 1488900\ntrade bid?: 112698 @ 1487800\n",
  "ohlcv-1m": "trade bid?: 353 @ 1488400\ntrade ask?: 152 @ 1488600\n",
  "ohlcv-1s": "trade bid?: 57 @ 1488200\ntrade bid?: 13 @ 1488200\n",
  statistics: "",
  status: `
    status bid: 2 @ 0
    status bid: 1 @ 0
    status bid: 1 @ 0
    status bid: 1 @ 0
  `,
  tbbo: `
    level bid: 26 @ 14881; level ask: 7 @ 14882; trade bid: 5 @ 14881
    level bid: 21 @ 14881; level ask: 22 @ 14882; trade bid: 21 @ 14881
  `,
  trades: "trade bid: 5 @ 14881\ntrade bid: 21 @ 14881\n",
};

/** Nanoseconds from 13:00, venue's and ours, of the first event of a schema. */
const firstTimes: Readonly<Record<string, readonly [number, number]>> = {
  "mbp-1": [6_001_487, 6_136_329],
  "mbp-10": [429_831, 704_060],
  "cmbp-1": [6_001_487, 6_136_329],
  "cbbo-1s": [6_136_329, 6_136_329],
  tbbo: [98_821_953, 99_150_057],
  trades: [98_821_953, 99_150_057],
  "ohlcv-1s": [1e9, 1e9],
  "ohlcv-1m": [60e9, 60e9],
  "ohlcv-1h": [3600e9, 3600e9],
};

function schemaOf(name: string): string {
  return name.split(".")[1] ?? "";
}

test("there are 74 fixtures: 64 of DBN, 10 of DBZ", { skip }, () => {
  equal(names.length, 74);
  equal(names.filter((name) => name.endsWith(".dbz")).length, 10);
});

for (const name of names.filter((file) => !file.endsWith(".dbz"))) {
  test(`${name} decodes to its values`, { skip }, async () => {
    const schema = schemaOf(name);
    const recording = await openDbn(join(fixtures, name), quarter);
    const events = await readRecording(recording);
    if (schema === "mbp-10") expectTenLevels(events);
    else equal(drawEvents(events), trimRows(expected[schema]!));
    const [venue, local] = firstTimes[schema] ?? [];
    if (venue !== undefined && local !== undefined) {
      equal(events[0]?.venueTimeNs, oneOClock + venue);
      equal(events[0]?.localTimeNs, oneOClock + local);
    }
    const rows = schema.startsWith("bbo") || schema === "status" ? 4 : 2;
    equal(recording.rows, schema === "ohlcv-1d" ? 0 : rows);
    const isStock = schema === "definition" || schema === "imbalance";
    equal(recording.timeZone, isStock ? "America/New_York" : "UTC");
    const found = schema === "mbo" ? { "unknown-order": 2 } : {};
    deepEqual(countFindings(recording), schema === "status" ? { "time-backwards": 1 } : found);
  });
}

/** The first and the last levels of 3720.25 and 3720.50, and the two changes behind. */
function expectTenLevels(events: readonly MarketEvent[]): void {
  const rows = drawEvents(events).split("\n");
  equal(rows.length, 3);
  ok(rows[0]?.startsWith("level bid: 24 @ 14881; level bid: 31 @ 14880; "));
  ok(rows[0]?.includes("level ask: 10 @ 14882; level ask: 34 @ 14883; "));
  equal(rows[0]?.split("; ").length, 20);
  equal(rows[1], "level bid: 30 @ 14880");
}

for (const name of names.filter((file) => file.endsWith(".dbz"))) {
  test(`${name} is refused with a way out`, { skip }, async () => {
    await rejects(
      openDbn(join(fixtures, name)),
      /at byte 0: found a DBZ file, the format before DBN, expected DBN: `dbn FILE --output NEW.dbn`/,
    );
  });
}

for (const name of names.filter((file) => schemaOf(file) === "mbo" && !file.endsWith(".dbz"))) {
  test(`${name} cancels the two orders that it names`, { skip }, async (t) => {
    const stored = readFileSync(join(fixtures, name));
    const bytes = name.endsWith(".zst") ? zstdDecompressSync(stored) : stored;
    const start = 8 + bytes.readUInt32LE(4);
    // The fixture begins in the middle of a day: its orders are added in front of it.
    const time = 1_609_160_400_000_000_000n - fixtureMidnight;
    const order = { action: "A", side: "A", size: 3, instrument: 5482, time } as const;
    const adds = [
      orderBytes({ ...order, id: 647_784_973_705n, price: 3722.75 }),
      orderBytes({ ...order, id: 647_784_973_631n, price: 3723 }),
    ];
    const content = Buffer.concat([bytes.subarray(0, start), ...adds, bytes.subarray(start)]);
    const recording = await openDbn(await storeFile(t, "mbo.dbn", content), quarter);
    const events = (await readRecording(recording)).slice(2);
    equal(
      drawEvents(events),
      "reduce ask 647784973705: 1 @ 14891\nreduce ask 647784973631: 1 @ 14892\n",
    );
    deepEqual(
      events.map((event) => [event.venueTimeNs - oneOClock, event.localTimeNs - oneOClock]),
      [
        [429_831, 704_060],
        [431_665, 711_344],
      ],
    );
  });
}

/** A book by Databento's own words: T and F change nothing, C takes off, M replaces. */
class WordedBook {
  readonly orders = new Map<bigint, { side: string; price: bigint; size: number }>();
  tradedLots = 0;

  apply(record: Buffer): void {
    const id = record.readBigUInt64LE(16);
    const price = record.readBigInt64LE(24);
    const size = record.readUInt32LE(32);
    const action = String.fromCharCode(record[38]!);
    const side = String.fromCharCode(record[39]!);
    if (action === "R") this.orders.clear();
    if (action === "T") this.tradedLots += size;
    if (action === "A" || action === "M") this.orders.set(id, { side, price, size });
    const order = this.orders.get(id);
    if (action !== "C" || order === undefined) return;
    order.size -= size;
    if (order.size <= 0) this.orders.delete(id);
  }

  /** The best quarter and its lots. */
  best(side: Side): readonly [number, number] {
    const prices = [...this.orders.values()]
      .filter((order) => (order.side === "B" ? bid : ask) === side)
      .map((order) => Number(order.price / 250_000_000n));
    const best = side === bid ? Math.max(...prices) : Math.min(...prices);
    let lots = 0;
    for (const order of this.orders.values()) {
      const isSide = (order.side === "B" ? bid : ask) === side;
      if (isSide && Number(order.price / 250_000_000n) === best) lots += order.size;
    }
    return [best, lots];
  }
}

function* recordsOf(path: string): Generator<Buffer> {
  const bytes = gunzipSync(readFileSync(path));
  for (let at = 8 + bytes.readUInt32LE(4); at < bytes.length; at += bytes[at]! * 4) {
    yield bytes.subarray(at, at + bytes[at]! * 4);
  }
}

/** What the events of a recording make: the book, and lots by kind. */
class ToldBook {
  readonly depth = new DepthBook();
  readonly orders = new Map<number, number>();
  readonly lots: Record<number, number> = {};

  apply(event: MarketEvent): void {
    const { kind, side, orderId, priceTicks, quantityLots } = event;
    this.lots[kind] = (this.lots[kind] ?? 0) + quantityLots;
    const isAdd = kind === eventKind.add;
    if (!isAdd && !(kind >= eventKind.reduce && kind <= eventKind.execute)) return;
    const lots = isAdd ? quantityLots : -quantityLots;
    const left = (this.orders.get(orderId) ?? 0) + lots;
    equal(isAdd ? left === lots : this.orders.has(orderId) && left >= 0, true);
    if (left === 0) this.orders.delete(orderId);
    else this.orders.set(orderId, left);
    if (kind === eventKind.remove) equal(left, 0);
    this.depth.set(side, priceTicks, this.depth.lotsAt(side, priceTicks) + lots);
  }
}

for (const [name, rows] of [
  ["es_mbo_20240508_2s.dbn.gz", 13_796],
  ["esh4_mbo_20231225_to2320utc.dbn.gz", 32_419],
] as const) {
  test(`${name} makes the book that its records say, every fill once`, { skip }, async () => {
    const path = join(folder, name);
    const worded = new WordedBook();
    for (const record of recordsOf(path)) worded.apply(record);
    const told = new ToldBook();
    const recording = await openDbn(path);
    for (const event of await readRecording(recording)) told.apply(event);
    equal(recording.rows, rows);
    equal(recording.instrument.tickSize, 0.25);
    deepEqual(
      [...told.orders].sort(([a], [b]) => a - b),
      [...worded.orders]
        .map(([id, order]) => [Number(id), order.size] as [number, number])
        .sort(([a], [b]) => a - b),
    );
    for (const side of [bid, ask] as const) {
      deepEqual([told.depth.bestTicks(side), told.depth.bestLots(side)], worded.best(side));
    }
    const traded = [eventKind.execute, eventKind.hiddenExecute, eventKind.cross]
      .map((kind) => told.lots[kind] ?? 0)
      .reduce((sum, lots) => sum + lots, 0);
    equal(traded, worded.tradedLots);
    equal(recording.findings.count("unknown-order"), 0);
  });
}

test("the holiday session has the snapshot, the auction and the spread of its README", {
  skip,
}, async () => {
  const recording = await openDbn(join(folder, "esh4_mbo_20231225_to2320utc.dbn.gz"));
  const openNs = 23 * 3600e9;
  const book = new DepthBook();
  const counts = { standing: 0, preOpen: 0, later: 0, oneTick: 0, records: 0, crossLots: 0 };
  for (const event of await readRecording(recording)) {
    const { kind, side, priceTicks, quantityLots, flags } = event;
    if ((flags & eventFlag.standing) !== 0) counts.standing++;
    if (kind === eventKind.cross) counts.crossLots += quantityLots;
    const sign = kind === eventKind.add ? 1 : kind <= eventKind.execute ? -1 : 0;
    book.set(side, priceTicks, book.lotsAt(side, priceTicks) + sign * quantityLots);
    if ((flags & eventFlag.endOfRecord) === 0) continue;
    const spread = book.bestTicks(ask) - book.bestTicks(bid);
    const isContinuous = event.venueTimeNs >= openNs;
    if (spread <= 0) counts[isContinuous ? "later" : "preOpen"]++;
    if (!isContinuous) continue;
    counts.records++;
    if (spread === 1) counts.oneTick++;
  }
  equal(counts.standing, 8725);
  equal(counts.crossLots, 44);
  deepEqual([counts.preOpen, counts.later], [891, 0]);
  equal(recording.findings.count("crossed-book"), 891);
  equal(Math.round((100 * counts.oneTick) / counts.records), 81);
});

test("trades and quotes of the same minutes tell the same trades", { skip }, async () => {
  const definitionPath = join(folder, "futures_definition_20240701.dbn.gz");
  const volumes: number[] = [];
  for (const name of ["futures_mbp-1_20240701.dbn.gz", "futures_trades_20240701.dbn.gz"]) {
    const recording = await openDbn(join(folder, name), { definitionPath });
    const trades = (await readRecording(recording)).filter((row) => row.kind === eventKind.trade);
    equal(trades.length, 120);
    equal(recording.date, "2024-07-01");
    // Two minutes before midnight, two minutes after it.
    ok(trades[0]!.venueTimeNs < 86_400e9 && trades.at(-1)!.venueTimeNs > 86_400e9);
    deepEqual(countFindings(recording), {});
    volumes.push(trades.reduce((sum, row) => sum + row.quantityLots, 0));
  }
  deepEqual(volumes, [253, 253]);
});
