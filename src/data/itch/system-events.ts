/** Messages that concern the whole file: its beginning and end, market hours, the directory. */
import { nsPerHour } from "../../core/time.ts";
import { InputError } from "../../core/trouble.ts";
import type { ByteFeed } from "../byte-feed.ts";
import type { Findings } from "../recording.ts";
import { type ItchStock, readStockName } from "./directory.ts";
import { readUint16, readUint48 } from "./field-reader.ts";
import { itchHeaderBytes } from "./layout.ts";
import { byteOf } from "./message-frames.ts";

const systemCode = "S".charCodeAt(0);
const directoryCode = "R".charCodeAt(0);
const marketCloseNs = 16 * nsPerHour;

export class SystemEvents {
  readonly #feed: ByteFeed;
  readonly #findings: Findings;
  readonly #onlyStock: ItchStock | undefined;
  #hasBegun = false;
  #hasEnded = false;

  /** @param onlyStock given when the file must not list another */
  constructor(feed: ByteFeed, findings: Findings, onlyStock: ItchStock | undefined) {
    this.#feed = feed;
    this.#findings = findings;
    this.#onlyStock = onlyStock;
  }

  concerns(code: number): boolean {
    return code === systemCode || code === directoryCode;
  }

  /** @throws InputError for a second stock where there must be one, or an unknown event */
  apply(start: number): void {
    const { bytes } = this.#feed;
    if (bytes[start] === directoryCode) this.#checkStock(bytes, start);
    else this.#note(String.fromCharCode(bytes[start + itchHeaderBytes]), start);
  }

  /** At the end of the file: one that began with "start of messages" ends with "end of messages". */
  end(): void {
    if (!this.#hasBegun || this.#hasEnded) return;
    this.#findings.note("gap", { path: this.#feed.path, byte: this.#feed.position });
  }

  #note(event: string, start: number): void {
    const { path, bytes } = this.#feed;
    const byte = byteOf(this.#feed, start);
    switch (event) {
      case "O":
        this.#hasBegun = true;
        return;
      case "C":
        this.#hasEnded = true;
        return;
      case "M": {
        const venueTimeNs = readUint48(bytes, start + 5);
        if (venueTimeNs < marketCloseNs) {
          this.#findings.note("half-day", { path, byte, venueTimeNs });
        }
        return;
      }
      case "S":
      case "Q":
      case "E":
        return;
      default:
        throw new InputError(
          { path, byte: byte + itchHeaderBytes },
          {
            found: `system event ${JSON.stringify(event)}`,
            expected: "one of O, S, Q, M, E and C",
          },
        );
    }
  }

  #checkStock(bytes: Buffer, start: number): void {
    const only = this.#onlyStock;
    if (only === undefined || readUint16(bytes, start + 1) === only.locate) return;
    throw new InputError(
      { path: this.#feed.path, byte: byteOf(this.#feed, start) },
      {
        found: `another stock, ${readStockName(bytes, start + itchHeaderBytes)}, after ${only.symbol}`,
        expected: "a symbol to choose one",
      },
    );
  }
}
