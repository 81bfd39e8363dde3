/**
 * Traders of one kind, together: the unit a simulated market is made of.
 *
 * A population is one superposed stream of events, however many traders it stands for: it says
 * when it acts next, and acts then. It draws from random streams of its own, one for each purpose,
 * that depend on (seed, purpose, index) alone. Rates that run with activity run on the business
 * clock, which no order changes. Where they depend on the state of the market as well, it proposes
 * candidates at a fixed dominating rate of that clock, with the same number of marks for each, and
 * accepts or not (thinning, Lewis & Shedler 1979): so two markets on one seed meet the same
 * candidates with the same marks, whatever has happened in between.
 */
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import type { FastMatchingEngine } from "../../market/matching-engine.ts";
import type { NewOrder } from "../../market/order.ts";
import type { Side } from "../../market/side.ts";
import type { BusinessClock } from "./business-clock.ts";

/** What is the same for everybody and that no order changes. */
export interface Conditions {
  /** What the instrument is worth, in ticks; not a whole number. NaN in a market without it. */
  readonly fundamentalTicks: number;
  /** How busy people are, now and later. */
  readonly businessClock: BusinessClock;
  /** How careful they are: 1 usually, more after news that nobody understands yet. */
  readonly caution: number;
}

/** The market as a population finds it. Reading the book is free; changing it goes through here. */
export interface MarketFloor {
  readonly engine: FastMatchingEngine;
  readonly conditions: Conditions;
  /** The market's clock, nanoseconds since midnight. */
  readonly nowNs: number;
  /** Best price of a side in ticks, NaN while it is empty. */
  bestTicks(side: Side): number;
  /** Middle of the best prices, the last one while a side is empty. */
  readonly midTicks: number;
  /** A new order id; below every id of the order under test. */
  takeOrderId(): number;
  /** Gives an order to the engine now, under a new id, which is returned. */
  submit(order: NewOrder): number;
}

export interface Population {
  /** As the world calls it; also the first part of the names of its streams. */
  readonly name: string;
  /** When it acts next, whole nanoseconds; Infinity when it never does again. */
  readonly nextNs: number;
  /**
   * Begins a run at a moment: forgets everything and takes up the streams of this seed. The
   * market may already stand (a fork for a decision begins in the middle of a day).
   */
  open(floor: MarketFloor, seed: number, nowNs: number): void;
  /** Does what is due at `nextNs`, and sets the next time, which is not earlier. */
  act(floor: MarketFloor): void;
  /** Hears of every trade in the market, after the act that made it. */
  onTrade?(timeNs: number, aggressorSide: Side, priceTicks: number, lots: number): void;
  /** Writes everything `open` or `act` may change. */
  save(writer: StateWriter): void;
  load(reader: StateReader): void;
}
