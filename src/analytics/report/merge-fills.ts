/** Fills that would lie on one another in a chart, drawn as one mark of their summed size. */
import type { ReportFill } from "./order-report.ts";

interface FillGroup {
  readonly fill: ReportFill;
  lots: number;
  lotsNs: number;
  lotsTicks: number;
}

/**
 * Joins fills of one liquidity within one bucket of time, at their average time and price.
 *
 * Lots are preserved. With `keepPrices` only fills at one price are joined.
 */
export function mergeFills(
  fills: readonly ReportFill[],
  options: { readonly bucketNs: number; readonly keepPrices: boolean },
): readonly ReportFill[] {
  const { bucketNs, keepPrices } = options;
  const groups = new Map<string, FillGroup>();
  for (const fill of fills) {
    const bucket = Math.floor(fill.timeNs / bucketNs);
    const key = `${bucket} ${fill.liquidity} ${keepPrices ? fill.priceTicks : ""}`;
    const group = groups.get(key) ?? { fill, lots: 0, lotsNs: 0, lotsTicks: 0 };
    group.lots += fill.lots;
    group.lotsNs += fill.lots * (fill.timeNs - group.fill.timeNs);
    group.lotsTicks += fill.lots * (fill.priceTicks - group.fill.priceTicks);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ fill, lots, lotsNs, lotsTicks }) => ({
    timeNs: fill.timeNs + lotsNs / lots,
    priceTicks: fill.priceTicks + lotsTicks / lots,
    lots,
    liquidity: fill.liquidity,
  }));
}
