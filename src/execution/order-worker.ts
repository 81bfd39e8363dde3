/**
 * Works one parent order: a pure step from (state, event) to (state, commands).
 *
 * The same function runs in simulation, in replay and on the desk. It owns the child orders and
 * the budget, asks the policy what should stand, holds the corridor around its answer and turns
 * the difference into commands. It keeps no clock and sends nothing itself.
 */
import { assert } from "../core/assert.ts";
import { type PriceTicks, type TimeNs, timeNs } from "../core/units.ts";
import type { MarketView } from "../features/market-view.ts";
import type { ExecutionReport, VenueCommand } from "../market/venue.ts";
import { type Allocation, type AllocationGoal, allocate, cancelAll } from "./allocate.ts";
import { applyReport, type ChildOrder, exposedLots, isLive } from "./child-order.ts";
import {
  absorptionRatio,
  closeOutTimeNs,
  crossLimit,
  executedLotsMax,
  remainingLotsMax,
} from "./corridor.ts";
import {
  buildObservation,
  isBetterFor,
  type Observation,
  type ObservedOrder,
  type SessionContext,
} from "./observation.ts";
import { addOwnFill, noOwnFlow, type OwnFlow } from "./own-flow.ts";
import { amendParentOrder, type ParentAmendment, type ParentOrder } from "./parent-order.ts";
import type { Decision, ExecutionPolicy, RestingTarget } from "./policy.ts";
import { noteQueue } from "./queue-estimate.ts";

export type WorkerStatus = "waiting" | "working" | "closing" | "sweeping" | "done";

/** Lots of all child orders, for the conservation law: sent = filled + out + cancelled + rejected. */
export interface ChildTotals {
  readonly orders: number;
  readonly sentLots: number;
  readonly filledLots: number;
  readonly cancelledLots: number;
  readonly rejectedLots: number;
}

export interface WorkerState {
  readonly parent: ParentOrder;
  readonly status: WorkerStatus;
  /** Live child orders only; finished ones are in the totals. */
  readonly children: readonly ChildOrder[];
  readonly totals: ChildTotals;
  readonly nextClientOrderId: number;
  readonly policyState: unknown;
  /** What was fixed at the first decision. */
  readonly start:
    | {
        readonly timeNs: TimeNs;
        readonly othersLots: number;
        readonly midTicks: number | undefined;
        /** Undefined after an amendment: settled anew at the next decision. */
        readonly absorption: number | undefined;
      }
    | undefined;
  readonly ownFlow: OwnFlow;
  /** Nothing is sent before this time: after a refusal the venue is left alone for a while. */
  readonly quietUntilNs: TimeNs;
  /** When the worker wants to be woken; undefined when only a report can matter. */
  readonly wakeNs: TimeNs | undefined;
  /** Lots the policy planned to have executed at the last decision. */
  readonly plannedLots: number;
  /** Of a clocked policy: what is left of its last decision. */
  readonly standing: Decision | undefined;
}

export type WorkerEvent =
  | { readonly kind: "wake"; readonly nowNs: TimeNs }
  | { readonly kind: "report"; readonly nowNs: TimeNs; readonly report: ExecutionReport }
  | { readonly kind: "amend"; readonly nowNs: TimeNs; readonly change: ParentAmendment }
  | { readonly kind: "cancel"; readonly nowNs: TimeNs };

export interface WorkerStep {
  readonly state: WorkerState;
  readonly commands: readonly VenueCommand[];
  /** Why an amendment was not taken. */
  readonly refusal?: string;
}

/**
 * How an order comes to its end: inside the corridor, or as policies please and with one market
 * order for whatever is left at the end (published benchmarks do so; nobody should).
 */
export type Completion = "corridor" | "sweep";

/** What stays the same while an order is worked. */
export interface WorkerContext {
  readonly policy: ExecutionPolicy;
  readonly session: SessionContext;
  /** The corridor, where nothing else is said. */
  readonly completion?: Completion;
}

/** A lagging order catches up by at least this share of its quantity, not lot by lot. */
const catchUpShare = 0.002;
/** How long the venue is left alone after it refused something. */
const quietAfterRejectionNs = 1e9;
/** The corridor is looked at this often, however seldom the policy asks to be woken. */
const watchNs = 60e9;
/** How soon lots that could not be crossed are tried again. */
const retryNs = 1e9;
/** How long market data are given to show what a report has confirmed. */
const settleNs = 1e8;

export function createWorkerState(parent: ParentOrder, policy: ExecutionPolicy): WorkerState {
  return {
    parent,
    status: "waiting",
    children: [],
    totals: { orders: 0, sentLots: 0, filledLots: 0, cancelledLots: 0, rejectedLots: 0 },
    nextClientOrderId: 1,
    policyState: policy.initialState(),
    start: undefined,
    ownFlow: noOwnFlow,
    quietUntilNs: parent.startNs,
    wakeNs: parent.startNs,
    plannedLots: 0,
    standing: undefined,
  };
}

/** Lots that are out in the market or on their way. */
export function workingLots(state: WorkerState): number {
  let lots = 0;
  for (const child of state.children) lots += exposedLots(child);
  return lots;
}

/** Takes one event; `view` has been fed up to the event's time and no further. */
export function stepWorker(
  context: WorkerContext,
  state: WorkerState,
  event: WorkerEvent,
  view: MarketView,
): WorkerStep {
  switch (event.kind) {
    case "wake":
      return decideAndSend(context, state, event.nowNs, view);
    case "report": {
      const next = takeReport(state, event.report, event.nowNs, view);
      if (event.report.kind === "accepted") return { state: next, commands: [] };
      if (context.policy.isClocked === true) {
        return decideAndSend(context, next, event.nowNs, view);
      }
      return isOwnDoing(state, event.report) && next.status === "working"
        ? { state: wakeSoon(next, event.nowNs), commands: [] }
        : decideAndSend(context, next, event.nowNs, view);
    }
    case "amend": {
      if (isEnding(state)) {
        const refusal = `expected an order that is still worked, was ${state.status}`;
        return { state, commands: [], refusal };
      }
      const committed = state.totals.filledLots + workingLots(state);
      const outcome = amendParentOrder(state.parent, event.change, committed);
      if (outcome.kind === "refused") return { state, commands: [], refusal: outcome.reason };
      const start = state.start && { ...state.start, absorption: undefined };
      const amended = { ...state, start, parent: outcome.parent, standing: undefined };
      return decideAndSend(context, amended, event.nowNs, view);
    }
    case "cancel":
      return close(state, event.nowNs);
    default:
      return event satisfies never;
  }
}

/** What the worker would tell its policy now; `view` has been fed up to this time. */
export function observeOrder(
  state: WorkerState,
  view: MarketView,
  session: SessionContext,
  nowNs: TimeNs,
): Observation {
  return buildObservation(observedOrder(state), view, session, nowNs);
}

/**
 * From when on a clocked policy would be asked again: Infinity when it is not.
 */
export function nextQuestionNs(state: WorkerState): number {
  const { parent, totals, standing } = state;
  const isOver = isEnding(state) || totals.filledLots >= parent.quantityLots;
  if (isOver) return Number.POSITIVE_INFINITY;
  const due = Math.max(parent.startNs, state.quietUntilNs, standing?.nextDecisionNs ?? 0);
  return due < parent.endNs ? due : Number.POSITIVE_INFINITY;
}

function observedOrder({ parent, totals, children, start, ownFlow }: WorkerState): ObservedOrder {
  return {
    parent,
    filledLots: totals.filledLots,
    children,
    firstDecisionNs: start?.timeNs,
    firstMidTicks: start?.midTicks,
    ownFlow,
  };
}

function takeReport(
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
  const resting = standing.resting.map((target) =>
    target.priceTicks === child.priceTicks
      ? { ...target, lots: Math.max(0, target.lots - report.lots) }
      : target,
  );
  return { ...standing, resting };
}

function isEnding({ status }: WorkerState): boolean {
  return status === "closing" || status === "sweeping" || status === "done";
}

/** Whether a report only confirms what we asked for: a replace, or the cancel of a resting order. */
function isOwnDoing({ children }: WorkerState, { kind, clientOrderId }: ExecutionReport): boolean {
  if (kind !== "cancelled") return kind === "replaced";
  const child = children.find((candidate) => candidate.clientOrderId === clientOrderId);
  return child?.purpose === "rest" && child.status === "pendingCancel";
}

/**
 * Decides once market data have had time to show our own doing. A decision before that would take
 * our old lots for another's, and follow our own orders from price to price at every round trip.
 */
function wakeSoon(state: WorkerState, nowNs: TimeNs): WorkerState {
  const wakeNs = timeNs(Math.min(state.wakeNs ?? Number.POSITIVE_INFINITY, nowNs + settleNs));
  return { ...state, wakeNs };
}

function isRefusal({ kind }: ExecutionReport): boolean {
  return kind === "rejected" || kind === "replaceRejected" || kind === "cancelRejected";
}

function decideAndSend(
  context: WorkerContext,
  state: WorkerState,
  nowNs: TimeNs,
  view: MarketView,
): WorkerStep {
  const { parent, status } = state;
  const remaining = parent.quantityLots - state.totals.filledLots;
  if (status === "done") return { state, commands: [] };
  if (isEnding(state) || nowNs >= parent.endNs || remaining <= 0) {
    return context.completion === "sweep" ? sweep(state, nowNs) : close(state, nowNs);
  }
  const notBefore = Math.max(parent.startNs, state.quietUntilNs);
  if (nowNs < notBefore) {
    const wakeNs = timeNs(Math.min(notBefore, parent.endNs));
    return { state: { ...state, wakeNs }, commands: [] };
  }
  const { standing } = state;
  if (standing !== undefined && nowNs < standing.nextDecisionNs && context.completion === "sweep") {
    return send(context, state, { ...freely(standing, state), decision: standing }, nowNs);
  }

  const observation = buildObservation(observedOrder(state), view, context.session, nowNs);
  const start = {
    timeNs: state.start?.timeNs ?? nowNs,
    othersLots: state.start?.othersLots ?? observation.othersLots,
    midTicks: state.start?.midTicks ?? observation.midTicks,
    absorption: state.start?.absorption ?? absorptionRatio(observation),
  };
  const isStanding = standing !== undefined && nowNs < standing.nextDecisionNs;
  const answer = isStanding
    ? { state: state.policyState, decision: standing }
    : context.policy.decide(state.policyState, observation);
  const decision = withinLimit(answer.decision, parent);
  const next = {
    ...state,
    start,
    policyState: answer.state,
    plannedLots: decision.plannedLots,
    standing: context.policy.isClocked === true ? decision : undefined,
  };
  const goal =
    context.completion === "sweep"
      ? freely(decision, state)
      : holdCorridor(decision, observation, start);
  return send(context, next, { ...goal, decision }, nowNs);
}

/** Brings about what was decided, and sets the next wake. */
function send(
  { completion }: WorkerContext,
  state: WorkerState,
  goal: AllocationGoal & { readonly decision: Decision },
  nowNs: TimeNs,
): WorkerStep {
  const { parent } = state;
  const allocation = allocate(
    parent,
    state.totals.filledLots,
    state.children,
    state.nextClientOrderId,
    goal,
  );
  const { nextDecisionNs } = goal.decision;
  const closeOut = closeOutTimeNs(parent);
  const lastCall = nowNs < closeOut ? closeOut : parent.endNs;
  const retry = goal.crossLots > 0 ? nowNs + retryNs : Number.POSITIVE_INFINITY;
  const wake =
    completion === "sweep"
      ? Math.min(parent.endNs, nextDecisionNs)
      : Math.min(lastCall, nextDecisionNs, retry, nowNs + watchNs);
  assert(wake > nowNs, "a policy asks to be woken later than now");
  return sendAllocation({ ...state, status: "working", wakeNs: timeNs(wake) }, allocation);
}

/** Prices beyond the client's limit become the limit, whatever a policy wanted. */
function withinLimit(decision: Decision, { side, limitPriceTicks: limit }: ParentOrder): Decision {
  if (limit === undefined) return decision;
  const isBeyond = ({ priceTicks }: RestingTarget): boolean => isBetterFor(side, limit, priceTicks);
  if (!decision.resting.some(isBeyond)) return decision;
  const resting = decision.resting.filter(
    (target) => !isBeyond(target) && target.priceTicks !== limit,
  );
  const atLimit = decision.resting.filter((target) => !resting.includes(target));
  const lots = atLimit.reduce((sum, target) => sum + target.lots, 0);
  return { ...decision, resting: [...resting, { priceTicks: limit, lots }] };
}

/** The decision as it is, within what is left of the order. */
function freely(decision: Decision, { parent, totals }: WorkerState): AllocationGoal {
  const remaining = parent.quantityLots - totals.filledLots;
  const crossLots = Math.min(decision.crossLots, remaining);
  let room = remaining - crossLots;
  const resting: { priceTicks: PriceTicks; lots: number }[] = [];
  for (const { priceTicks, lots } of decision.resting) {
    const placed = Math.min(lots, room);
    room -= placed;
    if (placed > 0) resting.push({ priceTicks, lots: placed });
  }
  const crossLimitTicks = parent.limitPriceTicks;
  return { resting, crossLots, crossLimitTicks, exposedLotsMax: Number.POSITIVE_INFINITY };
}

/** The decision inside the corridor: enough crossed to stay feasible, no more out than the cap. */
function holdCorridor(
  decision: Decision,
  observation: Observation,
  start: { readonly othersLots: number; readonly absorption: number },
): Decision & AllocationGoal {
  const { remainingLots, parent, filledLots, farTouchTicks } = observation;
  const lag = Math.ceil(remainingLots - remainingLotsMax(observation, start.absorption));
  const must = lag > 0 ? Math.max(lag, Math.ceil(parent.quantityLots * catchUpShare)) : 0;
  const may = executedLotsMax(observation, start.othersLots) - filledLots;
  const limit = parent.limitPriceTicks;
  const isFarBeyondLimit =
    limit !== undefined &&
    farTouchTicks !== undefined &&
    isBetterFor(parent.side, limit, farTouchTicks);
  const wanted = Math.max(decision.crossLots, Math.min(must, remainingLots));
  const isBlocked = isFarBeyondLimit || farTouchTicks === undefined;
  const crossLots = isBlocked ? 0 : Math.max(0, Math.min(wanted, may));
  // One child of room beyond the cap keeps the order in its queues while volume builds up.
  const exposedLotsMax = Math.max(0, may + parent.minimumChildLots);
  let room = Math.max(0, exposedLotsMax - crossLots);
  const resting = decision.resting.map((target) => {
    const lots = Math.min(target.lots, room, remainingLots - crossLots);
    room -= lots;
    return { ...target, lots };
  });
  const placed = resting.filter(({ lots }) => lots > 0);
  const crossLimitTicks = crossLimit(observation);
  return { ...decision, crossLots, resting: placed, exposedLotsMax, crossLimitTicks };
}

/** Takes everything out of the market; done once nothing is left there. */
function close(state: WorkerState, nowNs: TimeNs): WorkerStep {
  // The first cancels go at once; those that were refused are repeated after a while.
  const isRepeat = state.status === "closing" && state.children.length > 0;
  if (isRepeat && nowNs < state.quietUntilNs) {
    return { state: { ...state, wakeNs: state.quietUntilNs }, commands: [] };
  }
  const allocation = cancelAll(state.children, state.nextClientOrderId);
  const status = allocation.children.length === 0 ? "done" : "closing";
  return sendAllocation({ ...state, status, wakeNs: undefined }, allocation);
}

/** Takes everything out of the market, then pays for what is left, whatever it costs. */
function sweep(state: WorkerState, nowNs: TimeNs): WorkerStep {
  const { parent, totals, children, status } = state;
  const leftLots = parent.quantityLots - totals.filledLots;
  if (status === "sweeping" && children.length > 0) return { state, commands: [] };
  if (status === "sweeping" || children.length > 0 || leftLots <= 0) return close(state, nowNs);
  const allocation = allocate(parent, totals.filledLots, [], state.nextClientOrderId, {
    resting: [],
    crossLots: leftLots,
    crossLimitTicks: parent.limitPriceTicks,
    exposedLotsMax: Number.POSITIVE_INFINITY,
  });
  return sendAllocation({ ...state, status: "sweeping", wakeNs: undefined }, allocation);
}

function sendAllocation(state: WorkerState, allocation: Allocation): WorkerStep {
  let { orders, sentLots } = state.totals;
  for (const command of allocation.commands) {
    if (command.kind !== "submit") continue;
    orders++;
    sentLots += command.quantityLots;
  }
  return {
    state: {
      ...state,
      children: allocation.children,
      nextClientOrderId: allocation.nextClientOrderId,
      totals: { ...state.totals, orders, sentLots },
    },
    commands: allocation.commands,
  };
}
