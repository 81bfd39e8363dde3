/**
 * Implementation shortfall: what a parent order cost against the price it was decided at, and
 * the parts that cost is made of.
 *
 * Perold, "The implementation shortfall: paper versus reality", 1988; Kissell & Glantz, *Optimal
 * Trading Strategies*, 2003. The formulae, a worked example and the limits stand in
 * docs/models/implementation-shortfall.md.
 */
import { assert } from "../core/assert.ts";
import { type Bps, bps, type QuantityLots } from "../core/units.ts";
import { type Side, sideSign } from "../market/side.ts";

/**
 * Which part carries the move between decision and release on the lots that were never filled:
 * `perold` books it as opportunity, `kissell` as delay. The total is the same.
 */
export type ShortfallForm = "perold" | "kissell";

/**
 * Where the estimate of our own displacement of the mid comes from: a second run without our
 * order (`twin`), a propagator model, the mechanical change of the book, or nowhere.
 */
export type ImpactSource = "twin" | "propagator" | "mechanical" | "none";

/** One execution of the parent order. Prices are in ticks and may lie between ticks. */
export interface ShortfallFill {
  readonly lots: QuantityLots;
  readonly priceTicks: number;
  /** The venue's mid just before the event that took liquidity, ours or the other side's. */
  readonly midTicks: number;
  /**
   * How far our own trading had moved the mid at this fill: the mid minus the mid had we not
   * traded, signed as prices are (not as costs). Present exactly when there is an estimate.
   */
  readonly impactTicks?: number;
}

/** A finished parent order, as far as its cost is concerned. */
export interface ShortfallOrder {
  readonly side: Side;
  /** What was ordered; positive. */
  readonly quantityLots: QuantityLots;
  /** Mid when the order was decided. */
  readonly decisionMidTicks: number;
  /** Mid when the order was released to be worked; positive, the base of every basis point. */
  readonly arrivalMidTicks: number;
  /** Mid at the end, at which unfilled lots are marked. */
  readonly endMidTicks: number;
  readonly fills: readonly ShortfallFill[];
  /** Fees of the whole order in ticks × lots; negative when rebates outweigh them. */
  readonly feesTicksLots: number;
  readonly impactSource: ImpactSource;
}

/**
 * What the total is made of, each in basis points of arrival notional, positive a cost.
 *
 * Either `drift` is there, or `impact` and `timing`, which split it.
 */
export interface ShortfallParts {
  /** The move from decision to release. */
  readonly delay: Bps;
  /** Fill prices against the mid at the fill; negative when resting orders earned the spread. */
  readonly spread: Bps;
  /** The move of the mid from release to each fill that our own trading is estimated to have made. */
  readonly impact?: Bps;
  /** The rest of that move: what the market did by itself while we waited. */
  readonly timing?: Bps;
  /** The whole move of the mid from release to each fill, where nobody knows whose it was. */
  readonly drift?: Bps;
  /** What the unfilled lots would have cost or saved, marked at the end. */
  readonly opportunity: Bps;
  readonly fees: Bps;
}

/** The cost of one order, in basis points of arrival notional; positive is a cost. */
export interface Shortfall {
  readonly form: ShortfallForm;
  readonly impactSource: ImpactSource;
  readonly totalBps: Bps;
  readonly partsBps: ShortfallParts;
  readonly filledLots: QuantityLots;
}

/** The parts in the order in which an account of the cost tells them. */
export const shortfallPartNames = [
  "delay",
  "spread",
  "impact",
  "timing",
  "drift",
  "opportunity",
  "fees",
] as const satisfies readonly (keyof ShortfallParts)[];
export type ShortfallPartName = (typeof shortfallPartNames)[number];

/**
 * Implementation shortfall of one parent order and its parts.
 *
 * The total is computed by itself, from fill prices against the decision mid; the parts add up to
 * it to 1e-9 basis points. Every price is differenced before it is multiplied, so that a mirrored
 * market (each price p at 2·arrival − p, the side flipped, impacts negated) gives the same bits
 * wherever the mirrored prices are exact, as whole and half ticks are.
 *
 * @throws InvariantError on a price that is not finite, an order that is not positive, more lots
 *   filled than ordered, or impacts that do not match `impactSource`
 */
export function computeShortfall(order: ShortfallOrder, form: ShortfallForm): Shortfall {
  const { quantityLots, decisionMidTicks, arrivalMidTicks, endMidTicks, fills } = order;
  const filledLots = checkOrder(order);
  const unfilledLots = quantityLots - filledLots;
  const sign = sideSign(order.side);
  const arrivalNotional = quantityLots * arrivalMidTicks;
  // Adding zero turns −0 into 0, which a mirrored order would otherwise give.
  const toBps = (ticksLots: number): Bps => bps((ticksLots / arrivalNotional) * 1e4 + 0);

  const paid = sumOverFills(fills, (fill) => fill.priceTicks - decisionMidTicks);
  const missed = unfilledLots * (endMidTicks - decisionMidTicks);
  const delayedLots = form === "perold" ? filledLots : quantityLots;
  const unfilledBase = form === "perold" ? decisionMidTicks : arrivalMidTicks;

  return {
    form,
    impactSource: order.impactSource,
    totalBps: toBps(sign * (paid + missed) + order.feesTicksLots),
    partsBps: {
      delay: toBps(sign * delayedLots * (arrivalMidTicks - decisionMidTicks)),
      spread: toBps(sign * sumOverFills(fills, (fill) => fill.priceTicks - fill.midTicks)),
      ...computeMidMove(order, toBps),
      opportunity: toBps(sign * unfilledLots * (endMidTicks - unfilledBase)),
      fees: toBps(order.feesTicksLots),
    },
    filledLots: filledLots as QuantityLots,
  };
}

/** The move of the mid from release to the fills, split into ours and the market's where known. */
function computeMidMove(
  order: ShortfallOrder,
  toBps: (ticksLots: number) => Bps,
): Pick<ShortfallParts, "impact" | "timing" | "drift"> {
  const sign = sideSign(order.side);
  const drift = sign * sumOverFills(order.fills, (fill) => fill.midTicks - order.arrivalMidTicks);
  if (order.impactSource === "none") return { drift: toBps(drift) };
  const impact = sign * sumOverFills(order.fills, (fill) => fill.impactTicks ?? Number.NaN);
  return { impact: toBps(impact), timing: toBps(drift - impact) };
}

/** Σ lots · ticks, with the rounding of each addition kept and added back (Neumaier 1974). */
function sumOverFills(
  fills: readonly ShortfallFill[],
  ticksOf: (fill: ShortfallFill) => number,
): number {
  let sum = 0;
  let lost = 0;
  for (const fill of fills) {
    const term = fill.lots * ticksOf(fill);
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** @returns the lots filled */
function checkOrder(order: ShortfallOrder): number {
  const { quantityLots, arrivalMidTicks } = order;
  assertPositiveLots(quantityLots);
  assert(arrivalMidTicks > 0, `an arrival mid is positive, was ${arrivalMidTicks}`);
  assertFinite(order.decisionMidTicks, "a decision mid");
  assertFinite(arrivalMidTicks, "an arrival mid");
  assertFinite(order.endMidTicks, "an end mid");
  assertFinite(order.feesTicksLots, "a sum of fees");
  let filledLots = 0;
  for (const fill of order.fills) {
    checkFill(fill, order.impactSource);
    filledLots += fill.lots;
  }
  assert(
    filledLots <= quantityLots,
    `no more is filled than ordered, was ${filledLots} of ${quantityLots}`,
  );
  return filledLots;
}

function checkFill(fill: ShortfallFill, impactSource: ImpactSource): void {
  assertPositiveLots(fill.lots);
  assertFinite(fill.priceTicks, "a fill price");
  assertFinite(fill.midTicks, "a mid at a fill");
  if (impactSource === "none") {
    assert(fill.impactTicks === undefined, "a fill names an impact only where there is a source");
  } else {
    assertFinite(fill.impactTicks, `an impact from the ${impactSource}`);
  }
}

function assertPositiveLots(lots: number): void {
  assert(
    Number.isSafeInteger(lots) && lots > 0,
    `a quantity is a positive whole number of lots, was ${lots}`,
  );
}

function assertFinite(value: number | undefined, name: string): void {
  assert(Number.isFinite(value), `${name} is finite, was ${value}`);
}
