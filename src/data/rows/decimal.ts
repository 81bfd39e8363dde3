/**
 * Decimal numbers as they are written: digits and a place, never a rounded double.
 *
 * `61837.63000000` is 6183763 hundredths. Whole ticks and lots come out of such a number by integer
 * arithmetic alone. More than 15 digits are the trace of a tool that prints doubles, such as
 * `8.8351857299999992`: what it meant are the first 15, as a double tells those apart.
 */
const minus = 45;
const plus = 43;
const dot = 46;
const zero = 48;
const letterE = 101;
const lowerCase = 32;
const textBytesMax = 64;
/** Digits that survive a double. */
const digitsMax = 15;
const mantissaEnd = 1e15;
const powersOfTen = Array.from({ length: textBytesMax + 1 }, (_, power) => Number(`1e${power}`));

export class Decimal {
  /** The value is `mantissa` times ten to the power of −`decimals`. */
  mantissa = 0;
  /** Places behind the point, without zeros at the end. */
  decimals = 0;
  readonly #scratch = Buffer.alloc(textBytesMax);

  /** @returns false for text that is no number */
  readText(text: string): boolean {
    if (text.length > textBytesMax) return false;
    return this.readBytes(this.#scratch, 0, this.#scratch.write(text, "latin1"));
  }

  /** @returns false for bytes that are no number */
  readBytes(bytes: Uint8Array, start: number, end: number): boolean {
    const isNegative = bytes[start] === minus;
    const wholeAt = isNegative ? start + 1 : start;
    let at = wholeAt;
    let mantissa = 0;
    for (; at < end; at++) {
      const digit = bytes[at]! - zero;
      if (digit < 0 || digit > 9) break;
      mantissa = mantissa * 10 + digit;
    }
    this.mantissa = mantissa;
    this.decimals = 0;
    let digits = at - wholeAt;
    if (at < end && bytes[at] === dot) {
      const decimalsAt = at + 1;
      at = this.#addDecimals(bytes, decimalsAt, end);
      digits += at - decimalsAt;
    }
    if (digits === 0) return false;
    if (!(this.mantissa < mantissaEnd)) return this.#readLong(bytes, start, end);
    if (isNegative) this.mantissa = -this.mantissa;
    return at === end || ((bytes[at]! | lowerCase) === letterE && this.#shift(bytes, at + 1, end));
  }

  /** Rounds to 15 digits. */
  #readLong(bytes: Uint8Array, start: number, end: number): boolean {
    const text = Buffer.from(bytes.subarray(start, end)).toString("latin1");
    if (!/^-?\d*\.?\d*(?:[eE][+-]?\d+)?$/.test(text)) return false;
    const value = Number(text);
    return Math.abs(value) < mantissaEnd && this.readText(value.toPrecision(digitsMax));
  }

  /** @returns where the digits end; zeros at the end add nothing */
  #addDecimals(bytes: Uint8Array, start: number, end: number): number {
    let at = start;
    for (; at < end; at++) {
      const digit = bytes[at]! - zero;
      if (digit < 0 || digit > 9) break;
      if (digit === 0) continue;
      const place = at - start + 1;
      this.mantissa = this.mantissa * powersOfTen[place - this.decimals]! + digit;
      this.decimals = place;
    }
    return at;
  }

  /** Applies an exponent, as in `1e-7`. */
  #shift(bytes: Uint8Array, start: number, end: number): boolean {
    const isNegative = bytes[start] === minus;
    let at = isNegative || bytes[start] === plus ? start + 1 : start;
    if (at === end || end - at > 2) return false;
    let exponent = 0;
    for (; at < end; at++) {
      const digit = bytes[at]! - zero;
      if (digit < 0 || digit > 9) return false;
      exponent = exponent * 10 + digit;
    }
    this.decimals -= isNegative ? -exponent : exponent;
    if (this.decimals >= 0) return true;
    this.mantissa *= 10 ** -this.decimals;
    this.decimals = 0;
    return Math.abs(this.mantissa) <= Number.MAX_SAFE_INTEGER;
  }
}
