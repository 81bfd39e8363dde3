/** `metaorder worlds`: the markets an order can be worked in. */
import type { Command } from "commander";
import colors from "picocolors";
import { formatTimeOfDay } from "../../core/time.ts";
import { createTable } from "../table.ts";
import { listWorldNames, loadWorld, type WorldFile } from "../world-file.ts";

const listExample = `
Example:
  metaorder worlds list`;
const showExample = `
Examples:
  metaorder worlds show cw/noise
  metaorder worlds show house --set populations.makers.makers=2 --json`;

export function addWorldsCommand(program: Command): void {
  const command = program.command("worlds").description("list and show the simulated worlds");
  const json = ["--json", "print one JSON document on standard output and nothing else"] as const;
  command
    .command("list")
    .description("every world that comes with the program")
    .option(...json)
    .addHelpText("after", listExample)
    .action(list);
  command
    .command("show")
    .description("one world: what it is, its order, and its file")
    .argument("<name>", "a name from the list, or the path of a .yaml file")
    .option("--set <path=value>", "change a value; may be repeated", collect, [])
    .option(...json)
    .addHelpText("after", showExample)
    .action(show);
}

/** For options that may be repeated. */
export function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function list(options: { readonly json?: boolean }): void {
  const files = listWorldNames().map((name) => loadWorld(name));
  if (options.json === true) {
    print(files.map(({ name, hash, world }) => ({ name, hash, ...headOf(world) })));
    return;
  }
  const table = createTable(["world", "kind", "what it is", "its order"], 4);
  for (const { name, world } of files) {
    table.push([name, world.kind, world.title, orderText(world)]);
  }
  process.stdout.write(`${table.toString()}\n`);
}

function show(
  name: string,
  options: { readonly set: readonly string[]; readonly json?: boolean },
): void {
  const file = loadWorld(name, options.set);
  const { world, hash, text, path } = file;
  if (options.json === true) {
    print({ name, path, hash, world });
    return;
  }
  const changed = options.set.length === 0 ? "" : colors.yellow(` with ${options.set.join(", ")}`);
  const lines = [
    `${colors.bold(name)}: ${world.title}${changed}`,
    world.description.trim(),
    "",
    `order    ${orderText(world)}`,
    `source   ${world.source}`,
    `hash     ${hash}`,
    "",
    colors.dim(`${path}${options.set.length === 0 ? "" : " (as it stands in the file)"}`),
    text.trimEnd(),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function headOf({ kind, title, description, source }: WorldFile["world"]) {
  return { kind, title, description, source };
}

function orderText({ order }: WorldFile["world"]): string {
  const quantity = order.quantity.toLocaleString("en-US");
  return `${order.side} ${quantity}, ${formatTimeOfDay(order.start)} to ${formatTimeOfDay(order.end)}`;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}
