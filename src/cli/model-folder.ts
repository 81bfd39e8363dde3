/** The folder that models are taken from, and what is wrong with what was typed to find one. */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { OutsideError, UsageError } from "../core/trouble.ts";

export const modelsOption = [
  "--models <folder>",
  "where models lie; those of the program without it",
] as const;

const shippedModels = fileURLToPath(new URL("../../models", import.meta.url));
/** Refusals of what was typed, not of what was found on disk. */
const usageCodes = ["NAME_INVALID", "VERSION_INVALID", "MODEL_UNKNOWN", "VERSION_UNKNOWN"];

/** @throws UsageError for the empty text */
export function modelFolderOf({ models }: { readonly models?: string }): string {
  if (models === "") throw new UsageError('--models: found "", expected a folder');
  return models ?? (relative(process.cwd(), shippedModels) || ".");
}

/**
 * Names and versions that are not there were typed wrong: exit code 2.
 *
 * @param flag the option with which they were typed, where it was one
 */
export async function asUsage<T>(work: Promise<T>, flag?: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const place = flag === undefined ? "" : `${flag}: `;
    if (usageCodes.includes(error.code)) throw new UsageError(`${place}${error.message}`);
    if (error.code === "NOT_A_FOLDER") throw new UsageError(`--models: ${error.message}`);
    throw error;
  }
}
