/** The records of a DBN file, one after the other, in place. */
import { InputError } from "../../core/trouble.ts";
import { ByteFeed } from "../byte-feed.ts";
import { header } from "./layout.ts";
import { type DbnMetadata, readMetadata } from "./metadata.ts";

export class RecordFeed {
  readonly path: string;
  /** Holds the record taken last. */
  view: DataView = new DataView(new ArrayBuffer(0));
  /** Where the record taken last begins in `view`, its length, and its place in the file. */
  at = 0;
  length = 0;
  byte = 0;
  readonly #feed: ByteFeed;
  #viewed: Buffer | undefined;

  /** @throws OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE` */
  constructor(path: string) {
    this.path = path;
    this.#feed = new ByteFeed(path);
  }

  /** Comes before everything else. */
  readMetadata(): Promise<DbnMetadata> {
    return readMetadata(this.#feed);
  }

  /** Whether a whole record lies ready. */
  get hasRecord(): boolean {
    const { bytes, at } = this.#feed;
    return at < bytes.length && at + bytes[at]! * 4 <= bytes.length;
  }

  /**
   * Makes a record ready.
   *
   * @returns false at the end of the file
   * @throws InputError where the file ends within a record, or cannot be unpacked
   */
  async refill(): Promise<boolean> {
    const feed = this.#feed;
    while (!this.hasRecord) {
      if (await feed.extend()) continue;
      if (feed.left === 0) return false;
      throw new InputError(
        { path: this.path, byte: feed.position },
        {
          found: `the end of the file after ${feed.left} bytes`,
          expected: `a record of ${feed.bytes[feed.at]! * 4} bytes`,
        },
      );
    }
    return true;
  }

  /**
   * Takes the next record. Only where `hasRecord`.
   *
   * @returns its type
   */
  take(): number {
    const feed = this.#feed;
    if (feed.bytes !== this.#viewed) {
      const { buffer, byteOffset, byteLength } = feed.bytes;
      this.view = new DataView(buffer, byteOffset, byteLength);
      this.#viewed = feed.bytes;
    }
    this.byte = feed.position;
    this.at = feed.at;
    this.length = feed.bytes[feed.at]! * 4;
    this.require(header.bytes);
    feed.at += this.length;
    return this.view.getUint8(this.at + header.type);
  }

  /** @throws InputError when the record is shorter than its type must be */
  require(bytes: number): void {
    if (this.length >= bytes) return;
    throw new InputError(
      { path: this.path, byte: this.byte },
      { found: `a record of ${this.length} bytes`, expected: `at least ${bytes}` },
    );
  }

  /** Lets go of the file, wherever the reading stands. */
  close(): Promise<void> {
    return this.#feed.close();
  }
}
