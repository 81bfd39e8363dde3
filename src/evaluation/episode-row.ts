/**
 * What one episode of one policy came to, as a row of numbers: so it crosses threads without
 * copying objects, and ten thousand of them are a few columns.
 */

/** Names of the fields of a row, in their order. Costs are in bps, positive when they hurt. */
export const episodeFields = [
  "shortfallBps",
  "delayBps",
  "spreadBps",
  "impactBps",
  "timingBps",
  "opportunityBps",
  "feesBps",
  /** Filled share of the order, 0 to 1. */
  "completion",
  /** Own share of all lots traded during the order, 0 to 1. */
  "participation",
  /** Share of the filled lots that rested, 0 to 1; 0 where nothing was filled. */
  "passiveShare",
  /** Sell: (cash − lots · first best bid) / lots; buy: the mirror. In ticks, higher is better. */
  "rewardTicksPerLot",
  "childOrders",
  /** Lots that others traded among themselves or with us during the order. */
  "othersLots",
  /** Share of the order's time in which both sides of the market were quoted, 0 to 1. */
  "twoSidedShare",
  /** Trades between others a minute of the order. */
  "othersTradesPerMinute",
  /** Events of the market's traders, warm-up included. */
  "marketEvents",
  /** Which kind of news the run's first news were, as a place in the world's list; −1 without. */
  "newsKind",
  /** The run's hash, in two halves of 32 bits. */
  "hashHigh",
  "hashLow",
] as const;
export type EpisodeField = (typeof episodeFields)[number];

/** Points in time at which the remaining share is noted: the start, and the end of 48 intervals. */
export const inventoryPoints = 49;
/** Intervals of the order for which own lots and others' lots are counted. */
export const participationBins = 24;

/** Numbers a row holds: fields, remaining shares, own lots by bin, others' lots by bin. */
export const episodeRowLength = episodeFields.length + inventoryPoints + 2 * participationBins;

const fieldIndex = new Map<EpisodeField, number>(episodeFields.map((name, at) => [name, at]));

/** Where a field lies in a row. */
export function fieldAt(field: EpisodeField): number {
  return fieldIndex.get(field) ?? Number.NaN;
}

/** The rows of one policy over consecutive seeds, one behind the other. */
export interface EpisodeRows {
  readonly policy: string;
  readonly description: string;
  /** `episodes · episodeRowLength` numbers. */
  readonly values: Float64Array;
}

/** One field of every row, in the order of the seeds. */
export function columnOf(rows: EpisodeRows, field: EpisodeField): Float64Array {
  const count = rows.values.length / episodeRowLength;
  const at = fieldAt(field);
  return Float64Array.from(
    { length: count },
    (_, row) => rows.values[row * episodeRowLength + at]!,
  );
}

/** Offset of the remaining shares within a row. */
export const inventoryOffset = episodeFields.length;
/** Offset of own lots by bin within a row; others' lots follow. */
export const ownLotsOffset = episodeFields.length + inventoryPoints;
