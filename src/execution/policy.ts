/**
 * An execution policy: from what is known now to what should stand in the market now.
 *
 * TWAP, VWAP, POV, Almgren–Chriss, rules and learned policies are all this. A policy is pure: the
 * same state and observation give the same decision. Its state is a value that can be written to
 * bytes, so that it survives a fork and a crash.
 */
import { InvariantError } from "../core/assert.ts";
import type { PriceTicks, TimeNs } from "../core/units.ts";
import type { Observation } from "./observation.ts";

/** Lots that should rest at one price. */
export interface RestingTarget {
  readonly priceTicks: PriceTicks;
  readonly lots: number;
}

export interface Decision {
  /** Everything that should rest; what rests elsewhere is moved here or cancelled. */
  readonly resting: readonly RestingTarget[];
  /** Lots to trade now at the other side's prices. */
  readonly crossLots: number;
  /**
   * Lots that should wait for the coming auction, at any price the client's limit allows; none
   * where not given. They are not worked before it.
   */
  readonly auctionLots?: number;
  /** When to ask again, local time; reports of fills ask earlier. */
  readonly nextDecisionNs: TimeNs;
  /** Lots the policy plans to have executed by now, for the record. */
  readonly plannedLots: number;
}

export interface ExecutionPolicy<State = unknown> {
  /** As it is asked for: `vwap`, `twap:placement=cross`. */
  readonly name: string;
  /** One line for people. */
  readonly description: string;
  /**
   * Whether a decision stands until `nextDecisionNs`: reports in between are answered by carrying
   * it on (what filled is not asked for again), not by a new decision.
   */
  readonly isClocked?: boolean;
  /** The state before the first decision. */
  initialState(): State;
  decide(
    state: State,
    observation: Observation,
  ): { readonly state: State; readonly decision: Decision };
  encodeState(state: State): Uint8Array;
  /** @throws InvariantError when the bytes were not written by `encodeState` */
  decodeState(bytes: Uint8Array): State;
}

/** State codec for policies whose state is plain JSON data. */
export const jsonStateCodec = {
  encodeState: (state: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(state)),
  decodeState: <State>(bytes: Uint8Array): State => {
    try {
      return JSON.parse(new TextDecoder().decode(bytes)) as State;
    } catch {
      throw new InvariantError("Invariant: a policy reads only a state that was encoded");
    }
  },
};
