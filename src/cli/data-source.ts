/** Which recording a `metaorder data` command reads, as it is said on the command line. */
import { type Command, Option } from "commander";
import { type FactsSession, isRegular } from "../analytics/market-facts/facts-session.ts";
import { InvariantError } from "../core/assert.ts";
import { formatTimeOfDay } from "../core/time.ts";
import { UsageError } from "../core/trouble.ts";
import type { TimeNs } from "../core/units.ts";
import { openRecording, recordingFormats } from "../data/open-recording.ts";
import type { Recording } from "../data/recording.ts";

export interface SourceOptions {
  readonly format?: string;
  readonly symbol?: string;
  readonly date?: string;
  readonly tickSize?: string;
  readonly lotSize?: string;
}

const dayNs = 24 * 3600e9;

/** The argument and the flags by which a recording is named. */
export function addSource(command: Command): Command {
  const formats = recordingFormats.map(({ name }) => name);
  return command
    .argument("<path>", "a recording: a file, or a folder where a day is several files")
    .addOption(new Option("--format <name>", "where it shall not be found out").choices(formats))
    .option("--symbol <name>", "the instrument, where the file holds several")
    .option("--date <date>", "YYYY-MM-DD, where neither file nor name tells")
    .option("--tick-size <money>", "price of one tick, where the file does not tell")
    .option("--lot-size <quantity>", "of one lot, where the file does not tell");
}

/** @throws UsageError for sizes that are none, or not those of the format; what `openRecording` throws */
export async function openSource(path: string, options: SourceOptions): Promise<Recording> {
  const { format, symbol, date } = options;
  const tickSize = parseSize("--tick-size", options.tickSize);
  const lotSize = parseSize("--lot-size", options.lotSize);
  const choice = {
    ...(format === undefined ? {} : { format }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(date === undefined ? {} : { date }),
    ...(tickSize === undefined ? {} : { tickSize }),
    ...(lotSize === undefined ? {} : { lotSize }),
  };
  try {
    return await openRecording(path, choice);
  } catch (failure) {
    // The readers take the sizes they are given for ours; here they are a user's.
    const isOfSize = tickSize !== undefined || lotSize !== undefined;
    if (!(isOfSize && failure instanceof InvariantError)) throw failure;
    throw new UsageError(`--tick-size, --lot-size: ${failure.message.replace("Invariant: ", "")}`);
  }
}

export function parseSize(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const size = text.trim() === "" ? Number.NaN : Number(text);
  if (size > 0 && size < Number.POSITIVE_INFINITY) return size;
  throw new UsageError(`${flag}: found ${text}, expected a positive number`);
}

/** `AMZN 2012-06-21, lobster, orders`. */
export function describeSource({ instrument, date, format, granularity }: Recording): string {
  return `${instrument.symbol} ${date}, ${format}, ${granularity}`;
}

/** A time since midnight; of later days with their number: `09:30:00.000`, `+1d 00:00:10.000`. */
export function formatMoment(timeNs: number, decimals = 3): string {
  const days = Math.floor(timeNs / dayNs);
  const clock = formatTimeOfDay((timeNs - days * dayNs) as TimeNs, decimals);
  return days === 0 ? clock : `${days < 0 ? "" : "+"}${days}d ${clock}`;
}

/** How far reading is, by the time of day; 0 where the day has no end to go by. */
export function shareOfSession(session: FactsSession, timeNs: number): number {
  if (!isRegular(session)) return 0;
  return Math.min(1, Math.max(0, (timeNs - session.fromNs) / (session.toNs - session.fromNs)));
}
