/** A training from its configuration to its model: what `metaorder train` does. */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { OutsideError, UsageError } from "../core/trouble.ts";
import {
  type ActionSpace,
  exportPolicy,
  parseTrainingConfig,
  RolloutPool,
  type TrainingConfig,
  type TrainingHooks,
  type TrainingOutcome,
  train,
} from "../learning/index.ts";
import { encodeModel, writeModel } from "../neural/index.ts";
import { writePolicyUse } from "../policies/index.ts";
import { readRevision } from "./git-revision.ts";
import { type Progress, withProgress } from "./progress.ts";
import { loadTrainingWorld, policyUseOf } from "./train-environment.ts";
import { type Baseline, computeBaselines } from "./training-baselines.ts";
import { TrainingFolder } from "./training-folder.ts";
import type { WorldFile } from "./world-file.ts";
import { commandLine } from "./write-file.ts";
import { openYaml } from "./yaml-file.ts";

export interface TrainRequest {
  readonly configPath: string;
  readonly config: TrainingConfig;
  readonly seed: number;
  readonly out: string;
  readonly threads: number;
  readonly resumes: boolean;
}

export interface FinishedTraining extends TrainRequest {
  readonly world: WorldFile;
  readonly folder: TrainingFolder;
  readonly outcome: TrainingOutcome;
  readonly features: readonly string[];
  readonly actions: ActionSpace;
  readonly parts: readonly string[];
  readonly baselines: readonly Baseline[];
  readonly seconds: number;
}

/**
 * @throws UsageError, OutsideError, InputError on a configuration that cannot be read or makes no
 *   sense, with file, line and path
 */
export function loadTrainingConfig(path: string, changes: readonly string[]): TrainingConfig {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `cannot read the configuration ${path}: ${reason}`;
    throw new OutsideError("CANNOT_READ", message, { canRetry: false, cause });
  }
  const file = openYaml(relative(process.cwd(), path), text, changes);
  const outcome = parseTrainingConfig(file.value);
  if (outcome.kind === "refused") throw file.refuse(outcome.problems);
  return outcome.config;
}

/** Copies of the environment in a thread: enough to share a pass, few enough to stay in its cache. */
const slots = 8;

/** @throws UsageError, OutsideError before anything is played where the world or the folder is none */
export async function trainPolicy(request: TrainRequest): Promise<FinishedTraining> {
  const { config, seed, out, threads, resumes } = request;
  const world = await inConfiguration(request, () => loadTrainingWorld(config));
  const folder = TrainingFolder.open(out, resumes);
  const baselines = await inConfiguration(request, () => computeBaselines(config, world, threads));
  const setup = { setup: config, shape: config.ppo, slots };
  const file = new URL("./train-worker.ts", import.meta.url);
  const pool = await RolloutPool.open(file, setup, threads);
  const seconds = startWatch(folder);
  const plan = { options: config.ppo, seed, run: JSON.stringify(config), ...config };
  try {
    const outcome = await withProgress(`training, seed ${seed}`, (progress) => {
      const hooks = createHooks(request, folder, seconds, progress);
      return train(pool, plan, hooks, folder.checkpoint);
    });
    const { features, actions } = pool;
    const parts = actions.kind === "simplex" ? actions.parts : actions.names;
    const found = { world, folder, outcome, features, actions, parts, baselines };
    return { ...request, ...found, seconds: seconds() };
  } finally {
    await pool.close();
  }
}

/** What was typed in the configuration, not as an option, is told so. */
async function inConfiguration<Result>(
  { configPath }: TrainRequest,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    throw new UsageError(`${configPath}: ${cause.message.replace(/^--/, "")}`);
  }
}

/** Seconds of training, those before a break included. */
function startWatch(folder: TrainingFolder): () => number {
  const before = folder.updates().at(-1)?.seconds ?? 0;
  const start = performance.now();
  return () => before + Math.round(performance.now() - start) / 1000;
}

function createHooks(
  { config }: TrainRequest,
  folder: TrainingFolder,
  seconds: () => number,
  progress: Pick<Progress, "update">,
): TrainingHooks {
  let score = Number.NaN;
  return {
    onUpdate: (metrics) => {
      const { decisions, entropy, kl } = metrics;
      folder.add({ kind: "update", seconds: seconds(), ...metrics });
      const rate = Math.round(decisions / Math.max(1e-3, seconds()));
      progress.update(
        Math.min(1, decisions / config.ppo.decisions),
        `${rate.toLocaleString("en-US")} decisions/s, score ${metrics.score.toFixed(3)}, ` +
          `validation ${score.toFixed(3)}, entropy ${entropy.toFixed(2)}, KL ${kl.toFixed(4)}`,
      );
    },
    onValidation: (validation) => {
      score = validation.score;
      folder.add({ kind: "validation", ...validation });
    },
    onCheckpoint: (bytes) => folder.save(bytes),
  };
}

/** The best policy as a model with its manifest, in the training's folder. */
export async function saveModel(training: FinishedTraining): Promise<string> {
  const { config, configPath, seed, outcome, features, out, seconds } = training;
  const { best, run } = outcome;
  const { validation } = best;
  const bytes = encodeModel(exportPolicy(run, best.version));
  const use = policyUseOf(config, training.world.world);
  const target = join(out, "model");
  await writeModel(target, modelNameOf(configPath), bytes, {
    version: `seed-${seed}`,
    created: new Date().toISOString(),
    features,
    ...(use === undefined ? {} : { use: writePolicyUse(use) }),
    training: {
      data: `world ${config.world}${config.set.length === 0 ? "" : ` with ${config.set.join(", ")}`}`,
      seeds: [seed],
      command: commandLine(process.argv.slice(2)),
      gitRevision: readRevision(),
    },
    metrics: {
      validationScore: validation.score,
      validationStandardError: validation.standardError,
      validationEpisodes: config.validation.episodes,
      decisions: validation.decisions,
      trainingSeconds: seconds,
    },
  });
  return target;
}

/** `cw-noise-20` of `configs/cw-noise-20.yaml`. */
export function modelNameOf(configPath: string): string {
  const name = configPath.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/, "");
  const sound = name.toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-");
  return sound.replace(/^-+/, "") || "policy";
}
