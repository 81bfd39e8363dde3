/** The largest along axes, means, and what is normalised by them. */
import type { Operator, Tensor } from "../graph.ts";
import { resolveAxis, type Shape } from "../shape.ts";
import { divide, multiply, subtract } from "./arithmetic.ts";
import { equal } from "./comparison.ts";
import { exp, toFloat } from "./elementwise.ts";
import { keepAxes, reducedPlaces, resolveAxes, sum } from "./reduction.ts";
import { reshape } from "./reshape.ts";

function maxOperator(axes: readonly number[], kept: Shape): Operator {
  return {
    name: "ReduceMax",
    detail: `axes=${axes.join(",")}`,
    kernel: (node) => {
      const places = reducedPlaces(node.inputs[0], kept);
      return ([input], output) => {
        output.fill(Number.NEGATIVE_INFINITY);
        for (let at = 0; at < places.length; at++) {
          const place = places[at];
          output[place] = Math.max(output[place], input[at]);
        }
      };
    },
    emit: (_, emitter) =>
      emitter.result("ReduceMax", emitter.inputs, {
        axes: { kind: "ints", values: axes },
        keepdims: { kind: "int", value: 1 },
      }),
    derive: (node, gradient) => {
      const isLargest = toFloat(equal(node.inputs[0], node));
      return [multiply(isLargest, divide(gradient, sum(isLargest, axes, true)))];
    },
  };
}

/** Largest along axes; among equal ones the gradient is shared. */
export function largest(tensor: Tensor, axes?: readonly number[], keep = false): Tensor {
  const resolved = resolveAxes("largest", tensor, axes);
  const kept = keepAxes(tensor.shape, resolved);
  const result = tensor.graph.node(maxOperator(resolved, kept), [tensor], kept, tensor.type);
  const shape = tensor.shape.filter((_, axis) => !resolved.includes(axis));
  return keep ? result : reshape(result, shape);
}

/** Mean along axes, all of them where none are named. */
export function mean(tensor: Tensor, axes?: readonly number[], keep = false): Tensor {
  const resolved = resolveAxes("mean", tensor, axes);
  const count = resolved.reduce((product, axis) => product * tensor.shape[axis], 1);
  return multiply(sum(tensor, resolved, keep), 1 / count);
}

/** The rows along an axis: their number, length, and the step between the elements of one. */
function rowsOf(shape: Shape, axis: number): { length: number; step: number; count: number } {
  const step = shape.slice(axis + 1).reduce((product, dimension) => product * dimension, 1);
  const length = shape[axis];
  return { length, step, count: shape.reduce((product, one) => product * one, 1) / length };
}

function softmaxOperator(axis: number, isLog: boolean): Operator {
  return {
    name: isLog ? "LogSoftmax" : "Softmax",
    detail: `axis=${axis}`,
    kernel: (node) => {
      const { length, step, count } = rowsOf(node.shape, axis);
      return ([input], output) => {
        for (let row = 0; row < count; row++) {
          const from = Math.floor(row / step) * length * step + (row % step);
          let top = Number.NEGATIVE_INFINITY;
          for (let k = 0; k < length; k++) top = Math.max(top, input[from + k * step]);
          let total = 0;
          for (let k = 0; k < length; k++) total += Math.exp(input[from + k * step] - top);
          for (let k = 0; k < length; k++) {
            const at = from + k * step;
            const lifted = input[at] - top;
            output[at] = isLog ? lifted - Math.log(total) : Math.exp(lifted) / total;
          }
        }
      };
    },
    emit: (node, emitter) =>
      emitter.result(isLog ? "LogSoftmax" : "Softmax", emitter.inputs, {
        axis: { kind: "int", value: axis === node.shape.length - 1 ? -1 : axis },
      }),
    derive: (node, gradient) => {
      if (isLog) {
        return [subtract(gradient, multiply(exp(node), sum(gradient, [axis], true)))];
      }
      const weighted = multiply(gradient, node);
      return [subtract(weighted, multiply(node, sum(weighted, [axis], true)))];
    },
  };
}

/** e^x over its sum along an axis. */
export function softmax(tensor: Tensor, axis = -1): Tensor {
  const at = resolveAxis("softmax", axis, tensor.shape.length);
  return tensor.graph.node(softmaxOperator(at, false), [tensor], tensor.shape, tensor.type);
}

/** Logarithm of `softmax`, without loss of precision. */
export function logSoftmax(tensor: Tensor, axis = -1): Tensor {
  const at = resolveAxis("logSoftmax", axis, tensor.shape.length);
  return tensor.graph.node(softmaxOperator(at, true), [tensor], tensor.shape, tensor.type);
}
