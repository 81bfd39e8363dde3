/**
 * Numbers out of bytes: the inner loop of the reader.
 *
 * No string and no array is made per row or field. A field that is not a number yields NaN and
 * leaves the feed where the fault is, so that every later field of the row is NaN as well: the
 * reader of a row checks its values, and NaN never passes a check. Only then is the row looked at
 * again, as text, to say what is wrong with it.
 */
import type { LineFeed } from "../line-feed.ts";

/** What must follow a field: a comma, or the line's end after the last one. */
export const fieldEnd = { comma: 44, line: 10 } as const;
type FieldEnd = (typeof fieldEnd)[keyof typeof fieldEnd];

const minus = 45;
const dot = 46;
const zero = 48;
const carriageReturn = 13;
const fractionDigits = 9;
const powersOfTen = new Float64Array(fractionDigits + 1).map((_, power) => 10 ** power);

export function beginRow(feed: LineFeed): void {
  feed.line++;
  feed.rowStart = feed.at;
}

/** Reads a whole number and steps over what follows it; NaN when there is none. */
export function scanInteger(feed: LineFeed, end: FieldEnd): number {
  const bytes = feed.bytes;
  let at = feed.at;
  let byte = bytes[at]!;
  const isNegative = byte === minus;
  if (isNegative) byte = bytes[++at]!;
  let value = byte - zero;
  if (value < 0 || value > 9) return Number.NaN;
  for (;;) {
    byte = bytes[++at]!;
    const digit = byte - zero;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (byte !== end) {
    if (end !== fieldEnd.line || byte !== carriageReturn || bytes[at + 1] !== end)
      return Number.NaN;
    at++;
  }
  feed.at = at + 1;
  return isNegative ? -value : value;
}

/**
 * Reads seconds with decimals as whole nanoseconds, and steps over the comma that follows.
 *
 * Digits past the ninth are artefacts of tools that print doubles; they only round.
 */
export function scanTimeNs(feed: LineFeed): number {
  const bytes = feed.bytes;
  let at = feed.at;
  let byte = bytes[at]!;
  let seconds = byte - zero;
  if (seconds < 0 || seconds > 9) return Number.NaN;
  for (byte = bytes[++at]!; byte >= zero && byte <= zero + 9; byte = bytes[++at]!) {
    seconds = seconds * 10 + (byte - zero);
  }
  let fraction = 0;
  if (byte === dot) {
    const start = at + 1;
    for (byte = bytes[++at]!; byte >= zero && byte <= zero + 9; byte = bytes[++at]!) {
      const place = at - start;
      if (place < fractionDigits) fraction = fraction * 10 + (byte - zero);
      else if (place === fractionDigits && byte >= zero + 5) fraction++;
    }
    const digits = at - start;
    if (digits === 0) return Number.NaN;
    if (digits < fractionDigits) fraction *= powersOfTen[fractionDigits - digits]!;
  }
  if (byte !== fieldEnd.comma) return Number.NaN;
  feed.at = at + 1;
  return seconds * 1e9 + fraction;
}

/**
 * Says what is wrong with the form of the row being read: its columns, or the first field that is
 * no number. Undefined when the form is right and only a value can be at fault.
 */
export function findMalformation(
  feed: LineFeed,
  columns: readonly string[],
): { readonly found: string; readonly expected: string } | undefined {
  const fields = rowText(feed).split(",");
  if (fields.length !== columns.length) {
    const found =
      fields.length === 1 && fields[0] === "" ? "an empty line" : `${fields.length} columns`;
    return { found, expected: `${columns.length} columns` };
  }
  const column = fields.findIndex((field, index) => !isNumber(field, columns[index]!));
  if (column < 0) return undefined;
  return {
    found: `${JSON.stringify(fields[column])} in column ${column + 1} (${columns[column]})`,
    expected: columns[column] === "time" ? "seconds after midnight" : "a whole number",
  };
}

/** The row being read, without its line end. */
function rowText(feed: LineFeed): string {
  const end = feed.bytes.indexOf(fieldEnd.line, feed.rowStart);
  return feed.bytes.toString("latin1", feed.rowStart, end).replace(/\r$/, "");
}

function isNumber(field: string, column: string): boolean {
  return (column === "time" ? /^\d+(\.\d+)?$/ : /^-?\d+$/).test(field);
}
