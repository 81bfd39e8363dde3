/** Files for tests that are made field by field, and what comes of them. */
import { equal, match, ok } from "node:assert/strict";
import { decodeModel } from "./decode-model.ts";
import {
  dimensionField,
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
import type { OnnxModel } from "./onnx-model.ts";
import { ProtobufWriter } from "./protobuf-writer.ts";

/** Writes the fields of a message. */
export type Write = (writer: ProtobufWriter) => void;

/** A float32 input or output of shape [1]. */
export function writeTinyValue(name: string): Write {
  return (value) => {
    value.text(valueField.name, name);
    value.message(valueField.type, (type) =>
      type.message(typeField.tensor, (tensorType) => {
        tensorType.int(tensorTypeField.elementType, 1);
        tensorType.message(tensorTypeField.shape, (shape) =>
          shape.message(shapeField.dimension, (size) => size.int(dimensionField.size, 1)),
        );
      }),
    );
  };
}

/**
 * The file of `y = Relu(x)` with more fields at the end of a message; of a field with one value the
 * last one holds, so that anything can be replaced.
 */
export function createFile(more: {
  readonly model?: Write;
  readonly opset?: Write;
  readonly graph?: Write;
  readonly node?: Write;
}): Uint8Array<ArrayBuffer> {
  const writer = new ProtobufWriter();
  writer.int(modelField.irVersion, 8);
  writer.message(modelField.opsetImport, (opset) => {
    opset.int(opsetField.version, 17);
    more.opset?.(opset);
  });
  writer.message(modelField.graph, (graph) => {
    graph.message(graphField.input, writeTinyValue("x"));
    graph.message(graphField.output, writeTinyValue("y"));
    graph.message(graphField.node, (node) => {
      node.text(nodeField.input, "x");
      node.text(nodeField.output, "y");
      node.text(nodeField.operator, "Relu");
      more.node?.(node);
    });
    more.graph?.(graph);
  });
  more.model?.(writer);
  return writer.finish();
}

/** A file with an initializer w of shape [2] and more fields. */
export function createTensorFile(code: number, write: Write = () => {}): Uint8Array {
  return createFile({
    graph: (graph) =>
      graph.message(graphField.initializer, (tensor) => {
        tensor.text(tensorField.name, "w");
        tensor.int(tensorField.shape, 2);
        tensor.int(tensorField.elementType, code);
        write(tensor);
      }),
  });
}

/** Bytes in hexadecimal, spaced as one likes. */
export function fromHex(text: string): Uint8Array {
  return Buffer.from(text.replace(/\s/g, ""), "hex");
}

/** The model in a file that must be good. */
export function decoded(bytes: Uint8Array): OnnxModel {
  const outcome = decodeModel(bytes);
  ok(outcome.kind === "decoded", outcome.kind === "refused" ? outcome.reason : "");
  return outcome.model;
}

export function expectRefusal(bytes: Uint8Array, reason: RegExp): void {
  const outcome = decodeModel(bytes);
  equal(outcome.kind, "refused");
  if (outcome.kind === "refused") match(outcome.reason, reason);
}

/** The name of a broken file, the file, and the reason it is refused for. */
export type RefusalCase = readonly [string, Uint8Array, RegExp];
