/**
 * One vocabulary of actions: shares of what is left of an order, by what is done with them.
 *
 * `cheridito-weiss` is appendix A10 of reference note 01: pay now, rest one to five ticks from the
 * far touch, hold back. `levels` says the same in words that hold at any spread: cross, improve the
 * near touch, join it, stay behind it, hold back. A decision names everything that should stand, so
 * cancels follow from it, and orders that stand right keep their rank.
 */
import { assert } from "../core/assert.ts";
import { priceTicks, type TimeNs } from "../core/units.ts";
import { type Decision, decideAllocation, type Observation } from "../execution/index.ts";
import { sideSign } from "../market/side.ts";

export type VocabularyKind = "levels" | "cheridito-weiss";

export interface ActionVocabulary {
  readonly kind: VocabularyKind;
  /** Names of the shares in their order: what pays now first, what is held back last. */
  readonly parts: readonly string[];
  /** Ticks that a price can lie off the near touch (`levels`), or off the far touch. */
  readonly reachTicks: number;
  /**
   * How much is divided: shares are of what is left times min(1, pace / decisions left), 1 or more.
   * Undefined: of all that is left, at any time.
   */
  readonly pace: number | undefined;
}

const reachTicks = 5;

/** Steps 1 to `reachTicks`. */
const steps = Array.from({ length: reachTicks }, (_, at) => at + 1);

const partsOf: Readonly<Record<VocabularyKind, readonly string[]>> = {
  "cheridito-weiss": ["cross", ...steps.map((ticks) => `level${ticks}`), "hold"],
  levels: [
    "cross",
    ...[...steps].reverse().map((ticks) => `improve${ticks}`),
    "join",
    ...steps.map((ticks) => `behind${ticks}`),
    "hold",
  ],
};

/**
 * @param options.pace for orders that no book could take in one piece: at most so many times an even
 *   slice of what is left is put out at once
 */
export function createVocabulary(
  kind: VocabularyKind,
  options: { readonly pace?: number } = {},
): ActionVocabulary {
  const { pace } = options;
  assert(pace === undefined || pace >= 1, `a pace is at least 1, was ${pace}`);
  return { kind, parts: partsOf[kind], reachTicks, pace };
}

/**
 * The decision for shares of what is left, in whole lots that add up.
 *
 * @param shares by part; not negative, adding up to 1
 * @param clock when the next decision is made, and how many there still are, this one included
 */
export function decideShares(
  vocabulary: ActionVocabulary,
  shares: ArrayLike<number>,
  observation: Observation,
  clock: { readonly nextDecisionNs: TimeNs; readonly decisionsLeft: number },
): Decision {
  const { nextDecisionNs, decisionsLeft } = clock;
  const { pace } = vocabulary;
  const divided = pace === undefined ? 1 : Math.min(1, pace / decisionsLeft);
  const budgetLots = Math.ceil(observation.remainingLots * divided);
  if (vocabulary.kind === "cheridito-weiss") {
    const part = { ...observation, remainingLots: budgetLots };
    return decideAllocation(shares, divided < 1 ? part : observation, nextDecisionNs);
  }
  return decideLevels(shares, observation, budgetLots, nextDecisionNs);
}

/** Writes the shares of doing one thing with everything. */
export function writeSingleAction(action: number, shares: Float32Array | Float64Array): void {
  const isThere = Number.isInteger(action) && action >= 0 && action < shares.length;
  assert(isThere, `an action is one of 0 to ${shares.length - 1}, was ${action}`);
  shares.fill(0);
  shares[action] = 1;
}

/**
 * The price from which levels are counted: the far touch; one tick beyond the near touch while
 * nobody stands there, NaN while nobody stands anywhere.
 */
export function levelBaseTicks(observation: Observation): number {
  const { farTouchTicks: far, nearTouchTicks: near, parent } = observation;
  return far ?? (near === undefined ? Number.NaN : near + sideSign(parent.side));
}

function decideLevels(
  shares: ArrayLike<number>,
  observation: Observation,
  budgetLots: number,
  nextDecisionNs: TimeNs,
): Decision {
  const sign = sideSign(observation.parent.side);
  const base = levelBaseTicks(observation);
  // The most that can be asked without crossing; joining is the same where the spread is one tick.
  const bestTicks = base - sign;
  const nearTicks = observation.nearTouchTicks ?? bestTicks;
  const resting: { priceTicks: ReturnType<typeof priceTicks>; lots: number }[] = [];
  let sum = shares[0]!;
  const crossLots = Math.min(budgetLots, Math.round(sum * budgetLots));
  let given = crossLots;
  for (let part = 1; part < shares.length - 1; part++) {
    sum += shares[part]!;
    const lots = Math.min(budgetLots, Math.round(sum * budgetLots)) - given;
    given += lots;
    if (lots <= 0 || Number.isNaN(base)) continue;
    const wanted = nearTicks + sign * (reachTicks + 1 - part);
    const price = priceTicks(sign * Math.min(sign * wanted, sign * bestTicks));
    const last = resting.at(-1);
    // Prices only fall back along the parts, so equal ones are neighbours.
    if (last?.priceTicks === price) last.lots += lots;
    else resting.push({ priceTicks: price, lots });
  }
  return { resting, crossLots, nextDecisionNs, plannedLots: 0 };
}
