/** What is traded: how its prices and quantities on paper become ticks and lots. */
import { assert } from "../core/assert.ts";

export interface Instrument {
  readonly symbol: string;
  /** Price of one tick in currency units, for example 0.01. */
  readonly tickSize: number;
  /** Shares (or coins, contracts) in one lot, for example 1. */
  readonly lotSize: number;
  /** Lots in a round lot, for example 100; a property of quotes and statistics, not of orders. */
  readonly roundLotLots: number;
}

/** @throws InvariantError when a size is not positive */
export function createInstrument(options: Partial<Instrument> & { symbol: string }): Instrument {
  const { symbol, tickSize = 0.01, lotSize = 1, roundLotLots = 100 } = options;
  assert(tickSize > 0 && lotSize > 0 && roundLotLots > 0, "tick, lot and round lot are positive");
  return { symbol, tickSize, lotSize, roundLotLots };
}
