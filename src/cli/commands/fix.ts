/** `metaorder fix`: the FIX engine judged, listened to, and its logs read. */
import type { Command } from "commander";
import { runFixAcceptor } from "../fix-acceptor.ts";
import { runFixConformance } from "../fix-conformance.ts";
import { runFixCrash } from "../fix-crash-command.ts";
import { runFixDecode } from "../fix-decode.ts";
import { runFixFuzz } from "../fix-fuzz.ts";
import { collect } from "./worlds.ts";

const json = ["--json", "print one JSON document on standard output and nothing else"] as const;

export function addFixCommand(program: Command): void {
  const fix = program
    .command("fix")
    .description("the FIX engine: judged, crashed, fuzzed, listened to; its logs made readable")
    .exitOverride();
  addConformance(fix);
  addAcceptor(fix);
  addDecode(fix);
  addCrash(fix);
  addFuzz(fix);
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

function addCrash(fix: Command): void {
  fix
    .command("crash")
    .description("kills the engine under load and counts what came of its messages")
    .option("--trials <count>", "how often it is killed with SIGKILL", "200")
    .option("--simulations <count>", "histories with disks that forget what is not synced", "100")
    .option("--quickfix <path>", "the counterparty: a peer built by test/interop/build-peer.sh")
    .option("--role <role>", "of the engine that is killed: initiator or acceptor", "initiator")
    .option("--seed <number>", "the same seed, the same simulated histories", "1")
    .option(...json)
    .addHelpText(
      "after",
      `
Exit code 1 where a message was lost or doubled, or the two sides did not agree.

Examples:
  metaorder fix crash --trials 20 --simulations 20
  metaorder fix crash --quickfix ./quickfix-peer --json`,
    )
    .action(runFixCrash);
}

function addFuzz(fix: Command): void {
  fix
    .command("fuzz")
    .description("random bytes and mutated messages of every version against the engine")
    .option("--bytes <count>", "random bytes", "10000000")
    .option("--mutations <count>", "mutated messages", "1000000")
    .option("--seed <number>", "the same seed and counts, the same inputs", "1")
    .option(...json)
    .addHelpText(
      "after",
      `
Exit code 1 where the engine crashed, took more than 50 ms for an input, or kept memory; each failure
is told with its input in hex.

Example:
  metaorder fix fuzz --bytes 1000000 --mutations 100000 --json`,
    )
    .action(runFixFuzz);
}
