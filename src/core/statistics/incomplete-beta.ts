/** The regularised incomplete beta function, from which Student's t follows. */
import { assert, InvariantError } from "../assert.ts";
import { computeLogGamma } from "./log-gamma.ts";

const smallest = 1e-300;
const relativeTolerance = 4e-16;
const iterationsMax = 10_000;

/**
 * I_x(a, b), the distribution function at x of a beta variable with shapes a and b.
 *
 * The continued fraction DLMF 8.17.22 by Lentz's method as modified by Thompson & Barnett 1986,
 * on the side of the mean where it converges fast; the other side is 1 - I_{1-x}(b, a).
 *
 * @param x in [0, 1]
 * @param a a positive shape
 * @param b a positive shape
 * @param complement 1 - x, for a caller who knows it more exactly than the subtraction gives it
 * @throws InvariantError when an argument is out of range
 */
export function computeIncompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  assert(x >= 0 && x <= 1, "the incomplete beta function takes x from 0 to 1");
  assert(a > 0 && b > 0 && Number.isFinite(a + b), "beta shapes are positive and finite");
  assert(Math.abs(x + complement - 1) <= 1e-15, "x and its complement add up to 1");
  if (x === 0) return 0;
  if (complement === 0) return 1;
  const logFactor =
    computeLogGamma(a + b) -
    computeLogGamma(a) -
    computeLogGamma(b) +
    a * computeLog(x, complement) +
    b * computeLog(complement, x);
  const factor = Math.exp(logFactor);
  return x < (a + 1) / (a + b + 2)
    ? (factor * computeFraction(x, a, b)) / a
    : 1 - (factor * computeFraction(complement, b, a)) / b;
}

function computeFraction(x: number, a: number, b: number): number {
  let numerator = 1;
  let denominator = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = denominator;
  for (let m = 1; m <= iterationsMax; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    denominator = 1 / awayFromZero(1 + even * denominator);
    numerator = awayFromZero(1 + even / numerator);
    fraction *= denominator * numerator;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    denominator = 1 / awayFromZero(1 + odd * denominator);
    numerator = awayFromZero(1 + odd / numerator);
    const change = denominator * numerator;
    fraction *= change;
    if (Math.abs(change - 1) <= relativeTolerance) return fraction;
  }
  throw new InvariantError("Invariant: the continued fraction of the beta function converges");
}

/** ln x, from whichever of x and 1 - x holds more of its digits. */
function computeLog(x: number, complement: number): number {
  return x < 0.5 ? Math.log(x) : Math.log1p(-complement);
}

function awayFromZero(value: number): number {
  return Math.abs(value) < smallest ? smallest : value;
}
