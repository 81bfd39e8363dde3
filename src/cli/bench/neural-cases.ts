/**
 * The networks of `bench neural`, each as a whole training step: the policy of PPO, an LSTM over fifty
 * steps, and a convolutional front end like DeepLOB's (Zhang, Zohren & Roberts, IEEE TSP 67, 2019).
 */
import { createXoshiro128 } from "../../core/random/xoshiro128.ts";
import {
  add,
  type Batch,
  clamp,
  createConvolution2d,
  createDense,
  createLstm,
  crossEntropy,
  exp,
  type Graph,
  leakyRelu,
  logSoftmax,
  mean,
  meanOf,
  minimum,
  multiply,
  negate,
  oneHot,
  ParameterLayout,
  reshape,
  square,
  subtract,
  sum,
  type Tensor,
  type TrainingTerms,
  tanh,
  type Weights,
} from "../../neural/index.ts";

/** A training step and a batch for it. */
export interface NeuralCase {
  readonly name: string;
  readonly what: string;
  readonly samples: number;
  readonly terms: TrainingTerms;
  readonly batch: Batch;
}

/** Sizes of a case; the published ones unless a check wants it small. */
export interface CaseSizes {
  readonly policyBatch: number;
  readonly lstmSteps: number;
  readonly lstmBatch: number;
  readonly convolutionBatch: number;
}

export const publishedSizes: CaseSizes = {
  ...{ policyBatch: 1024, lstmSteps: 50, lstmBatch: 64, convolutionBatch: 32 },
};

export const policyShape = { observations: 32, hidden: 128, actions: 12 } as const;
export const lstmShape = { features: 40, units: 64, classes: 3 } as const;
export const bookShape = { features: 40, steps: 100, filters: 16, classes: 3 } as const;

/** Numbers from -0.5 to 0.5, and classes, the same for every engine. */
export function createDraws(seed: number): {
  floats(count: number): Float32Array;
  classes(count: number, classes: number): Int32Array;
} {
  const random = createXoshiro128(seed);
  return {
    floats: (count) => Float32Array.from({ length: count }, () => random.uniform() - 0.5),
    classes: (count, classes) =>
      Int32Array.from({ length: count }, () => Math.floor(random.uniform() * classes)),
  };
}

/** Two hidden layers, a policy and a value (Schulman et al., arXiv 1707.06347, with entropy). */
export function createPolicyNetwork(layout: ParameterLayout): {
  apply(weights: Weights, observations: Tensor): { logits: Tensor; value: Tensor };
} {
  const { observations, hidden, actions } = policyShape;
  const dense = (name: string, inputs: number, outputs: number, activation?: typeof tanh) =>
    createDense(layout, name, { inputs, outputs, ...(activation ? { activation } : {}) });
  const first = dense("hidden1", observations, hidden, tanh);
  const second = dense("hidden2", hidden, hidden, tanh);
  const policy = dense("policy", hidden, actions);
  const value = dense("value", hidden, 1);
  return {
    apply: (weights, input) => {
      const signal = second(weights, first(weights, input));
      return { logits: policy(weights, signal), value: value(weights, signal) };
    },
  };
}

function createPolicyCase({ policyBatch: batch }: CaseSizes): NeuralCase {
  const { observations, actions } = policyShape;
  const layout = new ParameterLayout();
  const network = createPolicyNetwork(layout);
  const build = (graph: Graph, weights: Weights) => {
    const input = (name: string): Tensor => graph.input(name, [batch]);
    const { logits, value } = network.apply(weights, graph.input("x", [batch, observations]));
    const logShares = logSoftmax(logits);
    const taken = oneHot(graph.input("action", [batch], "int64"), actions);
    const ratio = exp(subtract(sum(multiply(logShares, taken), [1]), input("before")));
    const advantage = input("advantage");
    const gain = minimum(multiply(ratio, advantage), multiply(clamp(ratio, 0.8, 1.2), advantage));
    const error = mean(square(subtract(reshape(value, [batch]), input("return"))));
    const entropy = negate(mean(sum(multiply(exp(logShares), logShares), [1])));
    const cost = add(negate(mean(gain)), multiply(error, 0.5));
    return { loss: subtract(cost, multiply(entropy, 0.01)) };
  };
  const draws = createDraws(1);
  return {
    name: "ppo",
    what: `32→128→128→{12, 1} tanh, clipped loss, batch ${batch}`,
    samples: batch,
    terms: { layout, build },
    batch: {
      x: draws.floats(batch * observations),
      action: draws.classes(batch, actions),
      before: draws.floats(batch).map((value) => value * 0.1 - 2.5),
      advantage: draws.floats(batch),
      return: draws.floats(batch),
    },
  };
}

function createLstmCase({ lstmSteps: steps, lstmBatch: batch }: CaseSizes): NeuralCase {
  const { features, units, classes } = lstmShape;
  const layout = new ParameterLayout();
  const lstm = createLstm(layout, "lstm", { features, units });
  const head = createDense(layout, "head", { inputs: units, outputs: classes });
  const build = (graph: Graph, weights: Weights) => {
    const { last } = lstm.unroll(weights, graph.input("x", [steps, batch, features]));
    const logits = head(weights, last.hidden);
    return { loss: meanOf(crossEntropy(logits, graph.input("class", [batch], "int64"))) };
  };
  const draws = createDraws(2);
  return {
    name: "lstm",
    what: `${steps} steps of ${features} features, ${units} units, batch ${batch}`,
    samples: batch,
    terms: { layout, build },
    batch: { x: draws.floats(steps * batch * features), class: draws.classes(batch, classes) },
  };
}

/** Kernels of the nine convolutions: features by time. */
export const bookKernels: readonly {
  readonly kernel: readonly [number, number];
  readonly stride: readonly [number, number];
}[] = [
  { kernel: [2, 1], stride: [2, 1] },
  { kernel: [1, 4], stride: [1, 1] },
  { kernel: [1, 4], stride: [1, 1] },
  { kernel: [2, 1], stride: [2, 1] },
  { kernel: [1, 4], stride: [1, 1] },
  { kernel: [1, 4], stride: [1, 1] },
  { kernel: [10, 1], stride: [1, 1] },
  { kernel: [1, 4], stride: [1, 1] },
  { kernel: [1, 4], stride: [1, 1] },
];

function createConvolutionCase({ convolutionBatch: batch }: CaseSizes): NeuralCase {
  const { features, steps, filters, classes } = bookShape;
  const layout = new ParameterLayout();
  const layers = bookKernels.map(({ kernel, stride }, at) =>
    createConvolution2d(layout, `conv${at}`, {
      ...{ channels: at === 0 ? 1 : filters, filters, kernel, stride },
      activation: leakyRelu,
    }),
  );
  const flat = filters * stepsLeft();
  const head = createDense(layout, "head", { inputs: flat, outputs: classes });
  const build = (graph: Graph, weights: Weights) => {
    const books = graph.input("x", [batch, 1, features, steps]);
    const signal = layers.reduce((input, layer) => layer(weights, input), books);
    const logits = head(weights, reshape(signal, [batch, flat]));
    return { loss: meanOf(crossEntropy(logits, graph.input("class", [batch], "int64"))) };
  };
  const draws = createDraws(3);
  return {
    name: "convolution",
    what: `nine layers of ${filters} filters on ${features}×${steps} books, batch ${batch}`,
    samples: batch,
    terms: { layout, build },
    batch: { x: draws.floats(batch * features * steps), class: draws.classes(batch, classes) },
  };
}

/** Steps that are left after all kernels, each taking the whole of what it covers. */
export function stepsLeft(): number {
  return bookKernels.reduce<number>((left, { kernel }) => left - kernel[1] + 1, bookShape.steps);
}

export function createNeuralCases(sizes: CaseSizes = publishedSizes): readonly NeuralCase[] {
  return [createPolicyCase(sizes), createLstmCase(sizes), createConvolutionCase(sizes)];
}
