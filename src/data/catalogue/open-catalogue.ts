/** What is in a catalogue, and its recordings to replay. */
import { dirname, resolve } from "node:path";
import { OutsideError } from "../../core/trouble.ts";
import { keyText, listPartitionFolders, type PartitionKey, partitionFolder } from "./layout.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import {
  createStoredRecording,
  type ReplayOptions,
  type StoredRecording,
} from "./stored-recording.ts";

export interface CatalogueEntry {
  /** Of the partition. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Every recording of a catalogue, by source, instrument and date.
 *
 * @throws OutsideError `CATALOGUE_NOT_FOUND`; InputError for a damaged manifest
 */
export async function openCatalogue(catalogue: string): Promise<readonly CatalogueEntry[]> {
  const entries: CatalogueEntry[] = [];
  const root = resolve(catalogue);
  for (const folder of await listPartitionFolders(root)) {
    const manifest = await readManifest(root, folder);
    if (manifest !== undefined) entries.push({ folder, manifest });
  }
  return entries;
}

/**
 * One recording, to be replayed straight from its Parquet files; memory does not grow with them.
 *
 * @throws OutsideError `NOT_IN_CATALOGUE`; from `blocks()` see `createStoredRecording`
 */
export async function openCataloguePart(
  catalogue: string,
  key: PartitionKey,
  options: ReplayOptions = {},
): Promise<StoredRecording> {
  const root = resolve(catalogue);
  const folder = partitionFolder(root, key);
  const manifest = await readManifest(root, folder);
  if (manifest === undefined) {
    const message = `${catalogue}: there is no recording ${keyText(key)} in this catalogue`;
    throw new OutsideError("NOT_IN_CATALOGUE", message, { canRetry: false });
  }
  return createStoredRecording(folder, manifest, options);
}

/** Whether a path looks like a recording in a catalogue: `…/source=…/instrument=…/date=…`. */
export function isCatalogueFolder(path: string): boolean {
  return /[/\\]source=[^/\\]+[/\\]instrument=[^/\\]+[/\\]date=[^/\\]+$/.test(resolve(path));
}

/** As `openCataloguePart`, by the recording's own folder. */
export async function openCatalogueFolder(
  path: string,
  options: ReplayOptions = {},
): Promise<StoredRecording> {
  const folder = resolve(path);
  const manifest = await readManifest(dirname(dirname(dirname(folder))), folder);
  if (manifest === undefined) {
    const message = `${path}: there is no recording in this folder`;
    throw new OutsideError("NOT_IN_CATALOGUE", message, { canRetry: false });
  }
  return createStoredRecording(folder, manifest, options);
}
