/** A window that moves over the height and width of [batch, channels, height, width]. */
import type { OnnxAttribute } from "../onnx/onnx-model.ts";
import { refuseShape, type Shape, shapeText } from "../shape.ts";

/** Along height and width. */
export type Pair = readonly [number, number];

/**
 * What is added around an input: nothing; zeros on both sides so that there is a place for every
 * `stride`-th element; or zeros before the first column alone, so that a place along the width,
 * which is time, sees nothing behind its own column.
 */
export type Padding = "valid" | "same" | "causal";

export interface WindowOptions {
  /** Rows and columns it takes. */
  readonly size: Pair;
  /** From one place to the next; 1. */
  readonly stride?: Pair;
  /** From one row or column it takes to the next; 1. */
  readonly dilation?: Pair;
  readonly padding?: Padding;
}

/** A window on an input of known size. */
export interface Window {
  readonly size: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
  /** Rows and columns that are added before the first. */
  readonly before: Pair;
  /** Those added behind the last. */
  readonly after: Pair;
  /** Height and width of the input. */
  readonly input: Pair;
  /** Places of the window. */
  readonly output: Pair;
}

/** @throws RangeError where the input is no [batch, channels, height, width] or has no place for it */
export function placeWindow(what: string, input: Shape, options: WindowOptions): Window {
  const { size, stride = [1, 1], dilation = [1, 1], padding = "valid" } = options;
  if (input.length !== 4) refuseShape(what, shapeText(input), "[batch,channels,height,width]");
  for (const [name, pair] of Object.entries({ window: size, stride, dilation })) {
    if (pair.every((steps) => Number.isInteger(steps) && steps >= 1)) continue;
    refuseShape(what, `a ${name} of ${shapeText(pair)}`, "whole numbers from 1");
  }
  const axes = [0, 1].map((axis) => {
    const length = input[axis + 2];
    const span = (size[axis] - 1) * dilation[axis] + 1;
    const [before, after] = pad(padding, axis, { length, span, step: stride[axis] });
    const room = length + before + after - span;
    if (room < 0) {
      const found = `${shapeText(input)} for a window of ${shapeText(size)}`;
      refuseShape(what, found, `at least ${span} along axis ${axis + 2}`);
    }
    return { before, after, length, places: Math.floor(room / stride[axis]) + 1 };
  });
  const [height, width] = axes;
  return {
    ...{ size, stride, dilation },
    before: [height.before, width.before],
    after: [height.after, width.after],
    input: [height.length, width.length],
    output: [height.places, width.places],
  };
}

function pad(
  padding: Padding,
  axis: number,
  { length, span, step }: { length: number; span: number; step: number },
): Pair {
  switch (padding) {
    case "valid":
      return [0, 0];
    case "same": {
      const places = Math.ceil(length / step);
      const missing = Math.max(0, (places - 1) * step + span - length);
      return [Math.floor(missing / 2), Math.ceil(missing / 2)];
    }
    case "causal":
      return axis === 1 ? [span - 1, 0] : [0, 0];
    default:
      return padding satisfies never;
  }
}

/** What tells one window from another, for an operator's `detail`. */
export function windowText({ size, stride, dilation, before, after }: Window): string {
  const text = (pair: Pair): string => pair.join("×");
  return `window=${text(size)}, stride=${text(stride)}, dilation=${text(dilation)}, pads=${text(before)} ${text(after)}`;
}

/** The attributes that ONNX's Conv, ConvTranspose, MaxPool and AveragePool share. */
export function windowAttributes(window: Window): Record<string, OnnxAttribute> {
  const { size, stride, dilation, before, after } = window;
  return {
    kernel_shape: { kind: "ints", values: size },
    strides: { kind: "ints", values: stride },
    pads: { kind: "ints", values: [...before, ...after] },
    // Pools have it only from a later set of operators on.
    ...(dilation.every((steps) => steps === 1)
      ? {}
      : { dilations: { kind: "ints", values: dilation } }),
  };
}

/**
 * The part of one output row that takes its elements from inside the input.
 *
 * @param tap which element of the window, row by row
 * @param inputAt first element taken, in a plane of the input; the next is a stride further
 * @param outputAt where it counts, in a plane of the output; the next is beside it
 */
export type VisitRow = (tap: number, inputAt: number, outputAt: number, count: number) => void;

/** Visits every element the window takes at every place, row by row, padding left out. */
export function visitRows(
  { size, stride, dilation, before, input, output }: Window,
  visit: VisitRow,
): void {
  for (let tap = 0; tap < size[0] * size[1]; tap++) {
    const top = Math.floor(tap / size[1]) * dilation[0] - before[0];
    const left = (tap % size[1]) * dilation[1] - before[1];
    const first = Math.max(0, Math.ceil(-left / stride[1]));
    const end = Math.min(output[1], Math.ceil((input[1] - left) / stride[1]));
    if (end <= first) continue;
    for (let row = 0; row < output[0]; row++) {
      const inputRow = row * stride[0] + top;
      if (inputRow < 0 || inputRow >= input[0]) continue;
      const inputAt = inputRow * input[1] + first * stride[1] + left;
      visit(tap, inputAt, row * output[1] + first, end - first);
    }
  }
}
