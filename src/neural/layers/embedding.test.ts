import { deepEqual, throws } from "node:assert/strict";
import { test } from "node:test";
import { checkGradient, randomStream } from "../gradient-fixture.ts";
import type { ParameterLayout } from "../parameters.ts";
import { createEmbedding } from "./embedding.ts";
import {
  buildLayer,
  checkInOnnxRuntime,
  compute,
  drawNormals,
  expectClose,
} from "./layer-fixture.ts";

const [rows, width] = [5, 3];
const create = (layout: ParameterLayout) => createEmbedding(layout, "venue", { rows, width });
const places = [4, 0, 4, 2];

test("an embedding gives the row of each number, at every rank", () => {
  const table = drawNormals(rows * width, 1);
  const expected = places.flatMap((place) => table.slice(place * width, (place + 1) * width));
  for (const shape of [[4], [2, 2], [2, 1, 2]]) {
    const { output } = buildLayer(create, shape, "int64");
    deepEqual(output.shape, [...shape, width]);
    expectClose(compute([output], { input: places, parameters: table })[0], expected);
  }
});

test("an embedding has the derivative of differences, rows that are used twice included", () => {
  const random = randomStream(2);
  checkGradient(buildLayer(create, [4], "int64").output, ({ type }, at) =>
    type === "int64" ? places[at] : 2 * random.uniform() - 1,
  );
});

test("an embedding is the same in ONNX Runtime, gradients included", () => {
  const columns = { input: places, parameters: drawNormals(rows * width, 3) };
  return checkInOnnxRuntime(buildLayer(create, [4], "int64").output, columns);
});

test("an embedding starts with rows of length 1 on average and does not decay", () => {
  const { layout } = buildLayer(
    (own) => createEmbedding(own, "venue", { rows: 1000, width: 10 }),
    [1],
    "int64",
  );
  const values = layout.initialize(1);
  const square = values.reduce((sum, value) => sum + value ** 2, 0) / 1000;
  // 10,000 squares of variance 2/100 each: the standard error is 0.014.
  expectClose([square], [1], 0.057);
  deepEqual(layout.decayMask().indexOf(1), -1);
});

test("an embedding refuses what is no whole number or no row", () => {
  throws(() => buildLayer(create, [4]), /expected a table and whole numbers/);
  const { output } = buildLayer(create, [1], "int64");
  const parameters = drawNormals(rows * width, 4);
  throws(() => compute([output], { input: [rows], parameters }), /found row 5, expected one of 5/);
});
