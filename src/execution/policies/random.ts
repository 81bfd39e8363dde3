/**
 * Random slices that add up: the baseline that any skill has to beat.
 *
 * The shares of the slices are uniform over everything that adds up to 1, so every slice has the
 * same mean and the order is always done. Drawn one after the other: with n slices to come, the
 * next takes 1 − u^(1/(n−1)) of what is left (a uniform point of the simplex by stick breaking,
 * Devroye, *Non-Uniform Random Variate Generation*, 1986, ch. XI.4).
 *
 * Nothing is drawn that the state and the observation do not say: draw k is a function of the seed,
 * of what the order saw when it began, and of k. So two orders have draws of their own, and the
 * same order has the same draws again.
 */
import { createHasher } from "../../core/hash.ts";
import { draw, streamId } from "../../core/random/random-stream.ts";
import type { Observation } from "../observation.ts";
import type { ExecutionPolicy } from "../policy.ts";
import type { ScheduleWindow } from "../schedules/schedule.ts";
import { createSlicePolicy, type GoalSetter, type SliceOptions } from "./slice-policy.ts";

interface RandomMemory {
  readonly stream: number;
  /** Slices drawn so far. */
  readonly drawn: number;
  /** Share of the order to be executed before the last slice that was drawn, and after it. */
  readonly before: number;
  readonly after: number;
}

export function createRandomPolicy(
  name: string,
  seed: number,
  options: SliceOptions,
): ExecutionPolicy {
  const { sliceNs } = options;
  const goals: GoalSetter<RandomMemory> = {
    name,
    description: `random shares of the order, slice by slice, seed ${seed}`,
    begin: (observation, window) => ({
      stream: streamOf(observation, window),
      drawn: 0,
      before: 0,
      after: 0,
    }),
    goal: (memory, { fromNs, window }, { parent: { quantityLots } }) => {
      const count = Math.ceil((window.endNs - window.startNs) / sliceNs);
      const slice = Math.round((fromNs - window.startNs) / sliceNs);
      const isOver = fromNs >= window.endNs;
      const next = isOver
        ? { ...memory, before: 1, after: 1 }
        : drawUpTo(memory, { seed, slice, count });
      const dueLots = Math.round(quantityLots * next.before);
      return { memory: next, goal: { dueLots, aimLots: Math.round(quantityLots * next.after) } };
    },
    planned: (_memory, { nowNs }, { dueLots, aimLots }, { fromNs, toNs }) =>
      toNs <= fromNs
        ? aimLots
        : dueLots + ((aimLots - dueLots) * (nowNs - fromNs)) / (toNs - fromNs),
  };
  return createSlicePolicy(goals, options) as ExecutionPolicy;
}

/** Draws every slice up to one, so that a worker that was held up goes on as it would have. */
function drawUpTo(
  memory: RandomMemory,
  { seed, slice, count }: { seed: number; slice: number; count: number },
): RandomMemory {
  let next = memory;
  while (next.drawn <= slice) {
    const others = count - 1 - next.drawn;
    const uniform = draw(seed, next.stream, next.drawn);
    const taken = others <= 0 ? 1 : 1 - uniform ** (1 / others);
    const after = next.after + (1 - next.after) * taken;
    next = { ...next, drawn: next.drawn + 1, before: next.after, after };
  }
  return next;
}

/** A stream of the order's own, by what it is and by the market it met. */
function streamOf({ parent, othersLots, midTicks }: Observation, window: ScheduleWindow): number {
  const hasher = createHasher();
  hasher.addText(parent.parentId);
  const market = [othersLots, midTicks ?? 0];
  for (const value of [parent.side, parent.quantityLots, ...market]) hasher.addNumber(value);
  for (const time of [window.startNs, window.endNs]) hasher.addNumber(time);
  return streamId("random-policy", hasher.integer53());
}
