/**
 * What fills paid or earned against the touch at their own moment.
 *
 * m is the mid and w the displayed spread just before the fill, s = +1 for a buy and −1 for a sell.
 * Auction fills have no touch and are left out of all but the mix. See docs/models/markouts.md.
 */
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

export interface SpreadMeasures {
  /** 2s · (p − m)/m · 10⁴: positive was paid, negative was earned by resting. */
  readonly effectiveSpreadBps: Estimate | undefined;
  /** s · (m − p)/(w/2): 1 is half the spread earned, −1 half of it paid, less is deeper. */
  readonly spreadCapture: Estimate | undefined;
  /** s · (far touch − p)/m · 10⁴: what was saved against paying the far touch. */
  readonly improvementBps: Estimate | undefined;
  /** Shares of the filled lots, adding up to 1; all 0 where nothing was filled. */
  readonly mix: Readonly<Record<FillLiquidity, number>>;
}

/** What one order adds to them; plain data. */
export interface SpreadSums {
  readonly effective: OrderSums;
  readonly capture: OrderSums;
  readonly improvement: OrderSums;
  readonly filledLots: Readonly<Record<FillLiquidity, number>>;
}

export function sumSpreads(order: MeasuredOrder): SpreadSums {
  const mid = ({ midTicks }: MeasuredFill): number => midTicks;
  const filledLots = { added: 0, removed: 0, auction: 0 };
  for (const { liquidity, lots } of order.fills) filledLots[liquidity] += lots;
  return {
    effective: sumOver(order, (fill, sign) => 2e4 * sign * (fill.priceTicks - fill.midTicks), mid),
    capture: sumOver(
      order,
      (fill, sign) => sign * (fill.midTicks - fill.priceTicks),
      ({ spreadTicks }) => spreadTicks / 2,
    ),
    improvement: sumOver(
      order,
      (fill, sign) => 1e4 * (sign * (fill.midTicks - fill.priceTicks) + fill.spreadTicks / 2),
      mid,
    ),
    filledLots,
  };
}

export function estimateSpreads(orders: readonly SpreadSums[], seed: number): SpreadMeasures {
  const estimate = (which: "effective" | "capture" | "improvement"): Estimate | undefined =>
    estimateRatio(
      orders.map((sums) => sums[which]),
      seed,
    );
  return {
    effectiveSpreadBps: estimate("effective"),
    spreadCapture: estimate("capture"),
    improvementBps: estimate("improvement"),
    mix: computeMix(orders),
  };
}

function sumOver(
  { side, fills, tickValue = 1 }: MeasuredOrder,
  measure: (fill: MeasuredFill, sign: number) => number,
  base: (fill: MeasuredFill) => number,
): OrderSums {
  const sign = sideSign(side);
  let [numerator, denominator, lots] = [0, 0, 0];
  for (const fill of fills) {
    assertFill(fill);
    if (fill.liquidity === "auction") continue;
    numerator += tickValue * fill.lots * measure(fill, sign);
    denominator += tickValue * fill.lots * base(fill);
    lots += fill.lots;
  }
  return { numerator, denominator, lots };
}

function computeMix(orders: readonly SpreadSums[]): Record<FillLiquidity, number> {
  const lots = { added: 0, removed: 0, auction: 0 };
  for (const { filledLots } of orders) {
    for (const liquidity of ["added", "removed", "auction"] as const) {
      lots[liquidity] += filledLots[liquidity];
    }
  }
  const all = lots.added + lots.removed + lots.auction;
  if (all === 0) return lots;
  return { added: lots.added / all, removed: lots.removed / all, auction: lots.auction / all };
}
