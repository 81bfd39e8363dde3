/**
 * Realised volatility of the mid: squared moves that fade with their age, over the time they stand
 * for. Known from the first move on, unlike a mean over a fixed grid; bid–ask bounce of the mid makes
 * it larger than the volatility of slow prices.
 */
import type { StateReader, StateWriter } from "../core/state-buffer.ts";
import { nsPerSecond } from "../core/time.ts";

const windowNs = 60 * nsPerSecond;

export class RealisedVolatility {
  #squares = 0;
  #atNs = 0;
  #sinceNs = Number.NaN;
  #midTicks = Number.NaN;

  /** The mid that stood until now; times do not go back. */
  observe(midTicks: number, nowNs: number): void {
    if (midTicks === this.#midTicks || Number.isNaN(midTicks)) return;
    if (Number.isNaN(this.#midTicks)) {
      this.#sinceNs = nowNs;
    } else {
      const move = midTicks - this.#midTicks;
      this.#squares = this.#squares * Math.exp((this.#atNs - nowNs) / windowNs) + move * move;
    }
    this.#atNs = nowNs;
    this.#midTicks = midTicks;
  }

  /**
   * @param last the mid as it stands, and since when at the latest
   * @returns ticks per square root of a second; NaN before a mid has stood for any time
   */
  ticksAt(nowNs: number, last: { readonly midTicks: number; readonly sinceNs: number }): number {
    const age = nowNs - this.#sinceNs;
    if (!(age > 0)) return Number.NaN;
    const move = last.midTicks - this.#midTicks;
    const squares =
      this.#squares * Math.exp((this.#atNs - nowNs) / windowNs) +
      move * move * Math.exp((last.sinceNs - nowNs) / windowNs);
    // A young window stands for less time than an old one.
    const seconds = (windowNs / nsPerSecond) * -Math.expm1(-age / windowNs);
    return Math.sqrt(squares / seconds);
  }

  clear(): void {
    this.#squares = 0;
    this.#atNs = 0;
    this.#sinceNs = Number.NaN;
    this.#midTicks = Number.NaN;
  }

  save(writer: StateWriter): void {
    writer.column([this.#squares, this.#atNs, this.#sinceNs, this.#midTicks]);
  }

  load(reader: StateReader): void {
    this.#squares = reader.number();
    this.#atNs = reader.number();
    this.#sinceNs = reader.number();
    this.#midTicks = reader.number();
  }
}
