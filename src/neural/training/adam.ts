/**
 * Adam with decoupled weight decay, as part of a graph (Kingma & Ba, ICLR 2015, algorithm 1;
 * Loshchilov & Hutter, ICLR 2019, algorithm 2), and clipping of the gradient's norm (Pascanu, Mikolov
 * & Bengio, ICML 2013).
 */
import type { Tensor } from "../graph.ts";
import { add, divide, minimum, multiply, square, subtract } from "../operators/arithmetic.ts";
import { sqrt } from "../operators/elementwise.ts";
import { sum } from "../operators/reduction.ts";
import { reshape } from "../operators/reshape.ts";
import { slice } from "../operators/slice.ts";

export interface AdamOptions {
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
  /** Pulls parameters to zero by this share of the learning rate in every step. */
  readonly weightDecay?: number;
  /** Longer gradients are shortened to this Euclidean norm. */
  readonly normMax?: number;
}

const adamDefaults = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 } as const;

/** Columns as long as the parameters. */
export interface AdamState {
  readonly parameters: Tensor;
  /** Decaying means of the gradient and of its square. */
  readonly mean: Tensor;
  readonly variance: Tensor;
}

export interface AdamUpdate extends AdamState {
  /** Euclidean, before clipping. */
  readonly gradientNorm: Tensor;
}

/** Elements of the input that `schedule` fills. */
export const scheduleLength = 3;

/**
 * One step.
 *
 * @param schedule of `adamSchedule`, [3]
 * @param decayMask 1 for each parameter that decays, 0 for others
 */
export function updateByAdam(
  state: AdamState,
  gradient: Tensor,
  schedule: Tensor,
  options: AdamOptions,
  decayMask: Tensor,
): AdamUpdate {
  const { beta1, beta2, epsilon, weightDecay, normMax } = { ...adamDefaults, ...options };
  const part = (at: number): Tensor => slice(schedule, 0, at, at + 1);
  const gradientNorm = sqrt(sum(square(gradient)));
  const scale =
    normMax === undefined
      ? undefined
      : reshape(minimum(divide(normMax, add(gradientNorm, 1e-12)), 1), [1]);
  const clipped = scale === undefined ? gradient : multiply(gradient, scale);
  const mean = add(multiply(state.mean, beta1), multiply(clipped, 1 - beta1));
  const variance = add(multiply(state.variance, beta2), multiply(square(clipped), 1 - beta2));
  const deviation = add(sqrt(multiply(variance, part(2))), epsilon);
  const move = divide(multiply(mean, part(1)), deviation);
  const pull =
    weightDecay === 0 ? undefined : multiply(multiply(state.parameters, decayMask), weightDecay);
  const change = multiply(pull === undefined ? move : add(move, pull), part(0));
  return { parameters: subtract(state.parameters, change), mean, variance, gradientNorm };
}

/**
 * What a step needs beside the gradient: learning rate and the two corrections of the means' start at
 * zero, 1 / (1 − βᵗ). They are computed here in double precision: in single precision 1 − 0.999ᵗ
 * would be wrong by 10⁻⁴ in the first steps.
 *
 * @param step counted from 1
 */
export function adamSchedule(
  step: number,
  learningRate: number,
  options: AdamOptions = {},
): Float32Array {
  const { beta1, beta2 } = { ...adamDefaults, ...options };
  return Float32Array.of(learningRate, 1 / (1 - beta1 ** step), 1 / (1 - beta2 ** step));
}
