/** DBN records by price, trades, bars and statuses, made by hand: what each rule gives. */
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import {
  countFindings,
  drawEvents,
  readRecording,
  storeFile,
  trimRows,
} from "../../src/data/crypto/recording-fixture.ts";
import {
  barBytes,
  dbnBytes,
  type LevelFixture,
  levelBytes,
  statusBytes,
  withoutEventTime,
} from "../../src/data/dbn/dbn-fixture.ts";
import { recordType } from "../../src/data/dbn/layout.ts";
import { openDbn } from "../../src/data/dbn/open-dbn.ts";
import type { Recording } from "../../src/data/recording.ts";

async function open(
  t: TestContext,
  records: readonly Buffer[],
  schema = 0xffff,
): Promise<Recording> {
  const path = await storeFile(t, "test.dbn", dbnBytes({ schema, records }));
  return openDbn(path, { tickSize: 0.25 });
}

const quote: LevelFixture = { type: recordType.bestLevel, pairs: [[100, 5, 100.5, 7]] };
const trade: LevelFixture = {
  ...{ type: recordType.bestLevel, action: "T", side: "A", price: 100, size: 2 },
  pairs: [[99.75, 9, 100.5, 7]],
};

test("a new best level takes the place of the old one, after the trade that took it", async (t) => {
  const recording = await open(t, [quote, trade].map(levelBytes), 1);
  equal(
    drawEvents(await readRecording(recording)),
    trimRows(`
      level bid: 5 @ 400; level ask: 7 @ 402
      trade bid: 2 @ 400; level bid: 0 @ 400; level bid: 9 @ 399
    `),
  );
  equal(recording.granularity, "quotes");
  deepEqual(countFindings(recording), {});
});

test("in tbbo the levels are those before the trade", async (t) => {
  const before: LevelFixture = { ...trade, pairs: [[100, 5, 100.5, 7]] };
  for (const [record, schema] of [
    [before, 3],
    [{ ...before, type: recordType.consolidatedTrade }, 17],
  ] as const) {
    const recording = await open(t, [levelBytes(record)], schema);
    equal(
      drawEvents(await readRecording(recording)),
      "level bid: 5 @ 400; level ask: 7 @ 402; trade bid: 2 @ 400\n",
    );
  }
});

test("ten levels are a window: what it no longer shows is gone", async (t) => {
  const empty = Array.from({ length: 8 }, () => [undefined, 0, undefined, 0] as const);
  const pairsOf = (...pairs: readonly NonNullable<LevelFixture["pairs"]>[number][]) => [
    ...pairs,
    ...empty,
  ];
  const records: readonly LevelFixture[] = [
    { type: recordType.tenLevels, pairs: pairsOf([100, 5, 100.5, 7], [99.75, 1, 101, 2]) },
    { type: recordType.tenLevels, pairs: pairsOf([100, 5, 100.5, 6], [99.5, 3, undefined, 0]) },
    { type: recordType.tenLevels, pairs: pairsOf([100, 5, 100.5, 6], [99.5, 3, undefined, 0]) },
  ];
  const recording = await open(t, records.map(levelBytes));
  equal(
    drawEvents(await readRecording(recording)),
    trimRows(`
      level bid: 5 @ 400; level bid: 1 @ 399; level ask: 7 @ 402; level ask: 2 @ 404
      level bid: 0 @ 399; level bid: 3 @ 398; level ask: 0 @ 404; level ask: 6 @ 402
    `),
  );
  equal(recording.granularity, "levels");
});

test("a sampled quote is of its interval's end, and its last trade is not told again", async (t) => {
  const sample: LevelFixture = { ...quote, price: 100, size: 3, side: "A", action: "\0" };
  for (const type of [0xc3, 0xc4, 0xc0, 0xc1]) {
    const record = levelBytes({ ...sample, type, time: 5n, received: 1_000_000_000n });
    const events = await readRecording(await open(t, [withoutEventTime(record)]));
    equal(drawEvents(events), "level bid: 5 @ 400; level ask: 7 @ 402\n");
    deepEqual([events[0]?.venueTimeNs, events[0]?.localTimeNs], [1e9, 1e9]);
  }
});

test("the side that rested is the other one, and concluded where it is not told", async (t) => {
  const at = (price: number, side: "A" | "B" | "N"): Buffer =>
    levelBytes({ type: recordType.trade, action: "T", side, price, size: 1 });
  const recording = await open(t, [
    at(100, "A"),
    at(100, "B"),
    at(100.25, "N"),
    at(100.25, "N"),
    at(100, "N"),
    at(100.125, "N"),
  ]);
  equal(
    drawEvents(await readRecording(recording)),
    trimRows(`
      trade bid: 1 @ 400
      trade ask: 1 @ 400
      trade ask?: 1 @ 401
      trade ask?: 1 @ 401
      trade bid?: 1 @ 400
      trade ask?: 1 @ 400.5
    `),
  );
  deepEqual(countFindings(recording), { "off-grid": 1 });
  equal(recording.granularity, "trades");
});

test("with quotes at hand the mid decides before the last trade does", async (t) => {
  const at = (price: number): Buffer =>
    levelBytes({ ...quote, action: "T", side: "N", price, size: 1 });
  const recording = await open(t, [quote].map(levelBytes).concat([at(100.5), at(100.25), at(100)]));
  equal(
    drawEvents((await readRecording(recording)).slice(2)),
    trimRows(`
      trade ask?: 1 @ 402
      trade bid?: 1 @ 401
      trade bid?: 1 @ 400
    `),
  );
});

test("a bar is one trade of its volume at its close, when it is over", async (t) => {
  const lengths = [
    [recordType.secondBar, 1],
    [recordType.minuteBar, 60],
    [recordType.hourBar, 3600],
    [recordType.dayBar, 86_400],
  ] as const;
  for (const [type, seconds] of lengths) {
    const bar = { time: 60_000_000_000n, close: 100.25, volume: 5_000_000_000n };
    const recording = await open(t, [barBytes(type, bar), barBytes(type, { ...bar, volume: 0n })]);
    const events = await readRecording(recording);
    equal(drawEvents(events), "trade ask?: 5000000000 @ 401\n".replace("ask", "bid"));
    equal(events[0]?.venueTimeNs, (60 + seconds) * 1e9);
    equal(recording.granularity, "bars");
    deepEqual(countFindings(recording), { "bad-quantity": 1 });
  }
});

test("statuses say whether orders trade, and halts are noted", async (t) => {
  const actions = [1, 7, 8, 14, 3, 7, 12];
  const recording = await open(
    t,
    actions.map((action, row) => statusBytes(action, BigInt(row))),
  );
  const events = await readRecording(recording);
  deepEqual(
    events.map((event) => event.quantityLots),
    [1, 2, 0, 1, 2, 0],
  );
  deepEqual(countFindings(recording), { halt: 1 });
});

test("quotes off the grid, without a size, crossed and locked are noted", async (t) => {
  const records: readonly LevelFixture[] = [
    { ...quote, pairs: [[100.1, 5, 100.6, 7]] },
    { ...quote, pairs: [[101, 5, 100.5, 7]] },
    { ...quote, pairs: [[100.5, 5, 100.5, 7]], flags: 128 + 4 },
    { ...trade, size: 0 },
    { ...trade, price: undefined },
  ];
  const recording = await open(t, records.map(levelBytes));
  const events = await readRecording(recording);
  equal(drawEvents(events.slice(0, 2)), "level bid: 5 @ 400; level ask: 7 @ 403\n");
  deepEqual(countFindings(recording), {
    gap: 1,
    "off-grid": 2,
    "crossed-book": 1,
    "locked-book": 1,
    "bad-quantity": 1,
    "no-price": 1,
  });
});

test("records shorter than their type are refused", async (t) => {
  for (const type of [0x00, 0x01, 0x0a, 0x12, 0x21, 0xb1, 0xc3]) {
    const record = Buffer.alloc(20);
    record[0] = 5;
    record[1] = type;
    record.writeUInt32LE(17, 4);
    const read = async (): Promise<unknown> => readRecording(await open(t, [record]));
    await rejects(read, (error) => {
      match((error as Error).message, /at byte 282: found a record of 20 bytes, expected at least/);
      return true;
    });
  }
});
