/** Bybit's streams, made by hand: what each rule gives. */
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { InputError } from "../../src/core/trouble.ts";
import { looksLikeBybit, openBybit } from "../../src/data/crypto/bybit.ts";
import {
  countFindings,
  drawEvents,
  readRecording,
  storeFile,
  trimRows,
} from "../../src/data/crypto/recording-fixture.ts";
import { fuzzReader } from "./reader-fuzz-suite.ts";

/** 1 December 2024, 00:00:01 UTC, in milliseconds. */
const start = 1_733_011_201_000;

type Levels = readonly (readonly [string, string])[];

function book(at: number, type: "snapshot" | "delta", u: number, b: Levels, a: Levels): string {
  return JSON.stringify({
    topic: "orderbook.500.TEST",
    ...{ type, ts: start + at + 2, data: { s: "TEST", b, a, u, seq: u }, cts: start + at },
  });
}

function trades(at: number, S: string, p: string, v: string): string {
  const trade = { T: start + at, s: "TEST", S, v, p, L: "PlusTick", i: "x", BT: false };
  return JSON.stringify({
    topic: "publicTrade.TEST",
    type: "snapshot",
    ts: start + at,
    data: [trade, trade],
  });
}

const first = book(
  0,
  "snapshot",
  10,
  [
    ["1.50", "10"],
    ["1.49", "20"],
  ],
  [["1.52", "5"]],
);

async function read(t: TestContext, rows: readonly string[]) {
  const path = await storeFile(t, "bybit.data", `${rows.join("\n")}\n`);
  const recording = await openBybit(path, { tickSize: 0.01, lotSize: 1 });
  return { recording, events: await readRecording(recording) };
}

test("a snapshot, its changes, and a new snapshot that replaces the book", async (t) => {
  const { recording, events } = await read(t, [
    book(-5, "delta", 9, [["1.40", "1"]], []),
    first,
    book(100, "delta", 11, [["1.50", "0"]], [["1.51", "7"]]),
    book(200, "delta", 11, [["1.50", "9"]], []),
    book(300, "delta", 5, [["1.50", "9"]], []),
    book(400, "delta", 14, [["1.48", "3"]], []),
    book(500, "snapshot", 1, [["1.49", "20"]], [["1.51", "6"]]),
  ]);
  equal(
    drawEvents(events),
    trimRows(`
      level bid: 10 @ 150; level bid: 20 @ 149; level ask: 5 @ 152
      level bid: 0 @ 150; level ask: 7 @ 151
      level bid: 3 @ 148
      level bid: 0 @ 148; level ask: 0 @ 152; level ask: 6 @ 151
    `),
  );
  deepEqual(countFindings(recording), {
    duplicate: 1,
    gap: 1,
    "stale-update": 1,
    "missing-snapshot": 1,
  });
  deepEqual([recording.rows, recording.granularity, recording.date], [7, "levels", "2024-12-01"]);
  equal(events[3]?.venueTimeNs, 1.1e9);
});

test("who came in says who rested, every trade of a message", async (t) => {
  const { recording, events } = await read(t, [
    trades(0, "Buy", "1.52", "3"),
    trades(1, "Sell", "1.505", "2"),
    trades(2, "Sell", "1.50", "0"),
  ]);
  equal(
    drawEvents(events),
    trimRows(`
      trade ask: 3 @ 152
      trade ask: 3 @ 152
      trade bid: 2 @ 150.5
      trade bid: 2 @ 150.5
    `),
  );
  equal(recording.granularity, "trades");
  deepEqual(countFindings(recording), { "off-grid": 2, "bad-quantity": 2 });
});

test("other topics are passed over, other symbols must be told apart", async (t) => {
  const path = await storeFile(t, "b", [first, first.replaceAll("TEST", "TEN")].join("\n"));
  await rejects(openBybit(path), /found the symbols TEST, TEN, expected one symbol/);
  const recording = await openBybit(path, { symbol: "TEN" });
  equal((await readRecording(recording)).length, 3);
  const { events } = await read(t, ['{"success":true}', '{"topic":"tickers.TEST"}', first]);
  equal(events.length, 3);
});

const faults: readonly (readonly [string, string, RegExp])[] = [
  ["another type", first.replace('"snapshot"', '"full"'), /:2: found a message of type "full"/],
  ["no update id", first.replace('"u":10,', ""), /:2: found an order book without b, a or u/],
  ["a quantity in words", first.replace('"20"', '"x"'), /:2: found "x", expected a decimal number/],
  ["another side", trades(1, "Both", "1", "1"), /:2: found a trade without p, v or S/],
  ["no list of trades", '{"topic":"publicTrade.TEST"}', /:2: found trades without data/],
  ["a time in words", first.replace(/"cts":\d+/, '"cts":"x"'), /:2: found the time "x"/],
];

for (const [name, row, message] of faults) {
  test(`a line with ${name} is refused`, async (t) => {
    await rejects(read(t, [first, row]), (error) => {
      match((error as Error).message, message);
      return error instanceof InputError;
    });
  });
}

test("files without a book or trades are refused", async (t) => {
  await rejects(read(t, ['{"success":true}']), /:1: found no symbol/);
  const none = '{"topic":"publicTrade.TEST","data":[]}';
  await rejects(read(t, [none]), /:1: found no time in any row/);
});

test("the first bytes tell Bybit from other formats", () => {
  equal(looksLikeBybit(Buffer.from(first), "x"), true);
  equal(looksLikeBybit(Buffer.from(`1733011200691000000 ${first}`), "x"), true);
  equal(looksLikeBybit(Buffer.from('{"stream":"x@depth"}'), "x"), false);
});

const rows = [first];
for (let row = 0; row < 100; row++) {
  const price = (1.5 - 0.01 * (row % 6)).toFixed(2);
  rows.push(book(10 * row, "delta", 11 + row, [[price, String(row % 9)]], [["1.60", String(row)]]));
  if (row % 10 === 0) rows.push(trades(10 * row, "Buy", "1.60", "2"));
}
const bytes = Buffer.from(`${rows.join("\n")}\n`);
fuzzReader({ name: "bybit", bytes, fileName: "bybit.data", open: openBybit });
