/**
 * LSTM and GRU: unrolled step by step, which can be differentiated, or as one ONNX operator, which is
 * faster and what other tools expect in a file. Both use the same parameters and compute the same.
 */
import type { Tensor } from "../graph.ts";
import { add, multiply, subtract } from "../operators/arithmetic.ts";
import { sigmoid, tanh } from "../operators/elementwise.ts";
import { matmul } from "../operators/matmul.ts";
import { gruStates, lstmStates } from "../operators/recurrent.ts";
import { reshape } from "../operators/reshape.ts";
import { concat, slice, zerosLike } from "../operators/slice.ts";
import {
  glorot,
  type Parameter,
  type ParameterLayout,
  type Weights,
  weightOf,
  zeros,
} from "../parameters.ts";
import { isSameShape, refuseShape, shapeText } from "../shape.ts";

/** What is carried from step to step, each [batch, units]. */
export interface RecurrentState {
  readonly hidden: Tensor;
  /** Of an LSTM only. */
  readonly cell?: Tensor;
}

export interface RecurrentOutput {
  /** Hidden state after every step, [steps, batch, units]. */
  readonly states: Tensor;
  /** After the last step. */
  readonly last: RecurrentState;
}

export interface RecurrentLayer {
  readonly units: number;
  /** Step by step; zeros to begin with where no state is given. */
  unroll(weights: Weights, input: Tensor, state?: RecurrentState): RecurrentOutput;
  /** The same states by one operator; cannot be differentiated. */
  run(weights: Weights, input: Tensor, state?: RecurrentState): Tensor;
}

export interface RecurrentOptions {
  readonly features: number;
  readonly units: number;
}

interface Matrices {
  readonly weights: Parameter;
  readonly recurrence: Parameter;
  readonly bias: Parameter;
}

function declareMatrices(
  layout: ParameterLayout,
  name: string,
  { features, units }: RecurrentOptions,
  gates: number,
): Matrices {
  const width = gates * units;
  return {
    weights: layout.declare(`${name}/weights`, [features, width], {
      initialize: glorot(features, units),
    }),
    recurrence: layout.declare(`${name}/recurrence`, [units, width], {
      initialize: glorot(units, units),
    }),
    bias: layout.declare(`${name}/bias`, [width], { initialize: zeros }),
  };
}

/** Checks an input [steps, batch, features] and gives the input's part of every gate's sum. */
function projectInput(
  name: string,
  input: Tensor,
  { features }: RecurrentOptions,
  terms: { readonly weights: Tensor; readonly bias: Tensor },
): { readonly steps: number; readonly batch: number; readonly part: (step: number) => Tensor } {
  const [steps = 0, batch = 0] = input.shape;
  if (input.shape.length !== 3 || input.shape[2] !== features) {
    refuseShape(name, shapeText(input.shape), `[steps,batch,${features}]`);
  }
  // One product for all steps; each step then takes its rows.
  const rows = reshape(input, [steps * batch, features]);
  const all = matmul(rows, terms.weights, { bias: terms.bias });
  return { steps, batch, part: (step) => slice(all, 0, step * batch, (step + 1) * batch) };
}

/** A state that was given, or zeros. */
function stateOr(name: string, given: Tensor | undefined, input: Tensor, units: number): Tensor {
  const shape = [input.shape[1], units];
  if (given === undefined) return zerosLike(input, shape);
  if (!isSameShape(given.shape, shape)) {
    refuseShape(`${name}, state`, shapeText(given.shape), shapeText(shape));
  }
  return given;
}

function stack(states: readonly Tensor[], batch: number, units: number): Tensor {
  return reshape(concat(states, 0), [states.length, batch, units]);
}

/** Long short-term memory with forget gates; see `lstmStates`. */
export function createLstm(
  layout: ParameterLayout,
  name: string,
  options: RecurrentOptions,
): RecurrentLayer {
  const { units } = options;
  const matrices = declareMatrices(layout, name, options, 4);
  const startOf = (input: Tensor, state?: RecurrentState): { hidden: Tensor; cell: Tensor } => ({
    hidden: stateOr(name, state?.hidden, input, units),
    cell: stateOr(name, state?.cell, input, units),
  });
  return {
    units,
    unroll: (weights, input, state) => {
      const terms = pick(weights, matrices);
      const { steps, batch, part } = projectInput(name, input, options, terms);
      let { hidden, cell } = startOf(input, state);
      const states: Tensor[] = [];
      for (let step = 0; step < steps; step++) {
        const sums = matmul(hidden, terms.recurrence, { bias: part(step) });
        // Input, output and forget gate lie side by side and take one function.
        const gates = sigmoid(slice(sums, 1, 0, 3 * units));
        const gate = (at: number): Tensor => slice(gates, 1, at * units, (at + 1) * units);
        const proposed = tanh(slice(sums, 1, 3 * units, 4 * units));
        cell = add(multiply(gate(2), cell), multiply(gate(0), proposed));
        hidden = multiply(gate(1), tanh(cell));
        states.push(hidden);
      }
      return { states: stack(states, batch, units), last: { hidden, cell } };
    },
    run: (weights, input, state) => {
      const { hidden, cell } = startOf(input, state);
      return lstmStates({ input, hidden, ...pick(weights, matrices) }, cell);
    },
  };
}

function pick(
  weights: Weights,
  matrices: Matrices,
): { readonly weights: Tensor; readonly recurrence: Tensor; readonly bias: Tensor } {
  return {
    weights: weightOf(weights, matrices.weights),
    recurrence: weightOf(weights, matrices.recurrence),
    bias: weightOf(weights, matrices.bias),
  };
}

/** Gated recurrent unit; see `gruStates`. */
export function createGru(
  layout: ParameterLayout,
  name: string,
  options: RecurrentOptions,
): RecurrentLayer {
  const { units } = options;
  const matrices = declareMatrices(layout, name, options, 3);
  const hiddenBias = layout.declare(`${name}/hidden-bias`, [3 * units], { initialize: zeros });
  const startOf = (input: Tensor, state?: RecurrentState): Tensor =>
    stateOr(name, state?.hidden, input, units);
  return {
    units,
    unroll: (weights, input, state) => {
      const terms = pick(weights, matrices);
      const { steps, batch, part } = projectInput(name, input, options, terms);
      const bias = weightOf(weights, hiddenBias);
      let hidden = startOf(input, state);
      const states: Tensor[] = [];
      for (let step = 0; step < steps; step++) {
        const fromHidden = matmul(hidden, terms.recurrence, { bias });
        const fromInput = part(step);
        const both = 2 * units;
        const gates = sigmoid(add(slice(fromInput, 1, 0, both), slice(fromHidden, 1, 0, both)));
        const update = slice(gates, 1, 0, units);
        const reset = slice(gates, 1, units, both);
        const remembered = multiply(reset, slice(fromHidden, 1, both, 3 * units));
        const proposed = tanh(add(slice(fromInput, 1, both, 3 * units), remembered));
        // (1 − z)·ĥ + z·h in one product less.
        hidden = add(proposed, multiply(update, subtract(hidden, proposed)));
        states.push(hidden);
      }
      return { states: stack(states, batch, units), last: { hidden } };
    },
    run: (weights, input, state) => {
      const hidden = startOf(input, state);
      return gruStates(
        { input, hidden, ...pick(weights, matrices) },
        weightOf(weights, hiddenBias),
      );
    },
  };
}
