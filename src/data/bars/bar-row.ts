/** One row of a bar file, read and checked. */
import type { CsvRow } from "../rows/csv-row.ts";
import { Decimal } from "../rows/decimal.ts";
import { isDate } from "../rows/epoch.ts";
import type { RecordingRun } from "../rows/recording-run.ts";
import type { BarColumns } from "./bar-columns.ts";

const msPerDay = 86_400_000;
const stampPattern =
  /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|\+00:00)?$/;

/** Reused for every row. */
export class BarRow {
  /** Date of the row, `YYYY-MM-DD`. */
  date = "";
  /** Start of the bar (or what its stamp means), milliseconds since the date's midnight. */
  timeMs = 0;
  readonly #columns: BarColumns;
  /** Date of rows that have none. */
  readonly #nameDate: string | undefined;
  readonly #decimal = new Decimal();

  constructor(columns: BarColumns, nameDate: string | undefined) {
    this.#columns = columns;
    this.#nameDate = nameDate;
  }

  /** @throws InputError when the row has other columns, or no time that makes sense */
  readTime(row: CsvRow, run: RecordingRun): void {
    const { name, count } = this.#columns;
    if (row.count !== count) throw run.fault(`${row.count} columns`, `${count} columns`);
    if (name === "index") this.#set(this.#nameDate ?? "", row.integer(0));
    else if (name === "leanTrades" || name === "leanQuotes") {
      this.#set(row.text(0).replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3"), row.integer(1));
    } else this.#setStamp(row.text(0).replace(/^(\d{4})(\d{2})(\d{2}) /, "$1-$2-$3 "));
    if (isDate(this.date) && this.timeMs >= 0 && this.timeMs < msPerDay) return;
    throw run.fault(`the time ${JSON.stringify(row.text(0))}`, "a date and a time of day");
  }

  /** A close: of the trades, of the bid or of the ask. */
  close(row: CsvRow, which: number, run: RecordingRun): Decimal {
    const price = this.#read(row, this.#columns.closes[which]!, run);
    price.decimals += this.#columns.priceShift;
    return price;
  }

  /** A volume, or a size. */
  size(row: CsvRow, which: number, run: RecordingRun): Decimal {
    return this.#read(row, this.#columns.sizes[which]!, run);
  }

  #set(date: string, timeMs: number): void {
    this.date = date;
    this.timeMs = timeMs;
  }

  #setStamp(text: string): void {
    const match = stampPattern.exec(text);
    if (match === null) {
      this.#set("", Number.NaN);
      return;
    }
    const [, date = "", hours, minutes, seconds = "0", fraction = ""] = match;
    const wholeSeconds = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    this.#set(date, wholeSeconds * 1000 + Number(fraction.padEnd(9, "0")) / 1e6);
  }

  /** An empty column is nothing: a side that had no quote. */
  #read(row: CsvRow, column: number, run: RecordingRun): Decimal {
    if (row.isEmpty(column)) {
      this.#decimal.mantissa = 0;
      this.#decimal.decimals = 0;
      return this.#decimal;
    }
    if (row.decimal(column, this.#decimal)) return this.#decimal;
    throw run.fault(`${row.quote(column)} in column ${column + 1}`, "a decimal number");
  }
}
