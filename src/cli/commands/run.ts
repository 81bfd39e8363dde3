/** `metaorder run`: the house example, or any order, in a world that reacts. */
import type { Command } from "commander";
import {
  addEvaluationOptions,
  computeEvaluation,
  type EvaluateOptions,
  planEvaluation,
  showEvaluation,
} from "../evaluate-world.ts";
import { saveTrace } from "../save-trace.ts";

const example = `
Examples:
  metaorder run
  metaorder run --seed 7 --report out/run.html
  metaorder run --side buy --quantity 100000 --policies twap,vwap:placement=peg --json

Without options this is the house example: sell 500,000 shares of a 100-dollar stock that trades
2 million a day, from 10:00 to 13:00, with news at 11:00, in a market whose traders react.`;

export function addRunCommand(program: Command): void {
  const command = program
    .command("run")
    .description("work a parent order in a world with several policies on the same seeds")
    .addHelpText("after", example);
  addEvaluationOptions(command, { world: "house", episodes: "16" });
  command.action(run);
}

async function run(options: EvaluateOptions): Promise<void> {
  const plan = await planEvaluation(options);
  const evaluation = await computeEvaluation(plan, options.set);
  await showEvaluation(evaluation, options);
  if (options.report === undefined) return;
  const path = options.report.replace(/(\.html?)?$/, `-seed-${evaluation.seeds.from}.html`);
  const saved = await saveTrace(plan, path);
  if (options.json !== true && saved !== undefined) process.stderr.write(`${saved}\n`);
}
