/** Sums along axes, and their opposite: stretching. */
import type { Operator, Tensor } from "../graph.ts";
import {
  broadcastShapes,
  isSameShape,
  resolveAxis,
  type Shape,
  shapeText,
  sizeOf,
  stretchedAxes,
} from "../shape.ts";
import { stretchedPlaces } from "./broadcast.ts";
import { reshape } from "./reshape.ts";

/** Where each element of the input goes in a reduced output whose axes are kept as 1. */
export function reducedPlaces(input: Tensor, kept: Shape): Int32Array {
  return stretchedPlaces({ shape: kept }, input);
}

/** A shape with 1 in place of every reduced axis. */
export function keepAxes(shape: Shape, axes: readonly number[]): number[] {
  return shape.map((dimension, axis) => (axes.includes(axis) ? 1 : dimension));
}

export function resolveAxes(what: string, tensor: Tensor, axes?: readonly number[]): number[] {
  const rank = tensor.shape.length;
  if (axes === undefined) return Array.from({ length: rank }, (_, axis) => axis);
  return axes.map((axis) => resolveAxis(what, axis, rank)).sort((a, b) => a - b);
}

function sumOperator(axes: readonly number[], kept: Shape): Operator {
  return {
    name: "ReduceSum",
    detail: `axes=${axes.join(",")}`,
    kernel: (node) => {
      const places = reducedPlaces(node.inputs[0], kept);
      return ([input], output) => {
        output.fill(0);
        for (let at = 0; at < places.length; at++) output[places[at]] += input[at];
      };
    },
    emit: (_, emitter) =>
      emitter.result("ReduceSum", [emitter.inputs[0], emitter.int64(axes)], {
        keepdims: { kind: "int", value: 1 },
      }),
    derive: (node, gradient) => [expand(gradient, node.inputs[0].shape)],
  };
}

/**
 * Sum along axes, all of them where none are named.
 *
 * @param keep leaves the summed axes as dimensions of 1
 */
export function sum(tensor: Tensor, axes?: readonly number[], keep = false): Tensor {
  const resolved = resolveAxes("sum", tensor, axes);
  const kept = keepAxes(tensor.shape, resolved);
  // Axes of length 1 have nothing to be summed.
  const summed = resolved.filter((axis) => tensor.shape[axis] !== 1);
  const result =
    summed.length === 0
      ? tensor
      : tensor.graph.node(sumOperator(summed, kept), [tensor], kept, tensor.type);
  if (keep) return reshape(result, kept);
  return reshape(
    result,
    tensor.shape.filter((_, axis) => !resolved.includes(axis)),
  );
}

const expandOperator: Operator = {
  name: "Expand",
  detail: "",
  kernel: (node) => {
    const places = stretchedPlaces(node.inputs[0], node);
    return ([input], output) => {
      for (let at = 0; at < places.length; at++) output[at] = input[places[at]];
    };
  },
  emit: (node, emitter) => emitter.result("Expand", [emitter.inputs[0], emitter.int64(node.shape)]),
  derive: (node, gradient) => [sumTo(gradient, node.inputs[0].shape)],
};

/** Stretches dimensions of 1, and adds outer ones. */
export function expand(tensor: Tensor, shape: Shape): Tensor {
  if (isSameShape(tensor.shape, shape)) return tensor;
  if (!isSameShape(broadcastShapes("expand", [tensor.shape, shape]), shape)) {
    throw new RangeError(
      `expand: found ${shapeText(tensor.shape)}, expected what stretches to ${shapeText(shape)}`,
    );
  }
  return tensor.graph.node(expandOperator, [tensor], shape, tensor.type);
}

/** Undoes a stretch: sums along the axes that were stretched from `shape`. */
export function sumTo(tensor: Tensor, shape: Shape): Tensor {
  if (isSameShape(tensor.shape, shape)) return tensor;
  if (sizeOf(tensor.shape) === 1 && sizeOf(shape) === 1) return reshape(tensor, shape);
  const axes = stretchedAxes(shape, tensor.shape);
  // A gradient that is smaller than its tensor was a constant: it stretches first.
  if (sizeOf(tensor.shape) < sizeOf(shape)) return expand(tensor, shape);
  return reshape(sum(tensor, axes, true), shape);
}
