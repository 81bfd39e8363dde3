/** Numbers as a reader sees them: fixed decimals, a true minus sign, never a minus before zero. */
import { assert } from "../../core/assert.ts";
import { formatTimeOfDay } from "../../core/time.ts";
import { timeNs } from "../../core/units.ts";

/** What stands where there is no number. */
export const absent = "–";

/** @throws InvariantError unless `value` is finite: a report never prints what is not a number */
export function formatNumber(value: number, decimals = 0): string {
  assert(Number.isFinite(value), `a printed number is finite, was ${value}`);
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

export function formatBps(value: number | undefined): string {
  return value === undefined ? absent : formatNumber(value, 2);
}

export function formatBpsInterval([low, high]: readonly [number, number]): string {
  return `${formatBps(low)} … ${formatBps(high)}`;
}

/** A p-value to three decimals, and no smaller than they can say. */
export function formatPValue(value: number): string {
  return value < 0.001 ? "< 0.001" : formatNumber(value, 3);
}

/** A share between 0 and 1 as per cent. */
export function formatShare(value: number | undefined): string {
  return value === undefined ? absent : `${formatNumber(value * 100, 1)}%`;
}

/** A price in currency units, with the decimals of the tick and as many more as asked for. */
export function formatPrice(ticks: number, tickSize: number, moreDecimals = 0): string {
  return formatNumber(ticks * tickSize, tickDecimals(tickSize) + moreDecimals);
}

export function formatClock(timeOfDayNs: number): string {
  return formatTimeOfDay(timeNs(timeOfDayNs));
}

/** `postOnlyRejects` as `post only rejects`. */
export function camelCaseToWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const numberWords = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A small count in words, as it stands in a sentence. */
export function formatCount(count: number): string {
  return numberWords[count] ?? formatNumber(count);
}

function tickDecimals(tickSize: number): number {
  let decimals = 0;
  while (
    decimals < 9 &&
    Math.abs(tickSize * 10 ** decimals - Math.round(tickSize * 10 ** decimals)) > 1e-9
  ) {
    decimals++;
  }
  return decimals;
}
