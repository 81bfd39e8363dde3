import { deepEqual, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { checkGradient, randomStream } from "../gradient-fixture.ts";
import type { ParameterLayout } from "../parameters.ts";
import {
  buildLayer,
  checkInOnnxRuntime,
  compute,
  drawColumns,
  drawNormals,
  expectClose,
  partsOf,
} from "./layer-fixture.ts";
import { createBilinearNorm, createLayerNorm } from "./normalization.ts";

const [batch, features, steps] = [2, 3, 5];

/** Mean and deviation (over n) of some numbers. */
function momentsOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, variance };
}
const standard = (values: readonly number[], epsilon: number): number[] => {
  const { mean, variance } = momentsOf(values);
  return values.map((value) => (value - mean) / Math.sqrt(variance + epsilon));
};
const softplus = (value: number): number => Math.log(1 + Math.exp(value));

describe("layer normalisation", () => {
  const create = (layout: ParameterLayout) => createLayerNorm(layout, "norm", { features });

  test("is gain · (x − mean)/deviation + bias along the last axis, at every rank", () => {
    for (const shape of [[features], [4, features], [batch, 4, features]]) {
      const { layout, output } = buildLayer(create, shape);
      deepEqual(output.shape, shape);
      const columns = drawColumns(output, 1);
      const { gain, bias } = partsOf(layout, columns.parameters);
      const expected: number[] = [];
      for (let from = 0; from < columns.input.length; from += features) {
        const row = standard(Array.from(columns.input).slice(from, from + features), 1e-5);
        expected.push(...row.map((value, k) => gain[k] * value + bias[k]));
      }
      expectClose(compute([output], columns)[0], expected);
    }
  });

  test("starts without gain and bias of its own", () => {
    const { layout } = buildLayer(create, [features]);
    deepEqual([...layout.initialize(1)], [1, 1, 1, 0, 0, 0]);
    deepEqual([...layout.decayMask()], [0, 0, 0, 0, 0, 0]);
  });

  test("has the derivative of differences", () => {
    const random = randomStream(2);
    checkGradient(buildLayer(create, [4, features]).output, () => 2 * random.uniform() - 1);
  });

  test("is the same in ONNX Runtime, gradients included", () => {
    const { output } = buildLayer(create, [4, features]);
    return checkInOnnxRuntime(output, drawColumns(output, 3), 1e-4);
  });

  test("refuses another number of features", () => {
    throws(() => buildLayer(create, [4, 2]), /norm: found \[4,2\], expected \[…,3\]/);
    throws(() => buildLayer(create, []), /norm: found \[\]/);
  });
});

describe("bilinear normalisation", () => {
  const create = (layout: ParameterLayout) =>
    createBilinearNorm(layout, "norm", { features, steps });
  const shape = [batch, features, steps];
  const at = (sample: number, feature: number, step: number): number =>
    (sample * features + feature) * steps + step;
  const alongTime = (column: ArrayLike<number>, sample: number, feature: number): number[] =>
    Array.from({ length: steps }, (_, step) => column[at(sample, feature, step)]);
  const alongFeatures = (column: ArrayLike<number>, sample: number, step: number): number[] =>
    Array.from({ length: features }, (_, feature) => column[at(sample, feature, step)]);

  test("is both normalisations, scaled, shifted and mixed", () => {
    const { layout, output } = buildLayer(create, shape);
    const columns = drawColumns(output, 1);
    const parts = partsOf(layout, columns.parameters);
    const [byStep, byFeature] = parts.mixture.map(softplus);
    const expected = new Array<number>(batch * features * steps);
    for (let sample = 0; sample < batch; sample++) {
      for (let feature = 0; feature < features; feature++) {
        for (let step = 0; step < steps; step++) {
          const first = standard(alongFeatures(columns.input, sample, step), 1e-8)[feature];
          const second = standard(alongTime(columns.input, sample, feature), 1e-8)[step];
          expected[at(sample, feature, step)] =
            byStep * (parts["step-gain"][step] * first + parts["step-bias"][step]) +
            byFeature * (parts["feature-gain"][feature] * second + parts["feature-bias"][feature]);
        }
      }
    }
    expectClose(compute([output], columns)[0], expected);
  });

  /** First parameters, but for the two numbers behind the mixture. */
  function outputWith(mixture: readonly number[]): number[] {
    const { layout, output } = buildLayer(create, shape);
    const parameters = Float64Array.from(layout.initialize(1));
    parameters.set(mixture, layout.size - 2);
    const input = drawNormals(batch * features * steps, 4).map((value) => 5 + 3 * value);
    return compute([output], { input, parameters })[0];
  }
  const [one, none] = [Math.log(Math.expm1(1)), -50];

  test("gives each feature mean 0 and variance 1 over time where only that is mixed in", () => {
    const found = outputWith([none, one]);
    for (let sample = 0; sample < batch; sample++) {
      for (let feature = 0; feature < features; feature++) {
        const { mean, variance } = momentsOf(alongTime(found, sample, feature));
        expectClose([mean, variance], [0, 1], 1e-7);
      }
    }
  });

  test("gives each step mean 0 and variance 1 over features where only that is mixed in", () => {
    const found = outputWith([one, none]);
    for (let sample = 0; sample < batch; sample++) {
      for (let step = 0; step < steps; step++) {
        const { mean, variance } = momentsOf(alongFeatures(found, sample, step));
        expectClose([mean, variance], [0, 1], 1e-7);
      }
    }
  });

  test("starts as half of each", () => {
    const [both, first, second] = [
      outputWith([Math.log(Math.expm1(0.5)), Math.log(Math.expm1(0.5))]),
      outputWith([one, none]),
      outputWith([none, one]),
    ];
    expectClose(
      both,
      first.map((value, place) => (value + second[place]) / 2),
      1e-7,
    );
    const { layout } = buildLayer(create, shape);
    deepEqual(
      [...layout.initialize(1)].slice(-2).map((value) => Math.fround(softplus(value))),
      [0.5, 0.5],
    );
  });

  test("stays finite, gradients included, where a feature never changes", async () => {
    const { layout, output } = buildLayer(create, shape);
    const input = new Array<number>(batch * features * steps).fill(1);
    const columns = { input, parameters: layout.initialize(1) };
    const [found] = compute([output], columns);
    ok(
      found.every((value) => value === 0),
      String(found),
    );
    await checkInOnnxRuntime(output, columns);
  });

  test("has the derivative of differences", () => {
    const random = randomStream(5);
    checkGradient(buildLayer(create, shape).output, () => 2 * random.uniform() - 1);
  });

  test("is the same in ONNX Runtime, gradients included", () => {
    const { output } = buildLayer(create, shape);
    return checkInOnnxRuntime(output, drawColumns(output, 6), 1e-4);
  });

  test("refuses other features, steps and ranks", () => {
    for (const wrong of [
      [2, 5, 3],
      [2, 3, 4],
      [3, 5],
    ]) {
      throws(() => buildLayer(create, wrong), /expected \[batch,3,5\]/);
    }
  });
});
