/** The rows of Lean's tick files, without a header: read ahead by one, so that two files can be merged. */

import { LineFeed } from "../line-feed.ts";
import { CsvRow } from "../rows/csv-row.ts";
import type { RecordingRun } from "../rows/recording-run.ts";

const msPerDay = 86_400_000;

/** One file, standing at its next row. */
abstract class TickRows {
  /** Milliseconds since New York's midnight of the row that is ready; infinity after the last. */
  timeMs = Number.NEGATIVE_INFINITY;
  /** Whether `timeMs` and the row's fields are those of the next row. */
  isReady = false;
  readonly #feed: LineFeed;
  readonly #row = new CsvRow();
  readonly #run: RecordingRun;

  constructor(path: string, run: RecordingRun) {
    this.#feed = new LineFeed(path);
    this.#run = run;
  }

  /** Line of the row that is ready. */
  get line(): number {
    return this.#feed.line;
  }

  get path(): string {
    return this.#feed.path;
  }

  /** Makes the next row ready, waiting for it where it must. */
  async prepare(): Promise<void> {
    if (this.isReady) return;
    if (this.#feed.hasLine || (await this.#feed.refill())) this.#read();
    else if (this.#feed.line === 0) {
      this.#run.path = this.path;
      this.#run.line = 1;
      throw this.#run.fault("an empty file", "rows");
    } else this.timeMs = Number.POSITIVE_INFINITY;
    this.isReady = true;
  }

  /** Goes on to the next row; where that is not at hand, `isReady` says so. */
  advance(): void {
    if (this.#feed.hasLine) this.#read();
    else this.isReady = false;
  }

  close(): Promise<void> {
    return this.#feed.close();
  }

  protected abstract readonly columns: readonly string[];

  /** Takes the fields; a NaN among them is a fault. */
  protected abstract take(row: CsvRow): boolean;

  #read(): void {
    const row = this.#row;
    row.read(this.#feed);
    this.timeMs = row.integer(0);
    const isSound =
      row.count === this.columns.length &&
      this.timeMs >= 0 &&
      this.timeMs <= msPerDay &&
      this.take(row);
    if (!isSound) this.#fail();
  }

  #fail(): never {
    const row = this.#row;
    this.#run.path = this.path;
    this.#run.line = this.line;
    if (row.count !== this.columns.length) {
      throw this.#run.fault(`${row.count} columns`, `${this.columns.length} columns`);
    }
    const column = this.columns.findIndex((name, at) => !isField(row, at, name));
    const at = Math.max(0, column);
    throw this.#run.fault(
      `${row.quote(at)} in column ${at + 1} (${this.columns[at]})`,
      at === 0 ? "milliseconds of one day" : "a whole number from 0",
    );
  }
}

function isField(row: CsvRow, column: number, name: string): boolean {
  if (name === "exchange") return !row.isEmpty(column);
  if (name === "conditions") return row.hexadecimal(column) >= 0;
  const value = row.integer(column);
  return value >= 0 && (column > 0 || value <= msPerDay);
}

/** Price in 0.0001 US dollars, size in shares, exchange, conditions (hexadecimal), suspicion. */
export class TradeRows extends TickRows {
  filePrice = 0;
  size = 0;
  conditions = 0;
  isSuspicious = false;
  protected readonly columns = ["time", "price", "size", "exchange", "conditions", "suspicious"];

  protected take(row: CsvRow): boolean {
    this.filePrice = row.integer(1);
    this.size = row.integer(2);
    this.conditions = row.hexadecimal(4);
    this.isSuspicious = row.integer(5) > 0;
    return this.filePrice >= 0 && this.size >= 0 && this.conditions >= 0 && row.integer(5) >= 0;
  }
}

/**
 * A best bid or a best offer; the other side's price and size are 0. A mark of suspicion is read over:
 * the quote stood on the tape.
 */
export class QuoteRows extends TickRows {
  bidFilePrice = 0;
  bidSize = 0;
  askFilePrice = 0;
  askSize = 0;
  condition = 0;
  protected readonly columns = [
    ...["time", "bid price", "bid size", "ask price", "ask size"],
    ...["exchange", "conditions", "suspicious"],
  ];

  protected take(row: CsvRow): boolean {
    this.bidFilePrice = row.integer(1);
    this.bidSize = row.integer(2);
    this.askFilePrice = row.integer(3);
    this.askSize = row.integer(4);
    this.condition = row.hexadecimal(6);
    return (
      this.bidFilePrice >= 0 &&
      this.bidSize >= 0 &&
      this.askFilePrice >= 0 &&
      this.askSize >= 0 &&
      this.condition >= 0 &&
      row.integer(7) >= 0
    );
  }
}
