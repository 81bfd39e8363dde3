import { deepEqual, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { differentiate } from "../differentiate.ts";
import { checkGradient, randomStream } from "../gradient-fixture.ts";
import { Graph } from "../graph.ts";
import { sum } from "../operators/reduction.ts";
import { ParameterLayout } from "../parameters.ts";
import {
  checkInOnnxRuntime,
  compute,
  computeInOnnxRuntime,
  drawColumns,
  expectClose,
  partsOf,
} from "./layer-fixture.ts";
import { createGru, createLstm, type RecurrentLayer } from "./recurrent.ts";

const sizes = { steps: 3, batch: 2, features: 4, units: 3 };
const { steps, batch, features, units } = sizes;

/** Both forms of a layer in one graph, with a state to begin with. */
function build(create: typeof createLstm) {
  const layout = new ParameterLayout();
  const layer: RecurrentLayer = create(layout, "layer", { features, units });
  const graph = new Graph();
  const input = graph.input("input", [steps, batch, features]);
  const hidden = graph.input("hidden", [batch, units]);
  const cell = graph.input("cell", [batch, units]);
  const { weights } = layout.bind(graph);
  const state = create === createLstm ? { hidden, cell } : { hidden };
  return { layout, layer, graph, input, weights, state };
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

interface Carried {
  readonly hidden: readonly number[];
  readonly cell: readonly number[];
}
interface Step extends Carried {
  readonly input: readonly number[];
}
type Parts = Readonly<Record<string, number[]>>;

/** Column `at` of a product of a row and a matrix with `gates` · units columns. */
const product = (row: readonly number[], matrix: readonly number[], at: number): number =>
  row.reduce((total, value, k) => total + value * matrix[(k * matrix.length) / row.length + at], 0);

/** One sample's step by the formulae of ONNX's LSTM: gates in the order input, output, forget, cell. */
function stepLstm({ weights, recurrence, bias }: Parts, { input, hidden, cell }: Step): Carried {
  const gate = (which: number, unit: number): number => {
    const at = which * units + unit;
    return product(input, weights, at) + product(hidden, recurrence, at) + bias[at];
  };
  const nextCell = cell.map(
    (before, unit) =>
      sigmoid(gate(2, unit)) * before + sigmoid(gate(0, unit)) * Math.tanh(gate(3, unit)),
  );
  const next = nextCell.map((value, unit) => sigmoid(gate(1, unit)) * Math.tanh(value));
  return { hidden: next, cell: nextCell };
}

/** The same for the GRU: update, reset, hidden, with `linear_before_reset`. */
function stepGru(parts: Parts, { input, hidden, cell }: Step): Carried {
  const fromInput = (at: number): number => product(input, parts.weights, at) + parts.bias[at];
  const fromHidden = (at: number): number =>
    product(hidden, parts.recurrence, at) + parts["hidden-bias"][at];
  const next = hidden.map((before, unit) => {
    const [atReset, atHidden] = [units + unit, 2 * units + unit];
    const update = sigmoid(fromInput(unit) + fromHidden(unit));
    const reset = sigmoid(fromInput(atReset) + fromHidden(atReset));
    return (
      (1 - update) * Math.tanh(fromInput(atHidden) + reset * fromHidden(atHidden)) + update * before
    );
  });
  return { hidden: next, cell };
}

const layers = [
  ["an LSTM", createLstm, stepLstm],
  ["a GRU", createGru, stepGru],
] as const;

for (const [name, create, advance] of layers) {
  describe(name, () => {
    test("follows its formulae step by step", () => {
      const { layout, layer, input, weights, state } = build(create);
      const { states, last } = layer.unroll(weights, input, state);
      const columns = drawColumns(states, 1);
      const cells = columns.cell ?? new Array<number>(batch * units).fill(0);
      const parts = partsOf(layout, columns.parameters);
      const row = (column: ArrayLike<number>, at: number, width: number): number[] =>
        Array.from(column).slice(at * width, (at + 1) * width);
      const expected: (readonly number[])[] = [];
      const lasts: (readonly number[])[] = [];
      for (let sample = 0; sample < batch; sample++) {
        let carried: Carried = {
          hidden: row(columns.hidden, sample, units),
          cell: row(cells, sample, units),
        };
        for (let step = 0; step < steps; step++) {
          const now = row(columns.input, step * batch + sample, features);
          carried = advance(parts, { input: now, ...carried });
          expected[step * batch + sample] = carried.hidden;
        }
        lasts.push(carried.cell);
      }
      expectClose(compute([states], columns)[0], expected.flat());
      expectClose(compute([last.hidden], columns)[0], expected.slice(-batch).flat());
      if (last.cell) expectClose(compute([last.cell], columns)[0], lasts.flat());
    });

    test("is the same unrolled and as one operator, in both engines", async () => {
      const { layer, input, weights, state } = build(create);
      const outputs = [
        layer.unroll(weights, input, state).states,
        layer.run(weights, input, state),
      ];
      const columns = drawColumns(outputs[1], 2);
      const [expected, whole] = compute(outputs, columns);
      expectClose(whole, expected);
      const found = await computeInOnnxRuntime(outputs, columns);
      for (const values of found) expectClose(values, expected, 1e-5);
    });

    test("begins with zeros where no state is given", async () => {
      const { layer, input, weights, state } = build(create);
      const outputs = [
        layer.unroll(weights, input, state).states,
        layer.unroll(weights, input).states,
        layer.run(weights, input),
      ];
      const none = new Array(batch * units).fill(0);
      const columns = drawColumns(outputs[0], 3, { hidden: none, cell: none });
      const [expected, ...found] = compute(outputs, columns);
      const elsewhere = await computeInOnnxRuntime(outputs, columns);
      for (const values of [...found, ...elsewhere]) expectClose(values, expected, 1e-5);
    });

    test("has the derivative of differences, by its state too", () => {
      const { layer, input, weights, state } = build(create);
      const random = randomStream(4);
      const { states } = layer.unroll(weights, input, state);
      checkGradient(states, () => 2 * random.uniform() - 1);
    });

    test("has the same gradients in ONNX Runtime", () => {
      const { layer, input, weights, state } = build(create);
      const { states } = layer.unroll(weights, input, state);
      return checkInOnnxRuntime(states, drawColumns(states, 5));
    });

    test("runs a single step of a single sample", () => {
      const layout = new ParameterLayout();
      const layer = create(layout, "layer", { features, units });
      const graph = new Graph();
      const input = graph.input("input", [1, 1, features]);
      const { weights } = layout.bind(graph);
      const { states } = layer.unroll(weights, input);
      deepEqual(states.shape, [1, 1, units]);
      const columns = drawColumns(states, 6);
      const [unrolled, whole] = compute([states, layer.run(weights, input)], columns);
      expectClose(whole, unrolled);
    });

    test("refuses inputs, states and derivatives that it has not", () => {
      const { layer, graph, input, weights, state } = build(create);
      const wide = graph.input("wide", [steps, batch, features + 1]);
      throws(() => layer.unroll(weights, wide), /expected \[steps,batch,4\]/);
      throws(() => layer.run(weights, wide), /expected \[5,/);
      const long = { hidden: graph.input("long", [batch, units + 1]) };
      throws(() => layer.unroll(weights, input, long), RangeError);
      throws(() => layer.run(weights, input, long), RangeError);
      const whole = layer.run(weights, input, state);
      throws(() => differentiate(sum(whole), [input]), /operators with a derivative/);
    });
  });
}
