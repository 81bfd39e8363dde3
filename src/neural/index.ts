/**
 * Networks: build a graph, differentiate it, train it, write it as ONNX and run it. See
 * docs/guides/neural.md.
 */
export { differentiate } from "./differentiate.ts";
export { Graph, type Tensor, type TensorType, type Values } from "./graph.ts";
export { createTemporalAttention } from "./layers/attention.ts";
export { createBilinear } from "./layers/bilinear.ts";
export { createConvolution1d, createConvolution2d } from "./layers/convolution.ts";
export { createDense, type DenseOptions, type Layer } from "./layers/dense.ts";
export { applyDropout, drawDropoutMask } from "./layers/dropout.ts";
export { createEmbedding } from "./layers/embedding.ts";
export {
  latentOf,
  shareLogDensity,
  shareLogDensityAt,
  sharesOf,
} from "./layers/logistic-normal.ts";
export { createBilinearNorm, createLayerNorm } from "./layers/normalization.ts";
export {
  averagePool1d,
  averagePool2d,
  globalAverage,
  globalMaximum,
  maximumPool1d,
  maximumPool2d,
} from "./layers/pooling.ts";
export {
  createGru,
  createLstm,
  type RecurrentLayer,
  type RecurrentOutput,
  type RecurrentState,
} from "./layers/recurrent.ts";
export * from "./losses.ts";
export { hashFeatures, type ModelManifest } from "./model-file/manifest.ts";
export { readModel, type StoredModel, writeModel } from "./model-file/model-folder.ts";
export { decodeModel } from "./onnx/decode-model.ts";
export { encodeModel } from "./onnx/encode-model.ts";
export { describeModel } from "./onnx/model-text.ts";
export type { OnnxModel } from "./onnx/onnx-model.ts";
export {
  add,
  clamp,
  divide,
  maximum,
  minimum,
  multiply,
  negate,
  square,
  subtract,
} from "./operators/arithmetic.ts";
export { equal, greater, select } from "./operators/comparison.ts";
export {
  absolute,
  exp,
  leakyRelu,
  log,
  relu,
  sigmoid,
  sign,
  softplus,
  sqrt,
  stopGradient,
  tanh,
  toFloat,
} from "./operators/elementwise.ts";
export { largest, logSoftmax, mean, softmax } from "./operators/extreme.ts";
export { gather, oneHot } from "./operators/gather.ts";
export { matmul, matmulBatched } from "./operators/matmul.ts";
export { expand, sum } from "./operators/reduction.ts";
export { reshape, transpose } from "./operators/reshape.ts";
export { concat, slice, zerosLike } from "./operators/slice.ts";
export {
  constantly,
  glorot,
  type Initializer,
  kaiming,
  type Parameter,
  ParameterLayout,
  parametersInput,
  type Weights,
  weightOf,
  zeros,
} from "./parameters.ts";
export { PlainEngine } from "./plain-engine.ts";
export {
  type FeedData,
  type Feeds,
  floatsOf,
  type Inference,
  type Results,
} from "./runtime/inference.ts";
export { InferencePool } from "./runtime/inference-pool.ts";
export { openInference } from "./runtime/open-inference.ts";
export { PlainSession } from "./runtime/plain-session.ts";
export { listProviders } from "./runtime/providers.ts";
export { NetworkSession, type SessionOptions } from "./runtime/session.ts";
export { toOnnx } from "./to-onnx.ts";
export { type AdamOptions, adamSchedule } from "./training/adam.ts";
export {
  constantRate,
  cosineRate,
  type LearningRate,
  linearRate,
} from "./training/learning-rate.ts";
export { type Batch, type StepResult, Trainer, type TrainerState } from "./training/trainer.ts";
export {
  buildGradientStep,
  buildTrainingStep,
  buildUpdateStep,
  type Objective,
  type TrainingTerms,
} from "./training/training-step.ts";
