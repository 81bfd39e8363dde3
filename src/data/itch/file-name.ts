/**
 * The day of an ITCH file. The messages hold times but no date; NASDAQ puts it into the name:
 * `01302020.NASDAQ_ITCH50.gz`, `20190530.BX_ITCH_50.gz`, `S081321-v50.txt.gz`.
 */
const patterns = [
  /(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/,
  /^(?<month>\d{2})(?<day>\d{2})(?<year>20\d{2})\b/,
  /^(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})\b/,
  /^S(?<month>\d{2})(?<day>\d{2})(?<year>\d{2})-v50/i,
] as const;

/** @returns `YYYY-MM-DD`, or undefined when the name (without folders) holds no date */
export function parseItchDate(name: string): string | undefined {
  for (const pattern of patterns) {
    const { year, month, day } = pattern.exec(name)?.groups ?? {};
    if (year === undefined) continue;
    const date = `${year.padStart(4, "20")}-${month}-${day}`;
    if (isDate(date)) return date;
  }
  return undefined;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
