import { deepEqual, throws } from "node:assert/strict";
import { test } from "node:test";
import { checkGradient, randomStream } from "../gradient-fixture.ts";
import { tanh } from "../operators/elementwise.ts";
import type { ParameterLayout } from "../parameters.ts";
import { createBilinear } from "./bilinear.ts";
import {
  buildLayer,
  checkInOnnxRuntime,
  compute,
  drawColumns,
  expectClose,
  partsOf,
} from "./layer-fixture.ts";

const sizes = { features: 3, steps: 4, outputFeatures: 5, outputSteps: 2 };
const { features, steps, outputFeatures, outputSteps } = sizes;
const shape = [2, features, steps];
const create = (layout: ParameterLayout) =>
  createBilinear(layout, "bilinear", { ...sizes, activation: tanh });

test("a bilinear layer is φ(W₁ X W₂ + B) of each sample", () => {
  const { layout, output } = buildLayer(create, shape);
  deepEqual(output.shape, [2, outputFeatures, outputSteps]);
  const columns = drawColumns(output, 1);
  const { bias, ...parts } = partsOf(layout, columns.parameters);
  const [left, right] = [parts["feature-weights"], parts["step-weights"]];
  const expected: number[] = [];
  for (let sample = 0; sample < 2; sample++) {
    for (let row = 0; row < outputFeatures; row++) {
      for (let column = 0; column < outputSteps; column++) {
        let total = bias[row * outputSteps + column];
        for (let feature = 0; feature < features; feature++) {
          for (let step = 0; step < steps; step++) {
            const value = columns.input[(sample * features + feature) * steps + step];
            const first = left[row * features + feature];
            total += first * value * right[step * outputSteps + column];
          }
        }
        expected.push(Math.tanh(total));
      }
    }
  }
  expectClose(compute([output], columns)[0], expected);
});

test("a bilinear layer has the derivative of differences", () => {
  const random = randomStream(2);
  checkGradient(buildLayer(create, shape).output, () => 2 * random.uniform() - 1);
});

test("a bilinear layer is the same in ONNX Runtime, gradients included", () => {
  const { output } = buildLayer(create, shape);
  return checkInOnnxRuntime(output, drawColumns(output, 3));
});

test("a bilinear layer takes one product a side for the whole batch", () => {
  const { graph, output } = buildLayer(create, [64, features, steps]);
  const products = graph.describe([output]).match(/Gemm|MatMul/g);
  deepEqual(products, ["Gemm", "Gemm"]);
});

test("a bilinear layer decays its matrices, not its bias", () => {
  const { layout } = buildLayer(create, shape);
  const decaying = layout.parameters.filter(({ decays }) => decays);
  deepEqual(
    decaying.map(({ name }) => name),
    ["bilinear/feature-weights", "bilinear/step-weights"],
  );
});

test("a bilinear layer refuses other features, steps and ranks", () => {
  for (const wrong of [
    [2, steps, features],
    [2, features, 5],
    [features, steps],
  ]) {
    throws(() => buildLayer(create, wrong), /bilinear: found .*, expected \[batch,3,4\]/);
  }
});
