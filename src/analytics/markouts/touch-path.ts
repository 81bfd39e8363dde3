/**
 * Mid and spread of one market over time, as it stood: what fills are measured against.
 *
 * Columns of numbers that grow as the touch changes, and only then. Times are the venue's.
 */
import { assert } from "../../core/assert.ts";

export class TouchPath {
  /** Until when the market is known; what stood last holds until then. */
  untilNs = Number.NEGATIVE_INFINITY;
  readonly #fromNs: number;
  #times = new Float64Array(1024);
  #mids = new Float64Array(1024);
  #spreads = new Float64Array(1024);
  #count = 0;

  /** @param fromNs of what stood before this only the last is kept */
  constructor(fromNs = Number.NEGATIVE_INFINITY) {
    this.#fromNs = fromNs;
  }

  /** The touch from a time on; times do not go back. */
  append(timeNs: number, midTicks: number, spreadTicks: number): void {
    const last = this.#count - 1;
    assert(last < 0 || timeNs >= this.#times[last]!, "a path's times do not go back");
    const isReplaced = last >= 0 && (timeNs < this.#fromNs || timeNs === this.#times[last]);
    const at = isReplaced ? last : this.#count++;
    if (at === this.#times.length) this.#grow();
    this.#times[at] = timeNs;
    this.#mids[at] = midTicks;
    this.#spreads[at] = spreadTicks;
    this.untilNs = Math.max(this.untilNs, timeNs);
  }

  /** The mid once everything at a time has happened; undefined where the market is not known. */
  midAt(timeNs: number): number | undefined {
    const at = this.#countUpTo(timeNs, true) - 1;
    return timeNs > this.untilNs ? undefined : this.#valueOf(this.#mids, at);
  }

  /** Mid and spread just before a time; undefined before the market was two-sided. */
  touchBefore(timeNs: number): { midTicks: number; spreadTicks: number } | undefined {
    const at = this.#countUpTo(timeNs, false) - 1;
    const midTicks = this.#valueOf(this.#mids, at);
    const spreadTicks = this.#valueOf(this.#spreads, at);
    return midTicks === undefined || spreadTicks === undefined
      ? undefined
      : { midTicks, spreadTicks };
  }

  #valueOf(column: Float64Array, at: number): number | undefined {
    return at < 0 ? undefined : column[at];
  }

  /** How many changes came before a time, with those of the time itself or without. */
  #countUpTo(timeNs: number, withThoseAt: boolean): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const time = this.#times[middle]!;
      if (time < timeNs || (withThoseAt && time === timeNs)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #grow(): void {
    this.#times = doubled(this.#times);
    this.#mids = doubled(this.#mids);
    this.#spreads = doubled(this.#spreads);
  }
}

function doubled(column: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
}
