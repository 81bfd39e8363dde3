/**
 * The rows of a LOBSTER orderbook file read on their own, as plainly as can be: lines split at
 * commas. It shares nothing with the reader, so that verifying one against the other means something.
 */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { ask, bid } from "../../market/side.ts";

/** Prices in ticks and lots of the best levels, best first, by side; 0 lots where nothing is. */
export interface PrintedRow {
  readonly priceTicks: readonly [Float64Array, Float64Array];
  readonly lots: readonly [Float64Array, Float64Array];
}

/** @param fileUnitsPerTick prices in the file are US dollars × 10,000: 100 units a cent */
export async function* readPrintedRows(
  path: string,
  fileUnitsPerTick: number,
): AsyncGenerator<PrintedRow> {
  const file = createReadStream(path);
  const input = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const fields = line.split(",").map(Number);
    const levels = Math.floor(fields.length / 4);
    const column = (offset: number, scale: number): Float64Array =>
      Float64Array.from({ length: levels }, (_, level) => fields[level * 4 + offset] / scale);
    yield {
      priceTicks: sides(column(2, fileUnitsPerTick), column(0, fileUnitsPerTick)),
      lots: sides(column(3, 1), column(1, 1)),
    };
  }
}

function sides(bids: Float64Array, asks: Float64Array): [Float64Array, Float64Array] {
  const both: [Float64Array, Float64Array] = [bids, asks];
  both[bid] = bids;
  both[ask] = asks;
  return both;
}
