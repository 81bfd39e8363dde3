/** What a report of one parent order, worked by one or more policies, is made from. Plain values. */
import type { Side } from "../../market/side.ts";
import type { BenchmarkComparison, FillLiquidity } from "../benchmarks.ts";
import type { ExecutionQuality } from "../markouts/execution-quality.ts";
import type { Shortfall } from "../shortfall.ts";

/** A column of numbers: an array or a typed array. */
export type Column = ArrayLike<number>;

/** Where the market came from. */
export interface ReportSource {
  readonly path: string;
  readonly description: string;
  readonly isSynthetic: boolean;
  /** Trading day, as it is to be printed. */
  readonly date?: string;
  readonly sha256?: string;
  /** Market events read. */
  readonly events: number;
}

export interface ReportParent {
  readonly side: Side;
  readonly quantityLots: number;
  readonly startNs: number;
  readonly endNs: number;
  readonly limitPriceTicks?: number;
  /** Highest share of the traded volume, 0 to 1. */
  readonly participationCap?: number;
}

/** A moment worth seeing on the charts. */
export interface NewsMarker {
  readonly timeNs: number;
  readonly label: string;
}

/** The recorded market without us, sampled in time order; each sample holds until the next. */
export interface ReportMarket {
  readonly timeNs: Column;
  /** Not finite where the book had no bid. */
  readonly bidTicks: Column;
  /** Not finite where the book had no ask. */
  readonly askTicks: Column;
  /** Lots traded since the recording began. */
  readonly cumulativeVolumeLots: Column;
}

/** Lots not yet filled, in time order; each sample holds until the next. */
export interface RemainingSeries {
  readonly timeNs: Column;
  readonly remainingLots: Column;
}

export interface ReportFill {
  readonly timeNs: number;
  readonly priceTicks: number;
  readonly lots: number;
  readonly liquidity: FillLiquidity;
}

/** A child order that rested at one price with one open quantity. */
export interface WorkingOrder {
  readonly fromNs: number;
  readonly toNs: number;
  readonly priceTicks: number;
  readonly lots: number;
}

/** Volume by interval; interval i begins at `timeNs[i]`. */
export interface ParticipationSeries {
  readonly intervalNs: number;
  readonly timeNs: Column;
  readonly ownLots: Column;
  /** Lots traded by others; ours are not in it. */
  readonly marketLots: Column;
}

/**
 * Depth by time and price, on a grid of equal cells.
 *
 * Column c covers `startNs + c·columnNs` onwards; row r covers the prices from
 * `basePriceTicks + r·rowTicks`, upwards. Both lot arrays are time-major: cell (c, r) is at
 * `c·rows + r`.
 */
export interface DepthHeatmap {
  readonly startNs: number;
  readonly columnNs: number;
  readonly columns: number;
  readonly basePriceTicks: number;
  readonly rowTicks: number;
  readonly rows: number;
  readonly bidLots: Float64Array;
  readonly askLots: Float64Array;
}

/** How far a replay had to leave the recording because of our orders. */
export interface ReplayDivergence {
  /** Recorded events that could not happen as recorded. */
  readonly events: number;
  /** The same by kind; names in camelCase are printed as words. */
  readonly counts: Readonly<Record<string, number>>;
}

/** One policy's work on the parent order. */
export interface PolicyRun {
  readonly policy: string;
  readonly description: string;
  readonly shortfall: Shortfall;
  readonly benchmarks: BenchmarkComparison;
  /** Child orders by outcome; names in camelCase are printed as words. */
  readonly childOrders: Readonly<Record<string, number>>;
  /** Absent where nothing was replayed. */
  readonly divergence?: ReplayDivergence;
  /** Hash of the run's events, for reproducing it. */
  readonly hash: string;
  readonly inventory: RemainingSeries;
  readonly schedule: RemainingSeries;
  readonly fills: readonly ReportFill[];
  readonly workingOrders: readonly WorkingOrder[];
  readonly participation: ParticipationSeries;
  readonly heatmap?: DepthHeatmap;
  /** Markouts, spreads and what rested. */
  readonly quality?: ExecutionQuality;
}

/** Everything `renderOrderReport` needs; text is escaped there. */
export interface OrderReport {
  readonly title: string;
  /** The command line that made the report, printed so that it can be run again. */
  readonly generatedBy: string;
  readonly source: ReportSource;
  readonly instrument: { readonly symbol: string; readonly tickSize: number };
  readonly parent: ReportParent;
  /** Caveats, printed at the top. */
  readonly notes: readonly string[];
  readonly news?: readonly NewsMarker[];
  readonly market: ReportMarket;
  /** At least one. */
  readonly runs: readonly PolicyRun[];
}
