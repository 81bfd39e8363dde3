import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { createXoshiro128 } from "../../core/random/xoshiro128.ts";
import { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { ExpiringOrders } from "./expiring-orders.ts";

/** Takes everything out, first to last, as time, id and note. */
function drain(orders: ExpiringOrders): number[][] {
  const seen: number[][] = [];
  while (orders.nextNs < Number.POSITIVE_INFINITY) {
    seen.push([orders.nextNs, orders.firstOrderId, orders.firstNote]);
    orders.dropFirst();
  }
  return seen;
}

test("orders expire by their times and then their ids, however many there are", () => {
  const random = createXoshiro128(1);
  const orders = new ExpiringOrders();
  const expected: number[][] = [];
  for (let id = 1; id <= 300; id++) {
    // Few different times, so that many are equal.
    const timeNs = Math.floor(random.uniform() * 50);
    orders.add(id, timeNs, id % 7);
    expected.push([timeNs, id, id % 7]);
    if (id % 3 === 0) {
      expected.sort((left, right) => left[0]! - right[0]! || left[1]! - right[1]!);
      deepEqual([orders.nextNs, orders.firstOrderId, orders.firstNote], expected.shift());
      orders.dropFirst();
    }
  }
  expected.sort((left, right) => left[0]! - right[0]! || left[1]! - right[1]!);
  const writer = new StateWriter();
  orders.save(writer);
  const loaded = new ExpiringOrders();
  loaded.add(9, 9);
  const reader = new StateReader(writer.finish());
  loaded.load(reader);
  reader.end();
  deepEqual(drain(orders), expected);
  deepEqual(drain(loaded), expected);
  equal(orders.nextNs, Number.POSITIVE_INFINITY);
});
