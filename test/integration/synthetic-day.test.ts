/** The synthetic day as a market: replayed from its events, and looked at as a trader would. */
import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { execFile } from "node:child_process";
import { describe, type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { InvariantError } from "../../src/core/assert.ts";
import { createHasher, type Hasher } from "../../src/core/hash.ts";
import { nsPerHour, nsPerMinute } from "../../src/core/time.ts";
import { timeNs } from "../../src/core/units.ts";
import { type EventBlock, eventFlag, eventKind } from "../../src/market/event-block.ts";
import { FastMatchingEngine } from "../../src/market/matching-engine.ts";
import { reportField, reportKind } from "../../src/market/report-ring.ts";
import { ask, bid, type Side } from "../../src/market/side.ts";
import { createDivergence, RecordedFlow } from "../../src/simulation/recorded-flow.ts";
import { createSyntheticDay, type SyntheticDay } from "../../src/simulation/synthetic-day.ts";
import { defaultSyntheticDay } from "../../src/simulation/synthetic-day-parameters.ts";

const seeds = [1, 2, 3];
/** Over every column of every event of the default day, seed 1. */
const goldenHash = "f4a8e2953547d49d";
const hashArgument = "--print-event-hash";
const clock = (hours: number, minutes = 0): number => hours * nsPerHour + minutes * nsPerMinute;

function addEvent(hasher: Hasher, block: EventBlock, row: number): void {
  hasher.addNumber(block.venueTimeNs[row]);
  hasher.addNumber(block.localTimeNs[row]);
  hasher.addNumber(block.kind[row] + 16 * block.side[row] + 32 * block.flags[row]);
  hasher.addNumber(block.orderId[row]);
  hasher.addNumber(block.priceTicks[row]);
  hasher.addNumber(block.quantityLots[row]);
}

/** Over the events before a time. */
async function hashEvents(day: SyntheticDay, untilNs = Number.POSITIVE_INFINITY): Promise<string> {
  const hasher = createHasher();
  for await (const block of day.blocks()) {
    for (let row = 0; row < block.length; row++) {
      if (block.venueTimeNs[row] < untilNs) addEvent(hasher, block, row);
    }
  }
  return hasher.hex();
}

/** What one minute looked like; prices in ticks. */
interface Minute {
  volumeLots: number;
  /** Spread weighted by time. */
  spreadTicksMean: number;
  /** At its end. */
  midTicks: number;
}

/** A day's events applied one by one to an empty engine, with everything that must hold checked. */
class DayReplay {
  readonly engine = new FastMatchingEngine();
  readonly flow = new RecordedFlow(this.engine, { resting: () => [] });
  readonly minutes: Minute[] = [];
  /** Lots by event kind. */
  readonly lots: Record<number, number> = {};
  readonly faults: string[] = [];
  readonly ids = new Set<number>();
  events = 0;
  restingOrdersMax = 0;
  spreadTimeTicks = 0;
  depthLots = 0;
  depthCount = 0;
  /** Time spent in the generator. */
  generationMs = 0;
  #lastNs: number;
  readonly #startNs: number;
  #minuteNs = 0;
  #spreadInMinute = 0;
  #volume = 0;

  constructor(startNs: number) {
    this.#lastNs = startNs;
    this.#startNs = startNs;
  }

  apply(block: EventBlock, row: number): void {
    const time = block.venueTimeNs[row];
    this.#passTime(time);
    if (block.localTimeNs[row] !== time) this.#fault("two clocks", time);
    const kind = block.kind[row];
    const id = block.orderId[row];
    this.#checkOrder(block, row);
    const sent = this.engine.reports.written;
    this.flow.apply(block, row);
    this.#checkReports(sent, id, time);
    this.events++;
    this.lots[kind] = (this.lots[kind] ?? 0) + block.quantityLots[row];
    if (kind === eventKind.execute) this.#volume += block.quantityLots[row];
    this.restingOrdersMax = Math.max(this.restingOrdersMax, this.engine.book.orderCount);
    if ((block.flags[row] & eventFlag.endOfRecord) !== 0) this.#checkBook(time);
  }

  finish(endNs: number): void {
    this.#passTime(endNs);
  }

  get spreadTicks(): number {
    const { levels } = this.engine.book;
    return levels[ask].bestKey + levels[bid].bestKey;
  }

  get midTicks(): number {
    const { levels } = this.engine.book;
    return (levels[ask].bestKey - levels[bid].bestKey) / 2;
  }

  /** Lots of the best five levels of a side. */
  fiveLevelLots(side: Side): number {
    const levels = this.engine.book.levels[side];
    let lots = 0;
    let slot = levels.bestSlot;
    for (let level = 0; level < 5 && slot >= 0; level++, slot = levels.next(slot)) {
      lots += levels.lots[slot];
    }
    return lots;
  }

  #fault(what: string, time: number): void {
    if (this.faults.length < 5) this.faults.push(`${what} at ${time}`);
  }

  /** The order that an event names is there with the terms the event says; added ids are new. */
  #checkOrder(block: EventBlock, row: number): void {
    const { book } = this.engine;
    const time = block.venueTimeNs[row];
    const slot = book.index.get(block.orderId[row]);
    if (block.kind[row] === eventKind.add) {
      if (this.ids.has(block.orderId[row])) this.#fault("an id used twice", time);
      this.ids.add(block.orderId[row]);
      return;
    }
    if (slot < 0) {
      this.#fault("an unknown order", time);
      return;
    }
    const isSame =
      book.sides[slot] === block.side[row] && book.priceOf(slot) === block.priceTicks[row];
    const left = book.openLots[slot] - block.quantityLots[row];
    const kind = block.kind[row];
    const isWhole =
      kind === eventKind.remove ? left === 0 : left >= (kind === eventKind.reduce ? 1 : 0);
    const levels = book.levels[book.sides[slot]];
    const isFirst = book.headOf(book.sides[slot] as Side, levels.bestSlot) === slot;
    if (!isSame || !isWhole) this.#fault("an order with other terms", time);
    if (kind === eventKind.execute && !isFirst) this.#fault("a trade out of turn", time);
  }

  /** Nothing is refused, and nothing trades that the event does not say. */
  #checkReports(from: number, id: number, time: number): void {
    const { reports } = this.engine;
    for (let index = from; index < reports.written; index++) {
      const kind = reports.read(index, reportField.kind);
      const isRefusal =
        kind === reportKind.orderReject ||
        kind === reportKind.cancelReject ||
        kind === reportKind.modifyReject;
      if (isRefusal || reports.read(index, reportField.orderId) !== id) {
        this.#fault("a refusal or a stranger's report", time);
      }
    }
    reports.releaseAll();
  }

  #checkBook(time: number): void {
    const { levels } = this.engine.book;
    if (levels[bid].count === 0 || levels[ask].count === 0) this.#fault("an empty side", time);
    else if (this.spreadTicks <= 0) this.#fault("a crossed or locked book", time);
    if (this.events % 100 !== 0) return;
    this.depthLots += (this.fiveLevelLots(bid) + this.fiveLevelLots(ask)) / 2;
    this.depthCount++;
  }

  #passTime(time: number): void {
    if (!(time >= this.#lastNs && Number.isSafeInteger(time))) this.#fault("a time", time);
    const spread = this.events > 0 && time > this.#startNs ? this.spreadTicks : 0;
    let from = this.#lastNs;
    if (this.#minuteNs === 0) this.#minuteNs = from + nsPerMinute;
    while (time >= this.#minuteNs) {
      this.#spreadInMinute += spread * (this.#minuteNs - from);
      this.minutes.push({
        volumeLots: this.#volume,
        spreadTicksMean: this.#spreadInMinute / nsPerMinute,
        midTicks: this.midTicks,
      });
      this.spreadTimeTicks += this.#spreadInMinute;
      this.#spreadInMinute = 0;
      this.#volume = 0;
      from = this.#minuteNs;
      this.#minuteNs += nsPerMinute;
    }
    this.#spreadInMinute += spread * (time - from);
    this.#lastNs = time;
  }
}

async function replay(day: SyntheticDay, hasher?: Hasher): Promise<DayReplay> {
  const { startNs, endNs } = day.parameters;
  const replayed = new DayReplay(startNs);
  let asked = performance.now();
  for await (const block of day.blocks()) {
    replayed.generationMs += performance.now() - asked;
    for (let row = 0; row < block.length; row++) {
      if (hasher !== undefined) addEvent(hasher, block, row);
      replayed.apply(block, row);
    }
    asked = performance.now();
  }
  replayed.finish(endNs);
  return replayed;
}

/** Square root of the sum of squared five-minute log returns, the one with the news left out. */
function realisedVolatility(minutes: readonly Minute[], newsMinute: number): number {
  let sum = 0;
  for (let at = 9; at < minutes.length; at += 5) {
    const isNews = at - 5 < newsMinute && newsMinute <= at;
    if (!isNews) sum += Math.log(minutes[at].midTicks / minutes[at - 5].midTicks) ** 2;
  }
  return Math.sqrt(sum);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function tellSummary(context: TestContext, seed: number, day: DayReplay): void {
  const { startNs, endNs } = defaultSyntheticDay;
  const words = [
    `seed ${seed}: ${day.events} events`,
    `${day.lots[eventKind.execute]} lots traded`,
    `mean spread ${(day.spreadTimeTicks / (endNs - startNs)).toFixed(2)} ticks`,
    `five levels ${Math.round(day.depthLots / day.depthCount)} lots a side`,
    `volatility ${(100 * realisedVolatility(day.minutes, 90)).toFixed(2)} %`,
    `at most ${day.restingOrdersMax} orders at rest`,
    `generated in ${day.generationMs.toFixed(0)} ms`,
  ];
  context.diagnostic(words.join(", "));
}

function describeWholeDay(): void {
  describe("a whole synthetic day", () => {
    const file = fileURLToPath(import.meta.url);
    // Begun at once, so that it runs beside the other tests.
    const child = promisify(execFile)(process.execPath, [file, hashArgument], { env: {} });
    for (const seed of seeds) {
      test(`is a market a trader would accept, seed ${seed}`, async (context) => {
        const day = createSyntheticDay({}, seed);
        const hasher = createHasher();
        const replayed = await replay(day, seed === 1 ? hasher : undefined);
        if (seed === 1) {
          tellSummary(context, seed, replayed);
          equal(hasher.hex(), goldenHash);
        }
        const { minutes, lots, faults, engine } = replayed;
        deepEqual(faults, []);
        equal(engine.stateHash(), day.endStateHash);
        deepEqual(replayed.flow.divergence, createDivergence());

        const resting = engine.restingOrders().reduce((sum, { openLots }) => sum + openLots, 0);
        const cancelled = lots[eventKind.reduce] + lots[eventKind.remove];
        equal(lots[eventKind.add], lots[eventKind.execute] + cancelled + resting);

        // 2 million and 5 % for the news; the sum of 12,500 sizes has a standard error near 2 %.
        const volume = lots[eventKind.execute];
        ok(volume > 1.7e6 && volume < 2.3e6, `volume ${volume}`);
        const spread = mean(minutes.map(({ spreadTicksMean }) => spreadTicksMean));
        ok(spread > 1 && spread < 3, `spread ${spread} ticks`);
        ok(
          minutes.every(({ spreadTicksMean }) => spreadTicksMean < 10),
          "a spread blew up",
        );
        // 77 returns: a standard error of about 10 % of 1.5 %; four of them each way.
        const volatility = realisedVolatility(minutes, 90);
        ok(volatility > 0.009 && volatility < 0.021, `volatility ${volatility}`);
        const depth = replayed.depthLots / replayed.depthCount;
        ok(depth > 2000 && depth < 20_000, `five levels ${depth} lots`);
        ok(replayed.events > 300_000 && replayed.events < 600_000, `${replayed.events} events`);
        ok(replayed.restingOrdersMax < 1000, `${replayed.restingOrdersMax} orders at rest`);
      });
    }

    test("is the same to the byte in another process", async () => {
      const { stdout } = await child;
      equal(stdout.trim(), goldenHash);
    });
  });
}

function describeNews(): void {
  describe("the news", () => {
    const window = { startNs: timeNs(clock(10, 50)), endNs: timeNs(clock(11, 10)) };
    const { news } = defaultSyntheticDay;
    ok(news !== undefined);

    test("moves the mid by its size within three minutes, and nothing before", async () => {
      for (const fundamentalReturn of [-0.008, 0.02]) {
        // Without the surge the fundamental is the same walk with and without news.
        const calm = { ...news, fundamentalReturn, activitySurge: 0 };
        const withNews = createSyntheticDay({ ...window, news: calm }, 7);
        const without = createSyntheticDay({ ...window, news: undefined }, 7);
        equal(withNews.newsTimeNs, clock(11));
        equal(without.newsTimeNs, undefined);
        equal(await hashEvents(withNews, clock(11)), await hashEvents(without, clock(11)));
        const [moved, still] = [await replay(withNews), await replay(without)];
        for (const minute of [12, 15, 19]) {
          const factor = moved.minutes[minute].midTicks / still.minutes[minute].midTicks;
          // Each mid lies within a few ticks of its fundamental.
          ok(Math.abs(factor - 1 - fundamentalReturn) < 0.0006, `${factor} in minute ${minute}`);
        }
      }
    });

    test("widens the spread for a while and makes people trade", async (context) => {
      const before: Minute[] = [];
      const first: Minute[] = [];
      const after: Minute[] = [];
      for (const seed of seeds) {
        const { minutes } = await replay(createSyntheticDay(window, seed));
        before.push(...minutes.slice(0, 10));
        first.push(minutes[10]);
        after.push(...minutes.slice(16));
      }
      const spreadOf = (list: readonly Minute[]): number =>
        mean(list.map(({ spreadTicksMean }) => spreadTicksMean));
      const volumeOf = (list: readonly Minute[]): number =>
        mean(list.map(({ volumeLots }) => volumeLots));
      const parts = { "ten minutes before": before, "first minute": first, "from minute 7": after };
      for (const [name, part] of Object.entries(parts)) {
        const [spread, volume] = [spreadOf(part).toFixed(1), Math.round(volumeOf(part))];
        context.diagnostic(`${name}: mean spread ${spread} ticks, ${volume} lots a minute`);
      }
      ok(spreadOf(first) > 1.8 * spreadOf(before), `${spreadOf(first)}, ${spreadOf(before)}`);
      ok(spreadOf(after) < 1.3 * spreadOf(before), `${spreadOf(after)}, ${spreadOf(before)}`);
      ok(volumeOf(first) > 2.5 * volumeOf(before), `${volumeOf(first)}, ${volumeOf(before)}`);
    });
  });
}

function describeSource(): void {
  describe("createSyntheticDay", () => {
    test("says what it is", () => {
      const day = createSyntheticDay({}, 1);
      equal(day.isSynthetic, true);
      equal(day.instrument.symbol, "SYNTH");
      equal(
        day.description,
        "synthetic day from 09:30:00 to 16:00:00, opening at 100, about 2,000,000 lots a day, " +
          "news of -0.8 % at 11:00:00, seed 1",
      );
    });

    test("opens with adds at the start, ids from 1, and uses one block all the time", async () => {
      const startNs = timeNs(clock(13));
      const day = createSyntheticDay({ startNs, endNs: timeNs(clock(13, 30)) }, 5);
      const blocks = new Set<EventBlock>();
      let opening = 0;
      for await (const block of day.blocks()) {
        if (blocks.size === 0) {
          while (block.kind[opening] === eventKind.add && block.venueTimeNs[opening] === startNs) {
            opening++;
            equal(block.orderId[opening - 1], opening);
          }
        }
        blocks.add(block);
        equal(block.capacity, 4096);
        equal(
          block.flags[block.length - 1],
          eventFlag.endOfRecord,
          "a record straddles two blocks",
        );
      }
      ok(opening > 50 && blocks.size === 1);
    });

    test("gives the same events each time, others to another seed", async () => {
      const window = { startNs: timeNs(clock(13)), endNs: timeNs(clock(13, 5)) };
      const day = createSyntheticDay(window, 5);
      const hash = await hashEvents(day);
      equal(await hashEvents(day), hash);
      ok((await hashEvents(createSyntheticDay(window, 6))) !== hash);
    });

    test("meets the same fundamental in a window as in the whole", async () => {
      const endNs = timeNs(clock(10, 10));
      const early = await replay(createSyntheticDay({ endNs }, 4));
      const late = await replay(createSyntheticDay({ startNs: timeNs(clock(10)), endNs }, 4));
      ok(Math.abs(early.midTicks - late.midTicks) < 6, `${early.midTicks}, ${late.midTicks}`);
    });

    test("refuses a day that no market can live with", () => {
      const { news } = defaultSyntheticDay;
      ok(news !== undefined);
      const bad = [
        { startNs: timeNs(clock(9)) },
        { endNs: timeNs(clock(9, 30)) },
        { endNs: timeNs(clock(17)) },
        { dailyVolumeLots: 0 },
        { dailyVolatility: Number.NaN },
        { signPersistence: 1 },
        { openPriceTicks: 10 },
        { news: { ...news, fundamentalReturn: -0.5 } },
        { news: { ...news, activitySurge: -1 } },
      ];
      for (const parameters of bad) throws(() => createSyntheticDay(parameters, 1), InvariantError);
    });
  });
}

if (process.argv.includes(hashArgument)) {
  process.stdout.write(await hashEvents(createSyntheticDay({}, 1)));
} else {
  describeWholeDay();
  describeNews();
  describeSource();
}
