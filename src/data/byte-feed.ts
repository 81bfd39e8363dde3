/**
 * A stored file as a window of its bytes: plain, gzip or zstd.
 *
 * A reader works on `bytes` from `at` on without waiting, and asks for more only when what is left
 * is not enough. Memory stays at a few chunks, whatever the size of the file.
 */
import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { pipeline, type Readable, Transform } from "node:stream";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { InputError, OutsideError } from "../core/trouble.ts";

const storedChunkBytes = 1 << 17;
/** Measured: 16 KiB (the default) costs a third of the speed, above 256 KiB nothing is gained. */
const inflatedChunkBytes = 1 << 18;

type Packing = "plain" | "gzip" | "zstd";

export class ByteFeed {
  readonly path: string;
  bytes: Buffer = Buffer.alloc(0);
  /** Next byte to read, in `bytes`. */
  at = 0;
  /** No more bytes will come. */
  isEnded = false;
  /** Bytes that lay before `bytes` in the unpacked file. */
  #before = 0;
  readonly #digest = createHash("sha256");
  readonly #packing: Packing;
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #streams: readonly { destroy(): unknown }[];
  /** Kept once the system has taken the file back. */
  readonly #closed: Promise<void>;
  /** Bytes of the stored file that were taken in so far. */
  readonly #bytesTaken: () => number;
  #failure: unknown;

  /** @throws OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE` */
  constructor(path: string) {
    this.path = path;
    this.#packing = findPacking(path);
    const stored = createReadStream(path, { highWaterMark: storedChunkBytes });
    this.#closed = new Promise((resolve) => stored.once("close", () => resolve()));
    const digest = this.#digest;
    const tap = new Transform({
      transform(chunk: Buffer, _encoding, done): void {
        digest.update(chunk);
        done(null, chunk);
      },
    });
    const keepFailure = (failure: unknown): void => {
      this.#failure ??= failure ?? undefined;
    };
    const unpack =
      this.#packing === "gzip"
        ? createGunzip({ chunkSize: inflatedChunkBytes })
        : this.#packing === "zstd"
          ? createZstdDecompress({ chunkSize: inflatedChunkBytes })
          : undefined;
    let content: Readable = tap;
    if (unpack === undefined) {
      pipeline(stored, tap, keepFailure);
      this.#streams = [stored, tap];
      this.#bytesTaken = () => stored.bytesRead;
    } else {
      pipeline(stored, tap, unpack, keepFailure);
      this.#streams = [stored, tap, unpack];
      this.#bytesTaken = () => unpack.bytesWritten;
      content = unpack;
    }
    this.#chunks = content[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** Where the next byte lies in the unpacked file, from 0. */
  get position(): number {
    return this.#before + this.at;
  }

  /** Bytes that can be read without waiting. */
  get left(): number {
    return this.bytes.length - this.at;
  }

  /**
   * Makes at least one more byte ready, behind those that are left.
   *
   * @returns false at the end of the file
   * @throws InputError when the stored bytes cannot be unpacked, naming the byte
   */
  async extend(): Promise<boolean> {
    if (this.isEnded) return false;
    const chunk = await this.#nextChunk();
    if (chunk === undefined) {
      this.isEnded = true;
      return false;
    }
    const rest = this.bytes.subarray(this.at);
    this.#before += this.at;
    this.bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    this.at = 0;
    return true;
  }

  /**
   * Makes so many bytes ready.
   *
   * @returns false where the file ends before
   */
  async need(count: number): Promise<boolean> {
    while (this.left < count) if (!(await this.extend())) return false;
    return true;
  }

  /** SHA-256 of the stored bytes (packed, where the file is), hex; only after the end of the file. */
  sha256(): string {
    return this.#digest.digest("hex");
  }

  /** Lets go of the file, wherever the reading stands. */
  async close(): Promise<void> {
    await this.#chunks.return?.().catch(() => undefined);
    for (const stream of this.#streams) stream.destroy();
    await this.#closed;
  }

  async #nextChunk(): Promise<Buffer | undefined> {
    try {
      const next = await this.#chunks.next();
      return next.done === true ? undefined : next.value;
    } catch (caught) {
      throw this.#toTrouble(this.#failure ?? caught);
    }
  }

  #toTrouble(cause: unknown): OutsideError {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    const packing = this.#packing;
    if (!code.startsWith("Z_") && !code.startsWith("ZSTD_")) return unreadable(this.path, cause);
    const isCutOff = code === "Z_BUF_ERROR";
    return new InputError(
      { path: this.path, byte: this.#bytesTaken() },
      {
        found: isCutOff ? "the end of the file" : (cause as Error).message,
        expected: isCutOff ? `the rest of the ${packing} stream` : `a sound ${packing} stream`,
      },
      cause,
    );
  }
}

/**
 * By the name, and else by the first bytes, in which both formats say what they are (RFC 1952 §2.3.1,
 * RFC 8878 §3.1.1).
 */
function findPacking(path: string): Packing {
  const head = Buffer.alloc(4);
  try {
    const file = openSync(path, "r");
    try {
      readSync(file, head, 0, 4, 0);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw unreadable(path, cause);
  }
  if (path.endsWith(".gz")) return "gzip";
  if (path.endsWith(".zst")) return "zstd";
  if (head.readUInt16BE(0) === 0x1f8b) return "gzip";
  return head.readUInt32LE(0) === 0xfd2fb528 ? "zstd" : "plain";
}

function unreadable(path: string, cause: unknown): OutsideError {
  const code = (cause as NodeJS.ErrnoException).code ?? "";
  return code === "ENOENT"
    ? new OutsideError("FILE_NOT_FOUND", `${path}: no such file`, { canRetry: false, cause })
    : new OutsideError("FILE_UNREADABLE", `${path}: cannot be read (${code})`, {
        canRetry: false,
        cause,
      });
}
