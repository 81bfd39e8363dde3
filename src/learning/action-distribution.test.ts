import { equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { createXoshiro128 } from "../core/random/xoshiro128.ts";
import { Graph, PlainEngine } from "../neural/index.ts";
import { describeChoice, drawChoice } from "./action-distribution.ts";
import type { ActionSpace } from "./environment.ts";

const simplex: ActionSpace = { kind: "simplex", parts: ["a", "b", "c"] };
const discrete: ActionSpace = { kind: "discrete", names: ["a", "b", "c"] };
const head = Float32Array.of(9, 0.3, -0.6, 0.2);

function draw(actions: ActionSpace, deviation: number, seed = 1) {
  const random = createXoshiro128(seed);
  const places = { head, headAt: 1, choice: new Float32Array(4), choiceAt: 1 };
  const action = new Float32Array(3);
  const logDensity = drawChoice(actions, { ...places, action }, deviation, random);
  return { choice: places.choice, action, logDensity };
}

/** What the graph says of a choice. */
function described(actions: ActionSpace, choice: Float32Array, deviation: number) {
  const graph = new Graph();
  const isSimplex = actions.kind === "simplex";
  const size = isSimplex ? 2 : 3;
  const terms = describeChoice(
    actions,
    graph.constant(head.slice(1, 1 + size), [1, size]),
    isSimplex
      ? graph.constant(choice.slice(1, 3), [1, 2])
      : graph.constant([choice[1]], [1], "int64"),
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
    for (let at = 0; at < count; at++) {
      drawChoice(simplex, { head, headAt: 1, choice, choiceAt: 1, action }, 0.01, random);
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
});
