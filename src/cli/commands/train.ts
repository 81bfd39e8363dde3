/** `metaorder train`: a policy that learns to execute. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import colors from "picocolors";
import type { Validation } from "../../learning/index.ts";
import { wholeNumber } from "../order-options.ts";
import {
  type FinishedTraining,
  loadTrainingConfig,
  modelNameOf,
  saveModel,
  trainPolicy,
} from "../train-policy.ts";
import { commandLine } from "../write-file.ts";
import { collect } from "./worlds.ts";

interface TrainOptions {
  readonly config: string;
  readonly seed: string;
  readonly set: readonly string[];
  readonly out?: string;
  readonly workers?: string;
  readonly resume?: boolean;
  readonly json?: boolean;
}

const example = `
Examples:
  metaorder train --config configs/linear.yaml
  metaorder train --config configs/cw-noise-20.yaml --seed 3 --out out/training/noise-3
  metaorder train --config configs/linear.yaml --set ppo.decisions=20000 --set task.riskAversion=1e-5
  metaorder train --config configs/cw-noise-20.yaml --seed 3 --out out/training/noise-3 --resume

Learns on training seeds, looks at validation seeds now and then, keeps the best, and leaves
metrics.jsonl, checkpoint.bin, report.html and model/ in its folder. What it learnt is judged on
test seeds, which it has never seen: evaluate --policies twap,model:./FOLDER/model.`;

export function addTrainCommand(program: Command): void {
  program
    .command("train")
    .description("train a policy with PPO in a world: checkpoints, learning curves, a model")
    .requiredOption("--config <file>", "what is learnt, and how: see configs/")
    .option("--seed <number>", "of everything that is drawn", "1")
    .option(
      "--set <path=value>",
      "change a value of the configuration; may be repeated",
      collect,
      [],
    )
    .option("--out <folder>", "where the run is kept; out/training/NAME-seed-SEED")
    .option("--workers <count>", "threads that play; does not change any result; one a core")
    .option("--resume", "go on from the run's last checkpoint")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText("after", example)
    .action(trainCommand);
}

async function trainCommand(options: TrainOptions): Promise<void> {
  const seed = wholeNumber("--seed", options.seed, 0);
  const config = loadTrainingConfig(options.config, options.set);
  const threads =
    options.workers === undefined
      ? availableParallelism()
      : wholeNumber("--workers", options.workers, 1);
  const out = options.out ?? join("out", "training", `${modelNameOf(options.config)}-seed-${seed}`);
  const training = await trainPolicy({
    ...{ configPath: options.config, config, seed, out, threads },
    resumes: options.resume === true,
  });
  const model = await saveModel(training);
  // Drawing takes a large library, which no other command should have to load.
  const { writeTrainingReport } = await import("../training-report.ts");
  const report = writeTrainingReport(training);
  await training.outcome.run.close();
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify(toDocument(training, { model, report }), undefined, 2)}\n`
      : toText(training, { model, report }),
  );
}

interface Written {
  readonly model: string;
  readonly report: string;
}

function toDocument(
  { config, seed, outcome, folder, seconds, baselines }: FinishedTraining,
  written: Written,
) {
  const { best, run } = outcome;
  return {
    world: config.world,
    seed,
    decisions: run.state.decisions,
    updates: run.state.update,
    seconds,
    decisionsPerSecond: Math.round(run.state.decisions / seconds),
    best: best.validation,
    untrained: folder.validations()[0],
    baselines,
    validations: folder.validations().map(({ kind: _, ...validation }) => validation),
    folder: folder.path,
    ...written,
  };
}

function toText(
  { config, outcome, folder, seed, seconds, baselines }: FinishedTraining,
  written: Written,
): string {
  const { best, run } = outcome;
  const { decisions } = run.state;
  const rate = Math.round(decisions / seconds).toLocaleString("en-US");
  const first = folder.validations()[0];
  const width = Math.max(9, ...baselines.map(({ policy }) => policy.length));
  return [
    `${colors.bold(config.title)}, seed ${seed}`,
    `${decisions.toLocaleString("en-US")} decisions in ${seconds.toFixed(0)} s, ${rate} a second`,
    `validation seeds ${config.validation.firstSeed} and on, ${config.validation.episodes} episodes:`,
    ...baselines.map(({ policy, score }) => `  ${policy.padEnd(width)} ${score.toFixed(3)}`),
    ...(first === undefined ? [] : [`  ${"untrained".padEnd(width)} ${describe(first)}`]),
    `  ${"kept".padEnd(width)} ${colors.green(describe(best.validation))}, after ${best.validation.decisions.toLocaleString("en-US")} decisions`,
    `model: ${written.model}`,
    `report: ${written.report}`,
    `to keep it: ${commandLine(["models", "import", written.model])}`,
    "",
  ].join("\n");
}

function describe({ score, standardError, figures }: Validation): string {
  const named = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  return [`${score.toFixed(3)} ± ${standardError.toFixed(3)}`, ...named].join(", ");
}
