/** `metaorder tune`: a baseline's options, chosen on training and validation seeds. */
import type { Command } from "commander";
import colors from "picocolors";
import { stringify } from "yaml";
import { OutsideError, UsageError } from "../../core/trouble.ts";
import {
  combineGrid,
  findEdges,
  type GridAxis,
  objectiveOf,
  type PolicyResult,
  rankResults,
  type TuningObjective,
  tuningObjectives,
} from "../../evaluation/index.ts";
import {
  addEvaluationOptions,
  computeEvaluation,
  type EvaluateOptions,
  planEvaluation,
  writeReport,
} from "../evaluate-world.ts";
import { wholeNumber } from "../order-options.ts";
import { createTable } from "../table.ts";
import { commandLine, writeWhole } from "../write-file.ts";
import { collect } from "./worlds.ts";

interface TuneOptions extends EvaluateOptions {
  readonly policy: string;
  readonly grid: readonly string[];
  readonly objective: string;
  readonly finalists: string;
  readonly validationEpisodes: string;
  readonly validationSeed: string;
  readonly out?: string;
  readonly allowEdge?: boolean;
}

const example = `
Examples:
  metaorder tune --policy pov --grid rate=0.2,0.3,0.4 --grid placement=touch,peg,cross
  metaorder tune --world cw/tactical --policy house-twap --grid slice=5s,15s,30s --episodes 2000 \\
    --out configs/baselines/cw-tactical-house-twap.yaml

Every combination meets the training seeds; the best few meet the validation seeds, and the best
there is chosen. --report shows the finalists on the validation seeds. Keep test seeds for the claim: by default they are below 100,000.`;

export function addTuneCommand(program: Command): void {
  const command = program
    .command("tune")
    .description(
      "tune a baseline's options: a grid on training seeds, the best on validation seeds",
    )
    .requiredOption("--policy <name>", "the policy, with options that stay as they are")
    .option(
      "--grid <option=v1,v2>",
      "an option and its values in order; may be repeated",
      collect,
      [],
    )
    .option("--objective <name>", `what is made small: ${tuningObjectives.join(", ")}`, "mean")
    .option("--finalists <count>", "combinations that meet the validation seeds", "3")
    .option("--validation-episodes <count>", "as many as --episodes where not given")
    .option("--validation-seed <number>", "first validation seed", "200001")
    .option("--out <file>", "write what was chosen as YAML")
    .option("--allow-edge", "write it even where an option lies at the end of its values")
    .addHelpText("after", example);
  addEvaluationOptions(command, { world: "house", episodes: "32" });
  command.setOptionValueWithSource("seed", "100001", "default");
  command.action(tune);
}

async function tune(options: TuneOptions): Promise<void> {
  const axes = options.grid.map(parseAxis);
  const objective = parseObjective(options.objective);
  const finalists = wholeNumber("--finalists", options.finalists, 1);
  const names = combineGrid(options.policy, axes);
  const training = await evaluate(options, names);
  const validationOptions = {
    ...options,
    seed: options.validationSeed,
    episodes: options.validationEpisodes ?? options.episodes,
  };
  checkSeeds(training.plan.setup, validationOptions);
  const trained = rankResults(training.results, objective);
  const best = trained.slice(0, finalists).map(({ policy }) => policy);
  const validation = await evaluate(validationOptions, best);
  const validated = rankResults(validation.results, objective);
  const [chosen] = validated;
  if (chosen === undefined) return;
  const edges = findEdges(chosen.policy, axes);
  const outcome = { training, validation, objective, trained, validated, chosen, edges };
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify(toDocument(outcome), undefined, 2)}\n`
      : toText(outcome),
  );
  if (options.report !== undefined) {
    await writeReport(validation.evaluation, options.report, options.json === true);
  }
  if (options.out === undefined) return;
  if (edges.length > 0 && options.allowEdge !== true) {
    const message = `--out: found ${edges.join(", ")} at the end of its values, expected an optimum inside: widen --grid, or give --allow-edge`;
    throw new OutsideError("OPTIMUM_ON_EDGE", message, { canRetry: false });
  }
  const document = { madeBy: commandLine(process.argv.slice(2)), ...toDocument(outcome) };
  process.stderr.write(`tuned: ${writeWhole(options.out, stringify(document))}\n`);
}

interface Tuning {
  readonly training: Awaited<ReturnType<typeof evaluate>>;
  readonly validation: Awaited<ReturnType<typeof evaluate>>;
  readonly objective: TuningObjective;
  readonly trained: readonly PolicyResult[];
  readonly validated: readonly PolicyResult[];
  readonly chosen: PolicyResult;
  readonly edges: readonly string[];
}

async function evaluate(options: TuneOptions, policies: readonly string[]) {
  const plan = await planEvaluation({ ...options, policies: policies.join(",") });
  const evaluation = await computeEvaluation(plan, options.set);
  return { plan, evaluation, results: evaluation.results };
}

function checkSeeds(
  { firstSeed, episodes }: { readonly firstSeed: number; readonly episodes: number },
  validation: { readonly seed: string; readonly episodes: string },
): void {
  const first = wholeNumber("--validation-seed", validation.seed, 0);
  const count = wholeNumber("--validation-episodes", validation.episodes, 2);
  if (first < firstSeed + episodes && firstSeed < first + count) {
    const expected = `none of the training seeds ${firstSeed} to ${firstSeed + episodes - 1}`;
    throw new UsageError(
      `--validation-seed: found ${first} to ${first + count - 1}, expected ${expected}`,
    );
  }
}

function toDocument({
  training,
  validation,
  objective,
  trained,
  validated,
  chosen,
  edges,
}: Tuning) {
  const row = (result: PolicyResult) => ({
    policy: result.policy,
    objectiveBps: objectiveOf(result, objective),
    meanBps: result.shortfallBps.mean,
    standardErrorBps: result.shortfallBps.standardError,
    cvar95Bps: result.cvar95Bps,
    completion: result.completion,
  });
  const { file } = training.plan;
  return {
    world: file.name,
    worldHash: file.hash,
    objective,
    policy: chosen.policy,
    edges,
    trainingSeeds: training.plan.seeds,
    validationSeeds: validation.plan.seeds,
    training: trained.map(row),
    validation: validated.map(row),
  };
}

function toText(tuning: Tuning): string {
  const { chosen, edges, objective } = tuning;
  const { trainingSeeds, validationSeeds, world } = toDocument(tuning);
  const span = ({ from, to }: { from: number; to: number }): string => `${from} to ${to}`;
  const lines = [
    `${colors.bold(world)}, by ${objective === "mean" ? "mean cost" : "CVaR 95"}`,
    table(`training seeds ${span(trainingSeeds)}`, tuning.trained),
    table(`validation seeds ${span(validationSeeds)}`, tuning.validated),
    `chosen: ${colors.green(chosen.policy)}`,
  ];
  if (edges.length > 0) {
    const text = `${edges.join(", ")} lies at the end of its values: the optimum may lie beyond; widen --grid`;
    lines.push(colors.yellow(text));
  }
  return `${lines.join("\n")}\n`;
}

function table(title: string, results: readonly PolicyResult[]): string {
  const found = createTable([title, "cost", "± se", "CVaR 95", "done"]);
  for (const { policy, shortfallBps, cvar95Bps, completion } of results) {
    const { mean, standardError } = shortfallBps;
    found.push([
      ...[policy, mean.toFixed(2), standardError.toFixed(2), cvar95Bps.toFixed(2)],
      `${(completion * 100).toFixed(1)} %`,
    ]);
  }
  return found.toString();
}

function parseAxis(text: string): GridAxis {
  const [option = "", values = ""] = text.split(/=(.*)/s);
  const list = values.split(",").map((value) => value.trim());
  if (option === "" || list.some((value) => value === "")) {
    throw new UsageError(`--grid: found ${text}, expected option=value,value such as rate=0.1,0.2`);
  }
  return { option, values: list };
}

function parseObjective(text: string): TuningObjective {
  const found = tuningObjectives.find((name) => name === text);
  if (found !== undefined) return found;
  const expected = `one of ${tuningObjectives.join(", ")}`;
  throw new UsageError(`--objective: found ${text}, expected ${expected}`);
}
