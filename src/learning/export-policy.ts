/** A learnt policy as a graph of its own: from what is observed to what is done. */
import {
  clamp,
  divide,
  Graph,
  type OnnxModel,
  parametersInput,
  sharesOf,
  softmax,
  subtract,
  toOnnx,
} from "../neural/index.ts";
import type { ActorCritic } from "./actor-critic.ts";
import type { ActionSpace } from "./environment.ts";
import type { PolicyVersion } from "./rollout.ts";
import { scaledMax } from "./running-moments.ts";

/**
 * Scaling and network in one: `observation` [1, features], as an environment writes it, to `shares`
 * [1, parts]: of the mean on the simplex, probabilities of discrete actions.
 */
export function exportPolicy(
  network: ActorCritic,
  actions: ActionSpace,
  { parameters, scaling }: PolicyVersion,
): OnnxModel {
  const graph = new Graph();
  const { weights } = network.layout.bind(graph);
  const observation = graph.input("observation", [1, scaling.mean.length]);
  const centred = subtract(observation, graph.constant(scaling.mean));
  const scaled = clamp(divide(centred, graph.constant(scaling.deviation)), -scaledMax, scaledMax);
  const head = network.policy(weights, scaled);
  const shares = actions.kind === "simplex" ? sharesOf(head) : softmax(head);
  return toOnnx({ outputs: { shares }, values: { [parametersInput]: parameters } });
}
