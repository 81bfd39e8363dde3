/** Reads GraphProto and its nodes. */
import { readAttribute } from "./decode-attribute.ts";
import { readTensor } from "./decode-tensor.ts";
import { readValue } from "./decode-value.ts";
import { namedPlace, quoted, refuse } from "./fault.ts";
import { graphField, nodeField } from "./onnx-fields.ts";
import type { OnnxAttribute, OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from "./onnx-model.ts";
import type { ProtobufReader } from "./protobuf-reader.ts";

/** Whether a domain is that of the standard operators, which has two names (IR.md). */
export function isStandardDomain(domain: string): boolean {
  return domain === "" || domain === "ai.onnx";
}

/** The graph of a model; `model-rules.ts` judges how its names fit together. */
export function readGraph(reader: ProtobufReader): OnnxGraph {
  let name = "";
  const nodes: OnnxNode[] = [];
  const initializers: OnnxTensor[] = [];
  const inputs: OnnxValue[] = [];
  const outputs: OnnxValue[] = [];
  while (reader.nextField()) {
    switch (reader.field) {
      case graphField.node:
        nodes.push(readNode(reader.message(`node[${nodes.length}]`)));
        break;
      case graphField.name:
        name = reader.text();
        break;
      case graphField.initializer:
        initializers.push(readTensor(reader.message(`initializer[${initializers.length}]`)));
        break;
      case graphField.input:
        inputs.push(readValue(reader.message(`input[${inputs.length}]`)));
        break;
      case graphField.output:
        outputs.push(readValue(reader.message(`output[${outputs.length}]`)));
        break;
      case graphField.sparseInitializer:
        return refuse({
          where: reader.path,
          found: "a sparse initializer",
          expected: "dense ones",
        });
      default:
        reader.skip();
    }
  }
  return { name, nodes, initializers, inputs, outputs };
}

function readNode(reader: ProtobufReader): OnnxNode {
  let name = "";
  let operator = "";
  let domain = "";
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, OnnxAttribute>();
  while (reader.nextField()) {
    if (reader.field === nodeField.input) inputs.push(reader.text());
    else if (reader.field === nodeField.output) outputs.push(reader.text());
    else if (reader.field === nodeField.name) name = reader.text();
    else if (reader.field === nodeField.operator) operator = reader.text();
    else if (reader.field === nodeField.domain) domain = reader.text();
    else if (reader.field === nodeField.attribute) addAttribute(reader, attributes);
    else reader.skip();
  }
  if (!isStandardDomain(domain)) {
    const where = namedPlace(reader.path, name);
    const found = `${quoted(operator)} of domain ${quoted(domain)}`;
    refuse({ where, found, expected: "a standard operator (ai.onnx)" });
  }
  // An object made from entries can hold any name, "__proto__" too.
  return { operator, name, inputs, outputs, attributes: Object.fromEntries(attributes) };
}

function addAttribute(reader: ProtobufReader, attributes: Map<string, OnnxAttribute>): void {
  const inner = reader.message(`attribute[${attributes.size}]`);
  const { name, attribute } = readAttribute(inner);
  if (attributes.has(name)) {
    const where = namedPlace(inner.path, name);
    refuse({ where, found: "a second attribute of this name", expected: "one" });
  }
  attributes.set(name, attribute);
}
