import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { priceTicks, quantityLots } from "../core/units.ts";
import { display, orderType, timeInForce } from "../market/order.ts";
import { buy, type Side, sell } from "../market/side.ts";
import type { SubmitCommand } from "../market/venue.ts";
import { AuctionOrders } from "./auction-orders.ts";

function order(id: number, side: Side, lots: number, limit?: number): SubmitCommand {
  return {
    ...{ kind: "submit", clientOrderId: id, side, timeInForce: timeInForce.auction },
    type: limit === undefined ? orderType.market : orderType.limit,
    ...{ priceTicks: priceTicks(limit ?? 0), quantityLots: quantityLots(lots) },
    ...{ display: display.full, displayLots: quantityLots(0), isPostOnly: false },
  };
}

function filledBy(orders: readonly SubmitCommand[], price: number, lots: number): unknown {
  const auction = new AuctionOrders();
  for (const command of orders) auction.add(command);
  const results = auction.uncross(price, lots);
  equal(auction.waiting.length, 0);
  return results.map(({ clientOrderId, filledLots, fillTicks }) => [
    ...[clientOrderId, filledLots, fillTicks],
  ]);
}

describe("orders that wait for a recorded auction", () => {
  test("trade at its price, up to a tenth of its lots, first come, first served", () => {
    deepEqual(filledBy([order(1, buy, 60), order(2, buy, 60)], 1000, 1009), [
      [1, 60, 1000],
      [2, 40, 1000],
    ]);
  });

  test("trade nothing in an auction that matched nothing, or beyond their limit", () => {
    deepEqual(filledBy([order(1, buy, 60)], 1000, 0), [[1, 0, 1000]]);
    const limits = [order(1, buy, 5, 999), order(2, buy, 5, 1000), order(3, sell, 5, 1001)];
    deepEqual(filledBy([...limits, order(4, sell, 5, 1000)], 1000, 1e6), [
      [1, 0, 1000],
      [2, 5, 1000],
      [3, 0, 1000],
      [4, 5, 1000],
    ]);
  });

  test("have a price between ticks rounded against them", () => {
    deepEqual(filledBy([order(1, buy, 5), order(2, sell, 5)], 1000.5, 1e6), [
      [1, 5, 1001],
      [2, 5, 1000],
    ]);
  });

  test("can be taken back, once", () => {
    const auction = new AuctionOrders();
    auction.add(order(7, buy, 5));
    equal(auction.has(7), true);
    equal(auction.remove(7)?.lots, 5);
    equal(auction.remove(7), undefined);
    equal(auction.has(7), false);
  });
});
