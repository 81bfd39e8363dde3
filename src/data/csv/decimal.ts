/** Decimals as whole numbers and a count of places: prices on paper become ticks without an error. */
import { assert } from "../../core/assert.ts";

/** The number `digits` / 10^`places`. */
export interface Decimal {
  /** A safe integer. */
  readonly digits: number;
  readonly places: number;
}

const digitsMax = Number.MAX_SAFE_INTEGER;

/** The decimal that a number is printed as: 0.01 is one hundredth, whatever its bits are. */
export function decimalOf(value: number): Decimal {
  if (Number.isSafeInteger(value)) return { digits: value, places: 0 };
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  assert(match !== null, `a decimal is a finite number, was ${value}`);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const places = fraction.length - Number(exponent);
  const digits = Number(sign + whole + fraction) * 10 ** Math.max(0, -places);
  assert(Math.abs(digits) <= digitsMax, `a decimal has up to 15 digits, was ${value}`);
  return { digits, places: Math.max(0, places) };
}

/** Counts how many steps of a size make up a decimal, as the nearest double. */
export class StepCounter {
  readonly #step: Decimal;

  /** @param size of a step, positive */
  constructor(size: number) {
    assert(size > 0, `a step is positive, was ${size}`);
    this.#step = decimalOf(size);
  }

  /** @returns NaN where the numbers are too long to be exact */
  count(digits: number, places: number): number {
    const { digits: stepDigits, places: stepPlaces } = this.#step;
    const shift = places - stepPlaces;
    const above = shift < 0 ? digits * 10 ** -shift : digits;
    const below = shift > 0 ? stepDigits * 10 ** shift : stepDigits;
    if (Math.abs(above) > digitsMax || below > digitsMax) return Number.NaN;
    // Both are exact, so the quotient is the double next to the true value.
    return above / below;
  }

  /** So many steps as text, with the places that a step has, or more where the count is no integer. */
  format(count: number): string {
    const { digits: stepDigits, places: stepPlaces } = this.#step;
    const { digits, places } = decimalOf(count);
    const product = digits * stepDigits;
    const exact = Math.abs(product) <= digitsMax ? product : BigInt(digits) * BigInt(stepDigits);
    return placePoint(String(exact), places + stepPlaces, stepPlaces);
  }
}

/** Zeros at the end go, down to so many places. */
function placePoint(digits: string, places: number, placesMin: number): string {
  if (places === 0) return digits;
  const isNegative = digits.startsWith("-");
  const padded = (isNegative ? digits.slice(1) : digits).padStart(places + 1, "0");
  const whole = padded.slice(0, -places);
  let fraction = padded.slice(-places);
  while (fraction.length > placesMin && fraction.endsWith("0")) fraction = fraction.slice(0, -1);
  return `${isNegative ? "-" : ""}${whole}${fraction === "" ? "" : "."}${fraction}`;
}
