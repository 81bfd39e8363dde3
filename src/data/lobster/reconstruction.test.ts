import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { InputError } from "../../core/trouble.ts";
import { drawRecords, lines, readAll, writePair } from "./pair-fixture.ts";

const none = "9999999999,0";
const noBid = "-9999999999,0";

async function expectRecords(
  t: TestContext,
  pair: { levels: number; messages: string; books: string },
  expected: string,
): Promise<Awaited<ReturnType<typeof readAll>>["source"]> {
  const { source, events } = await readAll(await writePair(t, pair));
  equal(drawRecords(events), lines(expected));
  equal(source.counts.events, events.length);
  return source;
}

test("the opening book is the first row without the first message", async (t) => {
  const source = await expectRecords(
    t,
    {
      levels: 2,
      messages: `34200.5,1,11,30,1000000,1
        34200.6,5,0,10,1000050,-1`,
      books: `1000100,50,1000000,130,1000300,60,999800,70
        1000100,50,1000000,130,1000300,60,999800,70`,
    },
    `reveal bid -1: 100 @ 10000; reveal bid -2: 70 @ 9998; reveal ask -3: 50 @ 10001; reveal ask -4: 60 @ 10003;
     add bid 11: 30 @ 10000
     hiddenExecute ask 0: 10 @ 10000.5
     `,
  );
  equal(source.counts.openingReveals, 4);
  equal(source.counts.reveals, 0);
  equal(source.counts.hiddenExecutionsOffGrid, 1);
});

test("undoing a first message that took a whole level brings the deepest level into sight after it", async (t) => {
  await expectRecords(
    t,
    {
      levels: 1,
      messages: "34200.5,4,7,30,1000100,-1",
      books: "1000200,50,1000000,10",
    },
    `reveal bid -1: 10 @ 10000; reveal ask -2: 30 @ 10001; execute* ask -2: 30 @ 10001; reveal ask -3: 50 @ 10002
     `,
  );
});

test("submissions, reductions, executions and deletions keep the file's ids", async (t) => {
  const source = await expectRecords(
    t,
    {
      levels: 1,
      messages: `34200.1,1,11,100,1000000,1
        34200.2,2,11,20,1000000,1
        34200.3,4,11,30,1000000,1
        34200.4,3,11,50,1000000,1`,
      books: `${none},1000000,100
        ${none},1000000,80
        ${none},1000000,50
        ${none},${noBid}`,
    },
    `add bid 11: 100 @ 10000
     reduce bid 11: 20 @ 10000
     execute bid 11: 30 @ 10000
     remove bid 11: 50 @ 10000
     `,
  );
  equal(source.counts.identityRepairs, 0);
});

test("an id never submitted is served from the lumps, earliest first, and counted once", async (t) => {
  const source = await expectRecords(
    t,
    {
      levels: 2,
      // The bid at 9999 leaves the window with 40 and comes back with 70: a second lump.
      messages: `34200.0,5,0,1,1000000,1
        34200.1,1,11,5,1000000,1
        34200.2,3,11,5,1000000,1
        34200.3,2,7,50,999900,1
        34200.4,3,7,20,999900,1`,
      books: `${none},1000100,10,${none},999900,40
        ${none},1000100,10,${none},1000000,5
        ${none},1000100,10,${none},999900,70
        ${none},1000100,10,${none},999900,20
        ${none},1000100,10,${none},${noBid}`,
    },
    `reveal bid -1: 10 @ 10001; reveal bid -2: 40 @ 9999; hiddenExecute bid 0: 1 @ 10000
     add bid 11: 5 @ 10000
     remove bid 11: 5 @ 10000; reveal bid -3: 30 @ 9999
     reduce* bid -2: 40 @ 9999; reduce* bid -3: 10 @ 9999
     remove* bid -3: 20 @ 9999
     `,
  );
  equal(source.counts.standingInPartialCancellations, 1);
  equal(source.counts.standingInDeletions, 0);
});

test("depth that shrank out of sight is withdrawn from the youngest; a wrong guess is repaired", async (t) => {
  const source = await expectRecords(
    t,
    {
      levels: 1,
      messages: `34200.1,1,11,100,999900,1
        34200.2,1,12,30,999900,1
        34200.3,1,13,5,1000000,1
        34200.4,3,13,5,1000000,1
        34200.5,4,12,30,999900,1
        34200.6,3,14,70,999900,1`,
      books: `${none},999900,100
        ${none},999900,130
        ${none},1000000,5
        ${none},999900,100
        ${none},999900,70
        ${none},${noBid}`,
    },
    `add bid 11: 100 @ 9999
     add bid 12: 30 @ 9999
     add bid 13: 5 @ 10000
     remove bid 13: 5 @ 10000; withdraw bid 12: 30 @ 9999
     withdraw bid 11: 30 @ 9999; reveal bid -1: 30 @ 9999; execute* bid -1: 30 @ 9999
     withdraw bid 11: 70 @ 9999; reveal bid -2: 70 @ 9999; remove* bid -2: 70 @ 9999
     `,
  );
  equal(source.counts.identityRepairs, 2);
  equal(source.counts.standingInExecutions, 0);
  equal(source.counts.standingInDeletions, 1);
});

test("remembered levels that a newly covered range does not show are withdrawn whole", async (t) => {
  await expectRecords(
    t,
    {
      levels: 1,
      messages: `34200.1,1,11,10,1000300,-1
        34200.2,1,12,20,1000200,-1
        34200.3,1,13,30,1000100,-1
        34200.4,3,13,30,1000100,-1
        34200.5,3,11,10,1000300,-1`,
      books: `1000300,10,${noBid}
        1000200,20,${noBid}
        1000100,30,${noBid}
        1000300,10,${noBid}
        ${none},${noBid}`,
    },
    `add ask 11: 10 @ 10003
     add ask 12: 20 @ 10002
     add ask 13: 30 @ 10001
     remove ask 13: 30 @ 10001; withdraw ask 12: 20 @ 10002
     remove ask 11: 10 @ 10003
     `,
  );
});

test("a row with room for more levels covers everything", async (t) => {
  await expectRecords(
    t,
    {
      levels: 1,
      messages: `34200.1,1,11,10,1000300,-1
        34200.2,1,12,20,1000200,-1
        34200.3,3,12,20,1000200,-1`,
      books: `1000300,10,${noBid}
        1000200,20,${noBid}
        ${none},${noBid}`,
    },
    `add ask 11: 10 @ 10003
     add ask 12: 20 @ 10002
     remove ask 12: 20 @ 10002; withdraw ask 11: 10 @ 10003
     `,
  );
});

test("a delete of another size than believed follows the level's total", async (t) => {
  const base = {
    levels: 1,
    messages: `34200.1,1,11,100,1000000,1
      34200.2,1,12,50,1000000,1
      `,
    books: `${none},1000000,100
      ${none},1000000,150
      `,
  };
  const smaller = await expectRecords(
    t,
    {
      levels: 1,
      messages: `${base.messages}34200.3,3,11,60,1000000,1`,
      books: `${base.books}${none},1000000,90`,
    },
    `add bid 11: 100 @ 10000
     add bid 12: 50 @ 10000
     remove bid 11: 100 @ 10000; reveal bid -1: 40 @ 10000
     `,
  );
  equal(smaller.counts.identityRepairs, 1);
  const larger = await expectRecords(
    t,
    {
      levels: 1,
      messages: `${base.messages}34200.3,3,11,120,1000000,1`,
      books: `${base.books}${none},1000000,30`,
    },
    `add bid 11: 100 @ 10000
     add bid 12: 50 @ 10000
     remove bid 11: 100 @ 10000; withdraw bid 12: 20 @ 10000
     `,
  );
  equal(larger.counts.identityRepairs, 1);
  equal(larger.counts.withdrawals, 1);
});

test("an execution of more than believed loses no traded lot", async (t) => {
  const source = await expectRecords(
    t,
    {
      levels: 1,
      messages: `34200.1,1,11,100,1000000,1
        34200.2,1,12,50,1000000,1
        34200.3,4,11,120,1000000,1`,
      books: `${none},1000000,100
        ${none},1000000,150
        ${none},1000000,30`,
    },
    `add bid 11: 100 @ 10000
     add bid 12: 50 @ 10000
     execute bid 11: 100 @ 10000; withdraw bid 12: 20 @ 10000; reveal bid -1: 20 @ 10000; execute* bid -1: 20 @ 10000
     `,
  );
  equal(source.counts.identityRepairs, 1);
});

test("a halt, quoting and trading become status events; a cross is a print", async (t) => {
  const row = `1000100,5,${noBid}`;
  await expectRecords(
    t,
    {
      levels: 1,
      messages: `34200,7,0,0,-1,-1
        34201,7,0,0,0,-1
        34202,6,-1,500,1000000,-1
        34203,7,0,0,1,-1`,
      books: [row, row, row, row].join("\n"),
    },
    `reveal ask -1: 5 @ 10001; status ask 0: 0 @ 0
     status ask 0: 1 @ 0
     cross ask 0: 500 @ 10000
     status ask 0: 2 @ 0
     `,
  );
});

const mismatches = [
  {
    name: "a level in sight with other lots",
    messages: "34200.1,1,11,100,1000000,1\n34200.2,1,12,10,1000000,1\n34200.3,3,12,10,1000000,1",
    books: `${none},1000000,100\n${none},1000000,120\n${none},1000000,110`,
    message:
      /orderbook_1\.csv:2: found bid level 1 of 120 at 1000000, expected bid level 1 of 110 at 1000000/,
    // Row 2 is taken on as it is; row 3 follows from it.
    records: `add bid 11: 100 @ 10000
      add bid 12: 10 @ 10000; reveal bid -1: 10 @ 10000
      remove bid 12: 10 @ 10000
      `,
  },
  {
    name: "a level that nobody took away",
    messages: "34200.1,1,11,100,1000000,1\n34200.2,5,0,10,1000000,1",
    books: `${none},1000000,100\n${none},${noBid}`,
    message: /orderbook_1\.csv:2: found no bid level 1, expected bid level 1 of 100 at 1000000/,
    records: `add bid 11: 100 @ 10000
      hiddenExecute bid 0: 10 @ 10000; withdraw bid 11: 100 @ 10000
      `,
  },
  {
    name: "a level that nobody brought to a side seen whole",
    messages: "34200.1,1,11,100,1000000,1\n34200.2,5,0,10,1000000,1",
    books: `${none},1000000,100\n1000100,10,1000000,100`,
    message: /orderbook_1\.csv:2: found ask level 1 of 10 at 1000100, expected no ask level 1/,
    records: `add bid 11: 100 @ 10000
      hiddenExecute bid 0: 10 @ 10000; reveal ask -1: 10 @ 10001
      `,
  },
  {
    name: "an execution where nothing stands",
    messages: "34200.1,1,11,100,1000000,1\n34200.2,4,12,10,999900,1",
    books: `${none},1000000,100\n${none},1000000,100`,
    message: /orderbook_1\.csv:2: found no bid at 999900 before this row, expected one that gives/,
    records: `add bid 11: 100 @ 10000
      reveal bid -1: 10 @ 9999; execute* bid -1: 10 @ 9999
      `,
  },
  {
    name: "an execution of more than stands",
    messages: "34200.1,1,11,100,1000000,1\n34200.2,4,11,130,1000000,1",
    books: `${none},1000000,100\n${none},${noBid}`,
    message: /orderbook_1\.csv:2: found 100 on the bid at 1000000 before this row, expected .* 130/,
    records: `add bid 11: 100 @ 10000
      reveal bid -1: 30 @ 10000; execute bid 11: 100 @ 10000; execute* bid -1: 30 @ 10000
      `,
  },
  {
    name: "a submission out of sight",
    messages: "34200.1,1,11,100,1000000,1\n34200.2,1,12,30,999900,1",
    books: `${none},1000000,100\n${none},1000000,100`,
    message: /orderbook_1\.csv:2: found a submission on the bid at 999900, expected a price in/,
    records: `add bid 11: 100 @ 10000
      add bid 12: 30 @ 9999; withdraw bid 12: 30 @ 9999
      `,
  },
  {
    name: "a second submission of a standing order",
    messages: "34200.1,1,11,100,1000000,1\n34200.2,1,11,30,1000000,1",
    books: `${none},1000000,100\n${none},1000000,30`,
    message:
      /orderbook_1\.csv:2: found a submission of order 11, which stands on the bid at 1000000/,
    records: `add bid 11: 100 @ 10000
      withdraw bid 11: 100 @ 10000; add bid 11: 30 @ 10000
      `,
  },
  {
    name: "an order named at another price than its own",
    messages: "34200.1,1,11,9,999900,1\n34200.2,1,12,9,1000000,1\n34200.3,3,11,9,1000000,1",
    books: `${none},999900,9\n${none},1000000,9\n${none},999900,9`,
    message:
      /orderbook_1\.csv:3: found a message that puts order 11 on the bid at 1000000, expected/,
    records: `add bid 11: 9 @ 9999
      add bid 12: 9 @ 10000
      withdraw bid 12: 9 @ 10000; reveal bid -1: 9 @ 10000; remove* bid -1: 9 @ 10000
      `,
  },
];

for (const { name, messages, books, message, records } of mismatches) {
  test(`${name} is thrown by default, or counted and the row taken on`, async (t) => {
    const path = await writePair(t, { levels: 1, messages, books });
    await rejects(readAll(path), (error) => {
      match((error as Error).message, message);
      return error instanceof InputError;
    });
    const { source, events } = await readAll(path, { onMismatch: "count" });
    equal(source.counts.mismatches, 1);
    equal(source.counts.standingInDeletions, 0);
    equal(drawRecords(events), lines(records));
  });
}

test("a first message that its row contradicts is a mismatch in row 1", async (t) => {
  const path = await writePair(t, {
    levels: 1,
    messages: "34200.1,1,11,100,1000000,1",
    books: "1000100,5,999900,10",
  });
  await rejects(readAll(path), /orderbook_1\.csv:1: found bid level 1 of 10 at 999900, expected/);
});

test("a record with more events than a block has room for stays whole", async (t) => {
  const orders = 300;
  const messages: string[] = [];
  const books: string[] = [];
  for (let id = 1; id <= orders; id++) {
    messages.push(`34200.${id + 100},1,${id},1,999900,1`);
    books.push(`${none},999900,${id}`);
  }
  messages.push("34201,1,1000,5,1000000,1", "34202,3,1000,5,1000000,1");
  books.push(`${none},1000000,5`, `${none},${noBid}`);
  const path = await writePair(t, {
    levels: 1,
    messages: messages.join("\n"),
    books: books.join("\n"),
  });
  const { events } = await readAll(path, { blockCapacity: 16 });
  const records = drawRecords(events).trim().split("\n");
  equal(records.length, orders + 2);
  equal(records.at(-1)!.split("; ").length, orders + 1);
  deepEqual(
    new Set(events.map((event) => event.venueTimeNs === event.localTimeNs)),
    new Set([true]),
  );
});
