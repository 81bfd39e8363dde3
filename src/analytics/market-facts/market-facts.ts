/**
 * What a recorded market is like, in numbers: the words in which markets are compared.
 *
 * Prices and spreads are in ticks, sizes in lots, times in seconds, per minute of the span. Groups
 * that a recording cannot tell are undefined: no spread without quotes, no order lives without ids.
 * Definitions stand at the meters; `docs/guides/data.md` lists them.
 */
import type { LineFacts } from "./line-fit.ts";
import type { Quantiles } from "./value-histogram.ts";

export interface MarketFacts {
  readonly granularity: FactsGranularity;
  readonly span: SpanFacts;
  /** Records of the source within the span, and events of all kinds. */
  readonly records: number;
  readonly recordsPerMinute: number;
  readonly price: PriceFacts | undefined;
  readonly spread: SpreadFacts | undefined;
  readonly depth: DepthFacts | undefined;
  readonly orders: OrderFacts | undefined;
  readonly trades: TradeFacts | undefined;
  readonly marketOrders: MarketOrderFacts | undefined;
  readonly returns: readonly ReturnFacts[];
  readonly signature: readonly SignaturePoint[];
  readonly flow: FlowFacts | undefined;
  readonly halfHours: readonly HalfHourFacts[];
  readonly path: PricePath;
}

/** What the source tells: every order, totals of price levels, the best quotes, trades or bars. */
export type FactsGranularity = "orders" | "levels" | "quotes" | "trades" | "bars";

/** What was measured: the regular session, or the whole recording where there is none. */
export interface SpanFacts {
  readonly fromNs: number;
  readonly toNs: number;
  readonly minutes: number;
  /** Events before and after it, which only moved the book. */
  readonly recordsOutside: number;
}

/** Of mids where there are quotes, else of trades. */
export interface PriceFacts {
  readonly of: "mid" | "trade";
  readonly openTicks: number;
  readonly closeTicks: number;
  readonly lowTicks: number;
  readonly highTicks: number;
  readonly changesPerMinute: number;
}

/** Time with both sides shown and the bid below the ask; the rest is told as shares. */
export interface SpreadFacts {
  readonly timeWeightedTicks: number;
  readonly timeWeightedBps: number;
  /** Over records. */
  readonly quantiles: Quantiles;
  readonly oneTickTimeShare: number;
  readonly lockedTimeShare: number;
  readonly crossedTimeShare: number;
  readonly oneSidedTimeShare: number;
  /** By ticks: the share of time, for drawing. */
  readonly distribution: readonly { readonly ticks: number; readonly timeShare: number }[];
}

export interface DepthFacts {
  /** Time-weighted lots by level, best first. */
  readonly levels: readonly { readonly bidLots: number; readonly askLots: number }[];
  /** Best bid and best ask sizes together, over records. */
  readonly touchLots: Quantiles;
  /** Lots of all measured levels, the mean of the two sides, over records. */
  readonly sideLots: Quantiles | undefined;
  readonly sideLotsTimeWeighted: number | undefined;
  /** Between occupied ask levels, over records. */
  readonly askGapTicks: { readonly mean: number; readonly median: number } | undefined;
}

/** Of order-by-order recordings. */
export interface OrderFacts {
  readonly submissionsPerMinute: number;
  readonly reductionsPerMinute: number;
  readonly deletionsPerMinute: number;
  readonly executionsPerMinute: number;
  readonly hiddenExecutionsPerMinute: number;
  /** Reductions and deletions per submission. */
  readonly cancelsPerSubmission: number;
  readonly sizeLots: SizeFacts;
  readonly gaps: GapFacts | undefined;
  readonly submissionGaps: GapFacts | undefined;
  readonly placement: readonly PlacementShare[];
  readonly deletedAfter: LifeFacts | undefined;
  readonly executedAfter: LifeFacts | undefined;
  /** Executions at the best displayed price, of all displayed ones. */
  readonly executedAtBestShare: number | undefined;
}

export interface SizeFacts {
  readonly count: number;
  readonly mean: number;
  readonly quantiles: Quantiles;
  /** Of exactly one round lot, and below it. */
  readonly roundLotShare: number;
  readonly oddLotShare: number;
  /** Bars of equal width on a logarithmic scale, for drawing. */
  readonly distribution: readonly { readonly lots: number; readonly share: number }[];
}

/** Times between one and the next, in seconds. */
export interface GapFacts {
  readonly mean: number;
  readonly coefficientOfVariation: number;
  readonly quantiles: Quantiles;
  readonly zeroShare: number;
  readonly belowMillisecondShare: number;
}

export interface LifeFacts {
  readonly quantiles: Quantiles;
  readonly within100msShare: number;
  readonly within1sShare: number;
}

/** Where new orders came, against the best price of their own side. */
export interface PlacementShare {
  readonly place: string;
  readonly share: number;
}

export interface TradeFacts {
  readonly count: number;
  readonly perMinute: number;
  readonly lots: number;
  /** Lots of trades against orders that were not displayed, of all. */
  readonly hiddenShare: number;
  /** Lots of auction prints, which are in nothing else here. */
  readonly auctionLots: number;
  /** Of trades against displayed orders. */
  readonly sizeLots: SizeFacts;
  readonly gaps: GapFacts | undefined;
}

/** Trades of one time and side, against displayed orders, are one incoming order. */
export interface MarketOrderFacts {
  readonly count: number;
  readonly perMinute: number;
  readonly tradesPerOrder: number;
  readonly buyShare: number;
  /** The source does not name sides: the Lee–Ready rule did. */
  readonly isSideInferred: boolean;
  readonly sizeLots: SizeFacts;
  readonly gaps: GapFacts | undefined;
  /** As large as what the touch showed, or larger. */
  readonly takesTouchShare: number | undefined;
  readonly signMemory: readonly { readonly lag: number; readonly autocorrelation: number }[];
  /** Mean move of the mid in the order's direction, from before it to before the order `lag` later. */
  readonly response: readonly { readonly lag: number; readonly ticks: number }[];
}

/** Logarithmic returns between points of a clock. */
export interface ReturnFacts {
  readonly seconds: number;
  readonly count: number;
  readonly deviationBps: number;
  readonly excessKurtosis: number | undefined;
  readonly autocorrelation: number | undefined;
  readonly absoluteAutocorrelation: number | undefined;
  readonly zeroShare: number;
  readonly annualisedVolatility: number;
}

export interface SignaturePoint {
  readonly seconds: number;
  readonly annualisedVolatility: number;
}

/** What moves the price: least squares of the mid's change. */
export interface FlowFacts {
  /** Over minutes, on signed market-order lots. */
  readonly onTrades: LineFacts | undefined;
  /** On order-flow imbalance at the touch, over 10 and 60 seconds. */
  readonly onImbalance10s: LineFacts | undefined;
  readonly onImbalance60s: LineFacts | undefined;
  /** Share of next mid moves that went up, by fifths of the queue imbalance, lowest first. */
  readonly nextMoveUpByImbalance: readonly number[];
}

export interface HalfHourFacts {
  readonly fromNs: number;
  readonly lots: number;
  readonly volumeShare: number;
  readonly recordsPerMinute: number;
  readonly spreadTicks: number | undefined;
  /** Deviation of one-minute returns. */
  readonly volatilityBps: number | undefined;
}

/** One point a second at the most: NaN while there is no price. */
export interface PricePath {
  readonly fromNs: number;
  readonly stepNs: number;
  readonly ticks: Float64Array;
}
