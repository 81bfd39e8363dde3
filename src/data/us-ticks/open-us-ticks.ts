/**
 * The reader of trades and best quotes of the US consolidated tape, in Lean's tick files.
 *
 * - A quote row sets one side: its price is that side's only level, what showed before is gone. A bid
 *   row and the ask row of the same millisecond behind it are one change: between them the book is
 *   nobody's. Sizes are those of the exchange that sets the quote.
 * - Opening, closing and re-opening prints are `cross` rows, other trades `trade` rows.
 * - The tape does not say who came in. The side is concluded (`SideGuess`: Lee & Ready), and every
 *   trade carries `eventFlag.inferredSide`.
 * - At equal milliseconds trades come before quotes: a quote that moved in a trade's millisecond is
 *   mostly its consequence.
 * - Prints that the tape's rules keep out of the last price (`conditions.ts`), and those marked as
 *   suspicious, are left out and counted.
 */
import { assert } from "../../core/assert.ts";
import { type EventBlock, eventFlag, eventKind } from "../../market/event-block.ts";
import { createInstrument } from "../../market/instrument.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import type { Recording } from "../recording.ts";
import { newYork } from "../rows/epoch.ts";
import { checkTicks, keepTrade, roundQuote } from "../rows/grid.ts";
import { createRecording, type RecordingRun } from "../rows/recording-run.ts";
import { SideGuess } from "../rows/side-guess.ts";
import { Tape } from "../rows/tape.ts";
import { isAuctionPrint, isHaltQuote, isOddPrint } from "./conditions.ts";
import { findTickFiles, parseTickFileName, type TickFiles } from "./file-name.ts";
import { halfDayEndNs, isHalfDay, sessionEndNs, sessionStartNs } from "./session.ts";
import { QuoteRows, TradeRows } from "./tick-rows.ts";

export interface UsTickOptions {
  /** US dollars per tick; a whole number of 0.0001. Default 0.01. */
  readonly tickSize?: number;
  /** Events per block. Default 4,096. */
  readonly blockCapacity?: number;
}

const fileUnitsPerDollar = 10_000;

/** Whether a file's name is that of a tick file. */
export function looksLikeUsTicks(_head: Buffer, path: string): boolean {
  return parseTickFileName(path.split(/[\\/]/).at(-1) ?? "") !== undefined;
}

/**
 * Opens a day of ticks; where only one of the two files is there, it is read alone.
 *
 * @param path the trade file, the quote file, or a folder that holds one day of one stock
 * @throws InputError for other names; from `blocks()` for every fault in the files, with the line.
 *   OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE`
 */
export async function openUsTicks(path: string, options: UsTickOptions = {}): Promise<Recording> {
  const tickSize = options.tickSize ?? 0.01;
  const tickFileUnits = Math.round(tickSize * fileUnitsPerDollar);
  assert(
    tickFileUnits >= 1 && Math.abs(tickFileUnits / fileUnitsPerDollar - tickSize) < 1e-12,
    `a tick is a whole number of 0.0001, was ${tickSize}`,
  );
  const files = await findTickFiles(path);
  const { date, symbol, tradePath, quotePath } = files;
  return createRecording(
    {
      ...{ format: "us-ticks", date, timeZone: newYork },
      granularity: quotePath === undefined ? "trades" : "quotes",
      paths: [tradePath, quotePath].filter((file) => file !== undefined),
      instrument: createInstrument({ symbol, tickSize }),
    },
    (run) => readTicks(run, files, new Tape(run, options.blockCapacity), tickFileUnits),
  );
}

async function* readTicks(
  run: RecordingRun,
  files: TickFiles,
  tape: Tape,
  tickFileUnits: number,
): AsyncGenerator<EventBlock, void, void> {
  const events = new TickEvents(tape, files.date, tickFileUnits);
  const trades = files.tradePath === undefined ? undefined : new TradeRows(files.tradePath, run);
  const quotes = files.quotePath === undefined ? undefined : new QuoteRows(files.quotePath, run);
  const isOpen = (rows: TradeRows | QuoteRows | undefined): boolean =>
    rows !== undefined && rows.timeMs < Number.POSITIVE_INFINITY;
  try {
    for (;;) {
      await trades?.prepare();
      await quotes?.prepare();
      if (!isOpen(trades) && !isOpen(quotes)) break;
      applyReady(events, tape, trades, quotes);
      if (!tape.isFull) continue;
      yield tape.block;
      tape.clear();
    }
    events.end();
    if (tape.block.length > 0) yield tape.block;
  } finally {
    await Promise.all([trades?.close(), quotes?.close()]);
  }
}

/** Applies rows in the order of their times while both files have one at hand. */
function applyReady(
  events: TickEvents,
  tape: Tape,
  trades: TradeRows | undefined,
  quotes: QuoteRows | undefined,
): void {
  while (!tape.isFull) {
    if (trades?.isReady === false || quotes?.isReady === false) return;
    const tradeMs = trades?.timeMs ?? Number.POSITIVE_INFINITY;
    const quoteMs = quotes?.timeMs ?? Number.POSITIVE_INFINITY;
    if (tradeMs === Number.POSITIVE_INFINITY && quoteMs === Number.POSITIVE_INFINITY) return;
    if (tradeMs <= quoteMs) {
      events.applyTrade(trades!);
      trades!.advance();
    } else {
      events.applyQuote(quotes!);
      quotes!.advance();
    }
  }
}

class TickEvents {
  readonly #tape: Tape;
  readonly #tickFileUnits: number;
  readonly #sessionEndNs: number;
  readonly #guess = new SideGuess();
  readonly #isHalfDay: boolean;
  /** Time of a bid row whose ask row may follow; NaN without one. */
  #openBidMs = Number.NaN;
  readonly #onePrice = new Float64Array(1);
  readonly #oneSize = new Float64Array(1);

  constructor(tape: Tape, date: string, tickFileUnits: number) {
    this.#tape = tape;
    this.#tickFileUnits = tickFileUnits;
    this.#isHalfDay = isHalfDay(date);
    this.#sessionEndNs = this.#isHalfDay ? halfDayEndNs : sessionEndNs;
  }

  applyTrade(trade: TradeRows): void {
    const { run } = this.#tape;
    this.#endQuote();
    this.#begin(trade);
    if (isOddPrint(trade.conditions) || trade.isSuspicious) run.note("odd-print");
    else if (trade.size === 0) run.note("bad-quantity");
    else if (trade.filePrice === 0) run.note("no-price");
    else this.#print(trade);
    this.#endRecord();
  }

  applyQuote(quote: QuoteRows): void {
    const isSecondHalf = quote.timeMs === this.#openBidMs && quote.bidFilePrice === 0;
    if (!isSecondHalf) this.#endQuote();
    this.#begin(quote);
    if (isHaltQuote(quote.condition)) this.#tape.run.note("halt");
    if (quote.bidFilePrice > 0) this.#show(bid, quote.bidFilePrice, quote.bidSize);
    if (quote.askFilePrice > 0) this.#show(ask, quote.askFilePrice, quote.askSize);
    if (quote.askFilePrice === 0 && quote.bidFilePrice > 0) this.#openBidMs = quote.timeMs;
    else this.#endRecord();
  }

  end(): void {
    this.#endQuote();
  }

  /** The ask row did not follow. */
  #endQuote(): void {
    if (!Number.isNaN(this.#openBidMs)) this.#endRecord();
  }

  #endRecord(): void {
    this.#openBidMs = Number.NaN;
    this.#tape.endRecord();
  }

  #begin(row: TradeRows | QuoteRows): void {
    const { run } = this.#tape;
    if (run.rows++ === 0 && this.#isHalfDay) run.note("half-day");
    run.path = row.path;
    run.line = row.line;
    const timeNs = row.timeMs * 1e6;
    this.#tape.setTimes(timeNs, timeNs);
    if (timeNs < sessionStartNs || timeNs > this.#sessionEndNs) run.note("outside-session");
  }

  #print(trade: TradeRows): void {
    const tape = this.#tape;
    const ticks = keepTrade(tape.run, this.#ticks(trade.filePrice));
    const side = this.#guess.atMid(ticks, tape.book.midTicks());
    const kind = isAuctionPrint(trade.conditions) ? eventKind.cross : eventKind.trade;
    tape.emit(kind, side, 0, ticks, trade.size, eventFlag.inferredSide);
  }

  #show(side: Side, filePrice: number, size: number): void {
    if (size === 0) this.#tape.run.note("bad-quantity");
    this.#onePrice[0] = roundQuote(this.#tape.run, side, this.#ticks(filePrice));
    this.#oneSize[0] = size;
    this.#tape.replaceSide(side, this.#onePrice, this.#oneSize, 1);
  }

  #ticks(filePrice: number): number {
    return checkTicks(this.#tape.run, filePrice / this.#tickFileUnits);
  }
}
