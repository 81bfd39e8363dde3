/** Writes a market's events as a LOBSTER pair, so that other tools (and our own reader) can use it. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { assert } from "../../core/assert.ts";
import {
  type EventBlock,
  eventKind,
  type MarketEventSource,
  tradingStatus,
} from "../../market/event-block.ts";
import { bid, type Side } from "../../market/side.ts";
import { formatLobsterFileName, type LobsterRole } from "./file-name.ts";
import { fileUnitsPerCurrency, messageType } from "./message-row.ts";
import { PrintedBook } from "./printed-book.ts";
import { TextOutput } from "./text-output.ts";

export interface LobsterWriteOptions {
  readonly directory: string;
  /** Trading day, `YYYY-MM-DD`. */
  readonly date: string;
  /** Price levels per side in the orderbook file. */
  readonly levels: number;
  /** What stands in the names between date and role; default `34200000_57600000`. */
  readonly period?: string;
  /** Default `gzip`. */
  readonly storage?: "plain" | "gzip";
}

export interface LobsterWritten {
  readonly messagePath: string;
  readonly orderbookPath: string;
  readonly rows: number;
  /** Events outside the best N levels before and after them, which LOBSTER leaves out. */
  readonly omitted: number;
}

/**
 * Writes an order-by-order source as a LOBSTER pair.
 *
 * The source starts with an empty book and uses the kinds `add` to `status`; its events must be a
 * valid stream (no order loses lots that it does not have), else an InvariantError says which
 * rule broke. Nothing is left under the files' names when the writing fails.
 */
export async function writeLobster(
  source: MarketEventSource,
  options: LobsterWriteOptions,
): Promise<LobsterWritten> {
  const { directory, levels } = options;
  await mkdir(directory, { recursive: true });
  const path = (role: LobsterRole): string => join(directory, fileName(source, options, role));
  const messages = new TextOutput(path("message"));
  const books = new TextOutput(path("orderbook"));
  const tickFileUnits = Math.round(source.instrument.tickSize * fileUnitsPerCurrency);
  const printer = new RecordPrinter(levels, tickFileUnits, messages, books);
  try {
    for await (const block of source.blocks()) {
      for (let row = 0; row < block.length; row++) printer.print(block, row);
      await messages.flush();
      await books.flush();
    }
    await Promise.all([messages.finish(), books.finish()]);
    await messages.publish();
    await books.publish();
  } catch (failure) {
    await Promise.all([messages.discard(), books.discard()]);
    throw failure;
  }
  const { rows, omitted } = printer;
  return { messagePath: messages.path, orderbookPath: books.path, rows, omitted };
}

function fileName(
  source: MarketEventSource,
  options: LobsterWriteOptions,
  role: LobsterRole,
): string {
  const { date, levels, period = "34200000_57600000", storage = "gzip" } = options;
  const { symbol } = source.instrument;
  return formatLobsterFileName({
    symbol,
    date,
    period,
    role,
    levels,
    isCompressed: storage === "gzip",
  });
}

/** Turns each event into its two rows, or leaves it out. */
class RecordPrinter {
  rows = 0;
  omitted = 0;
  readonly #book: PrintedBook;
  readonly #tickFileUnits: number;
  readonly #messages: TextOutput;
  readonly #books: TextOutput;

  constructor(levels: number, tickFileUnits: number, messages: TextOutput, books: TextOutput) {
    this.#book = new PrintedBook(levels, tickFileUnits);
    this.#tickFileUnits = tickFileUnits;
    this.#messages = messages;
    this.#books = books;
  }

  print(block: EventBlock, row: number): void {
    const type = typeOfKind(block.kind[row]!);
    const orderId = block.orderId[row]!;
    const lots = block.quantityLots[row]!;
    const side = block.side[row] as Side;
    const priceTicks = block.priceTicks[row]!;
    if (!this.#isInWindow(type, { orderId, side, priceTicks, lots })) {
      this.omitted++;
      return;
    }
    const time = formatSeconds(block.venueTimeNs[row]!);
    this.#messages.add(
      type === messageType.status
        ? `${time},${type},0,0,${priceOfStatus(lots)},-1\n`
        : `${time},${type},${orderId},${lots},${Math.round(priceTicks * this.#tickFileUnits)},${side === bid ? 1 : -1}\n`,
    );
    this.#books.add(this.#book.formatRow());
    this.rows++;
  }

  /** Applies the event to the book and tells whether LOBSTER would show it. */
  #isInWindow(
    type: number,
    event: {
      readonly orderId: number;
      readonly side: Side;
      readonly priceTicks: number;
      readonly lots: number;
    },
  ): boolean {
    switch (type) {
      case messageType.submission:
        return this.#book.add(event.orderId, event);
      case messageType.deletion:
        assert(
          event.lots === this.#book.lotsOf(event.orderId),
          `a removed order loses all that it has, was ${event.lots}`,
        );
        return this.#book.take(event.orderId, event.lots);
      case messageType.partialCancellation:
      case messageType.execution:
        return this.#book.take(event.orderId, event.lots);
      default:
        return true;
    }
  }
}

function typeOfKind(kind: number): number {
  assert(
    kind >= eventKind.add && kind <= eventKind.status,
    `a LOBSTER file has rows for the kinds add to status only, was ${kind}`,
  );
  // The kinds add to status have the numbers of LOBSTER's types.
  return kind;
}

function priceOfStatus(status: number): number {
  if (status === tradingStatus.halted) return -1;
  return status === tradingStatus.quoting ? 0 : 1;
}

/** Seconds with nine decimals, from whole nanoseconds: no digit is lost in a division. */
function formatSeconds(timeNs: number): string {
  const whole = Math.round(timeNs);
  const seconds = Math.floor(whole / 1e9);
  return `${seconds}.${String(whole - seconds * 1e9).padStart(9, "0")}`;
}
