/** News as a world's file writes it, and as one run draws it. */
import { z } from "zod";
import { drawIndex, drawNormal } from "../../core/random/distributions.ts";
import { createRandomStream, streamId } from "../../core/random/random-stream.ts";
import { duration, nonNegative, share, timeOfDay } from "../worlds/fields.ts";

/** No piece of news moves the price by more than this share, up or down. */
const returnLimit = 0.5;

const windowSchema = z
  .strictObject({ from: timeOfDay, until: timeOfDay })
  .refine(({ from, until }) => from < until, {
    error: "expected a window that ends after it begins",
  });

const newsKindSchema = z.strictObject({
  /** The chance of this kind; those of all kinds add up to 1. */
  share,
  /** Its label: results are told apart by it. */
  kind: z.string().min(1),
  /** Mean move of the fundamental price, a signed share of it. */
  return: z.number().min(-0.2).max(0.2),
  /** Standard deviation of that move. */
  returnSd: z.number().min(0).max(0.1).default(0),
});

export const newsSchema = z.strictObject({
  /** A time of day, or a window in which every moment is as likely. */
  time: z.union([timeOfDay, windowSchema], {
    error: 'expected a time of day such as "11:00", or from and until',
  }),
  mixture: z
    .array(newsKindSchema)
    .min(1)
    .refine((kinds) => Math.abs(sumOf(kinds, (kind) => kind.share) - 1) < 1e-9, {
      error: "expected shares that add up to 1",
    }),
  /** Just after the news activity is 1 plus this times as high as usual. */
  activitySurge: nonNegative.default(0),
  /** The surge falls by the factor e in this time. */
  surgeDecay: duration.prefault("4m"),
  /** Just after the news caution is higher by this. */
  caution: nonNegative.default(0),
  /** The extra caution falls by the factor e in this time. */
  cautionDecay: duration.prefault("1m"),
});
export type NewsParameters = z.infer<typeof newsSchema>;

/** What a piece of news turned out to be in a run. */
export interface DrawnNews {
  readonly timeNs: number;
  readonly kind: string;
  /** Move of the logarithm of the fundamental. */
  readonly logReturn: number;
}

/** A piece of news with the terms it came under. */
export interface PlannedNews extends DrawnNews {
  readonly terms: NewsParameters;
}

/** All news of a seed, by time. What an item turns out to be depends on its place in the file only. */
export function drawNews(items: readonly NewsParameters[], seed: number): PlannedNews[] {
  const times = createRandomStream(seed, streamId("nature/news-time"));
  const kinds = createRandomStream(seed, streamId("nature/news-kind"));
  const returns = createRandomStream(seed, streamId("nature/news-return"));
  const planned = items.map((terms) => {
    const { time, mixture } = terms;
    const point = times.uniform();
    const timeNs =
      typeof time === "number" ? time : Math.round(time.from + point * (time.until - time.from));
    const drawn = mixture[drawIndex(kinds, runningShares(mixture))];
    const simpleReturn = drawn.return + drawn.returnSd * drawNormal(returns);
    const bounded = Math.min(Math.max(simpleReturn, -returnLimit), returnLimit);
    return { timeNs, kind: drawn.kind, logReturn: Math.log1p(bounded), terms };
  });
  return planned.sort((left, right) => left.timeNs - right.timeNs);
}

/**
 * By how much all news together move the fundamental on average, as a share of it. In a world that
 * is to reward execution and not a guess of the direction this is 0.
 */
export function expectedNewsReturn({ news }: { readonly news: readonly NewsParameters[] }): number {
  const factors = news.map(({ mixture }) => 1 + sumOf(mixture, (kind) => kind.share * kind.return));
  return factors.reduce((product, factor) => product * factor, 1) - 1;
}

function runningShares(mixture: NewsParameters["mixture"]): number[] {
  return mixture.map((_, at) => sumOf(mixture.slice(0, at + 1), (kind) => kind.share));
}

function sumOf<Item>(items: readonly Item[], valueFor: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + valueFor(item), 0);
}
