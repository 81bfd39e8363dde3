/**
 * What no order changes: the fundamental price, how busy the day is, how careful people are, and
 * the news. See docs/models/nature.md.
 *
 * The fundamental is a random walk of the log price on a grid, a martingale unless a drift is asked
 * for; its variance runs with activity. All draws depend on (seed, purpose, step or place in the
 * file) alone.
 */
import { z } from "zod";
import { assert } from "../../core/assert.ts";
import { drawNormal } from "../../core/random/distributions.ts";
import {
  createRandomStream,
  type RandomStream,
  streamId,
} from "../../core/random/random-stream.ts";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { nsPerHour } from "../../core/time.ts";
import { ask, bid } from "../../market/side.ts";
import { duration, nonNegative } from "../worlds/fields.ts";
import { activityCurves, computeUsualActivity, dayNs } from "./activity-curve.ts";
import { BusinessClock } from "./business-clock.ts";
import { type DrawnNews, drawNews, newsSchema, type PlannedNews } from "./news.ts";
import type { Conditions, MarketFloor, Population } from "./population.ts";

export const natureSchema = z.strictObject({
  /** The fundamental when the session starts; a fraction is fine. */
  fundamentalTicks: z.number().min(1),
  /** Standard deviation of a day's log return of the fundamental, without news. */
  dailyVolatility: z.number().min(0).max(1),
  /** The fundamental moves, and activity changes, once in this time. */
  step: duration
    .prefault("1s")
    .refine((stepNs) => stepNs > 0, { error: "expected a step above 0" }),
  /** Basis points by which the fundamental drifts in an hour; 0 in a primary world. */
  driftBpsPerHour: z.number().default(0),
  /** Activity by time of day. */
  curve: z.enum(["us-equity", "flat"]).default("us-equity"),
  /** Activity wanders around its curve: standard deviation of its logarithm. */
  activityDeviation: z.number().min(0).max(2).default(0),
  /** What is left of such a wandering has fallen by the factor e after this time. */
  activityMemory: duration.prefault("20m"),
  news: z.array(newsSchema).default([]),
  /** Caution is higher by this when the session starts. */
  openingCaution: nonNegative.default(0),
  /** The opening caution falls by the factor e in this time. */
  openingCautionDecay: duration.prefault("10m"),
});
export type NatureParameters = z.infer<typeof natureSchema>;

export interface NatureSession {
  readonly startNs: number;
  readonly endNs: number;
}

export class Nature implements Population, Conditions {
  readonly name = "nature";
  readonly businessClock: BusinessClock;
  nextNs = Number.POSITIVE_INFINITY;
  fundamentalTicks = Number.NaN;
  activity = 1;
  caution = 1;
  readonly #parameters: NatureParameters;
  readonly #session: NatureSession;
  #moves: RandomStream = createRandomStream(0, 0);
  /** Whose news the clock knows; none at first. */
  #clockSeed = -1;
  /** Every piece of news, by time, those before this run among them. */
  #news: readonly PlannedNews[] = [];
  #openNs = 0;
  #openTicks = Number.NaN;
  #logReturn = 0;
  /** When the random walk moves next, and when it did last. */
  #gridNs = 0;
  #movedNs = 0;
  /** News that have come out, from the front of `#news`. */
  #newsOut = 0;

  constructor(parameters: NatureParameters, session: NatureSession) {
    const { startNs, endNs } = session;
    this.#parameters = parameters;
    this.#session = session;
    const steps = Math.floor((endNs - startNs) / parameters.step) + 1;
    this.businessClock = new BusinessClock(startNs, parameters.step, steps);
  }

  /**
   * What the news of this run turned out to be, or will: for telling results apart by kind. A
   * policy must not see it. What came out before a run that began in mid-session is not in it.
   */
  get newsDrawn(): readonly DrawnNews[] {
    return this.#news
      .filter(({ timeNs }) => timeNs >= this.#openNs && timeNs <= this.#session.endNs)
      .map(({ timeNs, kind, logReturn }) => ({ timeNs, kind, logReturn }));
  }

  /**
   * In mid-session the fundamental starts at the mid: its true value cannot be known. News of an
   * earlier time still excite, but move the price no more.
   */
  open(floor: MarketFloor, seed: number, nowNs: number): void {
    const { startNs } = this.#session;
    const { step, fundamentalTicks } = this.#parameters;
    assert(nowNs >= startNs, "nature opens at the start of the session or after it");
    const stepsDone = Math.floor((nowNs - startNs) / step);
    this.#takeUp(seed, nowNs);
    this.#moves.seek(stepsDone);
    this.#openTicks = nowNs === startNs ? fundamentalTicks : seenTicks(floor, fundamentalTicks);
    this.#logReturn = 0;
    this.#gridNs = startNs + (stepsDone + 1) * step;
    this.#movedNs = nowNs;
    this.#newsOut = this.#news.filter(({ timeNs }) => timeNs < nowNs).length;
    this.#look(nowNs);
  }

  act(): void {
    const nowNs = this.nextNs;
    if (nowNs === this.#gridNs) this.#move(nowNs);
    while (this.#newsNs() <= nowNs) this.#logReturn += this.#news[this.#newsOut++].logReturn;
    this.#look(nowNs);
  }

  save(writer: StateWriter): void {
    writer.column([this.#moves.seed, this.#openNs, this.#moves.index, this.nextNs]);
    writer.column([this.#openTicks, this.#logReturn, this.#gridNs, this.#movedNs, this.#newsOut]);
    writer.column([this.fundamentalTicks, this.activity, this.caution]);
  }

  load(reader: StateReader): void {
    this.#takeUp(reader.number(), reader.number());
    this.#moves.seek(reader.number());
    this.nextNs = reader.number();
    this.#openTicks = reader.number();
    this.#logReturn = reader.number();
    this.#gridNs = reader.number();
    this.#movedNs = reader.number();
    this.#newsOut = reader.number();
    this.fundamentalTicks = reader.number();
    this.activity = reader.number();
    this.caution = reader.number();
  }

  #takeUp(seed: number, openNs: number): void {
    this.#moves = createRandomStream(seed, streamId("nature/fundamental"));
    this.#openNs = openNs;
    if (seed === this.#clockSeed) return;
    this.#clockSeed = seed;
    this.#news = drawNews(this.#parameters.news, seed);
    const { activityDeviation, activityMemory, step } = this.#parameters;
    const wanders = createRandomStream(seed, streamId("nature/activity"));
    const kept = decay(step, activityMemory);
    const added = Math.sqrt(1 - kept * kept);
    let wander = drawNormal(wanders);
    this.businessClock.set((timeNs) => {
      // An Ornstein-Uhlenbeck process, stationary; its exponential has the mean 1.
      const factor = Math.exp(activityDeviation * wander - activityDeviation ** 2 / 2);
      if (activityDeviation > 0) wander = kept * wander + added * drawNormal(wanders);
      return factor * this.#meanActivityFrom(timeNs);
    });
  }

  /** Activity of the step that begins at a time, without what it wanders by. */
  #meanActivityFrom(timeNs: number): number {
    let surge = 1;
    for (const { timeNs: newsNs, terms } of this.#news) {
      if (newsNs > timeNs) break;
      surge += terms.activitySurge * decay(timeNs - newsNs, terms.surgeDecay);
    }
    return surge * computeUsualActivity(activityCurves[this.#parameters.curve], timeNs);
  }

  /** One step of the random walk; less half its variance, so that the price is a martingale. */
  #move(nowNs: number): void {
    const { dailyVolatility, driftBpsPerHour, step } = this.#parameters;
    const elapsedNs = nowNs - this.#movedNs;
    const variance = dailyVolatility ** 2 * ((this.activity * elapsedNs) / dayNs);
    const drift = (driftBpsPerHour / 1e4) * (elapsedNs / nsPerHour);
    this.#logReturn += Math.sqrt(variance) * drawNormal(this.#moves) - variance / 2 + drift;
    this.#movedNs = nowNs;
    this.#gridNs += step;
  }

  /** Sets what others see, and when to look again. */
  #look(nowNs: number): void {
    const { openingCaution, openingCautionDecay } = this.#parameters;
    const { startNs, endNs } = this.#session;
    let caution = 1 + openingCaution * decay(nowNs - startNs, openingCautionDecay);
    for (let at = 0; at < this.#newsOut; at++) {
      const { timeNs, terms } = this.#news[at];
      caution += terms.caution * decay(nowNs - timeNs, terms.cautionDecay);
    }
    this.activity = this.businessClock.activityAt(nowNs);
    this.caution = caution;
    this.fundamentalTicks = this.#openTicks * Math.exp(this.#logReturn);
    const nextNs = Math.min(this.#gridNs, this.#newsNs());
    this.nextNs = nextNs <= endNs ? nextNs : Number.POSITIVE_INFINITY;
  }

  #newsNs(): number {
    return this.#newsOut < this.#news.length
      ? this.#news[this.#newsOut].timeNs
      : Number.POSITIVE_INFINITY;
  }
}

function decay(sinceNs: number, decayNs: number): number {
  return decayNs > 0 ? Math.exp(-sinceNs / decayNs) : 0;
}

/** The mid; the one best price while a side is empty; what the world says when both are. */
function seenTicks(floor: MarketFloor, unseenTicks: number): number {
  for (const ticks of [floor.midTicks, floor.bestTicks(bid), floor.bestTicks(ask)]) {
    if (!Number.isNaN(ticks)) return ticks;
  }
  return unseenTicks;
}
