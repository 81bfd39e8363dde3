/** The message being read, in place: its fields by offset, checked, and faults with their byte. */
import { InputError } from "../../core/trouble.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import type { ByteFeed } from "../byte-feed.ts";
import { orderIdOf } from "./annotation.ts";
import { readStockName } from "./directory.ts";
import { readUint16, readUint32, readUint48, readUint64 } from "./field-reader.ts";
import { code } from "./letters.ts";
import { byteOf } from "./message-frames.ts";

const idLimit = 2 ** 53;
const dayNs = 24 * 3600e9;

/** Reused for every message. */
export class OwnMessage {
  readonly #feed: ByteFeed;
  readonly #symbol: string;
  readonly #isAnnotated: boolean;
  readonly #symbolHigh: number;
  readonly #symbolLow: number;
  #bytes: Buffer;
  #start = 0;

  constructor(feed: ByteFeed, symbol: string, isAnnotated: boolean) {
    this.#feed = feed;
    this.#bytes = feed.bytes;
    this.#symbol = symbol;
    this.#isAnnotated = isAnnotated;
    const name = Buffer.from(symbol.padEnd(8), "latin1");
    this.#symbolHigh = readUint32(name, 0);
    this.#symbolLow = readUint32(name, 4);
  }

  /** @param start the message's first byte, in the window */
  begin(start: number): void {
    this.#bytes = this.#feed.bytes;
    this.#start = start;
  }

  get path(): string {
    return this.#feed.path;
  }

  /** The message's first byte, in the unpacked file. */
  get byte(): number {
    return byteOf(this.#feed, this.#start);
  }

  letter(offset: number): number {
    return this.#bytes[this.#start + offset];
  }

  /** Notes in the tracking number; 0 in files that are not ours. */
  notes(): number {
    return this.#isAnnotated ? readUint16(this.#bytes, this.#start + 3) : 0;
  }

  timeNs(): number {
    const timeNs = readUint48(this.#bytes, this.#start + 5);
    if (timeNs > dayNs) throw this.fault(5, `time ${timeNs}`, "at most 24 hours after midnight");
    return timeNs;
  }

  uint32(offset: number): number {
    return readUint32(this.#bytes, this.#start + offset);
  }

  /** Shares in eight bytes. */
  shares64(offset: number): number {
    const shares = readUint64(this.#bytes, this.#start + offset);
    if (shares >= idLimit) throw this.fault(offset, `${shares} shares`, "less than 2^53");
    return shares;
  }

  /** An order id that a column of doubles can hold. */
  orderId(offset: number): number {
    const at = this.#start + offset;
    const id = readUint64(this.#bytes, at);
    if (id === 0 || id >= idLimit) {
      const found = `order ${this.#bytes.readBigUInt64BE(at)}`;
      throw this.fault(offset, found, "an order id from 1 to 2^53 - 1");
    }
    return this.#isAnnotated ? orderIdOf(id) : id;
  }

  /** The id of an order that was not displayed: NASDAQ gives none, our own files may. */
  hiddenOrderId(offset: number): number {
    return this.#isAnnotated && readUint64(this.#bytes, this.#start + offset) > 0
      ? this.orderId(offset)
      : 0;
  }

  side(offset: number): Side {
    const letter = this.letter(offset);
    if (letter === code.buy) return bid;
    if (letter === code.sell) return ask;
    throw this.unknownLetter(offset, "side", "B or S");
  }

  /** @throws InputError when the stock's name is not the one that its number stands for */
  checkStock(offset: number): void {
    const bytes = this.#bytes;
    const at = this.#start + offset;
    const isOwn =
      readUint32(bytes, at) === this.#symbolHigh && readUint32(bytes, at + 4) === this.#symbolLow;
    if (isOwn) return;
    const name = JSON.stringify(readStockName(bytes, at));
    throw this.fault(offset, `stock ${name} under the number of ${this.#symbol}`, this.#symbol);
  }

  unknownLetter(offset: number, what: string, expected: string): InputError {
    const at = this.#start + offset;
    const letter = JSON.stringify(this.#bytes.toString("latin1", at, at + 1));
    return this.fault(offset, `${what} ${letter}`, expected);
  }

  fault(offset: number, found: string, expected: string): InputError {
    return new InputError({ path: this.path, byte: this.byte + offset }, { found, expected });
  }
}
