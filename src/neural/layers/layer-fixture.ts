/** For tests: graphs computed with given numbers, here and in ONNX Runtime. */
import { ok } from "node:assert/strict";
import * as ort from "onnxruntime-node";
import { drawNormal } from "../../core/random/distributions.ts";
import { differentiate } from "../differentiate.ts";
import { randomStream } from "../gradient-fixture.ts";
import { collectNodes, Graph, type Tensor, type TensorType } from "../graph.ts";
import { encodeModel } from "../onnx/encode-model.ts";
import { sum } from "../operators/reduction.ts";
import { ParameterLayout } from "../parameters.ts";
import { PlainEngine } from "../plain-engine.ts";
import { type Shape, sizeOf } from "../shape.ts";
import { toOnnx } from "../to-onnx.ts";
import type { Layer } from "./dense.ts";

/** One layer in a graph of its own, its inputs called `input` and `parameters`. */
export function buildLayer(
  create: (layout: ParameterLayout) => Layer,
  shape: Shape,
  type: TensorType = "float",
) {
  const layout = new ParameterLayout();
  const layer = create(layout);
  const graph = new Graph();
  const input = graph.input("input", shape, type);
  const { weights } = layout.bind(graph);
  return { layout, graph, input, weights, output: layer(weights, input) };
}

/** A column of parameters cut into those of each name, without what stands before the last slash. */
export function partsOf(
  { parameters }: ParameterLayout,
  column: ArrayLike<number>,
): Readonly<Record<string, number[]>> {
  const numbers = Array.from(column);
  return Object.fromEntries(
    parameters.map(({ name, offset, shape }) => [
      name.replace(/^.*\//, ""),
      numbers.slice(offset, offset + sizeOf(shape)),
    ]),
  );
}

/** Values of inputs, by name. */
export type Columns = Readonly<Record<string, ArrayLike<number>>>;

export function drawNormals(size: number, seed: number): number[] {
  const random = randomStream(seed);
  return Array.from({ length: size }, () => drawNormal(random));
}

/** Values of tensors, in order; every input that they need must have a column. */
export function compute(
  outputs: readonly Tensor[],
  columns: Columns,
  float: "float32" | "float64" = "float64",
): number[][] {
  const engine = new PlainEngine(outputs, float);
  for (const [name, column] of engine.inputs) column.set(columns[name]);
  engine.run();
  return engine.outputs.map((output) => [...output]);
}

/** The same by ONNX Runtime in float32, on one thread. */
export async function computeInOnnxRuntime(
  outputs: readonly Tensor[],
  columns: Columns,
): Promise<number[][]> {
  const names = outputs.map((_, at) => `output${at}`);
  const terms = Object.fromEntries(outputs.map((output, at) => [names[at], output]));
  const model = encodeModel(toOnnx({ outputs: terms }));
  const session = await ort.InferenceSession.create(model, {
    ...{ intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 },
  });
  const feeds: Record<string, ort.Tensor> = {};
  for (const { inputName, type, shape } of collectNodes(outputs)) {
    if (inputName === undefined) continue;
    const column = Array.from(columns[inputName]);
    feeds[inputName] =
      type === "int64"
        ? new ort.Tensor("int64", BigInt64Array.from(column, BigInt), shape)
        : new ort.Tensor("float32", Float32Array.from(column), shape);
  }
  const results = await session.run(feeds);
  await session.release();
  return names.map((name) => Array.from(results[name].data as Float32Array));
}

/** Asks for the same numbers to within a tolerance, relative where they are above 1. */
export function expectClose(
  found: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance = 1e-12,
): void {
  ok(found.length === expected.length, `found ${found.length}, expected ${expected.length}`);
  for (let at = 0; at < expected.length; at++) {
    const scale = Math.max(1, Math.abs(expected[at]));
    const isClose = Math.abs(found[at] - expected[at]) <= tolerance * scale;
    ok(isClose, `[${at}]: found ${found[at]}, expected ${expected[at]} to ${tolerance}`);
  }
}

/** Compares a tensor and its gradients in ONNX Runtime with those here, which are in float64. */
export async function checkInOnnxRuntime(
  output: Tensor,
  columns: Columns,
  tolerance = 2e-5,
): Promise<void> {
  const inputs = collectNodes([output]).filter(
    ({ inputName, type }) => inputName !== undefined && type === "float",
  );
  const outputs = [output, ...differentiate(sum(output), inputs)];
  const expected = compute(outputs, columns);
  const found = await computeInOnnxRuntime(outputs, columns);
  for (const [at, values] of found.entries()) expectClose(values, expected[at], tolerance);
}

/** Normal draws for every float input that a tensor needs; whole numbers are given. */
export function drawColumns(output: Tensor, seed: number, given: Columns = {}): Columns {
  const names = collectNodes([output]).flatMap(({ inputName, shape }, at) =>
    inputName === undefined || inputName in given
      ? []
      : [[inputName, drawNormals(sizeOf(shape), seed + at)] as const],
  );
  return { ...Object.fromEntries(names), ...given };
}
