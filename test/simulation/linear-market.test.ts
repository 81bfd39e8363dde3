import { deepEqual, equal, notEqual, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { createOnlineMoments } from "../../src/core/statistics/online-moments.ts";
import {
  type AlmgrenChrissParameters,
  computeTrajectory,
  costVariance,
  expectedCost,
} from "../../src/execution/schedules/almgren-chriss.ts";
import { LinearMarket } from "../../src/simulation/linear-market.ts";

/** The paper's own example (Table 1), in dollars, shares and days. */
const paper: AlmgrenChrissParameters = {
  quantity: 1e6,
  duration: 5,
  steps: 5,
  volatility: 0.95,
  permanentImpact: 2.5e-7,
  temporaryImpact: 2.5e-6,
  fixedCost: 0.0625,
  riskAversion: 1e-6,
};
const count = 20_000;

/** Sells along a trajectory in every path and returns the costs. */
function simulate(trajectory: readonly number[], seed: number): Float64Array {
  const market = new LinearMarket(paper, count, seed);
  for (let step = 1; step < trajectory.length; step++) {
    market.sell(new Float64Array(count).fill(trajectory[step - 1]! - trajectory[step]!));
  }
  ok(market.isOver && market.held.every((held) => held === 0));
  return market.costs;
}

const { quantity } = paper;
const schedules: Readonly<Record<string, readonly number[]>> = {
  "the optimum at λ = 1e-6": computeTrajectory(paper),
  "the optimum at λ = 1e-5": computeTrajectory({ ...paper, riskAversion: 1e-5 }),
  TWAP: computeTrajectory({ ...paper, riskAversion: 0 }),
  "everything at once": [quantity, 0, 0, 0, 0, 0],
  "one that sells too much and buys back": [
    quantity,
    0.1 * quantity,
    0.4 * quantity,
    0.2 * quantity,
    0,
    0,
  ],
};

describe("the linear market", () => {
  for (const [name, trajectory] of Object.entries(schedules)) {
    test(`costs ${name} what the closed form says, in mean and variance`, () => {
      const moments = createOnlineMoments();
      for (const cost of simulate(trajectory, 11)) moments.add(cost);
      const distance = Math.abs(moments.mean - expectedCost(paper, trajectory));
      // Without risk there is no standard error: what is left is rounding.
      ok(distance <= 3 * moments.standardError + 1e-6 * quantity, `${distance}`);
      const variance = costVariance(paper, trajectory);
      // The standard error of a normal sample's variance is its variance times √(2/n).
      ok(Math.abs(moments.variance - variance) <= 3 * variance * Math.sqrt(2 / count) + 1e-3);
    });
  }

  test("gives two schedules on one seed the same price draws", () => {
    const twap = simulate(schedules.TWAP!, 3);
    deepEqual(simulate(schedules.TWAP!, 3), twap);
    notEqual(simulate(schedules.TWAP!, 4)[0], twap[0]);
    // Selling at once bears no risk, so the difference of two paths is the slower one's risk alone.
    equal(new Set(simulate(schedules["everything at once"]!, 3)).size, 1);
  });

  test("refuses a step after the last", () => {
    const market = new LinearMarket({ ...paper, steps: 1 }, 2, 1);
    market.sell([0, 0]);
    deepEqual([...market.held], [0, 0]);
    throws(() => market.sell([0, 0]), /no more steps than it has/);
  });
});
