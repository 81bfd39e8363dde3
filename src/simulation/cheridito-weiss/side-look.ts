/** One side of the book as the noise traders see it: the sums that their rates depend on. */
import type { LimitOrderBook } from "../../market/limit-order-book.ts";
import type { Side } from "../../market/side.ts";

export class SideLook {
  /** Σ cancel rate · lots, by distance from the opposite touch. */
  cancelRate = 0;
  /** Σ damping^k · lots, by distance from the own touch. */
  dampedLots = 0;
  private readonly side: Side;
  private readonly cancelRates: Float64Array;
  private readonly dampings: Float64Array;
  /** Count of changes of the side's book, and the other side's touch, at the last look. */
  private changes = Number.NaN;
  private oppositeKey = 0;

  constructor(side: Side, cancelRates: Float64Array, dampings: Float64Array) {
    this.side = side;
    this.cancelRates = cancelRates;
    this.dampings = dampings;
  }

  /** After this, the next look is a fresh one. */
  forget(): void {
    this.changes = Number.NaN;
  }

  /**
   * Looks at the book, unless nothing that matters has changed since the last look.
   *
   * @param oppositeKey the best price of the other side as a key of this side
   */
  look(book: LimitOrderBook, oppositeKey: number): void {
    const changes = book.changes[this.side]!;
    if (changes === this.changes && oppositeKey === this.oppositeKey) return;
    this.changes = changes;
    this.oppositeKey = oppositeKey;
    const levels = book.levels[this.side];
    this.cancelRate = levels.weighLots(oppositeKey + 1, this.cancelRates);
    const levelCount = this.dampings.length;
    if (levelCount === 0) return;
    // As far from the opposite touch as all the levels reach while the spread is one tick.
    const reach = Math.max(0, levelCount + 1 - (levels.bestKey - oppositeKey));
    this.dampedLots = levels.weighLots(levels.bestKey, this.dampings, reach);
  }
}
