/**
 * Imbalance: a peg that pays the spread while the queues say that the price is about to leave it.
 *
 * Where many lots stand on our side and few on the other, the next move of the mid is more often
 * away from us than towards us (Gould & Bonart, "Queue imbalance as a one-tick-ahead price
 * predictor in a limit order book", Market Microstructure and Liquidity 2 (2016)). Then what the
 * slice wants to rest is paid for, as far as the far touch reaches: the level that is about to go.
 */
import { type DurationNs, timeNs } from "../../core/units.ts";
import type { Observation } from "../observation.ts";
import {
  type Decision,
  type ExecutionPolicy,
  jsonStateCodec,
  type RestingTarget,
} from "../policy.ts";
import { createPegPolicy, type PegOptions } from "./peg.ts";

export interface ImbalanceOptions extends PegOptions {
  /** Imbalance of the lots at the touch, (ours − theirs)/(ours + theirs), from which it pays. */
  readonly threshold: number;
  /** How far the imbalance falls below the threshold before it rests again. */
  readonly hysteresis: number;
  /** How often it looks. */
  readonly everyNs: DurationNs;
}

interface ImbalanceState {
  readonly peg: unknown;
  readonly isAgainst: boolean;
}

export function createImbalancePolicy(name: string, options: ImbalanceOptions): ExecutionPolicy {
  const { threshold, hysteresis, everyNs } = options;
  const peg = createPegPolicy(name, options);
  const policy: ExecutionPolicy<ImbalanceState> = {
    name,
    description: `a peg that pays from an imbalance of ${threshold}, rests again below ${Number((threshold - hysteresis).toPrecision(6))}`,
    initialState: () => ({ peg: peg.initialState(), isAgainst: false }),
    decide: (state, observation) => {
      const pegged = peg.decide(state.peg, observation);
      const level = state.isAgainst ? threshold - hysteresis : threshold;
      const isAgainst = observation.touchImbalance >= level;
      const wanted = isAgainst ? payForResting(pegged.decision, observation) : pegged.decision;
      const soonNs = observation.nowNs + everyNs;
      const nextDecisionNs = timeNs(Math.min(wanted.nextDecisionNs, soonNs));
      return {
        state: { peg: pegged.state, isAgainst },
        decision: { ...wanted, nextDecisionNs },
      };
    },
    ...jsonStateCodec,
  };
  return policy as ExecutionPolicy;
}

/** Pays for what was to rest, up to the lots at the far touch; the rest stays where it was. */
function payForResting(decision: Decision, { farDepth }: Observation): Decision {
  let room = Math.max(0, (farDepth[0]?.lots ?? 0) - decision.crossLots);
  let { crossLots } = decision;
  const resting: RestingTarget[] = [];
  for (const target of decision.resting) {
    const paid = Math.min(target.lots, room);
    room -= paid;
    crossLots += paid;
    if (target.lots > paid) resting.push({ ...target, lots: target.lots - paid });
  }
  return { ...decision, crossLots, resting };
}
