import { equal, match, ok, rejects } from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { truncate, unlink, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type TestContext, test } from "node:test";
import { InputError, OutsideError } from "../../core/trouble.ts";
import { openLobster } from "./open-lobster.ts";
import { drawRecords, type PairText, readAll, writePair } from "./pair-fixture.ts";

const messages = `34200.1,1,11,100,1000000,1
  34200.2,1,12,50,1000200,-1
  34200.3,3,11,100,1000000,1`;
const books = `9999999999,0,1000000,100
  1000200,50,1000000,100
  1000200,50,-9999999999,0`;
const sound: PairText = { levels: 1, messages, books };

function replaceRow(text: string, row: number, by: string): string {
  const rows = text.split("\n");
  rows[row - 1] = by;
  return rows.join("\n");
}

/** Every fault is an InputError that names the place, and leaves no file open. */
async function expectFault(t: TestContext, pair: PairText, fault: RegExp): Promise<void> {
  const path = await writePair(t, pair);
  await rejects(readAll(path), (error) => {
    match((error as Error).message, fault);
    return error instanceof InputError;
  });
  equal(countOpenFiles(dirname(path)), 0);
}

/** Files of this folder that the process holds open; 0 where the system does not tell. */
function countOpenFiles(folder: string): number {
  try {
    return readdirSync("/proc/self/fd").filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
      } catch {
        return false;
      }
    }).length;
  } catch {
    return 0;
  }
}

test("plain and packed files, line ends of either kind and a missing last one read the same", async (t) => {
  const expected = drawRecords((await readAll(await writePair(t, sound))).events);
  const variants: readonly PairText[] = [
    { ...sound, storage: "gzip" },
    { ...sound, messages: `${messages}\n`, books: `${books}\n` },
    {
      ...sound,
      messages: `${messages}\n`.replaceAll("\n", "\r\n"),
      books: `${books}\n`.replaceAll("\n", "\r\n"),
    },
  ];
  for (const variant of variants) {
    equal(drawRecords((await readAll(await writePair(t, variant))).events), expected);
  }
});

test("the source knows what its name says, and counts anew in every run", async (t) => {
  const path = await writePair(t, sound);
  const source = await openLobster(path);
  equal(source.instrument.symbol, "TEST");
  equal(source.instrument.tickSize, 0.01);
  equal(source.date, "2012-06-21");
  equal(source.levels, 1);
  for (let run = 0; run < 2; run++) {
    let events = 0;
    for await (const block of source.blocks()) events += block.length;
    equal(source.counts.rows, 3);
    equal(source.counts.events, events);
    equal(source.counts.submissions, 2);
    equal(source.counts.deletions, 1);
  }
});

test("the digests are those of the stored bytes, known at the end only", async (t) => {
  const path = await writePair(t, { ...sound, storage: "gzip" });
  const { source } = await readAll(path);
  const sha256 = (content: string | Buffer): string =>
    createHash("sha256").update(content).digest("hex");
  const message = sha256(readFileSync(source.messagePath));
  const orderbook = sha256(readFileSync(source.orderbookPath));
  equal(source.digests?.message, message);
  equal(source.digests?.orderbook, orderbook);
  equal(source.sha256, sha256(message + orderbook));
  equal((await openLobster(path)).sha256, undefined);
});

test("another tick size changes the grid", async (t) => {
  const path = await writePair(t, sound);
  const { source, events } = await readAll(path, { tickSize: 0.0005 });
  equal(source.instrument.tickSize, 0.0005);
  equal(events[0]?.priceTicks, 200_000);
  await rejects(readAll(path, { tickSize: 0.07 }), /found price 1000000, expected a multiple of/);
  await rejects(openLobster(path, { tickSize: 0.00001 }), /a whole number of 0\.0001/);
});

test("a reader that stops early leaves no file open", async (t) => {
  const path = await writePair(t, sound);
  for await (const _ of (await openLobster(path, { blockCapacity: 1 })).blocks()) break;
  equal(countOpenFiles(dirname(path)), 0);
});

const faultyMessages: readonly (readonly [string, string, RegExp])[] = [
  ["too few columns", "34200.2,1,12,50,1000200", /message_1\.csv:2: found 5 columns, expected 6/],
  ["too many columns", "34200.2,1,12,50,1000200,-1,0", /:2: found 7 columns, expected 6 columns/],
  ["an empty line", "", /:2: found an empty line, expected 6 columns/],
  ["a time in words", "noon,1,12,50,1000200,-1", /:2: found "noon" in column 1 \(time\), expected/],
  ["a size in words", "34200.2,1,12,ten,1000200,-1", /:2: found "ten" in column 4 \(size\)/],
  ["an empty field", "34200.2,1,,50,1000200,-1", /:2: found "" in column 3 \(order id\)/],
  ["a broken size", "34200.2,1,12,1.5,1000200,-1", /:2: found "1.5" in column 4 \(size\)/],
  [
    "time going back",
    "34200.05,1,12,50,1000200,-1",
    /:2: found time 34200\.050000000, .*34200\.100/,
  ],
  ["size zero", "34200.2,1,12,0,1000200,-1", /:2: found size 0, expected a size of at least 1/],
  ["a negative size", "34200.2,1,12,-5,1000200,-1", /:2: found size -5, expected a size of/],
  ["a hidden size of zero", "34200.2,5,0,0,1000200,-1", /:2: found size 0, expected a size/],
  ["a price off the grid", "34200.2,1,12,50,1000250,-1", /:2: found price 1000250, .* 100/],
  ["a negative price", "34200.2,1,12,50,-100,-1", /:2: found price -100, expected a positive/],
  ["an unknown type", "34200.2,8,12,50,1000200,-1", /:2: found type 8, expected a type from 1/],
  ["type zero", "34200.2,0,12,50,1000200,-1", /:2: found type 0, expected a type from 1/],
  [
    "an unknown direction",
    "34200.2,1,12,50,1000200,0",
    /:2: found direction 0, expected direction/,
  ],
  ["an id of zero", "34200.2,1,0,50,1000200,-1", /:2: found order id 0, expected an order id/],
  [
    "an id too large",
    "34200.2,1,99999999999999999,50,1000200,-1",
    /:2: found order id 1e\+17|:2: found order id 1000/,
  ],
  ["an unknown status", "34200.2,7,0,0,5,-1", /:2: found status price 5, expected -1/],
];

for (const [name, row, fault] of faultyMessages) {
  test(`a message with ${name} is refused`, async (t) => {
    await expectFault(t, { ...sound, messages: replaceRow(messages, 2, row) }, fault);
  });
}

const faultyBooks: readonly (readonly [string, string, RegExp])[] = [
  [
    "too few columns",
    "1000200,50,1000000",
    /orderbook_1\.csv:2: found 3 columns, expected 4 columns$/,
  ],
  ["words", "1000200,50,x,100", /:2: found "x" in column 3 \(bid price 1\), expected a whole/],
  [
    "a negative size",
    "1000200,-50,1000000,100",
    /:2: found size -50 .* ask level 1, expected a pos/,
  ],
  ["size zero", "1000200,0,1000000,100", /:2: found size 0 at price 1000200 on ask level 1/],
  [
    "a price off the grid",
    "1000200,50,1000050,100",
    /:2: found size 100 at price 1000050 on bid level/,
  ],
  [
    "a negative price",
    "-1000200,50,1000000,100",
    /:2: .* on ask level 1, expected a positive price/,
  ],
];

for (const [name, row, fault] of faultyBooks) {
  test(`a book row with ${name} is refused`, async (t) => {
    await expectFault(t, { ...sound, books: replaceRow(books, 2, row) }, fault);
  });
}

test("book levels out of order, doubled or below a dummy are refused", async (t) => {
  for (const row of [
    "1000200,50,1000000,100,1000100,50,999900,100",
    "1000200,50,1000000,100,1000200,50,999900,100",
    "1000200,50,1000000,100,1000300,50,1000100,100",
    "9999999999,0,1000000,100,1000300,50,999900,100",
  ]) {
    const pair = { levels: 2, messages: "34200.1,5,0,100,1000000,1", books: row };
    await expectFault(t, pair, /orderbook_2\.csv:1: .* level 2, expected levels in order of price/);
  }
});

test("a level count in the name that the columns deny is a matter of the name", async (t) => {
  await expectFault(
    t,
    { ...sound, levels: 2 },
    /orderbook_2\.csv:1: found 4 columns, expected 8 columns: 2 levels as in the file's name/,
  );
});

test("an orderbook file of more levels than the name says is refused", async (t) => {
  await expectFault(
    t,
    { levels: 1, messages, books: "9999999999,0,1000000,100,9999999999,0,999900,100" },
    /orderbook_1\.csv:1: found 8 columns, expected 4 columns: 1 levels as in/,
  );
});

test("an orderbook file with fewer or more rows than messages is refused", async (t) => {
  const rows = books.split("\n");
  await expectFault(
    t,
    { ...sound, books: rows.slice(0, 2).join("\n") },
    /orderbook_1\.csv:3: found the end of the file after 2 rows, expected a row for every message/,
  );
  await expectFault(
    t,
    { ...sound, books: [...rows, rows[2]].join("\n") },
    /orderbook_1\.csv:4: found another row, expected the end of the file, as .* has 3 messages/,
  );
});

test("empty files are named", async (t) => {
  await expectFault(t, { ...sound, messages: "" }, /message_1\.csv:1: found an empty file/);
  await expectFault(t, { ...sound, books: "" }, /orderbook_1\.csv:1: found an empty file/);
  await expectFault(
    t,
    { ...sound, books: "", storage: "gzip" },
    /orderbook_1\.csv\.gz:1: found an empty/,
  );
  await expectFault(t, { ...sound, messages: "", books: "" }, /message_1\.csv:1: found an empty/);
});

test("a line without end is refused before it fills the memory", async (t) => {
  const endless = Buffer.alloc(3 << 20, "1");
  await expectFault(
    t,
    { ...sound, messages: endless },
    /message_1\.csv:1: found a line of more than/,
  );
});

/** A pair large enough that packed files take several chunks. */
function createLongPair(rows: number): PairText {
  const messageRows: string[] = [];
  const bookRows: string[] = [];
  for (let row = 1; row <= rows; row++) {
    messageRows.push(
      `${34_200 + row}.${(row * 7919) % 1000},1,${row * 7919},${row % 97 || 1},1000000,1`,
    );
  }
  let lots = 0;
  for (let row = 1; row <= rows; row++) {
    lots += row % 97 || 1;
    bookRows.push(`9999999999,0,1000000,${lots}`);
  }
  return {
    levels: 1,
    messages: messageRows.join("\n"),
    books: bookRows.join("\n"),
    storage: "gzip",
  };
}

test("rows that lie across chunks are read whole", async (t) => {
  const rows = 60_000;
  const { source, events } = await readAll(await writePair(t, createLongPair(rows)));
  equal(source.counts.rows, rows);
  equal(events.at(-1)?.orderId, rows * 7919);
});

test("a truncated gzip file is named with the byte reached", async (t) => {
  const path = await writePair(t, createLongPair(60_000));
  for (const file of [path, path.replace("_message_", "_orderbook_")]) {
    const whole = readFileSync(file);
    const kept = Math.floor(whole.length / 2);
    await truncate(file, kept);
    await rejects(readAll(path), (error) => {
      ok(error instanceof InputError);
      equal(error.place.path, file);
      equal(error.place.byte, kept);
      match(error.message, /found the end of the file, expected the rest of the gzip stream/);
      return true;
    });
    equal(countOpenFiles(dirname(path)), 0);
    await writeFile(file, whole);
  }
  equal((await readAll(path)).source.counts.rows, 60_000);
});

test("damaged and foreign bytes under a packed name are refused", async (t) => {
  const path = await writePair(t, createLongPair(60_000));
  const damaged = readFileSync(path);
  damaged.fill(0xff, damaged.length >> 1, (damaged.length >> 1) + 64);
  for (const content of [damaged, Buffer.from(messages)]) {
    await writeFile(path, content);
    await rejects(readAll(path), (error) => {
      ok(error instanceof InputError);
      match(
        error.message,
        /message_1\.csv\.gz at byte \d+: found .*, expected a sound gzip stream/,
      );
      return true;
    });
  }
});

test("a file that goes away between opening and reading is not found", async (t) => {
  const path = await writePair(t, sound);
  const source = await openLobster(path);
  await unlink(source.orderbookPath);
  const run = async (): Promise<void> => {
    for await (const _ of source.blocks());
  };
  await rejects(run(), (error) => {
    return error instanceof OutsideError && error.code === "FILE_NOT_FOUND";
  });
});

test("an orderbook file of another day under the right name is caught by its content at once", async (t) => {
  const otherDay = books.replaceAll("1000000", "1010000");
  await expectFault(t, { ...sound, books: otherDay }, /orderbook_1\.csv:1: found /);
});
