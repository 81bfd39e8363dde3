/** The dictionaries that come with the house, read when they are first asked for. */
import { readFileSync } from "node:fs";
import type { Dictionary, FixVersion } from "./dictionary.ts";
import type { DictionaryTable } from "./dictionary-table.ts";
import { dictionaryFromTable } from "./expand-table.ts";

const loaded = new Map<FixVersion, Dictionary>();

/**
 * The dictionary of a version of FIX; the same object on every call.
 *
 * The first call reads a JSON file: 15 ms for FIX.4.4 and 40 ms for FIX.5.0SP2 in a fresh process.
 */
export function loadDictionary(version: FixVersion): Dictionary {
  const known = loaded.get(version);
  if (known !== undefined) return known;
  const dictionary = dictionaryFromTable(readTable(version));
  loaded.set(version, dictionary);
  return dictionary;
}

/** The table of a version, as `tools/fix-dictionary.ts` wrote it. */
export function readTable(version: FixVersion): DictionaryTable {
  const file = new URL(`./tables/${version}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as DictionaryTable;
}
