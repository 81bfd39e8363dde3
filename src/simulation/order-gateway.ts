/**
 * Our orders at a simulated or replayed venue: commands in, execution reports and market data out.
 *
 * The gateway stands before a matching engine in which somebody else makes the rest of the market
 * (a recording, simulated traders). Commands and reports travel with the latencies of their legs;
 * what the public can see goes out through `feed`. After everything that may change the book its
 * owner calls `settle`, which turns what the engine said into reports, fills and market data. Fills
 * are also kept with the mid of this market and of the same market without us just before them,
 * for the cost account (venue clock).
 *
 * All prices may be shifted: what we see, send and fill at lies `shiftTicks` above the engine's. So
 * a market that cannot react is seen to have moved.
 */
import { assert } from "../core/assert.ts";
import type { StateReader, StateWriter } from "../core/state-buffer.ts";
import { priceTicks, type QuantityLots, quantityLots, type TimeNs } from "../core/units.ts";
import { phase } from "../market/matching-contract.ts";
import type { FastMatchingEngine } from "../market/matching-engine.ts";
import {
  cancelReasons,
  createNewOrder,
  orderType,
  type RefusalReason,
  refusalReasons,
  timeInForce,
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
import { AuctionOrders, type WaitingOrder } from "./auction-orders.ts";
import type { EventQueue } from "./event-queue.ts";
import type { LatencyState } from "./latency.ts";
import { MarketPublisher, type PublisherTerms } from "./market-publisher.ts";
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
  /** Displayed spread of that market. */
  readonly spreadTicks: number;
  /** Mid of the same market without us. */
  readonly unperturbedMidTicks: number;
}

type Execution = Pick<
  VenueFill,
  "clientOrderId" | "lots" | "priceTicks" | "liquidity" | "hasExactQueue"
>;

/** What waits in the venue's queue: a command that arrives there, a report that arrives here. */
export const inFlight = { command: 0, report: 1 } as const;

export interface OrderGatewayOptions extends PublisherTerms {
  /**
   * Whether orders for the coming auction are taken while the market is continuous, to wait for a
   * print that the owner reports; else the engine refuses them then.
   */
  readonly takesAuctionOrders?: boolean;
  /** Where the gateway says when its messages arrive, as `inFlight` payloads. */
  readonly queue: EventQueue;
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
  readonly waiting: readonly WaitingOrder[];
  readonly latency: LatencyState;
}

export class OrderGateway implements Venue {
  readonly engine: FastMatchingEngine;
  readonly ledger: OwnOrderLedger;
  readonly publisher: MarketPublisher;
  /** Our fills so far, in order. */
  readonly fills: VenueFill[] = [];
  /** Lots of others' resting orders that we have taken. */
  takenLots = 0;
  /** While the market is halted every command but a cancel is refused. */
  isHalted = false;
  readonly #options: OrderGatewayOptions;
  readonly #commands: { readonly arrivalNs: TimeNs; readonly command: VenueCommand }[] = [];
  readonly #reports: ExecutionReport[] = [];
  readonly #auction = new AuctionOrders();
  /** Our orders are being moved in the engine and stay where they are for us. */
  #isShifting = false;

  /** @param engine records touches, so that changed levels can be published */
  constructor(engine: FastMatchingEngine, options: OrderGatewayOptions) {
    this.engine = engine;
    this.#options = options;
    this.ledger = new OwnOrderLedger(engine.book);
    this.publisher = new MarketPublisher(engine, options);
  }

  /**
   * The market is seen to move by so many ticks against where it stands in the engine: our resting
   * orders keep their price, and so lose their place to whoever is at it now.
   */
  shiftTo(ticks: number, time: TimeNs): void {
    const { publisher } = this;
    const change = ticks - publisher.shiftTicks;
    if (change === 0) return;
    publisher.withdrawBook(time);
    const { book } = this.engine;
    const own = [...this.ledger.resting(bid), ...this.ledger.resting(ask)];
    this.#isShifting = true;
    for (const engineId of own) {
      const slot = book.index.get(engineId);
      if (slot < 0) continue;
      this.engine.replace(engineId, book.priceOf(slot) - change, book.leavesOf(slot));
    }
    publisher.shiftTicks = ticks;
    this.settle(time);
    this.#isShifting = false;
    publisher.publishBook(time);
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
        if (this.#cancelWaiting(command.clientOrderId, time)) return;
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
    const waits =
      command.timeInForce === timeInForce.auction && this.engine.phase === phase.continuous;
    if (waits && this.#options.takesAuctionOrders === true) {
      this.#auction.add(command);
      const leavesLots = command.quantityLots;
      this.#report(clientOrderId, time, { kind: "accepted", leavesLots });
      return;
    }
    const isInUse = this.ledger.get(engineIdOf(clientOrderId)) !== undefined;
    if (!isInUse) this.ledger.add(clientOrderId, command.side, command.quantityLots);
    const { kind: _, clientOrderId: __, ...terms } = command;
    const shift = command.type === orderType.market ? 0 : this.publisher.shiftTicks;
    this.engine.submit(
      createNewOrder({
        ...{ orderId: engineIdOf(clientOrderId), ownerId: ownOwnerId, ...terms },
        priceTicks: command.priceTicks - shift,
      }),
    );
  }

  #replace(command: ReplaceCommand, time: TimeNs): void {
    const { clientOrderId } = command;
    const order = this.ledger.get(engineIdOf(clientOrderId));
    if (order === undefined || this.isHalted) {
      const isWaiting = this.#auction.has(clientOrderId);
      const known: RefusalReason = isWaiting ? "notInThisPhase" : "unknownOrder";
      const reason: RefusalReason = this.isHalted ? "marketHalted" : known;
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
    this.engine.replace(order.engineId, command.priceTicks - this.publisher.shiftTicks, openLots);
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

  #cancelWaiting(clientOrderId: ClientOrderId, time: TimeNs): boolean {
    const order = this.#auction.remove(clientOrderId);
    if (order === undefined) return false;
    const lots = quantityLots(order.lots);
    this.#report(clientOrderId, time, { kind: "cancelled", lots, reason: "requested" });
    return true;
  }

  /**
   * An auction was recorded: our waiting orders take part in it, and are over.
   *
   * @param price as recorded; the price that is seen lies the shift away
   * @returns the lots of the print that were ours
   */
  uncrossAuction(time: TimeNs, price: number, printedLots: number): number {
    const seenTicks = price + this.publisher.shiftTicks;
    let ownLots = 0;
    for (const order of this.#auction.uncross(seenTicks, printedLots)) {
      const { clientOrderId, filledLots } = order;
      const leavesLots = quantityLots(order.lots - filledLots);
      ownLots += filledLots;
      if (filledLots > 0) {
        const fill = { clientOrderId, lots: filledLots, priceTicks: order.fillTicks };
        this.#noteFill({ ...fill, liquidity: "auction", hasExactQueue: true }, leavesLots, time);
      }
      if (leavesLots > 0) {
        const reason = "auctionRemainder";
        this.#report(clientOrderId, time, { kind: "cancelled", lots: leavesLots, reason });
      }
    }
    return ownLots;
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
    this.publisher.publishChanges(time);
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
    this.publisher.publishTrade(time, reports.read(index, reportField.side), price, lots, isOwn);
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
    const hasExactQueue = order.unseenLots === 0 && order.revealedLots === 0;
    const fill = { clientOrderId: order.clientOrderId, lots, liquidity, hasExactQueue };
    const seenTicks = price + this.publisher.shiftTicks;
    this.#noteFill({ ...fill, priceTicks: seenTicks }, leavesOf(order), time);
  }

  /** Keeps a fill with the market of its moment, and reports it. */
  #noteFill(fill: Execution, leavesLots: QuantityLots, venueTimeNs: TimeNs): void {
    this.fills.push({
      ...fill,
      venueTimeNs,
      midTicks: this.publisher.midTicks,
      spreadTicks: this.publisher.spreadTicks,
      unperturbedMidTicks: this.#options.unperturbed.midTicks,
    });
    this.#report(fill.clientOrderId, venueTimeNs, {
      kind: "filled",
      lots: quantityLots(fill.lots),
      priceTicks: priceTicks(fill.priceTicks),
      leavesLots,
      liquidity: fill.liquidity,
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
    } else if (order !== undefined && kind === reportKind.modifyAck && !this.#isShifting) {
      const price = priceTicks(read(reportField.priceTicks) + this.publisher.shiftTicks);
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
    this.ledger.refresh();
    this.publisher.noteChanges(time);
  }

  /** Writes what is on its way, what is ours, and what has filled. */
  save(writer: StateWriter): void {
    writer.json({
      commands: this.#commands,
      reports: this.#reports,
      orders: this.ledger.list(),
      fills: this.fills,
      waiting: this.#auction.waiting,
      latency: this.#options.latency.state(),
    });
    writer.column([this.takenLots, this.isHalted ? 1 : 0]);
    this.publisher.save(writer);
  }

  /** The engine has been restored before. */
  load(reader: StateReader): void {
    const saved = reader.json<SavedGateway>();
    this.#commands.splice(0, Number.POSITIVE_INFINITY, ...saved.commands);
    this.#reports.splice(0, Number.POSITIVE_INFINITY, ...saved.reports);
    this.fills.splice(0, Number.POSITIVE_INFINITY, ...saved.fills);
    this.ledger.restore(saved.orders);
    this.#auction.restore(saved.waiting);
    this.#options.latency.restore(saved.latency);
    this.takenLots = reader.number();
    this.isHalted = reader.number() === 1;
    this.publisher.load(reader);
  }
}

function leavesOf(order: OwnOrder): ReturnType<typeof quantityLots> {
  return quantityLots(order.totalLots - order.filledLots);
}
