/** The LOBSTER reader: a message file and an orderbook file, in lock-step, as market events. */
import { createHash } from "node:crypto";
import { assert } from "../../core/assert.ts";
import { InputError } from "../../core/trouble.ts";
import type { EventBlock, MarketEventSource } from "../../market/event-block.ts";
import { createInstrument, type Instrument } from "../../market/instrument.ts";
import { LineFeed } from "../line-feed.ts";
import { BookRow } from "./book-row.ts";
import { createLobsterCounts, type LobsterCounts } from "./counts.ts";
import { EventWriter } from "./event-writer.ts";
import { fileUnitsPerCurrency, MessageRow } from "./message-row.ts";
import { findLobsterPair, type LobsterPair } from "./pair.ts";
import { type MismatchAction, Reconstruction } from "./reconstruction.ts";

export interface LobsterOptions {
  /** Currency units per tick; a whole number of LOBSTER's 0.0001. Default 0.01. */
  readonly tickSize?: number;
  /** Default `throw`: an InputError that names the orderbook file and line. */
  readonly onMismatch?: MismatchAction;
  /** The orderbook file, where it does not lie beside the message file under LOBSTER's name. */
  readonly orderbookPath?: string;
  /** Events per block; one record's events never straddle two blocks. Default 4,096. */
  readonly blockCapacity?: number;
}

/** SHA-256 of the stored bytes (packed, where the files are), hex. */
export interface LobsterDigests {
  readonly message: string;
  readonly orderbook: string;
  /** One for the pair: SHA-256 over the text of the two digests, message first. */
  readonly pair: string;
}

/**
 * A LOBSTER day. `blocks()` may be called again for another run; `counts` and the digests are
 * those of the run begun last.
 */
export interface LobsterSource extends MarketEventSource {
  /** Trading day, `YYYY-MM-DD`. */
  readonly date: string;
  /** Price levels per side in the orderbook file. */
  readonly levels: number;
  readonly messagePath: string;
  readonly orderbookPath: string;
  readonly counts: Readonly<LobsterCounts>;
  /** The pair's digest; undefined until the run has reached the end of both files. */
  readonly sha256: string | undefined;
  readonly digests: LobsterDigests | undefined;
}

/**
 * Opens a LOBSTER pair, plain or gzip.
 *
 * The rules by which rows become events stand in `reconstruction.ts`. Memory does not grow with
 * the files: it holds a few chunks of text, one block, and the book with the levels that left the
 * window. Times are nanoseconds since midnight, prices ticks, quantities shares.
 *
 * @param path the message file, the orderbook file, or a directory that holds exactly one pair
 * @throws InputError for names that are not LOBSTER's; from `blocks()` for every fault in the
 *   files, with file and line or byte. OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE`
 */
export async function openLobster(
  path: string,
  options: LobsterOptions = {},
): Promise<LobsterSource> {
  const tickSize = options.tickSize ?? 1 / 100;
  const tickFileUnits = Math.round(tickSize * fileUnitsPerCurrency);
  assert(
    tickFileUnits >= 1 && Math.abs(tickFileUnits / fileUnitsPerCurrency - tickSize) < 1e-12,
    `a LOBSTER tick is a whole number of 0.0001, was ${tickSize}`,
  );
  const pair = await findLobsterPair(path, options.orderbookPath);
  return new LobsterPairSource(pair, tickFileUnits, options);
}

class LobsterPairSource implements LobsterSource {
  readonly instrument: Instrument;
  readonly date: string;
  readonly levels: number;
  readonly messagePath: string;
  readonly orderbookPath: string;
  readonly #tickFileUnits: number;
  readonly #onMismatch: MismatchAction;
  readonly #blockCapacity: number;
  #counts = createLobsterCounts();
  #digests: LobsterDigests | undefined;

  constructor(pair: LobsterPair, tickFileUnits: number, options: LobsterOptions) {
    const tickSize = tickFileUnits / fileUnitsPerCurrency;
    this.instrument = createInstrument({ symbol: pair.symbol, tickSize });
    this.date = pair.date;
    this.levels = pair.levels;
    this.messagePath = pair.messagePath;
    this.orderbookPath = pair.orderbookPath;
    this.#tickFileUnits = tickFileUnits;
    this.#onMismatch = options.onMismatch ?? "throw";
    this.#blockCapacity = options.blockCapacity ?? 4096;
  }

  get counts(): Readonly<LobsterCounts> {
    return this.#counts;
  }

  get digests(): LobsterDigests | undefined {
    return this.#digests;
  }

  get sha256(): string | undefined {
    return this.#digests?.pair;
  }

  async *blocks(): AsyncGenerator<EventBlock, void, void> {
    const counts = createLobsterCounts();
    this.#counts = counts;
    this.#digests = undefined;
    const { levels, orderbookPath } = this;
    const tickFileUnits = this.#tickFileUnits;
    const writer = new EventWriter(this.#blockCapacity);
    const reconstruction = new Reconstruction(
      { levels, tickFileUnits, onMismatch: this.#onMismatch, orderbookPath },
      writer,
      counts,
    );
    const message = new MessageRow(tickFileUnits);
    const book = new BookRow(levels, tickFileUnits);
    const messages = new LineFeed(this.messagePath);
    const books = new LineFeed(orderbookPath);
    try {
      while (await haveBothRows(messages, books)) {
        while (messages.hasLine && books.hasLine && !writer.isFull) {
          message.read(messages);
          book.read(books);
          reconstruction.apply(message, book);
        }
        if (!writer.isFull) continue;
        counts.events += writer.block.length;
        yield writer.block;
        writer.clear();
      }
      this.#digests = createDigests(messages.sha256(), books.sha256());
      counts.events += writer.block.length;
      if (writer.block.length > 0) yield writer.block;
    } finally {
      await Promise.all([messages.close(), books.close()]);
    }
  }
}

/**
 * Makes a row of each file ready.
 *
 * @returns false at the common end of both
 * @throws InputError when one file ends before the other, or has no row at all
 */
async function haveBothRows(messages: LineFeed, books: LineFeed): Promise<boolean> {
  const hasMessage = messages.hasLine || (await messages.refill());
  const hasBook = books.hasLine || (await books.refill());
  if (hasMessage && hasBook) return true;
  for (const [feed, hasRow] of [
    [messages, hasMessage],
    [books, hasBook],
  ] as const) {
    if (hasRow || feed.line > 0) continue;
    throw new InputError(
      { path: feed.path, line: 1 },
      { found: "an empty file", expected: "a row per message" },
    );
  }
  if (hasMessage !== hasBook) {
    throw new InputError(
      { path: books.path, line: books.line + 1 },
      {
        found: hasBook ? "another row" : `the end of the file after ${books.line} rows`,
        expected: hasBook
          ? `the end of the file, as ${messages.path} has ${messages.line} messages`
          : `a row for every message of ${messages.path}`,
      },
    );
  }
  return false;
}

function createDigests(message: string, orderbook: string): LobsterDigests {
  const pair = createHash("sha256").update(message).update(orderbook).digest("hex");
  return { message, orderbook, pair };
}
