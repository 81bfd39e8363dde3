/** The head of our own CSV: what the file says of itself, and the names of its columns. */
import { InputError } from "../../core/trouble.ts";
import { createInstrument, type Instrument } from "../../market/instrument.ts";
import { isDate } from "../itch/file-name.ts";
import type { LineFeed } from "../line-feed.ts";
import type { Granularity } from "../recording.ts";

export const csvColumns = ["time", "kind", "side", "order", "price", "quantity"] as const;
/** The column that may follow. */
export const csvNoteColumn = "note";

/** Keys of the lines that start with `#`, in the order in which they are written. */
export const csvKeys = [
  "symbol",
  "date",
  "timeZone",
  "tickSize",
  "lotSize",
  "roundLotLots",
  "granularity",
] as const;
type CsvKey = (typeof csvKeys)[number];

const granularities: readonly Granularity[] = ["orders", "levels", "quotes", "trades", "bars"];

export interface CsvHeader {
  readonly instrument: Instrument;
  /** `YYYY-MM-DD` of time 0. */
  readonly date: string;
  readonly timeZone: string;
  readonly granularity: Granularity;
  readonly hasNotes: boolean;
}

/** What a caller may say where the file does not, or says otherwise. */
export interface CsvHeaderOptions {
  readonly symbol?: string;
  readonly date?: string;
  readonly tickSize?: number;
}

type Given = ReadonlyMap<string, { readonly text: string; readonly line: number }>;

/**
 * Reads the lines up to the names of the columns, and steps over them.
 *
 * @throws InputError for a line that is not known, a value that is none, or a key that lacks
 */
export async function readCsvHeader(
  feed: LineFeed,
  options: CsvHeaderOptions = {},
): Promise<CsvHeader> {
  const given = new Map<string, { text: string; line: number }>();
  for (;;) {
    const line = await takeLine(feed);
    if (!line.startsWith("#")) {
      const hasNotes = checkColumns(feed, line);
      return { ...readKeys(feed, given, options), hasNotes };
    }
    const match = /^#\s*(\w+)\s*:\s*(.*?)\s*$/.exec(line);
    const key = match?.[1] ?? "";
    if (match === null || !csvKeys.includes(key as CsvKey)) {
      throw fault(feed, JSON.stringify(line), `"# key: value" with one of ${csvKeys.join(", ")}`);
    }
    const before = given.get(key);
    if (before !== undefined)
      throw fault(feed, `${key} again`, `it once, as on line ${before.line}`);
    given.set(key, { text: match[2] ?? "", line: feed.line });
  }
}

/** Whether bytes can be the head of our own CSV. */
export function looksLikeCsv(head: Buffer): boolean {
  const text = head.toString("utf8").replace(/^\ufeff/, "");
  return /^(?:#[^\n]*\n)*time,kind,side,order,price,quantity(?:,note)?\r?(?:\n|$)/.test(text);
}

async function takeLine(feed: LineFeed): Promise<string> {
  if (!feed.hasLine && !(await feed.refill())) {
    feed.line++;
    throw fault(feed, "the end of the file", `the columns ${csvColumns.join(",")}`);
  }
  const end = feed.bytes.indexOf(10, feed.at);
  const text = feed.bytes.toString("utf8", feed.at, end).replace(/\r$/, "");
  feed.at = end + 1;
  feed.line++;
  return feed.line === 1 ? text.replace(/^\ufeff/, "") : text;
}

function checkColumns(feed: LineFeed, line: string): boolean {
  const names = csvColumns.join(",");
  if (line === names) return false;
  if (line === `${names},${csvNoteColumn}`) return true;
  throw fault(feed, JSON.stringify(line.slice(0, 80)), `the columns ${names}[,${csvNoteColumn}]`);
}

function readKeys(
  feed: LineFeed,
  given: Given,
  options: CsvHeaderOptions,
): Omit<CsvHeader, "hasNotes"> {
  const textOf = (key: CsvKey): string | undefined => given.get(key)?.text;
  const symbol = options.symbol ?? textOf("symbol");
  const date = options.date ?? textOf("date");
  const tickSize = options.tickSize ?? readSize(feed, given, "tickSize");
  for (const [key, value] of Object.entries({ symbol, date, tickSize })) {
    if (value === undefined || value === "") {
      throw fault(feed, `no ${key} above the columns`, `a line "# ${key}: …"`);
    }
  }
  const timeZone = textOf("timeZone") ?? "UTC";
  const granularity = textOf("granularity") ?? "orders";
  expect(feed, given, "date", isDate(date ?? ""), "a day YYYY-MM-DD");
  expect(feed, given, "timeZone", isTimeZone(timeZone), "an IANA name such as America/New_York");
  const isGranularity = (granularities as readonly string[]).includes(granularity);
  expect(feed, given, "granularity", isGranularity, `one of ${granularities.join(", ")}`);
  const instrument = createInstrument({
    symbol: symbol ?? "",
    tickSize: tickSize ?? Number.NaN,
    lotSize: readSize(feed, given, "lotSize") ?? 1,
    roundLotLots: readSize(feed, given, "roundLotLots") ?? 100,
  });
  return { instrument, date: date ?? "", timeZone, granularity: granularity as Granularity };
}

function readSize(feed: LineFeed, given: Given, key: CsvKey): number | undefined {
  const text = given.get(key)?.text;
  if (text === undefined) return undefined;
  const isDecimal = /^\d{1,12}(\.\d{1,12})?$/.test(text) && text.replace(".", "").length <= 15;
  expect(feed, given, key, isDecimal && Number(text) > 0, "a positive decimal, up to 15 digits");
  return Number(text);
}

function expect(feed: LineFeed, given: Given, key: CsvKey, holds: boolean, expected: string): void {
  if (holds) return;
  const { text = "none", line = feed.line } = given.get(key) ?? {};
  throw new InputError({ path: feed.path, line }, { found: `${key} ${text}`, expected });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function fault(feed: LineFeed, found: string, expected: string): InputError {
  return new InputError({ path: feed.path, line: feed.line }, { found, expected });
}
