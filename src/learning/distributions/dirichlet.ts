/**
 * Shares from a Dirichlet distribution: the network gives every part's concentration, and with them
 * both the middle and how far choices stray.
 *
 * Concentrations are 1 + softplus: none lies below 1, so the density has one peak and no poles at the
 * edges (Chou, Maturana & Scherer, ICML 2017, for two parts).
 */
import { drawGamma } from "../../core/random/distributions.ts";
import {
  add,
  divide,
  log,
  multiply,
  negate,
  reshape,
  softplus,
  square,
  subtract,
  sum,
  type Tensor,
} from "../../neural/index.ts";
import type { Distribution } from "./distribution.ts";

/** A share below this counts as this: its logarithm is taken. */
const smallestShare = 1e-7;
/** Stirling's series is taken so far out that its fourth term is below float32. */
const shift = 6;

export function createDirichlet(parts: number): Distribution {
  const concentrations = new Float64Array(parts);
  return {
    ...{ headLength: parts, choiceLength: parts, actionLength: parts },
    ...{ isDiscrete: false, hasSchedule: false },
    draw: ({ head, headAt, choice, choiceAt, action }, deviation, random) => {
      let all = 0;
      let total = 0;
      for (let at = 0; at < parts; at++) {
        const concentration = concentrationOf(head[headAt + at]);
        concentrations[at] = concentration;
        all += concentration;
        action[at] = deviation > 0 ? drawGamma(random, concentration) : concentration;
        total += action[at];
      }
      let logDensity = logGamma(all);
      for (let at = 0; at < parts; at++) {
        const share = Math.fround(Math.max(smallestShare, action[at] / total));
        choice[choiceAt + at] = share;
        action[at] = share;
        logDensity += (concentrations[at] - 1) * Math.log(share) - logGamma(concentrations[at]);
      }
      return logDensity;
    },
    describe: (head, choice) => {
      const each = add(softplus(head), 1);
      const all = sum(each, [1]);
      const logBeta = subtract(sum(logGammaOf(each), [1]), logGammaOf(all));
      const excess = subtract(each, 1);
      const spread = multiply(subtract(all, parts), digammaOf(all));
      return {
        logDensity: subtract(sum(multiply(excess, log(choice)), [1]), logBeta),
        entropy: subtract(add(logBeta, spread), sum(multiply(excess, digammaOf(each)), [1])),
      };
    },
    answer: (head) => {
      const each = add(softplus(head), 1);
      const [batch] = each.shape;
      return divide(each, reshape(sum(each, [1]), [batch, 1]));
    },
  };
}

function concentrationOf(value: number): number {
  return 1 + Math.max(0, value) + Math.log1p(Math.exp(-Math.abs(value)));
}

/** Abramowitz & Stegun 6.1.41 at x + 6, and the recurrence back. For x from 1. */
function logGamma(x: number): number {
  let product = 1;
  for (let step = 0; step < shift; step++) product *= x + step;
  const z = x + shift;
  const series = 1 / (12 * z) - 1 / (360 * z ** 3);
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

function logGammaOf(x: Tensor): Tensor {
  const z = add(x, shift);
  const inverse = divide(1, z);
  const series = subtract(multiply(inverse, 1 / 12), multiply(cube(inverse), 1 / 360));
  const main = subtract(multiply(subtract(z, 0.5), log(z)), z);
  let logs = log(x);
  for (let step = 1; step < shift; step++) logs = add(logs, log(add(x, step)));
  return subtract(add(add(main, 0.5 * Math.log(2 * Math.PI)), series), logs);
}

/** The derivative of it (6.3.18). */
function digammaOf(x: Tensor): Tensor {
  const z = add(x, shift);
  const inverse = divide(1, z);
  const squared = square(inverse);
  const series = add(
    add(negate(multiply(inverse, 0.5)), multiply(squared, -1 / 12)),
    multiply(square(squared), 1 / 120),
  );
  let poles = divide(1, x);
  for (let step = 1; step < shift; step++) poles = add(poles, divide(1, add(x, step)));
  return subtract(add(log(z), series), poles);
}

const cube = (value: Tensor): Tensor => multiply(square(value), value);
