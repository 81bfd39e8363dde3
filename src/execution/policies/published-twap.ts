/**
 * The `twap` of Cheridito & Weiss (arXiv 2507.06345; reference note 01, appendix A8): ten limit
 * orders that stay where they were put. Not the house's schedule, which minds its fills.
 */
import { priceTicks, timeNs } from "../../core/units.ts";
import { sideSign } from "../../market/side.ts";
import { exposedLots } from "../child-order.ts";
import type { Observation } from "../observation.ts";
import { type ExecutionPolicy, jsonStateCodec, type RestingTarget } from "../policy.ts";

const slices = 10;

interface PublishedTwapState {
  /** Slices put out so far. */
  readonly sliceCount: number;
}

/** The first slice rests at the near touch, each later one a tick before the far touch. */
export function createPublishedTwapPolicy(name: string): ExecutionPolicy {
  const policy: ExecutionPolicy<PublishedTwapState> = {
    name,
    description: "a tenth every tenth of the time, a tick before the far touch, left there",
    isClocked: true,
    initialState: () => ({ sliceCount: 0 }),
    decide: ({ sliceCount }, observation) => {
      const { parent, nowNs } = observation;
      const { quantityLots, startNs, endNs } = parent;
      const upTo = (count: number): number => Math.round((quantityLots * count) / slices);
      const price = slicePrice(sliceCount, observation);
      // A worker that was held up puts out everything that is due by now.
      const begun = Math.floor((slices * (nowNs - startNs)) / (endNs - startNs));
      const next = Math.max(sliceCount, Math.min(slices, begun + 1));
      const sliceLots = upTo(next) - upTo(sliceCount);
      const nextNs = next >= slices ? endNs : startNs + ((endNs - startNs) * next) / slices;
      const decision = {
        resting: addLots(standingOrders(observation), price, sliceLots),
        crossLots: 0,
        nextDecisionNs: timeNs(Math.round(nextNs)),
        plannedLots: upTo(next),
      };
      return { state: { sliceCount: next }, decision };
    },
    ...jsonStateCodec,
  };
  return policy as ExecutionPolicy;
}

function slicePrice(sliceCount: number, observation: Observation): number | undefined {
  const { nearTouchTicks: near, farTouchTicks: far, parent } = observation;
  if (sliceCount === 0 || far === undefined) return near;
  return far - sideSign(parent.side);
}

function standingOrders({ children }: Observation): RestingTarget[] {
  let targets: RestingTarget[] = [];
  for (const child of children) {
    if (child.purpose === "rest") {
      targets = addLots(targets, child.priceTicks, exposedLots(child));
    }
  }
  return targets;
}

function addLots(targets: RestingTarget[], price: number | undefined, lots: number) {
  if (price === undefined || lots === 0) return targets;
  const same = targets.find((target) => target.priceTicks === price);
  if (same === undefined) return [...targets, { priceTicks: priceTicks(price), lots }];
  return targets.map((target) => (target === same ? { ...same, lots: same.lots + lots } : target));
}
