/** UTCTimestamp as it is sent: `20240305-14:30:05.123` (FIX 4.4 vol. 1, "Field Datatypes"). */
import { writeDigits } from "./number-text.ts";

/** FIX 4.0 and 4.1 know whole seconds only; microseconds need the counterparty's consent. */
export type TimePrecision = "seconds" | "milliseconds" | "microseconds";

const dayMs = 86_400_000;
const dash = 0x2d;
const colon = 0x3a;
const point = 0x2e;

const lengths: Readonly<Record<TimePrecision, number>> = {
  seconds: 17,
  milliseconds: 21,
  microseconds: 24,
};

/** Bytes that a time stamp of a precision takes. */
export function timestampLength(precision: TimePrecision): number {
  return lengths[precision];
}

/**
 * Writes time stamps one after another. Date and second are kept from one to the next, since most
 * messages go out in the same second as the one before.
 */
export class TimestampWriter {
  readonly precision: TimePrecision;
  readonly #text = Buffer.from("00000000-00:00:00.000000", "latin1");
  /** Of what is in `#text`; milliseconds since 1970, at a whole second and at midnight. */
  #secondMs = Number.NaN;
  #dayMs = Number.NaN;

  constructor(precision: TimePrecision = "milliseconds") {
    this.precision = precision;
  }

  /**
   * @param ms milliseconds since 1970, with a fraction where there are microseconds; what is finer
   *   than the precision is cut off
   * @returns the place after the time stamp
   */
  write(bytes: Uint8Array, at: number, ms: number): number {
    const fraction = ms - Math.floor(ms / 1000) * 1000;
    this.#turnTo(ms - fraction);
    const text = this.#text;
    if (this.precision === "milliseconds") {
      writeDigits(text, 18, Math.floor(fraction), 3);
    } else if (this.precision === "microseconds") {
      // A thousandth of a nanosecond makes up for what binary fractions lose.
      writeDigits(text, 18, Math.min(Math.floor(fraction * 1000 + 1e-3), 999_999), 6);
    }
    const length = lengths[this.precision];
    for (let place = 0; place < length; place++) bytes[at + place] = text[place]!;
    return at + length;
  }

  #turnTo(secondMs: number): void {
    if (secondMs === this.#secondMs) return;
    this.#secondMs = secondMs;
    const midnight = Math.floor(secondMs / dayMs) * dayMs;
    const text = this.#text;
    if (midnight !== this.#dayMs) {
      this.#dayMs = midnight;
      const date = new Date(midnight);
      writeDigits(text, 0, date.getUTCFullYear(), 4);
      writeDigits(text, 4, date.getUTCMonth() + 1, 2);
      writeDigits(text, 6, date.getUTCDate(), 2);
      text[8] = dash;
    }
    const second = (secondMs - midnight) / 1000;
    writeDigits(text, 9, Math.floor(second / 3600), 2);
    text[11] = colon;
    writeDigits(text, 12, Math.floor(second / 60) % 60, 2);
    text[14] = colon;
    writeDigits(text, 15, second % 60, 2);
    text[17] = point;
  }
}

/** One time stamp as text, where speed does not matter. */
export function formatTimestamp(ms: number, precision: TimePrecision = "milliseconds"): string {
  const bytes = Buffer.alloc(lengths[precision]);
  new TimestampWriter(precision).write(bytes, 0, ms);
  return bytes.toString("latin1");
}
