/**
 * A training step as one ONNX graph: parameters and optimiser state in, updated out. For batches that
 * do not fit at once there are two more: one adds up gradients, one moves the parameters by the sum.
 */
import { differentiate } from "../differentiate.ts";
import { Graph, type Tensor } from "../graph.ts";
import type { OnnxModel } from "../onnx/onnx-model.ts";
import { add, multiply } from "../operators/arithmetic.ts";
import { type ParameterLayout, parametersInput, type Weights } from "../parameters.ts";
import { toOnnx } from "../to-onnx.ts";
import { type AdamOptions, type AdamUpdate, scheduleLength, updateByAdam } from "./adam.ts";

/** Names of what goes in and out beside the batch. An output is its input's name and `next`. */
export const stateInputs = {
  parameters: parametersInput,
  mean: "adam/mean",
  variance: "adam/variance",
} as const;
export const scheduleInput = "adam/schedule";
export const gradientInput = "gradient";
export const batchShareInput = "batch-share";
export const next = (name: string): string => `${name}/next`;

/** What is made small, and what else is looked at. */
export interface Objective {
  /** One element. */
  readonly loss: Tensor;
  /** Reported with every step; one element each. */
  readonly metrics?: Readonly<Record<string, Tensor>>;
}

export interface TrainingTerms {
  readonly layout: ParameterLayout;
  /** Builds the loss; inputs of the graph it makes are the batch. */
  readonly build: (graph: Graph, weights: Weights) => Objective;
  readonly adam?: AdamOptions;
}

/** A whole step: batch, state and schedule in; loss, metrics, gradient norm and state out. */
export function buildTrainingStep(terms: TrainingTerms): OnnxModel {
  const graph = new Graph();
  const { column, outputs, gradient } = buildGradient(graph, terms);
  const update = buildUpdate(graph, column, gradient, terms);
  return toOnnx({ outputs: { ...outputs, ...stateOutputs(update) } });
}

/**
 * Adds a batch's gradient, times its share of all batches, to the sum so far; also the loss and the
 * metrics of the batch.
 */
export function buildGradientStep(terms: TrainingTerms): OnnxModel {
  const graph = new Graph();
  const { column, outputs, gradient } = buildGradient(graph, terms);
  const before = graph.input(gradientInput, column.shape);
  const share = graph.input(batchShareInput, [1]);
  const after = add(before, multiply(gradient, share));
  return toOnnx({ outputs: { ...outputs, [next(gradientInput)]: after } });
}

/** Moves the parameters by a gradient that is there already. */
export function buildUpdateStep(terms: TrainingTerms): OnnxModel {
  const graph = new Graph();
  const column = graph.input(parametersInput, [terms.layout.size]);
  const gradient = graph.input(gradientInput, column.shape);
  return toOnnx({ outputs: stateOutputs(buildUpdate(graph, column, gradient, terms)) });
}

function buildGradient(
  graph: Graph,
  { layout, build }: TrainingTerms,
): { column: Tensor; gradient: Tensor; outputs: Record<string, Tensor> } {
  const { column, weights } = layout.bind(graph);
  const { loss, metrics = {} } = build(graph, weights);
  const [gradient] = differentiate(loss, [column]) as [Tensor];
  return { column, gradient, outputs: { loss, ...metrics } };
}

function buildUpdate(
  graph: Graph,
  parameters: Tensor,
  gradient: Tensor,
  { layout, adam = {} }: TrainingTerms,
): AdamUpdate {
  const state = {
    parameters,
    mean: graph.input(stateInputs.mean, parameters.shape),
    variance: graph.input(stateInputs.variance, parameters.shape),
  };
  const schedule = graph.input(scheduleInput, [scheduleLength]);
  const decayMask = graph.constant(layout.decayMask());
  return updateByAdam(state, gradient, schedule, adam, decayMask);
}

function stateOutputs({ parameters, mean, variance, gradientNorm }: AdamUpdate) {
  return {
    gradientNorm,
    [next(stateInputs.parameters)]: parameters,
    [next(stateInputs.mean)]: mean,
    [next(stateInputs.variance)]: variance,
  };
}
