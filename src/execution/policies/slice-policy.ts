/**
 * A schedule worked slice by slice with one placement: the common shape of TWAP, VWAP, POV and
 * Almgren–Chriss. They differ only in the goal they set for each slice.
 */
import type { DurationNs, TimeNs } from "../../core/units.ts";
import { closeOutTimeNs } from "../corridor.ts";
import type { Observation } from "../observation.ts";
import {
  followsTouch,
  isMarketable,
  type Placement,
  placeSlice,
  restingPrice,
  type SliceGoal,
} from "../placement.ts";
import { type Decision, type ExecutionPolicy, jsonStateCodec } from "../policy.ts";
import type { ScheduleWindow } from "../schedules/schedule.ts";

export interface SliceOptions {
  readonly sliceNs: DurationNs;
  /** Undefined: as the parent's urgency says. */
  readonly placement: Placement | undefined;
}

/** A slice as the goal-setter sees it. */
export interface Slice {
  readonly fromNs: number;
  readonly toNs: number;
  readonly window: ScheduleWindow;
}

/** What makes one scheduled policy differ from another. */
export interface GoalSetter<Memory> {
  readonly name: string;
  readonly description: string;
  /** What is learnt from the first observation and kept. */
  begin(observation: Observation, window: ScheduleWindow): Memory;
  /** The goal of a slice, when it begins. */
  goal(
    memory: Memory,
    slice: Slice,
    observation: Observation,
  ): { readonly memory: Memory; readonly goal: SliceGoal };
  /** Lots planned to be executed by now, for the record. */
  planned(memory: Memory, observation: Observation, goal: SliceGoal, slice: Slice): number;
}

interface SliceState<Memory> {
  readonly memory: Memory | null;
  readonly slice: number;
  /** The order that the goal was set for; an amended one gets a new goal within the slice. */
  readonly endNs: number;
  readonly quantityLots: number;
  readonly goal: SliceGoal;
  readonly restTicks: number | null;
}

/** How often a placement that follows the touch looks where it is. */
const followNs = 1e9;
const placementOfUrgency = { low: "passive", normal: "touch", high: "cross" } as const;

export function createSlicePolicy<Memory>(
  setter: GoalSetter<Memory>,
  options: SliceOptions,
): ExecutionPolicy<SliceState<Memory>> {
  return {
    name: setter.name,
    description: setter.description,
    initialState: () => ({
      memory: null,
      slice: -1,
      endNs: 0,
      quantityLots: 0,
      goal: { dueLots: 0, aimLots: 0 },
      restTicks: null,
    }),
    decide: (state, observation) => decideSlice(setter, options, state, observation),
    ...jsonStateCodec,
  };
}

function decideSlice<Memory>(
  setter: GoalSetter<Memory>,
  options: SliceOptions,
  state: SliceState<Memory>,
  observation: Observation,
): { state: SliceState<Memory>; decision: Decision } {
  const { nowNs, parent } = observation;
  const placement = options.placement ?? placementOfUrgency[parent.urgency];
  const window = { startNs: parent.startNs, endNs: closeOutTimeNs(parent) };
  const isOver = nowNs >= window.endNs;
  const time = isOver ? window.endNs : nowNs;
  const steps = (time - window.startNs) / options.sliceNs;
  const index = isOver ? Math.ceil(steps) : Math.floor(steps);
  const slice = sliceAt(window, index, options.sliceNs);
  let next = state;
  const { endNs, quantityLots } = parent;
  const isAmended = endNs !== state.endNs || quantityLots !== state.quantityLots;
  if (index !== state.slice || isAmended) {
    const memory = state.memory ?? setter.begin(observation, window);
    const set = setter.goal(memory, slice, observation);
    const restTicks = restingPrice(placement, observation) ?? null;
    next = { memory: set.memory, slice: index, endNs, quantityLots, goal: set.goal, restTicks };
  } else if (
    followsTouch(placement) ||
    state.restTicks === null ||
    // The market has gone through the slice's price: an order sent there now would pay, not rest.
    isMarketable(state.restTicks, observation)
  ) {
    next = { ...state, restTicks: restingPrice(placement, observation) ?? null };
  }
  // A passive order owes nothing until its time is over; the corridor sees to the rest.
  const isPatient = placement === "passive" && !isOver;
  const goal = isPatient ? { ...next.goal, dueLots: 0 } : next.goal;
  const action = placeSlice(placement, goal, next.restTicks ?? undefined, observation);
  const soon = followsTouch(placement) ? nowNs + followNs : Number.POSITIVE_INFINITY;
  const nextDecisionNs = Math.min(isOver ? nowNs + followNs : slice.toNs, soon) as TimeNs;
  const memory = next.memory;
  const plannedLots =
    memory === null ? 0 : Math.round(setter.planned(memory, observation, next.goal, slice));
  return { state: next, decision: { ...action, nextDecisionNs, plannedLots } };
}

function sliceAt(window: ScheduleWindow, index: number, sliceNs: number): Slice {
  const fromNs = Math.min(window.endNs, window.startNs + index * sliceNs);
  return { fromNs, toNs: Math.min(window.endNs, fromNs + sliceNs), window };
}
