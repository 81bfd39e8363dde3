/**
 * Dates and times as they are received (FIX 5.0SP2 vol. 1, "Datatypes"), read strictly.
 *
 * Every function reads bytes from `from` up to `to` and gives NaN where they are anything but a date
 * or time of its kind. A second may be 60, since leap seconds are; it counts as the one after 59.
 */

const zero = 0x30;
const dayMs = 86_400_000;
const minuteMs = 60_000;
const dash = 0x2d;
const colon = 0x3a;
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Which fractions of a second are permitted. */
export type Fractions = "none" | "milliseconds" | "any";

/** `YYYYMMDD-HH:MM:SS` and a fraction. @returns milliseconds since 1970, with a fraction */
export function parseUtcTimestamp(
  bytes: Uint8Array,
  from: number,
  to: number,
  fractions: Fractions = "any",
): number {
  if (to - from < 17 || bytes[from + 8] !== dash) return Number.NaN;
  return parseDate(bytes, from, from + 8) + parseTime(bytes, from + 9, to, fractions);
}

/** `HH:MM:SS` and a fraction. @returns milliseconds since midnight, with a fraction */
export function parseTime(
  bytes: Uint8Array,
  from: number,
  to: number,
  fractions: Fractions = "any",
): number {
  if (to - from < 8 || bytes[from + 2] !== colon || bytes[from + 5] !== colon) return Number.NaN;
  const hour = twoDigits(bytes, from);
  const minute = twoDigits(bytes, from + 3);
  const second = twoDigits(bytes, from + 6);
  if (!(hour <= 23 && minute <= 59 && second <= 60)) return Number.NaN;
  const whole = (hour * 60 + minute) * minuteMs + second * 1000;
  return to - from === 8 ? whole : whole + parseFraction(bytes, from + 8, to, fractions);
}

/** `YYYYMMDD`. @returns milliseconds from 1970 to its midnight in UTC */
export function parseDate(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 8) return Number.NaN;
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 4);
  const day = twoDigits(bytes, from + 6);
  if (!(year >= 0 && month >= 1 && month <= 12)) return Number.NaN;
  return day >= 1 && day <= daysOfMonth(year, month)
    ? daysSince1970(year, month, day) * dayMs
    : Number.NaN;
}

/** `YYYYMM`, `YYYYMMDD`, or `YYYYMMw1` to `w5`. */
export function isMonthYear(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length === 8 && bytes[from + 6] === 0x77) {
    const week = bytes[from + 7]! - zero;
    return week >= 1 && week <= 5 && isYearAndMonth(bytes, from);
  }
  return length === 6 ? isYearAndMonth(bytes, from) : !Number.isNaN(parseDate(bytes, from, to));
}

/**
 * `YYYYMMDD-HH:MM`, seconds and fraction if any, then `Z`, `+HH`, `-HH`, `+HH:MM` or `-HH:MM`.
 *
 * @returns milliseconds since 1970 in UTC
 */
export function parseTzTimestamp(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < 14 || bytes[from + 8] !== dash) return Number.NaN;
  return parseDate(bytes, from, from + 8) + parseTzTime(bytes, from + 9, to);
}

/** The time of a TZTimestamp alone. @returns milliseconds since midnight in UTC, perhaps negative */
export function parseTzTime(bytes: Uint8Array, from: number, to: number): number {
  let zoneAt = from + 5;
  while (zoneAt < to && !isZoneMark(bytes[zoneAt]!)) zoneAt++;
  const offset = zoneAt === to ? 0 : parseOffset(bytes, zoneAt, to);
  const hour = twoDigits(bytes, from);
  const minute = twoDigits(bytes, from + 3);
  if (zoneAt !== from + 5) return parseTime(bytes, from, zoneAt) - offset;
  if (!(hour <= 23 && minute <= 59 && bytes[from + 2] === colon)) return Number.NaN;
  return (hour * 60 + minute) * minuteMs - offset;
}

function isZoneMark(byte: number): boolean {
  return byte === 0x5a || byte === 0x2b || byte === dash;
}

/** What a zone is ahead of UTC, in milliseconds. */
function parseOffset(bytes: Uint8Array, from: number, to: number): number {
  if (bytes[from] === 0x5a) return to - from === 1 ? 0 : Number.NaN;
  const length = to - from;
  if (length !== 3 && !(length === 6 && bytes[from + 3] === colon)) return Number.NaN;
  const hours = twoDigits(bytes, from + 1);
  const minutes = length === 6 ? twoDigits(bytes, from + 4) : 0;
  if (!(hours <= 14 && minutes <= 59)) return Number.NaN;
  return (hours * 60 + minutes) * (bytes[from] === dash ? -minuteMs : minuteMs);
}

function isYearAndMonth(bytes: Uint8Array, from: number): boolean {
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 4);
  return year >= 0 && month >= 1 && month <= 12;
}

/** A point, then 3 digits, or 3, 6, 9 or 12. @returns milliseconds */
function parseFraction(bytes: Uint8Array, from: number, to: number, fractions: Fractions): number {
  const digits = to - from - 1;
  const isPermitted =
    fractions === "any" ? digits % 3 === 0 && digits <= 12 : fractions !== "none" && digits === 3;
  if (bytes[from] !== 0x2e || digits === 0 || !isPermitted) return Number.NaN;
  let value = 0;
  let unit = 100;
  for (let at = from + 1; at < to; at++) {
    const digit = bytes[at]! - zero;
    if (digit < 0 || digit > 9) return Number.NaN;
    value += digit * unit;
    unit /= 10;
  }
  return value;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - zero;
  const ones = bytes[at + 1]! - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Proleptic Gregorian calendar. */
function daysSince1970(year: number, month: number, day: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return before * 365 + leapDays + daysBeforeMonth[month - 1]! + leapDay + day - 719_163;
}
