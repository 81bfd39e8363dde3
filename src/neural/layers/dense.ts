/** A matrix product, a bias, and what is done to each element of the sum. */
import type { Tensor } from "../graph.ts";
import { matmul } from "../operators/matmul.ts";
import { reshape } from "../operators/reshape.ts";
import {
  glorot,
  type Initializer,
  type ParameterLayout,
  type Weights,
  weightOf,
  zeros,
} from "../parameters.ts";
import { refuseShape, shapeText, sizeOf } from "../shape.ts";

/** One tensor in, one out. */
export type Layer = (weights: Weights, input: Tensor) => Tensor;

export interface DenseOptions {
  readonly inputs: number;
  readonly outputs: number;
  /** Such as `tanh`; none where not given. */
  readonly activation?: (sum: Tensor) => Tensor;
  readonly initialize?: Initializer;
  readonly hasBias?: boolean;
}

/** [..., inputs] to [..., outputs]. */
export function createDense(layout: ParameterLayout, name: string, options: DenseOptions): Layer {
  const { inputs, outputs, activation = (sum: Tensor) => sum, hasBias = true } = options;
  const { initialize = glorot(inputs, outputs) } = options;
  const matrix = layout.declare(`${name}/weights`, [inputs, outputs], { initialize });
  const bias = hasBias
    ? layout.declare(`${name}/bias`, [outputs], { initialize: zeros })
    : undefined;
  return (weights, input) => {
    const { shape } = input;
    if (shape.at(-1) !== inputs) refuseShape(name, shapeText(shape), `[…,${inputs}]`);
    const rows = reshape(input, [sizeOf(shape) / inputs, inputs]);
    const terms = bias === undefined ? {} : { bias: weightOf(weights, bias) };
    const product = matmul(rows, weightOf(weights, matrix), terms);
    return reshape(activation(product), [...shape.slice(0, -1), outputs]);
  };
}
