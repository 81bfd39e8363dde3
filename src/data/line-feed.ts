/**
 * A stored text file as a window of bytes that always holds whole lines.
 *
 * The reader of rows works on `bytes` from `at` to `completeEnd` without waiting, and asks for
 * more only when that is used up.
 */
import { InputError } from "../core/trouble.ts";
import { ByteFeed } from "./byte-feed.ts";

/** No row is longer: 9,999 levels of four numbers stay below it. */
const lineBytesMax = 1 << 20;
const newline = 10;

export class LineFeed {
  readonly path: string;
  /** One past the last line end in `bytes`. */
  completeEnd = 0;
  /** Where the row being read starts. */
  rowStart = 0;
  /** The row being read, counted from 1; 0 before the first. */
  line = 0;
  readonly #feed: ByteFeed;

  /** @throws OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE` */
  constructor(path: string) {
    this.path = path;
    this.#feed = new ByteFeed(path);
  }

  get bytes(): Buffer {
    return this.#feed.bytes;
  }

  /** Next byte to read. */
  get at(): number {
    return this.#feed.at;
  }

  set at(value: number) {
    this.#feed.at = value;
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
    const feed = this.#feed;
    while (this.at >= this.completeEnd) {
      if (feed.isEnded) return false;
      if (!(await feed.extend()) && feed.left > 0) {
        // The last line may lack its end.
        feed.bytes = Buffer.concat([feed.bytes.subarray(feed.at), Buffer.of(newline)]);
        feed.at = 0;
      }
      this.completeEnd = feed.bytes.lastIndexOf(newline) + 1;
      if (this.completeEnd === 0 && feed.bytes.length > lineBytesMax) throw this.#lineTooLong();
    }
    return true;
  }

  /** SHA-256 of the stored bytes (packed, where the file is), hex; only after the end of the file. */
  sha256(): string {
    return this.#feed.sha256();
  }

  /** Lets go of the file, wherever the reading stands. */
  close(): Promise<void> {
    return this.#feed.close();
  }

  #lineTooLong(): InputError {
    return new InputError(
      { path: this.path, line: this.line + 1 },
      { found: `a line of more than ${lineBytesMax} bytes`, expected: "a row of numbers" },
    );
  }
}
