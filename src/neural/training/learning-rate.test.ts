import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { constantRate, cosineRate, linearRate } from "./learning-rate.ts";

describe("a learning rate", () => {
  test("stays, falls in a line, or rises and falls as a cosine", () => {
    equal(constantRate(0.1)(7), 0.1);
    const linear = linearRate(1, 5, 0.2);
    deepEqual([linear(1), linear(5), linear(9)], [1, 0.2, 0.2]);
    ok(Math.abs(linear(3) - 0.6) < 1e-12);
    const cosine = cosineRate(1, 14, { warmUp: 4, end: 0.1 });
    deepEqual([cosine(1), cosine(4), cosine(5)], [0.25, 1, 1]);
    ok(Math.abs(cosine(14) - 0.1) < 1e-12 && Math.abs(cosine(99) - 0.1) < 1e-12);
    ok(cosine(9) > cosine(10) && cosine(9) < 1);
  });
});
