/** Facts of a market as text: one line a fact, and the half hours as a table. */
import type {
  GapFacts,
  LifeFacts,
  MarketFacts,
  SizeFacts,
} from "../analytics/market-facts/market-facts.ts";
import type { Quantiles } from "../analytics/market-facts/value-histogram.ts";
import type { Instrument } from "../market/instrument.ts";
import { formatMoment } from "./data-source.ts";
import { createTable } from "./table.ts";

type Fact = readonly [name: string, value: string];

/** Groups with their heading; those that the recording cannot tell are left out. */
export function factsToText(facts: MarketFacts, instrument: Instrument): string {
  const groups: readonly (readonly [string, readonly Fact[]])[] = [
    ["Price", priceLines(facts, instrument)],
    ["Spread", spreadLines(facts)],
    ["Depth", depthLines(facts, instrument)],
    ["Orders", orderLines(facts, instrument)],
    [facts.granularity === "bars" ? "Bars" : "Trades", tradeLines(facts, instrument)],
    ["Incoming orders", marketOrderLines(facts, instrument)],
    ["Moves of the mid", flowLines(facts, instrument)],
  ];
  const table = createTable(["", ""], 2);
  for (const [heading, lines] of groups) {
    if (lines.length === 0) continue;
    table.push([heading.toUpperCase(), ""], ...lines.map(([name, value]) => [`  ${name}`, value]));
  }
  // Without the line of a head that there is none of.
  const lines = table.toString().split("\n").slice(1);
  const list = lines.map((line) => line.trimEnd()).join("\n");
  const parts = [list, returnsTable(facts), halfHourTable(facts)];
  return parts.filter((part) => part !== "").join("\n\n");
}

function priceLines({ price }: MarketFacts, { tickSize }: Instrument): readonly Fact[] {
  if (price === undefined) return [];
  const money = (ticks: number): string => `${Number((ticks * tickSize).toPrecision(12))}`;
  const { openTicks, closeTicks, lowTicks, highTicks, changesPerMinute } = price;
  return [
    [
      price.of,
      `${money(openTicks)} to ${money(closeTicks)}, from ${money(lowTicks)} to ${money(highTicks)}`,
    ],
    ["changes a minute", fixed(changesPerMinute, 2)],
  ];
}

function spreadLines({ spread }: MarketFacts): readonly Fact[] {
  if (spread === undefined) return [];
  const { lockedTimeShare, crossedTimeShare, oneSidedTimeShare } = spread;
  return [
    [
      "time-weighted",
      `${fixed(spread.timeWeightedTicks, 3)} ticks, ${fixed(spread.timeWeightedBps, 2)} bps`,
    ],
    ["p5 / p25 / p50 / p75 / p95 / p99", `${quantiles(spread.quantiles, String)} ticks`],
    ["at one tick", `${percent(spread.oneTickTimeShare)} of the time`],
    [
      "locked, crossed, one side empty",
      `${percent(lockedTimeShare)}, ${percent(crossedTimeShare)}, ${percent(oneSidedTimeShare)}`,
    ],
  ];
}

function depthLines({ depth }: MarketFacts, { lotSize }: Instrument): readonly Fact[] {
  if (depth === undefined) return [];
  const size = (lots: number): string => quantity(lots * lotSize);
  const lines: Fact[] = [
    [
      "by level, bid/ask, time-weighted",
      depth.levels.map(({ bidLots, askLots }) => `${size(bidLots)}/${size(askLots)}`).join(", "),
    ],
    ["touch, p5 … p99", quantiles(depth.touchLots, size)],
  ];
  if (depth.sideLots !== undefined && depth.sideLotsTimeWeighted !== undefined) {
    const name = `${depth.levels.length} levels a side`;
    lines.push([name, `${size(depth.sideLotsTimeWeighted)} time-weighted`]);
    lines.push([`${name}, p5 … p99`, quantiles(depth.sideLots, size)]);
  }
  if (depth.askGapTicks !== undefined) {
    const { mean, median } = depth.askGapTicks;
    lines.push(["between ask levels", `${fixed(mean, 2)} ticks, median ${median}`]);
  }
  return lines;
}

function orderLines({ orders }: MarketFacts, instrument: Instrument): readonly Fact[] {
  if (orders === undefined) return [];
  const rates = (...values: readonly number[]): string =>
    values.map((value) => fixed(value, 2)).join(" / ");
  const lines: Fact[] = [
    [
      "submitted / deleted / reduced a minute",
      rates(orders.submissionsPerMinute, orders.deletionsPerMinute, orders.reductionsPerMinute),
    ],
    [
      "executed / hidden executions a minute",
      rates(orders.executionsPerMinute, orders.hiddenExecutionsPerMinute),
    ],
    ["cancels per submission", fixed(orders.cancelsPerSubmission, 3)],
    ...sizeLines(orders.sizeLots, instrument),
    ...gapLines("between messages", orders.gaps),
    ...gapLines("between submissions", orders.submissionGaps),
    ...lifeLines("deleted after", orders.deletedAfter),
    ...lifeLines("executed after", orders.executedAfter),
  ];
  if (orders.placement.length > 0) {
    const shares = orders.placement.map(({ place, share }) => `${place} ${percent(share)}`);
    lines.push(["placed, against the own best", shares.slice(0, 4).join(", ")]);
    lines.push(["", shares.slice(4).join(", ")]);
  }
  if (orders.executedAtBestShare !== undefined) {
    lines.push(["executed at the best price", percent(orders.executedAtBestShare)]);
  }
  return lines;
}

function tradeLines({ trades, granularity }: MarketFacts, instrument: Instrument): readonly Fact[] {
  if (trades === undefined) return [];
  const size = (lots: number): string => quantity(lots * instrument.lotSize);
  const hidden = trades.hiddenShare > 0 ? `, of it hidden ${percent(trades.hiddenShare)}` : "";
  const auctions =
    trades.auctionLots > 0 ? `; beside it ${size(trades.auctionLots)} in auctions` : "";
  return [
    ["count", `${whole(trades.count)}, ${fixed(trades.perMinute, 1)} a minute`],
    ["volume", `${size(trades.lots)}${hidden}${auctions}`],
    ...sizeLines(trades.sizeLots, instrument),
    ...(granularity === "bars" ? [] : gapLines("between trades", trades.gaps)),
  ];
}

function marketOrderLines({ marketOrders }: MarketFacts, instrument: Instrument): readonly Fact[] {
  if (marketOrders === undefined) return [];
  const { count, perMinute, tradesPerOrder, buyShare, isSideInferred } = marketOrders;
  const { takesTouchShare, signMemory, response } = marketOrders;
  const lagged = (points: readonly (readonly [number, string])[]): string =>
    points.map(([lag, text]) => `${lag}: ${text}`).join(", ");
  return [
    [
      "count",
      `${whole(count)}, ${fixed(perMinute, 1)} a minute, ${fixed(tradesPerOrder, 2)} trades each`,
    ],
    ["buyers", `${percent(buyShare)}${isSideInferred ? ", sides by the Lee–Ready rule" : ""}`],
    ...sizeLines(marketOrders.sizeLots, instrument),
    ...gapLines("between them", marketOrders.gaps),
    ...(takesTouchShare === undefined
      ? []
      : [["as large as the touch or larger", percent(takesTouchShare)] as const]),
    [
      "autocorrelation of signs, by lag",
      lagged(signMemory.map(({ lag, autocorrelation }) => [lag, fixed(autocorrelation, 3)])),
    ],
    ...(response.length === 0
      ? []
      : [
          [
            "price response in ticks, by lag",
            lagged(response.map(({ lag, ticks }) => [lag, fixed(ticks, 2)])),
          ] as const,
        ]),
  ];
}

function flowLines({ flow }: MarketFacts, { roundLotLots }: Instrument): readonly Fact[] {
  if (flow === undefined) return [];
  const fits = [
    ["1 min, on signed incoming orders", flow.onTrades],
    ["10 s, on order-flow imbalance", flow.onImbalance10s],
    ["60 s, on order-flow imbalance", flow.onImbalance60s],
  ] as const;
  const lines = fits.flatMap(([name, fit]): Fact[] => {
    if (fit === undefined) return [];
    const slope = `${significant(fit.slope * roundLotLots)} ticks per round lot`;
    return [[name, `${slope}, R² ${fixed(fit.r2, 3)}`]];
  });
  const ups = flow.nextMoveUpByImbalance;
  if (ups.length === 0) return lines;
  const shares = ups.map((share) => fixed(share, 3)).join(" / ");
  return [...lines, ["next move up, by fifths of imbalance", shares]];
}

function sizeLines(sizes: SizeFacts, { lotSize, roundLotLots }: Instrument): readonly Fact[] {
  const size = (lots: number): string => quantity(lots * lotSize);
  const lots =
    roundLotLots > 1 && sizes.roundLotShare + sizes.oddLotShare > 0
      ? `; of one round lot ${percent(sizes.roundLotShare)}, below ${percent(sizes.oddLotShare)}`
      : "";
  return [
    ["size", `${size(sizes.mean)} on average${lots}`],
    ["size, p5 … p99", quantiles(sizes.quantiles, size)],
  ];
}

function gapLines(name: string, gaps: GapFacts | undefined): readonly Fact[] {
  if (gaps === undefined) return [];
  const { p50, p90, p99 } = gaps.quantiles;
  const shape = `variation ${fixed(gaps.coefficientOfVariation, 2)}`;
  const tail = [p50, p90, p99].map(seconds).join(" / ");
  return [
    [name, `${seconds(gaps.mean)} s on average, ${shape}`],
    ["  p50 / p90 / p99", `${tail} s; below 1 ms ${percent(gaps.belowMillisecondShare)}`],
  ];
}

function lifeLines(name: string, life: LifeFacts | undefined): readonly Fact[] {
  if (life === undefined) return [];
  const { p25, p50, p75, p90 } = life.quantiles;
  const within = `within 100 ms ${percent(life.within100msShare)}, within 1 s ${percent(life.within1sShare)}`;
  return [
    [`${name}, p25 / p50 / p75 / p90`, `${[p25, p50, p75, p90].map(seconds).join(" / ")} s`],
    ["", within],
  ];
}

function returnsTable({ returns }: MarketFacts): string {
  if (returns.length === 0) return "";
  const table = createTable([
    ...["returns over", "deviation, bps", "excess kurtosis", "autocorrelation"],
    ...["of sizes", "zero", "volatility a year"],
  ]);
  const known = (value: number | undefined): string =>
    value === undefined ? "–" : fixed(value, 3);
  for (const row of returns) {
    const kurtosis = row.excessKurtosis === undefined ? "–" : fixed(row.excessKurtosis, 2);
    table.push([
      ...[`${row.seconds} s`, fixed(row.deviationBps, 2), kurtosis],
      ...[known(row.autocorrelation), known(row.absoluteAutocorrelation)],
      ...[fixed(row.zeroShare, 3), percent(row.annualisedVolatility)],
    ]);
  }
  return table.toString();
}

function halfHourTable({ halfHours }: MarketFacts): string {
  const table = createTable(["half hour", "volume", "records/min", "spread", "1-min vol, bps"]);
  const known = (value: number | undefined): string =>
    value === undefined ? "–" : fixed(value, 2);
  for (const { fromNs, volumeShare, recordsPerMinute, spreadTicks, volatilityBps } of halfHours) {
    table.push([
      ...[formatMoment(fromNs, 0), percent(volumeShare), fixed(recordsPerMinute, 1)],
      ...[known(spreadTicks), known(volatilityBps)],
    ]);
  }
  return table.toString();
}

function quantiles({ p5, p25, p50, p75, p95, p99 }: Quantiles, write: (value: number) => string) {
  return [p5, p25, p50, p75, p95, p99].map(write).join(" / ");
}

function quantity(size: number): string {
  if (size >= 1000) return whole(size);
  return significant(size);
}

function seconds(value: number): string {
  return value >= 100 ? fixed(value, 0) : significant(value);
}

/** Four digits, none of them in vain: `129`, `93.36`, `0.000755`. */
function significant(value: number): string {
  return `${Number(value.toPrecision(4))}`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

function fixed(value: number, decimals: number): string {
  return value.toFixed(decimals);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
