/** Operators on each element of one tensor. */
import type { OnnxEmitter, Operator, Tensor } from "../graph.ts";
import { refuseShape } from "../shape.ts";
import { divide, multiply, subtract } from "./arithmetic.ts";

interface Definition {
  readonly name: string;
  readonly detail?: string;
  readonly apply: (value: number) => number;
  readonly emit?: Operator["emit"];
  readonly derive?: (node: Tensor, gradient: Tensor, input: Tensor) => Tensor;
}

function define({ name, detail = "", apply, emit, derive }: Definition): Operator {
  return {
    name,
    detail,
    kernel: () => (inputs, output) => {
      const [input] = inputs;
      for (let at = 0; at < output.length; at++) output[at] = apply(input[at]);
    },
    emit: emit ?? ((_, emitter) => emitter.result(name, emitter.inputs)),
    // Where nothing is said the function is flat.
    derive: (node, gradient) => [derive?.(node, gradient, node.inputs[0])],
  };
}

const make = (operator: Operator, tensor: Tensor): Tensor =>
  tensor.graph.node(operator, [tensor], tensor.shape, tensor.type);

const expOperator = define({
  name: "Exp",
  apply: Math.exp,
  derive: (node, gradient) => multiply(gradient, node),
});
export const exp = (tensor: Tensor): Tensor => make(expOperator, tensor);

const logOperator = define({
  name: "Log",
  apply: Math.log,
  derive: (_, gradient, input) => divide(gradient, input),
});
/** Natural logarithm. */
export const log = (tensor: Tensor): Tensor => make(logOperator, tensor);

const sqrtOperator = define({
  name: "Sqrt",
  apply: Math.sqrt,
  derive: (node, gradient) => divide(multiply(gradient, 0.5), node),
});
export const sqrt = (tensor: Tensor): Tensor => make(sqrtOperator, tensor);

const tanhOperator = define({
  name: "Tanh",
  apply: Math.tanh,
  // g − g·y² needs one pass less than g·(1 − y²) has nodes.
  derive: (node, gradient) => subtract(gradient, multiply(gradient, multiply(node, node))),
});
export const tanh = (tensor: Tensor): Tensor => make(tanhOperator, tensor);

const sigmoidOperator = define({
  name: "Sigmoid",
  apply: (value) =>
    value >= 0 ? 1 / (1 + Math.exp(-value)) : Math.exp(value) / (1 + Math.exp(value)),
  derive: (node, gradient) => multiply(gradient, subtract(node, multiply(node, node))),
});
export const sigmoid = (tensor: Tensor): Tensor => make(sigmoidOperator, tensor);

const softplusOperator = define({
  name: "Softplus",
  apply: (value) => Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value))),
  derive: (_, gradient, input) => multiply(gradient, sigmoid(input)),
});
/** log(1 + e^x), without overflow. */
export const softplus = (tensor: Tensor): Tensor => make(softplusOperator, tensor);

/** Times the smallest normal float32 it is above 1. */
const huge = 3e38;

/**
 * 1 where positive, `low` elsewhere. Two passes without a branch: `Greater` and `Where` took twice
 * as long together.
 */
function risenFrom(tensor: Tensor, low: number): Tensor {
  const operator = define({
    name: "Clip",
    detail: `${low} to 1, steep`,
    apply: (value) => Math.min(Math.max(value * huge, low), 1),
    emit: (_, emitter) => {
      const steep = emitter.step("Mul", [emitter.inputs[0], emitter.float(huge)]);
      emitter.result("Clip", [steep, emitter.float(low), emitter.float(1)]);
    },
  });
  return make(operator, tensor);
}

const reluOperator = define({
  name: "Relu",
  apply: (value) => (value > 0 ? value : Number.isNaN(value) ? value : 0),
  derive: (node, gradient) => multiply(gradient, risenFrom(node, 0)),
});
/** Its derivative at 0 is 0. */
export const relu = (tensor: Tensor): Tensor => make(reluOperator, tensor);

/**
 * x where positive, slope · x elsewhere; its derivative at 0 is the slope.
 *
 * @param slope from 0 to 1
 */
export function leakyRelu(tensor: Tensor, slope = 0.01): Tensor {
  if (!(slope >= 0 && slope <= 1)) refuseShape("leakyRelu", `slope ${slope}`, "0 to 1");
  const operator = define({
    name: "LeakyRelu",
    detail: `alpha=${slope}`,
    apply: (value) => (value > 0 ? value : slope * value),
    emit: (_, emitter) =>
      emitter.result("LeakyRelu", emitter.inputs, { alpha: { kind: "float", value: slope } }),
    // By what comes out, not by what goes in: so ONNX Runtime can join it to the node before.
    derive: (node, gradient) => multiply(gradient, risenFrom(node, slope)),
  });
  return make(operator, tensor);
}

const absoluteOperator = define({
  name: "Abs",
  apply: Math.abs,
  derive: (_, gradient, input) => multiply(gradient, sign(input)),
});
/** Its derivative at 0 is 0. */
export const absolute = (tensor: Tensor): Tensor => make(absoluteOperator, tensor);

const signOperator = define({
  name: "Sign",
  apply: Math.sign,
});
/** -1, 0 or 1; without a gradient. */
export const sign = (tensor: Tensor): Tensor => make(signOperator, tensor);

const stopOperator = define({ name: "Identity", apply: (value) => value });
/** The same values, through which no gradient flows. */
export const stopGradient = (tensor: Tensor): Tensor =>
  tensor.values === undefined ? make(stopOperator, tensor) : tensor;

/** Truth as 0 and 1. */
export function toFloat(tensor: Tensor): Tensor {
  if (tensor.type === "float") return tensor;
  const operator: Operator = {
    name: "Cast",
    detail: "float",
    kernel: () => (inputs, output) => output.set(inputs[0]),
    emit: (_, emitter: OnnxEmitter) => {
      const to = emitter.floatType === "float32" ? 1 : 11;
      emitter.result("Cast", emitter.inputs, { to: { kind: "int", value: to } });
    },
    derive: () => [undefined],
  };
  return tensor.graph.node(operator, [tensor], tensor.shape);
}
