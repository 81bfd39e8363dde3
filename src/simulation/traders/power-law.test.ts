import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { computeMoment, quantileOf } from "./power-law.ts";

for (const exponent of [0, 0.5, 1, 1.6, 2.5]) {
  const law = { exponent, from: 2, to: 300 };

  test(`a power law of exponent ${exponent} runs from bound to bound by its density`, () => {
    ok(Math.abs(quantileOf(law, 0) - 2) < 1e-9 && Math.abs(quantileOf(law, 1) - 300) < 1e-6);
    // The slope of the quantile is one over the density: its ratio between two points is known.
    const slope = (share: number): number =>
      (quantileOf(law, share + 1e-6) - quantileOf(law, share - 1e-6)) / 2e-6;
    const ratio = slope(0.8) / slope(0.3);
    const expected = (quantileOf(law, 0.8) / quantileOf(law, 0.3)) ** exponent;
    ok(Math.abs(ratio / expected - 1) < 1e-5, `${ratio}, ${expected}`);
  });

  test(`a power law of exponent ${exponent} has the mean of its quantiles as first moment`, () => {
    const points = 100_000;
    let sum = 0;
    for (let at = 0; at < points; at++) sum += quantileOf(law, (at + 0.5) / points);
    const mean = computeMoment(law, 1);
    // The midpoint rule; its error is largest where the tail is thin.
    ok(Math.abs(sum / points - mean) < 1e-3 * mean);
  });
}

test("a power law whose range has no width has one value", () => {
  const law = { exponent: 2.5, from: 7, to: 7 };
  equal(computeMoment(law, 1), 7);
  ok(Math.abs(quantileOf(law, 0.3) - 7) < 1e-9);
});
