import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { nsPerHour, nsPerSecond } from "../../core/time.ts";
import { parseWorld } from "./world.ts";

const orderBook = {
  kind: "order-book",
  title: "A small world",
  description: "for tests",
  source: "nobody",
  instrument: { symbol: "TEST", tickSize: 0.01 },
  session: { start: "10:00", end: "12:00" },
  order: { side: "sell", quantity: 100, start: "10:30", end: "11:00" },
  latency: "5ms",
  opening: { bestBid: 999, bestAsk: 1001, lots: [10, 20] },
  populations: [
    {
      kind: "imbalance",
      name: "followers",
      rate: 0.5,
      steepness: 2,
      levels: 3,
      damping: 0.5,
      sizes: { medianLots: 100, logDeviation: 1, roundLotShare: 0.5, lotsMax: 1000 },
      touchShareMax: 0.5,
      latency: { floor: "250ms", mean: "1s" },
    },
  ],
};

const linear = {
  kind: "linear",
  title: "A linear world",
  description: "for tests",
  source: "nobody",
  order: { side: "sell", quantity: 1000, start: "10:00", end: "11:00" },
  price: 50,
  steps: 10,
  volatility: 0.01,
  permanentImpact: 1e-7,
  temporaryImpact: 1e-3,
  fixedCost: 0.01,
};

/** What is said of a world, each line with its path. */
function problemsOf(source: unknown): string[] {
  const outcome = parseWorld(source);
  ok(outcome.kind === "refused", "expected a refusal");
  return outcome.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const [followers] = orderBook.populations;

describe("parsing a world", () => {
  test("turns words into nanoseconds and fills in what is not said", () => {
    const outcome = parseWorld(orderBook);
    ok(outcome.kind === "parsed", JSON.stringify(outcome));
    const { world } = outcome;
    ok(world.kind === "order-book");
    equal(world.order.start, 10.5 * nsPerHour);
    const [population] = world.populations;
    ok(population?.kind === "imbalance");
    equal(population.latency.floor, nsPerSecond / 4);
    deepEqual(
      [world.completion, world.policies, world.validity.twoSidedShareMin],
      ["corridor", "house", 0.99],
    );
  });

  const faults: [what: string, source: unknown, expected: RegExp][] = [
    ["an unknown kind", { ...orderBook, kind: "paper" }, /^kind: found "paper", expected/],
    ["an unknown key", { ...orderBook, seed: 1 }, /^seed: found a key that is not known here$/],
    [
      "a missing value",
      { ...orderBook, instrument: { symbol: "TEST" } },
      /^instrument\.tickSize: found nothing, expected number/,
    ],
    [
      "a population's value out of range",
      { ...orderBook, populations: [{ ...followers, levels: -5 }] },
      /^populations\.0\.levels: found -5, expected/,
    ],
    [
      "a duration that is none",
      { ...orderBook, populations: [{ ...followers, latency: { floor: "soon", mean: "1s" } }] },
      /^populations\.0\.latency\.floor: found "soon", expected/,
    ],
    [
      "an unknown population",
      { ...orderBook, populations: [{ kind: "whales" }] },
      /^populations\.0\.kind: found "whales", expected/,
    ],
    ["nobody", { ...orderBook, populations: [] }, /^populations: found \[\], expected/],
    [
      "two populations of one name",
      { ...orderBook, populations: [followers, followers] },
      /^populations\.1\.name: found the name "followers" twice/,
    ],
    [
      "an order beyond the session",
      { ...orderBook, order: { ...orderBook.order, end: "13:00" } },
      /^order: expected an order within the session$/,
    ],
    [
      "an order that ends before it starts",
      { ...orderBook, order: { ...orderBook.order, end: "10:30" } },
      /^order\.end: found an end that is not after/,
    ],
    [
      "a crossed opening",
      { ...orderBook, opening: { ...orderBook.opening, bestAsk: 999 } },
      /^opening\.bestAsk: expected an ask above/,
    ],
    [
      "an opening below the first tick",
      { ...orderBook, opening: { bestBid: 1, bestAsk: 3, lots: [1, 1] } },
      /^opening\.lots: expected no more levels than ticks above zero$/,
    ],
    [
      "a linear market without an optimum",
      { ...linear, temporaryImpact: 1e-5 },
      /^temporaryImpact: found 0\.00001, expected more than 0\.000018, half the permanent impact/,
    ],
    ["a linear market without steps", { ...linear, steps: 0.5 }, /^steps: found 0\.5, expected/],
    ["something else altogether", "house", /^: found "house", expected/],
  ];
  for (const [what, source, expected] of faults) {
    test(`refuses ${what}`, () => {
      const problems = problemsOf(source);
      equal(problems.length, 1, problems.join("; "));
      ok(expected.test(problems[0] ?? ""), problems[0]);
    });
  }

  test("tells every problem at once", () => {
    const { title: _, ...untitled } = linear;
    equal(problemsOf({ ...untitled, price: 0, fixedCost: "much" }).length, 3);
  });
});
