/**
 * From the messages of one stock to market events.
 *
 * | message | events |
 * | --- | --- |
 * | A, F | `add` |
 * | E | `execute` at the order's price |
 * | C, printable, at the order's price | `execute` |
 * | C, printable, at another price | the lots leave (`reduce`, `remove`), then `hiddenExecute` at the message's price |
 * | C, not printable | the lots leave: the trade is in the print of the cross (Q) |
 * | X | `reduce`, or `remove` when nothing is left |
 * | D | `remove` |
 * | U | `remove`, then `add` under the new id: same side, new rank |
 * | P | `hiddenExecute` |
 * | Q | `cross` |
 * | H, h of this market | `status` |
 *
 * The events of one message are one record. What is wrong with a message is a finding where the
 * rest of the file can still be understood, and an InputError where it is no ITCH any more.
 */
import { DepthBook } from "../../market/depth-book.ts";
import { type EventKind, eventFlag, eventKind, tradingStatus } from "../../market/event-block.ts";
import { priceTicksLimit } from "../../market/price-levels.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import type { ByteFeed } from "../byte-feed.ts";
import type { EventWriter } from "../lobster/event-writer.ts";
import type { FindingRule, Findings } from "../recording.ts";
import { annotatedEntry, annotatedExit, annotation } from "./annotation.ts";
import { code, statusOfLetter } from "./letters.ts";
import { OrderTable } from "./order-table.ts";
import { OwnMessage } from "./own-message.ts";

/** Opening records of the deepest books stay below it. */
const recordEventsMax = 1 << 16;

export interface StockEventsOptions {
  readonly symbol: string;
  /** Units of 0.0001 per tick. */
  readonly tickUnits: number;
  readonly isAnnotated: boolean;
  /** Where the side of a hidden trade comes from; see `ItchOptions.hiddenSide`. */
  readonly hiddenSide: "printed" | "mid";
  /** The market whose operational halts (message h) count. */
  readonly marketCode: string;
}

export class StockEvents {
  /** Whether the last record is complete: more of it follows otherwise. */
  isRecordComplete = true;
  readonly #tickUnits: number;
  readonly #marketCode: number;
  readonly #message: OwnMessage;
  readonly #writer: EventWriter;
  readonly #findings: Findings;
  readonly #orders = new OrderTable();
  /** Kept only where the mid is needed. */
  readonly #book: DepthBook | undefined;
  #timeNs = 0;
  /** Notes of the message being read, and the flags that its events have by them. */
  #notes = 0;
  #flags = 0;
  #recordEvents = 0;

  constructor(
    options: StockEventsOptions,
    feed: ByteFeed,
    writer: EventWriter,
    findings: Findings,
  ) {
    this.#tickUnits = options.tickUnits;
    this.#marketCode = options.marketCode.charCodeAt(0);
    this.#message = new OwnMessage(feed, options.symbol, options.isAnnotated);
    this.#writer = writer;
    this.#findings = findings;
    this.#book = options.hiddenSide === "mid" ? new DepthBook() : undefined;
  }

  /**
   * Emits the events of the message that starts at `start`.
   *
   * @throws InputError for a message that cannot be
   */
  apply(start: number): void {
    const message = this.#message;
    message.begin(start);
    this.#notes = message.notes();
    this.#flags = this.#notes & annotation.standing ? eventFlag.standing : 0;
    const timeNs = message.timeNs();
    if (timeNs < this.#timeNs) this.#note("time-backwards");
    else this.#timeNs = timeNs;
    const writer = this.#writer;
    writer.timeNs = this.#timeNs;
    const before = writer.block.length;
    this.#dispatch(message);
    const emitted = writer.block.length - before;
    if (emitted > 0 || !this.isRecordComplete) this.#endMessage(emitted);
  }

  #dispatch(message: OwnMessage): void {
    switch (message.letter(0)) {
      case code.addOrder:
      case code.addOrderWithName:
        this.#add(message);
        break;
      case code.delete:
        this.#delete(message);
        break;
      case code.replace:
        this.#replace(message);
        break;
      case code.executed:
        this.#execute(message);
        break;
      case code.cancel:
        this.#cancel(message);
        break;
      case code.executedWithPrice:
        this.#executeWithPrice(message);
        break;
      case code.trade:
        this.#trade(message);
        break;
      case code.cross:
        this.#cross(message);
        break;
      case code.tradingAction:
        this.#changeStatus(message, 19);
        break;
      case code.operationalHalt:
        if (message.letter(19) === this.#marketCode) this.#changeStatus(message, 20);
        break;
      case code.broken:
        this.#note("broken-trade");
        break;
    }
  }

  #endMessage(emitted: number): void {
    this.#recordEvents = this.isRecordComplete ? emitted : this.#recordEvents + emitted;
    this.isRecordComplete = (this.#notes & annotation.more) === 0;
    if (this.isRecordComplete) {
      this.#writer.endRecord();
      return;
    }
    if (this.#recordEvents <= recordEventsMax) return;
    throw this.#message.fault(3, `a record of more than ${recordEventsMax} events`, "its end");
  }

  #add(message: OwnMessage): void {
    const orderId = message.orderId(11);
    const side = message.side(19);
    const shares = message.uint32(20);
    message.checkStock(24);
    if (shares === 0) this.#note("bad-quantity");
    else this.#enter(annotatedEntry(this.#notes), orderId, side, message.uint32(32), shares);
  }

  #execute(message: OwnMessage): void {
    const orderId = message.orderId(11);
    const slot = this.#findOrder(orderId);
    if (slot < 0) return;
    const lots = this.#checkLots(slot, message.uint32(19));
    if (lots > 0) this.#leave(eventKind.execute, orderId, slot, lots);
  }

  #executeWithPrice(message: OwnMessage): void {
    const orderId = message.orderId(11);
    const printable = message.letter(31);
    if (printable !== code.yes && printable !== code.no) {
      throw message.unknownLetter(31, "printable", "Y or N");
    }
    const slot = this.#findOrder(orderId);
    if (slot < 0) return;
    const lots = this.#checkLots(slot, message.uint32(19));
    if (lots === 0) return;
    const side = this.#orders.sideOf(slot);
    const units = message.uint32(32);
    const isPrinted = printable === code.yes;
    if (isPrinted && units === this.#orders.priceTicks[slot] * this.#tickUnits) {
      this.#leave(eventKind.execute, orderId, slot, lots);
      return;
    }
    const isWhole = lots === this.#orders.lots[slot];
    this.#leave(isWhole ? eventKind.remove : eventKind.reduce, orderId, slot, lots);
    if (isPrinted) this.#printHidden(side, 0, units, lots);
    else this.#note("odd-print");
  }

  #cancel(message: OwnMessage): void {
    const orderId = message.orderId(11);
    const slot = this.#findOrder(orderId);
    if (slot < 0) return;
    const lots = this.#checkLots(slot, message.uint32(19));
    if (lots === 0) return;
    const isWhole = lots === this.#orders.lots[slot];
    const kind = isWhole ? eventKind.remove : eventKind.reduce;
    this.#leave(annotatedExit(this.#notes, kind), orderId, slot, lots);
  }

  #delete(message: OwnMessage): void {
    const orderId = message.orderId(11);
    const slot = this.#findOrder(orderId);
    if (slot < 0) return;
    const kind = annotatedExit(this.#notes, eventKind.remove);
    this.#leave(kind, orderId, slot, this.#orders.lots[slot]);
  }

  #replace(message: OwnMessage): void {
    const orderId = message.orderId(11);
    const newId = message.orderId(19);
    const slot = this.#findOrder(orderId);
    if (slot < 0) return;
    const side = this.#orders.sideOf(slot);
    this.#leave(eventKind.remove, orderId, slot, this.#orders.lots[slot]);
    const shares = message.uint32(27);
    if (shares === 0) this.#note("bad-quantity");
    else this.#enter(eventKind.add, newId, side, message.uint32(31), shares);
  }

  #trade(message: OwnMessage): void {
    const orderId = message.hiddenOrderId(11);
    const printedSide = message.side(19);
    const shares = message.uint32(20);
    message.checkStock(24);
    const units = message.uint32(32);
    const side = this.#book === undefined ? printedSide : this.#sideByMid(units, printedSide);
    if (shares === 0) this.#note("bad-quantity");
    else this.#printHidden(side, orderId, units, shares);
  }

  #printHidden(side: Side, orderId: number, units: number, lots: number): void {
    if (units === 0) {
      this.#note("no-price");
      return;
    }
    const priceTicks = this.#toTradeTicks(units);
    this.#writer.emit(eventKind.hiddenExecute, side, orderId, priceTicks, lots, this.#flags);
  }

  /** A cross that matched nothing is printed with no shares. */
  #cross(message: OwnMessage): void {
    const shares = message.shares64(11);
    message.checkStock(19);
    const priceTicks = this.#toTradeTicks(message.uint32(27));
    this.#writer.emit(eventKind.cross, this.#notedSide(), 0, priceTicks, shares, this.#flags);
  }

  #changeStatus(message: OwnMessage, offset: number): void {
    message.checkStock(11);
    const status = statusOfLetter(message.letter(offset));
    if (status === undefined) {
      throw message.unknownLetter(offset, "trading state", "H, P, Q or T");
    }
    if (status === tradingStatus.halted) this.#note("halt");
    this.#writer.emit(eventKind.status, this.#notedSide(), 0, 0, status, this.#flags);
  }

  /** Takes an order in. One whose price rounds to nothing is known, but shown to nobody. */
  #enter(kind: EventKind, orderId: number, side: Side, units: number, lots: number): void {
    const priceTicks = this.#toBookTicks(side, units);
    const known = this.#orders.find(orderId);
    if (known >= 0) {
      this.#note("repeated-order");
      this.#leave(eventKind.remove, orderId, known, this.#orders.lots[known]);
    }
    this.#orders.add(orderId, side, priceTicks, lots);
    if (priceTicks === 0) {
      this.#note("no-price");
      return;
    }
    this.#changeDepth(side, priceTicks, lots);
    this.#writer.emit(kind, side, orderId, priceTicks, lots, this.#flags);
  }

  /** Takes lots off an order that has them. */
  #leave(kind: EventKind, orderId: number, slot: number, lots: number): void {
    const side = this.#orders.sideOf(slot);
    const priceTicks = this.#orders.priceTicks[slot];
    this.#orders.take(orderId, slot, lots);
    if (priceTicks === 0) return;
    this.#changeDepth(side, priceTicks, -lots);
    this.#writer.emit(kind, side, orderId, priceTicks, lots, this.#flags);
  }

  #changeDepth(side: Side, priceTicks: number, lots: number): void {
    const book = this.#book;
    if (book === undefined || priceTicks >= priceTicksLimit) return;
    book.set(side, priceTicks, book.lotsAt(side, priceTicks) + lots);
  }

  #findOrder(orderId: number): number {
    const slot = this.#orders.find(orderId);
    if (slot < 0) this.#note("unknown-order");
    return slot;
  }

  /** @returns lots that leave, at most those that the order has */
  #checkLots(slot: number, lots: number): number {
    if (lots === 0) this.#note("bad-quantity");
    const standing = this.#orders.lots[slot];
    if (lots <= standing) return lots;
    this.#note("excess-quantity");
    return standing;
  }

  /** Orders between ticks are shown at the tick away from the mid. */
  #toBookTicks(side: Side, units: number): number {
    const ticks = units / this.#tickUnits;
    const whole = Math.floor(ticks);
    if (whole === ticks) return ticks;
    this.#note("off-grid");
    return side === bid ? whole : whole + 1;
  }

  /** Trades keep their price between ticks. */
  #toTradeTicks(units: number): number {
    const ticks = units / this.#tickUnits;
    if (ticks !== Math.floor(ticks)) this.#note("off-grid");
    return ticks;
  }

  /** A hidden order that traded above the mid was for sale; at the mid there is nothing to go by. */
  #sideByMid(units: number, printedSide: Side): Side {
    const priceTicks = units / this.#tickUnits;
    const mid = this.#book?.midTicks() ?? Number.NaN;
    if (priceTicks > mid) return ask;
    return priceTicks < mid ? bid : printedSide;
  }

  #notedSide(): Side {
    return this.#notes & annotation.ask ? ask : bid;
  }

  #note(rule: FindingRule): void {
    const { path, byte } = this.#message;
    this.#findings.note(rule, { path, byte, venueTimeNs: this.#timeNs });
  }
}
