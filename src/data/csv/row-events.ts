/**
 * From the rows of our own CSV to market events: what a row must have, and what its orders allow.
 *
 * A row that is no row (a missing side, a price that differs from the order's) is an InputError; one
 * that can be left out or put right without harm to the rest is a finding.
 */
import { eventFlag, eventKind } from "../../market/event-block.ts";
import { bid } from "../../market/side.ts";
import { OrderTable } from "../itch/order-table.ts";
import type { LineFeed } from "../line-feed.ts";
import type { EventWriter } from "../lobster/event-writer.ts";
import type { FindingRule, Findings } from "../recording.ts";
import type { CsvHeader } from "./header.ts";
import { type CsvRow, csvColumn } from "./row.ts";

/** Opening records of the deepest books stay below it. */
const recordEventsMax = 1 << 16;

export class RowEvents {
  /** Whether the last record is complete: more of it follows otherwise. */
  isRecordComplete = true;
  readonly #header: CsvHeader;
  readonly #feed: LineFeed;
  readonly #row: CsvRow;
  readonly #writer: EventWriter;
  readonly #findings: Findings;
  readonly #orders = new OrderTable();
  #timeNs = 0;
  #recordEvents = 0;

  constructor(
    header: CsvHeader,
    feed: LineFeed,
    row: CsvRow,
    writer: EventWriter,
    findings: Findings,
  ) {
    this.#header = header;
    this.#feed = feed;
    this.#row = row;
    this.#writer = writer;
    this.#findings = findings;
  }

  /**
   * Emits the events of the row read last.
   *
   * @throws InputError for a row that cannot be, naming line and column
   */
  apply(): void {
    const row = this.#row;
    const writer = this.#writer;
    if (row.timeNs < this.#timeNs) this.#note("time-backwards");
    else this.#timeNs = row.timeNs;
    writer.timeNs = this.#timeNs;
    const before = writer.block.length;
    this.#dispatch(row);
    const emitted = writer.block.length - before;
    if (emitted > 0 || !this.isRecordComplete) this.#endRow(emitted);
  }

  #endRow(emitted: number): void {
    this.#recordEvents = this.isRecordComplete ? emitted : this.#recordEvents + emitted;
    this.isRecordComplete = (this.#row.flags & eventFlag.endOfRecord) !== 0;
    if (this.isRecordComplete) this.#writer.endRecord();
    if (this.#recordEvents <= recordEventsMax) return;
    const found = `a record of more than ${recordEventsMax} rows`;
    throw this.#row.fault(csvColumn.note, found, "its end: a row without the note more");
  }

  #dispatch(row: CsvRow): void {
    switch (row.kind) {
      case eventKind.add:
      case eventKind.reveal:
        this.#expectOrders(true);
        this.#enter(row);
        break;
      case eventKind.reduce:
      case eventKind.remove:
      case eventKind.execute:
      case eventKind.withdraw:
        this.#expectOrders(true);
        this.#leave(row);
        break;
      case eventKind.level:
        this.#expectOrders(false);
        this.#setLevel(row);
        break;
      case eventKind.trade:
        this.#expectOrders(false);
        this.#print(row);
        break;
      case eventKind.hiddenExecute:
        this.#print(row);
        break;
      case eventKind.cross:
        // A cross that matched nothing has neither lots nor a price.
        if (row.lots === 0) this.#emit(row, Number.isNaN(row.priceTicks) ? 0 : row.priceTicks);
        else this.#print(row);
        break;
      case eventKind.status:
        if (row.lots === 0) this.#note("halt");
        this.#emit(row, Number.isNaN(row.priceTicks) ? 0 : row.priceTicks);
        break;
    }
  }

  #enter(row: CsvRow): void {
    const { side, orderId, lots } = row;
    if (!row.hasSide) throw row.fault(csvColumn.side, "nothing", "bid or ask");
    if (orderId === 0) throw row.fault(csvColumn.order, "no order", "an order id other than 0");
    if (!this.#hasLots() || !this.#hasPrice()) return;
    const known = this.#orders.find(orderId);
    if (known >= 0) {
      this.#note("repeated-order");
      const [knownSide, knownLots] = [this.#orders.sideOf(known), this.#orders.lots[known]];
      const price = this.#orders.priceTicks[known];
      this.#orders.take(orderId, known, knownLots);
      this.#writer.emit(eventKind.remove, knownSide, orderId, price, knownLots, 0);
    }
    const priceTicks = this.#toBookTicks(row);
    this.#orders.add(orderId, side, priceTicks, lots);
    this.#emit(row, priceTicks);
  }

  #leave(row: CsvRow): void {
    const { orderId } = row;
    const orders = this.#orders;
    if (orderId === 0) throw row.fault(csvColumn.order, "no order", "an order id other than 0");
    const slot = orders.find(orderId);
    if (slot < 0) {
      this.#note("unknown-order");
      return;
    }
    const side = orders.sideOf(slot);
    const priceTicks = orders.priceTicks[slot];
    this.#expectAgreement(row, slot);
    const standing = orders.lots[slot];
    const isRemoval = row.kind === eventKind.remove;
    if (isRemoval && Number.isNaN(row.lots)) row.lots = standing;
    if (!this.#hasLots()) return;
    if (row.lots > standing) this.#note("excess-quantity");
    const lots = Math.min(row.lots, standing);
    if (isRemoval && lots < standing && (row.flags & eventFlag.standing) === 0) {
      const found = `${lots} lots removed of order ${orderId}`;
      throw row.fault(csvColumn.quantity, found, `all that it has, ${standing}, or a reduce`);
    }
    orders.take(orderId, slot, lots);
    const flags = row.flags & ~eventFlag.endOfRecord;
    this.#writer.emit(row.kind, side, orderId, priceTicks, lots, flags);
  }

  #setLevel(row: CsvRow): void {
    if (!row.hasSide) throw row.fault(csvColumn.side, "nothing", "bid or ask");
    if (!(row.lots >= 0)) {
      this.#note("bad-quantity");
      return;
    }
    if (this.#hasPrice()) this.#emit(row, this.#toBookTicks(row));
  }

  #print(row: CsvRow): void {
    if (!this.#hasLots() || !this.#hasPrice()) return;
    if (row.priceTicks !== Math.floor(row.priceTicks)) this.#note("off-grid");
    this.#emit(row, row.priceTicks);
  }

  #emit(row: CsvRow, priceTicks: number): void {
    const flags = row.flags & ~eventFlag.endOfRecord;
    this.#writer.emit(row.kind, row.side, row.orderId, priceTicks, row.lots, flags);
  }

  /** Side and price of an order may be repeated, but not changed. */
  #expectAgreement(row: CsvRow, slot: number): void {
    const side = this.#orders.sideOf(slot);
    if (row.hasSide && row.side !== side) {
      throw row.fault(csvColumn.side, "the other side", `that of order ${row.orderId}, or nothing`);
    }
    if (Number.isNaN(row.priceTicks)) return;
    const ticks = side === bid ? Math.floor(row.priceTicks) : Math.ceil(row.priceTicks);
    if (ticks === this.#orders.priceTicks[slot]) return;
    throw row.fault(
      csvColumn.price,
      `${row.priceTicks} ticks`,
      `${this.#orders.priceTicks[slot]}, where order ${row.orderId} stands, or nothing`,
    );
  }

  #expectOrders(isOfOrders: boolean): void {
    const { granularity } = this.#header;
    if ((granularity === "orders") === isOfOrders) return;
    const expected = `a kind that a file of granularity ${granularity} has`;
    throw this.#row.fault(csvColumn.kind, "a kind of another granularity", expected);
  }

  #hasLots(): boolean {
    const holds = this.#row.lots > 0;
    if (!holds) this.#note("bad-quantity");
    return holds;
  }

  #hasPrice(): boolean {
    const { priceTicks } = this.#row;
    const holds = priceTicks !== 0 && !Number.isNaN(priceTicks);
    if (!holds) this.#note("no-price");
    return holds;
  }

  /** What rests between ticks is shown at the tick away from the mid. */
  #toBookTicks(row: CsvRow): number {
    const whole = Math.floor(row.priceTicks);
    if (whole === row.priceTicks) return whole;
    this.#note("off-grid");
    return row.side === bid ? whole : whole + 1;
  }

  #note(rule: FindingRule): void {
    const { path, line } = this.#feed;
    this.#findings.note(rule, { path, line, venueTimeNs: this.#timeNs });
  }
}
