/** A recording that an order can be worked in, whatever its format. */
import { type Command, Option } from "commander";
import { InputError, UsageError } from "../core/trouble.ts";
import { digestFile } from "../data/catalogue/durable-file.ts";
import {
  detectFormat,
  type Granularity,
  openRecording,
  type Recording,
  recordingFormats,
} from "../data/index.ts";
import type { SessionContext } from "../execution/index.ts";
import { createVolumeCurve, cumulativeShare, usEquityVolumeCurve } from "../market/volume-curve.ts";
import type { ShownDepth } from "../simulation/level-flow.ts";
import { parseQueueModel, type QueueModel, queueModelNames } from "../simulation/queue-model.ts";
import { parseSize } from "./data-source.ts";
import type { OrderOptions, OrderRequest } from "./order-options.ts";
import type { RecordingSummary, SourceSummary } from "./order-output.ts";

/** Where a market comes from, as it is said on the command line or in a list of orders. */
export interface RecordingChoice {
  readonly data: string;
  readonly format?: string;
  readonly symbol?: string;
  readonly date?: string;
  readonly tickSize?: string;
  readonly lotSize?: string;
}

export const replayFormatNames: readonly string[] = recordingFormats.map(({ name }) => name);

/** The flags by which a recording is chosen, but for `--data`. */
export function addRecordingOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--format <name>", "where it shall not be found out").choices(replayFormatNames),
    )
    .option("--symbol <name>", "the instrument, where the file holds several")
    .option("--date <date>", "YYYY-MM-DD, where neither file nor name tells")
    .option("--tick-size <money>", "price of one tick; the recording's, 0.01 for LOBSTER")
    .option("--lot-size <quantity>", "of one lot; the recording's")
    .option(
      "--queues <model>",
      `places in the queue where only totals are known: ${queueModelNames.join(", ")}`,
      "risk-averse",
    );
}

/** Formats whose prices are ten-thousandths of a dollar. */
const tenThousandths: readonly string[] = ["lobster", "us-ticks"];
const fileUnitsPerDollar = 10_000;

const unplayable: Partial<Readonly<Record<Granularity, string>>> = {
  trades: "trades without a book",
  bars: "bars",
};

/**
 * Opens a recording for replay.
 *
 * @throws UsageError for sizes that are none; InputError for a recording that shows no book: there is
 *   no spread to pay in it and no queue to stand in; and what `openRecording` throws
 */
export async function openReplayable(choice: RecordingChoice): Promise<Recording> {
  const { data, symbol, date } = choice;
  const tickSize = parseSize("--tick-size", choice.tickSize);
  const lotSize = parseSize("--lot-size", choice.lotSize);
  const format = choice.format ?? (await detectFormat(data)).name;
  if (tickSize !== undefined) checkTickSize(format, tickSize);
  if (format === "bars") throw withoutBook(data, "bars", format);
  const recording = await openRecording(data, {
    format,
    ...(symbol === undefined ? {} : { symbol }),
    ...(date === undefined ? {} : { date }),
    ...(tickSize === undefined ? {} : { tickSize }),
    ...(lotSize === undefined ? {} : { lotSize }),
  });
  const found = unplayable[recording.granularity];
  if (found === undefined) return recording;
  throw withoutBook(data, found, format);
}

function withoutBook(path: string, found: string, format: string): InputError {
  const expected =
    "orders, price levels or quotes: without a book there is no spread to pay and no queue to stand in";
  return new InputError({ path }, { found: `${found} (${format})`, expected });
}

/** @throws UsageError for a tick that the format's prices cannot hold */
export function checkTickSize(format: string, tickSize: number): void {
  if (!tenThousandths.includes(format)) return;
  const units = tickSize * fileUnitsPerDollar;
  if (units >= 1 && Math.abs(units - Math.round(units)) < 1e-9) return;
  const title = format === "lobster" ? "LOBSTER" : format;
  const expected = `a whole number of 0.0001, as ${title} prices are`;
  throw new UsageError(`--tick-size: found ${tickSize}, expected ${expected}`);
}

/** @throws UsageError for no model's name */
export function parseQueues(text: string): QueueModel {
  const model = parseQueueModel(text.trim());
  if (model !== undefined) return model;
  throw new UsageError(`--queues: found ${text}, expected ${queueModelNames.join(", ")}`);
}

/** Quotes are told when they change, levels after every trade. */
export function shownDepth({ granularity }: Recording): ShownDepth {
  return granularity === "quotes" ? "quotes" : "levels";
}

const newYork = "America/New_York";
const dayNs = 24 * 3600e9;
/** Of markets of which nothing is known: as much in every hour. */
const evenCurve = createVolumeCurve([0, dayNs], [1]);

export interface ReplayCurve {
  readonly session: SessionContext;
  /** For people. */
  readonly name: string;
}

/**
 * What policies take the day's volume to look like: the curve that was given, the one of US stocks in
 * their session, and elsewhere an even day.
 */
export function chooseCurve(
  { session, parent }: OrderRequest,
  options: Pick<OrderOptions, "curve">,
  { timeZone }: Recording,
): ReplayCurve {
  if (options.curve !== undefined) return { session, name: options.curve };
  const { startNs, endNs } = parent;
  const covered =
    cumulativeShare(usEquityVolumeCurve, endNs) - cumulativeShare(usEquityVolumeCurve, startNs);
  if (timeZone === newYork && covered > 0) return { session, name: "US stocks" };
  return { session: { ...session, curve: evenCurve }, name: "even over the day" };
}

/** What a result says of the recording; only totals of levels need a queue model. */
export function summariseRecording(
  { format, granularity, date, timeZone }: Recording,
  queues: QueueModel,
  volumeCurve: string,
): RecordingSummary {
  const model = granularity === "orders" ? "exact" : queues.name;
  return { format, granularity, date, timeZone, queues: model, volumeCurve };
}

/** The stored files and their SHA-256, read once more. */
export async function digestRecording({
  format,
  paths,
}: Recording): Promise<Pick<SourceSummary, "path" | "sha256" | "orderbook" | "files">> {
  const files: { path: string; sha256: string }[] = [];
  for (const path of paths) files.push({ path, sha256: (await digestFile(path)).sha256 });
  const [first = { path: "", sha256: "" }, second] = files;
  if (second === undefined) return first;
  return format === "lobster" ? { ...first, orderbook: second } : { ...first, files };
}
