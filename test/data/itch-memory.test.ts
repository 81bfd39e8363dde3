/** Reading ITCH takes no more memory late in a file than early in it. */
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  addOrder,
  directoryEntry,
  itchBytes,
  itchMessage,
  writeItchFile,
} from "../../src/data/itch/itch-fixture.ts";
import { openItch } from "../../src/data/itch/open-itch.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function usedBytes(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Orders that come and go, 50 at a time, under ids that never return. */
function createPart(first: number): Buffer {
  const messages = [];
  for (let index = 0; index < 50; index++) {
    messages.push(addOrder(first + index, first + index, "B", 10, 1_000_000));
  }
  for (let index = 0; index < 50; index++) {
    messages.push(itchMessage("D", first + 50, { orderId: BigInt(first + index) }));
  }
  return itchBytes(messages);
}

test("memory is flat over 400,000 messages", async (t) => {
  const parts = [itchBytes([directoryEntry()])];
  for (let part = 0; part < 4000; part++) parts.push(createPart(1 + part * 100));
  const path = await writeItchFile(t, Buffer.concat(parts));
  parts.length = 0;
  const recording = await openItch(path);
  let events = 0;
  const marks: number[] = [];
  for await (const block of recording.blocks()) {
    events += block.length;
    if (events >= (marks.length + 1) * 20_000) marks.push(usedBytes());
  }
  equal(events, 400_000);
  equal(recording.findings.list().length, 0);
  // Chunks on their way come and go; what stays is the least that was in use.
  const half = marks.length / 2;
  const [early, late] = [Math.min(...marks.slice(0, half)), Math.min(...marks.slice(half))];
  t.diagnostic(`${(early / 1e6).toFixed(1)} MB early, ${(late / 1e6).toFixed(1)} MB late`);
  ok(late - early < 1e6, `grew by ${late - early} bytes`);
});
