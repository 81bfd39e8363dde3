import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { StateReader, StateWriter } from "../core/state-buffer.ts";
import { appendEvent, createEventBlock, type EventKind, eventKind } from "../market/event-block.ts";
import { ask, bid, type Side } from "../market/side.ts";
import { MarketView } from "./market-view.ts";

interface Row {
  readonly atSecond: number;
  readonly kind: EventKind;
  readonly side: Side;
  readonly price: number;
  readonly lots: number;
}

const level = (atSecond: number, side: Side, price: number, lots = 10): Row => ({
  atSecond,
  kind: eventKind.level,
  side,
  price,
  lots,
});
const trade = (atSecond: number, price: number, lots: number): Row => ({
  atSecond,
  kind: eventKind.trade,
  side: ask,
  price,
  lots,
});

function viewOf(rows: readonly Row[]): MarketView {
  const view = new MarketView();
  const block = createEventBlock(Math.max(1, rows.length));
  for (const { atSecond, kind, side, price, lots } of rows) {
    appendEvent(block, {
      kind,
      // The venue's clock is a second ahead of what can be known here, and must not matter.
      venueTimeNs: (atSecond - 1) * 1e9,
      localTimeNs: atSecond * 1e9,
      side,
      orderId: 0,
      priceTicks: price,
      quantityLots: lots,
      flags: 0,
    });
    view.apply(block, block.length - 1);
  }
  return view;
}

describe("MarketView", () => {
  test("knows nothing before the first row", () => {
    const view = new MarketView();
    equal(view.tradedLots, 0);
    for (const value of [view.midTicks, view.volatilityTicks, view.meanSpreadTicks]) {
      ok(Number.isNaN(value));
    }
    ok(Number.isNaN(view.lastTradeTicks));
  });

  test("counts the tape and keeps its last price", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1 }), (lots) => {
        const view = viewOf(lots.map((size, at) => trade(10 + at, 1000 + at, size)));
        equal(
          view.tradedLots,
          lots.reduce((sum, size) => sum + size, 0),
        );
        equal(view.lastTradeTicks, 1000 + lots.length - 1);
        equal(view.firstNs, 10e9);
        equal(view.nowNs, (10 + lots.length - 1) * 1e9);
      }),
    );
  });

  test("shows the book as it was told, and the last mid while a side is empty", () => {
    const view = viewOf([level(1, bid, 998), level(1, ask, 1001), level(2, ask, 1001, 0)]);
    deepEqual(view.depth.top(bid, 5), [[998, 10]]);
    deepEqual(view.depth.top(ask, 5), []);
    equal(view.midTicks, 999.5);
  });

  test("weighs the spread by the time it stood", () => {
    // Two ticks for one second, then four for three.
    const rows = [
      level(1, bid, 999),
      level(1, ask, 1001),
      level(2, ask, 1003),
      level(2, ask, 1001, 0),
    ];
    const view = viewOf([...rows, trade(5, 1003, 1)]);
    equal(view.meanSpreadTicks, (2 * 1 + 4 * 3) / 4);
  });

  test("leaves the time in which a side was empty out of the spread", () => {
    const view = viewOf([
      level(1, bid, 999),
      level(1, ask, 1001),
      level(2, ask, 1001, 0),
      level(9, ask, 1003),
      trade(10, 1003, 1),
    ]);
    equal(view.meanSpreadTicks, (2 * 1 + 4 * 1) / 2);
  });

  test("measures volatility as the root mean square move of ten seconds, per root second", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 40 }),
        (moves) => {
          let price = 1000;
          const rows = [level(1, bid, 900), level(1, ask, price)];
          for (const [step, move] of moves.entries()) {
            const time = 5 + 10 * step;
            rows.push(level(time, ask, price, 0));
            price += 2 * move;
            rows.push(level(time, ask, price));
          }
          // Steps end at 11, 21, …; the first only sets where the moves begin.
          const view = viewOf([...rows, trade(1 + 10 * moves.length, 1000, 1)]);
          const counted = moves.slice(1);
          const meanSquare = counted.reduce((sum, move) => sum + move * move, 0) / counted.length;
          ok(Math.abs(view.volatilityTicks - Math.sqrt(meanSquare / 10)) < 1e-12);
        },
      ),
    );
  });

  test("has no volatility to tell before two steps are seen", () => {
    ok(Number.isNaN(viewOf([level(1, bid, 1), level(1, ask, 3), trade(25, 3, 1)]).volatilityTicks));
    equal(viewOf([level(1, bid, 1), level(1, ask, 3), trade(31, 3, 1)]).volatilityTicks, 0);
  });

  test("ignores rows of other kinds but for their time", () => {
    const other = { atSecond: 9, kind: eventKind.status, side: bid, price: 5, lots: 1 } as const;
    const view = viewOf([level(1, bid, 999), other]);
    equal(view.tradedLots, 0);
    equal(view.nowNs, 9e9);
    deepEqual(view.depth.top(bid, 5), [[999, 10]]);
  });

  test("lets trades fade by the side that took", () => {
    const view = viewOf([level(1, bid, 999), trade(2, 1001, 40), trade(12, 1001, 8)]);
    const seconds = 22;
    for (const [window, length] of [10, 60, 600].entries()) {
      const expected = 40 * Math.exp(-(seconds - 2) / length) + 8 * Math.exp(-10 / length);
      ok(Math.abs(view.flow.lots(bid, window, seconds * 1e9) - expected) < 1e-12);
      equal(view.flow.lots(ask, window, seconds * 1e9), 0);
    }
  });

  test("counts what has traded at a price, and leaves prices between ticks out", () => {
    const view = viewOf([
      trade(1, 1001, 4),
      trade(2, 1001, 5),
      trade(3, 1002, 1),
      trade(4, 999.5, 1),
    ]);
    deepEqual(
      [1001, 1002, 1000].map((price) => view.tradedLotsAt(ask, price)),
      [9, 1, 0],
    );
    equal(view.tradedLotsAt(bid, 1001), 0);
    equal(view.tradedLots, 11);
  });

  test("measures realised volatility from moves that stood, fading over a minute", () => {
    const rows = [level(1, bid, 999), level(1, ask, 1001), level(1, ask, 1003)];
    const start = viewOf(rows);
    ok(Number.isNaN(start.realisedVolatilityTicks(1e9)));
    equal(viewOf([...rows, trade(11, 1, 1)]).realisedVolatilityTicks(11e9), 0);
    // The ask goes from 1001 to 1005 at 11: the mid moves by 2, and no row between counts.
    const moved = viewOf([
      ...rows,
      level(11, ask, 1001, 0),
      level(11, ask, 1003, 0),
      level(11, ask, 1005),
    ]);
    const stood = 60 * (1 - Math.exp(-60 / 60));
    const expected = Math.sqrt((4 * Math.exp(-50 / 60)) / stood);
    ok(Math.abs(moved.realisedVolatilityTicks(61e9) - expected) < 1e-12);
  });

  test("is as new after it was cleared, and goes on from what was saved", () => {
    const early = [level(1, bid, 999), level(1, ask, 1001), trade(2, 1001, 5), level(3, ask, 1002)];
    const view = viewOf(early);
    const writer = new StateWriter();
    view.save(writer);
    const copy = new MarketView();
    copy.load(new StateReader(writer.finish()));
    view.clear();
    ok(Number.isNaN(view.midTicks) && view.tradedLots === 0 && view.firstNs === 0);
    for (const known of [copy, view]) {
      const block = createEventBlock(1);
      const head = { venueTimeNs: 4e9, localTimeNs: 4e9, orderId: 0, flags: 0 };
      const what = { kind: eventKind.trade, side: ask, priceTicks: 1001, quantityLots: 2 } as const;
      appendEvent(block, { ...head, ...what });
      known.apply(block, 0);
    }
    equal(copy.tradedLotsAt(ask, 1001), 7);
    equal(view.tradedLotsAt(ask, 1001), 2);
    const whole = viewOf([...early, trade(4, 1001, 2)]);
    equal(copy.flow.lots(bid, 1, 5e9), whole.flow.lots(bid, 1, 5e9));
    equal(copy.realisedVolatilityTicks(5e9), whole.realisedVolatilityTicks(5e9));
    equal(view.flow.lots(bid, 1, 4e9), 2);
  });
});
