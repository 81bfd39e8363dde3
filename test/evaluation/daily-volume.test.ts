import { deepEqual, equal, ok } from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { leaveOut } from "../../src/analytics/volume-curve-fit.ts";
import { openRecording } from "../../src/data/index.ts";
import { measureDailyVolume, type RecordedDay } from "../../src/evaluation/daily-volume.ts";
import {
  appendEvent,
  createEventBlock,
  eventKind,
  type MarketEventSource,
} from "../../src/market/event-block.ts";
import { createInstrument } from "../../src/market/instrument.ts";
import { bid } from "../../src/market/side.ts";
import { usEquityVolumeCurve } from "../../src/market/volume-curve.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const hourNs = 3600e9;
const buckets = { fromNs: 10 * hourNs, toNs: 12 * hourNs, bucketNs: hourNs };

function tradesAt(
  ...rows: readonly (readonly [hours: number, lots: number, kind?: number])[]
): MarketEventSource {
  const block = createEventBlock(Math.max(1, rows.length));
  for (const [hours, lots, kind = eventKind.trade] of rows) {
    const time = hours * hourNs;
    appendEvent(block, {
      ...{ kind: kind as typeof eventKind.trade, venueTimeNs: time, localTimeNs: time },
      ...{ side: bid, orderId: 0, priceTicks: 100, quantityLots: lots, flags: 0 },
    });
  }
  return {
    instrument: createInstrument({ symbol: "ABC" }),
    async *blocks() {
      yield block;
    },
  };
}

test("trades are counted where they fall, auctions are not, and days go on past midnight", async () => {
  const source = tradesAt(
    ...([
      [9.99, 1],
      [10, 2],
      [11, 4, eventKind.cross],
      [11.5, 8, eventKind.hiddenExecute],
      [12, 16],
      [24 + 10.5, 32],
    ] as const),
  );
  const days = await measureDailyVolume(source, buckets, { date: "2026-01-31", isAtEnd: false });
  deepEqual(days, [
    { date: "2026-01-31", lots: [2, 8], totalLots: 10, covered: 0.75 },
    { date: "2026-02-01", lots: [32, 0], totalLots: 32, covered: 0 },
  ]);
});

test("a bar belongs to the time before its end", async () => {
  const source = tradesAt([10, 1], [11, 2], [12, 4]);
  const [day] = await measureDailyVolume(source, buckets, { date: "2026-01-31", isAtEnd: true });
  deepEqual(day?.lots, [2, 4]);
});

const ibm = join(sharedFolder, "us-bars", "ibm_minute_trade.csv.gz");
const skip = existsSync(ibm) ? false : `${ibm} is not there`;

test("IBM's curve of other days is nearer to each of its four days than the generic one", {
  skip,
}, async () => {
  const session = { fromNs: 9.5 * hourNs, toNs: 16 * hourNs, bucketNs: 300e9 };
  const days: RecordedDay[] = [];
  for (const date of ["2013-10-04", "2013-10-07", "2013-10-08", "2013-10-09"]) {
    const recording = await openRecording(ibm, { date });
    days.push(...(await measureDailyVolume(recording, session, { date, isAtEnd: true })));
  }
  equal(days.length, 4);
  for (const { fitted, generic } of leaveOut(days, session, usEquityVolumeCurve)) {
    ok(fitted.misplaced < generic.misplaced);
  }
});
