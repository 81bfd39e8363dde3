/**
 * Writes a model as an ONNX file.
 *
 * Fields stand in the order of their numbers, and numbers in a list are not packed, as the writer of
 * the onnx package does it, but for one thing: the graph is the last field of the file. A reader
 * asks for a graph, and every cut within it breaks a length, so a file that was cut short anywhere
 * is refused.
 */
import { assert } from "../../core/assert.ts";
import { elementCode } from "./element-type.ts";
import { describeFault } from "./fault.ts";
import { findModelFault } from "./model-rules.ts";
import {
  attributeCode,
  attributeField,
  dimensionField,
  entryField,
  graphField,
  modelField,
  nodeField,
  opsetField,
  shapeField,
  tensorField,
  tensorTypeField,
  typeField,
  valueField,
} from "./onnx-fields.ts";
import type {
  OnnxAttribute,
  OnnxGraph,
  OnnxModel,
  OnnxNode,
  OnnxTensor,
  OnnxValue,
} from "./onnx-model.ts";
import { ProtobufWriter } from "./protobuf-writer.ts";

/**
 * The bytes of an ONNX file (ModelProto of onnx.proto): the same for the same model, with
 * attributes and metadata in the order of their keys in the object.
 *
 * `decodeModel` reads every model back that can be written, but for floats of attributes, which are
 * rounded to 32 bits.
 *
 * @throws InvariantError when the model breaks a rule of the format (`model-rules.ts`)
 */
export function encodeModel(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const fault = findModelFault(model);
  const found = fault === undefined ? "" : `; ${describeFault(fault)}`;
  assert(fault === undefined, `a model that is written is a valid one${found}`);
  const writer = new ProtobufWriter();
  writer.int(modelField.irVersion, model.irVersion);
  writeName(writer, modelField.producerName, model.producer);
  writeName(writer, modelField.producerVersion, model.producerVersion);
  // The domain is left out: "the empty string or absence of this field" is the standard one.
  writer.message(modelField.opsetImport, (opset) => opset.int(opsetField.version, model.opset));
  for (const [key, value] of Object.entries(model.metadata)) {
    writer.message(modelField.metadata, (entry) => {
      entry.text(entryField.key, key);
      entry.text(entryField.value, value);
    });
  }
  writer.message(modelField.graph, (graph) => writeGraph(graph, model.graph));
  return writer.finish();
}

function writeGraph(writer: ProtobufWriter, graph: OnnxGraph): void {
  for (const node of graph.nodes) {
    writer.message(graphField.node, (inner) => writeNode(inner, node));
  }
  writeName(writer, graphField.name, graph.name);
  for (const tensor of graph.initializers) {
    writer.message(graphField.initializer, (inner) => writeTensor(inner, tensor));
  }
  for (const value of graph.inputs) {
    writer.message(graphField.input, (inner) => writeValue(inner, value));
  }
  for (const value of graph.outputs) {
    writer.message(graphField.output, (inner) => writeValue(inner, value));
  }
}

function writeNode(writer: ProtobufWriter, node: OnnxNode): void {
  for (const name of node.inputs) writer.text(nodeField.input, name);
  for (const name of node.outputs) writer.text(nodeField.output, name);
  writeName(writer, nodeField.name, node.name);
  writer.text(nodeField.operator, node.operator);
  for (const [name, attribute] of Object.entries(node.attributes)) {
    writer.message(nodeField.attribute, (inner) => writeAttribute(inner, name, attribute));
  }
}

function writeAttribute(writer: ProtobufWriter, name: string, attribute: OnnxAttribute): void {
  writer.text(attributeField.name, name);
  writeAttributeValue(writer, attribute);
  writer.int(attributeField.type, attributeCode[attribute.kind]);
}

/** A single value is written even when it is the default: a checker asks for its field. */
function writeAttributeValue(writer: ProtobufWriter, attribute: OnnxAttribute): void {
  switch (attribute.kind) {
    case "int":
      writer.int(attributeField.int, attribute.value);
      break;
    case "float":
      writer.float(attributeField.float, attribute.value);
      break;
    case "string":
      writer.text(attributeField.string, attribute.value);
      break;
    case "tensor":
      writer.message(attributeField.tensor, (inner) => writeTensor(inner, attribute.value));
      break;
    case "ints":
      for (const value of attribute.values) writer.int(attributeField.ints, value);
      break;
    case "floats":
      for (const value of attribute.values) writer.float(attributeField.floats, value);
      break;
    case "strings":
      for (const value of attribute.values) writer.text(attributeField.strings, value);
      break;
    default:
      attribute satisfies never;
  }
}

/** Elements as raw data: "elements MUST be stored in as fixed-width, little-endian order". */
function writeTensor(writer: ProtobufWriter, { name, type, shape, data }: OnnxTensor): void {
  for (const size of shape) writer.int(tensorField.shape, size);
  writer.int(tensorField.elementType, elementCode[type]);
  writeName(writer, tensorField.name, name);
  const { buffer, byteOffset, byteLength } = data;
  writer.bytes(tensorField.rawData, new Uint8Array(buffer, byteOffset, byteLength));
}

/** The shape is written even when it is empty: without one the rank would be unknown. */
function writeValue(writer: ProtobufWriter, { name, type, shape }: OnnxValue): void {
  writer.text(valueField.name, name);
  writer.message(valueField.type, (proto) => {
    proto.message(typeField.tensor, (tensor) => {
      tensor.int(tensorTypeField.elementType, elementCode[type]);
      tensor.message(tensorTypeField.shape, (sizes) => {
        for (const size of shape) {
          sizes.message(shapeField.dimension, (inner) => writeDimension(inner, size));
        }
      });
    });
  });
}

function writeDimension(writer: ProtobufWriter, size: number | string): void {
  if (typeof size === "number") writer.int(dimensionField.size, size);
  else writeName(writer, dimensionField.name, size);
}

/** Text that may be empty, which is the same as absent. */
function writeName(writer: ProtobufWriter, field: number, name: string): void {
  if (name !== "") writer.text(field, name);
}
