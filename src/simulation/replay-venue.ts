/**
 * A recorded day as a venue: the recorded flow and our orders meet in one matching engine.
 *
 * The venue's owner drives it: recorded events through `applyRecorded`, commands that arrive
 * through `processArrivals`. Everything about our own orders is the gateway's.
 */
import type { TimeNs } from "../core/units.ts";
import { type EventBlock, eventKind, tradingStatus } from "../market/event-block.ts";
import type { MatchingRules } from "../market/matching-contract.ts";
import { FastMatchingEngine } from "../market/matching-engine.ts";
import type { Side } from "../market/side.ts";
import type { ClientOrderId, ExecutionReport, Venue, VenueCommand } from "../market/venue.ts";
import { OrderGateway, type OrderGatewayOptions, type VenueFill } from "./order-gateway.ts";
import { engineIdOf } from "./own-order-ledger.ts";
import { type Divergence as FlowDivergence, RecordedFlow } from "./recorded-flow.ts";

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
}

export interface ReplayVenueOptions extends OrderGatewayOptions {
  readonly rules?: Partial<MatchingRules>;
}

export class ReplayVenue implements Venue {
  readonly engine: FastMatchingEngine;
  readonly #gateway: OrderGateway;
  readonly #flow: RecordedFlow;

  constructor(options: ReplayVenueOptions) {
    this.engine = new FastMatchingEngine({ rules: options.rules ?? {}, recordsTouches: true });
    this.#gateway = new OrderGateway(this.engine, options);
    this.#flow = new RecordedFlow(this.engine, this.#gateway.ledger);
  }

  /** Our fills so far, in order. */
  get fills(): readonly VenueFill[] {
    return this.#gateway.fills;
  }

  get divergence(): Divergence {
    return { ...this.#flow.divergence, consumedLots: this.#gateway.takenLots };
  }

  /** Middle of the displayed touch, the last one while a side is empty; NaN before the first. */
  get midTicks(): number {
    return this.#gateway.midTicks;
  }

  /** Nobody listens to market data any more. */
  stopPublishing(): void {
    this.#gateway.isPublishing = false;
  }

  send(command: VenueCommand, localTimeNs: TimeNs): void {
    this.#gateway.send(command, localTimeNs);
  }

  takeReports(localTimeNs: TimeNs): readonly ExecutionReport[] {
    return this.#gateway.takeReports(localTimeNs);
  }

  /** Carries out every command that has reached the venue by `timeNs`. */
  processArrivals(time: TimeNs): void {
    this.#gateway.processArrivals(time);
  }

  /** Applies one recorded event at its venue time. */
  applyRecorded(block: EventBlock, row: number): void {
    const time = block.venueTimeNs[row] as TimeNs;
    const kind = block.kind[row];
    if (kind === eventKind.withdraw || kind === eventKind.reveal) this.#noteUnseen(block, row);
    if (kind === eventKind.status)
      this.#gateway.isHalted = block.quantityLots[row] === tradingStatus.halted;
    const filledBefore = this.fills.length;
    this.#flow.apply(block, row);
    this.#gateway.settle(time);
    if (kind === eventKind.hiddenExecute) {
      // What of a hidden trade did not come to us prints as it was recorded.
      let ours = 0;
      for (const fill of this.fills.slice(filledBefore)) ours += fill.lots;
      const others = block.quantityLots[row] - ours;
      this.#gateway.publishTrade(time, block.side[row], block.priceTicks[row], others, false);
    } else if (kind === eventKind.cross) {
      const lots = block.quantityLots[row];
      this.#gateway.publishTrade(time, block.side[row], block.priceTicks[row], lots, false);
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

  #noteUnseen(block: EventBlock, row: number): void {
    const side = block.side[row] as Side;
    const { book } = this.engine;
    for (const engineId of this.#gateway.ledger.resting(side)) {
      const order = this.#gateway.ledger.get(engineId);
      const isHere = book.priceOf(book.index.get(engineId)) === block.priceTicks[row];
      if (order === undefined || !isHere) continue;
      if (block.kind[row] === eventKind.reveal) order.revealedLots += block.quantityLots[row];
      else order.unseenLots += block.quantityLots[row];
    }
  }
}
