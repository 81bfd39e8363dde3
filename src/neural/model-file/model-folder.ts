/**
 * A network on disk: a folder with the ONNX file and its manifest.
 *
 * Each file appears whole or not at all, and the manifest last. A folder that was left half written
 * has no manifest, or one that does not fit its file; reading it says so.
 */
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { OutsideError } from "../../core/trouble.ts";
import { decodeModel } from "../onnx/decode-model.ts";
import type { OnnxModel, OnnxValue } from "../onnx/onnx-model.ts";
import { toVisible } from "../runtime/inference.ts";
import { inputsOf } from "../runtime/read-model.ts";
import { JsonFault } from "./json-reader.ts";
import {
  hashBytes,
  hashFeatures,
  type ModelManifest,
  manifestFileName,
  modelFileName,
  readManifestJson,
} from "./manifest.ts";
import { writeWhole } from "./write-whole.ts";

/** What the file itself does not say. */
export type ManifestTerms = Pick<
  ModelManifest,
  "version" | "created" | "use" | "training" | "metrics"
> & {
  /** Names of what is observed, in their order. */
  readonly features: readonly string[];
};

/** A network that was read and fits its manifest. */
export interface StoredModel {
  readonly manifest: ModelManifest;
  readonly model: OnnxModel;
  readonly bytes: Uint8Array;
}

/**
 * Writes `model.onnx` and `manifest.json`; what stood there before is replaced.
 *
 * @param folder is made where it is not there
 * @throws OutsideError `MODEL_REFUSED` for bytes that are no model, `MANIFEST_INVALID` for terms
 *   that make no manifest, `CANNOT_WRITE`
 */
export async function writeModel(
  folder: string,
  name: string,
  bytes: Uint8Array,
  terms: ManifestTerms,
): Promise<ModelManifest> {
  const manifest = createManifest(name, bytes, terms);
  checkManifest(manifestFileName, manifest);
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  try {
    await mkdir(folder, { recursive: true });
    await writeWhole(join(folder, modelFileName), bytes);
    await writeWhole(join(folder, manifestFileName), text);
  } catch (cause) {
    const message = `cannot write the model to ${folder}: ${(cause as Error).message}`;
    throw new OutsideError("CANNOT_WRITE", message, { canRetry: true, cause });
  }
  return manifest;
}

/**
 * Reads both files and checks that they belong together: size and hash, and that the model's inputs,
 * outputs and maker are those of the manifest.
 *
 * @throws OutsideError `MODEL_MISSING` where a file is not there, `CANNOT_READ`, `MANIFEST_INVALID`,
 *   `MODEL_CHANGED` where the file is not the one of the manifest, `MODEL_REFUSED` where it is no
 *   model, `MODEL_MISMATCH` where the manifest says other things than the model
 */
export async function readModel(folder: string): Promise<StoredModel> {
  const manifestPath = join(folder, manifestFileName);
  const manifest = parseManifest(manifestPath, await readWhole(manifestPath));
  const { file, features } = manifest;
  const path = join(folder, file.name);
  const bytes = await readWhole(path);
  agree("MODEL_CHANGED", path, "bytes", { found: bytes.length, expected: file.bytes });
  agree("MODEL_CHANGED", path, "SHA-256", { found: hashBytes(bytes), expected: file.sha256 });
  const model = decode(path, bytes);
  const said = createFacts(model);
  for (const key of ["inputs", "outputs"] as const) {
    const [found, expected] = [said[key], manifest[key]].map(describeValues);
    agree("MODEL_MISMATCH", path, key, { found, expected });
  }
  for (const key of ["producer", "opset"] as const) {
    const [found, expected] = [said.framework[key], manifest.framework[key]];
    agree("MODEL_MISMATCH", path, key, { found, expected });
  }
  const hash = hashFeatures(features.names);
  agree("MODEL_MISMATCH", manifestPath, "feature hash", { found: features.hash, expected: hash });
  return { manifest, model, bytes };
}

function createManifest(
  name: string,
  bytes: Uint8Array,
  { version, created, features, use, training, metrics }: ManifestTerms,
): ModelManifest {
  return {
    ...{ manifestVersion: 1, name, version, created },
    ...createFacts(decode(modelFileName, bytes)),
    features: { names: features, hash: hashFeatures(features) },
    ...(use === undefined ? {} : { use }),
    ...{ training, metrics },
    file: { name: modelFileName, bytes: bytes.length, sha256: hashBytes(bytes) },
  };
}

/** What the model says of itself. */
function createFacts(model: OnnxModel): Pick<ModelManifest, "framework" | "inputs" | "outputs"> {
  const { producer, producerVersion, opset, graph } = model;
  const maker = `${producer} ${producerVersion}`.trim();
  return {
    framework: { producer: maker === "" ? "unknown" : maker, opset },
    inputs: inputsOf(model),
    outputs: graph.outputs,
  };
}

function describeValues(values: readonly OnnxValue[]): string {
  // As JSON, so that a size and a name, or a name with blanks, are never taken for each other.
  return values
    .map(({ name, type, shape }) => `${JSON.stringify(name)} ${type} ${JSON.stringify(shape)}`)
    .join(", ");
}

function agree(
  code: string,
  path: string,
  what: string,
  { found, expected }: { readonly found: unknown; readonly expected: unknown },
): void {
  if (found === expected) return;
  const message = toVisible(`${path}, ${what}: found ${found}, expected ${expected}`);
  throw new OutsideError(code, message, { canRetry: false });
}

function decode(path: string, bytes: Uint8Array): OnnxModel {
  const outcome = decodeModel(bytes);
  if (outcome.kind === "decoded") return outcome.model;
  throw new OutsideError("MODEL_REFUSED", `${path}: ${outcome.reason}`, { canRetry: false });
}

function parseManifest(path: string, bytes: Uint8Array): ModelManifest {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    const message = `${path}: found no JSON (${(cause as Error).message}), expected a manifest`;
    throw new OutsideError("MANIFEST_INVALID", message, { canRetry: false, cause });
  }
  return checkManifest(path, value);
}

function checkManifest(path: string, value: unknown): ModelManifest {
  try {
    return readManifestJson(value, "manifest");
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
    const message = `${path}: ${cause.message}`;
    throw new OutsideError("MANIFEST_INVALID", message, { canRetry: false, cause });
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  try {
    const { buffer, byteOffset, byteLength } = await readFile(path);
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    const message = isMissing
      ? `${path}: found nothing, expected a model's ${modelFileName} and ${manifestFileName}`
      : `${path}: cannot be read: ${(cause as Error).message}`;
    const code = isMissing ? "MODEL_MISSING" : "CANNOT_READ";
    throw new OutsideError(code, message, { canRetry: !isMissing, cause });
  }
}
