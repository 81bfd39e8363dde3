/** `metaorder replay`: parent orders over recorded days, or the check of a LOBSTER recording. */
import type { Command } from "commander";
import { UsageError } from "../../core/trouble.ts";
import { findingRules, type Recording } from "../../data/index.ts";
import type { LobsterRecording } from "../../data/lobster/lobster-recording.ts";
import { impactHelp, parseImpact } from "../impact-option.ts";
import { withPolicyModels } from "../model-policies.ts";
import { addOrderOptions, type OrderOptions, parseOrderOptions } from "../order-options.ts";
import { replayOrders } from "../replay-orders.ts";
import {
  addRecordingOptions,
  chooseCurve,
  digestRecording,
  openReplayable,
  parseQueues,
  type RecordingChoice,
  shownDepth,
  summariseRecording,
} from "../replay-recording.ts";
import { lobsterLevels, lobsterReadingLines, verifyRecording } from "../replay-verify.ts";
import { workOrder } from "../work-order.ts";

export interface ReplayOptions extends OrderOptions, Omit<RecordingChoice, "data"> {
  readonly data?: string;
  readonly orders?: string;
  readonly out?: string;
  readonly workers?: string;
  readonly queues: string;
  readonly verify?: boolean;
  readonly impact: string;
}

const example = `
Any recording that shows a book can be replayed: order by order (LOBSTER, ITCH, DBN, Bitstamp), price
levels or best quotes with trades (Binance, Bybit, Tardis, US ticks, our own CSV), or a folder of a
catalogue. Times are those of the recording's clock: New York for US stocks, UTC elsewhere.
Quantities are lots: shares, contracts, or what the recording counts in; the first line tells.

Examples:
  metaorder replay --data AMZN_2012-06-21_34200000_57600000_message_5.csv.gz \\
    --side sell --quantity 20000 --start 10:00 --end 13:00 --report out/amzn.html
  metaorder replay --data DIR --side buy --quantity 5000 --start 10:00 --end 11:00 \\
    --policies vwap,pov:rate=0.15,twap:placement=cross,slice=30s --latency 250us --json
  metaorder replay --data binance_usdm_btcusdt_20240808.jsonl.gz --queues power:n=2 \\
    --side buy --quantity 500 --start 12:36 --end 12:39
  metaorder replay --orders parents.csv --out out/parents --report out/parents.html
  metaorder replay --verify --data DIR

A list of orders: docs/guides/replay-orders.md.`;

const newYorkEndNs = 57_600e9;
/** What one order needs beside the market; a list of orders may say it line by line. */
const ofOneOrder = ["side", "quantity", "start", "end"] as const;

export function addReplayCommand(program: Command): void {
  const command = program
    .command("replay")
    .description("work parent orders over a recorded market")
    .option("--data <path>", "recording: a file, or a folder where a day is several files")
    .option("--orders <file.csv>", "a list of orders over many days and instruments")
    .option("--out <folder>", "keep the results of a list here, and go on where it was left")
    .option("--workers <count>", "threads for a list; does not change any result; one a core")
    .option("--impact <model>", impactHelp, "mechanical")
    .option("--verify", "only check a LOBSTER book against its orderbook file, row by row")
    .addHelpText("after", example);
  addRecordingOptions(command);
  addOrderOptions(command, "twap,vwap,pov,almgren-chriss");
  // Neither a check nor a list of orders needs the order's own options.
  for (const option of command.options) {
    if (ofOneOrder.some((name) => option.long === `--${name}`)) option.makeOptionMandatory(false);
  }
  command.action(async (options: ReplayOptions) => {
    if (options.orders !== undefined) {
      if (options.verify === true) throw new UsageError("--verify: found beside --orders");
      await replayOrders({ ...options, orders: options.orders });
      return;
    }
    for (const name of ["out", "workers"] as const) {
      if (options[name] !== undefined) throw new UsageError(`--${name}: found without --orders`);
    }
    const { data } = options;
    if (data === undefined) {
      throw new UsageError("--data: not given, expected a recording, or --orders with a list");
    }
    if (options.verify === true) await verifyRecording({ ...options, data }, options.json === true);
    else await replay({ ...options, data });
  });
}

async function replay(options: ReplayOptions & { readonly data: string }): Promise<void> {
  for (const name of ofOneOrder) {
    if (options[name] === undefined) {
      throw new UsageError(`--${name}: not given, expected with every replay but --verify`);
    }
  }
  const queues = parseQueues(options.queues);
  const recording = await openReplayable(options);
  const impact = parseImpact(options.impact, recording.instrument.tickSize);
  const order = parseOrderOptions(await withPolicyModels(options), recording.instrument);
  const { session, name } = chooseCurve(order, options, recording);
  const isUs = recording.timeZone === "America/New_York";
  await workOrder(
    options,
    { ...order, session, impact, queues, shows: shownDepth(recording) },
    {
      source: recording,
      isSynthetic: false,
      untilNs: isUs ? Math.max(newYorkEndNs, order.parent.endNs) : order.parent.endNs,
      summary: async () => ({
        ...(await digestRecording(recording)),
        recording: summariseRecording(recording, queues, name),
      }),
      description: describe(recording, queues.name),
      date: recording.date,
      afterwards: () => readingLines(recording),
    },
  );
}

function describe(recording: Recording, queues: string): string {
  const { format, granularity, instrument, paths } = recording;
  const { symbol } = instrument;
  const what =
    format === "lobster"
      ? `LOBSTER order-by-order messages of ${symbol}, best ${lobsterLevels(paths[0] ?? "") ?? "?"} price levels`
      : granularity === "orders"
        ? `order-by-order ${format} of ${symbol}`
        : `${granularity} of ${symbol} (${format}), places in the queue estimated by ${queues}`;
  return `${what}; the recorded flow does not react`;
}

/** What reading came upon; on standard error, so that tables stay clean. */
function readingLines(recording: Recording): readonly string[] {
  if (recording.format === "lobster") {
    return lobsterReadingLines((recording as LobsterRecording).counts);
  }
  const findings = recording.findings.list().map(({ rule, count }) => {
    return `${rule} ${count.toLocaleString("en-US")} (${findingRules[rule]})`;
  });
  const rows = `read ${recording.rows.toLocaleString("en-US")} rows`;
  return [findings.length === 0 ? rows : `${rows}; found ${findings.join("; ")}`];
}
