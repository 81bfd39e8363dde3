/** What a fitted volume curve looks like to people (tables) and to programs (JSON). */
import colors from "picocolors";
import type { CurveBuckets, CurveError, LeftOutDay } from "../analytics/volume-curve-fit.ts";
import { formatDuration, formatTimeOfDay, nsPerMinute } from "../core/time.ts";
import { durationNs, type TimeNs } from "../core/units.ts";
import type { RecordedDay } from "../evaluation/daily-volume.ts";
import type { VolumeCurve } from "../market/volume-curve.ts";
import { createTable } from "./table.ts";

export interface KnownDay extends RecordedDay {
  readonly path: string;
}

/** One instrument's curve, and what it rests on. */
export interface InstrumentCurve {
  readonly symbol: string;
  readonly timeZone: string;
  readonly buckets: CurveBuckets;
  readonly days: readonly KnownDay[];
  readonly passedOver: readonly { readonly date: string; readonly reason: string }[];
  readonly curve: VolumeCurve;
  readonly leftOut: readonly LeftOutDay[];
}

/** Lots a day in the session. */
export function meanVolume({ days }: InstrumentCurve): number {
  return days.reduce((sum, { totalLots }) => sum + totalLots, 0) / days.length;
}

function meanErrors(leftOut: readonly LeftOutDay[]): {
  readonly fitted: CurveError;
  readonly generic: CurveError;
} {
  const meanOf = (which: "fitted" | "generic", field: keyof CurveError): number =>
    leftOut.reduce((sum, day) => sum + day[which][field], 0) / leftOut.length;
  const errorOf = (which: "fitted" | "generic"): CurveError => ({
    meanAbsolute: meanOf(which, "meanAbsolute"),
    misplaced: meanOf(which, "misplaced"),
  });
  return { fitted: errorOf("fitted"), generic: errorOf("generic") };
}

/** One curve of the `--json` document. */
export function curveJson(one: InstrumentCurve): unknown {
  const { symbol, timeZone, buckets, days, passedOver, curve, leftOut } = one;
  return {
    ...{ symbol, timeZone, bucketSeconds: buckets.bucketNs / 1e9 },
    days: days.map(({ date, path, totalLots, covered }) => ({ date, path, totalLots, covered })),
    passedOver,
    meanDayLots: meanVolume(one),
    edges: curve.edgesNs.map((edge) => formatTimeOfDay(edge)),
    shares: curve.shares,
    leaveOut: leftOut.length === 0 ? null : { days: leftOut, mean: meanErrors(leftOut) },
  };
}

/** The curve by parts of the session, and its errors where they are asked for. */
export function curveText(one: InstrumentCurve, showsErrors: boolean): string {
  const { symbol, buckets, days, passedOver, curve } = one;
  const bucket = formatDuration(durationNs(buckets.bucketNs));
  const volume = Math.round(meanVolume(one)).toLocaleString("en-US");
  const head = `${colors.bold(symbol)}: ${days.length} ${days.length === 1 ? "day" : "days"}, ${volume} lots a day, ${curve.shares.length} buckets of ${bucket}`;
  const notes = passedOver.map(({ date, reason }) => `left out ${date}: ${reason}`);
  if (days.length === 1)
    notes.push("One day is no curve: it is drawn to the generic one by two thirds.");
  const errors = showsErrors ? [errorText(one)] : [];
  return `${[head, shareTable(curve), ...errors, ...notes.map((note) => colors.dim(note))].join("\n")}\n`;
}

/** Shares by parts of the session that fit in one line. */
function shareTable({ edgesNs, shares }: VolumeCurve): string {
  const columns = 13;
  const step = Math.ceil(shares.length / columns);
  const isByMinute = edgesNs.every((edge) => edge % nsPerMinute === 0);
  const clock = (time: TimeNs): string => formatTimeOfDay(time).slice(0, isByMinute ? 5 : 8);
  const starts: string[] = [];
  const sums: string[] = [];
  for (let from = 0; from < shares.length; from += step) {
    const sum = shares.slice(from, from + step).reduce((total, share) => total + share, 0);
    starts.push(clock(edgesNs[from]!));
    sums.push((100 * sum).toFixed(1));
  }
  const table = createTable(["from", ...starts]);
  table.push(["share, %", ...sums]);
  return table.toString();
}

function errorText({ leftOut, timeZone }: InstrumentCurve): string {
  if (leftOut.length === 0) return "left out: needs two days";
  const generic = timeZone === "America/New_York" ? "US stocks" : "even";
  const table = createTable(["day left out", "misplaced", generic, "mean error", generic]);
  const cells = (day: { readonly fitted: CurveError; readonly generic: CurveError }): string[] => [
    `${(100 * day.fitted.misplaced).toFixed(1)} %`,
    `${(100 * day.generic.misplaced).toFixed(1)} %`,
    `${(100 * day.fitted.meanAbsolute).toFixed(3)} %`,
    `${(100 * day.generic.meanAbsolute).toFixed(3)} %`,
  ];
  for (const day of leftOut) table.push([day.date, ...cells(day)]);
  table.push(["mean", ...cells(meanErrors(leftOut))]);
  const notes = [
    "misplaced: part of the day's volume that the curve of the other days expected at another time;",
    `mean error: of a bucket's share; beside each, the same of the generic curve (${generic}).`,
  ];
  return `${table.toString()}\n${notes.map((note) => colors.dim(note)).join("\n")}`;
}
