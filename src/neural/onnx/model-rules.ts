/**
 * What holds of every model, written or read: both `encodeModel` and `decodeModel` ask here.
 *
 * Source: onnx/docs/IR.md, "Names Within a Graph" (a value has one definition, and stands before
 * its uses) and "Optional Inputs and Outputs" (an empty name leaves one out); the version table of
 * onnx/docs/Versioning.md.
 */
import { type Fault, namedPlace, quoted } from "./fault.ts";
import type { OnnxAttribute, OnnxGraph, OnnxModel, OnnxNode, OnnxValue } from "./onnx-model.ts";
import { findShapeFault, findTensorFault } from "./tensor-rules.ts";

/** Versions of the file format; 3 is the first with operator sets. */
const irVersions = { min: 3, max: 13 } as const;

/** Versions of the standard operators; every onnxruntime reads from 7. */
const opsets = { min: 7, max: 25 } as const;

type Names = Set<string>;

/** The first rule that a model breaks, if any. */
export function findModelFault(model: OnnxModel): Fault | undefined {
  return (
    findVersionFault("IR version", model.irVersion, irVersions) ??
    findVersionFault("operator set", model.opset, opsets) ??
    findGraphFault(model.graph) ??
    (model.irVersion < 4 ? findEarlyInitializerFault(model.graph) : undefined)
  );
}

function findVersionFault(
  what: string,
  version: number,
  range: { readonly min: number; readonly max: number },
): Fault | undefined {
  const { min, max } = range;
  if (Number.isInteger(version) && version >= min && version <= max) return undefined;
  return { where: "model", found: `${what} ${version}`, expected: `${min} to ${max}` };
}

/** Before IR version 4, "initializers should be a subset of graph inputs" (onnx.proto, Version). */
function findEarlyInitializerFault(graph: OnnxGraph): Fault | undefined {
  const inputs = new Set(graph.inputs.map(({ name }) => name));
  const at = graph.initializers.findIndex(({ name }) => !inputs.has(name));
  if (at < 0) return undefined;
  const where = namedPlace(`model.graph.initializer[${at}]`, graph.initializers[at].name);
  return { where, found: "no graph input of its name", expected: "one before IR version 4" };
}

function findGraphFault(graph: OnnxGraph): Fault | undefined {
  const inputs: Names = new Set();
  const initializers: Names = new Set();
  const fault =
    findValuesFault("model.graph.input", graph.inputs, inputs) ??
    findFirst(graph.initializers, (tensor, at) => {
      const path = `model.graph.initializer[${at}]`;
      const where = namedPlace(path, tensor.name);
      return define(where, tensor.name, initializers) ?? findTensorFault(where, tensor);
    });
  if (fault !== undefined) return fault;
  // An initializer of an input's name is its default, and no second definition.
  const defined = inputs.union(initializers);
  return (
    findFirst(graph.nodes, (node, at) => findNodeFault(`model.graph.node[${at}]`, node, defined)) ??
    findValuesFault("model.graph.output", graph.outputs, new Set()) ??
    findFirst(graph.outputs, ({ name }, at) => {
      if (defined.has(name)) return undefined;
      const where = namedPlace(`model.graph.output[${at}]`, name);
      return { where, found: "no value of its name", expected: "one that the graph makes" };
    })
  );
}

function findValuesFault(
  list: string,
  values: readonly OnnxValue[],
  names: Names,
): Fault | undefined {
  return findFirst(values, ({ name, shape }, at) => {
    const where = namedPlace(`${list}[${at}]`, name);
    return define(where, name, names) ?? findShapeFault(where, shape);
  });
}

function findNodeFault(path: string, node: OnnxNode, defined: Names): Fault | undefined {
  const where = namedPlace(path, node.name);
  if (node.operator === "") return { where, found: "no operator", expected: "its name" };
  const missing = node.inputs.find((name) => name !== "" && !defined.has(name));
  if (missing !== undefined) {
    const found = `input ${quoted(missing)} before its definition`;
    const expected = "a graph input, an initializer or an output of an earlier node";
    return { where, found, expected };
  }
  const outputs = node.outputs.filter((name) => name !== "");
  if (outputs.length === 0) return { where, found: "no output", expected: "at least one" };
  return (
    findFirst(outputs, (name) => define(where, name, defined)) ??
    findFirst(Object.entries(node.attributes), ([name, attribute]) =>
      findAttributeFault(namedPlace(`${where}.attribute`, name), name, attribute),
    )
  );
}

function findAttributeFault(
  where: string,
  name: string,
  attribute: OnnxAttribute,
): Fault | undefined {
  if (name === "") return { where, found: "no name", expected: "one" };
  if (attribute.kind === "tensor") return findTensorFault(where, attribute.value);
  if (attribute.kind !== "int" && attribute.kind !== "ints") return undefined;
  const values = attribute.kind === "int" ? [attribute.value] : attribute.values;
  const wrong = values.find((value) => !Number.isSafeInteger(value));
  if (wrong === undefined) return undefined;
  return { where, found: `${wrong}`, expected: "a whole number of at most 2^53 - 1 in size" };
}

function define(where: string, name: string, names: Names): Fault | undefined {
  if (name === "") return { where, found: "no name", expected: "one" };
  if (names.has(name)) {
    return { where, found: `a second definition of ${quoted(name)}`, expected: "one" };
  }
  names.add(name);
  return undefined;
}

function findFirst<Item>(
  items: readonly Item[],
  find: (item: Item, at: number) => Fault | undefined,
): Fault | undefined {
  for (const [at, item] of items.entries()) {
    const fault = find(item, at);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
