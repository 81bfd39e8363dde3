import { equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { timeNs } from "../../core/units.ts";
import { createTwapSchedule } from "./twap.ts";

const window = { startNs: timeNs(1e12), endNs: timeNs(5e12) };

describe("createTwapSchedule", () => {
  test("takes the same share in every stretch of one length", () => {
    const share = createTwapSchedule(window);
    const within = fc.integer({ min: 1e12, max: 4e12 });
    fc.assert(
      fc.property(within, fc.integer({ min: 0, max: 1e12 }), (from, length) => {
        const taken = share(from + length) - share(from);
        ok(Math.abs(taken - length / 4e12) < 1e-12);
      }),
    );
  });

  test("is 0 before its window and 1 after it", () => {
    const share = createTwapSchedule(window);
    equal(share(0), 0);
    equal(share(1e12), 0);
    equal(share(3e12), 0.5);
    equal(share(5e12), 1);
    equal(share(9e12), 1);
  });
});
