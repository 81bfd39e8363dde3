/** What an evaluation looks like to people (tables) and to programs (JSON). */
import colors from "picocolors";
import { createHasher } from "../core/hash.ts";
import { formatTimeOfDay } from "../core/time.ts";
import { columnOf, type EpisodeRows, type PolicyResult } from "../evaluation/index.ts";
import type { ParentOrder } from "../execution/index.ts";
import { sideName } from "../market/side.ts";
import { modelReferenceOf } from "./policy-list.ts";
import { createTable } from "./table.ts";
import type { WorldFile } from "./world-file.ts";

/** One thing the market had to show before any result counts. */
export interface ValidityRule {
  readonly rule: string;
  readonly found: string;
  readonly isMet: boolean;
}

/** Episodes in which the news were of one kind. */
export interface Stratum {
  readonly news: string;
  readonly episodes: number;
  readonly policies: readonly PolicyResult[];
}

/** A finished evaluation, ready to be shown. */
export interface Evaluation {
  readonly file: WorldFile;
  readonly changes: readonly string[];
  readonly parent: ParentOrder;
  readonly episodes: number;
  readonly seeds: { readonly from: number; readonly to: number };
  readonly baseline: string;
  readonly effectBps?: number;
  readonly rows: readonly EpisodeRows[];
  readonly results: readonly PolicyResult[];
  readonly validity: readonly ValidityRule[];
  /** The same by kind of news, where there are several. */
  readonly strata: readonly Stratum[];
  /** Where theory knows the answer: mean and standard deviation by policy, bps. */
  readonly closedForm?: Readonly<
    Record<string, { readonly meanBps: number; readonly sdBps: number }>
  >;
}

/** 16 hexadecimal digits over every run, in the order of policies and seeds. */
function hashOf(rows: readonly EpisodeRows[]): string {
  const hasher = createHasher();
  for (const policy of rows) {
    for (const field of ["hashHigh", "hashLow", "shortfallBps"] as const) {
      for (const value of columnOf(policy, field)) hasher.addNumber(value);
    }
  }
  return hasher.hex();
}

/** The document of `--json`; costs in basis points, positive hurts. */
export function evaluationJson(evaluation: Evaluation): unknown {
  const { file, changes, parent, episodes, seeds, results, validity, rows } = evaluation;
  return {
    world: file.name,
    worldHash: file.hash,
    set: changes,
    order: {
      side: sideName(parent.side),
      quantity: parent.quantityLots,
      start: formatTimeOfDay(parent.startNs),
      end: formatTimeOfDay(parent.endNs),
    },
    episodes,
    seeds,
    baseline: evaluation.baseline,
    policies: results,
    ...(evaluation.strata.length === 0 ? {} : { strata: evaluation.strata.map(stratumJson) }),
    ...(evaluation.closedForm === undefined ? {} : { closedForm: evaluation.closedForm }),
    marketValidity: { isValid: validity.every(({ isMet }) => isMet), rules: validity },
    hash: hashOf(rows),
  };
}

function stratumJson({ news, episodes, policies }: Stratum): unknown {
  return {
    news,
    episodes,
    policies: policies.map(({ policy, shortfallBps, pairedVsTwapBps }) => ({
      policy,
      shortfallBps,
      ...(pairedVsTwapBps === undefined ? {} : { pairedVsTwapBps }),
    })),
  };
}

/** The tables and the lines around them. */
export function evaluationText(evaluation: Evaluation): string {
  const { file, parent, episodes, seeds, changes } = evaluation;
  const head = [
    `${colors.bold(file.name)}: ${sideName(parent.side)} ${parent.quantityLots.toLocaleString("en-US")}` +
      `  ${formatTimeOfDay(parent.startNs)} – ${formatTimeOfDay(parent.endNs)}` +
      `  ${episodes.toLocaleString("en-US")} ${episodes === 1 ? "episode" : "episodes"}, seeds ${seeds.from} to ${seeds.to}`,
    ...(changes.length === 0 ? [] : [colors.yellow(`with ${changes.join(", ")}`)]),
  ];
  const paired = pairedTable(evaluation);
  return [
    ...head,
    costTable(evaluation),
    ...(paired === undefined ? [] : [paired]),
    ...(evaluation.strata.length === 0 ? [] : [strataTable(evaluation)]),
    ...notes(evaluation).map((note) => colors.dim(note)),
    "",
  ].join("\n");
}

function costTable({ results, closedForm }: Evaluation): string {
  const parts = (["delay", "spread", "impact", "timing", "opportunity", "fees"] as const).filter(
    (name) => results.some((result) => Math.abs(result.parts[name]) >= 0.005),
  );
  const hasReward = results.some(({ rewardTicksPerLot }) => rewardTicksPerLot !== undefined);
  const table = createTable([
    ...["policy", "cost", "± se", "CVaR 95", ...parts],
    ...(closedForm === undefined ? ["done", "of volume", "passive"] : ["closed form"]),
    ...(hasReward ? ["reward", "± se", "sd"] : []),
  ]);
  const cheapest = Math.min(...results.map(({ shortfallBps }) => shortfallBps.mean));
  for (const result of results) {
    const { mean, standardError } = result.shortfallBps;
    const reward = result.rewardTicksPerLot;
    const theory = closedForm?.[result.policy];
    table.push([
      result.policy,
      mean === cheapest ? colors.green(fixed(mean)) : fixed(mean),
      fixed(standardError),
      fixed(result.cvar95Bps),
      ...parts.map((name) => fixed(result.parts[name])),
      ...(theory === undefined
        ? [doneText(result.completion), percent(result.participation), percent(result.passiveShare)]
        : [fixed(theory.meanBps)]),
      ...(reward === undefined
        ? []
        : [fixed(reward.mean, 3), fixed(reward.standardError, 3), fixed(reward.sd, 3)]),
    ]);
  }
  return table.toString();
}

function pairedTable({ results, baseline, effectBps, episodes }: Evaluation): string | undefined {
  if (results.every(({ pairedVsTwapBps }) => pairedVsTwapBps === undefined)) return undefined;
  const needed = effectBps === undefined ? [] : [`n for ${effectBps} bps`];
  const table = createTable([
    ...[`against ${baseline}`, "difference", "95 % interval", "bootstrap", "p (Holm)"],
    ...["wins", "var ratio", ...needed],
  ]);
  for (const { policy, pairedVsTwapBps: pair } of results) {
    if (pair === undefined) continue;
    const [low, high] = pair.ci95;
    const text = fixed(pair.mean);
    const coloured = high < 0 ? colors.green(text) : low > 0 ? colors.red(text) : text;
    table.push([
      ...[policy, coloured, interval(pair.ci95), interval(pair.bootstrap95)],
      pair.holmPValue < 0.001 ? "< 0.001" : pair.holmPValue.toFixed(3),
      `${pair.wins.toLocaleString("en-US")} of ${episodes.toLocaleString("en-US")}`,
      pair.varianceRatio === undefined ? "–" : pair.varianceRatio.toFixed(3),
      ...(effectBps === undefined ? [] : [pair.episodesNeeded?.toLocaleString("en-US") ?? "–"]),
    ]);
  }
  return table.toString();
}

/** Costs by kind of news, and the difference to the baseline within each. */
function strataTable({ strata, results }: Evaluation): string {
  const table = createTable([
    "by news",
    ...strata.map(({ news, episodes }) => `${news} (${episodes.toLocaleString("en-US")})`),
  ]);
  for (const [at, { policy }] of results.entries()) {
    const cells = strata.map(({ policies }) => {
      const found = policies[at];
      const pair = found?.pairedVsTwapBps;
      const cost = fixed(found?.shortfallBps.mean ?? Number.NaN);
      return pair === undefined ? cost : `${cost} (${interval(pair.ci95)})`;
    });
    table.push([policy, ...cells]);
  }
  return table.toString();
}

function notes({ results, validity, rows, effectBps, closedForm, strata }: Evaluation): string[] {
  const impact =
    closedForm === undefined
      ? "impact: our displacement of the mid, from a twin run of the same seed without us; timing: the rest."
      : "impact: temporary and permanent, given the schedule; timing: what the price did.";
  const lines = [
    `Basis points of arrival notional, means over seeds; positive is a cost. ${impact}`,
  ];
  if (results.some(({ rewardTicksPerLot }) => rewardTicksPerLot !== undefined)) {
    lines.push(
      "reward: ticks a lot over the far touch at the start, as published; higher is better.",
    );
  }
  if (results.some(({ pairedVsTwapBps }) => pairedVsTwapBps !== undefined)) {
    lines.push(
      "difference: on the same seeds, below 0 is cheaper. var ratio: variance of the paired difference " +
        "over that of independent runs.",
    );
  }
  for (const { policy, description } of results) {
    if (modelReferenceOf(policy) !== undefined) lines.push(`${policy}: ${description}`);
  }
  if (strata.length > 0) {
    lines.push("by news: mean cost, and the 95 % interval of the difference to the baseline.");
  }
  if (effectBps !== undefined) {
    lines.push(`n: paired episodes that show ${effectBps} bps with 80 % power at 5 %, one-sided.`);
  }
  const rules = validity.map(({ rule, found, isMet }) => `${isMet ? "✓" : "✗"} ${rule} (${found})`);
  return [...lines, `valid market: ${rules.join("; ")}`, `hash ${hashOf(rows)}`];
}

function fixed(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}

function interval([low, high]: readonly [number, number]): string {
  return `${fixed(low)} … ${fixed(high)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Rounded down, so that 100 % means all of it. */
function doneText(share: number): string {
  return percent(Math.floor(share * 1000 + 1e-9) / 1000);
}
