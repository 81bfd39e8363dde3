/** The options that describe a parent order and the policies that work it, on every command. */
import { type Command, Option } from "commander";
import type { ShortfallForm } from "../analytics/index.ts";
import { parseDuration, parseTimeOfDay } from "../core/time.ts";
import { UsageError } from "../core/trouble.ts";
import { type DurationNs, priceTicks, type QuantityLots, type TimeNs } from "../core/units.ts";
import { readVolumeCurve } from "../data/index.ts";
import type { ReplayImpactRequest } from "../evaluation/index.ts";
import {
  checkParentOrder,
  createPolicy,
  type ExecutionPolicy,
  type ParentOrder,
  type PolicyDialect,
  parsePlacement,
  placements,
  policyNames,
  type SessionContext,
  type Urgency,
} from "../execution/index.ts";
import type { Instrument } from "../market/instrument.ts";
import { priceTicksLimit } from "../market/price-levels.ts";
import { parseSide } from "../market/side.ts";
import { cumulativeShare, usEquityVolumeCurve } from "../market/volume-curve.ts";
import type { LatencySpec } from "../simulation/latency.ts";
import type { ShownDepth } from "../simulation/level-flow.ts";
import { parseLatency } from "../simulation/parse-latency.ts";
import type { QueueModel } from "../simulation/queue-model.ts";
import { modelsOption } from "./model-folder.ts";
import { openModelPolicy, type PolicyModel } from "./model-policies.ts";
import { modelReferenceOf, splitPolicies } from "./policy-list.ts";

/** As commander hands them over. */
export interface OrderOptions {
  readonly side: string;
  readonly quantity: string;
  readonly start: string;
  readonly end: string;
  readonly policies: string;
  readonly decisionTime?: string;
  readonly limit?: string;
  readonly cap?: string;
  readonly urgency: string;
  readonly minChild: string;
  readonly maxChild?: string;
  readonly slice: string;
  readonly placement?: string;
  readonly rate: string;
  readonly riskAversion: string;
  readonly curve?: string;
  readonly expectedVolume?: string;
  readonly latency: string;
  readonly form: string;
  readonly removeFee: string;
  readonly addFee: string;
  readonly seed: string;
  readonly report?: string;
  readonly json?: boolean;
  readonly models?: string;
  /** Of the policies `model:…`, once `withPolicyModels` has read them. */
  readonly policyModels?: readonly PolicyModel[];
}

/** Everything a replay needs beside the market itself. */
export interface OrderRequest {
  readonly parent: ParentOrder;
  readonly policies: readonly ExecutionPolicy[];
  readonly session: SessionContext;
  readonly latency: LatencySpec;
  readonly form: ShortfallForm;
  readonly fees: { readonly removeTicks: number; readonly addTicks: number };
  readonly seed: number;
  /** Of our trades on a recording. */
  readonly impact?: ReplayImpactRequest;
  /** Of a recording that knows price levels only, or quotes only. */
  readonly queues?: QueueModel;
  readonly shows?: ShownDepth;
}

/** What a world says where the command does not. */
type FromWorld = "side" | "quantity" | "start" | "end" | "policies" | "latency";
export type WorldOrderOptions = Omit<OrderOptions, FromWorld> &
  Partial<Pick<OrderOptions, FromWorld>> & { readonly lots?: string };

/** Adds the options of an order worked over recorded data: side, quantity and times are required. */
export function addOrderOptions(command: Command, defaultPolicies: string): Command {
  const add = (flags: string, text: string, preset?: string): void => {
    const option = new Option(flags, text);
    command.addOption(preset === undefined ? option.makeOptionMandatory() : option.default(preset));
  };
  add("--side <buy|sell>", "side of the parent order");
  add("--quantity <lots>", "lots to trade: shares, contracts, or what the recording counts in");
  add("--start <time>", "first moment, such as 10:00, by the recording's clock");
  add("--end <time>", "last moment, such as 13:00");
  add("--policies <list>", policiesText, defaultPolicies);
  add("--latency <spec>", latencyText, "0s");
  return addCommonOptions(command);
}

/** Adds the options of an order in a simulated world, which knows an order of its own. */
export function addWorldOrderOptions(command: Command): Command {
  command
    .option("--side <buy|sell>", "side of the parent order; the world's")
    .option("--quantity <lots>", "shares to trade; the world's")
    .option("--lots <lots>", "the same as --quantity")
    .option("--start <time>", "first moment, such as 10:00; the world's")
    .option("--end <time>", "last moment, such as 13:00; the world's")
    .option("--policies <list>", policiesText)
    .option("--latency <spec>", `${latencyText}; the world's`);
  return addCommonOptions(command);
}

const policiesText = `comma-separated, each NAME or NAME:option=value,option=value; ${policyNames.join(", ")}, model:NAME, model:NAME@VERSION, model:./FOLDER`;
const latencyText = "such as 250us, or feed=1ms,entry=500us,response=500us";

function addCommonOptions(command: Command): Command {
  return command
    .option("--decision-time <time>", "when the decision to trade fell (delay cost); the start")
    .option("--limit <price>", "limit price of the parent order")
    .option("--cap <share>", "hard cap on our share of all volume, such as 0.2")
    .option("--urgency <low|normal|high>", "how much waiting hurts", "normal")
    .option("--min-child <lots>", "smallest child order", "1")
    .option("--max-child <lots>", "largest child order")
    .option("--slice <duration>", "length of a slice of the schedule", "1m")
    .option("--placement <name>", `${Object.keys(placements).join(", ")}; by urgency`)
    .option("--rate <share>", "share of all volume for pov", "0.1")
    .option("--risk-aversion <lambda>", "per dollar, for almgren-chriss", "1e-6")
    .option("--curve <file>", "volume curve, CSV lines start,end,share")
    .option("--expected-volume <lots>", "volume expected for the whole day")
    .option("--form <perold|kissell>", "form of the implementation shortfall", "perold")
    .option("--remove-fee <money>", "fee per share that takes liquidity", "0")
    .option("--add-fee <money>", "fee per share that adds it (negative: a rebate)", "0")
    .option(...modelsOption)
    .option("--seed <number>", "seed of every random draw", "1")
    .option("--report <file>", "write a self-contained HTML report")
    .option("--json", "print one JSON document on standard output and nothing else");
}

/** @throws UsageError saying which option was found to be what, and what was expected */
export function parseOrderOptions(
  options: OrderOptions,
  instrument: Instrument,
  dialect: PolicyDialect = "house",
): OrderRequest {
  const { tickSize, lotSize } = instrument;
  if (lotSize !== 1 && !/^[\d_]+$/.test(options.quantity.trim())) {
    throw wrong("--quantity", options.quantity, `a whole number of lots of ${lotSize}`);
  }
  const parent = parseParent(options, tickSize);
  const policies = createPolicies(options, instrument, dialect);
  const latency = parseLatency(options.latency);
  if (latency.kind === "refused") throw new UsageError(`--latency: ${latency.reason}`);
  if (options.form !== "perold" && options.form !== "kissell") {
    throw wrong("--form", options.form, "perold or kissell");
  }
  const fee = (flag: string, text: string): number => numberIn(flag, text, {}) / tickSize;
  const { expectedVolume } = options;
  const curve = options.curve === undefined ? usEquityVolumeCurve : readVolumeCurve(options.curve);
  const covered = cumulativeShare(curve, parent.endNs) - cumulativeShare(curve, parent.startNs);
  if (options.curve !== undefined && covered <= 0) {
    const expected = `volume between ${options.start} and ${options.end}`;
    throw new UsageError(`--curve: found none in ${options.curve}, expected ${expected}`);
  }
  return {
    parent,
    policies,
    session: {
      curve,
      ...(expectedVolume === undefined
        ? {}
        : { expectedDayLots: numberIn("--expected-volume", expectedVolume, { above: 0 }) }),
    },
    latency,
    form: options.form,
    fees: {
      removeTicks: fee("--remove-fee", options.removeFee),
      addTicks: fee("--add-fee", options.addFee),
    },
    seed: wholeNumber("--seed", options.seed, 0),
  };
}

function createPolicies(
  options: OrderOptions,
  { tickSize, lotSize }: Instrument,
  dialect: PolicyDialect,
): ExecutionPolicy[] {
  const { policies, policyModels = [] } = options;
  const placement = options.placement === undefined ? undefined : parsePlacement(options.placement);
  if (options.placement !== undefined && placement === undefined) {
    throw wrong("--placement", options.placement, `one of ${Object.keys(placements).join(", ")}`);
  }
  const defaults = {
    sliceNs: duration("--slice", options.slice),
    placement,
    participationRate: numberIn("--rate", options.rate, { above: 0, below: 1 }),
    riskAversion: numberIn("--risk-aversion", options.riskAversion, { from: 0 }),
    tickValue: tickSize * lotSize,
    seed: wholeNumber("--seed", options.seed, 0),
    dialect,
  };
  return splitPolicies(policies).map((text) => {
    if (modelReferenceOf(text) !== undefined) return openModelPolicy(text, policyModels);
    const outcome = createPolicy(text, defaults);
    if (outcome.kind === "refused") throw new UsageError(`--policies: ${outcome.reason}`);
    return outcome.policy;
  });
}

/** @throws UsageError naming the option, what was found and what was expected */
export function parseParent(options: OrderOptions, tickSize: number): ParentOrder {
  const side = parseSide(options.side);
  if (side === undefined) throw wrong("--side", options.side, "buy or sell");
  if (!isUrgency(options.urgency)) {
    throw wrong("--urgency", options.urgency, "low, normal or high");
  }
  const { limit, maxChild, cap, decisionTime } = options;
  const parent: ParentOrder = {
    parentId: "parent-1",
    side,
    quantityLots: wholeNumber("--quantity", options.quantity) as QuantityLots,
    startNs: timeOfDay("--start", options.start),
    endNs: timeOfDay("--end", options.end),
    urgency: options.urgency,
    minimumChildLots: wholeNumber("--min-child", options.minChild) as QuantityLots,
    ...(limit === undefined ? {} : { limitPriceTicks: limitTicks(limit, tickSize) }),
    ...(cap === undefined
      ? {}
      : { participationCap: numberIn("--cap", cap, { above: 0, below: 1 }) }),
    ...(decisionTime === undefined
      ? {}
      : { decisionNs: timeOfDay("--decision-time", decisionTime) }),
    ...(maxChild === undefined
      ? {}
      : { maximumChildLots: wholeNumber("--max-child", maxChild) as QuantityLots }),
  };
  if (parent.endNs <= parent.startNs) {
    throw new UsageError(
      `--end: found ${options.end}, expected a time after --start ${options.start}`,
    );
  }
  const outcome = checkParentOrder(parent);
  if (outcome.kind === "refused") throw new UsageError(`parent order: ${outcome.reason}`);
  return parent;
}

function limitTicks(text: string, tickSize: number): ReturnType<typeof priceTicks> {
  const price = numberIn("--limit", text, { above: 0 });
  const ticks = Math.round(price / tickSize);
  if (ticks >= priceTicksLimit) {
    throw wrong("--limit", text, `a price below ${priceTicksLimit * tickSize}`);
  }
  if (Math.abs(ticks * tickSize - price) > 1e-9 * price) {
    throw wrong("--limit", text, `a multiple of the tick ${tickSize}`);
  }
  return priceTicks(ticks);
}

function isUrgency(text: string): text is Urgency {
  return text === "low" || text === "normal" || text === "high";
}

function wrong(flag: string, found: string, expected: string): UsageError {
  return new UsageError(`${flag}: found ${found}, expected ${expected}`);
}

export function wholeNumber(flag: string, text: string, from = Number.NEGATIVE_INFINITY): number {
  const value = Number(text.replaceAll("_", ""));
  if (text.trim() === "" || !Number.isSafeInteger(value)) throw wrong(flag, text, "a whole number");
  if (value < from) throw wrong(flag, text, `a whole number from ${from}`);
  return value;
}

function numberIn(
  flag: string,
  text: string,
  range: { readonly above?: number; readonly below?: number; readonly from?: number },
): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  const {
    above = Number.NEGATIVE_INFINITY,
    below = Number.POSITIVE_INFINITY,
    from = above,
  } = range;
  if (value > above && value < below && value >= from) return value;
  const words = Object.entries(range).map(([word, bound]) => `${word} ${bound}`);
  throw wrong(flag, text, `a number ${words.join(" and ")}`.trim());
}

function timeOfDay(flag: string, text: string): TimeNs {
  const time = parseTimeOfDay(text);
  if (time === undefined) throw wrong(flag, text, "a time of day such as 10:00 or 09:30:15");
  return time;
}

function duration(flag: string, text: string): DurationNs {
  const length = parseDuration(text);
  if (length === undefined || length === 0) throw wrong(flag, text, "a duration such as 1m or 30s");
  return length;
}
