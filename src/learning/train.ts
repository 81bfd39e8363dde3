/**
 * A whole training: updates, now and then a look at validation seeds, the best policy kept, and a
 * checkpoint after each of these. Files are the caller's.
 */
import { createOnlineMoments } from "../core/statistics/online-moments.ts";
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from "./checkpoint.ts";
import { type PpoMetrics, type PpoOptions, type PpoRun, startPpo, type Task } from "./ppo.ts";
import type { PolicyVersion } from "./rollout.ts";

export interface TrainingPlan {
  readonly options: PpoOptions;
  readonly seed: number;
  /** What must be the same for a checkpoint to fit: such as the JSON of a configuration. */
  readonly run: string;
  readonly validation: ValidationPlan;
}

export interface ValidationPlan {
  /** Updates from one look to the next; the last update is always looked at. */
  readonly every: number;
  readonly episodes: number;
  readonly firstSeed: number;
}

/** What a policy without deviation gets on the validation seeds. */
export interface Validation {
  readonly update: number;
  readonly decisions: number;
  readonly score: number;
  readonly standardError: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly isBest: boolean;
}

export interface TrainingHooks {
  readonly onUpdate?: (metrics: PpoMetrics) => void;
  readonly onValidation?: (validation: Validation) => void;
  /** After every validation; what it throws ends the training. */
  readonly onCheckpoint?: (bytes: Uint8Array, updates: number) => void;
  /** Asked before every update. */
  readonly isStopped?: () => boolean;
}

export interface TrainingOutcome {
  /** The best on the validation seeds. */
  readonly best: BestPolicy;
  readonly run: PpoRun;
  /** False where it was stopped before all decisions were spent. */
  readonly isFinished: boolean;
}

export interface BestPolicy {
  readonly validation: Validation;
  readonly version: PolicyVersion;
}

/** The best policy as a checkpoint holds it. */
interface StoredBest {
  readonly validation: Validation;
  readonly seed: number;
  readonly parameters: string;
  readonly mean: string;
  readonly deviation: string;
}

/**
 * @param from bytes of a checkpoint of the same plan
 * @throws OutsideError where the checkpoint does not fit or numbers are none any more
 */
export async function train(
  task: Task,
  { options, seed, run: description, validation }: TrainingPlan,
  hooks: TrainingHooks,
  from?: Uint8Array,
): Promise<TrainingOutcome> {
  const head = { run: description, seed };
  const known =
    from === undefined ? undefined : decodeCheckpoint<{ best: StoredBest | null }>(from, head);
  const run = await startPpo(task, options, seed, known?.state);
  const stored = known?.extra.best ?? undefined;
  let best = stored === undefined ? undefined : restoreBest(stored);
  let isFinished = run.state.decisions >= options.decisions;
  // Before anything is learnt: what an untrained policy gets, and a policy to fall back on.
  if (best === undefined) best = await validate(task, run, validation, hooks, undefined);
  while (!isFinished && hooks.isStopped?.() !== true) {
    const metrics = await run.update();
    if (metrics === undefined) break;
    hooks.onUpdate?.(metrics);
    isFinished = run.state.decisions >= options.decisions;
    if (!isFinished && metrics.update % validation.every !== 0) continue;
    best = await validate(task, run, validation, hooks, best);
    const extra = { best: storeBest(best) };
    const checkpoint: Checkpoint<typeof extra> = { head, state: run.state, extra };
    hooks.onCheckpoint?.(encodeCheckpoint(checkpoint), run.state.update);
  }
  return { best, run, isFinished };
}

async function validate(
  task: Task,
  run: PpoRun,
  { episodes, firstSeed }: ValidationPlan,
  { onValidation }: TrainingHooks,
  best: BestPolicy | undefined,
): Promise<BestPolicy> {
  const version = run.version();
  const seeds = Array.from({ length: episodes }, (_, at) => firstSeed + at);
  const { scores, figures } = await task.play(version, seeds);
  const moments = createOnlineMoments();
  for (const score of scores) moments.add(score);
  const means = Object.entries(figures).map(([name, values]) => {
    return [name, values.reduce((sum, value) => sum + value, 0) / episodes] as const;
  });
  const validation: Validation = {
    ...{ update: run.state.update, decisions: run.state.decisions },
    ...{ score: moments.mean, standardError: moments.standardError },
    figures: Object.fromEntries(means),
    isBest: best === undefined || moments.mean > best.validation.score,
  };
  onValidation?.(validation);
  if (best !== undefined && !validation.isBest) return best;
  return { validation, version: { ...version, parameters: version.parameters.slice() } };
}

const toText = (column: Float32Array): string =>
  Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString("base64");

function toColumn(text: string): Float32Array {
  return new Float32Array(Uint8Array.from(Buffer.from(text, "base64")).buffer);
}

function storeBest({ validation, version }: BestPolicy): StoredBest {
  const { parameters, scaling, seed } = version;
  return {
    ...{ validation, seed, parameters: toText(parameters) },
    ...{ mean: toText(scaling.mean), deviation: toText(scaling.deviation) },
  };
}

function restoreBest({ validation, seed, parameters, mean, deviation }: StoredBest): BestPolicy {
  const scaling = { mean: toColumn(mean), deviation: toColumn(deviation) };
  return {
    validation,
    version: { parameters: toColumn(parameters), scaling, deviation: 0, seed },
  };
}
