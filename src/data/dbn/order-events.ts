/**
 * From market-by-order records to events.
 *
 * One event of the venue is several records, the last with the flag `last`. What they say overlaps,
 * so the rules by which each lot is counted once:
 *
 * 1. T names an aggressor and what it traded at one price. F names an order that was filled by it.
 *    Neither changes the book: the C or M that follows does.
 * 2. F on the side of T's aggressor is the aggressor's own fill (an order that was changed so that it
 *    crosses stands in the book until its C or M): its C or M is a plain cancel or change.
 * 3. F on the other side is kept until its order's C or M. That gives `execute` for what the order
 *    showed; what traded beyond it (an iceberg's reserve) gives `hiddenExecute`. Only what the C or M
 *    takes off beyond the fills is a cancel.
 * 4. M at the same price with fewer lots is `reduce`; with more lots, or at another price, the order
 *    goes last in its queue: `remove` and `add`.
 * 5. Lots of T that no F names (implied orders) are a `hiddenExecute`; so are fills whose order is
 *    unknown or whose C or M never came before the event's end.
 * 6. T without a side is an auction when F records without a side follow: both sides of it are
 *    filled, so T is a `cross` and the fills are left; else it is a `hiddenExecute`.
 * 7. R removes every order. Records of a snapshot are orders that stood before: their venue time is
 *    the time of the snapshot, and they carry the flag `standing`.
 *
 * So the lots of `execute`, `hiddenExecute` and `cross` add up to those of T.
 *
 * Source: Databento, "MBO" schema and "Action" in its standards and conventions.
 */
import { eventFlag, eventKind } from "../../market/event-block.ts";
import { ask, bid, oppositeSide, type Side } from "../../market/side.ts";
import { checkTicks, keepTrade, roundQuote } from "../rows/grid.ts";
import type { Tape } from "../rows/tape.ts";
import { letter, type Midnight, orderRecord, readPrice, recordFlag } from "./layout.ts";
import type { RecordFeed } from "./record-feed.ts";
import { StandingOrders } from "./standing-orders.ts";

/** Ids below this are exact in a double. */
const idHighEnd = 1 << 21;

/** The trade whose fills are being read. */
interface PendingTrade {
  side: Side | undefined;
  priceTicks: number;
  lots: number;
  hasFills: boolean;
}

export class OrderEvents {
  readonly #tape: Tape;
  readonly #midnight: Midnight;
  readonly #tick: number;
  readonly #orders: StandingOrders;
  /** Orders with fills whose removal is to come. */
  readonly #filled: number[] = [];
  readonly #trade: PendingTrade = { side: undefined, priceTicks: 0, lots: 0, hasFills: false };

  /** @param tick in 1e-9 */
  constructor(tape: Tape, midnight: Midnight, tick: number) {
    this.#tape = tape;
    this.#midnight = midnight;
    this.#tick = tick;
    this.#orders = new StandingOrders(tape);
  }

  apply(feed: RecordFeed): void {
    feed.require(orderRecord.bytes);
    const { view, at } = feed;
    const flags = view.getUint8(at + orderRecord.flags);
    const isSnapshot = (flags & recordFlag.snapshot) !== 0;
    const received = this.#midnight.read(view, at + orderRecord.receiveTime);
    const happened = this.#midnight.read(view, at + 8);
    const venueTimeNs = isSnapshot || Number.isNaN(happened) ? received : happened;
    this.#tape.setTimes(venueTimeNs, Number.isNaN(received) ? venueTimeNs : received);
    if ((flags & recordFlag.maybeBadBook) !== 0) this.#tape.run.note("gap");
    this.#applyAction(view, at, isSnapshot ? eventFlag.standing : 0);
    if ((flags & recordFlag.last) !== 0) this.#endEvent();
  }

  /** The end of the file ends an event, too. */
  end(): void {
    this.#endEvent();
  }

  #applyAction(view: DataView, at: number, addFlags: number): void {
    const action = view.getUint8(at + orderRecord.action);
    if (action === letter.fill) {
      this.#fill(view, at);
      return;
    }
    this.#flushTrade();
    switch (action) {
      case letter.add:
        this.#add(view, at, addFlags);
        return;
      case letter.cancel:
        this.#cancel(view, at);
        return;
      case letter.modify:
        this.#modify(view, at);
        return;
      case letter.trade:
        this.#startTrade(view, at);
        return;
      case letter.clear:
        this.#orders.clear();
        return;
      case letter.none:
        return;
      default:
        throw this.#tape.run.fault(
          `action ${JSON.stringify(String.fromCharCode(action))}`,
          "one of A, C, F, M, N, R, T",
        );
    }
  }

  #add(view: DataView, at: number, flags: number): void {
    const side = this.#bookSide(view, at);
    const ticks = this.#quoteTicks(side, view, at);
    const lots = view.getUint32(at + orderRecord.size, true);
    if (lots === 0) this.#tape.run.note("bad-quantity");
    else if (!Number.isNaN(ticks)) this.#orders.add(this.#id(view, at), side, ticks, lots, flags);
  }

  #cancel(view: DataView, at: number): void {
    const orders = this.#orders;
    const slot = orders.find(this.#id(view, at));
    if (slot < 0) {
      this.#tape.run.note("unknown-order");
      return;
    }
    const size = view.getUint32(at + orderRecord.size, true);
    if (size > orders.lots[slot]!) this.#tape.run.note("excess-quantity");
    const before = orders.lots[slot]!;
    const left = Math.max(0, before - size);
    const rest = this.#settle(slot, before - left);
    if (rest > left) orders.reduce(slot, rest - left);
  }

  #modify(view: DataView, at: number): void {
    const orders = this.#orders;
    const id = this.#id(view, at);
    const slot = orders.find(id);
    if (slot < 0) {
      this.#tape.run.note("unknown-order");
      return;
    }
    const side = this.#bookSide(view, at);
    const ticks = this.#quoteTicks(side, view, at);
    const lots = view.getUint32(at + orderRecord.size, true);
    const rest = this.#settle(slot, orders.lots[slot]!);
    const keepsRank =
      rest > 0 && lots <= rest && side === orders.sides[slot] && ticks === orders.priceTicks[slot];
    if (keepsRank) {
      if (lots < rest) orders.reduce(slot, rest - lots);
      return;
    }
    if (rest > 0) orders.remove(slot);
    if (lots > 0 && !Number.isNaN(ticks)) orders.add(id, side, ticks, lots, 0);
  }

  /**
   * Books what traded of an order, at most `lotsMax` of what it showed.
   *
   * @returns what it still shows; at 0 the order is gone
   */
  #settle(slot: number, lotsMax: number): number {
    const orders = this.#orders;
    const filled = orders.filledLots[slot]!;
    const shown = orders.lots[slot]!;
    if (filled === 0) return shown;
    orders.filledLots[slot] = 0;
    const executed = Math.min(filled, lotsMax);
    const side = orders.sides[slot] as Side;
    const ticks = orders.priceTicks[slot]!;
    if (executed > 0) orders.execute(slot, executed);
    if (filled > executed) this.#printHidden(side, ticks, filled - executed, 0);
    return shown - executed;
  }

  #startTrade(view: DataView, at: number): void {
    const trade = this.#trade;
    const aggressor = view.getUint8(at + orderRecord.side);
    trade.side = aggressor === letter.bid ? bid : aggressor === letter.ask ? ask : undefined;
    trade.lots = view.getUint32(at + orderRecord.size, true);
    trade.hasFills = false;
    const ticks = checkTicks(this.#tape.run, readPrice(view, at + orderRecord.price) / this.#tick);
    trade.priceTicks = keepTrade(this.#tape.run, ticks);
    if (Number.isNaN(ticks)) {
      this.#tape.run.note("no-price");
      trade.lots = 0;
    }
  }

  #fill(view: DataView, at: number): void {
    const trade = this.#trade;
    const letterOfSide = view.getUint8(at + orderRecord.side);
    trade.hasFills = true;
    if (letterOfSide !== letter.bid && letterOfSide !== letter.ask) return;
    const side = letterOfSide === letter.bid ? bid : ask;
    if (side === trade.side) return;
    const lots = view.getUint32(at + orderRecord.size, true);
    trade.lots = Math.max(0, trade.lots - lots);
    const slot = this.#orders.find(this.#id(view, at));
    if (slot >= 0) {
      this.#orders.filledLots[slot]! += lots;
      this.#filled.push(slot);
      return;
    }
    const ticks = checkTicks(this.#tape.run, readPrice(view, at + orderRecord.price) / this.#tick);
    if (!Number.isNaN(ticks) && lots > 0) this.#printHidden(side, ticks, lots, 0);
  }

  /** What a trade has left when its fills are over. */
  #flushTrade(): void {
    const trade = this.#trade;
    const { lots, priceTicks } = trade;
    if (lots === 0) return;
    trade.lots = 0;
    if (trade.side !== undefined) {
      this.#printHidden(oppositeSide(trade.side), priceTicks, lots, 0);
    } else if (trade.hasFills) {
      this.#tape.emit(eventKind.cross, bid, 0, priceTicks, lots, eventFlag.inferredSide);
    } else {
      this.#printHidden(bid, priceTicks, lots, eventFlag.inferredSide);
    }
  }

  #endEvent(): void {
    this.#flushTrade();
    const orders = this.#orders;
    for (const slot of this.#filled) {
      // Booked by now, or never: then the trade happened and the book stays as the source has it.
      const filled = orders.filledLots[slot]!;
      if (filled === 0 || orders.ids[slot] === 0) continue;
      orders.filledLots[slot] = 0;
      this.#printHidden(orders.sides[slot] as Side, orders.priceTicks[slot]!, filled, 0);
    }
    this.#filled.length = 0;
    this.#tape.endRecord();
  }

  #printHidden(side: Side, priceTicks: number, lots: number, flags: number): void {
    this.#tape.emit(eventKind.hiddenExecute, side, 0, priceTicks, lots, flags);
  }

  #id(view: DataView, at: number): number {
    const high = view.getUint32(at + orderRecord.orderId + 4, true);
    const id = high * 2 ** 32 + view.getUint32(at + orderRecord.orderId, true);
    if (high < idHighEnd && id > 0) return id;
    throw this.#tape.run.fault(`order id ${id}`, "an order id from 1 to 2^53 - 1");
  }

  #bookSide(view: DataView, at: number): Side {
    const side = view.getUint8(at + orderRecord.side);
    if (side === letter.bid) return bid;
    if (side === letter.ask) return ask;
    const found = `side ${JSON.stringify(String.fromCharCode(side))}`;
    throw this.#tape.run.fault(found, "side A or B of an order in the book");
  }

  /** NaN for an order without a price. */
  #quoteTicks(side: Side, view: DataView, at: number): number {
    const price = readPrice(view, at + orderRecord.price);
    if (Number.isNaN(price)) {
      this.#tape.run.note("no-price");
      return price;
    }
    return roundQuote(this.#tape.run, side, checkTicks(this.#tape.run, price / this.#tick));
  }
}
