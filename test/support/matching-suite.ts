/** What every matching engine must do, drawn as books. Run by each implementation. */
import { deepEqual, equal, notEqual, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InvariantError } from "../../src/core/assert.ts";
import {
  type MatchingEngine,
  type MatchingRules,
  type Phase,
  phase,
} from "../../src/market/matching-contract.ts";
import {
  cancelCode,
  createNewOrder,
  display,
  type NewOrder,
  orderType,
  type RefusalReason,
  refusalCode,
  timeInForce,
} from "../../src/market/order.ts";
import { reportField, reportKind } from "../../src/market/report-ring.ts";
import { buy, sell } from "../../src/market/side.ts";
import { expectBook } from "./draw-book.ts";
import { takeReports } from "./read-reports.ts";

export type CreateEngine = (rules?: Partial<MatchingRules>) => MatchingEngine;
type Terms = Partial<NewOrder>;

function order(side: "buy" | "sell", lots: number, price: number, terms: Terms = {}): NewOrder {
  const orderId = terms.orderId ?? nextId++;
  const base = { orderId, side: side === "buy" ? buy : sell, priceTicks: price } as const;
  return createNewOrder({ ...base, quantityLots: lots, ...terms });
}
let nextId = 1;

/** Trades as [lots, price], in order; forgets everything reported so far. */
function trades(engine: MatchingEngine): number[][] {
  return takeReports(engine.reports)
    .filter((row) => row[0] === reportKind.trade || row[0] === reportKind.auctionTrade)
    .map((row) => [row[reportField.quantityLots]!, row[reportField.priceTicks]!]);
}

function codes(engine: MatchingEngine, kind: number): number[] {
  return takeReports(engine.reports)
    .filter((row) => row[0] === kind)
    .map((row) => row[reportField.code]!);
}

export function runMatchingSuite(name: string, create: CreateEngine): void {
  describe(`${name}: continuous matching`, () => priorityTests(create));
  describe(`${name}: order kinds`, () => orderKindTests(create));
  describe(`${name}: replace and cancel`, () => replaceTests(create));
  describe(`${name}: self-trade prevention`, () => selfTradeTests(create));
  describe(`${name}: auctions and halts`, () => phaseTests(create));
  describe(`${name}: snapshot and hash`, () => snapshotTests(create));
}

function priorityTests(create: CreateEngine): void {
  test("the older of two orders at one price trades first, at the resting price", () => {
    const engine = create();
    engine.submit(order("sell", 7, 1600, { orderId: 901 }));
    engine.submit(order("sell", 5, 1600, { orderId: 902 }));
    engine.submit(order("sell", 5, 1590, { orderId: 903 }));
    engine.submit(order("buy", 9, 1650));
    expectBook(
      engine,
      `
      bid | price | ask
          |  1600 | 3 5 `,
    );
    deepEqual(trades(engine), [
      [5, 1590],
      [4, 1600],
    ]);
  });
  test("what is left of a limit order rests at its own price", () => {
    const engine = create();
    engine.submit(order("buy", 4, 1550));
    engine.submit(order("sell", 10, 1550));
    expectBook(engine, `  | 1550 | 6`);
  });
  test("prices far apart, negative and at zero are all found again", () => {
    const engine = create();
    for (const price of [-250_000, -3, 0, 40_000, 900_000]) engine.submit(order("buy", 1, price));
    engine.submit(order("sell", 5, -300_000));
    deepEqual(
      trades(engine).map(([, price]) => price),
      [900_000, 40_000, 0, -3, -250_000],
    );
    expectBook(engine, "");
  });
  test("a cancel of the head order promotes the next in queue", () => {
    const engine = create();
    engine.submit(order("buy", 3, 100, { orderId: 911 }));
    engine.submit(order("buy", 4, 100, { orderId: 912 }));
    engine.cancel(911);
    engine.submit(order("sell", 4, 100));
    equal(takeReports(engine.reports).at(-1)?.[reportField.orderId], 912);
    expectBook(engine, "");
  });
}

function orderKindTests(create: CreateEngine): void {
  test("a market order sweeps and its remainder is cancelled", () => {
    const engine = create();
    engine.submit(order("sell", 2, 100));
    engine.submit(order("sell", 2, 5_000));
    engine.submit(order("buy", 9, 0, { type: orderType.market }));
    deepEqual(codes(engine, reportKind.cancelAck), [cancelCode.marketRemainder]);
    expectBook(engine, "");
  });
  test("an immediate-or-cancel order never rests", () => {
    const engine = create();
    engine.submit(order("sell", 2, 100));
    engine.submit(order("buy", 9, 100, { timeInForce: timeInForce.immediateOrCancel }));
    deepEqual(codes(engine, reportKind.cancelAck), [cancelCode.immediateRemainder]);
    expectBook(engine, "");
  });
  test("a fill-or-kill order trades wholly or not at all, hidden lots counted", () => {
    const engine = create();
    const fillOrKill = { timeInForce: timeInForce.fillOrKill };
    engine.submit(order("sell", 2, 100));
    engine.submit(order("sell", 3, 101, { display: display.hidden }));
    engine.submit(order("buy", 6, 101, fillOrKill));
    engine.submit(order("buy", 3, 100, fillOrKill));
    expectBook(
      engine,
      `| 101 | (3)
       | 100 | 2`,
    );
    engine.submit(order("buy", 5, 101, fillOrKill));
    expectBook(engine, "");
  });
  test("a post-only order that would trade is refused", () => {
    const engine = create();
    engine.submit(order("sell", 2, 100));
    engine.submit(order("buy", 1, 100, { isPostOnly: true }));
    deepEqual(codes(engine, reportKind.orderReject), [refusalCode.wouldCross]);
    engine.submit(order("buy", 1, 99, { isPostOnly: true }));
    expectBook(
      engine,
      `  | 100 | 2
       1 |  99 | `,
    );
  });
  test("an iceberg shows one part at a time and queues anew with each", () => {
    const engine = create();
    engine.submit(order("sell", 10, 100, { display: display.iceberg, displayLots: 4 }));
    engine.submit(order("sell", 5, 100));
    expectBook(engine, "| 100 | 4(6) 5");
    engine.submit(order("buy", 4, 100));
    expectBook(engine, "| 100 | 5 4(2)");
    engine.submit(order("buy", 11, 100));
    expectBook(engine, "");
  });
  test("a hidden order trades after everything displayed at its price", () => {
    const engine = create();
    engine.submit(order("sell", 6, 100, { display: display.hidden }));
    engine.submit(order("sell", 5, 100));
    engine.submit(order("buy", 7, 100));
    expectBook(engine, "| 100 | (4)");
  });
  const refusals: readonly [RefusalReason, NewOrder][] = [
    ["badQuantity", order("buy", 0, 100)],
    ["badQuantity", order("buy", -3, 100)],
    ["badQuantity", order("buy", Number.NaN, 100)],
    ["badQuantity", order("buy", 1.5, 100)],
    ["badPrice", order("buy", 1, 2 ** 31)],
    ["badPrice", order("buy", 1, Number.NaN)],
    ["badDisplayQuantity", order("buy", 5, 100, { display: display.iceberg, displayLots: 6 })],
    ["badDisplayQuantity", order("buy", 5, 100, { display: display.iceberg, displayLots: 0 })],
    ["notInThisPhase", order("buy", 5, 100, { timeInForce: timeInForce.auction })],
  ];
  for (const [reason, refused] of refusals) {
    const shown = `${refused.quantityLots} lots at ${refused.priceTicks}`;
    test(`an order for ${shown} is refused as ${reason}`, () => {
      const engine = create();
      engine.submit(refused);
      deepEqual(codes(engine, reportKind.orderReject), [refusalCode[reason]]);
      expectBook(engine, "");
    });
  }
  test("an id that rests is refused, one that is done may be used again", () => {
    const engine = create();
    engine.submit(order("buy", 1, 100, { orderId: 77 }));
    engine.submit(order("buy", 1, 101, { orderId: 77 }));
    deepEqual(codes(engine, reportKind.orderReject), [refusalCode.duplicateOrderId]);
    engine.cancel(77);
    engine.submit(order("buy", 2, 101, { orderId: 77 }));
    expectBook(engine, "2 | 101 |");
  });
}

function replaceTests(create: CreateEngine): void {
  const twoInQueue = (engine: MatchingEngine): void => {
    engine.submit(order("buy", 5, 100, { orderId: 31 }));
    engine.submit(order("buy", 6, 100, { orderId: 32 }));
  };
  test("a smaller size keeps the rank where the venue says so", () => {
    const engine = create({ replaceKeepsRank: "sizeDown" });
    twoInQueue(engine);
    engine.replace(31, 100, 2);
    expectBook(engine, "2 6 | 100 |");
  });
  test("a smaller size loses the rank where every replace does", () => {
    const engine = create({ replaceKeepsRank: "never" });
    twoInQueue(engine);
    engine.replace(31, 100, 2);
    expectBook(engine, "6 2 | 100 |");
  });
  for (const [price, lots, drawing] of [
    [100, 5, "6 5 | 100 |"],
    [100, 7, "6 7 | 100 |"],
    [99, 2, "6 | 100 |\n2 | 99 |"],
  ] as const) {
    test(`a replace to ${lots} at ${price} loses the rank`, () => {
      const engine = create({ replaceKeepsRank: "sizeDown" });
      twoInQueue(engine);
      engine.replace(31, price, lots);
      expectBook(engine, drawing);
    });
  }
  test("a replace across the spread trades and its report shows what was asked", () => {
    const engine = create();
    twoInQueue(engine);
    engine.submit(order("sell", 3, 105));
    engine.replace(31, 105, 5);
    const last = takeReports(engine.reports).at(-1);
    equal(last?.[reportField.kind], reportKind.modifyAck);
    equal(last?.[reportField.quantityLots], 5);
    expectBook(
      engine,
      `2 | 105 |
       6 | 100 |`,
    );
  });
  test("an unknown id is refused by cancel and by replace", () => {
    const engine = create();
    engine.cancel(4711);
    engine.replace(4711, 100, 1);
    deepEqual(
      takeReports(engine.reports).map((row) => row[reportField.kind]),
      [reportKind.cancelReject, reportKind.modifyReject],
    );
  });
  test("a smaller iceberg loses lots nobody saw first", () => {
    const engine = create();
    const iceberg = { orderId: 41, display: display.iceberg, displayLots: 4 };
    engine.submit(order("sell", 10, 100, iceberg));
    engine.replace(41, 100, 5);
    expectBook(engine, "| 100 | 4(1)");
    engine.replace(41, 100, 3);
    expectBook(engine, "| 100 | 3");
  });
}

function selfTradeTests(create: CreateEngine): void {
  const cases = [
    ["none", "| 101 | 4", [[5, 100]]],
    ["cancelNewest", "| 101 | 4\n| 100 | 5", []],
    ["cancelOldest", "7 | 100 |\n", []],
    ["cancelBoth", "| 101 | 4", []],
    ["decrement", "| 101 | 4", []],
  ] as const;
  for (const [selfTradePrevention, drawing, expected] of cases) {
    test(`${selfTradePrevention}: an order meets one of its own owner`, () => {
      const engine = create({ selfTradePrevention });
      engine.submit(order("sell", 5, 100, { ownerId: 9 }));
      if (selfTradePrevention !== "cancelOldest") engine.submit(order("sell", 4, 101));
      const lots = selfTradePrevention === "cancelOldest" ? 7 : 5;
      engine.submit(order("buy", lots, 100, { ownerId: 9 }));
      expectBook(engine, drawing);
      deepEqual(trades(engine), expected);
    });
  }
  test("a fill-or-kill order fills before it meets its owner, but not behind or through him", () => {
    const engine = create({ selfTradePrevention: "cancelNewest" });
    const kill = { ownerId: 9, timeInForce: timeInForce.fillOrKill };
    engine.submit(order("sell", 20, 100, { display: display.iceberg, displayLots: 10 }));
    engine.submit(order("sell", 5, 100, { ownerId: 9 }));
    engine.submit(order("buy", 11, 100, kill));
    deepEqual(trades(engine), []);
    engine.submit(order("buy", 10, 100, kill));
    deepEqual(trades(engine), [[10, 100]]);
  });
  test("owner 0 is nobody: two unnamed orders trade", () => {
    const engine = create({ selfTradePrevention: "cancelBoth" });
    engine.submit(order("sell", 5, 100));
    engine.submit(order("buy", 5, 100));
    deepEqual(trades(engine), [[5, 100]]);
  });
}

function phaseTests(create: CreateEngine): void {
  const uncross = (engine: MatchingEngine, reference: number): number[][] => {
    engine.setPhase(phase.continuous, reference);
    return trades(engine);
  };
  const inCall = (orders: readonly NewOrder[]): MatchingEngine => {
    const engine = create();
    engine.setPhase(phase.call, 0);
    for (const each of orders) engine.submit(each);
    return engine;
  };
  test("orders gather in a call and trade at one price in the uncross", () => {
    const engine = inCall([
      order("buy", 10, 102),
      order("buy", 5, 101),
      order("sell", 8, 100),
      order("sell", 9, 101),
    ]);
    expectBook(
      engine,
      `10 | 102 |
        5 | 101 | 9
          | 100 | 8`,
    );
    deepEqual(uncross(engine, 95), [
      [8, 101],
      [2, 101],
      [5, 101],
    ]);
    expectBook(engine, "| 101 | 2");
  });
  test("a surplus of buyers takes the highest of equal prices, of sellers the lowest", () => {
    const buyers = inCall([order("buy", 10, 105), order("sell", 4, 100)]);
    deepEqual(uncross(buyers, 0), [[4, 105]]);
    const sellers = inCall([order("buy", 4, 105), order("sell", 10, 100)]);
    deepEqual(uncross(sellers, 999), [[4, 100]]);
  });
  for (const [reference, price] of [
    [90, 100],
    [103, 103],
    [200, 105],
  ] as const) {
    test(`a balanced auction with reference ${reference} prints at ${price}`, () => {
      const engine = inCall([order("buy", 4, 105), order("sell", 4, 100)]);
      deepEqual(uncross(engine, reference), [[4, price]]);
    });
  }
  test("market orders trade first, alone at the reference, and what is left of them goes", () => {
    const market = { type: orderType.market };
    const engine = inCall([order("buy", 4, 0, market), order("sell", 3, 0, market)]);
    deepEqual(uncross(engine, 123), [[3, 123]]);
    expectBook(engine, "");
    const mixed = inCall([order("sell", 3, 100), order("buy", 2, 101), order("buy", 2, 0, market)]);
    deepEqual(uncross(mixed, 100), [
      [2, 101],
      [1, 101],
    ]);
  });
  test("an on-auction order that does not trade leaves after the uncross", () => {
    const auction = { timeInForce: timeInForce.auction };
    const engine = inCall([order("buy", 4, 90, auction), order("buy", 4, 91)]);
    deepEqual(uncross(engine, 91), []);
    expectBook(engine, "4 | 91 |");
  });
  test("an immediate order is refused in a call", () => {
    const engine = inCall([order("buy", 1, 9, { timeInForce: timeInForce.immediateOrCancel })]);
    deepEqual(codes(engine, reportKind.orderReject), [refusalCode.notInThisPhase]);
  });
  for (const [stopped, reason] of [
    [phase.halted, "marketHalted"],
    [phase.closed, "marketClosed"],
  ] as const satisfies readonly (readonly [Phase, RefusalReason])[]) {
    test(`while ${reason}, orders and replaces are refused and cancels are taken`, () => {
      const engine = create();
      engine.submit(order("buy", 4, 90, { orderId: 51 }));
      engine.setPhase(stopped, 90);
      engine.submit(order("sell", 4, 90));
      engine.replace(51, 91, 4);
      const refused = takeReports(engine.reports).slice(-2);
      deepEqual(
        refused.map((row) => row[reportField.code]),
        [refusalCode[reason], refusalCode[reason]],
      );
      engine.cancel(51);
      expectBook(engine, "");
    });
  }
  test("a call that was halted still uncrosses before the market opens", () => {
    const engine = inCall([order("buy", 4, 105), order("sell", 4, 100)]);
    engine.setPhase(phase.halted, 0);
    deepEqual(uncross(engine, 102), [[4, 102]]);
  });
}

function snapshotTests(create: CreateEngine): void {
  const filled = (): MatchingEngine => {
    const engine = create();
    engine.submit(
      order("sell", 10, 100, { orderId: 61, display: display.iceberg, displayLots: 4 }),
    );
    engine.submit(order("sell", 5, 100, { orderId: 62, ownerId: 3 }));
    engine.submit(order("buy", 2, 100, { orderId: 63 }));
    engine.submit(order("buy", 9, 98, { orderId: 64, display: display.hidden }));
    return engine;
  };
  test("a restored engine goes on exactly as the one it was copied from", () => {
    const original = filled();
    const copy = create();
    copy.submit(order("buy", 1, 50));
    copy.restore(original.snapshot());
    equal(copy.stateHash(), original.stateHash());
    equal(copy.sequence, original.sequence);
    original.reports.releaseAll();
    for (const engine of [original, copy]) engine.submit(order("buy", 6, 100, { orderId: 65 }));
    deepEqual(takeReports(copy.reports), takeReports(original.reports));
    equal(copy.stateHash(), original.stateHash());
  });
  test("the hash sees the queue, not only the level's total", () => {
    const create2 = (ids: readonly number[]): string => {
      const engine = create();
      for (const orderId of ids) engine.submit(order("buy", 5, 100, { orderId }));
      return engine.stateHash();
    };
    notEqual(create2([71, 72]), create2([72, 71]));
    equal(create2([71, 72]), create2([71, 72]));
  });
  test("a buffer that is not a snapshot is refused", () => {
    throws(() => create().restore(new ArrayBuffer(64)), Error);
    throws(
      () => create().restore(new Float64Array([1, 0, 3, 0]).buffer),
      (error) => {
        return error instanceof InvariantError || error instanceof SyntaxError;
      },
    );
  });
}
