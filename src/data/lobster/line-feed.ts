/**
 * A stored text file as a window of bytes that always holds whole lines.
 *
 * The reader of rows works on `bytes` from `at` to `completeEnd` without waiting, and asks for
 * more only when that is used up. Memory stays at a few chunks, whatever the size of the file.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline, type Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { InputError, OutsideError } from "../../core/trouble.ts";

const storedChunkBytes = 1 << 17;
/** Measured: 16 KiB (the default) costs a third of the speed, above 256 KiB nothing is gained. */
const inflatedChunkBytes = 1 << 18;
/** No row is longer: 9,999 levels of four numbers stay below it. */
const lineBytesMax = 1 << 20;
const newline = 10;

export class LineFeed {
  readonly path: string;
  bytes: Buffer = Buffer.alloc(0);
  /** Next byte to read. */
  at = 0;
  /** One past the last line end in `bytes`. */
  completeEnd = 0;
  /** Where the row being read starts. */
  rowStart = 0;
  /** The row being read, counted from 1; 0 before the first. */
  line = 0;
  readonly #digest = createHash("sha256");
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #streams: readonly { destroy(): unknown }[];
  /** Kept once the system has taken the file back. */
  readonly #closed: Promise<void>;
  /** Bytes of the stored file that were taken in so far. */
  readonly #bytesTaken: () => number;
  #failure: unknown;
  #isEnded = false;

  constructor(path: string) {
    this.path = path;
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
    let text: Readable = tap;
    if (path.endsWith(".gz")) {
      const gunzip = createGunzip({ chunkSize: inflatedChunkBytes });
      pipeline(stored, tap, gunzip, keepFailure);
      this.#streams = [stored, tap, gunzip];
      this.#bytesTaken = () => gunzip.bytesWritten;
      text = gunzip;
    } else {
      pipeline(stored, tap, keepFailure);
      this.#streams = [stored, tap];
      this.#bytesTaken = () => stored.bytesRead;
    }
    this.#chunks = text[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** Whether a whole row lies ready. */
  get hasLine(): boolean {
    return this.at < this.completeEnd;
  }

  /**
   * Makes a whole row ready.
   *
   * @returns false at the end of the file
   * @throws InputError when the stored bytes cannot be unpacked or a line has no end
   */
  async refill(): Promise<boolean> {
    while (this.at >= this.completeEnd) {
      if (this.#isEnded) return false;
      const chunk = await this.#nextChunk();
      const rest = this.bytes.subarray(this.at);
      if (chunk === undefined) {
        this.#isEnded = true;
        this.bytes = rest.length === 0 ? rest : Buffer.concat([rest, Buffer.of(newline)]);
      } else {
        this.bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      }
      this.at = 0;
      this.completeEnd = this.bytes.lastIndexOf(newline) + 1;
      if (this.completeEnd === 0 && this.bytes.length > lineBytesMax) throw this.#lineTooLong();
    }
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
    if (code.startsWith("Z_")) {
      const isCutOff = code === "Z_BUF_ERROR";
      return new InputError(
        { path: this.path, byte: this.#bytesTaken() },
        {
          found: isCutOff ? "the end of the file" : (cause as Error).message,
          expected: isCutOff ? "the rest of the gzip stream" : "a sound gzip stream",
        },
        cause,
      );
    }
    return code === "ENOENT"
      ? new OutsideError("FILE_NOT_FOUND", `${this.path}: no such file`, { canRetry: false, cause })
      : new OutsideError("FILE_UNREADABLE", `${this.path}: cannot be read (${code})`, {
          canRetry: false,
          cause,
        });
  }

  #lineTooLong(): InputError {
    return new InputError(
      { path: this.path, line: this.line + 1 },
      { found: `a line of more than ${lineBytesMax} bytes`, expected: "a row of numbers" },
    );
  }
}
