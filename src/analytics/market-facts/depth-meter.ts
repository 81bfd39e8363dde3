/** What is shown at the touch and behind it. */
import { ask, bid, type Side } from "../../market/side.ts";
import type { FactsBook } from "./facts-book.ts";
import type { DepthFacts } from "./market-facts.ts";
import { type Quantiles, ValueHistogram } from "./value-histogram.ts";

export class DepthMeter {
  readonly #levels: number;
  /** By side: lots of the best levels as of the last look. */
  readonly #lots: readonly [Float64Array, Float64Array];
  /** By side: lots times nanoseconds. */
  readonly #lotsNs: readonly [Float64Array, Float64Array];
  readonly #touchLots = new ValueHistogram();
  readonly #bothSidesLots = new ValueHistogram();
  readonly #askGaps = new ValueHistogram();
  #seenChanges = -1;
  #heldNs = 0;
  #sideLotsNs = 0;

  /** @param levels that the recording shows, from 1 */
  constructor(levels: number) {
    this.#levels = levels;
    this.#lots = [new Float64Array(levels), new Float64Array(levels)];
    this.#lotsNs = [new Float64Array(levels), new Float64Array(levels)];
  }

  /** The levels of the last record stood for so long. */
  hold(durationNs: number): void {
    if (this.#seenChanges < 0) return;
    this.#heldNs += durationNs;
    for (const side of [bid, ask] as const) {
      const lots = this.#lots[side];
      const lotsNs = this.#lotsNs[side];
      for (let level = 0; level < lots.length; level++) {
        lotsNs[level]! += lots[level]! * durationNs;
        this.#sideLotsNs += lots[level]! * durationNs;
      }
    }
  }

  /** A record ended with this book. */
  note(book: FactsBook): void {
    if (book.changes !== this.#seenChanges) {
      this.#seenChanges = book.changes;
      this.#look(book, bid);
      this.#look(book, ask);
    }
    let sum = 0;
    for (const side of [bid, ask] as const) {
      const lots = this.#lots[side];
      if (lots[0]! > 0) this.#touchLots.add(lots[0]!);
      for (let level = 0; level < lots.length; level++) sum += lots[level]!;
    }
    if (this.#levels === 1) return;
    this.#bothSidesLots.add(sum);
    this.#noteGaps(book);
  }

  facts(): DepthFacts | undefined {
    const touchLots = this.#touchLots.quantiles();
    if (touchLots === undefined || this.#heldNs === 0) return undefined;
    const held = this.#heldNs;
    const gaps = this.#askGaps;
    return {
      levels: Array.from({ length: this.#levels }, (_, level) => ({
        bidLots: this.#lotsNs[bid][level]! / held,
        askLots: this.#lotsNs[ask][level]! / held,
      })),
      touchLots,
      sideLots: halved(this.#bothSidesLots.quantiles()),
      sideLotsTimeWeighted: this.#levels === 1 ? undefined : this.#sideLotsNs / (2 * held),
      askGapTicks:
        gaps.count === 0 ? undefined : { mean: gaps.mean, median: gaps.quantilesAt([0.5])[0]! },
    };
  }

  #look({ depth }: FactsBook, side: Side): void {
    const levels = depth.levels[side];
    const lots = this.#lots[side];
    let slot = levels.bestSlot;
    for (let level = 0; level < lots.length; level++) {
      lots[level] = slot < 0 ? 0 : levels.lots[slot]!;
      if (slot >= 0) slot = levels.next(slot);
    }
  }

  #noteGaps({ depth }: FactsBook): void {
    const levels = depth.levels[ask];
    let slot = levels.bestSlot;
    for (let level = 1; level < this.#levels && slot >= 0; level++) {
      const next = levels.next(slot);
      if (next >= 0) this.#askGaps.add(levels.keys[next]! - levels.keys[slot]!);
      slot = next;
    }
  }
}

function halved(quantiles: Quantiles | undefined): Quantiles | undefined {
  if (quantiles === undefined) return undefined;
  const { p1, p5, p25, p50, p75, p90, p95, p99 } = quantiles;
  return {
    ...{ p1: p1 / 2, p5: p5 / 2, p25: p25 / 2, p50: p50 / 2 },
    ...{ p75: p75 / 2, p90: p90 / 2, p95: p95 / 2, p99: p99 / 2 },
  };
}
