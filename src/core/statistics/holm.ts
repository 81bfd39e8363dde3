/** Many tests at once: p-values that stay honest together. */
import { assert } from "../assert.ts";

/**
 * Holm's step-down adjustment (Holm 1979): rejecting where the adjusted p-value is at most α keeps
 * the chance of any false rejection at most α, however the tests depend on each other.
 *
 * @param pValues each from 0 to 1
 * @returns adjusted p-values in the order given
 * @throws InvariantError when a p-value is out of range
 */
export function computeHolmAdjusted(pValues: readonly number[]): number[] {
  assert(
    pValues.every((value) => value >= 0 && value <= 1),
    "a p-value lies between 0 and 1",
  );
  const order = pValues.map((_, test) => test).sort((a, b) => pValues[a] - pValues[b]);
  const adjusted = new Array<number>(pValues.length);
  let largest = 0;
  order.forEach((test, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[test]));
    adjusted[test] = largest;
  });
  return adjusted;
}
