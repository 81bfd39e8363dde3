/** From a training's configuration to the environment it learns in: the same in every thread. */

import { nsPerSecond } from "../core/time.ts";
import type { DurationNs } from "../core/units.ts";
import {
  type Environment,
  ExecutionEnvironment,
  LinearEnvironment,
  type Shaping,
  type TrainingConfig,
} from "../learning/index.ts";
import { createVocabulary, type PolicyUse } from "../policies/index.ts";
import type { LinearWorld, OrderBookWorld, World } from "../simulation/worlds/world.ts";
import type { OrderOptions } from "./order-options.ts";
import { loadWorld, type WorldFile } from "./world-file.ts";
import { completeOptions, createWorldRequest } from "./world-work.ts";

/** What an order is worked with unless a configuration says otherwise. */
const plainOptions = {
  ...{ urgency: "normal", minChild: "1", slice: "1m", rate: "0.1", riskAversion: "1e-6" },
  ...{ form: "perold", removeFee: "0", addFee: "0", seed: "1" },
} as const;

/** The world of a configuration, with its changes. */
export function loadTrainingWorld({ world, set }: TrainingConfig): WorldFile {
  return loadWorld(world, set);
}

/** The order of a configuration, as the options of a command. */
export function orderOptionsOf({ order }: TrainingConfig, { world }: WorldFile): OrderOptions {
  const { side, quantity } = order;
  return completeOptions(
    {
      ...plainOptions,
      ...(side === undefined ? {} : { side }),
      ...(quantity === undefined ? {} : { quantity: String(quantity) }),
    },
    world,
  );
}

/** @returns a function that makes one more copy of the environment */
export function createTrainingEnvironment(config: TrainingConfig): () => Environment {
  const file = loadTrainingWorld(config);
  const { world } = file;
  if (world.kind === "linear") return linearEnvironment(world, config);
  return bookEnvironment(world, file, config);
}

function linearEnvironment(world: LinearWorld, { task, order }: TrainingConfig) {
  const { steps, volatility, permanentImpact, temporaryImpact, fixedCost, price } = world;
  const quantity = order.quantity ?? world.order.quantity;
  const duration = (world.order.end - world.order.start) / nsPerSecond;
  const market = {
    ...{ quantity, duration, steps, volatility },
    ...{ permanentImpact, temporaryImpact, fixedCost },
  };
  const { riskAversion, controlVariate } = task;
  return () =>
    new LinearEnvironment({ market, price, riskAversion, hasControlVariate: controlVariate });
}

function bookEnvironment(world: OrderBookWorld, file: WorldFile, config: TrainingConfig) {
  const { vocabulary, pace, everyNs } = bookUseOf(config, world);
  const options = orderOptionsOf(config, file);
  return () =>
    new ExecutionEnvironment({
      ...createWorldRequest(file.path, world, options),
      vocabulary: createVocabulary(vocabulary, pace === undefined ? {} : { pace }),
      actions: config.task.actions,
      everyNs,
      measure: measureOf(world),
      shaping: { ...shapingOf(config), usesControlVariate: config.task.controlVariate },
    });
}

/** What is not given is absent. */
function shapingOf({ task }: TrainingConfig): Pick<Shaping, "impact" | "completion"> {
  const { impact, completion } = task.shaping;
  return {
    ...(impact === undefined ? {} : { impact }),
    ...(completion === undefined ? {} : { completion }),
  };
}

/** How what was learnt is used as a policy; undefined where none comes of it. */
export function policyUseOf(config: TrainingConfig, world: World): PolicyUse | undefined {
  return world.kind === "linear" ? undefined : bookUseOf(config, world);
}

function bookUseOf({ task }: TrainingConfig, world: OrderBookWorld): PolicyUse {
  const { vocabulary = defaultVocabulary(world), every, pace, actions } = task;
  return {
    ...{ vocabulary, everyNs: every as DurationNs },
    ...(pace === undefined ? {} : { pace }),
    ...(actions === "simplex" ? {} : { actions }),
  };
}

function defaultVocabulary({ policies }: OrderBookWorld): "levels" | "cheridito-weiss" {
  return policies === "cheridito-weiss" ? "cheridito-weiss" : "levels";
}

export function measureOf({ policies }: OrderBookWorld): "ticksPerLot" | "shortfallBps" {
  return policies === "cheridito-weiss" ? "ticksPerLot" : "shortfallBps";
}

/** In what the score of a world is told. */
export function scoreUnitOf(world: World): string {
  if (world.kind === "linear") return "bps, less λ times the variance";
  return measureOf(world) === "ticksPerLot" ? "ticks a lot" : "bps, less the shortfall";
}
