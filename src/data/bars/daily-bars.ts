/** Daily bars, for histories of volume and volatility: `datetime,open,high,low,close,volume`. */
import { CsvRow } from "../rows/csv-row.ts";
import { isDate } from "../rows/epoch.ts";
import { RecordingRun } from "../rows/recording-run.ts";
import { surveyRows, takeLine } from "../rows/text-rows.ts";
import { parseBarHeader } from "./bar-columns.ts";

/** Prices in US dollars, raw: splits are not taken out. */
export interface DailyBar {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** Shares. */
  readonly volume: number;
}

const fileUnitsPerDollar = 10_000;

/**
 * Reads Lean's daily bars whole: some thousand rows.
 *
 * @throws InputError with the line; OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE`
 */
export async function readDailyBars(path: string): Promise<DailyBar[]> {
  const run = new RecordingRun(path);
  const row = new CsvRow();
  const bars: DailyBar[] = [];
  await surveyRows(path, Number.POSITIVE_INFINITY, (feed) => {
    run.line = feed.line + 1;
    if (feed.line > 0) {
      row.read(feed);
      bars.push(parseBar(row, run));
      return;
    }
    const header = takeLine(feed);
    if (parseBarHeader(header)?.name !== "leanDaily") {
      throw run.fault(JSON.stringify(header.slice(0, 80)), "datetime,open,high,low,close,volume");
    }
  });
  return bars;
}

function parseBar(row: CsvRow, run: RecordingRun): DailyBar {
  const date = row.text(0).replace(/^(\d{4})(\d{2})(\d{2}) 00:00$/, "$1-$2-$3");
  const [open, high, low, close, volume] = [1, 2, 3, 4, 5].map((column) => row.integer(column));
  const numbers = [open, high, low, close, volume] as [number, number, number, number, number];
  if (row.count !== 6 || !isDate(date) || !numbers.every((value) => value >= 0)) {
    throw run.fault(`a row of ${row.count} columns`, "a date and five whole numbers from 0");
  }
  const dollars = (value: number): number => value / fileUnitsPerDollar;
  return {
    date,
    open: dollars(numbers[0]),
    high: dollars(numbers[1]),
    low: dollars(numbers[2]),
    close: dollars(numbers[3]),
    volume: numbers[4],
  };
}
