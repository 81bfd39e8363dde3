import { equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createVolumeCurve, cumulativeShare, usEquityVolumeCurve } from "./volume-curve.ts";

const volumes = fc
  .array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 })
  .filter((bins) => bins.some((volume) => volume > 1e-3));
const edgesOf = (bins: readonly number[]): number[] =>
  Array.from({ length: bins.length + 1 }, (_, at) => 1000 + at * at * 7 + at);

describe("cumulativeShare", () => {
  test("rises from 0 to 1 and gives each bin its share at the edges", () => {
    fc.assert(
      fc.property(volumes, (bins) => {
        const edges = edgesOf(bins);
        const curve = createVolumeCurve(edges, bins);
        const total = bins.reduce((sum, volume) => sum + volume, 0);
        let traded = 0;
        equal(cumulativeShare(curve, edges[0]), 0);
        for (const [bin, volume] of bins.entries()) {
          traded += volume;
          ok(Math.abs(cumulativeShare(curve, edges[bin + 1]) - traded / total) < 1e-12);
        }
        let before = 0;
        for (let time = 990; time < edges[bins.length] + 10; time += 3) {
          const share = cumulativeShare(curve, time);
          ok(share >= before && share <= 1);
          before = share;
        }
      }),
    );
  });

  test("flows evenly inside a bin", () => {
    const curve = createVolumeCurve([0, 100, 200], [3, 1]);
    equal(cumulativeShare(curve, 50), 0.375);
    equal(cumulativeShare(curve, 150), 0.875);
  });
});

describe("createVolumeCurve", () => {
  test("takes volumes of any scale", () => {
    fc.assert(
      fc.property(volumes, (bins) => {
        const { shares } = createVolumeCurve(edgesOf(bins), bins);
        ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-12);
      }),
    );
  });

  const oneMore = "a curve has one more edge than bins";
  const rising = "the edges of a volume curve rise";
  const notNegative = "volumes are finite, not negative, not all 0";
  const refusals: readonly (readonly [string, number[], number[], string])[] = [
    ["as many edges as bins", [0, 1], [1, 1], oneMore],
    ["edges that stand still", [0, 1, 1], [1, 1], rising],
    ["an edge that is no number", [0, Number.NaN, 2], [1, 1], rising],
    ["a negative volume", [0, 1, 2], [1, -1], notNegative],
    ["a volume that is no number", [0, 1, 2], [1, Number.NaN], notNegative],
    ["a volume without end", [0, 1, 2], [1, Number.POSITIVE_INFINITY], notNegative],
    ["no volume at all", [0, 1, 2], [0, 0], notNegative],
  ];
  for (const [what, edges, bins, rule] of refusals) {
    test(`refuses ${what}`, () => {
      throws(() => createVolumeCurve(edges, bins), { message: `Invariant: ${rule}` });
    });
  }
});

describe("usEquityVolumeCurve", () => {
  test("covers 09:30 to 16:00 in half hours, busiest at both ends", () => {
    const { edgesNs, shares } = usEquityVolumeCurve;
    equal(edgesNs[0], 9.5 * 3600e9);
    equal(edgesNs.at(-1), 16 * 3600e9);
    equal(shares.length, 13);
    ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-12);
    equal(Math.max(...shares), shares[12]);
    equal(Math.max(...shares.slice(0, 12)), shares[0]);
  });
});
