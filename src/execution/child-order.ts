/**
 * One child order and its life: a single table of (status, event) → status.
 *
 * Anything not in the table is refused by name. The surprising entries come from real venues and
 * say so. Quantities follow the reports: leaves = total − filled while the order can still trade.
 */
import { assert } from "../core/assert.ts";
import type { PriceTicks, QuantityLots } from "../core/units.ts";
import { quantityLots } from "../core/units.ts";
import type { ClientOrderId, ExecutionReport } from "../market/venue.ts";

export type ChildStatus =
  | "pendingNew"
  | "working"
  | "pendingReplace"
  | "pendingCancel"
  | "filled"
  | "cancelled"
  | "rejected";

export type ChildEvent =
  | "accepted"
  | "rejected"
  | "partialFill"
  | "fill"
  | "replaceRequested"
  | "replaced"
  | "replaceRejected"
  | "cancelRequested"
  | "cancelled"
  | "cancelRejected";

export const childTransitions = {
  pendingNew: {
    accepted: "working",
    rejected: "rejected",
    // A fill may overtake the acknowledgement.
    partialFill: "working",
    fill: "filled",
    cancelRequested: "pendingCancel",
    replaceRequested: "pendingReplace",
    // An immediate order may die on entry.
    cancelled: "cancelled",
  },
  working: {
    // The acknowledgement that a fill overtook.
    accepted: "working",
    partialFill: "working",
    fill: "filled",
    replaceRequested: "pendingReplace",
    cancelRequested: "pendingCancel",
    // Unsolicited: the venue cancels on its own (self-trade prevention, end of an auction).
    cancelled: "cancelled",
  },
  pendingReplace: {
    accepted: "pendingReplace",
    rejected: "rejected",
    // Fills cross the request on the wire.
    partialFill: "pendingReplace",
    fill: "filled",
    replaced: "working",
    replaceRejected: "working",
    cancelRequested: "pendingCancel",
    // The size asked for was filled already, or the venue cancelled on its own.
    cancelled: "cancelled",
  },
  pendingCancel: {
    accepted: "pendingCancel",
    rejected: "rejected",
    partialFill: "pendingCancel",
    fill: "filled",
    // Answers to a replace that was sent before the cancel.
    replaced: "pendingCancel",
    replaceRejected: "pendingCancel",
    cancelled: "cancelled",
    cancelRejected: "working",
  },
  filled: {
    // The order was done before the request arrived.
    cancelRejected: "filled",
    replaceRejected: "filled",
    // A replace that traded wholly is answered after its fills.
    replaced: "filled",
  },
  cancelled: {
    cancelRejected: "cancelled",
    replaceRejected: "cancelled",
    // Late fills happen: the shares are ours whatever the order says.
    partialFill: "cancelled",
    fill: "cancelled",
  },
  rejected: {
    cancelRejected: "rejected",
    replaceRejected: "rejected",
  },
} as const satisfies Record<ChildStatus, Partial<Record<ChildEvent, ChildStatus>>>;

/** What was known of the queue when an order came into it. */
export interface QueuePlace {
  /** Lots of others that stood at the price. */
  readonly aheadLots: number;
  /** Lots that had traded at the price until then. */
  readonly tradedLots: number;
}

export interface ChildOrder {
  readonly clientOrderId: ClientOrderId;
  readonly status: ChildStatus;
  /**
   * `cross` orders pay now and never rest; `rest` orders stand at their price; `auction` orders
   * wait for the coming auction.
   */
  readonly purpose: "rest" | "cross" | "auction";
  /** Undefined for market orders. */
  readonly priceTicks: PriceTicks | undefined;
  readonly totalLots: QuantityLots;
  readonly filledLots: QuantityLots;
  /** Asked for and not yet answered. */
  readonly requested?: { readonly totalLots: QuantityLots; readonly priceTicks: PriceTicks };
  /** Of a resting order that the venue has confirmed. */
  readonly queue?: QueuePlace;
}

/** Whether the order can still trade, as far as we know. */
export function isLive(child: ChildOrder): boolean {
  return child.status !== "filled" && child.status !== "cancelled" && child.status !== "rejected";
}

/** Lots that may still trade: the larger of what is out and what has been asked for. */
export function exposedLots(child: ChildOrder): number {
  if (!isLive(child)) return 0;
  const total = Math.max(child.totalLots, child.requested?.totalLots ?? 0);
  return Math.max(0, total - child.filledLots);
}

/** The next status, or undefined when the event cannot happen in this one. */
export function nextChildStatus(status: ChildStatus, event: ChildEvent): ChildStatus | undefined {
  const row: Partial<Record<ChildEvent, ChildStatus>> = childTransitions[status];
  return row[event];
}

/** Moves a child by one event. @throws InvariantError naming both when the table has no entry */
export function moveChild(child: ChildOrder, event: ChildEvent): ChildOrder {
  const status = nextChildStatus(child.status, event);
  assert(status !== undefined, `a ${child.status} child order knows the event ${event}`);
  return { ...child, status };
}

/** Takes one execution report into a child order. */
export function applyReport(child: ChildOrder, report: ExecutionReport): ChildOrder {
  switch (report.kind) {
    case "accepted":
    case "rejected":
    case "cancelled":
      return moveChild(child, report.kind);
    case "cancelRejected": {
      const moved = moveChild(child, "cancelRejected");
      // Venues refuse a cancel while a replace is open: the replace is still to be answered.
      const isReplaceOpen = isLive(moved) && child.requested !== undefined;
      return isReplaceOpen ? { ...moved, status: "pendingReplace" } : moved;
    }
    case "filled": {
      const filledLots = quantityLots(child.filledLots + report.lots);
      const total = Math.max(child.totalLots, child.requested?.totalLots ?? 0);
      assert(filledLots <= total, "filled never exceeds what was asked for");
      if (report.leavesLots > 0) return { ...moveChild(child, "partialFill"), filledLots };
      // A replace on the wire may have changed the total: what was filled is what it came to.
      return { ...moveChild(child, "fill"), filledLots, totalLots: filledLots };
    }
    case "replaced": {
      const { requested, ...rest } = moveChild(child, "replaced");
      assert(requested !== undefined, "a replace that is confirmed was asked for");
      // FIX vol. 4, order state changes: a quantity at or below what is filled ends the order.
      if (report.leavesLots === 0) {
        return { ...rest, status: "filled", totalLots: rest.filledLots };
      }
      return { ...rest, totalLots: requested.totalLots, priceTicks: requested.priceTicks };
    }
    case "replaceRejected": {
      const { requested: _, ...rest } = moveChild(child, "replaceRejected");
      return rest;
    }
    default:
      return report satisfies never;
  }
}
