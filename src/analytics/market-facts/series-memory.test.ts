import { deepEqual, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../../core/assert.ts";
import { SeriesMemory } from "./series-memory.ts";

const lags = [1, 2, 7];

function memoryOf(values: readonly number[]): SeriesMemory {
  const memory = new SeriesMemory(lags);
  for (const value of values) memory.add(value);
  return memory;
}

/** By the definition, with the whole series at hand. */
function autocorrelation(values: readonly number[], lag: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const variance = centred.reduce((sum, value) => sum + value * value, 0) / values.length;
  const pairs = centred.slice(lag).map((value, at) => value * centred[at]!);
  return pairs.reduce((sum, value) => sum + value, 0) / pairs.length / variance;
}

describe("SeriesMemory", () => {
  test("equals the definition on the whole series", () => {
    const series = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 9, maxLength: 60 });
    fc.assert(
      fc.property(series, (values) => {
        fc.pre(new Set(values).size > 1);
        const found = memoryOf(values).autocorrelations();
        for (const [at, lag] of lags.entries()) {
          ok(Math.abs(found[at]! - autocorrelation(values, lag)) < 1e-9, `lag ${lag}`);
        }
      }),
    );
  });

  test("knows nothing of constant series, nor beyond their length", () => {
    deepEqual(memoryOf([1, 1, 1, 1]).autocorrelations(), [undefined, undefined, undefined]);
    const [first, second, seventh] = memoryOf([1, -1, 1]).autocorrelations();
    ok(first! < 0 && second! > 0);
    ok(seventh === undefined);
  });

  test("refuses lags that are none", () => {
    throws(() => new SeriesMemory([]), InvariantError);
    throws(() => new SeriesMemory([0]), InvariantError);
  });
});
