/** Our own CSV: what is written is read back, and every fault is told with its line and column. */
import { deepEqual, equal, match, ok, rejects, throws } from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { InputError } from "../../src/core/trouble.ts";
import { decimalOf, StepCounter } from "../../src/data/csv/decimal.ts";
import { looksLikeCsv } from "../../src/data/csv/header.ts";
import { type CsvOptions, type CsvRecording, openCsv } from "../../src/data/csv/open-csv.ts";
import { writeCsv } from "../../src/data/csv/write-csv.ts";
import { openLobster } from "../../src/data/lobster/open-lobster.ts";
import { drawRecords, lines } from "../../src/data/lobster/pair-fixture.ts";
import type { FindingRule } from "../../src/data/recording.ts";
import {
  type EventKind,
  eventFlag,
  eventKind,
  type MarketEvent,
} from "../../src/market/event-block.ts";
import { createInstrument } from "../../src/market/instrument.ts";
import type { Side } from "../../src/market/side.ts";
import { createEventSource, readAllEvents } from "../support/event-sources.ts";
import { sharedFolder } from "../support/shared-folder.ts";
import { fuzzReader } from "./reader-fuzz-suite.ts";

const head = `# symbol: TEST
# date: 2012-06-21
# timeZone: America/New_York
# tickSize: 0.01
`;
const columns = "time,kind,side,order,price,quantity\n";
const noted = "time,kind,side,order,price,quantity,note\n";

async function writeText(t: TestContext, text: string | Buffer, name = "a.csv"): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "csv-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function drawCsv(
  t: TestContext,
  text: string,
  options?: CsvOptions,
): Promise<{
  readonly text: string;
  readonly events: MarketEvent[];
  readonly recording: CsvRecording;
  readonly rules: Readonly<Partial<Record<FindingRule, number>>>;
}> {
  const recording = await openCsv(await writeText(t, text), options);
  const events = await readAllEvents(recording);
  const found = recording.findings.list().map(({ rule, count }) => [rule, count]);
  return { text: drawRecords(events), events, recording, rules: Object.fromEntries(found) };
}

test("a file written by hand is read", async (t) => {
  const { text, events, recording, rules } = await drawCsv(
    t,
    `${head}${columns}09:30:00,add,bid,11,100.00,100
34200000000001,add,ask,12,100.02,50
2012-06-21T09:30:00.5,reduce,,11,,40
2012-06-21 09:30:01,execute,bid,11,100,10
09:30:02.000000001,hiddenExecute,ask,,100.015,7
09:30:03,cross,,,100.01,500
09:30:03,cross,,,,0
09:30:04,status,,,,halted
09:30:05,status,,,,trading
09:30:06,remove,,12,,
2012-06-22T00:00:00,remove,bid,11,100.000,50
`,
  );
  equal(
    text,
    lines(`add bid 11: 100 @ 10000
      add ask 12: 50 @ 10002
      reduce bid 11: 40 @ 10000
      execute bid 11: 10 @ 10000
      hiddenExecute ask 0: 7 @ 10001.5
      cross bid 0: 500 @ 10001
      cross bid 0: 0 @ 0
      status bid 0: 0 @ 0
      status bid 0: 2 @ 0
      remove ask 12: 50 @ 10002
      remove bid 11: 50 @ 10000\n`),
  );
  deepEqual(
    events.map(({ venueTimeNs }) => venueTimeNs - 34_200e9),
    [0, 1, 5e8, 1e9, 2e9 + 1, 3e9, 3e9, 4e9, 5e9, 6e9, 52_200e9],
  );
  deepEqual(rules, { "off-grid": 1, halt: 1 });
  deepEqual(
    [recording.format, recording.granularity, recording.timeZone, recording.rows],
    ["csv", "orders", "America/New_York", 11],
  );
});

test("records of several rows, levels and other line ends are read", async (t) => {
  const records = `${head}${noted}1,reveal,bid,-1,9.99,5,more
2,add,ask,1,10.01,5,
3,remove,bid,-1,9.99,2,more standing
3,remove,,-1,,3,standing
`;
  const { text } = await drawCsv(t, records);
  equal(
    text,
    lines(`reveal bid -1: 5 @ 999; add ask 1: 5 @ 1001
      remove* bid -1: 2 @ 999; remove* bid -1: 3 @ 999\n`),
  );
  const windows = `\ufeff${records.replaceAll("\n", "\r\n").trimEnd()}`;
  equal((await drawCsv(t, windows)).text, text);
  const levels = await drawCsv(
    t,
    `# symbol: BTCUSDT\n# date: 2024-01-02\n# tickSize: 0.1\n# lotSize: 0.00001\n# granularity: levels
${columns}2024-01-02T00:00:00Z,level,bid,,42000.1,0.12345
2024-01-02T00:00:01Z,level,ask,,42000.25,1
2024-01-02T00:00:02Z,level,bid,,42000.1,0
2024-01-02T00:00:02Z,trade,ask,,42000.25,0.5
`,
  );
  equal(
    levels.text,
    lines(`level bid 0: 12345 @ 420001
      level ask 0: 100000 @ 420003
      level bid 0: 0 @ 420001
      trade ask 0: 50000 @ 420002.5\n`),
  );
  deepEqual(levels.rules, { "off-grid": 2 });
  equal(levels.recording.timeZone, "UTC");
});

test("what can be left out or put right is found and counted", async (t) => {
  const { text, rules, recording } = await drawCsv(
    t,
    `${head}${columns}5,add,bid,11,10.00,100
4,remove,,99,,
6,add,bid,11,9.00,10
7,execute,,11,,20
8,add,bid,12,9.999,10
9,add,ask,13,9.999,10
10,add,ask,14,10,-3
11,add,ask,14,,3
12,reduce,,12,9.999,0
`,
  );
  equal(
    text,
    lines(`add bid 11: 100 @ 1000
      remove bid 11: 100 @ 1000; add bid 11: 10 @ 900
      execute bid 11: 10 @ 900
      add bid 12: 10 @ 999
      add ask 13: 10 @ 1000\n`),
  );
  deepEqual(rules, {
    "time-backwards": 1,
    "unknown-order": 1,
    "repeated-order": 1,
    "excess-quantity": 1,
    "off-grid": 2,
    "bad-quantity": 2,
    "no-price": 1,
  });
  const unknown = recording.findings.list().find(({ rule }) => rule === "unknown-order");
  deepEqual(unknown?.first, { path: recording.paths[0], line: 7, venueTimeNs: 5 });
});

/** The row stands on line 6, after one that adds order 1: 100 lots bid at 10.00. */
const faultyRows: readonly (readonly [string, string, RegExp])[] = [
  ["too few columns", "9,add,bid,2,10", /:7: found 5 columns, expected 6 columns/],
  ["too many columns", "9,add,bid,2,10,1,", /:7: found 7 columns, expected 6 columns/],
  ["an empty line", "", /:7: found an empty line/],
  ["no time", ",add,bid,2,10,1", /:7: found "" in column 1 \(time\), expected nanoseconds since/],
  ["a time in words", "noon,add,bid,2,10,1", /:7: found "noon" in column 1 \(time\)/],
  ["a broken clock", "09:60:00,add,bid,2,10,1", /"09:60:00" in column 1/],
  ["a clock without seconds", "09:30,add,bid,2,10,1", /"09:30" in column 1/],
  ["ten decimals of a second", "09:30:00.0000000001,add,bid,2,10,1", /in column 1/],
  ["a day that is none", "2012-06-31T09:30:00,add,bid,2,10,1", /in column 1/],
  ["a day before the date", "2012-06-20T09:30:00,add,bid,2,10,1", /not before 2012-06-21/],
  ["UTC in New York", "2012-06-21T09:30:00Z,add,bid,2,10,1", /in column 1/],
  ["a time without an exact double", "9007199254740993,add,bid,2,10,1", /in column 1/],
  [
    "an unknown kind",
    "9,fill,bid,2,10,1",
    /:7: found "fill" in column 2 \(kind\), expected one of/,
  ],
  ["a kind with more to it", "9,added,bid,2,10,1", /"added" in column 2/],
  ["a kind of levels", "9,level,bid,,10,1", /column 2 \(kind\), expected .* granularity orders/],
  ["an unknown side", "9,add,buy,2,10,1", /:7: found "buy" in column 3 \(side\)/],
  ["no side", "9,add,,2,10,1", /:7: found nothing in column 3 \(side\), expected bid or ask/],
  ["the other side", "9,execute,ask,1,,1", /found the other side in column 3 \(side\)/],
  ["an order in words", "9,add,bid,two,10,1", /:7: found "two" in column 4 \(order\)/],
  ["no order", "9,add,bid,,10,1", /found no order in column 4 \(order\)/],
  ["no order to take from", "9,remove,bid,,10,1", /found no order in column 4/],
  ["a broken order id", "9,add,bid,2.5,10,1", /"2\.5" in column 4/],
  ["an order id that no double holds", "9,add,bid,9007199254740993,10,1", /in column 4/],
  ["a price in words", "9,add,bid,2,ten,1", /:7: found "ten" in column 5 \(price\)/],
  ["a price in another spelling", "9,add,bid,2,1e3,1", /"1e3" in column 5/],
  ["a price with two points", "9,add,bid,2,1.0.0,1", /"1\.0\.0" in column 5/],
  ["a price that ends in a point", "9,add,bid,2,10.,1", /"10\." in column 5/],
  ["a price of too many digits", "9,add,bid,2,123456789012345.67,1", /in column 5/],
  ["another price than the order's", "9,execute,bid,1,10.01,1", /found 1001 ticks in column 5/],
  ["a quantity in words", "9,add,bid,2,10,some", /:7: found "some" in column 6 \(quantity\)/],
  ["a part of a lot", "9,add,bid,2,10,1.5", /"1\.5" in column 6 .*expected a whole number of lots/],
  ["a removal of a part", "9,remove,bid,1,10,5", /5 lots removed of order 1 in column 6/],
  ["an unknown status", "9,status,,,,open", /"open" in column 6 .*expected halted, quoting/],
  ["quotes", '9,add,"bid",2,10,1', /in column 3 \(side\)/],
  ["spaces", "9, add,bid,2,10,1", /" add" in column 2/],
];

for (const [name, row, fault] of faultyRows) {
  test(`${name} in a row is named with line and column`, async (t) => {
    const text = `${head}${columns}8,add,bid,1,10.00,100\n${row}\n9,add,bid,3,10.00,100\n`;
    await rejects(drawCsv(t, text), (error) => {
      match((error as Error).message, fault);
      return error instanceof InputError && error.place.line === 7;
    });
  });
}

const faultyHeads: readonly (readonly [string, string, RegExp])[] = [
  ["an empty file", "", /a\.csv:1: found the end of the file, expected the columns time,kind/],
  ["no columns", head, /:5: found the end of the file/],
  ["other columns", `${head}time,price\n`, /:5: found "time,price", expected the columns time,/],
  ["an unknown key", `# colour: red\n${head}${columns}`, /:1: found "# colour: red", expected/],
  ["a remark", `# a fine day\n${head}${columns}`, /:1: found "# a fine day"/],
  ["a key twice", `${head}# date: 2012-06-22\n${columns}`, /:5: found date again, .*line 2/],
  ["no symbol", `# date: 2012-06-21\n# tickSize: 1\n${columns}`, /:3: found no symbol above/],
  ["no date", `# symbol: A\n# tickSize: 1\n${columns}`, /found no date above the columns/],
  ["no tick", `# symbol: A\n# date: 2012-06-21\n${columns}`, /found no tickSize above/],
  ["a date that is none", head.replace("06-21", "06-31") + columns, /:2: found date 2012-06-31/],
  ["a zone that is none", head.replace("New_York", "Gotham") + columns, /:3: found timeZone Am/],
  ["a tick of nothing", head.replace("0.01", "0.00") + columns, /:4: found tickSize 0\.00/],
  ["a granularity that is none", `${head}# granularity: all\n${columns}`, /:5: found granularity/],
];

for (const [name, text, fault] of faultyHeads) {
  test(`${name} at the head is named with its line`, async (t) => {
    await rejects(drawCsv(t, text), fault);
  });
}

test("a caller can say what the head does not", async (t) => {
  const options = { symbol: "A", date: "2020-01-02", tickSize: 0.5 };
  const { events, recording } = await drawCsv(t, `${columns}1,add,bid,1,10,1\n`, options);
  equal(events[0]?.priceTicks, 20);
  equal(recording.instrument.symbol, "A");
  equal(recording.date, "2020-01-02");
});

/** Tick sizes as people trade by them. */
const sizes = [0.01, 0.0001, 0.25, 0.005, 1, 0.1, 0.00000001, 2.5, 0.03125, 100] as const;

test("counts of steps are exact, written and read", () => {
  fc.assert(
    fc.property(fc.constantFrom(...sizes), fc.integer({ min: -1e6, max: 1e9 }), (size, count) => {
      const steps = new StepCounter(size);
      const text = steps.format(count);
      const [, whole = "", fraction = ""] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? [];
      equal(steps.count(Number(whole + fraction), fraction.length), count);
    }),
  );
  equal(new StepCounter(0.01).format(22_033.55), "220.3355");
  equal(new StepCounter(0.01).count(2_203_355, 4), 22_033.55);
  equal(new StepCounter(0.25).format(-3), "-0.75");
  equal(new StepCounter(1e-8).format(1), "0.00000001");
  deepEqual(decimalOf(1.5e-7), { digits: 15, places: 8 });
  throws(() => decimalOf(1e21), /up to 15 digits, was 1e\+21/);
  ok(Number.isNaN(new StepCounter(1e-15).count(9e15, 0)));
});

interface Made {
  readonly wish: number;
  readonly side: Side;
  readonly price: number;
  readonly lots: number;
  readonly isLast: boolean;
}

/** Valid events of every kind out of wishes. */
function makeEvents(made: readonly Made[]): MarketEvent[] {
  const orders = new Map<number, { side: Side; priceTicks: number; lots: number }>();
  return made.map(({ wish, side, price, lots, isLast }, index) => {
    const venueTimeNs = 34_200e9 + index * 1_000_003;
    const flags = isLast ? eventFlag.endOfRecord : 0;
    const make = (kind: EventKind, event: Partial<MarketEvent>): MarketEvent => {
      const plain = { side, orderId: 0, priceTicks: price, quantityLots: lots, flags };
      return { ...plain, kind, venueTimeNs, localTimeNs: venueTimeNs, ...event };
    };
    const [orderId, order] = [...orders][wish % Math.max(1, orders.size)] ?? [];
    if (wish % 7 === 0) return make(eventKind.hiddenExecute, { priceTicks: price + 0.55 });
    if (wish % 7 === 1) return make(eventKind.cross, { orderId: wish });
    if (wish % 7 === 2) return make(eventKind.status, { priceTicks: 0, quantityLots: wish % 3 });
    if (orderId === undefined || order === undefined || wish % 7 < 5) {
      const isLump = wish % 7 === 3;
      const id = isLump ? -index - 1 : index + 1;
      orders.set(id, { side, priceTicks: price, lots });
      return make(isLump ? eventKind.reveal : eventKind.add, { orderId: id });
    }
    const some = Math.min(lots, order.lots);
    order.lots -= some;
    if (order.lots === 0) orders.delete(orderId);
    const named = { ...order, orderId, quantityLots: some };
    const at = { orderId, side: named.side, priceTicks: named.priceTicks, quantityLots: some };
    const kinds = [eventKind.reduce, eventKind.execute, eventKind.withdraw, eventKind.remove];
    const kind = kinds[wish % 4] ?? eventKind.reduce;
    const standing = kind === eventKind.remove ? eventFlag.standing : 0;
    return make(kind, { ...at, flags: flags | standing });
  });
}

test("any market written and read back is identical", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "csv-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const made = fc.record({
    wish: fc.nat(1000),
    side: fc.constantFrom<Side>(0, 1),
    price: fc.integer({ min: 1, max: 1_000_000 }),
    lots: fc.integer({ min: 1, max: 1_000_000 }),
    isLast: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(made, { minLength: 1, maxLength: 60 }),
      fc.constantFrom(...sizes),
      fc.constantFrom(...sizes),
      fc.constantFrom("clock", "ns"),
      fc.constantFrom("a.csv", "a.csv.gz"),
      async (wishes, tickSize, lotSize, times, name) => {
        const events = makeEvents(
          wishes.map((wish, at) => (at === wishes.length - 1 ? { ...wish, isLast: true } : wish)),
        );
        const instrument = createInstrument({ symbol: "TEST", tickSize, lotSize });
        const path = join(folder, name);
        const date = "2012-06-21";
        await writeCsv(createEventSource(events, instrument), path, { date, times: times as "ns" });
        const recording = await openCsv(path);
        deepEqual(await readAllEvents(recording), events);
        deepEqual(recording.instrument, instrument);
        deepEqual(await readAllEvents(await openCsv(path, { blockCapacity: 1 })), events);
      },
    ),
    { numRuns: 80 },
  );
});

const lobsterFolder = join(sharedFolder, "lobster");
const skip = existsSync(lobsterFolder) ? false : `no ${lobsterFolder}`;

for (const name of [
  "AMZN_2012-06-21_34200000_57600000_message_5.csv.gz",
  "AAPL_2012-06-21_34200000_57600000_message_1.csv.gz",
]) {
  test(`${name} written as our CSV and read back is identical`, { skip }, async (t) => {
    const source = await openLobster(join(lobsterFolder, name));
    const path = await writeText(t, "");
    const { date } = source;
    await writeCsv(source, path, { date, timeZone: "America/New_York" });
    deepEqual(await readAllEvents(await openCsv(path)), await readAllEvents(source));
  });
}

test("zstd is unpacked, the digest is told at the end, and no file stays after a failure", async (t) => {
  const path = await writeText(t, zstdCompressSync(`${head}${columns}1,add,bid,1,10,1\n`), "a.zst");
  const recording = await openCsv(path);
  equal(recording.sha256, undefined);
  equal((await readAllEvents(recording)).length, 1);
  match(recording.sha256 ?? "", /^[0-9a-f]{64}$/);
  const bad = {
    kind: eventKind.add,
    venueTimeNs: 0.5,
    localTimeNs: 0,
    side: 0,
    orderId: 1,
  } as const;
  const source = createEventSource([{ ...bad, priceTicks: 1, quantityLots: 1, flags: 1 }]);
  const folder = join(path, "..");
  await rejects(writeCsv(source, join(folder, "b.csv"), { date: "2012-06-21" }), /a nanosecond/);
  deepEqual(await readdir(folder), ["a.zst"]);
});

test("a file is known by its head", async (t) => {
  ok(looksLikeCsv(Buffer.from(head + noted)));
  ok(looksLikeCsv(Buffer.from(columns)));
  ok(!looksLikeCsv(Buffer.from("timestamp,price\n")));
  ok(!looksLikeCsv(Buffer.alloc(40)));
  const path = await writeText(t, head + noted);
  ok(looksLikeCsv(await readFile(path)));
});

const fuzzRows = Array.from({ length: 150 }, (_, index) => {
  const id = index + 1;
  const time = `09:30:${String(index % 60).padStart(2, "0")}`;
  const at = `2012-06-21T${time}`;
  const side = index % 2 ? "ask" : "bid";
  const price = (100 + (index % 2 ? 0.05 : -0.05)).toFixed(2);
  return `${at},add,${side},${id},${price},100,
${at},reduce,,${id},,10,more
${at},execute,${side},${id},${price},20,standing
${at},hiddenExecute,${side},,100.005,5,
${at},remove,${side},${id},${price},70,`;
});
const fuzzText = Buffer.from(`${head}${noted}${fuzzRows.join("\n")}\n`);

fuzzReader({ name: "own CSV", bytes: fuzzText, fileName: "a.csv", open: (path) => openCsv(path) });
