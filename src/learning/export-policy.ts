/** A learnt policy as a graph of its own: from what is observed to what is done. */
import {
  clamp,
  divide,
  Graph,
  type OnnxModel,
  parametersInput,
  subtract,
  toOnnx,
} from "../neural/index.ts";
import type { PpoRun } from "./ppo.ts";
import type { PolicyVersion } from "./rollout.ts";
import { scaledMax } from "./running-moments.ts";

/**
 * Scaling and network in one: `observation` [1, features], as an environment writes it, to `shares`
 * [1, parts]: the middle on the simplex, probabilities of discrete actions. With memory, `memory`
 * [1, units] goes in as well, zeros at first, and comes out as `remembered` for the next decision.
 */
export function exportPolicy(
  { network, distribution }: Pick<PpoRun, "network" | "distribution">,
  { parameters, scaling }: PolicyVersion,
): OnnxModel {
  const graph = new Graph();
  const { weights } = network.layout.bind(graph);
  const observation = graph.input("observation", [1, scaling.mean.length]);
  const { stateLength } = network;
  const memory = stateLength === 0 ? undefined : graph.input("memory", [1, stateLength]);
  const centred = subtract(observation, graph.constant(scaling.mean));
  const scaled = clamp(divide(centred, graph.constant(scaling.deviation)), -scaledMax, scaledMax);
  const { head, state } = network.decide(weights, scaled, memory);
  const outputs = { shares: distribution.answer(head), ...(state && { remembered: state }) };
  return toOnnx({ outputs, values: { [parametersInput]: parameters } });
}
