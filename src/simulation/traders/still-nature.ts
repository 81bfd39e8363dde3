/** Conditions that never change: for worlds without news, a fundamental price or a time of day. */
import { createEvenClock } from "./business-clock.ts";
import type { Conditions, Population } from "./population.ts";

export const stillNature: Population & Conditions = {
  name: "nature",
  fundamentalTicks: Number.NaN,
  businessClock: createEvenClock(),
  caution: 1,
  nextNs: Number.POSITIVE_INFINITY,
  open: () => undefined,
  act: () => undefined,
  save: () => undefined,
  load: () => undefined,
};
