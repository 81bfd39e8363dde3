/** Fields that worlds are written with: durations, times of day, rates, prices, lots. */
import { z } from "zod";
import { parseDuration, parseTimeOfDay } from "../../core/time.ts";
import type { DurationNs, TimeNs } from "../../core/units.ts";

/** A duration such as `15s`, `250us` or `1m30s`; nanoseconds once read. */
export const duration = z.string().transform((text, context): DurationNs => {
  const found = parseDuration(text);
  if (found !== undefined) return found;
  context.addIssue({ code: "custom", message: `found "${text}", expected a duration such as 15s` });
  return z.NEVER;
});

/** A time of day such as `"10:00"` or `"09:59:45"`, quoted; nanoseconds since midnight once read. */
export const timeOfDay = z.string().transform((text, context): TimeNs => {
  const found = parseTimeOfDay(text);
  if (found !== undefined) return found;
  const message = `found "${text}", expected a time of day such as "10:00"`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** Events a second, or any other number from 0. */
export const nonNegative = z.number().min(0);
export const positive = z.number().positive();
/** From 0 to 1. */
export const share = z.number().min(0).max(1);
/** Whole lots, from 1. */
export const lots = z.int().min(1);
/** A price or a distance in whole ticks, from 1. */
export const ticks = z.int().min(1);
