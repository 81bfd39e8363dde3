/** A file of bytes that appears under its name only when it is complete. */
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { PassThrough, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, createZstdCompress } from "node:zlib";

const chunkBytes = 1 << 16;
/** No single piece is longer. */
const reserveBytes = 1 << 8;

export class ByteOutput {
  readonly path: string;
  /** Room to write into from `length` on, at least 256 bytes. */
  bytes: Buffer = Buffer.allocUnsafe(chunkBytes);
  /** Bytes that are written. */
  length = 0;
  readonly #partialPath: string;
  readonly #head: Transform;
  readonly #written: Promise<void>;

  /** @param path packed with gzip when it ends in `.gz`, with zstd when it ends in `.zst` */
  constructor(path: string) {
    this.path = path;
    this.#partialPath = `${path}.partial`;
    this.#head = createPacker(path);
    this.#written = pipeline(this.#head, createWriteStream(this.#partialPath));
    // Whoever waits for room, or for the end, meets the failure; nobody may be waiting right now.
    this.#written.catch(() => undefined);
  }

  /** Whether there is not room enough for another piece: time to flush. */
  get isFull(): boolean {
    return this.length > chunkBytes - reserveBytes;
  }

  /** Hands over what has gathered, and waits while the disk is behind. */
  async flush(): Promise<void> {
    const chunk = this.bytes.subarray(0, this.length);
    this.bytes = Buffer.allocUnsafe(chunkBytes);
    this.length = 0;
    if (this.#head.write(chunk) || this.#head.destroyed) return;
    const drained = new Promise<void>((resolve) => this.#head.once("drain", resolve));
    await Promise.race([drained, this.#written]);
  }

  /** Puts the rest on disk and gives the file its name. */
  async finish(): Promise<void> {
    await this.flush();
    this.#head.end();
    await this.#written;
    await rename(this.#partialPath, this.path);
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    this.#head.destroy();
    await this.#written.catch(() => undefined);
    await rm(this.#partialPath, { force: true });
  }
}

function createPacker(path: string): Transform {
  if (path.endsWith(".gz")) return createGzip();
  return path.endsWith(".zst") ? createZstdCompress() : new PassThrough();
}
