/**
 * Which version of a model is current and how it came to be: `NAME/registry.json`.
 *
 * The history is a stack written out: a promotion puts a version on top, a rollback takes the top
 * away. `registry.json` appears whole or not at all; of two writers at once the last one wins.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type JsonReader,
  readEither,
  readList,
  readObject,
  readOneOf,
  readOptional,
  readPattern,
  readText,
  refuseJson,
} from "../neural/model-file/json-reader.ts";
import { writeWhole } from "../neural/model-file/write-whole.ts";
import { describeCause } from "../neural/runtime/inference.ts";
import { cannot, check, refuse } from "./registry-faults.ts";

/** One change of what is current. */
export interface PromotionStep {
  /** Current from then on: what was promoted, or what was gone back to. */
  readonly version: string;
  /** UTC, such as `2026-11-21T16:30:00.000Z`. */
  readonly time: string;
  readonly action: "promote" | "rollback";
  readonly reason?: string | undefined;
}

/** What `registry.json` holds. */
export interface Promotions {
  /** Null where no version was promoted yet. */
  readonly current: string | null;
  /** Oldest first. */
  readonly history: readonly PromotionStep[];
}

/** When a version was promoted or left, in UTC, and why. */
export type PromotionTerms = Pick<PromotionStep, "time" | "reason">;

export interface PromotionOutcome extends PromotionStep {
  readonly name: string;
  /** Current until now. */
  readonly before: string | null;
}

const registryFileName = "registry.json";
export const namePattern = /^[a-z0-9][a-z0-9-]{0,99}$/;
const versionPattern = /^[A-Za-z0-9][\w.+-]{0,99}$/;
const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/** Of a model. */
export const readName = readPattern(namePattern, "lower-case letters, digits and dashes");
export const readVersionName = readPattern(
  versionPattern,
  "letters, digits, _ . + -, such as 1.2.0",
);

const readStep = readObject<PromotionStep>({
  version: readVersionName,
  time: readPattern(timePattern, "a UTC time such as 2026-11-21T16:30:00Z"),
  action: readOneOf("promote", "rollback"),
  reason: readOptional(readText),
});

/** Refuses a current version that is not what the history comes to. */
const readPromotionsJson: JsonReader<Promotions> = (value, path) => {
  const promotions = readObject<Promotions>({
    current: readEither(
      (one) => one === null,
      () => null,
      readVersionName,
    ),
    history: readList(readStep),
  })(value, path);
  const top = stackOf(promotions.history, path).at(-1) ?? null;
  if (promotions.current === top) return promotions;
  return refuseJson(`${path}.current`, promotions.current, `${top}, as its history says`);
};

/** Versions whose promotions still stand, the current one last. */
export function stackOf(history: readonly PromotionStep[], path: string): readonly string[] {
  const stack: string[] = [];
  for (const [at, { action, version }] of history.entries()) {
    if (action === "promote") {
      stack.push(version);
      continue;
    }
    stack.pop();
    const expected = stack.at(-1) ?? "an earlier promotion";
    if (version !== expected) refuseJson(`${path}.history[${at}].version`, version, expected);
  }
  return stack;
}

/**
 * What was promoted and rolled back; nothing where there is no `registry.json`.
 *
 * @throws OutsideError `NAME_INVALID`, `REGISTRY_INVALID` with file and place, `CANNOT_READ`
 */
export async function readPromotions(folder: string, name: string): Promise<Promotions> {
  check("NAME_INVALID", () => readName(name, "model"));
  const path = join(folder, name, registryFileName);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException;
    if (["ENOENT", "ENOTDIR"].includes(code)) return { current: null, history: [] };
    throw cannot("CANNOT_READ", path, cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    const message = `${path}: found no JSON (${describeCause(cause)}), expected a registry`;
    throw refuse("REGISTRY_INVALID", message, cause);
  }
  return check("REGISTRY_INVALID", () => readPromotionsJson(value, `${path}: registry`));
}

/** @throws OutsideError `TERMS_INVALID` where a time or a reason is none, `CANNOT_WRITE` */
export async function addStep(
  folder: string,
  { name, current: before, history }: Promotions & { readonly name: string },
  { version, time, action, reason }: PromotionStep,
): Promise<PromotionOutcome> {
  const step = { version, time, action, ...(reason === undefined ? {} : { reason }) };
  const promotions = { current: version, history: [...history, step] };
  check("TERMS_INVALID", () => readStep(step, action));
  const text = `${JSON.stringify(promotions, undefined, 2)}\n`;
  const path = join(folder, name, registryFileName);
  try {
    await writeWhole(path, text);
  } catch (cause) {
    throw cannot("CANNOT_WRITE", path, cause);
  }
  return { name, before, ...step };
}
