/** What a worker knows and is told: the state, events and steps of one parent order. */
import type { TimeNs } from "../core/units.ts";
import type { ExecutionReport, VenueCommand } from "../market/venue.ts";
import { type ChildOrder, exposedLots } from "./child-order.ts";
import type { SessionContext } from "./observation.ts";
import { noOwnFlow, type OwnFlow } from "./own-flow.ts";
import type { ParentAmendment, ParentOrder } from "./parent-order.ts";
import type { Decision, ExecutionPolicy } from "./policy.ts";

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
