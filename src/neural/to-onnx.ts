/** Writes a graph as an ONNX model (operator set 17, as ONNX Runtime and most tools read it). */
import { assert } from "../core/assert.ts";
import { collectNodes, type OnnxEmitter, type Tensor, type TensorType } from "./graph.ts";
import type {
  ElementType,
  OnnxAttribute,
  OnnxModel,
  OnnxNode,
  OnnxTensor,
  OnnxValue,
  TensorData,
} from "./onnx/onnx-model.ts";
import { shapeText, sizeOf } from "./shape.ts";

export interface OnnxTerms {
  /** By the names they have in the file, in their order. */
  readonly outputs: Readonly<Record<string, Tensor>>;
  /** Values of inputs that become constants of the file, such as trained parameters. */
  readonly values?: Readonly<Record<string, ArrayLike<number>>>;
  /** Element type of everything that is not a whole number or truth; float32. */
  readonly float?: "float32" | "float64";
  readonly name?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

const opset = 17;
const irVersion = 8;

/** @throws RangeError where values are given for an input that is not there, or not as many */
export function toOnnx({
  outputs,
  values = {},
  float = "float32",
  name = "metaorder",
  metadata = {},
}: OnnxTerms): OnnxModel {
  const writer = new GraphWriter(float);
  const entries = Object.entries(outputs);
  const nodes = collectNodes(entries.map(([, tensor]) => tensor));
  const missing = new Set(Object.keys(values));
  for (const node of nodes) {
    const given = node.inputName === undefined ? undefined : values[node.inputName];
    if (node.inputName !== undefined) missing.delete(node.inputName);
    writer.addNode(node, given);
  }
  if (missing.size > 0) {
    throw new RangeError(`toOnnx: found values for ${[...missing].join(", ")}, expected inputs`);
  }
  for (const [output, tensor] of entries) writer.addOutput(output, tensor);
  const graph = { name, ...writer.parts };
  return {
    ...{ irVersion, opset, producer: "metaorder", producerVersion: "0.1.0" },
    ...{ graph, metadata },
  };
}

class GraphWriter {
  readonly parts = {
    nodes: [] as OnnxNode[],
    initializers: [] as OnnxTensor[],
    inputs: [] as OnnxValue[],
    outputs: [] as OnnxValue[],
  };
  readonly #float: "float32" | "float64";
  readonly #names = new Map<Tensor, string>();
  readonly #constants = new Map<string, string>();
  /** Names of inputs and outputs. */
  readonly #taken = new Set<string>();
  #steps = 0;

  constructor(float: "float32" | "float64") {
    this.#float = float;
  }

  addNode(node: Tensor, given: ArrayLike<number> | undefined): void {
    const { inputName, values, shape, type } = node;
    if (values !== undefined) {
      this.#names.set(node, this.#constant(shape, type, values));
      return;
    }
    if (inputName === undefined) {
      this.#names.set(node, `t${node.id}`);
      node.operator.emit(node, this.#emitterOf(node));
      return;
    }
    this.#names.set(node, inputName);
    this.#taken.add(inputName);
    const elementType = this.#elementType(type);
    if (given === undefined) {
      this.parts.inputs.push({ name: inputName, type: elementType, shape });
      return;
    }
    if (given.length !== sizeOf(shape)) {
      const expected = `${sizeOf(shape)} for ${shapeText(shape)}`;
      throw new RangeError(
        `toOnnx: found ${given.length} values of ${inputName}, expected ${expected}`,
      );
    }
    const data = toData(given, elementType);
    this.parts.initializers.push({ name: inputName, type: elementType, shape, data });
  }

  addOutput(name: string, tensor: Tensor): void {
    if (this.#taken.has(name) || /^[tsc]\d+$/.test(name)) {
      throw new RangeError(`toOnnx: found the output ${name}, expected a name that is not taken`);
    }
    this.#taken.add(name);
    // A value may be wanted under several names, and an input or a constant as it is.
    this.#write("Identity", [this.#nameOf(tensor)], {}, name);
    this.parts.outputs.push({ name, type: this.#elementType(tensor.type), shape: tensor.shape });
  }

  #nameOf(tensor: Tensor): string {
    const name = this.#names.get(tensor);
    assert(name !== undefined, "a node is written after its inputs");
    return name;
  }

  #emitterOf(node: Tensor): OnnxEmitter {
    const inputs = node.inputs.map((input) => this.#nameOf(input));
    return {
      inputs,
      floatType: this.#float,
      step: (operator, from, attributes = {}) => {
        const name = `s${this.#steps++}`;
        this.#write(operator, from, attributes, name);
        return name;
      },
      result: (operator, from, attributes = {}) =>
        this.#write(operator, from, attributes, this.#nameOf(node)),
      int64: (values) => this.#constant([values.length], "int64", values),
      float: (value) => this.#constant([], "float", [value]),
    };
  }

  #write(
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, OnnxAttribute>>,
    output: string,
  ): void {
    const node = { operator, name: `n${this.parts.nodes.length}`, inputs, outputs: [output] };
    this.parts.nodes.push({ ...node, attributes });
  }

  #constant(shape: readonly number[], type: TensorType, values: ArrayLike<number>): string {
    const elementType = this.#elementType(type);
    const data = toData(values, elementType);
    const isSmall = data.length <= 64;
    const key = isSmall
      ? `${elementType} ${shapeText(shape)} ${Array.from(data, textOf).join(" ")}`
      : "";
    const known = isSmall ? this.#constants.get(key) : undefined;
    if (known !== undefined) return known;
    const name = `c${this.parts.initializers.length}`;
    this.parts.initializers.push({ name, type: elementType, shape, data });
    if (isSmall) this.#constants.set(key, name);
    return name;
  }

  #elementType(type: TensorType): ElementType {
    return type === "float" ? this.#float : type;
  }
}

function textOf(value: number | bigint): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function toData(values: ArrayLike<number>, type: ElementType): TensorData {
  switch (type) {
    case "float32":
      return Float32Array.from(values);
    case "float64":
      return Float64Array.from(values);
    case "int64":
      return BigInt64Array.from(Array.from(values, (value) => BigInt(value)));
    case "bool":
      return Uint8Array.from(values);
    default:
      return type satisfies never;
  }
}
