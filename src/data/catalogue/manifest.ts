/**
 * What one import put into the catalogue. The file `manifest.json` is the import: parts that it
 * does not name are not there for anybody.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../core/trouble.ts";
import type { Instrument } from "../../market/instrument.ts";
import {
  type Finding,
  type FindingPlace,
  type FindingRule,
  findingRules,
  type Granularity,
} from "../recording.ts";
import { type FileDigest, replaceDurably } from "./durable-file.ts";
import { manifestName, type PartitionKey, partitionFolder } from "./layout.ts";

const version = 1;
const granularities: readonly Granularity[] = ["orders", "levels", "quotes", "trades", "bars"];

/** One Parquet file; rows of part n come before those of part n + 1. */
export interface CataloguePart extends FileDigest {
  /** In the manifest's folder. */
  readonly name: string;
  readonly rows: number;
}

/** A file the recording was read from. */
export interface SourceFile extends FileDigest {
  readonly path: string;
}

export interface Manifest {
  readonly version: typeof version;
  readonly source: string;
  readonly date: string;
  readonly instrument: Instrument;
  /** The reader's name, as it is asked for: `itch`, `lobster`. */
  readonly format: string;
  readonly timeZone: string;
  readonly granularity: Granularity;
  /** Counts the imports into this place, from 1; in the names of the parts. */
  readonly generation: number;
  readonly files: readonly SourceFile[];
  /** Rows, records or messages of the source that were read for it. */
  readonly sourceRows: number;
  readonly events: number;
  /** Venue times of the first and the last event; null where there is none. */
  readonly firstTimeNs: number | null;
  readonly lastTimeNs: number | null;
  readonly findings: readonly Finding[];
  readonly parts: readonly CataloguePart[];
}

function manifestKey(manifest: Manifest): PartitionKey {
  const { source, instrument, date } = manifest;
  return { source, instrument: instrument.symbol, date };
}

export async function writeManifest(
  folder: string,
  content: Omit<Manifest, "version">,
): Promise<Manifest> {
  const manifest: Manifest = { version, ...content };
  await replaceDurably(join(folder, manifestName), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return manifest;
}

/**
 * @returns undefined where nothing was ever imported
 * @throws InputError for a manifest that is damaged or lies in a folder of another name
 */
export async function readManifest(
  catalogue: string,
  folder: string,
): Promise<Manifest | undefined> {
  const path = join(folder, manifestName);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return undefined;
  }
  const manifest = parseManifest(text, path);
  const home = partitionFolder(catalogue, manifestKey(manifest));
  if (home !== folder) {
    throw new InputError({ path }, { found: "what belongs elsewhere", expected: `it in ${home}` });
  }
  return manifest;
}

/** @throws InputError */
export function parseManifest(text: string, path: string): Manifest {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    const fault = { found: (cause as Error).message, expected: "the manifest of an import" };
    throw new InputError({ path }, fault, cause);
  }
  const manifest = new Fields(content, path, "the manifest");
  const found = manifest.number("version");
  if (found !== version) manifest.refuse("version", found, `version ${version}`);
  const instrument = new Fields(manifest.value("instrument"), path, "instrument");
  return {
    version,
    source: manifest.text("source"),
    date: manifest.text("date"),
    instrument: {
      symbol: instrument.text("symbol"),
      tickSize: instrument.number("tickSize"),
      lotSize: instrument.number("lotSize"),
      roundLotLots: instrument.number("roundLotLots"),
    },
    format: manifest.text("format"),
    timeZone: manifest.text("timeZone"),
    granularity: manifest.oneOf("granularity", granularities),
    generation: manifest.number("generation"),
    files: manifest.list("files", (file) => ({ path: file.text("path"), ...parseDigest(file) })),
    sourceRows: manifest.number("sourceRows"),
    events: manifest.number("events"),
    firstTimeNs: manifest.value("firstTimeNs") === null ? null : manifest.number("firstTimeNs"),
    lastTimeNs: manifest.value("lastTimeNs") === null ? null : manifest.number("lastTimeNs"),
    findings: manifest.list("findings", (finding) => ({
      rule: finding.oneOf("rule", Object.keys(findingRules) as FindingRule[]),
      count: finding.number("count"),
      first: parsePlace(new Fields(finding.value("first"), path, "first")),
    })),
    parts: manifest.list("parts", (part) => ({
      name: parsePartName(part),
      rows: part.number("rows"),
      ...parseDigest(part),
    })),
  };
}

/** A name that leads out of the folder is no part of it. */
function parsePartName(part: Fields): string {
  const name = part.text("name");
  return /^part-\d+-\d+\.parquet$/.test(name) ? name : part.refuse("name", name, "a part's name");
}

function parseDigest(fields: Fields): FileDigest {
  return { bytes: fields.number("bytes"), sha256: fields.text("sha256") };
}

function parsePlace(fields: Fields): FindingPlace {
  const numbers = (["line", "byte", "venueTimeNs"] as const).flatMap((name) =>
    fields.value(name) === undefined ? [] : [[name, fields.number(name)] as const],
  );
  return { path: fields.text("path"), ...Object.fromEntries(numbers) };
}

/** An object of the file, whose fields are what they should be or are refused by name. */
class Fields {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #path: string;

  constructor(content: unknown, path: string, name: string) {
    this.#path = path;
    this.#values = {};
    if (typeof content !== "object" || content === null) this.refuse(name, content, "an object");
    this.#values = content as Record<string, unknown>;
  }

  value(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
  }

  text(name: string): string {
    const value = this.value(name);
    return typeof value === "string" ? value : this.refuse(name, value, "a text");
  }

  number(name: string): number {
    const value = this.value(name);
    return typeof value === "number" ? value : this.refuse(name, value, "a number");
  }

  oneOf<Word extends string>(name: string, words: readonly Word[]): Word {
    const value = this.value(name);
    return words.find((word) => word === value) ?? this.refuse(name, value, words.join(" or "));
  }

  list<Item>(name: string, parse: (item: Fields) => Item): Item[] {
    const value = this.value(name);
    if (!Array.isArray(value)) return this.refuse(name, value, "a list");
    return value.map((item) => parse(new Fields(item, this.#path, name)));
  }

  refuse(name: string, value: unknown, expected: string): never {
    const found = `${name}: ${JSON.stringify(value) ?? "nothing"}`;
    throw new InputError({ path: this.#path }, { found, expected });
  }
}
