/** A clock for simulated worlds: time jumps from one timer to the next. */
import type { TransportClock } from "../protocol/fix/transport/transport-clock.ts";

export interface SimulatedClock extends TransportClock {
  /** Lets so much time pass, or less where something has come true. */
  advance(ms: number, isOver: () => boolean): Promise<void>;
}

interface Timer {
  readonly atMs: number;
  readonly work: () => void;
  isCancelled: boolean;
}

export function createSimulatedClock(startMs = Date.UTC(2024, 2, 5, 14, 30)): SimulatedClock {
  let now = startMs;
  /** The next one last; equal times in the order they were set. */
  const timers: Timer[] = [];
  return {
    nowMs: () => Math.floor(now),
    setTimer(delayMs, work) {
      const timer = { atMs: now + Math.max(delayMs, 0), work, isCancelled: false };
      let place = timers.length;
      while (place > 0 && timers[place - 1]!.atMs <= timer.atMs) place--;
      timers.splice(place, 0, timer);
      return () => {
        timer.isCancelled = true;
      };
    },
    async advance(ms, isOver) {
      const untilMs = now + ms;
      while (timers.length > 0 && timers.at(-1)!.atMs <= untilMs && !isOver()) {
        const timer = timers.pop()!;
        now = timer.atMs;
        if (timer.isCancelled) continue;
        timer.work();
        await promisesSettled();
      }
      if (!isOver()) now = untilMs;
    },
  };
}

/** Everything that needs no timer has happened. */
function promisesSettled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
