/** Windows over [batch, channels, height, width]: convolutions and pools of a file. */
import type { Tensor } from "../graph.ts";
import { convolve, convolveBack } from "../operators/convolution.ts";
import { averagePool, maximumPool } from "../operators/pooling.ts";
import type { Pair, Window } from "../operators/window.ts";
import { refuseShape, type Shape, shapeText } from "../shape.ts";
import type { NodeBuilder, NodeReader } from "./node-reader.ts";

type Placement = Omit<Window, "input" | "output">;

/** Height and width. */
function planeOf({ shape }: Tensor): Pair {
  if (shape.length !== 4) refuseShape("window", shapeText(shape), "[batch,channels,height,width]");
  return [shape[2], shape[3]];
}

function readPlacement(node: NodeReader, kernel?: Shape): Placement {
  const [height, width] = node.ints("kernel_shape") ?? kernel ?? [];
  const [top = 0, left = 0, bottom = 0, right = 0] = node.ints("pads") ?? [];
  const [rows = 1, columns = 1] = node.ints("strides") ?? [];
  const [rowGap = 1, columnGap = 1] = node.ints("dilations") ?? [];
  const sizes = [height, width, rows, columns, rowGap, columnGap];
  if (!sizes.every((size) => size >= 1) || Math.min(top, left, bottom, right) < 0) {
    throw new RangeError(`found a window of ${sizes.join(", ")}, expected sizes from 1`);
  }
  return {
    size: [height, width],
    stride: [rows, columns],
    dilation: [rowGap, columnGap],
    before: [top, left],
    after: [bottom, right],
  };
}

/** Elements from the first to the last that a window takes along an axis. */
function spanOf({ size, dilation }: Placement, axis: number): number {
  return (size[axis] - 1) * dilation[axis] + 1;
}

/** The window on an input, with as many places as fit. */
function placeOver(placement: Placement, input: Pair): Window {
  const [height, width] = [0, 1].map((axis) => {
    const room = input[axis] + placement.before[axis] + placement.after[axis];
    const places = Math.floor((room - spanOf(placement, axis)) / placement.stride[axis]) + 1;
    if (places < 1) refuseShape("window", shapeText(input), `at least ${spanOf(placement, axis)}`);
    return places;
  });
  return { ...placement, input, output: [height, width] };
}

/** The window whose places these are, on the input that it leaves (ConvTranspose-11). */
function placeUnder(placement: Placement, output: Pair, rest: readonly number[]): Window {
  const { before, after, stride } = placement;
  const [height, width] = [0, 1].map((axis) => {
    const reached = (output[axis] - 1) * stride[axis] + spanOf(placement, axis);
    return reached + (rest[axis] ?? 0) - before[axis] - after[axis];
  });
  return { ...placement, input: [height, width], output };
}

function readKernels(node: NodeReader): readonly [Tensor, Tensor, Placement] {
  const [input, kernels] = node.inputs(2, 3);
  node.expect("group", node.int("group", 1), 1);
  return [input, kernels, readPlacement(node, planeOf(kernels))];
}

function buildConvolution(node: NodeReader): Tensor {
  const [input, kernels, placement] = readKernels(node);
  return convolve(input, kernels, placeOver(placement, planeOf(input)), node.optional(2));
}

function buildTransposed(node: NodeReader): Tensor {
  const [input, kernels, placement] = readKernels(node);
  node.inputs(2);
  const window = placeUnder(placement, planeOf(input), node.ints("output_padding") ?? []);
  return convolveBack(input, kernels, window);
}

const pool =
  (compute: (input: Tensor, window: Window) => Tensor): NodeBuilder =>
  (node) => {
    const [input] = node.inputs(1);
    node.expect("ceil_mode", node.int("ceil_mode", 0), 0);
    return compute(input, placeOver(readPlacement(node), planeOf(input)));
  };

export const windowBuilders: Readonly<Record<string, NodeBuilder>> = {
  Conv: buildConvolution,
  ConvTranspose: buildTransposed,
  MaxPool: pool(maximumPool),
  // Padding does not count, which is what ONNX says where nothing is said.
  AveragePool: pool(averagePool),
};
