/** The clock of a learned policy: decisions at equal distances from the order's start. */
import { type DurationNs, type TimeNs, timeNs } from "../core/units.ts";
import type { ParentOrder } from "../execution/index.ts";

interface DecisionClock {
  readonly nextDecisionNs: TimeNs;
  /** Decisions until the end, the one at hand included. */
  readonly decisionsLeft: number;
}

/** What the clock says at a time within the order's. */
export function readClock(parent: ParentOrder, everyNs: DurationNs, nowNs: number): DecisionClock {
  const ticks = Math.floor((nowNs - parent.startNs) / everyNs) + 1;
  return {
    nextDecisionNs: timeNs(Math.min(parent.endNs, parent.startNs + ticks * everyNs)),
    decisionsLeft: countDecisions(parent, everyNs) - ticks + 1,
  };
}

/** Decisions of a whole order. */
export function countDecisions({ startNs, endNs }: ParentOrder, everyNs: DurationNs): number {
  return Math.ceil((endNs - startNs) / everyNs);
}
