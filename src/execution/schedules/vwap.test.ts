import { equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { timeNs } from "../../core/units.ts";
import { createVolumeCurve, usEquityVolumeCurve } from "../../market/volume-curve.ts";
import { createVwapSchedule } from "./vwap.ts";

const volumes = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 });
const binNs = 60e9;

describe("createVwapSchedule", () => {
  test("gives back the curve's shares at the edges of its bins", () => {
    fc.assert(
      fc.property(volumes, (bins) => {
        const total = bins.reduce((sum, volume) => sum + volume, 0);
        fc.pre(total > 0);
        const edges = Array.from({ length: bins.length + 1 }, (_, at) => 1e12 + at * binNs);
        const window = { startNs: timeNs(1e12), endNs: timeNs(1e12 + bins.length * binNs) };
        const share = createVwapSchedule(window, createVolumeCurve(edges, bins));
        for (const [bin, volume] of bins.entries()) {
          const taken = share(edges[bin + 1]!) - share(edges[bin]!);
          ok(Math.abs(taken - volume / total) < 1e-12, `bin ${bin}`);
        }
      }),
    );
  });

  test("rises from 0 at the start to 1 at the end of any window that expects volume", () => {
    const day = fc.integer({ min: 8 * 3600, max: 17 * 3600 });
    fc.assert(
      fc.property(day, day, fc.array(day, { maxLength: 30 }), (first, second, times) => {
        fc.pre(first < second && second > 9.5 * 3600 && first < 16 * 3600);
        const window = { startNs: timeNs(first * 1e9), endNs: timeNs(second * 1e9) };
        const share = createVwapSchedule(window, usEquityVolumeCurve);
        equal(share(window.startNs), 0);
        equal(share(window.endNs), 1);
        let before = 0;
        for (const time of times.toSorted((a, b) => a - b)) {
          const now = share(time * 1e9);
          ok(now >= before && now <= 1);
          before = now;
        }
      }),
    );
  });

  test("follows time where the curve expects nothing in the window", () => {
    const share = createVwapSchedule(
      { startNs: timeNs(17 * 3600e9), endNs: timeNs(18 * 3600e9) },
      usEquityVolumeCurve,
    );
    equal(share(17 * 3600e9), 0);
    equal(share(17.5 * 3600e9), 0.5);
    equal(share(18 * 3600e9), 1);
  });
});
