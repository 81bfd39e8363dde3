/** Orders with a few fills in a market drawn by hand, for tests of what fills came to. */
import { buy, type Side } from "../../market/side.ts";
import type { MeasuredFill, MeasuredOrder } from "./measured-order.ts";
import { TouchPath } from "./touch-path.ts";

export const second = 1e9;

/** Mids from seconds on, with a spread of 2 ticks; known until `until` seconds. */
export function createPath(
  mids: readonly (readonly [seconds: number, midTicks: number])[],
  until: number,
): TouchPath {
  const path = new TouchPath();
  for (const [seconds, midTicks] of mids) path.append(seconds * second, midTicks, 2);
  path.untilNs = until * second;
  return path;
}

/** A resting fill of 10 lots at 9,999 with the mid at 10,000 and a spread of 2, at second 100. */
export function createFill(fields: Partial<MeasuredFill> = {}): MeasuredFill {
  return {
    timeNs: 100 * second,
    lots: 10,
    priceTicks: 9999,
    midTicks: 10_000,
    spreadTicks: 2,
    liquidity: "added",
    ...fields,
  };
}

export function createOrder(
  path: TouchPath,
  fills: readonly MeasuredFill[],
  side: Side = buy,
): MeasuredOrder {
  return { side, fills, path, placements: [] };
}
