/** Whether the bytes of a value are what its data type demands (FIX 5.0SP2 vol. 1, "Datatypes"). */
import type { FixVersion } from "../dictionary/dictionary.ts";
import {
  isMonthYear,
  parseDate,
  parseTime,
  parseTzTime,
  parseTzTimestamp,
  parseUtcTimestamp,
} from "./time-parser.ts";

const zero = 0x30;
const minusSign = 0x2d;
const space = 0x20;

/** Numbers in place of names, for the switch of `isInFormat`. */
export const format = {
  text: 0,
  character: 1,
  float: 2,
  integer: 3,
  /** Not negative. */
  count: 4,
  boolean: 5,
  dayOfMonth: 6,
  utcTimestamp: 7,
  /** FIX 4.0 and 4.1: no fraction but milliseconds. */
  oldUtcTimestamp: 8,
  timeOnly: 9,
  dateOnly: 10,
  monthYear: 11,
  tzTimestamp: 12,
  tzTimeOnly: 13,
  /** Single characters with spaces between. */
  characters: 14,
  /** A tag: positive, no leading zeros. */
  tagNumber: 15,
} as const;

const formatOfType: ReadonlyMap<string, number> = new Map([
  ["CHAR", format.character],
  ["PRICE", format.float],
  ["AMT", format.float],
  ["QTY", format.float],
  ["FLOAT", format.float],
  ["PRICEOFFSET", format.float],
  ["PERCENTAGE", format.float],
  ["INT", format.integer],
  ["SEQNUM", format.count],
  ["LENGTH", format.count],
  ["NUMINGROUP", format.count],
  ["TAGNUM", format.tagNumber],
  ["BOOLEAN", format.boolean],
  ["DAYOFMONTH", format.dayOfMonth],
  ["UTCTIMESTAMP", format.utcTimestamp],
  ["TIME", format.utcTimestamp],
  ["UTCTIMEONLY", format.timeOnly],
  ["LOCALMKTTIME", format.timeOnly],
  ["DATE", format.dateOnly],
  ["UTCDATE", format.dateOnly],
  ["UTCDATEONLY", format.dateOnly],
  ["LOCALMKTDATE", format.dateOnly],
  ["MONTHYEAR", format.monthYear],
  ["TZTIMESTAMP", format.tzTimestamp],
  ["TZTIMEONLY", format.tzTimeOnly],
  ["MULTIPLECHARVALUE", format.characters],
]);

/** Format of a data type; types that are not known, and those of text, permit everything. */
export function formatOf(type: string, version: FixVersion): number {
  const isOld = version === "FIX.4.0" || version === "FIX.4.1";
  const found = formatOfType.get(type) ?? format.text;
  if (isOld && found === format.character) return format.text;
  if (isOld && found === format.utcTimestamp) return format.oldUtcTimestamp;
  return found;
}

/** Types whose values are several permitted values with single spaces between. */
export function isMultipleValue(type: string): boolean {
  return (
    type === "MULTIPLEVALUESTRING" || type === "MULTIPLESTRINGVALUE" || type === "MULTIPLECHARVALUE"
  );
}

/** @param code one of `format` */
export function isInFormat(code: number, bytes: Uint8Array, from: number, to: number): boolean {
  switch (code) {
    case format.character:
      return to - from === 1;
    case format.float:
      return isFloat(bytes, from, to);
    case format.integer:
      return isDigits(bytes, bytes[from] === minusSign ? from + 1 : from, to);
    case format.count:
      return isDigits(bytes, from, to);
    case format.tagNumber:
      return bytes[from] !== zero && isDigits(bytes, from, to);
    case format.boolean:
      return to - from === 1 && (bytes[from] === 0x59 || bytes[from] === 0x4e);
    case format.characters:
      return isCharacters(bytes, from, to);
    case format.dayOfMonth:
      return isDayOfMonth(bytes, from, to);
    default:
      return code === format.text || isInTimeFormat(code, bytes, from, to);
  }
}

function isInTimeFormat(code: number, bytes: Uint8Array, from: number, to: number): boolean {
  switch (code) {
    case format.utcTimestamp:
      return !Number.isNaN(parseUtcTimestamp(bytes, from, to));
    case format.oldUtcTimestamp:
      return !Number.isNaN(parseUtcTimestamp(bytes, from, to, "milliseconds"));
    case format.timeOnly:
      return !Number.isNaN(parseTime(bytes, from, to));
    case format.dateOnly:
      return !Number.isNaN(parseDate(bytes, from, to));
    case format.monthYear:
      return isMonthYear(bytes, from, to);
    case format.tzTimestamp:
      return !Number.isNaN(parseTzTimestamp(bytes, from, to));
    default:
      return !Number.isNaN(parseTzTime(bytes, from, to));
  }
}

/** Digits with at most one point among them and a minus before; no plus, no exponent, no spaces. */
function isFloat(bytes: Uint8Array, from: number, to: number): boolean {
  let at = bytes[from] === minusSign ? from + 1 : from;
  let digits = 0;
  let points = 0;
  for (; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= zero && byte <= 0x39) digits++;
    else if (byte !== 0x2e || ++points > 1) return false;
  }
  return digits > 0;
}

/** At least one, and no more than a number holds without loss. */
function isDigits(bytes: Uint8Array, from: number, to: number): boolean {
  if (from >= to || to - from > 15) return false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte < zero || byte > 0x39) return false;
  }
  return true;
}

function isDayOfMonth(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > 2 || !isDigits(bytes, from, to)) return false;
  const last = bytes[to - 1]! - zero;
  const day = to - from === 2 ? (bytes[from]! - zero) * 10 + last : last;
  return day >= 1 && day <= 31;
}

function isCharacters(bytes: Uint8Array, from: number, to: number): boolean {
  if ((to - from) % 2 === 0) return false;
  for (let at = from; at < to; at++) {
    if ((bytes[at] === space) !== ((at - from) % 2 === 1)) return false;
  }
  return true;
}
