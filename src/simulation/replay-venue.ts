/**
 * A recorded day as a venue: the recorded flow and our orders meet in one matching engine.
 *
 * The venue's owner drives it: recorded events through `applyRecorded`, commands that arrive
 * through `processArrivals`. Everything about our own orders is the gateway's. What our trades do to
 * a market that cannot react is chosen: nothing, what they take out of the book, or that and a
 * shift of all prices.
 */
import type { TimeNs } from "../core/units.ts";
import { type EventBlock, eventKind, tradingStatus } from "../market/event-block.ts";
import type { MatchingRules } from "../market/matching-contract.ts";
import { FastMatchingEngine } from "../market/matching-engine.ts";
import { createNewOrder } from "../market/order.ts";
import { reportField, reportKind } from "../market/report-ring.ts";
import { type Side, sideSign } from "../market/side.ts";
import type { ClientOrderId, ExecutionReport, Venue, VenueCommand } from "../market/venue.ts";
import { LevelFlow, type LevelOwner, type ShownDepth } from "./level-flow.ts";
import { OrderGateway, type OrderGatewayOptions, type VenueFill } from "./order-gateway.ts";
import { type ImpactKernel, OwnImpact } from "./own-impact.ts";
import { engineIdOf, isOwnId } from "./own-order-ledger.ts";
import { type QueueModel, riskAverseQueue } from "./queue-model.ts";
import {
  type Divergence as FlowDivergence,
  RecordedFlow,
  recordedOwnerId,
} from "./recorded-flow.ts";

/** Displayed lots ahead of one of our orders at its price. */
export interface QueuePosition {
  /** What the book says, with depth of unknown age counted as ahead. */
  readonly aheadLots: number;
  /** The least it can be. */
  readonly aheadLotsMin: number;
  /** Whether both are the same. */
  readonly isExact: boolean;
}

export interface Divergence extends Readonly<FlowDivergence> {
  /** Resting lots of the record that our orders took. */
  readonly consumedLots: number;
  /** Of these, put back where they stood. */
  readonly restoredLots: number;
  /** Ticks that all prices were off, furthest from 0; positive where we bought. */
  readonly shiftTicks: number;
}

export type ReplayImpact =
  /** What we take is put back at once: others trade as if we had not been there. */
  | { readonly kind: "none" }
  /** What we take is gone. */
  | { readonly kind: "mechanical" }
  /** And all prices move against an order of this side, whole ticks, rounded against it. */
  | { readonly kind: "propagator"; readonly kernel: ImpactKernel; readonly side: Side };

export interface ReplayVenueOptions extends OrderGatewayOptions {
  readonly rules?: Partial<MatchingRules>;
  /** `mechanical` where nothing is said. */
  readonly impact?: ReplayImpact;
  /** Where the recording knows price levels only; risk-averse where nothing is said. */
  readonly queues?: QueueModel;
  /** What the recording's levels are; totals after every trade where nothing is said. */
  readonly shows?: ShownDepth;
}

/** A shift below this is none: floating-point dust must not cost a tick. */
const shiftMin = 1e-6;
/** How often a shift that fades is looked at. */
const shiftEveryNs = 1e8;

export class ReplayVenue implements Venue {
  readonly engine: FastMatchingEngine;
  readonly #gateway: OrderGateway;
  readonly #flow: RecordedFlow;
  readonly #levels: LevelFlow;
  readonly #impact: ReplayImpact;
  readonly #own: OwnImpact | undefined;
  /** Fills that the impact has heard of. */
  #heard = 0;
  #shiftDueNs = 0;
  #furthestTicks = 0;
  #restoredLots = 0;
  /** Auctions we had a part in, and our lots in them. */
  #auctions = 0;
  #auctionLots = 0;

  constructor(options: ReplayVenueOptions) {
    const { impact = { kind: "mechanical" }, queues = riskAverseQueue, shows } = options;
    this.engine = new FastMatchingEngine({ rules: options.rules ?? {}, recordsTouches: true });
    this.#impact = impact;
    this.#own = impact.kind === "propagator" ? new OwnImpact(impact.kernel) : undefined;
    const observer = { observe: () => this.#restore(), noteResize: () => {} };
    const restores = impact.kind === "none" ? { observer } : {};
    this.#gateway = new OrderGateway(this.engine, {
      ...{ ...options, ...restores },
      takesAuctionOrders: true,
    });
    const { ledger } = this.#gateway;
    this.#flow = new RecordedFlow(this.engine, ledger);
    const owner: LevelOwner = {
      resting: (side) => ledger.resting(side),
      noteUnseen: (side, price, lots) => this.#noteUnseen(side, price, lots, "unseenLots"),
    };
    this.#levels = new LevelFlow(this.engine, owner, queues, shows);
  }

  /** Our fills so far, in order. */
  get fills(): readonly VenueFill[] {
    return this.#gateway.fills;
  }

  get divergence(): Divergence {
    const book = addDivergence(this.#flow.divergence, this.#levels.divergence);
    return {
      ...book,
      events: book.events + this.#auctions,
      displacedLots: book.displacedLots + this.#auctionLots,
      consumedLots: this.#gateway.takenLots,
      restoredLots: this.#restoredLots,
      shiftTicks: this.#furthestTicks,
    };
  }

  /** Middle of the displayed touch, the last one while a side is empty; NaN before the first. */
  get midTicks(): number {
    return this.#gateway.publisher.midTicks;
  }

  /** Nobody listens to market data any more. */
  stopPublishing(): void {
    this.#gateway.publisher.isPublishing = false;
  }

  send(command: VenueCommand, localTimeNs: TimeNs): void {
    this.#gateway.send(command, localTimeNs);
  }

  takeReports(localTimeNs: TimeNs): readonly ExecutionReport[] {
    return this.#gateway.takeReports(localTimeNs);
  }

  /** Carries out every command that has reached the venue by `timeNs`. */
  processArrivals(time: TimeNs): void {
    this.#shift(time);
    this.#gateway.processArrivals(time);
  }

  /** Applies one recorded event at its venue time. */
  applyRecorded(block: EventBlock, row: number): void {
    const time = block.venueTimeNs[row] as TimeNs;
    const kind = block.kind[row];
    this.#shift(time);
    const side = block.side[row] as Side;
    const price = block.priceTicks[row];
    const lots = block.quantityLots[row];
    if (kind === eventKind.withdraw) this.#noteUnseen(side, price, lots, "unseenLots");
    if (kind === eventKind.reveal) this.#noteUnseen(side, price, lots, "revealedLots");
    if (kind === eventKind.status) this.#gateway.isHalted = lots === tradingStatus.halted;
    if (kind === eventKind.level || kind === eventKind.trade) {
      const unseen = this.#levels.apply(block, row);
      this.#gateway.settle(time);
      this.#gateway.publisher.publishTrade(time, side, price, unseen, false);
      return;
    }
    const filledBefore = this.fills.length;
    this.#flow.apply(block, row);
    this.#gateway.settle(time);
    if (kind === eventKind.hiddenExecute) {
      // What of a hidden trade did not come to us prints as it was recorded.
      let ours = 0;
      for (const fill of this.fills.slice(filledBefore)) ours += fill.lots;
      this.#gateway.publisher.publishTrade(time, side, price, lots - ours, false);
    } else if (kind === eventKind.cross) {
      const ours = this.#gateway.uncrossAuction(time, price, lots);
      this.#auctionLots += ours;
      if (ours > 0) this.#auctions++;
      this.#gateway.publisher.publishTrade(time, side, price, ours, true);
      this.#gateway.publisher.publishTrade(time, side, price, lots - ours, false);
    }
  }

  /** Where one of our resting orders stands; undefined when it does not rest. */
  queuePosition(clientOrderId: ClientOrderId): QueuePosition | undefined {
    const { book } = this.engine;
    const order = this.#gateway.ledger.get(engineIdOf(clientOrderId));
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

  /** Moves all prices by what our fills so far do at a time. */
  #shift(time: TimeNs): void {
    const own = this.#own;
    if (own === undefined || this.#impact.kind !== "propagator") return;
    const { fills } = this;
    if (this.#heard === fills.length && time < this.#shiftDueNs) return;
    const sign = sideSign(this.#impact.side);
    while (this.#heard < fills.length) {
      const fill = fills[this.#heard++]!;
      own.add(fill.venueTimeNs, sign * fill.lots);
    }
    this.#shiftDueNs = time + shiftEveryNs;
    const off = Math.abs(own.ticksAt(time));
    const ticks = off < shiftMin ? 0 : sign * Math.ceil(off - shiftMin);
    if (Math.abs(ticks) > Math.abs(this.#furthestTicks)) this.#furthestTicks = ticks;
    this.#gateway.shiftTo(ticks, time);
  }

  /** Puts back what our orders have just taken, each order where it stood in its queue. */
  #restore(): void {
    const { book, reports } = this.engine;
    const taken: { id: number; side: Side; price: number; lots: number }[] = [];
    for (let index = reports.released; index < reports.written; index++) {
      if (reports.read(index, reportField.kind) !== reportKind.trade) continue;
      const id = reports.read(index, reportField.orderId);
      if (isOwnId(id) || !isOwnId(reports.read(index, reportField.contraId))) continue;
      taken.push({
        id,
        side: reports.read(index, reportField.side) as Side,
        price: reports.read(index, reportField.priceTicks),
        lots: reports.read(index, reportField.quantityLots),
      });
    }
    // What was taken first stood first, so it goes back last.
    for (const { id, side, price, lots } of taken.reverse()) {
      const slot = book.index.get(id);
      const leaves = slot < 0 ? 0 : book.leavesOf(slot);
      if (leaves > 0) this.engine.reduce(id, leaves);
      const terms = { orderId: id, ownerId: recordedOwnerId, side, priceTicks: price };
      this.engine.placeFirst(createNewOrder({ ...terms, quantityLots: leaves + lots }));
      this.#restoredLots += lots;
    }
  }

  /** Lots left a price, or came to it, where we cannot see in what place. */
  #noteUnseen(side: Side, price: number, lots: number, which: "unseenLots" | "revealedLots"): void {
    const { book } = this.engine;
    for (const engineId of this.#gateway.ledger.resting(side)) {
      const order = this.#gateway.ledger.get(engineId);
      const isHere = book.priceOf(book.index.get(engineId)) === price;
      if (order !== undefined && isHere) order[which] += lots;
    }
  }
}

function addDivergence(one: FlowDivergence, other: FlowDivergence): FlowDivergence {
  return {
    events: one.events + other.events,
    displacedLots: one.displacedLots + other.displacedLots,
    absorbedLots: one.absorbedLots + other.absorbedLots,
    unfilledLots: one.unfilledLots + other.unfilledLots,
    missingCancelLots: one.missingCancelLots + other.missingCancelLots,
  };
}
