/** Evaluates policies in a world and shows what came of it: what `run` and `evaluate` share. */
import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { UsageError } from "../core/trouble.ts";
import {
  columnOf,
  comparePolicies,
  type EpisodeRows,
  episodeRowLength,
  type LinearSchedule,
  linearChunk,
} from "../evaluation/index.ts";
import type { ParentOrder } from "../execution/index.ts";
import type { World } from "../simulation/worlds/world.ts";
import { collect } from "./commands/worlds.ts";
import { type Evaluation, evaluationJson, evaluationText } from "./evaluation-output.ts";
import { judgeMarket, judgeTheory } from "./judge-market.ts";
import { computeClosedForms, createLinearOrder } from "./linear-work.ts";
import { withPolicyModels } from "./model-policies.ts";
import {
  addWorldOrderOptions,
  type OrderOptions,
  type WorldOrderOptions,
  wholeNumber,
} from "./order-options.ts";
import { withProgress } from "./progress.ts";
import { loadWorld, type WorldFile } from "./world-file.ts";
import {
  completeOptions,
  createOrderRequest,
  newsKindsOf,
  runEpisodes,
  type WorldSetup,
} from "./world-work.ts";
import { writeWhole } from "./write-file.ts";

export interface EvaluateOptions extends WorldOrderOptions {
  readonly world: string;
  readonly episodes: string;
  readonly workers?: string;
  readonly effect?: string;
  readonly set: readonly string[];
}

export function addEvaluationOptions(
  command: Command,
  presets: { readonly world?: string; readonly episodes: string },
): Command {
  const worldText = "the world, by name or path; see `metaorder worlds list`";
  if (presets.world === undefined) command.requiredOption("--world <name>", worldText);
  else command.option("--world <name>", worldText, presets.world);
  command
    .option("--set <path=value>", "change a value of the world; may be repeated", collect, [])
    .option("--episodes <count>", "episodes, each with a seed of its own", presets.episodes)
    .option("--workers <count>", "threads; does not change any result; one a core")
    .option("--effect <bps>", "say how many episodes would show a difference of this size");
  return addWorldOrderOptions(command);
}

/** Everything an evaluation is, before anything has run. */
export interface EvaluationPlan {
  readonly file: WorldFile;
  readonly options: OrderOptions;
  readonly parent: ParentOrder;
  readonly setup: WorldSetup;
  /** Of the random draws: one an episode, or one a chunk of linear trajectories. */
  readonly seeds: { readonly from: number; readonly to: number };
  readonly policies: readonly { readonly name: string; readonly description: string }[];
  readonly workers: number;
  readonly effectBps?: number;
}

/**
 * @throws UsageError on options that make no sense, OutsideError on a world or a model that is none
 */
export async function planEvaluation(asked: EvaluateOptions): Promise<EvaluationPlan> {
  const file = loadWorld(asked.world, asked.set);
  const { world } = file;
  const completed = completeOptions(asked, world);
  // In a linear world there are no models, which is said where its order is made.
  const options = world.kind === "linear" ? completed : await withPolicyModels(completed);
  const episodes = wholeNumber("--episodes", asked.episodes, 2);
  const firstSeed = wholeNumber("--seed", options.seed, 0);
  const workers =
    asked.workers === undefined
      ? availableParallelism()
      : wholeNumber("--workers", asked.workers, 1);
  const { parent, policies } = createOrder(world, options);
  checkNames(policies.map(({ name }) => name));
  // Seeds come in chunks that suit the workers; trajectories in chunks that are part of the result.
  const isLinear = world.kind === "linear";
  const chunk = isLinear
    ? linearChunk
    : Math.max(1, Math.min(50, Math.floor(episodes / (8 * workers))));
  const seedCount = isLinear ? Math.ceil(episodes / linearChunk) : episodes;
  return {
    file,
    options,
    parent,
    setup: { worldPath: file.path, world, options, firstSeed, episodes, chunk },
    seeds: { from: firstSeed, to: firstSeed + seedCount - 1 },
    policies,
    workers,
    ...(asked.effect === undefined ? {} : { effectBps: parseEffect(asked.effect) }),
  };
}

function checkNames(names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return;
  throw new UsageError(`--policies: found ${twice} twice, expected each once`);
}

function createOrder(
  world: World,
  options: OrderOptions,
): Pick<EvaluationPlan, "parent" | "policies"> {
  if (world.kind === "linear") {
    const { parent, schedules } = createLinearOrder(world, options);
    const named = ({ policy, description }: LinearSchedule) => ({ name: policy, description });
    return { parent, policies: schedules.map(named) };
  }
  const { parent, policies } = createOrderRequest(world, options);
  return { parent, policies: policies.map(({ name, description }) => ({ name, description })) };
}

export async function computeEvaluation(
  plan: EvaluationPlan,
  changes: readonly string[],
): Promise<Evaluation> {
  const { file, parent, setup, seeds, policies, workers, effectBps } = plan;
  const rows = await withProgress("evaluating", (progress) =>
    runEpisodes(setup, workers, policies, progress),
  );
  const names = policies.map(({ name }) => name);
  const baseline =
    names.find((name) => name === "twap") ?? names.find((name) => name.startsWith("twap")) ?? "";
  const effect = effectBps === undefined ? {} : { effectBps };
  const compared = { baseline, seed: setup.firstSeed, hasReward: isPublished(file.world) };
  const results = comparePolicies(rows, { ...compared, ...effect });
  const strata = newsKindsOf(file.world).flatMap((news, kind) => {
    const chosen = chooseEpisodes(rows, kind);
    const count = (chosen[0]?.values.length ?? 0) / episodeRowLength;
    if (count < 2) return [];
    return [{ news, episodes: count, policies: comparePolicies(chosen, compared) }];
  });
  const { world, options, episodes } = setup;
  const head = {
    file,
    changes,
    parent,
    episodes,
    seeds,
    baseline,
    ...effect,
    rows,
    results,
    strata,
  };
  if (world.kind !== "linear") {
    return { ...head, validity: judgeMarket(rows, world, file.path, parent) };
  }
  const closedForm = computeClosedForms(createLinearOrder(world, options));
  return { ...head, closedForm, validity: judgeTheory(results, closedForm) };
}

/** Prints an evaluation, and writes its report where one is asked for. */
export async function showEvaluation(
  evaluation: Evaluation,
  options: { readonly json?: boolean; readonly report?: string },
): Promise<void> {
  const isJson = options.json === true;
  // The result first: a report that cannot be written must not take it along.
  process.stdout.write(
    isJson
      ? `${JSON.stringify(evaluationJson(evaluation), undefined, 2)}\n`
      : evaluationText(evaluation),
  );
  if (options.report !== undefined) await writeReport(evaluation, options.report, isJson);
}

/** Writes the HTML report of an evaluation, and says where unless it is to be quiet. */
export async function writeReport(
  evaluation: Evaluation,
  file: string,
  isQuiet = false,
): Promise<void> {
  // Drawing takes a large library, which no other command should have to load.
  const { renderEvaluation } = await import("./evaluation-report.ts");
  const path = writeWhole(file, renderEvaluation(evaluation));
  if (!isQuiet) process.stderr.write(`report: ${path}\n`);
}

/** The rows of the episodes in which the news were of one kind. */
function chooseEpisodes(rows: readonly EpisodeRows[], newsKind: number): EpisodeRows[] {
  return rows.map((policyRows) => {
    const kinds = columnOf(policyRows, "newsKind");
    const { values } = policyRows;
    const chosen = values.filter((_, at) => kinds[Math.floor(at / episodeRowLength)] === newsKind);
    return { ...policyRows, values: chosen };
  });
}

function isPublished(world: World): boolean {
  return world.kind === "order-book" && world.policies === "cheridito-weiss";
}

function parseEffect(text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value > 0 && value < Number.POSITIVE_INFINITY) return value;
  throw new UsageError(`--effect: found ${text}, expected basis points above 0`);
}
