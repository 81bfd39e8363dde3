/**
 * How many lots of others stand ahead of a resting order of ours, as far as price levels and the
 * tape tell.
 *
 * When it comes to rest, everything of others at its price is ahead. Trades at the price take from
 * the front; cancels are taken to come from behind, as long as there is anything behind, and an
 * order that has traded stands in front. Cancels from ahead show only once the level has less than
 * was thought to be ahead: the true place is as good as the estimate or better, but for trades with
 * older orders of ours at the same price.
 */
import type { MarketView } from "../features/market-view.ts";
import type { Side } from "../market/side.ts";
import type { ExecutionReport } from "../market/venue.ts";
import { type ChildOrder, exposedLots, isLive, type QueuePlace } from "./child-order.ts";

/** The order after a report, with its place in the queue where the report says something of it. */
export function noteQueue(
  before: ChildOrder,
  after: ChildOrder,
  report: ExecutionReport,
  siblings: readonly ChildOrder[],
  side: Side,
  view: MarketView,
): ChildOrder {
  if (after.purpose !== "rest" || after.priceTicks === undefined || !isLive(after)) return after;
  switch (report.kind) {
    case "accepted":
      return { ...after, queue: joinQueue(after, siblings, side, view) };
    case "replaced": {
      const keepsRank =
        after.priceTicks === before.priceTicks && after.totalLots <= before.totalLots;
      return keepsRank ? after : { ...after, queue: joinQueue(after, siblings, side, view) };
    }
    case "filled":
      return { ...after, queue: { aheadLots: 0, tradedLots: 0 } };
    default:
      return after;
  }
}

/** Lots of others ahead of the order now; all that stand at its price while that is not known. */
export function lotsAhead(
  child: ChildOrder,
  othersLots: number,
  side: Side,
  view: MarketView,
): number {
  const { queue, priceTicks } = child;
  if (queue === undefined || priceTicks === undefined) return othersLots;
  if (queue.aheadLots === 0) return 0;
  const traded = view.tradedLotsAt(side, priceTicks) - queue.tradedLots;
  return Math.min(othersLots, Math.max(0, queue.aheadLots - traded));
}

function joinQueue(
  child: ChildOrder,
  siblings: readonly ChildOrder[],
  side: Side,
  view: MarketView,
): QueuePlace {
  const priceTicks = child.priceTicks ?? Number.NaN;
  let aheadLots = view.depth.lotsAt(side, priceTicks) - exposedLots(child);
  for (const other of siblings) {
    const isOther = other.clientOrderId !== child.clientOrderId;
    if (isOther && other.priceTicks === priceTicks && isKnownThere(other)) {
      aheadLots -= exposedLots(other);
    }
  }
  return {
    aheadLots: Math.max(0, aheadLots),
    tradedLots: view.tradedLotsAt(side, priceTicks),
  };
}

/** Whether an order rests, as far as we have been told. */
export function isKnownThere(child: ChildOrder): boolean {
  return child.purpose === "rest" && child.status !== "pendingNew";
}
