/**
 * What a policy's numbers mean: a distribution over actions, drawn from here and written as a graph
 * for learning.
 *
 * On the simplex it is logistic-normal: the network gives the mean of a normal latent of one element
 * less than there are parts, the deviation comes from a schedule, shares are softmax([x, 0])
 * (Cheridito & Weiss, arXiv 2507.06345). Discrete actions have logits.
 */
import { drawNormal } from "../core/random/distributions.ts";
import type { RandomSource } from "../core/random/random-source.ts";
import {
  exp,
  logSoftmax,
  multiply,
  normalEntropy,
  normalLogDensity,
  oneHot,
  sum,
  type Tensor,
} from "../neural/index.ts";
import type { ActionSpace } from "./environment.ts";

/** Numbers the policy network gives, and that are kept of a choice. */
export function headLength(actions: ActionSpace): number {
  return actions.kind === "simplex" ? actions.parts.length - 1 : actions.names.length;
}

/** Numbers that say which choice was made: the latent, or the number of the action. */
export function choiceLength(actions: ActionSpace): number {
  return actions.kind === "simplex" ? actions.parts.length - 1 : 1;
}

/** Where in larger columns one choice is read from and written to. */
export interface ChoicePlaces {
  /** The network's numbers. */
  readonly head: Float32Array;
  readonly headAt: number;
  /** What is kept of the choice. */
  readonly choice: Float32Array;
  readonly choiceAt: number;
  /** What the environment is given. */
  readonly action: Float32Array;
}

/**
 * Draws one choice.
 *
 * @param deviation of the latent; 0 gives the mean, or the likeliest action
 * @returns logarithm of its density, or of its probability
 */
export function drawChoice(
  actions: ActionSpace,
  places: ChoicePlaces,
  deviation: number,
  random: RandomSource,
): number {
  return actions.kind === "simplex"
    ? drawLatent(places, actions.parts.length - 1, deviation, random)
    : drawIndex(places, actions.names.length, deviation, random);
}

const logRootTau = 0.5 * Math.log(2 * Math.PI);

function drawLatent(
  { head, headAt, choice, choiceAt, action }: ChoicePlaces,
  size: number,
  deviation: number,
  random: RandomSource,
): number {
  let logDensity = deviation > 0 ? -size * (logRootTau + Math.log(deviation)) : 0;
  // The last part's latent is 0.
  let top = 0;
  for (let at = 0; at < size; at++) {
    const noise = deviation > 0 ? drawNormal(random) : 0;
    const latent = Math.fround(head[headAt + at] + deviation * noise);
    choice[choiceAt + at] = latent;
    // Of what was kept, not of what was drawn before rounding.
    const away = deviation > 0 ? (latent - head[headAt + at]) / deviation : 0;
    logDensity -= (away * away) / 2;
    if (latent > top) top = latent;
  }
  let total = Math.exp(-top);
  for (let at = 0; at < size; at++) total += Math.exp(choice[choiceAt + at] - top);
  for (let at = 0; at < size; at++) action[at] = Math.exp(choice[choiceAt + at] - top) / total;
  action[size] = Math.exp(-top) / total;
  return logDensity;
}

function drawIndex(
  { head, headAt, choice, choiceAt, action }: ChoicePlaces,
  count: number,
  deviation: number,
  random: RandomSource,
): number {
  let best = 0;
  for (let at = 1; at < count; at++) if (head[headAt + at] > head[headAt + best]) best = at;
  let total = 0;
  for (let at = 0; at < count; at++) total += Math.exp(head[headAt + at] - head[headAt + best]);
  let chosen = best;
  if (deviation > 0) {
    let left = random.uniform() * total;
    for (chosen = 0; chosen < count - 1; chosen++) {
      left -= Math.exp(head[headAt + chosen] - head[headAt + best]);
      if (left < 0) break;
    }
  }
  choice[choiceAt] = chosen;
  action[0] = chosen;
  return head[headAt + chosen] - head[headAt + best] - Math.log(total);
}

export interface ChoiceTerms {
  /** Log density of each choice, [batch]. */
  readonly logDensity: Tensor;
  /** Of the distribution, [batch]. */
  readonly entropy: Tensor;
}

/**
 * The same as a graph.
 *
 * @param head [batch, head length]
 * @param choice [batch, latent length], or numbers of actions [batch]
 * @param logDeviation [1], of the latent
 */
export function describeChoice(
  actions: ActionSpace,
  head: Tensor,
  choice: Tensor,
  logDeviation: Tensor,
): ChoiceTerms {
  if (actions.kind === "simplex") {
    const normal = { mean: head, logDeviation };
    return { logDensity: normalLogDensity(normal, choice), entropy: normalEntropy(normal) };
  }
  const logs = logSoftmax(head);
  const chosen = oneHot(choice, actions.names.length);
  return {
    logDensity: sum(multiply(logs, chosen), [1]),
    entropy: multiply(sum(multiply(exp(logs), logs), [1]), -1),
  };
}
