/** SQL over a catalogue: what it finds, and that it can do nothing else. */
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { importRecording } from "../../src/data/catalogue/import-recording.ts";
import {
  type CatalogueQueries,
  openCatalogueQueries,
} from "../../src/data/catalogue/query-catalogue.ts";
import type { Recording } from "../../src/data/recording.ts";
import { eventFlag, eventKind, type MarketEvent } from "../../src/market/event-block.ts";
import { ask, bid } from "../../src/market/side.ts";
import { createEventSource } from "../support/event-sources.ts";
import type { CliResult } from "../support/run-cli.ts";
import { createMadeRecording, createTestFolder } from "./catalogue-fixture.ts";

/** Signs that are patterns to DuckDB, quotes to SQL, and columns to Hive. */
const oddName = "a*b [1]? it's=1";
const oddSymbol = "BTC/USDT %N";

let folder = "";
let catalogue = "";
let queries: CatalogueQueries;

before(async () => {
  folder = createTestFolder();
  catalogue = join(folder, oddName);
  const made = createMadeRecording({ folder, events: 5000 });
  await importRecording(made, catalogue, { rowsPerPart: 2000 });
  await importRecording(createQuotesAndTrades(made), catalogue, { source: "it's" });
  queries = await openCatalogueQueries(catalogue);
});

after(() => queries.close());

/** Three quotes a side and three trades between them. */
function createQuotesAndTrades(made: Recording): Recording {
  const row = (
    kind: "level" | "trade",
    side: typeof bid | typeof ask,
    priceTicks: number,
    quantityLots: number,
    timeNs: number,
  ): MarketEvent => ({
    ...{ kind: eventKind[kind], side, priceTicks, quantityLots, orderId: 0 },
    ...{ venueTimeNs: timeNs, localTimeNs: timeNs, flags: eventFlag.endOfRecord },
  });
  const instrument = { ...made.instrument, symbol: oddSymbol };
  const events = [
    row("level", bid, 100, 5, 1),
    row("level", ask, 102, 5, 1),
    row("trade", ask, 102, 1, 2),
    row("level", ask, 102, 0, 3),
    row("level", ask, 103, 4, 3),
    row("trade", bid, 100, 2, 3),
    row("level", bid, 101, 7, 4),
    row("trade", ask, 102.5, 1, 5),
    row("level", bid, 102, 7, 5),
  ];
  const source = createEventSource(events, instrument);
  return { ...made, instrument, granularity: "quotes", blocks: () => source.blocks() };
}

async function rows(sql: string): Promise<unknown[]> {
  const result = await queries.run(sql);
  const found: unknown[] = [];
  for await (const batch of result.batches()) found.push(...batch);
  return found;
}

describe("a query", () => {
  test("sees the rows of every part in their order, kinds and sides by name", async () => {
    const fields = "row, venueTimeNs, localTimeNs, kind, side, orderId, priceTicks, quantityLots";
    deepEqual(
      await rows(`SELECT ${fields}, flags FROM events WHERE source = 'it''s' ORDER BY row LIMIT 3`),
      [
        [0, 1, 1, "level", "bid", 0, 100, 5, 1],
        [1, 1, 1, "level", "ask", 0, 102, 5, 1],
        [2, 2, 2, "trade", "ask", 0, 102, 1, 1],
      ],
    );
    deepEqual(
      await rows(`SELECT count(*), min(row), max(row), count(DISTINCT row), count(DISTINCT kind),
        min(kind) FROM events WHERE source = 'made' AND date = DATE '2024-02-29'`),
      [[5000, 0, 4999, 5000, 11, "add"]],
    );
  });

  test("sees what the recordings are and what was found in them", async () => {
    deepEqual(
      await rows(
        `SELECT source, instrument, strftime(date, '%d.%m.%Y'), granularity, tickSize, lotSize,
           events, sourceRows, parts FROM recordings ORDER BY ALL`,
      ),
      [
        ["it's", oddSymbol, "29.02.2024", "quotes", 0.05, 1e-5, 9, 5002, 1],
        ["made", "MADE", "29.02.2024", "orders", 0.05, 1e-5, 5000, 5002, 3],
      ],
    );
    deepEqual(
      await rows("SELECT rule, sum(count)::INT FROM findings GROUP BY rule ORDER BY rule"),
      [
        ["gap", 2],
        ["off-grid", 4],
      ],
    );
  });

  test("joins trades with the quote before them (ASOF)", async () => {
    const sql = `
      WITH quotes AS (SELECT * FROM events WHERE kind = 'level' AND quantityLots > 0),
        bids AS (SELECT * FROM quotes WHERE side = 'bid'),
        asks AS (SELECT * FROM quotes WHERE side = 'ask')
      SELECT trade.row, trade.priceTicks, bids.priceTicks AS bid, asks.priceTicks AS ask
      FROM events AS trade
      ASOF JOIN bids ON trade.source = bids.source AND trade.instrument = bids.instrument
        AND trade.date = bids.date AND trade.row > bids.row
      ASOF JOIN asks ON trade.source = asks.source AND trade.instrument = asks.instrument
        AND trade.date = asks.date AND trade.row > asks.row
      WHERE trade.kind = 'trade' AND trade.source = 'it''s'
      ORDER BY trade.row`;
    deepEqual(await rows(sql), [
      [2, 102, 100, 102],
      [5, 100, 100, 103],
      [7, 102.5, 101, 103],
    ]);
  });

  test("gives values that JSON has words for", async () => {
    deepEqual(
      await rows(`SELECT NULL, true, 9007199254740993, 2::BIGINT, 'nan'::DOUBLE, DATE '2024-02-29',
        [1, NULL], {'a': 1.50::DECIMAL(4, 2)}`),
      [[null, true, "9007199254740993", 2, "NaN", "2024-02-29", [1, null], { a: "1.50" }]],
    );
  });

  test("that is wrong is told in DuckDB's words", async () => {
    await rejects(rows("SELECT nothing FROM events"), {
      code: "BAD_SQL",
      message: /column "nothing" not found/,
    });
    await rejects(rows("SELEC 1"), { code: "BAD_SQL", message: /^Parser Error: .*"SELEC"/s });
    await rejects(rows("SELECT error('late') FROM events"), { code: "BAD_SQL", message: /late/ });
  });

  for (const sql of [
    "CREATE TABLE mine (a INT)",
    "DELETE FROM recordings",
    "COPY (SELECT 1) TO 'PART'",
    "COPY (SELECT 1) TO 'OUTSIDE'",
    "ATTACH 'OUTSIDE'",
    "SET enable_external_access = true",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO 'OUTSIDE'",
    "INSTALL httpfs",
    "SELECT 1; SELECT 2",
    "SELECT * FROM read_text('/etc/hostname')",
    "SELECT * FROM glob('/etc/*')",
    " ",
  ]) {
    test(`cannot be ${JSON.stringify(sql)}`, async () => {
      const part = join(
        ...[catalogue, "source=made", "instrument=MADE", "date=2024-02-29"],
        "part-1-00000.parquet",
      );
      const text = sql
        .replace("PART", part.replaceAll("'", "''"))
        .replace("OUTSIDE", join(folder, "outside").replaceAll("'", "''"));
      const isRefused = /expected one SELECT|disabled by configuration/;
      await rejects(rows(text), isRefused);
      deepEqual(
        readdirSync(folder).filter((name) => name.startsWith("outside")),
        [],
      );
      deepEqual(await rows("SELECT count(*) FROM events"), [[5009]]);
    });
  }
});

test("an empty catalogue has empty tables, and one that is not there is named", async () => {
  const empty = await openCatalogueQueries(createTestFolder());
  const result = await empty.run("SELECT * FROM events");
  for await (const batch of result.batches()) equal(batch.length, 0);
  equal(result.columns.length, 12);
  await empty.close();
  await rejects(openCatalogueQueries(join(folder, "none")), { code: "CATALOGUE_NOT_FOUND" });
});

test("a part that was cut off is named before any query", async () => {
  const damaged = createTestFolder();
  const recording = createMadeRecording({ folder, events: 100 });
  const result = await importRecording(recording, damaged);
  truncateSync(join(result.folder, "part-1-00000.parquet"), 99);
  await rejects(openCatalogueQueries(damaged), /part-1-00000.parquet: .*found 99 bytes/);
});

/** Commands of `metaorder data`, one after the other in a process of their own. */
function runData(...commands: readonly (readonly string[])[]): CliResult[] {
  const at = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const code = `
    import { Command } from ${JSON.stringify(import.meta.resolve("commander"))};
    import * as commands from ${at("../../src/cli/commands/data-store.ts")};
    const data = new Command("data");
    for (const add of Object.values(commands)) add(data);
    for (const args of ${JSON.stringify(commands)}) {
      process.exitCode = 0;
      await data.parseAsync(args, { from: "user" }).catch((fault) => {
        process.stderr.write(fault.message + "\\n");
        process.exitCode = 1;
      });
      process.stdout.write("\\0" + process.exitCode + "\\0");
      process.stderr.write("\\0");
    }`;
  const run = ["--input-type=module-typescript", "--eval", code];
  const { stdout, stderr } = spawnSync(process.execPath, run, {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  const [outputs, faults] = [stdout.split("\0"), stderr.split("\0")];
  equal(outputs.length, 2 * commands.length + 1, stderr);
  return commands.map((_, index) => ({
    code: Number(outputs[2 * index + 1]),
    stdout: outputs[2 * index]!,
    stderr: faults[index]!,
  }));
}

describe("the command line", () => {
  test("queries as a table, as CSV and as JSON", () => {
    const sql = "SELECT instrument, events, 'a \"b\", c' AS text FROM recordings ORDER BY events";
    const query = ["query", sql, "--catalogue", catalogue];
    const wrong = ["query", "SELECT x FROM events", "--catalogue", catalogue];
    const [table, csv, , fault] = runData(query, [...query, "--csv"], query, wrong);
    equal(
      table?.stdout,
      ` instrument   events      text \n ${oddSymbol}       9  a "b", c \n` +
        ' MADE           5000  a "b", c \n',
    );
    equal(
      csv?.stdout,
      `instrument,events,text\n${oddSymbol},9,"a ""b"", c"\nMADE,5000,"a ""b"", c"\n`,
    );
    deepEqual({ code: fault?.code, stdout: fault?.stdout }, { code: 1, stdout: "" });
    match(fault?.stderr ?? "", /^Binder Error: Referenced column "x" not found/);
    const [json] = runData([...query, "--json"]);
    deepEqual(JSON.parse(json?.stdout ?? ""), [
      { instrument: oddSymbol, events: 9, text: 'a "b", c' },
      { instrument: "MADE", events: 5000, text: 'a "b", c' },
    ]);
  });

  test("prints long answers in part as a table and whole as CSV", () => {
    const query = ["query", "SELECT row FROM events WHERE source = 'made'", "--catalogue"];
    const [table, csv] = runData([...query, catalogue], [...query, catalogue, "--csv"]);
    equal(table?.stdout.split("\n").length, 502);
    match(table?.stderr ?? "", /the first 500 rows/);
    equal(csv?.stdout.split("\n").length, 5002);
  });

  test("imports, passes over what is there, lists and verifies", () => {
    const data = join(folder, "day.csv");
    writeFileSync(
      data,
      "# symbol: TEST\n# date: 2012-06-21\n# timeZone: America/New_York\n# tickSize: 0.01\n" +
        "time,kind,side,order,price,quantity\n" +
        "09:30:00.1,add,bid,1,10.00,5\n09:30:00.2,add,ask,2,10.02,5\n",
    );
    const store = join(folder, "store");
    const importing = ["import", data, "--catalogue", store];
    const listing = ["list", "--catalogue", store, "--verify"];
    const [first, second, sound, wrong, absent] = runData(
      importing,
      importing,
      listing,
      [...importing, "--tick-size", "0"],
      ["list", "--catalogue", join(folder, "no")],
    );
    match(first?.stdout ?? "", /csv +TEST +2012-06-21 +imported +2 /);
    equal(first?.stderr, "");
    match(second?.stdout ?? "", /2012-06-21 +already there +2 /);
    match(sound?.stdout ?? "", /every part is sound/);
    match(wrong?.stderr ?? "", /--tick-size: found 0, expected a positive number/);
    match(absent?.stderr ?? "", /no such catalogue/);
    equal(existsSync(join(folder, "no")), false);
    truncateSync(
      join(store, "source=csv", "instrument=TEST", "date=2012-06-21", "part-1-00000.parquet"),
      50,
    );
    const [damaged, healed, again] = runData(
      [...listing, "--json"],
      [...importing, "--json"],
      listing,
    );
    equal(damaged?.code, 1);
    match(JSON.parse(damaged?.stdout ?? "").damage[0], /part-1-00000.parquet: a damaged part/);
    equal(JSON.parse(healed?.stdout ?? "")[0].kind, "imported");
    match(again?.stdout ?? "", /every part is sound/);
  });
});
