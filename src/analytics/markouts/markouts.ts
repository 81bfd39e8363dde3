/**
 * Markouts: where the market went after each fill.
 *
 *     markout at τ = s · (m(t + τ) − p) / p · 10⁴        s = +1 for a buy, −1 for a sell
 *
 * **Positive is good for us**: the market is worth more than we paid, or less than we got. (Costs
 * elsewhere are positive when they hurt; a markout keeps the sign it has everywhere in the trade.)
 * Fills are weighted by their notional. Definitions and limits: docs/models/markouts.md.
 */
import { formatDuration } from "../../core/time.ts";
import { durationNs } from "../../core/units.ts";
import { sideSign } from "../../market/side.ts";
import type { FillLiquidity } from "../benchmarks.ts";
import {
  assertFill,
  type Estimate,
  estimateRatio,
  type MeasuredFill,
  type MeasuredOrder,
  type OrderSums,
} from "./measured-order.ts";

/** Nothing (the mid just before the fill), then 100 ms to 1 h. */
export const markoutHorizonsNs: readonly number[] = [
  ...[0, 1e8, 1e9, 5e9, 10e9, 30e9, 60e9, 300e9, 900e9, 3600e9],
];

/** `at fill`, `100ms`, `1s`, …, `1h`. */
export function horizonName(horizonNs: number): string {
  return horizonNs === 0 ? "at fill" : formatDuration(durationNs(horizonNs));
}

export interface MarkoutPoint {
  readonly horizonNs: number;
  /** Of the fills whose market is known that long; undefined where none is. */
  readonly markoutBps: Estimate | undefined;
  /**
   * Realised spread 2s · (p − m(t + τ)) / m(t) · 10⁴ of the same fills: what of the effective
   * spread was not given back. Positive is what we paid.
   */
  readonly realisedSpreadBps: Estimate | undefined;
}

/** What one order adds to markouts and realised spreads, by horizon; plain data. */
export interface MarkoutSums {
  readonly markouts: readonly OrderSums[];
  readonly realised: readonly OrderSums[];
}

/** @param liquidity only fills of this kind; all where not given */
export function sumMarkouts(order: MeasuredOrder, liquidity?: FillLiquidity): MarkoutSums {
  const sums = markoutHorizonsNs.map((horizonNs) => sumHorizon(order, horizonNs, liquidity));
  return {
    markouts: sums.map(({ markout }) => markout),
    realised: sums.map(({ spread }) => spread),
  };
}

/** Markouts of orders, by horizon. */
export function estimateMarkouts(
  orders: readonly MarkoutSums[],
  seed: number,
): readonly MarkoutPoint[] {
  return markoutHorizonsNs.map((horizonNs, at) => ({
    horizonNs,
    markoutBps: estimateRatio(
      orders.map(({ markouts }) => markouts[at]!),
      seed,
    ),
    realisedSpreadBps: estimateRatio(
      orders.map(({ realised }) => realised[at]!),
      seed,
    ),
  }));
}

function sumHorizon(
  order: MeasuredOrder,
  horizonNs: number,
  liquidity: FillLiquidity | undefined,
): { markout: OrderSums; spread: OrderSums } {
  const { side, fills, path, tickValue = 1 } = order;
  const toBps = sideSign(side) * tickValue * 1e4;
  let [gained, paidNotional, midNotional, counted] = [0, 0, 0, 0];
  for (const fill of fills) {
    assertFill(fill);
    if (liquidity !== undefined && fill.liquidity !== liquidity) continue;
    const later = horizonNs === 0 ? fill.midTicks : path.midAt(fill.timeNs + horizonNs);
    if (later === undefined) continue;
    gained += fill.lots * (later - fill.priceTicks);
    paidNotional += fill.lots * fill.priceTicks;
    midNotional += fill.lots * fill.midTicks;
    counted += fill.lots;
  }
  // Adding zero turns −0 into 0.
  const numerator = toBps * gained + 0;
  return {
    markout: { numerator, denominator: tickValue * paidNotional, lots: counted },
    spread: { numerator: -2 * numerator + 0, denominator: tickValue * midNotional, lots: counted },
  };
}

/** Where the mid went after an order's last fill. */
export interface ReversionPoint {
  readonly horizonNs: number;
  /** s · (P(T + τ) − P(T)) / P(T) · 10⁴: negative where the price came back after we were done. */
  readonly reversionBps: Estimate | undefined;
}

/**
 * What one order adds to the reversion after its last fill, by horizon from the second on; T is its
 * time and P(T) the mid once everything then had happened. Orders weigh their filled notional.
 */
export function sumReversion(order: MeasuredOrder): readonly OrderSums[] {
  return markoutHorizonsNs.slice(1).map((horizonNs) => sumReversionAt(order, horizonNs));
}

export function estimateReversion(
  orders: readonly (readonly OrderSums[])[],
  seed: number,
): readonly ReversionPoint[] {
  return markoutHorizonsNs.slice(1).map((horizonNs, at) => ({
    horizonNs,
    reversionBps: estimateRatio(
      orders.map((sums) => sums[at]!),
      seed,
    ),
  }));
}

function sumReversionAt(
  { side, fills, path, tickValue = 1 }: MeasuredOrder,
  horizonNs: number,
): OrderSums {
  const last = fills.at(-1);
  const base = last && path.midAt(last.timeNs);
  const later = last && path.midAt(last.timeNs + horizonNs);
  if (base === undefined || later === undefined) return { numerator: 0, denominator: 0, lots: 0 };
  const lots = fills.reduce((sum: number, fill: MeasuredFill) => sum + fill.lots, 0);
  const numerator = sideSign(side) * tickValue * lots * (later - base) * 1e4 + 0;
  return { numerator, denominator: tickValue * lots * base, lots };
}
