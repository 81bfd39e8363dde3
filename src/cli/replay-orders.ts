/** `metaorder replay --orders`: a list of parent orders, and one account of them all. */
import { availableParallelism } from "node:os";
import { renderOrdersReport } from "../analytics/report/render-orders-report.ts";
import { UsageError } from "../core/trouble.ts";
import { readVolumeCurve } from "../data/index.ts";
import { runInPool } from "../evaluation/index.ts";
import { summariseOrders } from "../evaluation/replay-orders-summary.ts";
import { createInstrument } from "../market/instrument.ts";
import type { ReplayOptions } from "./commands/replay.ts";
import { parseImpact } from "./impact-option.ts";
import { withPolicyModels } from "./model-policies.ts";
import { parseOrderOptions, wholeNumber } from "./order-options.ts";
import { modelReferenceOf, splitPolicies } from "./policy-list.ts";
import { withProgress } from "./progress.ts";
import { type ListedOrder, readOrderList } from "./replay-orders-list.ts";
import {
  ordersJson,
  ordersNotes,
  ordersReport,
  ordersText,
  type ResultOfOrder,
} from "./replay-orders-output.ts";
import { keyOf, ResultStore } from "./replay-orders-store.ts";
import type { OrderResult, OrdersSetup } from "./replay-orders-task.ts";
import { parseQueues } from "./replay-recording.ts";
import { commandLine, writeWhole } from "./write-file.ts";

/** Replays what has no result yet, shows all; exit code 1 where an order failed. */
export async function replayOrders(
  options: ReplayOptions & { readonly orders: string },
): Promise<void> {
  const workers = wholeNumber("--workers", options.workers ?? String(availableParallelism()), 1);
  checkDefaults(options);
  const listed = await withModels(readOrderList(options.orders, options), options);
  const store = new ResultStore(options.out);
  const keys = listed.map(keyOf);
  const waiting = new Map<string, ListedOrder>();
  for (const [at, order] of listed.entries()) {
    if (store.get(keys[at]!)?.kind !== "done") waiting.set(keys[at]!, order);
  }
  await replayWaiting(waiting, workers, store);
  const results = listed.map(
    (order, at): ResultOfOrder => ({
      order,
      result: store.get(keys[at]!)!,
    }),
  );
  const outcomes = results.flatMap(({ result }) =>
    result.kind === "done" ? [result.outcome] : [],
  );
  const seed = wholeNumber("--seed", options.seed, 0);
  const summary = outcomes.length === 0 ? undefined : summariseOrders(outcomes, { seed });
  const notes = ordersNotes(results, summary, options);
  const all = { list: options.orders, results, summary, notes };
  process.stdout.write(
    options.json === true ? `${JSON.stringify(ordersJson(all), undefined, 2)}\n` : ordersText(all),
  );
  if (results.some(({ result }) => result.kind === "failed")) process.exitCode = 1;
  const kept = listed.length - waiting.size;
  const lines = kept === 0 ? [] : [`${kept} of ${listed.length} orders were done before`];
  if (options.report !== undefined) {
    const html = renderOrdersReport(ordersReport(all, commandLine(process.argv.slice(2))));
    lines.push(`report: ${writeWhole(options.report, html)}`);
  }
  for (const line of options.json === true ? [] : lines) process.stderr.write(`${line}\n`);
}

/** What the command line says is checked before any order is looked at, as it is wrong for all. */
function checkDefaults(options: ReplayOptions): void {
  parseQueues(options.queues);
  const instrument = createInstrument({ symbol: "ANY" });
  parseImpact(options.impact, instrument.tickSize);
  if (options.curve !== undefined) readVolumeCurve(options.curve);
  const { curve: _, limit: __, decisionTime: ___, ...rest } = options;
  const plain = splitPolicies(options.policies).filter(
    (one) => modelReferenceOf(one) === undefined,
  );
  const asked = {
    ...{ ...rest, policies: plain.length === 0 ? "twap" : plain.join(",") },
    ...{ side: options.side ?? "buy", quantity: options.quantity ?? "1_000_000_000_000" },
    ...{ start: options.start ?? "00:00", end: options.end ?? "24:00" },
  };
  parseOrderOptions(asked, instrument);
  if (options.verify === true) throw new UsageError("--verify: found beside --orders");
}

/** Models are read once, whoever names them. */
async function withModels(
  orders: readonly ListedOrder[],
  options: ReplayOptions,
): Promise<readonly ListedOrder[]> {
  const named = new Set(orders.flatMap(({ options: { policies } }) => splitPolicies(policies)));
  const models = [...named].filter((policy) => modelReferenceOf(policy) !== undefined);
  if (models.length === 0) return orders;
  const { policyModels } = await withPolicyModels({ ...options, policies: models.join(",") });
  return orders.map((order) => ({ ...order, options: { ...order.options, policyModels } }));
}

async function replayWaiting(
  waiting: ReadonlyMap<string, ListedOrder>,
  workers: number,
  store: ResultStore,
): Promise<void> {
  const keys = [...waiting.keys()];
  const orders = [...waiting.values()].map(({ options }) => options);
  const policyModels = orders[0]?.policyModels ?? [];
  const setup: OrdersSetup = {
    orders: orders.map(({ policyModels: _, ...rest }) => rest),
    policyModels,
  };
  let done = 0;
  await withProgress("replaying orders", (progress) =>
    runInPool<OrdersSetup, OrderResult>({
      workerFile: new URL("./replay-orders-worker.ts", import.meta.url),
      setup,
      taskCount: orders.length,
      workers,
      onResult: (task, result) => {
        store.put({ key: keys[task]!, ...result });
        done++;
        progress.update(done / orders.length, `${done} of ${orders.length} orders`);
      },
    }),
  );
}
