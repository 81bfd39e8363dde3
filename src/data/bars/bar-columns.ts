/** The kinds of bar files, each told by its header. */
import { newYork, utc } from "../rows/epoch.ts";

/** Where a bar file has its columns, and what its numbers mean. */
export interface BarColumns {
  readonly name: "leanTrades" | "leanQuotes" | "leanDaily" | "stamped" | "index";
  /** Columns of a row. */
  readonly count: number;
  /** Rows in front of the first bar. */
  readonly headerRows: 0 | 1;
  readonly timeZone: string;
  /** Decimal places that the file's prices are shifted by: 4 where 0.0001 is written as 1. */
  readonly priceShift: 0 | 4;
  /** Columns of the close: of trades, or of bid and ask. */
  readonly closes: readonly number[];
  /** Columns of the volume, or of the sizes of bid and ask. */
  readonly sizes: readonly number[];
}

const leanTrades: BarColumns = {
  ...{ name: "leanTrades", count: 7, headerRows: 1, timeZone: newYork, priceShift: 4 },
  ...{ closes: [5], sizes: [6] },
};
const leanQuotes: BarColumns = {
  ...{ name: "leanQuotes", count: 12, headerRows: 1, timeZone: newYork, priceShift: 4 },
  ...{ closes: [5, 10], sizes: [6, 11] },
};
const leanDaily: BarColumns = {
  ...{ name: "leanDaily", count: 6, headerRows: 1, timeZone: newYork, priceShift: 4 },
  ...{ closes: [4], sizes: [5] },
};
const stamped: BarColumns = {
  ...{ name: "stamped", count: 6, headerRows: 1, timeZone: utc, priceShift: 0 },
  ...{ closes: [4], sizes: [5] },
};
/** Milliseconds since New York's midnight, open, high, low, close, volume; the date is in the name. */
const index: BarColumns = {
  ...{ name: "index", count: 6, headerRows: 0, timeZone: newYork, priceShift: 0 },
  ...{ closes: [4], sizes: [5] },
};

const quoteNames = ["bid", "ask"].flatMap((side) =>
  ["open", "high", "low", "close", "size"].map((what) => `${side}_${what}`),
);
const headers: ReadonlyMap<string, BarColumns> = new Map([
  ["date,ms,open,high,low,close,volume", leanTrades],
  [`date,ms,${quoteNames.join(",")}`, leanQuotes],
  ["datetime,open,high,low,close,volume", leanDaily],
  ["timestamp,open,high,low,close,volume", stamped],
  ["timestamp_utc,open,high,low,close,volume", stamped],
]);

/** @returns undefined where the first line is neither a header of bars nor an index's row */
export function parseBarHeader(line: string): BarColumns | undefined {
  const text = line.trim();
  return headers.get(text) ?? (/^\d{1,8}(,\d+(\.\d+)?){4},\d+$/.test(text) ? index : undefined);
}
