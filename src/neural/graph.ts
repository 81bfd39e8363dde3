/**
 * A computation as a graph of tensors with known shapes.
 *
 * Building it computes nothing: each function of `operators/` makes one node. A node that is there
 * already is not made again, and a node of constants becomes a constant. The graph can be
 * differentiated (`differentiate.ts`), computed here (`plain-engine.ts`) and written as ONNX
 * (`to-onnx.ts`). Nodes are numbered in the order in which they are made, so inputs come first.
 */
import type { OnnxAttribute } from "./onnx/onnx-model.ts";
import { type Shape, shapeText, sizeOf } from "./shape.ts";

/** `float` is float32, or float64 where a graph is checked. */
export type TensorType = "float" | "int64" | "bool";

/** Elements in order, the last dimension running fastest. Truth is 0 or 1. */
export type Values = Float32Array | Float64Array | Int32Array | Uint8Array;

/** Computes one node; the output belongs to the caller and holds anything before. */
export type Kernel = (inputs: readonly Values[], output: Values) => void;

/** Writes one node as ONNX. */
export interface OnnxEmitter {
  /** Names of the node's inputs. */
  readonly inputs: readonly string[];
  /** `Float` of the whole graph, as in ONNX's element types. */
  readonly floatType: "float32" | "float64";
  /** A node on the way; gives the name of its output. */
  step(
    operator: string,
    inputs: readonly string[],
    attributes?: Readonly<Record<string, OnnxAttribute>>,
  ): string;
  /** The node that makes the value itself: called once, last. */
  result(
    operator: string,
    inputs: readonly string[],
    attributes?: Readonly<Record<string, OnnxAttribute>>,
  ): void;
  /** Name of a constant column of whole numbers. */
  int64(values: readonly number[]): string;
  /** Name of a constant scalar. */
  float(value: number): string;
}

/** What a node does, its attributes included. */
export interface Operator {
  /** As people read it. */
  readonly name: string;
  /** Attributes that tell it from others of its name. */
  readonly detail: string;
  readonly kernel: (node: Tensor) => Kernel;
  readonly emit: (node: Tensor, emitter: OnnxEmitter) => void;
  /**
   * Derivative: for the gradient of some scalar by the node, the gradients by its inputs;
   * `undefined` where an input has none. Without it the operator cannot be differentiated.
   */
  readonly derive?: (node: Tensor, gradient: Tensor) => readonly (Tensor | undefined)[];
}

export class Tensor {
  readonly graph: Graph;
  readonly id: number;
  readonly operator: Operator;
  readonly inputs: readonly Tensor[];
  readonly shape: Shape;
  readonly type: TensorType;
  /** Of an input. */
  readonly inputName: string | undefined;
  /** Of a constant. */
  readonly values: Values | undefined;

  constructor(graph: Graph, id: number, terms: NodeTerms) {
    this.graph = graph;
    this.id = id;
    this.operator = terms.operator;
    this.inputs = terms.inputs;
    // Small integers to V8 too: sizes that stay doubles make every kernel twice as slow.
    this.shape = terms.shape.map((size) => size | 0);
    this.type = terms.type;
    this.inputName = terms.inputName;
    this.values = terms.values;
  }

  /** Such as `%7 = Gemm(%3, weights) [64,3]`. */
  toString(): string {
    const { operator, inputs, shape, type } = this;
    const names = inputs.map(({ reference }) => reference).join(", ");
    const detail = operator.detail === "" ? "" : ` {${operator.detail}}`;
    const kind = type === "float" ? "" : ` ${type}`;
    return `${this.reference} = ${operator.name}(${names})${detail} ${shapeText(shape)}${kind}`;
  }

  /** How other nodes name it. */
  get reference(): string {
    if (this.inputName !== undefined) return this.inputName;
    if (this.values?.length === 1) return String(this.values[0]);
    return `%${this.id}`;
  }
}

interface NodeTerms {
  readonly operator: Operator;
  readonly inputs: readonly Tensor[];
  readonly shape: Shape;
  readonly type: TensorType;
  readonly inputName?: string;
  readonly values?: Values;
}

const noKernel = (): Kernel => {
  throw new RangeError("inputs and constants are not computed");
};
const leaf = (name: string, detail: string): Operator => ({
  ...{ name, detail, kernel: noKernel },
  emit: () => {
    throw new RangeError("inputs and constants are not nodes");
  },
});

/** Larger constants than this are not computed in advance: they would bloat the file. */
const foldedSizeMax = 4096;
/** Larger constants than this are not compared with each other. */
const comparedSizeMax = 64;

export class Graph {
  readonly nodes: Tensor[] = [];
  readonly #byKey = new Map<string, Tensor>();
  readonly #inputs = new Map<string, Tensor>();

  /** @throws RangeError for a name that is taken or a shape that is none */
  input(name: string, shape: Shape, type: TensorType = "float"): Tensor {
    if (this.#inputs.has(name)) throw new RangeError(`input: found ${name} twice, expected once`);
    if (!/^[A-Za-z_][\w./-]*$/.test(name)) {
      throw new RangeError(`input: found the name "${name}", expected letters, digits, _ . / -`);
    }
    if (!shape.every((dimension) => Number.isInteger(dimension) && dimension >= 1)) {
      throw new RangeError(`input ${name}: found ${shapeText(shape)}, expected dimensions from 1`);
    }
    const tensor = this.#push({
      operator: leaf("input", name),
      inputs: [],
      shape,
      type,
      inputName: name,
    });
    this.#inputs.set(name, tensor);
    return tensor;
  }

  /** @throws RangeError where the values are not as many as the shape holds */
  constant(values: number | ArrayLike<number>, shape?: Shape, type: TensorType = "float"): Tensor {
    const list = typeof values === "number" ? [values] : values;
    const columnShape = typeof values === "number" ? [] : [list.length];
    const at = shape ?? columnShape;
    if (sizeOf(at) !== list.length) {
      const found = `${list.length} values for ${shapeText(at)}`;
      throw new RangeError(`constant: found ${found}, expected ${sizeOf(at)}`);
    }
    const stored = type === "float" ? Float64Array.from(list) : integersOf(list, type);
    const text =
      stored.length <= comparedSizeMax ? [...stored].map(exactText).join(" ") : undefined;
    const key = text === undefined ? undefined : `constant ${type} ${shapeText(at)} ${text}`;
    const known = key === undefined ? undefined : this.#byKey.get(key);
    if (known !== undefined) return known;
    const terms = { operator: leaf("constant", text ?? ""), inputs: [], shape: at, type };
    const tensor = this.#push({ ...terms, values: stored });
    if (key !== undefined) this.#byKey.set(key, tensor);
    return tensor;
  }

  /** A node of its own, the same one as before, or a constant. */
  node(
    operator: Operator,
    inputs: readonly Tensor[],
    shape: Shape,
    type: TensorType = "float",
  ): Tensor {
    for (const { graph } of inputs) {
      if (graph !== this) throw new RangeError(`${operator.name}: found inputs of two graphs`);
    }
    const ids = inputs.map(({ id }) => id).join(" ");
    const key = `${operator.name} ${operator.detail} ${ids} ${shapeText(shape)}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const terms: NodeTerms = { operator, inputs, shape, type };
    const tensor = this.#fold(terms) ?? this.#push(terms);
    this.#byKey.set(key, tensor);
    return tensor;
  }

  /** One line a node, in order, as far as these outputs need them. */
  describe(outputs: readonly Tensor[] = this.nodes): string {
    return collectNodes(outputs).map(String).join("\n");
  }

  #push(terms: NodeTerms): Tensor {
    const tensor = new Tensor(this, this.nodes.length, terms);
    this.nodes.push(tensor);
    return tensor;
  }

  #fold(terms: NodeTerms): Tensor | undefined {
    const { inputs, shape, type, operator } = terms;
    const values = inputs.flatMap((input) => (input.values === undefined ? [] : [input.values]));
    if (values.length !== inputs.length || sizeOf(shape) > foldedSizeMax) return undefined;
    const output = new Float64Array(sizeOf(shape));
    // Its number is never used: the node is only asked for what it does.
    operator.kernel(new Tensor(this, -1, terms))(values, output);
    return this.constant(output, shape, type);
  }
}

function integersOf(values: ArrayLike<number>, type: TensorType): Values {
  return type === "int64" ? Int32Array.from(values) : Uint8Array.from(values);
}

/** Tells -0 from 0. */
function exactText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Everything some tensors need, inputs first. */
export function collectNodes(outputs: readonly Tensor[]): Tensor[] {
  const found = new Set<Tensor>();
  const open = [...outputs];
  for (let tensor = open.pop(); tensor !== undefined; tensor = open.pop()) {
    if (found.has(tensor)) continue;
    found.add(tensor);
    open.push(...tensor.inputs);
  }
  return [...found].sort((a, b) => a.id - b.id);
}

/** Whether a tensor is a constant of this one value everywhere. */
export function isConstant({ values }: Tensor, value: number): boolean {
  return values?.every((element: number) => Object.is(element, value)) ?? false;
}
