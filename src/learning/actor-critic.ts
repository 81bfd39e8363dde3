/** The network that learns: a policy and, apart from it, a value. */
import {
  createDense,
  glorot,
  type Layer,
  ParameterLayout,
  reshape,
  type Tensor,
  tanh,
  type Weights,
} from "../neural/index.ts";
import { headLength } from "./action-distribution.ts";
import type { ActionSpace } from "./environment.ts";

export interface ActorCriticOptions {
  readonly features: number;
  readonly actions: ActionSpace;
  /** Units of each hidden layer, of the policy and of the value alike. */
  readonly hidden: readonly number[];
}

export interface ActorCritic {
  readonly layout: ParameterLayout;
  /** [batch, features] to [batch, head length]; see `action-distribution.ts`. */
  policy(weights: Weights, observations: Tensor): Tensor;
  /** [batch, features] to [batch]. */
  value(weights: Weights, observations: Tensor): Tensor;
}

export function createActorCritic(options: ActorCriticOptions): ActorCritic {
  const layout = new ParameterLayout();
  // A policy that begins near indifference explores evenly (Andrychowicz et al., ICLR 2021, C55).
  const policy = createTower(layout, "policy", options, headLength(options.actions), 0.01);
  const value = createTower(layout, "value", options, 1, 1);
  return {
    layout,
    policy,
    value: (weights, observations) => {
      const values = value(weights, observations);
      return reshape(values, [values.shape[0]]);
    },
  };
}

function createTower(
  layout: ParameterLayout,
  name: string,
  { features, hidden }: ActorCriticOptions,
  outputs: number,
  gain: number,
): Layer {
  const sizes = [features, ...hidden];
  const layers = hidden.map((units, at) =>
    createDense(layout, `${name}/hidden${at + 1}`, {
      ...{ inputs: sizes[at], outputs: units, activation: tanh },
    }),
  );
  const inputs = sizes[sizes.length - 1];
  const head = createDense(layout, `${name}/head`, {
    ...{ inputs, outputs, initialize: glorot(inputs, outputs, gain) },
  });
  return (weights, input) =>
    head(
      weights,
      layers.reduce((signal, layer) => layer(weights, signal), input),
    );
}
