/** The NASDAQ TotalView-ITCH 5.0 reader: one stock of a day's file, as market events. */
import { basename } from "node:path";
import { assert } from "../../core/assert.ts";
import { InputError } from "../../core/trouble.ts";
import type { EventBlock } from "../../market/event-block.ts";
import { createInstrument, type Instrument } from "../../market/instrument.ts";
import { ByteFeed } from "../byte-feed.ts";
import { EventWriter } from "../lobster/event-writer.ts";
import { Findings, type Granularity, type Recording } from "../recording.ts";
import { ItchCounts } from "./counts.ts";
import { type ItchHead, type ItchStock, readItchHead } from "./directory.ts";
import { readUint16 } from "./field-reader.ts";
import { isDate, parseItchDate } from "./file-name.ts";
import { itchBytesOfType, itchHeaderBytes, priceUnitsPerCurrency } from "./layout.ts";
import {
  expectEndOfFile,
  expectWholeMessage,
  findFrame,
  frame,
  lengthBytes,
} from "./message-frames.ts";
import { StockEvents } from "./stock-events.ts";
import { SystemEvents } from "./system-events.ts";

export interface ItchOptions {
  /** The stock to read; may be left out when the file lists only one. */
  readonly symbol?: string;
  /** Trading day, `YYYY-MM-DD`; may be left out when the file's name holds it. */
  readonly date?: string;
  /** Dollars per tick; a whole number of ITCH's 0.0001. Default 0.01. */
  readonly tickSize?: number;
  /**
   * Where the side of a trade against a hidden order (message P) comes from. Since 2014-07-14
   * NASDAQ prints a buy, whatever it was: `mid` takes the ask for prices above the mid of the
   * displayed book, the bid below it, and the printed side at it. Default: `mid` from that day on,
   * else, and in files that we wrote, `printed`.
   */
  readonly hiddenSide?: "printed" | "mid";
  /** The market whose operational halts (message h) count: `Q` NASDAQ (default), `B` BX, `X` PSX. */
  readonly marketCode?: "Q" | "B" | "X";
  /** Events per block; one record's events never straddle two blocks. Default 4,096. */
  readonly blockCapacity?: number;
}

/** A stock's day out of an ITCH file. */
export interface ItchRecording extends Recording {
  readonly counts: Readonly<ItchCounts>;
  /** SHA-256 of the stored bytes, hex; undefined until the run has reached the end of the file. */
  readonly sha256: string | undefined;
}

/** From this day on the side of message P is always a buy (specification, §1.5.1). */
const hiddenSideMasked = "2014-07-14";

/**
 * Opens an ITCH 5.0 file in NASDAQ's BinaryFILE framing: plain, gzip or zstd.
 *
 * The rules by which messages become events stand in `stock-events.ts` and `docs/formats/itch.md`.
 * The directory at the head is read now; `blocks()` reads the file once, passes over the messages of
 * other stocks by their number, and holds a few chunks, one block and the orders that rest.
 *
 * @throws InputError when the stock is not listed, or none was named and there are several, or the
 *   day is not known; from `blocks()` for every fault, with its byte. OutsideError
 *   `FILE_NOT_FOUND`, `FILE_UNREADABLE`
 */
export async function openItch(path: string, options: ItchOptions = {}): Promise<ItchRecording> {
  const tickSize = options.tickSize ?? 1 / 100;
  const tickUnits = Math.round(tickSize * priceUnitsPerCurrency);
  assert(
    tickUnits >= 1 && Math.abs(tickUnits / priceUnitsPerCurrency - tickSize) < 1e-12,
    `an ITCH tick is a whole number of 0.0001, was ${tickSize}`,
  );
  const date = options.date ?? parseItchDate(basename(path));
  const head = await readItchHead(path, options.symbol);
  if (date === undefined || !isDate(date)) {
    throw new InputError(
      { path },
      {
        found: date === undefined ? "no date in the file name" : `date ${date}`,
        expected: "a day YYYY-MM-DD, as option or in the name as in 01302020.NASDAQ_ITCH50.gz",
      },
    );
  }
  return new ItchFile(path, date, head, tickUnits, options);
}

/** Whether bytes can be the head of an ITCH file: messages whose lengths are those of their types. */
export function looksLikeItch(head: Buffer): boolean {
  let at = 0;
  let messages = 0;
  while (at + lengthBytes < head.length && messages < 3) {
    const length = readUint16(head, at);
    if (length === 0 || itchBytesOfType[head[at + lengthBytes]] !== length) return false;
    at += lengthBytes + length;
    messages++;
  }
  return messages > 0 && head.length >= lengthBytes + itchHeaderBytes;
}

class ItchFile implements ItchRecording {
  readonly format = "itch";
  readonly timeZone = "America/New_York";
  readonly granularity: Granularity = "orders";
  readonly instrument: Instrument;
  readonly date: string;
  readonly paths: readonly string[];
  readonly #path: string;
  readonly #stock: ItchStock;
  readonly #isOnlyStock: boolean;
  readonly #settings: ConstructorParameters<typeof StockEvents>[0];
  readonly #blockCapacity: number;
  #counts = new ItchCounts();
  #findings = new Findings();
  #sha256: string | undefined;

  constructor(path: string, date: string, head: ItchHead, tickUnits: number, options: ItchOptions) {
    const { symbol, roundLotSize } = head.stock;
    const tickSize = tickUnits / priceUnitsPerCurrency;
    const roundLotLots = Math.max(1, roundLotSize);
    this.instrument = createInstrument({ symbol, tickSize, roundLotLots });
    this.date = date;
    this.paths = [path];
    this.#path = path;
    this.#stock = head.stock;
    this.#isOnlyStock = options.symbol === undefined;
    const isMasked = date >= hiddenSideMasked && !head.isAnnotated;
    this.#settings = {
      symbol,
      tickUnits,
      isAnnotated: head.isAnnotated,
      hiddenSide: options.hiddenSide ?? (isMasked ? "mid" : "printed"),
      marketCode: options.marketCode ?? "Q",
    };
    this.#blockCapacity = options.blockCapacity ?? 4096;
  }

  get counts(): Readonly<ItchCounts> {
    return this.#counts;
  }

  get rows(): number {
    return this.#counts.messages;
  }

  get findings(): Findings {
    return this.#findings;
  }

  get sha256(): string | undefined {
    return this.#sha256;
  }

  async *blocks(): AsyncGenerator<EventBlock, void, void> {
    const counts = new ItchCounts();
    this.#counts = counts;
    this.#findings = new Findings();
    this.#sha256 = undefined;
    const feed = new ByteFeed(this.#path);
    const writer = new EventWriter(this.#blockCapacity);
    const stock = new StockEvents(this.#settings, feed, writer, this.#findings);
    const system = new SystemEvents(
      feed,
      this.#findings,
      this.#isOnlyStock ? this.#stock : undefined,
    );
    try {
      for (;;) {
        const ended = readMessages(feed, this.#stock.locate, stock, system, writer, counts);
        if (ended === frame.endOfSession) await expectEndOfFile(feed);
        else if (ended === frame.incomplete && (await feed.extend())) continue;
        if (ended !== frame.message) break;
        counts.events += writer.block.length;
        yield writer.block;
        writer.clear();
      }
      expectWholeMessage(feed);
      system.end();
      this.#sha256 = feed.sha256();
      counts.events += writer.block.length;
      if (writer.block.length > 0) yield writer.block;
    } finally {
      await feed.close();
    }
  }
}

/**
 * Reads what lies ready, or until the block is full.
 *
 * @returns `message` when the block is full; else why there is no further message
 */
function readMessages(
  feed: ByteFeed,
  locate: number,
  stock: StockEvents,
  system: SystemEvents,
  writer: EventWriter,
  counts: ItchCounts,
): (typeof frame)[keyof typeof frame] {
  const bytes = feed.bytes;
  let at = feed.at;
  let messages = 0;
  let ownMessages = 0;
  let next: (typeof frame)[keyof typeof frame] = frame.message;
  while (!(writer.isFull && stock.isRecordComplete)) {
    next = findFrame(feed, at);
    if (next !== frame.message) break;
    const start = at + lengthBytes;
    const code = bytes[start];
    messages++;
    counts.byCode[code]++;
    if (readUint16(bytes, start + 1) === locate) {
      ownMessages++;
      stock.apply(start);
    }
    if (system.concerns(code)) system.apply(start);
    at = start + itchBytesOfType[code];
  }
  feed.at = at;
  counts.messages += messages;
  counts.ownMessages += ownMessages;
  return next;
}
