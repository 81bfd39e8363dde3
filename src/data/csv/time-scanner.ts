/**
 * Times in three spellings: whole nanoseconds since midnight (`34200000000001`), a clock
 * (`09:30:00.000000001`), or a day and a clock (`2012-06-21T09:30:00.000000001`, with a `Z` where the
 * time zone is UTC). Hours may pass 24 in a clock.
 */
const zero = 48;
const colon = 58;
const dash = 45;
const dot = 46;
const space = 32;
const letterT = 84;
const letterZ = 90;
const dayMs = 24 * 3600e3;
const fractionDigits = 9;
const powersOfTen = new Float64Array(fractionDigits + 1).map((_, power) => 10 ** power);

export class TimeScanner {
  /** The time scanned last, nanoseconds since midnight of the file's date. */
  timeNs = 0;
  readonly expected: string;
  readonly #originMs: number;
  readonly #isUtc: boolean;
  /** The day scanned last, as the number YYYYMMDD. */
  #day = 0;
  #dayNs = Number.NaN;

  constructor(date: string, timeZone: string) {
    this.#originMs = Date.parse(`${date}T00:00:00Z`);
    this.#isUtc = timeZone === "UTC" || timeZone === "Etc/UTC";
    const mark = this.#isUtc ? "[Z]" : "";
    this.expected = `nanoseconds since midnight, HH:MM:SS[.f] or YYYY-MM-DDTHH:MM:SS[.f]${mark}, not before ${date}`;
  }

  /** @returns where the time ends, −1 when there is none */
  scan(bytes: Uint8Array, start: number): number {
    if (bytes[start + 4] === dash) return this.#scanDayAndClock(bytes, start);
    if (bytes[start + 2] === colon) return this.#scanClock(bytes, start, 0);
    let at = start;
    let value = 0;
    for (; bytes[at] >= zero && bytes[at] <= zero + 9; at++) value = value * 10 + bytes[at] - zero;
    if (at === start || value > Number.MAX_SAFE_INTEGER) return -1;
    this.timeNs = value;
    return at;
  }

  #scanDayAndClock(bytes: Uint8Array, start: number): number {
    const year = scanDigits(bytes, start, 4);
    const month = scanDigits(bytes, start + 5, 2);
    const day = scanDigits(bytes, start + 8, 2);
    const parting = bytes[start + 10];
    if (bytes[start + 7] !== dash || (parting !== letterT && parting !== space)) return -1;
    const dayNs = this.#findDayNs(year, month, day);
    // NaN fails the test as well.
    if (!(dayNs >= 0)) return -1;
    const end = this.#scanClock(bytes, start + 11, dayNs);
    return end >= 0 && this.#isUtc && bytes[end] === letterZ ? end + 1 : end;
  }

  #scanClock(bytes: Uint8Array, start: number, dayNs: number): number {
    const hours = scanDigits(bytes, start, 2);
    const minutes = scanDigits(bytes, start + 3, 2);
    const seconds = scanDigits(bytes, start + 6, 2);
    const isClock =
      bytes[start + 2] === colon && bytes[start + 5] === colon && minutes < 60 && seconds < 60;
    if (!isClock) return -1;
    let at = start + 8;
    let fraction = 0;
    if (bytes[at] === dot) {
      const first = ++at;
      for (; bytes[at] >= zero && bytes[at] <= zero + 9; at++) {
        fraction = fraction * 10 + bytes[at] - zero;
      }
      const digits = at - first;
      if (digits === 0 || digits > fractionDigits) return -1;
      fraction *= powersOfTen[fractionDigits - digits];
    }
    const timeNs = dayNs + (hours * 3600 + minutes * 60 + seconds) * 1e9 + fraction;
    if (!(timeNs <= Number.MAX_SAFE_INTEGER)) return -1;
    this.timeNs = timeNs;
    return at;
  }

  /** NaN for a day that the calendar does not have. */
  #findDayNs(year: number, month: number, day: number): number {
    const number = (year * 100 + month) * 100 + day;
    if (number === this.#day) return this.#dayNs;
    const ms = Date.UTC(year, month - 1, day);
    const isDay = new Date(ms).getUTCDate() === day && month >= 1 && month <= 12;
    this.#day = number;
    this.#dayNs = isDay ? Math.round((ms - this.#originMs) / dayMs) * dayMs * 1e6 : Number.NaN;
    return this.#dayNs;
  }
}

/** NaN when not all of them are digits. */
function scanDigits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const digit = bytes[at] - zero;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
