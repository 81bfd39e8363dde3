/** What two treatments did on the same cases, one difference a case. */
import { assert } from "../assert.ts";

/**
 * `first[i] - second[i]` for every case.
 *
 * @throws InvariantError unless the lengths are equal, at least 2, and every value finite
 */
export function computePairedDifferences(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): Float64Array {
  assert(first.length === second.length, "paired samples have equal lengths");
  assert(first.length >= 2, "a paired comparison has at least 2 pairs");
  const differences = new Float64Array(first.length);
  for (let pair = 0; pair < differences.length; pair++) {
    const difference = first[pair] - second[pair];
    assert(Number.isFinite(difference), "paired values are finite");
    differences[pair] = difference;
  }
  return differences;
}
