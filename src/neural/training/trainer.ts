/**
 * Trains a network: holds parameters and optimiser state, and moves them with every batch. What it
 * does is decided by its terms, its first parameters and the batches alone.
 */
import { assert } from "../../core/assert.ts";
import { encodeModel } from "../onnx/encode-model.ts";
import { type FeedData, floatsOf, type Inference, type Results } from "../runtime/inference.ts";
import { NetworkSession, type SessionOptions } from "../runtime/session.ts";
import { adamSchedule } from "./adam.ts";
import {
  batchShareInput,
  buildGradientStep,
  buildTrainingStep,
  buildUpdateStep,
  gradientInput,
  next,
  scheduleInput,
  stateInputs,
  type TrainingTerms,
} from "./training-step.ts";

/** Inputs of the objective's graph, by name. */
export type Batch = Readonly<Record<string, FeedData>>;

/** What one step said, by name: `loss`, the objective's metrics, and after a move `gradientNorm`. */
export type StepResult = Readonly<Record<string, number>>;

/** Everything that a step changes. */
export interface TrainerState {
  readonly parameters: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
  /** Moves so far. */
  readonly steps: number;
}

const { parameters: parametersName, mean: meanName, variance: varianceName } = stateInputs;

export class Trainer {
  readonly #terms: TrainingTerms;
  readonly #options: SessionOptions;
  readonly #step: Inference;
  #parts: { readonly gradient: Inference; readonly update: Inference } | undefined;
  #state: TrainerState;

  private constructor(
    terms: TrainingTerms,
    options: SessionOptions,
    step: Inference,
    state: TrainerState,
  ) {
    this.#terms = terms;
    this.#options = options;
    this.#step = step;
    this.#state = state;
  }

  /**
   * @param start a state to go on from, or a seed for the first parameters
   * @throws OutsideError where the provider is not there
   */
  static async open(
    terms: TrainingTerms,
    start: TrainerState | number,
    options: SessionOptions = {},
  ): Promise<Trainer> {
    const { layout } = terms;
    const state =
      typeof start === "number"
        ? {
            parameters: layout.initialize(start),
            mean: new Float32Array(layout.size),
            variance: new Float32Array(layout.size),
            steps: 0,
          }
        : start;
    assert(state.parameters.length === layout.size, "a trainer's state fits its layout");
    const step = await openSession(encodeModel(buildTrainingStep(terms)), options);
    return new Trainer(terms, options, step, state);
  }

  get state(): TrainerState {
    return this.#state;
  }

  get parameters(): Float32Array {
    return this.#state.parameters;
  }

  /** One batch, one move. */
  async step(batch: Batch, learningRate: number): Promise<StepResult> {
    const state = this.#stateFeeds(learningRate);
    return this.#take(await this.#step.run({ ...batch, ...state }));
  }

  /** One move by the mean gradient of several batches, each of the same weight. */
  async stepOver(batches: readonly Batch[], learningRate: number): Promise<StepResult> {
    const { gradient, update } = await this.#openParts();
    let sum: Float32Array = new Float32Array(this.#terms.layout.size);
    const totals = new Map<string, number>();
    const share = Float32Array.of(1 / batches.length);
    for (const batch of batches) {
      const feeds = {
        [parametersName]: this.parameters,
        [gradientInput]: sum,
        [batchShareInput]: share,
      };
      const found = await gradient.run({ ...batch, ...feeds });
      sum = floatsOf(found, next(gradientInput));
      for (const [name, value] of scalarsOf(found)) {
        totals.set(name, (totals.get(name) ?? 0) + value / batches.length);
      }
    }
    const feeds = { [gradientInput]: sum, ...this.#stateFeeds(learningRate) };
    return { ...Object.fromEntries(totals), ...this.#take(await update.run(feeds)) };
  }

  async close(): Promise<void> {
    await this.#step.close();
    await this.#parts?.gradient.close();
    await this.#parts?.update.close();
  }

  async #openParts(): Promise<{ readonly gradient: Inference; readonly update: Inference }> {
    this.#parts ??= {
      gradient: await openSession(encodeModel(buildGradientStep(this.#terms)), this.#options),
      update: await openSession(encodeModel(buildUpdateStep(this.#terms)), this.#options),
    };
    return this.#parts;
  }

  #stateFeeds(learningRate: number): Batch {
    const { parameters, mean, variance, steps } = this.#state;
    return {
      [parametersName]: parameters,
      [meanName]: mean,
      [varianceName]: variance,
      [scheduleInput]: adamSchedule(steps + 1, learningRate, this.#terms.adam),
    };
  }

  #take(found: Results): StepResult {
    this.#state = {
      parameters: floatsOf(found, next(parametersName)),
      mean: floatsOf(found, next(meanName)),
      variance: floatsOf(found, next(varianceName)),
      steps: this.#state.steps + 1,
    };
    return Object.fromEntries(scalarsOf(found));
  }
}

function openSession(bytes: Uint8Array, options: SessionOptions): Promise<Inference> {
  // Losses may well become NaN; whoever trains looks at them.
  return NetworkSession.open(bytes, { ...options, refusesNaN: false });
}

function scalarsOf(found: Results): [string, number][] {
  return Object.entries(found).flatMap(([name, data]) =>
    data.length === 1 && !name.endsWith(next("")) ? [[name, Number(data[0])]] : [],
  );
}
