/**
 * Everything that is measured of fills beside their cost: for one order, or for many.
 *
 * In two steps, so that orders can be worked in many threads: `measureOrder` makes plain sums of one
 * order, `combineMeasures` makes means and intervals of the sums of many.
 */
import {
  estimateMarkouts,
  estimateReversion,
  type MarkoutPoint,
  type MarkoutSums,
  type ReversionPoint,
  sumMarkouts,
  sumReversion,
} from "./markouts.ts";
import type { MeasuredOrder, OrderSums } from "./measured-order.ts";
import {
  type BandSums,
  combineResting,
  type DistanceRow,
  sumResting,
} from "./resting-by-distance.ts";
import {
  estimateSpreads,
  type SpreadMeasures,
  type SpreadSums,
  sumSpreads,
} from "./spread-measures.ts";

export interface ExecutionQuality {
  readonly orders: number;
  readonly filledLots: number;
  readonly spreads: SpreadMeasures;
  /** By horizon, of all fills. */
  readonly markouts: readonly MarkoutPoint[];
  /** Of the fills of resting orders: how they were picked off. */
  readonly passiveMarkouts: readonly MarkoutPoint[];
  /** Of the fills that took. */
  readonly aggressiveMarkouts: readonly MarkoutPoint[];
  readonly reversion: readonly ReversionPoint[];
  readonly resting: readonly DistanceRow[];
}

/** The sums of one order: plain data, whatever its length. */
export interface OrderMeasures {
  readonly filledLots: number;
  readonly spreads: SpreadSums;
  readonly markouts: MarkoutSums;
  readonly passiveMarkouts: MarkoutSums;
  readonly aggressiveMarkouts: MarkoutSums;
  readonly reversion: readonly OrderSums[];
  readonly resting: readonly BandSums[];
}

export function measureOrder(order: MeasuredOrder): OrderMeasures {
  return {
    filledLots: order.fills.reduce((sum, { lots }) => sum + lots, 0),
    spreads: sumSpreads(order),
    markouts: sumMarkouts(order),
    passiveMarkouts: sumMarkouts(order, "added"),
    aggressiveMarkouts: sumMarkouts(order, "removed"),
    reversion: sumReversion(order),
    resting: sumResting(order),
  };
}

/** @param options.seed of the bootstrap over orders */
export function combineMeasures(
  orders: readonly OrderMeasures[],
  { seed }: { readonly seed: number },
): ExecutionQuality {
  const markoutsOf = (which: "markouts" | "passiveMarkouts" | "aggressiveMarkouts") =>
    estimateMarkouts(
      orders.map((sums) => sums[which]),
      seed,
    );
  return {
    orders: orders.length,
    filledLots: orders.reduce((sum, { filledLots }) => sum + filledLots, 0),
    spreads: estimateSpreads(
      orders.map(({ spreads }) => spreads),
      seed,
    ),
    markouts: markoutsOf("markouts"),
    passiveMarkouts: markoutsOf("passiveMarkouts"),
    aggressiveMarkouts: markoutsOf("aggressiveMarkouts"),
    reversion: estimateReversion(
      orders.map(({ reversion }) => reversion),
      seed,
    ),
    resting: combineResting(orders.map(({ resting }) => resting)),
  };
}
