import type { ActionSpace } from "../environment.ts";
import { createCategorical } from "./categorical.ts";
import { createDirichlet } from "./dirichlet.ts";
import type { Distribution, ShareDistribution } from "./distribution.ts";
import { createLogisticNormal } from "./logistic-normal.ts";

/** The distribution over an action space; how shares are spread is a choice. */
export function createDistribution(actions: ActionSpace, shares: ShareDistribution): Distribution {
  if (actions.kind === "discrete") return createCategorical(actions.names.length);
  return shares === "dirichlet"
    ? createDirichlet(actions.parts.length)
    : createLogisticNormal(actions.parts.length);
}
