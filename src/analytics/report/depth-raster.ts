/** Depth of the book as a picture: one pixel a cell, hue by side, opacity by the logarithm of lots. */
import { assert } from "../../core/assert.ts";
import type { DepthHeatmap } from "./order-report.ts";
import { type Colour, encodePng } from "./png.ts";

/** Blue and orange of Okabe & Ito's palette, told apart under every common colour blindness. */
const bidRgb = [0, 114, 178] as const;
const askRgb = [230, 130, 0] as const;

const shadesPerSide = 100;

export interface DepthRaster {
  /** The picture as a data address; bids and asks on a transparent ground, lowest price at the bottom. */
  readonly address: string;
  /** Lots at which the colour is full; deeper cells look the same. */
  readonly fullLots: number;
}

/** @returns undefined when there is nothing in the book to draw */
export function drawDepth(heatmap: DepthHeatmap): DepthRaster | undefined {
  const { columns, rows, bidLots, askLots } = heatmap;
  const cells = columns * rows;
  assert(
    bidLots.length === cells && askLots.length === cells,
    `a depth grid holds columns × rows cells, was ${bidLots.length} and ${askLots.length} for ${columns} × ${rows}`,
  );
  const fullLots = findFullLots(bidLots, askLots);
  if (fullLots === undefined) return undefined;
  const pixels = new Uint8Array(cells);
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const cell = column * rows + row;
      const bidShade = shadeOf(bidLots[cell]!, fullLots);
      const askShade = shadeOf(askLots[cell]!, fullLots);
      pixels[(rows - 1 - row) * columns + column] =
        askShade > bidShade ? shadesPerSide + askShade : bidShade;
    }
  }
  const png = encodePng({ width: columns, height: rows, pixels, palette });
  return { address: `data:image/png;base64,${Buffer.from(png).toString("base64")}`, fullLots };
}

/** The 99th percentile of occupied cells: a single giant order must not bleach the rest. */
function findFullLots(bidLots: Float64Array, askLots: Float64Array): number | undefined {
  const occupied = [...bidLots, ...askLots].filter((lots) => lots > 0 && Number.isFinite(lots));
  if (occupied.length === 0) return undefined;
  const sorted = Float64Array.from(occupied).sort();
  return Math.max(2, sorted[Math.floor((sorted.length - 1) * 0.99)]!);
}

/** 0 for an empty cell, else 1 to `shadesPerSide`. */
function shadeOf(lots: number, fullLots: number): number {
  if (!(lots > 0)) return 0;
  const share = Math.log1p(lots) / Math.log1p(fullLots);
  return Math.min(shadesPerSide, Math.max(1, Math.round(share * shadesPerSide)));
}

const shadeNumbers = Array.from({ length: shadesPerSide }, (_, index) => index + 1);
/** Opacity grows faster than the logarithm, so that the touch stands out of the depth behind it. */
const opacityOf = (shade: number): number => Math.round(225 * (shade / shadesPerSide) ** 2);
const palette: readonly Colour[] = [
  [0, 0, 0, 0],
  ...shadeNumbers.map((shade): Colour => [...bidRgb, opacityOf(shade)]),
  ...shadeNumbers.map((shade): Colour => [...askRgb, opacityOf(shade)]),
];
