/** Works an order over a market and shows what came of it: what `run` and `replay` share. */
import type { NewsMarker } from "../analytics/index.ts";
import { replayOrder } from "../evaluation/index.ts";
import type { MarketEventSource } from "../market/event-block.ts";
import type { OrderOptions, OrderRequest } from "./order-options.ts";
import { type SourceSummary, toJson, toText, type WorkedOrder } from "./order-output.ts";
import { withProgress } from "./progress.ts";
import { commandLine, writeWhole } from "./write-file.ts";

type MarketSummary = Pick<SourceSummary, "path" | "sha256"> & Partial<SourceSummary>;

export interface OrderMarket {
  readonly source: MarketEventSource;
  readonly isSynthetic: boolean;
  /** Where the market ends, for the progress bar. */
  readonly untilNs: number;
  /** Known once everything has been read. */
  readonly summary: () => MarketSummary | Promise<MarketSummary>;
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
  const { source, isSynthetic } = market;
  const isJson = options.json === true;
  let firstNs = Number.NaN;
  const outcome = await withProgress("working the order", (progress) =>
    replayOrder({
      ...request,
      source,
      onProgress: (time, events) => {
        if (Number.isNaN(firstNs)) firstNs = time;
        progress.update((time - firstNs) / (market.untilNs - firstNs), events);
      },
    }),
  );
  const summary = { ...(await market.summary()), events: outcome.events, isSynthetic };
  const worked: WorkedOrder = { source: summary, instrument: source.instrument, request, outcome };
  // The result first: a report that cannot be written must not take it along.
  process.stdout.write(
    isJson ? `${JSON.stringify(toJson(worked), undefined, 2)}\n` : toText(worked),
  );
  for (const line of isJson ? [] : (market.afterwards?.() ?? [])) {
    process.stderr.write(`${line}\n`);
  }
  if (options.report === undefined) return;
  const saved = await saveReport(worked, market, options.report);
  if (!isJson) process.stderr.write(`${saved}\n`);
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
