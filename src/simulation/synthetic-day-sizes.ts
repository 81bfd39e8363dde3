/** How large the orders of a synthetic day are. */
import { drawNormal } from "../core/random/distributions.ts";
import type { RandomSource } from "../core/random/random-source.ts";

const roundLotLots = 100;
const oddLotShare = 0.12;
const oneRoundLotShare = 0.55;
/** The rest is a lognormal number of round lots. */
const roundLotsMedian = 2.2;
const roundLotsLogDeviation = 0.85;
const roundLotsMax = 50;

/** Lots of one order: often exactly 100, sometimes fewer, sometimes up to 5,000; 167 on average. */
export function drawOrderLots(random: RandomSource): number {
  const kind = random.uniform();
  if (kind < oddLotShare) return 1 + Math.floor(random.uniform() * (roundLotLots - 1));
  if (kind < oddLotShare + oneRoundLotShare) return roundLotLots;
  const roundLots = roundLotsMedian * Math.exp(roundLotsLogDeviation * drawNormal(random));
  return roundLotLots * Math.min(Math.max(Math.round(roundLots), 1), roundLotsMax);
}
