/**
 * What the house world does, measured: the market without us, and what our orders do to it.
 *
 * `node bench/house-facts.ts --seeds 30 --first 100001` prints the table of docs/models/house.md.
 * `--set path=value` changes the world, `--skip-orders` leaves our orders out.
 */
import { parseArgs } from "node:util";
import { loadWorld } from "../src/cli/world-file.ts";
import { completeOptions, createWorldRequest } from "../src/cli/world-work.ts";
import { createOnlineMoments, type OnlineMoments } from "../src/core/statistics/online-moments.ts";
import { nsPerMinute, nsPerSecond } from "../src/core/time.ts";
import { Episode, TwinPath, WorldEvaluator } from "../src/evaluation/index.ts";
import { ask, bid, buy, type Side, sideSign } from "../src/market/side.ts";
import { cumulativeShare, usEquityVolumeCurve } from "../src/market/volume-curve.ts";
import { SimulatedMarket } from "../src/simulation/simulated-market.ts";
import { Nature } from "../src/simulation/traders/nature.ts";
import type { Population } from "../src/simulation/traders/population.ts";
import { createMarket } from "../src/simulation/worlds/create-market.ts";

const { values: asked } = parseArgs({
  options: {
    seeds: { type: "string", default: "30" },
    first: { type: "string", default: "100001" },
    set: { type: "string", multiple: true, default: [] },
    "skip-orders": { type: "boolean", default: false },
    "skip-market": { type: "boolean", default: false },
  },
});
const seeds = Array.from({ length: Number(asked.seeds) }, (_, at) => Number(asked.first) + at);
const { world, path: worldPath } = loadWorld("house", asked.set);
if (world.kind !== "order-book") throw new RangeError("expected a world with a book");
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
    const row = this.#rows.get(name) ?? createOnlineMoments();
    this.#rows.set(name, row);
    row.add(value);
  }

  mean(name: string): number {
    return this.#rows.get(name)?.mean ?? Number.NaN;
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

const table = new Table();
if (!asked["skip-market"]) measureMarket();
if (!asked["skip-orders"]) measureOrders();

function measureMarket(): void {
  const recorder = new SignRecorder();
  const { plan } = createMarket(world as Extract<typeof world, { kind: "order-book" }>);
  const market = new SimulatedMarket({ ...plan, populations: [...plan.populations, recorder] });
  const dayReturns = createOnlineMoments();
  const ownReturns = createOnlineMoments();
  const [quiet, all] = [createOnlineMoments(), createOnlineMoments()];
  let elapsedMs = 0;
  for (const seed of seeds) {
    const began = performance.now();
    market.open(seed);
    market.runTo(start);
    market.watch();
    recorder.signs = [];
    const mids = [Math.log(market.midTicks)];
    const seconds = createOnlineMoments();
    const depths = createOnlineMoments();
    let tight = 0;
    for (let minute = 0; minute < minutes; minute++) {
      for (let second = 1; second <= 60; second++) {
        market.runTo(start + minute * nsPerMinute + second * nsPerSecond);
        const [bids, asks] = market.engine.book.levels;
        const spread = market.bestTicks(ask) - market.bestTicks(bid);
        if (Number.isNaN(spread)) continue;
        seconds.add(spread);
        if (spread === 1) tight++;
        depths.add((bids.lots[bids.bestSlot]! + asks.lots[asks.bestSlot]!) / 2);
      }
      mids.push(Math.log(market.midTicks));
    }
    elapsedMs += performance.now() - began;
    const news = plan.nature instanceof Nature ? plan.nature.newsDrawn : [];
    const newsReturn = news.reduce((sum, { logReturn }) => sum + logReturn, 0);
    const kinds = news.map(({ kind }) => kind).join("+");
    const { othersLots, othersTrades, twoSidedNs } = market.activity;
    const whole = mids[minutes]! - mids[0]!;
    table.add("spread, ticks", seconds.mean);
    table.add("share of time at one tick", tight / seconds.count);
    table.add("lots at the touch", depths.mean);
    table.add("lots traded", othersLots);
    table.add("trades a minute", othersTrades / minutes);
    table.add("share of time with both sides quoted", twoSidedNs / (end - start));
    table.add(`3-hour return with news ${kinds}, bps`, 1e4 * whole);
    dayReturns.add(whole);
    ownReturns.add(whole - newsReturn);
    const returns = mids.slice(1).map((mid, at) => 1e4 * (mid - mids[at]!));
    const isNewsMinute = (at: number): boolean =>
      news.some(({ timeNs, logReturn }) => {
        const since = start + at * nsPerMinute - timeNs;
        return Math.abs(logReturn) > 0.0025 && since > -nsPerMinute && since < 5 * nsPerMinute;
      });
    for (const value of returns) all.add(value);
    returns.forEach((value, at) => isNewsMinute(at) || quiet.add(value));
    for (const lag of [1, 2, 3]) {
      const found = correlate(returns, lag, isNewsMinute);
      table.add(`autocorrelation of 1-minute returns, lag ${lag}`, found);
    }
    table.add("variance ratio, 1 to 10 minutes", varianceRatio(mids, 10, isNewsMinute));
    const sizes = centred(returns.map(Math.abs));
    for (const lag of [1, 2, 5, 10, 30]) {
      table.add(`autocorrelation of absolute returns, lag ${lag}`, correlate(sizes, lag));
    }
    for (const lag of [1, 2, 5, 10, 30, 100]) {
      table.add(`autocorrelation of trade signs, lag ${lag}`, correlate(recorder.signs, lag));
    }
  }
  table.print();
  const daily = (moments: OnlineMoments): string => (100 * moments.sd).toFixed(2);
  console.log(
    `3-hour return: sd ${daily(dayReturns)} %, less the news' own ${daily(ownReturns)} %`,
  );
  const dailySigma = (100 * ownReturns.sd) / Math.sqrt(activityShare);
  const sigmaError = dailySigma / Math.sqrt(2 * (seeds.length - 1));
  console.log(`daily sigma without news: ${dailySigma.toFixed(2)} ± ${sigmaError.toFixed(2)} %`);
  const realised = Math.sqrt((quiet.variance * minutes) / activityShare) / 100;
  console.log(`daily sigma from 1-minute returns without news: ${realised.toFixed(2)} %`);
  console.log(
    `1-minute returns: sd ${all.sd.toFixed(2)} bps, excess kurtosis ${all.excessKurtosis.toFixed(2)};`,
  );
  console.log(
    `  without the news' minutes: sd ${quiet.sd.toFixed(2)}, ${quiet.excessKurtosis.toFixed(2)}`,
  );
  console.log(`${(elapsedMs / seeds.length).toFixed(0)} ms a market`);
}

/** Orders of several sizes and sides against the twin of their seed. */
function measureOrders(): void {
  const halfEnd = "11:30:00";
  const orders = [
    { name: "sell 20k", side: "sell", quantity: "20000" },
    { name: "sell 60k", side: "sell", quantity: "60000" },
    { name: "sell 180k", side: "sell", quantity: "180000" },
    { name: "sell 500k", side: "sell", quantity: "500000" },
    { name: "buy 500k", side: "buy", quantity: "500000" },
    { name: "half", side: "sell", quantity: "250000", end: halfEnd },
  ] as const;
  const costs = new Table();
  const twin = new TwinPath();
  const silent = {
    ...{ urgency: "normal", minChild: "1", slice: "1m", rate: "0.1", riskAversion: "1e-6" },
    ...{ form: "perold", removeFee: "0", addFee: "0", seed: "1" },
  } as const;
  const book = world as Extract<typeof world, { kind: "order-book" }>;
  const works = orders.map(({ name, ...order }) => {
    const options = completeOptions({ ...silent, policies: "twap", ...order }, book);
    const request = createWorldRequest(worldPath, book, options);
    return { name, request, evaluator: new WorldEvaluator(request) };
  });
  const slopes: { log: number; cost: OnlineMoments }[] = [];
  for (const seed of seeds) {
    const alone = createMarket(book);
    alone.open(seed);
    twin.record(alone, end);
    for (const { name, request, evaluator } of works) {
      const episode = new Episode({ ...request, policy: request.policies[0]!, seed, twin });
      const arrival = episode.arrive();
      const { parent } = request;
      const sign = parent.side === buy ? 1e4 : -1e4;
      const displaced = (timeNs: number): number =>
        (sign * (episode.market.midTicks - twin.midBefore(timeNs))) / arrival.midTicks;
      episode.advanceTo((parent.startNs + parent.endNs) / 2);
      costs.add(`${name}: mid from twin at half time, bps`, displaced(episode.market.nowNs));
      episode.finish();
      const { market } = episode;
      costs.add(`${name}: mid from twin at the end, bps`, displaced(parent.endNs));
      const { partsBps, filledLots, totalBps } = evaluator.account(episode, arrival);
      const { spread, impact = 0, timing = 0, opportunity, delay } = partsBps;
      costs.add(`${name}: impact + spread, bps`, spread + (impact ?? 0) + opportunity + delay);
      costs.add(`${name}: spread, bps`, spread);
      costs.add(`${name}: timing, bps`, timing ?? 0);
      costs.add(`${name}: shortfall, bps`, totalBps);
      costs.add(`${name}: completion`, filledLots / parent.quantityLots);
      const { ownLots, othersLots } = market.activity;
      const { fills } = episode.run.venue;
      let [passive, taken, takes, lastNs] = [0, 0, 0, -1];
      for (const fill of fills) {
        if (fill.liquidity === "added") passive += fill.lots;
        else {
          taken += fill.lots;
          if (fill.venueTimeNs !== lastNs) takes++;
          lastNs = fill.venueTimeNs;
        }
      }
      costs.add(`${name}: passive share`, passive / filledLots);
      costs.add(`${name}: orders that take`, takes);
      costs.add(`${name}: lots of one`, taken / Math.max(1, takes));
      costs.add(`${name}: participation`, ownLots / (ownLots + othersLots));
      if (name !== "half") continue;
      for (const share of [1.1, 1.25, 1.5, 2]) {
        const timeNs = parent.startNs + share * (parent.endNs - parent.startNs);
        market.runTo(timeNs);
        costs.add(`${name}: mid from twin at ${share} T, bps`, displaced(timeNs));
      }
    }
  }
  costs.print();
  for (const size of [20, 60, 180, 500]) {
    slopes.push({ log: Math.log(size), cost: costs.row(`sell ${size}k: impact + spread, bps`) });
  }
  const meanLog = slopes.reduce((sum, { log }) => sum + log / slopes.length, 0);
  const slope =
    slopes.reduce((sum, { log, cost }) => sum + (log - meanLog) * Math.log(cost.mean), 0) /
    slopes.reduce((sum, { log }) => sum + (log - meanLog) ** 2, 0);
  console.log(`exponent of cost in size: ${slope.toFixed(3)}`);
  const ratio =
    costs.mean("half: mid from twin at 2 T, bps") /
    costs.mean("half: mid from twin at the end, bps");
  console.log(`mid from twin at 2T over T: ${ratio.toFixed(3)}`);
  const [sold, bought] = ["sell", "buy"].map((side) =>
    costs.row(`${side} 500k: impact + spread, bps`),
  );
  const error = Math.hypot(sold!.standardError, bought!.standardError);
  console.log(`buy less sell: ${(bought!.mean - sold!.mean).toFixed(2)} ± ${error.toFixed(2)} bps`);
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/** Autocorrelation of values whose mean is 0, without pairs that touch a place left out. */
function correlate(
  values: readonly number[],
  lag: number,
  isLeftOut: (at: number) => boolean = () => false,
): number {
  let [products, squares, pairs, count] = [0, 0, 0, 0];
  for (const [at, value] of values.entries()) {
    if (isLeftOut(at)) continue;
    squares += value * value;
    count++;
    if (at < lag || isLeftOut(at - lag)) continue;
    products += value * values[at - lag]!;
    pairs++;
  }
  return products / pairs / (squares / count);
}

/** Variance of returns over so many steps, over that many times the variance over one step. */
function varianceRatio(
  mids: readonly number[],
  steps: number,
  isLeftOut: (at: number) => boolean,
): number {
  let [long, longCount, short, shortCount] = [0, 0, 0, 0];
  for (let at = 0; at + 1 < mids.length; at++) {
    if (isLeftOut(at)) continue;
    short += (mids[at + 1]! - mids[at]!) ** 2;
    shortCount++;
    if (at + steps >= mids.length) continue;
    if (Array.from({ length: steps }, (_, step) => at + step).some(isLeftOut)) continue;
    long += (mids[at + steps]! - mids[at]!) ** 2;
    longCount++;
  }
  return long / longCount / (steps * (short / shortCount));
}
