import { deepEqual, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { differentiate } from "../differentiate.ts";
import { checkGradient, randomStream } from "../gradient-fixture.ts";
import { Graph, type Tensor } from "../graph.ts";
import { sum } from "../operators/reduction.ts";
import type { Shape } from "../shape.ts";
import { checkInOnnxRuntime, compute, drawColumns, expectClose } from "./layer-fixture.ts";
import {
  averagePool1d,
  averagePool2d,
  globalAverage,
  globalMaximum,
  maximumPool1d,
  maximumPool2d,
} from "./pooling.ts";

type Build = (input: Tensor) => Tensor;

function build(pool: Build, shape: Shape) {
  const input = new Graph().input("input", shape);
  return { input, output: pool(input) };
}

/** What comes out and how it depends on the input, for a row of numbers. */
function poolRow(pool: Build, input: readonly number[]): [number[], number[]] {
  const { input: tensor, output } = build(pool, [1, 1, input.length]);
  const [values, gradient] = compute([output, ...differentiate(sum(output), [tensor])], { input });
  return [values, gradient];
}

const cases: readonly (readonly [name: string, pool: Build, shape: Shape])[] = [
  ["the largest of each pair", (x) => maximumPool1d(x, { window: 2 }), [2, 3, 7]],
  [
    "the largest of three, at every step",
    (x) => maximumPool1d(x, { window: 3, stride: 1, padding: "same" }),
    [2, 2, 6],
  ],
  [
    "the largest so far",
    (x) => maximumPool1d(x, { window: 4, stride: 2, padding: "causal" }),
    [1, 2, 7],
  ],
  ["the largest of a square", (x) => maximumPool2d(x, { window: [2, 2] }), [2, 2, 5, 4]],
  [
    "the largest of overlapping rectangles",
    (x) => maximumPool2d(x, { window: [3, 2], stride: [2, 1], padding: "same" }),
    [1, 2, 6, 4],
  ],
  ["the mean of each pair", (x) => averagePool1d(x, { window: 2 }), [2, 3, 7]],
  [
    "the mean of three, at every step",
    (x) => averagePool1d(x, { window: 3, stride: 1, padding: "same" }),
    [2, 2, 6],
  ],
  [
    "the mean of overlapping rectangles",
    (x) => averagePool2d(x, { window: [3, 2], stride: [2, 1] }),
    [2, 2, 6, 4],
  ],
  ["the largest of all steps", globalMaximum, [2, 3, 5]],
  ["the largest of a plane", globalMaximum, [2, 3, 2, 4]],
  ["the mean of all steps", globalAverage, [2, 3, 5]],
  ["the mean of a plane", globalAverage, [2, 3, 2, 4]],
];
for (const [name, pool, shape] of cases) {
  describe(name, () => {
    test("has the derivative of differences", () => {
      const random = randomStream(2);
      checkGradient(build(pool, shape).output, () => 2 * random.uniform() - 1);
    });

    test("is the same in ONNX Runtime, gradients included", () => {
      const { output } = build(pool, shape);
      return checkInOnnxRuntime(output, drawColumns(output, 3), 1e-5);
    });
  });
}

test("the largest of a window gets the gradient; those that are equal share it", () => {
  const pairs = (x: Tensor): Tensor => maximumPool1d(x, { window: 2 });
  deepEqual(poolRow(pairs, [3, 1, 2, 2, -5, -4, 9]), [
    [3, 2, -4],
    [1, 0, 0.5, 0.5, 0, 1, 0],
  ]);
  const threes = (x: Tensor): Tensor => maximumPool1d(x, { window: 3, stride: 1 });
  deepEqual(poolRow(threes, [0, 0, 0, 4, 0]), [
    [0, 4, 4],
    [1 / 3, 1 / 3, 1 / 3, 2, 0],
  ]);
});

test("padding is never the largest, and takes no gradient where all are 0", () => {
  const three = (x: Tensor): Tensor =>
    maximumPool1d(x, { window: 3, stride: 1, padding: "causal" });
  deepEqual(poolRow(three, [-3, -2, -4, -9]), [
    [-3, -2, -2, -2],
    [1, 3, 0, 0],
  ]);
  const [values, gradient] = poolRow(three, [0, 0, 0]);
  deepEqual(values, [0, 0, 0]);
  expectClose(gradient, [1 + 1 / 2 + 1 / 3, 1 / 2 + 1 / 3, 1 / 3]);
});

test("means are of elements, not of padding", () => {
  const three = (x: Tensor): Tensor => averagePool1d(x, { window: 3, stride: 1, padding: "same" });
  const [values, gradient] = poolRow(three, [3, 6, 12]);
  expectClose(values, [4.5, 7, 9]);
  expectClose(gradient, [1 / 2 + 1 / 3, 1 / 2 + 1 / 3 + 1 / 2, 1 / 3 + 1 / 2]);
});

test("windows of a pool do not overlap where no stride is given", () => {
  const { output } = build((x) => maximumPool2d(x, { window: [2, 3] }), [1, 4, 6, 10]);
  deepEqual(output.shape, [1, 4, 3, 3]);
});

test("pools refuse other ranks and too small an input", () => {
  const pools = [maximumPool1d, averagePool1d].map((pool) => (x: Tensor) => pool(x, { window: 3 }));
  for (const pool of pools) {
    throws(() => build(pool, [1, 1, 1, 3]), /found \[1,1,1,3\], expected \[batch,channels,steps\]/);
    throws(() => build(pool, [2, 1, 2]), /Pool1d: found .* for a window of \[1,3\], expected/);
  }
  throws(
    () => build((x) => averagePool2d(x, { window: [1, 1] }), [1, 2, 3]),
    /averagePool2d: found \[1,2,3\], expected \[batch,channels,height,width\]/,
  );
  throws(() => build(globalAverage, [3, 2]), /globalAverage: found \[3,2\], expected \[batch,cha/);
});
