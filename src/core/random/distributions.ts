/**
 * Draws from the distributions the market models need.
 *
 * Each is the standard member of its family; scale and shift outside: `meanNs * drawExponential(r)`.
 * Nothing is remembered between calls. Exponential, normal, Pareto and index take exactly one
 * uniform and rise with it (so common random numbers stay common); gamma and Poisson reject, and
 * take a varying number.
 */
import { assert } from "../assert.ts";
import { computeLogGamma } from "../statistics/log-gamma.ts";
import { computeNormalQuantile } from "../statistics/normal-quantile.ts";
import type { RandomSource } from "./random-source.ts";

const halfStep = 2 ** -54;

/** Exponential with mean 1, by inversion. */
export function drawExponential(random: RandomSource): number {
  return -Math.log1p(-random.uniform());
}

/**
 * Normal with mean 0 and standard deviation 1, by inversion (Wichura 1988, AS 241).
 *
 * The uniform is moved to the middle of its 2^-53 cell, so that 0 and 1 do not occur and u and
 * 1 - u give opposite values; the largest size is 8.2.
 */
export function drawNormal(random: RandomSource): number {
  const centred = random.uniform() - 0.5 + halfStep;
  return centred < 0 ? computeNormalQuantile(0.5 + centred) : -computeNormalQuantile(0.5 - centred);
}

/**
 * Gamma with scale 1: mean and variance are `shape`.
 *
 * Marsaglia & Tsang 2000, "A simple method for generating gamma variables"; below a shape of 1 by
 * their boost U^(1/shape).
 *
 * @throws InvariantError unless `shape` is positive and finite
 */
export function drawGamma(random: RandomSource, shape: number): number {
  assert(shape > 0 && Number.isFinite(shape), "a gamma shape is positive and finite");
  if (shape < 1) {
    const boost = (1 - random.uniform()) ** (1 / shape);
    return drawGamma(random, shape + 1) * boost;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = drawNormal(random);
    const root = 1 + c * normal;
    if (root <= 0) continue;
    const v = root * root * root;
    const logUniform = Math.log1p(-random.uniform());
    if (logUniform < 0.5 * normal * normal + d * (1 - v + Math.log(v))) return d * v;
  }
}

/**
 * Pareto with minimum 1: P(X > x) = x^-tailIndex, by inversion.
 *
 * @param tailIndex positive; the mean is infinite up to 1, the variance up to 2
 * @throws InvariantError unless `tailIndex` is positive
 */
export function drawPareto(random: RandomSource, tailIndex: number): number {
  assert(tailIndex > 0, "a Pareto tail index is positive");
  return (1 - random.uniform()) ** (-1 / tailIndex);
}

/**
 * A Poisson count.
 *
 * Below a mean of 10 by the product of uniforms (Knuth 1969, vol. 2, 3.4.1), from 10 on by
 * transformed rejection (Hörmann 1993, PTRS).
 *
 * @throws InvariantError unless `mean` is from 0 to 1e15
 */
export function drawPoisson(random: RandomSource, mean: number): number {
  assert(mean >= 0 && mean <= 1e15, "a Poisson mean is from 0 to 1e15");
  return mean < 10 ? drawSmallPoisson(random, mean) : drawLargePoisson(random, mean);
}

function drawSmallPoisson(random: RandomSource, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  let product = 1 - random.uniform();
  while (product > limit) {
    count++;
    product *= 1 - random.uniform();
  }
  return count;
}

/** Hörmann 1993, "The transformed rejection method for generating Poisson random variables". */
function drawLargePoisson(random: RandomSource, mean: number): number {
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const acceptAtOnce = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= acceptAtOnce) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    const logHat = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b);
    if (logHat <= count * logMean - mean - computeLogGamma(count + 1)) return count;
  }
}

/**
 * An index with probability proportional to its weight.
 *
 * @param cumulativeWeights running sums of the weights, which are from 0; the last is the total
 * @throws InvariantError unless the total is positive and finite
 */
export function drawIndex(random: RandomSource, cumulativeWeights: ArrayLike<number>): number {
  const last = cumulativeWeights.length - 1;
  const total = last < 0 ? 0 : cumulativeWeights[last];
  assert(total > 0 && total < Number.POSITIVE_INFINITY, "a total weight is positive and finite");
  const target = random.uniform() * total;
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulativeWeights[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
