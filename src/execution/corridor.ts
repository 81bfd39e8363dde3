/**
 * The corridor: how much must be done by now, and how much may be.
 *
 * The lower edge is hard. What remains may never exceed what the market can still absorb: a share
 * of the volume that others are expected to trade until the end. It shrinks to nothing at the end,
 * so a policy that lags is made to trade on the way and the finish is never one sweep. The upper
 * edge is the client's participation cap, counted on the volume seen so far. A price collar bounds
 * how deep one crossing order may reach.
 */
import { assert } from "../core/assert.ts";
import { type PriceTicks, priceTicks, type TimeNs, timeNs } from "../core/units.ts";
import { sideSign } from "../market/side.ts";
import { isBetterFor, type Observation } from "./observation.ts";
import type { ParentOrder } from "./parent-order.ts";

/** Share of others' volume that is taken to be absorbable where the client names no cap. */
const defaultAbsorption = 0.25;
/** Room above the average pace that an order needs, when it is larger than the default absorbs. */
const slackFactor = 1.25;

/** The last stretch of an order, kept for its last trades: schedules are done before it. */
const closeOutNsMax = 5e9;

/** From when on everything that remains is due. */
export function closeOutTimeNs({ startNs, endNs }: ParentOrder): TimeNs {
  return timeNs(endNs - Math.min(closeOutNsMax, (endNs - startNs) / 10));
}

/** Own lots per lot of others at a participation rate of all volume: r / (1 − r). */
export function ownPerOthers(participationRate: number): number {
  assert(
    participationRate > 0 && participationRate < 1,
    "a participation rate is above 0, below 1",
  );
  return participationRate / (1 - participationRate);
}

/**
 * Own lots per lot of others at which the rest of the order must be absorbable; fixed when the
 * order starts.
 */
export function absorptionRatio(observation: Observation): number {
  const { parent, remainingLots, expectedOthersLots } = observation;
  if (parent.participationCap !== undefined) return ownPerOthers(parent.participationCap);
  if (expectedOthersLots === undefined || expectedOthersLots <= 0) return defaultAbsorption;
  return Math.max(defaultAbsorption, (slackFactor * remainingLots) / expectedOthersLots);
}

/** The most that may remain now; nothing in the close-out. */
export function remainingLotsMax(observation: Observation, absorption: number): number {
  const { expectedOthersLots, parent, nowNs } = observation;
  if (nowNs >= closeOutTimeNs(parent)) return 0;
  if (expectedOthersLots === undefined) {
    // Without a forecast the line from all at the start to nothing at the end, with room to lag.
    const left = (parent.endNs - nowNs) / (parent.endNs - parent.startNs);
    return Math.min(1, slackFactor * left) * parent.quantityLots;
  }
  return absorption * expectedOthersLots;
}

/** Lots that may be executed by now under the client's cap; Infinity without one. */
export function executedLotsMax(observation: Observation, othersLotsAtStart: number): number {
  const { participationCap } = observation.parent;
  if (participationCap === undefined) return Number.POSITIVE_INFINITY;
  const others = observation.othersLots - othersLotsAtStart;
  return Math.floor(ownPerOthers(participationCap) * others);
}

/** A crossing order reaches at most this far through the far touch, in mean spreads and in ticks. */
const collarSpreads = 10;
const collarTicksMin = 20;

/**
 * The worst price at which lots may be paid for now: the client's limit or the price collar,
 * whichever is nearer. Without it a thin book would be swept to its stub quotes. In ticks and
 * spreads, so that it is the same for both sides. Undefined while nobody stands on the other side.
 */
export function crossLimit(observation: Observation): PriceTicks | undefined {
  const { farTouchTicks, meanSpreadTicks, parent } = observation;
  if (farTouchTicks === undefined) return parent.limitPriceTicks;
  const reach = Math.max(collarTicksMin, Math.ceil(collarSpreads * (meanSpreadTicks ?? 0)));
  const collar = farTouchTicks + sideSign(parent.side) * reach;
  const limit = parent.limitPriceTicks;
  const isLimitNearer = limit !== undefined && isBetterFor(parent.side, limit, collar);
  return priceTicks(isLimitNearer ? limit : collar);
}
