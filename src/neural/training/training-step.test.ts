import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { randomStream } from "../gradient-fixture.ts";
import type { Graph } from "../graph.ts";
import { createDense } from "../layers/dense.ts";
import { meanOf, squaredError } from "../losses.ts";
import { tanh } from "../operators/elementwise.ts";
import { mean } from "../operators/extreme.ts";
import { ParameterLayout, type Weights } from "../parameters.ts";
import { Trainer } from "./trainer.ts";
import type { TrainingTerms } from "./training-step.ts";

/** A small net on batches of so many rows; rows under a mask of 0 do not count. */
function createTerms(rows: number): TrainingTerms {
  const layout = new ParameterLayout();
  const hidden = createDense(layout, "hidden", { inputs: 3, outputs: 6, activation: tanh });
  const head = createDense(layout, "head", { inputs: 6, outputs: 2 });
  const build = (graph: Graph, weights: Weights) => {
    const found = head(weights, hidden(weights, graph.input("x", [rows, 3])));
    const errors = squaredError(found, graph.input("y", [rows, 2]));
    const loss = meanOf(errors, graph.input("mask", [rows]));
    return { loss, metrics: { "mean-output": mean(found) } };
  };
  return { layout, build, adam: { weightDecay: 0.1, normMax: 0.5 } };
}

function drawBatch(rows: number, seed: number) {
  const random = randomStream(seed);
  const floats = (count: number): Float32Array =>
    Float32Array.from({ length: count }, () => random.uniform() - 0.5);
  return { x: floats(3 * rows), y: floats(2 * rows), mask: new Float32Array(rows).fill(1) };
}

function isNear(found: Float32Array, expected: Float32Array, error: number): boolean {
  return found.every((value, at) => Math.abs(value - expected[at]) <= error);
}

describe("a training step", () => {
  test("makes the loss smaller and says what it was asked to", async () => {
    const trainer = await Trainer.open(createTerms(8), 1);
    const batch = drawBatch(8, 1);
    const first = await trainer.step(batch, 0.02);
    deepEqual(Object.keys(first).sort(), ["gradientNorm", "loss", "mean-output"]);
    let last = first;
    for (let step = 0; step < 100; step++) last = await trainer.step(batch, 0.02);
    ok(last.loss < 0.5 * first.loss, `${first.loss}, ${last.loss}`);
    equal(trainer.state.steps, 101);
    await trainer.close();
  });

  test("over two halves of a batch moves as over the whole", async () => {
    const whole = await Trainer.open(createTerms(8), 1);
    const parted = await Trainer.open(createTerms(4), 1);
    deepEqual(whole.parameters, parted.parameters);
    for (let seed = 1; seed <= 3; seed++) {
      const batch = drawBatch(8, seed);
      const halves = [0, 1].map((half) => ({
        x: batch.x.slice(12 * half, 12 * half + 12),
        y: batch.y.slice(8 * half, 8 * half + 8),
        mask: batch.mask.slice(4 * half, 4 * half + 4),
      }));
      const one = await whole.step(batch, 0.01);
      const two = await parted.stepOver(halves, 0.01);
      for (const name of ["loss", "gradientNorm", "mean-output"]) {
        ok(Math.abs(one[name] - two[name]) < 1e-5, name);
      }
    }
    ok(isNear(whole.parameters, parted.parameters, 1e-5));
    await whole.close();
    await parted.close();
  });

  test("does not learn from rows under a mask", async () => {
    const trainers = [];
    for (const filler of [0, 100]) {
      const trainer = await Trainer.open(createTerms(8), 1);
      const batch = drawBatch(8, 5);
      batch.mask.fill(0, 5);
      batch.x.fill(filler, 15);
      await trainer.step(batch, 0.01);
      trainers.push(trainer);
    }
    deepEqual(trainers[0].parameters, trainers[1].parameters);
    for (const trainer of trainers) await trainer.close();
  });

  test("goes on from a state as if it had not stopped", async () => {
    const one = await Trainer.open(createTerms(8), 2);
    for (let seed = 1; seed <= 5; seed++) await one.step(drawBatch(8, seed), 0.01);
    const other = await Trainer.open(createTerms(8), one.state);
    for (const trainer of [one, other]) await trainer.step(drawBatch(8, 9), 0.01);
    deepEqual(other.state, one.state);
    const fresh = await Trainer.open(createTerms(8), 3);
    ok(!isNear(fresh.parameters, one.parameters, 1e-3), "another seed is another network");
    for (const trainer of [one, other, fresh]) await trainer.close();
  });

  test("decays matrices and leaves biases alone", async () => {
    const terms = createTerms(8);
    const trainer = await Trainer.open(terms, 1);
    const before = trainer.parameters;
    const batch = drawBatch(8, 1);
    // Nothing to learn from: only decay moves.
    batch.mask.fill(0);
    await trainer.step(batch, 0.1);
    for (const { name, offset } of terms.layout.parameters) {
      const factor = name.endsWith("bias") ? 1 : 0.99;
      ok(Math.abs(trainer.parameters[offset] - factor * before[offset]) < 1e-7, name);
    }
    await trainer.close();
  });
});
