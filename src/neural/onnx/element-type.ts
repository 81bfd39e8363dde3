/** Element types of tensors: their codes in a file, and the arrays that hold them. */
import { assert } from "../../core/assert.ts";
import type { ElementType, TensorData } from "./onnx-model.ts";

// Raw data in a file is little-endian; it is written and read as it lies in memory.
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
assert(isLittleEndian, "this machine keeps numbers little-endian, as ONNX files do");

/** TensorProto.DataType of the element types a model can hold. */
export const elementCode: Readonly<Record<ElementType, number>> = {
  float32: 1,
  int64: 7,
  bool: 9,
  float64: 11,
};

/** Names of the codes 0 to 26, so that a refusal can say what the file holds (onnx.proto). */
const codeNames = (
  "undefined float32 uint8 int8 uint16 int16 int32 int64 string bool float16 float64 uint32 " +
  "uint64 complex64 complex128 bfloat16 float8e4m3fn float8e4m3fnuz float8e5m2 float8e5m2fnuz " +
  "uint4 int4 float4e2m1 float8e8m0 uint2 int2"
).split(" ");

const elementTypes = new Map<number, ElementType>([
  [elementCode.float32, "float32"],
  [elementCode.int64, "int64"],
  [elementCode.bool, "bool"],
  [elementCode.float64, "float64"],
]);

/** What a refusal expects of an element type. */
export const expectedElementType = "float32 (1), int64 (7), bool (9) or float64 (11)";

/** The element type of a TensorProto.DataType code, when a model can hold it. */
export function findElementType(code: number): ElementType | undefined {
  return elementTypes.get(code);
}

/** A code for a refusal: `element type 10 (float16)`. */
export function describeElementCode(code: number): string {
  return `element type ${code} (${codeNames[code] ?? "unknown"})`;
}

/** Zeros for so many elements. */
export function createTensorData(type: ElementType, elements: number): TensorData {
  switch (type) {
    case "float32":
      return new Float32Array(elements);
    case "float64":
      return new Float64Array(elements);
    case "int64":
      return new BigInt64Array(elements);
    case "bool":
      return new Uint8Array(elements);
    default:
      return type satisfies never;
  }
}

/** Elements of a shape without negative sizes; not a safe integer when it is too large for one. */
export function countElements(shape: readonly number[]): number {
  // A zero first, so that infinity times zero never comes up.
  return shape.includes(0) ? 0 : shape.reduce((product, size) => product * size, 1);
}
