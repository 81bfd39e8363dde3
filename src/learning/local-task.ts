/** Episodes played in this thread. */
import type { Environment } from "./environment.ts";
import type { Task } from "./ppo.ts";
import { type PlayerShape, RolloutPlayer } from "./rollout.ts";

/** @param slots copies of the environment that are played side by side; does not change a result */
export function createLocalTask(create: () => Environment, shape: PlayerShape, slots = 32): Task {
  const environments = Array.from({ length: slots }, create);
  const { features, actions, horizon } = environments[0];
  const player = new RolloutPlayer(environments, shape);
  return {
    features,
    actions,
    horizon,
    play: async (version, seeds) => player.play(version, seeds),
  };
}
