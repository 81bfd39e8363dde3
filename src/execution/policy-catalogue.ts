/**
 * Policies by name, as they are asked for on the command line and in configurations:
 * `NAME` or `NAME:option=value,option=value`.
 */
import { parseDuration } from "../core/time.ts";
import type { DurationNs } from "../core/units.ts";
import { type Placement, parsePlacement, placements } from "./placement.ts";
import { createAllocationPolicy } from "./policies/allocation.ts";
import { createPovPolicy } from "./policies/pov.ts";
import { createPublishedTwapPolicy } from "./policies/published-twap.ts";
import {
  createAlmgrenChrissPolicy,
  createTwapPolicy,
  createVwapPolicy,
} from "./policies/scheduled.ts";
import type { SliceOptions } from "./policies/slice-policy.ts";
import { createSubmitAndLeavePolicy } from "./policies/submit-and-leave.ts";
import type { ExecutionPolicy } from "./policy.ts";

export const policyNames = [
  "twap",
  "vwap",
  "pov",
  "almgren-chriss",
  "submit-and-leave",
  "allocation",
  "house-twap",
] as const;
export type PolicyName = (typeof policyNames)[number];

/** What names mean: in a published world `twap` is the publication's, `house-twap` ours. */
export type PolicyDialect = "house" | "cheridito-weiss";

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
  /** The house's where nothing is said. */
  readonly dialect?: PolicyDialect;
}

export type PolicyOutcome =
  | { readonly kind: "created"; readonly policy: ExecutionPolicy }
  | { readonly kind: "refused"; readonly reason: string };

const optionNames: Readonly<Record<PolicyName, readonly string[]>> = {
  twap: ["slice", "placement"],
  vwap: ["slice", "placement"],
  pov: ["slice", "placement", "rate"],
  "almgren-chriss": ["slice", "placement", "risk-aversion"],
  "submit-and-leave": [],
  allocation: ["shares", "every"],
  "house-twap": ["slice", "placement"],
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
    const known = isPublishedTwap(name, defaults) ? [] : optionNames[name];
    if (!known.includes(key)) {
      const expected = known.length === 0 ? "none" : `one of ${known.join(", ")}`;
      return refuse(`found the option "${key}" of ${name}, expected ${expected}`);
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
      return created(
        isPublishedTwap(name, defaults)
          ? createPublishedTwapPolicy(text)
          : createTwapPolicy(text, slices),
      );
    case "house-twap":
      return created(createTwapPolicy(text, slices));
    case "submit-and-leave":
      return created(createSubmitAndLeavePolicy(text));
    case "allocation":
      return buildAllocation(text, options);
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

function buildAllocation(text: string, options: ReadonlyMap<string, string>): PolicyOutcome {
  const sharesText = options.get("shares") ?? "";
  const shares = sharesText
    .split("/")
    .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const sum = shares.reduce((total, part) => total + part, 0);
  const isDivision = shares.length >= 3 && shares.every((part) => part >= 0);
  if (!isDivision || Math.abs(sum - 1) > 1e-9) {
    const expected = "shares from 0 that add up to 1: paying now/level 1/…/holding back";
    return { kind: "refused", reason: `found shares=${sharesText}, expected ${expected}` };
  }
  const everyText = options.get("every") ?? "15s";
  const everyNs = parseDuration(everyText);
  if (everyNs === undefined || everyNs <= 0) {
    const reason = `found every=${everyText}, expected a duration such as 15s`;
    return { kind: "refused", reason };
  }
  return { kind: "created", policy: createAllocationPolicy(text, shares, everyNs) };
}

function isPublishedTwap(name: PolicyName, { dialect }: PolicyDefaults): boolean {
  return name === "twap" && dialect === "cheridito-weiss";
}

function isPolicyName(text: string): text is PolicyName {
  return (policyNames as readonly string[]).includes(text);
}
