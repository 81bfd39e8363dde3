import { equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { quantityLots } from "../core/units.ts";
import { bid, buy } from "../market/side.ts";
import type { ChildOrder } from "./child-order.ts";
import { createChild, createQuotedView, feedView, reportOn, seconds } from "./execution-fixture.ts";
import { lotsAhead, noteQueue } from "./queue-estimate.ts";

/** A view whose bid at 999 shows so many lots at a time, after so many have traded there. */
function showBid(view: ReturnType<typeof createQuotedView>, lots: number, traded = 0): void {
  if (traded > 0) {
    feedView(view, seconds(20), [{ kind: "trade", side: bid, priceTicks: 999, lots: traded }]);
  }
  feedView(view, seconds(20), [{ kind: "level", side: bid, priceTicks: 999, lots }]);
}

/** Thirty lots behind the hundred of others, just confirmed. */
function joined(view: ReturnType<typeof createQuotedView>): ChildOrder {
  showBid(view, 130);
  const child = createChild({ totalLots: quantityLots(30) });
  return noteQueue(child, child, reportOn.accepted(1, 30), [child], buy, view);
}

describe("queue estimates", () => {
  test("put a new order behind everything of others at its price", () => {
    const view = createQuotedView();
    const child = joined(view);
    equal(child.queue?.aheadLots, 100);
    equal(lotsAhead(child, 100, buy, view), 100);
  });

  test("let trades take from the front and cancels from behind", () => {
    const view = createQuotedView();
    const child = joined(view);
    showBid(view, 110, 40);
    equal(lotsAhead(child, 80, buy, view), 60);
    // No more can be ahead than stands there.
    equal(lotsAhead(child, 25, buy, view), 25);
    showBid(view, 30, 70);
    equal(lotsAhead(child, 0, buy, view), 0);
  });

  test("do not take our other orders for others'", () => {
    const view = createQuotedView();
    showBid(view, 150);
    const older = createChild({ clientOrderId: 2, totalLots: quantityLots(20) });
    const child = createChild({ totalLots: quantityLots(30) });
    const orders = [older, child];
    equal(
      noteQueue(child, child, reportOn.accepted(1, 30), orders, buy, view).queue?.aheadLots,
      100,
    );
  });

  test("know that an order which trades stands in front", () => {
    const view = createQuotedView();
    const child = joined(view);
    const after = { ...child, filledLots: quantityLots(5) };
    const filled = noteQueue(child, after, reportOn.filled(1, 5, 25), [child], buy, view);
    equal(lotsAhead(filled, 100, buy, view), 0);
  });

  test("keep the place of an order made smaller, and lose that of one made larger", () => {
    const view = createQuotedView();
    const child = joined(view);
    showBid(view, 190);
    const smaller = { ...child, totalLots: quantityLots(20) };
    const larger = { ...child, totalLots: quantityLots(40) };
    const place = (after: ChildOrder): number | undefined =>
      noteQueue(child, after, reportOn.replaced(1, 999, 20), [child], buy, view).queue?.aheadLots;
    equal(place(smaller), 100);
    equal(place(larger), 150);
  });

  test("say the worst of an order nobody has confirmed", () => {
    equal(lotsAhead(createChild(), 70, buy, createQuotedView()), 70);
  });
});
