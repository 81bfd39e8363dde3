/**
 * Student's t distribution.
 *
 * Written by hand: the two functions wanted are all that `@stdlib/stats-base-dists-t` would give
 * us for its 224 packages.
 */
import { assert } from "../assert.ts";
import { computeIncompleteBeta } from "./incomplete-beta.ts";

/**
 * The probability that a t variable stays at or below `t`.
 *
 * @param t any number, infinite included
 * @param degreesOfFreedom positive, need not be whole
 * @throws InvariantError on NaN or on degrees of freedom that are not positive
 */
export function computeStudentTCdf(t: number, degreesOfFreedom: number): number {
  assertDegreesOfFreedom(degreesOfFreedom);
  assert(!Number.isNaN(t), "a t value is not NaN");
  const upperTail = computeUpperTail(Math.abs(t), degreesOfFreedom);
  return t > 0 ? 1 - upperTail : upperTail;
}

/**
 * The value a t variable stays below with the given probability: the inverse of the cdf.
 *
 * Bisection on the smaller tail, down to neighbouring doubles.
 *
 * @param probability strictly between 0 and 1
 * @throws InvariantError when an argument is out of range
 */
export function computeStudentTQuantile(probability: number, degreesOfFreedom: number): number {
  assertDegreesOfFreedom(degreesOfFreedom);
  assert(probability > 0 && probability < 1, "a probability lies strictly between 0 and 1");
  if (probability === 0.5) return 0;
  const upperTail = Math.min(probability, 1 - probability);
  let high = 1;
  while (computeUpperTail(high, degreesOfFreedom) > upperTail) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (computeUpperTail(middle, degreesOfFreedom) > upperTail) low = middle;
    else high = middle;
  }
  return probability < 0.5 ? -high : high;
}

/** P(T > t) for t from 0: half of I_{ν/(ν+t²)}(ν/2, 1/2) (Abramowitz & Stegun 26.7.1). */
function computeUpperTail(t: number, degreesOfFreedom: number): number {
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return 0;
  const sum = degreesOfFreedom + square;
  return (
    0.5 * computeIncompleteBeta(degreesOfFreedom / sum, degreesOfFreedom / 2, 0.5, square / sum)
  );
}

function assertDegreesOfFreedom(degreesOfFreedom: number): void {
  assert(
    degreesOfFreedom > 0 && Number.isFinite(degreesOfFreedom),
    "degrees of freedom are positive and finite",
  );
}
