/** What is asked of the impact of our own trades on a recorded day, and what that is in ticks. */
import type { DurationNs } from "../core/units.ts";
import type { MarketEventSource } from "../market/event-block.ts";
import type { Side } from "../market/side.ts";
import type { ShownDepth } from "../simulation/level-flow.ts";
import { type DayScale, type ImpactKernel, squareRootKernel } from "../simulation/own-impact.ts";
import { RecordedMarket } from "../simulation/recorded-market.ts";
import type { ReplayImpact } from "../simulation/replay-venue.ts";

export interface PropagatorRequest
  extends Pick<ImpactKernel, "exponent" | "relaxationNs" | "delayNs"> {
  readonly kind: "propagator";
  /** Y of the square-root law. */
  readonly prefactor: number;
  /** Of a day; measured over the whole recording where not given. */
  readonly volumeLots?: number;
  readonly volatilityTicks?: number;
}

export type ReplayImpactRequest =
  | { readonly kind: "none" }
  | { readonly kind: "mechanical" }
  | PropagatorRequest;

/** Moves are squared over so long. */
const stepNs = 300e9;

/** Reads the recording once more where its day has to be measured. */
export async function resolveImpact(
  request: ReplayImpactRequest,
  source: MarketEventSource,
  side: Side,
  shows?: ShownDepth,
): Promise<ReplayImpact> {
  if (request.kind !== "propagator") return request;
  const { prefactor, volumeLots, volatilityTicks } = request;
  const measured = await measureDay(source, shows);
  const day: DayScale = {
    durationNs: measured.durationNs,
    volumeLots: volumeLots ?? measured.volumeLots,
    volatilityTicks: volatilityTicks ?? measured.volatilityTicks,
  };
  return { kind: "propagator", kernel: squareRootKernel(prefactor, request, day), side };
}

/** From the first two-sided market to the last event. */
async function measureDay(
  source: MarketEventSource,
  shows: ShownDepth | undefined,
): Promise<DayScale> {
  const market = new RecordedMarket(shows);
  let [firstNs, lastNs, stepEndNs] = [Number.NaN, 0, 0];
  let [stepMid, squares] = [Number.NaN, 0];
  for await (const block of source.blocks()) {
    for (let row = 0; row < block.length; row++) {
      const time = block.venueTimeNs[row]!;
      while (time >= stepEndNs && !Number.isNaN(firstNs)) {
        squares += (market.midTicks - stepMid) ** 2;
        stepMid = market.midTicks;
        stepEndNs += stepNs;
      }
      market.apply(block, row);
      lastNs = time;
      if (Number.isNaN(firstNs) && market.isTwoSided) {
        firstNs = time;
        stepEndNs = time + stepNs;
        stepMid = market.midTicks;
      }
    }
  }
  return {
    durationNs: Math.max(1, lastNs - firstNs) as DurationNs,
    volumeLots: Math.max(1, market.tradedLots),
    volatilityTicks: Math.sqrt(squares),
  };
}
