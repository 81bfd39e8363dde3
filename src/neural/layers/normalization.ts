/** Layers that take mean and deviation out of what they get, and learn what to put in their place. */
import type { Tensor } from "../graph.ts";
import { add, divide, multiply, square, subtract } from "../operators/arithmetic.ts";
import { softplus, sqrt } from "../operators/elementwise.ts";
import { mean } from "../operators/extreme.ts";
import { reshape } from "../operators/reshape.ts";
import { slice } from "../operators/slice.ts";
import { constantly, type ParameterLayout, type Weights, weightOf, zeros } from "../parameters.ts";
import { refuseShape, shapeText } from "../shape.ts";
import type { Layer } from "./dense.ts";

/** Mean 0 and variance 1 along an axis: (x − mean) / √(variance + epsilon), variance over n. */
function standardize(input: Tensor, axis: number, epsilon: number): Tensor {
  const centred = subtract(input, mean(input, [axis], true));
  return divide(centred, sqrt(add(mean(square(centred), [axis], true), epsilon)));
}

export interface LayerNormOptions {
  readonly features: number;
  /** Is added to the variance; 1e-5. */
  readonly epsilon?: number;
}

/**
 * Layer normalisation over the last axis (Ba, Kiros & Hinton, arXiv 1607.06450, equation 4):
 * gain · (x − mean)/deviation + bias, by feature. [..., features] to the same.
 */
export function createLayerNorm(
  layout: ParameterLayout,
  name: string,
  { features, epsilon = 1e-5 }: LayerNormOptions,
): Layer {
  const gain = layout.declare(`${name}/gain`, [features], { initialize: constantly(1) });
  const bias = layout.declare(`${name}/bias`, [features], { initialize: zeros });
  return (weights, input) => {
    const { shape } = input;
    if (shape.at(-1) !== features) refuseShape(name, shapeText(shape), `[…,${features}]`);
    const standard = standardize(input, shape.length - 1, epsilon);
    return add(multiply(standard, weightOf(weights, gain)), weightOf(weights, bias));
  };
}

export interface BilinearNormOptions {
  readonly features: number;
  readonly steps: number;
  /** Is added to variances; 1e-8, which keeps deviations from 1e-4 on. */
  readonly epsilon?: number;
}

/** softplus of this is 1/2. */
const halfMixture = Math.log(Math.expm1(0.5));

/**
 * Bilinear normalisation, BiN (Tran, Kanniainen, Gabbouj & Iosifidis, "Data normalization for
 * bilinear structures in high-frequency financial time series", ICPR 2020).
 *
 * [batch, features, steps] to the same. Each feature is normalised over the steps of its sample and
 * scaled and shifted by feature; each step over its features and scaled and shifted by step; the
 * result is λ₁ times the second plus λ₂ times the first. The paper keeps λ from 0 on by cutting it
 * off; here λ = softplus of what is learnt, which is smooth and starts at 1/2 each.
 *
 * A feature that never changes within a sample becomes 0 before the shift. Inputs should be of order
 * 1: float32 prices of 300 have rounding errors that a deviation of 1e-4 makes visible.
 */
export function createBilinearNorm(
  layout: ParameterLayout,
  name: string,
  { features, steps, epsilon = 1e-8 }: BilinearNormOptions,
): Layer {
  const declare = (part: string, size: number, value: number) =>
    layout.declare(`${name}/${part}`, [size], { initialize: constantly(value) });
  const byFeature = {
    gain: declare("feature-gain", features, 1),
    bias: declare("feature-bias", features, 0),
  };
  const byStep = { gain: declare("step-gain", steps, 1), bias: declare("step-bias", steps, 0) };
  const mixture = declare("mixture", 2, halfMixture);
  /** Gain and bias take the share in, while they are small: whole passes over the batch less. */
  const termsOf = (weights: Weights, part: typeof byStep, share: Tensor) => ({
    gain: multiply(weightOf(weights, part.gain), share),
    bias: multiply(weightOf(weights, part.bias), share),
  });
  return (weights, input) => {
    const { shape } = input;
    if (shape.length !== 3 || shape[1] !== features || shape[2] !== steps) {
      refuseShape(name, shapeText(shape), `[batch,${features},${steps}]`);
    }
    const shares = softplus(weightOf(weights, mixture));
    const step = termsOf(weights, byStep, slice(shares, 0, 0, 1));
    const feature = termsOf(weights, byFeature, slice(shares, 0, 1, 2));
    const column = (tensor: Tensor): Tensor => reshape(tensor, [features, 1]);
    const alongTime = multiply(standardize(input, 2, epsilon), column(feature.gain));
    const alongFeatures = multiply(standardize(input, 1, epsilon), step.gain);
    return add(add(alongTime, alongFeatures), add(column(feature.bias), step.bias));
  };
}
