/** A recording is opened by what it looks like, or by the format that was named. */
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { InputError, UsageError } from "../../src/core/trouble.ts";
import {
  addOrder,
  directoryEntry,
  itchBytes,
  systemEvent,
} from "../../src/data/itch/itch-fixture.ts";
import { openLobster } from "../../src/data/lobster/open-lobster.ts";
import { detectFormat, openRecording, recordingFormats } from "../../src/data/open-recording.ts";
import { readAllEvents } from "../support/event-sources.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const itch = itchBytes([systemEvent("O"), directoryEntry(), addOrder(1, 1, "B", 10, 1_000_000)]);
const csv = `# symbol: TEST\n# date: 2012-06-21\n# tickSize: 0.01
time,kind,side,order,price,quantity\n1,add,bid,1,10.00,5\n`;

async function store(t: TestContext, name: string, content: Buffer | string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "recording-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const files: readonly (readonly [string, string, Buffer | string])[] = [
  ["itch", "01302020.NASDAQ_ITCH50", itch],
  ["itch", "01302020.NASDAQ_ITCH50.gz", gzipSync(itch)],
  ["csv", "day.csv", csv],
  ["csv", "day.csv.gz", gzipSync(csv)],
  ["lobster", "TEST_2012-06-21_HEAD_message_1.csv", "34200.1,1,11,100,1000000,1\n"],
];
const orderbook = "9999999999,0,1000000,100\n";

for (const [format, name, content] of files) {
  test(`${name} is found to be ${format}`, async (t) => {
    const path = await store(t, name, content);
    await writeFile(join(path, "..", "TEST_2012-06-21_HEAD_orderbook_1.csv"), orderbook);
    const recording = await openRecording(path);
    equal(recording.format, format);
    equal(recording.instrument.symbol, "TEST");
    equal((await readAllEvents(recording)).length, 1);
    equal((await openRecording(path, { format })).format, format);
    await rejects(openRecording(path, { format: "lobster", symbol: "OTHER" }), InputError);
  });
}

const lobsterFolder = join(sharedFolder, "lobster");
const skip = existsSync(lobsterFolder) ? false : `no ${lobsterFolder}`;

/** Real files by folder, each with its format; the first pattern that fits. */
const samples: readonly (readonly [string, RegExp, string])[] = [
  ["lobster", /_message_|_orderbook_/, "lobster"],
  ["cme-l3", /\.(dbn|dbz)(\.gz|\.zst)?$/, "dbn"],
  ["cme-l3/dbn-fixtures", /\.(dbn|dbz)(\.gz|\.zst)?$/, "dbn"],
  ["crypto-depth", /binance/i, "binance"],
  ["crypto-depth", /bybit/i, "bybit"],
  ["crypto-depth/tardis", /\.csv$/, "tardis"],
  ["us-ticks", /_(Trade|Quote)_Tick\.csv\.gz$/, "us-ticks"],
  ["us-bars", /\.csv\.gz$/, "bars"],
  ["bitstamp-l3", /\.csv\.gz$/, "bitstamp"],
];

for (const [name, pattern, format] of samples) {
  const folder = join(sharedFolder, name);
  const absent = existsSync(folder) ? false : `no ${folder}`;
  test(`files of ${name} like ${pattern.source} are found to be ${format}`, {
    skip: absent,
  }, async () => {
    const fitting = readdirSync(folder).filter((file) => pattern.test(file));
    ok(fitting.length > 0, "there are such files");
    for (const file of fitting) equal((await detectFormat(join(folder, file))).name, format, file);
  });
}

test("a LOBSTER day as a recording has the events of its reader", { skip }, async () => {
  const path = join(lobsterFolder, "AMZN_2012-06-21_34200000_57600000_message_1.csv.gz");
  const recording = await openRecording(path);
  const source = await openLobster(path);
  deepEqual(await readAllEvents(recording), await readAllEvents(source));
  equal(recording.rows, 57_515);
  deepEqual(
    recording.findings.list().map(({ rule, count }) => [rule, count]),
    [["off-grid", 63]],
  );
  deepEqual(
    [recording.date, recording.timeZone, recording.granularity, recording.paths.length],
    ["2012-06-21", "America/New_York", "orders", 2],
  );
});

test("what is no recording is shown, with what is known", async (t) => {
  for (const [content, found] of [
    ["name;age\nAnn;3\n", /found a text that begins "name;age", expected one of itch \(NASDAQ/],
    [Buffer.of(0xff, 0xd8, 0xff, 0xe0), /found bytes that begin ffd8ffe0, expected one of/],
    ["", /found an empty file, expected one of/],
  ] as const) {
    const path = await store(t, "file", content);
    await rejects(openRecording(path), (error) => {
      match((error as Error).message, found);
      for (const { name } of recordingFormats) match((error as Error).message, new RegExp(name));
      return error instanceof InputError;
    });
  }
  const folder = join(await store(t, "notes.txt", "none"), "..");
  await rejects(
    openRecording(folder),
    /found a folder of notes\.txt, expected a file, or a folder/,
  );
  await rejects(openRecording("/nowhere/file.itch"), /no such file/);
});

test("a format that is not known is a wrong use", async (t) => {
  const path = await store(t, "day.csv", csv);
  await rejects(openRecording(path, { format: "xml" }), (error) => {
    match((error as Error).message, /found format xml, expected one of itch/);
    return error instanceof UsageError;
  });
});

test("another instrument or another day than asked for is refused", async (t) => {
  const name = "TEST_2012-06-21_HEAD_message_1.csv";
  const path = await store(t, name, "34200.1,1,11,100,1000000,1\n");
  await writeFile(join(path, "..", "TEST_2012-06-21_HEAD_orderbook_1.csv"), orderbook);
  await rejects(openRecording(path, { symbol: "AMZN" }), /found symbol TEST, expected AMZN/);
  await rejects(openRecording(path, { date: "2012-06-22" }), /found date 2012-06-21, expected/);
  equal((await openRecording(path, { symbol: "TEST", date: "2012-06-21" })).date, "2012-06-21");
});
