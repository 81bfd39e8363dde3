import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InferenceSession, Tensor as RuntimeTensor } from "onnxruntime-node";
import { differentiate } from "./differentiate.ts";
import { awayFromZero, randomStream } from "./gradient-fixture.ts";
import { Graph, type Tensor, type Values } from "./graph.ts";
import { encodeModel } from "./onnx/encode-model.ts";
import { multiply } from "./operators/arithmetic.ts";
import { equal as equals, greater, select } from "./operators/comparison.ts";
import { tanh, toFloat } from "./operators/elementwise.ts";
import { gather, oneHot } from "./operators/gather.ts";
import { gruStates, lstmStates } from "./operators/recurrent.ts";
import { sum } from "./operators/reduction.ts";
import { slice } from "./operators/slice.ts";
import { PlainEngine } from "./plain-engine.ts";
import { drawGraph } from "./random-graph-fixture.ts";
import { toOnnx } from "./to-onnx.ts";

function toRuntime(node: Tensor, values: Values): RuntimeTensor {
  if (node.type === "int64") {
    const data = BigInt64Array.from(Array.from(values, (value) => BigInt(value)));
    return new RuntimeTensor("int64", data, node.shape);
  }
  return new RuntimeTensor("float32", Float32Array.from(values), node.shape);
}

/** Both engines on the same inputs; the outputs may differ by single precision. */
async function compare(
  outputs: readonly Tensor[],
  draw: (input: Tensor) => number,
  { tolerance = 2e-5, threads = 1 } = {},
): Promise<void> {
  const { graph } = outputs[0];
  const plain = new PlainEngine(outputs, "float64");
  const feeds: Record<string, RuntimeTensor> = {};
  for (const node of graph.nodes) {
    const column = plain.inputs.get(node.inputName ?? "");
    if (column === undefined || node.inputName === undefined) continue;
    for (let at = 0; at < column.length; at++) column[at] = Math.fround(draw(node));
    feeds[node.inputName] = toRuntime(node, column);
  }
  plain.run();
  const named = Object.fromEntries(outputs.map((output, at) => [`out${at}`, output]));
  const bytes = encodeModel(toOnnx({ outputs: named }));
  const session = await InferenceSession.create(bytes, { intraOpNumThreads: threads });
  const found = await session.run(feeds);
  for (const [at, output] of outputs.entries()) {
    const result = found[`out${at}`];
    deepEqual(result.dims, output.shape);
    const data = Array.from(result.data as Iterable<number | bigint | boolean>, Number);
    for (const [place, value] of data.entries()) {
      const expected = plain.outputs[at][place];
      const error = Math.abs(value - expected) / Math.max(1, Math.abs(expected));
      const text = `${output.operator.name}, ${place}: found ${value}, expected ${expected}`;
      ok(error <= tolerance, `${text}\n${graph.describe(outputs)}`);
    }
  }
  await session.release();
}

describe("ONNX Runtime computes what the plain engine computes", () => {
  test("for random graphs and their gradients", async () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = randomStream(seed);
      const output = drawGraph(random, 3 + (seed % 12));
      const inputs = output.graph.nodes.filter(({ inputName }) => inputName !== undefined);
      const outputs = [output, ...differentiate(sum(tanh(output)), inputs)];
      await compare(outputs, () => awayFromZero(random));
    }
  });

  test("for whole numbers, truth and tables", async () => {
    const graph = new Graph();
    const [table, places] = [graph.input("t", [5, 2, 2]), graph.input("n", [2, 3], "int64")];
    const rows = gather(table, places);
    const hot = oneHot(places, 5);
    const loss = sum(multiply(tanh(rows), rows));
    const [slope] = differentiate(loss, [table]);
    const chosen = select(equals(hot, 1), hot, toFloat(greater(hot, 0.5)));
    const random = randomStream(4);
    const draw = ({ type }: Tensor): number =>
      type === "int64" ? Math.floor(random.uniform() * 5) : awayFromZero(random);
    await compare([rows, hot, slope, chosen, greater(table, 0)], draw);
  });

  test("for rows that are named many times, on two threads", async () => {
    const graph = new Graph();
    const [table, places] = [graph.input("t", [5, 256]), graph.input("n", [4096], "int64")];
    const [slope] = differentiate(sum(gather(table, places)), [table]);
    for (let run = 0; run < 5; run++) {
      const random = randomStream(run);
      await compare([slope], () => Math.floor(random.uniform() * 5), { threads: 2 });
    }
  });

  test("for slices in steps and their gradients", async () => {
    const graph = new Graph();
    const x = graph.input("x", [7, 5]);
    for (const [from, to, step] of [
      [0, 7, 2],
      [0, 7, 3],
      [1, 7, 4],
      [2, 6, 2],
      [3, 4, 2],
    ] as const) {
      const part = slice(x, 0, from, to, step);
      const [slope] = differentiate(sum(tanh(part)), [x]);
      await compare([part, slope], () => 0.7);
    }
  });

  for (const [name, gates] of [
    ["LSTM", 4],
    ["GRU", 3],
  ] as const) {
    test(`for the ${name} operator`, async () => {
      const [steps, batch, features, units] = [4, 2, 3, 5];
      const graph = new Graph();
      const terms = {
        input: graph.input("x", [steps, batch, features]),
        weights: graph.input("w", [features, gates * units]),
        recurrence: graph.input("r", [units, gates * units]),
        bias: graph.input("b", [gates * units]),
        hidden: graph.input("h", [batch, units]),
      };
      const states =
        name === "LSTM"
          ? lstmStates(terms, graph.input("c", [batch, units]))
          : gruStates(terms, graph.input("hb", [gates * units]));
      const random = randomStream(9);
      await compare([states], () => awayFromZero(random), { tolerance: 1e-5 });
    });
  }
});

describe("an ONNX model", () => {
  test("takes values in as constants and names what goes in and out", () => {
    const graph = new Graph();
    const [x, w] = [graph.input("x", [2]), graph.input("w", [2])];
    const product = multiply(x, w);
    const model = toOnnx({ outputs: { y: product, again: product, z: x }, values: { w: [1, 2] } });
    const { inputs, outputs, initializers } = model.graph;
    deepEqual(
      inputs.map(({ name }) => name),
      ["x"],
    );
    deepEqual(
      outputs.map(({ name }) => name),
      ["y", "again", "z"],
    );
    equal(initializers.find(({ name }) => name === "w")?.data.length, 2);
    for (const name of ["x", "t5"]) {
      throws(() => toOnnx({ outputs: { [name]: product } }), /expected a name that is not taken/);
    }
    throws(() => toOnnx({ outputs: { product }, values: { v: [1] } }), /found values for v/);
    throws(() => toOnnx({ outputs: { product }, values: { w: [1] } }), /found 1 values of w/);
  });
});
