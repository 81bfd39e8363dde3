/** Times of day and durations as people write them; inside, both are nanoseconds. */
import { type DurationNs, durationNs, type TimeNs, timeNs } from "./units.ts";

export const nsPerSecond = 1e9;
export const nsPerMinute = 60e9;
export const nsPerHour = 3600e9;

const clockPattern = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?$/;
const durationPattern = /^(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)$/;
const nsPerUnit: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: nsPerSecond,
  m: nsPerMinute,
  h: nsPerHour,
};

/**
 * Reads a time of day such as `10:00`, `09:30:15` or `09:30:15.000000001`.
 *
 * @returns nanoseconds since midnight, or undefined when the text is not a time of day
 */
export function parseTimeOfDay(text: string): TimeNs | undefined {
  const match = clockPattern.exec(text);
  if (match === null) return undefined;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 24 || minutes > 59 || seconds > 59) return undefined;
  const fraction = Number((match[4] ?? "").padEnd(9, "0"));
  const total = hours * nsPerHour + minutes * nsPerMinute + seconds * nsPerSecond + fraction;
  return total <= 24 * nsPerHour ? timeNs(total) : undefined;
}

/**
 * Writes a time of day as `HH:MM:SS`, with as many decimals of a second as asked for (0 to 9); what
 * lies beyond them is cut off.
 */
export function formatTimeOfDay(time: TimeNs, decimals = 0): string {
  const seconds = Math.floor(time / nsPerSecond);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const clock = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (decimals === 0) return clock;
  const fraction = String(Math.floor(time - seconds * nsPerSecond)).padStart(9, "0");
  return `${clock}.${fraction.slice(0, decimals)}`;
}

/**
 * Reads a duration such as `250us`, `1.5ms`, `30s`, `5m` or `0s`.
 *
 * @returns nanoseconds, or undefined when the text is not a duration
 */
export function parseDuration(text: string): DurationNs | undefined {
  const match = durationPattern.exec(text);
  if (match === null) return undefined;
  const nanoseconds = Math.round(Number(match[1]) * (nsPerUnit[match[2] ?? ""] ?? Number.NaN));
  return Number.isSafeInteger(nanoseconds) ? durationNs(nanoseconds) : undefined;
}

/** Writes a duration with the largest unit that keeps it at one or above: `250us`, `1.5ms`, `5m`. */
export function formatDuration(duration: DurationNs): string {
  for (const name of ["h", "m", "s", "ms", "us"]) {
    const size = nsPerUnit[name] ?? 1;
    if (duration >= size) return `${Number((duration / size).toPrecision(6))}${name}`;
  }
  return duration === 0 ? "0s" : `${duration}ns`;
}
