/** `metaorder fix`: the FIX engine judged, listened to, and its logs read. */
import type { Command } from "commander";
import { runFixAcceptor } from "../fix-acceptor.ts";
import { runFixConformance } from "../fix-conformance.ts";
import { runFixDecode } from "../fix-decode.ts";
import { collect } from "./worlds.ts";

const json = ["--json", "print one JSON document on standard output and nothing else"] as const;

export function addFixCommand(program: Command): void {
  const fix = program
    .command("fix")
    .description("the FIX engine: conformance, an acceptor to be judged, logs made readable")
    .exitOverride();
  addConformance(fix);
  addAcceptor(fix);
  addDecode(fix);
  for (const command of fix.commands) command.exitOverride().showHelpAfterError();
}

function addConformance(fix: Command): void {
  fix
    .command("conformance")
    .description("plays acceptance scripts and our own session suite; exit code 1 where one fails")
    .option(
      "--definitions <folder>",
      "scripts in the public .def format, a folder for each version",
    )
    .option("--target <host:port>", "the engine to judge; ours, started for it, without this")
    .option("--own", "our own suite only; with a target, its scenarios for acceptors over sockets")
    .option(...json)
    .addHelpText(
      "after",
      `
Examples:
  metaorder fix conformance
  metaorder fix conformance --own --json
  metaorder fix conformance --definitions DIR --target 127.0.0.1:5001`,
    )
    .action(runFixConformance);
}

function addAcceptor(fix: Command): void {
  fix
    .command("acceptor")
    .description("our engine as an acceptor, until it is interrupted")
    .requiredOption("--acceptance", "with the sessions and the echo of the acceptance scripts")
    .option("--port <number>", "0 takes one that is free", "5001")
    .option("--verbose", "print what happens in every session")
    .addHelpText("after", "\nExample:\n  metaorder fix acceptor --acceptance --port 5001")
    .action(runFixAcceptor);
}

function addDecode(fix: Command): void {
  fix
    .command("decode")
    .description("prints a log of FIX messages readably; passwords and raw data are left out")
    .argument("<file>", "one message a line, fields divided by SOH, | or ^A; - is standard input")
    .option("--type <types>", "only these MsgTypes, such as D,8")
    .option("--tag <tag=value>", "only messages with this field; may be repeated", collect, [])
    .option("--session <A-B>", "only what A and B sent each other, as A sees it: A->B")
    .option(...json)
    .addHelpText(
      "after",
      `
Examples:
  metaorder fix decode messages.log --type D,8 --tag 11=ABC
  metaorder fix decode messages.log --session 'CLIENT->DESK' --json`,
    )
    .action(runFixDecode);
}
