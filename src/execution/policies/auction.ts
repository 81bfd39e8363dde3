/**
 * Close and open: a bounded part of the order waits for the auction, the rest is worked.
 *
 * The part is a share of the lots that the auction is expected to trade. `close` sends it a while
 * before the auction and works the rest until then; `open` sends it at once, waits for the auction,
 * and works what is left from then on. What the auction did not fill, because it was too small, no
 * venue took the order or it never came, is worked until the order's end. See docs/models/auctions.md.
 */
import { nsPerMinute, nsPerSecond } from "../../core/time.ts";
import { type DurationNs, quantityLots, type TimeNs, timeNs } from "../../core/units.ts";
import type { Observation } from "../observation.ts";
import { type Decision, type ExecutionPolicy, jsonStateCodec } from "../policy.ts";

export interface AuctionOptions {
  /** When the auction is held. */
  readonly atNs: TimeNs;
  /** Lots that are expected to trade in it. */
  readonly expectedLots: number;
  /** Own lots over those, above 0 and up to 1. */
  readonly share: number;
  /** `close` alone: how long before the auction the order is sent; venues stop taking them before it. */
  readonly leadNs: DurationNs;
}

interface AuctionState {
  readonly worked: unknown;
  /** Decisions at which an order had been asked for and had never been there. */
  readonly missed: number;
  /** Whether it has been there. */
  readonly hasWaited: boolean;
  /** Nothing waits any more: filled, refused, cancelled, or given up. */
  readonly isOver: boolean;
  /** From when on the rest is worked, and what was filled until then. */
  readonly workedFromNs: number | null;
  readonly filledBefore: number;
}

/** An auction that has not come by then will not come. */
const patienceNs = 5 * nsPerMinute;
/** How often the order that waits is looked at. */
const lookNs = nsPerSecond;
/** A venue that refuses the order is asked so many times. */
const missedMax = 3;

const nothing: AuctionState = {
  ...{ worked: null, missed: 0, hasWaited: false, isOver: false },
  ...{ workedFromNs: null, filledBefore: 0 },
};

/** @param worker works what does not wait */
export function createClosePolicy(
  name: string,
  options: AuctionOptions,
  worker: ExecutionPolicy,
): ExecutionPolicy {
  const policy: ExecutionPolicy<AuctionState> = {
    name,
    description: `up to ${percent(options.share)} of the closing auction, the rest before it: ${worker.description}`,
    initialState: () => ({ ...nothing, worked: worker.initialState() }),
    decide: (before, observation) => {
      const { parent, nowNs } = observation;
      const isInTime = options.atNs > parent.startNs && options.atNs < parent.endNs;
      if (!isInTime) return workAll(worker, before, observation);
      const sendNs = options.atNs - options.leadNs;
      const isSent = nowNs >= sendNs;
      const state = isSent ? watchAuction(before, observation, options) : before;
      if (state.isOver) return workRest(worker, state, observation);
      const heldLots = auctionPart(observation, options);
      const seen = part(observation, {
        ...{ quantity: parent.quantityLots - heldLots, filledBefore: 0 },
        endNs: options.atNs,
      });
      const { answer, worked } = askWorker(worker, state.worked, seen);
      const nextNs = Math.min(answer.nextDecisionNs, isSent ? nowNs + lookNs : sendNs);
      const auctionLots = isSent ? heldLots : 0;
      const decision = { ...answer, auctionLots, nextDecisionNs: timeNs(nextNs) };
      return { state: { ...state, worked }, decision };
    },
    ...jsonStateCodec,
  };
  return policy as ExecutionPolicy;
}

/** @param worker works what the auction left */
export function createOpenPolicy(
  name: string,
  options: AuctionOptions,
  worker: ExecutionPolicy,
): ExecutionPolicy {
  const policy: ExecutionPolicy<AuctionState> = {
    name,
    description: `up to ${percent(options.share)} of the opening auction, then the rest: ${worker.description}`,
    initialState: () => ({ ...nothing, worked: worker.initialState() }),
    decide: (before, observation) => {
      const { parent, nowNs } = observation;
      const isInTime = options.atNs >= parent.startNs && options.atNs < parent.endNs;
      if (!isInTime) return workAll(worker, before, observation);
      const state = watchAuction(before, observation, options);
      if (state.isOver) return workRest(worker, state, observation);
      const auctionLots = auctionPart(observation, options);
      const nextDecisionNs = timeNs(nowNs + lookNs);
      const waiting = { resting: [], crossLots: 0, auctionLots, nextDecisionNs, plannedLots: 0 };
      return { state, decision: waiting };
    },
    ...jsonStateCodec,
  };
  return policy as ExecutionPolicy;
}

/** Lots that are to wait, within what is left of the order. */
function auctionPart(
  { remainingLots, parent }: Observation,
  { share, expectedLots }: AuctionOptions,
): number {
  const part = Math.floor(share * expectedLots);
  return Math.min(remainingLots, parent.quantityLots, part);
}

/**
 * Looks whether the order that was asked for still waits. Its reports are not told to a policy; an
 * order that is not there was filled, refused or cancelled.
 */
function watchAuction(
  state: AuctionState,
  observation: Observation,
  options: AuctionOptions,
): AuctionState {
  if (state.isOver) return state;
  const { children, nowNs } = observation;
  const waiting = children.filter(({ purpose }) => purpose === "auction");
  const isThere = waiting.length > 0;
  const isLate = nowNs >= options.atNs + patienceNs;
  const hasNothing = auctionPart(observation, options) === 0;
  const wasHeld = waiting.some(({ filledLots }) => filledLots > 0);
  const isGone = state.hasWaited && !isThere;
  // The first look comes before anything has been sent.
  const missed = isThere ? state.missed : state.missed + 1;
  const isOver = isLate || hasNothing || wasHeld || isGone || missed > missedMax;
  return { ...state, missed, hasWaited: state.hasWaited || isThere, isOver };
}

interface Answer {
  readonly state: AuctionState;
  readonly decision: Decision;
}

/** There is no auction in the order's time. */
function workAll(worker: ExecutionPolicy, state: AuctionState, observation: Observation): Answer {
  const { answer, worked } = askWorker(worker, state.worked, observation);
  return { state: { ...state, worked }, decision: answer };
}

/** What is left when nothing waits any more is an order of its own, from then to the end. */
function workRest(worker: ExecutionPolicy, before: AuctionState, observation: Observation): Answer {
  const { nowNs, filledLots, parent } = observation;
  const state =
    before.workedFromNs === null
      ? {
          ...before,
          worked: worker.initialState(),
          workedFromNs: nowNs,
          filledBefore: filledLots,
        }
      : before;
  const { filledBefore } = state;
  const seen = part(observation, {
    ...{ quantity: parent.quantityLots - filledBefore, filledBefore },
    startNs: timeNs(state.workedFromNs ?? nowNs),
  });
  const { answer, worked } = askWorker(worker, state.worked, seen);
  const plannedLots = answer.plannedLots + filledBefore;
  return { state: { ...state, worked }, decision: { ...answer, plannedLots } };
}

/** The part of the order that the worker is to see, in its window. */
function part(
  observation: Observation,
  cut: {
    readonly quantity: number;
    readonly filledBefore: number;
    readonly startNs?: TimeNs;
    readonly endNs?: TimeNs;
  },
): Observation {
  const { parent } = observation;
  const { startNs = parent.startNs, endNs = parent.endNs, filledBefore } = cut;
  const quantity = quantityLots(Math.max(0, cut.quantity));
  const filledLots = observation.filledLots - filledBefore;
  return {
    ...observation,
    parent: { ...parent, startNs, endNs, quantityLots: quantity },
    filledLots,
    remainingLots: Math.max(0, quantity - filledLots),
  };
}

function askWorker(
  worker: ExecutionPolicy,
  state: unknown,
  seen: Observation,
): { readonly answer: Decision; readonly worked: unknown } {
  if (seen.parent.quantityLots === 0) {
    const nextDecisionNs = timeNs(seen.nowNs + lookNs);
    const answer = { resting: [], crossLots: 0, nextDecisionNs, plannedLots: 0 };
    return { answer, worked: state };
  }
  const { state: worked, decision } = worker.decide(state, seen);
  return { answer: decision, worked };
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(4))} %`;
}
