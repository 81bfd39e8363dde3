/** What execution reports do to a worker's state. */
import { assert } from "../core/assert.ts";
import { type TimeNs, timeNs } from "../core/units.ts";
import type { MarketView } from "../features/market-view.ts";
import type { ExecutionReport } from "../market/venue.ts";
import { applyReport, type ChildOrder, isLive } from "./child-order.ts";
import { addOwnFill } from "./own-flow.ts";
import type { Decision } from "./policy.ts";
import { noteQueue } from "./queue-estimate.ts";
import type { WorkerState } from "./worker-state.ts";

/** How long the venue is left alone after it refused something. */
const quietAfterRejectionNs = 1e9;
/** How soon lots that could not be crossed are tried again. */
export const retryNs = 1e9;

export function takeReport(
  state: WorkerState,
  report: ExecutionReport,
  nowNs: TimeNs,
  view: MarketView,
): WorkerState {
  const before = state.children.find((child) => child.clientOrderId === report.clientOrderId);
  const { totals } = state;
  const ownFlow =
    report.kind === "filled"
      ? addOwnFill(state.ownFlow, report.lots, report.liquidity === "removed", nowNs)
      : state.ownFlow;
  if (before === undefined) {
    // Of an order that is done only a late fill counts, out of what was taken for cancelled.
    if (report.kind !== "filled") return state;
    const filledLots = totals.filledLots + report.lots;
    const cancelledLots = totals.cancelledLots - report.lots;
    assert(cancelledLots >= 0, "a late fill comes out of cancelled lots");
    return { ...state, ownFlow, totals: { ...totals, filledLots, cancelledLots } };
  }
  const moved = applyReport(before, report);
  const after = noteQueue(before, moved, report, state.children, state.parent.side, view);
  const filledLots = totals.filledLots + after.filledLots - before.filledLots;
  const isGone = !isLive(after);
  const leftLots = isGone ? before.totalLots - after.filledLots : 0;
  const wasResized = after.totalLots - before.totalLots;
  // What could not be crossed is tried again in a while, not at every round trip.
  const foundNothing = before.purpose === "cross" && report.kind === "cancelled";
  const quietNs = foundNothing ? retryNs : isRefusal(report) ? quietAfterRejectionNs : 0;
  return {
    ...state,
    children: isGone
      ? state.children.filter((child) => child !== before)
      : state.children.map((child) => (child === before ? after : child)),
    totals: {
      ...totals,
      filledLots,
      sentLots: totals.sentLots + wasResized,
      cancelledLots: totals.cancelledLots + (after.status === "cancelled" ? leftLots : 0),
      rejectedLots: totals.rejectedLots + (after.status === "rejected" ? leftLots : 0),
    },
    ownFlow,
    quietUntilNs: quietNs > 0 ? timeNs(nowNs + quietNs) : state.quietUntilNs,
    standing: state.standing && carryOn(state.standing, before, report),
  };
}

/** What is left of a decision after a report: what filled, or could not be paid for, is done. */
function carryOn(standing: Decision, child: ChildOrder, report: ExecutionReport): Decision {
  if (child.purpose === "cross") {
    if (report.kind === "cancelled") return { ...standing, crossLots: 0 };
    if (report.kind !== "filled") return standing;
    return { ...standing, crossLots: Math.max(0, standing.crossLots - report.lots) };
  }
  if (report.kind !== "filled") return standing;
  if (child.purpose === "auction") {
    return { ...standing, auctionLots: Math.max(0, (standing.auctionLots ?? 0) - report.lots) };
  }
  const resting = standing.resting.map((target) =>
    target.priceTicks === child.priceTicks
      ? { ...target, lots: Math.max(0, target.lots - report.lots) }
      : target,
  );
  return { ...standing, resting };
}

/** Whether a report only confirms what we asked for: a replace, or the cancel of a resting order. */
export function isOwnDoing(
  { children }: WorkerState,
  { kind, clientOrderId }: ExecutionReport,
): boolean {
  if (kind !== "cancelled") return kind === "replaced";
  const child = children.find((candidate) => candidate.clientOrderId === clientOrderId);
  return child?.purpose === "rest" && child.status === "pendingCancel";
}

function isRefusal({ kind }: ExecutionReport): boolean {
  return kind === "rejected" || kind === "replaceRejected" || kind === "cancelRejected";
}
