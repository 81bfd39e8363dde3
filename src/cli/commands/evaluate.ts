/** `metaorder evaluate`: policies of a world over many seeds, paired. */
import type { Command } from "commander";
import colors from "picocolors";
import { UsageError } from "../../core/trouble.ts";
import { evaluatePublishedWorld, type PublishedWorldResult } from "../../evaluation/index.ts";
import {
  type CheriditoWeissHeuristic,
  cheriditoWeissHeuristics,
} from "../../simulation/cheridito-weiss/heuristics.ts";
import {
  type CheriditoWeissWorldName,
  cheriditoWeissWorlds,
} from "../../simulation/cheridito-weiss/parameters.ts";
import { withProgress } from "../progress.ts";
import { createTable } from "../table.ts";

interface EvaluateOptions {
  readonly world: string;
  readonly lots: string;
  readonly policies: string;
  readonly episodes: string;
  readonly seed: string;
  readonly json?: boolean;
}

const example = `
Examples:
  metaorder evaluate --world cw/noise --lots 20
  metaorder evaluate --world cw/strategic --lots 60 --episodes 10000 --json

The worlds are those of Cheridito & Weiss (docs/models/cheridito-weiss.md). Rewards are in ticks a
lot over the best bid at the start: higher is better for the seller.`;

const worldNames = Object.keys(cheriditoWeissWorlds).map((name) => `cw/${name}`);

export function addEvaluateCommand(program: Command): void {
  program
    .command("evaluate")
    .description("policies of a published world over many seeds, paired")
    .requiredOption("--world <name>", worldNames.join(", "))
    .option("--lots <count>", "lots to sell; a multiple of 10", "20")
    .option("--policies <list>", cheriditoWeissHeuristics.join(", "), "submit-and-leave,twap")
    .option("--episodes <count>", "episodes, each with a seed of its own", "1000")
    .option("--seed <number>", "first seed; the others follow", "1")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText("after", example)
    .action(evaluate);
}

async function evaluate(options: EvaluateOptions): Promise<void> {
  const world = parseWorld(options.world);
  const lots = wholeNumber("--lots", options.lots, 10);
  if (lots % 10 !== 0) throw wrong("--lots", options.lots, "a multiple of 10: twap has ten slices");
  const episodes = wholeNumber("--episodes", options.episodes, 2);
  const firstSeed = wholeNumber("--seed", options.seed, 0);
  const policies = options.policies.split(",").map(parsePolicy);
  const isJson = options.json === true;
  const result = await withProgress("evaluating", async (progress) =>
    evaluatePublishedWorld({
      parameters: cheriditoWeissWorlds[world],
      policies,
      lots,
      episodes,
      firstSeed,
      onProgress: (done, events) => progress.update(done / episodes, events),
    }),
  );
  const seeds = { from: firstSeed, to: firstSeed + episodes - 1 };
  const head = { world: `cw/${world}`, lots, episodes, seeds };
  const valid = { marketValidity: { episodes, soldExactly: episodes * policies.length } };
  process.stdout.write(
    isJson
      ? `${JSON.stringify({ ...head, ...result, ...valid }, undefined, 2)}\n`
      : `cw/${world}, ${lots} lots, ${episodes} episodes, seeds ${seeds.from} to ${seeds.to}\n${toText(result)}\n`,
  );
}

function toText({ policies, hash }: PublishedWorldResult): string {
  const table = createTable([
    ...["policy", "reward", "se", "sd", "CVaR 95"],
    ...["vs twap", "95 % interval", "var ratio"],
  ]);
  for (const { policy, rewardTicksPerLot, cvar95TicksPerLot, pairedVsTwap } of policies) {
    const { mean, standardError, sd } = rewardTicksPerLot;
    table.push([
      ...[policy, mean.toFixed(3), standardError.toFixed(3), sd.toFixed(3)],
      ...[cvar95TicksPerLot.toFixed(3), pairedVsTwap?.mean.toFixed(3) ?? "–"],
      pairedVsTwap?.ci95.map((end) => end.toFixed(3)).join(" … ") ?? "–",
      pairedVsTwap?.varianceRatio.toFixed(3) ?? "–",
    ]);
  }
  const note =
    "Ticks a lot over the best bid at the start; higher is better. var ratio: variance of the " +
    "paired difference over that of independent runs.";
  return `${table.toString()}\n${colors.dim(note)}\n${colors.dim(`hash ${hash}`)}`;
}

function parseWorld(text: string): CheriditoWeissWorldName {
  const name = text.startsWith("cw/") ? text.slice(3) : "";
  if (!Object.hasOwn(cheriditoWeissWorlds, name)) {
    throw wrong("--world", text, `one of ${worldNames.join(", ")}`);
  }
  return name as CheriditoWeissWorldName;
}

function parsePolicy(text: string): CheriditoWeissHeuristic {
  const found = cheriditoWeissHeuristics.find((name) => name === text.trim());
  if (found === undefined) {
    throw wrong("--policies", text, `one of ${cheriditoWeissHeuristics.join(", ")}`);
  }
  return found;
}

function wholeNumber(flag: string, text: string, from: number): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isSafeInteger(value) && value >= from) return value;
  throw wrong(flag, text, `a whole number from ${from}`);
}

function wrong(flag: string, found: string, expected: string): UsageError {
  return new UsageError(`${flag}: found ${found}, expected ${expected}`);
}
