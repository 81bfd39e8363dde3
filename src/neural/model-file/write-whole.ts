/** Files that appear whole or not at all. */
import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";

/**
 * Writes to a name of its own beside the target, to the disk, and then to its place. Of two writers at
 * once the last one wins, and neither sees half of the other's.
 *
 * @throws what the file system says; nothing is left behind, and what stood there before stays
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(unfinished, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (cause) {
    // Where even this fails, nothing of ours is there.
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw cause;
  }
}
