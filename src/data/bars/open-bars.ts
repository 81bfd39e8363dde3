/**
 * The reader of bars. A bar does not tell how it came about, so little is made of it:
 *
 * - A bar of trades is one `trade` row at the end of the bar: its volume at its close. The path
 *   between open, high, low and close is not invented. So sums of volume by time are exact, prices
 *   are those of closes, and nothing is known before the bar is over.
 * - Who came in is concluded from closes (tick rule): `eventFlag.inferredSide`.
 * - A bar of quotes is the last bid and ask, with sizes, at the end of the bar.
 *
 * Times go on past 24 hours where a file holds several days; the option `date` picks one. In New
 * York's time they are clock times, so each day is 24 hours long.
 */
import { basename } from "node:path";
import { InputError } from "../../core/trouble.ts";
import { eventFlag } from "../../market/event-block.ts";
import { createInstrument } from "../../market/instrument.ts";
import { ask, bid } from "../../market/side.ts";
import type { LineFeed } from "../line-feed.ts";
import type { Recording } from "../recording.ts";
import { CsvRow } from "../rows/csv-row.ts";
import { isDate, newYork } from "../rows/epoch.ts";
import { Grid } from "../rows/grid.ts";
import { createRecording, RecordingRun } from "../rows/recording-run.ts";
import { SideGuess } from "../rows/side-guess.ts";
import { createStep, type Step, StepFinder, stepSize } from "../rows/step.ts";
import { Tape } from "../rows/tape.ts";
import { type RowReader, readRows, surveyRows, takeLine } from "../rows/text-rows.ts";
import { halfDayEndNs, isHalfDay, sessionEndNs, sessionStartNs } from "../us-ticks/session.ts";
import { type BarColumns, parseBarHeader } from "./bar-columns.ts";
import { BarRow } from "./bar-row.ts";

export interface BarOptions {
  /** One day of the file, `YYYY-MM-DD`. Default: all of it. */
  readonly date?: string;
  /** Default: the name up to its first `_`, in upper case. */
  readonly symbol?: string;
  /** Default 0.01 in Lean's files; else the finest step that the first 10,000 rows show. */
  readonly tickSize?: number;
  /** Default 1 in Lean's files; else the finest decimal place that the first 10,000 rows show. */
  readonly lotSize?: number;
  /**
   * What a time in the file means. Default `start`, as in Lean's files: where it is not known, a bar
   * is then known a bar too late, never too early.
   */
  readonly stampedAt?: "start" | "end";
  /** Events per block. Default 4,096. */
  readonly blockCapacity?: number;
}

const surveyedRows = 10_000;
const msPerDay = 86_400_000;
const msPerMinute = 60_000;
/** Nanoseconds of more days are not exact in a double. */
const daysMax = 103;

/** Whether the first bytes of a file (unpacked) begin a file of bars. */
export function looksLikeBars(head: Buffer, _path: string): boolean {
  const [line = ""] = head.toString("latin1", 0, 256).split("\n");
  return parseBarHeader(line) !== undefined;
}

/**
 * Opens bars of a minute or other lengths within a day: Lean's, or stamped with date and time.
 *
 * @throws InputError for other headers, and for daily bars (`readDailyBars`); from `blocks()` for
 *   every fault in the file, with the line. OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE`
 */
export async function openBars(path: string, options: BarOptions = {}): Promise<Recording> {
  const survey = await surveyBars(path, options);
  const { columns, tick, lot } = survey;
  const name = basename(path).replace(/[_.].*$/, "");
  const isUsStock = columns.timeZone === newYork;
  return createRecording(
    {
      ...{ format: "bars", date: survey.date, timeZone: columns.timeZone, granularity: "bars" },
      paths: [path],
      instrument: createInstrument({
        symbol: options.symbol ?? name.toUpperCase(),
        tickSize: stepSize(tick),
        lotSize: stepSize(lot),
        roundLotLots: isUsStock ? 100 : 1,
      }),
    },
    (run) => {
      const tape = new Tape(run, options.blockCapacity);
      return readRows(run, [path], tape, new BarEvents(tape, path, survey, options));
    },
  );
}

/** The dates that a file of bars has rows of, in its order. */
export async function listBarDates(path: string): Promise<string[]> {
  const dates = new Set<string>();
  await visitBars(path, Number.POSITIVE_INFINITY, (bar) => dates.add(bar.date));
  return [...dates];
}

interface BarSurvey {
  readonly columns: BarColumns;
  /** Date of time 0. */
  readonly date: string;
  readonly lengthMs: number;
  readonly tick: Step;
  readonly lot: Step;
}

async function surveyBars(path: string, options: BarOptions): Promise<BarSurvey> {
  const prices = new StepFinder();
  const volumes = new StepFinder();
  let firstDate: string | undefined;
  let lastDate = "";
  let before = Number.NEGATIVE_INFINITY;
  let gapMs = Number.POSITIVE_INFINITY;
  const columns = await visitBars(path, surveyedRows, (bar, row, run) => {
    firstDate ??= bar.date;
    lastDate = bar.date;
    const timeMs = Date.parse(`${bar.date}T00:00:00Z`) + bar.timeMs;
    if (timeMs > before) gapMs = Math.min(gapMs, timeMs - before);
    before = timeMs;
    prices.note(bar.close(row, 0, run));
    volumes.note(bar.size(row, 0, run));
  });
  const date = options.date ?? firstDate;
  if (columns.name === "leanDaily") {
    throw new InputError({ path, line: 1 }, { found: "daily bars", expected: "bars within a day" });
  }
  if (date === undefined || !isDate(date)) {
    throw new InputError(
      { path, line: 1 },
      { found: date ?? "no bar", expected: "a date YYYY-MM-DD" },
    );
  }
  const days = (Date.parse(lastDate) - Date.parse(date)) / msPerDay;
  if (options.date === undefined && days > daysMax) {
    throw new InputError(
      { path, line: 1 },
      {
        found: `days from ${date} to ${lastDate}`,
        expected: `${daysMax} days, or the option date`,
      },
    );
  }
  const isLean = columns.name === "leanTrades" || columns.name === "leanQuotes";
  const { tickSize, lotSize } = options;
  return {
    columns,
    date,
    lengthMs: isLean || gapMs >= msPerDay ? msPerMinute : gapMs,
    tick: createStepOr(tickSize ?? (isLean ? 0.01 : undefined), prices.find()),
    lot: createStepOr(lotSize ?? (isLean ? 1 : undefined), volumes.findPlace()),
  };
}

function createStepOr(size: number | undefined, seen: Step | undefined): Step {
  return size === undefined ? (seen ?? createStep(0.01)) : createStep(size);
}

/** Calls back for the first bars of a file. */
async function visitBars(
  path: string,
  rowsMax: number,
  visit: (bar: BarRow, row: CsvRow, run: RecordingRun) => void,
): Promise<BarColumns> {
  const run = new RecordingRun(path);
  const row = new CsvRow();
  let columns: BarColumns | undefined;
  let bar: BarRow | undefined;
  await surveyRows(path, rowsMax, (feed) => {
    run.line = feed.line + 1;
    if (columns === undefined || bar === undefined) {
      columns = peekColumns(feed, run);
      bar = new BarRow(columns, dateInName(path));
      if (columns.headerRows === 1) {
        takeLine(feed);
        return;
      }
    }
    row.read(feed);
    bar.readTime(row, run);
    visit(bar, row, run);
  });
  if (columns !== undefined) return columns;
  throw run.fault("an empty file", "bars");
}

/** Looks at the first line and leaves the feed in front of it. */
function peekColumns(feed: LineFeed, run: RecordingRun): BarColumns {
  const { at } = feed;
  const line = takeLine(feed);
  feed.at = at;
  feed.line--;
  const columns = parseBarHeader(line);
  if (columns !== undefined) return columns;
  throw run.fault(`the header ${JSON.stringify(line.slice(0, 80))}`, "a header of bars");
}

function dateInName(path: string): string | undefined {
  const match = /(\d{4})(\d{2})(\d{2})/.exec(basename(path));
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}`;
}

class BarEvents implements RowReader {
  readonly #tape: Tape;
  readonly #survey: BarSurvey;
  readonly #onlyDate: string | undefined;
  /** From the stamp to the end of the bar. */
  readonly #toEndMs: number;
  readonly #row = new CsvRow();
  readonly #bar: BarRow;
  readonly #grid: Grid;
  readonly #guess = new SideGuess();
  readonly #dayZeroMs: number;
  readonly #onePrice = new Float64Array(1);
  readonly #oneSize = new Float64Array(1);
  #date = "";
  #isHalfDay = false;
  #lastTimeMs = Number.NEGATIVE_INFINITY;

  constructor(tape: Tape, path: string, survey: BarSurvey, options: BarOptions) {
    this.#tape = tape;
    this.#survey = survey;
    this.#onlyDate = options.date;
    this.#toEndMs = options.stampedAt === "end" ? 0 : survey.lengthMs;
    this.#bar = new BarRow(survey.columns, dateInName(path));
    this.#grid = new Grid(tape.run, survey.tick, survey.lot);
    this.#dayZeroMs = Date.parse(`${survey.date}T00:00:00Z`);
  }

  takeRow(feed: LineFeed): void {
    const { run } = this.#tape;
    if (feed.line < this.#survey.columns.headerRows) {
      takeLine(feed);
      return;
    }
    const bar = this.#bar;
    this.#row.read(feed);
    bar.readTime(this.#row, run);
    run.rows++;
    if (bar.date !== (this.#onlyDate ?? bar.date)) return;
    const timeMs = Date.parse(`${bar.date}T00:00:00Z`) - this.#dayZeroMs + bar.timeMs;
    const endNs = (timeMs + this.#toEndMs) * 1e6;
    this.#tape.setTimes(endNs, endNs);
    if (timeMs === this.#lastTimeMs) {
      run.note("duplicate");
      return;
    }
    this.#lastTimeMs = timeMs;
    if (this.#survey.columns.timeZone === newYork) this.#noteSession(bar);
    if (this.#survey.columns.closes.length === 1) this.#print();
    else this.#show();
    this.#tape.endRecord();
  }

  #print(): void {
    const { run } = this.#tape;
    const ticks = this.#grid.tradeTicks(this.#bar.close(this.#row, 0, run));
    const lots = this.#grid.nearestLots(this.#bar.size(this.#row, 0, run));
    if (lots === 0) run.note("bad-quantity");
    if (!(ticks > 0 && lots > 0)) return;
    this.#tape.trade(this.#guess.atTick(ticks), ticks, lots, eventFlag.inferredSide);
  }

  #show(): void {
    const { run } = this.#tape;
    for (const side of [bid, ask] as const) {
      const price = this.#bar.close(this.#row, side, run);
      // A side without a quote in the bar is empty, or 0.
      const ticks = price.mantissa === 0 ? Number.NaN : this.#grid.quoteTicks(side, price);
      const lots = this.#grid.nearestLots(this.#bar.size(this.#row, side, run));
      this.#onePrice[0] = ticks;
      this.#oneSize[0] = lots;
      this.#tape.replaceSide(side, this.#onePrice, this.#oneSize, ticks > 0 && lots > 0 ? 1 : 0);
    }
  }

  #noteSession(bar: BarRow): void {
    const { run } = this.#tape;
    if (bar.date !== this.#date) {
      this.#date = bar.date;
      this.#isHalfDay = isHalfDay(bar.date);
      if (this.#isHalfDay) run.note("half-day");
    }
    const startNs = (bar.timeMs + this.#toEndMs - this.#survey.lengthMs) * 1e6;
    const endNs = this.#isHalfDay ? halfDayEndNs : sessionEndNs;
    if (startNs < sessionStartNs || startNs >= endNs) run.note("outside-session");
  }
}
