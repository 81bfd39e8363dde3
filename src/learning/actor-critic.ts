/** The network that learns: a policy and, apart from it, a value; with a memory where asked for. */
import {
  createDense,
  createGru,
  glorot,
  ParameterLayout,
  reshape,
  type Tensor,
  tanh,
  transpose,
  type Weights,
} from "../neural/index.ts";

export interface NetworkShape {
  /** Units of each hidden layer, of the policy and of the value alike. */
  readonly hidden: readonly number[];
  /** Units of a GRU after them, which remembers earlier decisions of an episode; 0 for none. */
  readonly memory: number;
}

export interface ActorCritic {
  readonly layout: ParameterLayout;
  /** Numbers the policy carries from decision to decision; 0 without memory. */
  readonly stateLength: number;
  /**
   * Whole sequences from their first decision on: [sequences · steps, features], one sequence after
   * the other, to [sequences · steps, head length].
   */
  policy(weights: Weights, observations: Tensor, steps: number): Tensor;
  /** The same, to [sequences · steps]. */
  value(weights: Weights, observations: Tensor, steps: number): Tensor;
  /**
   * One decision each: [batch, features] and, with memory, [batch, state length].
   *
   * @returns [batch, head length], and the state for the next decision
   */
  decide(weights: Weights, observations: Tensor, state?: Tensor): Decided;
}

export interface Decided {
  readonly head: Tensor;
  readonly state: Tensor | undefined;
}

/** @param outputs length of the policy's head */
export function createActorCritic(
  features: number,
  outputs: number,
  shape: NetworkShape,
): ActorCritic {
  const layout = new ParameterLayout();
  // A policy that begins near indifference explores evenly (Andrychowicz et al., ICLR 2021, C55).
  const policy = createTower(layout, "policy", { features, outputs, gain: 0.01 }, shape);
  const value = createTower(layout, "value", { features, outputs: 1, gain: 1 }, shape);
  return {
    layout,
    stateLength: shape.memory,
    policy: policy.sequences,
    value: (weights, observations, steps) => {
      const values = value.sequences(weights, observations, steps);
      return reshape(values, [values.shape[0]]);
    },
    decide: policy.decide,
  };
}

interface Tower {
  sequences(weights: Weights, input: Tensor, steps: number): Tensor;
  decide(weights: Weights, input: Tensor, state?: Tensor): Decided;
}

function createTower(
  layout: ParameterLayout,
  name: string,
  { features, outputs, gain }: { features: number; outputs: number; gain: number },
  { hidden, memory }: NetworkShape,
): Tower {
  const sizes = [features, ...hidden];
  const layers = hidden.map((units, at) =>
    createDense(layout, `${name}/hidden${at + 1}`, {
      ...{ inputs: sizes[at], outputs: units, activation: tanh },
    }),
  );
  const last = sizes[sizes.length - 1];
  const gru =
    memory === 0
      ? undefined
      : createGru(layout, `${name}/memory`, { features: last, units: memory });
  const inputs = memory === 0 ? last : memory;
  const head = createDense(layout, `${name}/head`, {
    ...{ inputs, outputs, initialize: glorot(inputs, outputs, gain) },
  });
  const look = (weights: Weights, input: Tensor): Tensor =>
    layers.reduce((signal, layer) => layer(weights, signal), input);
  return {
    sequences: (weights, input, steps) => {
      const signal = look(weights, input);
      if (gru === undefined) return head(weights, signal);
      const [rows] = signal.shape;
      const count = rows / steps;
      // A GRU takes step after step, [steps, sequences, units].
      const bySequence = reshape(signal, [count, steps, last]);
      const { states } = gru.unroll(weights, transpose(bySequence, [1, 0, 2]));
      return head(weights, reshape(transpose(states, [1, 0, 2]), [rows, memory]));
    },
    decide: (weights, input, state) => {
      const signal = look(weights, input);
      if (gru === undefined || state === undefined) {
        return { head: head(weights, signal), state: undefined };
      }
      const [batch] = signal.shape;
      const one = reshape(signal, [1, batch, last]);
      const after = gru.unroll(weights, one, { hidden: state }).last.hidden;
      return { head: head(weights, after), state: after };
    },
  };
}
