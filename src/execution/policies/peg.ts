/**
 * Peg: rests at the near touch wherever it goes, and pays only to catch up with its line.
 *
 * Beside `twap:placement=peg`, which pays for whatever a slice left over, it lets its fills lag by
 * a tolerance before it pays. One of the adaptive rules that comparisons need (reference note 01, §7).
 */

import type { DurationNs } from "../../core/units.ts";
import type { Observation } from "../observation.ts";
import type { ExecutionPolicy } from "../policy.ts";
import { createTwapSchedule } from "../schedules/twap.ts";
import { createSlicePolicy, type GoalSetter } from "./slice-policy.ts";

export interface PegOptions {
  readonly sliceNs: DurationNs;
  /** Share of the order by which fills may lag behind the line before the lag is paid for. */
  readonly tolerance: number;
}

export function createPegPolicy(name: string, options: PegOptions): ExecutionPolicy {
  const { sliceNs, tolerance } = options;
  const goals: GoalSetter<null> = {
    name,
    description: `rests at the near touch, pays once it lags by ${percent(tolerance)} of the order`,
    begin: () => null,
    goal: (memory, { fromNs, toNs, window }, { filledLots, parent }) => {
      const share = createTwapSchedule(window);
      const lineLots = Math.round(parent.quantityLots * share(fromNs));
      const aimLots = Math.round(parent.quantityLots * share(toNs));
      const isOver = fromNs >= window.endNs;
      const mayLag = isOver ? 0 : Math.floor(parent.quantityLots * tolerance);
      return { memory, goal: { dueLots: lineLots - filledLots > mayLag ? lineLots : 0, aimLots } };
    },
    planned: (_, { nowNs, parent }: Observation, __, { window }) =>
      parent.quantityLots * createTwapSchedule(window)(nowNs),
  };
  return createSlicePolicy(goals, { sliceNs, placement: "peg" }) as ExecutionPolicy;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(4))} %`;
}
