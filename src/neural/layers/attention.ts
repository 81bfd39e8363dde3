/** A bilinear layer that learns which time steps matter, for each of its features. */
import type { Tensor } from "../graph.ts";
import { add, multiply, subtract } from "../operators/arithmetic.ts";
import { sigmoid } from "../operators/elementwise.ts";
import { softmax } from "../operators/extreme.ts";
import { matmul } from "../operators/matmul.ts";
import { reshape, transpose } from "../operators/reshape.ts";
import { constantly, type ParameterLayout, type Weights, weightOf, zeros } from "../parameters.ts";
import { sizeOf } from "../shape.ts";
import { type BilinearOptions, createBilinearParts } from "./bilinear.ts";
import type { Layer } from "./dense.ts";

export interface TemporalAttention {
  /** [batch, features, steps] to [batch, output features, output steps]. */
  readonly apply: Layer;
  /**
   * How much each step counts for each feature of W₁ X: [batch, output features, steps], from 0 to
   * 1, adding up to 1 over the steps. In one graph with `apply` it costs nothing more.
   */
  readonly attend: Layer;
}

/**
 * Temporal attention-augmented bilinear layer, TABL (Tran, Iosifidis, Kanniainen & Gabbouj, IEEE
 * TNNLS 30, 2019):
 *
 * X̄ = W₁ X; E = X̄ W, the diagonal of W fixed to 1/steps; A = softmax of E over the steps;
 * X̃ = λ (X̄ ⊙ A) + (1 − λ) X̄; Y = φ(X̃ W₂ + B).
 *
 * The paper cuts λ off to [0, 1]; here λ = sigmoid of what is learnt, which is smooth and starts at
 * 1/2. All of W starts at 1/steps, so attention starts even.
 */
export function createTemporalAttention(
  layout: ParameterLayout,
  name: string,
  options: BilinearOptions,
): TemporalAttention {
  const { steps } = options;
  const { mixFeatures, mixSteps } = createBilinearParts(layout, name, options);
  const energies = layout.declare(`${name}/attention`, [steps, steps], {
    initialize: constantly(1 / steps),
  });
  const share = layout.declare(`${name}/attention-share`, [1], { initialize: zeros });
  /** A, as X̄ is: [output features, batch, steps]. */
  const attentionOf = (weights: Weights, mixed: Tensor): Tensor => {
    const matrix = withEvenDiagonal(weightOf(weights, energies));
    const rows = reshape(mixed, [sizeOf(mixed.shape) / steps, steps]);
    return reshape(softmax(matmul(rows, matrix)), mixed.shape);
  };
  return {
    apply: (weights, input) => {
      const mixed = mixFeatures(weights, input);
      const attention = attentionOf(weights, mixed);
      const lambda = sigmoid(weightOf(weights, share));
      // λ (X̄ ⊙ A) + (1 − λ) X̄ = X̄ ⊙ (1 − λ + λ A), two passes less.
      const kept = add(multiply(attention, lambda), subtract(1, lambda));
      return mixSteps(weights, multiply(mixed, kept));
    },
    attend: (weights, input) =>
      transpose(attentionOf(weights, mixFeatures(weights, input)), [1, 0, 2]),
  };
}

/** The matrix with one over its size in its diagonal, whatever stands there: nothing is learnt there. */
function withEvenDiagonal(matrix: Tensor): Tensor {
  const [size] = matrix.shape;
  const isDiagonal = (at: number): boolean => at % (size + 1) === 0;
  const column = (value: (at: number) => number): Tensor =>
    matrix.graph.constant(
      Float64Array.from({ length: size * size }, (_, at) => value(at)),
      [size, size],
    );
  const outside = column((at) => (isDiagonal(at) ? 0 : 1));
  const diagonal = column((at) => (isDiagonal(at) ? 1 / size : 0));
  return add(multiply(matrix, outside), diagonal);
}
