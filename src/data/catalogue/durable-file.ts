/** Files that are still there after the power went: written, synced, and only then named. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { OutsideError } from "../../core/trouble.ts";

/** Measured: 64 KiB, the default, takes a quarter longer to hash; more than this gains nothing. */
const hashedChunkBytes = 1 << 18;

/** What a file is, to the byte. */
export interface FileDigest {
  readonly bytes: number;
  /** SHA-256 of the stored bytes, hex. */
  readonly sha256: string;
}

/** @throws OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE` */
export async function digestFile(path: string): Promise<FileDigest> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: hashedChunkBytes })) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (cause) {
    throw toUnreadable(path, cause);
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Size and time of the last change, as one text: what tells at once that a file was touched. */
export async function stampFile(path: string): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(path);
    return `${size} ${mtimeMs}`;
  } catch (cause) {
    throw toUnreadable(path, cause);
  }
}

/** Puts a text in a file's place; whoever looks sees the old one or the new one, whole. */
export async function replaceDurably(path: string, text: string): Promise<void> {
  const unfinished = `${path}.tmp`;
  await writeFile(unfinished, text);
  await syncFile(unfinished);
  await rename(unfinished, path);
  await syncFolder(dirname(path));
}

export async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes names durable. Windows has no such call: its file systems journal them. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function toUnreadable(path: string, cause: unknown): OutsideError {
  const code = (cause as NodeJS.ErrnoException).code ?? "";
  return code === "ENOENT"
    ? new OutsideError("FILE_NOT_FOUND", `${path}: no such file`, { canRetry: false, cause })
    : new OutsideError("FILE_UNREADABLE", `${path}: cannot be read (${code})`, {
        canRetry: false,
        cause,
      });
}
