import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createObservation, createParent, seconds } from "../execution/execution-fixture.ts";
import { decideAllocation, type Observation } from "../execution/index.ts";
import { sell } from "../market/side.ts";
import {
  createVocabulary,
  decideShares,
  type VocabularyKind,
  writeSingleAction,
} from "./action-codec.ts";
import { readClock } from "./decision-clock.ts";

const clock = { nextDecisionNs: seconds(700), decisionsLeft: 4 };
const levels = createVocabulary("levels");
const published = createVocabulary("cheridito-weiss");

/** Buys 1000 lots with others' bid at 995 and ask at 1005, unless said otherwise. */
const wide = (fields: Partial<Observation> = {}): Observation =>
  createObservation({ nearTouchTicks: 995, farTouchTicks: 1005, ...fields });

/** Prices and lots of everything in one part each: [part, price] where something rests. */
function pricesOf(observation: Observation): (number | "cross" | "hold")[] {
  return levels.parts.map((_, part) => {
    const shares = new Float64Array(levels.parts.length);
    writeSingleAction(part, shares);
    const { crossLots, resting } = decideShares(levels, shares, observation, clock);
    if (crossLots > 0) return "cross";
    equal(resting.length <= 1, true);
    return resting[0]?.priceTicks ?? "hold";
  });
}

const simplex = (parts: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: parts, maxLength: parts })
    .map((weights) => {
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return sum > 1e-9 ? weights.map((weight) => weight / sum) : weights.map(() => 1 / parts);
    });

describe("the vocabulary of levels", () => {
  test("has thirteen named actions", () => {
    equal(levels.parts.length, 13);
    deepEqual(levels.parts.slice(0, 2), ["cross", "improve5"]);
    deepEqual(levels.parts.slice(5, 8), ["improve1", "join", "behind1"]);
    equal(levels.parts.at(-1), "hold");
  });

  test("crosses, improves, joins, stays behind and holds back, for a buyer and a seller", () => {
    const steps = [1000, 999, 998, 997, 996, 995, 994, 993, 992, 991, 990];
    deepEqual(pricesOf(wide()), ["cross", ...steps, "hold"]);
    const seller = wide({
      parent: createParent({ side: sell }),
      ...{ nearTouchTicks: 1005, farTouchTicks: 995 },
    });
    deepEqual(pricesOf(seller), ["cross", ...steps.map((price) => 2000 - price), "hold"]);
  });

  test("joins where it cannot improve: a spread of one tick, of two", () => {
    const behind = [998, 997, 996, 995, 994];
    const oneTick = wide({ nearTouchTicks: 999, farTouchTicks: 1000 });
    deepEqual(pricesOf(oneTick).slice(1, -1), [...Array(6).fill(999), ...behind]);
    const twoTicks = wide({ nearTouchTicks: 999, farTouchTicks: 1001 });
    deepEqual(pricesOf(twoTicks).slice(1, -1), [...Array(5).fill(1000), 999, ...behind]);
  });

  test("counts from the side that is there, and rests nothing in an empty market", () => {
    const nobodyNear = wide({ nearTouchTicks: undefined });
    deepEqual(pricesOf(nobodyNear).slice(5, 8), [1004, 1004, 1003]);
    const nobodyFar = wide({ farTouchTicks: undefined });
    deepEqual(pricesOf(nobodyFar).slice(5, 8), [995, 995, 994]);
    const empty = wide({ nearTouchTicks: undefined, farTouchTicks: undefined });
    deepEqual(pricesOf(empty).slice(5, 8), ["hold", "hold", "hold"]);
  });

  test("names each price once, so that equal ones add up", () => {
    const shares = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0, 0, 0, 0, 0.2];
    const observation = wide({ nearTouchTicks: 999, farTouchTicks: 1000 });
    const { resting, crossLots } = decideShares(levels, shares, observation, clock);
    equal(crossLots, 100);
    deepEqual(
      resting.map(({ priceTicks, lots }) => [priceTicks, lots]),
      [
        [999, 600],
        [998, 100],
      ],
    );
  });
});

describe("shares", () => {
  test("become whole lots that add up, in each vocabulary", () => {
    for (const kind of ["levels", "cheridito-weiss"] satisfies VocabularyKind[]) {
      const vocabulary = createVocabulary(kind);
      const { parts } = vocabulary;
      fc.assert(
        fc.property(simplex(parts.length), fc.integer({ min: 1, max: 5000 }), (shares, left) => {
          const observation = wide({ remainingLots: left });
          for (const given of [shares, Float32Array.from(shares)]) {
            const { crossLots, resting } = decideShares(vocabulary, given, observation, clock);
            const lots = resting.map((target) => target.lots);
            ok([crossLots, ...lots].every((count) => Number.isInteger(count) && count >= 0));
            const placed = lots.reduce((sum, count) => sum + count, crossLots);
            const held = (given.at(-1) ?? 0) * left;
            ok(placed <= left && Math.abs(left - held - placed) <= 0.5 + 1e-3);
          }
        }),
      );
    }
  });

  test("are the published allocation where the world is the published one", () => {
    fc.assert(
      fc.property(simplex(7), fc.nat(60), (shares, left) => {
        const observation = wide({ remainingLots: left });
        deepEqual(
          decideShares(published, shares, observation, clock),
          decideAllocation(shares, observation, clock.nextDecisionNs),
        );
      }),
    );
  });

  test("are of a few slices where the vocabulary has a pace", () => {
    const cross = [1, 0, 0, 0, 0, 0, 0];
    const lotsAt = (pace: number, decisionsLeft: number): number => {
      const vocabulary = createVocabulary("cheridito-weiss", { pace });
      return decideShares(vocabulary, cross, wide(), { ...clock, decisionsLeft }).crossLots;
    };
    deepEqual([lotsAt(2, 100), lotsAt(2, 3), lotsAt(2, 2), lotsAt(2, 1)], [20, 667, 1000, 1000]);
    throws(() => createVocabulary("levels", { pace: 0.5 }), /a pace is at least 1, was 0.5/);
  });

  test("of one action are everything for it; another number is refused", () => {
    const shares = new Float32Array(3).fill(0.3);
    writeSingleAction(1, shares);
    deepEqual([...shares], [0, 1, 0]);
    for (const wrong of [-1, 3, 0.5, Number.NaN]) {
      throws(() => writeSingleAction(wrong, shares), /an action is one of 0 to 2, was/);
    }
  });
});

test("a decision clock ticks from the order's start to its end", () => {
  const parent = createParent({ endNs: seconds(135) });
  const read = (at: number): number[] => {
    const { nextDecisionNs, decisionsLeft } = readClock(parent, 15e9 as never, seconds(at));
    return [nextDecisionNs / 1e9, decisionsLeft];
  };
  deepEqual([100, 101, 115, 134].map(read), [
    [115, 3],
    [115, 3],
    [130, 2],
    [135, 1],
  ]);
});
