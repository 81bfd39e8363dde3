/** Numbers as FIX writes them: digits, a sign, a decimal point, never an exponent. */
import { assert } from "../../../core/assert.ts";

const zero = 0x30;

/**
 * Shortest text that reads back as the same number (FIX 4.4 vol. 1, "Field Datatypes": float).
 *
 * @param value finite
 */
export function textOfNumber(value: number): string {
  assert(Number.isFinite(value), "a number that is sent is finite");
  if (value === 0) return "0";
  const text = String(value);
  const exponentAt = text.indexOf("e");
  return exponentAt < 0 ? text : writeOut(text, exponentAt);
}

/** `1.5e-7` as `0.00000015`, `1e21` as `1000000000000000000000`. */
function writeOut(text: string, exponentAt: number): string {
  const exponent = Number(text.slice(exponentAt + 1));
  const sign = text.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = text.slice(sign.length, exponentAt).split(".");
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}

/** How many digits a whole number from 0 to 2^53 has. */
export function countDigits(value: number): number {
  let digits = 1;
  for (let bound = 10; value >= bound; bound *= 10) digits++;
  return digits;
}

/** Writes a whole number from 0 on with exactly `digits` digits, leading zeros included. */
export function writeDigits(bytes: Uint8Array, at: number, value: number, digits: number): number {
  let rest = value;
  for (let place = at + digits - 1; place >= at; place--) {
    const next = rest < 0x8000_0000 ? ((rest | 0) / 10) | 0 : Math.floor(rest / 10);
    bytes[place] = zero + (rest - next * 10);
    rest = next;
  }
  return at + digits;
}
