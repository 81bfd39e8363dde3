/**
 * A recorded day as a venue: the recorded flow and our orders meet in one matching engine.
 *
 * The venue's owner drives it: recorded events through `applyRecorded`, commands that arrive
 * through `processArrivals`. Commands and reports travel with the latencies of their
 * legs; what the public can see goes out through `feed`. Fills are also kept with the mid of the
 * replayed and of the recorded market just before them, for the cost account (venue clock).
 */
import { assert } from "../core/assert.ts";
import { priceTicks, quantityLots, type TimeNs } from "../core/units.ts";
import { type EventBlock, eventKind, tradingStatus } from "../market/event-block.ts";
import type { MatchingRules } from "../market/matching-contract.ts";
import { FastMatchingEngine } from "../market/matching-engine.ts";
import {
  cancelReasons,
  createNewOrder,
  type RefusalReason,
  refusalReasons,
} from "../market/order.ts";
import { reportField, reportKind } from "../market/report-ring.ts";
import { ask, bid, type Side } from "../market/side.ts";
import type {
  ClientOrderId,
  ExecutionReport,
  ReplaceCommand,
  SubmitCommand,
  Venue,
  VenueCommand,
} from "../market/venue.ts";
import type { EventQueue } from "./event-queue.ts";
import type { Latency } from "./latency.ts";
import type { MarketDataFeed } from "./market-data-feed.ts";
import {
  engineIdOf,
  isOwnId,
  type OwnOrder,
  OwnOrderLedger,
  ownOwnerId,
} from "./own-order-ledger.ts";
import { type Divergence, RecordedFlow } from "./recorded-flow.ts";

/** One of our fills, with what the market was just before it. */
export interface VenueFill {
  readonly clientOrderId: ClientOrderId;
  readonly venueTimeNs: number;
  readonly lots: number;
  readonly priceTicks: number;
  readonly liquidity: "added" | "removed" | "auction";
  /**
   * Whether the order's place in its queue was known exactly while it rested; also true where it
   * did not rest. Otherwise the fill may have come somewhat later, or earlier, than shown.
   */
  readonly hasExactQueue: boolean;
  /** Mid of the market in which we traded. */
  readonly midTicks: number;
  /** Mid of the recorded market, without us. */
  readonly recordedMidTicks: number;
}

/** Displayed lots ahead of one of our orders at its price. */
export interface QueuePosition {
  /** What the book says, with depth of unknown age counted as ahead. */
  readonly aheadLots: number;
  /** The least it can be. */
  readonly aheadLotsMin: number;
  /** Whether both are the same. */
  readonly isExact: boolean;
}

/** What waits in the venue's queue: a command that arrives there, a report that arrives here. */
export const inFlight = { command: 0, report: 1 } as const;

export interface ReplayVenueOptions {
  readonly latency: Latency;
  /** Where the venue says when its messages arrive, as `inFlight` payloads. */
  readonly queue: EventQueue;
  readonly feed: MarketDataFeed;
  /** Hears every trade of the replayed market on the venue clock. */
  readonly tape: {
    onTrade(timeNs: TimeNs, priceTicks: number, lots: number, isOwn: boolean): void;
  };
  /** The recorded market without us, for comparison; its mid is read at each fill. */
  readonly recorded: { readonly midTicks: number };
  readonly rules?: Partial<MatchingRules>;
}

/** An execution report without the head every report has. */
type ReportBody = ExecutionReport extends infer Report
  ? Report extends ExecutionReport
    ? Omit<Report, "clientOrderId" | "venueTimeNs" | "localTimeNs">
    : never
  : never;

export class ReplayVenue implements Venue {
  readonly engine: FastMatchingEngine;
  /** Our fills so far, in order. */
  readonly fills: VenueFill[] = [];
  readonly #options: ReplayVenueOptions;
  readonly #ledger: OwnOrderLedger;
  readonly #flow: RecordedFlow;
  readonly #commands: { readonly arrivalNs: TimeNs; readonly command: VenueCommand }[] = [];
  readonly #reports: ExecutionReport[] = [];
  #midTicks = Number.NaN;
  #isHalted = false;
  /** Whether market data still goes out; stopped when nobody listens any more. */
  isPublishing = true;

  constructor(options: ReplayVenueOptions) {
    this.#options = options;
    const rules = options.rules ?? {};
    this.engine = new FastMatchingEngine({ rules, recordsTouches: true });
    this.#ledger = new OwnOrderLedger(this.engine.book);
    this.#flow = new RecordedFlow(this.engine, this.#ledger);
  }

  get divergence(): Divergence {
    return this.#flow.divergence;
  }

  /** Middle of the displayed touch, the last one while a side is empty; NaN before the first. */
  get midTicks(): number {
    return this.#midTicks;
  }

  send(command: VenueCommand, localTimeNs: TimeNs): void {
    const arrivalNs = this.#options.latency.entryArrivalNs(localTimeNs);
    this.#commands.push({ arrivalNs, command });
    this.#options.queue.push(arrivalNs, inFlight.command, inFlight.command);
  }

  takeReports(localTimeNs: TimeNs): readonly ExecutionReport[] {
    let count = 0;
    while ((this.#reports[count]?.localTimeNs ?? Number.POSITIVE_INFINITY) <= localTimeNs) count++;
    return this.#reports.splice(0, count);
  }

  /** Carries out every command that has reached the venue by `timeNs`. */
  processArrivals(time: TimeNs): void {
    while ((this.#commands[0]?.arrivalNs ?? Number.POSITIVE_INFINITY) <= time) {
      const next = this.#commands.shift();
      assert(next !== undefined, "a command that is due is there");
      this.#carryOut(next.command, next.arrivalNs);
      this.#settle(next.arrivalNs);
    }
  }

  /** Applies one recorded event at its venue time. */
  applyRecorded(block: EventBlock, row: number): void {
    const time = block.venueTimeNs[row] as TimeNs;
    const kind = block.kind[row];
    if (kind === eventKind.withdraw || kind === eventKind.reveal) this.#noteUnseen(block, row);
    if (kind === eventKind.status)
      this.#isHalted = block.quantityLots[row] === tradingStatus.halted;
    const filledBefore = this.fills.length;
    this.#flow.apply(block, row);
    this.#settle(time);
    if (kind === eventKind.hiddenExecute) {
      // What of a hidden trade did not come to us prints as it was recorded.
      let ours = 0;
      for (const fill of this.fills.slice(filledBefore)) ours += fill.lots;
      const others = block.quantityLots[row] - ours;
      this.#publishTrade(time, block.side[row], block.priceTicks[row], others, false);
    } else if (kind === eventKind.cross) {
      const lots = block.quantityLots[row];
      this.#publishTrade(time, block.side[row], block.priceTicks[row], lots, false);
    }
  }

  /** Where one of our resting orders stands; undefined when it does not rest. */
  queuePosition(clientOrderId: ClientOrderId): QueuePosition | undefined {
    const { book } = this.engine;
    const order = this.#ledger.get(engineIdOf(clientOrderId));
    const own = book.index.get(engineIdOf(clientOrderId));
    if (order === undefined || own < 0) return undefined;
    let aheadLots = 0;
    let doubtfulLots = order.unseenLots;
    const level = book.levelSlots[own];
    for (let slot = book.headOf(order.side, level); slot !== own; slot = book.after(slot)) {
      aheadLots += book.openLots[slot];
      // Put in front of us after we came: depth that was revealed later.
      if (book.placements[slot] > book.placements[own]) doubtfulLots += book.openLots[slot];
    }
    const aheadLotsMin = Math.max(0, aheadLots - doubtfulLots);
    return { aheadLots, aheadLotsMin, isExact: aheadLots === aheadLotsMin };
  }

  #carryOut(command: VenueCommand, time: TimeNs): void {
    switch (command.kind) {
      case "submit":
        this.#submit(command, time);
        return;
      case "replace":
        this.#replace(command, time);
        return;
      case "cancel":
        this.engine.cancel(engineIdOf(command.clientOrderId));
        return;
      default:
        command satisfies never;
    }
  }

  #submit(command: SubmitCommand, time: TimeNs): void {
    const { clientOrderId } = command;
    if (this.#isHalted) {
      this.#report(clientOrderId, time, { kind: "rejected", reason: "marketHalted" });
      return;
    }
    const isInUse = this.#ledger.get(engineIdOf(clientOrderId)) !== undefined;
    if (!isInUse) this.#ledger.add(clientOrderId, command.side, command.quantityLots);
    const { kind: _, clientOrderId: __, ...terms } = command;
    this.engine.submit(
      createNewOrder({ orderId: engineIdOf(clientOrderId), ownerId: ownOwnerId, ...terms }),
    );
  }

  #replace(command: ReplaceCommand, time: TimeNs): void {
    const { clientOrderId } = command;
    const order = this.#ledger.get(engineIdOf(clientOrderId));
    if (order === undefined || this.#isHalted) {
      const reason: RefusalReason = this.#isHalted ? "marketHalted" : "unknownOrder";
      this.#report(clientOrderId, time, { kind: "replaceRejected", reason });
      return;
    }
    const openLots = command.quantityLots - order.filledLots;
    if (openLots <= 0) {
      // Everything asked for is filled already: nothing of the order is left.
      this.engine.cancel(order.engineId);
      return;
    }
    const before = order.totalLots;
    const { book } = this.engine;
    const placedBefore = book.placements[book.index.get(order.engineId)];
    order.totalLots = command.quantityLots;
    const written = this.engine.reports.written;
    this.engine.replace(order.engineId, command.priceTicks, openLots);
    const isRefused =
      this.engine.reports.read(written, reportField.kind) === reportKind.modifyReject;
    if (isRefused) order.totalLots = before;
    const slot = book.index.get(order.engineId);
    const keepsRank = slot >= 0 && book.placements[slot] === placedBefore;
    if (!keepsRank) {
      order.unseenLots = 0;
      order.revealedLots = 0;
    }
  }

  /** Turns what the engine said into execution reports, fills and market data. */
  #settle(time: TimeNs): void {
    const { reports } = this.engine;
    let touchedOwn = false;
    for (let index = reports.released; index < reports.written; index++) {
      const kind = reports.read(index, reportField.kind);
      const id = reports.read(index, reportField.orderId);
      if (kind === reportKind.trade || kind === reportKind.auctionTrade) {
        touchedOwn = this.#settleTrade(index, time) || touchedOwn;
      } else if (isOwnId(id)) {
        this.#settleOwn(index, time);
        touchedOwn = true;
      }
    }
    reports.releaseAll();
    if (touchedOwn) this.#ledger.refresh();
    this.#publishLevels(time);
  }

  /** @returns whether one of our orders traded */
  #settleTrade(index: number, time: TimeNs): boolean {
    const { reports } = this.engine;
    const maker = reports.read(index, reportField.orderId);
    const taker = reports.read(index, reportField.contraId);
    const price = reports.read(index, reportField.priceTicks);
    const lots = reports.read(index, reportField.quantityLots);
    const isAuction = reports.read(index, reportField.kind) === reportKind.auctionTrade;
    if (isOwnId(maker)) this.#fill(maker, time, price, lots, isAuction ? "auction" : "added");
    if (isOwnId(taker)) {
      this.#fill(taker, time, price, lots, isAuction ? "auction" : "removed");
      if (!isOwnId(maker)) this.divergence.consumedLots += lots;
    }
    const isOwn = isOwnId(maker) || isOwnId(taker);
    this.#publishTrade(time, reports.read(index, reportField.side), price, lots, isOwn);
    return isOwn;
  }

  #fill(
    engineId: number,
    time: TimeNs,
    price: number,
    lots: number,
    liquidity: VenueFill["liquidity"],
  ): void {
    const order = this.#ledger.get(engineId);
    assert(order !== undefined, "an order of ours that trades is in the ledger");
    order.filledLots += lots;
    this.fills.push({
      clientOrderId: order.clientOrderId,
      venueTimeNs: time,
      lots,
      priceTicks: price,
      liquidity,
      hasExactQueue: order.unseenLots === 0 && order.revealedLots === 0,
      midTicks: this.#midTicks,
      recordedMidTicks: this.#options.recorded.midTicks,
    });
    this.#report(order.clientOrderId, time, {
      kind: "filled",
      lots: quantityLots(lots),
      priceTicks: priceTicks(price),
      leavesLots: leavesOf(order),
      liquidity,
    });
  }

  /** What the engine said of one of our orders, trades aside. */
  #settleOwn(index: number, time: TimeNs): void {
    const { reports } = this.engine;
    const read = (field: number): number => reports.read(index, field);
    const engineId = read(reportField.orderId);
    const clientOrderId = engineId - engineIdOf(0);
    const order = this.#ledger.get(engineId);
    const refusal = refusalReasons[read(reportField.code)] ?? "none";
    const kind = read(reportField.kind);
    if (kind === reportKind.orderReject) {
      this.#report(clientOrderId, time, { kind: "rejected", reason: refusal });
    } else if (kind === reportKind.cancelReject) {
      this.#report(clientOrderId, time, { kind: "cancelRejected", reason: refusal });
    } else if (kind === reportKind.modifyReject) {
      this.#report(clientOrderId, time, { kind: "replaceRejected", reason: refusal });
    } else if (order !== undefined && kind === reportKind.orderAck) {
      this.#report(clientOrderId, time, { kind: "accepted", leavesLots: leavesOf(order) });
    } else if (order !== undefined && kind === reportKind.modifyAck) {
      const price = priceTicks(read(reportField.priceTicks));
      const body = { kind: "replaced", priceTicks: price, leavesLots: leavesOf(order) } as const;
      this.#report(clientOrderId, time, body);
    } else if (kind === reportKind.cancelAck) {
      const lots = quantityLots(read(reportField.quantityLots));
      const reason = cancelReasons[read(reportField.code)] ?? "requested";
      this.#report(clientOrderId, time, { kind: "cancelled", lots, reason });
    }
  }

  #report(clientOrderId: ClientOrderId, venueTimeNs: TimeNs, body: ReportBody): void {
    const localTimeNs = this.#options.latency.responseDeliveryNs(venueTimeNs);
    this.#reports.push({ ...body, clientOrderId, venueTimeNs, localTimeNs });
    this.#options.queue.push(localTimeNs, inFlight.report, inFlight.report);
  }

  #noteUnseen(block: EventBlock, row: number): void {
    const side = block.side[row] as Side;
    const { book } = this.engine;
    for (const engineId of this.#ledger.resting(side)) {
      const order = this.#ledger.get(engineId);
      const isHere = book.priceOf(book.index.get(engineId)) === block.priceTicks[row];
      if (order === undefined || !isHere) continue;
      if (block.kind[row] === eventKind.reveal) order.revealedLots += block.quantityLots[row];
      else order.unseenLots += block.quantityLots[row];
    }
  }

  #publishTrade(time: TimeNs, side: number, price: number, lots: number, isOwn: boolean): void {
    if (lots === 0) return;
    this.#options.tape.onTrade(time, price, lots, isOwn);
    if (!this.isPublishing) return;
    const { latency, feed } = this.#options;
    feed.publish(eventKind.trade, time, latency.feedDeliveryNs(time), side, price, lots);
  }

  #publishLevels(time: TimeNs): void {
    const { book } = this.engine;
    if (book.touchedCount === 0) return;
    if (this.isPublishing) {
      const localTimeNs = this.#options.latency.feedDeliveryNs(time);
      for (let at = 0; at < book.touchedCount; at += 2) {
        const side = book.touched[at] as Side;
        const levels = book.levels[side];
        const key = book.touched[at + 1];
        const slot = levels.find(key);
        const lots = slot < 0 ? 0 : levels.lots[slot];
        const price = (key * levels.sign) | 0;
        this.#options.feed.publish(eventKind.level, time, localTimeNs, side, price, lots);
      }
    }
    book.touchedCount = 0;
    this.#midTicks = displayedMidTicks(this.engine, this.#midTicks);
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

function leavesOf(order: OwnOrder): ReturnType<typeof quantityLots> {
  return quantityLots(order.totalLots - order.filledLots);
}
