/**
 * A place that takes orders, seen from the one who sends them.
 *
 * Simulated, replayed, reduced-form and FIX venues are all this. Nothing is answered inside a
 * call: commands travel there, execution reports come back, and both take time. A venue keeps
 * the order of what it is sent and of what it sends. The rules every venue must follow are
 * tested by `test/support/venue-suite.ts`.
 */
import type { PriceTicks, QuantityLots, TimeNs } from "../core/units.ts";
import type { CancelReason, Display, OrderType, RefusalReason, TimeInForce } from "./order.ts";
import type { Side } from "./side.ts";

/** Chosen by the sender, unique for the day, never reused: from 1. */
export type ClientOrderId = number;

export interface SubmitCommand {
  readonly kind: "submit";
  readonly clientOrderId: ClientOrderId;
  readonly side: Side;
  readonly type: OrderType;
  readonly timeInForce: TimeInForce;
  /** Ignored for market orders. */
  readonly priceTicks: PriceTicks;
  readonly quantityLots: QuantityLots;
  readonly display: Display;
  /** Lots shown at a time, icebergs only. */
  readonly displayLots: QuantityLots;
  readonly isPostOnly: boolean;
}

/**
 * Asks for a new quantity and price; rank is kept only as the venue's rules say. The quantity is
 * the order's whole quantity, lots already filled included (as FIX OrderQty): so a fill that
 * crosses the request on the wire cannot lead to more than was asked for.
 */
export interface ReplaceCommand {
  readonly kind: "replace";
  readonly clientOrderId: ClientOrderId;
  readonly priceTicks: PriceTicks;
  readonly quantityLots: QuantityLots;
}

export interface CancelCommand {
  readonly kind: "cancel";
  readonly clientOrderId: ClientOrderId;
}

export type VenueCommand = SubmitCommand | ReplaceCommand | CancelCommand;

interface ReportHead {
  readonly clientOrderId: ClientOrderId;
  /** When it happened at the venue. */
  readonly venueTimeNs: TimeNs;
  /** When it reached the sender. */
  readonly localTimeNs: TimeNs;
}

/** What the venue says of one order. `leavesLots` is what is still open after the report. */
export type ExecutionReport =
  | (ReportHead & { readonly kind: "accepted"; readonly leavesLots: QuantityLots })
  | (ReportHead & { readonly kind: "rejected"; readonly reason: RefusalReason })
  | (ReportHead & {
      readonly kind: "filled";
      readonly lots: QuantityLots;
      readonly priceTicks: PriceTicks;
      readonly leavesLots: QuantityLots;
      readonly liquidity: "added" | "removed" | "auction";
    })
  | (ReportHead & {
      readonly kind: "replaced";
      readonly priceTicks: PriceTicks;
      readonly leavesLots: QuantityLots;
    })
  | (ReportHead & { readonly kind: "replaceRejected"; readonly reason: RefusalReason })
  | (ReportHead & {
      readonly kind: "cancelled";
      /** Lots that left the market unfilled. */
      readonly lots: QuantityLots;
      readonly reason: CancelReason;
    })
  | (ReportHead & { readonly kind: "cancelRejected"; readonly reason: RefusalReason });

/** Takes commands at the sender's local time; reports come back through the venue's owner. */
export interface Venue {
  /** Sends one command now. Never answers in the same call. */
  send(command: VenueCommand, localTimeNs: TimeNs): void;
  /** Hands over, once, the reports that have reached the sender by `localTimeNs`, in order. */
  takeReports(localTimeNs: TimeNs): readonly ExecutionReport[];
}
