/** Wall-clock time of a place, from the time zone database that the runtime has. */

const msPerDay = 86_400_000;

export interface LocalClock {
  /** Days since 1970-01-01 that a calendar on the wall there shows. */
  localDay(ms: number): number;
  /**
   * The moment of a local day and a time of that day (milliseconds since its midnight). A time that
   * the clock skips in spring is the moment it skips ahead; of one that it shows twice in autumn, the
   * first.
   */
  instantOf(day: number, timeMs: number): number;
}

/** Undefined where there is no time zone of that name. */
export function createLocalClock(timeZone: string): LocalClock | undefined {
  const format = dateFormatOf(timeZone);
  if (format === undefined) return undefined;
  return new ZoneClock(format);
}

class ZoneClock implements LocalClock {
  readonly #format: Intl.DateTimeFormat;
  /** Offsets change on the quarter hour at most, so each quarter is asked for once. */
  readonly #offsets = new Map<number, number>();

  constructor(format: Intl.DateTimeFormat) {
    this.#format = format;
  }

  localDay(ms: number): number {
    return Math.floor((ms + this.#offsetAt(ms)) / msPerDay);
  }

  instantOf(day: number, timeMs: number): number {
    const wall = day * msPerDay + timeMs;
    // The offsets a day before and after enclose any change near this wall time.
    const before = this.#offsetAt(wall - msPerDay);
    const after = this.#offsetAt(wall + msPerDay);
    const early = wall - before;
    if (this.#offsetAt(early) === before) return early;
    const late = wall - after;
    if (this.#offsetAt(late) === after) return late;
    // Skipped in spring: the wall time falls between the two offsets, on the change itself.
    return this.#changeBetween(late, early);
  }

  /** The first moment with the later offset; `from` is before the change, `to` is not. */
  #changeBetween(from: number, to: number): number {
    const later = this.#offsetAt(to);
    let [low, high] = [from, to];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#offsetAt(middle) === later) high = middle;
      else low = middle;
    }
    return high;
  }

  /** Local time less universal time, milliseconds. */
  #offsetAt(ms: number): number {
    const quarter = Math.floor(ms / quarterMs);
    let offset = this.#offsets.get(quarter);
    if (offset === undefined) {
      offset = this.#readOffset(quarter * quarterMs);
      if (this.#offsets.size >= offsetsMax) this.#offsets.clear();
      this.#offsets.set(quarter, offset);
    }
    return offset;
  }

  #readOffset(ms: number): number {
    const read: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(ms)) read[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
    const wall = Date.UTC(year, month - 1, day, hour, minute, second);
    return wall - Math.floor(ms / 1000) * 1000;
  }
}

const quarterMs = 900_000;
const offsetsMax = 4096;

function dateFormatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return undefined;
  }
}
