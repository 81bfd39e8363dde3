/** The shape of the day: volume, records and spread by half hour. */
import type { FactsBook } from "./facts-book.ts";
import { halfHourNs } from "./facts-session.ts";

export interface HalfHourSums {
  lots: number;
  records: number;
  /** Spread in ticks times nanoseconds, and the nanoseconds. */
  spreadTicksNs: number;
  spreadNs: number;
}

export class HalfHourMeter {
  /** From the half hour in which the span begins. */
  readonly halfHours: HalfHourSums[] = [];
  firstNs = 0;

  start(fromNs: number): void {
    this.firstNs = Math.floor(fromNs / halfHourNs) * halfHourNs;
  }

  at(timeNs: number): HalfHourSums {
    const index = Math.floor((timeNs - this.firstNs) / halfHourNs);
    while (this.halfHours.length <= index) {
      this.halfHours.push({ lots: 0, records: 0, spreadTicksNs: 0, spreadNs: 0 });
    }
    return this.halfHours[index]!;
  }

  /** The touch stood from one time to another, across half hours perhaps. */
  hold(book: FactsBook, fromNs: number, toNs: number): void {
    const { spreadTicks } = book;
    if (!(spreadTicks > 0)) return;
    for (let startNs = fromNs; startNs < toNs; ) {
      const endNs = Math.min(toNs, (Math.floor(startNs / halfHourNs) + 1) * halfHourNs);
      const sums = this.at(startNs);
      sums.spreadTicksNs += spreadTicks * (endNs - startNs);
      sums.spreadNs += endNs - startNs;
      startNs = endNs;
    }
  }
}
