import { equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type FixVersion, fixVersions } from "../src/protocol/fix/dictionary/dictionary.ts";
import { readTable } from "../src/protocol/fix/dictionary/load-dictionary.ts";
import { makeTables, writeTable } from "./fix-dictionary.ts";

function readText(version: FixVersion): string {
  const file = `../src/protocol/fix/dictionary/tables/${version}.json`;
  return readFileSync(new URL(file, import.meta.url), "utf8");
}

test("dictionaries from jspurefix are what the script makes of it, byte for byte", () => {
  const made = makeTables([]);
  equal([...made.keys()].join(" "), "FIX.4.2 FIX.4.3 FIX.4.4 FIX.5.0SP2");
  for (const [version, text] of made) ok(text === readText(version), `${version} is out of date`);
});

test("every dictionary is written as the script writes it, and says where it is from", () => {
  for (const version of fixVersions) {
    const table = readTable(version);
    equal(table.version, version);
    ok(/^(jspurefix 5\.|org\.quickfixj:quickfixj-messages-fix)/.test(table.source[0] ?? ""));
    ok(writeTable(table) === readText(version), version);
  }
});

test("together they are small enough to come with the house", () => {
  const sizes = fixVersions.map((version) => readText(version).length);
  ok(Math.max(...sizes) < 600_000);
  ok(sizes.reduce((sum, size) => sum + size, 0) < 2_000_000);
});
