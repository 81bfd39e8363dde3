/** What goes into a catalogue comes out again: every row, in its place, in memory that is bounded. */
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { importRecording } from "../../src/data/catalogue/import-recording.ts";
import {
  isCatalogueFolder,
  openCatalogue,
  openCatalogueFolder,
  openCataloguePart,
} from "../../src/data/catalogue/open-catalogue.ts";
import { openRecording } from "../../src/data/open-recording.ts";
import type { Recording } from "../../src/data/recording.ts";
import { eventFlag } from "../../src/market/event-block.ts";
import { readAllEvents } from "../support/event-sources.ts";
import { replayForTest } from "../support/replay-request.ts";
import { sharedFolder } from "../support/shared-folder.ts";
import { createMadeRecording, createTestFolder, summarize } from "./catalogue-fixture.ts";

const amazon = join(sharedFolder, "lobster", "AMZN_2012-06-21_34200000_57600000_message_5.csv.gz");
const withoutAmazon = existsSync(amazon) ? false : "the LOBSTER sample days are not here";

async function importAndOpen(recording: Recording, rowsPerPart: number) {
  const catalogue = createTestFolder();
  const { folder } = await importRecording(recording, catalogue, { rowsPerPart });
  const { format: source, date } = recording;
  const instrument = recording.instrument.symbol;
  return { folder, stored: await openCataloguePart(catalogue, { source, instrument, date }) };
}

describe("a recording out of the catalogue", () => {
  // Around a chunk of DuckDB's (2,048), a block of ours (4,096) and a part.
  for (const events of [0, 1, 2047, 2048, 2049, 4097, 10_000, 10_001]) {
    test(`gives its ${events} events row by row`, async () => {
      const recording = createMadeRecording({ folder: createTestFolder(), events });
      const { stored } = await importAndOpen(recording, 5000);
      const expected = await readAllEvents(recording);
      deepEqual(await readAllEvents(stored), expected);
      equal(stored.rows, events);
      equal(stored.paths.length, Math.ceil(events / 5000));
      // A second run is the same run.
      deepEqual(await readAllEvents(stored), expected);
    });
  }

  test("says of itself what the source said", async () => {
    const recording = createMadeRecording({ folder: createTestFolder(), events: 10 });
    const { folder, stored } = await importAndOpen(recording, 5000);
    deepEqual(stored.instrument, recording.instrument);
    deepEqual(stored.findings.list(), recording.findings.list());
    equal(stored.findings.count("off-grid"), 2);
    equal(stored.findings.count("halt"), 0);
    const { date, timeZone, granularity, manifest } = stored;
    deepEqual(
      { date, timeZone, granularity, format: manifest.format, sourceRows: manifest.sourceRows },
      {
        date: "2024-02-29",
        timeZone: "UTC",
        granularity: "orders",
        format: "made",
        sourceRows: 12,
      },
    );
    ok(isCatalogueFolder(folder));
    ok(!isCatalogueFolder(join(folder, "part-1-00000.parquet")));
    deepEqual((await openCatalogueFolder(folder)).manifest, manifest);
  });

  test("ends its blocks where records end", async () => {
    const recording = createMadeRecording({ folder: createTestFolder(), events: 20_000 });
    const { stored } = await importAndOpen(recording, 7000);
    const lengths: number[] = [];
    for await (const block of stored.blocks()) {
      lengths.push(block.length);
      if (stored.rows < 20_000) ok(block.flags[block.length - 1]! & eventFlag.endOfRecord);
    }
    ok(lengths.slice(0, -1).every((length) => length > 2000 && length <= 4096));
  });

  test("may be left in the middle and begun again", async () => {
    const recording = createMadeRecording({ folder: createTestFolder(), events: 30_000 });
    const { stored } = await importAndOpen(recording, 10_000);
    for await (const block of stored.blocks()) {
      ok(block.length > 0);
      break;
    }
    equal(await summarize(stored), await summarize(recording));
  });

  test("of two million events is never in memory as a whole", async () => {
    const events = 2_000_000;
    const recording = createMadeRecording({ folder: createTestFolder(), events });
    const { stored } = await importAndOpen(recording, 300_000);
    equal(stored.manifest.parts.length, 7);
    equal(stored.manifest.events, events);
    let memoryMax = 0;
    const found = await summarize(stored, () => {
      memoryMax = Math.max(memoryMax, process.memoryUsage().arrayBuffers);
    });
    equal(found, await summarize(recording));
    // All rows are 43 bytes each; DuckDB's chunks pile up until they are collected, at about 50 MB.
    ok(memoryMax < events * 43 * 0.9, `${memoryMax} bytes of columns at once`);
  });
});

describe("the AMZN day out of the catalogue", { skip: withoutAmazon }, () => {
  test("is the day itself, and an order worked in it does the same", async () => {
    const recording = await openRecording(amazon);
    const { stored } = await importAndOpen(recording, 100_000);
    equal(stored.paths.length, 2);
    deepEqual(await readAllEvents(stored), await readAllEvents(recording));
    const hashes = async (source: Recording): Promise<string[]> => {
      const { policies } = await replayForTest(source, { policies: ["vwap", "twap"] });
      return policies.map(({ run }) => run.hash);
    };
    deepEqual(await hashes(stored), await hashes(recording));
    deepEqual(stored.findings.list(), recording.findings.list());
  });
});

test("a catalogue lists its recordings in order, and one that is not there is named", async () => {
  const folder = createTestFolder();
  const catalogue = createTestFolder();
  for (const symbol of ["ZZZ", "BTC/USDT", "it's"]) {
    const recording = createMadeRecording({ folder, events: 5, symbol: symbol.replace("/", "-") });
    const named = { ...recording, instrument: { ...recording.instrument, symbol } };
    await importRecording(named, catalogue, { source: "a source" });
  }
  const entries = await openCatalogue(catalogue);
  deepEqual(
    entries.map(({ manifest }) => manifest.instrument.symbol),
    ["BTC/USDT", "ZZZ", "it's"],
  );
  const key = { source: "a source", instrument: "BTC/USDT", date: "2024-02-29" };
  equal((await readAllEvents(await openCataloguePart(catalogue, key))).length, 5);
  await rejects(openCataloguePart(catalogue, { ...key, instrument: "BTC" }), /a source BTC 2024/);
  await rejects(openCatalogue(join(catalogue, "none")), /no such catalogue/);
});
