import { equal } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  formatDuration,
  formatTimeOfDay,
  nsPerHour,
  nsPerMinute,
  nsPerSecond,
  parseDuration,
  parseTimeOfDay,
} from "./time.ts";
import { durationNs, timeNs } from "./units.ts";

describe("parseTimeOfDay", () => {
  test("reads hours and minutes, seconds and decimals to the nanosecond", () => {
    equal(parseTimeOfDay("10:00"), 10 * nsPerHour);
    equal(parseTimeOfDay("9:30"), 9 * nsPerHour + 30 * nsPerMinute);
    equal(parseTimeOfDay("09:30:15"), 9 * nsPerHour + 30 * nsPerMinute + 15 * nsPerSecond);
    equal(parseTimeOfDay("00:00:00.000000001"), 1);
    equal(parseTimeOfDay("00:00:00.5"), nsPerSecond / 2);
    equal(parseTimeOfDay("24:00"), 24 * nsPerHour);
  });

  test("reads back what formatTimeOfDay writes with nine decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * nsPerHour }), (nanoseconds) => {
        equal(parseTimeOfDay(formatTimeOfDay(timeNs(nanoseconds), 9)), nanoseconds);
      }),
    );
  });

  test("refuses what is not a time of day", () => {
    const texts = [
      "",
      "10",
      "10:60",
      "10:00:60",
      "24:00:01",
      "25:00",
      "-1:00",
      "10:00 ",
      "10:00pm",
    ];
    for (const text of [...texts, "1:2", "10:00:00.", "10:00:00.0123456789", "aa:bb"]) {
      equal(parseTimeOfDay(text), undefined, text);
    }
  });
});

describe("formatTimeOfDay", () => {
  test("cuts off what lies beyond the decimals asked for", () => {
    const time = timeNs(9 * nsPerHour + 5 * nsPerMinute + 7 * nsPerSecond + 123_456_789);
    equal(formatTimeOfDay(time), "09:05:07");
    equal(formatTimeOfDay(time, 3), "09:05:07.123");
    equal(formatTimeOfDay(time, 9), "09:05:07.123456789");
  });

  test("never carries a fraction of a nanosecond into a wrong digit", () => {
    equal(formatTimeOfDay(timeNs(nsPerSecond - 0.25), 9), "00:00:00.999999999");
  });
});

describe("parseDuration", () => {
  test("reads every unit, decimals included", () => {
    const table: [text: string, nanoseconds: number][] = [
      ["0s", 0],
      ["7ns", 7],
      ["250us", 250e3],
      ["250µs", 250e3],
      ["1.5ms", 1.5e6],
      ["30s", 30e9],
      ["5m", 300e9],
      ["2h", 7200e9],
      ["0.5ns", 1],
    ];
    for (const [text, nanoseconds] of table) equal(parseDuration(text), nanoseconds, text);
  });

  test("reads back what formatDuration writes, to six digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 }), (nanoseconds) => {
        const back = parseDuration(formatDuration(durationNs(nanoseconds))) ?? Number.NaN;
        return Math.abs(back - nanoseconds) <= 5e-6 * nanoseconds;
      }),
    );
  });

  test("refuses what is not a duration, or too long to be exact", () => {
    for (const text of ["", "5", "ms", "-1s", "+1s", "1 s", "1e3s", ".5s", "5.s", "1d", "1sec"]) {
      equal(parseDuration(text), undefined, text);
    }
    equal(parseDuration("99999999h"), undefined);
    equal(parseDuration(`${"9".repeat(400)}h`), undefined);
  });
});

describe("formatDuration", () => {
  test("takes the largest unit that keeps the number at one or above", () => {
    const table: [nanoseconds: number, text: string][] = [
      [0, "0s"],
      [999, "999ns"],
      [1000, "1us"],
      [1.5e6, "1.5ms"],
      [59e9, "59s"],
      [300e9, "5m"],
      [5400e9, "1.5h"],
    ];
    for (const [nanoseconds, text] of table) equal(formatDuration(durationNs(nanoseconds)), text);
  });
});
