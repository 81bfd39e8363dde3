/**
 * A volume curve fitted on other days tracks the market's VWAP closer than time does: 16 stock-days
 * of one-minute bars, each worked over the whole session with the curve of the stock's other three
 * days. Fills are taken at each minute's VWAP, for which the mean of open, high, low and close
 * stands (the bars hold no better); the market's VWAP is that of the same minutes.
 */
import { equal, ok } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { nsPerMinute } from "../../src/core/time.ts";
import { timeNs } from "../../src/core/units.ts";
import type { Schedule } from "../../src/execution/schedules/schedule.ts";
import { createTwapSchedule } from "../../src/execution/schedules/twap.ts";
import { createVwapSchedule } from "../../src/execution/schedules/vwap.ts";
import { createVolumeCurve, type VolumeCurve } from "../../src/market/volume-curve.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const folder = join(sharedFolder, "us-bars");
const openMinute = 9.5 * 60;
const minutes = 390;
const days = ["20131004", "20131007", "20131008", "20131009"];
const edges = Array.from({ length: minutes + 1 }, (_, at) => (openMinute + at) * nsPerMinute);
const window = { startNs: timeNs(edges[0]!), endNs: timeNs(edges[minutes]!) };

interface Day {
  readonly volume: Float64Array;
  readonly price: Float64Array;
}

function readDays(symbol: string): Map<string, Day> {
  const text = gunzipSync(readFileSync(join(folder, `${symbol}_minute_trade.csv.gz`))).toString();
  const found = new Map<string, Day>();
  for (const line of text.trim().split("\n").slice(1)) {
    const [date = "", ms = "", ...values] = line.split(",");
    const minute = Number(ms) / 60_000 - openMinute;
    if (!days.includes(date) || minute < 0 || minute >= minutes) continue;
    const [open, high, low, close, volume] = values.map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const day = found.get(date) ?? {
      volume: new Float64Array(minutes),
      price: new Float64Array(minutes),
    };
    found.set(date, day);
    day.volume[minute] = volume;
    day.price[minute] = (open + high + low + close) / 4;
  }
  return found;
}

/** Mean share of each minute over the other days. */
function curveWithout(all: ReadonlyMap<string, Day>, left: string): VolumeCurve {
  const shares = new Float64Array(minutes);
  for (const [date, { volume }] of all) {
    if (date === left) continue;
    const total = volume.reduce((sum, lots) => sum + lots, 0);
    for (let at = 0; at < minutes; at++) shares[at] += volume[at]! / total;
  }
  return createVolumeCurve(edges, [...shares]);
}

/** Absolute slippage against the market's VWAP in basis points; minutes without trades are skipped. */
function slippageBps({ volume, price }: Day, schedule: Schedule): number {
  let [lots, notional, marketLots, marketNotional] = [0, 0, 0, 0];
  for (let at = 0; at < minutes; at++) {
    if (volume[at] === 0) continue;
    const share = schedule(edges[at + 1]!) - schedule(edges[at]!);
    lots += share;
    notional += share * price[at]!;
    marketLots += volume[at]!;
    marketNotional += volume[at]! * price[at]!;
  }
  const vwap = marketNotional / marketLots;
  return (Math.abs(notional / lots - vwap) / vwap) * 1e4;
}

test("VWAP with a leave-one-day-out curve tracks the market's VWAP closer than TWAP on 16 stock-days", {
  skip: existsSync(folder) ? false : `no ${folder}`,
}, (context) => {
  const slippage = { twap: [] as number[], vwap: [] as number[] };
  for (const symbol of ["spy", "bac", "ibm", "aig"]) {
    const all = readDays(symbol);
    for (const [date, day] of all) {
      const curve = curveWithout(all, date);
      slippage.twap.push(slippageBps(day, createTwapSchedule(window)));
      slippage.vwap.push(slippageBps(day, createVwapSchedule(window, curve)));
    }
  }
  equal(slippage.vwap.length, 16);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [twap, vwap] = [mean(slippage.twap), mean(slippage.vwap)];
  context.diagnostic(
    `mean absolute slippage: TWAP ${twap.toFixed(2)} bps, VWAP ${vwap.toFixed(2)} bps`,
  );
  ok(vwap < twap);
});
