/** Truth of each element, and choosing by it. */
import type { Operator, Tensor } from "../graph.ts";
import { broadcastShapes, shapeText } from "../shape.ts";
import { binaryKernel, type Operand, operands, stretchedPlaces } from "./broadcast.ts";
import { sumTo } from "./reduction.ts";

function define(name: string, apply: (a: number, b: number) => number): Operator {
  return {
    name,
    detail: "",
    kernel: (node) => binaryKernel(node, apply),
    emit: (_, emitter) => emitter.result(name, emitter.inputs),
    derive: () => [undefined, undefined],
  };
}

function compare(operator: Operator, first: Operand, second: Operand): Tensor {
  const [a, b] = operands(first, second);
  const shape = broadcastShapes(operator.name, [a.shape, b.shape]);
  return a.graph.node(operator, [a, b], shape, "bool");
}

const greaterOperator = define("Greater", (a, b) => (a > b ? 1 : 0));
export const greater = (a: Operand, b: Operand): Tensor => compare(greaterOperator, a, b);

const equalOperator = define("Equal", (a, b) => (a === b ? 1 : 0));
export const equal = (a: Operand, b: Operand): Tensor => compare(equalOperator, a, b);

const selectOperator: Operator = {
  name: "Where",
  detail: "",
  kernel: (node) => {
    const [truth, a, b] = node.inputs.map((input) => stretchedPlaces(input, node));
    return ([truths, first, second], output) => {
      for (let at = 0; at < output.length; at++) {
        output[at] = truths[truth[at]] !== 0 ? first[a[at]] : second[b[at]];
      }
    };
  },
  emit: (_, emitter) => emitter.result("Where", emitter.inputs),
  derive: (node, gradient) => {
    const [truth, a, b] = node.inputs as [Tensor, Tensor, Tensor];
    return [
      undefined,
      sumTo(select(truth, gradient, 0), a.shape),
      sumTo(select(truth, 0, gradient), b.shape),
    ];
  },
};

/** `a` where the truth holds, `b` elsewhere; shapes stretch. */
export function select(truth: Tensor, a: Operand, b: Operand): Tensor {
  if (truth.type !== "bool") {
    throw new RangeError(`select: found ${truth.type} ${shapeText(truth.shape)}, expected truth`);
  }
  const { graph } = truth;
  const [first, second] = [a, b].map((operand) =>
    typeof operand === "number" ? graph.constant(operand) : operand,
  ) as [Tensor, Tensor];
  const shape = broadcastShapes("select", [truth.shape, first.shape, second.shape]);
  return graph.node(selectOperator, [truth, first, second], shape, first.type);
}
