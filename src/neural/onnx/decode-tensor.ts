/** Reads TensorProto: numbers as raw data, or in the field of their type. */
import {
  countElements,
  createTensorData,
  describeElementCode,
  expectedElementType,
  findElementType,
} from "./element-type.ts";
import { namedPlace, refuse } from "./fault.ts";
import { tensorField } from "./onnx-fields.ts";
import type { ElementType, OnnxTensor, TensorData } from "./onnx-model.ts";
import type { ProtobufReader } from "./protobuf-reader.ts";
import { findShapeFault } from "./tensor-rules.ts";
import { type WireType, wireType } from "./wire-type.ts";

/** A field that can hold elements. */
interface DataField {
  readonly name: string;
  readonly wire: WireType;
}

const dataFields: ReadonlyMap<number, DataField> = new Map([
  [tensorField.rawData, { name: "raw_data", wire: wireType.lengthDelimited }],
  [tensorField.floatData, { name: "float_data", wire: wireType.fixed32 }],
  [tensorField.int32Data, { name: "int32_data", wire: wireType.varint }],
  [tensorField.stringData, { name: "string_data", wire: wireType.lengthDelimited }],
  [tensorField.int64Data, { name: "int64_data", wire: wireType.varint }],
  [tensorField.doubleData, { name: "double_data", wire: wireType.fixed64 }],
  [tensorField.uint64Data, { name: "uint64_data", wire: wireType.varint }],
]);

/** The field that "MUST" hold the elements of a type when they are not raw (onnx.proto). */
const typedField: Readonly<Record<ElementType, string>> = {
  float32: "float_data",
  float64: "double_data",
  int64: "int64_data",
  bool: "int32_data",
};

/** A tensor as it stands in the file. */
interface TensorMessage {
  name: string;
  code: number;
  location: number;
  isSegment: boolean;
  readonly shape: number[];
  /** The pieces with elements in them, by field. */
  readonly pieces: Map<string, ProtobufReader[]>;
}

/** One tensor; its data is a copy. Refuses what a model cannot hold. */
export function readTensor(reader: ProtobufReader): OnnxTensor {
  const message = readMessage(reader);
  const where = namedPlace(reader.path, message.name);
  const type = findElementType(message.code);
  if (type === undefined) {
    refuse({ where, found: describeElementCode(message.code), expected: expectedElementType });
  }
  if (message.location !== 0) {
    const found = `data in another file (data_location ${message.location})`;
    refuse({ where, found, expected: "data in this one" });
  }
  if (message.isSegment) refuse({ where, found: "a segment", expected: "a whole tensor" });
  const shapeFault = findShapeFault(where, message.shape);
  if (shapeFault !== undefined) refuse(shapeFault);
  const data = readData(where, type, message);
  return { name: message.name, type, shape: message.shape, data };
}

function readMessage(reader: ProtobufReader): TensorMessage {
  const message: TensorMessage = {
    name: "",
    code: 0,
    location: 0,
    isSegment: false,
    shape: [],
    pieces: new Map(),
  };
  while (reader.nextField()) {
    const dataField = dataFields.get(reader.field);
    if (dataField !== undefined) addPiece(message, reader, dataField);
    else if (reader.field === tensorField.shape) reader.ints("dims", message.shape);
    else if (reader.field === tensorField.elementType) message.code = reader.int();
    else if (reader.field === tensorField.name) message.name = reader.text();
    else if (reader.field === tensorField.dataLocation) message.location = reader.int();
    else {
      if (reader.field === tensorField.segment) message.isSegment = true;
      reader.skip();
    }
  }
  return message;
}

function addPiece({ pieces }: TensorMessage, reader: ProtobufReader, field: DataField): void {
  const piece = reader.elements(field.name, field.wire);
  // Raw data is a single value, of which the last holds; pieces of a list follow each other.
  if (field.name === "raw_data") pieces.delete(field.name);
  if (piece.bytesLeft === 0) return;
  const before = pieces.get(field.name);
  if (before === undefined) pieces.set(field.name, [piece]);
  else before.push(piece);
}

/** Checks that there are as many elements as the shape says, and only then makes room for them. */
function readData(where: string, type: ElementType, { shape, pieces }: TensorMessage): TensorData {
  const used = [...pieces.keys()];
  const expectedField = typedField[type];
  if (used.length > 1 || used.some((name) => name !== "raw_data" && name !== expectedField)) {
    const expected = `those of ${type} in raw_data or in ${expectedField}`;
    refuse({ where, found: `elements in ${used.join(" and ")}`, expected });
  }
  const [parts = []] = pieces.values();
  const isVarint = used[0] === "int64_data" || used[0] === "int32_data";
  const elements = countElements(shape);
  const elementBytes = isVarint ? 1 : createTensorData(type, 0).BYTES_PER_ELEMENT;
  const sizes = parts.map((part) => (isVarint ? countVarints(part.rest()) : part.bytesLeft));
  const found = sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.some((size) => size % elementBytes !== 0)) {
    refuse({ where, found: "data that ends within an element", expected: "whole ones" });
  }
  if (found !== elements * elementBytes) {
    const unit = isVarint ? "elements" : "bytes";
    const expected = `${elements * elementBytes} for ${type} of shape [${shape.join(", ")}]`;
    refuse({ where, found: `${found} ${unit} of data`, expected });
  }
  const data = createTensorData(type, elements);
  if (isVarint) copyVarints(parts, data);
  else copyBytes(parts, data);
  return data;
}

/** Varints in the bytes: each ends with a byte below 128. */
function countVarints(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte < 0x80) count++;
  return count;
}

function copyBytes(parts: readonly ProtobufReader[], data: TensorData): void {
  const bytes = new Uint8Array(data.buffer);
  let at = 0;
  for (const part of parts) {
    bytes.set(part.rest(), at);
    at += part.bytesLeft;
  }
}

/** Bools, or the two words of each 64-bit integer. */
function copyVarints(parts: readonly ProtobufReader[], data: TensorData): void {
  const words = data instanceof BigInt64Array ? new Uint32Array(data.buffer) : undefined;
  let at = 0;
  for (const part of parts) {
    const where = part.path;
    part.varints((low, high) => {
      if (words !== undefined) {
        words[2 * at] = low;
        words[2 * at + 1] = high;
      } else {
        const value = (high | 0) * 2 ** 32 + low;
        if (high > 0 || low > 1) refuse({ where, found: `bool ${value}`, expected: "0 or 1" });
        data[at] = low;
      }
      at++;
    });
  }
}
