/**
 * What every venue must do, simulated, replayed or real: the shared suite of the `Venue` contract.
 *
 * A harness stands for the rest of the market and for the clock.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { priceTicks, quantityLots, type TimeNs, timeNs } from "../../src/core/units.ts";
import { display, orderType, timeInForce } from "../../src/market/order.ts";
import { buy, type Side, sell } from "../../src/market/side.ts";
import type { ExecutionReport, SubmitCommand, Venue } from "../../src/market/venue.ts";

export interface VenueHarness {
  readonly venue: Venue;
  /** Lets time pass and gives the reports that have arrived by then. */
  advanceTo(time: TimeNs): readonly ExecutionReport[];
  /** Others come to rest. */
  othersRest(side: Side, price: number, lots: number): void;
  /** Others take lots of a side's best orders, as far as a price. */
  othersTake(side: Side, price: number, lots: number): void;
}

/** How long a command and its reports take there and back, at most. */
const roundTripNs = 20e6;

function submit(fields: Partial<SubmitCommand> & { clientOrderId: number }): SubmitCommand {
  return {
    kind: "submit",
    side: sell,
    type: orderType.limit,
    timeInForce: timeInForce.day,
    priceTicks: priceTicks(101),
    quantityLots: quantityLots(100),
    display: display.full,
    displayLots: quantityLots(0),
    isPostOnly: false,
    ...fields,
  };
}

export function runVenueSuite(name: string, create: () => VenueHarness): void {
  /** A market of 500 at 99 and 500 at 101, and a clock. */
  const open = () => {
    const harness = create();
    harness.othersRest(buy, 99, 500);
    harness.othersRest(sell, 101, 500);
    let now = 1e9;
    const exchange = (command: Parameters<Venue["send"]>[0]): readonly ExecutionReport[] => {
      harness.venue.send(command, timeNs(now));
      return wait();
    };
    const wait = (): readonly ExecutionReport[] => {
      now += roundTripNs;
      return harness.advanceTo(timeNs(now));
    };
    return { ...harness, exchange, wait, now: () => timeNs(now) };
  };
  const kinds = (reports: readonly ExecutionReport[]): string[] => reports.map(({ kind }) => kind);

  describe(`${name} as a venue`, () => {
    test("answers nothing within the call", () => {
      const { venue, now } = open();
      venue.send(submit({ clientOrderId: 1 }), now());
      deepEqual(venue.takeReports(timeNs(0)), []);
    });
    test("acknowledges an order that rests, and fills it when others take its price", () => {
      const { exchange, wait, othersTake } = open();
      deepEqual(kinds(exchange(submit({ clientOrderId: 1, priceTicks: priceTicks(100) }))), [
        "accepted",
      ]);
      othersTake(sell, 100, 60);
      const [fill] = wait();
      ok(fill?.kind === "filled");
      deepEqual(
        [fill.lots, fill.priceTicks, fill.leavesLots, fill.liquidity],
        [60, 100, 40, "added"],
      );
    });
    test("keeps its place behind those who came before it", () => {
      const { exchange, wait, othersTake } = open();
      exchange(submit({ clientOrderId: 1 }));
      othersTake(sell, 101, 500);
      deepEqual(wait(), []);
      othersTake(sell, 101, 30);
      deepEqual(kinds(wait()), ["filled"]);
    });
    test("fills a marketable order at the resting price and reports it before it is done", () => {
      const { exchange } = open();
      const reports = exchange(submit({ clientOrderId: 1, priceTicks: priceTicks(98) }));
      deepEqual(kinds(reports), ["accepted", "filled"]);
      const fill = reports[1];
      ok(fill?.kind === "filled");
      deepEqual([fill.lots, fill.priceTicks, fill.liquidity], [100, 99, "removed"]);
      equal(fill.leavesLots, 0);
      ok(fill.localTimeNs >= fill.venueTimeNs);
    });
    test("takes what it can of an immediate order and cancels the rest", () => {
      const { exchange } = open();
      const ioc = { timeInForce: timeInForce.immediateOrCancel, quantityLots: quantityLots(700) };
      const reports = exchange(submit({ clientOrderId: 1, priceTicks: priceTicks(99), ...ioc }));
      deepEqual(kinds(reports), ["accepted", "filled", "cancelled"]);
      ok(reports[2]?.kind === "cancelled" && reports[2].lots === 200);
    });
    test("sweeps the book with a market order and cancels what finds nothing", () => {
      const { exchange, othersRest } = open();
      othersRest(buy, 90, 50);
      const market = { type: orderType.market, quantityLots: quantityLots(600) };
      const reports = exchange(submit({ clientOrderId: 1, ...market }));
      deepEqual(kinds(reports), ["accepted", "filled", "filled", "cancelled"]);
    });
    test("refuses a post-only order that would trade", () => {
      const { exchange } = open();
      const reports = exchange(
        submit({ clientOrderId: 1, priceTicks: priceTicks(99), isPostOnly: true }),
      );
      deepEqual(
        reports.map((report) => report.kind === "rejected" && report.reason),
        ["wouldCross"],
      );
    });
    test("cancels what is left, and refuses to cancel what is done or unknown", () => {
      const { exchange } = open();
      exchange(submit({ clientOrderId: 1 }));
      const [cancelled] = exchange({ kind: "cancel", clientOrderId: 1 });
      ok(cancelled?.kind === "cancelled" && cancelled.lots === 100);
      deepEqual(kinds(exchange({ kind: "cancel", clientOrderId: 1 })), ["cancelRejected"]);
      deepEqual(kinds(exchange({ kind: "cancel", clientOrderId: 77 })), ["cancelRejected"]);
    });
    test("counts filled lots in the quantity of a replace", () => {
      const { exchange, wait, othersTake } = open();
      exchange(submit({ clientOrderId: 1, priceTicks: priceTicks(100) }));
      othersTake(sell, 100, 60);
      wait();
      const replace = { kind: "replace", clientOrderId: 1, priceTicks: priceTicks(100) } as const;
      const [replaced] = exchange({ ...replace, quantityLots: quantityLots(80) });
      ok(replaced?.kind === "replaced" && replaced.leavesLots === 20);
      // Asking for no more than is filled ends the order.
      deepEqual(kinds(exchange({ ...replace, quantityLots: quantityLots(60) })), ["cancelled"]);
    });
    test("trades with a replace across the spread and refuses one of an unknown order", () => {
      const { exchange } = open();
      exchange(submit({ clientOrderId: 1 }));
      const across = { priceTicks: priceTicks(99), quantityLots: quantityLots(100) };
      deepEqual(kinds(exchange({ kind: "replace", clientOrderId: 1, ...across })), [
        "filled",
        "replaced",
      ]);
      deepEqual(kinds(exchange({ kind: "replace", clientOrderId: 9, ...across })), [
        "replaceRejected",
      ]);
    });
    test("hands every report over once, in order, and never before its time", () => {
      const { venue, now, advanceTo } = open();
      venue.send(submit({ clientOrderId: 1 }), now());
      venue.send({ kind: "cancel", clientOrderId: 1 }, now());
      const reports = advanceTo(timeNs(now() + roundTripNs));
      deepEqual(kinds(reports), ["accepted", "cancelled"]);
      ok(reports.every((report) => report.localTimeNs <= now() + roundTripNs));
      deepEqual(advanceTo(timeNs(now() + 2 * roundTripNs)), []);
    });
  });
}
