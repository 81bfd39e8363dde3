/** A matrix product from each side: features are mixed by one, time steps by the other. */
import type { Tensor } from "../graph.ts";
import { add } from "../operators/arithmetic.ts";
import { matmul } from "../operators/matmul.ts";
import { reshape, transpose } from "../operators/reshape.ts";
import { glorot, type ParameterLayout, type Weights, weightOf, zeros } from "../parameters.ts";
import { refuseShape, shapeText, sizeOf } from "../shape.ts";
import type { Layer } from "./dense.ts";

export interface BilinearOptions {
  readonly features: number;
  readonly steps: number;
  readonly outputFeatures: number;
  readonly outputSteps: number;
  /** Such as `relu`; none where not given. */
  readonly activation?: (sum: Tensor) => Tensor;
}

/** Y = φ(W₁ X W₂ + B), cut where a layer may do something in between. */
export interface BilinearParts {
  /**
   * W₁ X.
   *
   * @param input [batch, features, steps]
   * @returns [output features, batch, steps]: one product for the whole batch, of which each row
   * ends in its steps
   */
  mixFeatures(weights: Weights, input: Tensor): Tensor;
  /**
   * φ(X̄ W₂ + B).
   *
   * @param mixed as `mixFeatures` gives it
   * @returns [batch, output features, output steps]
   */
  mixSteps(weights: Weights, mixed: Tensor): Tensor;
}

/** Declares W₁ [output features, features], W₂ [steps, output steps] and B. */
export function createBilinearParts(
  layout: ParameterLayout,
  name: string,
  options: BilinearOptions,
): BilinearParts {
  const { features, steps, outputFeatures, outputSteps } = options;
  const { activation = (sum: Tensor) => sum } = options;
  const left = layout.declare(`${name}/feature-weights`, [outputFeatures, features], {
    initialize: glorot(features, outputFeatures),
  });
  const right = layout.declare(`${name}/step-weights`, [steps, outputSteps], {
    initialize: glorot(steps, outputSteps),
  });
  const bias = layout.declare(`${name}/bias`, [outputFeatures, outputSteps], {
    initialize: zeros,
    decays: false,
  });
  return {
    mixFeatures: (weights, input) => {
      const [batch = 0] = input.shape;
      if (input.shape.length !== 3 || input.shape[1] !== features || input.shape[2] !== steps) {
        refuseShape(name, shapeText(input.shape), `[batch,${features},${steps}]`);
      }
      const columns = reshape(transpose(input, [1, 0, 2]), [features, batch * steps]);
      return reshape(matmul(weightOf(weights, left), columns), [outputFeatures, batch, steps]);
    },
    mixSteps: (weights, mixed) => {
      const [, batch = 0] = mixed.shape;
      const rows = reshape(mixed, [sizeOf(mixed.shape) / steps, steps]);
      const product = matmul(rows, weightOf(weights, right));
      const byFeature = reshape(product, [outputFeatures, batch, outputSteps]);
      return activation(add(transpose(byFeature, [1, 0, 2]), weightOf(weights, bias)));
    },
  };
}

/**
 * Bilinear layer, BL (Tran, Iosifidis, Kanniainen & Gabbouj, "Temporal attention-augmented bilinear
 * network for financial time-series data analysis", IEEE TNNLS 30, 2019):
 * Y = φ(W₁ X W₂ + B). [batch, features, steps] to [batch, output features, output steps].
 */
export function createBilinear(
  layout: ParameterLayout,
  name: string,
  options: BilinearOptions,
): Layer {
  const { mixFeatures, mixSteps } = createBilinearParts(layout, name, options);
  return (weights, input) => mixSteps(weights, mixFeatures(weights, input));
}
