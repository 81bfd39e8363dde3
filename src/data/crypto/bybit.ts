/**
 * The Bybit reader: lines of `orderbook.N.SYMBOL` and `publicTrade.SYMBOL`, as market events.
 *
 * A book is a snapshot and the changes that follow; a later snapshot replaces it (the venue sends one
 * after a restart). Update ids count up by one. Source: Bybit V5, "Orderbook" and "Trade" streams.
 */
import { InputError } from "../../core/trouble.ts";
import { ask, bid } from "../../market/side.ts";
import type { LineFeed } from "../line-feed.ts";
import type { Recording } from "../recording.ts";
import { Decimal } from "../rows/decimal.ts";
import { dateAt, midnightSeconds, utc } from "../rows/epoch.ts";
import { Grid } from "../rows/grid.ts";
import { createRecording, RecordingRun } from "../rows/recording-run.ts";
import { Tape } from "../rows/tape.ts";
import { type RowReader, readRows, surveyRows } from "../rows/text-rows.ts";
import {
  type CryptoOptions,
  chooseSymbol,
  createCryptoInstrument,
  StepSurvey,
  type Steps,
  surveyedRows,
} from "./crypto-options.ts";
import {
  isObject,
  isPricePairs,
  JsonLine,
  type JsonObject,
  type PricePair,
  readTime,
} from "./json-line.ts";
import { notePairs, PairLevels } from "./pair-levels.ts";

interface BookMessage {
  readonly kind: "book";
  readonly symbol: string;
  readonly timeMs: number;
  readonly isSnapshot: boolean;
  readonly id: number;
  readonly bids: readonly PricePair[];
  readonly asks: readonly PricePair[];
}

interface TradeMessage {
  readonly kind: "trades";
  readonly symbol: string;
  readonly trades: readonly BybitTrade[];
}

interface BybitTrade {
  readonly timeMs: number;
  readonly price: string;
  readonly quantity: string;
  /** Who came in. */
  readonly isBuy: boolean;
}

type BybitMessage =
  | BookMessage
  | TradeMessage
  | { readonly kind: "other"; readonly symbol?: never };

/** Whether the first bytes of a file (unpacked) are a stream of Bybit's. */
export function looksLikeBybit(head: Buffer, _path: string): boolean {
  const start = head.toString("latin1", 0, 256);
  return /^(\d{19} )?\{"topic":"(orderbook\.\d+|publicTrade)\./.test(start);
}

/**
 * Opens lines of Bybit's streams, each with a local time in nanoseconds and a space in front of it,
 * or not. Venue times are those of the matching engine (`cts`) where told, else of the message.
 *
 * @throws InputError for what is not Bybit's, or where the symbol is not clear; from `blocks()` for
 *   every fault in the file, with the line. OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE`
 */
export async function openBybit(path: string, options: CryptoOptions = {}): Promise<Recording> {
  const survey = await surveyBybit(path, options);
  const date = dateAt(survey.firstSeconds, utc);
  const midnight = midnightSeconds(date, utc);
  return createRecording(
    {
      format: "bybit",
      date,
      timeZone: utc,
      granularity: survey.hasBook ? "levels" : "trades",
      paths: [path],
      instrument: createCryptoInstrument(survey.symbol, survey.steps),
    },
    (run) => {
      const tape = new Tape(run, options.blockCapacity);
      return readRows(run, [path], tape, new BybitEvents(tape, survey, midnight));
    },
  );
}

interface BybitSurvey {
  readonly symbol: string;
  readonly steps: Steps;
  readonly hasBook: boolean;
  readonly firstSeconds: number;
}

async function surveyBybit(path: string, options: CryptoOptions): Promise<BybitSurvey> {
  const run = new RecordingRun(path);
  const json = new JsonLine();
  const steps = new StepSurvey();
  const scratch = new Decimal();
  const symbols = new Set<string>();
  let hasBook = false;
  let firstMs = Number.NaN;
  await surveyRows(path, surveyedRows, (feed) => {
    run.line = feed.line + 1;
    json.read(feed, run);
    const message = readBybitMessage(json.message, run);
    if (message.kind === "other") return;
    symbols.add(message.symbol);
    if (message.symbol !== (options.symbol ?? message.symbol)) return;
    if (message.kind === "book") hasBook = true;
    const timeMs = message.kind === "book" ? message.timeMs : message.trades[0]?.timeMs;
    if (Number.isNaN(firstMs) && timeMs !== undefined) firstMs = timeMs;
    for (const pairs of pairsOf(message)) {
      notePairs(steps.prices, pairs, 0, scratch);
      notePairs(steps.quantities, pairs, 1, scratch);
    }
  });
  const symbol = chooseSymbol(path, [...symbols], options.symbol);
  if (Number.isNaN(firstMs)) {
    throw new InputError({ path, line: 1 }, { found: "no time in any row", expected: "a time" });
  }
  const firstSeconds = Math.floor(firstMs / 1000);
  return { symbol, steps: steps.find(options), hasBook, firstSeconds };
}

function pairsOf(message: BookMessage | TradeMessage): readonly (readonly PricePair[])[] {
  if (message.kind === "book") return [message.bids, message.asks];
  return [message.trades.map(({ price, quantity }) => [price, quantity] as const)];
}

/** @throws InputError for a message that lacks what its topic must have */
function readBybitMessage(json: JsonObject, run: RecordingRun): BybitMessage {
  const { topic, data, type, ts, cts } = json;
  if (typeof topic !== "string") return { kind: "other" };
  const [name, ...rest] = topic.split(".");
  const symbol = rest.at(-1) ?? "";
  if (name === "publicTrade") return { kind: "trades", symbol, trades: readTrades(data, run) };
  if (name !== "orderbook") return { kind: "other" };
  const isSnapshot = type === "snapshot";
  if (!isObject(data) || !(isSnapshot || type === "delta")) {
    throw run.fault(`a message of type ${JSON.stringify(type)}`, "a snapshot or delta with data");
  }
  const { b: bids, a: asks, u: id } = data;
  if (!isPricePairs(bids) || !isPricePairs(asks) || !Number.isSafeInteger(id)) {
    throw run.fault("an order book without b, a or u", "levels as pairs of texts and an id");
  }
  const timeMs = readTime(cts === undefined ? ts : cts, run);
  return { kind: "book", symbol, timeMs, isSnapshot, id: id as number, bids, asks };
}

function readTrades(data: unknown, run: RecordingRun): BybitTrade[] {
  if (!Array.isArray(data)) throw run.fault("trades without data", "a list of trades");
  return data.map((trade: unknown) => {
    const { p: price, v: quantity, S: side, T: time } = isObject(trade) ? trade : {};
    if (
      typeof price !== "string" ||
      typeof quantity !== "string" ||
      (side !== "Buy" && side !== "Sell")
    ) {
      throw run.fault("a trade without p, v or S", "texts, and Buy or Sell");
    }
    return { timeMs: readTime(time, run), price, quantity, isBuy: side === "Buy" };
  });
}

class BybitEvents implements RowReader {
  readonly #tape: Tape;
  readonly #symbol: string;
  readonly #midnight: number;
  readonly #levels: PairLevels;
  readonly #json = new JsonLine();
  /** Id of the last change that is in the book; undefined before the snapshot. */
  #lastId: number | undefined;

  constructor(tape: Tape, survey: BybitSurvey, midnight: number) {
    this.#tape = tape;
    this.#symbol = survey.symbol;
    this.#midnight = midnight;
    this.#levels = new PairLevels(tape, new Grid(tape.run, survey.steps.tick, survey.steps.lot));
  }

  takeRow(feed: LineFeed): void {
    const { run } = this.#tape;
    this.#json.read(feed, run);
    run.rows++;
    const message = readBybitMessage(this.#json.message, run);
    if (message.kind === "other" || message.symbol !== this.#symbol) return;
    if (message.kind === "book") this.#applyBook(message);
    else for (const trade of message.trades) this.#print(trade);
  }

  #applyBook(message: BookMessage): void {
    this.#setTimes(message.timeMs);
    if (message.isSnapshot) {
      this.#levels.replace(bid, message.bids);
      this.#levels.replace(ask, message.asks);
    } else if (this.#follows(message.id)) {
      this.#levels.change(bid, message.bids);
      this.#levels.change(ask, message.asks);
    } else return;
    this.#lastId = message.id;
    this.#tape.endRecord();
  }

  /** Whether a change comes after what the book holds. */
  #follows(id: number): boolean {
    const { run } = this.#tape;
    const lastId = this.#lastId;
    if (lastId === undefined) run.note("missing-snapshot");
    else if (id === lastId) run.note("duplicate");
    else if (id < lastId) run.note("stale-update");
    else if (id > lastId + 1) run.note("gap");
    return lastId !== undefined && id > lastId;
  }

  #print(trade: BybitTrade): void {
    this.#setTimes(trade.timeMs);
    const ticks = this.#levels.tradeTicks(trade.price);
    const lots = this.#levels.lots(trade.quantity);
    if (lots === 0) this.#tape.run.note("bad-quantity");
    if (!(ticks > 0 && lots > 0)) return;
    this.#tape.trade(trade.isBuy ? ask : bid, ticks, lots);
    this.#tape.endRecord();
  }

  #setTimes(timeMs: number): void {
    const venueTimeNs = (timeMs - this.#midnight * 1000) * 1e6;
    this.#tape.setTimes(venueTimeNs, this.#json.localTimeNs(this.#midnight, venueTimeNs));
  }
}
