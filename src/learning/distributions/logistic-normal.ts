/**
 * Shares whose latent is normal: the network gives the mean of one element less than there are parts,
 * a schedule the deviation, and shares are softmax([x, 0]) (Cheridito & Weiss, arXiv 2507.06345).
 */
import { assert } from "../../core/assert.ts";
import { drawNormal } from "../../core/random/distributions.ts";
import { normalEntropy, normalLogDensity, sharesOf } from "../../neural/index.ts";
import type { Distribution } from "./distribution.ts";

const logRootTau = 0.5 * Math.log(2 * Math.PI);

export function createLogisticNormal(parts: number): Distribution {
  const size = parts - 1;
  return {
    ...{ headLength: size, choiceLength: size, actionLength: parts },
    ...{ isDiscrete: false, hasSchedule: true },
    draw: ({ head, headAt, choice, choiceAt, action }, deviation, random) => {
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
    },
    describe: (head, choice, logDeviation) => {
      assert(logDeviation !== undefined, "a schedule says how far a latent strays");
      const normal = { mean: head, logDeviation };
      return { logDensity: normalLogDensity(normal, choice), entropy: normalEntropy(normal) };
    },
    answer: sharesOf,
  };
}
