import { equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "./assert.ts";
import { bps, durationNs, priceTicks, quantityLots, timeNs } from "./units.ts";

const notFinite = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

function refuses(construct: (value: number) => number, bad: readonly number[]): void {
  for (const value of bad) throws(() => construct(value), InvariantError, `accepted ${value}`);
}

describe("the constructors of units", () => {
  test("give back the number they were given", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        equal(priceTicks(value), value);
        equal(priceTicks(-value), -value);
        equal(quantityLots(value), value);
        equal(timeNs(value), value);
        equal(durationNs(value), value);
        equal(bps(-value), -value);
      }),
    );
  });

  test("take prices below zero, but only whole ticks", () => {
    equal(priceTicks(-3), -3);
    refuses(priceTicks, [0.5, 2 ** 53, ...notFinite]);
  });

  test("take whole quantities from zero", () => {
    equal(quantityLots(0), 0);
    refuses(quantityLots, [-1, 0.5, 2 ** 53, ...notFinite]);
  });

  test("take finite times and durations from zero", () => {
    equal(timeNs(0), 0);
    equal(durationNs(0.5), 0.5);
    refuses(timeNs, [-1, ...notFinite]);
    refuses(durationNs, [-1, ...notFinite]);
  });

  test("take any finite cost, gains included", () => {
    equal(bps(-0.25), -0.25);
    refuses(bps, notFinite);
  });

  test("say what they found", () => {
    throws(() => quantityLots(-3), /a quantity is a whole number of lots from 0, was -3/);
    throws(() => priceTicks(1.5), /a price is a whole number of ticks, was 1\.5/);
    throws(() => timeNs(-1), /a time is a number of nanoseconds from 0, was -1/);
    throws(() => durationNs(Number.NaN), /a duration is a number of nanoseconds from 0, was NaN/);
    throws(() => bps(Number.NaN), /a cost is a finite number of basis points, was NaN/);
  });
});
