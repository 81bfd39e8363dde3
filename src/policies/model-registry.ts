/**
 * Trained models in a folder: `NAME/VERSION/{model.onnx,manifest.json}`, and `NAME/registry.json`
 * that says which version is current (`promotions.ts`).
 */
import { randomUUID } from "node:crypto";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { OutsideError } from "../core/trouble.ts";
import { type ModelManifest, manifestFileName } from "../neural/model-file/manifest.ts";
import { readModel, type StoredModel, writeModel } from "../neural/model-file/model-folder.ts";
import {
  addStep,
  namePattern,
  type PromotionOutcome,
  type Promotions,
  type PromotionTerms,
  readName,
  readPromotions,
  readVersionName,
  stackOf,
} from "./promotions.ts";
import { cannot, check, refuse } from "./registry-faults.ts";

/** A version as it is listed: its manifest where it checks out, else what is wrong. */
export type ListedVersion =
  | { readonly kind: "sound"; readonly version: string; readonly manifest: ModelManifest }
  | { readonly kind: "broken"; readonly version: string; readonly problem: string };

export interface ListedModel {
  readonly name: string;
  readonly current: string | null;
  /** In their order; the current one is among them even where its files are gone. */
  readonly versions: readonly ListedVersion[];
  /** What is wrong with the name or `registry.json`, which is then taken for empty. */
  readonly problem: string | null;
}

/** A model that fits its manifest, and its manifest its place. */
export interface ResolvedModel extends StoredModel {
  /** The folder it was read from. */
  readonly path: string;
}

interface FoundModel extends Promotions {
  readonly name: string;
  /** In their order. */
  readonly versions: readonly string[];
}

/**
 * Every model of a folder with every version, sound or not; all files are read and checked.
 *
 * @returns by name; nothing for a folder that is not there, nor for one without models
 * @throws OutsideError `NOT_A_FOLDER`, `CANNOT_READ`
 */
export async function listModels(folder: string): Promise<readonly ListedModel[]> {
  const models: ListedModel[] = [];
  for (const name of await listFolders(folder)) models.push(await inspectModel(folder, name));
  return models.filter(({ versions, problem }) => versions.length > 0 || problem !== null);
}

async function inspectModel(folder: string, name: string): Promise<ListedModel> {
  const found = new Set<string>();
  let current: string | null = null;
  let problem: string | null = null;
  try {
    for (const version of await listFolders(join(folder, name))) found.add(version);
    // Where nothing looks like a version, the folder is something else and its name no fault.
    if (found.size > 0 || namePattern.test(name)) {
      ({ current } = await readPromotions(folder, name));
    }
  } catch (error) {
    problem = problemOf(error);
  }
  if (current !== null) found.add(current);
  const versions: ListedVersion[] = [];
  for (const version of [...found].sort(compareVersions)) {
    versions.push(await inspectVersion(folder, name, version));
  }
  return { name, current, versions, problem };
}

async function inspectVersion(
  folder: string,
  name: string,
  version: string,
): Promise<ListedVersion> {
  try {
    const { manifest } = await readVersion(folder, name, version);
    return { kind: "sound", version, manifest };
  } catch (error) {
    return { kind: "broken", version, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): string {
  if (error instanceof OutsideError) return error.message;
  throw error;
}

/**
 * Orders versions as people count: 1.9 before 1.10, numbers in them as numbers.
 *
 * @returns below 0 where the first comes first; 0 only for equal texts
 */
export function compareVersions(first: string, second: string): number {
  // One language everywhere, so that no machine sorts in another way.
  const order = first.localeCompare(second, "en", { numeric: true });
  // 1.05 and 1.5 hold the same numbers.
  return order !== 0 ? order : Number(first > second) - Number(first < second);
}

/**
 * Finds a model and checks its files.
 *
 * @param reference `NAME` for its current version, or `NAME@VERSION`
 * @throws OutsideError `NAME_INVALID`, `MODEL_UNKNOWN`, `VERSION_UNKNOWN`, `NOTHING_PROMOTED`,
 *   `REGISTRY_INVALID`, `MODEL_MISMATCH` for a folder that holds another model, and what `readModel`
 *   throws
 */
export async function resolveModel(folder: string, reference: string): Promise<ResolvedModel> {
  const [name = "", asked] = reference.split(/@(.*)/s, 2);
  const { versions, current } = await findModel(folder, name);
  const version = asked ?? current;
  if (version !== null) return readKnownVersion(folder, name, { version, versions });
  const path = join(folder, name);
  const expected = `one: promote one of ${versions.join(", ")}, or ask for ${name}@VERSION`;
  throw refuse("NOTHING_PROMOTED", `${path}: found no promoted version, expected ${expected}`);
}

/**
 * Makes a version the current one, once its files have been checked.
 *
 * @throws OutsideError as `resolveModel` does; `ALREADY_CURRENT`, `CANNOT_WRITE`; `TERMS_INVALID`
 *   where a time or a reason is none
 */
export async function promoteModel(
  folder: string,
  name: string,
  version: string,
  terms: PromotionTerms,
): Promise<PromotionOutcome> {
  const model = await findModel(folder, name);
  const { path } = await readKnownVersion(folder, name, { version, versions: model.versions });
  if (model.current === version) {
    const message = `${path}: found the current version, expected another one`;
    throw refuse("ALREADY_CURRENT", message);
  }
  return addStep(folder, model, { version, action: "promote", ...terms });
}

/**
 * Goes back to what was current before the last promotion that still stands, once its files have
 * been checked. A second rollback goes back further.
 *
 * @throws OutsideError as `promoteModel` does; `NOTHING_BEFORE`
 */
export async function rollbackModel(
  folder: string,
  name: string,
  terms: PromotionTerms,
): Promise<PromotionOutcome> {
  const model = await findModel(folder, name);
  const version = stackOf(model.history, "registry").at(-2);
  if (version === undefined) {
    const found = model.current === null ? "no promotion" : `${model.current} promoted first`;
    const message = `${join(folder, name)}: found ${found}, expected a version promoted before`;
    throw refuse("NOTHING_BEFORE", message);
  }
  await readVersion(folder, name, version);
  return addStep(folder, model, { version, action: "rollback", ...terms });
}

/**
 * Copies a trained model into the folder, once its files have been checked. It appears as a whole, and
 * is not current before it is promoted.
 *
 * @param from the folder with its two files
 * @param as its own name and version where not given
 * @throws OutsideError `VERSION_EXISTS`, `NAME_INVALID`, `VERSION_INVALID`, `CANNOT_WRITE`, and what
 *   `readModel` throws
 */
export async function importModel(
  folder: string,
  from: string,
  as: { readonly name?: string; readonly version?: string } = {},
): Promise<ResolvedModel> {
  const { manifest, bytes } = await readModel(from);
  const { name = manifest.name, version = manifest.version } = as;
  check("NAME_INVALID", () => readName(name, "model"));
  check("VERSION_INVALID", () => readVersionName(version, "version"));
  const path = join(folder, name, version);
  const isThere = await stat(path).catch(() => undefined);
  if (isThere !== undefined) throw exists(path);
  // A dot in front: nobody takes it for a version before it is whole.
  const unfinished = join(folder, name, `.${randomUUID()}.tmp`);
  try {
    await writeModel(unfinished, name, bytes, {
      ...manifest,
      ...{ version, features: manifest.features.names },
    });
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    const { code = "" } = cause as NodeJS.ErrnoException;
    if (cause instanceof OutsideError) throw cause;
    throw ["ENOTEMPTY", "EEXIST"].includes(code)
      ? exists(path)
      : cannot("CANNOT_WRITE", path, cause);
  }
  return readVersion(folder, name, version);
}

function exists(path: string): OutsideError {
  const expected = "none: take another --version, or remove that one";
  return refuse("VERSION_EXISTS", `${path}: found a version, expected ${expected}`);
}

/** @throws OutsideError `MODEL_UNKNOWN` for a name without a version, on disk or promoted */
async function findModel(folder: string, name: string): Promise<FoundModel> {
  const promotions = await readPromotions(folder, name);
  const isThere = (await listFolders(folder)).includes(name);
  const versions = new Set(isThere ? await listFolders(join(folder, name)) : []);
  if (promotions.current !== null) versions.add(promotions.current);
  if (versions.size > 0) {
    return { name, versions: [...versions].sort(compareVersions), ...promotions };
  }
  const names = (await listModels(folder)).map((model) => model.name);
  const expected = names.length === 0 ? "a folder with models" : `one of ${names.join(", ")}`;
  throw refuse("MODEL_UNKNOWN", `model: found ${name}, expected ${expected} in ${folder}`);
}

async function readKnownVersion(
  folder: string,
  name: string,
  { version, versions }: { readonly version: string; readonly versions: readonly string[] },
): Promise<ResolvedModel> {
  if (versions.includes(version)) return readVersion(folder, name, version);
  const expected = `one of ${versions.join(", ")} in ${join(folder, name)}`;
  throw refuse("VERSION_UNKNOWN", `version: found ${version}, expected ${expected}`);
}

/** Reads a version and checks that it lies where its manifest says. */
async function readVersion(folder: string, name: string, version: string): Promise<ResolvedModel> {
  check("VERSION_INVALID", () => readVersionName(version, "version"));
  const path = join(folder, name, version);
  const stored = await readModel(path);
  for (const [key, expected] of Object.entries({ name, version })) {
    const found = stored.manifest[key as "name" | "version"];
    if (found === expected) continue;
    const place = `${join(path, manifestFileName)}, ${key}`;
    throw refuse("MODEL_MISMATCH", `${place}: found ${found}, expected ${expected}`);
  }
  return { path, ...stored };
}

/** Folders that do not begin with a dot, behind links too; none where there is nothing. */
async function listFolders(path: string): Promise<string[]> {
  const folders: string[] = [];
  try {
    for (const name of (await readdir(path)).sort()) {
      // A link may lead nowhere, and what was there a moment ago may be gone.
      const found = await stat(join(path, name)).catch(() => undefined);
      if (!name.startsWith(".") && found?.isDirectory()) folders.push(name);
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    if (code === "ENOTDIR") {
      throw refuse("NOT_A_FOLDER", `${path}: found a file, expected a folder`);
    }
    throw cannot("CANNOT_READ", path, cause);
  }
  return folders;
}
