/**
 * Worlds as files: found by name below `worlds/` or by path, changed by `--set`, checked, and every
 * fault told with its place.
 */
import { readdirSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Document, isMap, isNode, isSeq, LineCounter, parse, parseDocument } from "yaml";
import { createHasher } from "../core/hash.ts";
import { InputError, OutsideError, UsageError } from "../core/trouble.ts";
import { parseWorld, type World, type WorldProblem } from "../simulation/worlds/world.ts";

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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line ?? 1;
    const found = fault.message.split("\n")[0] ?? fault.code;
    throw new InputError({ path, line }, { found, expected: "YAML" }, fault);
  }
  for (const change of changes) applyChange(document, change);
  const outcome = parseWorld(document.toJS());
  if (outcome.kind === "refused") {
    const told = outcome.problems.map((problem) => tell(problem, path, document, lines)).join("\n");
    if (changes.length > 0) throw new UsageError(told);
    throw new OutsideError("BAD_INPUT", told, { canRetry: false });
  }
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

function applyChange(document: Document, change: string): void {
  const [pathText = "", valueText] = change.split(/=(.*)/s);
  if (pathText === "" || valueText === undefined) {
    throw new UsageError(`--set: found ${change}, expected path=value`);
  }
  const path = resolvePath(document, pathText);
  try {
    document.setIn(path, parse(valueText));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`--set: found ${change}, expected a path in the world (${reason})`);
  }
}

/** `populations[1].rate`, or `populations.makers.rate` by the name or kind of an entry. */
function resolvePath(document: Document, text: string): (string | number)[] {
  const path: (string | number)[] = [];
  for (const key of text.replaceAll(/\[(\d+)\]/g, ".$1").split(".")) {
    const parent: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    if (!isSeq(parent)) {
      path.push(key);
      continue;
    }
    const byName = parent.items.findIndex(
      (item) => isMap(item) && (item.get("name") ?? item.get("kind")) === key,
    );
    const index = byName >= 0 ? byName : /^\d+$/.test(key) ? Number(key) : -1;
    if (index < 0 || index >= parent.items.length) {
      const entries = parent.items.map((item, at) =>
        isMap(item) ? String(item.get("name") ?? item.get("kind") ?? at) : String(at),
      );
      const at = path.join(".");
      throw new UsageError(
        `--set: found ${key} in ${at}, expected a number or one of ${entries.join(", ")}`,
      );
    }
    path.push(index);
  }
  return path;
}

function tell(
  { path, message }: WorldProblem,
  file: string,
  document: Document,
  lines: LineCounter,
): string {
  const place = path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");
  const line = lineOf(path, document, lines);
  const where = line === undefined ? file : `${file}:${line}`;
  return `${where}: ${place === "" ? "the world" : place}: ${message}`;
}

/** The line of a value, or of the nearest thing around it that stands in the file. */
function lineOf(
  path: readonly (string | number)[],
  document: Document,
  lines: LineCounter,
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return lines.linePos(start).line;
  }
  return undefined;
}
