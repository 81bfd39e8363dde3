/** YAML files changed by `--set`, whose problems are told with file, line and path. */
import { type Document, isMap, isNode, isSeq, LineCounter, parse, parseDocument } from "yaml";
import { InputError, OutsideError, UsageError } from "../core/trouble.ts";
import type { Problem } from "../simulation/worlds/problems.ts";

export interface YamlFile {
  /** Plain data. */
  readonly value: unknown;
  /** The error for problems with the data: bad usage where something was changed. */
  refuse(problems: readonly Problem[]): UsageError | OutsideError;
}

/**
 * @param path as problems are reported
 * @param changes `path=value`, such as `populations.noise.marketRate=0.2`
 * @throws InputError on text that is no YAML
 * @throws UsageError on a change that makes no sense
 */
export function openYaml(path: string, text: string, changes: readonly string[]): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line ?? 1;
    const found = fault.message.split("\n")[0] ?? fault.code;
    throw new InputError({ path, line }, { found, expected: "YAML" }, fault);
  }
  for (const change of changes) applyChange(document, change);
  return {
    value: document.toJS(),
    refuse: (problems) => {
      const told = problems.map((problem) => tell(problem, path, document, lines)).join("\n");
      if (changes.length > 0) return new UsageError(told);
      return new OutsideError("BAD_INPUT", told, { canRetry: false });
    },
  };
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
    throw new UsageError(`--set: found ${change}, expected a path in the file (${reason})`);
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
  { path, message }: Problem,
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
  return `${where}: ${place === "" ? "the file" : place}: ${message}`;
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
