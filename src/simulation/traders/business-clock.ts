/**
 * The clock that activity drives: one of its seconds is a second of activity 1 (business time, Clark
 * 1973). Whatever runs with activity comes at a fixed rate in these seconds, so nothing is drawn in
 * vain; no order changes the clock, so two markets on one seed share it.
 */
import { nsPerSecond } from "../../core/time.ts";

export class BusinessClock {
  readonly #startNs: number;
  readonly #stepNs: number;
  /** Activity from step to step; the last goes on for ever. */
  readonly #activities: Float64Array;
  /** Business seconds gone by at the beginning of each step. */
  readonly #seconds: Float64Array;

  constructor(startNs: number, stepNs: number, steps: number) {
    this.#startNs = startNs;
    this.#stepNs = stepNs;
    this.#activities = new Float64Array(steps);
    this.#seconds = new Float64Array(steps);
  }

  /** Takes the activity of every step, from the time at which the step begins. */
  set(activityAt: (timeNs: number) => number): void {
    let seconds = 0;
    for (let step = 0; step < this.#activities.length; step++) {
      const activity = activityAt(this.#startNs + step * this.#stepNs);
      this.#activities[step] = activity;
      this.#seconds[step] = seconds;
      seconds += activity * (this.#stepNs / nsPerSecond);
    }
  }

  activityAt(timeNs: number): number {
    return this.#activities[this.#stepAt(timeNs)];
  }

  /** Business seconds that have gone by since the start. */
  secondsAt(timeNs: number): number {
    const step = this.#stepAt(timeNs);
    const withinNs = timeNs - this.#startNs - step * this.#stepNs;
    return this.#seconds[step] + this.#activities[step] * (withinNs / nsPerSecond);
  }

  /** When so many business seconds have gone by, not rounded; Infinity when they never will. */
  timeAt(seconds: number): number {
    let low = 0;
    let high = this.#seconds.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#seconds[middle] <= seconds) low = middle;
      else high = middle - 1;
    }
    const within = (seconds - this.#seconds[low]) / this.#activities[low];
    return this.#startNs + low * this.#stepNs + within * nsPerSecond;
  }

  #stepAt(timeNs: number): number {
    const step = Math.floor((timeNs - this.#startNs) / this.#stepNs);
    return Math.max(0, Math.min(step, this.#activities.length - 1));
  }
}

/** A clock that runs alike at all times. */
export function createEvenClock(activity = 1): BusinessClock {
  const clock = new BusinessClock(0, nsPerSecond, 1);
  clock.set(() => activity);
  return clock;
}
