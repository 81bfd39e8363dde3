/**
 * Obizhaeva–Wang: a block at the start, an even flow while impact fades, a block at the end
 * (schedules/obizhaeva-wang.ts; docs/models/obizhaeva-wang.md).
 */
import type { DurationNs } from "../../core/units.ts";
import type { ExecutionPolicy } from "../policy.ts";
import {
  computeKernelTrades,
  createKnotSchedule,
  createObizhaevaWangSchedule,
  type JumpSchedule,
  powerDecay,
  resilienceOf,
} from "../schedules/obizhaeva-wang.ts";
import type { ScheduleWindow } from "../schedules/schedule.ts";
import { createSlicePolicy, type GoalSetter, type SliceOptions } from "./slice-policy.ts";

export interface ImpactDecay {
  /** After which half of an impact is gone. */
  readonly halfLifeNs: DurationNs;
  /** γ of a decay as (1 + t/c)^−γ; exponential where it is not given. */
  readonly exponent?: number;
}

/** Trades for which the power law is solved; between them the schedule is straight. */
const knots = 101;

interface DecayMemory {
  /** The window that was solved for; an amended order is solved anew. */
  readonly endNs: number;
  /** Share executed after each knot; empty where the closed form is used. */
  readonly done: readonly number[];
}

export function createObizhaevaWangPolicy(
  name: string,
  decay: ImpactDecay,
  options: SliceOptions,
): ExecutionPolicy {
  const goals: GoalSetter<DecayMemory> = {
    name,
    description: describe(decay),
    begin: (_, window) => solve(decay, window),
    goal: (memory, slice, { parent: { quantityLots } }) => {
      const { window } = slice;
      const known = memory.endNs === window.endNs ? memory : solve(decay, window);
      const share = scheduleOf(decay, known, window);
      const dueLots = Math.round(quantityLots * share.at(slice.fromNs));
      // The block at the end is due there, not a slice earlier.
      const isOver = slice.fromNs >= window.endNs;
      const aim = isOver ? share.at(slice.toNs) : share.before(slice.toNs);
      return { memory: known, goal: { dueLots, aimLots: Math.round(quantityLots * aim) } };
    },
    planned: (memory, { parent, nowNs }, _, { window }) =>
      parent.quantityLots * scheduleOf(decay, memory, window).at(nowNs),
  };
  return createSlicePolicy(goals, options) as ExecutionPolicy;
}

function solve({ halfLifeNs, exponent }: ImpactDecay, window: ScheduleWindow): DecayMemory {
  const { startNs, endNs } = window;
  if (exponent === undefined) return { endNs, done: [] };
  const times = Array.from({ length: knots }, (_, at) => ((endNs - startNs) * at) / (knots - 1));
  const done: number[] = [];
  let sum = 0;
  for (const share of computeKernelTrades(1, times, powerDecay(exponent, halfLifeNs))) {
    sum += share;
    done.push(sum);
  }
  return { endNs, done };
}

function scheduleOf(
  { halfLifeNs }: ImpactDecay,
  { done }: DecayMemory,
  window: ScheduleWindow,
): JumpSchedule {
  return done.length === 0
    ? createObizhaevaWangSchedule(window, resilienceOf(halfLifeNs))
    : createKnotSchedule(window, done);
}

function describe({ halfLifeNs, exponent }: ImpactDecay): string {
  const seconds = Number((halfLifeNs / 1e9).toPrecision(4));
  const how = exponent === undefined ? "exponentially" : `as a power of ${exponent}`;
  return `blocks at both ends: impact fades ${how}, half of it in ${seconds} s`;
}
