/** For tests: small networks with drawn parameters, and what to feed them. */
import { ok } from "node:assert/strict";
import { createRandomStream } from "../../core/random/random-stream.ts";
import { Graph, type Tensor } from "../graph.ts";
import { createDense } from "../layers/dense.ts";
import { createGru, createLstm } from "../layers/recurrent.ts";
import { encodeModel } from "../onnx/encode-model.ts";
import { tanh, toFloat } from "../operators/elementwise.ts";
import { gather } from "../operators/gather.ts";
import { slice } from "../operators/slice.ts";
import { ParameterLayout, parametersInput } from "../parameters.ts";
import { sizeOf } from "../shape.ts";
import { toOnnx } from "../to-onnx.ts";
import type { Feeds, Inference, Results } from "./inference.ts";

export interface FixtureNetwork {
  readonly outputs: Readonly<Record<string, Tensor>>;
  readonly values: Readonly<Record<string, Float32Array>>;
  /** As an ONNX file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function finish(
  outputs: FixtureNetwork["outputs"],
  layout: ParameterLayout,
  seed: number,
): FixtureNetwork {
  const values = { [parametersInput]: layout.initialize(seed) };
  return { outputs, values, bytes: encodeModel(toOnnx({ outputs, values })) };
}

export interface DensePolicyTerms {
  readonly batch?: number;
  readonly inputs?: number;
  readonly hidden?: number;
  readonly actions?: number;
  readonly seed?: number;
}

/** `observation` [batch, inputs] through two hidden layers to `logits` and `value`. */
export function createDensePolicy(terms: DensePolicyTerms = {}): FixtureNetwork {
  const { batch = 1, inputs = 6, hidden = 16, actions = 3, seed = 1 } = terms;
  const layout = new ParameterLayout();
  const first = createDense(layout, "first", { inputs, outputs: hidden, activation: tanh });
  const second = createDense(layout, "second", {
    ...{ inputs: hidden, outputs: hidden, activation: tanh },
  });
  const head = createDense(layout, "head", { inputs: hidden, outputs: actions });
  const critic = createDense(layout, "critic", { inputs: hidden, outputs: 1 });
  const graph = new Graph();
  const { weights } = layout.bind(graph);
  const body = second(weights, first(weights, graph.input("observation", [batch, inputs])));
  return finish({ logits: head(weights, body), value: critic(weights, body) }, layout, seed);
}

/** `sequence` [5, 2, 3] and a state [2, 4] through one recurrent layer to `states` and `last`. */
export function createRecurrentPolicy(kind: "lstm" | "gru", how: "run" | "unroll"): FixtureNetwork {
  const layout = new ParameterLayout();
  const create = kind === "lstm" ? createLstm : createGru;
  const layer = create(layout, kind, { features: 3, units: 4 });
  const graph = new Graph();
  const { weights } = layout.bind(graph);
  const input = graph.input("sequence", [5, 2, 3]);
  const state = {
    hidden: graph.input("hidden", [2, 4]),
    ...(kind === "lstm" ? { cell: graph.input("cell", [2, 4]) } : {}),
  };
  const states =
    how === "run" ? layer.run(weights, input, state) : layer.unroll(weights, input, state).states;
  return finish({ states, last: slice(states, 0, 4, 5) }, layout, 2);
}

/** `rows` of a table by `places`, `truth` as a number, and `places` themselves as `same`. */
export function createLookup(): Uint8Array {
  const graph = new Graph();
  const places = graph.input("places", [3], "int64");
  const rows = gather(graph.input("table", [4, 2]), places);
  const numbers = toFloat(graph.input("truth", [2], "bool"));
  return encodeModel(toOnnx({ outputs: { rows, numbers, same: places } }));
}

/** Numbers from -1 to 1 for every float input; 0 and 1 in turn elsewhere. */
export function drawFeeds({ inputs }: Pick<Inference, "inputs">, seed: number): Feeds {
  const random = createRandomStream(seed, 1);
  return Object.fromEntries(
    inputs.map(({ name, type, shape }) => {
      const length = sizeOf(shape.map(Number));
      if (type === "int64") return [name, Int32Array.from({ length }, (_, at) => at % 2)];
      if (type === "bool") return [name, Uint8Array.from({ length }, (_, at) => at % 2)];
      const drawn = Float64Array.from({ length }, () => 2 * random.uniform() - 1);
      return [name, type === "float32" ? Float32Array.from(drawn) : drawn];
    }),
  );
}

/** Compares all elements of all outputs. */
export function closeResults(found: Results, expected: Results, tolerance = 1e-5): void {
  const names = Object.keys(expected).sort();
  ok(
    Object.keys(found).sort().join() === names.join(),
    `found ${Object.keys(found)}, not ${names}`,
  );
  for (const name of names) {
    const [a, b] = [found[name], expected[name]];
    ok(a.length === b.length, `${name}: found ${a.length} elements, expected ${b.length}`);
    for (let at = 0; at < b.length; at++) {
      const [one, other] = [Number(a[at]), Number(b[at])];
      const isClose = Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(other));
      ok(isClose || Object.is(one, other), `${name}[${at}]: found ${one}, expected ${other}`);
    }
  }
}
