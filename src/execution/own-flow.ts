/** Our own fills of the last while, fading as the tape's trades do (features/faded-flow.ts). */
import { fadedShare, flowWindowsNs } from "../features/index.ts";

/** Plain data; a new value for every fill. */
export interface OwnFlow {
  readonly atNs: number;
  /** By window: lots for which we took. */
  readonly takenLots: readonly number[];
  /** By window: lots that others took from us. */
  readonly givenLots: readonly number[];
}

const nothing = flowWindowsNs.map(() => 0);

export const noOwnFlow: OwnFlow = { atNs: 0, takenLots: nothing, givenLots: nothing };

/** The flow after a fill. Fills of an auction have no side that took, and count as given. */
export function addOwnFill(flow: OwnFlow, lots: number, isTaken: boolean, nowNs: number): OwnFlow {
  const add = (column: readonly number[], more: number): number[] =>
    column.map((sum, window) => sum * fadedShare(window, nowNs - flow.atNs) + more);
  return {
    atNs: nowNs,
    takenLots: add(flow.takenLots, isTaken ? lots : 0),
    givenLots: add(flow.givenLots, isTaken ? 0 : lots),
  };
}
