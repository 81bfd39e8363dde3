/** One node of a file on its way into a graph: its inputs as tensors, its attributes by kind. */
import type { Graph, Tensor } from "../graph.ts";
import type { OnnxAttribute, OnnxNode } from "../onnx/onnx-model.ts";

/** Makes the one output of a node. */
export type NodeBuilder = (node: NodeReader) => Tensor;

type Kind = OnnxAttribute["kind"];

/** Everything it refuses is a RangeError, which `graphFromOnnx` makes a refusal of the file. */
export class NodeReader {
  readonly graph: Graph;
  readonly operator: string;
  readonly #node: OnnxNode;
  readonly #inputs: readonly (Tensor | undefined)[];
  readonly #read = new Set<string>();

  constructor(graph: Graph, node: OnnxNode, inputs: readonly (Tensor | undefined)[]) {
    this.graph = graph;
    this.operator = node.operator;
    this.#node = node;
    this.#inputs = inputs;
  }

  /** All inputs, of which there are `least` to `most`. */
  inputs(least: number, most = least): Tensor[] {
    const found = this.#inputs.length;
    if (found < least || found > most) {
      const expected = least === most ? `${least}` : `${least} to ${most}`;
      throw new RangeError(`found ${found} inputs, expected ${expected}`);
    }
    return this.#inputs.map((_, at) => this.input(at));
  }

  input(at: number): Tensor {
    const tensor = this.optional(at);
    if (tensor === undefined) throw new RangeError(`found no input ${at}, expected one`);
    return tensor;
  }

  optional(at: number): Tensor | undefined {
    return this.#inputs[at];
  }

  /** The elements of an input that must not depend on what is fed. */
  constants(at: number): number[] {
    const { values, operator } = this.input(at);
    if (values === undefined) {
      throw new RangeError(`found ${operator.name} as input ${at}, expected a constant`);
    }
    return [...values];
  }

  int(name: string, otherwise: number): number {
    return this.#attribute(name, "int")?.value ?? otherwise;
  }

  float(name: string, otherwise: number): number {
    return this.#attribute(name, "float")?.value ?? otherwise;
  }

  text(name: string, otherwise: string): string {
    return this.#attribute(name, "string")?.value ?? otherwise;
  }

  ints(name: string): readonly number[] | undefined {
    return this.#attribute(name, "ints")?.values;
  }

  /** Refuses what an attribute says unless it is the one thing that can be done here. */
  expect(name: string, found: number | string, expected: number | string): void {
    if (found !== expected) throw new RangeError(`found ${name}=${found}, expected ${expected}`);
  }

  /** Refuses attributes that nobody has asked for: they would have changed the result. */
  finish(): void {
    const others = Object.keys(this.#node.attributes).filter((name) => !this.#read.has(name));
    if (others.length > 0) throw new RangeError(`found the attributes ${others.join(", ")}`);
  }

  #attribute<K extends Kind>(name: string, kind: K): (OnnxAttribute & { kind: K }) | undefined {
    this.#read.add(name);
    if (!Object.hasOwn(this.#node.attributes, name)) return undefined;
    const attribute = this.#node.attributes[name];
    if (attribute.kind !== kind) {
      throw new RangeError(`found ${name} of kind ${attribute.kind}, expected ${kind}`);
    }
    return attribute as OnnxAttribute & { kind: K };
  }
}
