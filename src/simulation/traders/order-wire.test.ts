import { equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { StateReader, StateWriter } from "../../core/state-buffer.ts";
import type { DurationNs } from "../../core/units.ts";
import { timeInForce } from "../../market/order.ts";
import { buy, sell } from "../../market/side.ts";
import { createStillMarket } from "./market-fixture.ts";
import { OrderWire, type WireLatency, wireLatencySchema } from "./order-wire.ts";

const latency: WireLatency = { floor: 1000 as DurationNs, mean: 3000 as DurationNs };
const createWire = (own = latency): OrderWire =>
  new OrderWire({ latency: own, ownerId: 5, name: "wire", tags: 4 });

describe("a wire", () => {
  test("takes its floor and an exponential excess", () => {
    const wire = createWire();
    const market = createStillMarket([]);
    market.open(1);
    wire.open(1);
    // The mean of 10,000 exponentials of 2,000 ns has a standard error of 20 ns. Bound: 5.
    let sum = 0;
    for (let packet = 0; packet < 10_000; packet++) {
      const nowNs = packet * 1e6;
      wire.depart(nowNs, packet);
      wire.cancel(0);
      ok(wire.nextNs >= nowNs + 1000);
      sum += wire.nextNs - nowNs;
      wire.deliver(market);
    }
    ok(Math.abs(sum / 10_000 - 3000) < 100, `${sum / 10_000}`);
  });

  test("lets no packet overtake another, and keeps what is in one together and in order", () => {
    const market = createStillMarket([]);
    market.open(1);
    const wire = createWire({ floor: 10 as DurationNs, mean: 1e6 as DurationNs });
    wire.open(3);
    for (let packet = 0; packet < 50; packet++) {
      wire.depart(packet, packet);
      wire.submit(packet % 4, buy, 9000 + packet, 1, timeInForce.day);
      wire.submit(packet % 4, sell, 11_000 + packet, 1, timeInForce.day);
    }
    let [last, orders] = [0, market.engine.book.orderCount];
    while (wire.nextNs < Number.POSITIVE_INFINITY) {
      ok(wire.nextNs > last);
      last = wire.nextNs;
      wire.deliver(market);
      const entered = market.engine.book.orderCount - orders;
      ok(entered > 0 && entered % 2 === 0);
      orders = market.engine.book.orderCount;
      // Buys and sells came in turn, the youngest of each last.
      const depth = (orders - 40) / 2;
      equal(market.engine.book.levels[buy].find(-(9000 + depth - 1)) >= 0, true);
      equal(market.engine.book.levels[buy].find(-(9000 + depth)), -1);
    }
    equal(wire.pending[0], 0);
  });

  test("draws the same delay for a packet whatever was sent before", () => {
    const arrivalOf = (before: number): number => {
      const wire = createWire();
      wire.open(8);
      const market = createStillMarket([]);
      market.open(1);
      for (let packet = 0; packet < before; packet++) {
        wire.depart(packet, packet);
        wire.cancel(1);
      }
      while (wire.nextNs < Number.POSITIVE_INFINITY) wire.deliver(market);
      wire.depart(1e9, 77);
      wire.cancel(0);
      return wire.nextNs;
    };
    equal(arrivalOf(0), arrivalOf(20));
  });

  test("cancels what has entered under a tag, and refuses a resting order that would trade", () => {
    const market = createStillMarket([]);
    market.open(1);
    const wire = createWire();
    wire.open(1);
    wire.depart(0, 0);
    wire.submit(0, buy, 10_000, 50, timeInForce.day);
    wire.submit(1, sell, 9_999, 50, timeInForce.day);
    wire.deliver(market);
    equal(market.bestTicks(buy), 10_000);
    equal(market.engine.book.index.get(wire.orderIds[1]!), -1);
    wire.depart(10_000, 1);
    wire.cancel(0);
    wire.cancel(1);
    wire.deliver(market);
    equal(market.bestTicks(buy), 9_999);
    market.observe(0);
    const { tradedLots, cancelledLots, rejectedLots } = market.lotAccount;
    equal(`${tradedLots} ${cancelledLots} ${rejectedLots}`, "0 50 50");
  });

  test("goes on from a saved state with a full ring", () => {
    const [one, other] = [createWire(), createWire()];
    one.open(4);
    const market = createStillMarket([]);
    market.open(1);
    const twin = createStillMarket([]);
    twin.open(1);
    for (let packet = 0; packet < 37; packet++) {
      one.depart(packet * 500, packet);
      one.submit(packet % 4, buy, 9000 + packet, 10 + packet, timeInForce.day);
      if (packet % 5 === 4) {
        one.deliver(market);
        one.cancel(packet % 4);
      }
    }
    twin.engine.restore(market.engine.snapshot());
    // The twin's ids must go on where the market's do.
    const nextId = market.takeOrderId();
    while (twin.takeOrderId() < nextId);
    const writer = new StateWriter();
    one.save(writer);
    const reader = new StateReader(writer.finish());
    other.load(reader);
    reader.end();
    while (one.nextNs < Number.POSITIVE_INFINITY) {
      equal(other.nextNs, one.nextNs);
      one.deliver(market);
      other.deliver(twin);
    }
    equal(other.nextNs, Number.POSITIVE_INFINITY);
    const terms = (orders: ReturnType<typeof market.engine.restingOrders>): string =>
      JSON.stringify(orders.map(({ side, priceTicks, openLots }) => [side, priceTicks, openLots]));
    equal(terms(twin.engine.restingOrders()), terms(market.engine.restingOrders()));
  });

  test("refuses a mean latency below its floor", () => {
    throws(() => wireLatencySchema.parse({ floor: "2ms", mean: "1ms" }), /at least its floor/);
    equal(wireLatencySchema.parse({ floor: "2ms", mean: "2ms" }).mean, 2_000_000);
  });
});
