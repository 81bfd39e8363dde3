/**
 * Where a slice of the order stands, and when it pays.
 *
 * A schedule says how much is due by the beginning of a slice and how much by its end; a placement
 * turns that into resting orders and crossing lots.
 */
import { priceTicks } from "../core/units.ts";
import { sideSign } from "../market/side.ts";
import { isBetterFor, type Observation, ticksBehind } from "./observation.ts";
import type { RestingTarget } from "./policy.ts";

export const placements = {
  touch: "rests at the near touch of the slice's start and crosses at its end",
  peg: "rests at the near touch wherever it goes and crosses at the slice's end",
  improve: "rests one tick inside the spread where there is room and crosses at the slice's end",
  cross: "crosses at the slice's start",
  passive: "rests at the near touch wherever it goes and crosses only when it must",
} as const satisfies Record<string, string>;
export type Placement = keyof typeof placements;

export function parsePlacement(text: string): Placement | undefined {
  return Object.hasOwn(placements, text) ? (text as Placement) : undefined;
}

/** Lots to have executed. */
export interface SliceGoal {
  /** By the beginning of the slice. */
  readonly dueLots: number;
  /** By its end. */
  readonly aimLots: number;
}

export interface SliceAction {
  readonly resting: readonly RestingTarget[];
  readonly crossLots: number;
}

/** The price at which a slice begins to rest; undefined while nobody else stands on our side. */
export function restingPrice(placement: Placement, observation: Observation): number | undefined {
  const { nearTouchTicks: near, farTouchTicks: far, parent } = observation;
  if (near === undefined) return undefined;
  const hasRoom = far !== undefined && sideSign(parent.side) * (far - near) > 1;
  return placement === "improve" && hasRoom ? ticksBehind(parent.side, near, -1) : near;
}

/** Whether an order at this price would trade on entry, as far as we can see. */
export function isMarketable(priceTicks: number, { farTouchTicks, parent }: Observation): boolean {
  return farTouchTicks !== undefined && !isBetterFor(parent.side, priceTicks, farTouchTicks);
}

/** Whether the resting price is read anew at every decision rather than once a slice. */
export function followsTouch(placement: Placement): boolean {
  return placement === "peg" || placement === "passive";
}

/** What a slice asks of the market now. */
export function placeSlice(
  placement: Placement,
  goal: SliceGoal,
  restTicks: number | undefined,
  observation: Observation,
): SliceAction {
  const { filledLots, parent } = observation;
  const aim = Math.min(goal.aimLots, parent.quantityLots);
  if (placement === "cross") {
    return { resting: [], crossLots: Math.max(0, aim - filledLots) };
  }
  const crossLots = Math.max(0, goal.dueLots - filledLots);
  const restLots = Math.max(0, aim - Math.max(goal.dueLots, filledLots));
  if (restLots === 0 || restTicks === undefined) return { resting: [], crossLots };
  const limit = parent.limitPriceTicks;
  const isBeyondLimit = limit !== undefined && isBetterFor(parent.side, limit, restTicks);
  const price = priceTicks(isBeyondLimit ? limit : restTicks);
  return { resting: [{ priceTicks: price, lots: restLots }], crossLots };
}
