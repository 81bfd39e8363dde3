/**
 * SQL over a whole catalogue, by DuckDB in memory: `events`, `recordings` and `findings`.
 *
 * Only what the manifests name is there. A query cannot change anything: one SELECT is run, in a
 * database that may read the parts and nothing else, and whose settings are locked.
 */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { OutsideError } from "../../core/trouble.ts";
import { kindNameSql } from "./columns.ts";
import { type DuckDbSession, openDuckDb, sqlPath, sqlText } from "./duckdb.ts";
import { type CatalogueEntry, openCatalogue } from "./open-catalogue.ts";
import { isDamaged } from "./part-check.ts";

/** Numbers beyond 2^53 and everything that JSON has no word for come as texts. */
export type QueryValue =
  | null
  | boolean
  | number
  | string
  | readonly QueryValue[]
  | { readonly [name: string]: QueryValue };

export interface QueryResult {
  readonly columns: readonly string[];
  /** Some rows at a time, as they come. */
  batches(): AsyncIterable<readonly (readonly QueryValue[])[]>;
}

export interface CatalogueQueries {
  /** @throws OutsideError `BAD_SQL` with DuckDB's words, also from `batches()`; `NOT_A_SELECT` */
  run(sql: string): Promise<QueryResult>;
  close(): Promise<void>;
}

const eventsHead =
  "source VARCHAR, instrument VARCHAR, date DATE, row BIGINT, venueTimeNs BIGINT, " +
  "localTimeNs BIGINT, kind VARCHAR, side VARCHAR, orderId BIGINT, priceTicks DOUBLE, " +
  "quantityLots BIGINT, flags UTINYINT";
const recordingsHead =
  "source VARCHAR, instrument VARCHAR, date DATE, format VARCHAR, timeZone VARCHAR, " +
  "granularity VARCHAR, tickSize DOUBLE, lotSize DOUBLE, events BIGINT, firstTimeNs BIGINT, " +
  "lastTimeNs BIGINT, sourceRows BIGINT, parts BIGINT, bytes BIGINT";
const findingsHead =
  "source VARCHAR, instrument VARCHAR, date DATE, rule VARCHAR, count BIGINT, path VARCHAR";

/**
 * @throws OutsideError `CATALOGUE_NOT_FOUND`, `DAMAGED_PART` (by its size), `DUCKDB_MISSING`;
 *   InputError for a damaged manifest
 */
export async function openCatalogueQueries(catalogue: string): Promise<CatalogueQueries> {
  const entries = await openCatalogue(catalogue);
  await checkSizes(entries);
  // Sorts and joins beyond memory go there.
  const spillFolder = await mkdtemp(join(tmpdir(), "metaorder-query-"));
  let session: DuckDbSession | undefined;
  const close = async (): Promise<void> => {
    session?.close();
    await rm(spillFolder, { recursive: true, force: true });
  };
  try {
    session = await openDuckDb({ temp_directory: spillFolder });
    const connection = await session.connect();
    await createTables(connection, entries);
    const paths = partPaths(entries).flatMap((path) => [sqlText(path), sqlPath(path)]);
    await connection.run(`SET allowed_paths = [${[...new Set(paths)].join(", ")}]`);
    await connection.run("SET enable_external_access = false");
    await connection.run("SET lock_configuration = true");
    const opened = session;
    return { run: (sql) => runSelect(opened, connection, sql), close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

async function createTables(
  connection: DuckDBConnection,
  entries: readonly CatalogueEntry[],
): Promise<void> {
  const paths = partPaths(entries);
  await connection.run(
    paths.length === 0
      ? `CREATE TABLE events (${eventsHead})`
      : `CREATE VIEW events AS SELECT source, instrument, date, row, venueTimeNs, localTimeNs,
           ${kindNameSql} AS kind, CASE side WHEN 0 THEN 'bid' ELSE 'ask' END AS side,
           orderId, priceTicks, quantityLots, flags
         FROM read_parquet([${paths.map(sqlPath).join(", ")}], hive_partitioning = true,
           hive_types = {'source': VARCHAR, 'instrument': VARCHAR, 'date': DATE})`,
  );
  await connection.run(`CREATE TABLE recordings (${recordingsHead})`);
  await connection.run(`CREATE TABLE findings (${findingsHead})`);
  for (const { manifest } of entries) {
    const { source, instrument, date, format, timeZone, granularity, parts } = manifest;
    const key = [source, instrument.symbol, date];
    await insert(connection, "recordings", [
      ...[...key, format, timeZone, granularity, instrument.tickSize, instrument.lotSize],
      ...[manifest.events, manifest.firstTimeNs, manifest.lastTimeNs, manifest.sourceRows],
      ...[parts.length, parts.reduce((sum, { bytes }) => sum + bytes, 0)],
    ]);
    for (const { rule, count, first } of manifest.findings) {
      await insert(connection, "findings", [...key, rule, count, first.path]);
    }
  }
}

function partPaths(entries: readonly CatalogueEntry[]): string[] {
  return entries.flatMap(({ folder, manifest }) =>
    manifest.parts.map(({ name }) => join(folder, name)),
  );
}

async function insert(
  connection: DuckDBConnection,
  table: string,
  values: readonly (string | number | null)[],
): Promise<void> {
  const texts = values.map((value) => (typeof value === "string" ? sqlText(value) : String(value)));
  await connection.run(`INSERT INTO ${table} VALUES (${texts.join(", ")})`);
}

async function checkSizes(entries: readonly CatalogueEntry[]): Promise<void> {
  for (const { folder, manifest } of entries) {
    for (const { name, bytes } of manifest.parts) {
      const path = join(folder, name);
      const found = await stat(path).catch((cause: unknown) => {
        throw isDamaged(path, "it cannot be found", cause);
      });
      if (found.size !== bytes) {
        throw isDamaged(path, `found ${found.size} bytes, expected ${bytes}`);
      }
    }
  }
}

async function runSelect(
  session: DuckDbSession,
  connection: DuckDBConnection,
  sql: string,
): Promise<QueryResult> {
  const { StatementType } = session.api;
  if (sql.trim() === "") throw isNoSelect("nothing");
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw isNoSelect(`${statements.count} statements`);
    const statement = await statements.prepare(0);
    if (statement.statementType !== StatementType.SELECT) {
      throw isNoSelect(`a statement of type ${StatementType[statement.statementType]}`);
    }
    const result = await statement.stream();
    return {
      columns: result.deduplicatedColumnNames(),
      async *batches() {
        try {
          for await (const rows of result.yieldRows()) {
            yield rows.map((row) => row.map(toQueryValue));
          }
        } catch (cause) {
          throw toSqlFault(cause);
        }
      },
    };
  } catch (cause) {
    throw toSqlFault(cause);
  }
}

function isNoSelect(found: string): OutsideError {
  const message = `a catalogue is only read: found ${found}, expected one SELECT`;
  return new OutsideError("NOT_A_SELECT", message, { canRetry: false });
}

function toSqlFault(cause: unknown): OutsideError {
  if (cause instanceof OutsideError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  const message = text.replace("Failed to extract statements: ", "");
  return new OutsideError("BAD_SQL", message, { canRetry: false, cause });
}

function toQueryValue(value: DuckDBValue): QueryValue {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if ("items" in value) return value.items.map(toQueryValue);
  if ("entries" in value && !Array.isArray(value.entries)) {
    const fields = Object.entries(value.entries as Readonly<Record<string, DuckDBValue>>);
    return Object.fromEntries(fields.map(([name, field]) => [name, toQueryValue(field)]));
  }
  return String(value);
}
