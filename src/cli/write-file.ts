/** Files appear whole or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { OutsideError } from "../core/trouble.ts";

/** @throws OutsideError when the place cannot be written; what stood there before stays */
export function writeWhole(path: string, text: string | Uint8Array): string {
  const target = resolve(path);
  const unfinished = `${target}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(unfinished, text);
    renameSync(unfinished, target);
  } catch (cause) {
    removeIfThere(unfinished);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OutsideError("CANNOT_WRITE", `cannot write ${path}: ${reason}`, {
      canRetry: true,
      cause,
    });
  }
  return target;
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder cannot even be looked into: nothing of ours is in it.
  }
}

/** The command as it can be typed again. */
export function commandLine(args: readonly string[]): string {
  const quoted = args.map((arg) =>
    /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`,
  );
  return ["metaorder", ...quoted].join(" ");
}
