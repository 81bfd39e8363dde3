/** `metaorder data queues`: how far estimated places in the queue are from the exact ones. */
import type { Command } from "commander";
import colors from "picocolors";
import { parseDuration, parseTimeOfDay } from "../core/time.ts";
import { UsageError } from "../core/trouble.ts";
import type { DurationNs, TimeNs } from "../core/units.ts";
import { openRecording } from "../data/index.ts";
import { measureQueueError, type QueueErrors } from "../evaluation/index.ts";
import { parseQueueModel, type QueueModel, queueModelNames } from "../simulation/queue-model.ts";
import { withProgress } from "./progress.ts";
import { createTable } from "./table.ts";

interface QueueOptions {
  readonly data: string;
  readonly models: string;
  readonly start: string;
  readonly end: string;
  readonly every: string;
  readonly rest: string;
  readonly json?: boolean;
}

export function addDataQueues(data: Command): void {
  data
    .command("queues")
    .description("how wrong estimated queue positions are, measured on order-by-order data")
    .requiredOption("--data <path>", "order-by-order recording")
    .option(
      "--models <list>",
      `comma-separated: ${queueModelNames.join(", ")}`,
      "risk-averse,power:n=1,power:n=2,power:n=3,log",
    )
    .option("--start <time>", "first orders", "09:35")
    .option("--end <time>", "last orders", "15:55")
    .option("--every <duration>", "from one pair of orders to the next", "10s")
    .option("--rest <duration>", "how long each is left", "60s")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText("after", "\nExample:\n  metaorder data queues --data DIR --models log,power:n=2")
    .exitOverride()
    .action(showQueues);
}

async function showQueues(options: QueueOptions): Promise<void> {
  const models = options.models.split(",").map(modelOf);
  const plan = {
    startNs: timeOf("--start", options.start),
    endNs: timeOf("--end", options.end),
    everyNs: durationOf("--every", options.every),
    restNs: durationOf("--rest", options.rest),
  };
  const source = await openRecording(options.data);
  if (source.granularity !== "orders") {
    const found = `found a recording of ${source.granularity}`;
    throw new UsageError(`--data: ${found}, expected one that tells every order`);
  }
  const errors = await withProgress("comparing queues", () =>
    measureQueueError(source, models, plan),
  );
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({ instrument: source.instrument.symbol, ...errors }, undefined, 2)}\n`
      : toText(errors),
  );
}

function toText({ probes, trueFillRate, models }: QueueErrors): string {
  const table = createTable([
    ...["queue model", "filled", "agrees", "too early", "missed"],
    "delay, quartiles",
  ]);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  for (const { model, fillRate, agreement, tooEarly, missed, delaySeconds } of models) {
    const delays = delaySeconds.map((seconds) =>
      Number.isNaN(seconds) ? "–" : seconds.toFixed(3),
    );
    table.push([
      ...[model, percent(fillRate), percent(agreement), percent(tooEarly), percent(missed)],
      `${delays.join(" / ")} s`,
    ]);
  }
  const notes = [
    `${probes.toLocaleString("en-US")} orders of one lot at the touch; ${percent(trueFillRate)} fill in truth.`,
    "too early: filled by the model and not in truth; missed: the other way round; delay: of the model's fill.",
  ];
  return `${table.toString()}\n${notes.map((note) => colors.dim(note)).join("\n")}\n`;
}

function modelOf(text: string): QueueModel {
  const model = parseQueueModel(text.trim());
  if (model !== undefined) return model;
  throw new UsageError(`--models: found ${text}, expected ${queueModelNames.join(", ")}`);
}

function timeOf(flag: string, text: string): TimeNs {
  const time = parseTimeOfDay(text);
  if (time !== undefined) return time;
  throw new UsageError(`${flag}: found ${text}, expected a time such as 10:00`);
}

function durationOf(flag: string, text: string): DurationNs {
  const duration = parseDuration(text);
  if (duration !== undefined && duration > 0) return duration;
  throw new UsageError(`${flag}: found ${text}, expected a duration such as 10s`);
}
