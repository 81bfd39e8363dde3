/**
 * When a session is open, in the wall-clock time of a place: daily or weekly, across midnight, across
 * the changes of daylight saving time. Pure functions of a schedule and a moment.
 *
 * FIX 4.4 vol. 2, "FIX session": a session begins with sequence number 1 and may span logons; what
 * begins and ends one is agreed between the counterparties. This is that agreement.
 */
import { assert } from "../../../core/assert.ts";
import { parseTimeOfDay } from "../../../core/time.ts";
import { createLocalClock, type LocalClock } from "./local-clock.ts";

export const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
export type Weekday = (typeof weekdays)[number];

/** As people write it in a configuration. */
export interface ScheduleSpec {
  /** IANA name: `America/New_York`, `Europe/Zurich`, `UTC`. */
  readonly timeZone: string;
  /** Local time of day, `17:00` or `17:00:00`. */
  readonly start: string;
  /** Local time of day; not after `start` means on the next day, equal means around the clock. */
  readonly end: string;
  /** Daily sessions: the days on which one starts. @defaultValue every day */
  readonly days?: readonly Weekday[];
  /** A weekly session: starts and ends on these days, and `days` is not used. */
  readonly week?: { readonly start: Weekday; readonly end: Weekday };
}

/** A schedule that was checked, with its clock. */
export interface SessionSchedule {
  readonly clock: LocalClock;
  /** Milliseconds since local midnight. */
  readonly startMs: number;
  readonly endMs: number;
  /** By day of the week, Sunday first: how many days later a session that starts then ends; -1 for none. */
  readonly spanDays: readonly number[];
}

/** From its first millisecond up to the one after its last, since 1970. */
interface OpenInterval {
  readonly fromMs: number;
  readonly toMs: number;
}

/** No interval is longer than this, so no more days need be looked at. */
const daysPerWeek = 7;

/** A schedule, or in words what is wrong with it. */
export function parseSchedule(spec: ScheduleSpec): SessionSchedule | string {
  const start = parseTimeOfDay(spec.start);
  if (start === undefined) return `expected a time of day as start, was "${spec.start}"`;
  const end = parseTimeOfDay(spec.end);
  if (end === undefined) return `expected a time of day as end, was "${spec.end}"`;
  const clock = createLocalClock(spec.timeZone);
  if (clock === undefined) return `expected the name of a time zone, was "${spec.timeZone}"`;
  if (spec.week === undefined && spec.days?.length === 0) return "expected a day, was none";
  const [startMs, endMs] = [start / 1e6, end / 1e6];
  return { clock, startMs, endMs, spanDays: spansOf(spec, endMs > startMs) };
}

/** Whether a session may be logged on at a moment (milliseconds since 1970). */
export function isOpen(schedule: SessionSchedule, ms: number): boolean {
  return intervalAt(schedule, ms) !== undefined;
}

/** Whether both moments lie in one and the same session, so that its numbers go on. */
export function sameSession(schedule: SessionSchedule, aMs: number, bMs: number): boolean {
  const interval = intervalAt(schedule, aMs);
  return interval !== undefined && bMs >= interval.fromMs && bMs < interval.toMs;
}

/** The first moment after this one at which a session begins or ends. */
export function nextChange(schedule: SessionSchedule, ms: number): number {
  const open = intervalAt(schedule, ms);
  if (open !== undefined) return open.toMs;
  const day = schedule.clock.localDay(ms);
  for (let later = 0; later <= daysPerWeek + 1; later++) {
    const interval = intervalFrom(schedule, day + later);
    if (interval !== undefined && interval.fromMs > ms) return interval.fromMs;
  }
  assert(false, "a schedule opens within a week");
}

/** The session that is open at a moment. Where two overlap by a clock that went back, the later one. */
function intervalAt(schedule: SessionSchedule, ms: number): OpenInterval | undefined {
  const day = schedule.clock.localDay(ms);
  for (let earlier = 0; earlier <= daysPerWeek; earlier++) {
    const interval = intervalFrom(schedule, day - earlier);
    if (interval !== undefined && ms >= interval.fromMs && ms < interval.toMs) return interval;
  }
  return undefined;
}

/** The session that starts on a local day, counted from 1970-01-01. */
function intervalFrom(schedule: SessionSchedule, day: number): OpenInterval | undefined {
  // 1970-01-01 was a Thursday.
  const span = schedule.spanDays[(((day + 4) % daysPerWeek) + daysPerWeek) % daysPerWeek]!;
  if (span < 0) return undefined;
  return {
    fromMs: schedule.clock.instantOf(day, schedule.startMs),
    toMs: schedule.clock.instantOf(day + span, schedule.endMs),
  };
}

function spansOf(spec: ScheduleSpec, endsLaterInDay: boolean): readonly number[] {
  const { week } = spec;
  if (week !== undefined) {
    const days = (weekdays.indexOf(week.end) - weekdays.indexOf(week.start) + 7) % daysPerWeek;
    const span = days === 0 && !endsLaterInDay ? daysPerWeek : days;
    return weekdays.map((day) => (day === week.start ? span : -1));
  }
  const open = spec.days ?? weekdays;
  return weekdays.map((day) => (open.includes(day) ? (endsLaterInDay ? 0 : 1) : -1));
}
