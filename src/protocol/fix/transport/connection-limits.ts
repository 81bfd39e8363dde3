/** How many connections an address may open in a while, and how many may wait for their Logon. */

export interface LimitBounds {
  /** Connections that have not logged on yet. @defaultValue 64 */
  readonly pendingMax?: number;
  /** Connections of one address in one window. @defaultValue 300 */
  readonly perAddressMax?: number;
  /** @defaultValue 10,000 */
  readonly windowMs?: number;
}

export interface ConnectionLimits {
  readonly pending: number;
  /** Why another connection is refused; undefined where it is counted as pending from now on. */
  admit(address: string, nowMs: number): string | undefined;
  /** A pending connection has logged on, or is gone. */
  forget(): void;
}

export function createConnectionLimits(bounds: LimitBounds = {}): ConnectionLimits {
  const { pendingMax = 64, perAddressMax = 300, windowMs = 10_000 } = bounds;
  /** Counts of the current window; cleared with it, so that it stays small. */
  const counts = new Map<string, number>();
  let windowEndMs = Number.NEGATIVE_INFINITY;
  let pending = 0;
  return {
    get pending() {
      return pending;
    },
    admit(address, nowMs) {
      if (nowMs >= windowEndMs) {
        counts.clear();
        windowEndMs = nowMs + windowMs;
      }
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      if (count > perAddressMax) {
        return `more than ${perAddressMax} connections of one address in ${windowMs} ms`;
      }
      if (pending >= pendingMax) return `${pending} connections wait for their Logon already`;
      pending++;
      return undefined;
    },
    forget() {
      pending--;
    },
  };
}
