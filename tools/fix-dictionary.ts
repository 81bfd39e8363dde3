/**
 * Makes the dictionaries of the house from those inside published packages.
 *
 *     node tools/fix-dictionary.ts --jar FILE...
 *
 * FIX 4.2, 4.3, 4.4 and 5.0SP2 come from jspurefix (npm, MIT), in node_modules. The others come from
 * the message jars of QuickFIX/J (Maven, org.quickfixj, QuickFIX Software License 1.0):
 * quickfixj-messages-fix40, -fix41, -fix50, -fix50sp1 and -fixt11, which `mvn dependency:copy`
 * fetches. A version whose jar is not named stays as it is.
 *
 * Only facts are taken: tags, names, types, values, and what belongs where.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type FixVersion, fixVersions } from "../src/protocol/fix/dictionary/dictionary.ts";
import {
  type DictionaryTable,
  type FieldRow,
  type MemberRow,
  readMemberRow,
} from "../src/protocol/fix/dictionary/dictionary-table.ts";
import { readXmlTable } from "../src/protocol/fix/dictionary/xml-dictionary.ts";
import { corrections } from "./fix-dictionary-corrections.ts";
import { readZipEntry } from "./zip-entry.ts";

const root = new URL("../", import.meta.url);
const tablesFolder = new URL("src/protocol/fix/dictionary/tables/", root);

/** Which file of which package a version is taken from. */
const origins: Readonly<Record<FixVersion, { readonly from: string; readonly file: string }>> = {
  "FIX.4.0": { from: "quickfixj-messages-fix40", file: "FIX40.xml" },
  "FIX.4.1": { from: "quickfixj-messages-fix41", file: "FIX41.xml" },
  "FIX.4.2": { from: "jspurefix", file: "FIX42.xml" },
  "FIX.4.3": { from: "jspurefix", file: "FIX43.xml" },
  "FIX.4.4": { from: "jspurefix", file: "FIX44.xml" },
  "FIX.5.0": { from: "quickfixj-messages-fix50", file: "FIX50.xml" },
  "FIX.5.0SP1": { from: "quickfixj-messages-fix50sp1", file: "FIX50SP1.xml" },
  "FIX.5.0SP2": { from: "jspurefix", file: "FIX50SP2.xml" },
  "FIXT.1.1": { from: "quickfixj-messages-fixt11", file: "FIXT11.xml" },
};

/** The published dictionary of a version; undefined where it lies in a jar that is not at hand. */
function readOrigin(version: FixVersion, jars: readonly string[]): DictionaryTable | undefined {
  const { from, file } = origins[version];
  if (from === "jspurefix") {
    const folder = new URL(".", import.meta.resolve("jspurefix/package.json"));
    const release = JSON.parse(readFileSync(new URL("package.json", folder), "utf8")).version;
    const text = readFileSync(new URL(`data/${file}`, folder), "utf8");
    return parse(text, version, `jspurefix ${release} (npm), data/${file}`);
  }
  const jar = jars.find((path) => basename(path).startsWith(`${from}-`));
  if (jar === undefined) return undefined;
  const bytes = readZipEntry(readFileSync(jar), file);
  if (bytes === undefined) throw new Error(`${jar} has no ${file}`);
  const release = basename(jar, ".jar").slice(from.length + 1);
  return parse(
    bytes.toString("utf8"),
    version,
    `org.quickfixj:${from}:${release} (Maven), ${file}`,
  );
}

function parse(text: string, version: FixVersion, path: string): DictionaryTable {
  const outcome = readXmlTable(text, { path, version });
  if (outcome.kind === "table") return outcome.table;
  throw new Error(outcome.faults.map((fault) => `${path}:${fault.line}: ${fault.text}`).join("\n"));
}

/**
 * One table as it is written: corrected, names of values as in the newest version, without fields
 * that nothing uses, sorted by tag.
 */
function finishTable(
  table: DictionaryTable,
  newest: DictionaryTable,
  session: DictionaryTable | undefined,
): DictionaryTable {
  const changes = corrections[table.version] ?? [];
  const corrected = changes.reduce((done, change) => change.apply(done), table);
  const names = new Map(newest.fields.map((row) => [row[0], row]));
  // 5.0SP1 lacks what 5.0 and 5.0SP2 have: the fields of the session.
  const missing = table.version === "FIX.5.0SP1" ? missingFields(corrected, session) : [];
  const fields = [...corrected.fields, ...missing]
    .filter(createUse(corrected, session))
    .map((row) => renameValues(row, names.get(row[0])))
    .toSorted((a, b) => a[0] - b[0]);
  const source = [
    ...corrected.source,
    ...changes.map(({ says }) => says),
    "values are named as FIX.5.0SP2 names them in jspurefix, where it has them",
  ];
  return { ...corrected, source, fields };
}

/** Fields of the session, which an application's message may carry by mistake. */
function missingFields(
  table: DictionaryTable,
  session: DictionaryTable | undefined,
): readonly FieldRow[] {
  const known = new Set(table.fields.map(([tag]) => tag));
  return session === undefined ? [] : session.fields.filter(([tag]) => !known.has(tag));
}

/** QuickFIX/J's files define fields of other versions too, which would pass for known. */
function createUse(
  table: DictionaryTable,
  session: DictionaryTable | undefined,
): (row: FieldRow) => boolean {
  if (!table.source[0]?.startsWith("org.quickfixj")) return () => true;
  const used = new Set<number>(session?.fields.map(([tag]) => tag));
  const visit = (rows: readonly MemberRow[]): void => {
    for (const row of rows) {
      const member = readMemberRow(row);
      if (member.kind !== "component") used.add(member.tag);
      if (member.kind === "group") visit(member.members);
    }
  };
  visit(table.header);
  visit(table.trailer);
  for (const [, rows] of table.components) visit(rows);
  for (const [, , , rows] of table.messages) visit(rows);
  return ([tag]) => used.has(tag);
}

function renameValues(row: FieldRow, newest: FieldRow | undefined): FieldRow {
  const [tag, name, type, values] = row;
  // The type says it all, and half of the files say no more.
  if (type === "BOOLEAN") return [tag, name, type];
  if (typeof values !== "object") return row;
  const flat = typeof newest?.[3] === "object" ? newest[3] : [];
  const names = new Map<string, string>();
  for (let at = 0; at < flat.length; at += 2) names.set(flat[at]!, flat[at + 1]!);
  const renamed = values.map((text, at) =>
    at % 2 === 0 ? text : (names.get(values[at - 1]!) ?? text),
  );
  return [tag, name, type, renamed];
}

/** One row a line, so that a difference can be read; a list of values that came before is named. */
export function writeTable(table: DictionaryTable): string {
  const first = new Map<string, number>();
  const fields = table.fields.map((row): FieldRow => {
    const [tag, name, type, values] = row;
    if (typeof values !== "object") return row;
    const known = first.get(JSON.stringify(values));
    if (known !== undefined) return [tag, name, type, known];
    first.set(JSON.stringify(values), tag);
    return row;
  });
  const lines = (rows: readonly unknown[]) =>
    rows.length === 0 ? "[]" : `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]`;
  return `{
"version": ${JSON.stringify(table.version)},
"source": ${lines(table.source)},
"fields": ${lines(fields)},
"components": ${lines(table.components)},
"header": ${JSON.stringify(table.header)},
"trailer": ${JSON.stringify(table.trailer)},
"messages": ${lines(table.messages)}
}
`;
}

/** Every version that can be made from node_modules and these jars, as text. */
export function makeTables(jars: readonly string[]): Map<FixVersion, string> {
  const newest = readOrigin("FIX.5.0SP2", jars);
  if (newest === undefined) throw new Error("jspurefix has FIX50SP2.xml");
  const session = readOrigin("FIXT.1.1", jars);
  const texts = new Map<FixVersion, string>();
  for (const version of fixVersions) {
    const origin = readOrigin(version, jars);
    if (origin === undefined) continue;
    const carried = version === "FIX.5.0" || version === "FIX.5.0SP1" ? session : undefined;
    texts.set(version, writeTable(finishTable(origin, newest, carried)));
  }
  return texts;
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { jar: { type: "string", multiple: true } },
    allowPositionals: true,
  });
  const texts = makeTables([...(values.jar ?? []), ...positionals]);
  mkdirSync(tablesFolder, { recursive: true });
  for (const version of fixVersions) {
    const text = texts.get(version);
    if (text !== undefined) writeFileSync(new URL(`${version}.json`, tablesFolder), text);
    const fate =
      text === undefined ? "stays as it is, its jar is not named" : `${text.length} bytes`;
    process.stdout.write(`${version}: ${fate}\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
