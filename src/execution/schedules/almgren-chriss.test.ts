import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { timeNs } from "../../core/units.ts";
import {
  type AlmgrenChrissParameters,
  adjustedTemporaryImpact,
  computeKappa,
  computeTrajectory,
  costVariance,
  createAlmgrenChrissSchedule,
  expectedCost,
  optimalCostVariance,
  optimalExpectedCost,
  remainingShare,
} from "./almgren-chriss.ts";

/** Table 1 of the paper: one million shares in five days, with λ = 1e-6 per dollar. */
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

function expectClose(found: number, expected: number, tolerance = 1e-9): void {
  const isClose = Math.abs(found - expected) <= tolerance * Math.abs(expected);
  ok(isClose, `expected ${expected} to ${tolerance}, was ${found}`);
}

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true });

/** Temporary impact always exceeds half the permanent impact of a step, as the model needs. */
const parameters: fc.Arbitrary<AlmgrenChrissParameters> = fc
  .record({
    quantity: between(100, 1e7),
    duration: between(0.1, 100),
    steps: fc.integer({ min: 1, max: 60 }),
    volatility: between(0.01, 5),
    permanentImpact: between(0, 1e-6),
    fixedCost: between(0, 1),
    riskAversion: between(0, 1e-4),
    excess: between(1e-7, 1e-4),
  })
  .map(({ excess, ...rest }) => ({
    ...rest,
    temporaryImpact: excess + (rest.permanentImpact * (rest.duration / rest.steps)) / 2,
  }));

/**
 * Parameters whose closed forms keep their digits: they overflow above κT = 355 and cancel below
 * about 0.01, where trajectories are used instead.
 */
const curved = parameters.filter((drawn) => {
  const kappaT = computeKappa(drawn) * drawn.duration;
  return kappaT > 0.05 && kappaT < 300;
});

describe("Almgren–Chriss", () => {
  // Almgren & Chriss 2000, §4.1 and Table 1: κ ≈ 0.61 per day, a half-life of 1.6 days.
  test("gives the paper's example", () => {
    const kappa = computeKappa(paper);
    equal(kappa.toFixed(2), "0.61");
    equal((1 / kappa).toFixed(1), "1.6");
    expectClose(adjustedTemporaryImpact(paper), 2.375e-6, 1e-12);
    // x_j = X sinh(κ(T − t_j)) / sinh(κT) (equation 17), by hand.
    const byHand = [0, 1, 2, 3, 4, 5].map(
      (time) => (1e6 * Math.sinh(kappa * (5 - time))) / Math.sinh(kappa * 5),
    );
    for (const [step, held] of computeTrajectory(paper).entries()) {
      ok(Math.abs(held - byHand[step]!) < 1e-6, `step ${step}`);
    }
    deepEqual(
      computeTrajectory(paper).map((held) => Math.round(held / 1000)),
      [1000, 542, 290, 148, 62, 0],
    );
  });

  // The paper's Figure 1, A: this λ trades expectation for a smaller variance than the straight line.
  test("costs more on average and varies less than the straight line in the paper's example", () => {
    const line = [1e6, 8e5, 6e5, 4e5, 2e5, 0];
    ok(optimalExpectedCost(paper) > expectedCost(paper, line));
    ok(optimalCostVariance(paper) < costVariance(paper, line));
    // E and √V of the straight line by hand, equations 10 and 11.
    expectClose(expectedCost(paper, line), 125_000 + 62_500 + 475_000);
    expectClose(costVariance(paper, line), (0.95 ** 2 * 1e12 * 5 * 0.8 * 0.9) / 3);
  });

  test("holds lots that follow the recursion of equation 16", () => {
    fc.assert(
      fc.property(parameters, (drawn) => {
        const held = computeTrajectory(drawn);
        const tau = drawn.duration / drawn.steps;
        const kappaTilde2 =
          (drawn.riskAversion * drawn.volatility ** 2) / adjustedTemporaryImpact(drawn);
        for (let step = 1; step < drawn.steps; step++) {
          const bend = held[step - 1]! - 2 * held[step]! + held[step + 1]!;
          const asked = kappaTilde2 * tau * tau * held[step]!;
          ok(Math.abs(bend - asked) <= 1e-9 * drawn.quantity, `step ${step}: ${bend}, ${asked}`);
        }
      }),
    );
  });

  test("holds everything at the start, nothing at the end, and never buys back", () => {
    fc.assert(
      fc.property(parameters, (drawn) => {
        const held = computeTrajectory(drawn);
        equal(held.length, drawn.steps + 1);
        equal(held[0], drawn.quantity);
        ok(Math.abs(held[drawn.steps]!) <= 1e-12 * drawn.quantity);
        for (let step = 1; step < held.length; step++) ok(held[step]! <= held[step - 1]!);
      }),
    );
  });

  test("has the closed-form cost and variance of equation 20", () => {
    fc.assert(
      fc.property(curved, (drawn) => {
        const held = computeTrajectory(drawn);
        expectClose(optimalExpectedCost(drawn), expectedCost(drawn, held));
        // With one step, or hardly more than one, next to nothing is left at risk.
        const variance = costVariance(drawn, held);
        const scale = drawn.volatility ** 2 * drawn.quantity ** 2 * drawn.duration;
        ok(Math.abs(optimalCostVariance(drawn) - variance) <= 1e-9 * variance + 1e-15 * scale);
      }),
    );
  });

  test("becomes the straight line as risk aversion vanishes", () => {
    fc.assert(
      fc.property(parameters, (drawn) => {
        const careless = { ...drawn, riskAversion: 0 };
        const held = computeTrajectory(careless);
        for (const [step, lots] of held.entries()) {
          const line = drawn.quantity * (1 - step / drawn.steps);
          ok(Math.abs(lots - line) <= 1e-9 * drawn.quantity);
        }
        expectClose(optimalExpectedCost(careless), expectedCost(careless, held));
        const variance = costVariance(careless, held);
        ok(Math.abs(optimalCostVariance(careless) - variance) <= 1e-9 * variance + 1e-9);
      }),
    );
  });

  test("has a higher E + λV on any other trajectory", () => {
    fc.assert(
      fc.property(
        parameters,
        fc.array(between(-1, 1), { minLength: 60, maxLength: 60 }),
        between(1e-3, 1),
        (drawn, noise, size) => {
          fc.pre(drawn.steps >= 2);
          const objective = (held: readonly number[]): number =>
            expectedCost(drawn, held) + drawn.riskAversion * costVariance(drawn, held);
          const best = computeTrajectory(drawn);
          const other = best.map((held, step) => {
            const isInner = step > 0 && step < drawn.steps;
            return isInner ? held + size * noise[step]! * drawn.quantity : held;
          });
          ok(objective(other) >= objective(best) * (1 - 1e-12));
          const moved = Math.max(...other.map((held, step) => Math.abs(held - best[step]!)));
          if (moved > 1e-3 * drawn.quantity) ok(objective(other) > objective(best));
        },
      ),
    );
  });

  test("stays finite however urgent the order", () => {
    equal(remainingShare(1e4, 1, 0), 1);
    equal(remainingShare(1e4, 1, 1), 0);
    const share = remainingShare(1e4, 1, 0.5);
    ok(share >= 0 && share < 1e-300);
  });

  test("refuses a permanent impact that exceeds the temporary one of a step", () => {
    throws(() => computeKappa({ ...paper, permanentImpact: 1e-5 }), {
      message: "Invariant: temporary impact exceeds half the permanent impact of one step",
    });
  });
});

describe("createAlmgrenChrissSchedule", () => {
  test("executes what the trajectory no longer holds", () => {
    const share = createAlmgrenChrissSchedule(
      { startNs: timeNs(0), endNs: timeNs(5) },
      computeKappa(paper),
    );
    for (const [time, held] of computeTrajectory(paper).entries()) {
      ok(Math.abs(1 - share(time) - held / 1e6) < 1e-12);
    }
    equal(share(-1), 0);
    equal(share(6), 1);
  });
});
