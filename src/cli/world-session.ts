/** What policies are told about the session of a simulated world. */
import type { SessionContext } from "../execution/index.ts";
import { createVolumeCurve } from "../market/volume-curve.ts";
import type { OrderBookWorld } from "../simulation/worlds/world.ts";
import type { OrderOptions } from "./order-options.ts";

/**
 * The curve and the volume a desk would expect: the command line's, else the world's. Where the
 * world is equally busy all day, so is the curve.
 */
export function createWorldSession(
  { nature, session, expectedDayLots }: OrderBookWorld,
  options: OrderOptions,
  asked: SessionContext,
): SessionContext {
  const isFlat = nature === undefined || nature.curve === "flat";
  const curve =
    options.curve === undefined && isFlat
      ? createVolumeCurve([session.start, session.end], [1])
      : asked.curve;
  const lots = asked.expectedDayLots ?? expectedDayLots;
  return { curve, ...(lots === undefined ? {} : { expectedDayLots: lots }) };
}
