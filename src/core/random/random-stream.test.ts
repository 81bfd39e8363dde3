import { deepEqual, equal, notEqual, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../assert.ts";
import { philox4x32 } from "./philox.ts";
import { createRandomStream, draw, type RandomStream, streamId } from "./random-stream.ts";

const seeds = fc.maxSafeNat();
const streams = fc.maxSafeNat();

const takeUniforms = (stream: RandomStream, count: number): number[] =>
  Array.from({ length: count }, () => stream.uniform());

function correlation(left: readonly number[], right: readonly number[]): number {
  // Uniforms have mean 1/2 and variance 1/12.
  const sum = left.reduce((total, value, at) => total + (value - 0.5) * (right[at] - 0.5), 0);
  return (12 * sum) / left.length;
}

describe("createRandomStream", () => {
  test("gives draw(seed, stream, index) at every index, from any index", () => {
    const indices = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 10 });
    fc.assert(
      fc.property(seeds, streams, indices, (seed, stream, index) => {
        const view = createRandomStream(seed, stream);
        view.seek(index);
        for (let step = 0; step < 5; step++) {
          equal(view.index, index + step);
          equal(view.uniform(), draw(seed, stream, index + step));
        }
      }),
    );
  });

  test("takes one index a draw, whole numbers and uniforms alike", () => {
    const stream = createRandomStream(1, 2);
    const uniforms = takeUniforms(createRandomStream(1, 2), 4);
    equal(stream.index, 0);
    equal(stream.uint32(), Math.floor(uniforms[0] * 2 ** 32));
    equal(stream.uniform(), uniforms[1]);
    equal(stream.uint32(), Math.floor(uniforms[2] * 2 ** 32));
    equal(stream.index, 3);
    equal(stream.uniform(), uniforms[3]);
  });

  test("fills a column with what it would give one by one, from either half of a block", () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(9), fc.nat(9), (before, first, second) => {
        const stream = createRandomStream(7, 8);
        const expected = takeUniforms(createRandomStream(7, 8), before + first + second + 1);
        const given = takeUniforms(stream, before);
        for (const length of [first, second]) {
          const column = new Float64Array(length);
          stream.fillUniform(column);
          given.push(...column);
          equal(stream.index, given.length);
        }
        given.push(stream.uniform());
        deepEqual(given, expected);
      }),
    );
  });

  test("goes on from a saved index as if it had never stopped", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (before, after) => {
        const stream = createRandomStream(9, 9);
        takeUniforms(stream, before);
        const saved = stream.index;
        const expected = takeUniforms(stream, after);
        stream.seek(saved);
        deepEqual(takeUniforms(stream, after), expected);
      }),
    );
  });

  test("is Philox with the index as counter, the stream beside it and the seed as key", () => {
    const [seed, stream, index] = [2 ** 40 + 17, 2 ** 45 + 5, 2 ** 34 + 6];
    const block = Uint32Array.of(index / 2, index / 2 ** 33, stream, stream / 2 ** 32);
    philox4x32(block, 17, 2 ** 8);
    const view = createRandomStream(seed, stream);
    view.seek(index);
    equal(view.uint32(), block[0]);
    equal(view.uint32(), block[2]);
  });

  test("gives these numbers for ever, since results on record rest on them", () => {
    const stream = createRandomStream(42, streamId("noise-trader", 3));
    equal(stream.uint32(), 1950407502);
    deepEqual(takeUniforms(stream, 2), [0.21436129509751467, 0.8069289024866058]);
  });

  test("gives uniforms in [0, 1) on the 2^-53 grid", () => {
    fc.assert(
      fc.property(seeds, streams, fc.maxSafeNat(), (seed, stream, index) => {
        const value = draw(seed, stream, index);
        return value >= 0 && value < 1 && Number.isInteger(value * 2 ** 53);
      }),
    );
  });

  // Of n uniforms the mean has standard error sqrt(1/12n), their variance sqrt(1/180n).
  test("has the mean and variance of uniforms, within four standard errors", () => {
    const count = 100_000;
    const values = takeUniforms(createRandomStream(7, 1), count);
    const mean = values.reduce((sum, value) => sum + value) / count;
    const variance = values.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / count;
    ok(Math.abs(mean - 0.5) < 4 * Math.sqrt(1 / (12 * count)), `mean ${mean}`);
    ok(Math.abs(variance - 1 / 12) < 4 * Math.sqrt(1 / (180 * count)), `variance ${variance}`);
  });

  // The correlation of n independent uniforms has standard error 1/sqrt(n).
  test("is uncorrelated with its neighbours in stream, seed and index, within four", () => {
    const count = 20_000;
    const base = takeUniforms(createRandomStream(7, 100), count);
    const others: Record<string, number[]> = {
      "next stream": takeUniforms(createRandomStream(7, 101), count),
      "stream of other high word": takeUniforms(createRandomStream(7, 100 + 2 ** 32), count),
      "next seed": takeUniforms(createRandomStream(8, 100), count),
      "seed of other high word": takeUniforms(createRandomStream(7 + 2 ** 32, 100), count),
      "next index": takeUniforms(createRandomStream(7, 100), count + 1).slice(1),
      "second next index": takeUniforms(createRandomStream(7, 100), count + 2).slice(2),
    };
    for (const [name, other] of Object.entries(others)) {
      const value = correlation(base, other);
      ok(Math.abs(value) < 4 / Math.sqrt(count), `${name}: correlation ${value}`);
    }
  });

  test("refuses seeds, streams and indices that are not safe integers from 0", () => {
    for (const bad of [-1, 0.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY]) {
      throws(() => createRandomStream(bad, 0), InvariantError);
      throws(() => createRandomStream(0, bad), InvariantError);
      throws(() => createRandomStream(0, 0).seek(bad), InvariantError);
      throws(() => draw(bad, 0, 0), InvariantError);
      throws(() => draw(0, bad, 0), InvariantError);
      throws(() => draw(0, 0, bad), InvariantError);
    }
  });
});

describe("streamId", () => {
  test("is an exact integer that depends on the purpose and on every number", () => {
    equal(streamId("noise-trader", 3), 7261538671792804);
    const ids = [
      streamId("noise-trader"),
      streamId("noise-trader", 0),
      streamId("noise-trader", 3),
      streamId("noise-trader", 3, 0),
      streamId("noise-trader", 0, 3),
      streamId("noise-trader3"),
      streamId("news", 3),
    ];
    equal(new Set(ids).size, ids.length);
    ok(ids.every(Number.isSafeInteger));
  });

  test("does not collide over a hundred thousand agents", () => {
    const ids = new Set(Array.from({ length: 100_000 }, (_, agent) => streamId("agent", agent)));
    equal(ids.size, 100_000);
  });

  test("refuses a number that is not a safe integer", () => {
    throws(() => streamId("agent", 0.5), InvariantError);
    notEqual(streamId("agent", -1), streamId("agent", 1));
  });
});
