/**
 * `metaorder data describe` against numbers that others measured on the same files
 * (`market-facts.md`, sections 4.1 and 4.2, in full precision in the two `stylized-facts.json`).
 */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { GapFacts, MarketFacts } from "../../src/analytics/market-facts/market-facts.ts";
import type { Quantiles } from "../../src/analytics/market-facts/value-histogram.ts";
import { createTemporaryFolder, runCli } from "../support/run-cli.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const lobster = join(sharedFolder, "lobster");
const usTicks = join(sharedFolder, "us-ticks");
const isMissing = !existsSync(lobster) || !existsSync(usTicks);
const skip = isMissing && "the shared market data is not there";

/** A number, or numbers under names or in order, as a reference file has them. */
type Reference = number | readonly Reference[] | { readonly [name: string]: Reference };

function readReference(folder: string, day: string): Record<string, Reference> {
  const text = readFileSync(join(folder, "stylized-facts.json"), "utf8");
  return (JSON.parse(text) as Record<string, Record<string, Reference>>)[day]!;
}

function describeFile(path: string): MarketFacts {
  const { code, stdout, stderr } = runCli("data", "describe", path, "--json");
  equal(code, 0, stderr);
  return JSON.parse(stdout).facts as MarketFacts;
}

/**
 * Every number of ours that the reference has too, within `relative` or the last digit that the
 * reference gives of it, whichever is more.
 */
function compare(
  found: Reference,
  expected: Reference,
  relative: number,
  place = "",
  decimals = 0,
): number {
  if (typeof found === "number") {
    ok(typeof expected === "number", `${place} is in the reference`);
    const digits = Math.max(decimals, decimalsOf(expected));
    const lastDigit = digits > 0 && digits < 6 ? 0.51 * 10 ** -digits : 0;
    const allowed = Math.max(Math.abs(expected) * relative, lastDigit, 1e-6);
    ok(Math.abs(found - expected) <= allowed, `${place}: found ${found}, expected ${expected}`);
    return 1;
  }
  // Numbers of one row have as many decimals as the one with the most: 4 among 4.29 is 4.00.
  const shared = Array.isArray(expected) ? Math.max(0, ...expected.map(decimalsOf)) : 0;
  let count = 0;
  for (const [name, value] of Object.entries(found)) {
    const other = (expected as { readonly [name: string]: Reference })[name];
    ok(other !== undefined, `${place}.${name} is in the reference`);
    count += compare(value, other, relative, `${place}.${name}`, shared);
  }
  return count;
}

function decimalsOf(value: Reference): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}

const byLag = (points: readonly { readonly lag: number }[], key: string): Reference =>
  Object.fromEntries(points.map((point) => [point.lag, (point as never)[key] as number]));
const plain = (quantiles: Quantiles | undefined): Reference => ({ ...quantiles! });
const gaps = (facts: GapFacts | undefined): Reference => ({
  mean: facts!.mean,
  cv: facts!.coefficientOfVariation,
  ...facts!.quantiles,
  share_below_1ms: facts!.belowMillisecondShare,
});

/** Our facts of a LOBSTER day under the names of the reference. */
function lobsterFacts(facts: MarketFacts): { readonly [name: string]: Reference } {
  const { spread, depth, orders, trades, marketOrders, price, flow } = facts;
  ok(spread && depth && orders && trades && marketOrders && price && flow);
  const { onTrades, onImbalance10s, onImbalance60s } = flow;
  const fit = (line: typeof onTrades): Reference => ({
    ticks_per_100_shares: 100 * line!.slope,
    R2: line!.r2,
  });
  return {
    rows: facts.records,
    mid_usd: {
      open: price.openTicks / 100,
      close: price.closeTicks / 100,
      min: price.lowTicks / 100,
      max: price.highTicks / 100,
    },
    spread_ticks: {
      time_weighted_mean: spread.timeWeightedTicks,
      event_quantiles: plain(spread.quantiles),
      one_tick_time_share: spread.oneTickTimeShare,
    },
    spread_bp_time_weighted: spread.timeWeightedBps,
    depth_time_weighted_mean_shares_by_level: depth.levels.map(({ bidLots, askLots }) => ({
      ask: askLots,
      bid: bidLots,
    })),
    touch_size_quantiles: plain(depth.touchLots),
    events_per_minute: {
      all: facts.recordsPerMinute,
      submit: orders.submissionsPerMinute,
      partial_cancel: orders.reductionsPerMinute,
      delete: orders.deletionsPerMinute,
      exec_visible: orders.executionsPerMinute,
      exec_hidden: orders.hiddenExecutionsPerMinute,
    },
    cancel_to_submit: orders.cancelsPerSubmission,
    volume: {
      visible: trades.lots * (1 - trades.hiddenShare),
      hidden_share: trades.hiddenShare,
    },
    limit_order_size: {
      mean: orders.sizeLots.mean,
      quantiles: plain(orders.sizeLots.quantiles),
      share_equal_100: orders.sizeLots.roundLotShare,
      share_odd_lot: orders.sizeLots.oddLotShare,
    },
    fill_size_quantiles: plain(trades.sizeLots.quantiles),
    market_orders: {
      count: marketOrders.count,
      per_minute: marketOrders.perMinute,
      size_mean: marketOrders.sizeLots.mean,
      size_quantiles: plain(marketOrders.sizeLots.quantiles),
      fills_per_order_mean: marketOrders.tradesPerOrder,
      buy_share: marketOrders.buyShare,
      consumes_whole_touch_share: marketOrders.takesTouchShare!,
    },
    interarrival_s: {
      all: gaps(orders.gaps),
      submit: gaps(orders.submissionGaps),
      market_order: gaps(marketOrders.gaps),
    },
    market_order_sign_acf: byLag(marketOrders.signMemory, "autocorrelation"),
    mid_log_returns: Object.fromEntries(
      facts.returns.map((row) => [
        `${row.seconds}s`,
        {
          std_bp: row.deviationBps,
          excess_kurtosis: row.excessKurtosis!,
          ac1: row.autocorrelation!,
          abs_ac1: row.absoluteAutocorrelation!,
          zero_share: row.zeroShare,
          annualised_vol: row.annualisedVolatility,
        },
      ]),
    ),
    intraday_30min: {
      volume_share: facts.halfHours.map(({ volumeShare }) => volumeShare),
      events_per_minute: facts.halfHours.map(({ recordsPerMinute }) => recordsPerMinute),
      one_minute_vol_bp: facts.halfHours.map(({ volatilityBps }) => volatilityBps!),
    },
    limit_placement_vs_same_side_best_share: Object.fromEntries(
      ["inside_spread", "at_best", "1_tick", "2-5", "6-10", "11-50", ">50"].map((name, at) => [
        name,
        orders.placement[at]!.share,
      ]),
    ),
    lifetime_s: {
      submit_to_delete: plain(orders.deletedAfter?.quantiles),
      submit_to_execution: plain(orders.executedAfter?.quantiles),
      deleted_within_100ms_share: orders.deletedAfter!.within100msShare,
      deleted_within_1s_share: orders.deletedAfter!.within1sShare,
    },
    visible_execution_at_best_share: orders.executedAtBestShare!,
    response_ticks_by_trade_lag: byLag(marketOrders.response, "ticks"),
    one_minute_mid_change_on_signed_market_volume: fit(onTrades),
    mid_change_on_ofi_10s: fit(onImbalance10s),
    mid_change_on_ofi_60s: fit(onImbalance60s),
    prob_next_mid_move_up_by_queue_imbalance_quintile: flow.nextMoveUpByImbalance,
    mid_changes_per_minute: price.changesPerMinute,
  };
}

/** By half hour: ours is cut at the half hours; the reference counts a spread where it began. */
function spreadsByHalfHour({ halfHours }: MarketFacts): Reference {
  return { spread_ticks_tw: halfHours.map(({ spreadTicks }) => spreadTicks!) };
}

describe("data describe reproduces the reference numbers of LOBSTER days", { skip }, () => {
  // Quantiles between bins of the histogram are exact to 0.012 %.
  const relative = 1.3e-4;

  test("AMZN, five levels", () => {
    const path = join(lobster, "AMZN_2012-06-21_34200000_57600000_message_5.csv.gz");
    const facts = describeFile(path);
    const reference = readReference(lobster, "AMZN_level5");
    const count = compare(lobsterFacts(facts), reference, relative);
    ok(count > 220, `${count} numbers`);
    const { depth } = facts;
    ok(depth?.sideLots && depth.askGapTicks);
    const depths = {
      depth_5_levels_per_side_shares: {
        time_weighted_mean: depth.sideLotsTimeWeighted!,
        event_quantiles: plain(depth.sideLots),
      },
      gap_between_ask_levels_ticks: { mean: depth.askGapTicks.mean, p50: depth.askGapTicks.median },
    };
    compare(depths, reference, relative);
    compare(spreadsByHalfHour(facts), reference.intraday_30min!, relative);
  });

  test("AAPL, one level", () => {
    const path = join(lobster, "AAPL_2012-06-21_34200000_57600000_message_1.csv.gz");
    const facts = describeFile(path);
    const reference = readReference(lobster, "AAPL_level1");
    const count = compare(lobsterFacts(facts), reference, relative);
    ok(count > 200, `${count} numbers`);
    compare(spreadsByHalfHour(facts), reference.intraday_30min!, 1.5e-3);
  });
});

/** Our facts of a day of the tape under the names of the reference, prices and quotes. */
function quoteFacts(facts: MarketFacts): { readonly [name: string]: Reference } {
  const { spread, depth, price } = facts;
  ok(spread && depth && price);
  const minute = facts.returns.find(({ seconds }) => seconds === 60)!;
  const [touch] = depth.levels;
  return {
    nbbo: {
      locked_or_crossed_time_share: spread.lockedTimeShare + spread.crossedTimeShare,
      spread_ticks_time_weighted_mean: spread.timeWeightedTicks,
      spread_one_tick_time_share: spread.oneTickTimeShare,
      spread_bp: spread.timeWeightedBps,
      touch_size_time_weighted_mean: { bid: touch!.bidLots, ask: touch!.askLots },
      mid_changes_per_minute: price.changesPerMinute,
    },
    one_minute_returns: {
      std_bp: minute.deviationBps,
      excess_kurtosis: minute.excessKurtosis!,
      annualised_vol: minute.annualisedVolatility,
    },
  };
}

/** Trades: the reader keeps odd prints out (0.15 to 0.3 % of them), the reference does not. */
function tradeFacts({ trades }: MarketFacts): { readonly [name: string]: Reference } {
  ok(trades?.gaps);
  const { mean, quantiles } = trades.sizeLots;
  const { p25, p50, p75, p99 } = quantiles;
  return {
    regular_session: { trades_per_minute: trades.perMinute, volume: trades.lots },
    trade_size: { mean, quantiles: { p25, p50, p75, p99 } },
    interarrival_s: {
      mean: trades.gaps.mean,
      cv: trades.gaps.coefficientOfVariation,
      share_same_ms: trades.gaps.zeroShare,
    },
  };
}

describe("data describe reproduces the reference numbers of the US tape", { skip }, () => {
  for (const symbol of ["bac", "ibm"]) {
    test(symbol.toUpperCase(), () => {
      const facts = describeFile(join(usTicks, `20131007_${symbol}_Trade_Tick.csv.gz`));
      const reference = readReference(usTicks, `${symbol}_20131007`);
      compare(quoteFacts(facts), reference, 1e-4);
      compare(tradeFacts(facts), reference, 0.01);
      const shares = reference.volume_share_30min as readonly number[];
      for (const [at, { volumeShare }] of facts.halfHours.entries()) {
        ok(Math.abs(volumeShare - shares[at]!) < 0.004, `half hour ${at}: ${volumeShare}`);
      }
      // Lee and Ready leave open which quote a trade of the same millisecond meets, and what a
      // locked one says: signs differ in some trades.
      const expected = reference.trade_sign_acf_lee_ready_merged_per_ms!;
      for (const { lag, autocorrelation } of facts.marketOrders!.signMemory) {
        const other = (expected as { readonly [lag: number]: number })[lag];
        if (other !== undefined) ok(Math.abs(autocorrelation - other) < 0.015, `lag ${lag}`);
      }
      equal(facts.marketOrders?.isSideInferred, true);
    });
  }
});

/** Twenty minutes of trades alone, one every ten seconds. */
function writeTrades(): string {
  const head =
    "# symbol: TEST\n# date: 2026-01-05\n# timeZone: UTC\n# tickSize: 0.01\n# lotSize: 1\n";
  const rows = Array.from({ length: 120 }, (_, at) => {
    const clock = new Date(Date.UTC(2026, 0, 5, 10, 0, 10 * at)).toISOString().slice(0, 19);
    return `${clock}.000000000,trade,${at % 3 === 0 ? "bid" : "ask"},,${(100 + (at % 7) / 100).toFixed(2)},${100 + at}`;
  });
  const path = join(createTemporaryFolder(), "trades.csv");
  const columns = "# roundLotLots: 100\n# granularity: trades\ntime,kind,side,order,price,quantity";
  writeFileSync(path, `${head}${columns}\n${rows.join("\n")}\n`);
  return path;
}

describe("data describe as its users call it", () => {
  test("leaves out what trades alone cannot tell", () => {
    const { code, stdout, stderr } = runCli("data", "describe", writeTrades(), "--json");
    equal(code, 0, stderr);
    const { facts } = JSON.parse(stdout);
    deepEqual([facts.spread, facts.depth, facts.orders], [undefined, undefined, undefined]);
    equal(facts.price.of, "trade");
    equal(facts.trades.count, 120);
    equal(facts.trades.lots, 120 * 100 + (119 * 120) / 2);
    equal(facts.halfHours[0].lots, facts.trades.lots);
  });

  test("writes a page that is whole and asks for nothing", () => {
    const report = join(createTemporaryFolder(), "deep", "facts.html");
    const { code, stdout, stderr } = runCli("data", "describe", writeTrades(), "--report", report);
    equal(code, 0, stderr);
    match(stderr, /report: .*facts\.html/);
    match(stdout, /^TEST 2026-01-05, csv, trades: 120 records/);
    const page = readFileSync(report, "utf8");
    match(page, /<\/html>\s*$/);
    ok(!/NaN|undefined|https?:\/\/(?!www\.w3\.org)/.test(page));
  });

  test("refuses what is not there, empty, or of no known format", () => {
    const folder = createTemporaryFolder();
    const empty = join(folder, "empty.csv");
    writeFileSync(empty, "");
    for (const [path, expected] of [
      [join(folder, "nothing.csv"), /no such file/],
      [empty, /found an empty file/],
      [folder, /empty\.csv/],
    ] as const) {
      const { code, stdout, stderr } = runCli("data", "describe", path);
      equal(code, 1, stderr);
      equal(stdout, "");
      match(stderr, expected);
    }
    equal(runCli("data", "describe", empty, "--format", "foo").code, 2);
    equal(runCli("data", "describe").code, 2);
  });
});
