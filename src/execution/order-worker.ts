/**
 * Works one parent order: a pure step from (state, event) to (state, commands).
 *
 * The same function runs in simulation, in replay and on the desk. It owns the child orders and
 * the budget, asks the policy what should stand, holds the corridor around its answer and turns
 * the difference into commands. It keeps no clock and sends nothing itself.
 */
import { assert } from "../core/assert.ts";
import { type TimeNs, timeNs } from "../core/units.ts";
import type { MarketView } from "../features/market-view.ts";
import { type Allocation, type AllocationGoal, allocate, cancelAll } from "./allocate.ts";
import { absorptionRatio, closeOutTimeNs } from "./corridor.ts";
import {
  buildObservation,
  type Observation,
  type ObservedOrder,
  type SessionContext,
} from "./observation.ts";
import { amendParentOrder } from "./parent-order.ts";
import type { Decision } from "./policy.ts";
import { freely, holdCorridor, withinLimit } from "./worker-goal.ts";
import { isOwnDoing, retryNs, takeReport } from "./worker-reports.ts";
import {
  type WorkerContext,
  type WorkerEvent,
  type WorkerState,
  type WorkerStep,
  workingLots,
} from "./worker-state.ts";

/** The corridor is looked at this often, however seldom the policy asks to be woken. */
const watchNs = 60e9;
/** How long market data are given to show what a report has confirmed. */
const settleNs = 1e8;

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

function isEnding({ status }: WorkerState): boolean {
  return status === "closing" || status === "sweeping" || status === "done";
}

/**
 * Decides once market data have had time to show our own doing. A decision before that would take
 * our old lots for another's, and follow our own orders from price to price at every round trip.
 */
function wakeSoon(state: WorkerState, nowNs: TimeNs): WorkerState {
  const wakeNs = timeNs(Math.min(state.wakeNs ?? Number.POSITIVE_INFINITY, nowNs + settleNs));
  return { ...state, wakeNs };
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
