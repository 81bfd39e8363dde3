/**
 * Policies by name, as they are asked for on the command line and in configurations:
 * `NAME` or `NAME:option=value,option=value`.
 */
import { parseDuration } from "../core/time.ts";
import type { DurationNs } from "../core/units.ts";
import { type Placement, parsePlacement, placements } from "./placement.ts";
import { createPovPolicy } from "./policies/pov.ts";
import {
  createAlmgrenChrissPolicy,
  createTwapPolicy,
  createVwapPolicy,
} from "./policies/scheduled.ts";
import type { SliceOptions } from "./policies/slice-policy.ts";
import type { ExecutionPolicy } from "./policy.ts";

export const policyNames = ["twap", "vwap", "pov", "almgren-chriss"] as const;
export type PolicyName = (typeof policyNames)[number];

/** What holds where a policy's own options do not say otherwise. */
export interface PolicyDefaults {
  readonly sliceNs: DurationNs;
  /** Undefined: as the parent's urgency says. */
  readonly placement: Placement | undefined;
  /** Own share of all volume, for `pov`. */
  readonly participationRate: number;
  /** λ per dollar, for `almgren-chriss`. */
  readonly riskAversion: number;
  /** Currency units of one tick of one lot. */
  readonly tickValue: number;
}

export type PolicyOutcome =
  | { readonly kind: "created"; readonly policy: ExecutionPolicy }
  | { readonly kind: "refused"; readonly reason: string };

const optionNames: Readonly<Record<PolicyName, readonly string[]>> = {
  twap: ["slice", "placement"],
  vwap: ["slice", "placement"],
  pov: ["slice", "placement", "rate"],
  "almgren-chriss": ["slice", "placement", "risk-aversion"],
};

/** Creates the policy a text asks for; a refusal says what was found and what was expected. */
export function createPolicy(text: string, defaults: PolicyDefaults): PolicyOutcome {
  const refuse = (reason: string): PolicyOutcome => ({ kind: "refused", reason });
  const [name = "", ...rest] = text.split(":");
  if (!isPolicyName(name)) {
    return refuse(`found the policy "${name}", expected one of ${policyNames.join(", ")}`);
  }
  const options = new Map<string, string>();
  for (const part of rest.join(":").split(",")) {
    if (part === "") continue;
    const [key = "", value = ""] = part.split(/=(.*)/s);
    if (!optionNames[name].includes(key)) {
      const known = optionNames[name].join(", ");
      return refuse(`found the option "${key}" of ${name}, expected one of ${known}`);
    }
    options.set(key, value);
  }
  return build(text, name, options, defaults);
}

function build(
  text: string,
  name: PolicyName,
  options: ReadonlyMap<string, string>,
  defaults: PolicyDefaults,
): PolicyOutcome {
  const refuse = (reason: string): PolicyOutcome => ({ kind: "refused", reason });
  const sliceText = options.get("slice");
  const sliceNs = sliceText === undefined ? defaults.sliceNs : parseDuration(sliceText);
  if (sliceNs === undefined || sliceNs <= 0) {
    return refuse(`found slice=${sliceText}, expected a duration such as 1m or 30s`);
  }
  const placementText = options.get("placement");
  const placement =
    placementText === undefined ? defaults.placement : parsePlacement(placementText);
  if (placementText !== undefined && placement === undefined) {
    const known = Object.keys(placements).join(", ");
    return refuse(`found placement=${placementText}, expected one of ${known}`);
  }
  const slices: SliceOptions = { sliceNs, placement };
  const created = (policy: ExecutionPolicy): PolicyOutcome => ({ kind: "created", policy });
  switch (name) {
    case "twap":
      return created(createTwapPolicy(text, slices));
    case "vwap":
      return created(createVwapPolicy(text, slices));
    case "pov": {
      const rate = Number(options.get("rate") ?? defaults.participationRate);
      if (!(rate > 0 && rate < 1)) {
        return refuse(`found rate=${options.get("rate")}, expected a share above 0 and below 1`);
      }
      return created(createPovPolicy(text, rate, slices));
    }
    case "almgren-chriss": {
      const found = options.get("risk-aversion");
      const riskAversion = Number(found ?? defaults.riskAversion);
      // The empty text would read as 0.
      if (found === "" || !(riskAversion >= 0 && riskAversion < Number.POSITIVE_INFINITY)) {
        return refuse(`found risk-aversion=${found}, expected a number from 0`);
      }
      const { tickValue } = defaults;
      return created(createAlmgrenChrissPolicy(text, { riskAversion, tickValue }, slices));
    }
    default:
      return name satisfies never;
  }
}

function isPolicyName(text: string): text is PolicyName {
  return (policyNames as readonly string[]).includes(text);
}
