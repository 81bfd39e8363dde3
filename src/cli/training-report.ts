/** From a training to its report. */
import { join } from "node:path";
import { renderTrainingReport } from "../analytics/report/render-training-report.ts";
import type { LearningCurve, TrainingReport } from "../analytics/report/training-report.ts";
import type { PpoMetrics } from "../learning/index.ts";
import { loadTrainingWorld, scoreUnitOf } from "./train-environment.ts";
import type { FinishedTraining } from "./train-policy.ts";
import { commandLine, writeWhole } from "./write-file.ts";

/** @returns where it was written */
export function writeTrainingReport(training: FinishedTraining): string {
  return writeWhole(
    join(training.folder.path, "report.html"),
    renderTrainingReport(toReport(training)),
  );
}

function toReport(training: FinishedTraining): TrainingReport {
  const { config, seed, folder, outcome, features, parts, seconds, threads } = training;
  const file = loadTrainingWorld(config);
  const curve = curveOf(training);
  return {
    title: config.title,
    description: config.description.trim(),
    scoreUnit: scoreUnitOf(file.world),
    seed,
    decisions: outcome.run.state.decisions,
    played: curve("score", "mean score of the episodes of an update", ({ score }) => score),
    validations: folder.validations(),
    baselines: training.baselines,
    curves: [
      curve("KL", "how far an update moved the policy", ({ kl }) => kl),
      curve("clipped", "share of ratios beyond the clip", ({ clipped }) => clipped),
      curve("explained", "share of returns the value foresaw", ({ explained }) => explained),
      curve("entropy", "of the distribution of actions", ({ entropy }) => entropy),
      curve("gradient", "norm before clipping", ({ gradientNorm }) => gradientNorm),
      curve("length", "decisions of an episode", ({ length }) => length),
    ],
    facts: [
      ["World", `${config.world}, hash ${file.hash}`],
      ["Actions", parts.join(", ")],
      ["Features", features.join(", ")],
      ["Learner", JSON.stringify(config.ppo)],
      ["Time", `${seconds.toFixed(0)} s on ${threads} ${threads === 1 ? "thread" : "threads"}`],
    ],
    generatedBy: commandLine(process.argv.slice(2)),
  };
}

function curveOf({ folder }: FinishedTraining) {
  const updates = folder.updates();
  return (name: string, what: string, pick: (metrics: PpoMetrics) => number): LearningCurve => ({
    ...{ name, what },
    decisions: updates.map(({ decisions }) => decisions),
    values: updates.map(pick),
  });
}
