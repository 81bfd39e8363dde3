/** What elementwise operators share: operands, and loops over tensors that stretch. */
import type { Kernel, Tensor } from "../graph.ts";
import { broadcastStrides, type Shape, sizeOf } from "../shape.ts";

/** A tensor, or a number in its graph. */
export type Operand = Tensor | number;

interface Shaped {
  readonly shape: Shape;
}

/** A loop over an elementwise function of two stretched inputs. */
export function binaryKernel(node: Tensor, apply: (a: number, b: number) => number): Kernel {
  const [a, b] = node.inputs as [Tensor, Tensor];
  const size = sizeOf(node.shape);
  const [stepA, stepB] = [evenStep(a, size), evenStep(b, size)];
  if (stepA !== undefined && stepB !== undefined) {
    return ([first, second], output) => {
      for (let at = 0; at < size; at++) {
        output[at] = apply(first[at * stepA], second[at * stepB]);
      }
    };
  }
  const placesA = stretchedPlaces(a, node);
  const placesB = stretchedPlaces(b, node);
  return ([first, second], output) => {
    for (let at = 0; at < size; at++) {
      output[at] = apply(first[placesA[at]], second[placesB[at]]);
    }
  };
}

/** 1 for a tensor of the full size, 0 for a single element, else nothing so simple. */
function evenStep(tensor: Tensor, size: number): number | undefined {
  const own = sizeOf(tensor.shape);
  if (own === size) return 1;
  return own === 1 ? 0 : undefined;
}

/** For each element of a node, where a stretched input of it has its own. */
export function stretchedPlaces(input: Shaped, node: Shaped): Int32Array {
  const strides = broadcastStrides(input.shape, node.shape);
  return placesOf(node.shape, strides);
}

/** Offsets of every index of a shape under given strides, in order. */
export function placesOf(shape: readonly number[], strides: readonly number[]): Int32Array {
  const places = new Int32Array(sizeOf(shape));
  const index = new Array<number>(shape.length).fill(0);
  let place = 0;
  for (let at = 0; at < places.length; at++) {
    places[at] = place;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      place += strides[axis];
      index[axis]++;
      if (index[axis] < shape[axis]) break;
      place -= strides[axis] * shape[axis];
      index[axis] = 0;
    }
  }
  return places;
}

/** Both as tensors of one graph. */
export function operands(a: Operand, b: Operand): [Tensor, Tensor] {
  if (typeof a !== "number") return [a, typeof b === "number" ? a.graph.constant(b) : b];
  if (typeof b === "number")
    throw new RangeError("arithmetic: found two numbers, expected a tensor");
  return [b.graph.constant(a), b];
}
