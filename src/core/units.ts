/**
 * Numbers that carry their unit in their type.
 *
 * A brand costs nothing at run time. The constructors check once, at the edge; after that the
 * compiler keeps prices, quantities, times and costs apart. Columns in typed arrays are plain
 * numbers whose unit stands in the column's name.
 */
import { InvariantError } from "./assert.ts";

declare const unit: unique symbol;
type Branded<Unit extends string> = number & { readonly [unit]: Unit };

/** A displayed price in whole ticks of the instrument. */
export type PriceTicks = Branded<"PriceTicks">;
/** A quantity in lots; a lot is the smallest tradable increment (one share for a stock). */
export type QuantityLots = Branded<"QuantityLots">;
/** Nanoseconds since the session's midnight; exact in a double (at most 8.64e13 a day). */
export type TimeNs = Branded<"TimeNs">;
/** A length of time in nanoseconds. */
export type DurationNs = Branded<"DurationNs">;
/** Basis points: 1 bp is one hundredth of one per cent. Costs are positive when they hurt. */
export type Bps = Branded<"Bps">;

/** @throws InvariantError unless `value` is a safe integer */
export function priceTicks(value: number): PriceTicks {
  if (!Number.isSafeInteger(value)) fail("a price is a whole number of ticks", value);
  return value as PriceTicks;
}

/** @throws InvariantError unless `value` is a safe integer of at least 0 */
export function quantityLots(value: number): QuantityLots {
  if (!(Number.isSafeInteger(value) && value >= 0)) {
    fail("a quantity is a whole number of lots from 0", value);
  }
  return value as QuantityLots;
}

/** @throws InvariantError unless `value` is finite and not negative */
export function timeNs(value: number): TimeNs {
  if (!(Number.isFinite(value) && value >= 0)) {
    fail("a time is a number of nanoseconds from 0", value);
  }
  return value as TimeNs;
}

/** @throws InvariantError unless `value` is finite and not negative */
export function durationNs(value: number): DurationNs {
  if (!(Number.isFinite(value) && value >= 0)) {
    fail("a duration is a number of nanoseconds from 0", value);
  }
  return value as DurationNs;
}

/** @throws InvariantError unless `value` is finite */
export function bps(value: number): Bps {
  if (!Number.isFinite(value)) fail("a cost is a finite number of basis points", value);
  return value as Bps;
}

/** Apart, so that the message is only written when a rule does not hold: units are made often. */
function fail(rule: string, value: number): never {
  throw new InvariantError(`Invariant: ${rule}, was ${value}`);
}
