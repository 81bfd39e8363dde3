/**
 * What the public can see of a matching engine, on its way to us: price levels as they change, and
 * trades. All prices may be shifted: what is seen lies `shiftTicks` above the engine's.
 */
import type { StateReader, StateWriter } from "../core/state-buffer.ts";
import type { TimeNs } from "../core/units.ts";
import { eventKind } from "../market/event-block.ts";
import type { FastMatchingEngine } from "../market/matching-engine.ts";
import { ask, bid, type Side } from "../market/side.ts";
import type { Latency } from "./latency.ts";
import type { MarketDataFeed } from "./market-data-feed.ts";

export interface PublisherTerms {
  readonly latency: Latency;
  readonly feed: MarketDataFeed;
  /** Hears every trade of the market on the venue clock, at the engine's price. */
  readonly tape: {
    onTrade(timeNs: TimeNs, priceTicks: number, lots: number, isOwn: boolean): void;
    /** Mid and spread of the displayed touch as it is seen, whenever either has changed. */
    onTouch?(timeNs: TimeNs, midTicks: number, spreadTicks: number): void;
  };
}

export class MarketPublisher {
  /** Whether market data still goes out; stopped when nobody listens any more. */
  isPublishing = true;
  shiftTicks = 0;
  readonly #engine: FastMatchingEngine;
  readonly #terms: PublisherTerms;
  /** Displayed spread, the last one while a side is empty; NaN before the first. */
  spreadTicks = Number.NaN;
  /** Of the engine. */
  #midTicks = Number.NaN;
  /** What the tape was told last. */
  #toldMidTicks = Number.NaN;
  #toldSpreadTicks = Number.NaN;

  /** @param engine records touches, so that changed levels can be published */
  constructor(engine: FastMatchingEngine, terms: PublisherTerms) {
    this.#engine = engine;
    this.#terms = terms;
  }

  /** Middle of the displayed touch as it is seen, the last one while a side is empty; NaN before. */
  get midTicks(): number {
    return this.#midTicks + this.shiftTicks;
  }

  /** Prints a trade: on the tape now, in market data when it arrives. */
  publishTrade(time: TimeNs, side: number, price: number, lots: number, isOwn: boolean): void {
    if (lots === 0) return;
    const { latency, feed, tape } = this.#terms;
    tape.onTrade(time, price, lots, isOwn);
    if (!this.isPublishing) return;
    const seen = price + this.shiftTicks;
    feed.publish(eventKind.trade, time, latency.feedDeliveryNs(time), side, seen, lots);
  }

  /** Publishes every level, for somebody who begins to watch now. */
  publishBook(time: TimeNs): void {
    this.#publishAll(time, true);
    this.noteChanges(time);
  }

  /** Takes every level back: what follows is another book. */
  withdrawBook(time: TimeNs): void {
    this.#publishAll(time, false);
  }

  /** Publishes the levels that have changed. */
  publishChanges(time: TimeNs): void {
    const { book } = this.#engine;
    if (book.touchedCount === 0) return;
    if (this.isPublishing) {
      const { latency, feed } = this.#terms;
      const localTimeNs = latency.feedDeliveryNs(time);
      for (let at = 0; at < book.touchedCount; at += 2) {
        const side = book.touched[at] as Side;
        const levels = book.levels[side];
        const key = book.touched[at + 1];
        const slot = levels.find(key);
        const lots = slot < 0 ? 0 : levels.lots[slot];
        const price = ((key * levels.sign) | 0) + this.shiftTicks;
        feed.publish(eventKind.level, time, localTimeNs, side, price, lots);
      }
    }
    this.noteChanges(time);
  }

  /** Takes in the book as it is now, and publishes nothing. */
  noteChanges(time: TimeNs): void {
    const { book } = this.#engine;
    book.touchedCount = 0;
    const bestBid = book.bestDisplayed(bid);
    const bestAsk = book.bestDisplayed(ask);
    if (bestBid >= 0 && bestAsk >= 0) {
      const bidTicks = book.levels[bid].priceOf(bestBid);
      const askTicks = book.levels[ask].priceOf(bestAsk);
      this.#midTicks = (bidTicks + askTicks) / 2;
      this.spreadTicks = askTicks - bidTicks;
    }
    const { midTicks, spreadTicks } = this;
    if (midTicks === this.#toldMidTicks && spreadTicks === this.#toldSpreadTicks) return;
    this.#toldMidTicks = midTicks;
    this.#toldSpreadTicks = spreadTicks;
    if (!Number.isNaN(midTicks)) this.#terms.tape.onTouch?.(time, midTicks, spreadTicks);
  }

  save(writer: StateWriter): void {
    const isPublishing = this.isPublishing ? 1 : 0;
    writer.column([this.#midTicks, this.spreadTicks, this.shiftTicks, isPublishing]);
  }

  load(reader: StateReader): void {
    this.#midTicks = reader.number();
    this.spreadTicks = reader.number();
    this.shiftTicks = reader.number();
    this.isPublishing = reader.number() === 1;
  }

  #publishAll(time: TimeNs, isThere: boolean): void {
    if (!this.isPublishing) return;
    const { latency, feed } = this.#terms;
    const localTimeNs = latency.feedDeliveryNs(time);
    for (const side of [bid, ask] as const) {
      const levels = this.#engine.book.levels[side];
      for (let slot = levels.bestSlot; slot >= 0; slot = levels.next(slot)) {
        const price = levels.priceOf(slot) + this.shiftTicks;
        const lots = isThere ? levels.lots[slot] : 0;
        feed.publish(eventKind.level, time, localTimeNs, side, price, lots);
      }
    }
  }
}

/** Middle of the displayed touch of an engine's book, `otherwise` while a side shows nothing. */
export function displayedMidTicks(engine: FastMatchingEngine, otherwise: number): number {
  const { book } = engine;
  const bestBid = book.bestDisplayed(bid);
  const bestAsk = book.bestDisplayed(ask);
  if (bestBid < 0 || bestAsk < 0) return otherwise;
  return (book.levels[bid].priceOf(bestBid) + book.levels[ask].priceOf(bestAsk)) / 2;
}
