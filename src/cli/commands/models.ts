/** `metaorder models`: trained models, which version of each is current, and what it was made of. */
import { join } from "node:path";
import type { Command } from "commander";
import colors from "picocolors";
import { UsageError } from "../../core/trouble.ts";
import { describeTensor, toVisible } from "../../neural/runtime/inference.ts";
import {
  importModel,
  type ListedModel,
  type ListedVersion,
  listModels,
  promoteModel,
  type ResolvedModel,
  resolveModel,
  rollbackModel,
} from "../../policies/model-registry.ts";
import {
  type PromotionOutcome,
  type PromotionStep,
  readPromotions,
} from "../../policies/promotions.ts";
import { asUsage, modelFolderOf, modelsOption } from "../model-folder.ts";
import { createTable } from "../table.ts";
import { commandLine } from "../write-file.ts";

interface ModelsOptions {
  readonly models?: string;
  readonly json?: boolean;
}

interface ImportOptions extends ModelsOptions {
  readonly name?: string;
  readonly version?: string;
}

interface PromotionOptions extends ModelsOptions {
  readonly reason?: string;
}

/** As many metrics of a version as a line of the list has room for; `show` has all. */
const listedMetrics = 3;

const listExample = `
Examples:
  metaorder models list
  metaorder models list --models ./my-models --json`;
const showExample = `
Examples:
  metaorder models show impact-policy
  metaorder models show impact-policy@1.2.0 --json`;
const importExample = `
Examples:
  metaorder models import out/training/cw-noise-20-seed-1/model
  metaorder models import ./theirs --name impact-policy --version 1.2.0`;
const promoteExample = `
Example:
  metaorder models promote impact-policy 1.2.0 --reason "0.8 bps cheaper on the test seeds"`;
const rollbackExample = `
Example:
  metaorder models rollback impact-policy --reason "costs more in thin markets"`;

export function addModelsCommand(program: Command): void {
  const command = program
    .command("models")
    .description("list, show, import, promote and roll back trained models");
  const add = (nameAndArguments: string, description: string, example: string): Command =>
    command
      .command(nameAndArguments)
      .description(description)
      .option(...modelsOption)
      .option("--json", "print one JSON document on standard output and nothing else")
      .addHelpText("after", example);
  const reason = ["--reason <text>", "why, for the record"] as const;
  add("list", "every model with its versions, sound or not", listExample).action(list);
  add("show", "one model: what it learned from, what it takes and gives, its record", showExample)
    .argument("<model>", "a name from the list, for its current version, or NAME@VERSION")
    .action(show);
  add("import", "copy a trained model in; its files are checked first", importExample)
    .argument("<folder>", "with model.onnx and manifest.json, such as a training leaves")
    .option("--name <name>", "as it is called from now on; its manifest's name")
    .option("--version <version>", "one that is not there yet; its manifest's version")
    .action(importCommand);
  add("promote", "make a version the current one; its files are checked first", promoteExample)
    .argument("<model>", "a name from the list")
    .argument("<version>", "one of its versions")
    .option(...reason)
    .action(promote);
  add("rollback", "go back to the version that was current before", rollbackExample)
    .argument("<model>", "a name from the list")
    .option(...reason)
    .action(rollback);
}

async function list(options: ModelsOptions): Promise<void> {
  const folder = modelFolderOf(options);
  const models = await asUsage(listModels(folder));
  if (options.json === true) {
    print(models.map(toDocument));
    return;
  }
  if (models.length === 0) {
    process.stdout.write(`no models in ${folder}\n`);
    return;
  }
  const table = createTable(["model", "version", "", "made", "metrics"], 5);
  for (const model of models) {
    for (const [at, version] of model.versions.entries()) {
      table.push([at === 0 ? toVisible(model.name) : "", ...versionCells(version, model)]);
    }
  }
  process.stdout.write(`${table.toString()}\n`);
  for (const line of models.flatMap(problemLines)) process.stdout.write(`${colors.red(line)}\n`);
}

function toDocument({ name, current, versions, problem }: ListedModel) {
  const found = versions.find(({ version }) => version === current);
  return {
    ...{ name, current, problem },
    metrics: found?.kind === "sound" ? found.manifest.metrics : null,
    versions: versions.map((one) =>
      one.kind === "sound"
        ? {
            version: one.version,
            created: one.manifest.created,
            metrics: one.manifest.metrics,
            problem: null,
          }
        : { version: one.version, created: null, metrics: null, problem: one.problem },
    ),
  };
}

function versionCells(listed: ListedVersion, { current }: ListedModel): string[] {
  const head = [toVisible(listed.version), listed.version === current ? "current" : ""];
  if (listed.kind === "broken") return [...head, "", colors.red("does not check out, see below")];
  const { created, metrics } = listed.manifest;
  const all = Object.entries(metrics);
  const shown = all.slice(0, listedMetrics).map(([key, value]) => `${key} ${metricText(value, 4)}`);
  const more = all.length - shown.length;
  const text = toVisible(shown.join(", ")) + (more > 0 ? `, ${more} more` : "");
  return [...head, created.slice(0, 10), text];
}

function problemLines({ name, versions, problem }: ListedModel): string[] {
  const lines = versions.flatMap((one) =>
    one.kind === "broken" ? [toVisible(`${name}@${one.version}: ${one.problem}`)] : [],
  );
  return problem === null ? lines : [toVisible(`${name}: ${problem}`), ...lines];
}

async function show(reference: string, options: ModelsOptions): Promise<void> {
  const folder = modelFolderOf(options);
  const model = await asUsage(resolveModel(folder, reference));
  const { path, manifest } = model;
  const { current, history } = await readPromotions(folder, manifest.name);
  const isCurrent = manifest.version === current;
  if (options.json === true) {
    print({ path, isCurrent, manifest, history });
    return;
  }
  const state = isCurrent ? colors.green("current") : `not current, ${current ?? "none"} is`;
  const lines = [
    `${colors.bold(toVisible(`${manifest.name}@${manifest.version}`))}: ${state}`,
    ...columns([...manifestRows(model), ...historyRows(history)]),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

type Row = readonly [label: string, text: string];

function manifestRows({ manifest, path }: ResolvedModel): Row[] {
  const { created, framework, features, training, metrics, file, use = {} } = manifest;
  const describe = (values: typeof manifest.inputs): readonly Row[] =>
    values.map((value) => [value.name, describeTensor(value)]);
  const figures = Object.entries(metrics).map(([name, value]): Row => [name, metricText(value, 6)]);
  const settings = Object.entries(use).map(([name, value]): Row => [name, String(value)]);
  return [
    ["made", `${created} by ${framework.producer}, operators ${framework.opset}`],
    ["revision", training.gitRevision],
    ["trained on", training.data],
    ["seeds", seedsText(training.seeds)],
    ["command", training.command],
    ["features", `${features.names.length}, hash ${features.hash}`],
    ...labelled("inputs", columns(describe(manifest.inputs))),
    ...labelled("outputs", columns(describe(manifest.outputs))),
    ...labelled("use", columns(settings)),
    ...labelled("metrics", columns(figures)),
    ["file", `${join(path, file.name)}, ${file.bytes.toLocaleString("en-US")} bytes`],
    ["SHA-256", file.sha256],
  ];
}

function historyRows(history: readonly PromotionStep[]): Row[] {
  const steps = history.map(({ time, action, version, reason }) => {
    const text = action === "promote" ? `promoted ${version}` : `rolled back to ${version}`;
    return `${time}  ${text}${reason === undefined ? "" : `: ${reason}`}`;
  });
  return labelled("record", steps);
}

/** The label stands before the first text; "none" where there is no text. */
function labelled(label: string, texts: readonly string[]): Row[] {
  if (texts.length === 0) return [[label, "none"]];
  return texts.map((text, at) => [at === 0 ? label : "", text]);
}

function columns(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  return rows.map(([label, text]) => toVisible(`${label.padEnd(width)}${text}`));
}

/** Such as `1 to 5, 9`: seeds that follow each other are told by the first and the last. */
function seedsText(seeds: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const seed of seeds) {
    const last = runs.at(-1);
    if (last !== undefined && seed === last.to + 1) last.to = seed;
    else runs.push({ from: seed, to: seed });
  }
  const texts = runs.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`));
  return texts.length === 0 ? "none" : texts.join(", ");
}

/** Rounded for the eye; the manifest has every digit. */
function metricText(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)));
}

async function importCommand(from: string, options: ImportOptions): Promise<void> {
  const { manifest, path } = await asUsage(importModel(modelFolderOf(options), from, options));
  const { name, version } = manifest;
  if (options.json === true) {
    print({ path, manifest });
    return;
  }
  const place = options.models === undefined ? [] : ["--models", options.models];
  const next = commandLine(["models", "promote", name, version, ...place]);
  const head = colors.bold(toVisible(`${name}@${version}`));
  process.stdout.write(`${head}: copied to ${path}\nto make it current: ${next}\n`);
}

async function promote(name: string, version: string, options: PromotionOptions): Promise<void> {
  const terms = termsOf(options);
  const outcome = await asUsage(promoteModel(modelFolderOf(options), name, version, terms));
  reportPromotion(outcome, options);
}

async function rollback(name: string, options: PromotionOptions): Promise<void> {
  const outcome = await asUsage(rollbackModel(modelFolderOf(options), name, termsOf(options)));
  reportPromotion(outcome, options);
}

function reportPromotion(outcome: PromotionOutcome, { json }: ModelsOptions): void {
  if (json === true) {
    print(outcome);
    return;
  }
  const { name, version, before } = outcome;
  const change = `${colors.green(version)} is current (${before ?? "none"} before)`;
  process.stdout.write(`${colors.bold(name)}: ${change}\n`);
}

function termsOf({ reason }: PromotionOptions): Pick<PromotionStep, "time" | "reason"> {
  if (reason?.trim() === "") {
    throw new UsageError(`--reason: found "${reason}", expected a text`);
  }
  return { time: new Date().toISOString(), reason };
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}
