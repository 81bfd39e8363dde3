/** `metaorder replay --verify`: the book rebuilt from LOBSTER messages against the printed one. */
import { basename } from "node:path";
import colors from "picocolors";
import { UsageError } from "../core/trouble.ts";
import {
  detectFormat,
  type LobsterCounts,
  type LobsterSource,
  openLobster,
  readPrintedRows,
} from "../data/index.ts";
import { parseLobsterFileName } from "../data/lobster/file-name.ts";
import { verifyBook } from "../evaluation/index.ts";
import { parseSize } from "./data-source.ts";
import { withProgress } from "./progress.ts";
import { checkTickSize, type RecordingChoice } from "./replay-recording.ts";

/** Fractions of a US dollar in LOBSTER prices. */
const fileUnitsPerCurrencyUnit = 10_000;
const sessionEndNs = 57_600e9;

/** @throws UsageError for a recording of another format: only LOBSTER prints the book beside it */
export async function verifyRecording(choice: RecordingChoice, isJson: boolean): Promise<void> {
  const tickSize = parseSize("--tick-size", choice.tickSize) ?? 0.01;
  checkTickSize("lobster", tickSize);
  const format = choice.format ?? (await detectFormat(choice.data)).name;
  if (format !== "lobster") {
    const expected = "LOBSTER, which prints the book beside the messages";
    throw new UsageError(`--verify: found a recording of format ${format}, expected ${expected}`);
  }
  const source = await openLobster(choice.data, { tickSize, onMismatch: "count" });
  const printed = readPrintedRows(source.orderbookPath, tickSize * fileUnitsPerCurrencyUnit);
  let firstNs = Number.NaN;
  const result = await withProgress("verifying", (progress) =>
    verifyBook(
      source,
      async () => (await printed.next()).value ?? undefined,
      (time, rows) => {
        if (Number.isNaN(firstNs)) firstNs = time;
        progress.update((time - firstNs) / (sessionEndNs - firstNs), rows);
      },
    ),
  );
  const surplus = (await printed.next()).done === true ? 0 : 1;
  const mismatches = result.mismatches + source.counts.mismatches + surplus;
  process.stdout.write(
    isJson
      ? `${JSON.stringify(verifyJson(source, result.rows, mismatches), undefined, 2)}\n`
      : verifyText(source, result.rows, mismatches, result.examples),
  );
  if (mismatches > 0) process.exitCode = 1;
}

function verifyJson(source: LobsterSource, rows: number, mismatches: number): unknown {
  const { messagePath, orderbookPath, digests } = source;
  return {
    source: {
      path: messagePath,
      sha256: digests?.message ?? "",
      orderbook: { path: orderbookPath, sha256: digests?.orderbook ?? "" },
    },
    levels: source.levels,
    rows,
    mismatches,
    counts: source.counts,
  };
}

function verifyText(
  source: LobsterSource,
  rows: number,
  mismatches: number,
  examples: readonly string[],
): string {
  const verdict =
    mismatches === 0 ? colors.green("0 mismatches") : colors.red(`${mismatches} mismatches`);
  return [
    `${source.messagePath}: ${rows.toLocaleString("en-US")} rows, best ${source.levels} levels, ${verdict}`,
    ...examples,
    ...lobsterReadingLines(source.counts),
    "",
  ].join("\n");
}

/** What the reader had to do beyond reading; on standard error, so that tables stay clean. */
export function lobsterReadingLines(counts: Readonly<LobsterCounts>): string[] {
  const number = (value: number): string => value.toLocaleString("en-US");
  const standing =
    counts.standingInPartialCancellations +
    counts.standingInDeletions +
    counts.standingInExecutions;
  return [
    `read ${number(counts.rows)} rows: ${number(counts.hiddenExecutions)} hidden executions ` +
      `(${number(counts.hiddenExecutionsOffGrid)} off the tick grid); ` +
      `${number(standing)} rows name orders that stood before we could see them; ` +
      `depth came into sight ${number(counts.reveals)} times and had left unseen ` +
      `${number(counts.withdrawals)} times`,
  ];
}

/** Price levels a side that a pair of files shows. */
export function lobsterLevels(messagePath: string): number | undefined {
  return parseLobsterFileName(basename(messagePath))?.levels;
}
