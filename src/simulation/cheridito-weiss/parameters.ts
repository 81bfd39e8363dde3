/**
 * The traders of Cheridito & Weiss (arXiv 2507.06345) as they are written in a world's file. The
 * published numbers stand in `worlds/cw/*.yaml`: facts of the public configuration, written anew.
 */
import { z } from "zod";
import {
  duration,
  lots,
  nonNegative,
  positive,
  share,
  ticks,
  timeOfDay,
} from "../worlds/fields.ts";

/** Noise traders, who with `tactical` lean with the book's imbalance. */
export const noiseSchema = z.strictObject({
  kind: z.literal("cw-noise"),
  name: z.string().default("noise"),
  /** Market orders a second, each side. */
  marketRate: nonNegative,
  /** Limit orders a second by distance from the opposite best price, from 1, each side. */
  limitRates: z.array(nonNegative).min(1),
  /** Cancels a second and lot that stands there, by the same distance. */
  cancelRates: z.array(nonNegative).min(1),
  /** Sizes are 1 + |N(0, σ)|, rounded, within 1 and the most. */
  sizeSigma: positive,
  sizeMax: lots,
  /** Lots that refill an empty side. */
  refillLots: lots,
  /** Where the bid is refilled when both sides are empty. */
  homeBidTicks: ticks,
  tactical: z
    .strictObject({
      /** All rates are multiplied by this. */
      rateFactor: positive,
      /** Lots k ticks from the touch count e^(−damping·k). */
      damping: nonNegative,
      /** Ticks from the touch that are looked at, while the spread is one tick. */
      levels: lots,
      /** The rates of the favoured side are multiplied by 1 + this · |imbalance|. */
      imbalanceFactor: nonNegative,
    })
    .optional(),
});
export type NoiseParameters = z.infer<typeof noiseSchema>;

/** A hidden trader with one direction an episode. */
export const strategicSchema = z.strictObject({
  kind: z.literal("cw-strategic"),
  name: z.string().default("strategic"),
  every: duration,
  /** Never acts at or after this time. */
  until: timeOfDay,
  marketLots: lots,
  limitLots: lots,
  /** The chance that it buys. */
  buyShare: share.default(0.5),
});
export type StrategicParameters = z.infer<typeof strategicSchema>;
