/** What every matching engine of this house does, and the rules it can be given. */
import type { RestingOrder } from "./book-hash.ts";
import type { NewOrder } from "./order.ts";
import type { ReportRing } from "./report-ring.ts";

/** What the market is doing. */
export const phase = {
  /** Orders trade as they come. */
  continuous: 0,
  /** Orders gather for an auction; nothing trades until the uncross. */
  call: 1,
  /** Only cancels are taken. */
  halted: 2,
  /** Only cancels are taken; the session is over. */
  closed: 3,
} as const;
export type Phase = (typeof phase)[keyof typeof phase];

/** What happens when an order would trade with a resting order of the same owner (not 0). */
export type SelfTradePrevention =
  | "none"
  | "cancelNewest"
  | "cancelOldest"
  | "cancelBoth"
  /** Both lose the smaller of the two quantities, without a trade. */
  | "decrement";

export interface MatchingRules {
  /**
   * `sizeDown`: a replace that only lowers the quantity keeps the order's rank, anything else
   * loses it. `never`: every replace loses it.
   */
  readonly replaceKeepsRank: "sizeDown" | "never";
  readonly selfTradePrevention: SelfTradePrevention;
}

export const defaultMatchingRules: MatchingRules = {
  replaceKeepsRank: "sizeDown",
  selfTradePrevention: "none",
};

/** What every matching engine of this house does. Quantities are lots, prices whole ticks. */
export interface MatchingEngine {
  readonly reports: ReportRing;
  /** Messages handled so far. */
  readonly sequence: number;
  readonly phase: Phase;
  submit(order: NewOrder): void;
  /** Asks for a new open quantity and price; it may trade on re-entry. */
  replace(orderId: number, priceTicks: number, quantityLots: number): void;
  cancel(orderId: number): void;
  /**
   * Changes the phase. Whatever has gathered in a call (also one that was halted) is uncrossed on
   * the way to the continuous market or the close: at the price that trades most, leaves the
   * smallest surplus, and lies nearest `referencePriceTicks`, in this order. Self-trade prevention
   * does not apply in auctions.
   */
  setPhase(next: Phase, referencePriceTicks: number): void;
  /** See `computeStateHash`. */
  stateHash(): string;
  /** Bids, then asks, each in the order in which they trade. */
  restingOrders(): RestingOrder[];
  snapshot(): ArrayBuffer;
  /** Puts the engine where a snapshot was taken; reports not yet read are dropped. */
  restore(snapshot: ArrayBuffer): void;
}
