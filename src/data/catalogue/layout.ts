/**
 * Where things lie in a catalogue: `source=…/instrument=…/date=…`, names as DuckDB and other tools
 * take them for columns (Hive partitioning), the rest of a name escaped as in URLs.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { OutsideError, UsageError } from "../../core/trouble.ts";

/** Which recording: one instrument on one day from one source. */
export interface PartitionKey {
  readonly source: string;
  readonly instrument: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

export const manifestName = "manifest.json";
export const lockName = "import.lock";
/** What an import that was cut off may leave behind. */
export const unfinishedSuffix = ".tmp";

/** @param generation how many imports there were before into the same place */
export function partName(generation: number, index: number): string {
  return `part-${generation}-${String(index).padStart(5, "0")}.parquet`;
}

/** @throws UsageError for a key that cannot be a folder */
export function partitionFolder(catalogue: string, key: PartitionKey): string {
  for (const name of ["source", "instrument"] as const) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
    if (!/^[^\u0000-\u001f\u007f]+$/.test(key[name])) {
      throw new UsageError(`the ${name}: found ${JSON.stringify(key[name])}, expected a name`);
    }
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(key.date)) {
    throw new UsageError(`the date: found ${JSON.stringify(key.date)}, expected YYYY-MM-DD`);
  }
  return join(
    catalogue,
    `source=${escapeName(key.source)}`,
    `instrument=${escapeName(key.instrument)}`,
    `date=${key.date}`,
  );
}

export function keyText({ source, instrument, date }: PartitionKey): string {
  return `${source} ${instrument} ${date}`;
}

/**
 * Every folder that looks like a partition, in the order of the names.
 *
 * @throws OutsideError `CATALOGUE_NOT_FOUND`
 */
export async function listPartitionFolders(catalogue: string): Promise<string[]> {
  let folders = [catalogue];
  for (const column of ["source=", "instrument=", "date="]) {
    const lists = await Promise.all(folders.map((folder) => listFolders(folder, column)));
    const [first] = lists;
    if (folders[0] === catalogue && first === undefined) {
      throw new OutsideError("CATALOGUE_NOT_FOUND", `${catalogue}: no such catalogue`, {
        canRetry: false,
      });
    }
    folders = lists.flatMap((list) => list ?? []);
  }
  return folders;
}

/** @returns undefined where there is no such folder, or none any more */
async function listFolders(folder: string, prefix: string): Promise<string[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && entry.name.startsWith(prefix))
      .map((entry) => join(folder, entry.name))
      .sort();
  } catch {
    return undefined;
  }
}

function escapeName(name: string): string {
  const escapeCharacter = (character: string): string =>
    `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  return encodeURIComponent(name).replaceAll(/[!'()*]/g, escapeCharacter);
}
