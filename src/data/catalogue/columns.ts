/**
 * The columns of an event, in memory and on disk.
 *
 * Blocks hold numbers as doubles; the catalogue keeps times, ids and lots as whole 64-bit numbers.
 * DuckDB converts them, whole columns at a time, in both directions: no number passes through a
 * BigInt. Prices stay doubles, because hidden trades may lie between ticks.
 */
import type { DuckDBType } from "@duckdb/node-api";
import { type EventBlock, eventKind } from "../../market/event-block.ts";
import type { DuckDbSession } from "./duckdb.ts";

interface EventColumn {
  readonly name: Exclude<keyof EventBlock, "capacity" | "length">;
  /** In memory. */
  readonly type: "DOUBLE" | "UTINYINT";
  readonly storedType: "BIGINT" | "DOUBLE" | "UTINYINT";
}

/** Their order in a Parquet file, behind `row`. */
export const eventColumns: readonly EventColumn[] = [
  { name: "venueTimeNs", type: "DOUBLE", storedType: "BIGINT" },
  { name: "localTimeNs", type: "DOUBLE", storedType: "BIGINT" },
  { name: "kind", type: "UTINYINT", storedType: "UTINYINT" },
  { name: "side", type: "UTINYINT", storedType: "UTINYINT" },
  { name: "orderId", type: "DOUBLE", storedType: "BIGINT" },
  { name: "priceTicks", type: "DOUBLE", storedType: "DOUBLE" },
  { name: "quantityLots", type: "DOUBLE", storedType: "BIGINT" },
  { name: "flags", type: "UTINYINT", storedType: "UTINYINT" },
];

/** The columns that must hold whole numbers. */
export const wholeColumns = eventColumns.filter(({ storedType }) => storedType === "BIGINT");

export function columnTypes({ api }: DuckDbSession): DuckDBType[] {
  return eventColumns.map(({ type }) => (type === "DOUBLE" ? api.DOUBLE : api.UTINYINT));
}

/** As the columns of a table in memory. */
export const tableColumns = eventColumns.map(({ name, type }) => `${name} ${type}`).join(", ");

/** From memory to disk. */
export const storedColumns = eventColumns
  .map(({ name, type, storedType }) =>
    type === storedType ? name : `${name}::${storedType} AS ${name}`,
  )
  .join(", ");

/** From disk to memory. */
export const readColumns = eventColumns
  .map(({ name, type, storedType }) => (type === storedType ? name : `${name}::${type}`))
  .join(", ");

/** The code in `kind` as its name. */
export const kindNameSql = `CASE kind ${Object.entries(eventKind)
  .map(([name, code]) => `WHEN ${code} THEN '${name}'`)
  .join(" ")} END`;
