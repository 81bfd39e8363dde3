/**
 * Whole recurrent layers as one ONNX operator (`LSTM`, `GRU`): for inference and for files. Training
 * unrolls them (`layers/recurrent.ts`); both compute the same.
 *
 * Columns of the matrices are grouped by gate, in ONNX's order: input, output, forget, cell for the
 * LSTM; update, reset, hidden for the GRU.
 */
import type { Kernel, OnnxEmitter, Operator, Tensor, Values } from "../graph.ts";
import { isSameShape, refuseShape, type Shape, shapeText } from "../shape.ts";

/** What a recurrent layer computes with. */
export interface RecurrentTerms {
  /** [steps, batch, features]. */
  readonly input: Tensor;
  /** [features, gates · hidden]. */
  readonly weights: Tensor;
  /** [hidden, gates · hidden]. */
  readonly recurrence: Tensor;
  /** [gates · hidden]; of a GRU, what is added to the input's part. */
  readonly bias: Tensor;
  /** [batch, hidden], before the first step. */
  readonly hidden: Tensor;
}

interface Sizes {
  readonly steps: number;
  readonly batch: number;
  readonly features: number;
  readonly units: number;
}

function sizesOf(what: string, terms: RecurrentTerms, gates: number): Sizes {
  const [steps = 0, batch = 0, features = 0] = terms.input.shape;
  const [, units = 0] = terms.hidden.shape;
  const expected: readonly (readonly [string, Tensor, Shape])[] = [
    ["input", terms.input, [steps, batch, features]],
    ["weights", terms.weights, [features, gates * units]],
    ["recurrence", terms.recurrence, [units, gates * units]],
    ["bias", terms.bias, [gates * units]],
    ["hidden", terms.hidden, [batch, units]],
  ];
  for (const [name, { shape }, wanted] of expected) {
    if (isSameShape(shape, wanted)) continue;
    refuseShape(`${what}, ${name}`, shapeText(shape), shapeText(wanted));
  }
  return { steps, batch, features, units };
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/** `into += vector · matrix`, the matrix by rows. */
function addProduct(
  into: Float64Array,
  { values, from, length }: { values: Values; from: number; length: number },
  matrix: Values,
): void {
  const width = into.length;
  for (let row = 0; row < length; row++) {
    const factor = values[from + row];
    const at = row * width;
    for (let column = 0; column < width; column++) into[column] += factor * matrix[at + column];
  }
}

function lstmKernel({ steps, batch, features, units }: Sizes): Kernel {
  const gates = new Float64Array(4 * units);
  const cell = new Float64Array(batch * units);
  return ([input, weights, recurrence, bias, hidden, start], output) => {
    cell.set(start);
    for (let step = 0; step < steps; step++) {
      const before = step === 0 ? hidden : output;
      const fromBefore = step === 0 ? 0 : (step - 1) * batch * units;
      for (let row = 0; row < batch; row++) {
        gates.set(bias);
        const from = (step * batch + row) * features;
        addProduct(gates, { values: input, from, length: features }, weights);
        const fromHidden = fromBefore + row * units;
        addProduct(gates, { values: before, from: fromHidden, length: units }, recurrence);
        for (let unit = 0; unit < units; unit++) {
          const at = row * units + unit;
          const kept = sigmoid(gates[2 * units + unit]) * cell[at];
          cell[at] = kept + sigmoid(gates[unit]) * Math.tanh(gates[3 * units + unit]);
          output[step * batch * units + at] = sigmoid(gates[units + unit]) * Math.tanh(cell[at]);
        }
      }
    }
  };
}

function gruKernel({ steps, batch, features, units }: Sizes): Kernel {
  const fromInput = new Float64Array(3 * units);
  const fromHidden = new Float64Array(3 * units);
  return ([input, weights, recurrence, bias, hidden, hiddenBias], output) => {
    for (let step = 0; step < steps; step++) {
      const before = step === 0 ? hidden : output;
      const fromBefore = step === 0 ? 0 : (step - 1) * batch * units;
      for (let row = 0; row < batch; row++) {
        fromInput.set(bias);
        fromHidden.set(hiddenBias);
        const from = (step * batch + row) * features;
        addProduct(fromInput, { values: input, from, length: features }, weights);
        const start = fromBefore + row * units;
        addProduct(fromHidden, { values: before, from: start, length: units }, recurrence);
        for (let unit = 0; unit < units; unit++) {
          const update = sigmoid(fromInput[unit] + fromHidden[unit]);
          const reset = sigmoid(fromInput[units + unit] + fromHidden[units + unit]);
          const proposed = Math.tanh(
            fromInput[2 * units + unit] + reset * fromHidden[2 * units + unit],
          );
          const at = (step * batch + row) * units + unit;
          output[at] = (1 - update) * proposed + update * before[start + unit];
        }
      }
    }
  };
}

/** ONNX wants matrices by gate and unit, with a leading axis for the direction. */
function emitMatrix(emitter: OnnxEmitter, name: string): string {
  const turned = emitter.step("Transpose", [name], { perm: { kind: "ints", values: [1, 0] } });
  return emitter.step("Unsqueeze", [turned, emitter.int64([0])]);
}

function emitBias(emitter: OnnxEmitter, first: string, second: string): string {
  const both = emitter.step("Concat", [first, second], { axis: { kind: "int", value: 0 } });
  return emitter.step("Unsqueeze", [both, emitter.int64([0])]);
}

function emitRow(emitter: OnnxEmitter, name: string): string {
  return emitter.step("Unsqueeze", [name, emitter.int64([0])]);
}

function lstmOperator(sizes: Sizes): Operator {
  const { steps, batch, units } = sizes;
  return {
    name: "LSTM",
    detail: "",
    kernel: () => lstmKernel(sizes),
    emit: (_, emitter) => {
      const [input, weights, recurrence, bias, hidden, cell] = emitter.inputs as string[];
      const none = emitter.step("Expand", [emitter.float(0), emitter.int64([4 * units])]);
      const inputs = [
        ...[input, emitMatrix(emitter, weights), emitMatrix(emitter, recurrence)],
        ...[emitBias(emitter, bias, none), "", emitRow(emitter, hidden), emitRow(emitter, cell)],
      ];
      const states = emitter.step("LSTM", inputs, { hidden_size: { kind: "int", value: units } });
      emitter.result("Reshape", [states, emitter.int64([steps, batch, units])]);
    },
  };
}

/**
 * Hidden states of an LSTM after every step (Hochreiter & Schmidhuber, Neural Computation 9, 1997,
 * with forget gates), [steps, batch, hidden]. Cannot be differentiated.
 *
 * @param cell [batch, hidden], before the first step
 */
export function lstmStates(terms: RecurrentTerms, cell: Tensor): Tensor {
  const sizes = sizesOf("lstm", terms, 4);
  const { steps, batch, units } = sizes;
  if (!isSameShape(cell.shape, [batch, units])) {
    refuseShape("lstm, cell", shapeText(cell.shape), shapeText([batch, units]));
  }
  const { input, weights, recurrence, bias, hidden } = terms;
  const inputs = [input, weights, recurrence, bias, hidden, cell];
  return input.graph.node(lstmOperator(sizes), inputs, [steps, batch, units], input.type);
}

function gruOperator(sizes: Sizes): Operator {
  const { steps, batch, units } = sizes;
  return {
    name: "GRU",
    detail: "",
    kernel: () => gruKernel(sizes),
    emit: (_, emitter) => {
      const [input, weights, recurrence, bias, hidden, hiddenBias] = emitter.inputs as string[];
      const inputs = [
        ...[input, emitMatrix(emitter, weights), emitMatrix(emitter, recurrence)],
        ...[emitBias(emitter, bias, hiddenBias), "", emitRow(emitter, hidden)],
      ];
      const states = emitter.step("GRU", inputs, {
        hidden_size: { kind: "int", value: units },
        linear_before_reset: { kind: "int", value: 1 },
      });
      emitter.result("Reshape", [states, emitter.int64([steps, batch, units])]);
    },
  };
}

/**
 * Hidden states of a GRU after every step (Cho et al., EMNLP 2014; reset after the product, as ONNX's
 * `linear_before_reset`), [steps, batch, hidden]. Cannot be differentiated.
 *
 * @param hiddenBias [3 · hidden], added to the hidden state's part
 */
export function gruStates(terms: RecurrentTerms, hiddenBias: Tensor): Tensor {
  const sizes = sizesOf("gru", terms, 3);
  const { steps, batch, units } = sizes;
  if (!isSameShape(hiddenBias.shape, terms.bias.shape)) {
    refuseShape("gru, hiddenBias", shapeText(hiddenBias.shape), shapeText(terms.bias.shape));
  }
  const { input, weights, recurrence, bias, hidden } = terms;
  const inputs = [input, weights, recurrence, bias, hidden, hiddenBias];
  return input.graph.node(gruOperator(sizes), inputs, [steps, batch, units], input.type);
}
