/** Finds a stock in the directory (messages R) at the head of an ITCH file. */
import { InputError } from "../../core/trouble.ts";
import { ByteFeed } from "../byte-feed.ts";
import { annotatedMark } from "./annotation.ts";
import { readUint16, readUint32 } from "./field-reader.ts";
import { itchHeaderBytes } from "./layout.ts";
import { findFrame, frame, lengthBytes } from "./message-frames.ts";

export interface ItchStock {
  readonly symbol: string;
  /** The number by which every message of today names the stock. */
  readonly locate: number;
  readonly roundLotSize: number;
}

export interface ItchHead {
  readonly stock: ItchStock;
  /** Whether the tracking numbers hold our own notes (`annotation.ts`). */
  readonly isAnnotated: boolean;
}

const stockBytes = 8;
const roundLotAt = itchHeaderBytes + 10;
/** Messages that change a book or print a trade: NASDAQ lists every stock before the first of them. */
const isAfterDirectory = new Uint8Array(256);
for (const type of "AFECXDUPQBI") isAfterDirectory[type.charCodeAt(0)] = 1;
const directoryCode = "R".charCodeAt(0);
const systemCode = "S".charCodeAt(0);
const namesShown = 8;
/** Their numbers have two bytes. */
const stocksMax = 1 << 16;

/**
 * Reads the head of a file, up to the stock or to the end of the directory.
 *
 * @param symbol undefined for the only stock of a file
 * @throws InputError when the stock is not listed, or none was asked for and there are several
 */
export async function readItchHead(path: string, symbol?: string): Promise<ItchHead> {
  const feed = new ByteFeed(path);
  try {
    const head = new DirectoryScan(symbol);
    while (!head.isDone) {
      head.run(feed);
      if (!head.isDone && !(await feed.extend())) break;
    }
    const stock = head.stock ?? head.onlyStock();
    if (stock === undefined) throw head.describeMiss(feed);
    return { stock, isAnnotated: head.isAnnotated };
  } finally {
    await feed.close();
  }
}

/** The stock's name in a message, padding taken off. */
export function readStockName(bytes: Buffer, at: number): string {
  return bytes.toString("latin1", at, at + stockBytes).trimEnd();
}

class DirectoryScan {
  stock: ItchStock | undefined;
  isDone = false;
  isAnnotated = false;
  readonly #symbol: string | undefined;
  readonly #listed = new Map<string, ItchStock>();
  #messages = 0;

  constructor(symbol: string | undefined) {
    this.#symbol = symbol;
  }

  /** Reads what lies ready. */
  run(feed: ByteFeed): void {
    while (!this.isDone) {
      const kind = findFrame(feed, feed.at);
      if (kind === frame.incomplete) return;
      if (kind === frame.endOfSession) this.isDone = true;
      else this.#read(feed, feed.at + lengthBytes);
      if (!this.isDone) feed.at += lengthBytes + readUint16(feed.bytes, feed.at);
    }
  }

  onlyStock(): ItchStock | undefined {
    const isOnly = this.#symbol === undefined && this.#listed.size === 1;
    return isOnly ? [...this.#listed.values()][0] : undefined;
  }

  describeMiss(feed: ByteFeed): InputError {
    const names = [...this.#listed.keys()].sort();
    const some = names.slice(0, namesShown).join(", ");
    const listed = names.length > namesShown ? `${some}, …` : some;
    const count = `${names.length} ${names.length === 1 ? "stock" : "stocks"} (${listed})`;
    const place = { path: feed.path, byte: feed.position };
    if (names.length === 0) {
      return new InputError(place, {
        found: "no stock directory (message R) up to here",
        expected: `one that lists ${this.#symbol ?? "a stock"}`,
      });
    }
    return this.#symbol === undefined
      ? new InputError(place, { found: `${count} up to here`, expected: "a symbol to choose one" })
      : new InputError(place, {
          found: `${count} up to here`,
          expected: `${this.#symbol} among them`,
        });
  }

  #describeFlood(feed: ByteFeed): InputError {
    const place = { path: feed.path, byte: feed.position };
    return new InputError(place, {
      found: `more than ${stocksMax} stocks`,
      expected: "as many as have a number of two bytes",
    });
  }

  #read(feed: ByteFeed, start: number): void {
    const { bytes } = feed;
    const code = bytes[start];
    if (this.#messages++ === 0 && code === systemCode) {
      this.isAnnotated = readUint16(bytes, start + 3) === annotatedMark;
    }
    if (isAfterDirectory[code] === 1) this.isDone = true;
    if (code !== directoryCode) return;
    const stock: ItchStock = {
      symbol: readStockName(bytes, start + itchHeaderBytes),
      locate: readUint16(bytes, start + 1),
      roundLotSize: readUint32(bytes, start + roundLotAt),
    };
    this.#listed.set(stock.symbol, stock);
    if (this.#listed.size > stocksMax) throw this.#describeFlood(feed);
    if (stock.symbol !== this.#symbol) return;
    this.stock = stock;
    this.isDone = true;
  }
}
