import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { priceTicks, quantityLots, timeNs } from "../../core/units.ts";
import { display, orderType, type TimeInForce, timeInForce } from "../../market/order.ts";
import { buy, type Side, sell } from "../../market/side.ts";
import type { ExecutionReport, SubmitCommand } from "../../market/venue.ts";
import { createOrder, createPath, second } from "./markouts-fixture.ts";
import { PlacementLog } from "./placement-log.ts";
import { combineResting, sumResting } from "./resting-by-distance.ts";

/** Bid 9,999 and ask 10,001. */
const path = createPath([[0, 10_000]], 1000);

function submit(id: number, price: number, lots: number, life: TimeInForce): SubmitCommand {
  return {
    ...{ kind: "submit", clientOrderId: id, side: buy, type: orderType.limit, timeInForce: life },
    ...{ priceTicks: priceTicks(price), quantityLots: quantityLots(lots) },
    ...{ display: display.full, displayLots: quantityLots(0), isPostOnly: false },
  };
}

/** A log to which one order has been sent, and short words for what the venue says of it. */
function createLog(
  price: number,
  lots: number,
  side: Side = buy,
  life: TimeInForce = timeInForce.day,
) {
  const log = new PlacementLog(side, path);
  log.noteCommand(submit(1, price, lots, life));
  const head = (seconds: number) => {
    const time = timeNs(seconds * second);
    return { clientOrderId: 1, venueTimeNs: time, localTimeNs: time };
  };
  const note = (report: ExecutionReport): void => log.noteReport(report);
  return {
    log,
    accepted: (at: number) =>
      note({ ...head(at), kind: "accepted", leavesLots: quantityLots(lots) }),
    filled: (at: number, count: number, leaves: number, liquidity: "added" | "removed" = "added") =>
      note({
        ...{ ...head(at), kind: "filled", lots: quantityLots(count), liquidity },
        ...{ leavesLots: quantityLots(leaves), priceTicks: priceTicks(price) },
      }),
    replaced: (at: number, to: number, leaves: number) =>
      note({
        ...{ ...head(at), kind: "replaced" },
        ...{ leavesLots: quantityLots(leaves), priceTicks: priceTicks(to) },
      }),
    cancelled: (at: number, count: number) =>
      note({ ...head(at), kind: "cancelled", lots: quantityLots(count), reason: "requested" }),
  };
}

describe("a placement", () => {
  test("has the distance, the lots, the fills and the waiting of a hand-made case", () => {
    const order = createLog(9998, 100);
    order.accepted(10);
    order.filled(14, 30, 70);
    order.filled(20, 10, 60);
    order.cancelled(30, 60);
    deepEqual(order.log.placements(), [
      {
        ...{ distanceTicks: 1, lots: 100, filledLots: 40 },
        ...{ filledLotNs: (30 * 4 + 10 * 10) * second, restedNs: 20 * second },
      },
    ]);
  });

  test("ends with its last fill", () => {
    const order = createLog(9999, 5);
    order.accepted(1);
    equal(order.log.placements().length, 0);
    order.filled(3, 5, 0);
    deepEqual(
      order.log.placements().map(({ restedNs, filledLots }) => [restedNs, filledLots]),
      [[2 * second, 5]],
    );
  });

  test("lies inside the spread below 0, and behind the touch above it, on either side", () => {
    const distanceOf = (price: number, side: Side): number | undefined => {
      const order = createLog(price, 5, side);
      order.accepted(1);
      order.cancelled(2, 5);
      return order.log.placements()[0]?.distanceTicks;
    };
    deepEqual(
      [10_000, 9999, 9990].map((price) => distanceOf(price, buy)),
      [-1, 0, 9],
    );
    deepEqual(
      [10_000, 10_001, 10_010].map((price) => distanceOf(price, sell)),
      [-1, 0, 9],
    );
  });

  test("goes on when it is made smaller, and is another one when it loses its rank", () => {
    const order = createLog(9999, 100);
    order.accepted(1);
    order.replaced(2, 9999, 60);
    order.filled(3, 20, 40);
    order.replaced(5, 9997, 40);
    order.replaced(6, 9997, 50);
    order.cancelled(9, 50);
    deepEqual(
      order.log
        .placements()
        .map((placement) => [
          ...[placement.distanceTicks, placement.lots, placement.filledLots],
          placement.restedNs / second,
        ]),
      [
        [0, 100, 20, 4],
        [2, 40, 0, 1],
        [2, 50, 0, 3],
      ],
    );
  });

  test("does not count what it paid on entry, and is none where that was all", () => {
    const order = createLog(9999, 100);
    order.accepted(1);
    order.filled(1, 30, 70, "removed");
    order.cancelled(4, 70);
    deepEqual(
      order.log.placements().map(({ lots, filledLots }) => [lots, filledLots]),
      [[70, 0]],
    );
    const paid = createLog(9999, 100);
    paid.accepted(1);
    paid.filled(1, 100, 0, "removed");
    deepEqual(paid.log.placements(), []);
  });

  test("is none of an order that was to pay at once", () => {
    const order = createLog(10_001, 100, buy, timeInForce.immediateOrCancel);
    order.accepted(1);
    order.filled(1, 60, 40, "removed");
    order.cancelled(1, 40);
    deepEqual(order.log.placements(), []);
  });
});

describe("what rested, by distance", () => {
  test("has one row a band in which anything stood", () => {
    const placement = { lots: 10, filledLots: 0, filledLotNs: 0, restedNs: 6 * second };
    const placements = [
      { ...placement, distanceTicks: 0, filledLots: 10, filledLotNs: 20 * second },
      { ...placement, distanceTicks: 0, lots: 30 },
      { ...placement, distanceTicks: -3 },
      { ...placement, distanceTicks: 4, restedNs: 2 * second },
      { ...placement, distanceTicks: 90 },
    ];
    const rows = combineResting([sumResting({ ...createOrder(path, []), placements })]);
    deepEqual(
      rows.map((row) => [row.distance, row.placements, row.lots, row.fillRate, row.secondsToFill]),
      [
        ["inside", 1, 10, 0, undefined],
        ["touch", 2, 40, 0.25, 2],
        ["2–4 ticks", 1, 10, 0, undefined],
        ["5 and more", 1, 10, 0, undefined],
      ],
    );
    deepEqual(
      rows.map((row) => row.secondsRested),
      [6, 6, 2, 6],
    );
    deepEqual(combineResting([]), []);
  });
});
