import { deepEqual, ok, throws } from "node:assert/strict";
import { test } from "node:test";
import { checkGradient, randomStream } from "../gradient-fixture.ts";
import { Graph } from "../graph.ts";
import { tanh } from "../operators/elementwise.ts";
import { ParameterLayout } from "../parameters.ts";
import { createTemporalAttention } from "./attention.ts";
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
const batch = 2;
const shape = [batch, features, steps];
const createParts = (layout: ParameterLayout) =>
  createTemporalAttention(layout, "tabl", { ...sizes, activation: tanh });
const create = (layout: ParameterLayout) => createParts(layout).apply;
const createWeights = (layout: ParameterLayout) => createParts(layout).attend;

type Matrix = readonly (readonly number[])[];
const matrixOf = (values: ArrayLike<number>, width: number): Matrix =>
  Array.from({ length: values.length / width }, (_, row) =>
    Array.from(values).slice(row * width, (row + 1) * width),
  );
const product = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0].map((_, at) => row.reduce((sum, value, k) => sum + value * b[k][at], 0)));

/** Attention and output of one sample, by the equations of the paper. */
function attendTo(sample: Matrix, parts: Readonly<Record<string, number[]>>) {
  const mixed = product(matrixOf(parts["feature-weights"], features), sample);
  const energies = product(
    mixed,
    matrixOf(parts.attention, steps).map((row, at) =>
      row.map((value, k) => (k === at ? 1 / steps : value)),
    ),
  );
  const attention = energies.map((row) => {
    const total = row.reduce((sum, energy) => sum + Math.exp(energy), 0);
    return row.map((energy) => Math.exp(energy) / total);
  });
  const lambda = 1 / (1 + Math.exp(-parts["attention-share"][0]));
  const kept = mixed.map((row, at) =>
    row.map((value, k) => lambda * value * attention[at][k] + (1 - lambda) * value),
  );
  const bias = matrixOf(parts.bias, outputSteps);
  const sums = product(kept, matrixOf(parts["step-weights"], outputSteps));
  const output = sums.map((row, at) => row.map((value, k) => Math.tanh(value + bias[at][k])));
  return { attention, output };
}

test("temporal attention is what the equations of the paper say", () => {
  const { layout, output } = buildLayer(create, shape);
  deepEqual(output.shape, [batch, outputFeatures, outputSteps]);
  const columns = drawColumns(output, 1);
  const parts = partsOf(layout, columns.parameters);
  const samples = matrixOf(columns.input, features * steps).map((column) =>
    attendTo(matrixOf(column, steps), parts),
  );
  const [found] = compute([output], columns);
  expectClose(found, samples.flatMap((sample) => sample.output).flat());
  const [attention] = compute([buildLayer(createWeights, shape).output], columns);
  expectClose(attention, samples.flatMap((sample) => sample.attention).flat());
});

test("attention adds up to one over the steps, and is even to begin with", () => {
  const { layout, output } = buildLayer(createWeights, shape);
  deepEqual(output.shape, [batch, outputFeatures, steps]);
  const columns = drawColumns(output, 2);
  for (const row of matrixOf(compute([output], columns)[0], steps)) {
    const total = row.reduce((sum, share) => sum + share, 0);
    ok(row.every((share) => share > 0));
    expectClose([total], [1]);
  }
  const [even] = compute([output], { ...columns, parameters: layout.initialize(1) });
  expectClose(even, new Array(even.length).fill(1 / steps), 1e-7);
});

test("attention costs nothing more in the graph that applies it", () => {
  const graph = new Graph();
  const layout = new ParameterLayout();
  const { apply, attend } = createParts(layout);
  const { weights } = layout.bind(graph);
  const input = graph.input("input", shape);
  apply(weights, input);
  const count = graph.nodes.length;
  attend(weights, input);
  // Only the axes are put back in order.
  deepEqual(graph.nodes.length, count + 1);
});

test("what stands in the diagonal of the attention matrix does not count", () => {
  const { layout, output } = buildLayer(create, shape);
  const columns = drawColumns(output, 3);
  const moved = Float64Array.from(columns.parameters);
  const offset = layout.parameters.find(({ name }) => name === "tabl/attention")?.offset ?? -1;
  for (let at = 0; at < steps; at++) moved[offset + at * (steps + 1)] += 7;
  expectClose(
    compute([output], { ...columns, parameters: moved })[0],
    compute([output], columns)[0],
  );
});

test("temporal attention has the derivative of differences", () => {
  const random = randomStream(4);
  checkGradient(buildLayer(create, shape).output, () => 2 * random.uniform() - 1);
});

test("temporal attention is the same in ONNX Runtime, gradients included", () => {
  const { output } = buildLayer(create, shape);
  return checkInOnnxRuntime(output, drawColumns(output, 5));
});

test("temporal attention takes three products for the whole batch", () => {
  const { graph, output } = buildLayer(create, [64, features, steps]);
  deepEqual(graph.describe([output]).match(/Gemm|MatMul/g), ["Gemm", "Gemm", "Gemm"]);
});

test("temporal attention refuses other features, steps and ranks", () => {
  for (const wrong of [
    [2, steps, features],
    [2, features, 5],
    [features, steps],
  ]) {
    throws(() => buildLayer(create, wrong), /tabl: found .*, expected \[batch,3,4\]/);
  }
});
