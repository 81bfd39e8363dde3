/** Damaged DBN files, plain and packed. */
import { zstdCompressSync } from "node:zlib";
import {
  barBytes,
  dbnBytes,
  levelBytes,
  type OrderFixture,
  orderBytes,
  statusBytes,
} from "../../src/data/dbn/dbn-fixture.ts";
import { recordType } from "../../src/data/dbn/layout.ts";
import { openDbn } from "../../src/data/dbn/open-dbn.ts";
import { fuzzReader } from "./reader-fuzz-suite.ts";

/** Orders that come, trade, change and go. */
function createOrders(): Buffer[] {
  const records: Buffer[] = [];
  const push = (order: OrderFixture): number => records.push(orderBytes(order));
  for (let row = 0; row < 60; row++) {
    const id = BigInt(10 * row + 1);
    const time = BigInt(1000 * row);
    const price = 100 - 0.25 * (row % 9);
    push({ action: "A", side: "B", id, price, size: 9, time });
    push({ action: "A", side: "A", id: id + 1n, price: price + 3, size: 9, time });
    push({ action: "M", side: "B", id, price: price - 0.25, size: 8, time });
    push({ action: "T", side: "A", id: 7n, price: price - 0.25, size: 12, time, more: true });
    push({ action: "F", side: "B", id, price: price - 0.25, size: 12, time, more: true });
    push({ action: "M", side: "B", id, price: price - 0.25, size: 4, time });
    push({ action: "C", side: "A", id: id + 1n, price: price + 3, size: 9, time });
  }
  return [...records, orderBytes({ action: "R", time: 99_000n })];
}

function createLevels(): Buffer[] {
  const records: Buffer[] = [];
  for (let row = 0; row < 60; row++) {
    const time = BigInt(1000 * row);
    const price = 100 - 0.25 * (row % 5);
    const pair = [price, 5 + row, price + 0.25, 7] as const;
    records.push(
      levelBytes({ type: recordType.bestLevel, pairs: [pair], time }),
      levelBytes({ type: recordType.tenLevels, pairs: Array(10).fill(pair), time }),
      levelBytes({ type: recordType.trade, action: "T", price, size: 3, time }),
      levelBytes({ type: recordType.bestLevelSecond, pairs: [pair], time }),
      barBytes(recordType.minuteBar, { time, close: price, volume: 5n }),
      statusBytes(7, time),
    );
  }
  return records;
}

/** Where the records of a file begin. */
function recordStartsOf(file: Buffer, records: readonly Buffer[]): number[] {
  let at = file.length - records.reduce((sum, record) => sum + record.length, 0);
  return records.map((record) => {
    at += record.length;
    return at - record.length;
  });
}

for (const [name, records] of [
  ["dbn orders", createOrders()],
  ["dbn levels", createLevels()],
] as const) {
  const bytes = dbnBytes({ records, schema: 0xffff });
  const recordStarts = recordStartsOf(bytes, records);
  fuzzReader({ name, bytes, fileName: "test.dbn", open: openDbn, recordStarts });
}

const packed = zstdCompressSync(dbnBytes({ records: createOrders() }));
fuzzReader({ name: "dbn zstd", bytes: packed, fileName: "test.dbn.zst", open: openDbn, runs: 30 });
