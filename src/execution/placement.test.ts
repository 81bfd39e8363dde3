import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { priceTicks } from "../core/units.ts";
import { buy, sell } from "../market/side.ts";
import { createObservation, createParent } from "./execution-fixture.ts";
import {
  followsTouch,
  type Placement,
  parsePlacement,
  placements,
  placeSlice,
  restingPrice,
} from "./placement.ts";

const names = Object.keys(placements) as Placement[];

describe("parsePlacement", () => {
  test("knows every placement by its name and nothing else", () => {
    for (const name of names) equal(parsePlacement(name), name);
    for (const text of ["", "Touch", "toString", "cross "]) equal(parsePlacement(text), undefined);
  });
});

describe("restingPrice", () => {
  test("is the near touch, and one tick inside it only for `improve` with room", () => {
    const observation = createObservation();
    deepEqual(
      names.map((name) => [name, restingPrice(name, observation)]),
      [
        ["touch", 999],
        ["peg", 999],
        ["improve", 1000],
        ["cross", 999],
        ["passive", 999],
      ],
    );
    equal(restingPrice("improve", createObservation({ farTouchTicks: 1000 })), 999);
    equal(restingPrice("improve", createObservation({ farTouchTicks: undefined })), 999);
  });

  test("improves downwards for a sell", () => {
    const parent = createParent({ side: sell });
    const observation = createObservation({ parent, nearTouchTicks: 1001, farTouchTicks: 999 });
    equal(restingPrice("improve", observation), 1000);
  });

  test("is unknown while nobody else stands on our side", () => {
    for (const name of names) {
      equal(restingPrice(name, createObservation({ nearTouchTicks: undefined })), undefined);
    }
  });
});

describe("placeSlice", () => {
  const lots = fc.integer({ min: 0, max: 1000 });
  const slices = fc
    .record({ due: lots, more: lots, filled: lots, name: fc.constantFrom(...names) })
    .map(({ due, more, filled, name }) => ({ due, aim: Math.min(1000, due + more), filled, name }));

  test("never asks for more than the slice's aim, and crosses at least what is overdue", () => {
    fc.assert(
      fc.property(slices, ({ due, aim, filled, name }) => {
        const goal = { dueLots: due, aimLots: aim };
        const { resting, crossLots } = placeSlice(
          name,
          goal,
          999,
          createObservation({ filledLots: filled, remainingLots: 1000 - filled }),
        );
        const rests = resting.reduce((sum, target) => sum + target.lots, 0);
        equal(filled + rests + crossLots, Math.max(filled, aim));
        ok(crossLots >= Math.max(0, due - filled));
        if (name === "cross") equal(rests, 0);
      }),
    );
  });

  test("stops at the parent's quantity when an amendment left the aim above it", () => {
    const goal = { dueLots: 0, aimLots: 1500 };
    const { resting } = placeSlice("touch", goal, 999, createObservation());
    deepEqual(resting, [{ priceTicks: 999, lots: 1000 }]);
  });

  test("rests at the limit where the touch lies beyond it", () => {
    const goal = { dueLots: 0, aimLots: 10 };
    const buying = createParent({ side: buy, limitPriceTicks: priceTicks(990) });
    const selling = createParent({ side: sell, limitPriceTicks: priceTicks(1010) });
    const priceFor = (parent: typeof buying, rest: number): number | undefined =>
      placeSlice("touch", goal, rest, createObservation({ parent })).resting[0]?.priceTicks;
    equal(priceFor(buying, 999), 990);
    equal(priceFor(buying, 989), 989);
    equal(priceFor(selling, 1001), 1010);
    equal(priceFor(selling, 1011), 1011);
  });

  test("rests nothing without a price to rest at", () => {
    const goal = { dueLots: 5, aimLots: 10 };
    deepEqual(placeSlice("touch", goal, undefined, createObservation()), {
      resting: [],
      crossLots: 5,
    });
  });
});

describe("followsTouch", () => {
  test("is true of the placements that say so", () => {
    for (const name of names) {
      equal(followsTouch(name), placements[name].includes("wherever it goes"), name);
    }
  });
});
