/** One row of a LOBSTER orderbook file: the best levels of both sides after a message. */
import { InputError } from "../../core/trouble.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import type { LineFeed } from "../line-feed.ts";
import { beginRow, fieldEnd, findMalformation, scanInteger } from "./row-scanner.ts";

/** Stands for the price of a level that does not exist; positive or negative, with size 0. */
export const dummyPrice = 9_999_999_999;

/** The levels of one side, best first. */
export interface BookRowSide {
  readonly side: Side;
  /** Levels in use. */
  count: number;
  readonly priceTicks: Float64Array;
  readonly lots: Float64Array;
}

/** Reused for every row: the fields hold the row read last. */
export class BookRow {
  readonly levels: number;
  readonly bid: BookRowSide;
  readonly ask: BookRowSide;
  readonly #tickFileUnits: number;
  readonly #columns: readonly string[];

  constructor(levels: number, tickFileUnits: number) {
    this.levels = levels;
    this.bid = createBookRowSide(bid, levels);
    this.ask = createBookRowSide(ask, levels);
    this.#tickFileUnits = tickFileUnits;
    this.#columns = Array.from({ length: levels }, (_, level) => [
      `ask price ${level + 1}`,
      `ask size ${level + 1}`,
      `bid price ${level + 1}`,
      `bid size ${level + 1}`,
    ]).flat();
  }

  /** @throws InputError when the row is not a sound book */
  read(feed: LineFeed): void {
    beginRow(feed);
    this.bid.count = 0;
    this.ask.count = 0;
    const last = this.levels - 1;
    for (let level = 0; level <= last; level++) {
      const askPrice = scanInteger(feed, fieldEnd.comma);
      const askLots = scanInteger(feed, fieldEnd.comma);
      const bidPrice = scanInteger(feed, fieldEnd.comma);
      const bidLots = scanInteger(feed, level === last ? fieldEnd.line : fieldEnd.comma);
      if (!this.#take(this.ask, level, askPrice, askLots)) {
        throw this.#describeFault(feed, `ask level ${level + 1}`, askPrice, askLots);
      }
      if (!this.#take(this.bid, level, bidPrice, bidLots)) {
        throw this.#describeFault(feed, `bid level ${level + 1}`, bidPrice, bidLots);
      }
    }
  }

  /** Stores one level; false unless it is a dummy below the rest or a level worse than the one above. */
  #take(side: BookRowSide, level: number, price: number, lots: number): boolean {
    if (lots === 0) return price === dummyPrice || price === -dummyPrice;
    const ticks = price / this.#tickFileUnits;
    if (!(lots > 0 && price > 0 && ticks === Math.floor(ticks) && side.count === level))
      return false;
    if (level > 0) {
      const above = side.priceTicks[level - 1]!;
      if (side.side === ask ? ticks <= above : ticks >= above) return false;
    }
    side.priceTicks[level] = ticks;
    side.lots[level] = lots;
    side.count = level + 1;
    return true;
  }

  #describeFault(feed: LineFeed, level: string, price: number, lots: number): InputError {
    const place = { path: feed.path, line: feed.line };
    const malformation = findMalformation(feed, this.#columns);
    if (malformation !== undefined) {
      // A first row with other columns than the name promises is a matter of the name.
      const why =
        feed.line === 1 && malformation.found.endsWith(" columns")
          ? `: ${this.levels} levels as in the file's name`
          : "";
      return new InputError(place, {
        found: malformation.found,
        expected: `${malformation.expected}${why}`,
      });
    }
    const ticks = price / this.#tickFileUnits;
    const expected =
      lots <= 0
        ? `a positive size, or size 0 at the dummy price ${dummyPrice}`
        : price <= 0
          ? "a positive price"
          : ticks !== Math.floor(ticks)
            ? `a multiple of the tick, ${this.#tickFileUnits}`
            : "levels in order of price, each once, with dummies only below them";
    return new InputError(place, { found: `size ${lots} at price ${price} on ${level}`, expected });
  }
}

function createBookRowSide(side: Side, levels: number): BookRowSide {
  return {
    side,
    count: 0,
    priceTicks: new Float64Array(levels),
    lots: new Float64Array(levels),
  };
}
