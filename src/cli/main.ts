/** The command line: the only place where everything meets. */
import { Command, CommanderError } from "commander";
import { InvariantError } from "../core/assert.ts";
import { OutsideError, UsageError } from "../core/trouble.ts";
import { addBenchCommand } from "./commands/bench.ts";
import { addDataCommand } from "./commands/data.ts";
import { addEvaluateCommand } from "./commands/evaluate.ts";
import { addFixCommand } from "./commands/fix.ts";
import { addModelsCommand } from "./commands/models.ts";
import { addReplayCommand } from "./commands/replay.ts";
import { addRunCommand } from "./commands/run.ts";
import { addTrainCommand } from "./commands/train.ts";
import { addTuneCommand } from "./commands/tune.ts";
import { addWorldsCommand } from "./commands/worlds.ts";

const exitCode = { done: 0, failed: 1, badUsage: 2, interrupted: 130 } as const;

function createProgram(): Command {
  const program = new Command("metaorder")
    .description(
      "Works large orders: slices them, places them, and says what each cost and why.\n" +
        "Costs are in basis points of arrival notional; positive is a cost.",
    )
    .version("0.1.0")
    .showHelpAfterError("(add --help for the options)")
    // So that a command may have a --version of its own.
    .enablePositionalOptions()
    .exitOverride();
  for (const add of [
    addRunCommand,
    addReplayCommand,
    addEvaluateCommand,
    addTuneCommand,
    addTrainCommand,
    addModelsCommand,
    addWorldsCommand,
    addDataCommand,
    addFixCommand,
    addBenchCommand,
  ]) {
    add(program);
  }
  for (const command of program.commands) command.exitOverride().showHelpAfterError();
  return program;
}

/** Says what went wrong, in one line where it is not our own mistake. */
function reportTrouble(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCode.done : exitCode.badUsage;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`metaorder: ${error.message}\n`);
    return exitCode.badUsage;
  }
  if (error instanceof OutsideError) {
    process.stderr.write(`metaorder: ${error.message}\n`);
    return exitCode.failed;
  }
  const kind = error instanceof InvariantError ? "a rule of the program did not hold" : "failed";
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`metaorder: ${kind}; please report this\n${detail}\n`);
  return exitCode.failed;
}

// Between two turns of the event loop nothing is half done: files are written whole and renamed.
process.on("SIGINT", () => process.exit(exitCode.interrupted));
process.on("SIGTERM", () => process.exit(exitCode.interrupted));
// A reader that has seen enough (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCode.done);
  throw error;
});

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportTrouble(error);
}
