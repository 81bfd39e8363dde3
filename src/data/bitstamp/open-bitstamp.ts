/**
 * The reader of Bitstamp's order events.
 *
 * - `created` is an `add`; `deleted` with a volume left is a `remove`.
 * - `changed` to less, and `deleted` with nothing left, is a trade. It takes lots off two orders: the
 *   resting one gives `execute`, the one that came in `reduce` or `remove` (`roles.ts`), so each
 *   trade counts once. Trades with an order from before the recording are told by the other order
 *   alone; where that one came in, no trade shows.
 * - An order at another price is removed and added again. It is a market order on its way through
 *   the book; what its volume changes with the price is no trade, but what its money still buys.
 * - An event of an order that was deleted before (they arrive out of order) is left out.
 * - The exchange's own time is that of the order, in whole seconds, so the times of events are those
 *   at which they arrived.
 */
import { basename } from "node:path";
import { InputError } from "../../core/trouble.ts";
import { createInstrument } from "../../market/instrument.ts";
import type { Side } from "../../market/side.ts";
import { StandingOrders } from "../dbn/standing-orders.ts";
import type { LineFeed } from "../line-feed.ts";
import type { Recording } from "../recording.ts";
import { CsvRow } from "../rows/csv-row.ts";
import { Decimal } from "../rows/decimal.ts";
import { dateAt, midnightSeconds, utc } from "../rows/epoch.ts";
import { Grid } from "../rows/grid.ts";
import { createRecording, RecordingRun } from "../rows/recording-run.ts";
import { createStep } from "../rows/step.ts";
import { Tape } from "../rows/tape.ts";
import { type RowReader, readRows, surveyRows, takeLine } from "../rows/text-rows.ts";
import { OrderRow, orderColumns, orderHeader } from "./order-rows.ts";
import { Roles } from "./roles.ts";

export interface BitstampOptions {
  /** Default: the second part of the file's name, `bitstamp_btcusd_…`, in upper case. */
  readonly symbol?: string;
  /** US dollars per tick. Default 0.01. */
  readonly tickSize?: number;
  /** Events per block. Default 4,096. */
  readonly blockCapacity?: number;
}

/** Volumes are whole numbers of this. */
const lotSize = 1e-8;
/** Ids of orders that are gone are remembered so long, for events that come late. */
const deletedMax = 1 << 16;

/** Whether the first bytes of a file (unpacked) are order events of Bitstamp's. */
export function looksLikeBitstamp(head: Buffer, _path: string): boolean {
  return head.toString("latin1", 0, orderHeader.length) === orderHeader;
}

/**
 * Opens a file of order events. Prices may be finer than a tick; quantities are in 1e-8 coins.
 *
 * @throws InputError for another header; from `blocks()` for every fault in the file, with the line.
 *   OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE`
 */
export async function openBitstamp(
  path: string,
  options: BitstampOptions = {},
): Promise<Recording> {
  const firstMs = await findFirstTime(path);
  const date = dateAt(Math.floor(firstMs / 1000), utc);
  const midnight = midnightSeconds(date, utc);
  const tickSize = options.tickSize ?? 0.01;
  const [, symbol = "UNKNOWN"] = basename(path).replace(/\..*$/, "").split("_");
  return createRecording(
    {
      ...{ format: "bitstamp", date, timeZone: utc, granularity: "orders", paths: [path] },
      instrument: createInstrument({
        symbol: options.symbol ?? symbol.toUpperCase(),
        ...{ tickSize, lotSize, roundLotLots: 1 },
      }),
    },
    (run) => {
      const tape = new Tape(run, options.blockCapacity);
      return readRows(run, [path], tape, new BitstampEvents(tape, tickSize, midnight));
    },
  );
}

async function findFirstTime(path: string): Promise<number> {
  const run = new RecordingRun(path);
  const row = new CsvRow();
  const order = new OrderRow();
  let firstMs: number | undefined;
  await surveyRows(path, 2, (feed) => {
    run.line = feed.line + 1;
    if (feed.line === 0) {
      takeHeader(feed, run);
      return;
    }
    row.read(feed);
    order.read(row, run);
    firstMs = order.timeMs;
  });
  if (firstMs !== undefined) return firstMs;
  throw new InputError({ path, line: 2 }, { found: "no row", expected: "order events" });
}

function takeHeader(feed: LineFeed, run: RecordingRun): void {
  const header = takeLine(feed);
  if (header === orderHeader) return;
  throw run.fault(`the header ${JSON.stringify(header.slice(0, 80))}`, orderHeader);
}

class BitstampEvents implements RowReader {
  readonly #tape: Tape;
  readonly #midnightMs: number;
  readonly #grid: Grid;
  readonly #orders: StandingOrders;
  readonly #roles: Roles;
  readonly #row = new CsvRow();
  readonly #order = new OrderRow();
  readonly #price = new Decimal();
  /** In the order of their deletion. */
  readonly #deleted = new Set<number>();

  constructor(tape: Tape, tickSize: number, midnight: number) {
    this.#tape = tape;
    this.#midnightMs = midnight * 1000;
    this.#grid = new Grid(tape.run, createStep(tickSize), createStep(lotSize));
    this.#orders = new StandingOrders(tape);
    this.#roles = new Roles(tape);
  }

  takeRow(feed: LineFeed): void {
    const { run } = this.#tape;
    if (feed.line === 0) {
      takeHeader(feed, run);
      return;
    }
    const order = this.#order;
    this.#row.read(feed);
    order.read(this.#row, run);
    run.rows++;
    if (!this.#row.decimal(orderColumns.price, this.#price)) {
      throw run.fault(`the price ${this.#row.quote(orderColumns.price)}`, "a decimal number");
    }
    const timeNs = (order.timeMs - this.#midnightMs) * 1e6;
    this.#tape.setTimes(timeNs, timeNs);
    this.#apply(this.#grid.quoteTicks(order.side, this.#price));
    this.#tape.endRecord();
    this.#roles.settle();
  }

  #apply(ticks: number): void {
    const order = this.#order;
    const { run } = this.#tape;
    if (order.action === "created") {
      if (this.#deleted.has(order.id)) run.note("stale-update");
      else this.#create(ticks);
      return;
    }
    if (order.action === "deleted") this.#noteDeleted(order.id);
    const slot = this.#orders.find(order.id);
    if (slot < 0) run.note("unknown-order");
    else if (order.lots < 0) run.note("bad-quantity");
    else if (order.action === "deleted") this.#delete(slot);
    else this.#change(slot, ticks);
  }

  #create(ticks: number): void {
    const { id, side, lots } = this.#order;
    if (lots <= 0) this.#tape.run.note("bad-quantity");
    if (!(ticks > 0 && lots > 0)) return;
    this.#roles.noteCreated(id, side, ticks);
    this.#orders.add(id, side, ticks, lots, 0);
  }

  #delete(slot: number): void {
    if (this.#order.lots > 0) this.#orders.remove(slot);
    else this.#trade(slot, this.#orders.lots[slot]!);
  }

  #change(slot: number, ticks: number): void {
    const orders = this.#orders;
    const { id, lots } = this.#order;
    const traded = orders.lots[slot]! - lots;
    const isAtPrice = ticks === orders.priceTicks[slot];
    if (isAtPrice && traded >= 0) {
      if (traded > 0) this.#trade(slot, traded);
      return;
    }
    if (!isAtPrice) this.#tape.run.note("price-change");
    const side = orders.sides[slot] as Side;
    orders.remove(slot);
    if (lots === 0 || !(ticks > 0)) return;
    this.#roles.noteCreated(id, side, ticks);
    orders.add(id, side, ticks, lots, 0);
  }

  /** Lots of an order traded; the trade is told once, by the order that rested. */
  #trade(slot: number, lots: number): void {
    const orders = this.#orders;
    const side = orders.sides[slot] as Side;
    const part = this.#roles.takePart(orders.ids[slot]!, side, orders.priceTicks[slot]!, lots);
    if (part === "resting") orders.execute(slot, lots);
    else orders.reduce(slot, lots);
  }

  #noteDeleted(id: number): void {
    this.#deleted.add(id);
    if (this.#deleted.size <= deletedMax) return;
    const [oldest] = this.#deleted;
    this.#deleted.delete(oldest!);
  }
}
