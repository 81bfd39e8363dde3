import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { assert as check, integer, property } from "fast-check";
import { differentiate } from "./differentiate.ts";
import { awayFromZero, checkGradient, randomStream } from "./gradient-fixture.ts";
import { collectNodes, Graph } from "./graph.ts";
import { add, multiply, square } from "./operators/arithmetic.ts";
import { greater } from "./operators/comparison.ts";
import { exp, stopGradient, toFloat } from "./operators/elementwise.ts";
import { matmul } from "./operators/matmul.ts";
import { lstmStates } from "./operators/recurrent.ts";
import { sum } from "./operators/reduction.ts";
import { slice } from "./operators/slice.ts";
import { PlainEngine } from "./plain-engine.ts";
import { drawGraph } from "./random-graph-fixture.ts";

describe("differentiation", () => {
  test("agrees with central differences on a thousand random graphs", () => {
    check(
      property(integer({ min: 1, max: 1e9 }), integer({ min: 1, max: 14 }), (seed, steps) => {
        const random = randomStream(seed);
        checkGradient(drawGraph(random, steps), () => awayFromZero(random), 1e-5);
      }),
      { numRuns: 1000, seed: 20261121 },
    );
  });

  test("of a sum of squares is twice the tensor, by every path", () => {
    const graph = new Graph();
    const x = graph.input("x", [3]);
    const [slope] = differentiate(sum(add(square(x), multiply(x, x))), [x]);
    const engine = new PlainEngine([slope], "float64");
    engine.inputs.get("x")?.set([1, -2, 0.5]);
    engine.run();
    deepEqual([...engine.outputs[0]], [4, -8, 2]);
  });

  test("puts slices that cover a tensor side by side, without adding zeros", () => {
    const graph = new Graph();
    const x = graph.input("x", [100, 4]);
    let loss = graph.constant(0);
    for (let row = 0; row < 100; row++) loss = add(loss, sum(exp(slice(x, 0, row, row + 1))));
    const [slope] = differentiate(loss, [x]);
    const names = collectNodes([slope]).map(({ operator }) => operator.name);
    equal(names.filter((name) => name === "Concat").length, 1);
    ok(!names.includes("Scatter") && !names.includes("Add"));
  });

  test("adds up products of matrices within the product", () => {
    const graph = new Graph();
    const weights = graph.input("w", [3, 3]);
    let state = graph.input("x", [2, 3]);
    for (let step = 0; step < 4; step++) state = matmul(state, weights);
    const [slope] = differentiate(sum(state), [weights]);
    ok(!collectNodes([slope]).some(({ operator }) => operator.name === "Add"));
  });

  test("is zero where nothing depends, and stops where it is told to", () => {
    const graph = new Graph();
    const [x, y] = [graph.input("x", [2]), graph.input("y", [3])];
    const loss = sum(multiply(stopGradient(x), add(toFloat(greater(x, 0)), 1)));
    const slopes = differentiate(loss, [x, y]);
    const engine = new PlainEngine(slopes, "float64");
    engine.run();
    deepEqual(
      engine.outputs.map((column) => [...column]),
      [
        [0, 0],
        [0, 0, 0],
      ],
    );
  });

  test("refuses what is no scalar and what has no derivative", () => {
    const graph = new Graph();
    const x = graph.input("x", [2, 1, 3]);
    throws(() => differentiate(x, [x]), /found \[2,1,3\], expected one element/);
    const [wide, tall] = [graph.input("w", [3, 8]), graph.input("r", [2, 8])];
    const [bias, state] = [graph.input("b", [8]), graph.input("h", [1, 2])];
    const terms = { input: x, weights: wide, recurrence: tall, bias, hidden: state };
    const states = lstmStates(terms, state);
    throws(() => differentiate(sum(states), [x]), /found LSTM, expected operators with a/);
    // The weights of another graph's layer do not matter to this one.
    deepEqual(differentiate(sum(states), [graph.input("z", [])])[0].shape, []);
  });
});
