/** `metaorder data import`, `list` and `query`: the catalogue of recorded markets. */
import type { Command } from "commander";
import { runDataImport } from "../data-import.ts";
import { runDataList } from "../data-list.ts";
import { runDataQuery } from "../data-query.ts";
import { collect } from "./worlds.ts";

const json = ["--json", "print one JSON document on standard output and nothing else"] as const;
const catalogue = ["--catalogue <folder>", "where the recordings are kept"] as const;

export function addDataImport(data: Command): void {
  data
    .command("import")
    .description("recordings into a catalogue of Parquet files, each whole or not at all")
    .argument("<path...>", "files or folders of any format that is read here")
    .requiredOption(...catalogue)
    .option("--source <name>", "under which name; the format's without it")
    .option("--format <name>", "where it shall not be found out")
    .option("--symbol <name>", "of a file with several instruments; may be repeated", collect, [])
    .option("--date <date>", "YYYY-MM-DD, where neither file nor name tells")
    .option("--tick-size <money>", "price of one tick, where the file does not tell")
    .option("--lot-size <quantity>", "of one lot, where the file does not tell")
    .option("--replace", "take the place of another recording of the same source, symbol and day")
    .option(...json)
    .addHelpText(
      "after",
      `
What was imported before, from the same files in the same way, is passed over; so a command that
was interrupted can be given again.

Examples:
  metaorder data import AMZN_2012-06-21_34200000_57600000_message_5.csv.gz --catalogue market
  metaorder data import 01302020.NASDAQ_ITCH50.gz --symbol AAPL --symbol MSFT --catalogue market`,
    )
    .action(runDataImport);
}

export function addDataList(data: Command): void {
  data
    .command("list")
    .description("the recordings of a catalogue")
    .requiredOption(...catalogue)
    .option("--verify", "read every part and compare it with its SHA-256; exit code 1 for damage")
    .option(...json)
    .addHelpText("after", "\nExample:\n  metaorder data list --catalogue market --verify")
    .action(runDataList);
}

export function addDataQuery(data: Command): void {
  data
    .command("query")
    .description("SQL over a catalogue: the tables are events, recordings and findings")
    .argument("<sql>", "one SELECT, in DuckDB's SQL")
    .requiredOption(...catalogue)
    .option("--csv", "print every row as CSV")
    .option(...json)
    .addHelpText(
      "after",
      `
Examples:
  metaorder data query --catalogue market "SELECT * FROM recordings"
  metaorder data query --catalogue market --csv \\
    "SELECT kind, count(*) AS events, sum(quantityLots) AS lots FROM events GROUP BY kind"`,
    )
    .action(runDataQuery);
}
