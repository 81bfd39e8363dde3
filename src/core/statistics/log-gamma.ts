/** The logarithm of the gamma function. */
import { assert } from "../assert.ts";

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * ln Γ(x) for positive x; ln Γ(n + 1) is ln n!.
 *
 * Stirling's series (Abramowitz & Stegun 6.1.41) from 10 on, below that by the recurrence
 * Γ(x) = Γ(x + 1) / x. Absolute error below 1e-13 up to 100, relative error below 1e-15 beyond.
 *
 * @throws InvariantError unless `x` is positive and finite
 */
export function computeLogGamma(x: number): number {
  assert(x > 0 && x < Number.POSITIVE_INFINITY, "log gamma takes a positive finite argument");
  let argument = x;
  let product = 1;
  while (argument < 10) {
    product *= argument;
    argument += 1;
  }
  const inverse = 1 / argument;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360)))));
  return (
    (argument - 0.5) * Math.log(argument) - argument + halfLogTwoPi + series - Math.log(product)
  );
}
