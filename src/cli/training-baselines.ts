/** What known policies get on a training's validation seeds, in the learner's own score. */
import { UsageError } from "../core/trouble.ts";
import { columnOf } from "../evaluation/index.ts";
import type { TrainingConfig } from "../learning/index.ts";
import type { LinearWorld, OrderBookWorld } from "../simulation/worlds/world.ts";
import { createLinearOrder } from "./linear-work.ts";
import { createTrainingEnvironment, measureOf, orderOptionsOf } from "./train-environment.ts";
import type { WorldFile } from "./world-file.ts";
import { createOrderRequest, runEpisodes } from "./world-work.ts";

export interface Baseline {
  readonly policy: string;
  readonly score: number;
}

/** @throws UsageError on a policy that the world does not know, naming the configuration's field */
export async function computeBaselines(
  config: TrainingConfig,
  file: WorldFile,
  threads: number,
): Promise<readonly Baseline[]> {
  if (config.baselines.length === 0) return [];
  const { world } = file;
  try {
    return world.kind === "linear"
      ? scoreSchedules(config, file, world)
      : await scorePolicies(config, file, world, threads);
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    throw new UsageError(cause.message.replace("--policies", "baselines"));
  }
}

/** Schedules step by step through the environment that is learnt in, on the same draws. */
function scoreSchedules(config: TrainingConfig, file: WorldFile, world: LinearWorld): Baseline[] {
  const { episodes, firstSeed } = config.validation;
  const policies = config.baselines.join(",");
  const { schedules } = createLinearOrder(world, { ...orderOptionsOf(config, file), policies });
  const environment = createTrainingEnvironment(config)();
  const observation = new Float32Array(environment.features.length);
  return schedules.map(({ policy, lotsByStep }) => {
    let sum = 0;
    for (let seed = firstSeed; seed < firstSeed + episodes; seed++) {
      environment.reset(seed, observation);
      let held = lotsByStep.reduce((total, lots) => total + lots, 0);
      for (const lots of lotsByStep) {
        const share = held > 0 ? lots / held : 0;
        environment.step(Float32Array.of(share, 1 - share), observation);
        held -= lots;
      }
      sum += environment.score;
    }
    return { policy, score: sum / episodes };
  });
}

async function scorePolicies(
  config: TrainingConfig,
  file: WorldFile,
  world: OrderBookWorld,
  threads: number,
): Promise<Baseline[]> {
  const { episodes, firstSeed } = config.validation;
  const options = { ...orderOptionsOf(config, file), policies: config.baselines.join(",") };
  const { policies } = createOrderRequest(world, options);
  const setup = { worldPath: file.path, world, options, firstSeed, episodes, chunk: 20 };
  const rows = await runEpisodes(setup, threads, policies, { update: () => {} });
  const isPublished = measureOf(world) === "ticksPerLot";
  return rows.map((row) => {
    const column = columnOf(row, isPublished ? "rewardTicksPerLot" : "shortfallBps");
    const mean = column.reduce((sum, value) => sum + value, 0) / episodes;
    return { policy: row.policy, score: isPublished ? mean : -mean };
  });
}
