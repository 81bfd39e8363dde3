import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { priceTicks, quantityLots } from "../core/units.ts";
import { MarketView } from "../features/market-view.ts";
import { ask, bid, buy, oppositeSide, sell } from "../market/side.ts";
import {
  createChild,
  createParent,
  createQuotedView,
  evenSession,
  feedView,
  type MarketRow,
  seconds,
} from "./execution-fixture.ts";
import { buildObservation, isBetterFor, type ObservedOrder, ticksBehind } from "./observation.ts";
import { addOwnFill, noOwnFlow } from "./own-flow.ts";

const order = (fields: Partial<ObservedOrder> = {}): ObservedOrder => ({
  parent: createParent(),
  filledLots: 0,
  children: [],
  firstDecisionNs: undefined,
  ...fields,
});

/** No number below is NaN, whatever was fed. */
function expectNoNaN(value: unknown, path = "observation"): void {
  if (typeof value === "number") ok(!Number.isNaN(value), `${path} is a number`);
  else if (value !== null && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) expectNoNaN(inner, `${path}.${key}`);
  }
}

const middle = 1000;
const rows: fc.Arbitrary<readonly (MarketRow & { readonly waitNs: number })[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom("level" as const, "trade" as const),
      side: fc.constantFrom(bid, ask),
      away: fc.integer({ min: 1, max: 12 }),
      lots: fc.nat(50),
      waitNs: fc.integer({ min: 0, max: 20e9 }),
    })
    .map(({ away, ...row }) => ({
      ...row,
      priceTicks: row.side === bid ? middle - away : middle + away,
    })),
  { maxLength: 60 },
);

function viewOf(history: readonly (MarketRow & { readonly waitNs: number })[]): MarketView {
  const view = new MarketView();
  let time = seconds(1) as number;
  for (const row of history) {
    time += row.waitNs;
    feedView(view, time, [row]);
  }
  return view;
}

describe("buildObservation", () => {
  test("holds no NaN, whatever the market has shown so far", () => {
    fc.assert(
      fc.property(rows, fc.nat(500), (history, filledLots) => {
        const view = viewOf(history);
        expectNoNaN(buildObservation(order({ filledLots }), view, evenSession, seconds(1300)));
      }),
    );
  });

  test("sees the mirrored market of the mirrored order mirrored", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 12 }), (history, away) => {
        const mirrored = history.map((row) => ({
          ...row,
          side: oppositeSide(row.side),
          priceTicks: 2 * middle - row.priceTicks,
        }));
        const now = seconds(1300);
        const seenBy = (side: typeof buy | typeof sell, past: typeof history): unknown => {
          const price = side === buy ? middle - away : middle + away;
          const children = [
            createChild({ priceTicks: priceTicks(price), totalLots: quantityLots(7) }),
          ];
          const parent = createParent({ side });
          const seen = buildObservation(
            order({ parent, children }),
            viewOf(past),
            evenSession,
            now,
          );
          const { parent: _, children: __, ...rest } = seen;
          if (side === buy) return rest;
          const mirror = (ticks: number | undefined): number | undefined =>
            ticks === undefined ? undefined : 2 * middle - ticks;
          const depth = (levels: typeof seen.nearDepth): typeof seen.nearDepth =>
            levels.map((level) => ({ ...level, priceTicks: 2 * middle - level.priceTicks }));
          return {
            ...rest,
            nearTouchTicks: mirror(rest.nearTouchTicks),
            farTouchTicks: mirror(rest.farTouchTicks),
            midTicks: mirror(rest.midTicks),
            nearDepth: depth(rest.nearDepth),
            farDepth: depth(rest.farDepth),
            resting: rest.resting.map((own) => ({
              ...own,
              priceTicks: 2 * middle - own.priceTicks,
            })),
          };
        };
        deepEqual(seenBy(sell, mirrored), seenBy(buy, history));
      }),
    );
  });

  test("takes our own resting lots out of the near side, and only there", () => {
    const children = [createChild({ filledLots: quantityLots(40) })];
    const seen = buildObservation(
      order({ children }),
      createQuotedView(),
      evenSession,
      seconds(600),
    );
    deepEqual(seen.nearDepth, [{ priceTicks: 999, lots: 40 }]);
    deepEqual(seen.farDepth, [{ priceTicks: 1001, lots: 100 }]);
    equal(seen.touchImbalance, (40 - 100) / 140);
  });

  test("looks through a touch where only we stand", () => {
    const view = createQuotedView();
    feedView(view, seconds(2), [{ kind: "level", side: bid, priceTicks: 997, lots: 30 }]);
    const seen = buildObservation(
      order({ children: [createChild()] }),
      view,
      evenSession,
      seconds(3),
    );
    equal(seen.nearTouchTicks, 997);
    // The mid is the market's own, with us in it.
    equal(seen.midTicks, 1000);
  });

  test("leaves in the book what is not ours there yet: orders on their way and orders that pay", () => {
    for (const fields of [{ status: "pendingNew" }, { purpose: "cross" }] as const) {
      const seen = buildObservation(
        order({ children: [createChild(fields)] }),
        createQuotedView(),
        evenSession,
        seconds(600),
      );
      deepEqual(seen.nearDepth, [{ priceTicks: 999, lots: 100 }]);
    }
  });

  test("knows nothing before the first row", () => {
    const seen = buildObservation(order(), new MarketView(), evenSession, seconds(600));
    deepEqual(
      [seen.nearTouchTicks, seen.farTouchTicks, seen.midTicks, seen.volatilityTicks],
      [undefined, undefined, undefined, undefined],
    );
    deepEqual(
      [seen.nearDepth, seen.farDepth, seen.touchImbalance, seen.othersLots],
      [[], [], 0, 0],
    );
    equal(seen.expectedOthersLots, undefined);
    equal(seen.meanSpreadTicks, undefined);
  });

  test("counts what others traded without our own fills", () => {
    const view = createQuotedView();
    feedView(view, seconds(2), [{ kind: "trade", side: bid, priceTicks: 999, lots: 70 }]);
    const seen = buildObservation(order({ filledLots: 30 }), view, evenSession, seconds(600));
    equal(seen.othersLots, 40);
    equal(seen.remainingLots, 970);
  });
});

describe("ticksBehind and isBetterFor", () => {
  test("mean lower for a buy and higher for a sell", () => {
    equal(ticksBehind(buy, 100, 3), 97);
    equal(ticksBehind(sell, 100, 3), 103);
    ok(isBetterFor(buy, 99, 100));
    ok(isBetterFor(sell, 101, 100));
    ok(!isBetterFor(buy, 100, 100));
    ok(!isBetterFor(sell, 100, 100));
  });

  test("tells others' recent trades from our own, in the order's direction and against it", () => {
    const view = createQuotedView();
    feedView(view, seconds(600), [
      { kind: "trade", side: ask, priceTicks: 1001, lots: 50 },
      { kind: "trade", side: bid, priceTicks: 999, lots: 20 },
    ]);
    const taken = addOwnFill(noOwnFlow, 30, true, seconds(600));
    const ownFlow = addOwnFill(taken, 20, false, seconds(600));
    const seen = buildObservation(order({ ownFlow }), view, evenSession, seconds(600));
    equal(seen.flow.length, 3);
    for (const window of seen.flow) {
      deepEqual(window, { withLots: 20, againstLots: 0, ownLots: 50 });
    }
    const later = buildObservation(order({ ownFlow }), view, evenSession, seconds(660));
    const lots = later.flow.map(({ withLots }) => withLots);
    for (const [at, window] of [10, 60, 600].entries()) {
      ok(Math.abs((lots[at] ?? 0) - 20 * Math.exp(-60 / window)) < 1e-12);
    }
    const seller = order({ parent: createParent({ side: sell }) });
    const against = buildObservation(seller, view, evenSession, seconds(600)).flow[0];
    deepEqual(against, { withLots: 20, againstLots: 50, ownLots: 0 });
  });
});
