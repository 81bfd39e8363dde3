/** A model in words, to look at. */
import { quoted } from "./fault.ts";
import type { OnnxAttribute, OnnxModel, OnnxNode, OnnxTensor, OnnxValue } from "./onnx-model.ts";

/**
 * A readable listing: what goes in and out with types and shapes, what is fixed with its shape, and
 * one line a node, as `y = Gemm(x, w, b) {transB=1}`.
 *
 * A free dimension without a name is `?`. Names that are not plain words stand in quotes with
 * what cannot be seen written out, so that a foreign file cannot reach the terminal.
 */
export function describeModel(model: OnnxModel): string {
  const { graph, metadata, producer, producerVersion } = model;
  const versions = `IR version ${model.irVersion}, operator set ${model.opset}`;
  const maker = [producer, producerVersion].filter((text) => text !== "").map(word);
  const by = maker.length === 0 ? "" : `, by ${maker.join(" ")}`;
  return [
    `ONNX model, ${versions}${by}`,
    ...section("metadata", Object.entries(metadata).map(describeEntry)),
    ...section("inputs", graph.inputs.map(describeValue)),
    ...section("outputs", graph.outputs.map(describeValue)),
    ...section("initializers", graph.initializers.map(describeValue)),
    ...section(`nodes of graph ${word(graph.name)}`, graph.nodes.map(describeNode)),
    "",
  ].join("\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function describeEntry([key, value]: readonly [string, string]): string {
  return `${word(key)} = ${quoted(value)}`;
}

function describeValue({ name, type, shape }: OnnxValue | OnnxTensor): string {
  const sizes = shape.map((size) => (typeof size === "number" ? `${size}` : freeSize(size)));
  return `${word(name)} ${type} [${sizes.join(", ")}]`;
}

function freeSize(name: string): string {
  return name === "" ? "?" : word(name);
}

function describeNode({ operator, inputs, outputs, attributes }: OnnxNode): string {
  const call = `${outputs.map(word).join(", ")} = ${word(operator)}(${inputs.map(word).join(", ")})`;
  const parts = Object.entries(attributes).map(
    ([name, attribute]) => `${word(name)}=${describeAttribute(attribute)}`,
  );
  return parts.length === 0 ? call : `${call} {${parts.join(", ")}}`;
}

function describeAttribute(attribute: OnnxAttribute): string {
  switch (attribute.kind) {
    case "int":
      return `${attribute.value}`;
    case "float":
      return describeFloat(attribute.value);
    case "string":
      return quoted(attribute.value);
    case "tensor":
      return `${attribute.value.type} [${attribute.value.shape.join(", ")}]`;
    case "ints":
      return `[${attribute.values.join(", ")}]`;
    case "floats":
      return `[${attribute.values.map(describeFloat).join(", ")}]`;
    case "strings":
      return `[${attribute.values.map(quoted).join(", ")}]`;
    default:
      return attribute satisfies never;
  }
}

/** The shortest decimal of a 32-bit float (nine digits tell any two apart), never like an int. */
function describeFloat(value: number): string {
  const single = Math.fround(value);
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toPrecision(digits))) !== single) digits++;
  const text = Object.is(single, -0) ? "-0" : `${Number(single.toPrecision(digits))}`;
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** A name as it is when it is a plain word, and in quotes when not. */
function word(name: string): string {
  return /^[\p{L}\p{N}_.:/\\-]{1,80}$/u.test(name) ? name : quoted(name);
}
