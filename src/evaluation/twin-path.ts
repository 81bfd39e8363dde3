/**
 * The mid of a market in which our order never came: the twin run on the same seed.
 *
 * A twin keeps every random stream, so the difference between a run and its twin is what our order
 * did, up to the noise of a market that goes its own way after it was disturbed: an unbiased
 * measure of impact, with far less variance than two independent runs.
 */
import type { SimulatedMarket } from "../simulation/simulated-market.ts";

export class TwinPath {
  #times = new Float64Array(4096);
  #mids = new Float64Array(4096);
  #count = 0;

  /**
   * Runs a market that has just been opened to the end, alone, and keeps every change of its mid.
   *
   * @param passTime hears the time of every event before it happens
   */
  record(market: SimulatedMarket, untilNs: number, passTime?: (timeNs: number) => void): void {
    this.#count = 0;
    this.#append(market.nowNs, market.midTicks);
    while (market.nextNs <= untilNs) {
      passTime?.(market.nextNs);
      market.stepAlone();
      if (market.midTicks !== this.#mids[this.#count - 1]) {
        this.#append(market.nowNs, market.midTicks);
      }
    }
  }

  /** A market that stands still: where nobody can know what it would have done without us. */
  standStill(timeNs: number, midTicks: number): void {
    this.#count = 0;
    this.#append(timeNs, midTicks);
  }

  /** The mid that stood just before a time; the opening's before the first change. */
  midBefore(timeNs: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#times[middle]! < timeNs) low = middle + 1;
      else high = middle;
    }
    return this.#mids[Math.max(0, low - 1)]!;
  }

  /** Every change of the mid after one time and before another, in order. */
  *changes(fromNs: number, toNs: number): Generator<{ timeNs: number; midTicks: number }> {
    for (let at = 0; at < this.#count; at++) {
      const timeNs = this.#times[at]!;
      if (timeNs > fromNs && timeNs < toNs) yield { timeNs, midTicks: this.#mids[at]! };
    }
  }

  #append(timeNs: number, midTicks: number): void {
    if (this.#count === this.#times.length) {
      this.#times = doubled(this.#times);
      this.#mids = doubled(this.#mids);
    }
    this.#times[this.#count] = timeNs;
    this.#mids[this.#count++] = midTicks;
  }
}

function doubled(column: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
}
