/**
 * What the synthetic market reacts to: how busy the day is, how careful people are, and the
 * fundamental price.
 *
 * Activity is one clock for everything: orders, cancels, trades and the variance of the
 * fundamental all run with it (volume and volatility share a clock: Clark 1973).
 */
import { drawNormal } from "../core/random/distributions.ts";
import { createRandomStream, type RandomStream, streamId } from "../core/random/random-stream.ts";
import { openOf, type SyntheticDayParameters, sessionNsOf } from "./synthetic-day-parameters.ts";

/** The fundamental moves, and rates change, at multiples of this after the open. */
export const fundamentalStepNs = 100e6;

/** Activity at a time: 1 on average over a session without news; the first bin's before it. */
export function computeActivity(parameters: SyntheticDayParameters, timeNs: number): number {
  const { edgesNs, shares } = parameters.volumeCurve;
  let bin = 0;
  while (bin < shares.length - 1 && timeNs >= edgesNs[bin + 1]) bin++;
  const usual = (shares[bin] * sessionNsOf(parameters)) / (edgesNs[bin + 1] - edgesNs[bin]);
  const { news } = parameters;
  if (news === undefined || timeNs < news.timeNs) return usual;
  return usual * (1 + news.activitySurge * Math.exp((news.timeNs - timeNs) / news.surgeDecayNs));
}

/** How many times their usual distance limit orders keep: 1 when nothing is the matter. */
export function computeCaution(parameters: SyntheticDayParameters, timeNs: number): number {
  const { openingCaution, openingCautionDecayNs, news } = parameters;
  const sinceOpenNs = Math.max(0, timeNs - openOf(parameters));
  const opening = 1 + openingCaution * Math.exp(-sinceOpenNs / openingCautionDecayNs);
  if (news === undefined || timeNs < news.timeNs) return opening;
  return opening + news.extraCaution * Math.exp((news.timeNs - timeNs) / news.cautionDecayNs);
}

/**
 * A Gaussian random walk of the log price on a grid of 100 ms from the open, plus the news. The path
 * depends on the seed and the parameters only, not on the window that is generated.
 */
export class Fundamental {
  readonly #parameters: SyntheticDayParameters;
  readonly #random: RandomStream;
  readonly #deviationPerStep: number;
  #steps = 0;
  #logReturn = 0;

  constructor(parameters: SyntheticDayParameters, seed: number) {
    this.#parameters = parameters;
    this.#random = createRandomStream(seed, streamId("synthetic-day/fundamental"));
    const stepsPerSession = sessionNsOf(parameters) / fundamentalStepNs;
    this.#deviationPerStep = parameters.dailyVolatility / Math.sqrt(stepsPerSession);
  }

  /** Ticks, a fraction included. Times asked for never decrease. */
  priceTicksAt(timeNs: number): number {
    const parameters = this.#parameters;
    const openNs = openOf(parameters);
    const steps = Math.floor((timeNs - openNs) / fundamentalStepNs);
    while (this.#steps < steps) {
      const activity = computeActivity(parameters, openNs + this.#steps * fundamentalStepNs);
      this.#logReturn += this.#deviationPerStep * Math.sqrt(activity) * drawNormal(this.#random);
      this.#steps++;
    }
    return parameters.openPriceTicks * Math.exp(this.#logReturn + this.#newsReturnAt(timeNs));
  }

  #newsReturnAt(timeNs: number): number {
    const { news } = this.#parameters;
    if (news === undefined || timeNs < news.timeNs) return 0;
    // Three time constants are 95 %.
    const done = -Math.expm1((3 * (news.timeNs - timeNs)) / news.absorptionNs);
    return Math.log1p(news.fundamentalReturn) * done;
  }
}
