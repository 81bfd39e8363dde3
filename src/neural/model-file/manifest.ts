/** What a network file is: who made it from what, what goes in and out, and how good it was. */
import { createHash } from "node:crypto";
import type { ElementType, OnnxValue } from "../onnx/onnx-model.ts";
import {
  type JsonReader,
  readCount,
  readEither,
  readList,
  readNumber,
  readObject,
  readOneOf,
  readOptional,
  readPattern,
  readTable,
  readText,
  refuseJson,
} from "./json-reader.ts";

/** Stands beside the model as `manifest.json`. */
export interface ModelManifest {
  /** Of this description; readers refuse others. */
  readonly manifestVersion: 1;
  /** Of the network, such as `impact-policy`. */
  readonly name: string;
  /** As its maker counts, such as `2.1.0`. */
  readonly version: string;
  /** UTC, such as `2026-11-21T16:30:00.000Z`; given by the caller. */
  readonly created: string;
  readonly framework: {
    /** Program and version that wrote the file, such as `metaorder 0.1.0`. */
    readonly producer: string;
    /** Version of the ONNX operators. */
    readonly opset: number;
  };
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly features: FeatureList;
  /** How whoever loads it is to use it, in their own words: a flat table. */
  readonly use?: Readonly<Record<string, string | number>>;
  readonly training: {
    /** What it learned from, in words. */
    readonly data: string;
    readonly seeds: readonly number[];
    /** To be typed again. */
    readonly command: string;
    readonly gitRevision: string;
  };
  /** By name with the unit last, such as `costBpsMean`. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly file: {
    readonly name: string;
    readonly bytes: number;
    /** 64 hex digits. */
    readonly sha256: string;
  };
}

/** What the numbers of an observation mean, in their order. */
export interface FeatureList {
  readonly names: readonly string[];
  /** `hashFeatures` of the names. */
  readonly hash: string;
}

/** The file that a manifest speaks of, in its own folder. */
export const modelFileName = "model.onnx";
export const manifestFileName = "manifest.json";

const elementTypes: readonly ElementType[] = ["float32", "float64", "int64", "bool"];

const readValues = readList(
  readObject<OnnxValue>({
    name: readText,
    type: readOneOf(...elementTypes),
    shape: readList(
      readEither((value) => typeof value === "string", readPattern(/^/, "a name"), readCount),
    ),
  }),
);

const readSha256 = readPattern(/^[0-9a-f]{64}$/, "64 hex digits");

const readSetting: JsonReader<string | number> = (value, path) =>
  typeof value === "string" || (typeof value === "number" && Number.isFinite(value))
    ? value
    : refuseJson(path, value, "a text or a finite number");

/** ISO 8601 in UTC, to the second or finer; a 30th of February is refused. */
const readTime: JsonReader<string> = (value, path) => {
  const expected = "a UTC time such as 2026-11-21T16:30:00Z";
  const text = readPattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/, expected)(value, path);
  const time = Date.parse(text);
  // Days that a month does not have are taken for days of the next one.
  const isThere = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 19));
  return isThere ? text : refuseJson(path, text, expected);
};

/** A manifest of this version, or a `JsonFault` with the path to what is wrong. */
export const readManifestJson: JsonReader<ModelManifest> = readObject<ModelManifest>({
  manifestVersion: readOneOf(1),
  name: readPattern(/^[\w.-]{1,100}$/, "up to 100 letters, digits, _ . -"),
  version: readText,
  created: readTime,
  framework: readObject<ModelManifest["framework"]>({ producer: readText, opset: readCount }),
  inputs: readValues,
  outputs: readValues,
  features: readObject<FeatureList>({ names: readList(readText), hash: readSha256 }),
  use: readOptional(readTable(readSetting)),
  training: readObject<ModelManifest["training"]>({
    data: readText,
    seeds: readList(readCount),
    command: readText,
    gitRevision: readText,
  }),
  metrics: readTable(readNumber),
  file: readObject<ModelManifest["file"]>({
    // No other name, so that a manifest cannot point out of its folder.
    name: readOneOf(modelFileName),
    bytes: readCount,
    sha256: readSha256,
  }),
});

export function hashBytes(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * One hash for names in their order: SHA-256 of their JSON list, so that no two lists run together.
 *
 * @returns 64 hex digits
 */
export function hashFeatures(names: readonly string[]): string {
  return hashBytes(JSON.stringify(names));
}
