/**
 * Tuning a baseline (DESIGN §7.1): every combination of a grid on training seeds, the best few
 * again on validation seeds, and the best of those is it. Test seeds are never looked at.
 */
import { assert } from "../core/assert.ts";
import type { PolicyResult } from "./compare-policies.ts";

/** One option of a policy and the values to try, in order. */
export interface GridAxis {
  readonly option: string;
  readonly values: readonly string[];
}

export const tuningObjectives = ["mean", "cvar95"] as const;
/** What is made small: the mean cost, or the mean of the worst 5 %. */
export type TuningObjective = (typeof tuningObjectives)[number];

/** Every combination of the grid, the last axis running fastest; each is a policy's name. */
export function combineGrid(policy: string, axes: readonly GridAxis[]): string[] {
  let combinations: string[][] = [[]];
  for (const { option, values } of axes) {
    combinations = combinations.flatMap((chosen) =>
      values.map((value) => [...chosen, `${option}=${value}`]),
    );
  }
  const join = policy.includes(":") ? "," : ":";
  return combinations.map((chosen) =>
    chosen.length === 0 ? policy : `${policy}${join}${chosen.join(",")}`,
  );
}

export function objectiveOf(result: PolicyResult, objective: TuningObjective): number {
  switch (objective) {
    case "mean":
      return result.shortfallBps.mean;
    case "cvar95":
      return result.cvar95Bps;
    default:
      return objective satisfies never;
  }
}

/** The best first; among equals the one that comes first in the grid. */
export function rankResults(
  results: readonly PolicyResult[],
  objective: TuningObjective,
): readonly PolicyResult[] {
  assert(results.length > 0, "there is something to rank");
  return [...results].sort((a, b) => objectiveOf(a, objective) - objectiveOf(b, objective));
}

/**
 * Options of a chosen policy that lie at an end of their axis, where the axis is one of numbers or
 * durations: the optimum may lie beyond.
 */
export function findEdges(chosen: string, axes: readonly GridAxis[]): string[] {
  const settings = chosen.split(":").slice(1).join(":").split(",");
  return axes.flatMap(({ option, values }) => {
    const isOrdered = values.length > 1 && values.every((value) => /^[\d.]/.test(value));
    const value = settings
      .find((setting) => setting.startsWith(`${option}=`))
      ?.slice(option.length + 1);
    const isEnd = value !== undefined && (value === values[0] || value === values.at(-1));
    return isOrdered && isEnd ? [`${option}=${value}`] : [];
  });
}
