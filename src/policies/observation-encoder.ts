/**
 * What a learned policy is shown: an observation as one row of numbers.
 *
 * Every number is without unit and bounded, mostly by x / (1 + |x|) or by a share of a whole. Prices
 * are distances on the order's own side, so a mirrored order in a mirrored book gives the identical
 * row at any price level. The formula and range of each place stand in docs/models/environment.md.
 */
import { nsPerSecond } from "../core/time.ts";
import type { Observation } from "../execution/index.ts";
import { flowWindowsNs } from "../features/index.ts";
import { sideSign } from "../market/side.ts";
import { hashFeatures } from "../neural/index.ts";
import { levelBaseTicks } from "./action-codec.ts";

/** Prices that are looked at one by one on each side, counted from the far touch. */
const featureLevels = 5;
/** Part of every name: another formula is another version, and an old network does not fit it. */
const featureVersion = 1;
/** Damping of lots by their distance from the touch, per tick (reference note 01, appendix A5). */
const damping = 0.65;
const weights = Float64Array.from({ length: 64 }, (_, ticks) => Math.exp(-damping * ticks));
/** Ticks of spread, and mean spreads of drift, that come to one half. */
const halfway = 4;

const numbered = (name: string): string[] =>
  Array.from({ length: featureLevels }, (_, at) => `${name}${at + 1}`);

/** Names of the places of a row, in their order. */
export const observationFeatures: readonly string[] = [
  ...["inventory", "timeLeft", "behindSchedule"],
  ...["spread", "spreadOverMean", "touchImbalance", "depthImbalance", "shownImbalance", "sweep"],
  ...numbered("nearDepth"),
  ...numbered("farDepth"),
  ...numbered("ownLots"),
  "ownElsewhere",
  ...numbered("queueAhead"),
  ...["flow10s", "flow1m", "flow10m", "ownShare1m", "ownShare10m", "activity"],
  ...["drift", "volatility", "volumeNeeded", "news"],
].map((name) => `${name}.v${featureVersion}`);

/** Of `observationFeatures`, as manifests hold it. */
export const observationHash: string = hashFeatures(observationFeatures);

/** Filled anew for every row: lots by distance from the far touch, 1 first. */
const near = new Float64Array(featureLevels);
const far = new Float64Array(featureLevels);
const own = new Float64Array(featureLevels);
const ahead = new Float64Array(featureLevels);

/**
 * Writes an observation into `row` from `offset` on: as many numbers as there are
 * `observationFeatures`, none of them NaN.
 */
export function encodeObservation(observation: Observation, row: Float32Array, offset = 0): void {
  let at = encodeOrder(observation, row, offset);
  at = encodeBook(observation, row, at);
  at = encodeLevels(observation, row, at);
  at = encodeFlow(observation, row, at);
  encodeSlow(observation, row, at);
}

function encodeOrder(observation: Observation, row: Float32Array, offset: number): number {
  const { parent, remainingLots, nowNs } = observation;
  const { quantityLots, startNs, endNs } = parent;
  const inventory = remainingLots / quantityLots;
  const timeLeft = (endNs - nowNs) / (endNs - startNs);
  row[offset] = inventory;
  row[offset + 1] = timeLeft;
  row[offset + 2] = inventory - timeLeft;
  return offset + 3;
}

function encodeBook(observation: Observation, row: Float32Array, offset: number): number {
  const { nearTouchTicks, farTouchTicks, meanSpreadTicks, farDepth } = observation;
  const isTwoSided = nearTouchTicks !== undefined && farTouchTicks !== undefined;
  const spread = isTwoSided ? Math.abs(farTouchTicks - nearTouchTicks) : undefined;
  row[offset] = spread === undefined ? 1 : squash((spread - 1) / halfway);
  row[offset + 1] = spread === undefined ? 0 : balance(spread, meanSpreadTicks ?? spread);
  row[offset + 2] = observation.touchImbalance;
  const farLots = dampedLots(observation.farDepth, farTouchTicks);
  row[offset + 3] = balance(dampedLots(observation.nearDepth, nearTouchTicks), farLots);
  const shownTouch = shownTouchTicks(observation);
  const shownLots =
    dampedLots(observation.nearDepth, shownTouch) + dampedLots(observation.resting, shownTouch);
  row[offset + 4] = balance(shownLots, farLots);
  row[offset + 5] = shareOf(observation.remainingLots, farDepth[0]?.lots ?? 0);
  return offset + 6;
}

/** Others' and own lots price by price, at the prices where orders can be placed. */
function encodeLevels(observation: Observation, row: Float32Array, offset: number): number {
  const { nearDepth, farDepth, remainingLots } = observation;
  const levels = nearDepth.length + farDepth.length;
  const unit = levels === 0 ? 1 : (sumOfLots(nearDepth) + sumOfLots(farDepth)) / levels;
  const elsewhere = fillLevels(observation);
  const remaining = Math.max(1, remainingLots);
  for (let level = 0; level < featureLevels; level++) {
    const ownLots = own[level];
    row[offset + level] = shareOf(near[level], unit);
    row[offset + featureLevels + level] = shareOf(far[level], unit);
    row[offset + 2 * featureLevels + level] = Math.min(1, ownLots / remaining);
    // Where nothing of ours stands, a new order would have everything there ahead of it.
    const lotsAhead = ownLots > 0 ? ahead[level] / ownLots : near[level];
    row[offset + 3 * featureLevels + 1 + level] = shareOf(lotsAhead, unit);
  }
  row[offset + 3 * featureLevels] = Math.min(1, elsewhere / remaining);
  return offset + 4 * featureLevels + 1;
}

/** @returns own lots at other prices */
function fillLevels(observation: Observation): number {
  const { nearDepth, farDepth, resting, parent } = observation;
  const sign = sideSign(parent.side);
  const base = levelBaseTicks(observation);
  near.fill(0);
  far.fill(0);
  own.fill(0);
  ahead.fill(0);
  let elsewhere = 0;
  // Whole numbers all the way (| 0): an index of −0 makes every access slow.
  for (const { priceTicks, lots } of nearDepth) {
    const distance = (sign * (base - priceTicks)) | 0;
    if (distance >= 1 && distance <= featureLevels) near[distance - 1] += lots;
  }
  for (const { priceTicks, lots } of farDepth) {
    const distance = (sign * (priceTicks - base)) | 0;
    if (distance >= 0 && distance < featureLevels) far[distance] += lots;
  }
  for (const { priceTicks, lots, aheadLots } of resting) {
    const distance = (sign * (base - priceTicks)) | 0;
    if (distance >= 1 && distance <= featureLevels) {
      own[distance - 1] += lots;
      ahead[distance - 1] += lots * aheadLots;
    } else elsewhere += lots;
  }
  return elsewhere;
}

/** What has traded lately: whose hand it was, and how much of it was ours. */
function encodeFlow(observation: Observation, row: Float32Array, offset: number): number {
  const { flow, remainingLots } = observation;
  const windows = flowWindowsNs.length;
  for (let window = 0; window < windows; window++) {
    const { withLots, againstLots, ownLots } = flow[window] ?? noFlow;
    row[offset + window] = balance(withLots, againstLots);
    if (window > 0) row[offset + windows + window - 1] = shareOf(ownLots, withLots + againstLots);
    if (window === 1) {
      row[offset + 2 * windows - 1] = shareOf(withLots + againstLots, remainingLots);
    }
  }
  return offset + 2 * windows;
}

function encodeSlow(observation: Observation, row: Float32Array, offset: number): void {
  const { parent, nowNs, midTicks, firstMidTicks, realisedVolatilityTicks } = observation;
  const { meanSpreadTicks, expectedOthersLots, remainingLots, newsSignal } = observation;
  const sign = sideSign(parent.side);
  const spread = Math.max(1, meanSpreadTicks ?? 1);
  const isKnown = midTicks !== undefined && firstMidTicks !== undefined;
  const moved = isKnown ? midTicks - firstMidTicks : 0;
  // Adding zero turns −0 into 0, which only one of two mirrored orders would have.
  row[offset] = squash((sign * moved) / (halfway * spread)) + 0;
  const seconds = (parent.endNs - nowNs) / nsPerSecond;
  const spreads = ((realisedVolatilityTicks ?? 0) * Math.sqrt(seconds)) / spread;
  row[offset + 1] = squash(spreads / halfway);
  row[offset + 2] =
    expectedOthersLots === undefined ? 0 : shareOf(remainingLots, expectedOthersLots);
  row[offset + 3] = sign * (newsSignal ?? 0) + 0;
}

const noFlow = { withLots: 0, againstLots: 0, ownLots: 0 };

interface Level {
  readonly priceTicks: number;
  readonly lots: number;
}

/** Σ lots · e^(−0.65 · ticks from the touch). */
function dampedLots(levels: readonly Level[], touchTicks: number | undefined): number {
  if (touchTicks === undefined) return 0;
  let sum = 0;
  for (const { priceTicks, lots } of levels) {
    sum += lots * (weights[Math.abs(priceTicks - touchTicks)] ?? 0);
  }
  return sum;
}

/** The best price where orders like ours rest, ours among them. */
function shownTouchTicks({ nearTouchTicks, resting, parent }: Observation): number | undefined {
  const sign = sideSign(parent.side);
  let best = nearTouchTicks;
  for (const { priceTicks } of resting) {
    if (best === undefined || sign * (priceTicks - best) > 0) best = priceTicks;
  }
  return best;
}

function sumOfLots(levels: readonly Level[]): number {
  let sum = 0;
  for (const level of levels) sum += level.lots;
  return sum;
}

/** From −1 to 1; 0 where both are 0. */
function balance(plus: number, minus: number): number {
  return plus + minus === 0 ? 0 : (plus - minus) / (plus + minus);
}

/** The first as a share of both, from 0 to 1; 0 where both are 0. */
function shareOf(part: number, rest: number): number {
  return part + rest === 0 ? 0 : part / (part + rest);
}

/** From −1 to 1, half of it at ±1. */
function squash(value: number): number {
  return value / (1 + Math.abs(value));
}
