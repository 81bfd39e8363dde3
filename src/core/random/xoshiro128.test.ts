import { deepEqual, notEqual, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../assert.ts";
import { createXoshiro128, type Xoshiro128 } from "./xoshiro128.ts";

const takeWords = (generator: Xoshiro128, count: number): number[] =>
  Array.from({ length: count }, () => generator.uint32());

describe("createXoshiro128", () => {
  // The first outputs of Vigna's xoshiro128starstar.c from the state 1, 2, 3, 4, as the rand_xoshiro
  // crate tests them.
  test("gives the reference's outputs from the state 1, 2, 3, 4", () => {
    const generator = createXoshiro128(0);
    generator.restore([1, 2, 3, 4]);
    deepEqual(takeWords(generator, 4), [11520, 0, 5927040, 70819200]);
  });

  test("starts from this state for ever when seeded with 42", () => {
    deepEqual(createXoshiro128(42).state(), [551831576, 1366117350, 144025891, 1280393939]);
  });

  test("goes on from a restored state as if it had never stopped", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(100), (seed, before) => {
        const generator = createXoshiro128(seed);
        takeWords(generator, before);
        const saved = generator.state();
        const expected = takeWords(generator, 10);
        const other = createXoshiro128(0);
        other.restore(saved);
        deepEqual(takeWords(other, 10), expected);
      }),
    );
  });

  test("gives different seeds different states, high words included", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (first, second) => {
        fc.pre(first !== second);
        const states = [first, second].map((seed) => createXoshiro128(seed).state().join());
        return states[0] !== states[1];
      }),
    );
    notEqual(createXoshiro128(1).uint32(), createXoshiro128(1 + 2 ** 32).uint32());
  });

  // Of n uniforms the mean has standard error sqrt(1/12n), their variance sqrt(1/180n), and their
  // correlation with the next 1/sqrt(n).
  test("gives uncorrelated uniforms in [0, 1), within four standard errors", () => {
    const count = 100_000;
    const generator = createXoshiro128(7);
    const values = Array.from({ length: count }, () => generator.uniform());
    ok(values.every((value) => value >= 0 && value < 1));
    const centred = values.map((value) => value - 0.5);
    const mean = centred.reduce((sum, value) => sum + value) / count;
    const variance = centred.reduce((sum, value) => sum + value * value, 0) / count;
    const product = centred.reduce((sum, value, at) => sum + value * (centred[at - 1] ?? 0), 0);
    ok(Math.abs(mean) < 4 * Math.sqrt(1 / (12 * count)), `mean - 1/2 ${mean}`);
    ok(Math.abs(variance - 1 / 12) < 4 * Math.sqrt(1 / (180 * count)), `variance ${variance}`);
    ok(Math.abs((12 * product) / count) < 4 / Math.sqrt(count), `correlation ${product}`);
  });

  test("refuses bad seeds and bad states", () => {
    for (const bad of [-1, 0.5, Number.NaN, 2 ** 53]) {
      throws(() => createXoshiro128(bad), InvariantError);
    }
    const generator = createXoshiro128(1);
    throws(() => generator.restore([0, 0, 0, 0]), InvariantError);
    throws(() => generator.restore([1, 2, 3, -4]), InvariantError);
    throws(() => generator.restore([1, 2, 3, Number.NaN]), InvariantError);
    throws(() => generator.restore([1, 2, 3, 2 ** 32]), InvariantError);
  });
});
