/** One action of several: the network gives logits. */
import { exp, logSoftmax, multiply, oneHot, softmax, sum } from "../../neural/index.ts";
import type { Distribution } from "./distribution.ts";

export function createCategorical(count: number): Distribution {
  return {
    ...{ headLength: count, choiceLength: 1, actionLength: 1 },
    ...{ isDiscrete: true, hasSchedule: false },
    draw: ({ head, headAt, choice, choiceAt, action }, deviation, random) => {
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
    },
    describe: (head, choice) => {
      const logs = logSoftmax(head);
      const chosen = oneHot(choice, count);
      return {
        logDensity: sum(multiply(logs, chosen), [1]),
        entropy: multiply(sum(multiply(exp(logs), logs), [1]), -1),
      };
    },
    answer: softmax,
  };
}
