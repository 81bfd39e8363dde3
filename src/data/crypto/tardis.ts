/**
 * The Tardis reader: CSV files of book snapshots, incremental changes, quotes and trades.
 *
 * - `book_snapshot_5`, `book_snapshot_25`: each row is the whole window, so a level that it no longer
 *   shows is gone for us.
 * - `incremental_book_L2`: rows of one local time are one message of the venue. A message of
 *   snapshot rows after one of changes replaces the book. Changes before the first are left out.
 * - `quotes`: the best level of each side; an empty field is an empty side.
 * - `trades`: `side` is who came in, so the other side rested; `unknown` is concluded by the tick rule.
 */
import { InputError } from "../../core/trouble.ts";
import { eventFlag } from "../../market/event-block.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import type { LineFeed } from "../line-feed.ts";
import type { Granularity, Recording } from "../recording.ts";
import { CsvRow } from "../rows/csv-row.ts";
import { Decimal } from "../rows/decimal.ts";
import { dateAt, epochSecondsMax, midnightSeconds, utc } from "../rows/epoch.ts";
import { Grid } from "../rows/grid.ts";
import { createRecording, RecordingRun } from "../rows/recording-run.ts";
import { SideGuess } from "../rows/side-guess.ts";
import { Tape } from "../rows/tape.ts";
import { type RowReader, readRows, surveyRows, takeLine } from "../rows/text-rows.ts";
import {
  type CryptoOptions,
  chooseSymbol,
  createCryptoInstrument,
  StepSurvey,
  type Steps,
  surveyedRows,
} from "./crypto-options.ts";
import { parseTardisHeader, type TardisColumns, type TardisKind } from "./tardis-columns.ts";

const granularities: Readonly<Record<TardisKind, Granularity>> = {
  snapshots: "levels",
  changes: "levels",
  quotes: "quotes",
  trades: "trades",
};

/** Whether the first bytes of a file (unpacked) are Tardis's CSV. */
export function looksLikeTardis(head: Buffer, _path: string): boolean {
  return head.toString("latin1", 0, 64).startsWith("exchange,symbol,timestamp,local_timestamp,");
}

/**
 * Opens a CSV file of Tardis.dev. Times are microseconds since 1970: the venue's, and the local one.
 *
 * @throws InputError for another header, or where the symbol is not clear; from `blocks()` for every
 *   fault in the file, with the line. OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE`
 */
export async function openTardis(path: string, options: CryptoOptions = {}): Promise<Recording> {
  const survey = await surveyTardis(path, options);
  const date = dateAt(survey.firstSeconds, utc);
  const midnight = midnightSeconds(date, utc);
  return createRecording(
    {
      format: "tardis",
      date,
      timeZone: utc,
      granularity: granularities[survey.columns.kind],
      paths: [path],
      instrument: createCryptoInstrument(survey.symbol, survey.steps),
    },
    (run) => {
      const tape = new Tape(run, options.blockCapacity);
      return readRows(run, [path], tape, new TardisEvents(tape, survey, midnight));
    },
  );
}

interface TardisSurvey {
  readonly symbol: string;
  readonly steps: Steps;
  readonly columns: TardisColumns;
  readonly firstSeconds: number;
}

async function surveyTardis(path: string, options: CryptoOptions): Promise<TardisSurvey> {
  const run = new RecordingRun(path);
  const row = new CsvRow();
  const steps = new StepSurvey();
  const scratch = new Decimal();
  const symbols = new Set<string>();
  let columns: TardisColumns | undefined;
  let firstSeconds: number | undefined;
  await surveyRows(path, surveyedRows, (feed) => {
    run.line = feed.line + 1;
    if (columns === undefined) {
      columns = takeHeader(feed, run);
      return;
    }
    row.read(feed);
    requireColumns(row, columns, run);
    const symbol = row.text(columns.symbol);
    symbols.add(symbol);
    if (symbol !== (options.symbol ?? symbol)) return;
    firstSeconds ??= Math.floor(readMicroseconds(row, columns.time, run) / 1e6);
    const note = (column: number, finder: StepSurvey["prices"]): void => {
      if (column >= 0 && row.decimal(column, scratch)) finder.note(scratch);
    };
    for (const column of [columns.price, ...columns.prices.flat()]) note(column, steps.prices);
    for (const column of [columns.amount, ...columns.amounts.flat()]) {
      note(column, steps.quantities);
    }
  });
  const symbol = chooseSymbol(path, [...symbols], options.symbol);
  if (columns === undefined || firstSeconds === undefined) {
    throw new InputError({ path, line: 1 }, { found: "no row", expected: "rows below the header" });
  }
  return { symbol, steps: steps.find(options), columns, firstSeconds };
}

function takeHeader(feed: LineFeed, run: RecordingRun): TardisColumns {
  const header = takeLine(feed);
  const columns = parseTardisHeader(header);
  if (columns !== undefined) return columns;
  throw run.fault(
    `the header ${JSON.stringify(header.slice(0, 80))}`,
    "one of book_snapshot, incremental_book_L2, quotes or trades",
  );
}

class TardisEvents implements RowReader {
  readonly #tape: Tape;
  readonly #symbol: string;
  readonly #columns: TardisColumns;
  readonly #row = new CsvRow();
  readonly #midnight: number;
  readonly #grid: Grid;
  readonly #decimal = new Decimal();
  readonly #guess = new SideGuess();
  readonly #prices: number[] = [];
  readonly #lots: number[] = [];
  /** The message that changes belong to: its local time, and whether it was a snapshot. */
  #messageTime = Number.NaN;
  #isSnapshot = false;
  #hasBook = false;

  constructor(tape: Tape, survey: TardisSurvey, midnight: number) {
    this.#tape = tape;
    this.#symbol = survey.symbol;
    this.#columns = survey.columns;
    this.#midnight = midnight;
    this.#grid = new Grid(tape.run, survey.steps.tick, survey.steps.lot);
  }

  takeRow(feed: LineFeed): void {
    const { run } = this.#tape;
    if (feed.line === 0) {
      takeHeader(feed, run);
      return;
    }
    const row = this.#row;
    row.read(feed);
    run.rows++;
    requireColumns(row, this.#columns, run);
    if (row.text(this.#columns.symbol) === this.#symbol) this.#apply(row);
  }

  end(): void {
    this.#endMessage();
  }

  #apply(row: CsvRow): void {
    const { run } = this.#tape;
    const { kind, time, localTime } = this.#columns;
    const happened = readMicroseconds(row, time, run);
    const received = readMicroseconds(row, localTime, run);
    if (kind === "changes" && received !== this.#messageTime) this.#endMessage();
    this.#tape.setTimes(this.#sinceMidnight(happened), this.#sinceMidnight(received));
    if (kind === "trades") this.#print(row);
    else if (kind === "changes") this.#change(row, received);
    else this.#show(row);
  }

  #show(row: CsvRow): void {
    for (const side of [bid, ask] as const) {
      const prices = this.#columns.prices[side];
      const amounts = this.#columns.amounts[side];
      let count = 0;
      for (let level = 0; level < prices.length; level++) {
        const isEmpty = row.isEmpty(prices[level]!) || row.isEmpty(amounts[level]!);
        if (isEmpty) continue;
        const ticks = this.#quoteTicks(row, side, prices[level]!);
        const lots = this.#readLots(row, amounts[level]!);
        if (!(ticks > 0 && lots > 0)) continue;
        this.#prices[count] = ticks;
        this.#lots[count++] = lots;
      }
      this.#tape.replaceSide(side, this.#prices, this.#lots, count);
    }
    this.#tape.endRecord();
  }

  #change(row: CsvRow, received: number): void {
    const { run } = this.#tape;
    const snapshotText = row.text(this.#columns.isSnapshot);
    if (snapshotText !== "true" && snapshotText !== "false") {
      throw run.fault(`${JSON.stringify(snapshotText)} as is_snapshot`, "true or false");
    }
    const isSnapshot = snapshotText === "true";
    if (isSnapshot && !this.#isSnapshot) {
      for (const side of [bid, ask] as const) this.#tape.replaceSide(side, [], [], 0);
      this.#hasBook = true;
    }
    this.#isSnapshot = isSnapshot;
    this.#messageTime = received;
    const sideText = row.text(this.#columns.side);
    if (sideText !== "bid" && sideText !== "ask") {
      throw run.fault(`the side ${JSON.stringify(sideText)}`, "bid or ask");
    }
    if (!this.#hasBook) {
      run.note("missing-snapshot");
      return;
    }
    const side = sideText === "bid" ? bid : ask;
    const ticks = this.#quoteTicks(row, side, this.#columns.price);
    const lots = this.#readLots(row, this.#columns.amount);
    if (ticks > 0 && lots >= 0) this.#tape.setLevel(side, ticks, lots);
  }

  #endMessage(): void {
    if (!Number.isNaN(this.#messageTime)) this.#tape.endRecord();
  }

  #print(row: CsvRow): void {
    const { run } = this.#tape;
    this.#readDecimal(row, this.#columns.price);
    const ticks = this.#grid.tradeTicks(this.#decimal);
    const lots = this.#readLots(row, this.#columns.amount);
    if (lots === 0) run.note("bad-quantity");
    if (!(ticks > 0 && lots > 0)) return;
    const side = row.text(this.#columns.side);
    const guess = this.#guess.atTick(ticks);
    if (side === "buy") this.#tape.trade(ask, ticks, lots);
    else if (side === "sell") this.#tape.trade(bid, ticks, lots);
    else if (side === "unknown") this.#tape.trade(guess, ticks, lots, eventFlag.inferredSide);
    else throw run.fault(`the side ${JSON.stringify(side)}`, "buy, sell or unknown");
    this.#tape.endRecord();
  }

  #quoteTicks(row: CsvRow, side: Side, column: number): number {
    this.#readDecimal(row, column);
    return this.#grid.quoteTicks(side, this.#decimal);
  }

  #readLots(row: CsvRow, column: number): number {
    this.#readDecimal(row, column);
    return this.#grid.lots(this.#decimal);
  }

  #readDecimal(row: CsvRow, column: number): void {
    if (row.decimal(column, this.#decimal)) return;
    const found = `${row.quote(column)} in column ${column + 1}`;
    throw this.#tape.run.fault(found, "a decimal number");
  }

  #sinceMidnight(microseconds: number): number {
    return (microseconds - this.#midnight * 1e6) * 1000;
  }
}

function requireColumns(row: CsvRow, columns: TardisColumns, run: RecordingRun): void {
  if (row.count !== columns.count) {
    throw run.fault(`${row.count} columns`, `${columns.count}, as in the header`);
  }
}

function readMicroseconds(row: CsvRow, column: number, run: RecordingRun): number {
  const time = row.integer(column);
  if (time >= 0 && time < epochSecondsMax * 1e6) return time;
  throw run.fault(`${row.quote(column)} in column ${column + 1}`, "microseconds since 1970");
}
