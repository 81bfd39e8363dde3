import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { InvariantError } from "../../core/assert.ts";
import { drawDepth } from "./depth-raster.ts";
import type { DepthHeatmap } from "./order-report.ts";

/** Two columns of three prices: bids at the lowest price, asks at the highest. */
const heatmap: DepthHeatmap = {
  startNs: 0,
  columnNs: 1,
  columns: 2,
  basePriceTicks: 100,
  rowTicks: 1,
  rows: 3,
  bidLots: Float64Array.of(100, 0, 0, 9, 0, 0),
  askLots: Float64Array.of(0, 0, 100, 0, 0, 100),
};

/** Palette indices row by row from the top; the picture is one IDAT chunk. */
function readPixels(address: string, width: number): readonly number[][] {
  const png = Buffer.from(address.replace("data:image/png;base64,", ""), "base64");
  const start = png.indexOf("IDAT") + 4;
  const lines = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)));
  const rows = lines.length / (width + 1);
  return Array.from({ length: rows }, (_, row) => [
    ...lines.subarray(row * (width + 1) + 1, (row + 1) * (width + 1)),
  ]);
}

test("the highest price is at the top, sides have hues of their own, depth is logarithmic", () => {
  const raster = drawDepth(heatmap)!;
  assert.equal(raster.fullLots, 100);
  assert.deepEqual(readPixels(raster.address, 2), [
    [200, 200], // asks at full shade
    [0, 0], // nothing
    [100, 50], // bids: log1p(9) is half of log1p(100), rounded
  ]);
});

test("an empty book gives no picture and a grid of the wrong size is refused", () => {
  const nothing = new Float64Array(6);
  assert.equal(drawDepth({ ...heatmap, bidLots: nothing, askLots: nothing }), undefined);
  assert.throws(() => drawDepth({ ...heatmap, rows: 4 }), InvariantError);
});
