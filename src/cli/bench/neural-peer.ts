/**
 * The same training steps in `@jax-js/jax`, where it is installed: the same parameters, the same
 * batch, the same loss, differentiated and compiled by it. Its arrays are counted: `.ref` keeps one
 * for another use.
 */
import { adamSchedule } from "../../neural/index.ts";
import {
  bookKernels,
  bookShape,
  lstmShape,
  type NeuralCase,
  policyShape,
  stepsLeft,
} from "./neural-cases.ts";

type Jax = typeof import("@jax-js/jax");
type PeerArray = import("@jax-js/jax").Array;
type Arrays = Record<string, PeerArray>;

/** One step after the other; gives the loss before the step. */
export interface NeuralPeer {
  readonly name: string;
  step(learningRate: number): Promise<number>;
}

/** @returns undefined where it is not installed */
export async function loadNeuralPeer(): Promise<Jax | undefined> {
  try {
    const jax = await import("@jax-js/jax");
    jax.defaultDevice("wasm");
    return jax;
  } catch {
    return undefined;
  }
}

/** The case with these first parameters, ready to step. */
export function createNeuralPeer(
  jax: Jax,
  neuralCase: NeuralCase,
  parameters: Float32Array,
): NeuralPeer {
  const { layout } = neuralCase.terms;
  const array = (values: Float32Array, shape: readonly number[]): PeerArray =>
    jax.numpy.array(Float32Array.from(values), { shape: [...shape] });
  const each = (valuesOf: (offset: number, size: number) => Float32Array): Arrays =>
    Object.fromEntries(
      layout.parameters.map(({ name, shape, offset }) => {
        const size = shape.reduce((product, dimension) => product * dimension, 1);
        return [name, array(valuesOf(offset, size), shape)];
      }),
    );
  let weights = each((offset, size) => parameters.slice(offset, offset + size));
  let means = each((_, size) => new Float32Array(size));
  let variances = each((_, size) => new Float32Array(size));
  const batch = createBatch(jax, neuralCase);
  const loss = losses[neuralCase.name]?.(jax);
  if (loss === undefined) throw new RangeError(`the peer knows no ${neuralCase.name}`);
  const move = jax.jit(createStep(jax, loss));
  let steps = 0;
  return {
    name: neuralCase.name,
    step: async (learningRate) => {
      const schedule = array(adamSchedule(++steps, learningRate), [3]);
      const kept = jax.tree.ref(batch) as Arrays;
      const [cost, ...state] = move(weights, means, variances, kept, schedule) as [
        PeerArray,
        Arrays,
        Arrays,
        Arrays,
      ];
      [weights, means, variances] = state;
      await jax.blockUntilReady([jax.tree.ref(weights)]);
      return Number((await cost.data())[0]);
    },
  };
}

function createBatch(jax: Jax, { name, batch, samples }: NeuralCase): Arrays {
  const { numpy: np, nn } = jax;
  const classes = name === "ppo" ? policyShape.actions : lstmShape.classes;
  return Object.fromEntries(
    Object.entries(batch).map(([key, data]) => {
      if (data instanceof Int32Array) {
        return [key, nn.oneHot(np.array(Int32Array.from(data)), classes)];
      }
      const shape = key === "x" ? inputShape(name, data.length, samples) : [data.length];
      return [key, np.array(Float32Array.from(data as Float32Array), { shape })];
    }),
  );
}

function inputShape(name: string, size: number, samples: number): number[] {
  if (name === "ppo") return [samples, policyShape.observations];
  if (name === "convolution") return [samples, 1, bookShape.features, bookShape.steps];
  const { features } = lstmShape;
  return [size / samples / features, samples, features];
}

type Loss = (weights: Arrays, batch: Arrays) => PeerArray;

function createStep(jax: Jax, loss: Loss) {
  const { numpy: np, tree, valueAndGrad } = jax;
  return (
    weights: Arrays,
    means: Arrays,
    variances: Arrays,
    batch: Arrays,
    schedule: PeerArray,
  ): [PeerArray, Arrays, Arrays, Arrays] => {
    const [cost, slopes] = valueAndGrad(loss)(tree.ref(weights) as Arrays, batch) as [
      PeerArray,
      Arrays,
    ];
    const part = (at: number): PeerArray => schedule.ref.slice(at);
    const next: [Arrays, Arrays, Arrays] = [{}, {}, {}];
    for (const [name, weight] of Object.entries(weights)) {
      const slope = slopes[name]!;
      const mean = means[name]!.mul(0.9).add(slope.ref.mul(0.1));
      const variance = variances[name]!.mul(0.999).add(np.square(slope).mul(0.001));
      const deviation = np.sqrt(variance.ref.mul(part(2))).add(1e-8);
      const change = mean.ref.mul(part(1)).div(deviation).mul(part(0));
      next[0][name] = weight.sub(change);
      next[1][name] = mean;
      next[2][name] = variance;
    }
    schedule.dispose();
    return [cost, ...next];
  };
}

/** Mean cross-entropy of logits against rows of zeros and a one. */
function crossEntropy({ numpy: np, nn }: Jax, logits: PeerArray, classes: PeerArray): PeerArray {
  return np.mean(np.sum(nn.logSoftmax(logits, -1).mul(classes), 1)).neg();
}

const losses: Record<string, (jax: Jax) => Loss> = {
  ppo: (jax) => (weights, batch) => {
    const { numpy: np, nn } = jax;
    const w = (name: string): PeerArray => weights[name]!;
    const b = (name: string): PeerArray => batch[name]!;
    const dense = (input: PeerArray, name: string): PeerArray =>
      np.dot(input, w(`${name}/weights`)).add(w(`${name}/bias`));
    const signal = np.tanh(dense(np.tanh(dense(b("x"), "hidden1")), "hidden2"));
    const logShares = nn.logSoftmax(dense(signal.ref, "policy"), -1);
    const value = dense(signal, "value").reshape([-1]);
    const ratio = np.exp(np.sum(logShares.ref.mul(b("action")), 1).sub(b("before")));
    const advantage = b("advantage");
    const clipped = np.clip(ratio.ref, 0.8, 1.2).mul(advantage.ref);
    const gain = np.mean(np.minimum(ratio.mul(advantage), clipped));
    const error = np.mean(np.square(value.sub(b("return"))));
    const entropy = np.mean(np.sum(np.exp(logShares.ref).mul(logShares), 1)).neg();
    return error.mul(0.5).sub(gain).sub(entropy.mul(0.01));
  },
  lstm: (jax) => (weights, batch) => {
    const { numpy: np, nn } = jax;
    const { units, features } = lstmShape;
    const input = batch.x!;
    const [steps = 0, rows = 0] = input.shape;
    const [recurrence, matrix] = [weights["lstm/recurrence"]!, weights["lstm/weights"]!];
    const projected = np
      .dot(input.reshape([steps * rows, features]), matrix)
      .add(weights["lstm/bias"]!)
      .reshape([steps, rows, 4 * units]);
    let hidden = np.zeros([rows, units]);
    let cell = np.zeros([rows, units]);
    for (let step = 0; step < steps; step++) {
      const sums = np.dot(hidden, recurrence.ref).add(projected.ref.slice(step));
      const gate = (at: number): PeerArray => sums.ref.slice([], [at * units, (at + 1) * units]);
      const proposed = nn.sigmoid(gate(0)).mul(np.tanh(gate(3)));
      cell = nn.sigmoid(gate(2)).mul(cell).add(proposed);
      hidden = nn.sigmoid(gate(1)).mul(np.tanh(cell.ref));
      sums.dispose();
    }
    for (const array of [cell, recurrence, projected]) array.dispose();
    const logits = np.dot(hidden, weights["head/weights"]!).add(weights["head/bias"]!);
    return crossEntropy(jax, logits, batch.class!);
  },
  convolution: (jax) => (weights, batch) => {
    const { numpy: np, nn, lax } = jax;
    const { filters } = bookShape;
    const signal = bookKernels.reduce((input, { stride }, at) => {
      const kernels = weights[`conv${at}/weights`]!;
      const bias = weights[`conv${at}/bias`]!.reshape([1, filters, 1, 1]);
      const sum = lax.convGeneralDilated(input, kernels, [...stride], "VALID").add(bias);
      return nn.leakyRelu(sum, 0.01);
    }, batch.x!);
    const flat = signal.reshape([-1, filters * stepsLeft()]);
    const logits = np.dot(flat, weights["head/weights"]!).add(weights["head/bias"]!);
    return crossEntropy(jax, logits, batch.class!);
  },
};
