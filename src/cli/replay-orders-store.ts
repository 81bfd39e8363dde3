/**
 * Results of a list of orders in a folder, a JSON line each, appended as they come: whatever stops the
 * work, what is done stays done.
 */
import { createHash } from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
} from "node:fs";
import { join } from "node:path";
import { InputError, OutsideError } from "../core/trouble.ts";
import type { ListedOrder } from "./replay-orders-list.ts";
import type { OrderResult } from "./replay-orders-task.ts";

/** A result under the key of what it is a result of. */
export type StoredResult = OrderResult & { readonly key: string };

/** Changes when the same options would give another result; stored results of others are not used. */
const resultVersion = 1;

/** Options that change what is shown or where, and nothing that is computed. */
const withoutEffect: readonly string[] = [
  ...["id", "json", "report", "out", "orders", "workers", "models", "verify", "policyModels"],
  "data",
];

/**
 * What a result depends on, as one hash: every option of the order, the data by its name in the list,
 * its size and the time of its last change, and what the curve and the models hold.
 */
export function keyOf(order: ListedOrder): string {
  const { options, dataText } = order;
  const said = Object.entries(options)
    .filter(([name, value]) => value !== undefined && !withoutEffect.includes(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const models = (options.policyModels ?? [])
    .filter(({ policy }) => options.policies.includes(policy))
    .map(({ policy, manifest }) => [policy, manifest.file.sha256]);
  const curve = options.curve === undefined ? "" : readFileSync(options.curve, "utf8");
  const depends = [resultVersion, said, dataText, stampOf(options.data), models, curve];
  return createHash("sha256").update(JSON.stringify(depends)).digest("hex");
}

/** Size and time of the last change, of a folder those of its files. */
function stampOf(path: string): string {
  const { size, mtimeMs, isFolder } = look(path);
  if (!isFolder) return `${size} ${mtimeMs}`;
  return readdirSync(path)
    .sort()
    .map((name) => {
      const file = look(join(path, name));
      return `${name} ${file.size} ${file.mtimeMs}`;
    })
    .join("\n");
}

function look(path: string): { size: number; mtimeMs: number; isFolder: boolean } {
  const found = statSync(path);
  return { size: found.size, mtimeMs: found.mtimeMs, isFolder: found.isDirectory() };
}

export class ResultStore {
  readonly #results = new Map<string, StoredResult>();
  readonly #path: string | undefined;

  /**
   * @param folder made where it is not there; undefined keeps results in memory alone
   * @throws InputError for a line that is no result, but for a torn last one, which is dropped
   */
  constructor(folder: string | undefined) {
    if (folder === undefined) return;
    this.#path = join(folder, "orders.jsonl");
    try {
      mkdirSync(folder, { recursive: true });
      appendFileSync(this.#path, "");
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `--out: cannot write ${this.#path}: ${reason}`;
      throw new OutsideError("CANNOT_WRITE", message, { canRetry: true, cause });
    }
    this.#load(this.#path);
  }

  /** The result last written under a key. */
  get(key: string): StoredResult | undefined {
    return this.#results.get(key);
  }

  /** On disk when this returns. */
  put(result: StoredResult): void {
    this.#results.set(result.key, result);
    if (this.#path !== undefined) appendFileSync(this.#path, `${JSON.stringify(result)}\n`);
  }

  #load(path: string): void {
    const bytes = readFileSync(path);
    const whole = bytes.lastIndexOf("\n") + 1;
    if (whole < bytes.length) truncateSync(path, whole);
    const lines = bytes.toString("utf8", 0, whole).split("\n");
    lines.pop();
    for (const [at, line] of lines.entries()) {
      const result = parseResult(line);
      if (result === undefined) {
        const found = JSON.stringify(line.slice(0, 40));
        throw new InputError({ path, line: at + 1 }, { found, expected: "the result of an order" });
      }
      this.#results.set(result.key, result);
    }
  }
}

function parseResult(line: string): StoredResult | undefined {
  try {
    const result = JSON.parse(line) as Partial<StoredResult> | null;
    const isResult =
      typeof result?.key === "string" && (result.kind === "done" || result.kind === "failed");
    return isResult ? (result as StoredResult) : undefined;
  } catch {
    return undefined;
  }
}
