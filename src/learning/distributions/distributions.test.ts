import { equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { createXoshiro128 } from "../../core/random/xoshiro128.ts";
import { Graph, PlainEngine } from "../../neural/index.ts";
import type { ActionSpace } from "../environment.ts";
import { createDistribution } from "./create-distribution.ts";
import type { ShareDistribution } from "./distribution.ts";

const simplex: ActionSpace = { kind: "simplex", parts: ["a", "b", "c"] };
const discrete: ActionSpace = { kind: "discrete", names: ["a", "b", "c"] };
const head = Float32Array.of(9, 0.3, -0.6, 0.2);

function draw(
  actions: ActionSpace,
  deviation: number,
  seed = 1,
  shares: ShareDistribution = "logistic-normal",
) {
  const random = createXoshiro128(seed);
  const places = { head, headAt: 1, choice: new Float32Array(4), choiceAt: 1 };
  const action = new Float32Array(3);
  const distribution = createDistribution(actions, shares);
  const logDensity = distribution.draw({ ...places, action }, deviation, random);
  return { choice: places.choice, action, logDensity };
}

/** What the graph says of a choice. */
function described(
  actions: ActionSpace,
  choice: Float32Array,
  deviation: number,
  shares: ShareDistribution = "logistic-normal",
) {
  const graph = new Graph();
  const distribution = createDistribution(actions, shares);
  const { headLength, choiceLength, isDiscrete } = distribution;
  const terms = distribution.describe(
    graph.constant(head.slice(1, 1 + headLength), [1, headLength]),
    isDiscrete
      ? graph.constant([choice[1]], [1], "int64")
      : graph.constant(choice.slice(1, 1 + choiceLength), [1, choiceLength]),
    graph.constant([Math.log(deviation)]),
  );
  const engine = new PlainEngine([terms.logDensity, terms.entropy], "float64");
  engine.run();
  return { logDensity: engine.outputs[0][0], entropy: engine.outputs[1][0] };
}

describe("a choice", () => {
  test("has the density that the graph says", () => {
    for (let seed = 1; seed <= 20; seed++) {
      for (const actions of [simplex, discrete]) {
        const { choice, logDensity } = draw(actions, 0.7, seed);
        ok(Math.abs(logDensity - described(actions, choice, 0.7).logDensity) < 1e-6);
      }
    }
  });

  test("is shares that add up to one, about the mean's", () => {
    const sums = new Float64Array(3);
    const count = 20_000;
    const random = createXoshiro128(3);
    const action = new Float32Array(3);
    const choice = new Float32Array(4);
    const distribution = createDistribution(simplex, "logistic-normal");
    for (let at = 0; at < count; at++) {
      distribution.draw({ head, headAt: 1, choice, choiceAt: 1, action }, 0.01, random);
      ok(Math.abs(action[0] + action[1] + action[2] - 1) < 1e-6);
      for (let part = 0; part < 3; part++) sums[part] += action[part] / count;
    }
    const weights = [Math.exp(head[1]), Math.exp(head[2]), 1];
    const total = weights.reduce((a, b) => a + b);
    for (const [part, weight] of weights.entries()) {
      ok(Math.abs(sums[part] - weight / total) < 1e-3);
    }
  });

  test("is as likely as its logit says", () => {
    const counts = new Float64Array(3);
    const count = 30_000;
    for (let seed = 1; seed <= count; seed++) counts[draw(discrete, 1, seed).action[0]]++;
    const weights = [1, 2, 3].map((at) => Math.exp(head[at]));
    const total = weights.reduce((a, b) => a + b);
    for (const [at, weight] of weights.entries()) {
      const share = weight / total;
      const error = 4 * Math.sqrt((share * (1 - share)) / count);
      ok(Math.abs(counts[at] / count - share) < error, `${at}`);
    }
    const entropy = -weights.reduce((sum, w) => sum + (w / total) * Math.log(w / total), 0);
    ok(Math.abs(described(discrete, new Float32Array(4), 1).entropy - entropy) < 1e-6);
  });

  test("without deviation is the mean, or the likeliest", () => {
    const { choice, action } = draw(simplex, 0);
    equal(choice[1], head[1]);
    equal(choice[2], head[2]);
    ok(action[0] > action[2] && action[2] > action[1]);
    equal(draw(discrete, 0).action[0], 0);
  });

  test("of Dirichlet shares has the density, the entropy and the middle that the graph says", () => {
    const concentrations = [1, 2, 3].map((at) => 1 + Math.log1p(Math.exp(head[at])));
    const all = concentrations.reduce((a, b) => a + b);
    const means = new Float64Array(3);
    let surprise = 0;
    const count = 20_000;
    for (let seed = 1; seed <= count; seed++) {
      const { choice, action, logDensity } = draw(simplex, 1, seed, "dirichlet");
      for (let part = 0; part < 3; part++) means[part] += action[part] / count;
      surprise -= logDensity / count;
      if (seed > 20) continue;
      const found = described(simplex, choice, 1, "dirichlet");
      ok(Math.abs(logDensity - found.logDensity) < 1e-6, `${logDensity}, ${found.logDensity}`);
    }
    const { choice, action } = draw(simplex, 0, 1, "dirichlet");
    for (let part = 0; part < 3; part++) {
      ok(Math.abs(means[part] - concentrations[part] / all) < 0.01);
      ok(Math.abs(action[part] - concentrations[part] / all) < 1e-6);
    }
    // Entropy is what a draw surprises by on average.
    const { entropy } = described(simplex, choice, 1, "dirichlet");
    ok(Math.abs(surprise - entropy) < 0.02, `${surprise}, ${entropy}`);
  });

  test("of two even Dirichlet parts is uniform where both concentrations are 1", () => {
    const even = createDistribution({ kind: "simplex", parts: ["a", "b"] }, "dirichlet");
    const graph = new Graph();
    // softplus(-40) is 0 to 17 digits.
    const terms = even.describe(
      graph.constant([-40, -40], [1, 2]),
      graph.constant([0.3, 0.7], [1, 2]),
      undefined,
    );
    const engine = new PlainEngine([terms.logDensity, terms.entropy], "float64");
    engine.run();
    ok(Math.abs(engine.outputs[0][0]) < 1e-7 && Math.abs(engine.outputs[1][0]) < 1e-7);
  });
});
