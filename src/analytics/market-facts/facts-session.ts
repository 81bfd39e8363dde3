/** Which part of a recording is measured. */
import { nsPerHour, nsPerMinute } from "../../core/time.ts";

export interface FactsSession {
  readonly fromNs: number;
  /** Infinity where trading does not end. */
  readonly toNs: number;
  /** Seconds of trading in a year, to which volatilities are brought. */
  readonly secondsPerYear: number;
}

export const halfHourNs = 30 * nsPerMinute;

/** New York's regular session (09:30 to 16:00, 252 days a year), else all there is, all year. */
export function regularSession(timeZone: string): FactsSession {
  if (timeZone !== "America/New_York") {
    return { fromNs: 0, toNs: Number.POSITIVE_INFINITY, secondsPerYear: 365 * 24 * 3600 };
  }
  return { fromNs: 9.5 * nsPerHour, toNs: 16 * nsPerHour, secondsPerYear: 252 * 6.5 * 3600 };
}

/** Whether the session has an end, as those of exchanges have. */
export function isRegular(session: FactsSession): boolean {
  return Number.isFinite(session.toNs);
}
