/** `metaorder data describe`: what a recorded market is like, as tables and as a page of plots. */
import { basename } from "node:path";
import type { Command } from "commander";
import colors from "picocolors";
import type { FactsSession } from "../analytics/market-facts/facts-session.ts";
import { regularSession } from "../analytics/market-facts/facts-session.ts";
import type { MarketFacts } from "../analytics/market-facts/market-facts.ts";
import { renderMarketFactsReport } from "../analytics/report/market-facts-report.ts";
import { InputError } from "../core/trouble.ts";
import { parseLobsterFileName } from "../data/lobster/file-name.ts";
import { type Finding, findingRules, type Recording } from "../data/recording.ts";
import { measureMarketFacts } from "../evaluation/market-facts.ts";
import {
  addSource,
  describeSource,
  formatMoment,
  openSource,
  type SourceOptions,
  shareOfSession,
} from "./data-source.ts";
import { factsToText } from "./facts-output.ts";
import { measureLobsterLives } from "./lobster-lives.ts";
import { withProgress } from "./progress.ts";
import { commandLine, writeWhole } from "./write-file.ts";

interface DescribeOptions extends SourceOptions {
  readonly report?: string;
  readonly json?: boolean;
}

/** Levels measured of recordings that show all there are. */
const measuredLevels = 5;

export function addDataDescribe(data: Command): void {
  addSource(data.command("describe"))
    .description("what a recorded market is like: spread, depth, rates, sizes, volatility, its day")
    .option("--report <file.html>", "write a page of plots")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText(
      "after",
      `
Of New York's markets the regular session is measured, 09:30 to 16:00; elsewhere all there is. What
the recording cannot tell is left out: no spread without quotes, no order lives without orders.
Every definition stands in docs/guides/data.md.

Examples:
  metaorder data describe AMZN_2012-06-21_34200000_57600000_message_5.csv.gz --report amzn.html
  metaorder data describe 20131007_ibm_Trade_Tick.csv.gz --json`,
    )
    .exitOverride()
    .action(showDescription);
}

async function showDescription(path: string, options: DescribeOptions): Promise<void> {
  const recording = await openSource(path, options);
  const session = regularSession(recording.timeZone);
  const facts = await withProgress("reading", (progress) =>
    measure(recording, session, (timeNs, events) =>
      progress.update(shareOfSession(session, timeNs), events),
    ),
  );
  const findings = recording.findings.list();
  if (options.report !== undefined) {
    const target = writeWhole(options.report, renderPage(recording, facts, findings));
    process.stderr.write(`report: ${target}\n`);
  }
  process.stdout.write(
    options.json === true ? toJson(recording, facts, findings) : toText(recording, facts, findings),
  );
}

async function measure(
  recording: Recording,
  session: FactsSession,
  onProgress: (timeNs: number, events: number) => void,
): Promise<MarketFacts> {
  const facts = await measureMarketFacts(
    recording,
    { session, levels: levelsOf(recording), granularity: recording.granularity },
    onProgress,
  );
  if (facts.records === 0) {
    const [file = ""] = recording.paths;
    const found = `no event between ${formatMoment(session.fromNs, 0)} and ${session.toNs === Number.POSITIVE_INFINITY ? "the end" : formatMoment(session.toNs, 0)}`;
    throw new InputError({ path: file }, { found, expected: "something to measure" });
  }
  if (recording.format !== "lobster" || facts.orders === undefined) return facts;
  const lives = await measureLobsterLives(recording.paths[0] ?? "");
  return { ...facts, orders: { ...facts.orders, ...lives } };
}

/** Price levels that the recording shows on each side. */
function levelsOf({ format, granularity, paths }: Recording): number {
  if (granularity === "quotes" || granularity === "bars") return 1;
  if (format !== "lobster") return measuredLevels;
  const name = parseLobsterFileName(basename(paths[0] ?? ""));
  return Math.min(measuredLevels, name?.levels ?? measuredLevels);
}

function renderPage(
  recording: Recording,
  facts: MarketFacts,
  findings: readonly Finding[],
): string {
  const { instrument, date, timeZone, format, granularity, paths, rows } = recording;
  return renderMarketFactsReport({
    title: `${instrument.symbol}, ${date}`,
    generatedBy: commandLine(process.argv.slice(2)),
    source: { format, granularity, date, timeZone, paths: [...paths], rows },
    instrument,
    facts,
    findings: findings.map(({ rule, count }) => ({ rule, count, meaning: findingRules[rule] })),
  });
}

/** The path of prices is for drawing; it stays out. */
function toJson(recording: Recording, facts: MarketFacts, findings: readonly Finding[]): string {
  const { format, instrument, date, timeZone, granularity, paths, rows } = recording;
  const { path: _, ...numbers } = facts;
  const source = { format, instrument, date, timeZone, granularity, paths, rows };
  return `${JSON.stringify({ ...source, findings, facts: numbers }, undefined, 2)}\n`;
}

function toText(recording: Recording, facts: MarketFacts, findings: readonly Finding[]): string {
  const { span, records, recordsPerMinute } = facts;
  const counts = `${records.toLocaleString("en-US")} records, ${recordsPerMinute.toFixed(1)} a minute`;
  const head = [
    `${colors.bold(describeSource(recording))}: ${counts}`,
    `measured from ${formatMoment(span.fromNs, 0)} to ${formatMoment(span.toNs, 0)}`,
  ];
  const notes: string[] = [];
  if (span.recordsOutside > 0) {
    notes.push(
      `${span.recordsOutside.toLocaleString("en-US")} records outside of it only moved the book.`,
    );
  }
  if (findings.length > 0) {
    const list = findings.map(({ rule, count }) => `${rule} ${count.toLocaleString("en-US")}`);
    notes.push(`Found on the way: ${list.join(", ")}; more with \`metaorder data check\`.`);
  }
  const text = factsToText(facts, recording.instrument);
  return `${[...head, "", text, ...notes.map((note) => colors.dim(note))].join("\n")}\n`;
}
