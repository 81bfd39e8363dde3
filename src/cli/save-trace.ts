/** The first seed of an evaluation, looked at closely: a report of its orders and their market. */

import type { NewsMarker } from "../analytics/index.ts";
import { traceOrder, WorldEvaluator } from "../evaluation/index.ts";
import type { createMarket } from "../simulation/worlds/create-market.ts";
import type { OrderBookWorld } from "../simulation/worlds/world.ts";
import type { EvaluationPlan } from "./evaluate-world.ts";
import { createOrderRequest, createWorldRequest, instrumentOf } from "./world-work.ts";
import { commandLine, writeWhole } from "./write-file.ts";

/** @returns a line about the file; undefined in worlds without a book, which have nothing to show */
export async function saveTrace(plan: EvaluationPlan, path: string): Promise<string | undefined> {
  const { file, options, setup } = plan;
  const { world } = file;
  if (world.kind === "linear") return undefined;
  const { renderReport } = await import("./order-report.ts");
  const request = createWorldRequest(file.path, world, options);
  const outcome = traceOrder(new WorldEvaluator(request), request, setup.firstSeed);
  const source = {
    path: `${file.name}, seed ${setup.firstSeed}`,
    sha256: file.hash,
    events: outcome.events,
    isSynthetic: true,
  };
  const worked = {
    ...{ source, outcome, instrument: instrumentOf(world) },
    request: createOrderRequest(world, options),
  };
  const html = renderReport(worked, {
    commandLine: commandLine(process.argv.slice(2)),
    description: world.title,
    news: newsOf(world, request.market),
  });
  return `report of seed ${setup.firstSeed}: ${writeWhole(path, html)}`;
}

/** News as it turned out in the seed that ran last. */
function newsOf(world: OrderBookWorld, market: ReturnType<typeof createMarket>): NewsMarker[] {
  return world.nature === undefined
    ? []
    : market.newsDrawn.map(({ timeNs, kind }) => ({ timeNs, label: `news: ${kind}` }));
}
