/** Volume-weighted: the share of the window's expected volume that has traded by a time. */
import { cumulativeShare, type VolumeCurve } from "../../market/volume-curve.ts";
import { elapsedShare, type Schedule, type ScheduleWindow } from "./schedule.ts";

/** Where the curve expects nothing in the window at all, time takes its place. */
export function createVwapSchedule(window: ScheduleWindow, curve: VolumeCurve): Schedule {
  const from = cumulativeShare(curve, window.startNs);
  const total = cumulativeShare(curve, window.endNs) - from;
  if (total <= 0) return (timeNs) => elapsedShare(window, timeNs);
  return (timeNs) => {
    const inWindow = Math.min(window.endNs, Math.max(window.startNs, timeNs));
    return Math.min(1, (cumulativeShare(curve, inWindow) - from) / total);
  };
}
