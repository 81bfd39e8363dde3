/**
 * From records by price, trades, bars and status records to events.
 *
 * A record by price shows the whole window of levels after it, so every level that the window no
 * longer shows is gone for us. A trade comes before the levels it left behind; in the schemas `tbbo`
 * and `tcbbo` the levels are those before the trade and come first.
 */
import { eventFlag, eventKind, tradingStatus } from "../../market/event-block.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import { checkTicks, keepTrade, roundQuote } from "../rows/grid.ts";
import { SideGuess } from "../rows/side-guess.ts";
import type { Tape } from "../rows/tape.ts";
import {
  barRecord,
  header,
  letter,
  levelPair,
  levelRecord,
  type Midnight,
  readPrice,
  recordFlag,
  recordType,
  statusRecord,
} from "./layout.ts";
import type { RecordFeed } from "./record-feed.ts";

/** Status actions from which orders can trade, or at least be entered (Databento, "Status"). */
const statusOfAction: Readonly<Record<number, number>> = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((action) => [action, tradingStatus.quoting])),
  7: tradingStatus.trading,
  ...Object.fromEntries([8, 9, 10, 12, 13, 15].map((action) => [action, tradingStatus.halted])),
};
/** Halt, pause, suspension; the others are ends of a session. */
const haltActions: readonly number[] = [8, 9, 10];

const barSeconds: Readonly<Record<number, number>> = {
  [recordType.secondBar]: 1,
  [recordType.minuteBar]: 60,
  [recordType.hourBar]: 3600,
  [recordType.dayBar]: 86_400,
  [recordType.sessionBar]: 86_400,
};

export class LevelEvents {
  readonly #tape: Tape;
  readonly #midnight: Midnight;
  readonly #tick: number;
  readonly #guess = new SideGuess();
  readonly #prices = new Float64Array(10);
  readonly #lots = new Float64Array(10);

  /** @param tick in 1e-9 */
  constructor(tape: Tape, midnight: Midnight, tick: number) {
    this.#tape = tape;
    this.#midnight = midnight;
    this.#tick = tick;
  }

  /** Trades, and records that show `pairs` levels of each side. */
  applyTrade(feed: RecordFeed): void {
    feed.require(levelRecord.bytes);
    this.#setTimes(feed.view, feed.at);
    this.#printTrade(feed.view, feed.at);
    this.#tape.endRecord();
  }

  applyLevels(
    feed: RecordFeed,
    how: { readonly pairs: number; readonly trade: "before" | "after" | "never" },
  ): void {
    feed.require(levelRecord.bytes + how.pairs * levelPair.bytes);
    const { view, at } = feed;
    if (how.trade === "never") this.#setSampleTime(view, at);
    else this.#setTimes(view, at);
    const isTrade = view.getUint8(at + levelRecord.action) === letter.trade;
    if (isTrade && how.trade === "before") this.#printTrade(view, at);
    this.#showSide(bid, view, at, how.pairs);
    this.#showSide(ask, view, at, how.pairs);
    if (isTrade && how.trade === "after") this.#printTrade(view, at);
    if ((view.getUint8(at + levelRecord.flags) & recordFlag.maybeBadBook) !== 0) {
      this.#tape.run.note("gap");
    }
    this.#tape.endRecord();
  }

  /** A bar is one trade of its volume at its close, known when the bar is over. */
  applyBar(feed: RecordFeed, type: number): void {
    feed.require(barRecord.bytes);
    const { view, at } = feed;
    const start = this.#midnight.read(view, at + header.eventTime);
    const end = start + (barSeconds[type] ?? 0) * 1e9;
    this.#tape.setTimes(end, end);
    const volume = view.getUint32(at + barRecord.volume, true);
    const lots = view.getUint32(at + barRecord.volume + 4, true) * 2 ** 32 + volume;
    const ticks = this.#tradeTicks(readPrice(view, at + barRecord.close));
    if (Number.isNaN(ticks)) return;
    if (lots === 0 || lots > Number.MAX_SAFE_INTEGER) this.#tape.run.note("bad-quantity");
    else this.#tape.trade(this.#guess.atTick(ticks), ticks, lots, eventFlag.inferredSide);
    this.#tape.endRecord();
  }

  applyStatus(feed: RecordFeed): void {
    feed.require(statusRecord.bytes);
    const { view, at } = feed;
    const action = view.getUint16(at + statusRecord.action, true);
    const status = statusOfAction[action];
    if (status === undefined) return;
    const happened = this.#midnight.read(view, at + header.eventTime);
    const received = this.#midnight.read(view, at + statusRecord.receiveTime);
    this.#tape.setTimes(happened, Number.isNaN(received) ? happened : received);
    if (haltActions.includes(action)) this.#tape.run.note("halt");
    this.#tape.emit(eventKind.status, bid, 0, 0, status, 0);
    this.#tape.endRecord();
  }

  #setTimes(view: DataView, at: number): void {
    const happened = this.#midnight.read(view, at + header.eventTime);
    const received = this.#midnight.read(view, at + levelRecord.receiveTime);
    const venueTimeNs = Number.isNaN(happened) ? received : happened;
    this.#tape.setTimes(venueTimeNs, Number.isNaN(received) ? venueTimeNs : received);
  }

  /** A sample is of the time at its end; its event time is that of the last trade. */
  #setSampleTime(view: DataView, at: number): void {
    const received = this.#midnight.read(view, at + levelRecord.receiveTime);
    this.#tape.setTimes(received, received);
  }

  #printTrade(view: DataView, at: number): void {
    const lots = view.getUint32(at + levelRecord.size, true);
    const ticks = this.#tradeTicks(readPrice(view, at + levelRecord.price));
    if (Number.isNaN(ticks)) return;
    if (lots === 0) {
      this.#tape.run.note("bad-quantity");
      return;
    }
    const aggressor = view.getUint8(at + levelRecord.side);
    const guess = this.#guess.atMid(ticks, this.#tape.book.midTicks());
    if (aggressor === letter.bid) this.#tape.trade(ask, ticks, lots);
    else if (aggressor === letter.ask) this.#tape.trade(bid, ticks, lots);
    else this.#tape.trade(guess, ticks, lots, eventFlag.inferredSide);
  }

  #showSide(side: Side, view: DataView, at: number, pairs: number): void {
    const priceAt = side === bid ? levelPair.bidPrice : levelPair.askPrice;
    const sizeAt = side === bid ? levelPair.bidSize : levelPair.askSize;
    let count = 0;
    for (let pair = 0; pair < pairs; pair++) {
      const from = at + levelRecord.levels + pair * levelPair.bytes;
      const price = readPrice(view, from + priceAt);
      const lots = view.getUint32(from + sizeAt, true);
      if (Number.isNaN(price) || lots === 0) continue;
      const ticks = checkTicks(this.#tape.run, price / this.#tick);
      this.#prices[count] = roundQuote(this.#tape.run, side, ticks);
      this.#lots[count++] = lots;
    }
    this.#tape.replaceSide(side, this.#prices, this.#lots, count);
  }

  /** NaN for a trade without a price. */
  #tradeTicks(price: number): number {
    if (Number.isNaN(price)) {
      this.#tape.run.note("no-price");
      return price;
    }
    return keepTrade(this.#tape.run, checkTicks(this.#tape.run, price / this.#tick));
  }
}
