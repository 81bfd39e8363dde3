/**
 * How much others will still trade: the volume seen so far, scaled by the share of the day's curve
 * that is still to come.
 */
import type { TimeNs } from "../core/units.ts";
import { cumulativeShare, type VolumeCurve } from "../market/volume-curve.ts";

/** Below this share of the day seen, what was seen says too little. */
const seenShareMin = 0.01;

export interface VolumeSeen {
  /** Since when we have been watching. */
  readonly sinceNs: TimeNs;
  readonly nowNs: TimeNs;
  /** Lots traded since, ours excluded. */
  readonly lots: number;
}

/**
 * Lots others are expected to trade between now and `untilNs`.
 *
 * @returns undefined when too little has been seen to say and no volume of the day was given
 */
export function forecastVolume(
  curve: VolumeCurve,
  seen: VolumeSeen,
  untilNs: TimeNs,
  expectedDayLots: number | undefined,
): number | undefined {
  const shareNow = cumulativeShare(curve, seen.nowNs);
  const shareToCome = cumulativeShare(curve, untilNs) - shareNow;
  const shareSeen = shareNow - cumulativeShare(curve, seen.sinceNs);
  if (shareSeen >= seenShareMin && seen.lots > 0) return (seen.lots / shareSeen) * shareToCome;
  return expectedDayLots === undefined ? undefined : expectedDayLots * shareToCome;
}
