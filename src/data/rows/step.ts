/** The grid that prices or quantities lie on: given, or found from those seen. */
import { assert } from "../../core/assert.ts";
import { Decimal } from "./decimal.ts";

/** Mantissa times ten to the power of −decimals: a quarter is 25 and 2. */
export interface Step {
  readonly mantissa: number;
  readonly decimals: number;
}

/** Exact in a double. */
const powersOfTen = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

export function stepSize(step: Step): number {
  return step.mantissa / 10 ** step.decimals;
}

/** @throws InvariantError unless the size is positive and of few digits */
export function createStep(size: number): Step {
  const decimal = new Decimal();
  const isSound = decimal.readText(String(size)) && decimal.mantissa > 0;
  assert(isSound, `a tick or lot is a positive decimal number, was ${size}`);
  return { mantissa: decimal.mantissa, decimals: decimal.decimals };
}

/**
 * A value in steps, whole exactly when it lies on the grid: both are whole numbers below 2^53, so
 * the quotient is rounded to a whole one only if it is one.
 */
export function inSteps(value: Decimal, step: Step): number {
  const shift = step.decimals - value.decimals;
  return shift >= 0
    ? (value.mantissa * powerOfTen(shift)) / step.mantissa
    : value.mantissa / (powerOfTen(-shift) * step.mantissa);
}

function powerOfTen(power: number): number {
  return powersOfTen[power] ?? 10 ** power;
}

/**
 * Multiples of a power of ten that ticks come in, each with the share of values in use of that place
 * that would lie on it by chance: two of 90 endings are 25 or 75, one of nine digits is 5.
 */
const coarserFactors = [
  { factor: 25, chance: 2 / 90 },
  { factor: 5, chance: 1 / 9 },
  { factor: 2, chance: 4 / 9 },
] as const;
const chanceMax = 1e-6;
const distinctMax = 64;

/**
 * Finds the step from values seen: the finest decimal place in use, or 2, 5 or 25 times that where
 * every value lies on it and so many different ones use that place that chance is below one in a
 * million.
 */
export class StepFinder {
  #decimals = 0;
  /** Greatest common divisor of what was seen, in units of the finest place. */
  #divisor = 0;
  /** Different values that use the finest place. */
  readonly #finest = new Set<number>();

  note(value: Decimal): void {
    if (value.mantissa === 0) return;
    if (value.decimals > this.#decimals) {
      this.#divisor *= 10 ** (value.decimals - this.#decimals);
      this.#decimals = value.decimals;
      this.#finest.clear();
    }
    const scaled = Math.abs(value.mantissa) * 10 ** (this.#decimals - value.decimals);
    if (!Number.isSafeInteger(scaled) || !Number.isSafeInteger(this.#divisor)) return;
    if (scaled % 10 !== 0 && this.#finest.size < distinctMax) this.#finest.add(scaled);
    this.#divisor = greatestCommonDivisor(this.#divisor, scaled);
  }

  /** @returns undefined when nothing was seen */
  find(): Step | undefined {
    if (this.#divisor === 0) return undefined;
    const coarser = coarserFactors.find(
      ({ factor, chance }) =>
        this.#divisor % factor === 0 && chance ** this.#finest.size <= chanceMax,
    );
    return { mantissa: coarser?.factor ?? 1, decimals: this.#decimals };
  }

  /** The finest decimal place in use; 1 when nothing was seen. */
  findPlace(): Step {
    return { mantissa: 1, decimals: this.#decimals };
  }
}

function greatestCommonDivisor(one: number, other: number): number {
  let [a, b] = [one, other];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
