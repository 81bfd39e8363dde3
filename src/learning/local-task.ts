/** Episodes played in this thread. */
import { createActorCritic } from "./actor-critic.ts";
import type { Environment } from "./environment.ts";
import type { Task } from "./ppo.ts";
import { RolloutPlayer } from "./rollout.ts";

/** @param slots copies of the environment that are played side by side; does not change a result */
export function createLocalTask(
  create: () => Environment,
  hidden: readonly number[],
  slots = 32,
): Task {
  const environments = Array.from({ length: slots }, create);
  const { features, actions } = environments[0];
  const network = createActorCritic({ features: features.length, actions, hidden });
  const player = new RolloutPlayer(environments, network);
  return { features, actions, play: async (version, seeds) => player.play(version, seeds) };
}
