/**
 * Writes the events of a recording: in the order of both clocks, with the book they make kept
 * beside them, so that what is wrong with either is noted where it happens.
 */

import { DepthBook } from "../../market/depth-book.ts";
import { type EventKind, eventFlag, eventKind } from "../../market/event-block.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import { EventWriter } from "../lobster/event-writer.ts";
import type { RecordingRun } from "./recording-run.ts";

/** Nanoseconds beyond this (104 days) are no longer exact in a double. */
const timeNsMax = Number.MAX_SAFE_INTEGER;
const defaultCapacity = 4096;
/** A record of more events than this is handed over before its end. */
const openRecordEventsMax = 1 << 16;
/** So many prices are looked through one by one; for more, a set is made. */
const scanMax = 32;

export class Tape extends EventWriter {
  /** When the record was received here. */
  localTimeNs = 0;
  /** The book after the last record. */
  readonly book = new DepthBook();
  readonly run: RecordingRun;
  readonly #stale: number[] = [];
  #recordStart = 0;
  #hasBookChanged = false;

  constructor(run: RecordingRun, blockCapacity = defaultCapacity) {
    super(blockCapacity);
    this.run = run;
  }

  /**
   * What follows happened and was received at these times.
   *
   * Venue times never go back: an earlier one is raised to that of the record before. Nothing is
   * received before it happened: where the clocks say so, it was received as it happened.
   */
  setTimes(venueTimeNs: number, localTimeNs: number): void {
    if (!(Math.abs(venueTimeNs) <= timeNsMax)) {
      throw this.run.fault(
        `a time ${venueTimeNs / 1e9} s from midnight`,
        "one within 104 days of the recording's date",
      );
    }
    this.run.venueTimeNs = venueTimeNs;
    if (localTimeNs < venueTimeNs) this.run.note("clock-skew");
    if (venueTimeNs < this.timeNs) this.run.note("time-backwards");
    else this.timeNs = venueTimeNs;
    this.localTimeNs = Math.max(localTimeNs, this.timeNs);
  }

  /** Whether the block is to be handed over: when it has no room left, and between records. */
  override get isFull(): boolean {
    const { length } = this.block;
    return super.isFull && (length === this.#recordStart || length >= openRecordEventsMax);
  }

  override clear(): void {
    super.clear();
    this.#recordStart = 0;
  }

  override emit(
    kind: EventKind,
    side: Side,
    orderId: number,
    priceTicks: number,
    lots: number,
    flags: number,
  ): void {
    super.emit(kind, side, orderId, priceTicks, lots, flags);
    this.block.localTimeNs[this.block.length - 1] = this.localTimeNs;
  }

  /** A price level shows so many lots now; nothing is written where it did before. */
  setLevel(side: Side, priceTicks: number, lots: number): void {
    if (this.book.lotsAt(side, priceTicks) === lots) return;
    this.#setBook(side, priceTicks, lots);
    this.emit(eventKind.level, side, 0, priceTicks, lots, 0);
  }

  /** The first `count` rows are the whole side now; every other level is gone. */
  replaceSide(side: Side, prices: ArrayLike<number>, lots: ArrayLike<number>, count: number): void {
    const levels = this.book.levels[side];
    const stale = this.#stale;
    stale.length = 0;
    const shown =
      count > scanMax ? new Set(Array.prototype.slice.call(prices, 0, count)) : undefined;
    for (let slot = levels.bestSlot; slot >= 0; slot = levels.next(slot)) {
      const price = levels.priceOf(slot);
      if (!(shown === undefined ? includes(prices, count, price) : shown.has(price))) {
        stale.push(price);
      }
    }
    for (const price of stale) this.setLevel(side, price, 0);
    for (let row = 0; row < count; row++) this.setLevel(side, prices[row]!, lots[row]!);
  }

  /** Lots come to a level of the book or leave it; the event that says why is the caller's. */
  addToBook(side: Side, priceTicks: number, lots: number): void {
    this.#setBook(side, priceTicks, this.book.lotsAt(side, priceTicks) + lots);
  }

  /**
   * A trade whose resting order is not known.
   *
   * @param flags `eventFlag.inferredSide` where the side is a conclusion
   */
  trade(side: Side, priceTicks: number, lots: number, flags = 0): void {
    this.emit(eventKind.trade, side, 0, priceTicks, lots, flags);
  }

  /** Ends the record: the book is now the source's. */
  override endRecord(): void {
    if (this.block.length > this.#recordStart) {
      this.block.flags[this.block.length - 1]! |= eventFlag.endOfRecord;
      this.#recordStart = this.block.length;
    }
    if (!this.#hasBookChanged) return;
    this.#hasBookChanged = false;
    const width = this.book.bestTicks(ask) - this.book.bestTicks(bid);
    if (width < 0) this.run.note("crossed-book");
    else if (width === 0) this.run.note("locked-book");
  }

  #setBook(side: Side, priceTicks: number, lots: number): void {
    this.book.set(side, priceTicks, lots);
    this.#hasBookChanged = true;
  }
}

function includes(prices: ArrayLike<number>, count: number, price: number): boolean {
  for (let row = 0; row < count; row++) if (prices[row] === price) return true;
  return false;
}
