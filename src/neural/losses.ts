/**
 * Losses, one value a sample: what a prediction costs, never negative but for likelihoods. `meanOf`
 * makes of them the scalar that is differentiated.
 *
 * Shapes are compared, not stretched: a target of [batch] against a prediction of [batch,1] would
 * stretch to [batch,batch] and learn nonsense quietly.
 */
import type { Tensor } from "./graph.ts";
import {
  add,
  divide,
  maximum,
  minimum,
  multiply,
  square,
  subtract,
} from "./operators/arithmetic.ts";
import { absolute, exp, relu, sigmoid, softplus, toFloat } from "./operators/elementwise.ts";
import { logSoftmax, mean } from "./operators/extreme.ts";
import { oneHot } from "./operators/gather.ts";
import { expand, sum } from "./operators/reduction.ts";
import { reshape } from "./operators/reshape.ts";
import { isSameShape, refuseShape, type Shape, shapeText } from "./shape.ts";

/**
 * Mean of values, or of those of them that a mask keeps:
 * `sum(values · mask) / max(sum(mask), 1)`, so that a mask of zeros gives 0.
 *
 * Values under a mask of 0 must be finite all the same: 0 · NaN is NaN.
 *
 * @param mask 0 or 1, of the shape of the values
 * @returns a scalar
 */
export function meanOf(values: Tensor, mask?: Tensor): Tensor {
  if (mask === undefined) return mean(values);
  requireShape("meanOf, mask", mask, values.shape);
  const weights = toFloat(mask);
  return divide(sum(multiply(values, weights)), maximum(sum(weights), 1));
}

/**
 * Mean of (prediction − target)² over the outputs of a sample.
 *
 * @param prediction [batch, …], as `target`
 * @returns [batch]
 */
export function squaredError(prediction: Tensor, target: Tensor): Tensor {
  requireShape("squaredError, target", target, prediction.shape);
  return meanOfSample(square(subtract(prediction, target)));
}

/**
 * Huber's loss (Annals of Mathematical Statistics 35, 1964), mean over the outputs of a sample: with
 * u = prediction − target, u²/2 where |u| is up to δ, else δ · (|u| − δ/2).
 *
 * @param prediction [batch, …], as `target`
 * @param delta from where on errors count linearly, in the unit of the target; positive
 * @returns [batch]
 */
export function huberError(prediction: Tensor, target: Tensor, delta: number): Tensor {
  requireShape("huberError, target", target, prediction.shape);
  if (!(delta > 0 && delta < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`huberError: found a delta of ${delta}, expected a positive number`);
  }
  const size = absolute(subtract(prediction, target));
  // With a = min(|u|, δ), both branches are a · (|u| − a/2).
  const within = minimum(size, delta);
  return meanOfSample(multiply(within, subtract(size, multiply(within, 0.5))));
}

export interface CrossEntropyOptions {
  /**
   * Share of the target's weight that is spread evenly over all classes, from 0 to below 1 (Szegedy
   * et al., CVPR 2016, section 7); 0.
   */
  readonly labelSmoothing?: number;
}

/**
 * −Σ q_k · log softmax(logits)_k, where q is 1 at the class; natural logarithm.
 *
 * The logarithm of the softmax is taken as one, so no probability is rounded to 0 before it. Logits
 * must be finite: to forbid a class use a large negative one (−1e9), not −∞. Classes outside their
 * range are refused here; ONNX Runtime does not check them: −1 is the last, others are no class.
 *
 * @param logits [..., classes]
 * @param classes whole numbers from 0, [...]
 * @returns [...]
 */
export function crossEntropy(
  logits: Tensor,
  classes: Tensor,
  { labelSmoothing = 0 }: CrossEntropyOptions = {},
): Tensor {
  requireShape("crossEntropy, classes", classes, logits.shape.slice(0, -1));
  if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
    const found = `a label smoothing of ${labelSmoothing}`;
    throw new RangeError(`crossEntropy: found ${found}, expected from 0 to below 1`);
  }
  const count = logits.shape.at(-1) ?? 0;
  // A row of zeros and a one, not an element by number: its gradient is a product, which runs
  // faster than adding rows to a table.
  const hard = oneHot(classes, count);
  const wanted = add(multiply(hard, 1 - labelSmoothing), labelSmoothing / count);
  return multiply(sum(multiply(wanted, logSoftmax(logits)), [-1]), -1);
}

/**
 * −(y · log p + (1 − y) · log(1 − p)) with p = sigmoid(logit), mean over the outputs of a sample.
 *
 * Computed as softplus(logit) − y · logit, which neither overflows nor takes the logarithm of 0.
 *
 * @param logits [batch, …], as `target`
 * @param target probability of truth, from 0 to 1
 * @returns [batch]
 */
export function binaryCrossEntropy(logits: Tensor, target: Tensor): Tensor {
  requireShape("binaryCrossEntropy, target", target, logits.shape);
  return meanOfSample(subtract(softplus(logits), multiply(target, logits)));
}

/**
 * Pinball loss (Koenker & Bassett, Econometrica 46, 1978), mean over the levels: with
 * u = target − prediction, q · u where u is positive (the prediction was too low), (q − 1) · u
 * elsewhere. Its expectation is smallest where each prediction is the quantile of its level.
 *
 * @param prediction [batch, levels]
 * @param target [batch]
 * @param levels between 0 and 1, in the order of the predictions
 * @returns [batch]
 */
export function pinballError(
  prediction: Tensor,
  target: Tensor,
  levels: readonly number[],
): Tensor {
  const [batch = 0] = prediction.shape;
  requireShape("pinballError, prediction", prediction, [batch, levels.length]);
  requireShape("pinballError, target", target, [batch]);
  for (const level of levels) {
    if (level > 0 && level < 1) continue;
    throw new RangeError(`pinballError: found the level ${level}, expected between 0 and 1`);
  }
  const missed = subtract(reshape(target, [batch, 1]), prediction);
  // Where u is negative, q · u − u is (q − 1) · u.
  const slopes = prediction.graph.constant(levels, [levels.length]);
  return mean(add(multiply(missed, slopes), relu(multiply(missed, -1))), [1]);
}

/** Independent normal distributions. */
export interface Normal {
  /** [batch, …]. */
  readonly mean: Tensor;
  /** Natural logarithm of the standard deviation, bounded; stretches to the shape of the mean. */
  readonly logDeviation: Tensor;
}

/** Standard deviations from e^-5 = 0.0067 to e^2 = 7.4: of targets scaled to order 1. */
export const logDeviationBounds = { low: -5, high: 2 };

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Any number into (low, high), smoothly: low + (high − low) · sigmoid(4 (x − middle)/(high − low)).
 * In the middle its slope is 1 and it changes nothing; the slope is never 0, unlike a clamp's.
 */
export function boundSmoothly(tensor: Tensor, { low, high }: Bounds): Tensor {
  if (!(low < high && Number.isFinite(high - low))) {
    throw new RangeError(`boundSmoothly: found ${low} to ${high}, expected bounds that rise`);
  }
  const width = high - low;
  const centred = subtract(tensor, (low + high) / 2);
  return add(multiply(sigmoid(multiply(centred, 4 / width)), width), low);
}

/**
 * Logarithm of the density of independent normal variables, summed over those of a sample:
 * −Σ (z²/2 + log σ + log(2π)/2) with z = (value − mean)/σ. Positive where the density is above 1.
 *
 * With log σ within bounds (`boundSmoothly`) it is finite for every finite value of usual size: at
 * the lower one z is at most 150 times the error.
 *
 * @param value [batch, …], as the mean
 * @returns [batch]
 */
export function normalLogDensity({ mean: centre, logDeviation }: Normal, value: Tensor): Tensor {
  requireShape("normalLogDensity, value", value, centre.shape);
  const logSigma = expand(logDeviation, centre.shape);
  const scaled = multiply(subtract(value, centre), exp(multiply(logDeviation, -1)));
  const elements = add(multiply(square(scaled), 0.5), add(logSigma, Math.log(2 * Math.PI) / 2));
  return multiply(sumOfSample(elements), -1);
}

/**
 * What `normalLogDensity` gives, as a loss: its negative.
 *
 * @returns [batch], which may be negative
 */
export function gaussianNegativeLogLikelihood(normal: Normal, target: Tensor): Tensor {
  return multiply(normalLogDensity(normal, target), -1);
}

/**
 * Differential entropy of independent normal variables, summed over those of a sample:
 * Σ (log σ + log(2πe)/2), in nats.
 *
 * @returns [batch]
 */
export function normalEntropy({ mean: centre, logDeviation }: Normal): Tensor {
  const logSigma = expand(logDeviation, centre.shape);
  return sumOfSample(add(logSigma, Math.log(2 * Math.PI * Math.E) / 2));
}

function innerAxes({ shape }: Tensor): number[] {
  return shape.flatMap((_, axis) => (axis === 0 ? [] : [axis]));
}

const meanOfSample = (elements: Tensor): Tensor => mean(elements, innerAxes(elements));

const sumOfSample = (elements: Tensor): Tensor => sum(elements, innerAxes(elements));

function requireShape(what: string, { shape }: Tensor, expected: Shape): void {
  if (!isSameShape(shape, expected)) refuseShape(what, shapeText(shape), shapeText(expected));
}
