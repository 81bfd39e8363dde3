/** One row of our own CSV, read in place: no string is made unless something is wrong. */
import { InputError } from "../../core/trouble.ts";
import { type EventKind, eventFlag, eventKind, tradingStatus } from "../../market/event-block.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import type { LineFeed } from "../line-feed.ts";
import { StepCounter } from "./decimal.ts";
import { type CsvHeader, csvColumns, csvNoteColumn } from "./header.ts";
import { TimeScanner } from "./time-scanner.ts";

const comma = 44;
const newline = 10;
const carriageReturn = 13;
const minus = 45;
const dot = 46;
const zero = 48;
const space = 32;
const columnNames = [...csvColumns, csvNoteColumn];
export const csvColumn = { time: 0, kind: 1, side: 2, order: 3, price: 4, quantity: 5, note: 6 };

type Word = readonly [bytes: Buffer, value: number];
const words = (values: Readonly<Record<string, number>>): readonly Word[] =>
  Object.entries(values).map(([name, value]) => [Buffer.from(name), value]);
const kindWords = words(eventKind);
const sideWords = words({ bid, ask });
const statusWords = words(tradingStatus);
const noteWords = words({ more: 1, standing: 2 });

/** Reused for every row: the fields hold the row read last. */
export class CsvRow {
  timeNs = 0;
  kind: EventKind = eventKind.add;
  /** `bid` where the row names none; see `hasSide`. */
  side: Side = bid;
  hasSide = false;
  /** 0 where the row names none. */
  orderId = 0;
  /** Ticks, perhaps between two; NaN where the row has none. */
  priceTicks = Number.NaN;
  /** Lots, or a `tradingStatus`; NaN where the row has none. */
  lots = Number.NaN;
  /** `eventFlag` bits. */
  flags = 0;
  readonly #feed: LineFeed;
  readonly #ticks: StepCounter;
  readonly #lots: StepCounter;
  readonly #times: TimeScanner;
  readonly #lastColumn: number;
  #bytes: Buffer;
  #at = 0;
  #column = 0;
  /** The decimal scanned last. */
  #digits = 0;
  #places = 0;

  constructor(feed: LineFeed, header: CsvHeader) {
    this.#feed = feed;
    this.#bytes = feed.bytes;
    this.#ticks = new StepCounter(header.instrument.tickSize);
    this.#lots = new StepCounter(header.instrument.lotSize);
    this.#times = new TimeScanner(header.date, header.timeZone);
    this.#lastColumn = header.hasNotes ? csvColumn.note : csvColumn.quantity;
  }

  /** @throws InputError naming line and column of what is no value */
  read(): void {
    const feed = this.#feed;
    feed.line++;
    feed.rowStart = feed.at;
    this.#bytes = feed.bytes;
    this.#at = feed.at;
    this.#column = csvColumn.time;
    this.#readTime();
    this.#readKind();
    this.#readSide();
    this.orderId = this.#scanOrder();
    this.#endField("a whole number within 2^53 of 0");
    this.priceTicks = this.#scanSteps(this.#ticks);
    this.#endField("a decimal of up to 15 digits");
    this.#readQuantity();
    this.flags = eventFlag.endOfRecord;
    if (this.#lastColumn === csvColumn.note) this.#readNotes();
    feed.at = this.#at;
  }

  /** A value that is one, but cannot be in this row. */
  fault(column: number, found: string, expected: string): InputError {
    return new InputError(
      { path: this.#feed.path, line: this.#feed.line },
      { found: `${found} in column ${column + 1} (${columnNames[column]})`, expected },
    );
  }

  #readTime(): void {
    const next = this.#times.scan(this.#bytes, this.#at);
    this.timeNs = this.#times.timeNs;
    if (next < 0) throw this.#malformed(this.#times.expected);
    this.#at = next;
    this.#endField(this.#times.expected);
  }

  #readKind(): void {
    const kind = this.#scanWord(kindWords);
    if (kind < 0) throw this.#malformed(`one of ${Object.keys(eventKind).join(", ")}`);
    this.kind = kind as EventKind;
    this.#endField("a kind");
  }

  #readSide(): void {
    this.hasSide = !this.#isEmpty();
    const side = this.hasSide ? this.#scanWord(sideWords) : bid;
    if (side < 0) throw this.#malformed("bid, ask or nothing");
    this.side = side as Side;
    this.#endField("bid, ask or nothing");
  }

  #readQuantity(): void {
    if (this.kind === eventKind.status) {
      this.lots = this.#scanWord(statusWords);
      if (this.lots < 0) throw this.#malformed(Object.keys(tradingStatus).join(", "));
      this.#endField(Object.keys(tradingStatus).join(", "));
      return;
    }
    const lots = this.#scanSteps(this.#lots);
    if (lots !== Math.floor(lots) && !Number.isNaN(lots)) {
      throw this.#malformed("a whole number of lots");
    }
    this.lots = lots;
    this.#endField("a decimal of up to 15 digits");
  }

  #readNotes(): void {
    const expected = "nothing, more, standing, or both";
    while (!this.#isEmpty()) {
      const note = this.#scanWord(noteWords);
      if (note === 1) this.flags &= ~eventFlag.endOfRecord;
      else if (note === 2) this.flags |= eventFlag.standing;
      else throw this.#malformed(expected);
      if (this.#bytes[this.#at] === space) this.#at++;
    }
    this.#endField(expected);
  }

  /** An order id; 0 for an empty field, NaN for one that is too long. */
  #scanOrder(): number {
    if (this.#isEmpty()) return 0;
    if (!this.#scanDecimal() || this.#places > 0) return Number.NaN;
    return this.#digits;
  }

  #scanSteps(steps: StepCounter): number {
    if (this.#isEmpty()) return Number.NaN;
    if (!this.#scanDecimal()) throw this.#malformed("a decimal of up to 15 digits");
    const count = steps.count(this.#digits, this.#places);
    if (Number.isNaN(count)) throw this.#malformed("a decimal of up to 15 digits");
    return count;
  }

  /** @returns false when there is none, or it has more digits than a double holds */
  #scanDecimal(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    const isNegative = bytes[at] === minus;
    if (isNegative) at++;
    const start = at;
    let digits = 0;
    let places = 0;
    let pointAt = -1;
    for (; ; at++) {
      const digit = bytes[at] - zero;
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        if (pointAt >= 0) places++;
      } else if (bytes[at] === dot && pointAt < 0 && at > start) pointAt = at;
      else break;
    }
    this.#at = at;
    this.#digits = isNegative ? -digits : digits;
    this.#places = places;
    return at > start && pointAt !== at - 1 && digits <= Number.MAX_SAFE_INTEGER && places <= 15;
  }

  /** @returns −1 when no word of these stands here */
  #scanWord(among: readonly Word[]): number {
    const bytes = this.#bytes;
    for (const [word, value] of among) {
      let index = 0;
      while (index < word.length && bytes[this.#at + index] === word[index]) index++;
      if (index < word.length || !this.#isFieldEnd(this.#at + index)) continue;
      this.#at += index;
      return value;
    }
    return -1;
  }

  #isEmpty(): boolean {
    const byte = this.#bytes[this.#at];
    return byte === comma || byte === newline || byte === carriageReturn;
  }

  #isFieldEnd(at: number): boolean {
    const byte = this.#bytes[at];
    return byte === comma || byte === newline || byte === carriageReturn || byte === space;
  }

  /** Steps over what must follow the field: a comma, or the line's end after the last one. */
  #endField(expected: string): void {
    const isLast = this.#column === this.#lastColumn;
    if (isLast && this.#bytes[this.#at] === carriageReturn) this.#at++;
    const isOrderTooLong = this.#column === csvColumn.order && Number.isNaN(this.orderId);
    if (this.#bytes[this.#at] !== (isLast ? newline : comma) || isOrderTooLong) {
      throw this.#malformed(expected);
    }
    this.#at++;
    this.#column++;
  }

  /** The row is looked at again, as text, to say what is wrong with it. */
  #malformed(expected: string): InputError {
    const feed = this.#feed;
    const end = feed.bytes.indexOf(newline, feed.rowStart);
    const text = feed.bytes.toString("utf8", feed.rowStart, end).replace(/\r$/, "");
    const fields = text.split(",");
    const columns = this.#lastColumn + 1;
    if (fields.length !== columns) {
      const found = text === "" ? "an empty line" : `${fields.length} columns`;
      return new InputError(
        { path: feed.path, line: feed.line },
        { found, expected: `${columns} columns` },
      );
    }
    const found = JSON.stringify((fields[this.#column] ?? "").slice(0, 40));
    return this.fault(this.#column, found, expected);
  }
}
