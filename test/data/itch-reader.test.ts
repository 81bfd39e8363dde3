/** ITCH messages become market events by the rules of `docs/formats/itch.md`. */
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { InputError } from "../../src/core/trouble.ts";
import { parseItchDate } from "../../src/data/itch/file-name.ts";
import {
  addOrder,
  directoryEntry,
  drawItch,
  itchBytes,
  itchMessage,
  systemEvent,
  writeItchFile,
} from "../../src/data/itch/itch-fixture.ts";
import { looksLikeItch, openItch } from "../../src/data/itch/open-itch.ts";
import { lines } from "../../src/data/lobster/pair-fixture.ts";
import { readAllEvents } from "../support/event-sources.ts";

const stock = "TEST";
const shown = [addOrder(1, 11, "B", 100, 1_000_000), addOrder(2, 12, "S", 50, 1_000_200)];
const shownText = `add bid 11: 100 @ 10000
  add ask 12: 50 @ 10002\n`;

test("orders come, lose lots, trade and go", async (t) => {
  const { text, rules, recording } = await drawItch(t, [
    ...shown,
    itchMessage("F", 3, {
      orderId: 13n,
      side: "S",
      shares: 30,
      stock,
      price: 1_000_300,
      attribution: "NITE",
    }),
    itchMessage("X", 4, { orderId: 11n, shares: 40 }),
    itchMessage("E", 5, { orderId: 12n, shares: 20, matchNumber: 1n }),
    itchMessage("E", 6, { orderId: 12n, shares: 30, matchNumber: 2n }),
    itchMessage("D", 7, { orderId: 11n }),
    itchMessage("U", 8, { orderId: 13n, newOrderId: 14n, shares: 35, price: 1_000_100 }),
    itchMessage("X", 9, { orderId: 14n, shares: 35 }),
  ]);
  equal(
    text,
    lines(`${shownText}  add ask 13: 30 @ 10003
      reduce bid 11: 40 @ 10000
      execute ask 12: 20 @ 10002
      execute ask 12: 30 @ 10002
      remove bid 11: 60 @ 10000
      remove ask 13: 30 @ 10003; add ask 14: 35 @ 10001
      remove ask 14: 35 @ 10001\n`),
  );
  deepEqual(rules, {});
  equal(recording.rows, 12);
  equal(recording.counts.ownMessages, 10);
  equal(recording.counts.events, 10);
  deepEqual(recording.counts.byType(), { S: 2, R: 1, A: 2, F: 1, E: 2, X: 2, D: 1, U: 1 });
});

test("a trade at another price than the order's is a hidden one; one of the cross is told by the cross", async (t) => {
  const { text, rules } = await drawItch(t, [
    ...shown,
    itchMessage("C", 3, {
      orderId: 11n,
      shares: 10,
      matchNumber: 1n,
      printable: "Y",
      price: 1_000_000,
    }),
    itchMessage("C", 4, {
      orderId: 11n,
      shares: 10,
      matchNumber: 2n,
      printable: "Y",
      price: 1_000_150,
    }),
    itchMessage("C", 5, {
      orderId: 11n,
      shares: 30,
      matchNumber: 3n,
      printable: "N",
      price: 1_000_000,
    }),
    itchMessage("C", 6, {
      orderId: 12n,
      shares: 50,
      matchNumber: 4n,
      printable: "N",
      price: 1_000_000,
    }),
    itchMessage("Q", 7, {
      shares: 80n,
      stock,
      price: 1_000_000,
      matchNumber: 5n,
      crossType: "O",
    }),
  ]);
  equal(
    text,
    lines(`${shownText}  execute bid 11: 10 @ 10000
      reduce bid 11: 10 @ 10000; hiddenExecute bid 0: 10 @ 10001.5
      reduce bid 11: 30 @ 10000
      remove ask 12: 50 @ 10002
      cross bid 0: 80 @ 10000\n`),
  );
  deepEqual(rules, { "off-grid": 1, "odd-print": 2 });
});

const hiddenTrade = (afterOpenNs: number, price: number, side = "B") =>
  itchMessage("P", afterOpenNs, {
    orderId: 0n,
    side,
    shares: 5,
    stock,
    price,
    matchNumber: 9n,
  });

test("hidden trades have the printed side before it was masked, and that of the mid after", async (t) => {
  const messages = [
    ...shown,
    hiddenTrade(3, 1_000_100, "S"),
    hiddenTrade(4, 1_000_150),
    hiddenTrade(5, 1_000_050),
    hiddenTrade(6, 1_000_100),
  ];
  const sides = async (options: object): Promise<string> => {
    const { text } = await drawItch(t, messages, options);
    return text.split("\n").slice(2, -1).join("\n");
  };
  const printed = lines(`hiddenExecute ask 0: 5 @ 10001
    hiddenExecute bid 0: 5 @ 10001.5
    hiddenExecute bid 0: 5 @ 10000.5
    hiddenExecute bid 0: 5 @ 10001`);
  const byMid = lines(`hiddenExecute ask 0: 5 @ 10001
    hiddenExecute ask 0: 5 @ 10001.5
    hiddenExecute bid 0: 5 @ 10000.5
    hiddenExecute bid 0: 5 @ 10001`);
  equal(await sides({ date: "2014-07-11" }), printed);
  equal(await sides({ date: "2014-07-14" }), byMid);
  equal(await sides({ date: "2014-07-11", hiddenSide: "mid" }), byMid);
  equal(await sides({ date: "2014-07-14", hiddenSide: "printed" }), printed);
});

test("halts, pauses and operational halts of this market change the status", async (t) => {
  const action = (afterOpenNs: number, tradingState: string) =>
    itchMessage("H", afterOpenNs, { stock, tradingState, reserved: "", reason: "T1" });
  const operational = (afterOpenNs: number, marketCode: string, haltAction: string) =>
    itchMessage("h", afterOpenNs, { stock, marketCode, haltAction });
  const messages = [
    action(1, "H"),
    action(2, "Q"),
    action(3, "T"),
    action(4, "P"),
    operational(5, "B", "H"),
    operational(6, "Q", "H"),
    operational(7, "Q", "T"),
  ];
  const { events, rules } = await drawItch(t, messages);
  deepEqual(
    events.map(({ quantityLots }) => quantityLots),
    [0, 1, 2, 0, 0, 2],
  );
  deepEqual(rules, { halt: 3 });
  const elsewhere = await drawItch(t, messages, { marketCode: "B" });
  equal(elsewhere.rules.halt, 3);
  equal(elsewhere.events.length, 5);
});

test("what is wrong with a message is found, counted, and put right", async (t) => {
  const { text, rules, recording } = await drawItch(t, [
    ...shown,
    itchMessage("D", 3, { orderId: 99n }),
    itchMessage("U", 3, { orderId: 99n, newOrderId: 98n, shares: 1, price: 1_000_000 }),
    addOrder(4, 11, "B", 70, 999_900),
    itchMessage("E", 5, { orderId: 12n, shares: 60, matchNumber: 1n }),
    addOrder(4, 15, "S", 10, 1_000_250),
    addOrder(6, 16, "B", 10, 999_950),
    addOrder(7, 17, "B", 0, 1_000_000),
    itchMessage("X", 8, { orderId: 15n, shares: 0 }),
    addOrder(8, 18, "B", 10, 50),
    itchMessage("D", 9, { orderId: 18n }),
    itchMessage("B", 10, { matchNumber: 1n }),
    hiddenTrade(11, 0),
  ]);
  equal(
    text,
    lines(`${shownText}  remove bid 11: 100 @ 10000; add bid 11: 70 @ 9999
      execute ask 12: 50 @ 10002
      add ask 15: 10 @ 10003
      add bid 16: 10 @ 9999\n`),
  );
  deepEqual(rules, {
    "time-backwards": 1,
    "unknown-order": 2,
    "repeated-order": 1,
    "excess-quantity": 1,
    "off-grid": 3,
    "broken-trade": 1,
    "bad-quantity": 2,
    "no-price": 2,
  });
  const unknown = recording.findings.list().find(({ rule }) => rule === "unknown-order");
  // S and its length take 14 bytes, R 41, each A 38.
  deepEqual(unknown?.first, {
    path: recording.paths[0],
    byte: 14 + 41 + 2 * 38 + 2,
    venueTimeNs: 34_200_000_000_003,
  });
});

test("the times of events never go back, whatever the messages say", async (t) => {
  const { events } = await drawItch(t, [addOrder(9, 1, "B", 1, 100), addOrder(4, 2, "B", 1, 100)]);
  deepEqual(
    events.map(({ venueTimeNs }) => venueTimeNs - 34_200e9),
    [9, 9],
  );
});

test("a half day and a file without its end are found", async (t) => {
  const close = itchMessage("S", 3.5 * 3600e9, { eventCode: "M" }, { stockLocate: 0 });
  const { rules } = await drawItch(t, [close]);
  deepEqual(rules, { "half-day": 1 });
  const path = await writeItchFile(t, [systemEvent("O"), directoryEntry(), ...shown]);
  const recording = await openItch(path);
  equal((await readAllEvents(recording)).length, 2);
  equal(recording.findings.count("gap"), 1);
});

test("one stock is read out of many, and messages of the others are not looked into", async (t) => {
  const alien = itchMessage(
    "A",
    5,
    { orderId: 2n ** 60n, side: "?", shares: 0, stock: "OTHER", price: 0 },
    { stockLocate: 8 },
  );
  const whole = [directoryEntry(), directoryEntry("OTHER", 8), ...shown, alien];
  const path = await writeItchFile(t, whole);
  const recording = await openItch(path, { symbol: stock });
  equal((await readAllEvents(recording)).length, 2);
  equal(recording.rows, 5);
  equal(recording.instrument.symbol, stock);
  equal(recording.instrument.roundLotLots, 100);
  await rejects(openItch(path), /found 2 stocks \(OTHER, TEST\) up to here, expected a symbol/);
  await rejects(openItch(path, { symbol: "NONE" }), /2 stocks .* expected NONE among them/);
});

test("the list of a file with very many stocks is cut short", async (t) => {
  const many = Array.from({ length: 300 }, (_, index) => directoryEntry(`S${index}`, index + 1));
  const path = await writeItchFile(t, [...many, ...shown]);
  await rejects(openItch(path), /found 300 stocks \(S0, S1, S10, .*, …\)/);
});

test("a directory without an end is refused", async (t) => {
  const endless = Array.from({ length: 65_537 }, (_, index) => directoryEntry(`S${index}`, 1));
  const path = await writeItchFile(t, endless);
  await rejects(openItch(path), /found more than 65536 stocks, expected as many as have a number/);
});

test("a second stock after the first order is refused where none was chosen", async (t) => {
  const late = [directoryEntry(), ...shown, directoryEntry("LATE", 9)];
  const path = await writeItchFile(t, late);
  await rejects(readAllEvents(await openItch(path)), /found another stock, LATE, after TEST/);
  equal((await readAllEvents(await openItch(path, { symbol: stock }))).length, 2);
});

test("the day comes from the option, or from any of the names in use", async (t) => {
  for (const [name, date] of [
    ["01302020.NASDAQ_ITCH50.gz", "2020-01-30"],
    ["20190530.BX_ITCH_50", "2019-05-30"],
    ["S081321-v50.txt.gz", "2021-08-13"],
    ["AMZN_2012-06-21.itch", "2012-06-21"],
    ["13452020.NASDAQ_ITCH50", undefined],
    ["itch.bin", undefined],
  ] as const) {
    equal(parseItchDate(name), date);
  }
  const path = await writeItchFile(t, [directoryEntry(), ...shown], "day.itch");
  await rejects(openItch(path), /found no date in the file name, expected a day YYYY-MM-DD/);
  await rejects(openItch(path, { date: "2012-02-30" }), /found date 2012-02-30/);
  equal((await openItch(path, { date: "2012-06-21" })).date, "2012-06-21");
});

test("gzip, zstd and a mark of the session's end read the same", async (t) => {
  const bytes = itchBytes([directoryEntry(), ...shown]);
  const path = await writeItchFile(t, bytes);
  const expected = await readAllEvents(await openItch(path));
  for (const [name, content] of [
    ["2012-06-21.itch.gz", gzipSync(bytes)],
    ["2012-06-21.itch.zst", zstdCompressSync(bytes)],
    ["2012-06-21.packed", zstdCompressSync(bytes)],
    ["2012-06-21.ended", Buffer.concat([bytes, Buffer.of(0, 0)])],
  ] as const) {
    const packed = join(path, "..", name);
    await writeFile(packed, content);
    deepEqual(await readAllEvents(await openItch(packed)), expected, name);
  }
});

test("small chunks and small blocks give the same events, a message's never parted", async (t) => {
  const messages = [systemEvent("O"), directoryEntry(), ...shown];
  for (let index = 0; index < 400; index++) {
    const [old, next] = [100 + index, 101 + index];
    if (index === 0) messages.push(addOrder(10, 100, "B", 10, 990_000));
    messages.push(
      itchMessage("U", 11 + index, {
        orderId: BigInt(old),
        newOrderId: BigInt(next),
        shares: 10,
        price: 990_000,
      }),
    );
  }
  const path = await writeItchFile(t, messages);
  const expected = await readAllEvents(await openItch(path));
  equal(expected.length, 803);
  const small = await openItch(path, { blockCapacity: 1 });
  deepEqual(await readAllEvents(small), expected);
  for await (const block of small.blocks()) equal(block.flags[block.length - 1]! & 1, 1);
});

test("tick sizes are whole numbers of ITCH's own", async (t) => {
  const { events } = await drawItch(t, shown, { tickSize: 0.0001 });
  equal(events[1]?.priceTicks, 1_000_200);
  await rejects(openItch("x", { tickSize: 0.00001 }), /a whole number of 0\.0001/);
});

test("the digest is that of the stored bytes, known at the end", async (t) => {
  const path = await writeItchFile(t, [directoryEntry(), ...shown]);
  const recording = await openItch(path);
  equal(recording.sha256, undefined);
  await readAllEvents(recording);
  match(recording.sha256 ?? "", /^[0-9a-f]{64}$/);
});

/** Each with the byte it starts at, after the head of 14 and 41 bytes. */
const headBytes = 55;
const order = itchBytes([addOrder(1, 11, "B", 100, 1_000_000)]);
function changed(at: number, hex: string): Buffer {
  const bytes = Buffer.from(order);
  bytes.write(hex, at, "hex");
  return bytes;
}

const faults: readonly (readonly [string, Buffer, RegExp])[] = [
  ["an unknown type", changed(2, "7a"), /at byte 57: found message type z, expected a type of/],
  ["a type that is no letter", changed(2, "00"), /at byte 57: found message type 0x0/],
  [
    "another type's length",
    changed(1, "25"),
    /at byte 55: found a length of 37 for a message A, expected 36/,
  ],
  ["a cut message", order.subarray(0, 20), /at byte 55: found the end of the file 20 bytes into/],
  ["a cut length", order.subarray(0, 1), /at byte 55: found the end of the file 1 bytes into/],
  ["an unknown side", changed(21, "58"), /at byte 76: found side "X", expected B or S/],
  ["an order id of 0", changed(13, "0000000000000000"), /at byte 68: found order 0, expected/],
  [
    "an order id that no double holds",
    changed(13, "0020000000000000"),
    /at byte 68: found order 9007199254740992, expected an order id from 1 to 2\^53 - 1/,
  ],
  ["another stock's name", changed(26, "58"), /at byte 81: found stock "XEST" under the number of/],
  ["a time past midnight", changed(7, "ffff"), /at byte 62: found time \d+, expected at most 24/],
  [
    "bytes after the end",
    Buffer.concat([order, Buffer.of(0, 0, 1)]),
    /at byte 95: found more bytes, expected the end of the file/,
  ],
  [
    "an unknown trading state",
    itchBytes([itchMessage("H", 1, { stock, tradingState: "Z", reserved: "", reason: "" })]),
    /at byte 76: found trading state "Z", expected H, P, Q or T/,
  ],
  ["an unknown system event", itchBytes([systemEvent("Z")]), /found system event "Z"/],
];

for (const [name, bytes, fault] of faults) {
  test(`${name} is named with its byte`, async (t) => {
    const head = itchBytes([systemEvent("O"), directoryEntry()]);
    equal(head.length, headBytes);
    const path = await writeItchFile(t, Buffer.concat([head, bytes]));
    await rejects(
      async () => readAllEvents(await openItch(path, { symbol: stock })),
      (error) => {
        match((error as Error).message, fault);
        return error instanceof InputError && error.place.byte !== undefined;
      },
    );
  });
}

test("an unknown printable flag is named", async (t) => {
  const fields = { orderId: 11n, shares: 1, matchNumber: 1n, printable: "?", price: 1 };
  await rejects(drawItch(t, [...shown, itchMessage("C", 3, fields)]), /found printable "\?"/);
});

test("an empty file and one without a directory are refused", async (t) => {
  const empty = await writeItchFile(t, Buffer.alloc(0));
  await rejects(openItch(empty), /at byte 0: found no stock directory \(message R\) up to here/);
  const bare = await writeItchFile(t, shown);
  await rejects(openItch(bare, { symbol: stock }), /expected one that lists TEST/);
});

test("an ITCH file is known by its first messages", async (t) => {
  const path = await writeItchFile(t, [systemEvent("O"), directoryEntry()]);
  ok(looksLikeItch(await readFile(path)));
  ok(!looksLikeItch(Buffer.from("time,kind,side,order,price,quantity\n")));
  ok(!looksLikeItch(Buffer.alloc(0)));
  ok(!looksLikeItch(Buffer.alloc(64)));
});
