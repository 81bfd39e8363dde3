import { describe, test } from "node:test";
import { awayFromZero, checkGradient, randomStream } from "../gradient-fixture.ts";
import { Graph, type Tensor } from "../graph.ts";
import type { Shape } from "../shape.ts";
import {
  add,
  clamp,
  divide,
  maximum,
  minimum,
  multiply,
  negate,
  square,
  subtract,
} from "./arithmetic.ts";
import { greater, select } from "./comparison.ts";
import {
  absolute,
  exp,
  leakyRelu,
  log,
  relu,
  sigmoid,
  softplus,
  sqrt,
  tanh,
} from "./elementwise.ts";
import { largest, logSoftmax, mean, softmax } from "./extreme.ts";
import { gather } from "./gather.ts";
import { matmul, matmulBatched } from "./matmul.ts";
import { expand, sum } from "./reduction.ts";
import { reshape, transpose } from "./reshape.ts";
import { concat, slice } from "./slice.ts";

type Build = (...inputs: Tensor[]) => Tensor;

const positive = new Set(["log", "sqrt", "divide"]);

/** What is built from inputs of which shapes. */
const cases: readonly (readonly [name: string, build: Build, ...shapes: Shape[]])[] = [
  ...Object.entries({ exp, log, sqrt, tanh, sigmoid, softplus, relu, absolute }).map(
    ([name, build]) => [name, build, [3, 4]] as const,
  ),
  ["leakyRelu", (x) => leakyRelu(x, 0.2), [5]],
  ["negate", (x) => negate(x), [5]],
  ...Object.entries({ add, subtract, multiply, divide, maximum, minimum }).flatMap(
    ([name, operator]) => {
      const build: Build = (a, b) => operator(a, b);
      return [
        [name, build, [3, 4], [3, 4]],
        [`${name}, stretched`, build, [3, 1, 2], [4, 1]],
        [`${name}, by a scalar`, build, [], [2, 3]],
      ] as const;
    },
  ),
  ["square", (x) => square(x), [4]],
  ["clamp", (x) => clamp(x, -0.5, 0.5), [12]],
  ["select", (a, b) => select(greater(a, 0), square(a), b), [3, 4], [4]],
  ["sum", (x) => sum(x), [2, 3]],
  ["sum along one axis", (x) => sum(x, [1]), [2, 3, 4]],
  ["sum along two axes, kept", (x) => sum(x, [0, -1], true), [2, 3, 4]],
  ["mean", (x) => mean(x, [1]), [2, 3, 4]],
  ["largest", (x) => largest(x, [0]), [5, 3]],
  ["expand", (x) => expand(x, [2, 3, 4]), [3, 1]],
  ["reshape", (x) => reshape(x, [3, 4]), [2, 6]],
  ["transpose", (x) => transpose(x, [2, 0, 1]), [2, 3, 4]],
  ["slice", (x) => slice(x, 1, 1, 3), [2, 4, 2]],
  ["slice with a step", (x) => slice(x, 0, 1, 6, 2), [7, 2]],
  ["slice with a step to the end", (x) => slice(x, 0, 0, 7, 3), [7, 2]],
  ["concat", (a, b) => concat([a, b, a], 1), [2, 3], [2, 1]],
  [
    "slices that touch, miss and overlap",
    (x) => add(multiply(slice(x, 0, 0, 3), slice(x, 0, 3, 6)), tanh(slice(x, 0, 4, 7))),
    [8],
  ],
  ["softmax", (x) => softmax(x), [3, 4]],
  ["softmax along the first axis", (x) => softmax(x, 0), [3, 4]],
  ["logSoftmax", (x) => logSoftmax(x, 1), [2, 3, 2]],
  ["gather", (x) => gather(x, x.graph.constant([2, 0, 2], [3], "int64")), [4, 3]],
  ...[false, true].flatMap((transposeA) =>
    [false, true].map((transposeB) => {
      const build = (a: Tensor, b: Tensor, bias: Tensor): Tensor =>
        matmul(a, b, { transposeA, transposeB, bias });
      const text = `matmul ${transposeA ? "ᵀ" : ""}·${transposeB ? "ᵀ" : ""}`;
      return [
        text,
        build,
        transposeA ? [4, 3] : [3, 4],
        transposeB ? [2, 4] : [4, 2],
        [2],
      ] as const;
    }),
  ),
  [
    "matmul with a column of biases",
    (a, b, c) => matmul(a, b, { bias: c }),
    [3, 4],
    [4, 2],
    [3, 1],
  ],
  ["matmulBatched", matmulBatched, [2, 3, 4], [2, 4, 2]],
  ["both factors the same", (a) => matmul(a, a, { transposeB: true }), [3, 4]],
];

describe("the derivative of", () => {
  for (const [name, build, ...shapes] of cases) {
    test(name, () => {
      const graph = new Graph();
      const inputs = shapes.map((shape, at) => graph.input(`x${at}`, shape));
      const random = randomStream(3);
      const isPositive = [...positive].some((word) => name.startsWith(word));
      checkGradient(build(...inputs), () => {
        const value = awayFromZero(random);
        return isPositive ? Math.abs(value) + 0.2 : value;
      });
    });
  }
});
