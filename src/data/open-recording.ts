/** Opens a recorded market of any format that is known here. */
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError, UsageError } from "../core/trouble.ts";
import { looksLikeBars, openBars } from "./bars/open-bars.ts";
import { looksLikeBitstamp, openBitstamp } from "./bitstamp/open-bitstamp.ts";
import { ByteFeed } from "./byte-feed.ts";
import { isCatalogueFolder, openCatalogueFolder } from "./catalogue/open-catalogue.ts";
import { looksLikeBinance, openBinance } from "./crypto/binance.ts";
import { looksLikeBybit, openBybit } from "./crypto/bybit.ts";
import { looksLikeTardis, openTardis } from "./crypto/tardis.ts";
import { looksLikeCsv } from "./csv/header.ts";
import { openCsv } from "./csv/open-csv.ts";
import { looksLikeDbn, openDbn } from "./dbn/open-dbn.ts";
import { looksLikeItch, openItch } from "./itch/open-itch.ts";
import { looksLikeLobster, openLobsterRecording } from "./lobster/lobster-recording.ts";
import type { Recording } from "./recording.ts";
import { looksLikeUsTicks, openUsTicks } from "./us-ticks/open-us-ticks.ts";

/** What a caller may say of a file; each format takes what it needs. */
export interface RecordingOptions {
  /** One of `recordingFormats`, where it shall not be found out. */
  readonly format?: string;
  /** Needed where a file holds several instruments. */
  readonly symbol?: string;
  /** Day of time 0, `YYYY-MM-DD`; needed where neither file nor name tells. */
  readonly date?: string;
  readonly tickSize?: number;
  readonly lotSize?: number;
  /** Events per block. */
  readonly blockCapacity?: number;
}

/** Without `format`, which the opener does not take. */
type OpenOptions = Omit<RecordingOptions, "format">;

export interface RecordingFormat {
  /** As it is asked for. */
  readonly name: string;
  /** What it is, for people. */
  readonly title: string;
  /** @param head the first unpacked bytes; none for the files of a folder */
  readonly looksLike: (head: Buffer, path: string) => boolean;
  readonly open: (path: string, options: OpenOptions) => Promise<Recording>;
}

/** Every format, in the order in which they are tried. */
export const recordingFormats: readonly RecordingFormat[] = [
  {
    name: "itch",
    title: "NASDAQ TotalView-ITCH 5.0",
    looksLike: looksLikeItch,
    open: openItch,
  },
  { name: "dbn", title: "Databento DBN", looksLike: looksLikeDbn, open: openDbn },
  {
    name: "csv",
    title: "metaorder's own CSV",
    looksLike: looksLikeCsv,
    open: openCsv,
  },
  {
    name: "binance",
    title: "Binance depth and trade streams, JSON lines",
    looksLike: looksLikeBinance,
    open: openBinance,
  },
  {
    name: "bybit",
    title: "Bybit depth and trade streams, JSON lines",
    looksLike: looksLikeBybit,
    open: openBybit,
  },
  { name: "tardis", title: "Tardis CSV", looksLike: looksLikeTardis, open: openTardis },
  {
    name: "lobster",
    title: "LOBSTER message and orderbook files",
    looksLike: looksLikeLobster,
    open: openLobsterRecording,
  },
  {
    name: "us-ticks",
    title: "trades and NBBO quotes of the US tape, a file each",
    looksLike: looksLikeUsTicks,
    open: openUsTicks,
  },
  {
    name: "bars",
    title: "minute or daily bars, CSV with a header",
    looksLike: looksLikeBars,
    open: openBars,
  },
  {
    name: "bitstamp",
    title: "Bitstamp order events, CSV",
    looksLike: looksLikeBitstamp,
    open: openBitstamp,
  },
  {
    name: "catalogue",
    title: "a day in a catalogue of Parquet files",
    looksLike: (_head, path) => isCatalogueFolder(dirname(path)),
    open: openCatalogueFolder,
  },
];

/** Enough for the head of every format. */
const headBytes = 1 << 14;
const shownBytes = 48;

/**
 * Opens a recording: plain, gzip or zstd, of the format named or of that which it looks like.
 *
 * @param path a file, or a folder where the format has several files a day
 * @throws UsageError for a format that is not known. InputError for a file of none, or of another
 *   instrument or day than asked for; and what the format's own reader throws. OutsideError
 *   `FILE_NOT_FOUND`, `FILE_UNREADABLE`
 */
export async function openRecording(
  path: string,
  options: RecordingOptions = {},
): Promise<Recording> {
  const { format, ...rest } = options;
  const chosen = format === undefined ? await detectFormat(path) : findNamedFormat(format);
  const recording = await chosen.open(path, rest);
  expectAsked(path, "symbol", recording.instrument.symbol, options.symbol);
  expectAsked(path, "date", recording.date, options.date);
  return recording;
}

function findNamedFormat(name: string): RecordingFormat {
  const found = recordingFormats.find((format) => format.name === name);
  if (found !== undefined) return found;
  throw new UsageError(`found format ${name}, expected one of ${listFormats()}`);
}

/**
 * Finds out which format a file or folder has.
 *
 * @throws InputError for none of ours, saying what was seen and what is known
 */
export async function detectFormat(path: string): Promise<RecordingFormat> {
  const names = await listFolder(path);
  if (names !== undefined) return findFolderFormat(path, names);
  const head = await readHead(path);
  const found = recordingFormats.find((format) => format.looksLike(head, path));
  if (found !== undefined) return found;
  throw new InputError(
    { path, byte: 0 },
    { found: describeHead(head), expected: `one of ${listFormats()}, or a format to be named` },
  );
}

/** @returns undefined for what is no folder, or cannot be read */
async function listFolder(path: string): Promise<readonly string[] | undefined> {
  return readdir(path).then(
    (names) => names.sort(),
    () => undefined,
  );
}

/** A folder has the format that names its files so. */
function findFolderFormat(path: string, names: readonly string[]): RecordingFormat {
  const nothing = Buffer.alloc(0);
  for (const name of names) {
    const found = recordingFormats.find((format) => format.looksLike(nothing, join(path, name)));
    if (found !== undefined) return found;
  }
  const shown = names.length === 0 ? "an empty folder" : `a folder of ${names[0]}`;
  const found = names.length > 1 ? `${shown} and ${names.length - 1} others` : shown;
  throw new InputError({ path }, { found, expected: "a file, or a folder of LOBSTER or us-ticks" });
}

async function readHead(path: string): Promise<Buffer> {
  const feed = new ByteFeed(path);
  try {
    await feed.need(headBytes);
    return feed.bytes.subarray(feed.at, feed.at + headBytes);
  } finally {
    await feed.close();
  }
}

function expectAsked(
  path: string,
  what: string,
  found: string,
  expected: string | undefined,
): void {
  if (expected === undefined || found === expected) return;
  throw new InputError({ path }, { found: `${what} ${found}`, expected });
}

/** The first line of a text, the first bytes of anything else. */
function describeHead(head: Buffer): string {
  if (head.length === 0) return "an empty file";
  const [line = ""] = head.toString("utf8", 0, headBytes).split("\n");
  const isText = /^[\t\r\x20-\x7e\u00a0-\ufffc]*$/.test(line);
  return isText
    ? `a text that begins ${JSON.stringify(line.slice(0, shownBytes))}`
    : `bytes that begin ${head.toString("hex", 0, 16)}`;
}

function listFormats(): string {
  return recordingFormats.map(({ name, title }) => `${name} (${title})`).join(", ");
}
