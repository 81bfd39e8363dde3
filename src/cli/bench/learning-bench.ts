/**
 * How fast a policy is learnt: decisions a second of whole updates (play, judge, learn), in which
 * part of them the time goes, beside what the simulation alone could give; and whether memory stays
 * flat.
 */
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createHasher } from "../../core/hash.ts";
import { computeQuantile } from "../../core/statistics/quantiles.ts";
import {
  type Environment,
  RolloutPool,
  startPpo,
  type Task,
  type TrainingConfig,
  trainingSeed,
} from "../../learning/index.ts";
import { createMarket } from "../../simulation/worlds/create-market.ts";
import { createTrainingEnvironment, loadTrainingWorld } from "../train-environment.ts";

export interface LearningBench {
  readonly world: string;
  readonly threads: number;
  /** End to end, updates included; median over the timed updates. */
  readonly decisionsPerSecond: number;
  /** Of the time of an update: playing episodes; the rest is learning. */
  readonly playShare: number;
  /** What one core gives without a network and without learning. */
  readonly ceiling: {
    /** The market of the episodes alone, with nobody at work in it. */
    readonly marketDecisionsPerSecond: number;
    /** Episodes with a fixed action. */
    readonly environmentDecisionsPerSecond: number;
  };
  /** Heap and buffers, garbage collected, after the warm-up and after all updates. */
  readonly heapMbAfter: readonly [number, number];
  readonly updates: number;
  readonly decisions: number;
  /** Over what was learnt: the same for any number of threads. */
  readonly hash: string;
}

export interface LearningBenchRequest {
  readonly config: TrainingConfig;
  /** Timed updates; two more come before them. */
  readonly updates: number;
  readonly threads?: number;
  /** Hears how far the bench is, from 0 to 1, and how many decisions were made. */
  readonly onProgress?: (share: number, decisions: number) => void;
}

const warmUp = 2;
const seed = 1;

export async function runLearningBench(request: LearningBenchRequest): Promise<LearningBench> {
  const { config, updates, onProgress } = request;
  const threads = request.threads ?? availableParallelism();
  const ceiling = benchCeiling(config);
  const file = new URL("../train-worker.ts", import.meta.url);
  const pool = await RolloutPool.open(
    file,
    { setup: config, shape: config.ppo, slots: 8 },
    threads,
  );
  const options = { ...config.ppo, decisions: Number.MAX_SAFE_INTEGER };
  let played = 0;
  const task: Task = {
    ...{ features: pool.features, actions: pool.actions, horizon: pool.horizon },
    play: async (version, seeds) => {
      const start = performance.now();
      const rollout = await pool.play(version, seeds);
      played += performance.now() - start;
      return rollout;
    },
  };
  const run = await startPpo(task, options, seed);
  try {
    for (let update = 0; update < warmUp; update++) await run.update();
    const before = heapMb();
    const rates: number[] = [];
    const first = run.state.decisions;
    played = 0;
    let seconds = 0;
    for (let update = 0; update < updates; update++) {
      const start = performance.now();
      const made = run.state.decisions;
      await run.update();
      const took = (performance.now() - start) / 1000;
      seconds += took;
      rates.push((run.state.decisions - made) / took);
      onProgress?.((update + 1) / updates, run.state.decisions);
    }
    const hasher = createHasher();
    for (const value of run.state.trainer.parameters) hasher.addNumber(value);
    return {
      ...{ world: config.world, threads, ceiling, updates },
      decisionsPerSecond: Math.round(computeQuantile(rates, 0.5)),
      playShare: Math.round((100 * played) / 1000 / seconds) / 100,
      heapMbAfter: [before, heapMb()],
      decisions: run.state.decisions - first,
      hash: hasher.hex(),
    };
  } finally {
    await run.close();
    await pool.close();
  }
}

/** In this thread, before any other is started. */
function benchCeiling(config: TrainingConfig): LearningBench["ceiling"] {
  const { world } = loadTrainingWorld(config);
  const environment = createTrainingEnvironment(config)();
  const episodes = Math.max(2, Math.round(config.ppo.episodes / 2));
  const decisions = playFixed(environment, episodes);
  const whole = secondsOf(() => playFixed(environment, episodes));
  const environmentDecisionsPerSecond = Math.round(decisions / whole);
  if (world.kind === "linear") {
    return { marketDecisionsPerSecond: Number.NaN, environmentDecisionsPerSecond };
  }
  const market = createMarket(world);
  const runMarket = (): void => {
    for (let episode = 0; episode < episodes; episode++) {
      market.open(trainingSeed(seed, episode));
      market.runTo(world.order.end);
    }
  };
  runMarket();
  const bare = Math.round(decisions / secondsOf(runMarket));
  return { marketDecisionsPerSecond: bare, environmentDecisionsPerSecond };
}

/** Even shares, decision after decision. @returns how many decisions there were */
function playFixed(environment: Environment, episodes: number): number {
  const { actions, features } = environment;
  const observation = new Float32Array(features.length);
  const parts = actions.kind === "simplex" ? actions.parts.length : 1;
  const action = new Float32Array(parts).fill(actions.kind === "simplex" ? 1 / parts : 0);
  let decisions = 0;
  for (let episode = 0; episode < episodes; episode++) {
    environment.reset(trainingSeed(seed, episode), observation);
    do decisions++;
    while (!environment.step(action, observation));
  }
  return decisions;
}

function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function heapMb(): number {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1e5) / 10;
}

/** As people read it. */
export function learningText(bench: LearningBench): string {
  const { ceiling, threads, heapMbAfter } = bench;
  const rate = (perSecond: number): string =>
    Math.round(perSecond).toLocaleString("en-US").padStart(8);
  const [before, after] = heapMbAfter;
  return [
    `${bench.world}, ${bench.updates} updates of ${Math.round(bench.decisions / bench.updates)} decisions, ${threads} threads`,
    `end to end               ${rate(bench.decisionsPerSecond)} decisions/s, ${Math.round(100 * bench.playShare)} % of the time play`,
    `environment, one core    ${rate(ceiling.environmentDecisionsPerSecond)} decisions/s with a fixed action`,
    `market alone, one core   ${rate(ceiling.marketDecisionsPerSecond)} decisions/s`,
    `memory                   ${before} MB after the warm-up, ${after} MB at the end`,
    `hash ${bench.hash}`,
  ].join("\n");
}
