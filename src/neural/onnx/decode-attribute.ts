/** Reads AttributeProto: a name, the kind of the value, and the one field that holds it. */
import { readTensor } from "./decode-tensor.ts";
import { namedPlace, refuse } from "./fault.ts";
import { attributeCode, attributeField } from "./onnx-fields.ts";
import type { OnnxAttribute, OnnxTensor } from "./onnx-model.ts";
import type { ProtobufReader } from "./protobuf-reader.ts";

type Kind = OnnxAttribute["kind"];

const kinds: ReadonlyMap<number, Kind> = new Map(
  Object.entries(attributeCode).map(([kind, code]) => [code, kind as Kind]),
);

const expectedKind = Object.entries(attributeCode)
  .map(([kind, code]) => `${kind} (${code})`)
  .join(", ");

/** Codes a model cannot hold (onnx.proto, AttributeProto.AttributeType). */
const foreignKinds: Readonly<Record<number, string>> = {
  0: "undefined",
  5: "graph",
  9: "tensors",
  10: "graphs",
  11: "sparse tensor",
  12: "sparse tensors",
  13: "type",
  14: "types",
};

/** Fields of values, by number; of them "exactly ONE" may be there. */
const valueFields: ReadonlyMap<number, string> = new Map([
  [attributeField.float, "float"],
  [attributeField.int, "int"],
  [attributeField.string, "string"],
  [attributeField.tensor, "tensor"],
  [attributeField.floats, "floats"],
  [attributeField.ints, "ints"],
  [attributeField.strings, "strings"],
  [attributeField.graph, "graph"],
  [attributeField.tensors, "tensors"],
  [attributeField.graphs, "graphs"],
  [attributeField.typeProto, "type"],
  [attributeField.typeProtos, "types"],
  [attributeField.sparseTensor, "sparse tensor"],
  [attributeField.sparseTensors, "sparse tensors"],
]);

/** An attribute as it stands in the file; a value that is absent is the default of its type. */
interface AttributeMessage {
  name: string;
  code: number;
  reference: string;
  int: number;
  float: number;
  string: string;
  tensor: OnnxTensor | undefined;
  readonly ints: number[];
  readonly floats: number[];
  readonly strings: string[];
  /** The value fields that are there. */
  readonly held: Set<string>;
}

/** An attribute of a node with its name. */
export interface NamedAttribute {
  readonly name: string;
  readonly attribute: OnnxAttribute;
}

/** One attribute. Refuses what a model cannot hold. */
export function readAttribute(reader: ProtobufReader): NamedAttribute {
  const message = readMessage(reader);
  const where = namedPlace(reader.path, message.name);
  if (message.reference !== "") {
    refuse({ where, found: "a reference to a function's attribute", expected: "a value" });
  }
  const kind = kinds.get(message.code);
  if (kind === undefined) {
    const found = `kind ${message.code} (${foreignKinds[message.code] ?? "unknown"})`;
    refuse({ where, found, expected: `one of ${expectedKind}` });
  }
  for (const held of message.held) {
    if (held !== kind) refuse({ where, found: `a value of kind ${held}`, expected: kind });
  }
  return { name: message.name, attribute: createAttribute(where, kind, message) };
}

function createAttribute(where: string, kind: Kind, message: AttributeMessage): OnnxAttribute {
  switch (kind) {
    case "int":
      return { kind, value: message.int };
    case "float":
      return { kind, value: message.float };
    case "string":
      return { kind, value: message.string };
    case "tensor":
      if (message.tensor !== undefined) return { kind, value: message.tensor };
      return refuse({ where, found: "no tensor", expected: "one" });
    case "ints":
      return { kind, values: message.ints };
    case "floats":
      return { kind, values: message.floats };
    case "strings":
      return { kind, values: message.strings };
    default:
      return kind satisfies never;
  }
}

function readMessage(reader: ProtobufReader): AttributeMessage {
  const message: AttributeMessage = {
    name: "",
    code: 0,
    reference: "",
    int: 0,
    float: 0,
    string: "",
    tensor: undefined,
    ints: [],
    floats: [],
    strings: [],
    held: new Set(),
  };
  while (reader.nextField()) readField(message, reader);
  return message;
}

function readField(message: AttributeMessage, reader: ProtobufReader): void {
  const held = valueFields.get(reader.field);
  if (held !== undefined) message.held.add(held);
  switch (reader.field) {
    case attributeField.name:
      message.name = reader.text();
      break;
    case attributeField.type:
      message.code = reader.int();
      break;
    case attributeField.reference:
      message.reference = reader.text();
      break;
    default:
      readValue(message, reader);
  }
}

function readValue(message: AttributeMessage, reader: ProtobufReader): void {
  switch (reader.field) {
    case attributeField.float:
      message.float = reader.float();
      break;
    case attributeField.int:
      message.int = reader.int();
      break;
    case attributeField.string:
      message.string = reader.text();
      break;
    case attributeField.tensor:
      message.tensor = readTensor(reader.onlyMessage("t", message.tensor));
      break;
    case attributeField.floats:
      reader.floats("floats", message.floats);
      break;
    case attributeField.ints:
      reader.ints("ints", message.ints);
      break;
    case attributeField.strings:
      message.strings.push(reader.text());
      break;
    default:
      reader.skip();
  }
}
