/** Recurrent layers of a file: `LSTM` and `GRU` as `operators/recurrent.ts` writes them. */
import type { Tensor } from "../graph.ts";
import { add } from "../operators/arithmetic.ts";
import { gruStates, lstmStates, type RecurrentTerms } from "../operators/recurrent.ts";
import { reshape, transpose } from "../operators/reshape.ts";
import { slice, zerosLike } from "../operators/slice.ts";
import type { NodeBuilder, NodeReader } from "./node-reader.ts";

interface Read {
  readonly terms: Omit<RecurrentTerms, "bias">;
  /** Of the input's and of the hidden state's part, each [gates · units]. */
  readonly biases: readonly [Tensor, Tensor];
  /** A state before the first step, zeros where the file has none. */
  readonly stateAt: (at: number) => Tensor;
  /** All states as ONNX has them: [steps, directions, batch, units]. */
  readonly shape: readonly number[];
}

/** Inputs X, W, R, B, sequence_lens, initial_h (LSTM-14, GRU-14); one direction, forwards. */
function readLayer(node: NodeReader, gates: number): Read {
  node.expect("direction", node.text("direction", "forward"), "forward");
  node.expect("layout", node.int("layout", 0), 0);
  const [input, weights, recurrence] = [node.input(0), node.input(1), node.input(2)];
  if (node.optional(4) !== undefined) {
    throw new RangeError("found lengths of sequences, expected all of them whole");
  }
  const [steps, batch] = input.shape;
  const width = recurrence.shape[1];
  const units = width / gates;
  node.expect("hidden_size", node.int("hidden_size", units), units);
  const biases = node.optional(3) ?? zerosLike(input, [1, 2 * width]);
  const stateAt = (at: number): Tensor => {
    const state = node.optional(at);
    return state === undefined ? zerosLike(input, [batch, units]) : reshape(state, [batch, units]);
  };
  return {
    terms: {
      input,
      weights: turn(weights),
      recurrence: turn(recurrence),
      hidden: stateAt(5),
    },
    biases: [half(biases, 0, width), half(biases, width, 2 * width)],
    stateAt,
    shape: [steps, 1, batch, units],
  };
}

/** [1, gates · units, n] to [n, gates · units]. */
function turn(matrix: Tensor): Tensor {
  return transpose(reshape(matrix, matrix.shape.slice(1)));
}

function half(biases: Tensor, from: number, to: number): Tensor {
  return slice(reshape(biases, [biases.shape[1]]), 0, from, to);
}

function buildLstm(node: NodeReader): Tensor {
  const { terms, biases, stateAt, shape } = readLayer(node, 4);
  if (node.optional(7) !== undefined) throw new RangeError("found peepholes, expected none");
  node.expect("input_forget", node.int("input_forget", 0), 0);
  return reshape(lstmStates({ ...terms, bias: add(...biases) }, stateAt(6)), shape);
}

function buildGru(node: NodeReader): Tensor {
  const { terms, biases, shape } = readLayer(node, 3);
  node.expect("linear_before_reset", node.int("linear_before_reset", 0), 1);
  return reshape(gruStates({ ...terms, bias: biases[0] }, biases[1]), shape);
}

export const recurrentBuilders: Readonly<Record<string, NodeBuilder>> = {
  LSTM: buildLstm,
  GRU: buildGru,
};
