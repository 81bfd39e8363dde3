/** Time-weighted: the same share in every stretch of time. */
import { elapsedShare, type Schedule, type ScheduleWindow } from "./schedule.ts";

export function createTwapSchedule(window: ScheduleWindow): Schedule {
  return (timeNs) => elapsedShare(window, timeNs);
}
