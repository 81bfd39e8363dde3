/**
 * The book that a recording rebuilds against the book that the recording prints, row by row.
 *
 * The rebuilt book is that of the matching engine, fed with the reader's events as in any replay;
 * the printed rows are read separately. After every record the best levels must be the same.
 */
import type { EventBlock, MarketEventSource } from "../market/event-block.ts";
import { eventFlag } from "../market/event-block.ts";
import { ask, bid, type Side } from "../market/side.ts";
import { RecordedMarket } from "../simulation/recorded-market.ts";

/** Prices and sizes of the best levels, best first; size 0 where a level is empty. */
export interface PrintedBook {
  readonly priceTicks: readonly [Float64Array, Float64Array];
  readonly lots: readonly [Float64Array, Float64Array];
}

export interface VerifyResult {
  readonly rows: number;
  readonly mismatches: number;
  /** The first differences, in words. */
  readonly examples: readonly string[];
}

const examplesMax = 5;

/** @param nextRow the printed book of the next record, undefined after the last */
export async function verifyBook(
  source: MarketEventSource,
  nextRow: () => Promise<PrintedBook | undefined>,
  onProgress?: (time: number, rows: number) => void,
): Promise<VerifyResult> {
  const market = new RecordedMarket();
  const examples: string[] = [];
  let rows = 0;
  let mismatches = 0;
  const compare = (book: PrintedBook | undefined): void => {
    rows++;
    const difference =
      book === undefined ? "the printed books end here" : firstDifference(market, book);
    if (difference === undefined) return;
    mismatches++;
    if (examples.length < examplesMax) examples.push(`row ${rows}: ${difference}`);
  };
  for await (const block of source.blocks()) {
    for (let row = 0; row < block.length; row++) {
      market.apply(block, row);
      if ((block.flags[row]! & eventFlag.endOfRecord) !== 0) compare(await nextRow());
    }
    onProgress?.(lastTime(block), rows);
  }
  return { rows, mismatches, examples };
}

function lastTime(block: EventBlock): number {
  return block.venueTimeNs[block.length - 1] ?? 0;
}

function firstDifference(market: RecordedMarket, printed: PrintedBook): string | undefined {
  for (const side of [bid, ask] as const) {
    const found = sideDifference(market, side, printed.priceTicks[side], printed.lots[side]);
    if (found !== undefined) return `${side === bid ? "bid" : "ask"} ${found}`;
  }
  return undefined;
}

function sideDifference(
  market: RecordedMarket,
  side: Side,
  prices: Float64Array,
  sizes: Float64Array,
): string | undefined {
  const levels = market.engine.book.levels[side];
  let slot = levels.bestSlot;
  for (let level = 0; level < prices.length; level++) {
    const lots = slot < 0 ? 0 : levels.lots[slot]!;
    const price = slot < 0 ? Number.NaN : levels.priceOf(slot);
    if (sizes[level] === 0) {
      if (slot < 0) return undefined;
      return `level ${level + 1}: rebuilt ${lots} at ${price}, printed nothing`;
    }
    if (lots !== sizes[level] || price !== prices[level]) {
      return `level ${level + 1}: rebuilt ${lots} at ${price}, printed ${sizes[level]} at ${prices[level]}`;
    }
    slot = levels.next(slot);
  }
  return undefined;
}
