/** A text file that appears under its name only when it is complete. */
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { PassThrough, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

export class TextOutput {
  readonly path: string;
  readonly #partialPath: string;
  readonly #head: Transform;
  readonly #written: Promise<void>;
  #pending = "";

  /** @param path packed with gzip when it ends in `.gz` */
  constructor(path: string) {
    this.path = path;
    this.#partialPath = `${path}.partial`;
    this.#head = path.endsWith(".gz") ? createGzip() : new PassThrough();
    this.#written = pipeline(this.#head, createWriteStream(this.#partialPath));
    // Whoever waits for room, or for the end, meets the failure; nobody may be waiting right now.
    this.#written.catch(() => undefined);
  }

  add(text: string): void {
    this.#pending += text;
  }

  /** Hands over what has gathered, and waits while the disk is behind. */
  async flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = "";
    if (this.#head.write(text) || this.#head.destroyed) return;
    const drained = new Promise<void>((resolve) => this.#head.once("drain", resolve));
    await Promise.race([drained, this.#written]);
  }

  /** Puts the rest on disk, still under the temporary name. */
  async finish(): Promise<void> {
    await this.flush();
    this.#head.end();
    await this.#written;
  }

  /** Gives the finished file its name. */
  async publish(): Promise<void> {
    await rename(this.#partialPath, this.path);
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    this.#head.destroy();
    await this.#written.catch(() => undefined);
    await rm(this.#partialPath, { force: true });
  }
}
