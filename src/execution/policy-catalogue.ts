/**
 * Policies by name, as they are asked for on the command line and in configurations:
 * `NAME` or `NAME:option=value,option=value`.
 */
import { nsPerHour, nsPerMinute, nsPerSecond } from "../core/time.ts";
import { type DurationNs, durationNs, timeNs } from "../core/units.ts";
import type { Placement } from "./placement.ts";
import { createAllocationPolicy } from "./policies/allocation.ts";
import { createClosePolicy, createOpenPolicy } from "./policies/auction.ts";
import { createImbalancePolicy } from "./policies/imbalance.ts";
import { createObizhaevaWangPolicy } from "./policies/obizhaeva-wang.ts";
import { createPegPolicy } from "./policies/peg.ts";
import { createPovPolicy } from "./policies/pov.ts";
import { createPublishedTwapPolicy } from "./policies/published-twap.ts";
import { createRandomPolicy } from "./policies/random.ts";
import {
  createAlmgrenChrissPolicy,
  createTwapPolicy,
  createVwapPolicy,
} from "./policies/scheduled.ts";
import type { SliceOptions } from "./policies/slice-policy.ts";
import { createSubmitAndLeavePolicy } from "./policies/submit-and-leave.ts";
import type { ExecutionPolicy } from "./policy.ts";
import { type NumberRange, PolicyOptionReader } from "./policy-options.ts";

export const policyNames = [
  "twap",
  "vwap",
  "pov",
  "almgren-chriss",
  "obizhaeva-wang",
  "peg",
  "imbalance",
  "random",
  "close",
  "open",
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
  /** Of the draws of `random`; 1 where nothing is said. */
  readonly seed?: number;
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
  "obizhaeva-wang": ["slice", "placement", "half-life", "exponent"],
  peg: ["slice", "tolerance"],
  imbalance: ["slice", "tolerance", "threshold", "hysteresis", "every"],
  random: ["slice", "placement", "seed"],
  close: ["at", "volume", "share", "lead", "by", "slice", "placement"],
  open: ["at", "volume", "share", "by", "slice", "placement"],
  "submit-and-leave": [],
  allocation: ["shares", "every"],
  "house-twap": ["slice", "placement"],
};

/** Half of an impact is gone after this, unless said otherwise: a round number, not an estimate. */
const impactHalfLifeNs = durationNs(5 * nsPerMinute);
/** Share of the order by which a peg may lag before it pays. */
const pegTolerance = 0.02;

/** The regular session of US equities. */
const usOpenNs = timeNs(9.5 * nsPerHour);
const usCloseNs = timeNs(16 * nsPerHour);

const auctionLots: NumberRange = {
  expected: "the lots that the auction is expected to trade, above 0",
  holds: (value) => value > 0 && value < Number.POSITIVE_INFINITY,
};
const shareInside: NumberRange = {
  expected: "a share above 0 and below 1",
  holds: (value) => value > 0 && value < 1,
};
const shareBelowOne: NumberRange = {
  expected: "a share from 0 and below 1",
  holds: (value) => value >= 0 && value < 1,
};
const shareToOne: NumberRange = {
  expected: "a share above 0 and up to 1",
  holds: (value) => value > 0 && value <= 1,
};
const fromZero: NumberRange = {
  expected: "a number from 0",
  holds: (value) => value >= 0 && value < Number.POSITIVE_INFINITY,
};
const aboveZero: NumberRange = {
  expected: "a number above 0",
  holds: (value) => value > 0 && value < Number.POSITIVE_INFINITY,
};
const wholeFromZero: NumberRange = {
  expected: "a whole number from 0",
  holds: (value) => Number.isSafeInteger(value) && value >= 0,
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
  const read = new PolicyOptionReader(options);
  const create = prepare(text, name, read, defaults);
  return read.refusal === undefined ? { kind: "created", policy: create() } : refuse(read.refusal);
}

/** Reads the options; what creates the policy is called once all of them have been found good. */
function prepare(
  text: string,
  name: PolicyName,
  read: PolicyOptionReader,
  defaults: PolicyDefaults,
): () => ExecutionPolicy {
  const slices: SliceOptions = {
    sliceNs: read.duration("slice", defaults.sliceNs, "1m or 30s"),
    placement: read.placement(defaults.placement),
  };
  switch (name) {
    case "twap":
      return isPublishedTwap(name, defaults)
        ? () => createPublishedTwapPolicy(text)
        : () => createTwapPolicy(text, slices);
    case "house-twap":
      return () => createTwapPolicy(text, slices);
    case "vwap":
      return () => createVwapPolicy(text, slices);
    case "pov": {
      const rate = read.number("rate", defaults.participationRate, shareInside);
      return () => createPovPolicy(text, rate, slices);
    }
    case "almgren-chriss": {
      const riskAversion = read.number("risk-aversion", defaults.riskAversion, fromZero);
      const { tickValue } = defaults;
      return () => createAlmgrenChrissPolicy(text, { riskAversion, tickValue }, slices);
    }
    case "obizhaeva-wang": {
      const halfLifeNs = read.duration("half-life", impactHalfLifeNs, "5m or 90s");
      const exponent = read.optionalNumber("exponent", aboveZero);
      const decay = { halfLifeNs, ...(exponent === undefined ? {} : { exponent }) };
      return () => createObizhaevaWangPolicy(text, decay, slices);
    }
    case "random": {
      const seed = read.number("seed", defaults.seed ?? 1, wholeFromZero);
      return () => createRandomPolicy(text, seed, slices);
    }
    case "peg": {
      const tolerance = read.number("tolerance", pegTolerance, shareBelowOne);
      return () => createPegPolicy(text, { sliceNs: slices.sliceNs, tolerance });
    }
    case "imbalance":
      return prepareImbalance(text, read, slices);
    case "close":
    case "open":
      return prepareAuction(text, name, read, slices);
    case "submit-and-leave":
      return () => createSubmitAndLeavePolicy(text);
    case "allocation": {
      const shares = read.shares("shares");
      const everyNs = read.duration("every", durationNs(15 * nsPerSecond), "15s");
      return () => createAllocationPolicy(text, shares, everyNs);
    }
    default:
      return name satisfies never;
  }
}

function prepareImbalance(
  text: string,
  read: PolicyOptionReader,
  { sliceNs }: SliceOptions,
): () => ExecutionPolicy {
  const options = {
    sliceNs,
    tolerance: read.number("tolerance", pegTolerance, shareBelowOne),
    threshold: read.number("threshold", 0.5, shareToOne),
    hysteresis: read.number("hysteresis", 0.2, fromZero),
    everyNs: read.duration("every", durationNs(nsPerSecond), "1s or 250ms"),
  };
  return () => createImbalancePolicy(text, options);
}

function prepareAuction(
  text: string,
  name: "close" | "open",
  read: PolicyOptionReader,
  slices: SliceOptions,
): () => ExecutionPolicy {
  const auction = {
    atNs: read.timeOfDay("at", name === "close" ? usCloseNs : usOpenNs),
    expectedLots: read.number("volume", Number.NaN, auctionLots),
    share: read.number("share", 0.1, shareToOne),
    leadNs: read.duration("lead", durationNs(15 * nsPerMinute), "15m or 6m"),
  };
  const by = read.oneOf("by", ["vwap", "twap"]);
  const worker = by === "twap" ? createTwapPolicy(by, slices) : createVwapPolicy(by, slices);
  return name === "close"
    ? () => createClosePolicy(text, auction, worker)
    : () => createOpenPolicy(text, auction, worker);
}

function isPublishedTwap(name: PolicyName, { dialect }: PolicyDefaults): boolean {
  return name === "twap" && dialect === "cheridito-weiss";
}

function isPolicyName(text: string): text is PolicyName {
  return (policyNames as readonly string[]).includes(text);
}
