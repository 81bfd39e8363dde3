/**
 * How our own trades move a market that does not react: a linear propagator (Bouchaud, Gefen, Potters
 * & Wyart, Quantitative Finance 4, 2004), for recorded days.
 *
 * Every lot we trade moves all prices by `ticksPerLot` once `delayNs` have passed, and what it moved
 * fades as (1 + τ / relaxation)^−exponent. The delay leaves the moments after a trade to what it took
 * out of the book, so that nothing counts twice. A linear kernel that fades like this gives no price
 * manipulation for any exponent below 1 (Gatheral, Quantitative Finance 10, 2010).
 */
import { assert } from "../core/assert.ts";
import type { DurationNs } from "../core/units.ts";

export interface ImpactKernel {
  /** Ticks that a lot moves all prices, before it fades. */
  readonly ticksPerLot: number;
  /** β, above 0 and below 1. */
  readonly exponent: number;
  /** τ₀, above 0. */
  readonly relaxationNs: DurationNs;
  readonly delayNs: DurationNs;
}

/**
 * (1 + x)^−β = 1/Γ(β) ∫ s^(β−1) e^−s e^−sx ds: a sum of exponentials, so that a day of trades is
 * remembered in a few numbers. With steps of 1 in log s from −36 to 4 it is right to 0.2 %, for x
 * to 10⁶ and β from 0.3 to 0.8.
 */
const nodes = Float64Array.from({ length: 41 }, (_, at) => Math.exp(at - 36));

export class OwnImpact {
  readonly #kernel: ImpactKernel;
  readonly #weights: Float64Array;
  readonly #moved = new Float64Array(nodes.length);
  /** Trades that have not begun to act, in time order. */
  readonly #pending: { readonly fromNs: number; readonly lots: number }[] = [];
  #nowNs = 0;

  constructor(kernel: ImpactKernel) {
    const { exponent, relaxationNs, delayNs, ticksPerLot } = kernel;
    assert(exponent > 0 && exponent < 1, "an impact fades with a power between 0 and 1");
    assert(relaxationNs > 0 && delayNs >= 0 && ticksPerLot >= 0, "an impact is not negative");
    this.#kernel = kernel;
    const weights = nodes.map((node) => node ** exponent * Math.exp(-node));
    // The weights add up to Γ(β) but for the cut-off: divided by their sum, a lot begins whole.
    const sum = weights.reduce((total, weight) => total + weight, 0);
    this.#weights = weights.map((weight) => weight / sum);
  }

  /** We bought so many lots, or sold them where negative; times do not go back. */
  add(timeNs: number, lots: number): void {
    this.#pending.push({ fromNs: timeNs + this.#kernel.delayNs, lots });
  }

  /** Ticks that all prices are off at a time; times do not go back. */
  ticksAt(timeNs: number): number {
    while ((this.#pending[0]?.fromNs ?? Number.POSITIVE_INFINITY) <= timeNs) {
      const begins = this.#pending.shift();
      assert(begins !== undefined, "what has begun was pending");
      this.#fadeTo(begins.fromNs);
      for (let at = 0; at < nodes.length; at++) this.#moved[at] += begins.lots * this.#weights[at]!;
    }
    this.#fadeTo(timeNs);
    let lots = 0;
    for (const part of this.#moved) lots += part;
    return lots * this.#kernel.ticksPerLot;
  }

  #fadeTo(timeNs: number): void {
    const steps = (timeNs - this.#nowNs) / this.#kernel.relaxationNs;
    if (steps <= 0) return;
    this.#nowNs = timeNs;
    for (let at = 0; at < nodes.length; at++) this.#moved[at]! *= Math.exp(-nodes[at]! * steps);
  }
}

/** A day of the market that a kernel is made for. */
export interface DayScale {
  /** Standard deviation of the day's move, in ticks. */
  readonly volatilityTicks: number;
  readonly volumeLots: number;
  /** Hours of trading. */
  readonly durationNs: DurationNs;
}

/** The order that the scale is set by: a hundredth of a day's volume as a tenth of what is traded. */
const reference = { volumeShare: 0.01, participation: 0.1 };

/**
 * The kernel with which the reference order ends at the square-root law, Y σ √(Q / V) (Tóth et al.,
 * Physical Review X 1, 2011; Y of order one). With the exponent ½ every order of the same
 * participation does.
 *
 * @param prefactor Y
 */
export function squareRootKernel(
  prefactor: number,
  terms: Pick<ImpactKernel, "exponent" | "relaxationNs" | "delayNs">,
  day: DayScale,
): ImpactKernel {
  const { exponent, relaxationNs } = terms;
  const lots = reference.volumeShare * day.volumeLots;
  const lastsNs = (reference.volumeShare / reference.participation) * day.durationNs;
  const target = prefactor * day.volatilityTicks * Math.sqrt(reference.volumeShare);
  // Traded evenly, of a lot a nanosecond so much is left at the end.
  const left =
    (relaxationNs / (1 - exponent)) * ((1 + lastsNs / relaxationNs) ** (1 - exponent) - 1);
  return { ...terms, ticksPerLot: target / ((lots / lastsNs) * left) };
}
