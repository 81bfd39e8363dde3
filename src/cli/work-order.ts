/** Works an order over a market and shows what came of it: what `run` and `replay` share. */
import type { NewsMarker } from "../analytics/index.ts";
import { replayOrder } from "../evaluation/index.ts";
import type { MarketEventSource } from "../market/event-block.ts";
import type { OrderOptions, OrderRequest } from "./order-options.ts";
import { toJson, toText, type WorkedOrder } from "./order-output.ts";
import { createProgress } from "./progress.ts";
import { writeWhole } from "./write-file.ts";

export interface OrderMarket {
  readonly source: MarketEventSource;
  readonly path: string;
  readonly isSynthetic: boolean;
  /** Where the market ends, for the progress bar. */
  readonly untilNs: number;
  /** Known once everything has been read. */
  readonly sha256: () => string;
  readonly description: string;
  readonly date?: string;
  readonly news?: readonly NewsMarker[];
  /** Lines for standard error once the work is done. */
  readonly afterwards?: () => readonly string[];
}

export async function workOrder(
  options: OrderOptions,
  request: OrderRequest,
  market: OrderMarket,
): Promise<void> {
  const { source, path, isSynthetic } = market;
  const isJson = options.json === true;
  const progress = createProgress("working the order", { isQuiet: isJson });
  let firstNs = Number.NaN;
  const outcome = await replayOrder({
    ...request,
    source,
    onProgress: (time, events) => {
      if (Number.isNaN(firstNs)) firstNs = time;
      progress.update((time - firstNs) / (market.untilNs - firstNs), events);
    },
  });
  progress.stop();
  const summary = { path, events: outcome.events, sha256: market.sha256(), isSynthetic };
  const worked: WorkedOrder = { source: summary, instrument: source.instrument, request, outcome };
  const written =
    options.report === undefined ? [] : [await saveReport(worked, market, options.report)];
  if (isJson) {
    process.stdout.write(`${JSON.stringify(toJson(worked), undefined, 2)}\n`);
    return;
  }
  process.stdout.write(toText(worked));
  for (const line of [...(market.afterwards?.() ?? []), ...written]) {
    process.stderr.write(`${line}\n`);
  }
}

async function saveReport(worked: WorkedOrder, market: OrderMarket, path: string): Promise<string> {
  // Drawing takes a large library, which no other command should have to load.
  const { renderReport } = await import("./order-report.ts");
  const { description, date, news } = market;
  const html = renderReport(worked, {
    commandLine: commandLine(process.argv.slice(2)),
    description,
    ...(date === undefined ? {} : { date }),
    ...(news === undefined ? {} : { news }),
  });
  return `report: ${writeWhole(path, html)}`;
}

/** The command as it can be typed again. */
function commandLine(args: readonly string[]): string {
  const quoted = args.map((arg) =>
    /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`,
  );
  return ["metaorder", ...quoted].join(" ");
}
