/** The columns of Bitstamp's order events, as the R package obAnalytics records them. */

import { ask, bid, type Side } from "../../market/side.ts";
import type { CsvRow } from "../rows/csv-row.ts";
import type { RecordingRun } from "../rows/recording-run.ts";

export const orderHeader = "id,timestamp,exchange.timestamp,price,volume,action,direction";
export const orderColumns = {
  id: 0,
  timeMs: 1,
  price: 3,
  volume: 4,
  action: 5,
  direction: 6,
} as const;
const columnCount = 7;
/** Up to the year 2200. */
const timeMsMax = 7.3e12;

export type OrderAction = "created" | "changed" | "deleted";

/** Reused for every row. The price is read apart. */
export class OrderRow {
  id = 0;
  /** When the event came here, milliseconds since 1970. */
  timeMs = 0;
  /** What the order still has, in 1e-8 coins. */
  lots = 0;
  action: OrderAction = "created";
  side: Side = bid;

  /** @throws InputError when the row is not an order event */
  read(row: CsvRow, run: RecordingRun): void {
    if (row.count !== columnCount)
      throw run.fault(`${row.count} columns`, `${columnCount} columns`);
    this.id = row.integer(orderColumns.id);
    this.timeMs = row.integer(orderColumns.timeMs);
    this.lots = row.integer(orderColumns.volume);
    if (!(this.id > 0)) throw run.fault(`the id ${row.quote(0)}`, "a whole number from 1");
    if (!(this.timeMs >= 0 && this.timeMs < timeMsMax)) {
      throw run.fault(`the time ${row.quote(1)}`, "milliseconds since 1970");
    }
    if (Number.isNaN(this.lots)) {
      throw run.fault(`the volume ${row.quote(4)}`, "a whole number of 1e-8");
    }
    const action = row.text(orderColumns.action);
    const direction = row.text(orderColumns.direction);
    if (action !== "created" && action !== "changed" && action !== "deleted") {
      throw run.fault(`the action ${JSON.stringify(action)}`, "created, changed or deleted");
    }
    if (direction !== "bid" && direction !== "ask") {
      throw run.fault(`the direction ${JSON.stringify(direction)}`, "bid or ask");
    }
    this.action = action;
    this.side = direction === "bid" ? bid : ask;
  }
}
