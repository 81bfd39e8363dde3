/** `metaorder replay`: a parent order over a recorded day, or the check of the recording itself. */
import type { Command } from "commander";
import colors from "picocolors";
import { UsageError } from "../../core/trouble.ts";
import {
  type LobsterCounts,
  type LobsterSource,
  openLobster,
  readPrintedRows,
} from "../../data/index.ts";
import { verifyBook } from "../../evaluation/index.ts";
import { impactHelp, parseImpact } from "../impact-option.ts";
import { withPolicyModels } from "../model-policies.ts";
import { addOrderOptions, type OrderOptions, parseOrderOptions } from "../order-options.ts";
import { withProgress } from "../progress.ts";
import { workOrder } from "../work-order.ts";

interface ReplayOptions extends OrderOptions {
  readonly data: string;
  readonly verify?: boolean;
  readonly impact: string;
}

const example = `
Examples:
  metaorder replay --data AMZN_2012-06-21_34200000_57600000_message_5.csv.gz \\
    --side sell --quantity 20000 --start 10:00 --end 13:00 --report out/amzn.html
  metaorder replay --data DIR --side buy --quantity 5000 --start 10:00 --end 11:00 \\
    --policies vwap,pov:rate=0.15,twap:placement=cross,slice=30s --latency 250us --json
  metaorder replay --verify --data DIR`;

/** Fractions of a US dollar in LOBSTER prices. */
const fileUnitsPerCurrencyUnit = 10_000;
const sessionEndNs = 57_600e9;

export function addReplayCommand(program: Command): void {
  const command = program
    .command("replay")
    .description("work a parent order over recorded order-by-order data (LOBSTER files)")
    .requiredOption("--data <path>", "message or orderbook file, or a folder that holds one pair")
    .option("--tick-size <money>", "price of one tick", "0.01")
    .option("--impact <model>", impactHelp, "mechanical")
    .option("--verify", "only check the rebuilt book against the orderbook file, row by row")
    .addHelpText("after", example);
  addOrderOptions(command, "twap,vwap,pov,almgren-chriss");
  // The order's own options are not needed to verify a recording.
  for (const option of command.options) {
    if (["--side", "--quantity", "--start", "--end"].includes(option.long ?? "")) {
      option.makeOptionMandatory(false);
    }
  }
  command.action(async (options: ReplayOptions & { readonly tickSize: string }) => {
    const tickSize = Number(options.tickSize);
    const fileUnits = tickSize * fileUnitsPerCurrencyUnit;
    if (!(fileUnits >= 1 && Math.abs(fileUnits - Math.round(fileUnits)) < 1e-9)) {
      const expected = "a whole number of 0.0001, as LOBSTER prices are";
      throw new UsageError(`--tick-size: found ${options.tickSize}, expected ${expected}`);
    }
    if (options.verify === true) await verify(options, tickSize);
    else await replay(options, tickSize);
  });
}

async function replay(options: ReplayOptions, tickSize: number): Promise<void> {
  for (const name of ["side", "quantity", "start", "end"] as const) {
    if (options[name] === undefined) {
      throw new UsageError(`--${name}: not given, expected with every replay but --verify`);
    }
  }
  const source = await openLobster(options.data, { tickSize });
  const impact = parseImpact(options.impact, tickSize);
  const order = parseOrderOptions(await withPolicyModels(options), source.instrument);
  await workOrder(
    options,
    { ...order, impact },
    {
      source,
      isSynthetic: false,
      untilNs: sessionEndNs,
      summary: () => fileSummary(source),
      description:
        `LOBSTER order-by-order messages of ${source.instrument.symbol}, ` +
        `best ${source.levels} price levels; the recorded flow does not react`,
      ...(source.date === undefined ? {} : { date: source.date }),
      afterwards: () => readingLines(source.counts),
    },
  );
}

function fileSummary(source: LobsterSource) {
  return {
    path: source.messagePath,
    sha256: source.digests?.message ?? "",
    orderbook: { path: source.orderbookPath, sha256: source.digests?.orderbook ?? "" },
  };
}

/** What the reader had to do beyond reading; on standard error, so that tables stay clean. */
function readingLines(counts: Readonly<LobsterCounts>): string[] {
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

async function verify(options: ReplayOptions, tickSize: number): Promise<void> {
  const source = await openLobster(options.data, { tickSize, onMismatch: "count" });
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
    options.json === true
      ? `${JSON.stringify(verifyJson(source, result.rows, mismatches), undefined, 2)}\n`
      : verifyText(source, result.rows, mismatches, result.examples),
  );
  if (mismatches > 0) process.exitCode = 1;
}

function verifyJson(source: LobsterSource, rows: number, mismatches: number): unknown {
  return {
    source: fileSummary(source),
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
    ...readingLines(source.counts),
    "",
  ].join("\n");
}
