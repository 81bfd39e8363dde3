/** Real streams of Binance, Bybit and Tardis, read whole and checked against themselves. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { openBinance } from "../../src/data/crypto/binance.ts";
import { openBybit } from "../../src/data/crypto/bybit.ts";
import { countFindings, readRecording } from "../../src/data/crypto/recording-fixture.ts";
import { openTardis } from "../../src/data/crypto/tardis.ts";
import { DepthBook } from "../../src/market/depth-book.ts";
import { eventKind, type MarketEvent } from "../../src/market/event-block.ts";
import { ask, bid, type Side } from "../../src/market/side.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const folder = join(sharedFolder, "crypto-depth");
const skip = existsSync(folder) ? false : `no ${folder}`;

/** The book that the rows make. */
function bookOf(events: readonly MarketEvent[]): DepthBook {
  const book = new DepthBook();
  for (const { kind, side, priceTicks, quantityLots } of events) {
    if (kind === eventKind.level) book.set(side, priceTicks, quantityLots);
  }
  return book;
}

/** The book by another way: texts of prices and quantities, by side. */
class PlainBook {
  readonly sides = [new Map<string, string>(), new Map<string, string>()] as const;

  set(side: Side, levels: readonly (readonly [string, string])[]): void {
    for (const [price, quantity] of levels) {
      if (Number(quantity) === 0) this.sides[side].delete(price);
      else this.sides[side].set(price, quantity);
    }
  }

  /** Best first, in ticks and lots. */
  list(side: Side, steps: { readonly tickSize: number; readonly lotSize: number }): number[][] {
    const sign = side === bid ? -1 : 1;
    return [...this.sides[side]]
      .map(([price, quantity]) => [
        Math.round(Number(price) / steps.tickSize),
        Math.round(Number(quantity) / steps.lotSize),
      ])
      .sort(([a], [b]) => sign * (a! - b!));
  }
}

function linesOf(name: string): string[] {
  return gunzipSync(readFileSync(join(folder, name)))
    .toString("utf8")
    .trimEnd()
    .split("\n");
}

/** Snapshot first, then every change that is newer, wherever it stood. */
function plainBinanceBook(name: string): PlainBook {
  const book = new PlainBook();
  const changes: { u: number; b: [string, string][]; a: [string, string][] }[] = [];
  let lastId = Number.NaN;
  for (const line of linesOf(name)) {
    const message = JSON.parse(line.slice(20));
    if (message.lastUpdateId !== undefined) {
      lastId = message.lastUpdateId;
      book.set(bid, message.bids);
      book.set(ask, message.asks);
    } else if (message.data.e === "depthUpdate") changes.push(message.data);
  }
  for (const { u, b, a } of changes) {
    if (u <= lastId) continue;
    book.set(bid, b);
    book.set(ask, a);
  }
  return book;
}

for (const { name, rows, tickSize, trades, compared, stale } of [
  {
    ...{ name: "binance_spot_btcusdt_20240808.jsonl.gz", rows: 41_249, tickSize: 0.01 },
    ...{ trades: 9757, compared: 564, stale: 2 },
  },
  {
    ...{ name: "binance_usdm_btcusdt_20240808.jsonl.gz", rows: 93_954, tickSize: 0.1 },
    ...{ trades: 21_313, compared: 629, stale: 4 },
  },
]) {
  test(`${name} equals the best quote wherever ids match`, { skip }, async () => {
    const recording = await openBinance(join(folder, name));
    const events = await readRecording(recording);
    equal(recording.rows, rows);
    equal(recording.instrument.tickSize, tickSize);
    equal(events.filter((event) => event.kind === eventKind.trade).length, trades);
    deepEqual(recording.quoteChecks, { compared, unequal: 0 });
    const found = countFindings(recording);
    equal(found["stale-update"], stale);
    // No gap, and no state that is crossed or locked.
    deepEqual(
      [found.gap, found["crossed-book"], found["locked-book"], found["missing-snapshot"]],
      [undefined, undefined, undefined, undefined],
    );
    const told = bookOf(events);
    const plain = plainBinanceBook(name);
    for (const side of [bid, ask] as const) {
      deepEqual(
        told.top(side, Number.POSITIVE_INFINITY).map((level) => [...level]),
        plain.list(side, recording.instrument),
      );
    }
  });
}

test("the second day of spot has no snapshot, and goes on from the first", { skip }, async () => {
  const [first, next] = ["20240808", "20240809"].map((date) =>
    join(folder, `binance_spot_btcusdt_${date}.jsonl.gz`),
  );
  const alone = await openBinance(next!);
  const prints = await readRecording(alone);
  ok(prints.every((event) => event.kind === eventKind.trade));
  deepEqual([alone.rows, prints.length], [58_325, 10_147]);
  equal(alone.findings.count("missing-snapshot"), 3044);
  const both = await openBinance(first!, { continuation: [next!] });
  await readRecording(both);
  equal(both.rows, 41_249 + 58_325);
  deepEqual([both.findings.count("gap"), both.findings.count("missing-snapshot")], [0, 0]);
  deepEqual(both.quoteChecks, { compared: 1072, unequal: 0 });
});

test("best quotes alone show what the depth stream shows", { skip }, async () => {
  const path = join(folder, "binance_usdm_btcusdt_20240808.jsonl.gz");
  const recording = await openBinance(path, { book: "quotes" });
  const events = await readRecording(recording);
  equal(recording.granularity, "quotes");
  let spreadNs = 0;
  let oneTickNs = 0;
  let totalNs = 0;
  let lastNs = Number.NaN;
  const book = new DepthBook();
  for (const { kind, side, priceTicks, quantityLots, venueTimeNs } of events) {
    const spread = book.bestTicks(ask) - book.bestTicks(bid);
    if (spread > 0 && venueTimeNs > lastNs) {
      spreadNs += spread * (venueTimeNs - lastNs);
      totalNs += venueTimeNs - lastNs;
      if (spread === 1) oneTickNs += venueTimeNs - lastNs;
    }
    lastNs = venueTimeNs;
    if (kind === eventKind.level) book.set(side, priceTicks, quantityLots);
  }
  // The README: 1.14 ticks, 99.1 % of the time at one. Ours is 1.157: times never go back here, so a
  // quote that comes behind a later trade holds until that trade.
  ok(Math.abs(spreadNs / totalNs - 1.14) < 0.02);
  ok(Math.abs(oneTickNs / totalNs - 0.991) < 0.001);
});

test("the perpetual's trades have the rate, signs and sizes of market-facts.md", {
  skip,
}, async () => {
  const recording = await openBinance(join(folder, "binance_usdm_btcusdt_20240808.jsonl.gz"));
  const events = await readRecording(recording);
  const prints = events.filter((event) => event.kind === eventKind.trade);
  const seconds = (events.at(-1)!.venueTimeNs - events[0]!.venueTimeNs) / 1e9;
  equal((prints.length / seconds).toFixed(1), "61.8");
  const signs = prints.map((event) => (event.side === ask ? 1 : -1));
  const mean = signs.reduce((sum, sign) => sum + sign, 0) / signs.length;
  const covariance = (lag: number): number =>
    signs.slice(lag).reduce((sum, sign, row) => sum + (sign - mean) * (signs[row]! - mean), 0);
  const correlations = [1, 10, 100].map((lag) => (covariance(lag) / covariance(0)).toFixed(2));
  deepEqual(correlations, ["0.79", "0.58", "0.25"]);
  const sizes = prints.map((event) => event.quantityLots).sort((a, b) => a - b);
  const quantiles = [0.5, 0.9, 0.99].map((share) => sizes[Math.floor(share * (sizes.length - 1))]);
  // In lots of 0.001 BTC.
  deepEqual(quantiles, [16, 265, 1146]);
});

test("Bybit's half thousand levels follow the messages", { skip }, async () => {
  const name = "bybit_xrpusdt_ob500.jsonl.gz";
  const recording = await openBybit(join(folder, name));
  const events = await readRecording(recording);
  equal(recording.rows, 50);
  equal(recording.instrument.tickSize, 0.0001);
  deepEqual(countFindings(recording), {});
  const plain = new PlainBook();
  for (const line of linesOf(name)) {
    const { data } = JSON.parse(line);
    plain.set(bid, data.b);
    plain.set(ask, data.a);
  }
  for (const side of [bid, ask] as const) {
    deepEqual(
      bookOf(events)
        .top(side, Number.POSITIVE_INFINITY)
        .map((level) => [...level]),
      plain.list(side, recording.instrument),
    );
  }
});

for (const [name, rows, tickSize, lotSize, best] of [
  ["binance-futures_book_snapshot_25_BTCUSDT.csv", 10, 0.01, 0.001, [1_165_707, 1_165_708]],
  ["binance-futures_book_snapshot_5_BTCUSDT.csv", 10, 0.01, 0.001, [1_165_707, 1_165_708]],
  ["deribit_incremental_book_L2_BTC-PERPETUAL.csv", 15, 0.5, 1, [Number.NaN, 12_843]],
  ["huobi-dm-swap_quotes_BTC-USD.csv", 10, 0.1, 1, [86_292, 86_293]],
  ["bitmex_trades_XBTUSD.csv", 10, 0.1, 1, [Number.NaN, Number.NaN]],
] as const) {
  test(`${name} has the rows, steps and best prices of its text`, { skip }, async () => {
    const recording = await openTardis(join(folder, "tardis", name));
    const events = await readRecording(recording);
    equal(recording.rows, rows);
    deepEqual([recording.instrument.tickSize, recording.instrument.lotSize], [tickSize, lotSize]);
    deepEqual([bookOf(events).bestTicks(bid), bookOf(events).bestTicks(ask)], [...best]);
    deepEqual(countFindings(recording), {});
    const trades = events.filter((event) => event.kind === eventKind.trade);
    equal(trades.length, name.includes("trades") ? 10 : 0);
    if (trades.length > 0)
      equal(
        trades.reduce((sum, row) => sum + row.quantityLots, 0),
        2161,
      );
  });
}
