/**
 * Proximal policy optimisation (Schulman, Wolski, Dhariwal, Radford & Klimov, arXiv 1707.06347), from
 * top to bottom. See docs/models/ppo.md.
 *
 * Everything a run does follows from its options and its seed: seeds of episodes, draws of actions
 * and the order of minibatches depend on (seed, update) alone, so a run that goes on from a
 * checkpoint is the run that was never interrupted.
 */
import { assert } from "../core/assert.ts";
import { createXoshiro128 } from "../core/random/xoshiro128.ts";
import { OutsideError } from "../core/trouble.ts";
import {
  absolute,
  add,
  clamp,
  encodeModel,
  exp,
  floatsOf,
  Graph,
  greater,
  maximum,
  meanOf,
  minimum,
  multiply,
  NetworkSession,
  negate,
  parametersInput,
  square,
  subtract,
  type Tensor,
  Trainer,
  type TrainerState,
  toFloat,
  toOnnx,
  type Weights,
} from "../neural/index.ts";
import { type ActorCritic, createActorCritic } from "./actor-critic.ts";
import { computeAdvantages } from "./advantages.ts";
import { createDistribution } from "./distributions/create-distribution.ts";
import type { Distribution } from "./distributions/distribution.ts";
import type { ActionSpace } from "./environment.ts";
import type { PlayerShape, PolicyVersion, Rollout } from "./rollout.ts";
import { RunningMoments, scaleRows } from "./running-moments.ts";

export interface PpoOptions extends PlayerShape {
  /** Decisions in all; the last update may go a little beyond. */
  readonly decisions: number;
  /** Episodes of one update. */
  readonly episodes: number;
  readonly epochs: number;
  /** Decisions of one step; with memory, of as many whole episodes as fit, and one at least. */
  readonly minibatch: number;
  readonly learningRate: { readonly from: number; readonly to: number };
  /** γ and λ of the advantages. */
  readonly discount: number;
  readonly trace: number;
  /** How far a ratio may move, and a value in deviations of the returns. */
  readonly clip: number;
  readonly valueClip: number;
  readonly valueWeight: number;
  readonly entropyWeight: { readonly from: number; readonly to: number };
  /** Of the latent of shares that are logistic-normal. */
  readonly deviation: { readonly from: number; readonly to: number };
  /** An update stops after the epoch in which the policy has moved further than this. */
  readonly klMax: number;
  readonly gradientNormMax: number;
}

export const ppoDefaults: PpoOptions = {
  decisions: 100_000,
  episodes: 256,
  epochs: 4,
  minibatch: 512,
  learningRate: { from: 5e-4, to: 5e-5 },
  discount: 1,
  trace: 0.97,
  clip: 0.2,
  valueClip: 10,
  valueWeight: 0.5,
  entropyWeight: { from: 0, to: 0 },
  deviation: { from: 1, to: 0.32 },
  klMax: 0.03,
  gradientNormMax: 0.5,
  hidden: [64, 64],
  memory: 0,
  shares: "logistic-normal",
};

/** What is learnt on: something that plays episodes. */
export interface Task {
  readonly features: readonly string[];
  readonly actions: ActionSpace;
  /** Decisions of the longest episode. */
  readonly horizon: number;
  /** One episode a seed, in their order. */
  play(version: PolicyVersion, seeds: readonly number[]): Promise<Rollout>;
}

/** All that a run carries from update to update. */
export interface PpoState {
  readonly update: number;
  readonly decisions: number;
  readonly episodes: number;
  readonly trainer: TrainerState;
  readonly observations: RunningMoments;
  readonly returns: RunningMoments;
}

export interface PpoMetrics {
  readonly update: number;
  readonly decisions: number;
  readonly episodes: number;
  /** Means over the update's episodes. */
  readonly score: number;
  readonly reward: number;
  readonly length: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly policyLoss: number;
  readonly valueLoss: number;
  /** Share of the targets' variance that the value knew before the update. */
  readonly explained: number;
  readonly entropy: number;
  readonly kl: number;
  /** Share of ratios beyond the clip. */
  readonly clipped: number;
  readonly gradientNorm: number;
  readonly epochs: number;
  readonly learningRate: number;
  readonly deviation: number;
}

export interface PpoRun {
  readonly network: ActorCritic;
  readonly distribution: Distribution;
  readonly state: PpoState;
  /** The policy as it is now; without deviation it plays its best. */
  version(deviation?: number): PolicyVersion;
  /** Plays, learns, and says what came of it; undefined once all decisions are spent. */
  update(): Promise<PpoMetrics | undefined>;
  close(): Promise<void>;
}

/** @param from a state to go on from, of a run with the same task, options and seed */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: an update is read from top to bottom.
export async function startPpo(
  task: Task,
  options: PpoOptions,
  seed: number,
  from?: PpoState,
): Promise<PpoRun> {
  const { features, actions, horizon } = task;
  const size = features.length;
  const distribution = createDistribution(actions, options.shares);
  const network = createActorCritic(size, distribution.headLength, options);
  // What is learnt from together: single decisions, or with memory what led to them as well.
  const steps = options.memory === 0 ? 1 : horizon;
  const minibatch = Math.max(1, Math.floor(options.minibatch / steps)) * steps;
  const plan: Plan = { ...options, size, distribution, network, steps, minibatch };
  const trainer = await Trainer.open(createTraining(plan), from?.trainer ?? seed);
  const critic = await openCritic(plan);
  let state: PpoState = {
    update: from?.update ?? 0,
    decisions: from?.decisions ?? 0,
    episodes: from?.episodes ?? 0,
    trainer: trainer.state,
    observations: from?.observations ?? new RunningMoments(size),
    returns: from?.returns ?? new RunningMoments(1),
  };
  const version = (deviation = 0): PolicyVersion => ({
    ...{ parameters: trainer.parameters, deviation, scaling: state.observations.scaling() },
    seed: seed * 1_000_003 + state.update,
  });

  // biome-ignore lint/complexity/noExcessiveLinesPerFunction: the same.
  const update = async (): Promise<PpoMetrics | undefined> => {
    const done = state.decisions / options.decisions;
    if (done >= 1) return undefined;
    const along = ({ from, to }: { from: number; to: number }): number => from + (to - from) * done;

    // 1. Play. The first update only looks around: nothing is scaled before something was seen.
    const deviation = along(options.deviation);
    const seeds = Array.from({ length: options.episodes }, (_, at) =>
      trainingSeed(seed, state.episodes + at),
    );
    const rollout = await task.play(version(deviation), seeds);
    const { lengths } = rollout;
    const isPlayed = (row: number): boolean => row % horizon < lengths[Math.floor(row / horizon)];
    const rows = playedRows(rollout, isPlayed);
    checkRollout(rollout, features, rows);
    const scaling = state.observations.scaling();
    const scaled = new Float32Array(rollout.observations.length);
    scaleRows(scaling, rollout.observations, scaled);

    // 2. Judge: rewards in deviations of the returns, what the value says, advantages.
    state.returns.addRows(episodeReturns(rollout), () => true);
    const unit = state.returns.deviation(0);
    const rewards = rollout.rewards.map((reward) => reward / unit);
    const values = await critic.evaluate(trainer.parameters, scaled);
    const judged = computeAdvantages({ rewards, lengths, horizon }, values, options);
    standardise(judged.advantages, rows);

    // 3. Learn, epoch by epoch, until the policy has moved far enough.
    const random = createXoshiro128((seed * 7919 + state.update) >>> 0);
    const learningRate = along(options.learningRate);
    const totals = new Map<string, number>();
    const starts = steps === 1 ? rows : Int32Array.from(lengths, (_, at) => at * horizon);
    let epochs = 0;
    let kl = 0;
    while (epochs < options.epochs && kl <= options.klMax) {
      shuffle(starts, () => random.uniform());
      let [batches, moved] = [0, 0];
      const together = minibatch / steps;
      for (let first = 0; first < starts.length; first += together) {
        const batch = gatherBatch(starts.subarray(first, first + together), plan, {
          ...{ rollout, isPlayed, scaled, values, judged },
          entropyWeight: along(options.entropyWeight),
          logDeviation: Math.log(deviation),
        });
        const found = await trainer.step(batch, learningRate);
        checkStep(found, state.update);
        for (const [name, value] of Object.entries(found)) {
          totals.set(name, (totals.get(name) ?? 0) + value);
        }
        totals.set("batches", (totals.get("batches") ?? 0) + 1);
        moved += found.kl;
        batches++;
      }
      kl = moved / batches;
      epochs++;
    }

    // 4. Take in what was seen, for the next update.
    state.observations.addRows(rollout.observations, isPlayed);
    state = {
      ...state,
      update: state.update + 1,
      decisions: state.decisions + rows.length,
      episodes: state.episodes + rollout.episodes,
      trainer: trainer.state,
    };
    const meanOfSteps = (name: string): number =>
      (totals.get(name) ?? Number.NaN) / (totals.get("batches") ?? 1);
    return {
      ...{ update: state.update, decisions: state.decisions, episodes: state.episodes },
      ...summarise(rollout, rows),
      policyLoss: meanOfSteps("policy-loss"),
      valueLoss: meanOfSteps("value-loss"),
      explained: explainedShare(values, judged.targets, rows),
      entropy: meanOfSteps("entropy"),
      kl,
      clipped: meanOfSteps("clipped"),
      gradientNorm: meanOfSteps("gradientNorm"),
      ...{ epochs, learningRate, deviation },
    };
  };
  return {
    ...{ network, distribution },
    get state() {
      return state;
    },
    version,
    update,
    close: async () => {
      await trainer.close();
      await critic.close();
    },
  };
}

/** Episodes to learn on: far from the seeds that policies are chosen and judged on. */
export function trainingSeed(seed: number, episode: number): number {
  return (seed + 1) * 10_000_000 + episode;
}

/** The options, and what follows from them and from the task. */
interface Plan extends PpoOptions {
  readonly size: number;
  readonly distribution: Distribution;
  readonly network: ActorCritic;
  /** Decisions that follow each other in a minibatch. */
  readonly steps: number;
}

/** The loss of one minibatch, as a graph. */
function createTraining(plan: Plan) {
  const { network, distribution, minibatch: rows, steps } = plan;
  const { clip, valueClip, valueWeight, gradientNormMax } = plan;
  const build = (graph: Graph, weights: Weights) => {
    const column = (name: string): Tensor => graph.input(name, [rows]);
    const scalar = (name: string): Tensor => graph.input(name, [1]);
    const observations = graph.input("observation", [rows, plan.size]);
    const mask = column("mask");
    const choice = distribution.isDiscrete
      ? graph.input("choice", [rows], "int64")
      : graph.input("choice", [rows, distribution.choiceLength]);
    const head = network.policy(weights, observations, steps);
    const logDeviation = distribution.hasSchedule ? scalar("log-deviation") : undefined;
    const found = distribution.describe(head, choice, logDeviation);

    const logRatio = multiply(subtract(found.logDensity, column("log-density")), mask);
    const ratio = exp(logRatio);
    const advantage = column("advantage");
    const gain = minimum(
      multiply(ratio, advantage),
      multiply(clamp(ratio, 1 - clip, 1 + clip), advantage),
    );
    const policyLoss = negate(meanOf(gain, mask));

    const [before, target] = [column("value"), column("target")];
    const value = network.value(weights, observations, steps);
    const near = add(before, clamp(subtract(value, before), -valueClip, valueClip));
    const error = maximum(square(subtract(value, target)), square(subtract(near, target)));
    const valueLoss = meanOf(error, mask);

    const entropy = meanOf(found.entropy, mask);
    const cost = add(policyLoss, multiply(valueLoss, valueWeight));
    const loss = meanOf(subtract(cost, multiply(entropy, scalar("entropy-weight"))));
    // Schulman's estimate (r − 1) − log r: never negative, and zero where nothing has moved.
    const kl = meanOf(subtract(subtract(ratio, 1), logRatio), mask);
    const isClipped = toFloat(greater(absolute(subtract(ratio, 1)), clip));
    const clipped = meanOf(isClipped, mask);
    return {
      loss,
      metrics: { "policy-loss": policyLoss, "value-loss": valueLoss, entropy, kl, clipped },
    };
  };
  return { layout: network.layout, build, adam: { epsilon: 1e-5, normMax: gradientNormMax } };
}

/** What the value says of many observations, a minibatch at a time. */
async function openCritic({ network, size, minibatch: rows, steps }: Plan) {
  const graph = new Graph();
  const { weights } = network.layout.bind(graph);
  const value = network.value(weights, graph.input("observation", [rows, size]), steps);
  const session = await NetworkSession.open(encodeModel(toOnnx({ outputs: { value } })), {
    refusesNaN: false,
  });
  return {
    evaluate: async (parameters: Float32Array, scaled: Float32Array): Promise<Float32Array> => {
      const count = scaled.length / size;
      const values = new Float32Array(count);
      const observation = new Float32Array(rows * size);
      for (let from = 0; from < count; from += rows) {
        const part = scaled.subarray(from * size, (from + rows) * size);
        observation.fill(0).set(part);
        const found = await session.run({ [parametersInput]: parameters, observation });
        values.set(floatsOf(found, "value").subarray(0, count - from), from);
      }
      return values;
    },
    close: () => session.close(),
  };
}

interface BatchSource {
  readonly rollout: Rollout;
  readonly isPlayed: (row: number) => boolean;
  readonly scaled: Float32Array;
  readonly values: Float32Array;
  readonly judged: { readonly advantages: Float32Array; readonly targets: Float32Array };
  readonly entropyWeight: number;
  readonly logDeviation: number;
}

/** Rows of a rollout side by side, those that follow each start with it; the rest is masked. */
function gatherBatch(starts: Int32Array, plan: Plan, source: BatchSource) {
  const { minibatch, size, steps, distribution } = plan;
  const { rollout, isPlayed, scaled, values, judged } = source;
  const width = distribution.choiceLength;
  const rows = new Int32Array(minibatch);
  const mask = new Float32Array(minibatch);
  const observation = new Float32Array(minibatch * size);
  const choices = new Float32Array(minibatch * width);
  for (let at = 0; at < minibatch; at++) {
    const start = Math.floor(at / steps);
    const isThere = start < starts.length && isPlayed(starts[start] + (at % steps));
    // What is masked is computed too: it copies a decision that makes sense.
    const row = isThere ? starts[start] + (at % steps) : (starts[start] ?? starts[0]);
    rows[at] = row;
    mask[at] = isThere ? 1 : 0;
    observation.set(scaled.subarray(row * size, (row + 1) * size), at * size);
    choices.set(rollout.choices.subarray(row * width, (row + 1) * width), at * width);
  }
  const pick = (column: Float32Array): Float32Array =>
    Float32Array.from(rows, (row) => column[row]);
  return {
    observation,
    choice: distribution.isDiscrete ? Int32Array.from(choices) : choices,
    mask,
    "log-density": pick(rollout.logDensities),
    advantage: pick(judged.advantages),
    value: pick(values),
    target: pick(judged.targets),
    ...(distribution.hasSchedule ? { "log-deviation": Float32Array.of(source.logDeviation) } : {}),
    "entropy-weight": Float32Array.of(source.entropyWeight),
  };
}

function playedRows({ rewards }: Rollout, isPlayed: (row: number) => boolean): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < rewards.length; row++) if (isPlayed(row)) rows.push(row);
  return Int32Array.from(rows);
}

function episodeReturns({ rewards, lengths, horizon }: Rollout): Float32Array {
  return Float32Array.from(lengths, (length, episode) => {
    let sum = 0;
    for (let step = 0; step < length; step++) sum += rewards[episode * horizon + step];
    return sum;
  });
}

/** Mean 0 and deviation 1 over the rows that were played. */
function standardise(column: Float32Array, rows: Int32Array): void {
  const moments = new RunningMoments(1);
  for (const row of rows) moments.addRows(column.subarray(row, row + 1), () => true);
  const [mean, deviation] = [moments.mean[0], moments.deviation(0)];
  for (const row of rows) column[row] = (column[row] - mean) / deviation;
}

/** Fisher and Yates. */
function shuffle(rows: Int32Array, uniform: () => number): void {
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(uniform() * (at + 1));
    [rows[at], rows[other]] = [rows[other], rows[at]];
  }
}

function explainedShare(values: Float32Array, targets: Float32Array, rows: Int32Array): number {
  const [all, left] = [new RunningMoments(1), new RunningMoments(1)];
  for (const row of rows) {
    all.addRows(targets.subarray(row, row + 1), () => true);
    left.addRows(Float32Array.of(targets[row] - values[row]), () => true);
  }
  return 1 - left.squares[0] / Math.max(all.squares[0], 1e-12);
}

function summarise(rollout: Rollout, rows: Int32Array) {
  const sum = (values: Float32Array | Float64Array): number => {
    let total = 0;
    for (const value of values) total += value;
    return total;
  };
  const { episodes, scores, figures, rewards } = rollout;
  return {
    score: sum(scores) / episodes,
    reward: sum(rewards) / episodes,
    length: rows.length / episodes,
    figures: Object.fromEntries(
      Object.entries(figures).map(([name, values]) => [name, sum(values) / episodes]),
    ),
  };
}

/** @throws OutsideError `TRAINING_DIVERGED` naming the feature and the decision */
function checkRollout(
  { observations, rewards, horizon }: Rollout,
  features: readonly string[],
  rows: Int32Array,
): void {
  const size = features.length;
  for (const row of rows) {
    for (let at = 0; at < size; at++) {
      const value = observations[row * size + at];
      if (Number.isFinite(value)) continue;
      throw diverged(
        `found ${value} in ${features[at]} at decision ${row % horizon}, expected a number`,
      );
    }
    if (Number.isFinite(rewards[row])) continue;
    throw diverged(
      `found a reward of ${rewards[row]} at decision ${row % horizon}, expected a number`,
    );
  }
}

/** @throws OutsideError `TRAINING_DIVERGED` where the loss is no number any more */
function checkStep(found: Readonly<Record<string, number>>, update: number): void {
  assert("loss" in found && "kl" in found, "a training step says its loss and how far it moved");
  const strange = Object.entries(found).find(([, value]) => !Number.isFinite(value));
  if (strange === undefined) return;
  throw diverged(`found ${strange[0]} ${strange[1]} in update ${update + 1}, expected a number`);
}

function diverged(message: string): OutsideError {
  return new OutsideError("TRAINING_DIVERGED", message, { canRetry: false });
}
