import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { differentiate } from "../differentiate.ts";
import { awayFromZero, randomStream } from "../gradient-fixture.ts";
import { Graph, type Tensor } from "../graph.ts";
import { decodeModel } from "../onnx/decode-model.ts";
import { encodeModel } from "../onnx/encode-model.ts";
import type { OnnxAttribute, OnnxModel, OnnxNode } from "../onnx/onnx-model.ts";
import { multiply } from "../operators/arithmetic.ts";
import { equal as equals, greater, select } from "../operators/comparison.ts";
import { convolve } from "../operators/convolution.ts";
import { sign, tanh, toFloat } from "../operators/elementwise.ts";
import { gather, oneHot } from "../operators/gather.ts";
import { averagePool, maximumPool } from "../operators/pooling.ts";
import { sum } from "../operators/reduction.ts";
import { slice } from "../operators/slice.ts";
import { placeWindow } from "../operators/window.ts";
import { PlainEngine } from "../plain-engine.ts";
import { drawGraph } from "../random-graph-fixture.ts";
import { toOnnx } from "../to-onnx.ts";
import { type GraphOutcome, graphFromOnnx } from "./graph-from-onnx.ts";
import { createRecurrentPolicy } from "./network-fixture.ts";

/** Writes, reads and builds again. */
function rebuild(outputs: Readonly<Record<string, Tensor>>): GraphOutcome & { kind: "built" } {
  const outcome = decodeModel(encodeModel(toOnnx({ outputs, float: "float64" })));
  ok(outcome.kind === "decoded");
  const built = graphFromOnnx(outcome.model);
  ok(built.kind === "built", built.kind === "refused" ? built.reason : "");
  equal(built.float, "float64");
  return built;
}

/** The graph and what comes back from its file give the same; attributes have 32 bits. */
function checkRoundTrip(outputs: readonly Tensor[], draw: (input: Tensor) => number): void {
  const named = Object.fromEntries(outputs.map((output, at) => [`out${at}`, output]));
  const built = rebuild(named);
  const before = new PlainEngine(outputs, "float64");
  const after = new PlainEngine(Object.values(built.outputs), "float64");
  const inputs = outputs[0].graph.nodes.filter(({ inputName }) => inputName !== undefined);
  for (const input of inputs) {
    const column = before.inputs.get(input.inputName ?? "");
    for (let at = 0; at < (column?.length ?? 0); at++) if (column) column[at] = draw(input);
    if (column) after.inputs.get(input.inputName ?? "")?.set(column);
  }
  before.run();
  after.run();
  for (const [at, output] of outputs.entries()) {
    deepEqual(built.outputs[`out${at}`].shape, output.shape);
    for (const [place, expected] of before.outputs[at].entries()) {
      const found = after.outputs[at][place];
      const isClose = Math.abs(found - expected) <= 1e-6 * Math.max(1, Math.abs(expected));
      ok(isClose, `${output}, ${place}: found ${found}, expected ${expected}`);
    }
  }
}

describe("a graph from a file computes what the graph did that was written", () => {
  test("for random graphs and their gradients", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = randomStream(seed);
      const output = drawGraph(random, 3 + (seed % 12));
      const inputs = output.graph.nodes.filter(({ inputName }) => inputName !== undefined);
      const outputs = [output, ...differentiate(sum(tanh(output)), inputs)];
      checkRoundTrip(outputs, () => awayFromZero(random));
    }
  });

  test("for whole numbers, truth, tables and their gradients", () => {
    const graph = new Graph();
    const [table, places] = [graph.input("t", [5, 2, 2]), graph.input("n", [2, 3], "int64")];
    const rows = gather(table, places);
    const hot = oneHot(places, 5);
    const [slope] = differentiate(sum(multiply(tanh(rows), rows)), [table]);
    const chosen = select(equals(hot, 1), hot, toFloat(greater(hot, 0.5)));
    const random = randomStream(4);
    checkRoundTrip([rows, hot, slope, chosen, greater(table, 0), sign(table)], ({ type }) =>
      type === "int64" ? Math.floor(random.uniform() * 5) : awayFromZero(random),
    );
  });

  test("for slices in steps and their gradients", () => {
    const x = new Graph().input("x", [7, 5]);
    const parts = [slice(x, 0, 0, 7, 2), slice(x, 0, 1, 6, 3), slice(x, 1, 2, 5)];
    const slopes = parts.flatMap((part) => differentiate(sum(tanh(part)), [x]));
    const random = randomStream(5);
    checkRoundTrip([...parts, ...slopes], () => awayFromZero(random));
  });

  test("for windows and their gradients", () => {
    const graph = new Graph();
    const [input, kernels] = [graph.input("x", [2, 3, 7, 6]), graph.input("k", [4, 3, 3, 2])];
    for (const padding of ["valid", "same", "causal"] as const) {
      const terms = { size: [3, 2], padding } as const;
      const window = placeWindow("test", input.shape, { ...terms, stride: [2, 1] });
      const wide = placeWindow("test", input.shape, { ...terms, dilation: [1, 2], stride: [1, 3] });
      const parts = [
        convolve(input, kernels, window, graph.input(`bias-${padding}`, [4])),
        convolve(input, kernels, wide),
        maximumPool(input, window),
        averagePool(input, window),
      ];
      const slopes = parts.flatMap((part) => differentiate(sum(tanh(part)), [input, kernels]));
      const random = randomStream(7);
      checkRoundTrip([...parts, ...slopes], () => awayFromZero(random));
    }
  });

  for (const kind of ["lstm", "gru"] as const) {
    test(`for a ${kind}, as one operator and step by step`, () => {
      for (const how of ["run", "unroll"] as const) {
        const random = randomStream(6);
        const { outputs } = createRecurrentPolicy(kind, how);
        checkRoundTrip(Object.values(outputs), () => awayFromZero(random));
      }
    });
  }
});

/** A file whose last node but the outputs' is changed. */
function change(output: Tensor, node: Partial<OnnxNode>): OnnxModel {
  const model = toOnnx({ outputs: { y: output } });
  const at = model.graph.nodes.length - 2;
  const nodes = model.graph.nodes.with(at, { ...model.graph.nodes[at], ...node });
  return { ...model, graph: { ...model.graph, nodes } };
}

describe("a graph from a file is refused", () => {
  const refuse = (model: OnnxModel, reason: string | RegExp): void => {
    const outcome = graphFromOnnx(model);
    ok(outcome.kind === "refused");
    if (typeof reason === "string") equal(outcome.reason, reason);
    else ok(reason.test(outcome.reason), outcome.reason);
  };
  const int = (value: number): OnnxAttribute => ({ kind: "int", value });

  test("for an operator that nobody writes here", () => {
    const x = new Graph().input("x", [2]);
    refuse(
      change(tanh(x), { operator: "Erf" }),
      /^node n0 \(Erf\): found Erf, expected one of Abs, /,
    );
  });

  test("in words that cannot reach the terminal", () => {
    const x = new Graph().input("x", [2]);
    refuse(
      change(tanh(x), { name: "\u001b[2J", operator: "E\u202e" }),
      /^node \\u\{1b\}\[2J \(E\\u\{202e\}\): /,
    );
    refuse(change(tanh(x), { operator: "E".repeat(2000) }), /^.{600}…$/);
  });

  test("for attributes that would change the result", () => {
    const x = new Graph().input("x", [2]);
    const y = toFloat(greater(x, 0));
    refuse(
      change(tanh(x), { attributes: { axis: int(1) } }),
      "node n0 (Tanh): found the attributes axis",
    );
    refuse(
      change(y, { attributes: { to: int(10) } }),
      "node n1 (Cast): found a cast to element type 10, expected float32 or float64",
    );
    refuse(
      change(y, { attributes: { to: { kind: "float", value: 1 } } }),
      "node n1 (Cast): found to of kind float, expected int",
    );
    const { bytes } = createRecurrentPolicy("lstm", "run");
    const decoded = decodeModel(bytes);
    ok(decoded.kind === "decoded");
    const { graph } = decoded.model;
    const at = graph.nodes.findIndex(({ operator }) => operator === "LSTM");
    const backwards: OnnxAttribute = { kind: "string", value: "reverse" };
    const attributes = { ...graph.nodes[at].attributes, direction: backwards };
    const nodes = graph.nodes.with(at, { ...graph.nodes[at], attributes });
    refuse(
      { ...decoded.model, graph: { ...graph, nodes } },
      /\(LSTM\): found direction=reverse, expected forward$/,
    );
  });

  test("for a wrong number of inputs, and more than one output", () => {
    const x = new Graph().input("x", [2]);
    refuse(change(tanh(x), { inputs: ["x", "x"] }), "node n0 (Tanh): found 2 inputs, expected 1");
    refuse(
      change(tanh(x), { outputs: ["t1", "more"] }),
      "node n0 (Tanh): found outputs t1, more, expected the first",
    );
  });

  test("for shapes that do not fit, or would take all memory", () => {
    const graph = new Graph();
    const [a, b] = [graph.input("a", [2]), graph.input("b", [3])];
    const model = toOnnx({ outputs: { y: multiply(a, a), z: b } });
    const nodes = model.graph.nodes.with(0, { ...model.graph.nodes[0], inputs: ["a", "b"] });
    refuse(
      { ...model, graph: { ...model.graph, nodes } },
      /^node n0 \(Mul\): Mul: found \[2\] and/,
    );
    const huge = {
      ...model.graph,
      inputs: [{ ...model.graph.inputs[0], shape: [2 ** 20, 2 ** 20] }],
    };
    refuse({ ...model, graph: huge }, `found ${2 ** 40} elements, expected at most ${2 ** 26}`);
  });

  test("for free dimensions, mixed floats and unknown operator sets", () => {
    const model = toOnnx({ outputs: { y: tanh(new Graph().input("x", [2])) } });
    const [input] = model.graph.inputs;
    const withInput = (changed: Partial<typeof input>): OnnxModel => {
      const inputs = [{ ...input, ...changed }];
      return { ...model, graph: { ...model.graph, inputs } };
    };
    refuse(withInput({ shape: ["batch"] }), "input x: found float32 [batch], expected sizes");
    refuse(withInput({ type: "float64" }), "output y: found float64 [2], expected float32 [2]");
    refuse({ ...model, opset: 18 }, "operator set: found 18, expected 13 to 17");
  });

  test("for whole numbers beyond 32 bits", () => {
    const x = new Graph().input("x", [7]);
    const model = toOnnx({ outputs: { y: slice(x, 0, 0, 7, 2) } });
    const initializers = model.graph.initializers.map((tensor) => ({
      ...tensor,
      data: BigInt64Array.of(2n ** 40n),
    }));
    refuse(
      { ...model, graph: { ...model.graph, initializers } },
      `initializer c0: found ${2 ** 40}, expected 32 bits`,
    );
  });
});
