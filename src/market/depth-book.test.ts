import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { DepthBook } from "./depth-book.ts";
import { ask, bid, type Side } from "./side.ts";

const changes = fc.array(
  fc.record({
    side: fc.constantFrom<Side>(bid, ask),
    price: fc.oneof(
      fc.integer({ min: 990, max: 1010 }),
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
    ),
    lots: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 99 })),
  }),
  { maxLength: 120 },
);

describe("DepthBook", () => {
  test("shows what was said last of every price, best first", () => {
    fc.assert(
      fc.property(changes, (said) => {
        const book = new DepthBook();
        const model = [new Map<number, number>(), new Map<number, number>()];
        for (const { side, price, lots } of said) {
          book.set(side, price, lots);
          if (lots > 0) model[side].set(price, lots);
          else model[side].delete(price);
          equal(book.lotsAt(side, price), lots);
        }
        for (const side of [bid, ask] as const) {
          const better = side === bid ? -1 : 1;
          const levels = [...model[side]].sort(([a], [b]) => better * (a - b));
          deepEqual(book.top(side, 1000), levels);
          deepEqual(book.top(side, 3), levels.slice(0, 3));
          equal(book.bestTicks(side), levels[0]?.[0] ?? Number.NaN);
          equal(book.bestLots(side), levels[0]?.[1] ?? 0);
        }
        equal(book.midTicks(), (book.bestTicks(bid) + book.bestTicks(ask)) / 2);
      }),
    );
  });

  test("keeps the lots of every level when there are more than it first has room for", () => {
    const book = new DepthBook();
    const expected = Array.from({ length: 1000 }, (_, at) => [1000 + at, 1 + at]);
    for (const [price, lots] of expected) book.set(ask, price, lots);
    deepEqual(book.top(ask, 2000), expected);
  });

  test("knows nothing of an empty side", () => {
    const book = new DepthBook();
    book.set(bid, 100, 5);
    equal(book.bestTicks(ask), Number.NaN);
    equal(book.bestLots(ask), 0);
    equal(book.midTicks(), Number.NaN);
    equal(book.lotsAt(ask, 100), 0);
    deepEqual(book.top(ask, 5), []);
  });

  test("takes a level away that was never there", () => {
    const book = new DepthBook();
    book.set(ask, 100, 0);
    equal(book.bestTicks(ask), Number.NaN);
  });
});
