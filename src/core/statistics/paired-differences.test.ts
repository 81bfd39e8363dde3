import { deepEqual, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InvariantError } from "../assert.ts";
import { computePairedDifferences } from "./paired-differences.ts";

describe("computePairedDifferences", () => {
  test("is first minus second, pair by pair", () => {
    deepEqual([...computePairedDifferences([3, 5, 1], Float64Array.of(1, 7, 1))], [2, -2, 0]);
  });

  test("refuses unequal lengths, fewer than two pairs and values that are not finite", () => {
    throws(() => computePairedDifferences([1, 2], [1, 2, 3]), InvariantError);
    throws(() => computePairedDifferences([1], [2]), InvariantError);
    throws(() => computePairedDifferences([], []), InvariantError);
    throws(() => computePairedDifferences([1, Number.NaN], [1, 2]), InvariantError);
    throws(() => computePairedDifferences([1, 2], [1, Number.POSITIVE_INFINITY]), InvariantError);
  });
});
