/** The public LOBSTER sample days, read whole and compared with their own orderbook files. */
import { deepEqual, equal, rejects } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { openLobster } from "../../src/data/index.ts";
import { eventFlag, eventKind, readEvent } from "../../src/market/event-block.ts";
import { LobsterPlainBook } from "../support/lobster-plain-book.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const folder = join(sharedFolder, "lobster");
const skip = existsSync(folder) ? false : `no ${folder}`;
const tickFileUnits = 100;

const samples = [
  { name: "AMZN_2012-06-21_34200000_57600000_message_5.csv.gz", rows: 155_935, levels: 5 },
  { name: "AMZN_2012-06-21_34200000_57600000_message_1.csv.gz", rows: 57_515, levels: 1 },
  { name: "AAPL_2012-06-21_34200000_57600000_message_1.csv.gz", rows: 118_497, levels: 1 },
  { name: "AAPL_2012-06-21_HEAD_message_10.csv.gz", rows: 999, levels: 10 },
] as const;

function readLines(name: string): string[] {
  return gunzipSync(readFileSync(join(folder, name)))
    .toString("latin1")
    .trimEnd()
    .split("\n");
}

/** The counts by another way: split text and a set of every id ever seen. */
function countMessages(rows: readonly string[]): Record<string, number> {
  const byType = [0, 0, 0, 0, 0, 0, 0, 0];
  const firstSeen = [0, 0, 0, 0, 0, 0, 0, 0];
  const lots = [0, 0, 0, 0, 0, 0, 0, 0];
  const seen = new Set<string>();
  let offGrid = 0;
  for (const row of rows) {
    const [, typeText, id, size, price] = row.split(",");
    const type = Number(typeText);
    byType[type]!++;
    lots[type]! += Number(size);
    if (type === 5 && Number(price) % tickFileUnits !== 0) offGrid++;
    if (type > 4 || seen.has(id!)) continue;
    seen.add(id!);
    firstSeen[type]!++;
  }
  return {
    rows: rows.length,
    submissions: byType[1]!,
    partialCancellations: byType[2]!,
    deletions: byType[3]!,
    executions: byType[4]!,
    hiddenExecutions: byType[5]!,
    hiddenExecutionsOffGrid: offGrid,
    crosses: byType[6]!,
    statusChanges: byType[7]!,
    standingInPartialCancellations: firstSeen[2]!,
    standingInDeletions: firstSeen[3]!,
    standingInExecutions: firstSeen[4]!,
    executedLots: lots[4]!,
    reducedLots: lots[2]!,
    hiddenLots: lots[5]!,
  };
}

for (const { name, rows, levels } of samples) {
  test(`${name}: the book of the events is the file's after every record`, { skip }, async () => {
    const source = await openLobster(join(folder, name));
    const shown = readLines(name.replace("_message_", "_orderbook_"));
    const book = new LobsterPlainBook();
    const lotsOfKind = new Float64Array(12);
    let [record, wrongRecords, tornBlocks, tornTimes, lastTime] = [0, 0, 0, 0, 0];
    for await (const block of source.blocks()) {
      for (let row = 0; row < block.length; row++) {
        const event = readEvent(block, row);
        lotsOfKind[event.kind]! += event.quantityLots;
        if (event.venueTimeNs < lastTime) tornTimes++;
        lastTime = event.venueTimeNs;
        book.apply(event);
        if ((event.flags & eventFlag.endOfRecord) === 0) continue;
        if (book.formatRow(levels, tickFileUnits) !== shown[record]) wrongRecords++;
        record++;
      }
      if ((block.flags[block.length - 1]! & eventFlag.endOfRecord) === 0) tornBlocks++;
    }
    equal(record, rows);
    equal(wrongRecords, 0);
    equal(tornBlocks, 0);
    equal(tornTimes, 0);
    equal(source.counts.mismatches, 0);
    const { executedLots, reducedLots, hiddenLots, ...counted } = countMessages(readLines(name));
    deepEqual({ ...source.counts, ...counted }, { ...source.counts });
    equal(lotsOfKind[eventKind.execute], executedLots);
    equal(lotsOfKind[eventKind.reduce], reducedLots);
    equal(lotsOfKind[eventKind.hiddenExecute], hiddenLots);
  });
}

test("AMZN's five levels hold what was counted when the data were collected", {
  skip,
}, async () => {
  const source = await openLobster(join(folder, samples[0].name));
  for await (const _ of source.blocks());
  const { counts } = source;
  equal(counts.rows, 155_935);
  equal(counts.submissions, 77_381);
  equal(counts.partialCancellations, 450);
  equal(counts.deletions, 66_685);
  equal(counts.executions, 8974);
  equal(counts.hiddenExecutions, 2445);
  equal(counts.hiddenExecutionsOffGrid, 63);
  equal(counts.standingInPartialCancellations, 94);
  equal(counts.standingInDeletions, 7185);
  equal(counts.standingInExecutions, 742);
  // First 16 digits from the folder's README.
  equal(source.digests?.message.slice(0, 16), "c611fca879b890b7");
  equal(source.digests?.orderbook.slice(0, 16), "53cd12ae325b2d1d");
});

test("the book of another stock under the right name is caught in the first rows", {
  skip,
}, async (t) => {
  const elsewhere = await mkdtemp(join(tmpdir(), "lobster-"));
  t.after(() => rm(elsewhere, { recursive: true }));
  const amazon = samples[1].name.replace("_message_", "_orderbook_");
  const apple = samples[2].name.replace("_message_", "_orderbook_");
  const disguised = join(elsewhere, amazon);
  await copyFile(join(folder, apple), disguised);
  const source = await openLobster(join(folder, samples[1].name), { orderbookPath: disguised });
  await rejects(async () => {
    for await (const _ of source.blocks());
  }, /orderbook_1\.csv\.gz:[1-5]: found /);
});
