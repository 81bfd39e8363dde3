/**
 * What a network learns: named tensors that lie one behind the other in one column of numbers.
 *
 * One column is what an optimiser moves, what a file holds and what goes in and out of a training
 * step; a graph cuts it into tensors. Layers declare what they need once and can then be built in
 * any number of graphs: for training, for inference, for another batch size.
 */
import { drawNormal } from "../core/random/distributions.ts";
import { createRandomStream, type RandomStream, streamId } from "../core/random/random-stream.ts";
import type { Graph, Tensor } from "./graph.ts";
import { reshape } from "./operators/reshape.ts";
import { slice } from "./operators/slice.ts";
import { type Shape, shapeText, sizeOf } from "./shape.ts";

/** Draws one element. */
export type Initializer = (random: RandomStream) => number;

export interface Parameter {
  readonly name: string;
  readonly shape: Shape;
  /** Place of its first element in the column. */
  readonly offset: number;
  readonly initialize: Initializer;
  /** Whether weight decay pulls it to zero; usual for matrices, not for biases. */
  readonly decays: boolean;
}

/** Parameters as tensors of one graph. */
export type Weights = ReadonlyMap<Parameter, Tensor>;

/** Name of the graph input that holds all parameters. */
export const parametersInput = "parameters";

export class ParameterLayout {
  readonly parameters: Parameter[] = [];
  /** Elements of all parameters together. */
  size = 0;

  /** @throws RangeError for a name that is taken */
  declare(
    name: string,
    shape: Shape,
    terms: { readonly initialize: Initializer; readonly decays?: boolean },
  ): Parameter {
    if (this.parameters.some((parameter) => parameter.name === name)) {
      throw new RangeError(`parameters: found ${name} twice, expected once`);
    }
    const { initialize, decays = shape.length > 1 } = terms;
    const parameter = { name, shape, offset: this.size, initialize, decays };
    this.parameters.push(parameter);
    this.size += sizeOf(shape);
    return parameter;
  }

  /** The column as an input of a graph, cut into tensors. */
  bind(graph: Graph): { readonly column: Tensor; readonly weights: Weights } {
    const column = graph.input(parametersInput, [this.size]);
    const weights = new Map<Parameter, Tensor>();
    for (const parameter of this.parameters) {
      const { offset, shape } = parameter;
      weights.set(parameter, reshape(slice(column, 0, offset, offset + sizeOf(shape)), shape));
    }
    return { column, weights };
  }

  /** First values; every parameter draws from a stream of its own, by seed and name. */
  initialize(seed: number): Float32Array {
    const values = new Float32Array(this.size);
    for (const { name, shape, offset, initialize } of this.parameters) {
      const random = createRandomStream(seed, streamId(`parameters/${name}`));
      const end = offset + sizeOf(shape);
      for (let at = offset; at < end; at++) values[at] = initialize(random);
    }
    return values;
  }

  /** 1 where weight decay pulls, 0 elsewhere. */
  decayMask(): Float32Array {
    const mask = new Float32Array(this.size);
    for (const { offset, shape, decays } of this.parameters) {
      if (decays) mask.fill(1, offset, offset + sizeOf(shape));
    }
    return mask;
  }

  /** One line a parameter. */
  toString(): string {
    return this.parameters.map(({ name, shape }) => `${name} ${shapeText(shape)}`).join("\n");
  }
}

/** A parameter as a tensor. */
export function weightOf(weights: Weights, parameter: Parameter): Tensor {
  const tensor = weights.get(parameter);
  if (tensor === undefined) {
    throw new RangeError(`weights: found none for ${parameter.name}, expected those of its layout`);
  }
  return tensor;
}

export const zeros: Initializer = () => 0;

export const constantly =
  (value: number): Initializer =>
  () =>
    value;

/** Uniform with variance 2 / (in + out): Glorot & Bengio, AISTATS 2010, equation 16. */
export function glorot(inputs: number, outputs: number, gain = 1): Initializer {
  const bound = gain * Math.sqrt(6 / (inputs + outputs));
  return (random) => (2 * random.uniform() - 1) * bound;
}

/** Normal with variance 2 / inputs, for rectifiers: He et al., ICCV 2015, equation 10. */
export function kaiming(inputs: number): Initializer {
  const deviation = Math.sqrt(2 / inputs);
  return (random) => drawNormal(random) * deviation;
}
