/** The block to work: what a client asked for, and how it may be changed on the way. */
import type { PriceTicks, QuantityLots, TimeNs } from "../core/units.ts";
import type { Side } from "../market/side.ts";

/** How much the client minds waiting: sets placement and risk aversion where these are not named. */
export type Urgency = "low" | "normal" | "high";

export interface ParentOrder {
  readonly parentId: string;
  readonly side: Side;
  readonly quantityLots: QuantityLots;
  /** Never trade worse than this. */
  readonly limitPriceTicks?: PriceTicks;
  /** First and last moment at which it may trade (the last one excluded), local time. */
  readonly startNs: TimeNs;
  readonly endNs: TimeNs;
  /** When the investment decision fell; the start where it is not given. */
  readonly decisionNs?: TimeNs;
  /** Own share of all volume during the order, above 0 and below 1; never exceeded on purpose. */
  readonly participationCap?: number;
  readonly urgency: Urgency;
  /** No child smaller than this, the last one excepted. */
  readonly minimumChildLots: QuantityLots;
  /** No child larger than this. */
  readonly maximumChildLots?: QuantityLots;
}

/** What may be changed while the order is worked; absent means unchanged. */
export interface ParentAmendment {
  readonly quantityLots?: QuantityLots;
  readonly limitPriceTicks?: PriceTicks;
  readonly endNs?: TimeNs;
  readonly participationCap?: number;
  readonly urgency?: Urgency;
}

export type ParentOutcome =
  | { readonly kind: "accepted"; readonly parent: ParentOrder }
  | { readonly kind: "refused"; readonly reason: string };

/** Checks a parent order: the reason of a refusal says what was found and what was expected. */
export function checkParentOrder(parent: ParentOrder): ParentOutcome {
  const refuse = (reason: string): ParentOutcome => ({ kind: "refused", reason });
  const { quantityLots, limitPriceTicks: limit, startNs, endNs, participationCap: cap } = parent;
  if (!(Number.isSafeInteger(quantityLots) && quantityLots > 0)) {
    return refuse(`expected a quantity of at least 1 lot, was ${quantityLots}`);
  }
  if (limit !== undefined && !Number.isSafeInteger(limit)) {
    return refuse(`expected a limit price in whole ticks, was ${limit}`);
  }
  if (!(startNs >= 0 && endNs > startNs && Number.isFinite(endNs))) {
    return refuse(`expected an end after the start, was from ${startNs} to ${endNs} ns`);
  }
  if (parent.decisionNs !== undefined && !(parent.decisionNs <= startNs)) {
    return refuse(`expected a decision no later than the start, was ${parent.decisionNs} ns`);
  }
  if (cap !== undefined && !(cap > 0 && cap < 1)) {
    return refuse(`expected a participation cap above 0 and below 1, was ${cap}`);
  }
  const { minimumChildLots: minimum, maximumChildLots: maximum } = parent;
  if (!(Number.isSafeInteger(minimum) && minimum >= 1)) {
    return refuse(`expected a minimum child of at least 1 lot, was ${minimum}`);
  }
  if (minimum > quantityLots) {
    return refuse(`expected a minimum child within the quantity ${quantityLots}, was ${minimum}`);
  }
  if (maximum !== undefined && !(Number.isSafeInteger(maximum) && maximum >= minimum)) {
    return refuse(`expected a maximum child of at least the minimum ${minimum}, was ${maximum}`);
  }
  return { kind: "accepted", parent };
}

/** Applies a change to an order of which `committedLots` are filled or out in the market. */
export function amendParentOrder(
  parent: ParentOrder,
  change: ParentAmendment,
  committedLots: number,
): ParentOutcome {
  const amended: ParentOrder = { ...parent, ...change };
  if (amended.quantityLots < committedLots) {
    return {
      kind: "refused",
      reason: `expected at least the ${committedLots} lots already filled or out, was ${amended.quantityLots}`,
    };
  }
  return checkParentOrder(amended);
}
