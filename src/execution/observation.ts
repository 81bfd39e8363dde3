/**
 * What a policy may know when it decides: the market as it has arrived here, and its own order.
 *
 * Prices are seen from the order's own side: the *near touch* is the best price on the side where
 * its orders rest, the *far touch* the one it would pay. Our own resting lots are taken out of the
 * book first, so that a policy does not follow its own quotes. Nothing here comes from a later
 * time: the market view has been fed up to the local clock and no further.
 */
import type { TimeNs } from "../core/units.ts";
import { fadedShare, flowWindowsNs } from "../features/index.ts";
import type { MarketView } from "../features/market-view.ts";
import { oppositeSide, type Side, sideSign } from "../market/side.ts";
import type { VolumeCurve } from "../market/volume-curve.ts";
import { type ChildOrder, exposedLots } from "./child-order.ts";
import type { OwnFlow } from "./own-flow.ts";
import type { ParentOrder } from "./parent-order.ts";
import { isKnownThere, lotsAhead } from "./queue-estimate.ts";
import { forecastVolume } from "./volume-forecast.ts";

/** Depth of the book that is looked through for others' orders. */
const levelsSeen = 10;

export interface DepthLevel {
  readonly priceTicks: number;
  /** Lots of others. */
  readonly lots: number;
}

/** One of our resting orders in its queue. */
export interface RestingOrder {
  readonly priceTicks: number;
  readonly lots: number;
  /** Lots of others thought to stand ahead of it (queue-estimate.ts). */
  readonly aheadLots: number;
}

/** Trades of the last while, faded over one of `flowWindowsNs`. */
export interface RecentFlow {
  /** Others took these lots in our direction. */
  readonly withLots: number;
  /** Others took these against our direction. */
  readonly againstLots: number;
  /** Our own fills, taken or given. */
  readonly ownLots: number;
}

/** What is known about the session beside the market data itself. */
export interface SessionContext {
  /** Expected spread of the day's volume. */
  readonly curve: VolumeCurve;
  /** Expected volume of the whole day, where somebody told us. */
  readonly expectedDayLots?: number;
}

export interface Observation {
  readonly nowNs: TimeNs;
  readonly parent: ParentOrder;
  readonly filledLots: number;
  readonly remainingLots: number;
  /** When the first decision was made, undefined before it. */
  readonly firstDecisionNs: TimeNs | undefined;
  /** The mid then. */
  readonly firstMidTicks: number | undefined;

  /** Best others' price where our orders rest and where they cross; undefined when none. */
  readonly nearTouchTicks: number | undefined;
  readonly farTouchTicks: number | undefined;
  /** Last mid, in ticks; undefined before the market showed both sides. */
  readonly midTicks: number | undefined;
  readonly nearDepth: readonly DepthLevel[];
  readonly farDepth: readonly DepthLevel[];
  /** (near − far) / (near + far) of the lots at the touch, from −1 to 1; 0 when unknown. */
  readonly touchImbalance: number;

  /** Lots others traded since we began to watch. */
  readonly othersLots: number;
  /** Lots others are expected to trade until the parent's end; undefined when unknown. */
  readonly expectedOthersLots: number | undefined;
  /** Ticks per square root of a second; undefined until known. */
  readonly volatilityTicks: number | undefined;
  /** Time-weighted mean; undefined until known. */
  readonly meanSpreadTicks: number | undefined;
  /** Of the last minute, ticks per square root of a second; undefined until known. */
  readonly realisedVolatilityTicks: number | undefined;
  /** By window of `flowWindowsNs`, the shortest first. */
  readonly flow: readonly RecentFlow[];
  /**
   * What news has said of the price, from −1 (it falls) to 1 (it rises); undefined while nobody
   * reads news.
   */
  readonly newsSignal?: number;
  readonly session: SessionContext;

  /** Our live child orders as we know them. */
  readonly children: readonly ChildOrder[];
  /** Those of them that rest, as far as we have been told. */
  readonly resting: readonly RestingOrder[];
}

export interface ObservedOrder {
  readonly parent: ParentOrder;
  readonly filledLots: number;
  readonly children: readonly ChildOrder[];
  readonly firstDecisionNs: TimeNs | undefined;
  readonly firstMidTicks?: number | undefined;
  readonly ownFlow?: OwnFlow;
}

/** Builds the observation of one moment. */
export function buildObservation(
  order: ObservedOrder,
  view: MarketView,
  session: SessionContext,
  nowNs: TimeNs,
): Observation {
  const { parent, filledLots, children } = order;
  const nearDepth = othersDepth(view, parent.side, children);
  const farDepth = othersDepth(view, oppositeSide(parent.side), []);
  const nearLots = nearDepth[0]?.lots ?? 0;
  const farLots = farDepth[0]?.lots ?? 0;
  const othersLots = Math.max(0, view.tradedLots - filledLots);
  const seen = { sinceNs: view.firstNs as TimeNs, nowNs, lots: othersLots };
  return {
    nowNs,
    parent,
    filledLots,
    remainingLots: parent.quantityLots - filledLots,
    firstDecisionNs: order.firstDecisionNs,
    firstMidTicks: order.firstMidTicks,
    nearTouchTicks: nearDepth[0]?.priceTicks,
    farTouchTicks: farDepth[0]?.priceTicks,
    midTicks: known(view.midTicks),
    nearDepth,
    farDepth,
    touchImbalance: nearLots + farLots === 0 ? 0 : (nearLots - farLots) / (nearLots + farLots),
    othersLots,
    expectedOthersLots: forecastVolume(session.curve, seen, parent.endNs, session.expectedDayLots),
    volatilityTicks: known(view.volatilityTicks),
    meanSpreadTicks: known(view.meanSpreadTicks),
    realisedVolatilityTicks: known(view.realisedVolatilityTicks(nowNs)),
    flow: recentFlow(order, view, nowNs),
    session,
    children,
    resting: restingOrders(order, view),
  };
}

/** The price `ticks` behind another on the order's own side: lower for a buy, higher for a sell. */
export function ticksBehind(side: Side, priceTicks: number, ticks: number): number {
  return priceTicks - sideSign(side) * ticks;
}

/** Whether the first price is better to trade at than the second, for an order of this side. */
export function isBetterFor(side: Side, priceTicks: number, other: number): boolean {
  return sideSign(side) * (other - priceTicks) > 0;
}

/** The tape less our own trades: they are on it too. */
function recentFlow(
  { parent: { side }, ownFlow }: ObservedOrder,
  view: MarketView,
  nowNs: TimeNs,
): RecentFlow[] {
  const flow: RecentFlow[] = [];
  for (let window = 0; window < flowWindowsNs.length; window++) {
    const kept = ownFlow === undefined ? 0 : fadedShare(window, nowNs - ownFlow.atNs);
    const taken = kept * (ownFlow?.takenLots[window] ?? 0);
    const given = kept * (ownFlow?.givenLots[window] ?? 0);
    flow.push({
      withLots: Math.max(0, view.flow.lots(side, window, nowNs) - taken),
      againstLots: Math.max(0, view.flow.lots(oppositeSide(side), window, nowNs) - given),
      ownLots: taken + given,
    });
  }
  return flow;
}

function restingOrders({ parent, children }: ObservedOrder, view: MarketView): RestingOrder[] {
  const { side } = parent;
  const resting: RestingOrder[] = [];
  for (const child of children) {
    const lots = exposedLots(child);
    const { priceTicks } = child;
    if (!isKnownThere(child) || lots === 0 || priceTicks === undefined) continue;
    let othersLots = view.depth.lotsAt(side, priceTicks);
    for (const own of children) {
      if (own.priceTicks === priceTicks && isKnownThere(own)) othersLots -= exposedLots(own);
    }
    const aheadLots = lotsAhead(child, Math.max(0, othersLots), side, view);
    resting.push({ priceTicks, lots, aheadLots });
  }
  return resting;
}

function othersDepth(view: MarketView, side: Side, own: readonly ChildOrder[]): DepthLevel[] {
  const found: DepthLevel[] = [];
  const levels = view.depth.levels[side];
  let slot = levels.bestSlot;
  for (let seen = 0; slot >= 0 && seen < levelsSeen; seen++) {
    const priceTicks = levels.priceOf(slot);
    let lots = levels.lots[slot]!;
    for (const child of own) {
      if (child.priceTicks === priceTicks && isKnownThere(child)) lots -= exposedLots(child);
    }
    if (lots > 0) found.push({ priceTicks, lots });
    slot = levels.next(slot);
  }
  return found;
}

function known(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
