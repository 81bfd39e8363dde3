/** `metaorder data query`: what SQL finds in a catalogue, as a table, CSV or JSON. */
import { once } from "node:events";
import { UsageError } from "../core/trouble.ts";
import {
  openCatalogueQueries,
  type QueryResult,
  type QueryValue,
} from "../data/catalogue/query-catalogue.ts";
import { createTable } from "./table.ts";

interface DataQueryOptions {
  readonly catalogue: string;
  readonly csv?: boolean;
  readonly json?: boolean;
}

/** A table is for people; more than this nobody reads. */
const tableRowsMax = 500;

export async function runDataQuery(sql: string, options: DataQueryOptions): Promise<void> {
  if (options.csv === true && options.json === true) {
    throw new UsageError("--csv and --json: found both, expected one of them");
  }
  const queries = await openCatalogueQueries(options.catalogue);
  try {
    const result = await queries.run(sql);
    if (options.json === true) await printJson(result);
    else if (options.csv === true) await printCsv(result);
    else await printTable(result);
  } finally {
    await queries.close();
  }
}

async function printTable({ columns, batches }: QueryResult): Promise<void> {
  const rows: (readonly QueryValue[])[] = [];
  for await (const batch of batches()) {
    rows.push(...batch);
    if (rows.length > tableRowsMax) break;
  }
  const shown = rows.slice(0, tableRowsMax);
  const firstNumber = columns.findIndex((_, column) =>
    shown.some((row) => typeof row[column] === "number"),
  );
  const table = createTable(columns, firstNumber < 0 ? columns.length : firstNumber);
  for (const row of shown) table.push(row.map(toText));
  await print(`${table.toString()}\n`);
  if (rows.length > tableRowsMax) {
    process.stderr.write(`the first ${tableRowsMax} rows; --csv and --json print all of them\n`);
  }
}

async function printCsv({ columns, batches }: QueryResult): Promise<void> {
  await print(`${columns.map(toCsv).join(",")}\n`);
  for await (const rows of batches()) {
    await print(
      rows.map((row) => `${row.map((value) => toCsv(toText(value))).join(",")}\n`).join(""),
    );
  }
}

/** One object a row; a list of them. */
async function printJson({ columns, batches }: QueryResult): Promise<void> {
  let divider = "[\n";
  for await (const rows of batches()) {
    const texts = rows.map((row) =>
      JSON.stringify(Object.fromEntries(columns.map((name, column) => [name, row[column]]))),
    );
    if (texts.length === 0) continue;
    await print(`${divider}${texts.join(",\n")}`);
    divider = ",\n";
  }
  await print(divider === "[\n" ? "[]\n" : "\n]\n");
}

/** Waits where the reader is slower than the query. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

function toText(value: QueryValue): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** RFC 4180 §2.5 to 2.7. */
function toCsv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
