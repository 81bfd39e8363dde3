/** What a market is like, as one page of plots that needs nothing but itself. */
import type { MarketFacts } from "../market-facts/market-facts.ts";
import { type Chart, policyColour, renderChart } from "./chart.ts";
import { absent, formatClock, formatNumber, formatShare } from "./format.ts";
import { type Html, html } from "./html.ts";
import {
  buildDepthChart,
  buildFactsPriceChart,
  buildHalfHourChart,
  buildResponseChart,
  buildSignatureChart,
  buildSignMemoryChart,
  buildSizeChart,
  buildSpreadChart,
} from "./market-facts-charts.ts";
import { renderPage } from "./page.ts";

/** Everything the page is made from; text is escaped there. */
export interface MarketFactsReport {
  readonly title: string;
  /** The command line that made the page, printed so that it can be run again. */
  readonly generatedBy: string;
  readonly source: {
    readonly format: string;
    readonly granularity: string;
    readonly date: string;
    readonly timeZone: string;
    readonly paths: readonly string[];
    readonly rows: number;
  };
  readonly instrument: {
    readonly symbol: string;
    readonly tickSize: number;
    readonly lotSize: number;
  };
  readonly facts: MarketFacts;
  readonly findings: readonly {
    readonly rule: string;
    readonly count: number;
    readonly meaning: string;
  }[];
}

/** No scripts, no requests, the same bytes for the same input. */
export function renderMarketFactsReport(report: MarketFactsReport): string {
  return renderPage(
    report.title,
    html`${renderHeader(report)}
${renderNumbers(report)}
${renderDay(report)}
${renderShapes(report)}
${renderMoves(report)}
${renderFindings(report)}
${renderProvenance(report)}`,
  );
}

function renderHeader({ title, source, instrument, facts }: MarketFactsReport): Html {
  const kicker = ["Market facts", instrument.symbol, source.date, source.format];
  return html`<header>
<p class="kicker">${kicker.join(" · ")}</p>
<h1>${title}</h1>
<p class="headline">${describe(facts)}</p>
<p class="small">Measured from ${clock(facts.span.fromNs)} to ${clock(facts.span.toNs)}
(${source.timeZone}). Spreads and moves are in ticks of ${String(instrument.tickSize)}; bps are basis
points of the mid. One day is one draw: it says what this day was like.</p>
</header>`;
}

/** The market in two sentences. */
function describe({ spread, trades, price, returns, granularity }: MarketFacts): string {
  const parts: string[] = [];
  if (spread !== undefined) {
    const ticks = formatNumber(spread.timeWeightedTicks, 2);
    const one = formatShare(spread.oneTickTimeShare);
    parts.push(
      `The spread was ${ticks} ticks (${formatNumber(spread.timeWeightedBps, 2)} bps) on average over time, and one tick for ${one} of it.`,
    );
  }
  if (trades !== undefined) {
    const what = granularity === "bars" ? "bars" : "trades";
    parts.push(`There were ${formatNumber(trades.perMinute, 1)} ${what} a minute.`);
  }
  const minute = returns.find(({ seconds }) => seconds === 60);
  if (price !== undefined && minute !== undefined) {
    const deviation = formatNumber(minute.deviationBps, 2);
    parts.push(
      `The ${price.of === "mid" ? "mid" : "price of trades"} changed ${formatNumber(price.changesPerMinute, 1)} times a minute; its one-minute returns deviate by ${deviation} bps, ${formatShare(minute.annualisedVolatility)} a year.`,
    );
  }
  return parts.join(" ");
}

function renderNumbers({ facts, instrument }: MarketFactsReport): Html {
  const { lotSize } = instrument;
  const lists = [
    facts.spread === undefined ? undefined : spreadNumbers(facts.spread),
    facts.depth === undefined ? undefined : depthNumbers(facts.depth, lotSize),
    facts.orders === undefined ? undefined : orderNumbers(facts.orders, lotSize),
    facts.trades === undefined ? undefined : tradeNumbers(facts, facts.trades, lotSize),
  ].filter((list) => list !== undefined);
  return html`<div class="card facts">${lists.map(
    ([heading, rows]) =>
      html`<div><h4>${heading}</h4><dl>${rows.map(
        ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`,
      )}</dl></div>`,
  )}</div>`;
}

type NumberList = readonly [heading: string, rows: readonly (readonly [string, string])[]];

function spreadNumbers(spread: NonNullable<MarketFacts["spread"]>): NumberList {
  const { p5, p50, p95 } = spread.quantiles;
  return [
    "Spread",
    [
      ["time-weighted", `${formatNumber(spread.timeWeightedTicks, 2)} ticks`],
      ["5 / 50 / 95 %", `${p5} / ${p50} / ${p95}`],
      ["one tick", formatShare(spread.oneTickTimeShare)],
      ["locked or crossed", formatShare(spread.lockedTimeShare + spread.crossedTimeShare)],
    ],
  ];
}

function depthNumbers(depth: NonNullable<MarketFacts["depth"]>, lotSize: number): NumberList {
  const [touch] = depth.levels;
  const { p5, p50, p95 } = depth.touchLots;
  const size = (lots: number): string => formatSize(lots * lotSize);
  return [
    "Depth at the touch",
    [
      ["bid, on average", touch === undefined ? absent : size(touch.bidLots)],
      ["ask, on average", touch === undefined ? absent : size(touch.askLots)],
      ["5 / 50 / 95 %", `${size(p5)} / ${size(p50)} / ${size(p95)}`],
      ...(depth.sideLotsTimeWeighted === undefined
        ? []
        : [[`${depth.levels.length} levels a side`, size(depth.sideLotsTimeWeighted)] as const]),
    ],
  ];
}

function orderNumbers(orders: NonNullable<MarketFacts["orders"]>, lotSize: number): NumberList {
  const life = orders.deletedAfter?.quantiles.p50;
  return [
    "Orders a minute",
    [
      ["submitted", formatNumber(orders.submissionsPerMinute, 1)],
      ["cancelled each", formatNumber(orders.cancelsPerSubmission, 3)],
      ["executed", formatNumber(orders.executionsPerMinute, 1)],
      ["median size", formatSize(orders.sizeLots.quantiles.p50 * lotSize)],
      ["deleted after", life === undefined ? absent : `${Number(life.toPrecision(3))} s`],
    ],
  ];
}

function tradeNumbers(
  { granularity }: MarketFacts,
  trades: NonNullable<MarketFacts["trades"]>,
  lotSize: number,
): NumberList {
  const { mean, quantiles } = trades.sizeLots;
  return [
    granularity === "bars" ? "Bars" : "Trades",
    [
      ["a minute", formatNumber(trades.perMinute, 1)],
      ["volume", formatSize(trades.lots * lotSize)],
      ...(trades.hiddenShare > 0 ? [["hidden", formatShare(trades.hiddenShare)] as const] : []),
      ["size, on average", formatSize(mean * lotSize)],
      [
        "median, 99 %",
        `${formatSize(quantiles.p50 * lotSize)}, ${formatSize(quantiles.p99 * lotSize)}`,
      ],
    ],
  ];
}

function renderDay({ facts, instrument }: MarketFactsReport): Html {
  const number = (decimals: number) => (value: number) => formatNumber(value, decimals);
  const charts = [
    buildHalfHourChart(facts, {
      ...{ key: "volume", label: "Volume", colour: policyColour(0) },
      value: ({ volumeShare }) => volumeShare,
      format: (share) => `${formatNumber(share * 100)}%`,
    }),
    buildHalfHourChart(facts, {
      ...{ key: "spread", label: "Time-weighted spread in ticks", colour: policyColour(1) },
      value: ({ spreadTicks }) => spreadTicks,
      format: number((facts.spread?.timeWeightedTicks ?? 0) < 3 ? 1 : 0),
    }),
    buildHalfHourChart(facts, {
      ...{
        key: "volatility",
        label: "Deviation of one-minute returns in bps",
        colour: policyColour(4),
      },
      value: ({ volatilityBps }) => volatilityBps,
      format: number(0),
    }),
  ];
  const titles = [
    "Volume, share of the day",
    "Spread, ticks",
    "One-minute returns, deviation in bps",
  ];
  const figures = charts.flatMap((chart, at) =>
    hasBars(facts, at)
      ? [html`<figure class="card"><h4>${titles[at] ?? ""}</h4>${renderChart(chart)}</figure>`]
      : [],
  );
  const price =
    facts.price === undefined
      ? html``
      : html`<figure class="card"><h4>${facts.price.of === "mid" ? "Mid" : "Price of trades"}</h4>
<div class="scroll"><div class="wide">${renderChart(buildFactsPriceChart(facts, instrument.tickSize))}</div></div></figure>`;
  return html`<h2>The day</h2>
<p class="lead">The price at every second, and the day by half hours. Auctions are in none of it.</p>
${price}
${figures.length === 0 ? html`` : html`<div class="triples" style="margin-top:1rem">${figures}</div>`}`;
}

/** Whether a half-hour chart (volume, spread, volatility) has anything to show; one bar is nothing. */
function hasBars({ halfHours }: MarketFacts, chart: number): boolean {
  if (halfHours.length < 2) return false;
  if (chart === 0) return halfHours.some(({ lots }) => lots > 0);
  if (chart === 1) return halfHours.some(({ spreadTicks }) => spreadTicks !== undefined);
  return halfHours.some(({ volatilityBps }) => volatilityBps !== undefined);
}

function renderShapes({ facts, instrument }: MarketFactsReport): Html {
  const swatch = (index: number, name: string): Html =>
    html`<li><i class="swatch" style="background:${policyColour(index)}"></i>${name}</li>`;
  const sizes =
    facts.orders === undefined
      ? html``
      : html`<ul class="legend">${[swatch(2, "trades"), swatch(1, "new orders")]}</ul>`;
  return section("Spread, depth and sizes", "", [
    figure("Share of time by spread", buildSpreadChart(facts), html``),
    figure(
      "Size by level, over time",
      buildDepthChart(facts, instrument.lotSize),
      html`<ul class="legend">${[swatch(0, "bid"), swatch(1, "ask")]}</ul>`,
    ),
    figure("Sizes, share of each", buildSizeChart(facts, instrument.lotSize), sizes),
  ]);
}

function renderMoves({ facts }: MarketFactsReport): Html {
  const inferred =
    facts.marketOrders?.isSideInferred === true
      ? " The source does not say who came in; the Lee–Ready rule did."
      : "";
  return section(
    "How prices move",
    `Volatility by how often the price is looked at; and what incoming orders (trades of one time and one side, against displayed orders) say of the next ones and of the price.${inferred}`,
    [
      figure("Signature plot: volatility a year", buildSignatureChart(facts), html``),
      figure("Autocorrelation of signs", buildSignMemoryChart(facts), html``),
      figure("Response: mean move of the mid, ticks", buildResponseChart(facts), html``),
    ],
  );
}

function section(heading: string, lead: string, figures: readonly (Html | undefined)[]): Html {
  const shown = figures.filter((one) => one !== undefined);
  if (shown.length === 0) return html``;
  return html`<h2>${heading}</h2>
${lead === "" ? html`` : html`<p class="lead">${lead}</p>`}
<div class="triples">${shown}</div>`;
}

function figure(title: string, chart: Chart | undefined, legend: Html): Html | undefined {
  if (chart === undefined) return undefined;
  return html`<figure class="card"><h4>${title}</h4>${legend}${renderChart(chart)}</figure>`;
}

function renderFindings({ findings }: MarketFactsReport): Html {
  if (findings.length === 0) return html``;
  const rows = findings.map(
    ({ rule, count, meaning }) =>
      html`<tr><th scope="row">${rule}</th><td style="text-align:left;white-space:normal">${meaning}</td><td>${formatNumber(count)}</td></tr>`,
  );
  return html`<h2>Found while reading</h2>
<div class="card"><table><thead><tr><th>finding</th><th style="text-align:left">what is done about it</th><th style="text-align:right">count</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function renderProvenance({ source, facts, generatedBy }: MarketFactsReport): Html {
  const paths = source.paths.map((path) => html`<code>${path}</code> `);
  return html`<h2>Where this comes from</h2>
<p class="small">${paths}, format ${source.format}, ${source.granularity}: ${formatNumber(source.rows)}
rows, ${formatNumber(facts.records)} records measured, ${formatNumber(facts.span.recordsOutside)} outside of the
time measured. Definitions: docs/guides/data.md.</p>
<p class="small">Made by:</p>
<pre><code>${generatedBy}</code></pre>`;
}

/** Times of later days lose their day: the charts say where they are. */
function clock(timeNs: number): string {
  return formatClock(timeNs % (24 * 3600e9));
}

function formatSize(size: number): string {
  return size >= 1000 ? formatNumber(size) : `${Number(size.toPrecision(4))}`;
}
