import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { LineFit } from "./line-fit.ts";

function fitOf(points: readonly (readonly [number, number])[]): LineFit {
  const fit = new LineFit();
  for (const [x, y] of points) fit.add(x, y);
  return fit;
}

describe("LineFit", () => {
  test("finds the line that points lie on", () => {
    const facts = fitOf([0, 1, 5, 7].map((x) => [x, 3 - 2 * x] as const)).facts();
    equal(facts?.points, 4);
    ok(Math.abs(facts.slope + 2) < 1e-12 && Math.abs(facts.r2 - 1) < 1e-12);
  });

  // Anscombe 1973, first quartet: slope 0.500, R² 0.667.
  test("gives the numbers of Anscombe's first quartet", () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const facts = fitOf(x.map((value, at) => [value, y[at]!] as const)).facts();
    ok(Math.abs(facts!.slope - 0.5001) < 5e-5 && Math.abs(facts!.r2 - 0.6665) < 5e-5);
  });

  test("has no line through too few points, or where nothing varies", () => {
    deepEqual(
      [
        fitOf([
          [1, 2],
          [2, 3],
        ]),
        fitOf([
          [1, 1],
          [1, 2],
          [1, 3],
        ]),
        fitOf([
          [1, 2],
          [2, 2],
          [3, 2],
        ]),
      ].map((fit) => fit.facts()),
      [undefined, undefined, undefined],
    );
  });
});
