/** Time for the socket layer, given by whoever starts it: real in the program, scripted in tests. */

export interface TransportClock {
  /** Milliseconds since 1970; must not go back. */
  nowMs(): number;
  /** Does some work later, or after this turn of the event loop for 0; gives what cancels it. */
  setTimer(delayMs: number, work: () => void): () => void;
}

/** Node's timers, and the time as it is given. */
export function createTransportClock(nowMs: () => number): TransportClock {
  let latestMs = Number.NEGATIVE_INFINITY;
  return {
    nowMs() {
      // A system's clock may be set back; sessions take the last time for as long as it is.
      latestMs = Math.max(latestMs, nowMs());
      return latestMs;
    },
    setTimer(delayMs, work) {
      if (delayMs <= 0) {
        const immediate = setImmediate(work);
        return () => clearImmediate(immediate);
      }
      const timer = setTimeout(work, Math.min(delayMs, longestDelayMs));
      return () => clearTimeout(timer);
    },
  };
}

/** Node's timers take 31 bits; who waits longer asks again. */
const longestDelayMs = 2 ** 31 - 1;
