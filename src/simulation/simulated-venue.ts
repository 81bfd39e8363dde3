/**
 * A simulated market as a venue: its traders and our orders meet in one matching engine.
 *
 * The venue's owner drives it: the next trader through `step`, our commands that arrive through
 * `processArrivals`. At equal times the owner lets our commands come first.
 */

import type { StateReader, StateWriter } from "../core/state-buffer.ts";
import type { TimeNs } from "../core/units.ts";
import type { FastMatchingEngine } from "../market/matching-engine.ts";
import type { ExecutionReport, Venue, VenueCommand } from "../market/venue.ts";
import {
  type AdoptedOrder,
  OrderGateway,
  type OrderGatewayOptions,
  type VenueFill,
} from "./order-gateway.ts";
import type { SimulatedMarket } from "./simulated-market.ts";

export type SimulatedVenueOptions = Omit<OrderGatewayOptions, "observer">;

export class SimulatedVenue implements Venue {
  readonly market: SimulatedMarket;
  readonly #gateway: OrderGateway;

  /** @param market stands where our order comes to it; nothing of it is changed here */
  constructor(market: SimulatedMarket, options: SimulatedVenueOptions) {
    this.market = market;
    this.#gateway = new OrderGateway(market.engine, { ...options, observer: market });
  }

  get engine(): FastMatchingEngine {
    return this.market.engine;
  }

  /** Our fills so far, in order. */
  get fills(): readonly VenueFill[] {
    return this.#gateway.fills;
  }

  /** Middle of the best prices, the last one while a side is empty. */
  get midTicks(): number {
    return this.market.midTicks;
  }

  /** Lets the next trader of the market act. */
  step(): void {
    this.market.step();
    this.settle(this.market.nowNs as TimeNs);
  }

  /** Takes in whatever has just been done to the book. */
  settle(time: TimeNs): void {
    this.#gateway.settle(time);
  }

  /** Publishes the whole book, for somebody who begins to watch now. */
  publishBook(time: TimeNs): void {
    this.#gateway.publisher.publishBook(time);
  }

  /** Puts orders of ours into a market that has just been opened. */
  adopt(orders: readonly AdoptedOrder[], fills: readonly VenueFill[], time: TimeNs): void {
    this.#gateway.adopt(orders, fills, time);
  }

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
    this.#gateway.processArrivals(time);
  }

  save(writer: StateWriter): void {
    this.market.save(writer);
    this.#gateway.save(writer);
  }

  load(reader: StateReader): void {
    this.market.load(reader);
    this.#gateway.load(reader);
  }
}
