/** A market for tests: it opens at 10:00 around 10,000 ticks, with whoever a test wants in it. */
import { deepEqual, equal } from "node:assert/strict";
import { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { nsPerHour, nsPerMinute } from "../../core/time.ts";
import { timeNs } from "../../core/units.ts";
import type { Side } from "../../market/side.ts";
import { type OpeningBook, SimulatedMarket } from "../simulated-market.ts";
import { Nature, natureSchema } from "./nature.ts";
import type { Conditions, Population } from "./population.ts";
import { stillNature } from "./still-nature.ts";

export const session = { startNs: timeNs(10 * nsPerHour), endNs: timeNs(13 * nsPerHour) };
export const { startNs } = session;

export function createOpeningBook(levels = 20, lots = 2000): OpeningBook {
  const depths = Array.from({ length: levels }, (_, depth) => depth);
  return {
    bids: depths.map((depth) => ({ priceTicks: 9999 - depth, lots })),
    asks: depths.map((depth) => ({ priceTicks: 10_001 + depth, lots })),
  };
}

/** A nature that stands still at 10,000 ticks except for what is asked for. */
export function createNature(terms: Record<string, unknown> = {}): Nature {
  const still = { fundamentalTicks: 10_000, dailyVolatility: 0, curve: "flat" };
  return new Nature(natureSchema.parse({ ...still, ...terms }), session);
}

export function createMarketOf(
  nature: Population & Conditions,
  populations: readonly Population[] = [],
  opening = createOpeningBook(),
): SimulatedMarket {
  return new SimulatedMarket({ startNs, opening, nature, populations });
}

/** A market of these populations in which nothing else changes. */
export function createStillMarket(
  populations: readonly Population[],
  conditions: Partial<Conditions> = {},
): SimulatedMarket {
  return createMarketOf({ ...stillNature, ...conditions }, populations);
}

/** Runs on to so many minutes after the start. */
export function runToMinute(market: SimulatedMarket, minutes: number): void {
  market.runTo(startNs + minutes * nsPerMinute);
}

/** Displayed lots of one owner on a side. */
export function countLots(market: SimulatedMarket, side: Side, ownerId: number): number {
  const { book } = market.engine;
  const levels = book.levels[side];
  let lots = 0;
  for (let level = levels.bestSlot; level >= 0; level = levels.next(level)) {
    for (let slot = book.headOf(side, level); slot >= 0; slot = book.after(slot)) {
      if (book.owners[slot] === ownerId) lots += book.openLots[slot];
    }
  }
  return lots;
}

/** Every lot that was sent has traded, was cancelled or refused, or rests. */
export function expectConserved({ lotAccount }: SimulatedMarket): void {
  const { sentLots, tradedLots, cancelledLots, rejectedLots, restingLots } = lotAccount;
  equal(sentLots, tradedLots + cancelledLots + rejectedLots + restingLots);
}

/** Besides, the venue has refused nothing. */
export function expectNothingRefused(market: SimulatedMarket): void {
  expectConserved(market);
  equal(market.lotAccount.rejectedLots, 0);
}

/** A market of one seed is the same twice, and the same when it is saved and loaded on the way. */
export function expectRepeatable(create: () => SimulatedMarket, minutes: number): void {
  const whole = create();
  whole.open(11);
  runToMinute(whole, minutes);
  const parted = create();
  parted.open(11);
  runToMinute(parted, minutes / 2);
  const loaded = create();
  loaded.open(12);
  runToMinute(loaded, 1);
  const reader = new StateReader(saveOf(parted));
  loaded.load(reader);
  reader.end();
  runToMinute(loaded, minutes);
  equal(loaded.hash, whole.hash);
  deepEqual(saveOf(loaded), saveOf(whole));
}

function saveOf(market: SimulatedMarket): ArrayBuffer {
  const writer = new StateWriter();
  market.save(writer);
  return writer.finish();
}
