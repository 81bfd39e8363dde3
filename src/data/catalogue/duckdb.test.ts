import { equal, rejects } from "node:assert/strict";
import { registerHooks } from "node:module";
import { test } from "node:test";
import { openDuckDb, sqlPath, sqlText } from "./duckdb.ts";

test("where no build of DuckDB is installed, it is said plainly, and what to do", async () => {
  // As after an installation for another platform.
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      if (!specifier.endsWith("/duckdb.node")) return next(specifier, context);
      throw new Error(`Cannot find module '${specifier}'\nRequire stack: …`);
    },
  });
  const machine = `${process.platform}-${process.arch}`;
  try {
    await rejects(openDuckDb({}), {
      code: "DUCKDB_MISSING",
      message: new RegExp(
        `^the catalogue needs DuckDB, and it cannot be loaded on ${machine}: Cannot find module ` +
          `'@duckdb/node-bindings-${machine}(-musl)?/duckdb.node'. It comes with npm ci as ` +
          `@duckdb/node-bindings-${machine}, where there is such a package; everything but the ` +
          "catalogue works without it$",
      ),
    });
  } finally {
    hooks.deregister();
  }
});

test("texts and paths are quoted for SQL, and no path is a pattern", () => {
  equal(sqlText("it's"), "'it''s'");
  equal(sqlPath("/a [1]/b*?.parquet"), "'/a [[]1]/b[*][?].parquet'");
});
