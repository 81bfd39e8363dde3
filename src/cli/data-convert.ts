/** `metaorder data convert`: any recording as our own CSV or as ITCH. */
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Command } from "commander";
import { InvariantError } from "../core/assert.ts";
import { OutsideError, UsageError } from "../core/trouble.ts";
import { writeCsv } from "../data/csv/write-csv.ts";
import { writeItch } from "../data/itch/write-itch.ts";
import type { Finding, Recording } from "../data/recording.ts";
import type { MarketEventSource } from "../market/event-block.ts";
import { cutToLevels } from "../simulation/cut-to-levels.ts";
import { addSource, describeSource, openSource, type SourceOptions } from "./data-source.ts";
import { findingsTable } from "./findings-output.ts";
import { withProgress } from "./progress.ts";

interface ConvertOptions extends SourceOptions {
  readonly to: string;
  readonly cutToLevels?: boolean;
  readonly json?: boolean;
}

interface Converted {
  readonly path: string;
  readonly format: "csv" | "itch";
  /** Rows of the CSV, messages of the ITCH file. */
  readonly written: number;
  readonly events: number;
}

const endings = ".csv, .csv.gz, .itch or .itch.gz";

export function addDataConvert(data: Command): void {
  addSource(data.command("convert"))
    .description("writes any recording as metaorder's own CSV, or as a NASDAQ ITCH 5.0 file")
    .requiredOption("--to <file>", `where to, and as what by its ending: ${endings}`)
    .option("--cut-to-levels", "totals of price levels and trades instead of orders")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText(
      "after",
      `
The file appears when it is complete, in the place of one that was there before. ITCH holds orders,
so only order-by-order recordings can be written so.

Examples:
  metaorder data convert AMZN_2012-06-21_34200000_57600000_message_5.csv.gz --to 2012-06-21.AMZN.itch.gz
  metaorder data convert 20131007_ibm_Trade_Tick.csv.gz --to ibm.csv.gz`,
    )
    .exitOverride()
    .action(convert);
}

async function convert(path: string, options: ConvertOptions): Promise<void> {
  const format = formatOf(options.to);
  const recording = await openSource(path, options);
  const isCut = options.cutToLevels === true;
  refuseWhatCannotBe(recording, format, isCut);
  const target = resolve(options.to);
  if (recording.paths.some((source) => resolve(source) === target)) {
    throw new UsageError(`--to: ${options.to} is the recording itself`);
  }
  const converted = await withProgress("converting", async () =>
    write(recording, { format, target, isCut }),
  );
  const findings = recording.findings.list();
  process.stdout.write(
    options.json === true
      ? toJson(recording, converted, findings)
      : toText(recording, converted, findings),
  );
}

function formatOf(path: string): Converted["format"] {
  const match = /\.(csv|itch)(?:\.gz)?$/.exec(path);
  if (match === null)
    throw new UsageError(`--to: found ${path}, expected a name ending in ${endings}`);
  return match[1] as Converted["format"];
}

function refuseWhatCannotBe(
  recording: Recording,
  format: Converted["format"],
  isCut: boolean,
): void {
  const { granularity } = recording;
  if (isCut && granularity !== "orders") {
    throw new UsageError(`--cut-to-levels: the recording tells ${granularity}, not orders`);
  }
  if (format === "itch" && isCut) {
    throw new UsageError("--cut-to-levels: an ITCH file holds orders, not levels");
  }
  if (format === "itch" && granularity !== "orders") {
    throw new UsageError(
      `--to: an ITCH file holds orders, and this recording tells ${granularity} only; write a .csv`,
    );
  }
}

async function write(
  recording: Recording,
  how: {
    readonly format: Converted["format"];
    readonly target: string;
    readonly isCut: boolean;
  },
): Promise<Converted> {
  const { format, target, isCut } = how;
  const source: MarketEventSource = isCut ? cutToLevels(recording) : recording;
  try {
    mkdirSync(dirname(target), { recursive: true });
    if (format === "itch") {
      const { messages, events } = await writeItch(source, target);
      return { path: target, format, written: messages, events };
    }
    const { date, timeZone, granularity } = recording;
    const { rows } = await writeCsv(source, target, {
      ...{ date, timeZone },
      granularity: isCut ? "levels" : granularity,
    });
    return { path: target, format, written: rows, events: rows };
  } catch (failure) {
    throw explain(failure, target, format);
  }
}

/** Faults of the recording say their own place; the others are of the file that is written. */
function explain(failure: unknown, target: string, format: Converted["format"]): unknown {
  if (!(failure instanceof Error) || failure instanceof OutsideError) return failure;
  if (failure instanceof InvariantError) {
    const message = `${target}: this recording cannot be written as ${format}: ${failure.message}`;
    return new OutsideError("CANNOT_CONVERT", message, { canRetry: false, cause: failure });
  }
  const isOfSystem = "syscall" in failure;
  const message = `cannot write ${target}: ${failure.message}`;
  return isOfSystem
    ? new OutsideError("CANNOT_WRITE", message, { canRetry: true, cause: failure })
    : failure;
}

function toJson(recording: Recording, converted: Converted, findings: readonly Finding[]): string {
  const { format, instrument, date, granularity, paths, rows } = recording;
  const from = { format, instrument, date, granularity, paths, rows };
  return `${JSON.stringify({ from, to: converted, findings }, undefined, 2)}\n`;
}

function toText(recording: Recording, converted: Converted, findings: readonly Finding[]): string {
  const { path, format, written, events } = converted;
  const count = (value: number): string => value.toLocaleString("en-US");
  const unit = format === "itch" ? "messages" : "rows";
  const lines = [
    `${describeSource(recording)}: ${count(recording.rows)} rows read`,
    `${path}: ${count(written)} ${unit} of ${count(events)} events`,
  ];
  if (findings.length > 0) lines.push("", findingsTable(findings));
  return `${lines.join("\n")}\n`;
}
