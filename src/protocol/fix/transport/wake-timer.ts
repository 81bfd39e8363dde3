/** One timer for a time that is put off again and again, as a session's next heartbeat is. */
import type { TransportClock } from "./transport-clock.ts";

export class WakeTimer {
  readonly #clock: TransportClock;
  readonly #wakeMs: () => number;
  readonly #work: () => void;
  #atMs = Number.POSITIVE_INFINITY;
  #cancel: (() => void) | undefined;

  /** @param wakeMs when there is work to do; Infinity for never */
  constructor(clock: TransportClock, wakeMs: () => number, work: () => void) {
    this.#clock = clock;
    this.#wakeMs = wakeMs;
    this.#work = work;
  }

  /** Looks at the time again. A timer that comes too early looks once more: cheaper than a new one. */
  arm(): void {
    const wakeMs = this.#wakeMs();
    if (this.#atMs <= wakeMs) return;
    this.cancel();
    this.#atMs = wakeMs;
    const delayMs = Math.max(1, wakeMs - this.#clock.nowMs());
    this.#cancel = this.#clock.setTimer(delayMs, () => this.#wake());
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#atMs = Number.POSITIVE_INFINITY;
  }

  #wake(): void {
    this.#cancel = undefined;
    this.#atMs = Number.POSITIVE_INFINITY;
    if (this.#clock.nowMs() < this.#wakeMs()) this.arm();
    else this.#work();
  }
}
