/** `metaorder data import`: one recording after the other. */
import { UsageError } from "../core/trouble.ts";
import { type ImportResult, importRecording } from "../data/catalogue/import-recording.ts";
import { openRecording, type RecordingOptions } from "../data/open-recording.ts";
import type { Recording } from "../data/recording.ts";
import { withProgress } from "./progress.ts";
import { createTable } from "./table.ts";

interface DataImportOptions {
  readonly catalogue: string;
  readonly source?: string;
  readonly format?: string;
  readonly symbol: readonly string[];
  readonly date?: string;
  readonly tickSize?: string;
  readonly lotSize?: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}

const hourNs = 3600e9;

export async function runDataImport(
  paths: readonly string[],
  options: DataImportOptions,
): Promise<void> {
  const asked = parseRecordingOptions(options);
  const { catalogue, source, symbol, replace = false } = options;
  const symbols = symbol.length === 0 ? [undefined] : symbol;
  const jobs = paths.flatMap((path) => symbols.map((name) => ({ path, name })));
  const results: ImportResult[] = [];
  try {
    await withProgress("importing", async (progress) => {
      for (const [index, { path, name }] of jobs.entries()) {
        const recording = await openRecording(path, {
          ...asked,
          ...(name === undefined ? {} : { symbol: name }),
        });
        const shareOf = createShare(recording);
        const result = await importRecording(recording, catalogue, {
          replace,
          ...(source === undefined ? {} : { source }),
          onProgress: (events, timeNs) =>
            progress.update((index + shareOf(timeNs)) / jobs.length, tellWork(recording, events)),
        });
        results.push(result);
      }
    });
  } finally {
    // What was imported before a failure is there, and is told.
    if (results.length > 0) print(results, options.json === true);
  }
}

function print(results: readonly ImportResult[], isJson: boolean): void {
  const text = isJson ? JSON.stringify(results, undefined, 2) : importTable(results);
  process.stdout.write(`${text}\n`);
}

function tellWork({ instrument, date }: Recording, events: number): string {
  return `${instrument.symbol} ${date}, ${events.toLocaleString("en-US")} events`;
}

/** How far the day is, from the first event's time to the close in New York or midnight elsewhere. */
function createShare({ timeZone }: Recording): (timeNs: number) => number {
  const endNs = (timeZone === "America/New_York" ? 16 : 24) * hourNs;
  let firstNs: number | undefined;
  return (timeNs) => {
    firstNs ??= timeNs;
    return Math.min(1, Math.max(0, (timeNs - firstNs) / Math.max(1, endNs - firstNs)));
  };
}

function parseRecordingOptions(options: DataImportOptions): RecordingOptions {
  const { format, date } = options;
  const tickSize = parseSize("--tick-size", options.tickSize);
  const lotSize = parseSize("--lot-size", options.lotSize);
  return {
    ...(format === undefined ? {} : { format }),
    ...(date === undefined ? {} : { date }),
    ...(tickSize === undefined ? {} : { tickSize }),
    ...(lotSize === undefined ? {} : { lotSize }),
  };
}

function parseSize(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const size = text.trim() === "" ? Number.NaN : Number(text);
  if (size > 0 && size < Number.POSITIVE_INFINITY) return size;
  throw new UsageError(`${option}: found ${text}, expected a positive number`);
}

function importTable(results: readonly ImportResult[]): string {
  const table = createTable(
    ["source", "instrument", "date", "", "events", "bytes/event", "findings"],
    4,
  );
  for (const { kind, manifest } of results) {
    const { source, instrument, date, events, parts, findings } = manifest;
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    table.push([
      ...[source, instrument.symbol, date, kind === "imported" ? "imported" : "already there"],
      events.toLocaleString("en-US"),
      events === 0 ? "" : (bytes / events).toFixed(1),
      findings.reduce((sum, { count }) => sum + count, 0).toLocaleString("en-US"),
    ]);
  }
  return table.toString();
}
