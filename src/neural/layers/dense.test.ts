import { deepEqual, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { checkGradient, randomStream } from "../gradient-fixture.ts";
import { tanh } from "../operators/elementwise.ts";
import type { ParameterLayout } from "../parameters.ts";
import type { Shape } from "../shape.ts";
import { createDense } from "./dense.ts";
import {
  buildLayer,
  checkInOnnxRuntime,
  compute,
  drawColumns,
  expectClose,
  partsOf,
} from "./layer-fixture.ts";

const [inputs, outputs] = [3, 2];
const create = (layout: ParameterLayout) =>
  createDense(layout, "dense", { inputs, outputs, activation: tanh });

const shapes: readonly Shape[] = [[3], [4, 3], [2, 4, 3]];
for (const shape of shapes) {
  describe(`a dense layer on an input of rank ${shape.length}`, () => {
    test("multiplies each row, adds the bias and applies its function", () => {
      const { layout, output } = buildLayer(create, shape);
      deepEqual(output.shape, [...shape.slice(0, -1), outputs]);
      const columns = drawColumns(output, 1);
      const { weights, bias } = partsOf(layout, columns.parameters);
      const expected = Array.from({ length: columns.input.length / inputs }, (_, row) =>
        bias.map((sum, unit) => {
          for (let k = 0; k < inputs; k++) {
            sum += columns.input[row * inputs + k] * weights[k * outputs + unit];
          }
          return Math.tanh(sum);
        }),
      );
      expectClose(compute([output], columns)[0], expected.flat());
    });

    test("has the derivative of differences", () => {
      const random = randomStream(2);
      checkGradient(buildLayer(create, shape).output, () => 2 * random.uniform() - 1);
    });

    test("is the same in ONNX Runtime, gradients included", () => {
      const { output } = buildLayer(create, shape);
      return checkInOnnxRuntime(output, drawColumns(output, 3));
    });
  });
}

test("a dense layer without a bias has none", () => {
  const { layout, output } = buildLayer(
    (own) => createDense(own, "dense", { inputs, outputs, hasBias: false }),
    [1, 3],
  );
  deepEqual(layout.size, inputs * outputs);
  const parameters = [1, 2, 3, 4, 5, 6];
  expectClose(compute([output], { input: [1, 10, 100], parameters })[0], [531, 642]);
});

test("weight decay pulls at the matrix, not at the bias", () => {
  const { layout } = buildLayer(create, [1, 3]);
  deepEqual([...layout.decayMask()], [1, 1, 1, 1, 1, 1, 0, 0]);
});

test("a dense layer refuses another number of inputs", () => {
  for (const shape of [[], [2], [3, 4]]) {
    throws(() => buildLayer(create, shape), /dense: found \[.*\], expected \[…,3\]/);
  }
});
