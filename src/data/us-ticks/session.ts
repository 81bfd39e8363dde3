/** The regular session of US equities, in nanoseconds since New York's midnight. */
import { nsPerHour } from "../../core/time.ts";

export const sessionStartNs = 9.5 * nsPerHour;
export const sessionEndNs = 16 * nsPerHour;
/** The end of a half day. */
export const halfDayEndNs = 13 * nsPerHour;

const thursday = 4;

/**
 * Whether the session ends at 13:00: the day after Thanksgiving, 24 December and 3 July, where these
 * are trading days from Monday to Thursday (NYSE, "Holidays and trading hours"; since 1993).
 */
export function isHalfDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  const weekday = day.getUTCDay();
  const monthDay = date.slice(5);
  if (monthDay === "12-24" || monthDay === "07-03") return weekday >= 1 && weekday <= thursday;
  const dayOfMonth = day.getUTCDate();
  // The fourth Thursday of November is the 22nd to the 28th.
  const isAfterThanksgiving = dayOfMonth >= 23 && dayOfMonth <= 29;
  return monthDay.startsWith("11-") && weekday === thursday + 1 && isAfterThanksgiving;
}
