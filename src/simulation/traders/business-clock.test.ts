import { equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { BusinessClock, createEvenClock } from "./business-clock.ts";

describe("a business clock", () => {
  const clock = new BusinessClock(1000e9, 2e9, 4);
  clock.set((timeNs) => [1, 3, 0.5, 2][(timeNs - 1000e9) / 2e9]!);

  test("runs with activity, and goes on at the last when its steps are over", () => {
    equal(clock.secondsAt(1000e9), 0);
    equal(clock.secondsAt(1002e9), 2);
    equal(clock.secondsAt(1004e9), 8);
    equal(clock.secondsAt(1006e9), 9);
    equal(clock.secondsAt(1009e9), 15);
    equal(clock.timeAt(15), 1009e9);
    equal(clock.activityAt(1005e9), 0.5);
    equal(clock.activityAt(2000e9), 2);
  });

  test("is read both ways, and never goes back", () => {
    let last = 0;
    for (let seconds = 0; seconds < 20; seconds += 0.01) {
      const timeNs = clock.timeAt(seconds);
      ok(timeNs >= last);
      ok(Math.abs(clock.secondsAt(timeNs) - seconds) < 1e-9);
      last = timeNs;
    }
  });

  test("stands still where nothing happens", () => {
    equal(createEvenClock(0).timeAt(1), Number.POSITIVE_INFINITY);
    equal(createEvenClock(2).secondsAt(10e9), 20);
  });
});
