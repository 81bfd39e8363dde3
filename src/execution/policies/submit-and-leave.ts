/** Submit and leave: the whole order rests at the near touch and waits for the end. */
import { priceTicks, timeNs } from "../../core/units.ts";
import { type ExecutionPolicy, jsonStateCodec } from "../policy.ts";

/** How soon a market without the near side is looked at again. */
const retryNs = 1e9;

/**
 * One limit order at the best price of the order's own side, left until the end (Nevmyvaka, Feng &
 * Kearns 2006; reference note 01, appendix A8).
 */
export function createSubmitAndLeavePolicy(name: string): ExecutionPolicy {
  return {
    name,
    description: "everything rests at the best price of its side and waits for the end",
    isClocked: true,
    initialState: () => null,
    decide: (state, { nowNs, nearTouchTicks: near, remainingLots, parent }) => {
      const resting =
        near === undefined ? [] : [{ priceTicks: priceTicks(near), lots: remainingLots }];
      const nextDecisionNs = near === undefined ? timeNs(nowNs + retryNs) : parent.endNs;
      return { state, decision: { resting, crossLots: 0, nextDecisionNs, plannedLots: 0 } };
    },
    ...jsonStateCodec,
  };
}
