/** Parts of a tensor, and tensors put together. */
import type { Operator, Tensor } from "../graph.ts";
import {
  isSameShape,
  refuseShape,
  resolveAxis,
  type Shape,
  shapeText,
  stridesOf,
} from "../shape.ts";
import { placesOf } from "./broadcast.ts";
import { expand } from "./reduction.ts";

/** Elements from, from + step, … below `to` of one axis. */
export interface Range {
  readonly axis: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

function lengthOf({ from, to, step }: Range): number {
  return Math.ceil((to - from) / step);
}

function sliceOperator(range: Range): Operator {
  const { axis, from, to, step } = range;
  return {
    name: "Slice",
    detail: `axis=${axis}, from=${from}, to=${to}${step === 1 ? "" : `, step=${step}`}`,
    kernel: (node) => {
      const { shape } = node.inputs[0];
      const strides = stridesOf(shape);
      const first = from * strides[axis];
      const places = placesOf(
        node.shape,
        strides.map((stride, at) => (at === axis ? stride * step : stride)),
      );
      // Rows that lie side by side, such as one matrix out of all parameters.
      const last = places.length - 1;
      if (last >= 0 && places[last] === last) {
        return ([input], output) => output.set(input.subarray(first, first + last + 1));
      }
      return ([input], output) => {
        for (let at = 0; at < places.length; at++) output[at] = input[first + places[at]];
      };
    },
    emit: (_, emitter) => {
      const terms = [[from], [to], [axis], ...(step === 1 ? [] : [[step]])];
      emitter.result("Slice", [emitter.inputs[0], ...terms.map((values) => emitter.int64(values))]);
    },
    derive: (node, gradient) => [scatterRange(gradient, node.inputs[0].shape, range)],
  };
}

/** Elements `from` to `to` (not included) of an axis, or every `step`-th of them. */
export function slice(tensor: Tensor, axis: number, from: number, to: number, step = 1): Tensor {
  const at = resolveAxis("slice", axis, tensor.shape.length);
  const length = tensor.shape[at];
  if (!(from >= 0 && from < to && to <= length && Number.isInteger(step) && step >= 1)) {
    const found = `${from} to ${to}, step ${step}, of axis ${at}`;
    refuseShape("slice", found, `a range within ${shapeText(tensor.shape)}`);
  }
  if (from === 0 && to === length && step === 1) return tensor;
  const range = { axis: at, from, to, step };
  const shape = tensor.shape.map((dimension, k) => (k === at ? lengthOf(range) : dimension));
  return tensor.graph.node(sliceOperator(range), [tensor], shape, tensor.type);
}

interface ScatterOperator extends Operator {
  readonly range: Range;
}

/**
 * A tensor laid into zeros at a range of an axis: what a slice's gradient is. It is an operator of
 * its own so that several can be put together in `differentiate.ts` before anything is written.
 */
function scatterOperator(range: Range, shape: Shape): ScatterOperator {
  const { axis, from, to, step } = range;
  return {
    range,
    name: "Scatter",
    detail: `axis=${axis}, from=${from}, to=${to}, step=${step}`,
    kernel: (node) => {
      const strides = stridesOf(shape);
      const first = from * strides[axis];
      const places = placesOf(
        node.inputs[0].shape,
        strides.map((stride, at) => (at === axis ? stride * step : stride)),
      );
      return ([input], output) => {
        output.fill(0);
        for (let at = 0; at < places.length; at++) output[first + places[at]] = input[at];
      };
    },
    emit: (node, emitter) => {
      const [part] = node.inputs as [Tensor];
      let name = emitter.inputs[0];
      let length = part.shape[axis];
      if (step > 1 && length > 1) {
        // Zeros between the elements: a new axis of `step`, of which the first is the element.
        const inner = [...part.shape.slice(0, axis + 1), 1, ...part.shape.slice(axis + 1)];
        const wide = inner.map((_, at) => (at === axis + 1 ? step - 1 : 0));
        const pads = emitter.int64([...inner.map(() => 0), ...wide]);
        const spread = emitter.step("Reshape", [name, emitter.int64(inner)]);
        const padded = emitter.step("Pad", [spread, pads, emitter.float(0)]);
        length *= step;
        const flat = part.shape.map((dimension, at) => (at === axis ? length : dimension));
        name = emitter.step("Reshape", [padded, emitter.int64(flat)]);
      }
      // A negative pad takes the zeros behind the last element away where there is no room.
      const before = shape.map((_, at) => (at === axis ? from : 0));
      const after = shape.map((dimension, at) => (at === axis ? dimension - from - length : 0));
      emitter.result("Pad", [name, emitter.int64([...before, ...after]), emitter.float(0)]);
    },
    derive: (_, gradient) => [slice(gradient, axis, from, to, step)],
  };
}

export function scatterRange(part: Tensor, shape: Shape, range: Range): Tensor {
  if (isSameShape(part.shape, shape)) return part;
  return part.graph.node(scatterOperator(range, shape), [part], shape, part.type);
}

/** The range of a tensor that was made by `scatterRange` with step 1. */
export function scatteredRange({ operator }: Tensor): Range | undefined {
  const { range } = operator as Partial<ScatterOperator>;
  return range?.step === 1 ? range : undefined;
}

function concatOperator(axis: number): Operator {
  return {
    name: "Concat",
    detail: `axis=${axis}`,
    kernel: (node) => {
      const { shape } = node;
      const inner = shape.slice(axis + 1).reduce((size, dimension) => size * dimension, 1);
      const rows = shape.slice(0, axis).reduce((size, dimension) => size * dimension, 1);
      const widths = node.inputs.map((input) => input.shape[axis] * inner);
      const width = shape[axis] * inner;
      return (inputs, output) => {
        let offset = 0;
        for (const [at, input] of inputs.entries()) {
          const own = widths[at];
          for (let row = 0; row < rows; row++) {
            for (let k = 0; k < own; k++) {
              output[row * width + offset + k] = input[row * own + k];
            }
          }
          offset += own;
        }
      };
    },
    emit: (_, emitter) =>
      emitter.result("Concat", emitter.inputs, { axis: { kind: "int", value: axis } }),
    derive: (node, gradient) => {
      let from = 0;
      return node.inputs.map(({ shape }) => {
        const to = from + shape[axis];
        const part = slice(gradient, axis, from, to);
        from = to;
        return part;
      });
    },
  };
}

/** Tensors one behind the other along an axis; elsewhere their shapes are the same. */
export function concat(tensors: readonly Tensor[], axis: number): Tensor {
  const [first] = tensors;
  if (first === undefined) throw new RangeError("concat: found nothing, expected a tensor");
  const at = resolveAxis("concat", axis, first.shape.length);
  let length = 0;
  for (const { shape } of tensors) {
    const others = shape.map((dimension, k) => (k === at ? first.shape[at] : dimension));
    if (!isSameShape(others, first.shape)) {
      const expected = `${shapeText(first.shape)} but for axis ${at}`;
      refuseShape("concat", shapeText(shape), expected);
    }
    length += shape[at];
  }
  if (tensors.length === 1) return first;
  const shape = first.shape.map((dimension, k) => (k === at ? length : dimension));
  return first.graph.node(concatOperator(at), tensors, shape, first.type);
}

/** Zeros of a shape. */
export function zerosLike(tensor: Tensor, shape: Shape): Tensor {
  return expand(tensor.graph.constant(0), shape);
}
