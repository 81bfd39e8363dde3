/** Percentage of volume: follows what others trade, at a constant share of all volume. */
import { ownPerOthers } from "../corridor.ts";
import type { ExecutionPolicy } from "../policy.ts";
import { createSlicePolicy, type GoalSetter, type SliceOptions } from "./slice-policy.ts";

interface PovMemory {
  /** Others' volume when the order started. */
  readonly othersAtStart: number;
  /** Others' volume when the slice began. */
  readonly othersAtSlice: number;
}

/** @param rate own share of all volume, above 0 and below 1 */
export function createPovPolicy(
  name: string,
  rate: number,
  options: SliceOptions,
): ExecutionPolicy {
  const ratio = ownPerOthers(rate);
  const setter: GoalSetter<PovMemory> = {
    name,
    description: `${Number((rate * 100).toPrecision(4))} % of all volume as it trades`,
    begin: ({ othersLots }) => ({ othersAtStart: othersLots, othersAtSlice: othersLots }),
    goal: (memory, _slice, { othersLots, parent }) => {
      const inSlice = othersLots - memory.othersAtSlice;
      const dueLots = Math.floor(ratio * (othersLots - memory.othersAtStart));
      // The slice to come is expected to trade like the one before it.
      const aimLots = Math.floor(ratio * (othersLots + inSlice - memory.othersAtStart));
      const next = { ...memory, othersAtSlice: othersLots };
      const cap = parent.quantityLots;
      return {
        memory: next,
        goal: { dueLots: Math.min(cap, dueLots), aimLots: Math.min(cap, aimLots) },
      };
    },
    planned: (memory, { othersLots, parent }) =>
      Math.min(parent.quantityLots, ratio * (othersLots - memory.othersAtStart)),
  };
  return createSlicePolicy(setter, options) as ExecutionPolicy;
}
