import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type AuctionCandidate, chooseUncross } from "./auction.ts";

const candidatesOf = (rows: readonly (readonly [number, number, number])[]): AuctionCandidate[] =>
  rows.map(([priceTicks, demandLots, supplyLots]) => ({ priceTicks, demandLots, supplyLots }));

/** Xetra market model, "Price determination", rule by rule. */
const table: readonly {
  readonly rule: string;
  /** Price, demand, supply. */
  readonly rows: readonly (readonly [number, number, number])[];
  readonly reference: number;
  readonly price: number;
  readonly lots: number;
}[] = [
  {
    rule: "the price that trades most",
    rows: [
      [100, 90, 20],
      [101, 70, 60],
      [102, 40, 80],
    ],
    reference: 100,
    price: 101,
    lots: 60,
  },
  {
    rule: "of equal volumes the smaller surplus",
    rows: [
      [100, 60, 50],
      [101, 55, 50],
      [102, 50, 70],
    ],
    reference: 100,
    price: 101,
    lots: 50,
  },
  {
    rule: "with a surplus to buy at all of them, the highest",
    rows: [
      [100, 60, 50],
      [101, 60, 50],
    ],
    reference: 90,
    price: 101,
    lots: 50,
  },
  {
    rule: "with a surplus to sell at all of them, the lowest",
    rows: [
      [100, 50, 60],
      [101, 50, 60],
    ],
    reference: 110,
    price: 100,
    lots: 50,
  },
  {
    rule: "with surpluses both ways, the reference price between them",
    rows: [
      [100, 60, 50],
      [104, 50, 60],
    ],
    reference: 102,
    price: 102,
    lots: 50,
  },
  {
    rule: "the highest when the reference price lies above them",
    rows: [
      [100, 60, 50],
      [104, 50, 60],
    ],
    reference: 107,
    price: 104,
    lots: 50,
  },
  {
    rule: "the lowest when the reference price lies below them",
    rows: [
      [100, 50, 50],
      [104, 50, 50],
    ],
    reference: 97,
    price: 100,
    lots: 50,
  },
  {
    rule: "the reference price, and nothing, when nothing crosses",
    rows: [
      [100, 0, 50],
      [99, 40, 0],
    ],
    reference: 98,
    price: 98,
    lots: 0,
  },
  {
    rule: "the reference price, and nothing, without any order",
    rows: [],
    reference: 98,
    price: 98,
    lots: 0,
  },
];

describe("chooseUncross", () => {
  for (const { rule, rows, reference, price, lots } of table) {
    test(`takes ${rule}`, () => {
      deepEqual(chooseUncross(candidatesOf(rows), reference), { priceTicks: price, lots });
    });
  }

  /** Demand falls and supply rises with the price. */
  const books = fc
    .array(fc.record({ bought: fc.nat(9), sold: fc.nat(9) }), { minLength: 1, maxLength: 8 })
    .map((levels) =>
      levels.map((_, at) => ({
        priceTicks: 100 + at,
        demandLots: levels.slice(at).reduce((sum, level) => sum + level.bought, 0),
        supplyLots: levels.slice(0, at + 1).reduce((sum, level) => sum + level.sold, 0),
      })),
    );

  test("trades the most that any candidate could", () => {
    fc.assert(
      fc.property(books, fc.integer({ min: 95, max: 112 }), (candidates, reference) => {
        const traded = candidates.map((row) => Math.min(row.demandLots, row.supplyLots));
        const { lots, priceTicks } = chooseUncross(candidates, reference);
        equal(lots, Math.max(...traded));
        const best = candidates.filter((_, at) => traded[at] === lots);
        if (lots > 0) {
          ok(priceTicks >= best[0].priceTicks && priceTicks <= best[best.length - 1].priceTicks);
        }
      }),
    );
  });

  test("treats both sides alike", () => {
    fc.assert(
      fc.property(books, fc.integer({ min: 95, max: 112 }), (candidates, reference) => {
        const mirrored = candidates
          .map(({ priceTicks, demandLots, supplyLots }) => ({
            priceTicks: -priceTicks,
            demandLots: supplyLots,
            supplyLots: demandLots,
          }))
          .toReversed();
        const { lots, priceTicks } = chooseUncross(candidates, reference);
        deepEqual(chooseUncross(mirrored, -reference), { lots, priceTicks: -priceTicks });
      }),
    );
  });
});
