import { equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../assert.ts";
import { computeNormalQuantile } from "./normal-quantile.ts";

describe("computeNormalQuantile", () => {
  // The check values of Wichura 1988, and Python's statistics.NormalDist().inv_cdf beyond them.
  test("gives published values, each of its three ranges included", () => {
    const table: [probability: number, quantile: number][] = [
      [0.25, -0.6744897501960817],
      [0.001, -3.090232306167813],
      [1e-20, -9.262340089798405],
      [1e-300, -37.0470962993612],
      [0.975, 1.959963984540054],
      [0.9999, 3.7190164854557084],
      [0.1, -1.2815515655446008],
    ];
    for (const [probability, quantile] of table) {
      const error = Math.abs(computeNormalQuantile(probability) / quantile - 1);
      ok(error < 5e-16, `${probability}: relative error ${error}`);
    }
    equal(computeNormalQuantile(0.5), 0);
  });

  test("rises with the probability", () => {
    const probabilities = fc.double({ min: 1e-300, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(probabilities, probabilities, (first, second) => {
        const [low, high] = first < second ? [first, second] : [second, first];
        return computeNormalQuantile(low) <= computeNormalQuantile(high);
      }),
    );
  });

  test("refuses a probability outside (0, 1)", () => {
    for (const bad of [0, 1, -0.1, 1.1, Number.NaN]) {
      throws(() => computeNormalQuantile(bad), InvariantError);
    }
  });
});
