/**
 * Benchmarks an order is held against, and how far its average price was from them.
 *
 * Positive is a cost. Every slippage is in basis points of the arrival mid, so that they can be
 * compared and added with the parts of the implementation shortfall. Definitions and limits stand
 * in docs/models/benchmarks.md.
 */
import { assert } from "../core/assert.ts";
import { type Bps, bps, type QuantityLots, type TimeNs } from "../core/units.ts";
import { type Side, sideSign } from "../market/side.ts";

/**
 * What the market did over the interval. Prices are offsets from the arrival mid, in ticks: the
 * benchmark itself is `arrivalMidTicks` plus its offset.
 */
export interface IntervalBenchmarks {
  readonly arrivalMidTicks: number;
  /** Volume-weighted price of the trades of others; undefined when nobody else traded. */
  readonly vwapOffsetTicks: number | undefined;
  /** Time-weighted mid over the whole interval. */
  readonly twapOffsetTicks: number;
  /** The mid in force at the end of the interval; a replay puts the recording's last mid here. */
  readonly closeOffsetTicks: number;
  /** Lots others traded in the interval. */
  readonly marketLots: number;
  /** Lots we traded in the interval. */
  readonly ownLots: number;
}

/** Fed with trades and mids in time order; allocates nothing between creation and `read`. */
export interface IntervalBenchmarkAccumulator {
  /**
   * One trade, counted when it lies in [start, end]. Own trades count as volume but not in the
   * VWAP. A trade between us and the market is fed once, as our own.
   */
  onTrade(timeNs: number, priceTicks: number, lots: number, isOwn: boolean): void;
  /** The mid from `timeNs` on. Mids before the start say what was in force at the start. */
  onMid(timeNs: number, midTicks: number): void;
  /** The benchmarks so far; the last mid is taken to hold to the end of the interval. */
  read(): IntervalBenchmarks;
}

/**
 * Gathers VWAP, time-weighted mid, closing mid and volumes over [start, end].
 *
 * Until the first mid arrives the arrival mid is in force. Sums run over differences from the
 * arrival mid, so that a mirrored market gives the mirrored offsets to the bit.
 *
 * @throws InvariantError when the interval is empty, time runs backwards, or a number is not one
 */
export function createIntervalBenchmarks(options: {
  readonly startNs: TimeNs;
  readonly endNs: TimeNs;
  readonly arrivalMidTicks: number;
}): IntervalBenchmarkAccumulator {
  const { startNs, endNs, arrivalMidTicks } = options;
  assert(startNs < endNs, `an interval ends after it starts, was ${startNs} to ${endNs}`);
  assertArrivalMid(arrivalMidTicks);
  let marketLots = 0;
  let ownLots = 0;
  let tradedTicksLots = 0;
  let midOffsetTicks = 0;
  let midSinceNs: number = startNs;
  let midTicksNs = 0;
  let lastEventNs = -Infinity;

  const advance = (timeNs: number): void => {
    assert(timeNs >= lastEventNs, "events come in time order");
    lastEventNs = timeNs;
  };

  return {
    onTrade(timeNs, priceTicks, lots, isOwn) {
      advance(timeNs);
      assert(lots > 0 && Number.isFinite(lots), "a trade has a positive number of lots");
      assert(Number.isFinite(priceTicks), "a trade price is finite");
      if (timeNs < startNs || timeNs > endNs) return;
      if (isOwn) {
        ownLots += lots;
        return;
      }
      marketLots += lots;
      tradedTicksLots += lots * (priceTicks - arrivalMidTicks);
    },
    onMid(timeNs, midTicks) {
      advance(timeNs);
      assert(Number.isFinite(midTicks), "a mid is finite");
      if (timeNs > endNs) return;
      if (timeNs > midSinceNs) {
        midTicksNs += (timeNs - midSinceNs) * midOffsetTicks;
        midSinceNs = timeNs;
      }
      midOffsetTicks = midTicks - arrivalMidTicks;
    },
    read() {
      const untilEndTicksNs = (endNs - midSinceNs) * midOffsetTicks;
      return {
        arrivalMidTicks,
        vwapOffsetTicks: marketLots > 0 ? tradedTicksLots / marketLots : undefined,
        twapOffsetTicks: (midTicksNs + untilEndTicksNs) / (endNs - startNs),
        closeOffsetTicks: midOffsetTicks,
        marketLots,
        ownLots,
      };
    },
  };
}

/** How one execution came about: a resting order of ours, an order that took, or an auction. */
export type FillLiquidity = "added" | "removed" | "auction";

export interface BenchmarkFill {
  readonly lots: QuantityLots;
  readonly priceTicks: number;
  readonly liquidity: FillLiquidity;
}

export interface BenchmarkOrder {
  readonly side: Side;
  /** What was ordered; positive. */
  readonly quantityLots: QuantityLots;
  readonly fills: readonly BenchmarkFill[];
}

/**
 * One order against its benchmarks. A slippage is undefined where there is no fill or no
 * benchmark; shares lie between 0 and 1.
 */
export interface BenchmarkComparison {
  readonly arrivalMidTicks: number;
  readonly averagePriceTicks: number | undefined;
  readonly arrivalSlippageBps: Bps | undefined;
  /** Against the volume-weighted price of others' trades, our own excluded. */
  readonly vwapSlippageBps: Bps | undefined;
  /** Against the time-weighted mid. */
  readonly twapSlippageBps: Bps | undefined;
  /** Against the mid at the end of the interval. */
  readonly closeSlippageBps: Bps | undefined;
  /** Own lots over all lots traded in the interval, ours included; undefined without a trade. */
  readonly participation: number | undefined;
  /** Lots filled by our resting orders over lots filled; auction lots count as not passive. */
  readonly passiveShare: number | undefined;
  readonly filledLots: QuantityLots;
  /** Lots filled over lots ordered. */
  readonly completion: number;
}

/**
 * Slippage s · (average − benchmark) / arrival mid · 1e4, for each benchmark.
 *
 * @throws InvariantError on a price or quantity that is not one, or more filled than ordered
 */
export function compareWithBenchmarks(
  order: BenchmarkOrder,
  interval: IntervalBenchmarks,
): BenchmarkComparison {
  const { arrivalMidTicks, ownLots, marketLots } = interval;
  const { filledLots, addedLots, offsetTicksLots } = sumFills(order, arrivalMidTicks);
  const sign = sideSign(order.side);
  const averageOffsetTicks = filledLots > 0 ? offsetTicksLots / filledLots : undefined;
  const slippageBps = (benchmarkOffsetTicks: number | undefined): Bps | undefined =>
    averageOffsetTicks === undefined || benchmarkOffsetTicks === undefined
      ? undefined
      : // Adding zero turns −0 into 0, which a mirrored order would otherwise give.
        bps(((sign * (averageOffsetTicks - benchmarkOffsetTicks)) / arrivalMidTicks) * 1e4 + 0);
  return {
    arrivalMidTicks,
    averagePriceTicks:
      averageOffsetTicks === undefined ? undefined : arrivalMidTicks + averageOffsetTicks,
    arrivalSlippageBps: slippageBps(0),
    vwapSlippageBps: slippageBps(interval.vwapOffsetTicks),
    twapSlippageBps: slippageBps(interval.twapOffsetTicks),
    closeSlippageBps: slippageBps(interval.closeOffsetTicks),
    participation: ownLots + marketLots > 0 ? ownLots / (ownLots + marketLots) : undefined,
    passiveShare: filledLots > 0 ? addedLots / filledLots : undefined,
    filledLots: filledLots as QuantityLots,
    completion: filledLots / order.quantityLots,
  };
}

function sumFills(
  order: BenchmarkOrder,
  arrivalMidTicks: number,
): { filledLots: number; addedLots: number; offsetTicksLots: number } {
  assertArrivalMid(arrivalMidTicks);
  assertPositiveLots(order.quantityLots);
  let filledLots = 0;
  let addedLots = 0;
  let offsetTicksLots = 0;
  for (const fill of order.fills) {
    assertPositiveLots(fill.lots);
    assert(Number.isFinite(fill.priceTicks), `a fill price is finite, was ${fill.priceTicks}`);
    filledLots += fill.lots;
    if (fill.liquidity === "added") addedLots += fill.lots;
    offsetTicksLots += fill.lots * (fill.priceTicks - arrivalMidTicks);
  }
  assert(
    filledLots <= order.quantityLots,
    `no more is filled than ordered, was ${filledLots} of ${order.quantityLots}`,
  );
  return { filledLots, addedLots, offsetTicksLots };
}

function assertArrivalMid(midTicks: number): void {
  assert(
    Number.isFinite(midTicks) && midTicks > 0,
    `an arrival mid is positive and finite, was ${midTicks}`,
  );
}

function assertPositiveLots(lots: number): void {
  assert(
    Number.isSafeInteger(lots) && lots > 0,
    `a quantity is a positive whole number of lots, was ${lots}`,
  );
}
