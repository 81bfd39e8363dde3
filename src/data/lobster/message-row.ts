/** One row of a LOBSTER message file, read in place and checked. */
import { InputError } from "../../core/trouble.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import type { LineFeed } from "../line-feed.ts";
import { beginRow, fieldEnd, findMalformation, scanInteger, scanTimeNs } from "./row-scanner.ts";

/** LOBSTER's event types (sample files' readme, 2013; type 6 was added later). */
export const messageType = {
  submission: 1,
  partialCancellation: 2,
  deletion: 3,
  execution: 4,
  hiddenExecution: 5,
  cross: 6,
  status: 7,
} as const;

/** A LOBSTER price is a whole number of ten-thousandths of the currency. */
export const fileUnitsPerCurrency = 10_000;

const columns = ["time", "type", "order id", "size", "price", "direction"] as const;
const orderIdMax = Number.MAX_SAFE_INTEGER;

/** Reused for every row: the fields hold the row read last. */
export class MessageRow {
  timeNs = 0;
  /** One of `messageType`. */
  type = 0;
  orderId = 0;
  lots = 0;
  /** Whole ticks, except for hidden executions and crosses; a status row has its raw price here. */
  priceTicks = 0;
  /** Side of the resting order. */
  side: Side = bid;
  readonly #tickFileUnits: number;

  constructor(tickFileUnits: number) {
    this.#tickFileUnits = tickFileUnits;
  }

  /** @throws InputError when the row is not a sound message */
  read(feed: LineFeed): void {
    beginRow(feed);
    const before = this.timeNs;
    this.timeNs = scanTimeNs(feed);
    this.type = scanInteger(feed, fieldEnd.comma);
    this.orderId = scanInteger(feed, fieldEnd.comma);
    this.lots = scanInteger(feed, fieldEnd.comma);
    const price = scanInteger(feed, fieldEnd.comma);
    const direction = scanInteger(feed, fieldEnd.line);
    this.side = direction === 1 ? bid : ask;
    this.priceTicks = this.type === messageType.status ? price : price / this.#tickFileUnits;
    const isSound =
      this.timeNs >= before && (direction === 1 || direction === -1) && this.#isOfItsType(price);
    if (!isSound) throw this.#describeFault(feed, { before, price, direction });
  }

  #isOfItsType(price: number): boolean {
    if (this.type >= messageType.submission && this.type <= messageType.execution) {
      const ticks = this.priceTicks;
      return (
        this.lots > 0 &&
        price > 0 &&
        ticks === Math.floor(ticks) &&
        this.orderId > 0 &&
        this.orderId <= orderIdMax
      );
    }
    if (this.type === messageType.hiddenExecution) return this.lots > 0 && price > 0;
    // A cross that matched nothing is printed with size 0.
    if (this.type === messageType.cross) return this.lots >= 0 && price >= 0;
    return this.type === messageType.status && price >= -1 && price <= 1;
  }

  #describeFault(
    feed: LineFeed,
    row: { readonly before: number; readonly price: number; readonly direction: number },
  ): InputError {
    const place = { path: feed.path, line: feed.line };
    const malformation = findMalformation(feed, columns);
    if (malformation !== undefined) return new InputError(place, malformation);
    const fault = (found: string, expected: string): InputError =>
      new InputError(place, { found, expected });
    if (this.timeNs < row.before) {
      return fault(
        `time ${formatSeconds(this.timeNs)}`,
        `a time not before ${formatSeconds(row.before)}, that of the row above`,
      );
    }
    if (!(this.type >= 1 && this.type <= 7))
      return fault(`type ${this.type}`, "a type from 1 to 7");
    if (row.direction !== 1 && row.direction !== -1) {
      return fault(`direction ${row.direction}`, "direction 1 (buy order) or -1 (sell order)");
    }
    if (this.type === messageType.status) {
      return fault(`status price ${row.price}`, "-1 (halted), 0 (quoting) or 1 (trading)");
    }
    if (this.lots <= 0) return fault(`size ${this.lots}`, "a size of at least 1");
    if (row.price <= 0) return fault(`price ${row.price}`, "a positive price");
    if (this.priceTicks !== Math.floor(this.priceTicks)) {
      return fault(`price ${row.price}`, `a multiple of the tick, ${this.#tickFileUnits}`);
    }
    return fault(`order id ${this.orderId}`, "an order id from 1 to 2^53 - 1");
  }
}

function formatSeconds(timeNs: number): string {
  return (timeNs / 1e9).toFixed(9);
}
