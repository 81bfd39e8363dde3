/** Whether the parts of an import are, to the byte, what was written. */
import { join } from "node:path";
import { OutsideError } from "../../core/trouble.ts";
import { digestFile } from "./durable-file.ts";
import type { CataloguePart, Manifest } from "./manifest.ts";

/** @throws OutsideError `DAMAGED_PART`, naming the file */
export async function checkPart(path: string, part: CataloguePart): Promise<void> {
  const found = await digestFile(path).catch((cause: unknown) => {
    throw isDamaged(path, cause instanceof Error ? cause.message : String(cause), cause);
  });
  if (found.bytes !== part.bytes) {
    throw isDamaged(path, `found ${found.bytes} bytes, expected ${part.bytes}`);
  }
  if (found.sha256 !== part.sha256) {
    throw isDamaged(path, `found SHA-256 ${found.sha256}, expected ${part.sha256}`);
  }
}

export function isDamaged(path: string, fault: string, cause?: unknown): OutsideError {
  const message = `${path}: a damaged part of the catalogue (${fault}); import its source again`;
  return new OutsideError("DAMAGED_PART", message, { canRetry: false, cause });
}

/** @returns what `checkPart` says of every part that is not sound */
export async function findDamage(folder: string, manifest: Manifest): Promise<OutsideError[]> {
  const faults: OutsideError[] = [];
  for (const part of manifest.parts) {
    await checkPart(join(folder, part.name), part).catch((fault: OutsideError) =>
      faults.push(fault),
    );
  }
  return faults;
}
