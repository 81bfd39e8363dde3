/** Market-by-order records of Databento's DBN, made by hand: what each rule gives. */
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { InputError } from "../../src/core/trouble.ts";
import {
  countFindings,
  drawEvents,
  readRecording,
  storeFile,
  trimRows,
} from "../../src/data/crypto/recording-fixture.ts";
import {
  type DbnFixture,
  dbnBytes,
  definitionBytes,
  fixtureInstrument,
  type OrderFixture,
  orderBytes,
  otherBytes,
} from "../../src/data/dbn/dbn-fixture.ts";
import { type DbnOptions, looksLikeDbn, openDbn } from "../../src/data/dbn/open-dbn.ts";
import type { Recording } from "../../src/data/recording.ts";

const tick: DbnOptions = { tickSize: 0.25 };

/** Two bids and an ask that stand. */
const standing: readonly OrderFixture[] = [
  { action: "A", side: "B", id: 1n, price: 100, size: 5 },
  { action: "A", side: "B", id: 2n, price: 100, size: 3 },
  { action: "A", side: "A", id: 3n, price: 100.5, size: 4 },
];
const standingEvents = `
  add bid 1: 5 @ 400
  add bid 2: 3 @ 400
  add ask 3: 4 @ 402
`;

async function open(
  t: TestContext,
  fixture: DbnFixture,
  options: DbnOptions = tick,
): Promise<Recording> {
  return openDbn(await storeFile(t, "test.dbn", dbnBytes(fixture)), options);
}

async function expectEvents(
  t: TestContext,
  orders: readonly OrderFixture[],
  expected: string,
): Promise<Recording> {
  const recording = await open(t, { records: [...standing, ...orders].map(orderBytes) });
  equal(drawEvents(await readRecording(recording)), trimRows(standingEvents + trimRows(expected)));
  return recording;
}

test("cancels and changes of orders keep or lose their rank", async (t) => {
  const recording = await expectEvents(
    t,
    [
      { action: "C", side: "B", id: 1n, price: 100, size: 2 },
      { action: "M", side: "B", id: 2n, price: 100, size: 1 },
      { action: "M", side: "B", id: 2n, price: 100, size: 6 },
      { action: "M", side: "B", id: 2n, price: 99.75, size: 6 },
      { action: "M", side: "B", id: 2n, price: 99.75, size: 6 },
      { action: "M", side: "B", id: 2n, price: 99.75, size: 0 },
      { action: "C", side: "A", id: 3n, price: 100.5, size: 4 },
    ],
    `
      reduce bid 1: 2 @ 400
      reduce bid 2: 2 @ 400
      remove bid 2: 1 @ 400; add bid 2: 6 @ 400
      remove bid 2: 6 @ 400; add bid 2: 6 @ 399
      remove bid 2: 6 @ 399
      remove ask 3: 4 @ 402
    `,
  );
  deepEqual(countFindings(recording), {});
  equal(recording.rows, 10);
});

test("a fill shows once: the trade and the cancel behind it give no more", async (t) => {
  await expectEvents(
    t,
    [
      { action: "T", side: "A", id: 9n, price: 100, size: 8, more: true },
      { action: "F", side: "B", id: 1n, price: 100, size: 5, more: true },
      { action: "F", side: "B", id: 2n, price: 100, size: 3, more: true },
      { action: "C", side: "B", id: 1n, price: 100, size: 5, more: true },
      { action: "C", side: "B", id: 2n, price: 100, size: 3 },
    ],
    "execute bid 1: 5 @ 400; execute bid 2: 3 @ 400\n",
  );
});

test("a change behind a fill takes off what traded, and more if it says so", async (t) => {
  await expectEvents(
    t,
    [
      { action: "T", side: "A", id: 9n, price: 100, size: 2, more: true },
      { action: "F", side: "B", id: 1n, price: 100, size: 2, more: true },
      { action: "M", side: "B", id: 1n, price: 100, size: 3 },
      { action: "T", side: "A", id: 9n, price: 100, size: 1, more: true },
      { action: "F", side: "B", id: 1n, price: 100, size: 1, more: true },
      { action: "M", side: "B", id: 1n, price: 100, size: 1 },
      { action: "T", side: "A", id: 9n, price: 100, size: 1, more: true },
      { action: "F", side: "B", id: 2n, price: 100, size: 1, more: true },
      { action: "C", side: "B", id: 2n, price: 100, size: 3 },
    ],
    `
      execute bid 1: 2 @ 400
      execute bid 1: 1 @ 400; reduce bid 1: 1 @ 400
      execute bid 2: 1 @ 400; remove bid 2: 2 @ 400
    `,
  );
});

test("an iceberg trades beyond what it shows and goes last with its next part", async (t) => {
  await expectEvents(
    t,
    [
      { action: "T", side: "A", id: 9n, price: 100, size: 13, more: true },
      { action: "F", side: "B", id: 2n, price: 100, size: 13, more: true },
      { action: "M", side: "B", id: 2n, price: 100, size: 2 },
    ],
    "execute bid 2: 3 @ 400; hiddenExecute bid: 10 @ 400; add bid 2: 2 @ 400\n",
  );
});

test("the aggressor's own fill is no execution: it was changed so that it crosses", async (t) => {
  await expectEvents(
    t,
    [
      { action: "T", side: "B", id: 2n, price: 100.5, size: 1, more: true },
      { action: "F", side: "B", id: 2n, price: 100.5, size: 1, more: true },
      { action: "F", side: "A", id: 3n, price: 100.5, size: 1, more: true },
      { action: "M", side: "A", id: 3n, price: 100.5, size: 3, more: true },
      { action: "M", side: "B", id: 2n, price: 100.5, size: 2 },
    ],
    "execute ask 3: 1 @ 402; remove bid 2: 3 @ 400; add bid 2: 2 @ 402\n",
  );
});

test("lots that no fill names trade hidden, and so do fills without a known order", async (t) => {
  await expectEvents(
    t,
    [
      { action: "T", side: "A", id: 9n, price: 100, size: 7, more: true },
      { action: "F", side: "B", id: 77n, price: 100, size: 2, more: true },
      { action: "F", side: "B", id: 1n, price: 100, size: 1, more: true },
      { action: "M", side: "B", id: 1n, price: 100, size: 4 },
      { action: "T", side: "B", id: 9n, price: 100.5, size: 1, more: true },
      { action: "F", side: "A", id: 3n, price: 100.5, size: 1 },
      { action: "T", side: "N", price: 100.125, size: 6 },
    ],
    `
      hiddenExecute bid: 2 @ 400; hiddenExecute bid: 4 @ 400; execute bid 1: 1 @ 400
      hiddenExecute ask: 1 @ 402
      hiddenExecute bid?: 6 @ 400.5
    `,
  );
});

test("an auction is one cross, though both sides are filled", async (t) => {
  await expectEvents(
    t,
    [
      { action: "T", side: "N", price: 100.25, size: 4, more: true },
      { action: "F", side: "N", id: 1n, price: 100.25, size: 4, more: true },
      { action: "F", side: "N", id: 3n, price: 100.25, size: 4, more: true },
      { action: "C", side: "B", id: 1n, price: 100, size: 4, more: true },
      { action: "C", side: "A", id: 3n, price: 100.5, size: 4 },
    ],
    "cross bid?: 4 @ 401; reduce bid 1: 4 @ 400; remove ask 3: 4 @ 402\n",
  );
});

test("a snapshot stood before: its time is that of the snapshot, a clear removes it", async (t) => {
  const orders: readonly OrderFixture[] = [
    { action: "R", time: -9000n, received: 500n, flags: 32, more: true },
    {
      action: "A",
      side: "B",
      id: 1n,
      price: 100,
      size: 5,
      time: -8000n,
      received: 500n,
      flags: 32,
    },
    { action: "A", side: "A", id: 2n, price: 101, size: 5, time: 700n },
    { action: "R", time: 800n },
  ];
  const recording = await open(t, { records: orders.map(orderBytes) });
  const events = await readRecording(recording);
  equal(
    drawEvents(events),
    trimRows(`
      add* bid 1: 5 @ 400
      add ask 2: 5 @ 404
      remove bid 1: 5 @ 400; remove ask 2: 5 @ 404
    `),
  );
  deepEqual(
    events.map(({ venueTimeNs }) => venueTimeNs),
    [500, 700, 800, 800],
  );
  deepEqual(countFindings(recording), {});
});

test("what is wrong is noted, with its byte", async (t) => {
  const orders: readonly OrderFixture[] = [
    ...standing,
    { action: "C", side: "B", id: 99n, price: 100, size: 1 },
    { action: "M", side: "B", id: 98n, price: 100, size: 1 },
    { action: "A", side: "B", id: 1n, price: 99, size: 7 },
    { action: "C", side: "B", id: 1n, price: 99, size: 9 },
    { action: "A", side: "B", id: 4n, price: 99, size: 0 },
    { action: "A", side: "B", id: 4n, size: 2 },
    { action: "A", side: "B", id: 5n, price: 99.9, size: 2 },
    { action: "A", side: "A", id: 6n, price: 100.6, size: 2 },
    { action: "A", side: "A", id: 7n, price: 100, size: 1, time: 500n, flags: 4 },
    { action: "A", side: "A", id: 8n, price: 99, size: 1, received: 900n },
  ];
  const recording = await open(t, { records: orders.map(orderBytes) });
  const events = await readRecording(recording);
  deepEqual(countFindings(recording), {
    "time-backwards": 1,
    "clock-skew": 1,
    gap: 1,
    "unknown-order": 2,
    "repeated-order": 1,
    "excess-quantity": 1,
    "off-grid": 2,
    "crossed-book": 1,
    "locked-book": 1,
    "bad-quantity": 1,
    "no-price": 1,
  });
  const places = recording.findings.list().map(({ first }) => first.byte);
  equal(Math.min(...places.map(Number)), dbnBytes({ records: [] }).length + 3 * 56);
  equal(
    drawEvents(events.slice(3)),
    trimRows(`
      remove bid 1: 5 @ 400; add bid 1: 7 @ 396
      remove bid 1: 7 @ 396
      add bid 5: 2 @ 399
      add ask 6: 2 @ 403
      add ask 7: 1 @ 400
      add ask 8: 1 @ 396
    `),
  );
  deepEqual([events.at(-2)?.venueTimeNs, events.at(-1)?.localTimeNs], [1000, 1000]);
});

test("times are exact to the nanosecond, the venue's and ours", async (t) => {
  const time = 86_399_999_999_998n;
  const order = { action: "A", side: "B", id: 1n, price: 100, size: 1 } as const;
  const recording = await open(t, {
    records: [orderBytes({ ...order, time, received: time + 1n })],
  });
  const [event] = await readRecording(recording);
  deepEqual([event?.venueTimeNs, event?.localTimeNs], [86_399_999_999_998, 86_399_999_999_999]);
  deepEqual([recording.date, recording.timeZone], ["2023-12-25", "UTC"]);
  // New York's midnight of that date is five hours later.
  const stocks = await open(t, {
    dataset: "XNAS.ITCH",
    records: [orderBytes({ ...order, time: 5n * 3_600_000_000_000n + 7n })],
  });
  equal((await readRecording(stocks))[0]?.venueTimeNs, 7);
  deepEqual([stocks.date, stocks.timeZone], ["2023-12-25", "America/New_York"]);
});

test("all three versions, plain and packed, tell the same", async (t) => {
  const records = standing.map(orderBytes);
  for (const version of [1, 2, 3] as const) {
    const bytes = dbnBytes({ version, records });
    for (const [name, content] of [
      ["a.dbn", bytes],
      ["a.dbn.zst", zstdCompressSync(bytes)],
      ["a.dbn.gz", gzipSync(bytes)],
      ["packed", zstdCompressSync(bytes)],
    ] as const) {
      const recording = await openDbn(await storeFile(t, name, content), tick);
      equal(drawEvents(await readRecording(recording)), trimRows(standingEvents));
      equal(recording.instrument.symbol, "TEST");
    }
  }
});

test("one of several instruments is read, and it must be clear which", async (t) => {
  const fixture: DbnFixture = {
    symbols: { 17: "ONE", 18: "TWO" },
    records: [
      orderBytes({ action: "A", side: "B", id: 1n, price: 100, size: 5 }),
      orderBytes({ action: "A", side: "B", id: 1n, price: 7, size: 6, instrument: 18 }),
    ],
  };
  await rejects(
    open(t, fixture),
    /found 2 instruments: ONE \(17\), TWO \(18\), expected the option/,
  );
  await rejects(
    open(t, fixture, { symbol: "TEN" }),
    /found no TEN, expected one of its symbols: ONE/,
  );
  for (const options of [{ symbol: "TWO" }, { instrumentId: 18 }]) {
    const recording = await open(t, fixture, { ...tick, ...options });
    equal(drawEvents(await readRecording(recording)), "add bid 1: 6 @ 28\n");
    deepEqual([recording.instrument.symbol, recording.rows], ["TWO", 2]);
  }
});

test("the tick is the option's, the definition's, or what prices suggest", async (t) => {
  const prices = [100, 100.25, 100.75, 101.25, 101.75, 102.25];
  const orders = prices.map((price, row) =>
    orderBytes({ action: "A", side: "B", id: BigInt(row + 1), price, size: 1 }),
  );
  const tickOf = async (fixture: DbnFixture, options: DbnOptions = {}): Promise<number> =>
    (await open(t, fixture, options)).instrument.tickSize;
  equal(await tickOf({ records: orders }), 0.25);
  equal(await tickOf({ records: orders.slice(0, 3) }), 0.01);
  equal(await tickOf({ records: orders, dataset: "XNAS.ITCH" }), 0.01);
  equal(await tickOf({ records: orders }, { tickSize: 0.05 }), 0.05);
  equal(await tickOf({ records: [definitionBytes(0.125), ...orders] }), 0.125);
  equal(await tickOf({ records: [definitionBytes(undefined), ...orders] }), 0.25);
  const definitionPath = await storeFile(
    t,
    "definition.dbn",
    dbnBytes({ records: [definitionBytes(0.5)] }),
  );
  equal(await tickOf({ records: orders }, { definitionPath }), 0.5);
  const empty = await storeFile(t, "definition.dbn", dbnBytes({ records: [] }));
  await rejects(
    tickOf({ records: orders }, { definitionPath: empty }),
    /found no tick size, expected one for instrument 17/,
  );
  await rejects(tickOf({ records: orders }, { tickSize: 1e-10 }), /a whole number of 1e-9/);
});

test("records of other kinds are counted and passed over", async (t) => {
  const others = [0x14, 0x15, 0x16, 0x17, 0x18, 0x99].map((type) => otherBytes(type, 80));
  const recording = await open(t, { records: [...others, ...standing.map(orderBytes)] });
  equal(drawEvents(await readRecording(recording)), trimRows(standingEvents));
  equal(recording.rows, 9);
});

test("every run counts anew, and blocks may be small", async (t) => {
  const path = await storeFile(t, "test.dbn", dbnBytes({ records: standing.map(orderBytes) }));
  const recording = await openDbn(path, { ...tick, blockCapacity: 1 });
  for (let run = 0; run < 2; run++) {
    equal((await readRecording(recording)).length, 3);
    equal(recording.rows, 3);
  }
});

const head = dbnBytes({ records: [] });

function changed(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = value;
  return copy;
}

const faults: readonly (readonly [string, Buffer, RegExp])[] = [
  ["an empty file", Buffer.alloc(0), /at byte 0: found 0 bytes, expected the 8 bytes/],
  ["another format", Buffer.from("PK\u0003\u0004 and so on"), /at byte 0: found "PK/],
  ["DBZ", Buffer.from("502a4d1890000000", "hex"), /at byte 0: found a DBZ file, .* DBN: `dbn FILE/],
  ["version 4", changed(head, 3, 4), /at byte 0: found DBN version 4, expected 1, 2 or 3/],
  ["version 0", changed(head, 3, 0), /found DBN version 0/],
  ["huge metadata", changed(head, 7, 0x7f), /found metadata of \d+ bytes, expected 120 to/],
  ["metadata cut short", head.subarray(0, 150), /found the end of the file after 142 bytes/],
  ["too many symbols", changed(head, 8 + 104, 0xff), /found \d+ bytes of metadata left/],
  ["a record of no length", Buffer.concat([head, Buffer.alloc(16)]), /found a record of 0 bytes/],
  [
    "an order record too short",
    Buffer.concat([head, changed(orderBytes(standing[0]!), 0, 12).subarray(0, 48)]),
    /at byte 282: found a record of 48 bytes, expected at least 56/,
  ],
  [
    "a record cut off",
    Buffer.concat([head, orderBytes(standing[0]!).subarray(0, 40)]),
    /at byte 282: found the end of the file after 40 bytes, expected a record of 56 bytes/,
  ],
  [
    "an unknown action",
    Buffer.concat([head, changed(orderBytes(standing[0]!), 38, 0x51)]),
    /at byte 282: found action "Q", expected one of A, C, F, M, N, R, T/,
  ],
  [
    "an order without a side",
    Buffer.concat([head, changed(orderBytes(standing[0]!), 39, 0x4e)]),
    /found side "N", expected side A or B/,
  ],
  [
    "order id 0",
    Buffer.concat([head, orderBytes({ ...standing[0]!, id: 0n })]),
    /found order id 0, expected an order id from 1 to 2\^53 - 1/,
  ],
  [
    "an order id beyond a double",
    Buffer.concat([head, orderBytes({ ...standing[0]!, id: 1n << 60n })]),
    /found order id 1152921504606847000, expected/,
  ],
  [
    "a price beyond every book",
    Buffer.concat([head, orderBytes({ ...standing[0]!, price: 9e8 })]),
    /found a price of 3600000000 ticks, expected one below/,
  ],
];

for (const [name, bytes, message] of faults) {
  test(`${name} is refused`, async (t) => {
    const path = await storeFile(t, "test.dbn", bytes);
    const read = async (): Promise<unknown> => readRecording(await openDbn(path, tick));
    await rejects(read, (error) => {
      match((error as Error).message, message);
      return error instanceof InputError;
    });
  });
}

test("the first bytes tell DBN from other formats", () => {
  equal(looksLikeDbn(head.subarray(0, 64), "x"), true);
  equal(looksLikeDbn(Buffer.from("502a4d18", "hex"), "x"), true);
  equal(looksLikeDbn(Buffer.from("time,price\n"), "x.dbn"), false);
  equal(looksLikeDbn(Buffer.alloc(0), "x"), false);
  equal(fixtureInstrument, 17);
});
