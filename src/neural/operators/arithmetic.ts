/** Elementwise arithmetic of two tensors; shapes stretch to a common one. */
import { isConstant, type Operator, type Tensor } from "../graph.ts";
import { broadcastShapes, isSameShape, refuseShape } from "../shape.ts";
import { binaryKernel, type Operand, operands } from "./broadcast.ts";
import { greater, select } from "./comparison.ts";
import { expand, sumTo } from "./reduction.ts";

interface Definition {
  readonly name: string;
  readonly apply: (a: number, b: number) => number;
  readonly derive: (node: Tensor, gradient: Tensor, a: Tensor, b: Tensor) => [Tensor, Tensor];
}

function define({ name, apply, derive }: Definition): Operator {
  return {
    name,
    detail: "",
    kernel: (node) => binaryKernel(node, apply),
    emit: (_, emitter) => emitter.result(name, emitter.inputs),
    derive: (node, gradient) => {
      const [a, b] = node.inputs as [Tensor, Tensor];
      const [byA, byB] = derive(node, gradient, a, b);
      return [sumTo(byA, a.shape), sumTo(byB, b.shape)];
    },
  };
}

function make(operator: Operator, a: Tensor, b: Tensor): Tensor {
  const shape = broadcastShapes(operator.name, [a.shape, b.shape]);
  if (a.type !== b.type) refuseShape(operator.name, `${a.type} and ${b.type}`, "one type");
  return a.graph.node(operator, [a, b], shape, a.type);
}

/** `tensor` itself, if stretching it to the common shape of both changes nothing. */
function unchanged(tensor: Tensor, other: Tensor): Tensor {
  const shape = broadcastShapes("arithmetic", [tensor.shape, other.shape]);
  return isSameShape(shape, tensor.shape) ? tensor : expand(tensor, shape);
}

const negateOperator: Operator = {
  name: "Neg",
  detail: "",
  kernel:
    () =>
    ([input], output) => {
      for (let at = 0; at < output.length; at++) output[at] = -input[at];
    },
  emit: (_, emitter) => emitter.result("Neg", emitter.inputs),
  derive: (_, gradient) => [negate(gradient)],
};
export function negate(tensor: Tensor): Tensor {
  if (tensor.operator === negateOperator) return tensor.inputs[0];
  return tensor.graph.node(negateOperator, [tensor], tensor.shape, tensor.type);
}

const addOperator = define({
  name: "Add",
  apply: (a, b) => a + b,
  derive: (_, gradient) => [gradient, gradient],
});
export function add(first: Operand, second: Operand): Tensor {
  const [a, b] = operands(first, second);
  if (isConstant(a, 0)) return unchanged(b, a);
  if (isConstant(b, 0)) return unchanged(a, b);
  return make(addOperator, a, b);
}

const subtractOperator = define({
  name: "Sub",
  apply: (a, b) => a - b,
  derive: (_, gradient) => [gradient, negate(gradient)],
});
export function subtract(first: Operand, second: Operand): Tensor {
  const [a, b] = operands(first, second);
  if (isConstant(b, 0)) return unchanged(a, b);
  if (isConstant(a, 0)) return unchanged(negate(b), a);
  return make(subtractOperator, a, b);
}

const multiplyOperator = define({
  name: "Mul",
  apply: (a, b) => a * b,
  derive: (_, gradient, a, b) => [multiply(gradient, b), multiply(gradient, a)],
});
export function multiply(first: Operand, second: Operand): Tensor {
  const [a, b] = operands(first, second);
  if (isConstant(a, 1)) return unchanged(b, a);
  if (isConstant(b, 1)) return unchanged(a, b);
  return make(multiplyOperator, a, b);
}

const divideOperator = define({
  name: "Div",
  apply: (a, b) => a / b,
  derive: (node, gradient, _, b) => {
    const byA = divide(gradient, b);
    return [byA, negate(multiply(byA, node))];
  },
});
export function divide(first: Operand, second: Operand): Tensor {
  const [a, b] = operands(first, second);
  if (isConstant(b, 1)) return unchanged(a, b);
  return make(divideOperator, a, b);
}

const maximumOperator = define({
  name: "Max",
  apply: Math.max,
  derive: (_, gradient, a, b) => pick(greater(a, b), gradient),
});
/** The larger of the two; where they are equal the gradient goes to the second. */
export function maximum(first: Operand, second: Operand): Tensor {
  return make(maximumOperator, ...operands(first, second));
}

const minimumOperator = define({
  name: "Min",
  apply: Math.min,
  derive: (_, gradient, a, b) => pick(greater(b, a), gradient),
});
/** The smaller of the two; where they are equal the gradient goes to the second. */
export function minimum(first: Operand, second: Operand): Tensor {
  return make(minimumOperator, ...operands(first, second));
}

function pick(isFirst: Tensor, gradient: Tensor): [Tensor, Tensor] {
  return [select(isFirst, gradient, 0), select(isFirst, 0, gradient)];
}

export const square = (tensor: Tensor): Tensor => multiply(tensor, tensor);

/** Bounded from below and above; the gradient is zero outside. */
export const clamp = (tensor: Tensor, low: number, high: number): Tensor =>
  minimum(maximum(tensor, low), high);
