import { ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { randomStream } from "../gradient-fixture.ts";
import { Graph } from "../graph.ts";
import { PlainEngine } from "../plain-engine.ts";
import { type AdamOptions, adamSchedule, updateByAdam } from "./adam.ts";

const size = 40;
const mask = Float32Array.from({ length: size }, (_, at) => at % 2);

/** The algorithm as published, in double precision. */
class Reference {
  readonly parameters: Float64Array;
  readonly mean = new Float64Array(size);
  readonly variance = new Float64Array(size);
  step = 0;
  norm = 0;

  constructor(parameters: ArrayLike<number>) {
    this.parameters = Float64Array.from(parameters);
  }

  move(gradient: Float64Array, rate: number, options: Required<AdamOptions>): void {
    const { beta1, beta2, epsilon, weightDecay, normMax } = options;
    this.step++;
    this.norm = Math.sqrt(gradient.reduce((sum, value) => sum + value * value, 0));
    const scale = Math.min(1, normMax / this.norm);
    for (let at = 0; at < size; at++) {
      const slope = gradient[at] * scale;
      this.mean[at] = beta1 * this.mean[at] + (1 - beta1) * slope;
      this.variance[at] = beta2 * this.variance[at] + (1 - beta2) * slope * slope;
      const mean = this.mean[at] / (1 - beta1 ** this.step);
      const variance = this.variance[at] / (1 - beta2 ** this.step);
      const pull = weightDecay * mask[at] * this.parameters[at];
      this.parameters[at] -= rate * (mean / (Math.sqrt(variance) + epsilon) + pull);
    }
  }
}

describe("Adam as a graph", () => {
  const options = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01, normMax: 2 };

  test("moves as the published algorithm does in double precision", () => {
    const graph = new Graph();
    const input = (name: string) => graph.input(name, [size]);
    const state = { parameters: input("p"), mean: input("m"), variance: input("v") };
    const gradient = input("g");
    const schedule = graph.input("s", [3]);
    const decay = graph.constant(mask);
    const found = updateByAdam(state, gradient, schedule, options, decay);
    const outputs = [found.parameters, found.mean, found.variance, found.gradientNorm];
    // Single precision: what training uses.
    const engine = new PlainEngine(outputs, "float32");
    const random = randomStream(5);
    const start = Float64Array.from({ length: size }, () => Math.fround(random.uniform() - 0.5));
    const reference = new Reference(start);
    engine.inputs.get("p")?.set(start);
    for (let step = 1; step <= 300; step++) {
      const slope = Float64Array.from({ length: size }, (_, at) =>
        Math.fround(Math.sin(at + step / 30) * (random.uniform() + 0.5)),
      );
      const rate = 1e-3;
      reference.move(slope, rate, options);
      engine.inputs.get("g")?.set(slope);
      engine.inputs.get("s")?.set(adamSchedule(step, rate, options));
      engine.run();
      const [parameters, mean, variance, norm] = engine.outputs;
      for (let at = 0; at < size; at++) {
        const error = Math.abs(parameters[at] - reference.parameters[at]);
        ok(error < 1e-6, `step ${step}, ${at}: ${parameters[at]}, ${reference.parameters[at]}`);
      }
      ok(Math.abs(norm[0] - reference.norm) < 1e-5 * reference.norm);
      engine.inputs.get("p")?.set(parameters);
      engine.inputs.get("m")?.set(mean);
      engine.inputs.get("v")?.set(variance);
    }
    ok(Math.abs(reference.parameters[0] - start[0]) > 0.01, "it has moved");
  });

  test("shortens long gradients only", () => {
    const graph = new Graph();
    const zero = (): ReturnType<Graph["constant"]> => graph.constant(new Float64Array(2), [2]);
    const gradient = graph.input("g", [2]);
    const state = { parameters: zero(), mean: zero(), variance: zero() };
    const schedule = graph.constant(adamSchedule(1, 1, { beta1: 0 }), [3]);
    const update = updateByAdam(state, gradient, schedule, { beta1: 0, normMax: 1 }, zero());
    const engine = new PlainEngine([update.mean, update.gradientNorm], "float64");
    const meanOf = (...slope: number[]): number[] => {
      engine.inputs.get("g")?.set(slope);
      engine.run();
      return [...engine.outputs[0], engine.outputs[1][0]];
    };
    const near = (found: number[], expected: number[]): void => {
      for (const [at, value] of expected.entries()) ok(Math.abs(found[at] - value) < 1e-9);
    };
    near(meanOf(0.3, 0.4), [0.3, 0.4, 0.5]);
    near(meanOf(3, 4), [0.6, 0.8, 5]);
    near(meanOf(0, 0), [0, 0, 0]);
  });
});
