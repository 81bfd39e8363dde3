/** Binance's streams, made by hand: what each rule gives. */
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { InputError } from "../../src/core/trouble.ts";
import {
  type BinanceOptions,
  looksLikeBinance,
  openBinance,
} from "../../src/data/crypto/binance.ts";
import {
  countFindings,
  drawEvents,
  readRecording,
  storeFile,
  trimRows,
} from "../../src/data/crypto/recording-fixture.ts";
import { fuzzReader } from "./reader-fuzz-suite.ts";

/** 8 August 2024, 00:00:10 UTC. */
const second = 1_723_075_210;

type Levels = readonly (readonly [string, string])[];

function line(milliseconds: number, message: unknown): string {
  return `${second}${String(milliseconds * 1e6).padStart(9, "0")} ${JSON.stringify(message)}`;
}

function depth(
  at: number,
  ids: { readonly U: number; readonly u: number; readonly pu?: number },
  b: Levels,
  a: Levels = [],
): string {
  const data = { e: "depthUpdate", E: second * 1000 + at, s: "TEST", ...ids, b, a };
  return line(at + 5, { stream: "test@depth", data });
}

function snapshot(at: number, lastUpdateId: number, bids: Levels, asks: Levels): string {
  return line(at, { lastUpdateId, bids, asks });
}

function trade(at: number, t: number, p: string, q: string, m: boolean, more = {}): string {
  const T = second * 1000 + at;
  return line(at + 5, {
    stream: "test@trade",
    data: { e: "trade", E: T, T, s: "TEST", t, p, q, m, ...more },
  });
}

function quote(at: number, u: number, [b, B]: Levels[number], [a, A]: Levels[number]): string {
  return line(at, { stream: "test@bookTicker", data: { u, s: "TEST", b, B, a, A } });
}

const first = snapshot(
  20,
  100,
  [
    ["10.00", "1.0"],
    ["9.99", "2.0"],
  ],
  [["10.01", "3.0"]],
);

async function read(t: TestContext, rows: readonly string[], options: BinanceOptions = {}) {
  const path = await storeFile(t, "binance.jsonl", `${rows.join("\n")}\n`);
  const steps = { tickSize: 0.01, lotSize: 0.1, ...options };
  const recording = await openBinance(path, steps);
  return { recording, events: await readRecording(recording) };
}

test("changes in front of the snapshot wait for it, those it holds are dropped", async (t) => {
  const { recording, events } = await read(t, [
    depth(10, { U: 91, u: 95 }, [["9.00", "5.0"]]),
    depth(12, { U: 96, u: 102 }, [["9.99", "0.0"]], [["10.02", "4.0"]]),
    first,
    depth(30, { U: 103, u: 110 }, [["10.00", "1.5"]], [["10.01", "3.0"]]),
  ]);
  equal(
    drawEvents(events),
    trimRows(`
      level bid: 10 @ 1000; level bid: 20 @ 999; level ask: 30 @ 1001
      level bid: 0 @ 999; level ask: 40 @ 1002
      level bid: 15 @ 1000
    `),
  );
  deepEqual(countFindings(recording), { "stale-update": 1 });
  deepEqual([recording.rows, recording.granularity, recording.date], [4, "levels", "2024-08-08"]);
  // What waited could be known only with the snapshot, 20 ms after the second.
  deepEqual(
    [events[3]?.venueTimeNs, events[3]?.localTimeNs, events.at(-1)?.venueTimeNs],
    [10.015e9, 10.02e9, 10.03e9],
  );
});

test("a change that does not follow is a gap, in spot by U and in futures by pu", async (t) => {
  const spot = await read(t, [
    first,
    depth(30, { U: 101, u: 105 }, [["10.00", "1.1"]]),
    depth(40, { U: 107, u: 108 }, [["10.00", "1.2"]]),
    depth(50, { U: 104, u: 106 }, [["10.00", "9.9"]]),
  ]);
  deepEqual(countFindings(spot.recording), { gap: 1, "stale-update": 1 });
  equal(spot.events.at(-1)?.quantityLots, 12);
  const futures = await read(t, [
    first,
    depth(30, { U: 95, u: 105, pu: 94 }, [["10.00", "1.1"]]),
    depth(40, { U: 300, u: 308, pu: 105 }, [["10.00", "1.2"]]),
    depth(50, { U: 309, u: 310, pu: 309 }, [["10.00", "1.3"]]),
  ]);
  deepEqual(countFindings(futures.recording), { gap: 1 });
  equal(futures.events.at(-1)?.quantityLots, 13);
});

test("without a snapshot changes are left out, and trades go on", async (t) => {
  const { recording, events } = await read(t, [
    depth(10, { U: 91, u: 95 }, [["9.00", "5.0"]]),
    trade(20, 1, "10.00", "0.5", true),
  ]);
  equal(drawEvents(events), "trade bid: 5 @ 1000\n");
  deepEqual(countFindings(recording), { "missing-snapshot": 1 });
});

test("a later snapshot replaces the book, an older one tells nothing", async (t) => {
  const { recording, events } = await read(t, [
    first,
    depth(30, { U: 101, u: 105 }, [["10.00", "1.1"]]),
    snapshot(40, 90, [["1.00", "1.0"]], []),
    snapshot(50, 200, [["9.98", "1.0"]], [["10.01", "3.0"]]),
  ]);
  equal(
    drawEvents(events.slice(4)),
    "level bid: 0 @ 1000; level bid: 0 @ 999; level bid: 10 @ 998\n",
  );
  deepEqual(countFindings(recording), { "stale-update": 1 });
});

test("the buyer who was the maker rested; ids that repeat or jump are noted", async (t) => {
  const { recording, events } = await read(t, [
    trade(10, 7, "10.00", "0.5", true),
    trade(11, 8, "10.01", "0.2", false),
    trade(12, 8, "10.01", "0.2", false),
    trade(13, 10, "10.015", "0.1", false),
    trade(14, 11, "10.01", "0.3", false, { X: "INSURANCE_FUND" }),
    trade(15, 12, "0", "0.3", false),
    trade(16, 13, "10.01", "0", false),
  ]);
  equal(
    drawEvents(events),
    trimRows(`
      trade bid: 5 @ 1000
      trade ask: 2 @ 1001
      trade ask: 1 @ 1001.5
    `),
  );
  equal(recording.granularity, "quotes");
  deepEqual(countFindings(recording), {
    duplicate: 1,
    gap: 1,
    "off-grid": 1,
    "odd-print": 1,
    "bad-quantity": 1,
    "no-price": 1,
  });
});

test("best quotes are compared where ids match, before and after the change", async (t) => {
  const { recording } = await read(t, [
    first,
    quote(21, 105, ["10.00", "1.5"], ["10.01", "3.0"]),
    depth(30, { U: 101, u: 105 }, [["10.00", "1.5"]]),
    depth(40, { U: 106, u: 110 }, [["10.00", "1.6"]]),
    quote(46, 110, ["10.00", "1.7"], ["10.01", "3.0"]),
    quote(47, 120, ["10.00", "1.7"], ["10.01", "3.0"]),
  ]);
  deepEqual(recording.quoteChecks, { compared: 2, unequal: 1 });
});

test("best quotes alone make a book of one level, by the venue's clock as last seen", async (t) => {
  const { recording, events } = await read(
    t,
    [
      trade(10, 7, "10.00", "0.5", true),
      quote(20, 105, ["10.00", "1.5"], ["10.01", "3.0"]),
      quote(30, 106, ["9.99", "1.0"], ["10.01", "2.0"]),
    ],
    { book: "quotes" },
  );
  equal(
    drawEvents(events),
    trimRows(`
      trade bid: 5 @ 1000
      level bid: 15 @ 1000; level ask: 30 @ 1001
      level bid: 0 @ 1000; level bid: 10 @ 999; level ask: 20 @ 1001
    `),
  );
  // The trade came 5 ms after it happened: so do the quotes.
  deepEqual([events[1]?.venueTimeNs, events[1]?.localTimeNs], [10.015e9, 10.02e9]);
  equal(recording.granularity, "quotes");
});

test("a clock of ours that is behind is noted, and nothing is known before it happened", async (t) => {
  const data = { e: "trade", T: second * 1000 + 900, s: "TEST", t: 1, p: "10", q: "1", m: true };
  const { recording, events } = await read(t, [line(100, { stream: "test@trade", data })]);
  deepEqual([events[0]?.venueTimeNs, events[0]?.localTimeNs], [10.9e9, 10.9e9]);
  deepEqual(countFindings(recording), { "clock-skew": 1 });
});

test("time that goes back is raised", async (t) => {
  const { recording, events } = await read(t, [
    trade(30, 1, "10", "1", true),
    trade(20, 2, "10", "1", true),
  ]);
  deepEqual([events[1]?.venueTimeNs, events[1]?.localTimeNs], [10.03e9, 10.03e9]);
  deepEqual(countFindings(recording), { "time-backwards": 1 });
});

test("ticks and lots are found, or given; finer quantities than lots are refused", async (t) => {
  const path = await storeFile(t, "b.jsonl", `${first}\n${trade(30, 1, "10.02", "0.25", true)}\n`);
  const { instrument } = await openBinance(path);
  deepEqual([instrument.tickSize, instrument.lotSize, instrument.symbol], [0.01, 0.01, "TEST"]);
  const coarse = await openBinance(path, { lotSize: 0.1 });
  await rejects(readRecording(coarse), /b\.jsonl:2: found quantity 0.25, expected a multiple of/);
});

test("a file goes on in the next one", async (t) => {
  const next = await storeFile(
    t,
    "next.jsonl",
    `${depth(40, { U: 106, u: 110 }, [["10.00", "1.6"]])}\n`,
  );
  const { recording, events } = await read(
    t,
    [first, depth(30, { U: 101, u: 105 }, [["10.00", "1.5"]])],
    { continuation: [next] },
  );
  equal(events.at(-1)?.quantityLots, 16);
  equal(recording.rows, 3);
  deepEqual(countFindings(recording), {});
});

test("lines without a local time, without an envelope and packed are read, too", async (t) => {
  const bare = [first, depth(30, { U: 101, u: 105 }, [["10.00", "1.5"]])].map((row) => {
    const message = JSON.parse(row.slice(20));
    return JSON.stringify(message.data ?? message);
  });
  const path = await storeFile(t, "b.jsonl.gz", gzipSync(bare.join("\r\n")));
  const recording = await openBinance(path);
  equal((await readRecording(recording)).length, 4);
  deepEqual(countFindings(recording), {});
});

test("one of several symbols is read, and it must be clear which", async (t) => {
  const other = trade(31, 9, "5.0", "1.0", true).replace('"TEST"', '"TEN"');
  const path = await storeFile(t, "b.jsonl", [trade(30, 1, "10", "1", true), other].join("\n"));
  await rejects(
    openBinance(path),
    /found the symbols TEST, TEN, expected one symbol, or the option/,
  );
  await rejects(openBinance(path, { symbol: "NO" }), /found the symbols TEST, TEN, expected NO/);
  const recording = await openBinance(path, { symbol: "TEN" });
  equal((await readRecording(recording)).length, 1);
  equal(recording.rows, 2);
});

const faults: readonly (readonly [string, string, RegExp])[] = [
  ["no JSON", "173 nothing", /:2: found "173 nothing", expected a line of JSON/],
  ["an empty line", "", /:2: found an empty line, expected a line of JSON/],
  ["a list", "[1]", /:2: found "\[1\]", expected a JSON object/],
  [
    "no levels",
    line(1, { e: "depthUpdate", E: 1, s: "TEST", U: 1, u: 2 }),
    /:2: found a depthUpdate without/,
  ],
  [
    "an id in words",
    depth(1, { U: 1, u: 2 }, []).replace('"u":2', '"u":"x"'),
    /:2: found "x" as u, expected an id/,
  ],
  [
    "a price in words",
    depth(30, { U: 101, u: 105 }, [["ten", "1"]]),
    /:2: found "ten", expected a decimal/,
  ],
  [
    "a time in words",
    depth(1, { U: 1, u: 2 }, []).replace(/"E":\d+/, '"E":"x"'),
    /:2: found the time "x", expected/,
  ],
  [
    "a trade without m",
    trade(1, 1, "1", "1", true).replace(',"m":true', ""),
    /:2: found a trade without s, p, q or m/,
  ],
  [
    "a quote without B",
    quote(1, 1, ["1", "1"], ["2", "1"]).replace('"b":"1",', ""),
    /:2: found a bookTicker without/,
  ],
  [
    "a snapshot without asks",
    line(1, { lastUpdateId: 1, bids: [] }),
    /:2: found a snapshot without bids or asks/,
  ],
  [
    "a price beyond every book",
    depth(30, { U: 101, u: 105 }, [["99999999", "1"]]),
    /:2: found a price of \d+ ticks/,
  ],
];

for (const [name, row, message] of faults) {
  test(`a line with ${name} is refused`, async (t) => {
    await rejects(
      read(t, [first.replace(/^/, ""), row, depth(90, { U: 1, u: 2 }, [])]),
      (error) => {
        match((error as Error).message, message);
        return error instanceof InputError;
      },
    );
  });
}

test("empty files and files without a symbol or a time are refused", async (t) => {
  await rejects(openBinance(await storeFile(t, "b.jsonl", "")), /:1: found an empty file/);
  await rejects(read(t, [first]), /:1: found no symbol, expected one symbol/);
});

test("the first bytes tell Binance from other formats", () => {
  for (const row of [first, trade(1, 1, "1", "1", true), first.slice(20)]) {
    equal(looksLikeBinance(Buffer.from(row), "x"), true);
  }
  for (const row of ["", "time,price", '{"topic":"orderbook.500.X"}', '{"a":1}']) {
    equal(looksLikeBinance(Buffer.from(row), "x"), false);
  }
});

const rows = [depth(5, { U: 91, u: 102 }, [["9.98", "1.0"]]), first];
for (let row = 0; row < 80; row++) {
  const at = 30 + 5 * row;
  const price = (10 - 0.01 * (row % 5)).toFixed(2);
  rows.push(
    depth(
      at,
      { U: 103 + 2 * row, u: 104 + 2 * row },
      [[price, `${row % 7}.5`]],
      [["10.05", "1.0"]],
    ),
    quote(at, 104 + 2 * row, [price, "1.5"], ["10.05", "1.0"]),
    trade(at, row, price, "0.5", row % 2 === 0),
  );
}
const stream = Buffer.from(`${rows.join("\n")}\n`);
fuzzReader({ name: "binance", bytes: stream, fileName: "b.jsonl", open: openBinance });
fuzzReader({
  name: "binance gzip",
  bytes: gzipSync(stream),
  fileName: "b.gz",
  open: openBinance,
  runs: 30,
});
