import { equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ReportRing, reportField, reportKind } from "./report-ring.ts";

describe("ReportRing", () => {
  test("hands out every report once and in order, however far it grew in between", () => {
    const bursts = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 });
    fc.assert(
      fc.property(bursts, (sizes) => {
        const ring = new ReportRing(4);
        let written = 0;
        for (const [burst, size] of sizes.entries()) {
          for (let at = 0; at < size; at++) {
            ring.write(reportKind.trade, written, written * 3, 1, -5, 7, written + 0.5, 2);
            written++;
          }
          equal(ring.written, written);
          for (let index = ring.released; index < ring.written; index++) {
            equal(ring.read(index, reportField.kind), reportKind.trade);
            equal(ring.read(index, reportField.sequence), index);
            equal(ring.read(index, reportField.orderId), index * 3);
            equal(ring.read(index, reportField.side), 1);
            equal(ring.read(index, reportField.priceTicks), -5);
            equal(ring.read(index, reportField.quantityLots), 7);
            equal(ring.read(index, reportField.contraId), index + 0.5);
            equal(ring.read(index, reportField.code), 2);
          }
          // What is not released stays: growth meets a ring that starts anywhere.
          if (burst % 3 !== 1) ring.releaseAll();
        }
      }),
    );
  });

  test("refuses a capacity that is no power of two", () => {
    throws(() => new ReportRing(12), { message: "Invariant: a ring's capacity is a power of two" });
  });
});
