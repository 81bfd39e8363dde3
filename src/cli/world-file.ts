/**
 * Worlds as files: found by name below `worlds/` or by path, changed by `--set`, checked, and every
 * fault told with its place.
 */
import { readdirSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createHasher } from "../core/hash.ts";
import { OutsideError, UsageError } from "../core/trouble.ts";
import { parseWorld, type World } from "../simulation/worlds/world.ts";
import { openYaml } from "./yaml-file.ts";

const folder = fileURLToPath(new URL("../../worlds/", import.meta.url));

export interface WorldFile {
  /** `cw/noise`, or the path of a file of the user's own. */
  readonly name: string;
  /** As problems are reported. */
  readonly path: string;
  readonly text: string;
  readonly world: World;
  /** 16 hexadecimal digits over the world as it was understood, `--set` included. */
  readonly hash: string;
}

/** Names of the worlds that come with the program, in order. */
export function listWorldNames(): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .map((path) => path.slice(0, -".yaml".length).replaceAll("\\", "/"))
    .sort();
}

/**
 * @param name of a world that comes with the program, or a path that ends in .yaml
 * @param changes `path=value`, such as `populations.noise.marketRate=0.2`
 * @throws UsageError when there is no such world, or a change makes no sense
 * @throws OutsideError when the file cannot be read or is no world
 */
export function loadWorld(name: string, changes: readonly string[] = []): WorldFile {
  const { path, text } = readWorld(name);
  const file = openYaml(path, text, changes);
  const outcome = parseWorld(file.value);
  if (outcome.kind === "refused") throw file.refuse(outcome.problems);
  const hasher = createHasher();
  hasher.addText(JSON.stringify(outcome.world));
  return { name, path, text, world: outcome.world, hash: hasher.hex() };
}

function readWorld(name: string): { readonly path: string; readonly text: string } {
  const isPath = /\.ya?ml$/.test(name);
  const file = isPath ? resolve(name) : resolve(folder, `${name}.yaml`);
  if (!isPath && !listWorldNames().includes(name)) {
    const expected = `one of ${listWorldNames().join(", ")}, or a path ending in .yaml`;
    throw new UsageError(`--world: found ${name}, expected ${expected}`);
  }
  try {
    return { path: relative(process.cwd(), file), text: readFileSync(file, "utf8") };
  } catch (cause) {
    const message = `cannot read the world ${name}: ${cause instanceof Error ? cause.message : cause}`;
    throw new OutsideError("CANNOT_READ", message, { canRetry: false, cause });
  }
}
