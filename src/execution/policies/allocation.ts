/**
 * What is left of the order, divided over paying now, some price levels, and holding back: the
 * action space of Cheridito & Weiss (arXiv 2507.06345; reference note 01, appendix A10).
 *
 * Level i lies i ticks from the far touch on the order's own side. Orders that stand at a level
 * keep their rank as far as its share goes; what is too much is taken off the youngest; orders
 * elsewhere are cancelled.
 */
import { type DurationNs, priceTicks, type TimeNs, timeNs } from "../../core/units.ts";
import { sideSign } from "../../market/side.ts";
import type { Observation } from "../observation.ts";
import { type Decision, type ExecutionPolicy, jsonStateCodec } from "../policy.ts";

/**
 * The decision for a division of the remaining lots.
 *
 * @param shares paying now, levels 1, 2, …, holding back; not negative, adding up to 1
 */
export function decideAllocation(
  shares: ArrayLike<number>,
  observation: Observation,
  nextDecisionNs: TimeNs,
): Decision {
  const { remainingLots, farTouchTicks: far, nearTouchTicks: near, parent } = observation;
  const sign = sideSign(parent.side);
  const resting: { priceTicks: ReturnType<typeof priceTicks>; lots: number }[] = [];
  // Whole lots by rounding the running sum, so that they add up.
  let sum = shares[0] ?? 0;
  const crossLots = Math.round(sum * remainingLots);
  let given = crossLots;
  // With nobody on the far side levels are counted from one tick beyond the near touch.
  const base = far ?? (near === undefined ? undefined : near + sign);
  for (let level = 1; level < shares.length - 1; level++) {
    sum += shares[level] ?? 0;
    const lots = Math.min(remainingLots, Math.round(sum * remainingLots)) - given;
    given += lots;
    if (lots > 0 && base !== undefined) {
      resting.push({ priceTicks: priceTicks(base - sign * level), lots });
    }
  }
  return { resting, crossLots, nextDecisionNs, plannedLots: 0 };
}

/** The same division at every tick of a clock. */
export function createAllocationPolicy(
  name: string,
  shares: readonly number[],
  everyNs: DurationNs,
): ExecutionPolicy {
  return {
    name,
    description: `divides what is left as ${shares.join("/")}: now, levels, hold`,
    isClocked: true,
    initialState: () => null,
    decide: (state, observation) => {
      const { nowNs, parent } = observation;
      const ticks = Math.floor((nowNs - parent.startNs) / everyNs) + 1;
      const nextNs = timeNs(Math.min(parent.endNs, parent.startNs + ticks * everyNs));
      return { state, decision: decideAllocation(shares, observation, nextNs) };
    },
    ...jsonStateCodec,
  };
}
