/**
 * The logistic-normal distribution on the simplex (Aitchison & Shen, Biometrika 67, 1980; as a policy:
 * Cheridito & Weiss, arXiv 2507.06345): shares a = softmax([x, 0]) of K parts that add up to 1, where
 * x, the latent of K − 1 elements, is normal. `Normal` in `losses.ts` holds its mean and deviation,
 * each [batch, K − 1].
 *
 * A policy gradient may use the density of the latent (`normalLogDensity`) or that of the shares:
 * they differ by a term without parameters, which falls out of ratios and of gradients.
 */
import type { Tensor } from "../graph.ts";
import { type Normal, normalLogDensity } from "../losses.ts";
import { maximum, subtract } from "../operators/arithmetic.ts";
import { log } from "../operators/elementwise.ts";
import { logSoftmax, softmax } from "../operators/extreme.ts";
import { sum } from "../operators/reduction.ts";
import { concat, slice, zerosLike } from "../operators/slice.ts";
import { refuseShape, shapeText } from "../shape.ts";

/**
 * Shares below this count as this where their logarithm is taken, and have no gradient there: a
 * float32 softmax gives an exact 0 where logits are 104 apart. log is -27.6 here.
 */
const smallestShare = 1e-12;

/**
 * Shares from a latent.
 *
 * @param latent [batch, K − 1]
 * @returns [batch, K]: positive, each row adding up to 1
 */
export function sharesOf(latent: Tensor): Tensor {
  return softmax(withLastPart(latent));
}

/**
 * The latent of some shares, x_i = log(a_i / a_K): the inverse of `sharesOf`, within ±27.6.
 *
 * @param shares [batch, K]
 * @returns [batch, K − 1]
 */
export function latentOf(shares: Tensor): Tensor {
  return latentOfLogs(logsOf(shares));
}

/**
 * Log density of shares, by the first K − 1 of them (Aitchison & Shen 1980):
 * log N(x(a)) − Σ log a_i over all K. Positive where the density is above 1.
 *
 * @param shares [batch, K]; those below 1e-12 count as 1e-12
 * @returns [batch]
 */
export function shareLogDensity(normal: Normal, shares: Tensor): Tensor {
  const logs = logsOf(shares);
  return subtract(normalLogDensity(normal, latentOfLogs(logs)), sum(logs, [1]));
}

/**
 * What `shareLogDensity` gives for the shares of a latent, exact for every latent: no share is
 * rounded to 0 on the way.
 *
 * @param latent [batch, K − 1]
 * @returns [batch]
 */
export function shareLogDensityAt(normal: Normal, latent: Tensor): Tensor {
  const logs = logSoftmax(withLastPart(latent));
  return subtract(normalLogDensity(normal, latent), sum(logs, [1]));
}

function logsOf(shares: Tensor): Tensor {
  const { shape } = shares;
  if (shape.length !== 2 || shape[1] < 2) {
    refuseShape("shares", shapeText(shape), "[batch,parts] with two parts or more");
  }
  return log(maximum(shares, smallestShare));
}

function latentOfLogs(logs: Tensor): Tensor {
  const last = logs.shape[1] - 1;
  return subtract(slice(logs, 1, 0, last), slice(logs, 1, last, last + 1));
}

/** The last part's logit is 0: only differences count. */
function withLastPart(latent: Tensor): Tensor {
  const { shape } = latent;
  if (shape.length !== 2) refuseShape("latent", shapeText(shape), "[batch,parts − 1]");
  return concat([latent, zerosLike(latent, [shape[0], 1])], 1);
}
