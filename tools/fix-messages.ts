/**
 * Writes the typed messages of `src/protocol/fix/messages/generated` from our own dictionaries.
 *
 *     node tools/fix-messages.ts
 *
 * Two files a version: interfaces of messages, components and groups; names of values. Components of
 * the dictionary become interfaces that others extend, so that a message is little more than its own
 * fields. A test runs this again and compares.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FixVersion } from "../src/protocol/fix/dictionary/dictionary.ts";
import { readTable } from "../src/protocol/fix/dictionary/load-dictionary.ts";
import { writeInterfaces } from "./fix-message-types.ts";
import { writeValues } from "./fix-message-values.ts";

const folder = new URL("../src/protocol/fix/messages/generated/", import.meta.url);

/** What execution needs, and what a session is made of. */
const msgTypes = new Set([
  // Session.
  ..."A 0 1 2 3 4 5".split(" "),
  // Orders, lists of orders, mass actions and what comes back.
  ..."D F G H AF q r 8 9 E K N Q BN CA BZ".split(" "),
  // Requests for quotes.
  ..."R S AJ Z AG AI".split(" "),
  // Market data and the state of markets.
  ..."V W X Y f h".split(" "),
  // Trades, news, and refusals by an application.
  ..."AD AE AR B j".split(" "),
]);

/** File name by version. */
const versions: Readonly<Partial<Record<FixVersion, string>>> = {
  "FIX.4.2": "fix42",
  "FIX.4.4": "fix44",
  "FIX.5.0SP2": "fix50sp2",
  "FIXT.1.1": "fixt11",
};

/** Every generated file by its name. */
export function makeMessageFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const [version, name] of Object.entries(versions)) {
    const table = readTable(version as FixVersion);
    const { text, enumerated } = writeInterfaces(table, msgTypes, name);
    files.set(`${name}.ts`, text);
    files.set(`${name}-values.ts`, writeValues(table, enumerated));
  }
  return files;
}

function main(): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of makeMessageFiles()) {
    writeFileSync(new URL(name, folder), text);
    process.stdout.write(`${name}: ${text.length} bytes\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
