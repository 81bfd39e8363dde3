/** The Binance reader: recorded streams of JSON, spot and futures, as market events. */
import { InputError } from "../../core/trouble.ts";
import { eventKind } from "../../market/event-block.ts";
import { ask, bid } from "../../market/side.ts";
import type { LineFeed } from "../line-feed.ts";
import type { Recording } from "../recording.ts";
import { Decimal } from "../rows/decimal.ts";
import { dateAt, midnightSeconds, utc } from "../rows/epoch.ts";
import { Grid } from "../rows/grid.ts";
import { createRecording, RecordingRun } from "../rows/recording-run.ts";
import { Tape } from "../rows/tape.ts";
import { type RowReader, readRows, surveyRows } from "../rows/text-rows.ts";
import { type BinanceMessage, readBinanceMessage } from "./binance-message.ts";
import {
  type CryptoOptions,
  chooseSymbol,
  createCryptoInstrument,
  StepSurvey,
  type Steps,
  surveyedRows,
} from "./crypto-options.ts";
import { DepthSync } from "./depth-sync.ts";
import { JsonLine } from "./json-line.ts";
import { notePairs, PairLevels } from "./pair-levels.ts";

export interface BinanceOptions extends CryptoOptions {
  /**
   * What makes the book: the depth stream or the best quotes. Default: `depth` where the first
   * 10,000 rows have any. The other one is only compared with it.
   */
  readonly book?: "depth" | "quotes";
  /** Files that go on where the first one ends, without a snapshot of their own. */
  readonly continuation?: readonly string[];
}

export interface BinanceRecording extends Recording {
  /**
   * Depth changes whose id also had a best quote, and those of them where best prices and sizes
   * were not the same; of the run begun last.
   */
  readonly quoteChecks: { readonly compared: number; readonly unequal: number };
}

/** Whether the first bytes of a file (unpacked) are a stream of Binance's. */
export function looksLikeBinance(head: Buffer, _path: string): boolean {
  const [line = ""] = head.toString("latin1", 0, 4096).split("\n");
  return (
    /^(\d{19} )?\{"stream":"[^"]+@/.test(line) ||
    /^(\d{19} )?\{"e":"(depthUpdate|trade|aggTrade|bookTicker)"/.test(line) ||
    /^(\d{19} )?\{"lastUpdateId":/.test(line)
  );
}

/**
 * Opens lines of Binance's streams: a local time in nanoseconds and a space in front of each, or
 * not. Depth changes become `level` rows by `depth-sync.ts`, trades `trade` rows.
 *
 * Venue times are those of the change (`T`) where told, else of the message (`E`). Best quotes in
 * spot have none: they are taken as of their local time, by the venue's clock as last seen.
 *
 * @throws InputError for what is not Binance's, or where the symbol is not clear; from `blocks()`
 *   for every fault in the file, with the line. OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE`
 */
export async function openBinance(
  path: string,
  options: BinanceOptions = {},
): Promise<BinanceRecording> {
  const survey = await surveyBinance(path, options);
  const paths = [path, ...(options.continuation ?? [])];
  const date = dateAt(survey.firstSeconds, utc);
  const midnight = midnightSeconds(date, utc);
  const quoteChecks = { compared: 0, unequal: 0 };
  const recording = createRecording(
    {
      format: "binance",
      date,
      timeZone: utc,
      granularity: survey.book === "depth" ? "levels" : "quotes",
      paths,
      instrument: createCryptoInstrument(survey.symbol, survey.steps),
    },
    (run) => {
      quoteChecks.compared = 0;
      quoteChecks.unequal = 0;
      const tape = new Tape(run, options.blockCapacity);
      return readRows(run, paths, tape, new BinanceEvents(tape, survey, midnight, quoteChecks));
    },
  );
  return Object.defineProperties(recording as BinanceRecording, {
    quoteChecks: { value: quoteChecks, enumerable: true },
  });
}

interface BinanceSurvey {
  readonly symbol: string;
  readonly steps: Steps;
  readonly book: "depth" | "quotes";
  /** Trades are told twice where both streams were recorded: one is read. */
  readonly tradeStream: "trade" | "aggTrade";
  readonly firstSeconds: number;
}

async function surveyBinance(path: string, options: BinanceOptions): Promise<BinanceSurvey> {
  const run = new RecordingRun(path);
  const json = new JsonLine();
  const steps = new StepSurvey();
  const scratch = new Decimal();
  const symbols = new Set<string>();
  const kinds = new Set<string>();
  let firstMs = Number.NaN;
  await surveyRows(path, surveyedRows, (feed) => {
    run.line = feed.line + 1;
    json.read(feed, run);
    const message = readBinanceMessage(json.message, run);
    kinds.add(message.kind === "trade" ? message.stream : message.kind);
    if ("symbol" in message) symbols.add(message.symbol);
    const isOurs = !("symbol" in message) || message.symbol === (options.symbol ?? message.symbol);
    if (isOurs) noteSteps(message, steps, scratch);
    if (!Number.isNaN(firstMs)) return;
    if ("timeMs" in message && message.timeMs !== undefined) firstMs = message.timeMs;
    else if (!Number.isNaN(json.localSeconds)) firstMs = json.localSeconds * 1000;
  });
  const hasTime = firstMs >= 0;
  const symbol = chooseSymbol(path, [...symbols], options.symbol);
  if (!hasTime) {
    throw new InputError({ path, line: 1 }, { found: "no time in any row", expected: "a time" });
  }
  return {
    symbol,
    steps: steps.find(options),
    book: options.book ?? (kinds.has("depth") ? "depth" : "quotes"),
    tradeStream: kinds.has("trade") ? "trade" : "aggTrade",
    firstSeconds: Math.floor(firstMs / 1000),
  };
}

function noteSteps(message: BinanceMessage, steps: StepSurvey, scratch: Decimal): void {
  switch (message.kind) {
    case "depth":
    case "snapshot":
      for (const pairs of [message.bids, message.asks]) {
        notePairs(steps.prices, pairs, 0, scratch);
        notePairs(steps.quantities, pairs, 1, scratch);
      }
      return;
    case "quote":
      notePairs(steps.prices, [message.bid, message.ask], 0, scratch);
      notePairs(steps.quantities, [message.bid, message.ask], 1, scratch);
      return;
    case "trade":
      notePairs(steps.prices, [[message.price, message.quantity]], 0, scratch);
      notePairs(steps.quantities, [[message.price, message.quantity]], 1, scratch);
      return;
    case "other":
      return;
    default:
      message satisfies never;
  }
}

/** Best quotes are kept for comparison until the depth stream has come so far. */
const keptQuotesMax = 1 << 16;

type Quote = Extract<BinanceMessage, { kind: "quote" }>;
type Trade = Extract<BinanceMessage, { kind: "trade" }>;

class BinanceEvents implements RowReader {
  readonly #json = new JsonLine();
  readonly #tape: Tape;
  readonly #survey: BinanceSurvey;
  readonly #midnight: number;
  readonly #checks: { compared: number; unequal: number };
  readonly #levels: PairLevels;
  readonly #sync: DepthSync;
  readonly #quotes = new Map<number, Quote>();
  /** Latest time by the venue's clock, and by how much it is ahead of ours. */
  #venueTimeNs = Number.NEGATIVE_INFINITY;
  #clockAheadNs = 0;
  #lastTradeId = Number.NEGATIVE_INFINITY;

  constructor(
    tape: Tape,
    survey: BinanceSurvey,
    midnight: number,
    checks: { compared: number; unequal: number },
  ) {
    this.#tape = tape;
    this.#survey = survey;
    this.#midnight = midnight;
    this.#checks = checks;
    this.#levels = new PairLevels(tape, new Grid(tape.run, survey.steps.tick, survey.steps.lot));
    this.#sync = new DepthSync(tape, this.#levels);
  }

  takeRow(feed: LineFeed): void {
    const { run } = this.#tape;
    this.#json.read(feed, run);
    run.rows++;
    this.#apply(readBinanceMessage(this.#json.message, run));
  }

  /** No snapshot came for what still waits. */
  end(): void {
    this.#sync.end();
  }

  #apply(message: BinanceMessage): void {
    if ("symbol" in message && message.symbol !== this.#survey.symbol) return;
    switch (message.kind) {
      case "depth":
        if (this.#survey.book === "quotes") return;
        this.#setTimes(message.timeMs);
        if (this.#sync.change(message)) this.#compareKept(message.lastId);
        return;
      case "snapshot":
        if (this.#survey.book === "quotes") return;
        this.#setTimes(undefined);
        this.#sync.snapshot(message.lastId, message.bids, message.asks);
        return;
      case "quote":
        if (this.#survey.book === "depth") this.#keep(message);
        else this.#showQuote(message);
        return;
      case "trade":
        if (message.stream === this.#survey.tradeStream) this.#print(message);
        return;
      case "other":
        return;
      default:
        message satisfies never;
    }
  }

  /** A message without a time of its own happened as long before it came as the last one did. */
  #setTimes(timeMs: number | undefined): void {
    const told = timeMs === undefined ? Number.NaN : (timeMs - this.#midnight * 1000) * 1e6;
    const fallback = Number.isNaN(told) ? Math.max(0, this.#venueTimeNs) : told;
    const local = this.#json.localTimeNs(this.#midnight, fallback);
    const venue = Number.isNaN(told) ? local + this.#clockAheadNs : told;
    if (!Number.isNaN(told)) {
      this.#venueTimeNs = Math.max(this.#venueTimeNs, told);
      this.#clockAheadNs = told - local;
    }
    this.#tape.setTimes(venue, local);
  }

  #showQuote(quote: Quote): void {
    this.#setTimes(quote.timeMs);
    this.#levels.replace(bid, [quote.bid]);
    this.#levels.replace(ask, [quote.ask]);
    this.#tape.endRecord();
  }

  #print(trade: Trade): void {
    this.#setTimes(trade.timeMs);
    const { run } = this.#tape;
    if (trade.id <= this.#lastTradeId) {
      run.note("duplicate");
      return;
    }
    const isFirst = this.#lastTradeId === Number.NEGATIVE_INFINITY;
    if (!isFirst && trade.id > this.#lastTradeId + 1) run.note("gap");
    this.#lastTradeId = trade.id;
    if (!trade.isOfMarket) {
      run.note("odd-print");
      return;
    }
    const ticks = this.#levels.tradeTicks(trade.price);
    const lots = this.#levels.lots(trade.quantity);
    if (lots === 0) run.note("bad-quantity");
    if (!(ticks > 0 && lots > 0)) return;
    this.#tape.emit(eventKind.trade, trade.isBuyerMaker ? bid : ask, 0, ticks, lots, 0);
    this.#tape.endRecord();
  }

  /** A quote comes before the depth change of its id, or after it. */
  #keep(quote: Quote): void {
    const lastId = this.#sync.lastId ?? -1;
    if (quote.id === lastId) this.#compare(quote);
    if (quote.id <= lastId) return;
    if (this.#quotes.size >= keptQuotesMax) this.#quotes.clear();
    this.#quotes.set(quote.id, quote);
  }

  #compareKept(lastId: number): void {
    const quote = this.#quotes.get(lastId);
    for (const id of this.#quotes.keys()) if (id <= lastId) this.#quotes.delete(id);
    if (quote !== undefined) this.#compare(quote);
  }

  #compare(quote: Quote): void {
    const { book } = this.#tape;
    this.#checks.compared++;
    const isEqual =
      book.bestTicks(bid) === this.#levels.quoteTicks(bid, quote.bid[0]) &&
      book.bestTicks(ask) === this.#levels.quoteTicks(ask, quote.ask[0]) &&
      book.bestLots(bid) === this.#levels.lots(quote.bid[1]) &&
      book.bestLots(ask) === this.#levels.lots(quote.ask[1]);
    if (!isEqual) this.#checks.unequal++;
  }
}
