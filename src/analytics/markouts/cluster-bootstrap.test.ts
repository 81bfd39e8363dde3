import { deepEqual, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { createXoshiro128 } from "../../core/random/xoshiro128.ts";
import { computeBlockBootstrap } from "../../core/statistics/block-bootstrap.ts";
import { type ClusterSums, computeClusterBootstrap } from "./cluster-bootstrap.ts";

const drawn = (count: number): ClusterSums[] => {
  const random = createXoshiro128(11);
  return Array.from({ length: count }, () => {
    const denominator = 1 + random.uniform();
    return { numerator: denominator * (random.uniform() - 0.4), denominator };
  });
};

describe("the bootstrap over clusters", () => {
  test("is the ordinary bootstrap of a mean where all clusters weigh the same", () => {
    const values = drawn(40).map(({ numerator }) => numerator);
    const clusters = values.map((numerator) => ({ numerator, denominator: 1 }));
    const found = computeClusterBootstrap(clusters, { random: createXoshiro128(5) });
    const zeros = new Float64Array(40);
    const options = { random: createXoshiro128(5), blockLength: 1 };
    const { low, high } = computeBlockBootstrap(values, zeros, options);
    ok(Math.abs(found[0] - low) < 1e-12 && Math.abs(found[1] - high) < 1e-12);
  });

  test("is as wide as the delta method says, and a point where nothing varies", () => {
    const clusters = drawn(400);
    const [low, high] = computeClusterBootstrap(clusters, { random: createXoshiro128(5) });
    const numerators = clusters.reduce((sum, { numerator }) => sum + numerator, 0);
    const denominators = clusters.reduce((sum, { denominator }) => sum + denominator, 0);
    const ratio = numerators / denominators;
    const squares = clusters.reduce(
      (sum, cluster) => sum + (cluster.numerator - ratio * cluster.denominator) ** 2,
      0,
    );
    const standardError = Math.sqrt(squares) / denominators;
    // The ends of 2,000 resamples have a standard error of about 3 % of the half-width.
    ok(Math.abs((high - low) / (2 * 1.96 * standardError) - 1) < 0.12);
    ok(low < ratio && ratio < high);
    const same = { numerator: 3, denominator: 2 };
    deepEqual(computeClusterBootstrap([same, same], { random: createXoshiro128(1) }), [1.5, 1.5]);
  });

  test("is wider than one over fills that pretends they are independent", () => {
    // Each order's ten fills share one number.
    const orders = drawn(30).map(({ numerator }) => numerator);
    const clusters = orders.map((value) => ({ numerator: 10 * value, denominator: 10 }));
    const fills = orders.flatMap((value) =>
      Array.from({ length: 10 }, () => ({ numerator: value, denominator: 1 })),
    );
    const width = (cases: readonly ClusterSums[]): number => {
      const [low, high] = computeClusterBootstrap(cases, { random: createXoshiro128(7) });
      return high - low;
    };
    const ratio = width(clusters) / width(fills);
    ok(ratio > 2.6 && ratio < 3.8, `expected about √10, was ${ratio}`);
  });

  test("refuses what has no interval", () => {
    const one = { numerator: 1, denominator: 1 };
    const random = createXoshiro128(1);
    throws(() => computeClusterBootstrap([one], { random }), { message: /at least 2 clusters/ });
    throws(() => computeClusterBootstrap([one, { ...one, denominator: 0 }], { random }), {
      message: /positive denominator/,
    });
    throws(() => computeClusterBootstrap([one, one], { random, resamples: 99 }), {
      message: /at least 100 resamples/,
    });
  });
});
