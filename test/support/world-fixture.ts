/** Worlds of the repository, ready to be worked in. */

import type { OrderRequest } from "../../src/cli/order-options.ts";
import { loadWorld } from "../../src/cli/world-file.ts";
import { completeOptions, createEvaluator, createOrderRequest } from "../../src/cli/world-work.ts";
import type { WorldEvaluator } from "../../src/evaluation/index.ts";
import type { SimulatedMarket } from "../../src/simulation/simulated-market.ts";
import { createMarket } from "../../src/simulation/worlds/create-market.ts";
import type { OrderBookWorld } from "../../src/simulation/worlds/world.ts";

export interface WorldFixture {
  readonly world: OrderBookWorld;
  readonly request: OrderRequest;
  readonly evaluator: WorldEvaluator;
  /** Another market of the same world. */
  createMarket(): SimulatedMarket;
}

const silent = {
  ...{ urgency: "normal", minChild: "1", slice: "1m", rate: "0.1", riskAversion: "1e-6" },
  ...{ form: "perold", removeFee: "0", addFee: "0", seed: "1" },
};

export function openWorld(
  name: string,
  options: {
    readonly policies: string;
    readonly quantity?: string;
    readonly side?: string;
    readonly end?: string;
    readonly limit?: string;
    readonly set?: readonly string[];
  },
): WorldFixture {
  const { set = [], ...asked } = options;
  const { world, path } = loadWorld(name, set);
  if (world.kind !== "order-book") throw new RangeError("expected a world with a book");
  const complete = completeOptions({ ...silent, ...asked }, world);
  return {
    world,
    request: createOrderRequest(world, complete),
    evaluator: createEvaluator(path, world, complete),
    createMarket: () => createMarket(world),
  };
}
