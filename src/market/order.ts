/** The words in which orders are given, to the matching engine and to every venue. */
import type { Side } from "./side.ts";

/** How the price is meant. */
export const orderType = {
  /** Trades at its price or better; what is left rests. */
  limit: 0,
  /** Trades at any price; what is left is cancelled (in a call it waits for the uncross). */
  market: 1,
} as const;
export type OrderType = (typeof orderType)[keyof typeof orderType];

/** How long the order lives. */
export const timeInForce = {
  /** Rests until filled or cancelled. */
  day: 0,
  /** Immediate or cancel: trades what it can now, the rest is cancelled. */
  immediateOrCancel: 1,
  /** Fill or kill: trades wholly and now, or not at all. */
  fillOrKill: 2,
  /** Takes part in the coming auction only; what is left after it is cancelled (on-open, on-close). */
  auction: 3,
} as const;
export type TimeInForce = (typeof timeInForce)[keyof typeof timeInForce];

/** How much of a resting order others can see. */
export const display = {
  /** All of it. */
  full: 0,
  /** An iceberg: `displayLots` at a time; each refill queues anew behind what is displayed. */
  iceberg: 1,
  /** Nothing: trades after everything displayed at its price. */
  hidden: 2,
} as const;
export type Display = (typeof display)[keyof typeof display];

/**
 * A new order. Callers on a hot path fill one object again and again; the receiver copies what it
 * needs and keeps no reference.
 */
export interface NewOrder {
  /** A positive integer below 2^53, not in use by a resting order. */
  orderId: number;
  /** Who stands behind it, for self-trade prevention and for telling our orders from others'. */
  ownerId: number;
  side: Side;
  type: OrderType;
  timeInForce: TimeInForce;
  /** Whole ticks; ignored for market orders. */
  priceTicks: number;
  quantityLots: number;
  display: Display;
  /** Lots shown at a time, icebergs only. */
  displayLots: number;
  /** Refused rather than traded on entry. */
  isPostOnly: boolean;
}

/** A plain limit order that rests; the other fields are overridden by name. */
export function createNewOrder(
  fields: Pick<NewOrder, "orderId" | "side" | "priceTicks" | "quantityLots"> & Partial<NewOrder>,
): NewOrder {
  return {
    ownerId: 0,
    type: orderType.limit,
    timeInForce: timeInForce.day,
    display: display.full,
    displayLots: 0,
    isPostOnly: false,
    ...fields,
  };
}

/** Why the market refused an order, a replace or a cancel. The names are part of the interface. */
export const refusalReasons = [
  "none",
  "unknownOrder",
  "duplicateOrderId",
  "badQuantity",
  "badPrice",
  "badDisplayQuantity",
  "marketHalted",
  "marketClosed",
  "wouldCross",
  "notInThisPhase",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];
export const refusalCode = Object.fromEntries(
  refusalReasons.map((reason, code) => [reason, code]),
) as Readonly<Record<RefusalReason, number>>;

/** Why an order, or part of it, left the market without trading. */
export const cancelReasons = [
  "requested",
  "immediateRemainder",
  "notFilledWhole",
  "marketRemainder",
  "selfTradePrevention",
  "auctionRemainder",
  "withdrawn",
] as const;
export type CancelReason = (typeof cancelReasons)[number];
export const cancelCode = Object.fromEntries(
  cancelReasons.map((reason, code) => [reason, code]),
) as Readonly<Record<CancelReason, number>>;
