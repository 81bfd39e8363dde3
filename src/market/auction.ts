/**
 * The price at which a call auction uncrosses.
 *
 * The rules of the common European call (for example the Xetra market model, "Price
 * determination"): the price that trades the most lots; then the one that leaves the smallest
 * surplus; if all that are left have a surplus to buy, the highest, to sell, the lowest; otherwise
 * the reference price as far as it lies within them. The rules treat both sides alike.
 */
import type { LimitOrderBook } from "./limit-order-book.ts";
import { ask, bid, type Side } from "./side.ts";

export interface Uncross {
  readonly priceTicks: number;
  /** Lots that trade; 0 when nothing crosses. */
  readonly lots: number;
}

/** Lots wanted and offered at one price, market orders included. */
export interface AuctionCandidate {
  readonly priceTicks: number;
  readonly demandLots: number;
  readonly supplyLots: number;
}

/** Chooses among candidates sorted by rising price; shared by every engine of this house. */
export function chooseUncross(
  candidates: readonly AuctionCandidate[],
  referencePriceTicks: number,
): Uncross {
  let best: AuctionCandidate[] = [];
  let lots = 0;
  let surplus = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const traded = Math.min(candidate.demandLots, candidate.supplyLots);
    const left = Math.abs(candidate.demandLots - candidate.supplyLots);
    if (traded === 0 || traded < lots || (traded === lots && left > surplus)) continue;
    if (traded > lots || left < surplus) best = [];
    lots = traded;
    surplus = left;
    best.push(candidate);
  }
  const lowest = best[0];
  const highest = best[best.length - 1];
  if (lowest === undefined || highest === undefined) {
    return { priceTicks: referencePriceTicks, lots: 0 };
  }
  if (best.every((candidate) => candidate.demandLots > candidate.supplyLots)) {
    return { priceTicks: highest.priceTicks, lots };
  }
  if (best.every((candidate) => candidate.demandLots < candidate.supplyLots)) {
    return { priceTicks: lowest.priceTicks, lots };
  }
  const { priceTicks: low } = lowest;
  const { priceTicks: high } = highest;
  return { priceTicks: Math.min(high, Math.max(low, referencePriceTicks)), lots };
}

/** The uncrossing price and quantity of a book as it stands, hidden and iceberg lots included. */
export function computeUncross(book: LimitOrderBook, referencePriceTicks: number): Uncross {
  const bids = levelTotals(book, bid);
  const asks = levelTotals(book, ask);
  const marketBuyLots = waitingTotal(book, bid);
  const marketSellLots = waitingTotal(book, ask);
  const prices = [...new Set([...bids.keys(), ...asks.keys()])].sort((a, b) => a - b);
  // Market orders alone on both sides meet at the reference price.
  if (prices.length === 0) prices.push(referencePriceTicks);

  const totalDemand = [...bids.values()].reduce((sum, lots) => sum + lots, marketBuyLots);
  let demandLots = totalDemand;
  let supplyLots = marketSellLots;
  const candidates = prices.map((priceTicks) => {
    supplyLots += asks.get(priceTicks) ?? 0;
    const candidate = { priceTicks, demandLots, supplyLots };
    demandLots -= bids.get(priceTicks) ?? 0;
    return candidate;
  });
  return chooseUncross(candidates, referencePriceTicks);
}

function levelTotals(book: LimitOrderBook, side: Side): Map<number, number> {
  const levels = book.levels[side];
  const totals = new Map<number, number>();
  for (let level = levels.bestSlot; level >= 0; level = levels.next(level)) {
    let lots = 0;
    for (let slot = book.headOf(side, level); slot >= 0; slot = book.after(slot)) {
      lots += book.leavesOf(slot);
    }
    totals.set(levels.priceOf(level), lots);
  }
  return totals;
}

function waitingTotal(book: LimitOrderBook, side: Side): number {
  let lots = 0;
  for (let slot = book.waitingHead[side]; slot >= 0; slot = book.next[slot]) {
    lots += book.leavesOf(slot);
  }
  return lots;
}
