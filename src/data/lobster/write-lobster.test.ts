import { deepEqual, equal, rejects } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  appendEvent,
  createEventBlock,
  type EventKind,
  eventKind,
  type MarketEventSource,
  tradingStatus,
} from "../../market/event-block.ts";
import { createInstrument } from "../../market/instrument.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import { createTemporaryFolder, drawRecords, lines, readAll } from "./pair-fixture.ts";
import { writeLobster } from "./write-lobster.ts";

type Row = readonly [
  kind: EventKind,
  side: Side,
  orderId: number,
  lots: number,
  priceTicks: number,
];

function createSource(rows: readonly Row[]): MarketEventSource {
  return {
    instrument: createInstrument({ symbol: "TEST" }),
    async *blocks() {
      const block = createEventBlock(2);
      for (const [index, [kind, side, orderId, quantityLots, priceTicks]] of rows.entries()) {
        const venueTimeNs = 34_200e9 + index;
        const event = { kind, side, orderId, quantityLots, priceTicks, venueTimeNs, flags: 0 };
        appendEvent(block, { ...event, localTimeNs: venueTimeNs });
        if (block.length < 2) continue;
        yield block;
        block.length = 0;
      }
      if (block.length > 0) yield block;
    },
  };
}

const { add, reduce, remove, execute, hiddenExecute, status, level } = eventKind;
const rows: readonly Row[] = [
  [add, ask, 1, 100, 10_001],
  [add, ask, 2, 50, 10_003],
  [reduce, ask, 2, 20, 10_003],
  [hiddenExecute, bid, 0, 7, 10_000.5],
  [status, ask, 0, tradingStatus.halted, 0],
  [execute, ask, 1, 100, 10_001],
  [remove, ask, 2, 30, 10_003],
];

test("a pair of one level holds only what touches the best", async (t) => {
  const directory = await createTemporaryFolder(t);
  const options = { directory, date: "2012-06-21", levels: 1, storage: "plain" } as const;
  const written = await writeLobster(createSource(rows), options);
  equal(written.rows, 5);
  equal(written.omitted, 2);
  equal(
    readFileSync(written.messagePath, "utf8"),
    lines(`34200.000000000,1,1,100,1000100,-1
      34200.000000003,5,0,7,1000050,1
      34200.000000004,7,0,0,-1,-1
      34200.000000005,4,1,100,1000100,-1
      34200.000000006,3,2,30,1000300,-1
      `),
  );
  equal(
    readFileSync(written.orderbookPath, "utf8"),
    lines(`1000100,100,-9999999999,0
      1000100,100,-9999999999,0
      1000100,100,-9999999999,0
      1000300,30,-9999999999,0
      9999999999,0,-9999999999,0
      `),
  );
});

test("a pair with room for every level comes back event for event", async (t) => {
  const directory = await createTemporaryFolder(t);
  const written = await writeLobster(createSource(rows), {
    directory,
    date: "2012-06-21",
    levels: 4,
  });
  equal(written.omitted, 0);
  const { events } = await readAll(written.messagePath);
  equal(
    drawRecords(events),
    lines(`add ask 1: 100 @ 10001
      add ask 2: 50 @ 10003
      reduce ask 2: 20 @ 10003
      hiddenExecute bid 0: 7 @ 10000.5
      status ask 0: 0 @ 0
      execute ask 1: 100 @ 10001
      remove ask 2: 30 @ 10003
      `),
  );
});

test("a stream that breaks a rule leaves no file behind", async (t) => {
  const directory = await createTemporaryFolder(t);
  const faults: readonly (readonly [Row, RegExp])[] = [
    [[add, ask, 1, 5, 10_001], /an order id is positive and new, was 1/],
    [[add, ask, 0, 5, 10_001], /an order id is positive and new, was 0/],
    [[execute, ask, 9, 5, 10_001], /an order that loses lots is standing, was 9/],
    [[execute, ask, 1, 101, 10_001], /an order loses lots that it has, was 101/],
    [[remove, ask, 1, 99, 10_001], /a removed order loses all that it has, was 99/],
    [[level, ask, 0, 5, 10_001], /kinds add to status only, was 10/],
  ];
  for (const [row, fault] of faults) {
    const source = createSource([rows[0]!, row]);
    await rejects(writeLobster(source, { directory, date: "2012-06-21", levels: 1 }), fault);
    deepEqual(readdirSync(directory), []);
  }
});

test("a folder that cannot be written is reported", async (t) => {
  const directory = join(await createTemporaryFolder(t), "plain");
  await writeLobster(createSource(rows), { directory, date: "2012-06-21", levels: 1 });
  const file = join(directory, readdirSync(directory)[0]!);
  await rejects(
    writeLobster(createSource(rows), { directory: file, date: "2012-06-21", levels: 1 }),
  );
});
