/** A book by hand: orders in, trades out, and the state in one hash. */
import { FastMatchingEngine } from "../src/market/matching-engine.ts";
import { createNewOrder, display } from "../src/market/order.ts";
import { reportField, reportKind } from "../src/market/report-ring.ts";
import { buy, sell } from "../src/market/side.ts";

const engine = new FastMatchingEngine();

// An iceberg shows 100 of its 300 shares at a time; a plain order queues behind what is shown.
engine.submit(
  createNewOrder({
    orderId: 1,
    side: sell,
    priceTicks: 10_001,
    quantityLots: 300,
    display: display.iceberg,
    displayLots: 100,
  }),
);
engine.submit(createNewOrder({ orderId: 2, side: sell, priceTicks: 10_001, quantityLots: 50 }));
engine.submit(createNewOrder({ orderId: 3, side: buy, priceTicks: 10_001, quantityLots: 200 }));

for (let index = engine.reports.released; index < engine.reports.written; index++) {
  if (engine.reports.read(index, reportField.kind) !== reportKind.trade) continue;
  const lots = engine.reports.read(index, reportField.quantityLots);
  const maker = engine.reports.read(index, reportField.orderId);
  console.log(
    `${lots} lots of order ${maker} at ${engine.reports.read(index, reportField.priceTicks)}`,
  );
}
console.log(`state ${engine.stateHash()}`);
