/** Measures a market from its events, in one pass and in memory that does not grow with them. */
import { type EventBlock, eventFlag, eventKind } from "../../market/event-block.ts";
import type { Instrument } from "../../market/instrument.ts";
import { bid, type Side } from "../../market/side.ts";
import { DepthMeter } from "./depth-meter.ts";
import { FactsBook } from "./facts-book.ts";
import { type FactsSession, halfHourNs } from "./facts-session.ts";
import { FlowMeter } from "./flow-meter.ts";
import { HalfHourMeter } from "./half-hour-meter.ts";
import type { FactsGranularity, HalfHourFacts, MarketFacts, SpanFacts } from "./market-facts.ts";
import { MarketOrderMeter } from "./market-order-meter.ts";
import { OrderMeter } from "./order-meter.ts";
import { PriceSampler } from "./price-sampler.ts";
import { SpreadMeter } from "./spread-meter.ts";
import { TradeMeter } from "./trade-meter.ts";

const minuteNs = 60e9;
const none = 0;

/** The shortest time between two prices of a recording of bars, for returns. */
const barSeconds = 60;

export interface MarketFactsOptions {
  readonly instrument: Instrument;
  readonly session: FactsSession;
  /** Price levels a side that the recording shows; up to 5 are measured. */
  readonly levels: number;
  /**
   * What the source tells. Quotes of one time are one change: only the last of them counts. Bars are
   * no trades: of them volumes and prices are measured, at their own pace.
   */
  readonly granularity: FactsGranularity;
}

export class MarketFactsMeter {
  readonly #session: FactsSession;
  readonly #book = new FactsBook();
  readonly #spread = new SpreadMeter();
  readonly #depth: DepthMeter;
  readonly #orders: OrderMeter;
  readonly #trades: TradeMeter;
  readonly #marketOrders: MarketOrderMeter;
  readonly #mids: PriceSampler;
  readonly #tradePrices: PriceSampler;
  readonly #flow = new FlowMeter();
  readonly #halfHours = new HalfHourMeter();
  readonly #granularity: FactsGranularity;
  readonly #joinsQuotes: boolean;
  #records = 0;
  #recordsOutside = 0;
  /** Book changes as of the last touch that was counted; before the first nothing is held. */
  #countedChanges = Number.NaN;
  #hasTouch = false;
  #isClosed = false;
  #fromNs = Number.NaN;
  #lastNs = Number.NaN;
  /** What the source said last, `none` when that was counted. */
  readonly #message = {
    kind: none as number,
    side: bid as Side,
    priceTicks: 0,
    lots: 0,
    timeNs: 0,
  };

  constructor({ instrument, session, levels, granularity }: MarketFactsOptions) {
    const { roundLotLots } = instrument;
    this.#granularity = granularity;
    this.#joinsQuotes = granularity === "quotes";
    this.#session = session;
    this.#depth = new DepthMeter(Math.min(levels, 5));
    this.#orders = new OrderMeter(roundLotLots);
    this.#trades = new TradeMeter(roundLotLots);
    this.#marketOrders = new MarketOrderMeter(roundLotLots);
    this.#mids = new PriceSampler("mid", session.secondsPerYear);
    this.#tradePrices = new PriceSampler("trade", session.secondsPerYear);
  }

  apply(block: EventBlock): void {
    const { fromNs, toNs } = this.#session;
    for (let row = 0; row < block.length; row++) {
      const timeNs = block.venueTimeNs[row]!;
      const kind = block.kind[row]!;
      const side = block.side[row] as Side;
      const price = block.priceTicks[row]!;
      const lots = block.quantityLots[row]!;
      const flags = block.flags[row]!;
      const isInside = timeNs >= fromNs && timeNs < toNs;
      if (timeNs >= toNs) this.#close();
      if (isInside) {
        if (timeNs !== this.#lastNs) this.#passTime(timeNs);
        this.#noteEvent(kind, side, price, lots, flags);
      }
      this.#orders.follow(kind, block.orderId[row]!, lots, timeNs, isInside);
      this.#book.apply(kind, side, price, lots);
      if ((flags & eventFlag.endOfRecord) !== 0) this.#endRecord(isInside);
    }
  }

  /** Of everything since the beginning; the meter is done with. */
  finish(): MarketFacts {
    this.#close();
    const span = this.#describeSpan();
    const { minutes } = span;
    const price = this.#mids.facts(minutes) ?? this.#tradePrices.facts(minutes);
    const sampler = price?.of === "trade" ? this.#tradePrices : this.#mids;
    const isOfBars = this.#granularity === "bars";
    const shortestSeconds = isOfBars ? barSeconds : 0;
    return {
      granularity: this.#granularity,
      span,
      records: this.#records,
      recordsPerMinute: this.#records / minutes,
      price,
      spread: this.#spread.facts(),
      depth: this.#depth.facts(),
      orders: this.#orders.facts(minutes),
      trades: this.#trades.facts(minutes),
      marketOrders: isOfBars ? undefined : this.#marketOrders.facts(minutes),
      returns: sampler.returns().filter(({ seconds }) => seconds >= shortestSeconds),
      signature: sampler.signature().filter(({ seconds }) => seconds >= shortestSeconds),
      flow: this.#flow.facts(),
      halfHours: this.#describeHalfHours(span, sampler),
      path: sampler.path(),
    };
  }

  /** Time goes on: what stood since the last event stood until now. */
  #passTime(timeNs: number): void {
    if (Number.isNaN(this.#lastNs)) this.#begin(timeNs);
    const book = this.#book;
    if (this.#joinsQuotes && book.changes !== this.#countedChanges) this.#countTouch();
    if (this.#hasTouch) {
      const durationNs = timeNs - this.#lastNs;
      this.#spread.hold(book, durationNs);
      this.#depth.hold(durationNs);
      this.#halfHours.hold(book, this.#lastNs, timeNs);
    }
    this.#marketOrders.finish();
    this.#passClocks(timeNs);
    this.#lastNs = timeNs;
  }

  #passClocks(timeNs: number): void {
    this.#mids.passTime(timeNs);
    this.#tradePrices.passTime(timeNs);
    this.#flow.passTime(timeNs, this.#fromNs, this.#marketOrders.signedLots);
  }

  /** The span begins with the session, or with the recording where that begins later. */
  #begin(timeNs: number): void {
    const { fromNs } = this.#session;
    const start = timeNs - fromNs <= minuteNs ? fromNs : Math.floor(timeNs / 1e9) * 1e9;
    this.#fromNs = start;
    this.#lastNs = start;
    this.#countedChanges = this.#book.changes;
    const hasBegun = this.#recordsOutside > 0;
    this.#mids.start(start, hasBegun);
    this.#tradePrices.start(start, hasBegun);
    this.#halfHours.start(start);
  }

  /** The span ends with the session, or with the recording where that ends earlier. */
  #close(): void {
    if (this.#isClosed || Number.isNaN(this.#lastNs)) return;
    this.#isClosed = true;
    const { toNs } = this.#session;
    const endNs = toNs - this.#lastNs <= minuteNs ? toNs : this.#lastNs;
    this.#passTime(endNs);
    // The end itself belongs to the clocks.
    this.#passClocks(endNs + 1);
  }

  #describeSpan(): SpanFacts {
    const fromNs = this.#fromNs;
    const toNs = this.#lastNs;
    const minutes = (toNs - fromNs) / minuteNs;
    return { fromNs, toNs, minutes, recordsOutside: this.#recordsOutside };
  }

  /** Events that one message came as are one message: see rule 3 of the LOBSTER reader. */
  #noteEvent(kind: number, side: Side, priceTicks: number, lots: number, flags: number): void {
    if (kind === eventKind.reveal || kind === eventKind.withdraw) return;
    const message = this.#message;
    if (kind === message.kind && (flags & eventFlag.standing) !== 0) {
      message.lots += lots;
      return;
    }
    this.#endMessage();
    message.kind = kind;
    message.side = side;
    message.priceTicks = priceTicks;
    message.lots = lots;
    message.timeNs = this.#lastNs;
    if ((flags & eventFlag.inferredSide) !== 0) this.#marketOrders.noteInferredSide();
  }

  #endMessage(): void {
    const message = this.#message;
    const { kind, side, priceTicks, lots, timeNs } = message;
    if (kind === none) return;
    this.#orders.note(message, this.#book);
    if (kind === eventKind.execute || kind === eventKind.trade) {
      this.#trades.note(lots, timeNs);
      this.#marketOrders.note(side, lots, timeNs, this.#book);
    } else if (kind === eventKind.hiddenExecute) this.#trades.noteHidden(lots, timeNs);
    else if (kind === eventKind.cross) this.#trades.noteAuction(lots);
    if (isTrade(kind)) {
      this.#tradePrices.note(priceTicks);
      this.#halfHours.at(timeNs).lots += lots;
    }
    message.kind = none;
  }

  #endRecord(isInside: boolean): void {
    if (isInside) this.#endMessage();
    const book = this.#book;
    book.look();
    if (!isInside) {
      this.#recordsOutside++;
      return;
    }
    this.#records++;
    this.#halfHours.at(this.#lastNs).records++;
    this.#orders.noteRecord(this.#lastNs);
    if (!this.#joinsQuotes) this.#countTouch();
  }

  #countTouch(): void {
    const book = this.#book;
    if (!this.#hasTouch && book.changes === this.#countedChanges) return;
    this.#hasTouch = true;
    this.#countedChanges = book.changes;
    this.#spread.note(book);
    this.#depth.note(book);
    this.#mids.note(book.midTicks);
    this.#flow.note(book);
  }

  #describeHalfHours(span: SpanFacts, prices: PriceSampler): readonly HalfHourFacts[] {
    const { halfHours, firstNs } = this.#halfHours;
    const allLots = halfHours.reduce((sum, { lots }) => sum + lots, 0);
    return halfHours.map(({ lots, records, spreadTicksNs, spreadNs }, index) => {
      const fromNs = firstNs + index * halfHourNs;
      const startNs = Math.max(fromNs, span.fromNs);
      const endNs = Math.min(fromNs + halfHourNs, span.toNs);
      return {
        fromNs,
        lots,
        volumeShare: allLots === 0 ? 0 : lots / allLots,
        recordsPerMinute: records / ((endNs - startNs) / minuteNs),
        spreadTicks: spreadNs === 0 ? undefined : spreadTicksNs / spreadNs,
        volatilityBps: prices.volatilityBps(startNs, endNs),
      };
    });
  }
}

function isTrade(kind: number): boolean {
  return kind === eventKind.execute || kind === eventKind.trade || kind === eventKind.hiddenExecute;
}
