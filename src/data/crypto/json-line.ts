/** Lines of JSON as recorders write them: often the local time in nanoseconds, a space, the message. */
import type { LineFeed } from "../line-feed.ts";
import type { RecordingRun } from "../rows/recording-run.ts";
import { takeLine } from "../rows/text-rows.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

const localTimePattern = /^(\d{10})(\d{9}) /;

/** Reused for every line. */
export class JsonLine {
  /** Local time: whole seconds since 1970 and nanoseconds beyond; NaN where the line has none. */
  localSeconds = Number.NaN;
  localNanoseconds = 0;
  message: JsonObject = {};

  /** @throws InputError when the line is not a JSON object */
  read(feed: LineFeed, run: RecordingRun): void {
    const line = takeLine(feed);
    const stamp = localTimePattern.exec(line);
    this.localSeconds = stamp === null ? Number.NaN : Number(stamp[1]);
    this.localNanoseconds = stamp === null ? 0 : Number(stamp[2]);
    const text = stamp === null ? line : line.slice(stamp[0].length);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw run.fault(quoteStart(text), "a line of JSON");
    }
    if (!isObject(value)) throw run.fault(quoteStart(text), "a JSON object");
    this.message = value;
  }

  /** Nanoseconds since a midnight in seconds since 1970; `other` where the line has no time. */
  localTimeNs(midnight: number, other: number): number {
    if (Number.isNaN(this.localSeconds)) return other;
    return (this.localSeconds - midnight) * 1e9 + this.localNanoseconds;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Prices and quantities in pairs of texts, as every venue sends its levels. */
export type PricePair = readonly [string, string];

export function isPricePairs(value: unknown): value is readonly PricePair[] {
  return (
    Array.isArray(value) &&
    value.every(
      (pair: unknown) =>
        Array.isArray(pair) &&
        pair.length >= 2 &&
        typeof pair[0] === "string" &&
        typeof pair[1] === "string",
    )
  );
}

/** Milliseconds since 1970, up to the year 2200. */
export function readTime(time: unknown, run: RecordingRun): number {
  if (Number.isSafeInteger(time) && (time as number) >= 0 && (time as number) < 7.3e12) {
    return time as number;
  }
  throw run.fault(`the time ${JSON.stringify(time)}`, "milliseconds since 1970");
}

function quoteStart(text: string): string {
  return text === "" ? "an empty line" : JSON.stringify(text.slice(0, 60));
}
