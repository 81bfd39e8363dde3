import { deepEqual, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { checkGradient, randomStream } from "../gradient-fixture.ts";
import { collectNodes } from "../graph.ts";
import { leakyRelu, tanh } from "../operators/elementwise.ts";
import type { Shape } from "../shape.ts";
import {
  type Convolution1dOptions,
  type Convolution2dOptions,
  createConvolution1d,
  createConvolution2d,
} from "./convolution.ts";
import {
  buildLayer,
  checkInOnnxRuntime,
  compute,
  drawColumns,
  expectClose,
  partsOf,
} from "./layer-fixture.ts";

const build2d = (options: Convolution2dOptions, shape: Shape) =>
  buildLayer((layout) => createConvolution2d(layout, "conv", options), shape);
const build1d = (options: Convolution1dOptions, shape: Shape) =>
  buildLayer((layout) => createConvolution1d(layout, "conv", options), shape);

const cases = {
  "in two dimensions": build2d(
    { channels: 2, filters: 3, kernel: [2, 1], stride: [2, 1], activation: tanh },
    [2, 2, 4, 3],
  ),
  "in one dimension": build1d(
    { channels: 2, filters: 3, kernel: 3, dilation: 2, padding: "causal", activation: tanh },
    [2, 2, 6],
  ),
};
for (const [name, { output }] of Object.entries(cases)) {
  describe(`a convolution layer ${name}`, () => {
    test("has the derivative of differences", () => {
      const random = randomStream(2);
      checkGradient(output, () => 2 * random.uniform() - 1);
    });

    test("is the same in ONNX Runtime, gradients included", () =>
      checkInOnnxRuntime(output, drawColumns(output, 3), 1e-5));
  });
}

test("a convolution adds the products of kernel and row, and the bias", () => {
  const { layout, output } = build1d({ channels: 1, filters: 2, kernel: 2 }, [1, 1, 3]);
  deepEqual(String(layout), "conv/weights [2,1,1,2]\nconv/bias [2]");
  const parameters = [1, 2, 3, 4, 0.5, 0.25];
  const [found] = compute([output], { input: [1, 10, 100], parameters });
  expectClose(found, [21.5, 210.5, 43.25, 430.25]);
});

test("steps of a causal convolution do not see what comes later", () => {
  const steps = 6;
  const { output } = build1d(
    { channels: 1, filters: 1, kernel: 3, dilation: 2, padding: "causal" },
    [1, 1, steps],
  );
  deepEqual(output.shape, [1, 1, steps]);
  const columns = drawColumns(output, 4);
  const [before] = compute([output], columns);
  for (let from = 0; from < steps; from++) {
    const input = Array.from(columns.input, (value, at) => (at < from ? value : value + 1));
    const [found] = compute([output], { ...columns, input });
    expectClose(found.slice(0, from), before.slice(0, from));
    deepEqual(found[from] === before[from], false);
  }
});

test("a convolution over steps is one over the width of a single row", () => {
  const terms = { channels: 2, filters: 2, padding: "same" } as const;
  const one = build1d({ ...terms, kernel: 3, stride: 2 }, [2, 2, 7]);
  const two = build2d({ ...terms, kernel: [1, 3], stride: [1, 2] }, [2, 2, 1, 7]);
  const columns = drawColumns(one.output, 5);
  deepEqual(one.output.shape, [2, 2, 4]);
  deepEqual(compute([one.output], columns), compute([two.output], columns));
});

test("layers over steps follow each other without nodes between them", () => {
  const terms = { filters: 2, kernel: 2, activation: leakyRelu };
  const { output } = buildLayer(
    (layout) => {
      const first = createConvolution1d(layout, "first", { ...terms, channels: 1 });
      const second = createConvolution1d(layout, "second", { ...terms, channels: 2 });
      return (weights, input) => second(weights, first(weights, input));
    },
    [1, 1, 8],
  );
  const names = collectNodes([output]).map(({ operator }) => operator.name);
  const nodes = ["Conv", "LeakyRelu", "Conv", "LeakyRelu", "Reshape"];
  deepEqual(names.slice(names.indexOf("Conv")), nodes);
});

test("a convolution without a bias has kernels alone, and they decay", () => {
  const { layout } = build2d(
    { channels: 2, filters: 3, kernel: [1, 2], hasBias: false },
    [1, 2, 1, 2],
  );
  deepEqual([...layout.decayMask()], new Array(12).fill(1));
  const { layout: both } = build1d({ channels: 1, filters: 2, kernel: 2 }, [1, 1, 2]);
  deepEqual([...both.decayMask()], [1, 1, 1, 1, 0, 0]);
});

test("kernels start with the variance of what goes in, biases at zero", () => {
  const { layout } = build2d({ channels: 16, filters: 32, kernel: [2, 4] }, [1, 16, 2, 4]);
  const { weights, bias } = partsOf(layout, layout.initialize(1));
  const variance = weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length;
  // Of 4096 normal draws: a standard error of √(2/4096) = 2.2 %, and 4 of them.
  deepEqual(Math.abs(variance / (2 / (16 * 8)) - 1) < 0.088, true);
  deepEqual(new Set(bias), new Set([0]));
});

test("a convolution refuses other channels, ranks and too small an input", () => {
  const two = { channels: 2, filters: 1, kernel: [1, 3] } as const;
  throws(() => build2d(two, [1, 3, 4, 4]), /conv: found \[1,3,4,4\], expected \[batch,2,height/);
  throws(() => build2d(two, [2, 4, 4]), /conv: found \[2,4,4\], expected \[batch,2,height,width\]/);
  throws(() => build2d(two, [1, 2, 4, 2]), /conv: found \[1,2,4,2\] for a window of \[1,3\]/);
  const one = { channels: 2, filters: 1, kernel: 3 };
  throws(() => build1d(one, [1, 3, 4]), /conv: found \[1,3,4\], expected \[batch,2,steps\]/);
  throws(() => build1d(one, [1, 2, 4, 4]), /conv: found \[1,2,4,4\], expected \[batch,2,steps\]/);
});
