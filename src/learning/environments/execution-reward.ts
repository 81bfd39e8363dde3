/**
 * What an order is worth as it goes on: the reward of a step is the change of it.
 *
 * The value is what the fills have brought and what is left is worth now, against the arrival: 0 when
 * the order comes, and minus its cost when it is over. So the rewards of an episode add up to its
 * score whatever lies between (docs/models/environment.md).
 */
import { assert } from "../../core/assert.ts";
import type { ParentOrder } from "../../execution/index.ts";
import { sideSign } from "../../market/side.ts";
import type { VenueFill } from "../../simulation/order-gateway.ts";

/**
 * `ticksPerLot`: cash against the first far touch, the published reward (reference note 01, A9); what
 * is left is marked at the far touch. `shortfallBps`: minus the implementation shortfall in basis
 * points of arrival notional; what is left is marked at the mid.
 */
export type RewardMeasure = "ticksPerLot" | "shortfallBps";

export interface RewardTerms {
  readonly measure: RewardMeasure;
  readonly parent: ParentOrder;
  /** Ticks a lot, positive for a cost; the published reward knows none. */
  readonly fees: { readonly removeTicks: number; readonly addTicks: number };
}

/** Prices an order is measured against. */
interface ArrivalPrices {
  readonly midTicks: number;
  readonly farTouchTicks: number;
}

export class OrderValue {
  readonly #terms: RewardTerms;
  readonly #sign: 1 | -1;
  #arrival: ArrivalPrices = { midTicks: Number.NaN, farTouchTicks: Number.NaN };
  #fills = 0;
  #paidTicksLots = 0;
  #feesTicksLots = 0;
  filledLots = 0;
  passiveLots = 0;
  /** Σ lots · ticks by which our trading had moved the mid against us at each fill. */
  impactTicksLots = 0;

  constructor(terms: RewardTerms) {
    this.#terms = terms;
    this.#sign = sideSign(terms.parent.side);
  }

  /** Nothing of an order has filled. */
  begin(arrival: ArrivalPrices): void {
    const { midTicks, farTouchTicks } = arrival;
    assert(midTicks > 0 && !Number.isNaN(farTouchTicks), "an order arrives in a two-sided market");
    this.#arrival = arrival;
    this.#fills = 0;
    this.#paidTicksLots = 0;
    this.#feesTicksLots = 0;
    this.filledLots = 0;
    this.passiveLots = 0;
    this.impactTicksLots = 0;
  }

  /** Takes in the fills that have come since. */
  take(fills: readonly VenueFill[]): void {
    const { fees } = this.#terms;
    for (; this.#fills < fills.length; this.#fills++) {
      const fill = fills[this.#fills]!;
      const { lots } = fill;
      const isTaken = fill.liquidity === "removed";
      this.#paidTicksLots += lots * (fill.priceTicks - this.#baseTicks);
      this.#feesTicksLots += lots * (isTaken ? fees.removeTicks : fees.addTicks);
      this.impactTicksLots += this.#sign * lots * (fill.midTicks - fill.unperturbedMidTicks);
      this.filledLots += lots;
      if (fill.liquidity === "added") this.passiveLots += lots;
    }
  }

  /** With what is left at a price. */
  valueAt(markTicks: number): number {
    const leftLots = this.#terms.parent.quantityLots - this.filledLots;
    const left = leftLots === 0 ? 0 : leftLots * (markTicks - this.#baseTicks);
    const cost = this.#sign * (this.#paidTicksLots + left);
    return this.#isPublished ? -this.toUnits(cost) : -this.toUnits(cost + this.#feesTicksLots);
  }

  /** Of an order that is over; what never filled is marked at the last mid, where that counts. */
  finalValue(endMidTicks: number): number {
    return this.valueAt(this.#isPublished ? this.#baseTicks : endMidTicks);
  }

  /** In basis points of arrival notional, whatever the measure is. */
  shortfallBps(endMidTicks: number): number {
    const { quantityLots } = this.#terms.parent;
    const { midTicks } = this.#arrival;
    const leftLots = quantityLots - this.filledLots;
    const paid = this.#paidTicksLots + this.filledLots * (this.#baseTicks - midTicks);
    const left = leftLots === 0 ? 0 : leftLots * (endMidTicks - midTicks);
    const cost = this.#sign * (paid + left) + this.#feesTicksLots;
    return (cost / (quantityLots * midTicks)) * 1e4;
  }

  /** Ticks times lots in the measure's unit. */
  toUnits(ticksLots: number): number {
    const perLot = ticksLots / this.#terms.parent.quantityLots;
    return this.#isPublished ? perLot : (perLot / this.#arrival.midTicks) * 1e4;
  }

  get #isPublished(): boolean {
    return this.#terms.measure === "ticksPerLot";
  }

  get #baseTicks(): number {
    return this.#isPublished ? this.#arrival.farTouchTicks : this.#arrival.midTicks;
  }
}
