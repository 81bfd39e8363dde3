/**
 * How busy a usual day is, by time: 1 on average over the curve's day.
 *
 * Volume and volatility share one clock (Clark 1973), so the curve of volume is the curve of
 * everything that happens.
 */
import { nsPerHour } from "../../core/time.ts";
import {
  createVolumeCurve,
  usEquityVolumeCurve,
  type VolumeCurve,
} from "../../market/volume-curve.ts";

/** A whole trading day: daily volatility and daily volume are those of so much average activity. */
export const dayNs = 6.5 * nsPerHour;

/** The curves a world can name. */
export const activityCurves = {
  "us-equity": usEquityVolumeCurve,
  flat: createVolumeCurve([9.5 * nsPerHour, 16 * nsPerHour], [1]),
} as const;

/** Activity at a time of a day without news; before and after the curve's day as at its ends. */
export function computeUsualActivity({ edgesNs, shares }: VolumeCurve, timeNs: number): number {
  let bin = 0;
  while (bin < shares.length - 1 && timeNs >= edgesNs[bin + 1]) bin++;
  const curveNs = edgesNs[shares.length] - edgesNs[0];
  return (shares[bin] * curveNs) / (edgesNs[bin + 1] - edgesNs[bin]);
}
