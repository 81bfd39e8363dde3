import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  isOpen,
  nextChange,
  parseSchedule,
  type ScheduleSpec,
  type SessionSchedule,
  sameSession,
} from "./schedule.ts";

function scheduleOf(spec: ScheduleSpec): SessionSchedule {
  const schedule = parseSchedule(spec);
  if (typeof schedule === "string") throw new Error(schedule);
  return schedule;
}

const at = (text: string): number => Date.parse(`${text}Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

/** The next changes after a moment, as `2025-03-09T21:00 opens`. */
function changesAfter(schedule: SessionSchedule, from: string, count: number): string[] {
  const changes: string[] = [];
  let ms = at(from);
  for (let place = 0; place < count; place++) {
    ms = nextChange(schedule, ms);
    changes.push(`${iso(ms)} ${isOpen(schedule, ms) ? "opens" : "closes"}`);
  }
  return changes;
}

const newYorkWeek = scheduleOf({
  timeZone: "America/New_York",
  start: "17:00",
  end: "17:00",
  week: { start: "sun", end: "fri" },
});

describe("a weekly session from Sunday 17:00 to Friday 17:00 in New York", () => {
  test("opens an hour earlier in UTC once the clocks have gone ahead", () => {
    deepEqual(changesAfter(newYorkWeek, "2025-03-01T12:00", 4), [
      "2025-03-02T22:00 opens",
      "2025-03-07T22:00 closes",
      // 9 March 2025, 02:00: the clocks go ahead.
      "2025-03-09T21:00 opens",
      "2025-03-14T21:00 closes",
    ]);
  });

  test("opens an hour later in UTC once the clocks have gone back", () => {
    deepEqual(changesAfter(newYorkWeek, "2025-10-25T12:00", 4), [
      "2025-10-26T21:00 opens",
      "2025-10-31T21:00 closes",
      // 2 November 2025, 02:00: the clocks go back.
      "2025-11-02T22:00 opens",
      "2025-11-07T22:00 closes",
    ]);
  });

  test("is one session from end to end, and another a week later", () => {
    const monday = at("2025-06-02T12:00");
    ok(sameSession(newYorkWeek, monday, at("2025-06-06T20:59")));
    equal(sameSession(newYorkWeek, monday, at("2025-06-06T21:00")), false);
    equal(sameSession(newYorkWeek, monday, at("2025-06-09T12:00")), false);
    equal(sameSession(newYorkWeek, at("2025-06-07T12:00"), at("2025-06-07T12:00")), false);
  });
});

describe("daily sessions", () => {
  test("on working days in Zurich move with the clocks there", () => {
    const day = { timeZone: "Europe/Zurich", start: "08:00", end: "22:00" } as const;
    const schedule = scheduleOf({ ...day, days: ["mon", "tue", "wed", "thu", "fri"] });
    // 30 March 2025, a Sunday, 02:00: the clocks go ahead.
    deepEqual(changesAfter(schedule, "2025-03-28T12:00", 3), [
      "2025-03-28T21:00 closes",
      "2025-03-31T06:00 opens",
      "2025-03-31T20:00 closes",
    ]);
  });

  test("across midnight belong to the day on which they start", () => {
    const night = { timeZone: "America/New_York", start: "18:00", end: "17:00" } as const;
    const schedule = scheduleOf({ ...night, days: ["sun", "mon", "tue", "wed", "thu"] });
    ok(isOpen(schedule, at("2025-06-06T20:59")), "Friday 16:59 belongs to Thursday");
    equal(isOpen(schedule, at("2025-06-06T22:00")), false, "Friday 18:00 starts nothing");
    equal(iso(nextChange(schedule, at("2025-06-06T22:00"))), "2025-06-08T22:00");
  });

  test("around the clock change from one to the next without a break", () => {
    const schedule = scheduleOf({ timeZone: "UTC", start: "00:00", end: "00:00" });
    deepEqual(changesAfter(schedule, "2025-06-06T12:00", 2), [
      "2025-06-07T00:00 opens",
      "2025-06-08T00:00 opens",
    ]);
    equal(sameSession(schedule, at("2025-06-06T23:59"), at("2025-06-07T00:00")), false);
  });

  test("that begin at a time the clock skips begin when it skips", () => {
    const schedule = scheduleOf({ timeZone: "Europe/Zurich", start: "02:30", end: "12:00" });
    equal(iso(nextChange(schedule, at("2025-03-29T20:00"))), "2025-03-30T01:00");
  });

  test("that begin at a time the clock shows twice begin at the first", () => {
    const schedule = scheduleOf({ timeZone: "Europe/Zurich", start: "02:30", end: "12:00" });
    equal(iso(nextChange(schedule, at("2025-10-25T20:00"))), "2025-10-26T00:30");
  });
});

test("what is wrong with a schedule is said in words", () => {
  const good = { timeZone: "UTC", start: "08:00", end: "17:00" };
  const reasonOf = (spec: Partial<ScheduleSpec>): unknown => parseSchedule({ ...good, ...spec });
  equal(reasonOf({ start: "8 am" }), 'expected a time of day as start, was "8 am"');
  equal(reasonOf({ end: "25:00" }), 'expected a time of day as end, was "25:00"');
  equal(reasonOf({ timeZone: "Mars" }), 'expected the name of a time zone, was "Mars"');
  equal(reasonOf({ days: [] }), "expected a day, was none");
});

const zones = ["America/New_York", "Europe/Zurich", "Asia/Kolkata", "Australia/Lord_Howe"] as const;
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const moment = fc.integer({ min: at("2024-01-01T00:00"), max: at("2027-12-31T00:00") });

test("between two changes nothing changes, at any time in any zone", () => {
  const specs = fc.record({ timeZone: fc.constantFrom(...zones), start: clock, end: clock });
  fc.assert(
    fc.property(specs, moment, fc.double({ min: 0, max: 1, noNaN: true }), (spec, ms, share) => {
      const schedule = scheduleOf(spec);
      const change = nextChange(schedule, ms);
      ok(change > ms && change - ms <= 49 * 3_600_000, "a day has at most two changes");
      const between = ms + Math.floor((change - 1 - ms) * share);
      equal(isOpen(schedule, between), isOpen(schedule, ms));
      equal(sameSession(schedule, ms, between), isOpen(schedule, ms));
      equal(sameSession(schedule, ms, change), false);
    }),
    { numRuns: 500 },
  );
});
