/**
 * Rows per second of processor time, printed; the bounds are far below what a quiet machine gives,
 * so that only a change of the kind of work breaks them.
 *
 * `node --test test/data/itch-speed.test.ts`, or `MESSAGES=5000000 node …` for a file of that size.
 */
import { ok } from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { createXoshiro128 } from "../../src/core/random/xoshiro128.ts";
import { openCsv } from "../../src/data/csv/open-csv.ts";
import { writeCsv } from "../../src/data/csv/write-csv.ts";
import {
  addOrder,
  directoryEntry,
  itchBytes,
  itchMessage,
  writeItchFile,
} from "../../src/data/itch/itch-fixture.ts";
import type { ItchMessage } from "../../src/data/itch/message.ts";
import { openItch } from "../../src/data/itch/open-itch.ts";
import type { Recording } from "../../src/data/recording.ts";

const messageCount = Number(process.env.MESSAGES ?? 300_000);

interface Live {
  id: number;
  lots: number;
  readonly side: string;
}

/** Up to 20,000 live orders: adds, deletes, replaces, executions and cancels as a day has them. */
function createDay(count: number): Buffer {
  const random = createXoshiro128(1);
  const live: Live[] = [];
  const fields = { orderId: 2n ** 40n, side: "B", shares: 1, stock: "OTHER", price: 100 };
  const other = itchMessage("A", 0, fields, { stockLocate: 8 });
  const parts = [itchBytes([directoryEntry(), directoryEntry("OTHER", 8), other])];
  let nextId = 1;
  const drawPrice = (side: string): number =>
    (side === "B" ? 10_000 - (random.uint32() % 50) : 10_001 + (random.uint32() % 50)) * 100;
  const drop = (index: number): void => {
    live[index] = live.at(-1)!;
    live.pop();
  };
  const draw = (at: number): ItchMessage => {
    const wish = random.uniform();
    const index = random.uint32() % Math.max(1, live.length);
    const order = live[index];
    if (order === undefined || live.length < Math.min(20_000, count / 10) || wish < 0.45) {
      const added = { id: nextId++, lots: 100, side: wish < 0.22 ? "B" : "S" };
      live.push(added);
      return addOrder(at, added.id, added.side, added.lots, drawPrice(added.side));
    }
    const orderId = BigInt(order.id);
    if (wish < 0.85) {
      drop(index);
      return itchMessage("D", at, { orderId });
    }
    if (wish < 0.92) {
      order.id = nextId++;
      order.lots = 100;
      const newOrderId = BigInt(order.id);
      return itchMessage("U", at, {
        orderId,
        newOrderId,
        shares: 100,
        price: drawPrice(order.side),
      });
    }
    const shares = Math.min(30, order.lots);
    order.lots -= shares;
    if (order.lots === 0) drop(index);
    if (wish < 0.96) return itchMessage("E", at, { orderId, shares, matchNumber: 1n });
    return itchMessage("X", at, { orderId, shares });
  };
  for (let index = 0; index < count; index++) parts.push(itchBytes([draw(index * 1000)]));
  return Buffer.concat(parts);
}

/** The best of three runs. @returns rows per second of processor time */
async function measure(t: TestContext, what: string, recording: Recording): Promise<number> {
  let best = 0;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    let events = 0;
    for await (const block of recording.blocks()) events += block.length;
    const { user, system } = process.cpuUsage(before);
    best = Math.max(best, (recording.rows / (user + system)) * 1e6);
    ok(events > 0);
  }
  t.diagnostic(`${what}: ${recording.rows} rows, ${(best / 1e6).toFixed(2)} M/s of processor time`);
  return best;
}

test("the readers of ITCH and of our CSV keep their speed", async (t) => {
  const path = await writeItchFile(t, createDay(messageCount));
  const symbol = "TEST";
  const itch = await openItch(path, { symbol });
  ok((await measure(t, "itch", itch)) > 500_000);
  const byMid = await openItch(path, { symbol, hiddenSide: "mid" });
  ok((await measure(t, "itch, sides by mid", byMid)) > 500_000);
  const other = await openItch(path, { symbol: "OTHER" });
  ok((await measure(t, "itch, messages of another stock", other)) > 2_000_000);
  const packedPath = `${path}.gz`;
  await writeFile(packedPath, gzipSync(await readFile(path)));
  const packed = await openItch(packedPath, { symbol });
  ok((await measure(t, "itch, gzip", packed)) > 300_000);
  const csvPath = join(path, "..", "day.csv");
  const { date, timeZone } = itch;
  await writeCsv(itch, csvPath, { date, timeZone });
  ok((await measure(t, "own CSV", await openCsv(csvPath))) > 300_000);
});
