/**
 * The book as the recording tells it, nothing matched and nothing put right, so that a crossed book
 * shows as one; and its touch after the last record.
 */
import { DepthBook } from "../../market/depth-book.ts";
import { eventKind } from "../../market/event-block.ts";
import { priceTicksLimit } from "../../market/price-levels.ts";
import { ask, bid, type Side } from "../../market/side.ts";

export class FactsBook {
  readonly depth = new DepthBook();
  /** Changes of any level so far. */
  changes = 0;
  // The touch as it was when it was last looked at; NaN and 0 where a side is empty.
  bidTicks = Number.NaN;
  askTicks = Number.NaN;
  bidLots = 0;
  askLots = 0;

  /** Takes a book event in; others change nothing. */
  apply(kind: number, side: Side, priceTicks: number, lots: number): void {
    if (Math.abs(priceTicks) >= priceTicksLimit) return;
    switch (kind) {
      case eventKind.add:
      case eventKind.reveal:
        this.#change(side, priceTicks, lots);
        return;
      case eventKind.reduce:
      case eventKind.remove:
      case eventKind.withdraw:
      case eventKind.execute:
        this.#change(side, priceTicks, -lots);
        return;
      case eventKind.level:
        this.changes++;
        this.depth.set(side, priceTicks, lots);
    }
  }

  /** Looks at the touch anew. */
  look(): void {
    const { depth } = this;
    this.bidTicks = depth.bestTicks(bid);
    this.askTicks = depth.bestTicks(ask);
    this.bidLots = depth.bestLots(bid);
    this.askLots = depth.bestLots(ask);
  }

  /** In ticks; negative when crossed, 0 when locked, NaN when a side is empty. */
  get spreadTicks(): number {
    return this.askTicks - this.bidTicks;
  }

  get midTicks(): number {
    return (this.askTicks + this.bidTicks) / 2;
  }

  #change(side: Side, priceTicks: number, lots: number): void {
    this.changes++;
    const { depth } = this;
    depth.set(side, priceTicks, Math.max(0, depth.lotsAt(side, priceTicks) + lots));
  }
}
