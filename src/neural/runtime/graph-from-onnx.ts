/**
 * A graph from a file: what `toOnnx` writes, read back, so that a policy can be run without the
 * native library.
 *
 * Only what can be computed exactly as the file says is taken: operator sets 13 to 17, whole
 * numbers of 32 bits, known sizes, and the operators and attributes of `operators/`. Everything
 * else is refused by name.
 */
import { Graph, type Tensor, type TensorType } from "../graph.ts";
import type { ElementType, OnnxModel, OnnxTensor, OnnxValue } from "../onnx/onnx-model.ts";
import { type Shape, sizeOf } from "../shape.ts";
import { describeTensor, toVisible } from "./inference.ts";
import { layoutBuilders } from "./layout-builders.ts";
import { type NodeBuilder, NodeReader } from "./node-reader.ts";
import { numericBuilders } from "./numeric-builders.ts";
import { recurrentBuilders } from "./recurrent-builders.ts";
import { windowBuilders } from "./window-builders.ts";

export type GraphOutcome =
  | {
      readonly kind: "built";
      /** In the order of the file. */
      readonly inputs: readonly Tensor[];
      readonly outputs: Readonly<Record<string, Tensor>>;
      readonly float: "float32" | "float64";
    }
  | { readonly kind: "refused"; readonly reason: string };

const builders: ReadonlyMap<string, NodeBuilder> = new Map(
  Object.entries({
    ...numericBuilders,
    ...layoutBuilders,
    ...recurrentBuilders,
    ...windowBuilders,
  }),
);

/** Operator sets whose operators mean the same as those of set 17. */
const opsets = { min: 13, max: 17 } as const;

/** A file of a few bytes could otherwise ask for any amount of memory. */
const elementsMax = 2 ** 26;

export function graphFromOnnx(model: OnnxModel): GraphOutcome {
  try {
    return new FileGraph(model).outcome;
  } catch (error) {
    // Shapes that do not fit are a RangeError of the operators.
    if (error instanceof RangeError) return { kind: "refused", reason: toVisible(error.message) };
    throw error;
  }
}

class FileGraph {
  readonly outcome: GraphOutcome & { readonly kind: "built" };
  readonly #graph = new Graph();
  readonly #tensors = new Map<string, Tensor>();
  readonly #float: "float32" | "float64";

  constructor({ opset, graph }: OnnxModel) {
    if (opset < opsets.min || opset > opsets.max) {
      throw new RangeError(`operator set: found ${opset}, expected ${opsets.min} to ${opsets.max}`);
    }
    const everything = [...graph.inputs, ...graph.initializers, ...graph.outputs];
    this.#float = everything.some(({ type }) => type === "float64") ? "float64" : "float32";
    for (const tensor of graph.initializers) this.#tensors.set(tensor.name, this.#constant(tensor));
    const inputs = graph.inputs.flatMap((value) => {
      // An initializer of the same name is a default, which nobody can change here.
      if (this.#tensors.has(value.name)) return [];
      const tensor = this.#graph.input(value.name, this.#shapeOf(value), this.#typeOf(value));
      this.#tensors.set(value.name, tensor);
      return [tensor];
    });
    for (const node of graph.nodes) this.#addNode(node);
    const outputs = graph.outputs.map((value) => [value.name, this.#output(value)] as const);
    this.outcome = {
      kind: "built",
      inputs,
      outputs: Object.fromEntries(outputs),
      float: this.#float,
    };
  }

  #addNode(node: OnnxModel["graph"]["nodes"][number]): void {
    const where = `node ${node.name} (${node.operator})`;
    const build = builders.get(node.operator);
    if (build === undefined) {
      const known = [...builders.keys()].sort().join(", ");
      throw new RangeError(`${where}: found ${node.operator}, expected one of ${known}`);
    }
    const [output, ...others] = node.outputs;
    if (output === undefined || output === "" || others.some((name) => name !== "")) {
      throw new RangeError(
        `${where}: found outputs ${node.outputs.join(", ")}, expected the first`,
      );
    }
    const inputs = node.inputs.map((name) => this.#tensors.get(name));
    const reader = new NodeReader(this.#graph, node, inputs);
    try {
      const tensor = build(reader);
      reader.finish();
      checkSize(tensor.shape);
      this.#tensors.set(output, tensor);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError(`${where}: ${error.message}`);
    }
  }

  #constant({ name, type, shape, data }: OnnxTensor): Tensor {
    const values = data instanceof BigInt64Array ? Array.from(data, Number) : data;
    if (data instanceof BigInt64Array) {
      const wide = data.find((value) => BigInt.asIntN(32, value) !== value);
      if (wide !== undefined) {
        throw new RangeError(`initializer ${name}: found ${wide}, expected 32 bits`);
      }
    }
    checkSize(shape);
    return this.#graph.constant(values, toWhole(shape), this.#typeOf({ name, type }));
  }

  #output(value: OnnxValue): Tensor {
    const tensor = this.#tensors.get(value.name);
    if (tensor === undefined)
      throw new RangeError(`output ${value.name}: found nothing of its name`);
    const type = tensor.type === "float" ? this.#float : tensor.type;
    const found = describeTensor({ type, shape: tensor.shape });
    const expected = describeTensor(value);
    if (found !== expected) {
      throw new RangeError(`output ${value.name}: found ${found}, expected ${expected}`);
    }
    return tensor;
  }

  #typeOf({ name, type }: { readonly name: string; readonly type: ElementType }): TensorType {
    if (type === "int64" || type === "bool") return type;
    if (type === this.#float) return "float";
    throw new RangeError(
      `${name}: found ${type}, expected ${this.#float} as elsewhere in the file`,
    );
  }

  #shapeOf(value: OnnxValue): Shape {
    const sizes = value.shape.filter((size) => typeof size === "number");
    if (sizes.length !== value.shape.length) {
      throw new RangeError(`input ${value.name}: found ${describeTensor(value)}, expected sizes`);
    }
    checkSize(sizes);
    return toWhole(sizes);
  }
}

/**
 * The decoder computes sizes in floating point, and V8 keeps them so: loops that take their bounds
 * and steps from them then took twice as long.
 */
function toWhole(shape: Shape): Shape {
  return shape.map((size) => size | 0);
}

function checkSize(shape: Shape): void {
  if (sizeOf(shape) <= elementsMax) return;
  throw new RangeError(`found ${sizeOf(shape)} elements, expected at most ${elementsMax}`);
}
