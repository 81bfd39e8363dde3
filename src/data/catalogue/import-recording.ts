/**
 * A recording into the catalogue: all of it, or nothing.
 *
 * Parts are written under names that end in `.tmp` and are synced; then they get their names; then
 * the manifest takes its place by a rename, and with that the import is there. Whatever ends the
 * process before, the manifest still says what it said, and the next import into the same place
 * clears away what was left. Parts that a new manifest no longer names are removed last.
 */
import { readdir, rm, rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { OutsideError } from "../../core/trouble.ts";
import type { Recording } from "../recording.ts";
import { digestFile, stampFile, syncFolder } from "./durable-file.ts";
import { keyText, type PartitionKey, partitionFolder, unfinishedSuffix } from "./layout.ts";
import { type Manifest, readManifest, type SourceFile, writeManifest } from "./manifest.ts";
import { findDamage } from "./part-check.ts";
import { defaultRowsPerPart, PartWriter } from "./part-writer.ts";
import { acquirePartitionLock } from "./partition-lock.ts";

export interface ImportOptions {
  /** Under which name; default is the recording's format. */
  readonly source?: string;
  /** Takes the place of another recording of the same source, instrument and day. */
  readonly replace?: boolean;
  /** Default 983,040. Memory holds two parts. */
  readonly rowsPerPart?: number;
  /** After every block. */
  readonly onProgress?: (events: number, venueTimeNs: number) => void;
}

export interface ImportResult {
  /** `alreadyThere`: the same files, read the same way, were imported before and are undamaged. */
  readonly kind: "imported" | "alreadyThere";
  /** Of the partition. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Imports the events that `recording.blocks()` gives.
 *
 * @param catalogue a folder, made where there is none
 * @throws OutsideError `PARTITION_TAKEN` by another recording, `IMPORT_RUNNING` in another process,
 *   `SOURCE_CHANGED` while it was read, `CANNOT_WRITE`, `DUCKDB_MISSING`; what the reader throws.
 *   The catalogue is as it was then
 */
export async function importRecording(
  recording: Recording,
  catalogue: string,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const key: PartitionKey = {
    source: options.source ?? recording.format,
    instrument: recording.instrument.symbol,
    date: recording.date,
  };
  const root = resolve(catalogue);
  const folder = partitionFolder(root, key);
  const files = await digestFiles(recording.paths);
  const lock = acquirePartitionLock(folder);
  try {
    const before = await readManifest(root, folder);
    await removeAllBut(folder, before);
    if (before !== undefined) {
      const isSame = describeReading(before, before.files) === describeReading(recording, files);
      if (isSame && (await findDamage(folder, before)).length === 0) {
        return { kind: "alreadyThere", folder, manifest: before };
      }
      if (!isSame && options.replace !== true) throw isTaken(folder, key, before);
    }
    const generation = (before?.generation ?? 0) + 1;
    const { assertHeld } = lock;
    const context = { key, files, options, generation, assertHeld };
    const manifest = await writeImport(recording, folder, context);
    for (let made = folder; made !== root; made = dirname(made)) await syncFolder(dirname(made));
    await removeAllBut(folder, manifest);
    return { kind: "imported", folder, manifest };
  } catch (fault) {
    if (lock.isHeld()) await removeAllBut(folder, await readManifest(root, folder));
    throw fault;
  } finally {
    lock.release();
    await removeEmptyFolders(folder, root);
  }
}

interface ImportContext {
  readonly key: PartitionKey;
  readonly files: readonly SourceFile[];
  readonly options: ImportOptions;
  readonly generation: number;
  readonly assertHeld: () => void;
}

async function writeImport(
  recording: Recording,
  folder: string,
  { key, files, options, generation, assertHeld }: ImportContext,
): Promise<Manifest> {
  const { rowsPerPart = defaultRowsPerPart, onProgress } = options;
  const stamps = await stampFiles(files);
  const writer = await PartWriter.open({ folder, generation, rowsPerPart });
  try {
    let firstTimeNs: number | null = null;
    let lastTimeNs: number | null = null;
    for await (const block of recording.blocks()) {
      if (block.length === 0) continue;
      firstTimeNs ??= block.venueTimeNs[0]!;
      lastTimeNs = block.venueTimeNs[block.length - 1]!;
      await orCannotWrite(folder, () => writer.append(block));
      onProgress?.(writer.rows, lastTimeNs);
    }
    const parts = await orCannotWrite(folder, () => writer.finish());
    if ((await stampFiles(files)) !== stamps) {
      const message = `${recording.paths.join(", ")}: changed while it was read; import it again`;
      throw new OutsideError("SOURCE_CHANGED", message, { canRetry: true });
    }
    assertHeld();
    const { format, timeZone, granularity, instrument } = recording;
    return await orCannotWrite(folder, () =>
      writeManifest(folder, {
        ...{ source: key.source, date: key.date, instrument, format, timeZone, granularity },
        ...{ generation, files, sourceRows: recording.rows, events: writer.rows },
        ...{ firstTimeNs, lastTimeNs, findings: recording.findings.list(), parts },
      }),
    );
  } finally {
    await writer.close();
  }
}

async function digestFiles(paths: readonly string[]): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const path of paths) files.push({ path, ...(await digestFile(path)) });
  return files;
}

async function stampFiles(files: readonly SourceFile[]): Promise<string> {
  return (await Promise.all(files.map(({ path }) => stampFile(path)))).join("\n");
}

/** What decides which events a reading gives, as one text; where a file lies does not. */
function describeReading(
  reading: Pick<Manifest, "format" | "timeZone" | "granularity" | "instrument">,
  files: readonly SourceFile[],
): string {
  const { format, timeZone, granularity, instrument } = reading;
  const { tickSize, lotSize, roundLotLots } = instrument;
  const digests = files.map(({ sha256 }) => sha256);
  return JSON.stringify({
    digests,
    format,
    timeZone,
    granularity,
    tickSize,
    lotSize,
    roundLotLots,
  });
}

function isTaken(folder: string, key: PartitionKey, found: Manifest): OutsideError {
  const paths = found.files.map(({ path }) => path).join(", ");
  const message =
    `${folder}: ${keyText(key)} was imported before, from ${paths} (${found.format}); ` +
    "it can be replaced (--replace), or this one imported under another source (--source)";
  return new OutsideError("PARTITION_TAKEN", message, { canRetry: false });
}

/** Removes parts and unfinished files that the manifest does not name. */
async function removeAllBut(folder: string, manifest: Manifest | undefined): Promise<void> {
  const kept = new Set(manifest?.parts.map(({ name }) => name));
  for (const name of await readdir(folder)) {
    const isOurs = /^part-.*\.parquet$/.test(name) || name.endsWith(unfinishedSuffix);
    if (isOurs && !kept.has(name)) await rm(join(folder, name), { force: true });
  }
}

/** An import that failed leaves no empty folders where there were none. */
async function removeEmptyFolders(folder: string, catalogue: string): Promise<void> {
  try {
    for (let empty = folder; empty !== catalogue; empty = dirname(empty)) await rmdir(empty);
  } catch {
    // Something is in it.
  }
}

/** Full disks and forbidden folders are the outside's; our own mistakes stay what they are. */
async function orCannotWrite<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    // The system's and DuckDB's errors are of no class of their own.
    if (!(cause instanceof Error) || Object.getPrototypeOf(cause) !== Error.prototype) throw cause;
    const message = `cannot write into ${folder}: ${cause.message}`;
    throw new OutsideError("CANNOT_WRITE", message, { canRetry: true, cause });
  }
}
