/** `metaorder data check`: what is wrong with a recording, and what is done about it. */
import type { Command } from "commander";
import colors from "picocolors";
import type { BookFaultFacts, BookStateFacts } from "../analytics/market-facts/book-faults.ts";
import {
  type FactsSession,
  isRegular,
  regularSession,
} from "../analytics/market-facts/facts-session.ts";
import { formatDuration } from "../core/time.ts";
import type { DurationNs } from "../core/units.ts";
import {
  type Finding,
  type FindingPlace,
  type FindingRule,
  findingRules,
  type Recording,
} from "../data/recording.ts";
import { checkRecording, type RecordingCheck } from "../evaluation/check-recording.ts";
import {
  addSource,
  describeSource,
  formatMoment,
  openSource,
  type SourceOptions,
  shareOfSession,
} from "./data-source.ts";
import { findingsTable } from "./findings-output.ts";
import { withProgress } from "./progress.ts";

interface CheckOptions extends SourceOptions {
  readonly strict?: boolean;
  readonly json?: boolean;
}

interface CheckedRecording {
  readonly recording: Recording;
  readonly session: FactsSession;
  readonly check: RecordingCheck;
  readonly findings: readonly Finding[];
}

export function addDataCheck(data: Command): void {
  addSource(data.command("check"))
    .description("reads a recording to its end and says what is wrong with it")
    .option("--strict", "exit code 1 when anything is found")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText(
      "after",
      `
Findings are no failure: the exit code is 0 when the recording could be read to its end, and 1 where
it could not. What each finding means stands in docs/guides/data.md.

Examples:
  metaorder data check AMZN_2012-06-21_34200000_57600000_message_5.csv.gz
  metaorder data check 01302020.NASDAQ_ITCH50.gz --symbol AAPL --strict`,
    )
    .exitOverride()
    .action(showCheck);
}

async function showCheck(path: string, options: CheckOptions): Promise<void> {
  const recording = await openSource(path, options);
  const session = regularSession(recording.timeZone);
  const check = await withProgress("reading", (progress) =>
    checkRecording(recording, session, (timeNs, events) =>
      progress.update(shareOfSession(session, timeNs), events),
    ),
  );
  const findings = mergeFindings(recording, check.book);
  const checked = { recording, session, check, findings };
  process.stdout.write(options.json === true ? toJson(checked) : toText(checked));
  if (check.unreadable !== undefined) throw check.unreadable;
  if (options.strict === true && findings.length > 0) process.exitCode = 1;
}

/** The reader's findings, which know their place, and of the book's what the reader does not tell. */
function mergeFindings(recording: Recording, book: BookFaultFacts): readonly Finding[] {
  const path = recording.paths[0] ?? "";
  const ofBook: readonly [FindingRule, number, number | undefined][] = [
    ["crossed-book", book.crossed.count, book.crossed.firstNs],
    ["locked-book", book.locked.count, book.locked.firstNs],
    ["half-day", book.halfDayEndNs === undefined ? 0 : 1, book.halfDayEndNs],
    ["halt", book.haltCount, book.halts[0]?.fromNs],
    ["outside-session", book.outsideSession.count, book.outsideSession.firstNs],
  ];
  const known = new Map(recording.findings.list().map((finding) => [finding.rule, finding]));
  for (const [rule, count, venueTimeNs] of ofBook) {
    if (count === 0 || known.has(rule)) continue;
    const first: FindingPlace = { path, ...(venueTimeNs === undefined ? {} : { venueTimeNs }) };
    known.set(rule, { rule, count, first });
  }
  return (Object.keys(findingRules) as FindingRule[]).flatMap((rule) => known.get(rule) ?? []);
}

function toJson({ recording, session, check, findings }: CheckedRecording): string {
  const { format, instrument, date, timeZone, granularity, paths, rows } = recording;
  const { book, unreadable } = check;
  const document = {
    ...{ format, instrument, date, timeZone, granularity, paths, rows },
    session: isRegular(session) ? { fromNs: session.fromNs, toNs: session.toNs } : null,
    readable: unreadable === undefined,
    ...(unreadable === undefined ? {} : { trouble: unreadable.message }),
    findings: findings.map((finding) => ({ ...finding, meaning: findingRules[finding.rule] })),
    book,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function toText(checked: CheckedRecording): string {
  const { recording, check, findings } = checked;
  const { book, unreadable } = check;
  const counts = `${recording.rows.toLocaleString("en-US")} rows, ${book.events.toLocaleString("en-US")} events`;
  const parts = [
    `${colors.bold(describeSource(recording))}: ${counts}`,
    ...describeTimes(checked),
    ...describeBook(checked),
    ...describeHalts(book),
    ...describeAuctions(recording, book),
    "",
    findings.length > 0 ? findingsTable(findings) : "Nothing found.",
  ];
  if (unreadable !== undefined) parts.push("", colors.bold("It could not be read to its end."));
  return `${parts.join("\n")}\n`;
}

function describeTimes({ session, check: { book } }: CheckedRecording): readonly string[] {
  const { firstNs, lastNs, longestSilence, records } = book;
  if (firstNs === undefined || lastNs === undefined) return ["no event"];
  const lines = [
    `events from ${formatMoment(firstNs)} to ${formatMoment(lastNs)}, ${records.toLocaleString("en-US")} records`,
  ];
  if (isRegular(session)) {
    const fromNs = Math.max(firstNs, session.fromNs);
    const toNs = Math.min(lastNs, session.toNs);
    const share = Math.max(0, (toNs - fromNs) / (session.toNs - session.fromNs));
    lines.push(
      `regular session ${formatMoment(session.fromNs, 0)} to ${formatMoment(session.toNs, 0)}: ${percent(share)} of it covered`,
    );
  }
  if (longestSilence !== undefined) {
    const { fromNs, toNs } = longestSilence;
    lines.push(`longest silence ${duration(toNs - fromNs)}, from ${formatMoment(fromNs)}`);
  }
  return lines;
}

function describeBook({ recording, check: { book } }: CheckedRecording): readonly string[] {
  const { open, locked, crossed, oneSided } = book;
  const allNs = open.heldNs + locked.heldNs + crossed.heldNs + oneSided.heldNs;
  if (recording.granularity === "trades" || open.count + locked.count + crossed.count === 0) {
    return ["no book to look at"];
  }
  const state = (name: string, { count, heldNs, longestNs }: BookStateFacts): string =>
    `${name} ${percent(heldNs / Math.max(1, allNs))}${count === 0 ? "" : ` (${count.toLocaleString("en-US")} times, at longest ${duration(longestNs)})`}`;
  return [
    `book of the session: ${[state("crossed", crossed), state("locked", locked), state("one side empty", oneSided)].join(", ")} of the time`,
  ];
}

function describeHalts({ halts, haltCount }: BookFaultFacts): readonly string[] {
  if (haltCount === 0) return [];
  const shown = halts.map(
    ({ fromNs, toNs }) =>
      `${formatMoment(fromNs, 0)} to ${toNs === undefined ? "the end" : formatMoment(toNs, 0)}`,
  );
  return [`no trading ${shown.join(", ")}${haltCount > shown.length ? ", …" : ""}`];
}

function describeAuctions(recording: Recording, book: BookFaultFacts): readonly string[] {
  const { auctions, auctionCount } = book;
  if (auctionCount === 0) return [];
  const { tickSize, lotSize } = recording.instrument;
  const shown = auctions.slice(0, 5).map(({ timeNs, priceTicks, lots }) => {
    const quantity = (lots * lotSize).toLocaleString("en-US");
    return `${formatMoment(timeNs, 0)} ${quantity} at ${Number((priceTicks * tickSize).toPrecision(12))}`;
  });
  return [`auctions: ${shown.join("; ")}${auctionCount > shown.length ? "; …" : ""}`];
}

function percent(share: number): string {
  if (share > 0 && share < 0.0001) return "< 0.01 %";
  return `${(100 * share).toFixed(2)} %`;
}

function duration(lengthNs: number): string {
  return formatDuration(Number(lengthNs.toPrecision(4)) as DurationNs);
}
