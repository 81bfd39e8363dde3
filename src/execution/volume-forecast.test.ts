import { equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { timeNs } from "../core/units.ts";
import { createVolumeCurve } from "../market/volume-curve.ts";
import { seconds } from "./execution-fixture.ts";
import { forecastVolume } from "./volume-forecast.ts";

const curve = createVolumeCurve([0, 1000e9, 2000e9], [3, 1]);

describe("forecastVolume", () => {
  test("scales what was seen by the share of the day that is still to come", () => {
    const time = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(time, time, time, fc.integer({ min: 1, max: 1e6 }), (a, b, c, lots) => {
        const [since, now, until] = [a, b, c].toSorted((x, y) => x - y) as [number, number, number];
        fc.pre(now - since > 80);
        const day = 1e6;
        const share = (from: number, to: number): number =>
          ((Math.min(to, 1000) - Math.min(from, 1000)) * 0.75 +
            (Math.max(to, 1000) - Math.max(from, 1000)) * 0.25) /
          1000;
        const seen = { sinceNs: seconds(since), nowNs: seconds(now), lots };
        const found = forecastVolume(curve, seen, seconds(until), day);
        const expected = (lots / share(since, now)) * share(now, until);
        ok(found !== undefined && Math.abs(found - expected) <= 1e-9 * Math.max(1, expected));
      }),
    );
  });

  test("takes the volume of the day it was told while too little was seen to say", () => {
    const seen = { sinceNs: timeNs(0), nowNs: seconds(10), lots: 500 };
    equal(forecastVolume(curve, seen, seconds(1000), 1e6), 742_500);
    const silent = { ...seen, nowNs: seconds(400), lots: 0 };
    equal(Math.round(forecastVolume(curve, silent, seconds(1000), 1e6) ?? 0), 450_000);
  });

  test("says nothing when nothing was seen and nothing told", () => {
    const seen = { sinceNs: timeNs(0), nowNs: seconds(400), lots: 0 };
    equal(forecastVolume(curve, seen, seconds(1000), undefined), undefined);
  });

  test("expects nothing after the end of the curve", () => {
    const seen = { sinceNs: timeNs(0), nowNs: seconds(2000), lots: 10 };
    equal(forecastVolume(curve, seen, seconds(3000), undefined), 0);
  });
});
