/** `metaorder evaluate`: policies in a world over many seeds, paired. */
import type { Command } from "commander";
import {
  addEvaluationOptions,
  computeEvaluation,
  type EvaluateOptions,
  planEvaluation,
  showEvaluation,
} from "../evaluate-world.ts";

const example = `
Examples:
  metaorder evaluate --world house --policies twap,twap:placement=peg --episodes 200
  metaorder evaluate --world cw/strategic --lots 60 --episodes 10000 --json
  metaorder evaluate --world house --set populations.makers.makers=2 --report out/thin.html

Every policy meets every seed; the table says the difference to twap on the same seeds. In the
cw worlds the names twap and submit-and-leave mean what they mean in the publication
(docs/models/cheridito-weiss.md); the house's twap is house-twap there.`;

export function addEvaluateCommand(program: Command): void {
  const command = program
    .command("evaluate")
    .description("policies in a world over many seeds: costs, and paired differences to twap")
    .addHelpText("after", example);
  addEvaluationOptions(command, { episodes: "1000" });
  command.action(evaluate);
}

async function evaluate(options: EvaluateOptions): Promise<void> {
  const evaluation = await computeEvaluation(await planEvaluation(options), options.set);
  await showEvaluation(evaluation, options);
}
