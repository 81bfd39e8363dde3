/** What can be chosen of a synthetic day, and the house example; see docs/models/synthetic-day.md. */
import { assert } from "../core/assert.ts";
import { nsPerHour, nsPerMinute, nsPerSecond } from "../core/time.ts";
import { type DurationNs, durationNs, type TimeNs, timeNs } from "../core/units.ts";
import { usEquityVolumeCurve, type VolumeCurve } from "../market/volume-curve.ts";

/** One piece of news: what it does to the fundamental, and how the market takes it. */
interface SyntheticNews {
  readonly timeNs: TimeNs;
  /** Whole move of the fundamental as a simple return; negative is bad news. */
  readonly fundamentalReturn: number;
  /** 95 % of the move is done after this time. */
  readonly absorptionNs: DurationNs;
  /** Activity just after the news is 1 plus this, times the usual. */
  readonly activitySurge: number;
  /** The surge falls by the factor e in this time. */
  readonly surgeDecayNs: DurationNs;
  /** Limit orders stand 1 plus this times as far away just after the news. */
  readonly extraCaution: number;
  /** The caution falls by the factor e in this time. */
  readonly cautionDecayNs: DurationNs;
}

export interface SyntheticDayParameters {
  readonly symbol: string;
  /** Currency units. */
  readonly tickSize: number;
  /** Fundamental at the first edge of the volume curve, in ticks. */
  readonly openPriceTicks: number;
  /** Expected lots traded in the whole session on a day without news. */
  readonly dailyVolumeLots: number;
  /** Standard deviation of the fundamental's log return over the session, without the news. */
  readonly dailyVolatility: number;
  /** When things happen in the session; its edges are the session. */
  readonly volumeCurve: VolumeCurve;
  /** First and last moment of the events, within the session. */
  readonly startNs: TimeNs;
  readonly endNs: TimeNs;
  /** How long the market runs unseen before `startNs`, to fill the opening book. */
  readonly burnInNs: DurationNs;
  /** undefined: a day without news. */
  readonly news: SyntheticNews | undefined;
  /** Limit orders entered in the whole session on a day without news, on average. */
  readonly dailyLimitOrders: number;
  /** Nobody wants to quote nearer than this to the fundamental; ticks, a fraction is fine. */
  readonly halfSpreadTicks: number;
  /** Mean distance of limit orders beyond `halfSpreadTicks`, in ticks (geometric). */
  readonly meanDistanceTicks: number;
  /** `halfSpreadTicks` and distances are 1 plus this times as large at the open. */
  readonly openingCaution: number;
  /** The opening caution falls by the factor e in this time. */
  readonly openingCautionDecayNs: DurationNs;
  /** Mean life of an untouched limit order near the fundamental, at average activity. */
  readonly meanLifetimeNs: DurationNs;
  /** Orders this many ticks from the fundamental die twice as soon; from three times it, four times. */
  readonly farDistanceTicks: number;
  /** Cancels a second for each tick that the touch is too near to, or beyond, the fundamental. */
  readonly staleCancelsPerSecond: number;
  /** Probability that a market order simply has the sign of the one before it; 0 to below 1. */
  readonly signPersistence: number;
  /** The other signs: log odds of a buy for each tick that the fundamental is above the mid. */
  readonly leanPerTick: number;
}

/**
 * The house example: a 100-dollar stock that trades 2 million shares from 09:30 to 16:00, with bad
 * news at 11:00.
 */
export const defaultSyntheticDay: SyntheticDayParameters = {
  symbol: "SYNTH",
  tickSize: 0.01,
  openPriceTicks: 10_000,
  dailyVolumeLots: 2_000_000,
  dailyVolatility: 0.015,
  volumeCurve: usEquityVolumeCurve,
  startNs: timeNs(9.5 * nsPerHour),
  endNs: timeNs(16 * nsPerHour),
  burnInNs: durationNs(10 * nsPerMinute),
  news: {
    timeNs: timeNs(11 * nsPerHour),
    fundamentalReturn: -0.008,
    absorptionNs: durationNs(nsPerMinute),
    activitySurge: 5,
    surgeDecayNs: durationNs(4 * nsPerMinute),
    extraCaution: 2.5,
    cautionDecayNs: durationNs(nsPerMinute),
  },
  dailyLimitOrders: 200_000,
  halfSpreadTicks: 0.7,
  meanDistanceTicks: 5,
  openingCaution: 1,
  openingCautionDecayNs: durationNs(10 * nsPerMinute),
  meanLifetimeNs: durationNs(60 * nsPerSecond),
  farDistanceTicks: 10,
  staleCancelsPerSecond: 2,
  signPersistence: 0.5,
  leanPerTick: 1.5,
};

/** First moment of the session. */
export function openOf(parameters: SyntheticDayParameters): number {
  return parameters.volumeCurve.edgesNs[0];
}

/** Length of the session in nanoseconds. */
export function sessionNsOf(parameters: SyntheticDayParameters): number {
  const { edgesNs } = parameters.volumeCurve;
  return edgesNs[edgesNs.length - 1] - edgesNs[0];
}

/** @throws InvariantError unless a market can live with them */
export function assertSyntheticDayParameters(parameters: SyntheticDayParameters): void {
  const { startNs, endNs, openPriceTicks, signPersistence, news } = parameters;
  const openNs = openOf(parameters);
  const closeNs = openNs + sessionNsOf(parameters);
  assert(
    openNs <= startNs && startNs < endNs && endNs <= closeNs,
    "a synthetic day starts before it ends, both within the session",
  );
  assert(openPriceTicks >= 1000 && openPriceTicks <= 1e8, "an open price is from 1,000 ticks");
  assert(signPersistence >= 0 && signPersistence < 1, "sign persistence is from 0 to below 1");
  const positive = [
    "dailyVolumeLots",
    "dailyLimitOrders",
    "meanDistanceTicks",
    "meanLifetimeNs",
    "farDistanceTicks",
    "openingCautionDecayNs",
  ] as const;
  for (const name of positive) assert(parameters[name] > 0, `${name} is positive`);
  const fromZero = [
    "dailyVolatility",
    "burnInNs",
    "halfSpreadTicks",
    "openingCaution",
    "staleCancelsPerSecond",
    "leanPerTick",
  ] as const;
  for (const name of fromZero) assert(parameters[name] >= 0, `${name} is not negative`);
  if (news !== undefined) assertNews(news);
}

function assertNews(news: SyntheticNews): void {
  const { fundamentalReturn, absorptionNs, surgeDecayNs, cautionDecayNs } = news;
  assert(Math.abs(fundamentalReturn) <= 0.2, "news moves the fundamental by at most 20 %");
  assert(
    absorptionNs > 0 && surgeDecayNs > 0 && cautionDecayNs > 0,
    "the times of a piece of news are positive",
  );
  assert(
    news.activitySurge >= 0 && news.extraCaution >= 0,
    "news adds activity and caution, never takes them away",
  );
}
