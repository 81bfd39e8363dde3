import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { priceTicks, quantityLots } from "../core/units.ts";
import {
  createChild,
  createObservation,
  createParent,
  evenSession,
  feedView,
  type MarketRow,
  seconds,
} from "../execution/execution-fixture.ts";
import { buildObservation, type Observation } from "../execution/index.ts";
import { MarketView } from "../features/index.ts";
import { ask, bid, buy, oppositeSide, type Side, sell } from "../market/side.ts";
import { hashFeatures } from "../neural/index.ts";
import { encodeObservation, observationFeatures, observationHash } from "./observation-encoder.ts";

const middle = 1000;

function encode(observation: Observation): Float32Array {
  const row = new Float32Array(observationFeatures.length);
  encodeObservation(observation, row);
  return row;
}

function featureOf(observation: Observation, name: string): number {
  const at = observationFeatures.indexOf(`${name}.v1`);
  ok(at >= 0, `there is a feature ${name}`);
  return encode(observation)[at] ?? Number.NaN;
}

interface History {
  readonly rows: readonly (MarketRow & { readonly waitNs: number })[];
  readonly away: number;
  readonly filledLots: number;
  readonly news: number;
  /** Price of the middle of the market. */
  readonly level: number;
}

const histories: fc.Arbitrary<History> = fc.record({
  rows: fc.array(
    fc
      .record({
        kind: fc.constantFrom("level" as const, "level" as const, "trade" as const),
        side: fc.constantFrom<Side>(bid, ask),
        away: fc.integer({ min: 1, max: 12 }),
        lots: fc.nat(50),
        waitNs: fc.integer({ min: 0, max: 20e9 }),
      })
      .map(({ away, ...row }) => ({ ...row, priceTicks: row.side === bid ? -away : away })),
    { maxLength: 60 },
  ),
  away: fc.integer({ min: 1, max: 12 }),
  filledLots: fc.integer({ min: 0, max: 999 }),
  news: fc.double({ min: -1, max: 1, noNaN: true }),
  level: fc.integer({ min: 100, max: 100_000 }),
});

/** What an order of a side sees of a history, mirrored where it sells. */
function observe(side: Side, { rows, away, filledLots, news, level }: History): Observation {
  const sign = side === buy ? 1 : -1;
  const view = new MarketView();
  let time = seconds(1) as number;
  for (const { waitNs, ...row } of rows) {
    time += waitNs;
    const shown = side === buy ? row.side : oppositeSide(row.side);
    feedView(view, time, [{ ...row, side: shown, priceTicks: level + sign * row.priceTicks }]);
  }
  const price = priceTicks(level - sign * away);
  const children = [createChild({ priceTicks: price, totalLots: quantityLots(7) })];
  const parent = createParent({ side, endNs: seconds(1900) });
  const firstMidTicks = level + sign * 1.5;
  const order = { parent, filledLots, children, firstDecisionNs: seconds(100), firstMidTicks };
  const seen = buildObservation(order, view, evenSession, seconds(1300));
  return { ...seen, newsSignal: sign * news };
}

describe("encodeObservation", () => {
  test("has a name and a place for every feature, and a hash of them", () => {
    equal(observationHash, hashFeatures(observationFeatures));
    equal(new Set(observationFeatures).size, observationFeatures.length);
    const row = new Float32Array(observationFeatures.length + 4).fill(Number.NaN);
    encodeObservation(createObservation(), row, 2);
    ok(row.subarray(2, -2).every(Number.isFinite));
    ok([0, 1, -2, -1].every((at) => Number.isNaN(row.at(at))));
  });

  test("shows a mirrored order in a mirrored book the identical row, at any price", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const bought = encode(observe(buy, history));
        deepEqual(encode(observe(sell, history)), bought);
        deepEqual(encode(observe(sell, { ...history, level: middle })), bought);
      }),
    );
  });

  test("gives numbers from −1 to 1, whatever was seen", () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const [at, value] of encode(observe(sell, history)).entries()) {
          ok(value >= -1 && value <= 1, `${observationFeatures[at]}: ${value}`);
        }
      }),
    );
    const empty = { nearDepth: [], farDepth: [], nearTouchTicks: undefined };
    const nothing = { ...empty, farTouchTicks: undefined, midTicks: undefined };
    ok(encode(createObservation(nothing)).every((value) => value >= -1 && value <= 1));
  });

  test("counts depth and own orders from the far touch", () => {
    const observation = createObservation({
      nearDepth: [
        { priceTicks: 1000, lots: 30 },
        { priceTicks: 998, lots: 10 },
      ],
      nearTouchTicks: 1000,
      farDepth: [
        { priceTicks: 1001, lots: 10 },
        { priceTicks: 1003, lots: 30 },
      ],
      resting: [
        { priceTicks: 998, lots: 100, aheadLots: 5 },
        { priceTicks: 998, lots: 300, aheadLots: 25 },
        { priceTicks: 990, lots: 200, aheadLots: 0 },
      ],
    });
    const see = (name: string): number => featureOf(observation, name);
    // A level shows 20 lots in the mean.
    deepEqual(
      [1, 2, 3].map((level) => see(`nearDepth${level}`)),
      [0.6, 0, 1 / 3].map(Math.fround),
    );
    deepEqual(
      [1, 2, 3].map((level) => see(`farDepth${level}`)),
      [1 / 3, 0, 0.6].map(Math.fround),
    );
    deepEqual([see("ownLots1"), see("ownLots3")], [0, 0.4].map(Math.fround));
    equal(see("ownElsewhere"), Math.fround(0.2));
    // Behind everything where nothing of ours stands; in the lots' mean place where something does.
    deepEqual([see("queueAhead1"), see("queueAhead2")], [0.6, 0].map(Math.fround));
    equal(see("queueAhead3"), Math.fround(0.5));
    equal(see("sweep"), Math.fround(1000 / 1010));
  });

  test("says where the price went as gain and loss", () => {
    const risen = { firstMidTicks: 1000, midTicks: 1004, meanSpreadTicks: 1 };
    equal(featureOf(createObservation(risen), "drift"), 0.5);
    const parent = createParent({ side: sell });
    equal(featureOf(createObservation({ ...risen, parent }), "drift"), -0.5);
    equal(featureOf(createObservation(), "drift"), 0);
    const news = { newsSignal: 0.5, parent };
    equal(featureOf(createObservation(news), "news"), -0.5);
  });

  test("tells how much of recent trading was whose", () => {
    const flow = [
      { withLots: 3, againstLots: 1, ownLots: 0 },
      { withLots: 100, againstLots: 300, ownLots: 100 },
      { withLots: 0, againstLots: 0, ownLots: 0 },
    ];
    const observation = createObservation({ flow, remainingLots: 100, filledLots: 900 });
    const names = ["flow10s", "flow1m", "flow10m", "ownShare1m", "ownShare10m", "activity"];
    const values = names.map((name) => featureOf(observation, name));
    deepEqual(values, [0.5, -0.5, 0, 0.2, 0, 0.8].map(Math.fround));
  });
});
