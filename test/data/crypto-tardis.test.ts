/** Tardis's CSV files, made by hand: what each rule gives. */
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { InputError } from "../../src/core/trouble.ts";
import {
  countFindings,
  drawEvents,
  readRecording,
  storeFile,
  trimRows,
} from "../../src/data/crypto/recording-fixture.ts";
import { looksLikeTardis, openTardis } from "../../src/data/crypto/tardis.ts";
import { fuzzReader } from "./reader-fuzz-suite.ts";

const names = "exchange,symbol,timestamp,local_timestamp";
/** 1 September 2020, 00:00:01 UTC, in microseconds. */
const start = 1_598_918_401_000_000;
const steps = { tickSize: 0.5, lotSize: 1 };

function key(at: number, symbol = "TEST"): string {
  return `deribit,${symbol},${start + at},${start + at + 100}`;
}

async function read(t: TestContext, text: string) {
  const recording = await openTardis(await storeFile(t, "tardis.csv", text), steps);
  return { recording, events: await readRecording(recording) };
}

test("snapshots are windows: what a row no longer shows is gone", async (t) => {
  const columns = [0, 1]
    .flatMap((level) =>
      ["asks", "bids"].map((side) => `${side}[${level}].price,${side}[${level}].amount`),
    )
    .join(",");
  const { recording, events } = await read(
    t,
    `${names},${columns}
    ${key(0)},10.5,3,10,5,11,4,9.5,6
    ${key(10)},10.5,3,10,4,11.5,1,9,2
    ${key(20)},10.5,3,10,4,,,9,2
    ${key(15)},10.5,3,10,4,,,9,2`,
  );
  equal(
    drawEvents(events),
    trimRows(`
      level bid: 5 @ 20; level bid: 6 @ 19; level ask: 3 @ 21; level ask: 4 @ 22
      level bid: 0 @ 19; level bid: 4 @ 20; level bid: 2 @ 18; level ask: 0 @ 22; level ask: 1 @ 23
      level ask: 0 @ 23
    `),
  );
  deepEqual([events[0]?.venueTimeNs, events[0]?.localTimeNs], [1e9, 1_000_100_000]);
  deepEqual([recording.rows, recording.granularity, recording.date], [4, "levels", "2020-09-01"]);
  deepEqual(countFindings(recording), { "time-backwards": 1 });
});

test("changes of one local time are one record; snapshots replace the book", async (t) => {
  const { recording, events } = await read(
    t,
    `${names},is_snapshot,side,price,amount
    ${key(-5)},false,bid,9,1
    ${key(0)},true,bid,10,5
    ${key(0)},true,ask,10.5,6
    ${key(10)},false,bid,10,0
    ${key(10)},false,bid,9.5,2
    ${key(20)},false,ask,10.5,7
    ${key(30)},true,bid,9,1
    ${key(30)},true,ask,11,1`,
  );
  equal(
    drawEvents(events),
    trimRows(`
      level bid: 5 @ 20; level ask: 6 @ 21
      level bid: 0 @ 20; level bid: 2 @ 19
      level ask: 7 @ 21
      level bid: 0 @ 19; level ask: 0 @ 21; level bid: 1 @ 18; level ask: 1 @ 22
    `),
  );
  deepEqual(countFindings(recording), { "missing-snapshot": 1 });
});

test("quotes show the best level of each side, empty or not", async (t) => {
  const { recording, events } = await read(
    t,
    `${names},ask_amount,ask_price,bid_price,bid_amount
    ${key(0)},3,10.5,10,5
    ${key(10)},3,10.5,,
    ${key(20)},3,10,10,2
    ${key(30)},3,9.7,10.2,2`,
  );
  equal(
    drawEvents(events),
    trimRows(`
      level bid: 5 @ 20; level ask: 3 @ 21
      level bid: 0 @ 20
      level bid: 2 @ 20; level ask: 0 @ 21; level ask: 3 @ 20
    `),
  );
  equal(recording.granularity, "quotes");
  // 10.2 is rounded down to 10 and 9.7 up to 10: nothing new, and nothing crossed.
  deepEqual(countFindings(recording), { "off-grid": 2, "locked-book": 1 });
});

test("trades tell who came in; unknown ones are concluded", async (t) => {
  const { recording, events } = await read(
    t,
    `${names},id,side,price,amount
    ${key(0)},a,buy,10,5
    ${key(1)},b,sell,10,4
    ${key(2)},c,unknown,10.5,3
    ${key(3)},d,unknown,10.5,3
    ${key(4)},e,unknown,10.25,2
    ${key(5)},f,buy,10,0
    ${key(6)},g,buy,0,1
    ${key(7)},h,buy,10,-1`,
  );
  equal(
    drawEvents(events),
    trimRows(`
      trade ask: 5 @ 20
      trade bid: 4 @ 20
      trade ask?: 3 @ 21
      trade ask?: 3 @ 21
      trade bid?: 2 @ 20.5
    `),
  );
  equal(recording.granularity, "trades");
  deepEqual(countFindings(recording), { "off-grid": 1, "bad-quantity": 2, "no-price": 1 });
});

test("one of several symbols is read, and it must be clear which", async (t) => {
  const text = `${names},id,side,price,amount\n${key(0)},a,buy,10,5\n${key(1, "TEN")},b,buy,7,5\n`;
  const path = await storeFile(t, "t.csv", text);
  await rejects(openTardis(path), /found the symbols TEST, TEN, expected one symbol/);
  const recording = await openTardis(path, { symbol: "TEN" });
  equal((await readRecording(recording)).length, 1);
  equal(recording.rows, 2);
});

const trade = `${names},id,side,price,amount\n${key(0)},a,buy,10,5`;
const faults: readonly (readonly [string, string, RegExp])[] = [
  ["an empty file", "", /:1: found an empty file/],
  ["another header", "a,b\n1,2", /:1: found the header "a,b", expected one of book_snapshot/],
  ["a header alone", `${names},side,price,amount\n`, /:1: found no symbol/],
  ["a column missing", `${trade}\n${key(1)},b,buy,10`, /:3: found 7 columns, expected 8/],
  ["a side in other words", `${trade}\n${key(1)},b,both,10,5`, /:3: found the side "both"/],
  ["a price in words", `${trade}\n${key(1)},b,buy,ten,5`, /:3: found "ten" in column 7/],
  [
    "a time in words",
    `${trade}\nd,TEST,x,1,b,buy,1,5`,
    /:3: found "x" in column 3, expected micro/,
  ],
  [
    "a finer quantity",
    `${trade}\n${key(1)},b,buy,10,5.5`,
    /:3: found quantity 5.5, expected a mult/,
  ],
  [
    "a flag in other words",
    `${names},is_snapshot,side,price,amount\n${key(0)},yes,bid,1,1`,
    /:2: found "yes" as is_snapshot/,
  ],
];

for (const [name, text, message] of faults) {
  test(`${name} is refused`, async (t) => {
    await rejects(read(t, text), (error) => {
      match((error as Error).message, message);
      return error instanceof InputError;
    });
  });
}

test("the first bytes tell Tardis from other formats", () => {
  equal(looksLikeTardis(Buffer.from(trade), "x"), true);
  equal(looksLikeTardis(Buffer.from("exchange,symbol\n"), "x"), false);
});

const changes = [`${names},is_snapshot,side,price,amount`];
const prints = [`${names},id,side,price,amount`];
for (let row = 0; row < 200; row++) {
  const side = row % 2 === 0 ? "bid" : "ask";
  const price = row % 2 === 0 ? 10 - 0.5 * (row % 7) : 11 + 0.5 * (row % 7);
  changes.push(`${key(row >> 2)},${row < 20},${side},${price},${row % 5}`);
  prints.push(`${key(row)},id${row},${row % 2 === 0 ? "buy" : "sell"},${price},${1 + row}`);
}
for (const [name, lines] of [
  ["tardis changes", changes],
  ["tardis trades", prints],
] as const) {
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  fuzzReader({ name, bytes, fileName: "tardis.csv", open: openTardis });
}
