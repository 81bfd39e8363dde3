/** One row of comma-separated values, split in place: no string is made unless asked for. */
import type { LineFeed } from "../line-feed.ts";
import type { Decimal } from "./decimal.ts";

const newline = 10;
const carriageReturn = 13;
const comma = 44;
const minus = 45;
const zero = 48;
const columnsAtFirst = 64;

export class CsvRow {
  /** Columns of the row read last. */
  count = 0;
  #bytes: Buffer = Buffer.alloc(0);
  /** Column k lies from `edges[k]` to before `edges[k + 1] - 1`. */
  #edges = new Int32Array(columnsAtFirst + 1);

  /** Takes the feed's next row. Only where `feed.hasLine`. */
  read(feed: LineFeed): void {
    const bytes = feed.bytes;
    let at = feed.at;
    feed.line++;
    feed.rowStart = at;
    let count = 0;
    this.#edges[0] = at;
    for (;;) {
      const byte = bytes[at++];
      if (byte !== comma && byte !== newline) continue;
      if (++count >= this.#edges.length) this.#grow();
      this.#edges[count] = at;
      if (byte === newline) break;
    }
    feed.at = at;
    if (bytes[at - 2] === carriageReturn && at - 2 >= this.#edges[count - 1]!)
      this.#edges[count]!--;
    this.#bytes = bytes;
    this.count = count;
  }

  text(column: number): string {
    return this.#bytes.toString("latin1", this.#edges[column]!, this.#end(column));
  }

  isEmpty(column: number): boolean {
    return this.#end(column) === this.#edges[column]!;
  }

  /** First byte of a column. */
  byte(column: number): number {
    return this.#bytes[this.#edges[column]!]!;
  }

  /** NaN where the column is no whole number. */
  integer(column: number): number {
    const bytes = this.#bytes;
    const end = this.#end(column);
    let at = this.#edges[column]!;
    const isNegative = bytes[at] === minus;
    if (isNegative) at++;
    if (at >= end) return Number.NaN;
    let value = 0;
    for (; at < end; at++) {
      const digit = bytes[at]! - zero;
      if (digit < 0 || digit > 9) return Number.NaN;
      value = value * 10 + digit;
    }
    if (value > Number.MAX_SAFE_INTEGER) return Number.NaN;
    return isNegative ? -value : value;
  }

  /** A bit mask in hexadecimal digits; NaN where the column is none. */
  hexadecimal(column: number): number {
    const text = this.text(column);
    return /^[0-9a-fA-F]{1,8}$/.test(text) ? Number.parseInt(text, 16) : Number.NaN;
  }

  /** @returns false where the column is no decimal number */
  decimal(column: number, into: Decimal): boolean {
    return into.readBytes(this.#bytes, this.#edges[column]!, this.#end(column));
  }

  /** The whole row, for messages. */
  quote(column: number): string {
    return JSON.stringify(this.text(column).slice(0, 80));
  }

  #end(column: number): number {
    return this.#edges[column + 1]! - 1;
  }

  #grow(): void {
    const edges = new Int32Array(2 * this.#edges.length);
    edges.set(this.#edges);
    this.#edges = edges;
  }
}
