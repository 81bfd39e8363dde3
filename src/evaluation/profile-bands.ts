/** How a policy worked its order over time, over many episodes: what was left, and what it traded. */
import { assert } from "../core/assert.ts";
import { computeSortedQuantile, sortValues } from "../core/statistics/quantiles.ts";
import {
  type EpisodeRows,
  episodeRowLength,
  inventoryOffset,
  inventoryPoints,
  ownLotsOffset,
  participationBins,
} from "./episode-row.ts";

/** Quantiles and mean over episodes of the share that remains, one number a point in time. */
export interface InventoryBands {
  readonly p05: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
  readonly mean: readonly number[];
}

export interface ProfileBands {
  /** `inventoryPoints` numbers each, 0 to 1, from the start of the order to its end. */
  readonly inventory: InventoryBands;
  /** `participationBins` shares of own lots in all lots of all episodes; 0 where nothing traded. */
  readonly participation: readonly number[];
}

/** @throws InvariantError without whole episodes, or on a value that is not finite */
export function computeProfileBands(rows: EpisodeRows): ProfileBands {
  const episodes = rows.values.length / episodeRowLength;
  assert(Number.isInteger(episodes) && episodes >= 1, "a profile has at least one whole episode");
  const points = Array.from({ length: inventoryPoints }, (_, point) =>
    sortValues(columnAt(rows, inventoryOffset + point)),
  );
  const quantile = (probability: number): number[] =>
    points.map((sorted) => computeSortedQuantile(sorted, probability));
  return {
    inventory: {
      p05: quantile(0.05),
      p25: quantile(0.25),
      p50: quantile(0.5),
      p75: quantile(0.75),
      p95: quantile(0.95),
      mean: points.map((sorted) => sumOf(sorted) / episodes),
    },
    participation: Array.from({ length: participationBins }, (_, bin) => {
      const own = sumOf(columnAt(rows, ownLotsOffset + bin));
      const others = sumOf(columnAt(rows, ownLotsOffset + participationBins + bin));
      assert(Number.isFinite(own + others), "the lots of a bin are finite");
      return own + others === 0 ? 0 : own / (own + others);
    }),
  };
}

function columnAt({ values }: EpisodeRows, offset: number): Float64Array {
  return Float64Array.from(
    { length: values.length / episodeRowLength },
    (_, row) => values[row * episodeRowLength + offset]!,
  );
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
