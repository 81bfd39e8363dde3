/** From an evaluation to its report. */
import type { EvaluationReport } from "../analytics/report/evaluation-report.ts";
import { renderEvaluationReport } from "../analytics/report/render-evaluation-report.ts";
import {
  columnOf,
  computeProfileBands,
  type EpisodeRows,
  inventoryPoints,
  type PolicyResult,
  participationBins,
} from "../evaluation/index.ts";
import type { Evaluation } from "./evaluation-output.ts";
import { instrumentOf } from "./world-work.ts";
import { commandLine } from "./write-file.ts";

export function renderEvaluation(evaluation: Evaluation): string {
  const { file, parent, episodes, seeds, rows, results, validity, baseline } = evaluation;
  const { symbol, tickSize } = instrumentOf(file.world);
  const policies = rows.map((policyRows, at) => {
    const result = results[at];
    if (result === undefined) throw new RangeError("every policy has its result");
    return policyOf(policyRows, result, evaluation);
  });
  const report: EvaluationReport = {
    title: `${file.world.title}: ${episodes.toLocaleString("en-US")} episodes`,
    generatedBy: commandLine(process.argv.slice(2)),
    world: { name: file.name, description: file.world.description.trim(), hash: file.hash },
    instrument: { symbol, tickSize },
    parent,
    seeds,
    episodes,
    notes: evaluation.changes.map((change) => `Changed: ${change}`),
    validity,
    baseline,
    policies,
    ...(evaluation.effectBps === undefined ? {} : { effectBps: evaluation.effectBps }),
  };
  return renderEvaluationReport(report);
}

function policyOf(
  rows: EpisodeRows,
  result: PolicyResult,
  { parent, rows: all, baseline }: Evaluation,
): EvaluationReport["policies"][number] {
  const costsBps = columnOf(rows, "shortfallBps");
  const { pairedVsTwapBps: pair, rewardTicksPerLot } = result;
  const base = all.find(({ policy }) => policy === baseline);
  const bands = computeProfileBands(rows);
  const durationNs = parent.endNs - parent.startNs;
  const gridOf = (count: number, stepNs: number): number[] =>
    Array.from({ length: count }, (_, at) => parent.startNs + at * stepNs);
  const { mean, standardError, ci95 } = result.shortfallBps;
  const { p05: q05, p25: q25, p50: q50, p75: q75, p95: q95, mean: left } = bands.inventory;
  const intervalNs = durationNs / participationBins;
  return {
    policy: result.policy,
    description: result.description,
    costsBps,
    ...{ mean, standardError, ci95, cvar95Bps: result.cvar95Bps },
    completion: result.completion,
    participation: result.participation,
    passiveShare: result.passiveShare,
    parts: result.parts,
    ...(rewardTicksPerLot === undefined ? {} : { rewardTicksPerLot }),
    ...(pair === undefined || base === undefined
      ? {}
      : {
          paired: {
            ...pair,
            differencesBps: differences(costsBps, columnOf(base, "shortfallBps")),
          },
        }),
    inventory: {
      timeNs: gridOf(inventoryPoints, durationNs / (inventoryPoints - 1)),
      ...{ q05, q25, q50, q75, q95, mean: left },
    },
    participationProfile: {
      timeNs: gridOf(participationBins, intervalNs),
      intervalNs,
      share: bands.participation,
    },
  };
}

function differences(first: Float64Array, second: Float64Array): Float64Array {
  return first.map((value, at) => value - (second[at] ?? Number.NaN));
}
