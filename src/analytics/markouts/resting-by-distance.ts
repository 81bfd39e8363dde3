/** How much of what rested was filled, and how soon, by its distance from the touch. */
import type { MeasuredOrder } from "./measured-order.ts";

export interface DistanceRow {
  /** As it is printed. */
  readonly distance: string;
  readonly placements: number;
  readonly lots: number;
  readonly filledLots: number;
  /** Filled lots over lots that rested, 0 to 1. What was taken away counts as not filled. */
  readonly fillRate: number;
  /** Mean over filled lots of the time they had rested; undefined where none was filled. */
  readonly secondsToFill: number | undefined;
  /** Mean over placements of the time they stood, filled or not. */
  readonly secondsRested: number;
}

/** From the spread's inside outwards; a band ends before the next begins. */
const bands: readonly { readonly fromTicks: number; readonly distance: string }[] = [
  { fromTicks: Number.NEGATIVE_INFINITY, distance: "inside" },
  { fromTicks: 0, distance: "touch" },
  { fromTicks: 1, distance: "1 tick" },
  { fromTicks: 2, distance: "2–4 ticks" },
  { fromTicks: 5, distance: "5 and more" },
];

/** What rested in one band; plain data. */
export interface BandSums {
  readonly placements: number;
  readonly lots: number;
  readonly filledLots: number;
  readonly filledLotNs: number;
  readonly restedNs: number;
}

const nothing: BandSums = { placements: 0, lots: 0, filledLots: 0, filledLotNs: 0, restedNs: 0 };

/** What one order adds to each band. */
export function sumResting({ placements }: MeasuredOrder): readonly BandSums[] {
  const sums = bands.map(() => nothing);
  for (const placement of placements) {
    const band = bands.findLastIndex(({ fromTicks }) => placement.distanceTicks >= fromTicks);
    sums[band] = addBands(sums[band]!, { ...placement, placements: 1 });
  }
  return sums;
}

/** One row a band in which anything rested. */
export function combineResting(orders: readonly (readonly BandSums[])[]): readonly DistanceRow[] {
  return bands.flatMap(({ distance }, band) => {
    const sum = orders.reduce((total, sums) => addBands(total, sums[band]!), nothing);
    const { placements, lots, filledLots, filledLotNs, restedNs } = sum;
    if (placements === 0) return [];
    const secondsToFill = filledLots === 0 ? undefined : filledLotNs / filledLots / 1e9;
    const secondsRested = restedNs / placements / 1e9;
    const fillRate = filledLots / lots;
    return [{ distance, placements, lots, filledLots, fillRate, secondsToFill, secondsRested }];
  });
}

function addBands(one: BandSums, other: BandSums): BandSums {
  return {
    placements: one.placements + other.placements,
    lots: one.lots + other.lots,
    filledLots: one.filledLots + other.filledLots,
    filledLotNs: one.filledLotNs + other.filledLotNs,
    restedNs: one.restedNs + other.restedNs,
  };
}
