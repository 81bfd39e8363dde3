/** Memory does not grow with the recording: measured after garbage collection, early and late. */
import { ok } from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { timeNs } from "../../src/core/units.ts";
import { createSyntheticDay } from "../../src/simulation/synthetic-day.ts";
import { createParent, hourNs, replayForTest } from "../support/replay-request.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function usedBytes(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test("a replay's memory is flat over a whole day", async (context) => {
  const marks: number[] = [];
  // The order is over at 10:30; 300,000 events follow it.
  await replayForTest(createSyntheticDay({}, 1), {
    parent: createParent({ endNs: timeNs(10.5 * hourNs) }),
    latency: "feed=1s,entry=1ms,response=1ms",
    onProgress: (_, events) => {
      if (marks.length === 0 ? events > 100_000 : events > 400_000 && marks.length === 1) {
        marks.push(usedBytes());
      }
    },
  });
  const [early = Number.NaN, late = Number.NaN] = marks;
  context.diagnostic(`${(early / 1e6).toFixed(1)} MB early, ${(late / 1e6).toFixed(1)} MB late`);
  ok(late - early < 2e6, `grew by ${late - early} bytes over 300,000 events`);
});
