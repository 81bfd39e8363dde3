/** The spread over time: while both sides show and the bid lies below the ask. */
import type { FactsBook } from "./facts-book.ts";
import type { SpreadFacts } from "./market-facts.ts";
import { ValueHistogram } from "./value-histogram.ts";

/** Spreads drawn each by itself; wider ones share the last place. */
const drawnTicksMax = 1000;

export class SpreadMeter {
  readonly #timeByTicks = new Float64Array(drawnTicksMax + 1);
  readonly #byRecord = new ValueHistogram();
  #openNs = 0;
  #ticksNs = 0;
  #bpsNs = 0;
  #oneTickNs = 0;
  #lockedNs = 0;
  #crossedNs = 0;
  #oneSidedNs = 0;

  /** The touch stood for so long. */
  hold(book: FactsBook, durationNs: number): void {
    const { spreadTicks } = book;
    if (spreadTicks > 0) {
      this.#openNs += durationNs;
      this.#ticksNs += spreadTicks * durationNs;
      this.#bpsNs += (spreadTicks / book.midTicks) * 1e4 * durationNs;
      if (spreadTicks === 1) this.#oneTickNs += durationNs;
      this.#timeByTicks[Math.min(spreadTicks, drawnTicksMax)]! += durationNs;
    } else if (spreadTicks === 0) this.#lockedNs += durationNs;
    else if (spreadTicks < 0) this.#crossedNs += durationNs;
    else this.#oneSidedNs += durationNs;
  }

  /** A record ended with this touch. */
  note(book: FactsBook): void {
    const { spreadTicks } = book;
    if (spreadTicks > 0) this.#byRecord.add(spreadTicks);
  }

  facts(): SpreadFacts | undefined {
    const quantiles = this.#byRecord.quantiles();
    const open = this.#openNs;
    if (quantiles === undefined || open === 0) return undefined;
    const all = open + this.#lockedNs + this.#crossedNs + this.#oneSidedNs;
    const distribution = Array.from(this.#timeByTicks, (heldNs, ticks) => ({
      ticks,
      timeShare: heldNs / open,
    }));
    return {
      timeWeightedTicks: this.#ticksNs / open,
      timeWeightedBps: this.#bpsNs / open,
      quantiles,
      oneTickTimeShare: this.#oneTickNs / open,
      lockedTimeShare: this.#lockedNs / all,
      crossedTimeShare: this.#crossedNs / all,
      oneSidedTimeShare: this.#oneSidedNs / all,
      distribution: distribution.filter(({ timeShare }) => timeShare > 0),
    };
  }
}
