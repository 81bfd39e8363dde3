/** The same elements in another shape, or in another order of axes. */
import type { Operator, Tensor } from "../graph.ts";
import { isSameShape, type Shape, shapeText, sizeOf, stridesOf } from "../shape.ts";
import { placesOf } from "./broadcast.ts";

const reshapeOperator: Operator = {
  name: "Reshape",
  detail: "",
  kernel:
    () =>
    ([input], output) =>
      output.set(input),
  emit: (node, emitter) =>
    emitter.result("Reshape", [emitter.inputs[0], emitter.int64(node.shape)]),
  derive: (node, gradient) => [reshape(gradient, node.inputs[0].shape)],
};

/** @throws RangeError where the number of elements would change */
export function reshape(tensor: Tensor, shape: Shape): Tensor {
  if (sizeOf(shape) !== sizeOf(tensor.shape)) {
    const found = `${shapeText(tensor.shape)} for ${shapeText(shape)}`;
    throw new RangeError(`reshape: found ${found}, expected as many elements`);
  }
  if (isSameShape(tensor.shape, shape)) return tensor;
  const source = tensor.operator === reshapeOperator ? tensor.inputs[0] : tensor;
  if (source !== tensor) return reshape(source, shape);
  return tensor.graph.node(reshapeOperator, [tensor], [...shape], tensor.type);
}

function transposeOperator(order: readonly number[]): Operator {
  return {
    name: "Transpose",
    detail: `perm=${order.join(",")}`,
    kernel: (node) => {
      const strides = stridesOf(node.inputs[0].shape);
      const places = placesOf(
        node.shape,
        order.map((axis) => strides[axis]),
      );
      return ([input], output) => {
        for (let at = 0; at < places.length; at++) output[at] = input[places[at]];
      };
    },
    emit: (_, emitter) =>
      emitter.result("Transpose", emitter.inputs, { perm: { kind: "ints", values: order } }),
    derive: (_, gradient) => {
      const back = order.map((_, axis) => order.indexOf(axis));
      return [transpose(gradient, back)];
    },
  };
}

/** Axes in another order, reversed where none is given. */
export function transpose(tensor: Tensor, order?: readonly number[]): Tensor {
  const axes = order ?? tensor.shape.map((_, axis) => tensor.shape.length - 1 - axis);
  const isOrder =
    axes.length === tensor.shape.length && tensor.shape.every((_, axis) => axes.includes(axis));
  if (!isOrder) {
    const expected = `each axis of ${shapeText(tensor.shape)} once`;
    throw new RangeError(`transpose: found the order ${axes.join(",")}, expected ${expected}`);
  }
  const shape = axes.map((axis) => tensor.shape[axis]);
  // Where only dimensions of 1 move, elements stay where they are.
  const moved = axes.filter((axis) => tensor.shape[axis] !== 1);
  if (moved.every((axis, at) => at === 0 || axis > moved[at - 1])) return reshape(tensor, shape);
  return tensor.graph.node(transposeOperator(axes), [tensor], shape, tensor.type);
}
