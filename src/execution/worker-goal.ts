/** From what a policy decided to what is brought about: the client's limit, the corridor, the cap. */
import type { PriceTicks } from "../core/units.ts";
import type { AllocationGoal } from "./allocate.ts";
import { crossLimit, executedLotsMax, remainingLotsMax } from "./corridor.ts";
import { isBetterFor, type Observation } from "./observation.ts";
import type { ParentOrder } from "./parent-order.ts";
import type { Decision, RestingTarget } from "./policy.ts";
import type { WorkerState } from "./worker-state.ts";

/** A lagging order catches up by at least this share of its quantity, not lot by lot. */
const catchUpShare = 0.002;

/** Prices beyond the client's limit become the limit, whatever a policy wanted. */
export function withinLimit(
  decision: Decision,
  { side, limitPriceTicks: limit }: ParentOrder,
): Decision {
  if (limit === undefined) return decision;
  const isBeyond = ({ priceTicks }: RestingTarget): boolean => isBetterFor(side, limit, priceTicks);
  if (!decision.resting.some(isBeyond)) return decision;
  const resting = decision.resting.filter(
    (target) => !isBeyond(target) && target.priceTicks !== limit,
  );
  const atLimit = decision.resting.filter((target) => !resting.includes(target));
  const lots = atLimit.reduce((sum, target) => sum + target.lots, 0);
  return { ...decision, resting: [...resting, { priceTicks: limit, lots }] };
}

/** The decision as it is, within what is left of the order. */
export function freely(decision: Decision, { parent, totals }: WorkerState): AllocationGoal {
  const remaining = parent.quantityLots - totals.filledLots;
  const crossLots = Math.min(decision.crossLots, remaining);
  const auctionLots = Math.min(decision.auctionLots ?? 0, remaining - crossLots);
  let room = remaining - crossLots - auctionLots;
  const resting: { priceTicks: PriceTicks; lots: number }[] = [];
  for (const { priceTicks, lots } of decision.resting) {
    const placed = Math.min(lots, room);
    room -= placed;
    if (placed > 0) resting.push({ priceTicks, lots: placed });
  }
  const crossLimitTicks = parent.limitPriceTicks;
  const exposedLotsMax = Number.POSITIVE_INFINITY;
  return { resting, crossLots, auctionLots, crossLimitTicks, exposedLotsMax };
}

/** The decision inside the corridor: enough crossed to stay feasible, no more out than the cap. */
export function holdCorridor(
  decision: Decision,
  observation: Observation,
  start: { readonly othersLots: number; readonly absorption: number },
): Decision & AllocationGoal {
  const { parent, filledLots, farTouchTicks } = observation;
  // What waits for an auction need not be absorbed before it.
  const auctionLots = Math.min(decision.auctionLots ?? 0, observation.remainingLots);
  const remainingLots = observation.remainingLots - auctionLots;
  const lag = Math.ceil(remainingLots - remainingLotsMax(observation, start.absorption));
  const must = lag > 0 ? Math.max(lag, Math.ceil(parent.quantityLots * catchUpShare)) : 0;
  const may = executedLotsMax(observation, start.othersLots) - filledLots;
  const limit = parent.limitPriceTicks;
  const isFarBeyondLimit =
    limit !== undefined &&
    farTouchTicks !== undefined &&
    isBetterFor(parent.side, limit, farTouchTicks);
  const wanted = Math.max(decision.crossLots, Math.min(must, remainingLots));
  const isBlocked = isFarBeyondLimit || farTouchTicks === undefined;
  const crossLots = isBlocked ? 0 : Math.max(0, Math.min(wanted, may));
  // One child of room beyond the cap keeps the order in its queues while volume builds up.
  const exposedLotsMax = Math.max(0, may + parent.minimumChildLots);
  let room = Math.max(0, exposedLotsMax - crossLots - auctionLots);
  const resting = decision.resting.map((target) => {
    const lots = Math.min(target.lots, room, remainingLots - crossLots);
    room -= lots;
    return { ...target, lots };
  });
  const placed = resting.filter(({ lots }) => lots > 0);
  const crossLimitTicks = crossLimit(observation);
  return { ...decision, crossLots, auctionLots, resting: placed, exposedLotsMax, crossLimitTicks };
}
