/** Reads ValueInfoProto: the name, element type and shape of a graph's input or output. */
import { describeElementCode, expectedElementType, findElementType } from "./element-type.ts";
import { namedPlace, refuse } from "./fault.ts";
import {
  dimensionField,
  shapeField,
  tensorTypeField,
  typeField,
  valueField,
} from "./onnx-fields.ts";
import type { OnnxValue } from "./onnx-model.ts";
import type { ProtobufReader } from "./protobuf-reader.ts";

interface TensorType {
  readonly code: number;
  readonly shape: readonly (number | string)[] | undefined;
}

/** One input or output. "The type field MUST be present for inputs and outputs of the graph." */
export function readValue(reader: ProtobufReader): OnnxValue {
  let name = "";
  let type: { readonly tensor: TensorType | undefined } | undefined;
  while (reader.nextField()) {
    if (reader.field === valueField.name) name = reader.text();
    else if (reader.field === valueField.type) type = readType(reader.onlyMessage("type", type));
    else reader.skip();
  }
  const where = namedPlace(reader.path, name);
  const tensor = type?.tensor;
  if (tensor === undefined) {
    refuse({ where, found: "no type of a tensor", expected: "a dense tensor" });
  }
  const elementType = findElementType(tensor.code);
  if (elementType === undefined) {
    refuse({ where, found: describeElementCode(tensor.code), expected: expectedElementType });
  }
  if (tensor.shape === undefined) refuse({ where, found: "no shape", expected: "one" });
  return { name, type: elementType, shape: tensor.shape };
}

/** Sequences, maps and the other types have fields of their own, and leave no tensor. */
function readType(reader: ProtobufReader): { readonly tensor: TensorType | undefined } {
  let tensor: TensorType | undefined;
  while (reader.nextField()) {
    if (reader.field === typeField.tensor) {
      tensor = readTensorType(reader.onlyMessage("tensor_type", tensor));
    } else reader.skip();
  }
  return { tensor };
}

function readTensorType(reader: ProtobufReader): TensorType {
  let code = 0;
  let shape: TensorType["shape"];
  while (reader.nextField()) {
    if (reader.field === tensorTypeField.elementType) code = reader.int();
    else if (reader.field === tensorTypeField.shape) {
      shape = readShape(reader.onlyMessage("shape", shape));
    } else reader.skip();
  }
  return { code, shape };
}

function readShape(reader: ProtobufReader): (number | string)[] {
  const shape: (number | string)[] = [];
  while (reader.nextField()) {
    if (reader.field === shapeField.dimension) {
      shape.push(readDimension(reader.message(`dim[${shape.length}]`)));
    } else reader.skip();
  }
  return shape;
}

/** A size or a name, whichever stands last; with neither, the dimension is free and unnamed. */
function readDimension(reader: ProtobufReader): number | string {
  let dimension: number | string = "";
  while (reader.nextField()) {
    if (reader.field === dimensionField.size) dimension = reader.int();
    else if (reader.field === dimensionField.name) dimension = reader.text();
    else reader.skip();
  }
  return dimension;
}
