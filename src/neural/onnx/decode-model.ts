/**
 * Reads an ONNX file that may be anything: cut, broken, or of somebody else's making.
 *
 * Only what can be held and run exactly is read. What the format allows beyond that (functions,
 * graphs inside graphs, sparse and external data, other element types and operator domains) is
 * refused, and so are broken bytes. Fields that say nothing about the result (documentation, value
 * types inside the graph, training) are passed over. Where a field of one value stands twice, the
 * last one holds, as protobuf has it; but a second graph, tensor, type or shape, which protobuf
 * would merge into the first, is refused: no writer means that.
 */
import { isStandardDomain, readGraph } from "./decode-graph.ts";
import { describeFault, namedPlace, quoted, Refusal, refuse } from "./fault.ts";
import { findModelFault } from "./model-rules.ts";
import { entryField, modelField, opsetField } from "./onnx-fields.ts";
import type { OnnxGraph, OnnxModel } from "./onnx-model.ts";
import { ProtobufReader } from "./protobuf-reader.ts";

/** A model, or one line that says where the file is wrong, what was found and what was expected. */
export type DecodeOutcome =
  | { readonly kind: "decoded"; readonly model: OnnxModel }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * The model in an ONNX file. Never throws, and makes no room for more than the file holds.
 *
 * A file of `encodeModel` that was cut short is always refused. A foreign file that was cut exactly
 * between two fields, after its graph and operator sets, is a whole file to any protobuf reader.
 *
 * Source: onnx.proto for IR versions 3 to 13, operator sets 7 to 25; protobuf encoding
 * specification.
 *
 * @param bytes the file; the model keeps no view of it
 */
export function decodeModel(bytes: Uint8Array): DecodeOutcome {
  try {
    const model = readModel(ProtobufReader.over(bytes, "model"));
    const fault = findModelFault(model);
    if (fault !== undefined) return { kind: "refused", reason: describeFault(fault) };
    return { kind: "decoded", model };
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", reason: error.message };
    throw error;
  }
}

/** A model as it stands in the file. */
interface ModelMessage {
  irVersion: number;
  opset: number | undefined;
  producer: string;
  producerVersion: string;
  graph: OnnxGraph | undefined;
  readonly metadata: Map<string, string>;
}

function readModel(reader: ProtobufReader): OnnxModel {
  const message: ModelMessage = {
    irVersion: 0,
    opset: undefined,
    producer: "",
    producerVersion: "",
    graph: undefined,
    metadata: new Map(),
  };
  while (reader.nextField()) readField(message, reader);
  const { graph, opset } = message;
  if (graph === undefined) {
    refuse({ where: reader.path, found: "no graph", expected: "one" });
  }
  if (opset === undefined) {
    refuse({
      where: reader.path,
      found: "no operator set",
      expected: "one of the standard domain",
    });
  }
  return { ...message, graph, opset, metadata: Object.fromEntries(message.metadata) };
}

function readField(message: ModelMessage, reader: ProtobufReader): void {
  if (reader.field === modelField.functions) {
    refuse({ where: reader.path, found: "a function", expected: "standard operators only" });
  }
  switch (reader.field) {
    case modelField.irVersion:
      message.irVersion = reader.int();
      break;
    case modelField.producerName:
      message.producer = reader.text();
      break;
    case modelField.producerVersion:
      message.producerVersion = reader.text();
      break;
    case modelField.graph:
      message.graph = readGraph(reader.onlyMessage("graph", message.graph));
      break;
    case modelField.opsetImport:
      message.opset = readOpset(reader.onlyMessage("opset_import", message.opset));
      break;
    case modelField.metadata:
      addEntry(message.metadata, reader.message(`metadata_props[${message.metadata.size}]`));
      break;
    default:
      reader.skip();
  }
}

/** The version of the standard operators, the only ones a model may import. */
function readOpset(reader: ProtobufReader): number {
  let domain = "";
  let version = 0;
  while (reader.nextField()) {
    if (reader.field === opsetField.domain) domain = reader.text();
    else if (reader.field === opsetField.version) version = reader.int();
    else reader.skip();
  }
  if (!isStandardDomain(domain)) {
    const found = `operator set ${version} of domain ${quoted(domain)}`;
    refuse({ where: reader.path, found, expected: "the standard operators (ai.onnx) only" });
  }
  return version;
}

/** "Duplicates are not allowed" in lists of keys and values (onnx.proto). */
function addEntry(entries: Map<string, string>, reader: ProtobufReader): void {
  let key = "";
  let value = "";
  while (reader.nextField()) {
    if (reader.field === entryField.key) key = reader.text();
    else if (reader.field === entryField.value) value = reader.text();
    else reader.skip();
  }
  if (entries.has(key)) {
    const where = namedPlace(reader.path, key);
    refuse({ where, found: "a second entry of this key", expected: "one" });
  }
  entries.set(key, value);
}
