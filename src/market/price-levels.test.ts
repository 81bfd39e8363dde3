import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { noKey, PriceLevels } from "./price-levels.ts";
import { ask, bid, type Side } from "./side.ts";

/** Keys far apart, keys in clusters, and keys about a window's length from each other. */
const keys = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc
    .tuple(fc.constantFrom(-700_000, 0, 512, 1024, 300_000), fc.integer({ min: -8, max: 8 }))
    .map(([middle, away]) => middle + away),
  fc.integer({ min: -1200, max: 1200 }),
);
const operations = fc.array(
  fc.record({ key: keys, releases: fc.boolean(), best: fc.boolean(), pick: fc.nat(1000) }),
  { maxLength: 300 },
);

/** The smallest window, alone and with room to widen, and the one that books have. */
const windows = fc.constantFrom(
  { windowTicks: 1024, windowTicksMax: 1024 },
  { windowTicks: 1024, windowTicksMax: 4096 },
  {},
);

/** Every key from the best to the worst. */
function walk(levels: PriceLevels): number[] {
  const found: number[] = [];
  for (let slot = levels.bestSlot; slot >= 0; slot = levels.next(slot)) {
    found.push(levels.keys[slot]);
  }
  return found;
}

describe("PriceLevels", () => {
  test("finds, orders and walks like a sorted list, however the window has moved", () => {
    fc.assert(
      fc.property(operations, fc.constantFrom<Side>(bid, ask), windows, (steps, side, window) => {
        const levels = new PriceLevels(side, window);
        let model: number[] = [];
        for (const { key, releases, best, pick } of steps) {
          const known = best ? model[0] : model[pick % Math.max(1, model.length)];
          if (releases && known !== undefined) {
            levels.release(levels.find(known));
            model = model.filter((other) => other !== known);
            equal(levels.find(known), -1);
          } else {
            const slot = levels.acquire(key);
            equal(levels.acquire(key), slot);
            equal(levels.priceOf(slot), key * levels.sign + 0);
            levels.lots[slot] = key;
            if (!model.includes(key)) model = [...model, key].sort((a, b) => a - b);
          }
          equal(levels.count, model.length);
          equal(levels.bestKey, model[0] ?? noKey);
          equal(levels.bestSlot, model.length === 0 ? -1 : levels.find(model[0]));
          deepEqual(walk(levels), model);
          equal(levels.find(key), model.includes(key) ? levels.acquire(key) : -1);
        }
        for (const key of model) equal(levels.lots[levels.find(key)], key);
        levels.clear();
        deepEqual([levels.count, levels.bestKey, levels.bestSlot], [0, noKey, -1]);
      }),
      { numRuns: 200 },
    );
  });

  test("keeps every level as it grows past its first slots, near and far", () => {
    const levels = new PriceLevels(ask, { windowTicks: 1024, windowTicksMax: 1024 });
    const expected = Array.from({ length: 2000 }, (_, at) => at * 37);
    for (const key of expected.toReversed()) {
      const slot = levels.acquire(key);
      levels.lots[slot] = key;
    }
    deepEqual(walk(levels), expected);
    for (const key of expected) equal(levels.lots[levels.find(key)], key);
  });

  test("weighs the lots of consecutive keys, within the window and beyond it", () => {
    const levels = new PriceLevels(ask, { windowTicks: 1024, windowTicksMax: 1024 });
    for (const key of [100, 102, 103, 1400, 1402]) {
      const slot = levels.acquire(key);
      levels.lots[slot] = key;
    }
    const weights = Float64Array.of(1, 10, 100, 1000);
    equal(levels.weighLots(100, weights), 100 + 102 * 100 + 103 * 1000);
    equal(levels.weighLots(100, weights, 3), 100 + 102 * 100);
    equal(levels.weighLots(1400, weights), 1400 + 1402 * 100);
    equal(levels.weighLots(5, weights), 0);
    // Lots · weight from 100: 100, 0, 10,200, 103,000.
    const indices = [0, 99, 100, 10_299, 10_300, 1e9].map((at) =>
      levels.findWeight(100, weights, at),
    );
    deepEqual(indices, [0, 0, 2, 2, 3, 3]);
    equal(levels.findWeight(1400, weights, 1400), 2);
    equal(levels.findWeight(5, weights, 0), 3);
  });

  test("refuses a window that is too small or no power of two", () => {
    for (const window of [512, 1000, 1025]) {
      const message = `Invariant: a price window is a power of two from 1024, was ${window}`;
      throws(() => new PriceLevels(bid, { windowTicks: window }), { message });
    }
  });
});
