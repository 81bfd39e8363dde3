/**
 * A schedule: the share of the order that should be executed by a time.
 *
 * Pure, rising from 0 at the start to 1 at the end.
 */
import type { TimeNs } from "../../core/units.ts";

export interface ScheduleWindow {
  readonly startNs: TimeNs;
  readonly endNs: TimeNs;
}

export type Schedule = (timeNs: number) => number;

/** How far a time lies through a window, from 0 to 1. */
export function elapsedShare({ startNs, endNs }: ScheduleWindow, timeNs: number): number {
  return Math.min(1, Math.max(0, (timeNs - startNs) / (endNs - startNs)));
}
