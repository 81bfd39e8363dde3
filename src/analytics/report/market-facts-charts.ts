/** The drawings of a market's facts: its day, its spread and sizes, and how its prices move. */
import { halfHourNs } from "../market-facts/facts-session.ts";
import type { HalfHourFacts, MarketFacts, SizeFacts } from "../market-facts/market-facts.ts";
import { timeAxis, valueAxis } from "./axes.ts";
import { type Chart, mutedInk, policyColour } from "./chart.ts";
import { formatNumber } from "./format.ts";
import { stepSeries } from "./marks.ts";
import type { CustomSeriesApi } from "./price-chart.ts";
import { thinStepSeries } from "./thin-series.ts";

/** Left edge, height, right edge. */
type Bar = readonly [from: number, height: number, to: number];
type Point = readonly [x: number, y: number];

const small = { width: 340, height: 190 } as const;
const shape = { width: 340, height: 220 } as const;
const smallGrid = { left: 46, right: 10, top: 8, bottom: 24 };
const shapeGrid = { left: 46, right: 10, top: 8, bottom: 40 };

/** The price at every second, thinned to what can be seen. */
export function buildFactsPriceChart(facts: MarketFacts, tickSize: number): Chart {
  const { path, span, price } = facts;
  const { fromNs, stepNs, ticks } = path;
  const timeNs = Float64Array.from(ticks, (_, at) => fromNs + at * stepNs);
  const padding = Math.max(1, ((price?.highTicks ?? 1) - (price?.lowTicks ?? 0)) * 0.05);
  const low = (price?.lowTicks ?? 0) - padding;
  const high = (price?.highTicks ?? 1) + padding;
  const frame = { fromNs: span.fromNs, toNs: span.toNs };
  const decimals = decimalsOf((high - low) * tickSize);
  return {
    key: "facts-price",
    label: `The ${price?.of ?? "price"} over the day`,
    width: 1040,
    height: 300,
    option: {
      grid: { left: 64, right: 16, top: 10, bottom: 26 },
      xAxis: timeAxis(frame, { count: 14 }),
      yAxis: valueAxis({
        ...{ low, high, count: 6 },
        format: (value) => formatNumber(value * tickSize, decimals),
      }),
      series: [
        stepSeries(thinStepSeries(timeNs, ticks, { ...frame, buckets: 520 }), {
          colour: policyColour(0),
          width: 1.2,
        }),
      ],
    },
  };
}

/** One number of every half hour as bars; those without it leave a gap. */
export function buildHalfHourChart(
  facts: MarketFacts,
  options: {
    readonly key: string;
    readonly label: string;
    readonly colour: string;
    readonly value: (halfHour: HalfHourFacts) => number | undefined;
    readonly format: (value: number) => string;
  },
): Chart {
  const { span, halfHours } = facts;
  const bars = halfHours.flatMap((halfHour): Bar[] => {
    const value = options.value(halfHour);
    if (value === undefined) return [];
    const from = Math.max(halfHour.fromNs, span.fromNs);
    return [[from, value, Math.min(halfHour.fromNs + halfHourNs, span.toNs)]];
  });
  return {
    ...small,
    key: `half-hours-${options.key}`,
    label: `${options.label} by half hour`,
    option: {
      grid: smallGrid,
      xAxis: timeAxis(span, { count: 4 }),
      yAxis: barAxis(bars, options.format, 4),
      series: [barSeries(bars, options.colour)],
    },
  };
}

/** The share of time at each spread, up to where 99.5 % of the time is. */
export function buildSpreadChart(facts: MarketFacts): Chart | undefined {
  const distribution = facts.spread?.distribution ?? [];
  if (distribution.length === 0) return undefined;
  let seen = 0;
  const shown = distribution.filter(({ timeShare }) => {
    const isShown = seen < 0.995;
    seen += timeShare;
    return isShown;
  });
  const highest = Math.max(10, shown.at(-1)?.ticks ?? 1);
  const width = highest > 100 ? Math.ceil(highest / 100) : 1;
  const bars: Bar[] = [];
  for (const { ticks, timeShare } of shown) {
    const from = Math.floor(ticks / width) * width - width / 2;
    const last = bars.at(-1);
    if (last !== undefined && last[0] === from) {
      bars[bars.length - 1] = [from, last[1] + timeShare, last[2]];
    } else bars.push([from, timeShare, from + width]);
  }
  return {
    ...shape,
    key: "spread-distribution",
    label: "Share of time by spread in ticks",
    option: {
      grid: shapeGrid,
      xAxis: numberAxis(0, highest + width, "spread, ticks"),
      yAxis: barAxis(bars, (share) => percent(share), 5),
      series: [barSeries(bars, policyColour(0))],
    },
  };
}

/** Sizes on a logarithmic scale: trades filled, new orders as a line. */
export function buildSizeChart(facts: MarketFacts, lotSize: number): Chart | undefined {
  const trades = facts.trades?.sizeLots;
  if (trades === undefined) return undefined;
  const toBars = ({ distribution }: SizeFacts): Bar[] =>
    distribution.map(({ lots, share }) => {
      const from = Math.log10(lots * lotSize);
      return [from, share, from + 1 / 8];
    });
  const bars = toBars(trades).filter(([, share]) => share > 0.0002);
  const orders = facts.orders === undefined ? [] : toBars(facts.orders.sizeLots);
  const low = Math.min(...bars.map(([from]) => from));
  const high = Math.max(...bars.map(([, , to]) => to));
  const line = orders
    .filter(([from, , to]) => from >= low - 1e-9 && to <= high + 1e-9)
    .flatMap(([from, share, to]): Point[] => [
      [from, share],
      [to, share],
    ]);
  return {
    ...shape,
    key: "sizes",
    label: "Sizes of trades, and of new orders, on a logarithmic scale",
    option: {
      grid: shapeGrid,
      xAxis: logAxis(low, high, "size"),
      yAxis: barAxis([...bars, ...orders], (share) => percent(share), 5),
      series: [barSeries(bars, policyColour(2)), lineSeries(line, policyColour(1))],
    },
  };
}

/** Time-weighted lots by level: bids to the left of each number, asks to the right. */
export function buildDepthChart(facts: MarketFacts, lotSize: number): Chart | undefined {
  const levels = facts.depth?.levels ?? [];
  if (levels.length < 2) return undefined;
  const bids = levels.map(({ bidLots }, at): Bar => [at + 0.62, bidLots * lotSize, at + 1]);
  const asks = levels.map(({ askLots }, at): Bar => [at + 1, askLots * lotSize, at + 1.38]);
  return {
    ...shape,
    key: "depth",
    label: "Time-weighted size by level, bid and ask",
    option: {
      grid: shapeGrid,
      xAxis: numberAxis(0.5, levels.length + 0.5, "level"),
      yAxis: barAxis([...bids, ...asks], shortNumber, 5),
      series: [barSeries(bids, policyColour(0)), barSeries(asks, policyColour(1))],
    },
  };
}

/** Annualised volatility by the time between samples. */
export function buildSignatureChart(facts: MarketFacts): Chart | undefined {
  const points = facts.signature.map(
    ({ seconds, annualisedVolatility }): Point => [seconds, annualisedVolatility],
  );
  return buildLagChart(points, {
    key: "signature",
    label: "Annualised volatility by sampling interval",
    axis: "sampling interval, seconds",
    colour: policyColour(4),
    format: percent,
  });
}

export function buildSignMemoryChart(facts: MarketFacts): Chart | undefined {
  const memory = facts.marketOrders?.signMemory ?? [];
  const decimals = decimalsOf(Math.max(...memory.map(({ autocorrelation }) => autocorrelation)));
  return buildLagChart(
    memory.map(({ lag, autocorrelation }): Point => [lag, autocorrelation]),
    {
      key: "sign-memory",
      label: "Autocorrelation of the signs of incoming orders by lag",
      axis: "lag, incoming orders",
      colour: policyColour(3),
      format: (value) => formatNumber(value, decimals),
    },
  );
}

export function buildResponseChart(facts: MarketFacts): Chart | undefined {
  const response = facts.marketOrders?.response ?? [];
  const points = response.map(({ lag, ticks }): Point => [lag, ticks]);
  const decimals = decimalsOf(Math.max(...points.map(([, ticks]) => ticks)));
  return buildLagChart(points, {
    key: "response",
    label: "Mean move of the mid in the direction of an incoming order, by lag",
    axis: "lag, incoming orders",
    colour: policyColour(2),
    format: (value) => formatNumber(value, decimals),
  });
}

/** Values at some lags, lags on a logarithmic scale; zero is always on the other one. */
function buildLagChart(
  points: readonly Point[],
  options: {
    readonly key: string;
    readonly label: string;
    readonly axis: string;
    readonly colour: string;
    readonly format: (value: number) => string;
  },
): Chart | undefined {
  if (points.length < 2) return undefined;
  const { key, label, colour, format } = options;
  const logged = points.map(([x, y]): Point => [Math.log10(x), y]);
  const low = Math.min(0, ...points.map(([, y]) => y));
  const high = Math.max(...points.map(([, y]) => y));
  return {
    ...shape,
    key,
    label,
    option: {
      grid: shapeGrid,
      xAxis: logAxis(logged[0]![0] - 0.08, logged.at(-1)![0] + 0.08, options.axis),
      yAxis: valueAxis({ low: low * 1.1, high: high * 1.12, count: 5, format }),
      series: [
        { ...lineSeries(logged, colour), symbol: "circle", showSymbol: true, symbolSize: 6 },
      ],
    },
  };
}

function barSeries(bars: readonly Bar[], colour: string): object {
  return {
    type: "custom",
    silent: true,
    clip: true,
    data: bars.filter(([, height]) => height > 0),
    encode: { x: [0, 2], y: 1 },
    renderItem: (_: unknown, api: CustomSeriesApi) => {
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
      const [end = 0, base = 0] = api.coord([api.value(2), 0]);
      const width = Math.max(end - x - 1, 0.8);
      return {
        type: "rect",
        shape: { x: x + 0.5, y, width, height: base - y },
        style: { fill: colour, opacity: 0.82 },
      };
    },
  };
}

function lineSeries(data: readonly Point[], colour: string): object {
  return {
    type: "line",
    silent: true,
    showSymbol: false,
    emphasis: { disabled: true },
    data,
    lineStyle: { color: colour, width: 1.8 },
    itemStyle: { color: colour },
    z: 3,
  };
}

function barAxis(bars: readonly Bar[], format: (value: number) => string, count: number): object {
  const highest = Math.max(0, ...bars.map(([, height]) => height));
  return valueAxis({ low: 0, high: highest === 0 ? 1 : highest * 1.08, count, format });
}

function numberAxis(min: number, max: number, name: string): object {
  const step = [1, 2, 5, 10, 20, 50, 100, 200].find((size) => (max - min) / size <= 9) ?? 500;
  const first = Math.ceil(min / step) * step;
  const customValues = Array.from(
    { length: Math.floor((max - first) / step) + 1 },
    (_, at) => first + at * step,
  );
  return { ...namedAxis(min, max, name), ...axisMarks(customValues, (value) => `${value}`) };
}

/** Positions are logarithms to base 10; marks stand at 1, 2 and 5 where there is room, else at tens. */
function logAxis(min: number, max: number, name: string): object {
  const factors = max - min > 3.2 ? [1] : [1, 2, 5];
  const customValues: number[] = [];
  for (let decade = Math.floor(min); decade <= Math.ceil(max); decade++) {
    for (const factor of factors) {
      const at = decade + Math.log10(factor);
      if (at >= min && at <= max) customValues.push(at);
    }
  }
  const label = (at: number): string => shortNumber(Number((10 ** at).toPrecision(2)));
  return { ...namedAxis(min, max, name), ...axisMarks(customValues, label) };
}

function namedAxis(min: number, max: number, name: string): object {
  return {
    ...{ type: "value", min, max, name, nameLocation: "middle", nameGap: 26 },
    nameTextStyle: { color: mutedInk, fontSize: 11 },
    splitLine: { show: false },
    axisLine: { onZero: false, lineStyle: { color: mutedInk } },
  };
}

function axisMarks(customValues: readonly number[], formatter: (value: number) => string): object {
  return {
    axisTick: { customValues, lineStyle: { color: mutedInk } },
    axisLabel: { customValues, color: mutedInk, fontSize: 11, formatter },
  };
}

function percent(share: number): string {
  return `${formatNumber(share * 100, share > 0 && share < 0.02 ? 1 : 0)}%`;
}

function shortNumber(value: number): string {
  if (value >= 1e6) return `${formatNumber(value / 1e6, value % 1e6 === 0 ? 0 : 1)} M`;
  if (value >= 1e4) return `${formatNumber(value / 1e3)} k`;
  return `${value}`;
}

/** Enough to tell a sixth of the range. */
function decimalsOf(range: number): number {
  return Math.min(8, Math.max(0, Math.ceil(-Math.log10(range / 6))));
}
