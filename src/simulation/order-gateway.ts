/**
 * Our orders at a simulated or replayed venue: commands in, execution reports and market data out.
 *
 * The gateway stands before a matching engine in which somebody else makes the rest of the market
 * (a recording, simulated traders). Commands and reports travel with the latencies of their legs;
 * what the public can see goes out through `feed`. After everything that may change the book its
 * owner calls `settle`, which turns what the engine said into reports, fills and market data. Fills
 * are also kept with the mid of this market and of the same market without us just before them,
 * for the cost account (venue clock).
 */
import { assert } from "../core/assert.ts";
import type { StateReader, StateWriter } from "../core/state-buffer.ts";
import { priceTicks, quantityLots, type TimeNs } from "../core/units.ts";
import { eventKind } from "../market/event-block.ts";
import type { FastMatchingEngine } from "../market/matching-engine.ts";
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
import type { Latency, LatencyState } from "./latency.ts";
import type { MarketDataFeed } from "./market-data-feed.ts";
import {
  engineIdOf,
  isOwnId,
  type OwnOrder,
  OwnOrderLedger,
  ownOwnerId,
} from "./own-order-ledger.ts";

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
  /** Mid of the same market without us. */
  readonly unperturbedMidTicks: number;
}

/** What waits in the venue's queue: a command that arrives there, a report that arrives here. */
export const inFlight = { command: 0, report: 1 } as const;

export interface OrderGatewayOptions {
  readonly latency: Latency;
  /** Where the gateway says when its messages arrive, as `inFlight` payloads. */
  readonly queue: EventQueue;
  readonly feed: MarketDataFeed;
  /** Hears every trade of the market on the venue clock. */
  readonly tape: {
    onTrade(timeNs: TimeNs, priceTicks: number, lots: number, isOwn: boolean): void;
  };
  /** The same market without us; its mid is read at each fill. */
  readonly unperturbed: { readonly midTicks: number };
  /** Whoever keeps the market's own account; asked before the engine's reports are released. */
  readonly observer?: {
    observe(timeNs: number): void;
    /** A replace changed the whole quantity of an order of ours by so many lots. */
    noteResize(lots: number): void;
  };
}

/** An execution report without the head every report has. */
type ReportBody = ExecutionReport extends infer Report
  ? Report extends ExecutionReport
    ? Omit<Report, "clientOrderId" | "venueTimeNs" | "localTimeNs">
    : never
  : never;

/** One of our resting orders as we know it. */
export interface AdoptedOrder {
  readonly clientOrderId: ClientOrderId;
  readonly side: Side;
  readonly priceTicks: number;
  readonly totalLots: number;
  readonly filledLots: number;
}

interface SavedGateway {
  readonly commands: readonly { readonly arrivalNs: TimeNs; readonly command: VenueCommand }[];
  readonly reports: readonly ExecutionReport[];
  readonly orders: readonly OwnOrder[];
  readonly fills: readonly VenueFill[];
  readonly latency: LatencyState;
}

export class OrderGateway implements Venue {
  readonly engine: FastMatchingEngine;
  readonly ledger: OwnOrderLedger;
  /** Our fills so far, in order. */
  readonly fills: VenueFill[] = [];
  /** Lots of others' resting orders that we have taken. */
  takenLots = 0;
  /** While the market is halted every command but a cancel is refused. */
  isHalted = false;
  /** Whether market data still goes out; stopped when nobody listens any more. */
  isPublishing = true;
  readonly #options: OrderGatewayOptions;
  readonly #commands: { readonly arrivalNs: TimeNs; readonly command: VenueCommand }[] = [];
  readonly #reports: ExecutionReport[] = [];
  #midTicks = Number.NaN;

  /** @param engine records touches, so that changed levels can be published */
  constructor(engine: FastMatchingEngine, options: OrderGatewayOptions) {
    this.engine = engine;
    this.#options = options;
    this.ledger = new OwnOrderLedger(engine.book);
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
      this.settle(next.arrivalNs);
    }
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
    if (this.isHalted) {
      this.#report(clientOrderId, time, { kind: "rejected", reason: "marketHalted" });
      return;
    }
    const isInUse = this.ledger.get(engineIdOf(clientOrderId)) !== undefined;
    if (!isInUse) this.ledger.add(clientOrderId, command.side, command.quantityLots);
    const { kind: _, clientOrderId: __, ...terms } = command;
    this.engine.submit(
      createNewOrder({ orderId: engineIdOf(clientOrderId), ownerId: ownOwnerId, ...terms }),
    );
  }

  #replace(command: ReplaceCommand, time: TimeNs): void {
    const { clientOrderId } = command;
    const order = this.ledger.get(engineIdOf(clientOrderId));
    if (order === undefined || this.isHalted) {
      const reason: RefusalReason = this.isHalted ? "marketHalted" : "unknownOrder";
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
    else this.#options.observer?.noteResize(command.quantityLots - before);
    const slot = book.index.get(order.engineId);
    const keepsRank = slot >= 0 && book.placements[slot] === placedBefore;
    if (!keepsRank) {
      order.unseenLots = 0;
      order.revealedLots = 0;
    }
  }

  /** Turns what the engine said into execution reports, fills and market data. */
  settle(time: TimeNs): void {
    const { reports } = this.engine;
    this.#options.observer?.observe(time);
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
    if (touchedOwn) this.ledger.refresh();
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
      if (!isOwnId(maker)) this.takenLots += lots;
    }
    const isOwn = isOwnId(maker) || isOwnId(taker);
    this.publishTrade(time, reports.read(index, reportField.side), price, lots, isOwn);
    return isOwn;
  }

  #fill(
    engineId: number,
    time: TimeNs,
    price: number,
    lots: number,
    liquidity: VenueFill["liquidity"],
  ): void {
    const order = this.ledger.get(engineId);
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
      unperturbedMidTicks: this.#options.unperturbed.midTicks,
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
    const order = this.ledger.get(engineId);
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

  /** Prints a trade: on the tape now, in market data when it arrives. */
  publishTrade(time: TimeNs, side: number, price: number, lots: number, isOwn: boolean): void {
    if (lots === 0) return;
    this.#options.tape.onTrade(time, price, lots, isOwn);
    if (!this.isPublishing) return;
    const { latency, feed } = this.#options;
    feed.publish(eventKind.trade, time, latency.feedDeliveryNs(time), side, price, lots);
  }

  /** Publishes every level, for somebody who begins to watch now. */
  publishBook(time: TimeNs): void {
    const localTimeNs = this.#options.latency.feedDeliveryNs(time);
    for (const side of [bid, ask] as const) {
      const levels = this.engine.book.levels[side];
      for (let slot = levels.bestSlot; slot >= 0; slot = levels.next(slot)) {
        const price = levels.priceOf(slot);
        const lots = levels.lots[slot];
        this.#options.feed.publish(eventKind.level, time, localTimeNs, side, price, lots);
      }
    }
    this.engine.book.touchedCount = 0;
    this.#midTicks = displayedMidTicks(this.engine, this.#midTicks);
  }

  /**
   * Puts orders of ours that are known to rest into a market that has just been opened, behind
   * whatever stands at their price, and says nothing of it.
   */
  adopt(orders: readonly AdoptedOrder[], fills: readonly VenueFill[], time: TimeNs): void {
    for (const { clientOrderId, side, priceTicks: price, totalLots, filledLots } of orders) {
      const order = this.ledger.add(clientOrderId, side, totalLots);
      order.filledLots = filledLots;
      const terms = { orderId: order.engineId, ownerId: ownOwnerId, side, priceTicks: price };
      this.engine.submit(createNewOrder({ ...terms, quantityLots: totalLots - filledLots }));
      const isCrossing = this.engine.book.index.get(order.engineId) < 0;
      assert(!isCrossing, "an adopted order rests");
    }
    this.fills.push(...fills);
    this.#options.observer?.observe(time);
    this.engine.reports.releaseAll();
    this.engine.book.touchedCount = 0;
    this.ledger.refresh();
    this.#midTicks = displayedMidTicks(this.engine, this.#midTicks);
  }

  /** Writes what is on its way, what is ours, and what has filled. */
  save(writer: StateWriter): void {
    writer.json({
      commands: this.#commands,
      reports: this.#reports,
      orders: this.ledger.list(),
      fills: this.fills,
      latency: this.#options.latency.state(),
    });
    writer.column([this.takenLots, this.#midTicks, this.isHalted ? 1 : 0]);
    writer.number(this.isPublishing ? 1 : 0);
  }

  /** The engine has been restored before. */
  load(reader: StateReader): void {
    const saved = reader.json<SavedGateway>();
    this.#commands.splice(0, Number.POSITIVE_INFINITY, ...saved.commands);
    this.#reports.splice(0, Number.POSITIVE_INFINITY, ...saved.reports);
    this.fills.splice(0, Number.POSITIVE_INFINITY, ...saved.fills);
    this.ledger.restore(saved.orders);
    this.#options.latency.restore(saved.latency);
    this.takenLots = reader.number();
    this.#midTicks = reader.number();
    this.isHalted = reader.number() === 1;
    this.isPublishing = reader.number() === 1;
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
