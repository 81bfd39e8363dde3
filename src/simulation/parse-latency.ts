/** Latencies as a person writes them on the command line or in a world. */
import { parseDuration } from "../core/time.ts";
import { durationNs } from "../core/units.ts";
import type { LatencySpec, LegLatency } from "./latency.ts";

/** A text that is no latency. */
export interface LatencyRefusal {
  readonly kind: "refused";
  /** What was found and what was expected. */
  readonly reason: string;
}

const legNames = ["feed", "entry", "response"] as const;
type LegName = (typeof legNames)[number];

const noLatency: LegLatency = { kind: "constant", durationNs: durationNs(0) };

/**
 * Reads a latency.
 *
 * - `250us`: all three legs take 250 microseconds; `0s`: none takes any time
 * - `feed=1ms,entry=500us,response=500us`: leg by leg; a leg not named takes no time
 * - `1ms~3ms` in place of a duration: never below 1 ms, 3 ms in the mean (shifted exponential)
 */
export function parseLatency(text: string): LatencySpec | LatencyRefusal {
  if (!text.includes("=")) {
    const leg = parseLeg(text);
    if (leg.kind === "refused") return leg;
    return { kind: "latency", feed: leg, entry: leg, response: leg };
  }
  const legs = new Map<LegName, LegLatency>();
  for (const part of text.split(",")) {
    const [name = "", latency = ""] = part.split(/=(.*)/s);
    if (!isLegName(name)) {
      return refuse(`found the leg "${name}", expected feed, entry or response`);
    }
    if (legs.has(name)) return refuse(`found the leg ${name} twice, expected it once`);
    const leg = parseLeg(latency);
    if (leg.kind === "refused") return refuse(`${name}: ${leg.reason}`);
    legs.set(name, leg);
  }
  const [feed = noLatency, entry = noLatency, response = noLatency] = legNames.map((name) =>
    legs.get(name),
  );
  return { kind: "latency", feed, entry, response };
}

function parseLeg(text: string): LegLatency | LatencyRefusal {
  const [floorText = "", meanText, ...rest] = text.split("~");
  const floorNs = parseDuration(floorText);
  if (floorNs === undefined || rest.length > 0) {
    return refuse(`found "${text}", expected a duration such as 250us, or floor~mean as 1ms~3ms`);
  }
  if (meanText === undefined) return { kind: "constant", durationNs: floorNs };
  const meanNs = parseDuration(meanText);
  if (meanNs === undefined) {
    return refuse(`found the mean "${meanText}", expected a duration such as 3ms`);
  }
  if (meanNs <= floorNs) {
    return refuse(`found the mean ${meanText}, expected one above the floor ${floorText}`);
  }
  return { kind: "shiftedExponential", floorNs, meanNs };
}

function isLegName(name: string): name is LegName {
  return legNames.some((leg) => leg === name);
}

function refuse(reason: string): LatencyRefusal {
  return { kind: "refused", reason };
}
