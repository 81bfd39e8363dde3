/** The HTML report of a worked order. */
import type { NewsMarker, OrderReport } from "../analytics/index.ts";
import { renderOrderReport } from "../analytics/report/render-order-report.ts";
import type { WorkedPolicy } from "../evaluation/index.ts";
import { sideName } from "../market/side.ts";
import type { WorkedOrder } from "./order-output.ts";

export interface ReportContext {
  readonly commandLine: string;
  /** What the source is, in words. */
  readonly description: string;
  readonly date?: string;
  readonly news?: readonly NewsMarker[];
}

export function renderReport(worked: WorkedOrder, context: ReportContext): string {
  const { source, instrument, request, outcome } = worked;
  const { parent } = request;
  const { description, date, news } = context;
  const quantity = parent.quantityLots.toLocaleString("en-US");
  const verb = sideName(parent.side) === "buy" ? "Buy" : "Sell";
  const report: OrderReport = {
    title: `${verb} ${quantity} ${instrument.symbol}`,
    generatedBy: context.commandLine,
    source: { ...source, description, ...(date === undefined ? {} : { date }) },
    instrument,
    parent,
    notes: source.isSynthetic
      ? [
          "Simulated market whose traders react: one seed, one draw.",
          "Impact is our displacement of the mid, from a twin run of the same seed without us.",
        ]
      : [
          "Recorded market: the recorded flow does not react to our orders.",
          "Impact is what our own orders mechanically did to the book; how others would have answered is not in it.",
        ],
    ...(news === undefined ? {} : { news }),
    market: outcome.market,
    runs: outcome.policies.map(toPolicyRun),
  };
  return renderOrderReport(report);
}

function toPolicyRun(worked: WorkedPolicy): OrderReport["runs"][number] {
  const { run, shortfall, benchmarks, quality } = worked;
  const { divergence } = run.venue;
  const heatmap = run.recorder.heatmap();
  return {
    policy: run.policy.name,
    description: run.policy.description,
    shortfall,
    benchmarks,
    quality,
    childOrders: { ...run.state.totals },
    ...(divergence === undefined ? {} : { divergence: countsOf(divergence) }),
    hash: run.hash,
    inventory: run.recorder.inventory(),
    schedule: run.recorder.schedule(),
    fills: run.venue.fills.map(({ venueTimeNs, ...fill }) => ({ ...fill, timeNs: venueTimeNs })),
    workingOrders: run.recorder.workingOrders(),
    participation: run.recorder.participation(),
    ...(heatmap === undefined ? {} : { heatmap }),
  };
}

function countsOf({ events, ...counts }: NonNullable<WorkedPolicy["run"]["venue"]["divergence"]>) {
  return { events, counts };
}
