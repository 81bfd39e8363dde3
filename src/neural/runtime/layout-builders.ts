/** Where elements lie: operators of a file that move them, and need constants to say where to. */
import type { Tensor } from "../graph.ts";
import { add, multiply } from "../operators/arithmetic.ts";
import { gather, oneHot } from "../operators/gather.ts";
import { expand, sum } from "../operators/reduction.ts";
import { reshape, transpose } from "../operators/reshape.ts";
import { concat, slice } from "../operators/slice.ts";
import { broadcastShapes, isSameShape, resolveAxis, shapeText, sizeOf } from "../shape.ts";
import type { NodeBuilder, NodeReader } from "./node-reader.ts";

/** "0 means that the dimension is taken from the input", -1 is what remains (Reshape-14). */
function buildReshape(node: NodeReader): Tensor {
  const [tensor] = node.inputs(2);
  node.expect("allowzero", node.int("allowzero", 0), 0);
  const shape = node.constants(1).map((size, axis) => (size === 0 ? tensor.shape[axis] : size));
  const open = shape.indexOf(-1);
  if (open >= 0) shape[open] = sizeOf(tensor.shape) / -sizeOf(shape);
  if (!shape.every((size) => Number.isInteger(size) && size >= 1)) {
    throw new RangeError(`found the shape ${node.constants(1).join(", ")}, expected sizes`);
  }
  return reshape(tensor, shape);
}

function buildUnsqueeze(node: NodeReader): Tensor {
  const [tensor] = node.inputs(2);
  const added = node.constants(1);
  const rank = tensor.shape.length + added.length;
  const axes = added.map((axis) => resolveAxis("Unsqueeze", axis, rank));
  let at = 0;
  const shape = Array.from({ length: rank }, (_, axis) =>
    axes.includes(axis) ? 1 : tensor.shape[at++],
  );
  return reshape(tensor, shape);
}

function buildExpand(node: NodeReader): Tensor {
  const [tensor] = node.inputs(2);
  return expand(tensor, broadcastShapes("Expand", [tensor.shape, node.constants(1)]));
}

/** "Negative values mean counting from the end", and bounds beyond an axis end with it (Slice-13). */
function buildSlice(node: NodeReader): Tensor {
  const inputs = node.inputs(3, 5);
  const [starts, ends] = [node.constants(1), node.constants(2)];
  const axes = inputs.length > 3 ? node.constants(3) : starts.map((_, at) => at);
  const steps = inputs.length > 4 ? node.constants(4) : starts.map(() => 1);
  let tensor = inputs[0];
  for (const [at, wanted] of axes.entries()) {
    const axis = resolveAxis("Slice", wanted, tensor.shape.length);
    const length = tensor.shape[axis];
    const bound = (value: number): number =>
      Math.min(Math.max(value < 0 ? value + length : value, 0), length);
    tensor = slice(tensor, axis, bound(starts[at]), bound(ends[at]), steps[at]);
  }
  return tensor;
}

/** Constants around a tensor; a negative number takes elements away. */
function buildPad(node: NodeReader): Tensor {
  node.inputs(2, 3);
  node.expect("mode", node.text("mode", "constant"), "constant");
  let tensor = node.input(0);
  const pads = node.constants(1);
  const filling = node.optional(2) ?? node.graph.constant(0);
  const rank = tensor.shape.length;
  if (pads.length !== 2 * rank) {
    throw new RangeError(`found ${pads.length} pads, expected ${2 * rank}`);
  }
  for (let axis = 0; axis < rank; axis++) {
    const [before, after] = [pads[axis], pads[rank + axis]];
    const length = tensor.shape[axis];
    tensor = slice(tensor, axis, Math.max(-before, 0), length - Math.max(-after, 0));
    const { shape } = tensor;
    const piece = (count: number): Tensor[] => {
      if (count <= 0) return [];
      const wanted = shape.map((size, at) => (at === axis ? count : size));
      return [expand(reshape(filling, []), wanted)];
    };
    tensor = concat([...piece(before), tensor, ...piece(after)], axis);
  }
  return tensor;
}

function buildConcat(node: NodeReader): Tensor {
  return concat(node.inputs(1, Number.POSITIVE_INFINITY), node.int("axis", 0));
}

function buildGather(node: NodeReader): Tensor {
  const [table, places] = node.inputs(2);
  node.expect("axis", node.int("axis", 0), 0);
  return gather(table, places);
}

function buildOneHot(node: NodeReader): Tensor {
  const [places] = node.inputs(3);
  node.expect("axis", node.int("axis", -1), -1);
  node.expect("values", node.constants(2).join(" "), "0 1");
  return oneHot(places, node.constants(1)[0]);
}

/** Elements added to rows of a table by number: each times a row of zeros and a one, and summed. */
function buildScatter(node: NodeReader): Tensor {
  const [base, places, parts] = node.inputs(3);
  node.expect("axis", node.int("axis", 0), 0);
  node.expect("reduction", node.text("reduction", "none"), "add");
  const [count, ...inner] = places.shape;
  const [depth] = base.shape;
  if (!isSameShape(inner, base.shape.slice(1)) || !isSameShape(places.shape, parts.shape)) {
    throw new RangeError(`found places ${shapeText(places.shape)}, expected whole rows`);
  }
  const width = sizeOf(inner);
  const chosen = oneHot(reshape(places, [count, width]), depth);
  const added = sum(multiply(chosen, reshape(parts, [count, width, 1])), [0]);
  return add(base, reshape(transpose(added), base.shape));
}

export const layoutBuilders: Readonly<Record<string, NodeBuilder>> = {
  Reshape: buildReshape,
  Unsqueeze: buildUnsqueeze,
  Transpose: (node) => transpose(node.inputs(1)[0], node.ints("perm")),
  Expand: buildExpand,
  Slice: buildSlice,
  Pad: buildPad,
  Concat: buildConcat,
  Gather: buildGather,
  OneHot: buildOneHot,
  ScatterElements: buildScatter,
};
