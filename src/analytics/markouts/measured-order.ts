/** A finished order as its fills are measured: against the market it was worked in. */
import { assert } from "../../core/assert.ts";
import { createXoshiro128 } from "../../core/random/xoshiro128.ts";
import type { Side } from "../../market/side.ts";
import type { FillLiquidity } from "../benchmarks.ts";
import { type ClusterSums, computeClusterBootstrap } from "./cluster-bootstrap.ts";
import type { RestingPlacement } from "./placement-log.ts";
import type { TouchPath } from "./touch-path.ts";

/** One execution. Prices are in ticks and may lie between ticks. */
export interface MeasuredFill {
  /** Venue time. */
  readonly timeNs: number;
  readonly lots: number;
  readonly priceTicks: number;
  /** The venue's mid just before the event that took liquidity, ours or the other side's. */
  readonly midTicks: number;
  /** The displayed spread then. */
  readonly spreadTicks: number;
  readonly liquidity: FillLiquidity;
}

export interface MeasuredOrder {
  readonly side: Side;
  /** In time order. */
  readonly fills: readonly MeasuredFill[];
  /** Of the market the order was worked in, also after its end. */
  readonly path: TouchPath;
  /** What rested, and what became of it. */
  readonly placements: readonly RestingPlacement[];
  /** Currency of one tick of one lot, so that orders in several instruments add up; 1 unless given. */
  readonly tickValue?: number;
}

/** Low and high end of a 95 % interval. */
export type Interval95 = readonly [low: number, high: number];

/** A mean over orders, with what it rests on. */
export interface Estimate {
  readonly mean: number;
  /** Lots that are in it. */
  readonly lots: number;
  /** Orders that have any. */
  readonly orders: number;
  /** By the bootstrap over orders; absent with fewer than `ordersForInterval` of them. */
  readonly ci95?: Interval95;
}

/** Fewer clusters than this say nothing of how clusters vary. */
export const ordersForInterval = 5;

/** Keeps an estimate of ten thousand orders at some ten milliseconds. */
const drawsMax = 2_000_000;

/** Sums of one order. */
export interface OrderSums extends ClusterSums {
  readonly lots: number;
}

/**
 * Σ numerators / Σ denominators over orders; undefined where no order has anything to say.
 *
 * @param seed of the bootstrap alone: the same draws for every estimate, so that an estimate does
 *   not depend on which others stand beside it
 */
export function estimateRatio(orders: readonly OrderSums[], seed: number): Estimate | undefined {
  const counted = orders.filter(({ denominator }) => denominator > 0);
  let [numerator, denominator, lots] = [0, 0, 0];
  for (const sums of counted) {
    numerator += sums.numerator;
    denominator += sums.denominator;
    lots += sums.lots;
  }
  if (counted.length === 0) return undefined;
  // Adding zero turns −0 into 0.
  const mean = numerator / denominator + 0;
  const estimate = { mean, lots, orders: counted.length };
  if (counted.length < ordersForInterval) return estimate;
  const resamples = Math.max(200, Math.min(2000, Math.floor(drawsMax / counted.length)));
  const ci95 = computeClusterBootstrap(counted, { random: createXoshiro128(seed), resamples });
  return { ...estimate, ci95 };
}

/** @throws InvariantError on a fill that is not one */
export function assertFill({ lots, priceTicks, midTicks, spreadTicks }: MeasuredFill): void {
  assert(lots > 0 && Number.isFinite(lots), `a fill has a positive number of lots, was ${lots}`);
  assert(priceTicks > 0, `a fill price is positive, was ${priceTicks}`);
  assert(midTicks > 0, `a mid at a fill is positive, was ${midTicks}`);
  assert(spreadTicks >= 0, `a spread at a fill is not negative, was ${spreadTicks}`);
}
