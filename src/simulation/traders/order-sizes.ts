/** How large people's orders are: a lognormal body with a spike at whole round lots. */
import { z } from "zod";
import { drawNormal } from "../../core/random/distributions.ts";
import type { RandomSource } from "../../core/random/random-source.ts";
import { lots, nonNegative, positive, share } from "../worlds/fields.ts";

export const roundLotLots = 100;

export const orderSizesSchema = z.strictObject({
  medianLots: positive,
  /** Standard deviation of the logarithm. */
  logDeviation: nonNegative,
  /** Share of orders that are a whole number of round lots, one at least. */
  roundLotShare: share,
  lotsMax: lots,
});
export type OrderSizes = z.infer<typeof orderSizesSchema>;

/** Lots of one order; always takes two draws. */
export function drawLots(sizes: OrderSizes, random: RandomSource): number {
  const wish = sizes.medianLots * Math.exp(sizes.logDeviation * drawNormal(random));
  const unit = random.uniform() < sizes.roundLotShare ? roundLotLots : 1;
  return Math.min(unit * Math.max(1, Math.round(wish / unit)), sizes.lotsMax);
}
