/**
 * Traded lots by the side that took, each trade fading with its age: a sum of lots · e^(−age / window)
 * for every window. Over a steady tape it comes to the lots of one window.
 */
import type { StateReader, StateWriter } from "../core/state-buffer.ts";
import { nsPerSecond } from "../core/time.ts";
import type { Side } from "../market/side.ts";

/** Time constants, the shortest first. */
export const flowWindowsNs = [10 * nsPerSecond, 60 * nsPerSecond, 600 * nsPerSecond] as const;
const windows = flowWindowsNs.length;

/** What is left of something this long ago. */
export function fadedShare(window: number, ageNs: number): number {
  return Math.exp(-ageNs / flowWindowsNs[window]!);
}

export class FadedFlow {
  /** Windows of the buyers, then those of the sellers. */
  readonly #lots = new Float64Array(2 * windows);
  #atNs = 0;

  /** Takes in a trade, no earlier than the last one. */
  add(aggressor: Side, lots: number, nowNs: number): void {
    for (let window = 0; window < windows; window++) {
      const kept = fadedShare(window, nowNs - this.#atNs);
      this.#lots[window] *= kept;
      this.#lots[windows + window] *= kept;
      this.#lots[aggressor * windows + window] += lots;
    }
    this.#atNs = nowNs;
  }

  /** Lots that this side took, faded until a time no earlier than the last trade. */
  lots(aggressor: Side, window: number, nowNs: number): number {
    return this.#lots[aggressor * windows + window] * fadedShare(window, nowNs - this.#atNs);
  }

  clear(): void {
    this.#lots.fill(0);
    this.#atNs = 0;
  }

  save(writer: StateWriter): void {
    writer.column(this.#lots);
    writer.number(this.#atNs);
  }

  load(reader: StateReader): void {
    for (let at = 0; at < this.#lots.length; at++) this.#lots[at] = reader.number();
    this.#atNs = reader.number();
  }
}
