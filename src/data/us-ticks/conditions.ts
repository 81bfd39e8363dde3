/**
 * Sale and quote conditions as the bit masks in which Lean keeps AlgoSeek's codes (QuantConnect Lean,
 * `TradeConditionFlags`, `QuoteConditionFlags`).
 */

/** A single price for everybody: an auction. */
const auctionPrint = {
  opening: 0x40,
  closing: 0x80,
  reopening: 0x100,
} as const;

/**
 * Conditions that keep a trade out of the last price (CTA and UTP plans, "Sale conditions"): its
 * price is not of now, or not of the market, or it repeats another print.
 */
const oddCondition = {
  cash: 0x2,
  nextDay: 0x4,
  seller: 0x8,
  derivativelyPriced: 0x200,
  soldLate: 0x800,
  outOfSequence: 0x4000,
  acquisition: 0x1_0000,
  stockOption: 0x4_0000,
  averagePrice: 0x10_0000,
  priceVariation: 0x40_0000,
  officialClose: 0x100_0000,
  priorReferencePrice: 0x200_0000,
  officialOpen: 0x400_0000,
  oddLot: 0x8000_0000,
} as const;

/** Quote conditions that tell of a halt: news coming or out, a pause for volatility. */
const haltCondition = { newsOut: 0x10, newsPending: 0x20, volatilityPause: 0x200 } as const;

const auctionMask = maskOf(auctionPrint);
const oddMask = maskOf(oddCondition);
const haltMask = maskOf(haltCondition);

export function isAuctionPrint(flags: number): boolean {
  return (flags & auctionMask) !== 0;
}

export function isOddPrint(flags: number): boolean {
  return (flags & oddMask) !== 0;
}

export function isHaltQuote(condition: number): boolean {
  return (condition & haltMask) !== 0;
}

/** Bits as the 32-bit operators see them. */
function maskOf(conditions: Readonly<Record<string, number>>): number {
  return Object.values(conditions).reduce((mask, bit) => mask | bit, 0);
}
