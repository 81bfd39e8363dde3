/** From times since 1970 to nanoseconds since a date's midnight, exact. */

/** UTC and the exchange's own zone for US equities. */
export const utc = "UTC";
export const newYork = "America/New_York";

/** Seconds since 1970 that stand for dates people trade on: up to the year 2200. */
export const epochSecondsMax = 7_258_118_400;

/** The date at a second since 1970, `YYYY-MM-DD`. */
export function dateAt(epochSeconds: number, timeZone: string): string {
  const shifted = epochSeconds + zoneOffsetSeconds(epochSeconds, timeZone);
  return new Date(shifted * 1000).toISOString().slice(0, 10);
}

/** When a date begins, in seconds since 1970. */
export function midnightSeconds(date: string, timeZone: string): number {
  const nominal = Date.parse(`${date}T00:00:00Z`) / 1000;
  const first = nominal - zoneOffsetSeconds(nominal, timeZone);
  return nominal - zoneOffsetSeconds(first, timeZone);
}

/** Whether a text is a date that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** What the zone's clocks show beyond UTC. */
function zoneOffsetSeconds(epochSeconds: number, timeZone: string): number {
  if (timeZone === utc) return 0;
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(new Date(epochSeconds * 1000));
  const part = (type: string): number =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const shown = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return shown / 1000 - Math.floor(epochSeconds);
}
