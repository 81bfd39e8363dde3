/** What holds of every tensor, written or read. */
import { countElements, createTensorData } from "./element-type.ts";
import type { Fault } from "./fault.ts";
import type { OnnxTensor } from "./onnx-model.ts";

/** A size that is not a whole number from 0, with its place in the shape. */
export function findShapeFault(
  where: string,
  shape: readonly (number | string)[],
): Fault | undefined {
  for (const [axis, size] of shape.entries()) {
    const isSize = typeof size === "string" || (Number.isSafeInteger(size) && size >= 0);
    if (!isSize) return { where, found: `size ${size} of dimension ${axis}`, expected: "from 0" };
  }
  return undefined;
}

/** The first rule that a tensor breaks, if any. */
export function findTensorFault(where: string, tensor: OnnxTensor): Fault | undefined {
  const { type, shape, data } = tensor;
  const shapeFault = findShapeFault(where, shape);
  if (shapeFault !== undefined) return shapeFault;
  const arrayName = createTensorData(type, 0)[Symbol.toStringTag];
  if (data[Symbol.toStringTag] !== arrayName) {
    return { where, found: `data in ${data[Symbol.toStringTag]}`, expected: arrayName };
  }
  const elements = countElements(shape);
  if (data.length !== elements) {
    const expected = `${elements} for shape [${shape.join(", ")}]`;
    return { where, found: `${data.length} elements`, expected };
  }
  return type === "bool" ? findBoolFault(where, data) : undefined;
}

/** "Boolean type MUST be written one byte per tensor element (00000001 for true, …)." */
function findBoolFault(where: string, data: ArrayLike<number | bigint>): Fault | undefined {
  for (let at = 0; at < data.length; at++) {
    if (data[at] > 1) {
      return { where, found: `bool ${data[at]} at element ${at}`, expected: "0 or 1" };
    }
  }
  return undefined;
}
