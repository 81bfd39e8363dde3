/** Books as text, so that a test shows prices, sizes and queues at a glance. */
import { equal } from "node:assert/strict";
import type { MatchingEngine } from "../../src/market/matching-contract.ts";
import { display, orderType } from "../../src/market/order.ts";
import { bid } from "../../src/market/side.ts";

/**
 * One line a price, highest first: `bid lots | price | ask lots`. A cell lists the orders in the
 * order in which they trade; `(n)` are lots nobody sees.
 */
export function drawBook(engine: MatchingEngine): string {
  const rows = new Map<number, [string[], string[]]>();
  for (const order of engine.restingOrders()) {
    if (order.type === orderType.market) continue;
    const row = rows.get(order.priceTicks) ?? [[], []];
    rows.set(order.priceTicks, row);
    const shown = order.display === display.hidden ? "" : String(order.openLots);
    const unseen = order.display === display.hidden ? order.openLots : order.reserveLots;
    row[order.side]!.push(shown + (unseen > 0 ? `(${unseen})` : ""));
  }
  return [...rows.entries()]
    .sort(([a], [b]) => b - a)
    .map(([price, sides]) => [sides[bid].join(" "), price, sides[1].join(" ")].join(" | ").trim())
    .join("\n");
}

/** Compares with a drawing; white space at the ends of lines and an optional header do not count. */
export function expectBook(engine: MatchingEngine, drawing: string): void {
  const lines = drawing
    .split("\n")
    .map((line) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .join(" | ")
        .trim(),
    )
    .filter((line) => line !== "" && !line.startsWith("bid"));
  equal(drawBook(engine), lines.join("\n"));
}
