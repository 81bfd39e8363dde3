/**
 * DuckDB, which reads and writes the catalogue's Parquet files and answers SQL over them.
 *
 * It is a native library of 70 MB, so it is loaded by the functions that need it and by nothing
 * else: a command without a catalogue neither pays for it nor misses it.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { OutsideError } from "../../core/trouble.ts";

/** The library for people, and the calls below it that move whole columns. */
interface DuckDbLibrary {
  readonly api: typeof import("@duckdb/node-api");
  readonly bindings: typeof import("@duckdb/node-bindings");
}

/** A database of its own in memory. */
export interface DuckDbSession extends DuckDbLibrary {
  connect(): Promise<DuckDBConnection>;
  close(): void;
}

/**
 * @param settings DuckDB's own, by name
 * @throws OutsideError `DUCKDB_MISSING` where no build of DuckDB for this machine is installed
 */
export async function openDuckDb(
  settings: Readonly<Record<string, string>>,
): Promise<DuckDbSession> {
  const library = await loadDuckDb();
  // What is not built in is not looked for: nothing here goes to the network.
  const offline = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" };
  const instance = await library.api.DuckDBInstance.create(":memory:", { ...offline, ...settings });
  const connections: DuckDBConnection[] = [];
  return {
    ...library,
    connect: async () => {
      const connection = await instance.connect();
      connections.push(connection);
      return connection;
    },
    close: () => {
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
    },
  };
}

async function loadDuckDb(): Promise<DuckDbLibrary> {
  try {
    const [api, bindings] = await Promise.all([
      import("@duckdb/node-api"),
      import("@duckdb/node-bindings"),
    ]);
    return { api, bindings: bindings.default };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new OutsideError(
      "DUCKDB_MISSING",
      `the catalogue needs DuckDB, and it cannot be loaded on ${process.platform}-${process.arch}: ` +
        `${reason}. It comes with npm ci as @duckdb/node-bindings-${process.platform}-${process.arch}, ` +
        "where there is such a package; everything but the catalogue works without it",
      { canRetry: false, cause },
    );
  }
}

/** A text inside SQL. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path for `read_parquet`, which takes `*`, `?` and `[` for patterns. */
export function sqlPath(path: string): string {
  return sqlText(path.replaceAll(/[*?[]/g, "[$&]"));
}
