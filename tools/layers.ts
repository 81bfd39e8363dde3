/**
 * The import table of the house (DESIGN §3), and the check that holds it.
 *
 * A room is a folder of `src/`. What a file may import follows from the room it lies in; tests
 * beside the source obey the same table. Everything outside `src/` may import everything.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";

/** What each room may import besides itself. */
export const importTable: Readonly<Record<string, readonly string[]>> = {
  core: [],
  market: ["core"],
  neural: ["core"],
  protocol: ["core"],
  data: ["core", "market"],
  features: ["core", "market"],
  simulation: ["core", "market"],
  execution: ["core", "market", "features"],
  analytics: ["core", "market", "execution"],
  policies: ["core", "market", "neural", "features", "execution"],
  evaluation: ["core", "market", "features", "simulation", "execution", "analytics"],
  learning: [
    ...["core", "market", "neural", "features", "simulation", "execution", "analytics"],
    ...["policies", "evaluation"],
  ],
  cli: [
    ...["core", "market", "neural", "data", "features", "simulation", "execution", "analytics"],
    ...["policies", "evaluation", "learning", "protocol"],
  ],
};

/** The npm packages that `src` uses, each with the rooms that may import it. */
const packageRooms: Readonly<Record<string, readonly string[]>> = {
  commander: ["cli"],
  "cli-table3": ["cli"],
  "cli-progress": ["cli"],
  picocolors: ["cli"],
  echarts: ["analytics"],
  // Peers that `metaorder bench` measures where they are installed.
  "nodejs-order-book": ["cli"],
  "@jax-js/jax": ["cli"],
  // Dictionaries that users bring.
  saxes: ["protocol"],
  // Parquet and SQL; loaded by the functions that need it.
  "@duckdb/node-api": ["data"],
  "@duckdb/node-bindings": ["data"],
  yaml: ["cli"],
  zod: ["simulation", "learning"],
  "onnxruntime-node": ["neural"],
};
/** For tests beside the source, in any room. */
const testPackages: readonly string[] = ["fast-check"];

export interface SourceFile {
  /** Relative to `src`, with forward slashes: `market/venue.ts`. */
  readonly path: string;
  readonly text: string;
}

/**
 * `from "…"`, `import "…"` and `import("…")`, not the word in quotes; types or values makes no
 * difference.
 */
const importPattern =
  /\bfrom\s*(["'`])([^"'`\n]+)\1|(?<!["'`])\bimport\s*\(?\s*(["'`])([^"'`\n]+)\3/g;

/** Every module a text imports, in order. Comments are left out, strings that look so are not. */
export function findImports(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return [...code.matchAll(importPattern)].map((match) => match[2] ?? match[4] ?? "");
}

/** What is wrong with the imports of the files, one sentence each; none when the table holds. */
export function findLayerViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (!Object.hasOwn(importTable, room)) return [`${file.path}: the room ${room} is not known`];
    return findImports(file.text).flatMap((target) => {
      const fault = faultOf(file.path, room, target);
      return fault === undefined ? [] : [`${file.path}: ${fault}`];
    });
  });
}

function faultOf(path: string, room: string, target: string): string | undefined {
  if (target.startsWith("node:")) return undefined;
  if (!target.startsWith(".")) return packageFault(path, room, target);
  const other = normalize(join(dirname(path), target))
    .split(sep)
    .join("/");
  if (other.startsWith("../")) return `${target} lies outside src`;
  const otherRoom = roomOf(other);
  if (otherRoom === room || importTable[room]?.includes(otherRoom)) return undefined;
  return `${room} may not import ${otherRoom} (${target})`;
}

function packageFault(path: string, room: string, target: string): string | undefined {
  const parts = target.split("/");
  const name = parts.slice(0, target.startsWith("@") ? 2 : 1).join("/");
  if (/(\.test|-fixture)\.ts$/.test(path) && testPackages.includes(name)) return undefined;
  const homes = Object.hasOwn(packageRooms, name) ? packageRooms[name] : undefined;
  if (homes === undefined) return `the package ${name} is not known`;
  return homes.includes(room) ? undefined : `only ${homes.join(" and ")} may import ${name}`;
}

function roomOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : path;
}

/** Reads every TypeScript file below a `src` folder. */
export function readSources(sourceFolder: string): SourceFile[] {
  return readdirSync(sourceFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: relative(sourceFolder, path).split(sep).join("/"),
      text: readFileSync(path, "utf8"),
    }));
}
