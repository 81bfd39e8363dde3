/**
 * What the house world does, measured: the market without us, and what our orders do to it.
 *
 * `node bench/house-facts.ts --seeds 60 --first 100001` prints the numbers of docs/models/house.md.
 * `--set path=value` changes the world; `--parts market` measures that part alone.
 */
import { parseArgs } from "node:util";
import { loadWorld } from "../src/cli/world-file.ts";
import { completeOptions, createWorldRequest } from "../src/cli/world-work.ts";
import { createOnlineMoments, type OnlineMoments } from "../src/core/statistics/online-moments.ts";
import { nsPerMinute, nsPerSecond } from "../src/core/time.ts";
import { Episode, TwinPath, WorldEvaluator } from "../src/evaluation/index.ts";
import { ask, bid, buy, oppositeSide, type Side, sell, sideSign } from "../src/market/side.ts";
import { cumulativeShare, usEquityVolumeCurve } from "../src/market/volume-curve.ts";
import { SimulatedMarket } from "../src/simulation/simulated-market.ts";
import { Nature } from "../src/simulation/traders/nature.ts";
import type { Population } from "../src/simulation/traders/population.ts";
import { SteadyTrader } from "../src/simulation/traders/traders-fixture.ts";
import { createMarket } from "../src/simulation/worlds/create-market.ts";
import type { OrderBookWorld } from "../src/simulation/worlds/world.ts";

const { values: asked } = parseArgs({
  options: {
    seeds: { type: "string", default: "60" },
    first: { type: "string", default: "100001" },
    set: { type: "string", multiple: true, default: [] },
    parts: { type: "string", default: "market,orders,round-trips" },
  },
});
const seeds = Array.from({ length: Number(asked.seeds) }, (_, at) => Number(asked.first) + at);
const { world: found, path: worldPath } = loadWorld("house", asked.set);
if (found.kind !== "order-book") throw new RangeError("expected a world with a book");
const world: OrderBookWorld = found;
const { start, end } = world.order;
const minutes = Math.round((end - start) / nsPerMinute);
/** Share of a day's activity, and so of its variance, that falls into the order's time. */
const activityShare =
  cumulativeShare(usEquityVolumeCurve, end) - cumulativeShare(usEquityVolumeCurve, start);

/** The sign of every aggressive order since it was last cleared. */
class SignRecorder implements Population {
  readonly name = "signs";
  readonly nextNs = Number.POSITIVE_INFINITY;
  signs: number[] = [];
  #lastNs = 0;
  onTrade(timeNs: number, side: Side): void {
    if (timeNs !== this.#lastNs) this.signs.push(sideSign(side));
    this.#lastNs = timeNs;
  }
  open(): void {}
  act(): void {}
  save(): void {}
  load(): void {}
}

/** One number a seed, told as mean ± standard error over seeds. */
class Table {
  readonly #rows = new Map<string, OnlineMoments>();
  add(name: string, value: number): void {
    const row = this.row(name);
    this.#rows.set(name, row);
    row.add(value);
  }
  row(name: string): OnlineMoments {
    return this.#rows.get(name) ?? createOnlineMoments();
  }
  print(): void {
    for (const [name, row] of this.#rows) {
      const error = row.count > 1 ? row.standardError : Number.NaN;
      console.log(`${name.padEnd(52)} ${row.mean.toPrecision(4)} ± ${error.toPrecision(2)}`);
    }
  }
}

function measureMarket(): void {
  const table = new Table();
  const recorder = new SignRecorder();
  const { plan } = createMarket(world);
  const market = new SimulatedMarket({ ...plan, populations: [...plan.populations, recorder] });
  const [day, quiet] = [createOnlineMoments(), createOnlineMoments()];
  const began = performance.now();
  for (const seed of seeds) {
    market.open(seed);
    market.runTo(start);
    market.watch();
    recorder.signs = [];
    const mids = watchMarket(market, table);
    for (const lag of [1, 2, 5, 10, 30, 100]) {
      table.add(`autocorrelation of trade signs, lag ${lag}`, correlate(recorder.signs, lag));
    }
    const news = plan.nature instanceof Nature ? plan.nature.newsDrawn : [];
    day.add(addReturns(table, mids, news, quiet));
  }
  const elapsedMs = performance.now() - began;
  table.print();
  const sigma = (100 * day.sd) / Math.sqrt(activityShare);
  const error = sigma / Math.sqrt(2 * (seeds.length - 1));
  const realised = Math.sqrt((quiet.variance * minutes) / activityShare) / 100;
  console.log(`daily sigma without news: ${sigma.toFixed(2)} ± ${error.toFixed(2)} %`);
  console.log(`daily sigma from 1-minute returns without news: ${realised.toFixed(2)} %`);
  console.log(`1-minute returns without news: excess kurtosis ${quiet.excessKurtosis.toFixed(2)}`);
  console.log(`${(elapsedMs / seeds.length).toFixed(0)} ms a market`);
}

/** @returns log mid every minute, from the order's start, where the market stands, to its end */
function watchMarket(market: SimulatedMarket, table: Table): number[] {
  const mids = [Math.log(market.midTicks)];
  const [spreads, depths] = [createOnlineMoments(), createOnlineMoments()];
  const [bids, asks] = market.engine.book.levels;
  let tight = 0;
  for (let second = 1; second <= 60 * minutes; second++) {
    market.runTo(start + second * nsPerSecond);
    if (second % 60 === 0) mids.push(Math.log(market.midTicks));
    const spread = market.bestTicks(ask) - market.bestTicks(bid);
    if (Number.isNaN(spread)) continue;
    spreads.add(spread);
    if (spread === 1) tight++;
    depths.add((bids.lots[bids.bestSlot]! + asks.lots[asks.bestSlot]!) / 2);
  }
  const { othersLots, othersTrades, twoSidedNs } = market.activity;
  table.add("spread, ticks", spreads.mean);
  table.add("share of time at one tick", tight / spreads.count);
  table.add("lots at the touch", depths.mean);
  table.add("lots traded", othersLots);
  table.add("trades a minute", othersTrades / minutes);
  table.add("share of time with both sides quoted", twoSidedNs / (end - start));
  return mids;
}

/** @returns the log return of the whole time less that of the news */
function addReturns(
  table: Table,
  mids: readonly number[],
  news: Nature["newsDrawn"],
  quiet: OnlineMoments,
): number {
  const returns = mids.slice(1).map((mid, at) => 1e4 * (mid - mids[at]!));
  for (const { timeNs, logReturn } of news) {
    if (Math.abs(logReturn) < 0.0025) continue;
    const at = Math.floor((timeNs - start) / nsPerMinute);
    for (const after of [1, 2, 5]) {
      const share = (mids[at + after]! - mids[at]!) / logReturn;
      table.add(`share of the news in the mid after ${after} min`, share);
    }
    // What news do is no fact of usual returns: NaN, and left out below.
    returns.fill(Number.NaN, at, at + 5);
  }
  const usual = returns.filter((value) => !Number.isNaN(value));
  for (const value of usual) quiet.add(value);
  for (const lag of [1, 2, 3]) {
    table.add(`autocorrelation of 1-minute returns, lag ${lag}`, correlate(returns, lag));
  }
  table.add("variance ratio, 1 to 10 minutes", varianceRatio(returns, 10));
  const mean = usual.reduce((sum, value) => sum + Math.abs(value), 0) / usual.length;
  const centred = returns.map((value) => Math.abs(value) - mean);
  for (const lag of [1, 2, 5, 10, 30]) {
    table.add(`autocorrelation of absolute returns, lag ${lag}`, correlate(centred, lag));
  }
  const newsReturn = news.reduce((sum, { logReturn }) => sum + logReturn, 0);
  return mids[minutes]! - mids[0]! - newsReturn;
}

const sizes = [20, 60, 180, 500];
const orders = [
  ...sizes.map((size) => ({ name: `sell ${size}k`, side: "sell", quantity: `${size}000` })),
  { name: "buy 500k", side: "buy", quantity: "500000" },
  { name: "sell 1000k", side: "sell", quantity: "1000000" },
  { name: "half", side: "sell", quantity: "250000", end: "11:30:00" },
];

function createWork(order: (typeof orders)[number]) {
  const { name, ...terms } = order;
  const silent = {
    ...{ urgency: "normal", minChild: "1", slice: "1m", rate: "0.1", riskAversion: "1e-6" },
    ...{ form: "perold", removeFee: "0", addFee: "0", seed: "1", policies: "twap" },
  };
  const options = completeOptions({ ...silent, ...terms }, world);
  const request = createWorldRequest(worldPath, world, options);
  return { name, request, evaluator: new WorldEvaluator(request) };
}

/** Orders of several sizes and sides against the twin of their seed. */
function measureOrders(): void {
  const table = new Table();
  const twin = new TwinPath();
  const alone = createMarket(world);
  const works = orders.map(createWork);
  for (const seed of seeds) {
    alone.open(seed);
    twin.record(alone, end);
    for (const work of works) addOrder(table, work, seed, twin);
  }
  table.print();
  const costs = sizes.map((size) => table.row(`sell ${size}k: impact + spread, bps`).mean);
  for (let at = 0; at < sizes.length; at++) {
    const [from, to] = at === 0 ? [0, sizes.length - 1] : [at - 1, at];
    const exponent = Math.log(costs[to]! / costs[from]!) / Math.log(sizes[to]! / sizes[from]!);
    console.log(`cost in size, ${sizes[from]}k to ${sizes[to]}k: exponent ${exponent.toFixed(3)}`);
  }
  const peak = table.row("half: mid from twin at 1 T, bps").mean;
  for (const times of [1.1, 1.25, 1.5, 2]) {
    const left = table.row(`half: mid from twin at ${times} T, bps`).mean / peak;
    console.log(`mid from twin at ${times} T over T: ${left.toFixed(3)}`);
  }
}

function addOrder(
  table: Table,
  { name, request, evaluator }: ReturnType<typeof createWork>,
  seed: number,
  twin: TwinPath,
): void {
  const episode = new Episode({ ...request, policy: request.policies[0]!, seed, twin });
  const arrival = episode.arrive();
  const { parent, market } = episode.setup;
  const addDisplaced = (times: number): void => {
    const timeNs = parent.startNs + times * (parent.endNs - parent.startNs);
    const ticks = sideSign(parent.side) * (market.midTicks - twin.midBefore(timeNs));
    table.add(`${name}: mid from twin at ${times} T, bps`, (1e4 * ticks) / arrival.midTicks);
  };
  episode.advanceTo((parent.startNs + parent.endNs) / 2);
  addDisplaced(0.5);
  episode.finish();
  addDisplaced(1);
  const { partsBps, filledLots, totalBps } = evaluator.account(episode, arrival);
  const { spread, impact, opportunity, delay } = partsBps;
  const { ownLots, othersLots, twoSidedNs } = market.activity;
  table.add(`${name}: impact + spread, bps`, spread + (impact ?? 0) + opportunity + delay);
  table.add(`${name}: spread, bps`, spread);
  table.add(`${name}: shortfall, bps`, totalBps);
  table.add(`${name}: completion`, filledLots / parent.quantityLots);
  table.add(`${name}: participation`, ownLots / (ownLots + othersLots));
  table.add(`${name}: both sides quoted`, twoSidedNs / (parent.endNs - parent.startNs));
  if (parent.endNs === end) return;
  for (const times of [1.1, 1.25, 1.5, 2]) {
    market.runTo(parent.startNs + times * (parent.endNs - parent.startNs));
    addDisplaced(times);
  }
}

/**
 * Buys and sells again, half the time each: what is lost, in basis points of what was bought. Each
 * seed is met both ways round, so that the market's own moves cancel.
 */
function measureRoundTrips(): void {
  const table = new Table();
  const { plan } = createMarket(world);
  const wait = (start - world.session.start) / nsPerMinute;
  for (const size of [20, 60, 250]) {
    const half = { lots: Math.round((1000 * size) / minutes), minutes: minutes / 2 };
    const markets = ([buy, sell] as const).map((side) => {
      const first = new SteadyTrader({ ...half, side, afterMinutes: wait });
      const second = { ...half, side: oppositeSide(side), afterMinutes: wait + minutes / 2 };
      const trips = [first, new SteadyTrader(second)];
      const populations = [...plan.populations, ...trips];
      return { trips, market: new SimulatedMarket({ ...plan, populations }) };
    });
    for (const seed of seeds) {
      let lostTicks = 0;
      for (const { trips, market } of markets) {
        market.open(seed);
        market.runTo(end);
        for (const trip of trips) lostTicks += trip.paidTicks - trip.heldLots * market.midTicks;
      }
      const traded = 2 * half.lots * minutes * world.opening.bestBid;
      table.add(`round trip of ${size}k: loss, bps`, (1e4 * lostTicks) / traded);
    }
  }
  table.print();
}

/** Autocorrelation of values whose mean is 0, without those that are NaN. */
function correlate(values: readonly number[], lag: number): number {
  const [products, squares] = [createOnlineMoments(), createOnlineMoments()];
  for (const [at, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    squares.add(value * value);
    const before = values[at - lag] ?? Number.NaN;
    if (!Number.isNaN(before)) products.add(value * before);
  }
  return products.mean / squares.mean;
}

/** Variance of returns over so many steps, over that many times the variance over one step. */
function varianceRatio(returns: readonly number[], steps: number): number {
  const [long, short] = [createOnlineMoments(), createOnlineMoments()];
  for (const [at, value] of returns.entries()) {
    if (!Number.isNaN(value)) short.add(value * value);
    const window = returns.slice(at, at + steps);
    const sum = window.reduce((total, part) => total + part, 0);
    if (window.length === steps && !Number.isNaN(sum)) long.add(sum * sum);
  }
  return long.mean / (steps * short.mean);
}

if (asked.parts.includes("market")) measureMarket();
if (asked.parts.includes("orders")) measureOrders();
if (asked.parts.includes("round-trips")) measureRoundTrips();
