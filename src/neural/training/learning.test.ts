/** Problems whose answers are known, learnt through ONNX Runtime; each takes seconds at most. */
import { deepEqual, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { drawNormal } from "../../core/random/distributions.ts";
import { randomStream } from "../gradient-fixture.ts";
import { Graph, type Tensor } from "../graph.ts";
import { createConvolution1d } from "../layers/convolution.ts";
import { createDense } from "../layers/dense.ts";
import { globalMaximum } from "../layers/pooling.ts";
import { createLstm } from "../layers/recurrent.ts";
import { crossEntropy, meanOf, pinballError, squaredError } from "../losses.ts";
import { relu, tanh } from "../operators/elementwise.ts";
import { reshape } from "../operators/reshape.ts";
import { ParameterLayout, type Weights } from "../parameters.ts";
import { PlainEngine } from "../plain-engine.ts";
import { cosineRate } from "./learning-rate.ts";
import { type Batch, Trainer } from "./trainer.ts";

/** Trains for so many steps and gives back the parameters. */
async function train(
  terms: Parameters<typeof Trainer.open>[0],
  draw: (step: number) => Batch,
  { steps, rate, seed = 1 }: { steps: number; rate: number; seed?: number },
): Promise<Float32Array> {
  const trainer = await Trainer.open(terms, seed);
  const rateOf = cosineRate(rate, steps, { warmUp: 10 });
  for (let step = 1; step <= steps; step++) await trainer.step(draw(step), rateOf(step));
  await trainer.close();
  return trainer.parameters;
}

/** What a network says of one input, computed without ONNX Runtime. */
function compute(
  layout: ParameterLayout,
  parameters: Float32Array,
  build: (graph: Graph, weights: Weights) => Tensor,
  input: ArrayLike<number>,
): Float32Array {
  const graph = new Graph();
  const engine = new PlainEngine([build(graph, layout.bind(graph).weights)]);
  engine.inputs.get("parameters")?.set(parameters);
  engine.inputs.get("x")?.set(input);
  engine.run();
  return Float32Array.from(engine.outputs[0]);
}

describe("a network learns", () => {
  test("two spirals that wind around each other, and the same weights twice", async () => {
    const layout = new ParameterLayout();
    const sizes = [2, 32, 32];
    const hidden = sizes
      .slice(1)
      .map((outputs, at) =>
        createDense(layout, `hidden${at}`, { inputs: sizes[at], outputs, activation: tanh }),
      );
    const head = createDense(layout, "head", { inputs: 32, outputs: 2 });
    const network = (weights: Weights, x: Tensor): Tensor =>
      head(
        weights,
        hidden.reduce((signal, layer) => layer(weights, signal), x),
      );
    const count = 200;
    const points = new Float32Array(2 * count);
    const classes = Int32Array.from({ length: count }, (_, at) => at % 2);
    for (let at = 0; at < count; at++) {
      const turn = 0.5 + (at / count) * 9;
      const angle = turn + Math.PI * (at % 2);
      points.set([(Math.cos(angle) * turn) / 10, (Math.sin(angle) * turn) / 10], 2 * at);
    }
    const terms = {
      layout,
      build: (graph: Graph, weights: Weights) => {
        const logits = network(weights, graph.input("x", [count, 2]));
        return { loss: meanOf(crossEntropy(logits, graph.input("class", [count], "int64"))) };
      },
    };
    const run = () =>
      train(terms, () => ({ x: points, class: classes }), { steps: 1500, rate: 0.02 });
    const parameters = await run();
    const logits = compute(
      layout,
      parameters,
      (graph, weights) => network(weights, graph.input("x", [count, 2])),
      points,
    );
    const right = classes.filter((one, at) => logits[2 * at + one] > logits[2 * at + 1 - one]);
    ok(right.length >= 0.99 * count, `${right.length} of ${count}`);
    deepEqual(await run(), parameters);
  });

  test("how a sine goes on, by an LSTM", async () => {
    const [steps, batch] = [20, 32];
    const layout = new ParameterLayout();
    const lstm = createLstm(layout, "lstm", { features: 1, units: 12 });
    const head = createDense(layout, "head", { inputs: 12, outputs: 1 });
    const build = (graph: Graph, weights: Weights, rows: number): Tensor =>
      head(weights, lstm.unroll(weights, graph.input("x", [steps, rows, 1])).last.hidden);
    const random = randomStream(2);
    const waves = (rows: number): { x: Float32Array; y: Float32Array } => {
      const [x, y] = [new Float32Array(steps * rows), new Float32Array(rows)];
      for (let row = 0; row < rows; row++) {
        const [phase, speed] = [random.uniform() * 2 * Math.PI, 0.2 + 0.4 * random.uniform()];
        for (let step = 0; step < steps; step++)
          x[step * rows + row] = Math.sin(phase + speed * step);
        y[row] = Math.sin(phase + speed * steps);
      }
      return { x, y };
    };
    const terms = {
      layout,
      build: (graph: Graph, weights: Weights) => {
        const found = reshape(build(graph, weights, batch), [batch]);
        return { loss: meanOf(squaredError(found, graph.input("y", [batch]))) };
      },
      adam: { normMax: 1 },
    };
    const parameters = await train(terms, () => waves(batch), { steps: 500, rate: 0.02 });
    const { x, y } = waves(200);
    const found = compute(layout, parameters, (graph, weights) => build(graph, weights, 200), x);
    const error = Math.sqrt(y.reduce((sum, value, at) => sum + (value - found[at]) ** 2, 0) / 200);
    // Saying that the wave stays where it is would be wrong by 0.28.
    ok(error < 0.05, `${error}`);
  });

  test("a pattern wherever it stands, by a convolution", async () => {
    const [length, batch] = [40, 64];
    const layout = new ParameterLayout();
    const convolution = createConvolution1d(layout, "conv", {
      ...{ channels: 1, filters: 8, kernel: 5, activation: relu },
    });
    const head = createDense(layout, "head", { inputs: 8, outputs: 2 });
    const build = (graph: Graph, weights: Weights, rows: number): Tensor => {
      const signal = convolution(weights, graph.input("x", [rows, 1, length]));
      return head(weights, globalMaximum(signal));
    };
    const random = randomStream(3);
    const pattern = [1, -1, 1, -1, 1];
    /** The pattern or its opposite, in the first or the second half only, in noise. */
    const signals = (rows: number, half: number): { x: Float32Array; class: Int32Array } => {
      const x = Float32Array.from({ length: rows * length }, () => 0.3 * drawNormal(random));
      const classes = Int32Array.from({ length: rows }, () => (random.uniform() < 0.5 ? 0 : 1));
      for (let row = 0; row < rows; row++) {
        const from = row * length + half * 20 + Math.floor(random.uniform() * 15);
        const sign = classes[row] === 1 ? 1 : 0;
        for (const [at, value] of pattern.entries()) x[from + at] += sign ? value : Math.abs(value);
      }
      return { x, class: classes };
    };
    const terms = {
      layout,
      build: (graph: Graph, weights: Weights) => {
        const logits = build(graph, weights, batch);
        return { loss: meanOf(crossEntropy(logits, graph.input("class", [batch], "int64"))) };
      },
    };
    const parameters = await train(terms, () => signals(batch, 0), { steps: 300, rate: 0.02 });
    // It has never seen the second half.
    const { x, class: classes } = signals(300, 1);
    const logits = compute(layout, parameters, (graph, weights) => build(graph, weights, 300), x);
    const right = classes.filter((one, at) => logits[2 * at + one] > logits[2 * at + 1 - one]);
    ok(right.length >= 0.95 * 300, `${right.length} of 300`);
  });

  test("quantiles that cover what they say", async () => {
    const [batch, quantiles] = [256, [0.1, 0.5, 0.9]];
    const layout = new ParameterLayout();
    const hidden = createDense(layout, "hidden", { inputs: 1, outputs: 24, activation: tanh });
    const head = createDense(layout, "head", { inputs: 24, outputs: 3 });
    const build = (graph: Graph, weights: Weights, rows: number): Tensor =>
      head(weights, hidden(weights, graph.input("x", [rows, 1])));
    const random = randomStream(4);
    /** Noise that grows with x. */
    const draws = (rows: number): { x: Float32Array; y: Float32Array } => {
      const x = Float32Array.from({ length: rows }, () => 2 * random.uniform() - 1);
      return { x, y: x.map((value) => value + (0.3 + 0.25 * value) * drawNormal(random)) };
    };
    const terms = {
      layout,
      build: (graph: Graph, weights: Weights) => {
        const target = graph.input("y", [batch]);
        return { loss: meanOf(pinballError(build(graph, weights, batch), target, quantiles)) };
      },
    };
    const parameters = await train(terms, () => draws(batch), { steps: 800, rate: 0.02 });
    const rows = 5000;
    const { x, y } = draws(rows);
    const found = compute(layout, parameters, (graph, weights) => build(graph, weights, rows), x);
    for (const half of [-1, 1]) {
      const chosen = [...x.keys()].filter((row) => Math.sign(x[row]) === half);
      for (const [at, quantile] of quantiles.entries()) {
        const below = chosen.filter((row) => y[row] < found[3 * row + at]).length / chosen.length;
        // Two and a half standard errors of a count, and two points for the fit.
        const slack = 2.5 * Math.sqrt((quantile * (1 - quantile)) / chosen.length) + 0.02;
        ok(Math.abs(below - quantile) < slack, `${quantile}: ${below} of half ${half}`);
      }
    }
  });
});
