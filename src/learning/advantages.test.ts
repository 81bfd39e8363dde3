import { ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { computeAdvantages } from "./advantages.ts";

const episodes = {
  horizon: 3,
  lengths: Int32Array.of(3, 2),
  rewards: Float32Array.of(1, 2, 3, 4, 5, 99),
};
const values = Float32Array.of(0.5, 1, 1.5, 2, 2.5, 99);

function near(found: ArrayLike<number>, expected: readonly number[]): void {
  for (const [at, value] of expected.entries()) {
    ok(Math.abs(found[at] - value) < 1e-5, `${at}: found ${found[at]}, expected ${value}`);
  }
}

describe("advantages", () => {
  test("are what came later less what was expected, where λ = 1", () => {
    const { advantages, targets } = computeAdvantages(episodes, values, { discount: 1, trace: 1 });
    near(advantages, [5.5, 4, 1.5, 7, 2.5, 0]);
    near(targets, [6, 5, 3, 9, 5, 0]);
  });

  test("are the surprise of one step, where λ = 0", () => {
    const { advantages } = computeAdvantages(episodes, values, { discount: 0.9, trace: 0 });
    near(advantages, [1 + 0.9 - 0.5, 2 + 1.35 - 1, 1.5, 4 + 2.25 - 2, 2.5, 0]);
  });

  test("fade by γλ in between", () => {
    const { advantages } = computeAdvantages(episodes, values, { discount: 0.9, trace: 0.5 });
    const last = 1.5;
    const middle = 2 + 0.9 * 1.5 - 1 + 0.45 * last;
    near(advantages, [1 + 0.9 * 1 - 0.5 + 0.45 * middle, middle, last]);
  });
});
